"""What a figure may be of besides what it is taken for, all likeliest first; by most of these it is only confirmed.

Another indicator, where most of a name's words stand around it or a figure before it told that; the city of the release
again, the province, or a city that its clause takes up; another period.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from zjjstats.audit.against.other_times import other_periods
from zjjstats.audit.against.ties_of_figures import DIGITS_TELL, Resolved
from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import NONE, firmness_of
from zjjstats.audit.naming.names import Names
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.schema import PROVINCE

NEAR = 48
# From here on a count that equals a fact does not do so by chance.
DISTINCT = 100
AVERAGE = re.compile("average|平均", re.IGNORECASE)
# The average of 15.6%, of whatever the rank right before was among.
AVERAGE_ALONE = re.compile(
    r"\b(?:the|an) (?:overall |general )?(?:average|mean) (?:rate |growth )?(?:of|at|is|was) $|平均(?:水平|增速)?(?:为|是)?$"
)
# 从全省看，7575个施工项目: what follows may be of the whole province.
PROVINCE_SEEN = re.compile(
    "(?:[从就看拿]|放[到眼在]|[纵综]观|纵览)[^，。；]{0,6}全省[^，。；：0-9]{0,6}[，：][^。；]*$"
)
# Below Xiangxi, whose 6.3% makes it 12th.
WHOSE = re.compile(r"(?P<name>[A-Z][a-z]+),? (?:whose|which|where)\b[^.;]*$")
BEARER = re.compile(r", (?P<name>[A-Z][a-z]+),")
AGAINST = re.compile(r",? (?:against|versus|vs\.?|compared (?:with|to)|to|as against) (?:only |just |a mere )?")
# They rank 11th and 12th.
SEVERAL = re.compile(r"\s*(?:They|Both|The (?:two|three|four|pair|former|neighbours)|These|In that order)\b")
CITY_NAMED = re.compile("[一-鿿]{2}[市州](?!场)|前者|后者|对方|前[面者]|该[市州]|两[市地州]|分[别列]|依次")
FEW = 4
# So much of a name, and so many names; so many digits do not equal a fact by chance.
MOST, BEST, DIGITS = 0.6, 4, 2


def other_readings(
    data: Data, items: list[Item], told_of: list[Context], item: Item, resolved: Resolved
) -> list[Context]:
    """What a figure may be of besides what it is taken for: other indicators, the province, the city again, other periods."""
    context, is_rank = told_of[item.number], item.reading.unit == "rank"
    before = items[item.number - 1] if item.number else item
    near: list[str] = []
    if before is not item and item.reading.unit in ("rank", "places") and before.sentence == item.sentence:
        # What another segment ranked is not what this one names.
        both = [
            one
            for one in items[max(0, item.number - 2) : item.number][::-1]
            if one.segment == item.segment or not context.indicator
        ]
        near = [resolved[one.number].indicator for one in both if one.number in resolved]
    if before is not item and item.reading.unit == "points" and before.segment == item.segment:
        # Changde shows 86.8%, or 16.8 points more than Hengyang: of the share that stands right before.
        near = [resolved[before.number].indicator] if before.number in resolved else []
    keys = (*context.maybe, *near)
    changes = [replace(context, indicator=key) for key in keys] + by_words(data.names, context, item)
    said = item.before if AVERAGE.search(item.own_before) else item.own_before + item.own_after[:NEAR]
    # In the province (13.1%): a bracket is of what stands right before it.
    said += item.before[-NEAR:] if item.before.endswith(("(", "（")) else ""
    is_average = AVERAGE_ALONE.search(item.own_before) and not item.own_after.strip()
    if not is_rank and is_home_again(data, items, context, item):
        # One place in fourteen is held by chance too often.
        changes += [replace(one, city=context.home) for one in (context, *changes)]
    if (is_average or PROVINCE_NAMED.search(said) or PROVINCE_SEEN.search(sentence_before(items, item))) and (
        item.reading.unit in DIGITS_TELL or item.reading.value >= DISTINCT
    ):
        changes += [replace(one, city=PROVINCE) for one in (context, *changes)]
    changes += [replace(context, city=city) for city in cities_taken_up(data, items, told_of, item)]
    changes += [period for change in (context, *changes) for period in other_periods(items, change, item)]
    is_of_level = before.reading.unit == "pct" or before.reading.kind == "amount"
    then = told_of[before.number].period
    if is_rank and is_of_level and "" != then < context.period and before.segment == item.segment:
        # 去年一季度增长13.0%，列第4位: the place then.
        changes += [replace(context, period=then)]
    return changes


def by_words(names: Names, context: Context, item: Item) -> list[Context]:
    """What a figure may be of by the words around it; it is only confirmed by such."""
    if item.reading.unit != "pct" and item.reading.unit not in SCALES:
        return []
    if not item.reading.decimals or len(item.reading.value.as_tuple().digits) < DIGITS or item.reading.kind == "share":
        return []
    words = context.words.lower()
    clause = f"{item.own_before} {item.own_after}"
    scores = []
    for key, (pairs, starts) in names.content.items():
        score = max(part_in(pairs, words), part_in(starts, words))
        if score >= MOST and firmness_of(clause, names.own_words[key]) > NONE:
            scores.append((score, key))
    scores.sort(key=lambda one: -one[0])
    return [replace(context, indicator=key) for _, key in scores[:BEST] if key != context.indicator]


def part_in(parts: frozenset[str], words: str) -> float:
    """How much of a name stands in words."""
    return sum(part in words for part in parts) / len(parts) if parts else 0.0


def is_home_again(data: Data, items: list[Item], context: Context, item: Item) -> bool:
    """Whether a sentence that does not name the province may speak of the city again: 全省平均是1.2%. 专利增长7.5%."""
    if context.home in ("", PROVINCE, context.city) or not context.city:
        return False
    if context.city == PROVINCE:
        words = sentence_before(items, item)
        return not PROVINCE_NAMED.search(words) or is_new_segment(items, item, (PROVINCE_NAMED,))
    return is_new_segment(items, item, (CITY_NAMED, data.names.city))


def is_new_segment(items: list[Item], item: Item, named: Iterable[re.Pattern[str]]) -> bool:
    """Whether a Chinese figure's segment up to it names no city: 湘西增1.4%；专利授权量增26.6%，排第3."""
    near = [one for one in items[max(0, item.number - FEW) : item.number + 1] if one.segment == item.segment]
    is_begun = near[0].number and items[near[0].number - 1].segment != item.segment
    words = "".join(one.before for one in near)
    return bool(is_begun and CHINESE.search(words) and not any(name.search(words) for name in named))


def cities_taken_up(data: Data, items: list[Item], told_of: list[Context], item: Item) -> list[str]:
    """Cities that a clause takes up: the one before whose, or of two ranks side by side those told in the sentences before."""
    match = WHOSE.search(sentence_before(items, item))
    if match and match["name"].casefold() in data.names.cities:
        return [data.names.cities[match["name"].casefold()]]
    before = items[item.number - 1] if item.number else item
    if item.reading.unit == before.reading.unit == "pct" and AGAINST.fullmatch(item.before):
        # Yueyang outpaces Hengyang, 16.4% against 11.9%.
        near = told_of[item.number].others[0] - {told_of[item.number].city}
        return sorted(near) if len(near) <= FEW else []
    if item.reading.unit == "rank" and (match := BEARER.match(item.after)):
        # The fifth, Zhuzhou, follows.
        return [data.names.cities[key] for key in (match["name"].casefold(),) if key in data.names.cities]
    beside = [one for one in items[max(0, item.number - 1) : item.number + 2] if one.segment == item.segment]
    is_pair = any(one is not item and one.reading.unit == "rank" for one in beside)
    if item.reading.unit == "rank" and is_pair and SEVERAL.match(sentence_before(items, item)):
        return sorted(told_of[item.number].others[0])
    return []
