"""Figures listed for several names at once: the first is of the first name, the second of the second."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from zjjstats.audit.naming.firmness import CERTAIN, WORDS
from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.reading.layout import Item
from zjjstats.schema import PROVINCE

# What may stand between the names or the figures of a list.
NAMES_APART = re.compile(
    r"(?:['’]s?)?[市州]?(?:的)?(?:[（(](?:[^（()）0-9]{1,12}|[0-9.,]{1,8} ?(?:%|per ?cent)?)[)）])?(?:、|，|, | and |和|与|及|以及|,? and )+(?:the |in )?"
)
FIGURES_APART = re.compile(
    r" ?(?:、|，|,|和|与|及|以及|;|；| and |, and | & |/)+ ?(?:全省|增长|为|分别|居|列|排|by |to |a |the |up |in the province|only )*"
)
SAYS_SO = re.compile(r"分别|依次|各为|分[列居获占]|respectively|in that order", re.IGNORECASE)
OF_BOTH = re.compile(
    r"\btheir\b|\bboth\b|\bthe (?:two|three|four)\b|[两二三四]市|[两二三]地|[两二三]者|[两二三]州", re.IGNORECASE
)
ALL_OF_THEM = re.compile("[这上前后][述面]?(?:的)?[二两三四五][项个]")
LAST_NAMED = 24
FEW, BACK, NAMES_BACK = 2, 8, 24


def runs(text: str, items: list[Item]) -> Iterator[list[Item]]:
    """Figures of the same unit that are listed with nothing but commas between them."""
    run: list[Item] = []
    for item in items:
        before = run[-1] if run else None
        is_next = (
            before is not None
            and item.cell is None
            and item.sentence == before.sentence
            and item.reading.unit == before.reading.unit
            and FIGURES_APART.fullmatch(text[before.reading.end : item.reading.start])
        )
        if not is_next:
            if len(run) >= FEW:
                yield run
            run = []
        run.append(item)
    if len(run) >= FEW:
        yield run


def chains(text: str, found: list[Mention], kind: str) -> list[list[Mention]]:
    """Names of a kind that are listed side by side."""
    names = [one for one in found if one.kind == kind]
    chain: list[Mention] = []
    listed: list[list[Mention]] = []
    for before, one in pairwise(names):
        if NAMES_APART.fullmatch(text[before.end : one.start]) and one.start - before.end < NAMES_BACK:
            chain = [*(chain or [before]), one]
        else:
            listed += [chain] if chain else []
            chain = []
    return [*listed, chain] if chain else listed


def distributed(text: str, items: list[Item], found: list[Mention]) -> dict[int, dict[str, Any]]:
    """By number of a figure, what the list of names before it says that it is of."""
    told: dict[int, dict[str, Any]] = {}
    listed = {kind: chains(text, found, kind) for kind in ("city", "indicator", "period")}
    at = dict.fromkeys(listed, 0)
    for run in runs(text, items):
        start = run[0].reading.start
        for kind, chain_list in listed.items():
            while at[kind] < len(chain_list) and chain_list[at[kind]][-1].end <= start:
                at[kind] += 1
            chain = chain_list[at[kind] - 1] if at[kind] else []
            if len(chain) != len(run) or not is_for(text, chain, run):
                chain = named_last(text, found, run) if kind == "city" else []
            if chain:
                for name, item in zip(chain, run, strict=True):
                    told.setdefault(item.number, {})[kind] = name.key
                    if kind == "indicator":
                        told[item.number]["firmness"] = CERTAIN
        for name, item in zip(named_above(text, found, run) or taken_up(text, found, run), run, strict=False):
            told.setdefault(item.number, {}).update({"indicator": name.key, "firmness": WORDS})
        for item, of in zip(run, ranked(items, run), strict=False):
            told.setdefault(item.number, {})["ranks"] = of.number
    return told


def named_last(text: str, found: list[Mention], run: list[Item]) -> list[Mention]:
    """The cities named last in a paragraph, as many as figures that are said to be theirs respectively."""
    start = run[0].reading.start
    if not (SAYS_SO.search(run[0].before) or SAYS_SO.search(run[-1].after)) or run[0].reading.unit == "rank":
        return []
    begin = text.rfind("\n", 0, start) + 1
    names: dict[str, Mention] = {}
    for mention in found[bisect_left(found, begin, key=place) : bisect_left(found, start, key=place)]:
        if mention.kind == "city" and mention.key and mention.key != PROVINCE:
            names.setdefault(mention.key, mention)
    return list(names.values()) if len(names) == len(run) else []


def named_above(text: str, found: list[Mention], run: list[Item]) -> list[Mention]:
    """The indicators that the paragraph before names, as many as figures that are said to be theirs respectively."""
    start = run[0].reading.start
    if not (SAYS_SO.search(run[0].before) or SAYS_SO.search(run[-1].after)) or run[0].reading.unit != "pct":
        return []
    end = text.rfind("\n", 0, start)
    here = found[bisect_left(found, end, key=place) : bisect_left(found, start, key=place)]
    above = text.rfind("\n", 0, end and len(text[:end].rstrip())) + 1
    names: dict[str, Mention] = {}
    for mention in found[bisect_left(found, above, key=place) : bisect_left(found, max(end, 0), key=place)]:
        if mention.kind == "indicator" and mention.key:
            names.setdefault(mention.key, mention)
    is_named_here = any(one.kind == "indicator" for one in here)
    return list(names.values()) if len(names) == len(run) and not is_named_here else []


def taken_up(text: str, found: list[Mention], run: list[Item]) -> list[Mention]:
    """The indicators named last, as many as the figures that a clause tells of them: 上述三项分别列第10、第7和第6."""
    start = run[0].reading.start
    if not ALL_OF_THEM.search(text, max(0, start - NAMES_BACK), start):
        return []
    names: dict[str, Mention] = {}
    for mention in reversed(found[: bisect_left(found, start, key=place)][-LAST_NAMED:]):
        if mention.kind == "indicator" and mention.key:
            names.setdefault(mention.key, mention)
    told_last = list(names.values())[: len(run)][::-1]
    return sorted(told_last, key=place) if len(names) >= len(run) else []


def place(mention: Mention) -> int:
    """Where a name stands."""
    return mention.start


def is_for(text: str, chain: list[Mention], run: list[Item]) -> bool:
    """Whether a list of figures is of the names listed before it: in the sentence, and no other of their kind since."""
    between = text[chain[-1].end : run[0].reading.start]
    if "\n" in between:
        return False
    is_sentence = len(between) < len(run) * 60 and not re.search(r"[。！？]|\.(?= |$)", between)
    return is_sentence or (len(between) < len(run) * 150 and bool(OF_BOTH.search(between)))


def ranked(items: list[Item], run: list[Item]) -> list[Item]:
    """The figures that a list of ranks behind them ranks, one each: 增加值380亿元、增长7.7%，分别居第9位、第10位."""
    first = run[0]
    if first.reading.unit != "rank" or not (SAYS_SO.search(first.before) or SAYS_SO.search(run[-1].after)):
        return []
    told = [one for one in items[max(0, first.number - BACK) : first.number] if one.sentence == first.sentence]
    levels = [one for one in told if one.reading.unit not in ("rank", "places", "points")]
    before = levels[-len(run) :]
    # Nothing that could be ranked as well stands before them, unless they are right before the ranks.
    is_next = before == told[-len(run) :]
    is_whole = len(before) == len(run) and (is_next or len(levels) == len(run))
    return before if is_whole else []
