"""The facts of projects that a figure is by what its text has told of them up to it: their kind and their role."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from zjjstats.audit.against.ends_told import end_told
from zjjstats.audit.against.workspace_facts import Data, Row, compared, printed_value
from zjjstats.audit.judging.findings import Finding, cautious, is_slip, judged, only_confirmed
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN, WORDS
from zjjstats.audit.naming.project_words import CARRIED_OVER, REST
from zjjstats.audit.naming.projects_told import NARROW, Projects
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.fact import named
from zjjstats.periods import Period
from zjjstats.wording import exact, rounded

PARTS = 2
# Counts so near go together; from so many on one equals a fact by no chance.
NEAR, LARGE = 2, 100
SINCE_LAST_YEAR = re.compile(
    "[比较](?:去年|上年|(?:19|20)[0-9]{2}年)(?:全年|年?底|年?末)?(?:增加|净增|新增|[多少])了?$"
)
KINDS = ("new", "due", "all")
ROLES = {"planned": "planned", "started": "started", "rate": "start_rate"}


def project_by_role(data: Data, items: list[Item], context: Context, item: Item) -> Finding | None:
    """What the facts say of a figure of projects, or of entries into a database."""
    told = context.projects
    if told.is_other or (context.indicator and context.firmness > WORDS):
        return None
    if told.role == "left" or (is_delta(item) and not (told.role or item.cell)):
        return left_of_kind(data, context, item)
    if told.role in ("entries", "growth"):
        return of_entries(data, context, item)
    if told.kinds == ("other",):
        return carried_over(data, context, item)
    return of_kinds(data, items, context, item) if told.role in ROLES else None


def carried_over(data: Data, context: Context, item: Item) -> Finding | None:
    """Projects of earlier years: all that are planned less the new ones, where there are no others; confirms only."""
    if not CARRIED_OVER.search(item.before + item.own_after):
        return None
    planned = [data.first(context, f"planned.{programme_of(data, context)}.{kind}") for kind in ("all", "new", "due")]
    if planned[0] is None or planned[1] is None or planned[2] is not None:
        return None
    every, new = exact(planned[0]), exact(planned[1])
    return only_confirmed(judged(item.reading, every - new, data.apart(planned[0], every, new), computed=False))


def of_kinds(data: Data, items: list[Item], context: Context, item: Item) -> Finding | None:
    """What is planned or started of the kinds that a figure may be of, or their start rate.

    A figure whose words leave several facts open is confirmed only where none of the others is one slip away from it.
    """
    told = context.projects
    # What is planned is so from the beginning of a year.
    ended = past_end(context, item) if told.role != "planned" else ""
    periods = [ended] if ended else [context.period, *([] if context.is_period_here else [context.release_period])]
    for period in filter(None, dict.fromkeys(periods)):
        if not data.programmes(context.city, period):
            continue
        of = replace(context, period=period, is_period_told=context.is_period_told or bool(ended))
        programme = programme_of(data, of)
        rows = data.held(of, *(f"{ROLES[told.role]}.{programme}.{kind}" for kind in told.kinds))
        if rows and not is_near_another(item, rows):
            finding = compared(data, item, rows, computed=True)
            is_named = context.subject or context.is_ahead_here or is_counted(data, items, of, item)
            is_sure = told.is_firm and len(rows) == 1 and is_named
            return cautious(item.reading, finding) if is_sure else only_confirmed(finding)
    return None


def is_counted(data: Data, items: list[Item], context: Context, item: Item) -> bool:
    """Whether a rate is of a kind whose projects, planned and started, the text has counted as the workspace does.

    Of those started those planned are enough beside them, in three digits or of a programme named: 154 of the 170.
    """
    told, programme = context.projects, programme_of(data, context)
    if len(told.kinds) != 1:
        return False
    if item.reading.unit == "count" and told.is_firm:
        planned = data.first(context, f"planned.{programme}.{told.kinds[0]}")
        beside = [
            one.reading.value for one in items[max(0, item.number - 1) : item.number + 2] if is_together(one, item)
        ]
        is_clear = planned is not None and (exact(planned) >= LARGE or context.ahead) and exact(planned) in beside
        return told.role == "started" and bool(is_clear)
    if not told.is_own or item.reading.unit != "pct":
        return False
    rows = data.held(context, *(f"{role}.{programme}.{told.kinds[0]}" for role in ("planned", "started")))
    if len(rows) < PARTS:
        return False
    wanted = {printed_value(row) for row in rows}
    for one in reversed(items[: item.number]):
        if one.reading.unit == "count":
            wanted.discard(one.reading.value)
        if not wanted:
            return True
    return False


def paired(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """The fact that a count is where it and one beside it are planned and started of one kind, and tell no other.

    One of three digits may also stand alone, where it equals one fact only.
    """
    context = told_of[item.number]
    told, is_named = context.projects, context.indicator and context.firmness == CERTAIN
    if item.reading.unit != "count" or told.is_other or is_named or is_delta(item):
        return None
    beside = [one for one in items[max(0, item.number - NEAR) : item.number + NEAR + 1] if is_together(one, item)]
    ended = past_end(context, item) if told.role == "started" else ""
    periods = (ended,) if ended else (context.period, "" if context.is_period_here else context.release_period)
    for period in filter(None, periods):
        of = replace(context, period=period)
        programme, equal = programme_of(data, of), []
        for kind in KINDS:
            rows = [data.first(of, f"{role}.{programme}.{kind}") for role in ("planned", "started")]
            equal += [row for row in rows if row and exact(row) == item.reading.value and may_be(told, kind)]
            planned, started = rows
            if planned is None or started is None:
                continue
            for row, twin in ((planned, started), (started, planned)):
                twins = [one for one in beside if exact(twin) == one.reading.value]
                if row in equal and any(may_be(told_of[one.number].projects, kind) for one in twins):
                    return only_confirmed(compared(data, item, [row]))
        if len(equal) == 1 and item.reading.value >= LARGE:
            return only_confirmed(compared(data, item, equal))
    return None


def may_be(told: Projects, kind: str) -> bool:
    """Whether a count is of no other kind by the words of its own clause."""
    return kind in told.kinds or not (told.is_own and set(told.kinds) <= set(NARROW))


def is_together(one: Item, other: Item) -> bool:
    """Whether two counts stand in one sentence up to its semicolon, or in one row of a table."""
    if one is other or one.reading.unit != "count":
        return False
    if one.cell and other.cell:
        return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
    return one.segment == other.segment and not (one.cell or other.cell)


def past_end(context: Context, item: Item) -> str:
    """The end that words tell; one that the release does not reach is a deadline."""
    ended, release = end_told(context, item), context.release_period or context.period
    return ended if ended <= release else ""


def programme_of(data: Data, context: Context) -> str:
    """The programme that a figure is of: the one named, else the only one of its city and time."""
    programmes = data.programmes(context.city, context.period)
    for one in (context.subject, context.ahead):
        if one in programmes:
            return one
    return programmes[0] if len(programmes) == 1 else ""


def is_near_another(item: Item, rows: list[Row]) -> bool:
    """Whether a figure is one of several facts, and one slip away from another of them."""
    values = [rounded(printed_value(row), item.reading.decimals) for row in rows]
    printed = Decimal(item.reading.value)
    return len(rows) > 1 and any(
        value != printed and is_slip(printed, value, item.reading.decimals) for value in values
    )


def left_of_kind(data: Data, context: Context, item: Item) -> Finding | None:
    """What is left of a kind: those planned less those started."""
    programme, told = programme_of(data, context), context.projects
    for kind in told.kinds if told.role or told.is_firm else KINDS:
        rows = [data.held(context, f"{role}.{programme}.{kind}") for role in ("planned", "started")]
        if all(rows):
            planned, started = (exact(row[0]) for row in rows)
            evidence = data.apart(rows[0][0], planned, started)
            finding = judged(item.reading, planned - started, evidence, computed=False)
            is_rest = told.is_firm and REST.search(item.own_before + item.own_after)
            if finding is not None and (finding.verdict == "confirmed" or is_rest):
                return cautious(item.reading, finding)
    return None


def of_entries(data: Data, context: Context, item: Item) -> Finding | None:
    """Entries into the only database, or one that is named, at the end that words tell; or their growth."""
    now, ended = context.release_period or context.period, past_end(context, item)
    if item.reading.unit == "count" and is_delta(item):
        return entries_since(data, replace(context, period=now), item)
    if item.reading.unit != "count":
        of = replace(context, period=now, is_period_told=False)
        names = [f"entries_growth.{database_of(data, of)}.{base}" for base in ("last_year", "same_period_last_year")]
        return cautious(item.reading, compared(data, item, data.held(of, *names)[:1]))
    findings = []
    for period in dict.fromkeys([ended] if ended else [context.period, now]):
        of = replace(context, period=period, is_period_told=bool(ended) or context.is_period_told)
        database = database_of(data, of)
        finding = compared(data, item, data.held(of, f"entries.{database}"))
        if finding is not None and finding.verdict == "confirmed":
            return finding
        # A time that words tell, or a database that they name, makes another count wrong.
        findings += [finding] if ended or database in (context.subject, context.ahead) else []
    return cautious(item.reading, findings[0]) if findings else None


def entries_since(data: Data, context: Context, item: Item) -> Finding | None:
    """How many more entries into a database than in the whole of last year: 累计入库7个，比去年全年多3个."""
    if not SINCE_LAST_YEAR.search(item.own_before):
        return None
    then = replace(context, period=str(Period(int(context.period[:4]) - 1, 1, 12)))
    now, base = (data.first(one, f"entries.{database_of(data, context)}") for one in (context, then))
    if not (now and base) or base["period"] != then.period:
        return None
    more, is_less = exact(now) - exact(base), "少" in item.own_before
    evidence = data.apart(now, exact(now), exact(base))
    return only_confirmed(judged(item.reading, -more if is_less else more, evidence, computed=False))


def database_of(data: Data, context: Context) -> str:
    """The database of a city and time, where it has one alone."""
    held = data.briefing(context.city, context.period)
    databases = {named(name).subject for name in held if name.startswith("entries.")}
    return databases.pop() if len(databases) == 1 else ""
