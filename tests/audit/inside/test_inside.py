"""Figures recomputed from the text alone; every expectation is worked by hand."""

from __future__ import annotations

import pytest

from zjjstats.audit import audit
from zjjstats.audit.inside import sums


def verdicts(text, lang="zh"):
    return {figure.text: (figure.verdict, figure.expected) for figure in audit(text, lang=lang).figures}


def test_a_rate_one_hundredth_off_is_off_in_its_last_digit():
    # 1750.07 / 2574.3 = 0.679824
    told = verdicts("2019年1—8月，全省196个重点项目完成投资1750.07亿元，为年度计划2574.3亿元的67.99%。")
    assert told["67.99%"] == ("last-digit", 67.98)
    assert told["196个"] == ("not-checked", None)


@pytest.mark.parametrize(
    ("text", "figure", "verdict", "expected"),
    [
        ("共有项目316个，其中产业项目172个、基础设施75个、民生55个、生态14个。", "316个", "confirmed", 316),
        ("共有项目319个，其中产业项目172个、基础设施75个、民生55个、生态14个。", "319个", "contradicted", 316),
        ("工业投资增长15.3%；技改投资增长18.2%，高于工业投资2.9个百分点。", "2.9个百分点", "confirmed", 2.9),
        ("工业投资增长15.3%；技改投资增长18.2%，高于工业投资3.9个百分点。", "3.9个百分点", "contradicted", 2.9),
        ("工业投资9360.2亿元，技改投资6261.15亿元，占工业投资的66.9%。", "66.9%", "confirmed", 66.9),
        ("企业从9家增至18家，实现翻番。", "翻番", "confirmed", 2),
        ("基站由80个增至200个，增长1.5倍。", "1.5倍", "confirmed", 1.5),
        ("净增企业3家，达到15家，增长25%。", "25%", "confirmed", 25),
        ("税收12.6亿元，上年为10.5亿元，增长20.0%。", "20.0%", "confirmed", 20),
        ("税收12.6亿元，上年为10.5亿元，增长26.0%。", "26.0%", "contradicted", 20),
        ("工业项目31个，已投产18个，投产率58.06%。", "58.06%", "confirmed", 58.06),
        ("居全省第10位，比上年前移31位。", "31位", "contradicted", None),
    ],
)
def test_a_figure_and_its_parts_in_chinese(text, figure, verdict, expected):
    assert verdicts(text)[figure] == (verdict, expected)


@pytest.mark.parametrize(
    ("text", "figure", "verdict", "expected"),
    [
        ("Of 32 factories inspected, 26 passed, a pass rate of 81.25%.", "81.25%", "confirmed", 81.25),
        ("Of 32 factories inspected, 26 passed, a pass rate of 81.35%.", "81.35%", "contradicted", 81.25),
        ("It rose 18.2%, 2.9 points above the 15.3% of last year.", "2.9 points", "confirmed", 2.9),
        (
            "Exports were 6.3 million yuan, compared with 5.0 million yuan a year earlier, up 26.0%.",
            "26.0%",
            "confirmed",
            26,
        ),
        ("Its 58 cranes comprise 27 gantries, 19 jibs and 12 mobile cranes.", "58", "confirmed", 58),
    ],
)
def test_a_figure_and_its_parts_in_english(text, figure, verdict, expected):
    assert verdicts(text, "en")[figure] == (verdict, expected)


def test_a_coincidence_is_no_evidence():
    text = "The zone hired 45 inspectors, and 60 schools took part in a safety day. The start rate reached 75%."
    assert {verdict for verdict, _ in verdicts(text, "en").values()} == {"not-checked"}


def test_a_part_is_not_confirmed_by_the_rate_that_it_is_a_part_of():
    told = verdicts("计划新开工22个，已开工15个，开工率68.18%。")
    assert told["22个"][0] == told["15个"][0] == "not-checked"


def test_published_growth_of_value_added_is_not_contradicted_by_two_nominal_amounts():
    told = verdicts("工业增加值120.5亿元，上年为110.2亿元，增长7.3%。")
    assert told["7.3%"][0] == "not-checked"


def test_every_unchecked_figure_says_why():
    for figure in audit("近三成企业停产，5%—8%，12个。").figures:
        assert figure.verdict == "not-checked"
        assert figure.evidence


def test_each_figure_is_checked_against_a_bounded_number_of_others(monkeypatch):
    calls = []
    real = sums.measure
    monkeypatch.setattr(sums, "measure", lambda item: calls.append(1) or real(item))
    work = []
    for times in (200, 400):
        calls.clear()
        audit("15个，" * times)
        work.append(len(calls))
    assert work[1] < 2.2 * work[0]
