"""The floors below which the audit may not fall, on the releases that it has been tuned on."""

import functools

import pytest

import audit_score
import corpus_files
import scoring


@functools.cache
def scored(part: str):
    return scoring.score(corpus_files.releases(part), audit_score.figures_of)


def total(part: str) -> scoring.Tally:
    return sum(scored(part)[0].values(), scoring.Tally())


def shown(part: str) -> str:
    return "\n".join(map(audit_score.miss, scoring.misses(scored(part)[1])))


@pytest.mark.parametrize("part", corpus_files.HELD)
def test_nearly_every_figure_is_found_with_its_value_and_unit(part):
    assert total(part).recall >= 0.95, shown(part)


@pytest.mark.parametrize("part", corpus_files.HELD)
def test_few_numbers_are_taken_for_figures(part):
    assert total(part).precision >= 0.95, shown(part)


@pytest.mark.parametrize("part", corpus_files.HELD)
def test_nearly_every_checkable_figure_gets_the_right_verdict(part):
    assert total(part).verdicts >= 0.90, shown(part)


@pytest.mark.parametrize("part", corpus_files.HELD)
def test_no_true_figure_is_called_contradicted(part):
    assert not [audit_score.miss(outcome) for outcome in scored(part)[1] if outcome.true_contradicted]


@pytest.mark.parametrize("part", corpus_files.HELD)
def test_no_false_figure_is_called_confirmed(part):
    assert not [audit_score.miss(outcome) for outcome in scored(part)[1] if outcome.false_confirmed]


def test_the_table_has_a_row_for_every_kind_that_is_marked():
    tallies, _ = scored("measure")
    rows = audit_score.table(tallies)
    marked = {mark.kind for release in corpus_files.releases("measure") for mark in release.marks}
    assert {row.split(" | ")[0].removeprefix("| ") for row in rows} >= marked | {"**all**"}


def test_an_unknown_part_is_refused_with_the_ones_there_are(monkeypatch):
    monkeypatch.setattr("sys.argv", ["audit_score.py", "train"])
    with pytest.raises(SystemExit, match="part 'train' is none of tune, measure"):
        audit_score.main()
