"""Which city a figure may be of besides the one told last: the release's own again, or those that a clause takes up."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterable

from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.schema import PROVINCE

# Below Xiangxi, whose 6.3% makes it 12th.
WHOSE = re.compile(r"(?P<name>[A-Z][a-z]+),? (?:whose|which|where)\b[^.;]*$")
BEARER = re.compile(r", (?P<name>[A-Z][a-z]+),")
AGAINST = re.compile(r",? (?:against|versus|vs\.?|compared (?:with|to)|to|as against) (?:only |just |a mere )?")
# They rank 11th and 12th.
SEVERAL = re.compile(r"\s*(?:They|Both|The (?:two|three|four|pair|former|neighbours)|These|In that order)\b")
CITY_NAMED = re.compile("[一-鿿]{2}[市州](?!场)|前者|后者|对方|前[面者]|该[市州]|两[市地州]|分[别列]|依次")
FEW = 4


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
