"""A total of so much for each of what is counted."""

from __future__ import annotations

import re

from zjjstats.audit.judging.findings import Finding, cautious, judged, told
from zjjstats.audit.judging.quantities import amount, measure, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

BACK, BESIDE = 12, 2
COUNTED = "个户家人件项亩台套名所处村镇条座场辆笔"
EACH_OF = re.compile(rf"(?:每(?:一)?|单)([{COUNTED}])|([户人个家亩村项台])均")
IN_ALL = re.compile(r"共|合计|总计|累计|总额|总[共计]|全部")


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


def is_unlike(item: Item) -> bool:
    """Whether a figure is only roughly told, or stands in a table."""
    return item.reading.approximate or item.cell is not None or item.reading.kind == "range"
