"""Verdicts on claims: recomputed from their check, compared with the tables, or not checked and why."""

from __future__ import annotations

from decimal import Decimal

import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY
from zjjstats.audit.claims.verdicts import COLUMNS, claim_verdicts, verdict

HEADER = ["release", "city", "period", "claim", "quantity", "printed", "unit", "check", "source"]
# 8.0 and 8.0 share place 1, 5.5 is third.
INDICATORS = [
    ["period", "city", "indicator", "value", "source"],
    ["2021Q1", "alpha", "output_growth", "9.0", "s"],
    ["2022Q1", "alpha", "output_growth", "8.0", "s"],
    ["2022Q1", "beta", "output_growth", "8.0", "s"],
    ["2022Q1", "gamma", "output_growth", "5.5", "s"],
    ["2022Q1", "alpha", "energy_use", "12.25", "s"],
]
COUNTS = [
    ["period", "city", "programme", "kind", "planned", "started", "source"],
    ["2022Q1", "alpha", "works", "new", "22", "15", "t"],
    ["2022Q1", "beta", "works", "new", "10", "", "t"],
    ["2022Q1", "gamma", "works", "new", "7", "5", "t"],
    ["2022Q1", "gamma", "roads", "new", "9", "4", "t"],
]


@pytest.fixture
def judge(folder):
    """A function that gives the verdict, expected value and evidence on one made-up claim."""

    def of(quantity, printed, unit="pct", check="", city="alpha", period="2022Q1", lang="en"):
        row = ["r", city, period, "c", quantity, printed, unit, check, "t"]
        tables = {"cities": CITIES, "dictionary": DICTIONARY, "indicators": INDICATORS, "project_counts": COUNTS}
        place = folder(**tables, claims=[HEADER, row])
        (told,) = claim_verdicts(zj.open_workspace(place), lang=lang).to_dict("records")
        return told["verdict"], told["expected"], told["evidence"]

    return of


def test_the_share_of_2019_is_off_in_its_last_digit(published):
    claims = claim_verdicts(published, lang="en")
    assert list(claims.columns) == COLUMNS
    (row,) = claims[claims["printed"] == "67.99"].to_dict("records")
    assert (row["verdict"], row["expected"]) == ("last-digit", 67.98)
    assert row["evidence"] == "1750.07 ÷ 2574.3 = 67.98236%"


def test_published_claims_are_never_contradicted(published):
    counted = claim_verdicts(published)["verdict"].value_counts().to_dict()
    assert counted == {"not-checked": 48, "confirmed": 38, "ambiguous": 1, "last-digit": 1}


def test_the_two_places_of_2022_are_ambiguous_and_both_readings_are_named(published):
    claims = claim_verdicts(published, period="2022Q1", city="张家界", lang="en").set_index("quantity")
    row = claims.loc["places_gained_gross_output"]
    assert row["verdict"] == "ambiguous"
    assert ".province.last_year: 12 − 10 = 2" in row["evidence"]
    assert ".assessment_group.last_year: 4 − 2 = 2" in row["evidence"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("68.18", "confirmed"), ("68.2", "confirmed"), ("68", "confirmed"), ("68.19", "last-digit"),
     ("68.17", "last-digit"), ("68.28", "contradicted"), ("67", "contradicted"), ("69", "contradicted"),
     ("18.18", "contradicted")],
)  # fmt: skip
def test_a_share_holds_at_the_precision_that_is_printed(judge, printed, expected):
    assert judge("x", printed, check="15/22")[0] == expected


def test_a_half_is_rounded_up(judge):
    # 1 of 16 is 6.25 %.
    assert judge("x", "6.3", check="1/16")[:2] == ("confirmed", 6.3)
    assert judge("x", "6.2", check="1/16")[:2] == ("last-digit", 6.3)


def test_every_changed_digit_of_a_share_is_seen(judge):
    for place, digit in enumerate("68.18"):
        for other in "0123456789":
            printed = "68.18"[:place] + other + "68.18"[place + 1 :]
            if digit not in (".", other):
                assert judge("x", printed, check="15/22")[0] in ("contradicted", "last-digit")


@pytest.mark.parametrize(
    ("check", "printed", "unit", "told"),
    [
        ("146+170", "316", "count", ("confirmed", 316, "146 + 170 = 316")),
        ("146+170", "317", "count", ("contradicted", 316, "146 + 170 = 316")),
        ("18.2-15.3", "2.9", "points", ("confirmed", 2.9, "18.2 - 15.3 = 2.9")),
        ("15.3-18.2", "-2.9", "points", ("confirmed", -2.9, "15.3 - 18.2 = −2.9")),
        ("count(output_growth>=8)", "2", "count", ("confirmed", 2, ">= 8, 2022M01-M03 (of 3 cities) = 2")),
        ("count(output_growth>8)", "2", "count", ("contradicted", 0, "> 8, 2022M01-M03 (of 3 cities) = 0")),
        ("rank(output_growth)", "1", "rank", ("confirmed", 1, "rank(output_growth), 2022M01-M03 (of 3 cities) = 1")),
        ("rank(output_growth)", "2", "rank", ("contradicted", 1, "= 1")),
    ],
)  # fmt: skip
def test_sums_counts_and_ranks_are_redone(judge, check, printed, unit, told):
    found = judge("x", printed, unit, check)
    assert found[:2] == told[:2]
    assert found[2].endswith(told[2])


@pytest.mark.parametrize(
    ("quantity", "printed", "unit", "city", "told"),
    [
        ("output_growth", "8.0", "pct", "alpha", ("confirmed", 8.0)),
        ("output_growth", "8.1", "pct", "alpha", ("last-digit", 8.0)),
        ("output_growth", "5.0", "pct", "alpha", ("contradicted", 8.0)),
        ("energy_use", "12.3", "t", "alpha", ("confirmed", 12.3)),
        ("output_growth_change_on_year", "-1.0", "points", "alpha", ("confirmed", -1.0)),
        ("rank_output_growth", "3", "rank", "gamma", ("confirmed", 3)),
        ("rank_output_growth", "2", "rank", "gamma", ("contradicted", 3)),
        ("projects_new", "22", "count", "alpha", ("confirmed", 22)),
        ("projects_new_started", "16", "count", "alpha", ("contradicted", 15)),
        ("start_rate_new", "68.18", "pct", "alpha", ("confirmed", 68.18)),
    ],
)
def test_a_claim_without_a_check_is_compared_with_the_tables(judge, quantity, printed, unit, city, told):
    assert judge(quantity, printed, unit, city=city)[:2] == told


def test_a_table_filled_from_the_same_source_is_no_second_witness(judge):
    assert judge("projects_new", "22", "count")[2].endswith("(the table was filled from the same source)")
    assert judge("output_growth", "8.0")[2] == "indicators.csv, output_growth = 8%"


def test_two_programmes_are_two_readings(judge):
    told = judge("projects_new", "7", "count", city="gamma")
    assert told[0] == "ambiguous"
    assert "planned.works.new = 7" in told[2]
    assert "roads" not in told[2]
    neither = judge("projects_new", "8", "count", city="gamma")
    assert neither[0] == "contradicted"
    assert "planned.works.new = 7" in neither[2]
    assert "planned.roads.new = 9" in neither[2]


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ({"quantity": "mystery", "printed": "5"}, "no check, and no table"),
        ({"quantity": "x", "printed": "5", "check": "15/0"}, "denominator is zero"),
        ({"quantity": "x", "printed": "5", "check": "__import__('os').getcwd()"}, "cannot be read"),
        ({"quantity": "x", "printed": "5", "check": "2**99999999"}, "cannot be read"),
        ({"quantity": "x", "printed": "about 5", "check": "1/20"}, "no number"),
        ({"quantity": "x", "printed": "NaN", "check": "1/20"}, "no number"),
        ({"quantity": "x", "printed": "5", "check": f"{'9' * 60}/1"}, "too long"),
        ({"quantity": "output_growth", "printed": "5", "period": "2020Q1"}, "no table holds output_growth of alpha"),
        ({"quantity": "x", "printed": "1", "check": "count(energy_use>1)"}, "no table holds energy_use of beta"),
        ({"quantity": "x", "printed": "1", "check": "rank(nothing)"}, "no table holds nothing of alpha"),
        ({"quantity": "x", "printed": "2", "city": "beta", "check": "rank(energy_use)"}, "energy_use of beta"),
        ({"quantity": "projects_new_started", "printed": "5", "city": "beta"}, "no table holds started.*.new of beta"),
        ({"quantity": "projects_total", "printed": "5", "city": "province"}, "of province"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_checked_says_why(judge, claim, why):
    told = judge(**claim)
    assert told[0] == "not-checked"
    assert why in told[2]


def test_evidence_speaks_the_language_that_is_asked(judge):
    assert judge("x", "5", check="15/0", lang="zh")[2] == "分母为零"


def test_claims_are_chosen_by_city_and_by_the_report_that_they_belong_to(published):
    assert set(claim_verdicts(published, period="2022Q1")["period"]) == {"2022M01-M03", "2022M01-M02"}
    assert claim_verdicts(published, period="2022Q2").empty
    assert set(claim_verdicts(published, city="湘西州")["city"]) == {"xiangxi"}
    assert set(claim_verdicts(published, city="province")["city"]) == {"province"}
    with pytest.raises(zj.UnknownNameError):
        claim_verdicts(published, city="atlantis")


def test_a_workspace_without_claims_gives_no_rows(sample):
    assert claim_verdicts(sample).empty


def test_zero_is_not_off_by_its_sign():
    assert verdict(Decimal("0.0"), Decimal("-0.04"), 1) == "confirmed"
