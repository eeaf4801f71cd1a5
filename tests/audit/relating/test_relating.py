"""Figures by what their clauses make them: confirmed, refuted, and what only arithmetic speaks for."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses
from zjjstats.audit.reading.layout import lay_out
from zjjstats.audit.relating.related import related, weighed
from zjjstats.audit.relating.telling import roles
from zjjstats.audit.relating.words import named


def found(text, number=-1, lang="en"):
    """What the room itself says of one figure, with no other check asked."""
    items = lay_out(text)
    finding = related(items, lang, lambda _: True)[number]
    return None if finding is None else (finding.verdict, finding.evidence)


# 93/137 = 67.883 %, 7.32/4.80 - 1 = 52.5 %, 14.3 - 9.6 = 4.7, 31.7 + 18.6 = 50.3.
CONFIRMED = [
    ("The harbour built 137 berths, of which 93 are in use, that is 67.9% of the berths.", "93 ÷ 137 = 67.883%"),
    ("全县共排查水井137口，已修复93口，修复率67.9%。", "93 ÷ 137 = 67.883%"),
    ("Freight rose from 4.80 million yuan last year to 7.32 million yuan this year, a rise of 52.5%.", "7320000 ÷ 4800000 − 1 = 52.5%"),
    ("Tea output grew by 14.3% and rice output by 9.6%; tea was thus 4.7 points faster than rice.", "14.3 − 9.6 = 4.7"),
    ("茶叶产值31.7亿元，柑橘产值18.6亿元，两项合计50.3亿元。", "18.6 + 31.7 = 50.3"),
    # 1 - 30/48 = 37.5 %: less than before is a fall.
    ("Stoppages: 30, after 48 in April; 37.5% fewer.", "30 ÷ 48 − 1 = −37.5%"),
    # 155/(1240-155) = 14.29 %, 113/(865-113) = 15.03 %, of what the sentence before told.
    ("Granite quarries employ 1,240 people. That is 155 more than in 2021, a gain of 14.3%.", "155 ÷ (1240 − 155) = 14.286%"),
    ("接待游客86.5万人次，同比多了11.3万人次，增长15.0%。", "113000 ÷ (865000 − 113000) = 15.027%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "evidence"), CONFIRMED)
def test_parts_that_agree_with_the_words_of_a_figure_confirm_it(text, evidence):
    assert found(text, lang="zh" if "，" in text else "en") == ("confirmed", evidence)


def test_what_the_latter_means_is_told_from_what_the_former_means():
    # 18.6 / 50.3 = 36.98 %, 31.7 / 50.3 = 63.02 %.
    told = "茶叶产值31.7亿元，柑橘产值18.6亿元，两项合计50.3亿元，后者占总产值的"
    assert found(told + "36.98%。", lang="zh")[0] == "confirmed"
    assert found(told + "37.89%。", lang="zh") is None


# 56/64 = 87.5 %, 228/240 = 95 %, 340 + 85 - 122 = 303, 412 + 57 - 33 = 436, 9.6/64 % = 15, 4620/1.1 = 4200,
# 189/420 = 45 %, 84/420 = 20 %, 9.8 - 5.1 = 4.7, 2480/4 = 620.
MADE = [
    "The hall has [[64|N]] looms, old and new. At the end of May [[56|N]] were running. The running rate is [[87.5%|C]].",
    "We invited [[240 firms|N]] and [[198|N]] came. The turnout of [[82.5%|C]] is the best in years.",
    "收到投诉[[240件|N]]。已办结[[228件|N]]，办结率[[95%|C]]。",
    "All [[38|N]] of the old boats sail again, [[100%|C]]. Of the [[64|N]] new ones [[52|N]] are afloat.",
    "The depot held [[340|N]] barrels. It bought [[85|N]] and sold [[122|N]]; it now holds [[303|C]].",
    "去年末在册企业[[412家|N]]，今年新增[[57家|N]]，注销[[33家|N]]，目前[[436家|C]]。",
    "已拨付[[9.6亿元|N]]，占全年预算的[[64%|CN]]，由此推算全年预算[[15亿元|C]]。",
    "Catches reached [[4,620 tonnes|N]], [[10%|CN]] more than before. That implies [[4,200 tonnes|C]] the year before.",
    "The district had [[236|C]] firms: [[118|CN]] in metal, [[74|N]] in food and [[44|N]] in toys. Metal thus made up [[50%|C]], food [[31.4%|C]] and toys [[18.6%|C]].",
    "East grew [[7.4%|N]], West [[5.1%|N]], North [[9.8%|N]]. Between the fastest and the slowest lie [[4.7 points|C]].",
    "The office paid [[1,940|N]] visits to firms, [[388|C]] for each of our [[five|CN]] teams.",
    "| Port | Ships | Boats |\n|---|---|---|\n| Lark | [[418|N]] | [[1,206|N]] |\n| Heron | [[377|N]] | [[985|N]] |\n| Tern | [[264|N]] | [[1,143|N]] |\n\nAll three ports together saw [[1,059|C]] ships and [[3,334|C]] boats.",
]  # fmt: skip


@pytest.mark.parametrize("text", MADE)
def test_a_rate_is_of_the_count_beside_it_and_other_figures_of_what_words_say(text):
    assert misses(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # 9/6 - 1 = 50 %, and 6 is 67 % of 9; 45/60 - 1 = -25 %, and 45 is 75 % of 60.
        "The base lists [[9|N]] entries, as against [[6|N]] at the end of 2020; that is [[67%|NX]] more.",
        "There are [[45|N]] coaches now, compared with [[60|N]] in spring; [[75%|NX]] fewer.",
        # 1150/1250 = 92 %; that 714 told behind is 62 % of 1150 says nothing.
        "- Sown: [[1,250 hectares|N]] of wheat, [[840 hectares|N]] of rape.\n- Wheat harvested: [[1,150 hectares|N]], a completion rate of [[62%|NX]]; rape harvested: [[714 hectares|N]].",
        # 64 + 9 - 5 = 68.
        "The choir had [[64|N]] voices; [[9|N]] joined, [[5|N]] left, so it has [[86|NX]] today.",
        # 2880/36 = 80, 28.3 + 19.6 + 20.5 = 68.4.
        "Total outlay is [[2.88 billion yuan|N]] for [[36|N]] schemes, so the mean scheme costs [[88 million yuan|X]].",
        "营业收入达[[64.8亿元|X]]，来自木材[[28.3亿元|N]]、茶叶[[19.6亿元|N]]、竹器[[20.5亿元|N]]，再无其他。",
    ],
)  # fmt: skip
def test_what_words_do_not_ask_confirms_nothing(text):
    assert misses(text) == []


def test_a_slip_of_what_the_words_single_out_is_called_wrong():
    # 613 / 900 = 68.11 %; two digits are swapped.
    verdict, evidence = found("Of the 900 lamps planned, 613 lamps have been hung, or 61.8% of the lamps planned.")
    assert (verdict, evidence) == ("contradicted", "613 ÷ 900 = 68.111%")


@pytest.mark.parametrize(
    "text",
    [
        "全县共排查水井137口，已修复93口，修复率67.8%。",
        # A rate is of the two counts right before it, whatever these are called.
        "Of the 22 new ones we have broken ground on 15; the start rate stands at 68.19%.",
        # A plan is one in any word for it.
        "The budget for lamps is 137 million yuan. By August 93 million yuan had been spent: 67.8% of the plan.",
        "- Annual plan: 137 million yuan\n- Invested: 93 million yuan\n- Share of plan completed: 67.8%",
    ],
)
def test_a_last_decimal_one_off_is_no_contradiction(text):
    assert found(text, lang="zh" if "，" in text else "en")[0] == "last-digit"


@pytest.mark.parametrize(
    "text",
    [
        # 45/60 = 75 %, yet what is vaccinated are no workshops.
        "The town has 60 workshops and 45 schools. Sheep are vaccinated to 75%.",
        # 300/240 is 25 % more, of another firm.
        "Hillside earned 300 million yuan. Riverton gained 25% from 240 million yuan a year earlier.",
        # 812.4 and 58.7 are of no 丁县.
        "甲县产值812.4亿元。丙县产值58.7亿元，仅相当于丁县的7.2%。",
        # 9.0 - 6.4 = 2.6, of Alpha and Beta.
        "Alpha grew 9.0%; Beta grew 6.4%. The gap between Alpha and Gamma is 2.6 points.",
        # A part is not what other parts leave of the whole, unless words say so.
        "The fund paid 34.7 million yuan: 21.9 million yuan to farms and 12.8 million yuan to mills.",
    ],
)  # fmt: skip
def test_a_coincidence_confirms_nothing_and_refutes_nothing(text):
    assert found(text, lang="zh" if "。" in text else "en") is None


def test_what_is_shared_out_is_shared_by_those_of_its_time():
    told = "630 people enrolled, against 504 people last year. We spent 1.26 million yuan on them, so each one cost"
    assert found(f"{told} 2,000 yuan.") == ("confirmed", "1260000 ÷ 630 = 2000")
    assert found(f"{told} 2,500 yuan.") is None


def test_half_of_a_few_is_less_of_a_witness_than_a_long_fraction():
    # 6/12 is what many a pair gives; 93/137 is not.
    few = roles(lay_out("Of the 12 plants 6 are paved, or 50% of the plants."))
    many = roles(lay_out("Of the 137 plants 93 are paved, or 67.9% of the plants."))
    assert weighed(few, few[-1]).confirming < weighed(many, many[-1]).confirming


def test_constant_prices_are_not_refuted_by_two_amounts():
    assert misses("全市工业增加值[[486.2亿元|N]]，上年为[[431.0亿元|N]]，按可比价增长[[18.2%|N]]。") == []


def test_parts_do_not_follow_from_their_rate():
    assert misses("Of [[137|N]] wells [[93|N]] are in use, a rate of [[67.9%|C]].") == []


def test_names_are_told_in_both_languages_and_glue_is_none():
    assert named("the growth of the total was") == frozenset()
    assert "桃县" in named("桃县的增速")
    assert "=province" in named("高于全省平均") & named("the provincial average")


def test_what_is_called_wrong_supports_nothing():
    # 45.9 + 18.6 = 64.5, so that 65.4 is wrong; 65.4/39.0 - 1 = 67.7 %, 45.9/39.0 - 1 = 17.7 %.
    told = "全年出口[[45.9亿元|N]]，进口[[18.6亿元|N]]，进出口总值[[65.4亿元|X]]。出口额上年为[[39.0亿元|N]]，同比增长"
    assert misses(told + "[[67.7%|N]]。") == []


def test_a_gap_is_refuted_whichever_way_round_it_is_told():
    # 20.3 - 15.9 = 4.4.
    assert found("全市增长20.3%。同期全省增长15.9%，全市比全省快4.8个百分点。", lang="zh") == (
        "contradicted",
        "20.3 − 15.9 = 4.4",
    )


def test_what_is_left_is_left_after_all_that_was_told():
    # 40.2 - 17.6 - 13.9 = 8.7; 17.6 - 13.9 = 3.7.
    told = "上半年完成40.2亿元，新材料完成17.6亿元，装备完成13.9亿元，其余"
    assert found(told + "8.7亿元为物流。", lang="zh") == ("confirmed", "40.2 − 17.6 − 13.9 = 8.7")
    assert found(told + "3.7亿元为物流。", lang="zh") == ("contradicted", "40.2 − 17.6 − 13.9 = 8.7")
