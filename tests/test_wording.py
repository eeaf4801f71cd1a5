"""Figures as text: one rounding, half away from zero, and the typography of each language."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from string import Formatter

import pandas as pd
import pytest

import zjjstats as zj
from conftest import ROOT
from zjjstats.phrases import LANGS, NOTES_ZH, PHRASES
from zjjstats.wording import Wording, exact, lowered, number_text, ordinal, rounded

# A language may do without a blank that another needs: these are all of them.
FEWER_IN_CHINESE = {"up": {"base"}, "down": {"base"}, "level": {"base"}}
FEWER_IN_ENGLISH = {"than": {"base"}, "than.level": {"base"}, "entries.level": {"before"}}


@pytest.fixture(params=LANGS)
def wording(request, published):
    return Wording(published, request.param)


@pytest.fixture
def zh(published):
    return Wording(published, "zh")


@pytest.fixture
def en(published):
    return Wording(published, "en")


def figure(name, value, part=pd.NA, whole=pd.NA, of=pd.NA, note=""):
    return {"fact": name, "value": value, "part": part, "whole": whole, "of": of, "note": note}


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        (12.25, 1, "12.3"),
        (-12.25, 1, "-12.3"),
        (12.35, 1, "12.4"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.5, 0, "-1"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (0.285, 2, "0.29"),
        (0.1 + 0.2, 1, "0.3"),
        (12.2499, 1, "12.2"),
        (8, 1, "8.0"),
        (-23.0, 1, "-23.0"),
        (Decimal("0.125"), 2, "0.13"),
        (99.995, 2, "100.00"),
    ],
)
def test_a_half_is_rounded_away_from_zero_as_the_decimals_are_printed(number, decimals, expected):
    assert str(rounded(number, decimals)) == expected


@pytest.mark.parametrize(("number", "expected"), [(-0.04, "0.0"), (-0.0, "0.0"), (0.0, "0.0"), (-0.05, "\u22120.1")])
def test_a_minus_is_never_shown_on_zero(number, expected):
    assert number_text(number, 1) == expected


def test_a_negative_number_has_a_true_minus_sign():
    assert number_text(-3.0, 1) == "\N{MINUS SIGN}3.0"


def test_trailing_zeros_are_dropped_only_when_asked_and_only_behind_the_point():
    assert number_text(95.0, 2) == "95.00"
    assert number_text(95.0, 2, drop_zeros=True) == "95"
    assert number_text(87.5, 2, drop_zeros=True) == "87.5"
    assert number_text(100.0, 2, drop_zeros=True) == "100"
    assert number_text(100, 0, drop_zeros=True) == "100"
    assert number_text(0.001, 2, drop_zeros=True) == "0"


def test_thousands_are_separated_only_when_asked():
    assert number_text(1234567.895, 2, separate=True) == "1,234,567.90"
    assert number_text(1234567.895, 2) == "1234567.90"
    assert number_text(-1234, 0, separate=True) == "\N{MINUS SIGN}1,234"


@pytest.mark.parametrize(
    ("started", "planned", "expected"),
    [(15, 22, "68.18%"), (19, 20, "95%"), (56, 64, "87.5%"), (22, 22, "100%"), (0, 7, "0%"), (1, 3, "33.33%"),
     (2, 3, "66.67%"), (1, 800, "0.13%"), (3, 800, "0.38%")],
)  # fmt: skip
def test_a_start_rate_has_at_most_two_decimals_and_no_trailing_zeros(wording, started, planned, expected):
    row = figure("start_rate.320_project.new", started / planned, started, planned)
    assert wording.value(row) == expected


@pytest.mark.parametrize(
    ("entries", "before", "expected"), [(5, 4, "25%"), (4, 5, "\u221220%"), (4, 3, "33.33%"), (9, 8, "12.5%")]
)
def test_growth_of_entries_is_a_percentage_of_counts(wording, entries, before, expected):
    row = figure("entries_growth.base.last_year", entries / before - 1, entries, before)
    assert wording.value(row) == expected


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [(497.62, 447.70, "11.2%"), (112.25, 100.0, "12.3%"), (108.0, 100.0, "8.0%"), (87.75, 100.0, "\u221212.3%"),
     (99.96, 100.0, "0.0%")],
)  # fmt: skip
def test_growth_of_an_amount_always_has_one_decimal(wording, now, before, expected):
    assert wording.value(figure("yoy_growth.gdp", now / before - 1, now, before)) == expected


def test_a_figure_with_parts_is_rounded_from_them_and_not_from_its_binary_quotient():
    assert exact(figure("yoy_growth.gdp", 0.12249, 112.25, 100.0)) == Decimal("0.1225")
    assert exact(figure("start_rate.p.new", 0.1, 1, 8)) == Decimal("0.125")
    assert exact(figure("value.gdp_growth", 0.081)) == Decimal("0.081")


@pytest.mark.parametrize(
    ("fraction", "expected"), [(0.081, "8.1%"), (0.1225, "12.3%"), (0.1, "10.0%"), (-0.23, "\u221223.0%")]
)
def test_a_published_growth_rate_is_printed_with_the_one_decimal_of_its_source(wording, fraction, expected):
    assert wording.value(figure("value.gdp_growth", fraction)) == expected


def test_an_amount_is_printed_with_its_unit_in_the_language_of_the_page(zh, en):
    row = figure("value.gdp", 1497.625)
    assert zh.value(row) == "1,497.63亿元"
    assert en.value(row) == "1,497.63 hundred million yuan"


def test_a_count_is_printed_with_its_measure_word(zh, en):
    row = figure("value.projects_completed", 1234.0)
    assert zh.value(row) == "1,234个"
    assert en.value(row) == "1,234"
    assert (zh.count(64.0), en.count(64.0)) == ("64个", "64")


def test_a_missing_figure_is_a_dash(wording):
    for name in ("start_rate.p.new", "rank.gdp.province", "rank_change.gdp.province.last_year", "value.gdp"):
        assert wording.value(figure(name, pd.NA)) == "—"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (14, "14th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (101, "101st"), (111, "111th"), (112, "112th"),
     (113, "113th"), (121, "121st"), (1012, "1012th")],
)  # fmt: skip
def test_an_english_place_has_its_ordinal_ending(number, expected):
    assert ordinal(number) == expected


def test_a_place_is_said_in_each_language(zh, en):
    row = figure("rank.gdp.province", 12.0)
    assert zh.value(row) == "第12位"
    assert en.value(row) == "12th"


def test_one_place_is_singular_in_english_and_its_sign_is_left_to_the_verb(zh, en):
    assert [en.places(number) for number in (1, -1, 2, -7, 0)] == [
        "1 place",
        "1 place",
        "2 places",
        "7 places",
        "0 places",
    ]
    assert [zh.places(number) for number in (1, -1, 2, -7)] == ["1位", "1位", "2位", "7位"]


def test_a_change_of_rank_always_shows_its_direction(wording):
    told = [wording.value(figure("rank_change.gdp.province.last_year", change)) for change in (11.0, -2.0, 0.0)]
    assert told == ["+11", "\N{MINUS SIGN}2", "0"]


def test_a_figure_shows_the_sum_that_a_reader_can_redo(wording):
    assert wording.made_of(figure("start_rate.320_project.new", 15 / 22, 15.0, 22.0)) == "15 ÷ 22"
    assert wording.made_of(figure("entries_growth.base.last_year", 0.25, 5.0, 4.0)) == "5 ÷ 4 \N{MINUS SIGN} 1"
    change = figure("rank_change.gdp.province.last_year", 11.0, 1.0, 12.0)
    assert wording.made_of(change) == "12 \N{MINUS SIGN} 1"
    assert wording.made_of(figure("value.gdp", 497.62)) == ""


def test_an_english_name_loses_its_capital_inside_a_sentence_unless_it_is_an_abbreviation_or_a_city(en, zh):
    assert lowered("Gross output") == "gross output"
    assert lowered("GDP growth") == "GDP growth"
    assert lowered("320 Project") == "320 Project"
    assert en.label("zhangjiajie", inside=True) == "Zhangjiajie"
    assert en.label("industrial_fai_growth", inside=True) == "industrial fixed-asset investment growth"
    assert en.label("industrial_fai_growth") == "Industrial fixed-asset investment growth"
    assert zh.label("zhangjiajie") == "张家界市"


def test_a_sentence_begins_with_a_capital_and_ends_with_the_languages_own_stop(zh, en):
    assert en.sentence("one place", "", "up") == "One place, up."
    assert zh.sentence("前移", "", "一位") == "前移，一位。"


def test_what_fills_a_blank_is_never_read_as_a_template(en):
    assert en.say("brackets", inside="{city}") == " ({city})"


def test_every_known_note_is_translated_part_by_part(zh, en):
    assert zh.note("tied; the bulletin agrees") == "并列；与通报一致"
    assert zh.note("nominal: the published growth rules") == "名义变动：以公布增速为准"
    assert zh.note("one of 2 readings: province|assessment_group") == "两种读法之一：全省／考核方阵"
    assert zh.note("a note of the owner") == "a note of the owner"
    assert en.note("tied; the bulletin agrees") == "tied; the bulletin agrees"


def blanks(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_both_languages_have_the_same_phrases():
    assert PHRASES["zh"].keys() == PHRASES["en"].keys()


@pytest.mark.parametrize("phrase", PHRASES["zh"])
def test_a_phrase_has_the_same_blanks_in_both_languages_but_for_those_one_does_without(phrase):
    chinese, english = (blanks(PHRASES[lang][phrase]) for lang in ("zh", "en"))
    assert english - chinese == FEWER_IN_CHINESE.get(phrase, set())
    assert chinese - english == FEWER_IN_ENGLISH.get(phrase, set())


@pytest.mark.parametrize("lang", LANGS)
def test_every_blank_has_a_name_and_no_phrase_is_empty(lang):
    assert all(template and "" not in blanks(template) for template in PHRASES[lang].values())


def test_no_chinese_phrase_uses_half_width_punctuation_between_characters():
    pattern = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")
    assert [text for text in PHRASES["zh"].values() if pattern.search(text)] == []


def test_the_notes_that_have_a_translation_are_in_chinese():
    assert all(re.search(r"[\u4e00-\u9fff]", text) for text in NOTES_ZH.values())


def sayings():
    """The texts of the package's modules, and the patterns of those with blanks at the end or inside."""
    literals, patterns = set(), []
    for module in (ROOT / "zjjstats").rglob("*.py"):
        if module.name == "phrases.py":
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):  # noqa: PD011
                pieces = node.values  # noqa: PD011 - no frame, but the parts of an f-string
                parts = [re.escape(piece.value) if isinstance(piece, ast.Constant) else "(.*)" for piece in pieces]
                patterns.append(re.compile("".join(parts)))
    return literals, patterns


def test_every_phrase_is_said_somewhere():
    literals, patterns = sayings()

    def is_said(phrase):
        # A blank inside a phrase's name is filled by a text of the package: col.{key} with "planned".
        filled = [match.groups() for pattern in patterns if (match := pattern.fullmatch(phrase))]
        return phrase in literals or any(all(part in literals | {""} for part in parts) for parts in filled)

    # Units stand in the tables, not in the code.
    assert [phrase for phrase in PHRASES["zh"] if not phrase.startswith("unit.") and not is_said(phrase)] == []


def test_every_unit_of_the_shipped_tables_has_words(published, sample):
    for workspace in (published, sample):
        units = {entry["unit"] for entry in workspace.dictionary.values()} - {"pct"}
        assert {f"unit.{unit}" for unit in units} <= PHRASES["zh"].keys()


def test_an_unknown_language_is_refused():
    with pytest.raises(zj.UnknownNameError, match="unknown language 'fr'; valid: zh, en"):
        zj.Briefing("2022Q1", "zhangjiajie", lang="fr")
