import re
from collections import Counter
from decimal import Decimal

import pytest

import corpus_files
import zjjstats as zj
from corpus_files import CORPUS, CorpusError, Mark, Release

RELEASES = [release for part in corpus_files.PARTS for release in corpus_files.releases(part)]
MARKS = [(release, mark) for release in RELEASES for mark in release.marks]
PLAIN_UNITS = {
    "pct", "points", "count", "rank", "places", "multiple", "1e4_CNY", "1e8_CNY", "1e12_CNY", "million_yuan",
    "billion_yuan", "trillion_yuan",
}  # fmt: skip


# One place or one project off is no matter of rounding.
EXACT = {"count", "rank", "rank_change"}


def decimals(value: Decimal) -> int:
    return -value.as_tuple().exponent


def spot(release: Release, mark: Mark) -> str:
    return f"{release.name}: {mark.text!r} at {mark.start}"


def arithmetic(mark: Mark) -> Decimal:
    value = corpus_files.redone(mark.redo)
    return value * 100 if mark.unit == "pct" else value


def test_there_are_enough_releases_half_of_them_chinese_and_half_english():
    langs = Counter(release.lang for release in RELEASES)
    assert len(RELEASES) >= 40
    assert langs["zh"] == langs["en"]


def test_a_release_has_as_many_figures_as_a_real_one():
    assert not [release.name for release in RELEASES if not 5 <= len(release.marks) <= 20]


def test_no_release_is_in_two_parts():
    assert len({release.text for release in RELEASES}) == len(RELEASES)


def test_every_verdict_and_every_kind_of_figures_occurs_in_every_part():
    for part in corpus_files.PARTS:
        marks = [mark for release in corpus_files.releases(part) for mark in release.marks]
        assert {verdict for mark in marks for verdict in mark.verdicts} == set(corpus_files.VERDICTS)
        assert {mark.kind for mark in marks} >= set(corpus_files.KINDS) - {"percentage"}


def test_units_are_of_the_vocabulary_or_as_printed():
    for release, mark in MARKS:
        assert mark.unit in PLAIN_UNITS or mark.unit.replace("_", " ") in release.text, spot(release, mark)


def test_the_value_is_written_with_the_printed_digits_where_these_are_plain():
    for release, mark in MARKS:
        narrow = mark.text.translate(str.maketrans("０１２３４５６７８９．，％", "0123456789.,%"))
        number = re.search(r"[-−]?\d+(\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", narrow))
        if number and "万个" not in narrow:
            assert number[0].replace("−", "-") == str(mark.value), spot(release, mark)


def test_what_can_be_redone_gives_what_the_annotation_says():
    for release, mark in MARKS:
        if not mark.redo:
            continue
        holds = mark.value if mark.expected is None else mark.expected
        assert corpus_files.rounded(arithmetic(mark), holds) == holds, f"{spot(release, mark)}: {arithmetic(mark)}"
        assert decimals(holds) == decimals(mark.value), spot(release, mark)
        units_off = abs(mark.value - holds).scaleb(decimals(holds))
        if "last-digit" in mark.verdicts:
            assert units_off == 1, spot(release, mark)
        if "contradicted" in mark.verdicts:
            assert units_off > (0 if mark.kind in EXACT else 1), spot(release, mark)


def test_what_the_workspace_holds_is_what_the_annotation_says():
    held = {}
    for release, mark in MARKS:
        if not mark.fact:
            continue
        fact, city, period = (*mark.fact.split("/"), release.city, release.period)[:3]
        if mark.fact.count("/") == 1:
            period = release.period
        where = (release.workspace, city, period)
        if where not in held:
            held[where] = zj.facts(zj.open_workspace(release.workspace), period, city=city)
        rows = held[where][held[where]["fact"] == fact]
        assert len(rows) == 1, f"{spot(release, mark)}: {where} has no fact {fact}"
        value = Decimal(str(rows["value"].iloc[0])) * (100 if rows["unit"].iloc[0] == "fraction" else 1)
        if mark.unit == "billion_yuan":
            value /= 10
        holds = mark.value if mark.expected is None else mark.expected
        assert corpus_files.rounded(abs(value), holds) == abs(holds), f"{spot(release, mark)}: {value}"
        # A growth that is printed for a fall differs by its sign alone.
        if mark.expected is not None and mark.expected >= 0:
            assert corpus_files.rounded(abs(value), mark.value) != mark.value, spot(release, mark)


def test_whatever_is_checked_says_how_unless_it_breaks_a_bound_or_has_two_readings():
    unsaid = [
        spot(release, mark)
        for release, mark in MARKS
        if not {"not-checked", "ambiguous"} & set(mark.verdicts)
        and not mark.redo
        and not mark.fact
        and mark.kind not in {"rank", "rank_change"}
    ]
    assert not unsaid


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{5%|5 pct rate}}", "is not 'value unit kind verdict'"),
        ("{{5%|5 pct ratio confirmed}}", "kind 'ratio'"),
        ("{{5%|5 pct rate sure}}", "verdict 'sure'"),
        ("{{5%|five pct rate confirmed}}", "is not a number"),
        ("{{5%|5 pct rate confirmed 6}}", "yet is not contradicted"),
        ("{{5%}}", "a mark is {{as printed|value unit kind verdict}}"),
        ("{{5%|5 pct rate confirmed", "a mark is {{as printed|value unit kind verdict}}"),
    ],
)
def test_a_malformed_mark_is_refused_with_its_file_and_rule(tmp_path, body, message):
    path = tmp_path / "one.md"
    head = "---\nlang: en\nworkspace: none\nperiod: ''\ncity: ''\nfigures: made up\nsource: made up\n---\n"
    path.write_text(head + body, "utf-8")
    with pytest.raises(CorpusError, match=re.escape(message)) as raised:
        corpus_files.read(path)
    assert str(path) in str(raised.value)


def test_marks_are_taken_out_and_their_places_are_those_in_the_plain_text(tmp_path):
    path = tmp_path / "one.md"
    head = "---\nlang: en\nworkspace: none\nperiod: ''\ncity: ''\nfigures: made up\nsource: made up\n---\n"
    path.write_text(head + "Of {{22|22 count count not-checked}}, {{15|15 count count not-checked}} run.", "utf-8")
    release = corpus_files.read(path)
    assert release.text == "Of 22, 15 run."
    assert [release.text[mark.start : mark.end] for mark in release.marks] == ["22", "15"]


def test_a_front_matter_that_lacks_a_field_is_refused(tmp_path):
    path = tmp_path / "one.md"
    path.write_text("---\nlang: en\n---\nText.", "utf-8")
    with pytest.raises(CorpusError, match="front matter has the fields"):
        corpus_files.read(path)


@pytest.mark.parametrize("expression", ["15/0", "2**3", "abs(3)", "15/"])
def test_only_plain_arithmetic_is_redone(expression):
    with pytest.raises(CorpusError):
        corpus_files.redone(expression)


def test_the_corpus_holds_nothing_but_its_releases():
    assert {path.suffix for path in CORPUS.rglob("*") if path.is_file()} == {".md"}


def test_the_period_and_the_city_of_every_release_are_ones_the_package_knows():
    places = set(zj.open_workspace("published")["cities"]["city"]) | {"province", ""}
    for release in RELEASES:
        assert zj.Period.parse(release.period), release.name
        assert release.city in places, release.name
