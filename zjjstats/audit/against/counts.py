"""Counts, and the facts of the workspace that count what the text says: how many, how many more, how many are left."""

from __future__ import annotations

import re

from zjjstats.audit.against.amounts_compared import amount_delta
from zjjstats.audit.against.workspace_facts import Data, Row, compared
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.naming.firmness import CERTAIN
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period
from zjjstats.wording import exact

FEW_MORE = 10
# From here on a count that equals a fact of its city and period does not do so by chance.
DISTINCT = 100
OF_PROJECTS = re.compile(r"项目|\bprojects?\b", re.IGNORECASE)
OF_NEXT = re.compile(r" (?:out )?of (?:the |its |these |those |all )*")
LAST_YEAR = re.compile("[比较](?:去年|上年|(?:19|20)[0-9]{2}年)(?:全年|年?底|年?末)?(?:增加|净增|新增|[多少])了?$")
PAIR = re.compile("[一-鿿]{2}")
SAID_FOR = {"施工": "在建"}
COMMON = ("projects", "enterprises", "industrial", "industry")


def delta_finding(data: Data, context: Context, item: Item) -> Finding | None:
    """How many more, or how many are left."""
    if not is_delta(item):
        return None
    return counts_apart(data, context, item) or left_over(data, context, item) or entries_since(data, context, item)


def entries_since(data: Data, context: Context, item: Item) -> Finding | None:
    """How many more entries into a database than in the whole of last year: 累计入库7个，比去年全年多3个."""
    if not (context.subject and LAST_YEAR.search(item.own_before)):
        return None
    now_period = Period.parse(context.release_period or context.period)
    then = str(Period(now_period.year - 1, 1, 12))
    name = f"entries.{context.subject}"
    now, base = (data.first(replace(context, period=one), name) for one in (str(now_period), then))
    if not (now and base) or base["period"] != then:
        return None
    more, is_less = exact(now) - exact(base), "少" in item.own_before
    evidence = data.apart(now, exact(now), exact(base))
    return only_confirmed(judged(item.reading, -more if is_less else more, evidence, computed=False))


def count_finding(data: Data, items: list[Item], context: Context, item: Item) -> Finding | None:
    """A count of an indicator that its words name, else one that no other fact equals."""
    finding = None
    if context.indicator:
        level, _ = data.indicators(context)
        rows = [row for row in data.held(context, f"value.{level}") if row["unit"] not in SCALES]
        finding = compared(data, item, rows)
        if finding and finding.verdict == "confirmed":
            return finding
    return named_count(data, items, context, item) or (finding if context.firmness == CERTAIN else None)


def counts_apart(data: Data, context: Context, item: Item) -> Finding | None:
    """How many more projects than another city of its paragraph, of whichever count the data hold."""
    told = data.briefing(context.city, context.period)
    for name in [name for name, row in told.items() if name.startswith("value.") and row["unit"] == "count"]:
        found = amount_delta(data, context, item, name.partition(".")[2]) if item.reading.value >= FEW_MORE else None
        if found:
            return found
    return None


def left_over(data: Data, context: Context, item: Item) -> Finding | None:
    """How many projects of a kind are not started: those planned less those started."""
    for kind in ("new", "due", "all"):
        planned, started = (data.first(context, f"{role}.{context.subject}.{kind}") for role in ("planned", "started"))
        if planned and started:
            left, evidence = exact(planned) - exact(started), data.apart(planned, exact(planned), exact(started))
            if found := only_confirmed(judged(item.reading, left, evidence, computed=False)):
                return found
    return None


def named_count(data: Data, items: list[Item], context: Context, item: Item) -> Finding | None:
    """A count of three digits or more that equals the one fact whose name shares its words with the clause."""
    if item.reading.unit != "count" or item.reading.value < DISTINCT or item.reading.approximate:
        return None
    clause = f"{item.own_before} {item.own_after}".lower()
    rows = [
        row
        for name, row in data.briefing(context.city, context.period).items()
        if name.startswith("value.") and row["unit"] == "count" and (row["period"] == context.period)
    ]
    equal = [row for row in rows if exact(row) == item.reading.value]
    fits = [row for row in equal if shares_words(data, row, clause)]
    is_of_next = OF_NEXT.fullmatch(item.after)
    words = item.before + item.after + (items[item.number + 1].after if is_of_next else "")
    if not fits and len(equal) == 1 and (OF_PROJECTS.search(words) or context.maybe or context.others[2]):
        fits = equal
    before = items[item.number - 1] if item.number else item
    if not fits and len(equal) == 1 and OF_NEXT.fullmatch(before.after):
        # Having completed 177 out of 265.
        fits = equal
    if not fits and len(equal) == 1 and is_of_next and is_count_held(rows, items[item.number + 1]):
        fits = equal
    return compared(data, item, fits) if len(fits) == 1 else None


def is_count_held(rows: list[Row], item: Item) -> bool:
    """Whether a count of three digits equals a fact: 354 of 518."""
    return item.reading.value >= DISTINCT and any(exact(row) == item.reading.value for row in rows)


def shares_words(data: Data, row: Row, clause: str) -> bool:
    """Whether a clause holds a word that tells a fact's name from others: 施工, 建成投产, completed, construction."""
    dictionary = data.workspace["dictionary"]
    key = str(row["fact"]).partition(".")[2]
    for entry in dictionary[dictionary["indicator"] == key].to_dict("records"):
        chinese = PAIR.findall(re.sub("项目|企业|个数|数量|数", " ", entry["name_zh"]))
        chinese += [other for word, other in SAID_FOR.items() if word in chinese]
        english = [word for word in re.findall("[a-z]{7,}", entry["name_en"].lower()) if word not in COMMON]
        if any(word in clause for word in (*chinese, *english)):
            return True
    return False
