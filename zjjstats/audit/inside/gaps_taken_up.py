"""Points in English whose clause names one of the two percentages, or none: what it takes up was told right before.

The former and the latter, and a base told in the clause before (the province grew 5.5%, so we ran 0.8 points faster),
which only confirms, but for that of the province right before it: it refutes one wrong digit.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.inside.compared_levels import LOW, MOVED
from zjjstats.audit.inside.differences import difference, is_level
from zjjstats.audit.inside.named_figures import PROVINCE, earlier
from zjjstats.audit.judging.findings import Finding, cautious, only_confirmed
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.audit.reading.rate_words import PLAN
from zjjstats.phrases import Lang

PAIR, LARGE = 2, 10
EACH = re.compile(
    r"\b(?:the )?(?P<one>former|latter|first(?:[- ]named| of (?:the two|them|these))?|second(?:[- ]named| of (?:the two|them|these))?)\b"
)
SECOND = re.compile("latter|second")
# What points can be said to be: a move, a lead, a distance. Other clauses take up no gap.
GAP = re.compile(
    r"\b(?:faster|slower|higher|lower|quicker|more(?: slowly| quickly)?|less|above|below|ahead|behind|better|worse|adrift|short|clear|margin|gap|lead|"
    r"difference|distance|spread|advantage|deficit|edge|apart|gain(?:ed|s)?|los[st]|lost|up|down|slow\w*|accelerat\w*|decelerat\w*|improve\w*|rose|risen|fell|fallen|added|shed|widen\w*|"
    r"narrow\w*|beat\w*|outpac\w*|outstrip\w*|outgrew|outdid|exceed\w*|surpass\w*|trail\w*|lag\w*|miss\w*|top(?:s|ped))\b",
    re.IGNORECASE,
)
MARGIN = re.compile(
    r"\b(?:margin|lead|gap|advantage|edge|difference|distance|deficit) (?:over|on|to|from|with|behind|above|below|between)\b[^.;]*$",
    re.IGNORECASE,
)
IS = re.compile(
    r"\)?,? (?:is|was|came to|comes to|stood at|stands at|amount(?:s|ed) to|being) (?:only |just |exactly )?"
)
WAY_ALONE = re.compile(r" (?:faster|slower|higher|lower|quicker|better|worse|ahead|behind|above|below|up|down) ?")
OURS = re.compile(
    r",? (?:we|it|ours|the city|the prefecture) (?:is|are|was|were|ran|grew|came out) (?:only |just |some )?$"
)
BASE = re.compile(
    r"\b(?:against|compared (?:with|to)|relative to|measured against|over|average|mean|a year (?:ago|earlier|before)|last year|the year before|previous year|plan(?:ned)?|target|goal|(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)


def gap_taken_up(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The gap of two percentages of which a clause names one at most."""
    words = f"{item.own_before} {item.own_after}"
    if (
        item.reading.approximate
        or item.cell is not None
        or not GAP.search(f"{sentence_before(items, item)[-80:]} {item.own_after}")
    ):
        return None
    levels = [one for one in earlier(items, item, is_level) if one.paragraph == item.paragraph]
    if each := EACH.search(words):
        return of_each(item, levels, each, lang)
    if MOVED.search(item.before) or not (item.reading.decimals or item.reading.value >= LARGE):
        return None
    lower = bool(LOW.search(words))
    pairs = (*over_each(items, item, levels), *over_base(item, levels))
    found = (only_confirmed(difference(item, *pair, lang, lower=lower)) for pair in pairs)
    return next(filter(None, found), None) or over_told_base(item, levels, lang)


def over_told_base(item: Item, levels: list[Item], lang: Lang) -> Finding | None:
    """Points over the base right before them, where only one other percentage can be meant: it refutes one wrong digit.

    18.1%; the margin over the average of 15.9% was 2.2 points. Or the sentence before tells it alone, and these begin
    with the province: with 14.1% for Hunan, we are 14.4 points faster.
    """
    last = levels[-1] if levels else item
    here = [one for one in levels if one.sentence == item.sentence]
    if last.number != item.number - 1 or not here:
        return None
    margin = MARGIN.search(last.before) and IS.fullmatch(item.before)
    if margin and len(here) == PAIR:
        is_low = bool(LOW.search(last.before))
        return cautious(item.reading, difference(item, here[0], last, lang, lower=is_low))
    before = [one for one in levels if one.sentence == item.sentence - 1]
    is_province = PROVINCE.search(f"{last.before} {last.own_after}") and OURS.search(item.before)
    if is_province and len(here) == len(before) == 1 and WAY_ALONE.fullmatch(item.own_after):
        is_low = bool(LOW.search(item.own_after))
        return cautious(item.reading, difference(item, before[0], last, lang, lower=is_low))
    return None


def of_each(item: Item, levels: list[Item], each: re.Match[str], lang: Lang) -> Finding | None:
    """Of the former or the latter of the two told last: against the other one, or against the base of its sentence."""
    here = [one for one in levels if one.sentence == item.sentence]
    before = [one for one in levels if one.sentence == item.sentence - 1]
    both = before if len(before) == PAIR else [*before, *here][-PAIR:] if not before else []
    if len(both) != PAIR:
        return None
    place = bool(SECOND.search(each["one"]))
    lower = bool(LOW.search(f"{item.own_before} {item.own_after}"))
    bases = [one for one in here if one not in both and BASE.search(one.before)]
    if bases:
        return cautious(item.reading, difference(item, both[place], bases[-1], lang, lower=lower))
    if here and here != both:
        return None
    return cautious(item.reading, difference(item, both[place], both[not place], lang, lower=lower))


def over_base(item: Item, levels: list[Item]) -> list[tuple[Item, Item]]:
    """What a paragraph is about, and the base right before points: the nation grew 3.0%, so the margin is 3.3 points."""
    last = levels[-1] if levels else item
    words = f"{last.before} {last.own_after}"
    is_base = PROVINCE.search(words) or BASE.search(words) or PLAN.search(words)
    if last.number != item.number - 1 or last.sentence != item.sentence or not is_base:
        return []
    before = [one for one in levels[:-1] if is_no_base(one) and one.reading.kind == last.reading.kind]
    return [(one, last) for one in (*before[:1], *before[-1:])]


def over_each(items: list[Item], item: Item, levels: list[Item]) -> list[tuple[Item, Item]]:
    """Points in a list, over the bases listed before: 10.1% and 5.5%, so the lead was 2.4 and 7.0 points."""
    near = items[max(0, item.number - PAIR) : item.number + PAIR + 1]
    run = [one for one in near if one.sentence == item.sentence and one.reading.unit == "points"]
    bases = [one for one in levels if one.sentence == item.sentence and one.number < run[0].number][-len(run) :]
    is_list = len(run) > 1 and run[-1].number - run[0].number == len(run) - 1 and len(bases) == len(run)
    if not is_list or bases[-1].number != run[0].number - 1:
        return []
    base = bases[run.index(item)]
    before = [one for one in levels if one.number < bases[0].number and is_no_base(one)]
    return [(one, base) for one in (*before[:1], *before[-1:])]


def is_no_base(item: Item) -> bool:
    """Whether a percentage is of the place that the text is about."""
    return not PROVINCE.search(f"{item.own_before} {item.own_after}")
