"""The release of 8 April 2022 in our own words: every figure, in both languages, on both workspaces."""

# ruff: noqa: E501 - texts are read whole

from __future__ import annotations

import re

import pytest

from zjjstats.audit import audit
from zjjstats.wording import ordinal

ZH = (
    "一季度，全市320工程共实施工业项目64个，其中计划新开工22个，已开工15个，开工率68.18%；计划竣工项目20个，已开工19个，开工率95%。"
    "5个项目进入省“三高四新”产品创新强基项目库，入库数比2021年增长25%。1—2月，全市工业总产值居全省第10位、考核方阵第2位，"
    "比上年前移2位；工业固定资产投资居全省第1位，比上年同期前移11位；工业技术改造投资排名全省第二，前移7位。"
)
EN = (
    "In January–March 2022, Zhangjiajie had 64 industrial projects under the 320 Project. Of the 22 planned new projects, "
    "15 have been started, a start rate of 68.18%; of the 20 projects due for completion, nineteen are under construction, "
    "or 95%. Five projects entered the provincial product-innovation database, up 25% on 2021. In January–February gross "
    "industrial output ranked 10th in the province and 2nd in the assessment group, 2 places ahead of the previous year. "
    "Industrial fixed-asset investment ranked first in the province, 11 places ahead of the same period last year; "
    "technological-upgrade investment came second in the province, up seven places."
)
VALUES = [64, 22, 15, 68.18, 20, 19, 95, 5, 25, 10, 2, 2, 1, 11, 2, 7]
TEXTS = {"zh": ZH, "en": EN}


def seed(workspace, lang, text=None):
    return audit(text or TEXTS[lang], workspace, period="2022Q1", city="zhangjiajie", lang=lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("where", ["published", "sample"])
def test_every_figure_of_the_release_is_confirmed_and_only_the_two_places_are_ambiguous(request, where, lang):
    audited = seed(request.getfixturevalue(where), lang)
    assert [figure.value for figure in audited.figures] == VALUES
    verdicts = [figure.verdict for figure in audited.figures]
    assert verdicts == ["confirmed"] * 11 + ["ambiguous"] + ["confirmed"] * 4
    assert {figure.city for figure in audited.figures} == {"zhangjiajie"}


def test_rates_are_confirmed_from_their_parts_also_without_data():
    told = {figure.value: figure for figure in audit(ZH).figures}
    assert (told[68.18].verdict, told[68.18].evidence) == ("confirmed", "15 ÷ 22 = 68.1818%")
    assert (told[95].verdict, told[95].evidence) == ("confirmed", "19 ÷ 20 = 95%")
    assert {figure.verdict for figure in audit(ZH).figures} == {"confirmed", "not-checked"}


def test_growth_of_entries_is_confirmed_from_the_two_counts_of_the_data(published):
    growth = next(figure for figure in seed(published, "zh").figures if figure.value == 25)
    assert "5 ÷ 4 − 1" in growth.evidence


def test_the_two_places_name_both_readings(published, sample):
    for workspace, phrase in ((published, "说明指哪一个"), (sample, "相符")):
        places = seed(workspace, "zh").figures[11]
        assert "全省" in places.evidence
        assert "考核方阵" in places.evidence
        assert phrase in places.evidence


def altered(text, figures):
    """The text with each digit of each confirmed figure in turn replaced by each other, and the figure's number.

    A number does not begin with a nought by that, and an ordinal keeps an ending that fits.
    """
    for number, figure in enumerate(figures):
        for place in range(figure.start, figure.end):
            for digit in "0123456789".replace(text[place], ""):
                is_first = not text[figure.start : place].strip("第0")
                if figure.verdict == "confirmed" and text[place].isdigit() and not (is_first and digit == "0"):
                    changed = text[:place] + digit + text[place + 1 :]
                    yield number, re.sub(r"(\d+)(?:st|nd|rd|th)\b", lambda match: ordinal(int(match[1])), changed)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_other_digit_in_a_confirmed_figure_is_called_wrong_and_changes_no_other_verdict(published, lang):
    before, count = seed(published, lang).figures, 0
    for number, text in altered(TEXTS[lang], before):
        after = seed(published, lang, text).figures
        changed = after[number]
        assert changed.verdict in ("contradicted", "last-digit"), (before[number].text, changed)
        assert changed.expected == before[number].value
        if changed.verdict == "last-digit":
            assert abs(changed.value - changed.expected) == pytest.approx(10.0**-changed.decimals)
        # In English only the text tells that 95% is made of nineteen and 20.
        depends = {VALUES.index(95)} if lang == "en" and number == VALUES.index(20) else set()
        others = [place for place, figure in enumerate(after) if figure.verdict != before[place].verdict]
        assert set(others) - {number} <= depends, (text, [after[place] for place in others])
        count += 1
    assert count > 150


def test_figures_of_another_period_are_not_set_against_this_one(published):
    text = "2021年1—2月，张家界市工业固定资产投资居全省第9位。"
    assert [figure.verdict for figure in audit(text, published).figures] == ["not-checked"]


def test_an_indicator_that_other_words_narrow_down_is_another(published):
    text = "2016年，长沙市人均地区生产总值增长1.1%，财政收入增长2.2%，地区生产总值增长9.4%。"
    assert [figure.verdict for figure in audit(text, published).figures] == ["not-checked", "not-checked", "confirmed"]
