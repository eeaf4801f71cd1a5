"""When a printed figure holds; every expectation is worked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed
from zjjstats.audit.judging.tally import counts
from zjjstats.audit.reading.reading import Reading


def reading(value, unit="pct", *, approximate=False):
    printed = Decimal(value)
    return Reading(0, len(value), printed, -int(printed.as_tuple().exponent), unit, "rate", approximate)


@pytest.mark.parametrize(
    ("printed", "exact", "verdict", "expected"),
    [
        # 15/22 = 68.1818 %; half is rounded up: 12.345 is printed as 12.35.
        ("68.18", "68.1818", "confirmed", "68.18"),
        ("12.35", "12.345", "confirmed", "12.35"),
        ("12.34", "12.345", "last-digit", "12.35"),
        ("68.81", "68.1818", "contradicted", "68.18"),
        # A whole percentage may be off by rounding too.
        ("69", "68.1818", "last-digit", "68"),
        ("66", "68.1818", "contradicted", "68"),
    ],
)
def test_a_figure_holds_where_the_exact_value_rounds_to_it(printed, exact, verdict, expected):
    assert judged(reading(printed), Decimal(exact), "sum") == Finding(verdict, Decimal(expected), "sum")


def test_a_fact_that_is_not_computed_excuses_no_slip_of_rounding():
    assert judged(reading("12.34"), Decimal("12.345"), "", computed=False).verdict == "contradicted"


def test_parts_printed_too_coarsely_say_nothing():
    # Parts of one decimal each may make anything from 49.5 to 50.5 of it.
    assert judged(reading("50.4"), Decimal("50.0"), "", spread=Decimal("0.5")) is None
    assert judged(reading("50.7"), Decimal("50.0"), "", spread=Decimal("0.5")).verdict == "contradicted"


def test_an_approximate_figure_is_never_confirmed():
    assert judged(reading("70", approximate=True), Decimal("68.18"), "sum") == Finding("not-checked", None, "sum")
    assert judged(reading("90", approximate=True), Decimal("68.18"), "sum") is None


def test_a_loose_tie_refutes_only_by_one_wrong_digit():
    slip, other = (Finding("contradicted", Decimal(value), "") for value in ("68.18", "45.45"))
    assert cautious(reading("68.81"), slip) is slip
    assert cautious(reading("68.81"), other) is None
    assert only_confirmed(slip) is None


def test_a_percentage_of_one_digit_is_one_digit_off_any_other():
    # 2.5 % for a printed 6 % may be of something else; 25 % for a printed 65 % is a slip.
    assert cautious(reading("6"), Finding("contradicted", Decimal(3), "")) is None
    assert cautious(reading("65"), Finding("contradicted", Decimal(25), "")) is not None
    assert cautious(reading("6", "places"), Finding("contradicted", Decimal(3), "")) is not None


def test_no_verdict_is_left_out_of_the_count():
    assert counts(["confirmed", "confirmed", "ambiguous"]) == {
        "confirmed": 2,
        "last-digit": 0,
        "contradicted": 0,
        "ambiguous": 1,
        "not-checked": 0,
    }
