"""Sentences that mislead a hasty reader, each worked out by hand: whose figure it is, of what, and whether it holds."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import re

import pytest

import audit_score
from zjjstats.audit import audit

C, X, A, N, L = "confirmed", "contradicted", "ambiguous", "not-checked", "last-digit"


def verdicts(text, workspace=None, **of):
    data = audit_score.workspace(workspace) if workspace else None
    found = audit(text, data, **of).figures
    return [(figure.text.strip(), figure.verdict) for figure in found]


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


# Of the published tables: GDP of Zhangjiajie in 2016 497.62 (14th), growth 8.1 % (4th, 9th in 2015: 8.5 %);
# in January and February 2022 gross output 10th, industrial investment 1st, technological upgrading 2nd, 7 places up.
AGAINST = [
    ("2016年全市地区生产总值497.62亿元（2015年为447.70亿元），同比增长8.1%。地区生产总值增速居全省第4位。", "2016M01-M12", [C, C, C, C]),
    ("2016年全市地区生产总值497.62亿元，总量居全省第14位；增速居全省第4位。", "2016M01-M12", [C, C, C]),
    ("2016年全市地区生产总值增速8.1%，居全省第5位。", "2016M01-M12", [C, X]),
    ("2016年全市地区生产总值497.62亿元，增长8.1%，居全省第14位。", "2016M01-M12", [C, C, N]),
    ("In 2016 the GDP of Zhangjiajie was 49.762 billion yuan; in 2015 it grew by 8.1%.", "2016M01-M12", [C, N]),
    (
        "The city's gross industrial output ranked 10th in the province. It ranked 1st in the province by industrial fixed-asset investment, 11 places ahead of the same period of the year before.",
        "2022M01-M02",
        [C, C, C],
    ),
    ("From January to February 2022, gross industrial output was No. 10 in the province.", "2022Q1", [C]),
    ("From January to February 2022, gross industrial output was No. 11 in the province.", "2022Q1", [X]),
    # What a figure is compared with is not what those after it are of; a name may follow its figure.
    ("2016年全市地区生产总值497.62亿元，而2015年这一数字是447.70亿元。地区生产总值增长8.1%。", "2016M01-M12", [C, C, C]),
    ("The city's economy grew by 8.1% in 2016.", "2016M01-M12", [C]),
    ("The city's economy grew by 8.1% in 2016, against 7.9% for Hunan as a whole.", "2016M01-M12", [C, C]),
    ("* 49.762 billion yuan -- GDP in 2016.", "2016M01-M12", [C]),
    ("In 2016 GDP grew by 8.1%; in 2015 it grew by 8.5%.\n\nGDP of the city was 49.762 billion yuan.", "2016M01-M12", [C, C, C]),
    ("2016年全市地区生产总值增速8.1%，全省第四。", "2016M01-M12", [C, C]),
    ("2016年全市地区生产总值增速8.1%，全省第五。", "2016M01-M12", [C, X]),
    ("1—2月，工业技术改造投资居全省第2位，比上年同期前移8位。", "2022Q1", [C, X]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "period", "wanted"), AGAINST)
def test_a_figure_is_set_against_the_data_of_its_own_city_period_and_indicator(text, period, wanted):
    found = verdicts(text, "published", period=period, city="zhangjiajie")
    assert [verdict for _, verdict in found] == wanted, found


def test_a_table_of_indicators_is_read_by_its_rows_and_columns():
    text = (
        "| 市州 | 2016年地区生产总值（亿元） | 2016年地区生产总值增速（%） |\n|---|---|---|\n"
        "| 张家界市 | 497.62 | 8.1 |\n| 永州市 | 1565.81 | 8.5 |\n"
    )
    found = audit(text, audit_score.workspace("published"), period="2016M01-M12", city="zhangjiajie").figures
    assert [(figure.value, figure.unit, figure.city) for figure in found] == [
        (497.62, "1e8_CNY", "zhangjiajie"),
        (8.1, "pct", "zhangjiajie"),
        (1565.81, "1e8_CNY", "yongzhou"),
        (8.5, "pct", "yongzhou"),
    ]
    assert [figure.verdict for figure in found] == [C, C, C, X]


def test_the_english_release_has_every_rank_confirmed_and_only_the_two_places_open():
    text = (audit_score.workspace("published").path / "releases" / "2022-04-08.en.md").read_text("utf-8")
    found = verdicts(
        re.sub(r"\A---\n.*?---\n", "", text, flags=re.DOTALL), "published", period="2022Q1", city="zhangjiajie"
    )
    assert [text for text, verdict in found if verdict != C] == ["2 places"]
    assert dict(found)["2 places"] == A


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2016年，郴州市地区生产总值按现价计算增长8.88%。", C),
        ("2016年，郴州市地区生产总值按现价计算增长8.2%。", X),
        ("In 2016 the GDP of Chenzhou was up 8.88% in nominal terms.", C),
        ("In 2016 at current prices the GDP of Chenzhou grew 8.2%.", X),
    ],
)
def test_nominal_growth_is_set_against_the_two_amounts_and_not_against_growth_at_comparable_prices(
    published, text, wanted
):
    # 2190.75 ÷ 2012.07 - 1 = 8.88 %; at comparable prices it was 8.2 %.
    assert {figure.verdict for figure in audit(text, published, period="2016Q4", city="chenzhou").figures} == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "GDP of Zhangjiajie grew by 8.1% in the first half of 2016.",
        "GDP grew by 8.1% in the first half of 2016",
        "张家界市地区生产总值增长8.1%（2016年上半年）。",
    ],
)
def test_a_period_right_behind_a_figure_is_the_figure_s_own(published, text):
    (figure,) = audit(text, published, period="2016Q4", city="zhangjiajie").figures
    assert (figure.period, figure.verdict) == ("2016M01-M06", "not-checked")
