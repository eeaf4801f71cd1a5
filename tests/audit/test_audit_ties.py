"""How figures are tied to names and parts, rule by rule: each sentence prints its figures with the verdicts that are due.

A figure is marked ``[[as printed|verdicts]]`` by the initials of its verdicts; where the reading may leave it open, N
stands with the others.
"""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import re

import pytest

import audit_score
from zjjstats.audit import audit

VERDICTS = {"C": "confirmed", "X": "contradicted", "N": "not-checked", "A": "ambiguous", "L": "last-digit"}
MARK = re.compile(r"\[\[([^|\]]+)\|([A-Z]+)\]\]")


def misses(marked, workspace=None, **of):
    """What does not have the verdict that is due."""
    text = MARK.sub(r"\1", marked)
    data = audit_score.workspace(workspace) if workspace else None
    figures = audit(text, data, **of).figures
    cut = 0
    wrong = []
    for mark in MARK.finditer(marked):
        start = mark.start() - cut
        cut += len(mark[0]) - len(mark[1])
        got = next(
            (one.verdict for one in figures if one.start < start + len(mark[1]) and one.end > start), "not found"
        )
        if got not in [VERDICTS[initial] for initial in mark[2]]:
            wrong.append((mark[1], got))
    return wrong


# Of the published tables: GDP and its growth in 2015 and 2016, project counts of 2008, parks of 2017, ranks of 2022.
OF_NAMES = {
    "clauses without a matter of their own do not part a name from its figure": [
        ("2016M01-M12", "chenzhou", "2016年，郴州市经济总量再上台阶，地区生产总值跨过两千亿元门槛后继续攀升，达[[2190.75亿元|C]]，在14个市州中排[[第六|C]]。"),
        ("2012M01-M04", "changsha", "Changsha's industrial investment was all but flat: it grew by a mere [[0.2%|C]] and was [[14th|C]] of 14."),
        ("2012M01-M04", "zhangjiajie", "Nowhere did industrial fixed-asset investment rise as fast as in Zhangjiajie: by [[97.0%|C]]."),
    ],
    "a matter of its own does": [
        ("2016M01-M12", "shaoyang", "邵阳出口大幅增长[[12.4%|N]]，社会消费品零售总额增长[[11.6%|N]]，地区生产总值增长[[7.9%|C]]，财政收入增长[[7.9%|N]]。"),
        ("2016M01-M12", "shaoyang", "Exports climbed [[12.4%|N]], retail sales [[11.6%|N]] and GDP [[7.9%|C]] in Shaoyang in 2016, while budget revenue was up [[7.9%|N]]."),
        ("2016M01-M12", "shaoyang", "Digital GDP rose [[8.9%|N]] and the digital economy [[9.7%|N]]."),
    ],
    "a name may follow its figure": [
        ("2016M01-M12", "chenzhou", "Chenzhou turned out goods and services worth [[219.075 billion yuan|C]] in 2016, measured as GDP."),
        ("2016M01-M12", "chenzhou", "At [[8.2%|C]], GDP growth in Chenzhou tied with Xiangtan's for [[2nd|C]] place in the province, up from [[9th|C]] in 2015."),
        ("2016M01-M12", "huaihua", "怀化：[[1396.15亿元|C]]！这是2016年全市地区生产总值的成绩单。"),
    ],
    "a share may be told by its whole alone": [
        ("2017M01-M12", "yongzhou", "[[0.8%|C]] of main business revenue was spent on R&D by industry; parks generated [[92.3%|C]] of Yongzhou's industrial value added."),
        ("2017M01-M12", "loudi", "娄底园区规模以上工业增加值增长[[11.1%|C]]，占规模以上工业增加值比重[[68.5%|C]]。"),
    ],
    "what a city is compared with has only the figure beside it": [
        ("2012M01-M04", "zhuzhou", "1-4月，株洲市工业投资同比增长[[78%|C]]，仅次于张家界的[[97%|C]]，居全省[[第2位|C]]。"),
        ("2016M01-M12", "yueyang", "岳阳2016年GDP[[3100.87亿元|C]]，但增速只有[[7.8%|C]]，低于全省[[0.1个百分点|C]]，排名由上年的[[第6位|C]]滑落到[[第11位|C]]。"),
        ("2012M01-M04", "zhangjiajie", "Industrial fixed-asset investment soared [[97.0%|C]] in Zhangjiajie, well ahead of runner-up Zhuzhou on [[78.0%|C]]."),
    ],
    "lists are dealt out in order": [
        ("2016M01-M12", "yongzhou", "永州、怀化、张家界三市2016年地区生产总值分别为[[1565.81亿元|C]]、[[1396.15亿元|C]]和[[497.62亿元|C]]，增速分别为[[8.0%|C]]、[[8.1%|C]]、[[8.4%|X]]。"),
        ("2022M01-M02", "zhangjiajie", "1至2月，我市工业固定资产投资和工业技术改造投资分别居全省[[第1位|C]]和[[第2位|C]]，较上年同期分别前移[[11位|C]]和[[7位|C]]。"),
        ("2017M01-M12", "yongzhou", "永州市园区规模以上工业增加值[[380.46亿元|C]]、增长[[7.7%|C]]，分别居全省[[第9位|C]]、[[第10位|C]]。"),
        ("2016M01-M12", "zhuzhou", "In 2016 Hengyang and Zhuzhou had a GDP of [[285.302|C]] and [[251.251 billion yuan|C]] respectively."),
    ],
    "an earlier year is told in words": [
        ("2016M01-M12", "zhuzhou", "株洲全年生产总值[[2512.51亿元|C]]，上一年是[[2335.11亿元|C]]，按现价算多出[[177.40亿元|C]]，名义增长[[7.6%|C]]。"),
        ("2016M01-M12", "zhuzhou", "GDP grew by [[7.9%|C]], down from [[9.5%|C]] the year before; it dropped from [[4th|C]] in the province to [[8th|C]]."),
        ("2013M01-M12", "changde", "2013年，常德市地区生产总值为[[2264.94亿元|C]]；一年之后做到了[[2514.15亿元|C]]。"),
    ],
    "a lead over the province or another city is worked out": [
        ("2016M01-M12", "xiangxi", "湘西州地区生产总值同比增长[[6.9%|C]]，增幅比全省低[[1个百分点|C]]。"),
        ("2022M01-M12", "zhangjiajie", "2022年张家界GDP为[[592.39亿元|C]]，湘西为[[817.53亿元|C]]，前者比后者少[[225.14亿元|C]]。"),
    ],
    "of 15 of the 22, the second is the whole, wherever the verb stands": [
        ("2022M01-M03", "zhangjiajie", "Construction has begun on [[15|C]] of the [[22|C]] projects which the 320 Project planned to start this year."),
        ("2021M01-M09", "xiangxi", "By the end of September 2021, [[291|C]] of Xiangxi's [[316|C]] prefecture key projects, or [[92.09%|C]], had broken ground."),
    ],
    "cities named before are dealt out respectively": [
        ("2022M01-M12", "hengyang", "Hengyang produced a GDP of [[408.969 billion yuan|C]] in 2022. Zhuzhou trails it. In 2016 the GDP of the two had been [[285.302 billion yuan|C]] and [[251.251 billion yuan|C]] respectively."),
        ("2017M01-M11", "yiyang", "益阳1—11月、11月单月的规模以上工业增加值增速分别为[[7.3%|C]]和[[6.0%|X]]。"),
    ],
    "a figure of several cities together is none of theirs": [
        ("2017M01-M12", "changsha", "全省园区规模以上工业增加值为[[7610.17亿元|C]]，长株潭三市的[[3804.10亿元|N]]占了近半。"),
    ],
    "a topic is carried on to confirm what fits it, never to refute": [
        ("2008M01-M12", "chenzhou", "Chenzhou had the best project completion rate, [[68.3%|C]].\n\nAt the other end stood Xiangxi, [[14th|C]] in the province with [[31.0%|C]].\n\nIn Yueyang it was [[38.1%|N]]."),
    ],
    "the kind of projects may be told a clause earlier": [
        ("2022M01-M03", "zhangjiajie", "320工程的盘子是[[64个|C]]。先说计划新开工的，一共[[22个|C]]，动工的有[[十五个|C]]。"),
    ],
    "a period behind a rank is the rank's own": [
        ("2016M01-M12", "zhuzhou", "GDP growth put Zhuzhou [[8th|C]] in the province, having been [[4th|C]] in the province in 2015."),
    ],
    "planned and started of one kind are told as a pair, in whatever words": [
        ("2022M01-M03", "zhangjiajie", "320工程一共[[64个|C]]工业项目。年内要新上的[[22个|C]]，眼下动了[[15个|C]]；要交卷的[[20个|C]]，[[19个|C]]已经开干，只剩[[1个|C]]没动静。"),
        ("2022M01-M03", "zhangjiajie", "[[Fifteen|C]] of the [[twenty-two|C]] industrial projects that are to break ground this year under the 320 Project had done so."),
        ("2022M01-M03", "zhangjiajie", "320 Project. New projects: [[20|XN]] planned, [[15|C]] started."),
    ],
    "of another indicator, the scope is told anew": [
        ("2022M01-M02", "zhangjiajie", "Gross industrial output #[[10|C]] in the province (and #[[2|C]] in the assessment group), industrial fixed-asset investment #[[1|C]] (up [[11|C]] on same period last year)."),
    ],
    "what was lower a year ago has risen since": [
        ("2022M01-M02", "zhangjiajie", "Industrial fixed-asset investment: [[1st|C]] place in the province compares with a showing [[eleven places|C]] lower in the same months of 2021."),
    ],
    "a threshold that was passed is no value": [
        ("2014M01-M12", "zhangjiajie", "2014年张家界地区生产总值首次跨过[[400亿元|N]]，为[[410.02亿元|C]]。"),
    ],
    "a verb a clause before does not tell the sign": [
        ("2012M01-M04", "xiangxi", "High-processing industry shrank in Xiangxi, by [[23.0%|C]]."),
    ],
    "the newest span of the year serves where the told one has none": [
        ("2012M01-M04", "zhangjiajie", "In the first four months of 2012 industrial profits and taxes rose by [[6.5%|C]]."),
    ],
    "a county's figures are none of the city's": [
        ("2016M01-M12", "zhangjiajie", "2016年，慈利县地区生产总值[[157.9亿元|N]]，增长[[7.5%|N]]；桑植县[[84.6亿元|N]]，增长[[8.5%|N]]。"),
        ("2016M01-M12", "zhangjiajie", "In 2016 Cili county's GDP came to [[15.79 billion yuan|N]], up [[7.5%|N]]."),
        ("2016M01-M12", "changsha", "望城区GDP增长[[11.0%|N]]，雨花区GDP增长[[9.8%|N]]，均高于全市[[9.4%|C]]的水平。"),
    ],
    "points over something else that is named refute nothing": [
        ("2016M01-M12", "changsha", "2016年上半年，长沙市地区生产总值增长[[9.0%|N]]；全年地区生产总值增长[[9.4%|C]]，比前三季度高[[0.2个百分点|N]]。"),
    ],
    "how many more or left is no count of its own": [
        ("2022M01-M03", "zhangjiajie", "[[5个|C]]项目进入省产品创新强基项目库，比2021年全年的[[4个|C]]多[[1个|CN]]。"),
        ("2022M01-M03", "zhangjiajie", "The 320 Project counts [[64|C]] projects; [[22|C]] are new and [[20|C]] are to be completed this year, leaving [[22|CN]] others."),
    ],
    "a month told with its year is a period of its own": [
        ("2017M01-M11", "huaihua", "In the month of November 2017, industrial value added in Huaihua was [[10.4%|C]] higher than a year earlier; in Changsha it grew by [[11.0%|C]] in that month."),
        ("2017M01-M11", "huaihua", "As was announced in December 2017, industrial value added in Huaihua grew by [[6.6%|C]] from January to November."),
    ],
    "in a quarter or half of its own, in several years together, and as a target, a figure is another": [
        ("2016M01-M12", "zhangjiajie", "2016年第四季度，张家界市地区生产总值增长[[9.3%|N]]。"),
        ("2016M01-M12", "zhangjiajie", "In the second half of 2016 the GDP of Zhangjiajie grew by [[8.8%|N]]."),
        ("2016M01-M12", "zhangjiajie", "“十二五”期间，张家界市地区生产总值年均增长[[9.1%|N]]。"),
        ("2016M01-M12", "zhangjiajie", "2016年，张家界市地区生产总值预期目标为增长[[8.5%|N]]，实际增长[[8.1%|C]]。"),
        ("2016M01-M12", "zhangjiajie", "In 2016 the GDP of Zhangjiajie was [[33.1%|N]] higher than in 2012."),
    ],
    "the country's figures are none of the city's": [
        ("2016M01-M12", "zhangjiajie", "2016年，全国GDP增长[[6.7%|N]]，张家界市地区生产总值增长[[8.1%|C]]。"),
        ("2016M01-M12", "zhangjiajie", "GDP in Zhangjiajie grew by [[8.1%|C]] in 2016, against the national average of [[6.7%|N]]."),
    ],
    "the province owns what is called the province's, at the head of a sentence too": [
        ("2016M01-M12", "loudi", "In 2016 the GDP of Huaihua grew by [[8.1%|C]] and the GDP of the whole province by [[7.9%|C]]."),
        ("2017M01-M12", "yongzhou", "In 2017 parks made up [[92.3%|C]] of Yongzhou's industrial value added; the provincial share was [[69.7%|C]]."),
        ("2008M01-M12", "chenzhou", "Across Hunan, [[3,441|C]] of [[7,575|C]] projects were completed, or [[45.4%|C]]."),
    ],
    "behind it came another city, whose figure it is": [
        ("2016M01-M12", "loudi", "Loudi's GDP amounted to [[140.014 billion yuan|C]] in 2016. Just behind it came Huaihua with a GDP of [[139.615 billion yuan|C]]."),
    ],
    "an owner may stand behind": [
        ("2022M01-M12", "xiangtan", "The three produced a GDP of [[2,028.046 billion yuan|C]] in 2022. Of this, [[1,396.611 billion yuan|C]] was Changsha's, [[361.681 billion yuan|C]] Zhuzhou's and [[269.754 billion yuan|C]] Xiangtan's."),
    ],
    "what cities share is each one's": [
        ("2015M01-M12", "shaoyang", "2015年，邵阳市与湘潭市地区生产总值增速并列全省[[第2位|C]]，均增长[[9.6%|C]]。"),
    ],
    "most words of a name confirm what fits it, and the rank behind it": [
        ("2012M01-M04", "shaoyang", "Factories in Shaoyang raised their value added by [[18.5 percent|C]], the [[second|C]]-fastest pace in the province, figures of the industry department show. Exports rose [[18.5 percent|N]]."),
        ("2012M01-M04", "chenzhou", "高加工度产业是最大的亮点，1至4月增加值增长[[24.9%|C]]，位居全省[[首位|C]]。"),
    ],
    "a city in brackets holds up to the closing one": [
        ("2012M01-M04", "yiyang", "1—4月规模以上工业增加值增长[[17.5%|C]]（全省规模以上工业增加值增长[[15.9%|C]]），居各市州[[第四位|C]]；高加工度工业增加值增长[[22.2%|C]]，居[[第五位|C]]。"),
    ],
    "a rank behind a share is of that": [
        ("2017M01-M12", "huaihua", "The city's parks produced industrial value added of [[16.842 billion yuan|CN]]. They made up [[53.7%|CN]] of its industrial value added, [[12th|NX]] in the province."),
    ],
    "several cities together are the sum of theirs": [
        ("2022M01-M12", "zhangjiajie", "Zhangjiajie's GDP came to [[59.239 billion yuan|C]]; Xiangxi's was [[81.753 billion yuan|C]] and Huaihua's [[187.764 billion yuan|C]]. Added up, they produced [[328.756 billion yuan|CN]]."),
    ],
    "a level that something is compared with has not fallen": [
        ("2016M01-M12", "yueyang", "全年经济增长[[7.8%|C]]，较2015年的[[8.7%|C]]回落[[0.9个百分点|C]]。"),
    ],
    "what something came to is not of the time it came from": [
        ("2022M01-M09", "zhangjiajie", "产品创新强基项目库入库项目从2021年底的[[4个|C]]扩大到[[4个|N]]。"),
    ],
    "a place may be told for a city behind it": [
        ("2015M01-M12", "changsha", "Changsha's economy grew [[9.9%|C]] in 2015. [[Second|C]] place is shared by Xiangtan and Shaoyang, where growth was [[9.6%|C]]."),
    ],
    "the year that the release's months lie in is no other period": [
        ("2022M01-M02", "zhangjiajie", "Two months into 2022, gross industrial output ranks [[10th|C]] in the province."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", OF_NAMES)
def test_whose_figure_it_is(rule):
    found = [misses(text, "published", period=period, city=city) for period, city, text in OF_NAMES[rule]]
    assert not any(found), found


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("单位：亿元\n\n| 县 | 投资 | 企业数 |\n|---|---|---|\n| 甲 | 12.5 | 8 |\n", [(12.5, "1e8_CNY"), (8, "count")]),
        ("Unit: 100 million yuan\n\n| county | output |\n|---|---|\n| A | 12.5 |\n", [(12.5, "1e8_CNY")]),
        ("游客4125万人次，实际使用外资0.82亿美元。", [(4125, "万人次"), (0.82, "亿美元")]),
        ("It moved 1.26 million tonnes over 1,180 mu.", [(1.26, "million tonnes"), (1180, "mu")]),
        ("2016年GDP3100.87亿元，居全省第2、第3位。", [(3100.87, "1e8_CNY"), (2, "rank"), (3, "rank")]),
        ("The second-largest economy came (9th) in 2016, which put Loudi 14th.", [(2, "rank"), (9, "rank"), (14, "rank")]),
        ("Commentary no. 19: Pier 9 reopened, a fitter aged 71 said; 3 min read. 七届四次全会", []),
    ],
)  # fmt: skip
def test_a_unit_is_read_from_the_caption_the_list_or_as_printed(text, wanted):
    assert [(figure.value, figure.unit) for figure in audit(text).figures] == wanted
