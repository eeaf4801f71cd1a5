"""An average of a total over what is counted, a total of so much for each, and a base that a growth leads back to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.inside.parts_around import are_like
from zjjstats.audit.inside.rates import MORE
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import HUNDRED, amount, falls, measure, scale, spread
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

BACK, BESIDE, NOUN = 12, 2, 3
COUNTED = "个户家人件项亩台套名所处村镇条座场辆笔"
EACH = re.compile(rf"平均|[户人个家亩村校店台项]均|单[个户位项]|每(?:一)?[{COUNTED}]")
EACH_OF = re.compile(rf"(?:每(?:一)?|单)([{COUNTED}])|([户人个家亩村项台])均")
IN_ALL = re.compile(r"共|合计|总计|累计|总额|总[共计]|全部")
TOTAL = re.compile(r"总|共|合计|全部|累计")
WORKED_OUT = re.compile(r"推算|推知|测算|折算|倒推|反推|反算|换算|据此|由此|以此|照此")
BASE = re.compile(r"上年|去年|前年|同期|基数|年前|上期|上[季月]")


def average(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """So much for each = a total of the paragraphs before ÷ the count beside it."""
    if not EACH.search(item.own_before) or is_unlike(item) or measure(item) not in ("money", "count"):
        return None
    unit = EACH_OF.search(item.own_before)
    counted = (unit[1] or unit[2]) if unit else ""
    if unit is not None and (found := beside_count(items, item, counted, lang)):
        return found
    findings = [
        (total, count, divided(item, total, count, lang))
        for total, count in sorted(totals_and_counts(items, item), key=is_no_total)
        if not counted or counted in count.text or (counted == "个" and measure(count) == "count")
    ]
    for _, _, found in findings:
        if found and found.verdict == "confirmed":
            return found
    total_of = [(total, found) for total, _, found in findings if TOTAL.search(total.own_before)]
    return cautious(item.reading, total_of[0][1]) if len(total_of) == 1 and item.reading.decimals else None


def beside_count(items: list[Item], item: Item, counted: str, lang: Lang) -> Finding | None:
    """An average of the total beside it by a count of its sentence or the one before.

    游客63.0万人次. 收入5.04亿元，人均800元. 5760户居民，户均1.5万元，总投资8640万元: the total may stand right behind.
    """
    around_it = items[max(0, item.number - BESIDE) : item.number + 1 + BESIDE]
    totals = [
        one
        for one in around_it
        if one is not item
        and one.sentence == item.sentence
        and are_like(one, item)
        and not (is_unlike(one) or is_delta(one) or EACH.search(one.own_before))
        and (one.number < item.number or IN_ALL.search(one.own_before) or TOTAL.search(one.own_before))
    ]
    counts = [
        one
        for one in items[max(0, item.number - BACK) : item.number]
        if measure(one) == "count"
        and counted in one.text
        and item.sentence - 1 <= one.sentence
        and one.paragraph == item.paragraph
        and not is_unlike(one)
        and amount(one)
    ]
    for total in totals:
        for count in reversed(counts):
            exact = (amount(total) / amount(count)).scaleb(-scale(item))
            is_sure = item.reading.decimals > 0 or len(item.reading.value.as_tuple().digits) >= NOUN
            if is_sure and (found := only_confirmed(divided(item, total, count, lang))) and exact > 0:
                return found
    return None


def totals_and_counts(items: list[Item], item: Item) -> Iterator[tuple[Item, Item]]:
    """Amounts with the count that stands right before or behind them in their segment, nearest first."""
    near = [
        one
        for one in items[max(0, item.number - BACK) : item.number]
        if one.paragraph >= item.paragraph - BESIDE and not is_unlike(one) and not is_delta(one)
    ]
    for total in reversed(near):
        for count in reversed(near):
            is_pair = are_like(total, item) and total is not count and measure(count) == "count" and amount(count)
            is_next = total.segment == count.segment and abs(total.number - count.number) <= BESIDE
            is_named = total.sentence == count.sentence and count.own_before[-NOUN:] in item.own_before
            if is_pair and (is_next or (is_named and len(count.own_before) >= NOUN)):
                yield total, count


def is_no_total(pair: tuple[Item, Item]) -> bool:
    """Whether the words of an amount do not call it a total."""
    return not TOTAL.search(pair[0].own_before)


def divided(item: Item, total: Item, count: Item, lang: Lang) -> Finding | None:
    """The finding for an average of a total."""
    exact = (amount(total) / amount(count)).scaleb(-scale(item))
    shown = {"total": told(amount(total).scaleb(-scale(item))), "count": told(amount(count))}
    evidence = say(lang, "average", **shown, value=told(exact, item.reading.decimals + 2))
    return judged(item.reading, exact, evidence, spread=spread(exact, total))


def so_much_each(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A total = so much for each, told right before it, × how many of them there are."""
    before = [one for one in items[max(0, item.number - BESIDE) : item.number] if measure(one) == "money"]
    each = before[-1] if before else None
    if each is None or each.sentence != item.sentence or is_unlike(item) or not IN_ALL.search(item.own_before):
        return None
    unit = EACH_OF.search(each.own_before)
    if unit is None or measure(each) != "money" or measure(item) != "money":
        return None
    counted = unit[1] or unit[2]
    counts = [
        one
        for one in items[max(0, each.number - BACK) : item.number]
        if measure(one) == "count"
        and counted in one.text
        and one.paragraph >= item.paragraph - 1
        and not is_unlike(one)
    ]
    findings = []
    for count in reversed(counts):
        exact = (amount(each) * amount(count)).scaleb(-scale(item))
        shown = {"one": told(amount(each).scaleb(-scale(item))), "count": told(amount(count))}
        findings.append(judged(item.reading, exact, say(lang, "product", **shown, value=told(exact)), computed=False))
    holds = next((found for found in findings if found and found.verdict == "confirmed"), None)
    return holds or (cautious(item.reading, findings[0]) if findings and counts[-1].sentence == item.sentence else None)


def worked_back(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """An earlier value that a text says it worked out = the value now ÷ (1 + its growth)."""
    if (before := less_the_change(items, item, lang)) is not None:
        return before
    words = sentence_before(items, item)
    if not (WORKED_OUT.search(words) and BASE.search(item.own_before)) or is_unlike(item):
        return None
    near = items[max(0, item.number - BACK) : item.number]
    growths = [one for one in near if one.reading.kind == "growth" and one.paragraph == item.paragraph]
    if not growths or is_unlike(growths[-1]):
        return None
    rise = growths[-1]
    factor = 1 + (-rise.reading.value if falls(rise) else rise.reading.value) / HUNDRED
    values = [
        one
        for one in near
        if one.number < rise.number
        and are_like(one, item)
        and one.paragraph == item.paragraph
        and not (is_unlike(one) or is_delta(one) or MORE.match(one.after))
    ]
    for now in reversed(values[-BESIDE:] if factor > 0 else []):
        exact = (amount(now) / factor).scaleb(-scale(item))
        shown = {"now": told(amount(now).scaleb(-scale(item))), "growth": told((factor - 1) * HUNDRED)}
        evidence = say(lang, "base", **shown, value=told(exact, item.reading.decimals + 2))
        if found := only_confirmed(judged(item.reading, exact, evidence)):
            return found
    return None


def less_the_change(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """An earlier value = the value now less what it has grown by since, the two told right before it."""
    both = items[max(0, item.number - BESIDE) : item.number]
    if len(both) != BESIDE or not BASE.search(item.own_before) or is_unlike(item) or is_delta(item):
        return None
    now, change = both
    is_change = is_delta(change) and BASE.search(change.own_before) and not is_delta(now)
    is_like = all(are_like(one, item) and one.segment == item.segment and not is_unlike(one) for one in both)
    if not (is_change and is_like):
        return None
    exact = amount(now) + amount(change) if falls(change) else amount(now) - amount(change)
    shown = {"one": told(amount(now)), "other": told(amount(change)), "value": told(exact)}
    evidence = say(lang, "difference", **shown)
    return only_confirmed(judged(item.reading, exact.scaleb(-scale(item)), evidence, computed=False))


def is_unlike(item: Item) -> bool:
    """Whether a figure is only roughly told, or stands in a table."""
    return item.reading.approximate or item.cell is not None or item.reading.kind == "range"
