"""How figures are tied to their parts, rule by rule: each sentence prints its figures with the verdicts that are due."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses, verdicts

C, X, N, L = "confirmed", "contradicted", "not-checked", "last-digit"

# 36/240 = 15 %, 15/22 = 68.18 %, 21.6/36 = 60 %, 150/120 = 1.25, 2.35 - 1.87 = 0.48, 9 - 6 = 3.
OF_PARTS = {
    "a rate of two like figures, in whatever order they are told": [
        "全县排查企业[[240家|N]]，发现隐患的有[[36家|N]]，问题发现率[[15%|C]]。",
        "全县排查企业[[240家|N]]，发现隐患的有[[36家|N]]，问题发现率[[17%|XN]]。",
        "The rate, [[68.18%|C]], reflects [[15|N]] starts out of [[22|N]] planned.",
        "Out of [[3,200|N]] people entitled, [[3,104|N]] signed up ([[97%|C]]).",
        "Industry used [[2.16 billion kWh|N]] of electricity out of a total of [[3.6 billion kWh|N]], or [[60%|C]].",
        "已有[[15个|N]]项目开工，占新建项目总数（[[22个|N]]）的[[68.81%|X]]。",
    ],
    "but not of figures that count different things": [
        "全市有企业[[22家|N]]、学校[[15所|N]]，毕业生就业率[[68.18%|N]]。",
        "There are [[22|N]] clinics and [[15|N]] schools; the vaccination rate is [[68.18%|N]].",
    ],
    "growth on what is said to be earlier": [
        "游客接待量从[[120万人次|N]]增至[[150万人次|N]]，增幅[[25%|C]]。",
        "[[48|N]] contracts were signed, [[8|C]] more than the [[40|N]] of last year, a rise of [[20%|C]].",
        "Output amounted to [[38.25 billion yuan|N]]. A year earlier the figure had been [[34.0 billion yuan|N]], so it grew by [[12.5%|C]].",
        "November brought [[3.96 billion yuan|N]], [[1.0%|C]] less than October's [[4.00 billion yuan|N]].",
    ],
    "a multiple of what stands right before it": ["就业人数达到[[6000人|N]]，是五年前[[3000人|N]]的[[两倍|C]]。"],
    "the former and the latter take up two figures": [
        "项目开工[[十八个|N]]、竣工[[十二个|N]]，前者完成全年任务[[24个|N]]的[[75%|C]]，后者完成全年任务[[20个|N]]的[[六成|C]]。"
    ],
    "the sentence before, where a noun takes it up": [
        "We collected [[3.64 billion yuan|C]], namely [[2.47 billion yuan|N]] in taxes and [[1.17 billion yuan|N]] in non-tax revenue. Taxes made up [[67.9 per cent|C]] of revenue.",
        "Total investment was [[18.6 billion yuan|N]]. Of this, [[5.58 billion yuan|N]], or [[30%|C]], came from abroad.",
    ],
    "points between levels, whichever way something fell": [
        "The bad-loan ratio fell from [[2.35%|N]] to [[1.87%|N]], or by [[0.48 percentage points|C]].",
        "The bad-loan ratio fell by [[0.84 percentage points|X]], from [[2.35%|N]] to [[1.87%|N]].",
        "甲县增长[[9.4%|N]]，乙县增长[[7.1%|N]]，两者相差[[2.5个百分点|X]]。",
        "新建项目开工率为[[85.3%|N]]，总开工率[[92.1%|N]]。新建项目开工率比总开工率低[[7.6个百分点|X]]。",
        "Alpha grew by [[8.2%|N]]. Beta managed [[8.0%|N]]. Gamma's growth was [[5.5%|N]]. From best to worst the spread was [[2.7 percentage points|C]].",
    ],
    "what is left is the whole less its part": [
        "技改投资干了[[11.2亿元|N]]，离[[20亿元|N]]的目标还有[[9.8亿元|X]]的缺口。",
        "新建项目[[170个|CN]]，其中[[145个|N]]进场，尚未进场的[[25个|C]]。",
    ],
    "totals said to be so": [
        "三个园区分别新增企业[[12家|N]]、[[9家|N]]和[[7家|N]]，共[[29家|X]]。",
        "出口[[45.9亿元|N]]，进口[[18.6亿元|N]]，进出口总值[[65.4亿元|X]]。",
        "Exports of [[9.36 billion yuan|N]] and imports of [[5.24 billion yuan|N]] add up to [[14.6 billion yuan|C]].",
    ],
    "places between the ranks of a row, or from one to another": [
        "| 指标 | 2022年位次 | 2023年位次 | 变化 |\n|---|---|---|---|\n| 甲 | [[第11位|N]] | [[第5位|N]] | 上升[[6位|C]] |\n| 乙 | [[第6位|N]] | [[第4位|N]] | 上升[[3位|X]] |\n",
        "From [[9th|N]] last year the district rose to [[6th|N]] this year, a climb of [[3 places|C]].",
    ],
    "the former and the latter of a share, and a list of shares of one whole": [
        "出口[[41.9亿元|N]]。对东盟、欧盟的出口分别为[[9.6亿元|N]]和[[7.4亿元|N]]，前者占出口的[[22.9%|C]]，后者占[[17.7%|C]]。",
        "Exports were [[10.44 billion yuan|N]]. Machinery and textiles brought in [[4.91 billion yuan|N]] and [[1.88 billion yuan|N]], which is [[47.0%|C]] and [[18.0%|C]] of exports respectively.",
    ],
    "growth on the quarter before is of the last two": ["一季度出口[[18.3亿元|N]]，二季度出口[[23.6亿元|N]]，环比增长[[28.9%|L]]。"],
    "a total of what bears its label in the lines before": [
        "1. 甲县：年度任务[[24家|N]]；\n2. 乙县：年度任务[[30家|N]]；\n3. 丙县：年度任务[[18家|N]]。\n\n全部县区合计，年度任务[[72家|C]]。"
    ],
    "a whole of the year before is the whole of no share today": [
        "税收收入合计[[36.80亿元|N]]，上年同期税收收入[[34.50亿元|N]]。制造业缴税[[15.64亿元|N]]，占税收收入的[[45.2%|XN]]。"
    ],
    "a gap of amounts by the names it compares": [
        "规模工业税金[[1456.96亿元|N]]，规模工业利润[[1930.89亿元|N]]。利润比税金多[[437.93亿元|X]]。"
    ],
    "what only stands near refutes nothing": [
        "规模工业增加值增速，常德[[8.7%|N]]，湘西州[[3.5%|N]]。怀化较上年同期快了[[3.2个百分点|CN]]，它上年同期的增速是[[5.8%|CN]]。",
        "The city's GDP grew [[8.2%|N]], [[2 places|N]] up. Exports of [[4.8 billion yuan|N]] grew [[22.0%|N]] from last year's [[4.0 billion yuan|N]].",
    ],
    "of several years, the earliest is what something grew from": [
        "Incomes were [[42,360 yuan|N]] in 2023, up [[4.8%|C]] from [[40,420 yuan|N]] in 2022.",
        "Incomes were [[42,360 yuan|N]] in 2023, up [[4.9%|L]] from [[40,420 yuan|N]] in 2022.",
    ],
    "a figure behind a semicolon refutes no share before it": [
        "城镇居民可支配收入[[46820元|N]]。工资性收入[[28090元|N]]，占其可支配收入的[[60.0%|C]]；经营净收入[[8430元|N]]，占[[18.8%|X]]。",
        "工资性收入[[28090元|N]]，占可支配收入的[[60.0%|N]]；经营净收入[[8430元|N]]。",
    ],
    "a total is what the next sentence lists": [
        "进出口总额[[158.6亿元|C]]，比去年同期的[[140.2亿元|N]]增长[[13.1%|C]]。其中，出口[[112.4亿元|N]]，进口[[46.2亿元|N]]。",
        "Revenue was [[3.62 billion yuan|C]]. Taxes brought in [[2.41 billion yuan|N]] of it and other sources [[1.21 billion yuan|N]]; the share of taxes was [[66.6%|C]].",
    ],
    "a share of a total by one of the parts that sum to it": [
        "预算收入[[12.48亿元|C]]，由税收收入[[8.36亿元|N]]和非税收入[[4.12亿元|N]]构成，税收占比[[67.0%|C]]。",
        "预算收入[[12.48亿元|C]]，由税收收入[[8.36亿元|N]]和非税收入[[4.12亿元|N]]构成，税收占比[[76.0%|X]]。",
    ],
    "a share of it, by the name of its part": [
        "They put [[2.46 billion yuan|N]] into technological upgrading.\n\nInvestment rose from [[6.20 billion yuan|N]] to [[6.80 billion yuan|N]]. Technological upgrading made up [[36.2%|C]] of it.",
    ],
    "what was reached of a target told before": [
        "Revenue was [[3.62 billion yuan|N]]. The target for revenue had been [[3.50 billion yuan|N]], so [[103.4%|C]] of it was achieved.",
    ],
    "the gap of two that a clause names": [
        "Urban incomes rose by [[4.8%|N]]. Rural incomes rose by [[7.5%|N]]. Rural incomes therefore grew [[2.7 percentage points|C]] faster than urban ones.",
    ],
    "a surplus is of the two told before": [
        "Exports were [[31.5 billion yuan|N]] and imports [[16.7 billion yuan|N]]. The trade surplus was [[14.8 billion yuan|C]].",
    ],
    "higher than what stands behind": [
        "Sales totalled [[15.84 billion yuan|C]]: [[11.72 billion yuan|N]] in towns and [[4.12 billion yuan|N]] elsewhere. The total was [[6.6%|C]] higher than the [[14.86 billion yuan|N]] of the same period of 2022.",
    ],
    "all of what is called so in the sentences before": [
        "产业项目开工[[49个|N]]；基础设施项目开工[[30个|N]]；民生项目开工[[18个|N]]。全县共开工[[97个|C]]。",
        "产业项目开工[[49个|N]]；基础设施项目开工[[30个|N]]；民生项目开工[[18个|N]]。全县共开工[[92个|XN]]。",
    ],
    "the whole of a kind of projects is listed before": [
        "今年安排重点项目[[126个|C]]，包括产业项目[[58个|N]]、基础设施项目[[41个|N]]、社会民生项目[[27个|N]]。\n\n截至4月底，产业项目开工[[49个|N]]，开工率[[84.4%|L]]。",
    ],
    "a gap goes the way that its words say": [
        "Value added expanded by [[7.3%|N]], compared with [[6.9%|N]] in 2016, a slowdown of [[0.4 percentage points|NX]].",
        "增加值增长[[7.3%|N]]，比上年的[[6.9%|N]]加快[[0.4个百分点|C]]，比全国的[[6.6%|N]]快[[0.7个百分点|C]]。",
        "Loudi, at [[79.49%|N]], was ahead of Shaoyang, at [[75.34%|N]], while Yongzhou stood [[0.04 percentage points|C]] lower than Shaoyang at [[75.3%|N]].",
        "高加工度工业增长[[13.5%|N]]，高出全市工业[[4.6个百分点|N]]；高技术产业增长[[17.1%|N]]。",
    ],
    "what is left of a plan told in another paragraph": [
        "完成投资[[1750.07亿元|N]]，年度计划投资为[[2574.3亿元|N]]。\n\n距年度计划尚有[[824.23亿元|C]]，占计划的[[32.02%|C]]。",
    ],
    "a list of shares is of the sum of its amounts": [
        "民事、刑事、行政案件分别为[[2,460件|N]]、[[418件|N]]和[[764件|N]]，占新收案件的比重分别是[[67.5%|C]]、[[11.5%|C]]和[[21.0%|C]]。",
    ],
    "a share of a whole is no growth from one to the other": [
        "外贸总值[[57.6亿元|CN]]，比去年的[[48.0亿元|N]]增长[[20%|C]]。出口、进口分别为[[38.4亿元|N]]和[[19.2亿元|N]]，前者占外贸总值的[[16.7%|NX]]。",
    ],
    "a name may stand behind the whole": [
        "全州[[316个|N]]州重点建设项目里，新建项目[[170个|N]]。新建项目占全部州重点建设项目的[[53.8%|C]]。",
    ],
    "tenths are meant to the ten": ["企业[[216家|N]]，年初为[[180家|N]]，增长[[两成|C]]。"],
}  # fmt: skip


@pytest.mark.parametrize("rule", OF_PARTS)
def test_what_a_figure_is_made_of(rule):
    found = [misses(text) for text in OF_PARTS[rule]]
    assert not any(found), found


# What stands within the text: 15/22 = 68.18 %, 13/18 = 72.22 %, 1750.07/2574.3 = 67.98 %, 17 - 12 = 5.
INSIDE = [
    # Parts across the row of a table, the column's head naming the part.
    ("| 县 | 计划数 | 开工数 | 开工率 |\n|---|---|---|---|\n| 甲 | 18 | 13 | 72.22% |\n", [("18", N), ("13", N), ("72.22%", C)]),
    ("| 县 | 计划数 | 开工数 | 开工率 |\n|---|---|---|---|\n| 甲 | 18 | 13 | 77.22% |\n", [("18", N), ("13", N), ("77.22%", X)]),
    ("| park | planned | started | start rate (%) |\n|:--|--:|--:|--:|\n| A | 22 | 15 | 68.17 |\n", [("22", N), ("15", N), ("68.17", L)]),
    # A count of firms in the row is no part of a rate of projects that names none.
    ("| park | firms | jobs | growth |\n|---|---|---|---|\n| A | 20 | 40 | 50% |\n", [("20", N), ("40", N), ("50%", N)]),
    # An earlier rank is printed.
    ("甲市居全省第4位，较上年的第9位前移5位。", [("第4位", N), ("第9位", N), ("5位", C)]),
    ("甲市居全省第4位，较上年的第9位前移6位。", [("第4位", N), ("第9位", N), ("6位", X)]),
    ("甲市由全省第9位升至第4位，上升5位。", [("第9位", N), ("第4位", N), ("5位", C)]),
    ("Alpha climbed from 9th to 4th in the province, a gain of 4 places.", [("9th", N), ("4th", N), ("4 places", X)]),
    ("Alpha dropped from 4th to 9th in the province, down 5 places.", [("4th", N), ("9th", N), ("5 places", C)]),
    # Of cities there are fourteen, of counties and parks many more.
    ("甲市工业投资增速居全省各市州第15位。", [("第15位", X)]),
    ("甲县工业投资增速居全省第45位。", [("第45位", N)]),
    ("全市增长8%。慈利增速居全省第45位。", [("8%", N), ("第45位", N)]),
    ("The city's largest park ranked 20th in the province.", [("20th", N)]),
    # Parts that words name, a sentence away.
    ("年度计划投资2574.3亿元。1至8月，完成投资1750.07亿元，占年度计划的67.99%。", [("2574.3亿元", N), ("1750.07亿元", N), ("67.99%", L)]),
    ("They spent 50 million yuan, 25% of the 200 million yuan planned.", [("50 million yuan", N), ("25%", C), ("200 million yuan", N)]),
    ("They spent 50 million yuan, 35% of the 200 million yuan planned.", [("50 million yuan", N), ("35%", X), ("200 million yuan", N)]),
    # A percentage of something else beside two values and their own growth.
    ("Exports rose to 3.6 billion yuan from 3.0 billion yuan, an increase of 20 percent, 5 percentage points faster than imports at 15 percent.", [("3.6 billion yuan", N), ("3.0 billion yuan", N), ("20 percent", C), ("5 percentage points", C), ("15 percent", N)]),
    ("17家企业中，12家已复产，其余5家停产。", [("17家", N), ("12家", N), ("5家", C)]),
    ("税收1465.96亿元，由主体税金1266.05亿元和所得税190.91亿元构成。", [("1465.96亿元", X), ("1266.05亿元", N), ("190.91亿元", N)]),
    # No figures: numbers of telephones, codes, standards and documents.
    ("Call 0731-8221 2345 or see GB/T 2260, code 430899, report YX-2022-006 and Table 16-19.", []),
    ("请拨打12345转3，总机0744-822 2345；COVID-19期间照常。", []),
    ("Bulletin no. 39; press contact: +86 731 8866 0199, bus 12.", []),
    # A table's rows give its rates, its columns the totals.
    ("| 镇 | 应查企业 | 已查企业 | 检查覆盖率 |\n|---|---|---|---|\n| 甲 | 45家 | 36家 | 80% |\n| 乙 | 28家 | 21家 | 57% |\n| 合计 | 73家 | 57家 | 78.08% |\n", [("45家", N), ("36家", N), ("80%", C), ("28家", N), ("21家", N), ("57%", X), ("73家", C), ("57家", C), ("78.08%", C)]),
    ("| lot | opened |\n|---|---|\n| A | 36 |\n| B | 22 |\n| Total | 59 |\n", [("36", N), ("22", N), ("59", X)]),
    # A share of a whole that is named behind it, and of the two figures right before it.
    ("Subsidies took 12.6 million yuan, or 35% of the office's budget of 42.0 million yuan.", [("12.6 million yuan", N), ("35%", X), ("42.0 million yuan", N)]),
    ("310 permits were sought, of which 279 were given, an approval rate of 90%.", [("310", N), ("279", N), ("90%", C)]),
    ("Freight came to 1.26 million tonnes, of which 0.84 million tonnes, or 66.7%, went by rail.", [("1.26 million tonnes", N), ("0.84 million tonnes", N), ("66.7%", C)]),
    # What is left, and a gap between the percentages beside it.
    ("Of 24 boilers, 18 have been retired, which leaves 6.", [("24", N), ("18", N), ("6", C)]),
    ("The share edged up from 6.2% to 7.0%, that is, by 0.8 percentage points.", [("6.2%", N), ("7.0%", N), ("0.8 percentage points", C)]),
    # Full-width commas part thousands only between full-width digits.
    ("新登记市场主体１２，６０８户，３家注销。", [("１２，６０８户", N), ("３家", N)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), INSIDE)
def test_a_figure_is_set_against_the_parts_that_its_words_or_its_table_name(text, wanted):
    assert verdicts(text) == wanted
