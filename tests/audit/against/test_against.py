"""Sentences that mislead a hasty reader, each worked out by hand: whose figure it is, of what, and whether it holds."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import re

import pytest

import audit_score
from marked_sentences import verdicts
from zjjstats.audit import audit

C, X, A, N = "confirmed", "contradicted", "ambiguous", "not-checked"


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
