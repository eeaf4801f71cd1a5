from dataclasses import dataclass
from pathlib import Path

import pytest

import corpus_files
import scoring
from corpus_files import Release

HEAD = "---\nlang: en\nworkspace: none\nperiod: ''\ncity: ''\nfigures: made up\nsource: made up\n---\n"


@dataclass
class Found:
    text: str
    start: int
    verdict: str = "not-checked"
    value: float = 0.0
    unit: str = "pct"
    kind: str = "rate"
    expected: float | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def release(tmp_path: Path, body: str) -> Release:
    path = tmp_path / "one.md"
    path.write_text(HEAD + body, "utf-8")
    return corpus_files.read(path)


def total(tmp_path: Path, body: str, *figures: Found) -> scoring.Tally:
    tallies, _ = scoring.score([release(tmp_path, body)], lambda _: figures)
    return sum(tallies.values(), scoring.Tally())


def test_a_figure_counts_as_found_where_place_value_and_unit_agree(tmp_path):
    body = "Rate {{68.18%|68.18 pct rate confirmed = 15/22}}."
    assert total(tmp_path, body, Found("68.18", 5, value=68.18)).recall == 1
    assert total(tmp_path, body, Found("68.18%", 5, value=68.18, unit="points")).recall == 0
    assert total(tmp_path, body, Found("68.18%", 5, value=68.81)).recall == 0
    assert total(tmp_path, body, Found("68.18%", 20, value=68.18)).recall == 0


def test_an_amount_may_be_given_in_another_unit_of_money(tmp_path):
    body = "GDP {{49.762 billion yuan|49.762 billion_yuan amount not-checked}}."
    assert total(tmp_path, body, Found("49.762 billion yuan", 4, value=497.62, unit="1e8_CNY")).recall == 1
    assert total(tmp_path, body, Found("49.762 billion yuan", 4, value=49.762, unit="1e8_CNY")).recall == 0


def test_a_fall_may_be_given_with_or_without_its_sign_where_the_text_prints_none(tmp_path):
    unsigned = "Fell {{3 places|3 places rank_change not-checked}}."
    assert total(tmp_path, unsigned, Found("3 places", 5, value=-3, unit="places")).recall == 1
    signed = "Growth {{-3.5%|-3.5 pct growth not-checked}}."
    assert total(tmp_path, signed, Found("-3.5%", 7, value=3.5)).recall == 0


def test_a_number_that_no_mark_stands_for_costs_precision(tmp_path):
    body = "On 8 April, {{95%|95 pct rate not-checked}}."
    tally = total(tmp_path, body, Found("8", 3, value=8, unit="count"), Found("95%", 12, value=95))
    assert (tally.precision, tally.invented) == (0.5, 1)


def test_one_figure_answers_one_mark_only(tmp_path):
    body = "{{5%|5 pct rate not-checked}}{{5%|5 pct rate not-checked}}"
    assert total(tmp_path, body, Found("5%5%", 0, value=5)).found == 1


@pytest.mark.parametrize(
    ("wanted", "got", "right", "true_contradicted", "false_confirmed"),
    [
        ("confirmed", "confirmed", 1, 0, 0),
        ("confirmed", "not-checked", 0, 0, 0),
        ("confirmed", "contradicted", 0, 1, 0),
        ("ambiguous", "contradicted", 0, 1, 0),
        ("not-checked", "contradicted", 0, 1, 0),
        ("contradicted 6", "confirmed", 0, 0, 1),
        ("last-digit 6", "confirmed", 0, 0, 1),
        ("last-digit 6", "contradicted", 0, 0, 0),
        ("confirmed/ambiguous", "ambiguous", 1, 0, 0),
    ],
)
def test_verdicts_are_counted_as_they_weigh(tmp_path, wanted, got, right, true_contradicted, false_confirmed):
    tally = total(tmp_path, f"{{{{5%|5 pct rate {wanted}}}}}", Found("5%", 0, got, value=5))
    assert (tally.right, tally.true_contradicted, tally.false_confirmed) == (right, true_contradicted, false_confirmed)


def test_a_checkable_figure_that_is_not_found_has_no_right_verdict(tmp_path):
    tally = total(tmp_path, "{{5%|5 pct rate confirmed = 5/100}}")
    assert (tally.checkable, tally.right, tally.verdicts) == (1, 0, 0)


def test_a_date_called_contradicted_is_a_true_figure_called_contradicted(tmp_path):
    tally = total(tmp_path, "In 2022.", Found("2022", 3, "contradicted", value=2022))
    assert tally.true_contradicted == 1


def test_the_value_that_would_hold_has_to_be_the_right_one(tmp_path):
    body = "{{5%|5 pct rate contradicted 25 = 1/4}}"
    assert total(tmp_path, body, Found("5%", 0, "contradicted", value=5, expected=25)).expected_named == 1
    assert total(tmp_path, body, Found("5%", 0, "contradicted", value=5, expected=24)).expected_named == 0
    assert total(tmp_path, body, Found("5%", 0, "contradicted", value=5)).expected_named == 0
