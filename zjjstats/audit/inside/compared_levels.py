"""Points between two percentages of which English words tell both: who is ahead, and of what."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.inside.differences import ABOVE, UNDER, difference, is_level
from zjjstats.audit.inside.named_figures import earlier, meant, nouns, words_of
from zjjstats.audit.judging.findings import Finding, cautious
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

PAIR = 2
WAY = re.compile(
    rf",? (?P<way>{ABOVE}|{UNDER}|ahead|clear of|adrift of|beneath)\b(?:(?: than| of| the| in| for| as)\b)*(?P<noun>[^,.;:\n]*)",
    re.IGNORECASE,
)
LOW = re.compile(rf"{UNDER}|adrift|beneath|trail|lag|short|miss|undershot", re.IGNORECASE)
MOVED = re.compile(
    r"(?:^|, )(?:which is |that is |or )?(?:an? |the )?(?:\w+ )?(?:loss|gain|fall|rise|drop|increase|decrease|decline|slowdown|acceleration|improvement|change|swing|slide|advance|deceleration|pick-up|jump|dip) of (?:just |only |some )?$"
)
GAP = re.compile(
    r"\b(?:gap|difference|distance|spread|margin)\b[^.;]*?\bbetween (?P<names>[^.;]*?)(?: (?:is|was|came|amounts?|comes|stands?|stood|has|had)\b[^.;]*)?$",
    re.IGNORECASE,
)
BETWEEN = re.compile(r" between (?P<names>[^,.;]*)")
LEAD = re.compile(r"\ban? (?:lead|advantage|deficit|margin|edge|lag) of (?:just |only )?$")
BESIDE = re.compile(r"(?:\b(?:the|of|at|than|with|by)|['’]s|[(])(?: only| just)? ?$")
# The rates, them, the two: of all that the paragraphs tell but for the province's.
ALL_OF_THEM = re.compile(
    r"(?:the )?(?:two )?(?P<kind>rates|shares|them|two|both|two of them|cities|figures|percentages)", re.IGNORECASE
)
TAKES_UP = re.compile(r"^[\s“\"]*(?:That|This|It|Which)\b")
DEICTIC = re.compile(r"\b(?:that|it|this)\b", re.IGNORECASE)
TWO_NAMES = re.compile(r"(?P<one>[^,]+?),? (?:and|from) (?P<other>.+)")
# 0.3 points separate Alpha from Beta.
SEPARATE = re.compile(r" (?:separat|divid|part|lie|lay|stand|stood)\w*(?: between)? (?P<names>[^,.;]*)")


def compared_levels(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The gap of two percentages: between two names, or of one that is ahead of another."""
    if item.reading.approximate or item.cell is not None:
        return None
    if (both := between(items, item)) is not None:
        high, low = sorted(both, key=lambda one: one.reading.value, reverse=True)
        return cautious(item.reading, difference(item, high, low, lang, lower=False))
    told = ahead(items, item)
    if told is None:
        return None
    one, other, lower = told
    return cautious(item.reading, difference(item, one, other, lang, lower=lower))


def between(items: list[Item], item: Item) -> tuple[Item, Item] | None:
    """The percentages of the two names that a gap lies between."""
    match = (
        GAP.search(item.before)
        or (
            BETWEEN.match(item.after)
            if re.search(r"\b(?:gap|difference|distance|margin) of (?:only |just )?$", item.before)
            else None
        )
        or SEPARATE.match(item.after)
    )
    if match is None:
        return None
    levels = earlier(items, item, is_level)
    if told := ALL_OF_THEM.fullmatch(match["names"].strip()):
        return only_two(items, levels, told["kind"].lower())
    named = TWO_NAMES.fullmatch(match["names"].strip())
    if named is None:
        return None
    one, other = meant(items, levels, named["one"]), meant(items, levels, named["other"])
    return (one, other) if one is not None and other is not None and one is not other else None


def only_two(items: list[Item], levels: list[Item], kind: str) -> tuple[Item, Item] | None:
    """The two percentages that the rates, or both of them, can only be."""
    if kind in ("rates", "shares"):
        levels = [one for one in levels if one.reading.kind == kind[:-1]]
    else:
        levels = [one for one in levels if "province" not in nouns(words_of(items, one))]
    kinds = {one.reading.kind == "growth" for one in levels}
    return (levels[0], levels[1]) if len(levels) == PAIR and len(kinds) == 1 else None


def ahead(items: list[Item], item: Item) -> tuple[Item, Item, bool] | None:
    """Which percentage is compared with which, and whether it is the lower one."""
    levels = earlier(items, item, is_level)
    match, one = WAY.match(item.after), subject(items, item, levels)
    if one is not None and match is None and LEAD.search(item.before):
        other = base_before(items, item)
        return (one, other, bool(LOW.search(item.before))) if other is not None else None
    if match is None or one is None:
        return None
    other = base(items, item, levels, one, match["noun"])
    if other is one:
        # The average was 15.9%, which puts Alpha 2.6 points ahead of the average.
        rest = [level for level in levels if level is not other]
        told = meant(items, rest, item.before)
        return (told, other, bool(LOW.search(match["way"]))) if told is not None else None
    return (one, other, bool(LOW.search(match["way"]))) if other is not None else None


def base(items: list[Item], item: Item, levels: list[Item], one: Item, noun: str) -> Item | None:
    """The percentage that points are counted from: that right behind them, or the one that their noun means."""
    behind = items[item.number + 1] if item.number + 1 < len(items) else item
    is_beside = is_level(behind) and behind.sentence == item.sentence and BESIDE.search(behind.before)
    if is_beside and "," not in behind.before:
        return behind
    if not noun.strip():
        return base_before(items, item)
    rest = [level for level in levels if level is not one]
    if not nouns(noun):
        return last_alone(item, rest) if DEICTIC.search(noun) else meant(items, rest, noun)
    return meant(items, rest, noun) or meant(items, levels, noun)


def subject(items: list[Item], item: Item, levels: list[Item]) -> Item | None:
    """The percentage that is ahead: the last of the sentence that is no base of other points, or that the sentence takes up."""
    here = [one for one in levels if one.sentence == item.sentence and not is_base(items, one)]
    if here:
        return here[-1]
    before = [one for one in levels if one.sentence == item.sentence - 1 and one.paragraph == item.paragraph]
    return before[0] if len(before) == 1 and TAKES_UP.match(sentence_before(items, item)) else None


def is_base(items: list[Item], level: Item) -> bool:
    """Whether a percentage is what points printed right before it are counted from."""
    before = items[level.number - 1] if level.number else level
    is_beside = BESIDE.search(level.before) and "," not in level.before
    return bool(
        is_beside and before.reading.unit == "points" and before.sentence == level.sentence and WAY.match(before.after)
    )


def base_before(items: list[Item], item: Item) -> Item | None:
    """What the points told before in the sentence are counted from, where these name nothing of their own."""
    points = [
        one
        for one in items[max(0, item.number - 6) : item.number]
        if one.reading.unit == "points" and one.sentence == item.sentence
    ]
    told = ahead(items, points[-1]) if points else None
    return told[1] if told is not None else None


def last_alone(item: Item, levels: list[Item]) -> Item | None:
    """The one percentage of the sentence before."""
    before = [one for one in levels if one.sentence == item.sentence - 1 and one.paragraph == item.paragraph]
    return before[0] if len(before) == 1 else None
