"""Gaps of figures that other sentences print, found by the names that a clause compares.

What is compared stands in the clause's own sentence, or bears the name that the clause begins with; what it is set
against bears the name behind 比, 高于, 与…差距. A name may be a city, or what is measured.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from operator import attrgetter

from zjjstats.audit.inside.differences import SET_AGAINST, difference, is_level
from zjjstats.audit.judging.findings import Finding, cautious, only_confirmed
from zjjstats.audit.reading.glue import GLUE_ZH
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

REACH, PARAGRAPHS, PAIR, LONGEST = 24, 4, 2, 3
# 岳阳快4.9个百分点: set against what the sentence told before as the average.
ALONE = re.compile(
    r"^(?:其中|而|但|则)?(?P<one>(?:(?![比较与同和跟于])[一-鿿]){2,6}?)(?:则|要|只|仅|却)?(?P<way>[快慢高低])[了出]?$"
)
AVERAGE = re.compile(r"全省|全国|全市|全州|平均|总体|整体")
EARLIER = re.compile("上年|去年|前年|同期|上期|年初|此前|原来")
COMPARED = re.compile(
    r"(?P<one>[一-鿿]*?)(?:(?P<way>高于|快于|低于|慢于|高出|低出|快出|超过|超出|超|领先于?|落后于?|跑赢|跑输)(?P<other>[一-鿿]{2,16}?)"
    r"|(?:比|较|与|同|和|跟)(?P<than>[一-鿿]{2,16}?)(?:的|之间的?)?(?P<verb>[高低快慢][出了]?|相差|差距[一-鿿]{0,4}|差|相距|拉开)(?:了|达|为|出)*)$"
)
# 与全省7.1%的增速相比快了1.5个百分点: the figure right before is what is set against.
BESIDE = re.compile("^的?(?:增速|增幅|水平|平均水平|比重|占比)?(?:相比|比较|比)(?:要|还)?[高低快慢][出了]?$")
LOWER = re.compile("低|慢|落后|跑输")
EITHER = re.compile("差|距|拉开")
SIDE = re.compile(
    "的?(?:增速|增幅|平均水平|平均|水平|同期|总体)+$|^(?:全市|全州|本市|该市|其|(?:自己|自身|本身|我们|我市|我州)的?)(?=[一-鿿])"
)


def gap_by_name(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """Points between two percentages whose names a clause compares, wherever they were told."""
    if item.reading.approximate or item.cell is not None:
        return None
    levels = [
        one
        for one in items[max(0, item.number - REACH) : item.number]
        if is_level(one) and one.cell is None and one.paragraph >= item.paragraph - PARAGRAPHS
    ]
    if BESIDE.match(item.own_before) and len(levels) >= PAIR and levels[-1].number == item.number - 1:
        is_lower = bool(LOWER.search(item.own_before))
        is_here = levels[-2].segment == item.segment
        return (
            cautious(item.reading, difference(item, levels[-2], levels[-1], lang, lower=is_lower)) if is_here else None
        )
    if match := ALONE.match(item.own_before):
        return from_average(items, item, levels, match, lang)
    if match := COMPARED.search(item.own_before):
        return from_named(items, item, levels, match, lang)
    return None


def from_average(items: list[Item], item: Item, levels: list[Item], match: re.Match[str], lang: Lang) -> Finding | None:
    """全省平均12.5%：岳阳快4.9个百分点: how far one of the sentence, or one of its name before, is from the average."""
    here = [one for one in levels if one.sentence == item.sentence]
    averages = [one for one in here if AVERAGE.search(one.own_before)]
    named = [one for one in here if match["one"] in one.own_before and one not in averages]
    is_lower = bool(LOWER.search(match["way"]))
    if len(averages) == 1 and not named:
        # 郴州市工业总产值增长11.3%. …… 全省工业总产值增长11.6%，郴州慢0.3个百分点.
        bearers = [one for one in levels if one not in here and match["one"] in one.own_before]
        alike = [one for one in bearers if not is_base(one) and shares_words(items, averages[0], one)]
        return only_confirmed(difference(item, alike[-1], averages[0], lang, lower=is_lower)) if alike else None
    if len(averages) != 1 or len(named) != 1:
        return None
    return cautious(item.reading, difference(item, named[0], averages[0], lang, lower=is_lower))


def from_named(items: list[Item], item: Item, levels: list[Item], match: re.Match[str], lang: Lang) -> Finding | None:
    """How far what a sentence is about is from what its clause names."""
    subject, name = (SIDE.sub("", SIDE.sub("", told)) for told in (match["one"], match["other"] or match["than"]))
    way = match["way"] or match["verb"]
    subject = subject or subject_before(items, item)
    is_average = len(name) < PAIR or bool(re.fullmatch("全省|全国|全市|全州", name))
    here = [one for one in levels if one.sentence == item.sentence and not is_base(one)]
    told = [one for one in here if len(subject) >= PAIR and subject in one.own_before] if not match["one"] else []
    ours = told[-1:] or here[-1:] or [one for one in levels if len(subject) >= PAIR and subject in words_of(items, one)]
    theirs = [one for one in levels if one not in ours and not is_base(one) and one.sentence != item.sentence]
    if (both := former_and_latter(levels, item, subject, name)) is not None:
        ours, theirs = both
    elif is_average:
        theirs = [one for one in theirs if any(shares_words(items, one, our) for our in ours)]
    else:
        theirs = narrowest(items, item, theirs, name)
    if not ours and len(theirs) == 1:
        # Of two told in one sentence, the one that is not named is the other.
        last = [one for one in levels if one.sentence == theirs[0].sentence and not is_base(one)]
        ours = [one for one in last if one is not theirs[0]] if len(last) == PAIR else []
    if EITHER.search(way):
        pairs = [sorted((our, base), key=attrgetter("reading.value"), reverse=True) for our in ours for base in theirs]
    else:
        pairs = [[our, base] for our in ours for base in theirs]
    found = [difference(item, one, other, lang, lower=bool(LOWER.search(way))) for one, other in pairs]
    if holds := next((one for one in found if one and one.verdict == "confirmed"), None):
        return holds
    is_only = len(found) == 1 and (len(here) < PAIR or here[-1].number == item.number - 1 or bool(told))
    return refuting(item, found[0]) if is_only and not is_average else None


def subject_before(items: list[Item], item: Item) -> str:
    """What the clause before compared, where a clause that compares names nothing itself: 甲比乙低0.8，与丙的差距达2.7."""
    before = items[item.number - 1] if item.number else item
    if before.segment != item.segment or before.reading.unit != item.reading.unit:
        return ""
    match = COMPARED.search(before.own_before)
    return SIDE.sub("", match["one"]) if match else ""


def refuting(item: Item, finding: Finding | None) -> Finding | None:
    """A gap that is one digit off, or that goes the other way than its words say."""
    if finding and finding.expected is not None and finding.expected == -item.reading.value:
        return finding
    return cautious(item.reading, finding)


def former_and_latter(levels: list[Item], item: Item, subject: str, name: str) -> tuple[list[Item], list[Item]] | None:
    """The two told last, where a clause sets the latter against the former or the other way round."""
    last = [one for one in levels if one.sentence >= item.sentence - 1][-PAIR:]
    if {subject, name} != {"前者", "后者"} or len(last) < PAIR:
        return None
    return (last[1:], last[:1]) if subject == "后者" else (last[:1], last[1:])


def narrowest(items: list[Item], item: Item, levels: list[Item], name: str) -> list[Item]:
    """The percentages that a name may mean: it stands right before them, or heads their sentence, for a city named here."""
    own = [one for one in levels if name in one.own_before]
    if own:
        return own
    headed = [one for one in levels if name in sentence_before(items, one)]
    words = sentence_before(items, item)
    cities = [one for one in headed if PAIR <= len(one.own_before) <= LONGEST + PAIR and one.own_before in words]
    near = [one for one in headed if name in words_of(items, one)]
    return cities or next((few for few in (near, headed) if len(few) == 1), [])


def words_of(items: list[Item], item: Item) -> str:
    """The words of a segment from the last percentage before a figure on."""
    words = item.before
    for other in reversed(items[max(0, item.number - LONGEST) : item.number]):
        if other.segment != item.segment or other.reading.unit == "pct":
            break
        words = other.before + words
    return words


def is_base(item: Item) -> bool:
    """Whether a percentage is of an earlier time, or what another one is set against."""
    return bool(EARLIER.search(item.own_before) or SET_AGAINST.search(item.own_before))


def shares_words(items: list[Item], one: Item, other: Item) -> bool:
    """Whether two percentages are of one kind and some word of what is measured stands before both."""
    if one.reading.kind != other.reading.kind:
        return False
    words, said, left = sentence_before(items, other), one.own_before, GLUE_ZH.sub(" ", one.own_before)
    few = [left[at : at + PAIR] for at in range(len(left) - 1) if " " not in left[at : at + PAIR]]
    return any(some in words for some in (*few, *(said[at : at + LONGEST] for at in range(len(said) - PAIR))))
