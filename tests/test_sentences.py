"""What the pages say, from the shipped tables and from tables made by hand."""

from __future__ import annotations

import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY

RELEASED_ZH = {
    "projects": [
        "2022年1—3月，张家界市320工程共安排项目64个。",
        "计划新开工项目22个，已开工15个，开工率68.18%。",
        "计划竣工项目20个，已开工19个，开工率95%。",
    ],
    "entries": ["2022年1—3月，张家界市入选“三高四新”产品创新强基项目库项目5个，比2021年全年的4个增长25%。"],
    "ranks": [
        "2022年1—2月，张家界市工业总产值增速居全省第10位，在考核方阵中居第2位。",
        (
            "工业总产值增速：通报称比上年全年前移2位，但未说明指哪一个位次——"
            "若指全省位次，2021年全年为第12位；若指考核方阵位次，2021年全年为第4位。"
        ),
        "2022年1—2月，张家界市工业固定资产投资增速居全省第1位，比上年同期前移11位。",
        "2022年1—2月，张家界市工业技术改造投资增速居全省第2位，比上年同期前移7位。",
        "以上位次为通报公布的位次，未公布各市州数值，本页无法复算。",
    ],
    "gaps": ["1项因“开工数未公布”缺失：320工程 · 全部项目 · 开工率。"],
    "rank_headline": [
        "张家界市2022年1—2月有3项指标可列全省位次。",
        "位次最高的是工业固定资产投资增速（第1位）。",
        "前移最多的是工业固定资产投资增速（比上年同期前移11位）。",
    ],
}
RELEASED_EN = {
    "projects": [
        "In January–March 2022 the 320 Project of Zhangjiajie counted 64 projects.",
        "Of 22 projects to be newly started, 15 had started, a start rate of 68.18%.",
        "Of 20 projects due for completion, 19 had started, a start rate of 95%.",
    ],
    "entries": [
        (
            'In January–March 2022, 5 projects of Zhangjiajie entered the provincial "Three Highs and Four News" '
            "product-innovation project database, 25% more than the 4 of the whole of 2021."
        ),
    ],
    "ranks": [
        (
            "By gross industrial output growth, Zhangjiajie in January–February 2022 ranked 10th in the province, "
            "2nd in its assessment group."
        ),
        (
            "Gross industrial output growth: the bulletin reports 2 places gained on the whole of last year without "
            "saying in which ranking; if in the province, the city was 12th in the whole of 2021; "
            "if in the assessment group, it was 4th in the whole of 2021."
        ),
        (
            "By industrial fixed-asset investment growth, Zhangjiajie in January–February 2022 ranked 1st in the "
            "province, 11 places up on the same period of last year."
        ),
        (
            "By technological-upgrade investment growth, Zhangjiajie in January–February 2022 ranked 2nd in the "
            "province, 7 places up on the same period of last year."
        ),
        (
            "The ranks above are those a bulletin printed; the cities' values were not published, "
            "so this page cannot recompute them."
        ),
    ],
    "gaps": ["1 missing because of “started is not reported”: 320 Project · all projects · start rate."],
    "rank_headline": [
        "Indicators of Zhangjiajie with a rank in the province in January–February 2022: 3.",
        "Best placed is industrial fixed-asset investment growth (1st).",
        (
            "The largest gain is in industrial fixed-asset investment growth "
            "(11 places up on the same period of last year)."
        ),
    ],
}
RELEASED = [("zh", topic) for topic in RELEASED_ZH] + [("en", topic) for topic in RELEASED_EN]
TOPICS = ("projects", "entries", "ranks", "gaps", "rank_headline")


def told(period, city, lang, data="published"):
    return zj.Briefing(period, city, data, lang).sentences()


@pytest.mark.parametrize(("lang", "topic"), RELEASED)
def test_the_release_of_2022_is_told_figure_by_figure(lang, topic):
    expected = {"zh": RELEASED_ZH, "en": RELEASED_EN}[lang][topic]
    assert getattr(told("2022Q1", "zhangjiajie", lang), topic)() == expected


def test_the_sample_ledger_gives_the_counts_of_the_release():
    sentences = told("2022Q1", "zhangjiajie", "en", "sample").projects()
    assert sentences == [
        (
            "In January–March 2022 the 320 Project of Zhangjiajie counted 64 projects, 56 had started, "
            "a start rate of 87.5%."
        ),
        *RELEASED_EN["projects"][1:],
    ]


def test_one_place_gained_is_singular():
    sentences = told("2022Q1", "zhangjiajie", "en", "sample").ranks()
    assert (
        "2nd in its assessment group (of 5 cities ranked), 3 places up on the same period of last year, "
        "1 place up on the whole of last year." in sentences[0]
    )


def test_a_tie_is_told_in_both_languages():
    assert told("2016Q4", "zhangjiajie", "zh").ranks()[-1] == (
        "2016年全年，张家界市地区生产总值增速为8.1%，居全省第4位（并列，共14个市州参加排位），比上年同期前移5位。"
    )
    assert told("2016Q4", "zhangjiajie", "en").ranks()[-1] == (
        "In the whole of 2016 the GDP growth of Zhangjiajie was 8.1%, 4th in the province "
        "(tied, of 14 cities ranked), 5 places up on the same period of last year."
    )


def test_an_amount_says_that_its_nominal_change_is_no_growth_rate():
    # 497.62 against 447.70 the year before.
    sentences = told("2016Q4", "zhangjiajie", "en").ranks()
    assert sentences[0] == (
        "In the whole of 2016 the GDP of Zhangjiajie was 497.62 hundred million yuan, "
        "14th in the province (of 14 cities ranked), level with the same period of last year."
    )
    assert sentences[1] == (
        "GDP: the amounts published for the two years differ by 11.2% in nominal terms, "
        "which is not comparable with the published same-scope growth."
    )
    assert len(sentences) == 3


@pytest.mark.parametrize(
    ("lang", "topic", "expected"),
    [
        ("zh", "projects", "所用数据表中没有岳阳市2022年1—3月的项目计划与开工数据。"),
        ("zh", "entries", "所用数据表中没有岳阳市2022年1—3月的项目入库数据。"),
        ("zh", "ranks", "所用数据表中没有岳阳市2022年1—3月的指标数据或通报位次。"),
        ("zh", "rank_headline", "所用数据表中没有岳阳市2022年1—3月的指标数据或通报位次。"),
        ("en", "projects", "The tables hold no planned or started projects of Yueyang for January–March 2022."),
        ("en", "entries", "The tables hold no database entries of Yueyang for January–March 2022."),
        (
            "en",
            "ranks",
            "The tables hold neither indicator values nor bulletin ranks of Yueyang for January–March 2022.",
        ),
    ],
)
def test_a_city_without_data_is_told_what_the_tables_do_not_hold(lang, topic, expected):
    assert getattr(told("2022Q1", "yueyang", lang), topic)() == [expected]


def test_missing_figures_are_counted_by_their_reason():
    sentences = told("2017Q4", "zhangjiajie", "en").gaps()
    assert [sentence.partition(":")[0] for sentence in sentences] == [
        "6 missing because of “no rank in the base period”",
        "1 missing because of “no base”",
    ]
    assert sentences[0].count("change of rank") == 6
    assert sentences[1].endswith(": Industrial value added in industrial parks · change on the year.")


def test_a_page_without_gaps_says_so():
    assert told("2016Q4", "zhangjiajie", "zh").gaps() == ["本页数字齐全，没有缺失。"]
    assert told("2016Q4", "zhangjiajie", "en").gaps() == ["No figure of this page is missing."]


def test_a_change_against_nothing_is_not_told_among_the_ranks():
    for sentence in told("2017Q4", "zhangjiajie", "en").ranks():
        assert "same period" not in sentence


@pytest.fixture
def three_cities(folder):
    """Alpha and Beta tied at the top, Gamma without a value; a year before Gamma, Beta, Alpha in that order."""
    header = ["period", "city", "indicator", "value", "source", "published_on", "note"]
    values = {
        "2022M01-M03": {"alpha": "8.1", "beta": "8.1"},
        "2021M01-M03": {"alpha": "5.0", "beta": "6.0", "gamma": "7.0"},
    }
    rows = [
        [period, city, "output_growth", value, "bureau", "", ""]
        for period, found in values.items()
        for city, value in found.items()
    ]
    rows.append(["2022M01-M03", "gamma", "output_growth", "", "bureau", "", ""])
    entries = [
        ["period", "city", "database", "entries", "source"],
        ["2022M01-M03", "alpha", "stars", "3", "bureau"],
        ["2021M01-M03", "alpha", "stars", "4", "bureau"],
        ["2022M01-M03", "beta", "stars", "4", "bureau"],
        ["2021M01-M03", "beta", "stars", "4", "bureau"],
        ["2022M01-M03", "gamma", "stars", "4", "bureau"],
        ["2021M01-M03", "gamma", "stars", "0", "bureau"],
    ]
    counts = [
        ["period", "city", "programme", "kind", "planned", "started", "source"],
        ["2022M01-M03", "alpha", "works", "new", "0", "0", "bureau"],
        ["2022M01-M03", "beta", "works", "new", "8", "", "bureau"],
    ]
    return folder(
        cities=CITIES, dictionary=DICTIONARY, indicators=[header, *rows], entries=entries, project_counts=counts
    )


def by_hand(where, city, lang="en"):
    return told("2022Q1", city, lang, str(where))


def test_cities_that_share_a_place_are_both_told_to_be_tied(three_cities):
    assert by_hand(three_cities, "alpha").ranks() == [
        (
            "In January–March 2022 the output growth of Alpha was 8.1%, 1st in the province (tied, of 2 cities "
            "ranked), 2 places up on the same period of last year."
        )
    ]
    assert by_hand(three_cities, "beta").ranks() == [
        (
            "In January–March 2022 the output growth of Beta was 8.1%, 1st in the province (tied, of 2 cities "
            "ranked), 1 place up on the same period of last year."
        )
    ]


def test_a_city_without_a_value_is_not_ranked_and_all_that_is_missing_is_counted(three_cities):
    sentences = by_hand(three_cities, "gamma")
    assert sentences.ranks() == ["In January–March 2022 Gamma has no value of output growth and is not ranked."]
    # Its value, its rank and the change of its rank; and its entries against none.
    assert sentences.gaps() == [
        "1 missing because of “base is zero”: stars · growth of entries · the same period of last year.",
        (
            "3 missing because of “no value”: Output growth · value, Output growth · province · rank, "
            "Output growth · province · change of rank · the same period of last year."
        ),
    ]
    chinese = by_hand(three_cities, "gamma", "zh").gaps()
    assert chinese[1].startswith("3项因“无数据”缺失：产值增速 · 数值、产值增速 · 全省 · 位次、")


def test_entries_say_whether_they_are_more_fewer_or_as_many(three_cities):
    assert by_hand(three_cities, "alpha").entries() == [
        "In January–March 2022, 3 projects of Alpha entered the stars, 25% fewer than the 4 of January–March 2021."
    ]
    assert by_hand(three_cities, "beta").entries() == [
        "In January–March 2022, 4 projects of Beta entered the stars, as many as in January–March 2021."
    ]
    assert by_hand(three_cities, "gamma").entries() == [
        (
            "In January–March 2022, 4 projects of Gamma entered the stars, "
            "without a base to compare with, so there is no growth."
        )
    ]


def test_a_start_rate_that_cannot_be_told_says_why(three_cities):
    assert by_hand(three_cities, "alpha").projects() == [
        (
            "Of 0 projects to be newly started, 0 had started; the number planned is zero or missing, "
            "so there is no start rate."
        )
    ]
    assert by_hand(three_cities, "beta").projects() == [
        "Of 8 projects to be newly started, how many had started was not reported, so there is no start rate."
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("topic", TOPICS)
def test_no_sentence_shows_a_blank_a_missing_value_or_an_unknown_key(lang, topic):
    for period, city in (("2022Q1", "zhangjiajie"), ("2016Q4", "changsha"), ("2021Q3", "xiangxi")):
        for sentence in getattr(told(period, city, lang), topic)():
            assert not any(mark in sentence for mark in ("{", "}", "nan", "<NA>", "None", "_", ".0,", ".0个"))


def test_a_headline_says_that_its_place_is_shared():
    assert told("2016Q4", "zhangjiajie", "en").rank_headline()[1] == "Best placed is GDP growth (4th, tied)."
    assert told("2016Q4", "zhangjiajie", "zh").rank_headline()[1] == "位次最高的是地区生产总值增速（第4位，并列）。"


def test_a_page_without_figures_does_not_call_itself_complete():
    assert told("2022Q1", "yueyang", "en").gaps() == ["There are no figures to show on this page."]


BULLETIN_HEADER = ["period", "city", "indicator", "scope", "rank", "places_gained", "base", "source"]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "2022年1—3月，甲市产值增速在clubs中居第2位。"),
        ("en", "By output growth, Alpha in January–March 2022 ranked 2nd in clubs."),
    ],
)
def test_a_bulletin_rank_in_any_grouping_is_told(folder, lang, expected):
    path = folder(
        cities=CITIES,
        dictionary=DICTIONARY,
        groups=[
            ["scheme", "group", "city", "first_year", "last_year", "source"],
            ["clubs", "north", "alpha", "2022", "2022", "s"],
        ],
        bulletin=[BULLETIN_HEADER, ["2022Q1", "alpha", "output_growth", "clubs", "2", "", "", "s"]],
    )
    assert told("2022Q1", "alpha", lang, str(path)).ranks()[0] == expected


def test_an_open_reading_against_the_previous_period_is_told(folder):
    path = folder(
        cities=CITIES,
        dictionary=DICTIONARY,
        bulletin=[
            BULLETIN_HEADER,
            ["2022Q1", "alpha", "output_growth", "province", "1", "", "", "s"],
            ["2022Q1", "alpha", "output_growth", "province|assessment_group", "", "1", "previous_period", "s"],
        ],
    )
    assert "若指全省位次，上期为第2位" in told("2022Q1", "alpha", "zh", str(path)).ranks()[1]
