"""Counts, rates, growth and amounts, and the facts of the workspace for what the text says they are of."""

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.against.amounts_compared import amount_delta
from zjjstats.audit.against.project_roles import project_readings
from zjjstats.audit.against.workspace_facts import Data, Row, compared
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
from zjjstats.schema import PROVINCE
from zjjstats.wording import exact

NOMINAL = re.compile(
    r"现价|当年价|名义|不扣除价格|未扣除价格|current prices|current-price|nominal|"
    r"before adjust\w* for|unadjusted|not adjusted for|without adjusting for|in (?:money|cash) terms",
    re.IGNORECASE,
)
OF_PROVINCE = re.compile(
    r"占(?:到|了)?全省|全省[^，。；]{0,12}的$|in the province|of the province|of Hunan|provincial total|province['’]s",
    re.IGNORECASE,
)
FEW_MORE = 10
# From here on a count that equals a fact of its city and period does not do so by chance.
DISTINCT = 100
OF_PROJECTS = re.compile(r"项目|\bprojects?\b", re.IGNORECASE)
# 比2021年的13.7%高: the level of that time.
# 恰与全省的7.9%持平, 没有跑赢全省平均的13.5%: the level of the province.
AGAINST_PROVINCE = re.compile("(?:[与同和跟比较于赢输给]|(?<!超)过)(?:了)?全省[^，。；]{0,6}的$")
OF_THEN = re.compile("(?:年|年度|同期|季度|半年|月)的$")
LAST_YEAR = re.compile("[比较](?:去年|上年|(?:19|20)[0-9]{2}年)(?:全年|年?底|年?末)?(?:增加|净增|新增|[多少])了?$")
COMMON = ("projects", "enterprises", "industrial", "industry")


def value_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A count, rate or growth: of an indicator that its clause names, else of projects."""
    context = told_of[item.number]
    if item.reading.unit == "pct" and context.indicator:
        return percent_finding(data, items, context, item)
    if item.reading.unit == "count":
        for finding in (delta_finding(data, context, item), count_finding(data, items, context, item)):
            if finding is not None:
                return finding
        if context.indicator and context.firmness == CERTAIN:
            return None
    return project_finding(data, items, told_of, item)


def percent_finding(data: Data, items: list[Item], context: Context, item: Item) -> Finding | None:
    """A growth, rate or share of an indicator."""
    kind, words = item.reading.kind, f"{item.own_before} {item.own_after}"
    level, growth = data.indicators(context)
    if level and kind == "share" and OF_PROVINCE.search(item.own_before + item.own_after):
        return of_province(data, context, item, level)
    is_nominal = NOMINAL.search(f"{sentence_before(items, item)} {item.after}") or is_of_increase(items, item)
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


def is_of_increase(items: list[Item], item: Item) -> bool:
    """Whether a growth is that of the increase printed right before it: more by 21.459 billion yuan, or 7.4%."""
    before = items[item.number - 1] if item.number else item
    is_or = re.fullmatch(r",? or (?:by |some |about )?| [(](?:or |up )?", item.before)
    return bool(is_or and before.reading.kind == "amount" and is_delta(before) and before.sentence == item.sentence)


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
    now, base = (data.held(replace(context, period=one), name) for one in (str(now_period), then))
    if not (now and base) or base[0]["period"] != then:
        return None
    more, is_less = exact(now[0]) - exact(base[0]), "少" in item.own_before
    shown = {"one": told(exact(now[0])), "other": told(exact(base[0])), "value": told(more)}
    evidence = f"{data.evidence(now[0])}; {say(data.lang, 'difference', **shown)}"
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


def project_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A count or rate of projects, or of entries into a database."""
    context = told_of[item.number]
    is_count = item.reading.unit == "count"
    is_nameless = not (context.subject or context.ahead)
    if (is_nameless and not is_count) or (is_count and is_delta(item)):
        return None
    # Months told for an indicator in another sentence are not those of the projects.
    periods = [context.period] if context.is_period_here else [context.period, context.release_period]
    for period in filter(None, periods):
        names = project_readings(items, told_of, item, data.briefing(context.city, period))
        if rows := data.held(replace(context, period=period), *names):
            finding = compared(data, item, rows, computed=True)
            if is_nameless:
                return only_confirmed(finding)
            return cautious(item.reading, finding) if is_count else finding
    return None


def of_province(data: Data, context: Context, item: Item, level: str) -> Finding | None:
    """A city's share in the province, from the amounts of both."""
    both = [data.held(replace(context, city=city), f"value.{level}") for city in (context.city, PROVINCE)]
    if context.city == PROVINCE or not all(both):
        return None
    return made_of(data, item, both[0][0], both[1][0], growth=False)


def nominal(data: Data, context: Context, item: Item, level: str) -> Finding | None:
    """The growth of an amount at current prices, from both amounts."""
    before = replace(context, period=str(Period.parse(context.period).base("same_period_last_year")))
    now, base = data.held(context, f"value.{level}"), data.held(before, f"value.{level}")
    if not (now and base) or base[0]["period"] != before.period:
        return None
    return made_of(data, item, now[0], base[0], growth=True)


def made_of(data: Data, item: Item, part: Row, whole: Row, *, growth: bool) -> Finding | None:
    """The finding for a percentage of two facts."""
    ratio = exact(part) / exact(whole)
    blanks = {"value": told((ratio - 1 if growth else ratio) * HUNDRED, item.reading.decimals + 2)}
    ours, theirs = (told(exact(row)) for row in (part, whole))
    if growth:
        worked = say(data.lang, "growth", now=ours, before=theirs, **blanks)
    else:
        worked = say(data.lang, "rate", part=ours, whole=theirs, **blanks)
    value = abs(ratio - 1 if growth else ratio) * HUNDRED
    return cautious(item.reading, judged(item.reading, value, f"{data.evidence(part)}; {worked}"))


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
        rows = [data.held(context, f"{role}.{context.subject}.{kind}") for role in ("planned", "started")]
        if all(rows):
            planned, started = (exact(row[0]) for row in rows)
            shown = {"one": told(planned), "other": told(started), "value": told(planned - started)}
            evidence = f"{data.evidence(rows[0][0])}; {say(data.lang, 'difference', **shown)}"
            found = judged(item.reading, planned - started, evidence, computed=False)
            if found and found.verdict == "confirmed":
                return found
    return None


def is_own_rate(item: Item) -> bool:
    """Whether a percentage is a rate of its own name, such as a pass rate; the provincial rate is no such."""
    words = item.own_before[-40:] + " " + item.own_after[:30]
    stem = STEM.search(words)
    return any(rate.search(words) for rate, _ in FAMILIES) or bool(stem and leftover(stem[1] or stem[2]))


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
    is_of_next = re.fullmatch(r" (?:out )?of (?:the |its |these |those |all )*", item.after)
    words = item.before + item.after + (items[item.number + 1].after if is_of_next else "")
    if not fits and len(equal) == 1 and (OF_PROJECTS.search(words) or context.maybe or context.others[2]):
        fits = equal
    before = items[item.number - 1] if item.number else item
    if not fits and len(equal) == 1 and re.fullmatch(r" (?:out )?of (?:the |its |these |all )*", before.after):
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
        chinese = re.sub("项目|企业|个数|数量|数", " ", entry["name_zh"]).split()
        english = [word for word in re.findall("[a-z]{7,}", entry["name_en"].lower()) if word not in COMMON]
        if any(word in clause for word in (*chinese, *english)):
            return True
    return False


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
