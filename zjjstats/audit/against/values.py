"""Rates, growth and amounts, and the facts of the workspace for what the text says they are of."""

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.against.amounts_compared import amount_delta
from zjjstats.audit.against.projects_by_role import paired, project_by_role
from zjjstats.audit.against.shares_told import (
    share_of_other,
    share_of_province,
)
from zjjstats.audit.against.workspace_facts import Data, compared
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import FOREIGN, HUNDRED, SCALES
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.glue import leftover
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.audit.reading.rate_words import FAMILIES, STEM
from zjjstats.periods import Period
from zjjstats.wording import exact

FEW_MORE = 10
NOMINAL = re.compile(
    r"现价|当年价|名义|不扣除价格|未扣除价格|current prices|current-price|nominal|"
    r"before adjust\w* for|unadjusted|not adjusted for|without adjusting for|in (?:money|cash) terms",
    re.IGNORECASE,
)
CONSTANT = re.compile(
    r"可比价|可比口径|不变价|实际增|(?<![不未])(?:扣除|剔除)(?:价格|物价)|constant|comparable|\breal\b", re.IGNORECASE
)
# 恰与全省的7.9%持平, 没有跑赢全省平均的13.5%: the level of the province.
AGAINST_PROVINCE = re.compile("(?:[与同和跟比较于赢输给及]|(?<!超)过)(?:了)?全省[^，。；]{0,6}的$")
# 比2021年的13.7%高: the level of that time.
OF_THEN = re.compile("(?:年|年度|同期|季度|半年|月)的$")


def value_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A count, rate or growth: of an indicator that its clause names, else of projects."""
    context = told_of[item.number]
    if item.reading.unit == "pct" and context.indicator:
        found = percent_finding(data, items, context, item)
        return (share_of_other(data, items, told_of, item) if not is_confirmed(found) else None) or found
    if item.reading.unit == "count":
        if (found := counts_apart(data, context, item) or count_finding(data, context, item)) is not None:
            return found
        if context.indicator and context.firmness == CERTAIN:
            return None
    return of_projects(data, items, told_of, item)


def of_projects(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A figure of projects by the count beside it, else by all that its text has told of projects."""
    context = told_of[item.number]
    return paired(data, items, told_of, item) or project_by_role(data, items, context, item)


def count_finding(data: Data, context: Context, item: Item) -> Finding | None:
    """A count of an indicator that its words name."""
    if not context.indicator:
        return None
    level, _ = data.indicators(context)
    rows = [row for row in data.held(context, f"value.{level}") if row["unit"] not in SCALES]
    found = compared(data, item, rows)
    return cautious(item.reading, found) if context.firmness == CERTAIN else only_confirmed(found)


def counts_apart(data: Data, context: Context, item: Item) -> Finding | None:
    """How many more projects than another city of its paragraph, of whichever count the data hold."""
    if not is_delta(item) or item.reading.value < FEW_MORE:
        return None
    told = data.briefing(context.city, context.period)
    counts = [name for name, row in told.items() if name.startswith("value.") and row["unit"] == "count"]
    found = (amount_delta(data, context, item, name.partition(".")[2]) for name in counts)
    return next(filter(None, found), None)


def is_confirmed(finding: Finding | None) -> bool:
    """Whether a finding confirms."""
    return finding is not None and finding.verdict == "confirmed"


def percent_finding(data: Data, items: list[Item], context: Context, item: Item) -> Finding | None:
    """A growth, rate or share of an indicator."""
    kind, words = item.reading.kind, f"{item.own_before} {item.own_after}"
    level, growth = data.indicators(context)
    if (found := share_of_province(data, items, context, item, level)) is not None:
        return found
    is_nominal = is_at_current_prices(items, item) or is_of_increase(items, item)
    if level and kind in ("growth", "percentage") and is_nominal:
        return nominal(data, context, item, level)
    # What is published as growth is at comparable prices: a nominal one is another figure.
    is_part = (
        kind == "percentage"
        and item.own_before.endswith("的")
        and not (data.names.city.search(item.own_before[-8:]) or OF_THEN.search(item.own_before))
        and not AGAINST_PROVINCE.search(item.own_before)
    )
    is_other = is_part or kind == "share" or (kind == "rate" and is_own_rate(item)) or NOMINAL.search(words)
    return (
        None if growth.endswith("_growth") and is_other else compared(data, item, data.held(context, f"value.{growth}"))
    )


def is_at_current_prices(items: list[Item], item: Item) -> bool:
    """Whether a growth is told at current prices: by the words right behind it, else the last ones before it."""
    before = [*NOMINAL.finditer(words := sentence_before(items, item))]
    return bool(NOMINAL.search(item.after) or (before and not CONSTANT.search(words, before[-1].end())))


def is_own_rate(item: Item) -> bool:
    """Whether a percentage is a rate of its own name, such as a pass rate; the provincial rate is no such."""
    words = item.own_before[-40:] + " " + item.own_after[:30]
    stem = STEM.search(words)
    return any(rate.search(words) for rate, _ in FAMILIES) or bool(stem and leftover(stem[1] or stem[2]))


def is_of_increase(items: list[Item], item: Item) -> bool:
    """Whether a growth is that of the increase printed right before it: more by 21.459 billion yuan, or 7.4%."""
    before = items[item.number - 1] if item.number else item
    is_or = re.fullmatch(r",? or (?:by |some |about )?| [(](?:or |up )?", item.before)
    return bool(is_or and before.reading.kind == "amount" and is_delta(before) and before.sentence == item.sentence)


def nominal(data: Data, context: Context, item: Item, level: str) -> Finding | None:
    """The growth of an amount at current prices, from both amounts."""
    before = replace(context, period=str(Period.parse(context.period).base("same_period_last_year")))
    now, base = (data.first(one, f"value.{level}") for one in (context, before))
    if not (now and base) or base["period"] != before.period:
        return None
    growth = (exact(now) / exact(base) - 1) * HUNDRED
    shown = {"now": told(exact(now)), "before": told(exact(base)), "value": told(growth, item.reading.decimals + 2)}
    evidence = f"{data.evidence(now)}; {say(data.lang, 'growth', **shown)}"
    return cautious(item.reading, judged(item.reading, abs(growth), evidence))


def amount_finding(data: Data, _items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """An amount of an indicator, in whichever unit of money it is printed."""
    context = told_of[item.number]
    if not context.indicator:
        return None
    level, _ = data.indicators(context)
    if is_delta(item):
        return amount_delta(data, context, item, level)
    for row in data.held(context, f"value.{level}"):
        if row["unit"] in SCALES and SCALES[row["unit"]] < FOREIGN:
            value = exact(row).scaleb(SCALES[row["unit"]] - SCALES[item.reading.unit])
            return judged(item.reading, value, data.evidence(row), computed=False)
    return None
