"""Checks against data: a figure and the facts of the workspace for what the text says it is of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pandas as pd

from zjjstats.audit.context import Context
from zjjstats.audit.layout import Item
from zjjstats.audit.mentions import Names
from zjjstats.audit.project_roles import project_readings
from zjjstats.audit.rates_inside import FALL, FOREIGN, SCALES
from zjjstats.audit.verdicts import Finding, cautious, judged, told
from zjjstats.audit.words import say
from zjjstats.facts import facts
from zjjstats.periods import Period
from zjjstats.phrases import Lang
from zjjstats.schema import GROUP, PROVINCE
from zjjstats.wording import Wording, exact
from zjjstats.workspace import Workspace

GROUP_WORDS = re.compile(r"方阵|assessment|queue|\bgroup\b", re.IGNORECASE)
PROVINCE_WORDS = re.compile(r"全省|省内|市州|in the province|of the province|provinc|of 14|Hunan", re.IGNORECASE)
GROWTH_WORDS = re.compile(r"增速|增长|增幅|grow|grew|rose|rise|up\b|increas|expand", re.IGNORECASE)
OWN_MEASURE = re.compile(r"增速|增幅|总量|规模|总额|growth|level|size", re.IGNORECASE)
LEVEL_WORDS = re.compile(
    r"(?:总量|规模|总额|绝对额|体量)[一-鿿]{0,8}$|\b(?:by|in) (?:size|volume|value)\b|\blevel\b", re.IGNORECASE
)
SAME_PERIOD = re.compile(
    r"同期|same period|same months|同比|year on year|year-on-year|year earlier|year ago", re.IGNORECASE
)
LAST_YEAR = re.compile(r"上年|去年|last year|previous year|year before|(?:19|20)[0-9]{2}", re.IGNORECASE)
ON_YEAR_ZH = re.compile(r"(?:比|较)(?:上年度?|去年)(?:同期)?(?:提高|加快|上升|回落|下降|放缓|减缓|低|高)了?$")
ON_YEAR_EN = re.compile(
    r" ?(?P<way>above|below|higher|lower|faster|slower) (?:than )?(?:in )?(?:the )?(?:same period (?:of )?)?(?:the )?"
    r"(?:last year|previous year|year before|a year earlier)\b",
    re.IGNORECASE,
)
POINTS_DOWN = re.compile("回落|下降|放缓|减缓|低|below|lower|slower", re.IGNORECASE)
NOMINAL = re.compile(r"现价|当年价|名义|current prices|current-price|nominal", re.IGNORECASE)
CHINESE = re.compile("[一-鿿]")
DOWN = re.compile(
    r"后移|后退|下降|下移|退|降|滑|落|down|behind|fell|fall|drop|slip|lower|lost|lose|worse", re.IGNORECASE
)
# From here on a count that equals a fact of its city and period does not do so by chance.
DISTINCT = 100
COMMON = ("projects", "enterprises", "industrial", "industry")
Row = dict[str, Any]
Way = Callable[["Data", list[Item], list[Context], Item], Finding | None]


class Data:
    """A workspace's facts, each briefing computed once."""

    def __init__(self, workspace: Workspace, names: Names, lang: Lang) -> None:
        self.workspace, self.names, self.lang = workspace, names, lang
        self.wording = Wording(workspace, lang)
        self.briefings: dict[tuple[str, str], dict[str, Row]] = {}

    def briefing(self, city: str, period: str) -> dict[str, Row]:
        """The facts of a city and period, by name."""
        if (city, period) not in self.briefings:
            rows = facts(self.workspace, period, city=city).to_dict("records")
            self.briefings[city, period] = {str(row["fact"]): row for row in rows if not pd.isna(row["value"])}
        return self.briefings[city, period]

    def held(self, context: Context, *names: str) -> list[Row]:
        """The facts of these names; where the text tells the period, only those that are of it."""
        told = self.briefing(context.city, context.period)
        rows = [told[name] for name in names if name in told]
        return [row for row in rows if row["period"] == context.period or not context.is_period_told]

    def evidence(self, row: Row) -> str:
        """Where a reader finds a fact."""
        wording = self.wording
        blanks = {
            "name": wording.name(row),
            "city": wording.label(row["city"]),
            "period": wording.period(row["period"]),
            "value": wording.value(row),
            "source": row["source"],
        }
        if wording.made_of(row) and row["unit"] == "fraction":
            return say(self.lang, "data.parts", sum=wording.made_of(row), **blanks)
        return say(self.lang, "data", **blanks)

    def indicators(self, context: Context) -> tuple[str, str]:
        """The level and the growth of what is named, by key; empty where the dictionary has none."""
        keys = self.names.stems[int(context.indicator)]
        percent = [key for key in keys if self.workspace.is_percent(key)]
        levels = [key for key in keys if not self.workspace.is_percent(key)]
        return (levels or [""])[0], (percent or [""])[0]


def against(data: Data, items: list[Item], told_of: list[Context]) -> list[Finding | None]:
    """By figure, what the data say about it; None where they say nothing."""
    ways: dict[str, Way] = {
        "rank": rank_finding,
        "places": places_finding,
        "pct": value_finding,
        "count": value_finding,
        "points": points_finding,
    }
    findings: list[Finding | None] = []
    for item, context in zip(items, told_of, strict=True):
        finding = None
        if context.city and context.period and item.reading.kind != "range":
            way = ways.get(item.reading.unit, amount_finding if item.reading.unit in SCALES else None)
            finding = way(data, items, told_of, item) if way else None
            if (
                way
                and finding
                and finding.verdict == "contradicted"
                and may_be_another(data, items, told_of, item, way)
            ):
                finding = None
        findings.append(finding)
    return findings


def may_be_another(data: Data, items: list[Item], told_of: list[Context], item: Item, way: Way) -> bool:
    """Whether a figure holds for another city, period or indicator that stands near it: then it is not called wrong."""
    context = told_of[item.number]
    cities, periods, indicators = context.others
    changes = [
        replace(context, city=city, period=period, indicator=indicator)
        for city in {context.city, *cities}
        for period in {context.period, *periods}
        for indicator in {context.indicator, *indicators}
    ]
    try:
        for told_of[item.number] in changes:
            found = way(data, items, told_of, item)
            if found is not None and found.verdict in ("confirmed", "ambiguous"):
                return True
    finally:
        told_of[item.number] = context
    return False


def printed_value(row: Row) -> Decimal:
    """A fact in the unit that texts print: percent for a fraction."""
    return exact(row) * 100 if row["unit"] == "fraction" else exact(row)


def compared(data: Data, item: Item, rows: list[Row], *, computed: bool = False) -> Finding | None:
    """The finding for a figure that is one of these facts: of the first that it equals, else of the first."""
    falls = FALL.search(item.own_before) or FALL.search(item.own_after[:16]) or item.reading.value < 0
    findings = []
    for row in rows:
        value = printed_value(row)
        signed = -value if falls and item.reading.kind in ("growth", "percentage") else value
        findings.append(
            judged(item.reading, signed, data.evidence(row), computed=computed and not pd.isna(row["part"]))
        )
    holds = (finding for finding in findings if finding and finding.verdict in ("confirmed", "last-digit"))
    return next(holds, findings[0] if findings else None)


def value_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A count, rate or growth: of an indicator that its clause names, else of projects."""
    context = told_of[item.number]
    if context.indicator and item.reading.unit == "pct":
        _, growth = data.indicators(context)
        # What is published as growth is at comparable prices: a nominal one is another figure.
        if growth.endswith("_growth") and (
            item.reading.kind in ("rate", "share") or NOMINAL.search(f"{item.own_before} {item.own_after}")
        ):
            return None
        return compared(data, item, data.held(context, f"value.{growth}"))
    if context.indicator:
        level, _ = data.indicators(context)
        rows = [row for row in data.held(context, f"value.{level}") if row["unit"] not in SCALES]
        return compared(data, item, rows)
    if (named := named_count(data, context, item)) is not None:
        return named
    names = project_readings(items, told_of, item, data.briefing(context.city, context.period))
    return compared(data, item, data.held(context, *names), computed=True)


def named_count(data: Data, context: Context, item: Item) -> Finding | None:
    """A count of three digits or more that equals the one fact whose name shares its words with the clause."""
    if item.reading.unit != "count" or item.reading.value < DISTINCT or item.reading.approximate:
        return None
    clause = f"{item.own_before} {item.own_after}".lower()
    rows = [
        row
        for name, row in data.briefing(context.city, context.period).items()
        if name.startswith("value.") and row["unit"] == "count" and (row["period"] == context.period)
    ]
    fits = [row for row in rows if exact(row) == item.reading.value and shares_words(data, row, clause)]
    return compared(data, item, fits) if len(fits) == 1 else None


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
    for row in data.held(context, f"value.{level}"):
        if row["unit"] in SCALES and SCALES[row["unit"]] < FOREIGN:
            value = exact(row).scaleb(SCALES[row["unit"]] - SCALES[item.reading.unit])
            return judged(item.reading, value, data.evidence(row), computed=False)
    return None


def ranked_indicators(data: Data, items: list[Item], told_of: list[Context], item: Item) -> list[str]:
    """By which indicator a rank is: growth where the words or the figures before it say so."""
    context = told_of[item.number]
    level, growth = data.indicators(context)
    if not (level and growth):
        return [level or growth]
    if LEVEL_WORDS.search(item.own_before):
        return [level]
    for other in reversed(items[max(0, item.number - 4) : item.number + 1]):
        if other.sentence != item.sentence or told_of[other.number].indicator != context.indicator:
            break
        if GROWTH_WORDS.search(other.before) or other.reading.unit == "pct" or GROWTH_WORDS.search(other.own_after):
            return [growth]
        if other.reading.kind == "amount":
            return [level]
    return [level, growth]


def scope_of(items: list[Item], item: Item) -> str:
    """The scope that a rank's own words name, else that of the rank before it in its sentence; empty if none."""
    words = item.own_before[-24:], item.own_after[:40]
    # In Chinese the scope stands before the place, in English behind it.
    for text in words if CHINESE.search(item.before + item.after) else words[::-1]:
        if GROUP_WORDS.search(text):
            return GROUP
        if PROVINCE_WORDS.search(text):
            return PROVINCE
    for other in reversed(items[max(0, item.number - 4) : item.number]):
        if other.sentence == item.sentence and other.reading.unit == "rank":
            return scope_of(items, other)
    return ""


def rank_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A rank, in the scope that is named."""
    context = told_of[item.number]
    if not context.indicator:
        return None
    scope = scope_of(items, item)
    scopes = [scope] if scope else [PROVINCE, GROUP]
    indicators = ranked_indicators(data, items, told_of, item)
    rows = data.held(context, *(f"rank.{key}.{one}" for key in indicators for one in scopes))
    if len({row["value"] for row in rows}) != 1:
        return None
    finding = compared(data, item, rows)
    segment = [other for other in items[max(0, item.number - 3) : item.number + 1] if other.segment == item.segment]
    says = OWN_MEASURE.search("".join(other.before for other in segment))
    is_mixed = any(other.reading.kind == "amount" for other in segment)
    if finding and finding.verdict == "contradicted" and (is_mixed or not says):
        # The words do not say whether the level or its growth is ranked: both must fail.
        either = data.held(context, *(f"rank.{key}.{one}" for key in data.indicators(context) for one in scopes))
        if any(item.reading.value == int(row["value"]) for row in either):
            return None
    return finding


def places_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """Places gained or lost; where the text has ranks in two scopes before it, each is a reading."""
    context = told_of[item.number]
    if not context.indicator:
        return None
    ranks = [
        other
        for other in items[max(0, item.number - 4) : item.number]
        if other.segment == item.segment and other.reading.unit == "rank"
    ]
    near = item.own_before + " " + item.own_after
    own = GROUP if GROUP_WORDS.search(near) else PROVINCE if PROVINCE_WORDS.search(near) else ""
    scopes = (
        [own] if own else list(dict.fromkeys(filter(None, (scope_of(items, other) for other in ranks)))) or [PROVINCE]
    )
    words = item.before + " " + item.after
    bases = ["same_period_last_year", "last_year"]
    if SAME_PERIOD.search(words):
        bases = bases[:1]
    elif LAST_YEAR.search(words):
        bases = bases[::-1]
    indicators = ranked_indicators(data, items, told_of, item)
    readings: list[Row] = []
    for scope in scopes:
        for base in bases:
            rows = data.held(context, *(f"rank_change.{key}.{scope}.{base}" for key in indicators))
            if rows:
                readings += rows[:1]
                break
    if not readings:
        return None
    is_down = bool(DOWN.search(item.own_before[-8:]) or DOWN.search(item.after[:12]))
    if len(scopes) == 1:
        row = readings[0]
        value = -Decimal(int(row["value"])) if is_down else Decimal(int(row["value"]))
        return judged(item.reading, value, data.evidence(row))
    return either(data, item, readings, is_down=is_down)


def either(data: Data, item: Item, readings: list[Row], *, is_down: bool) -> Finding:
    """The finding for a change that may be of either scope, naming which reading holds."""
    said, holding = [], 0
    for row in readings:
        scope = str(row["fact"]).split(".")[-2]
        value = int(-row["value"] if is_down else row["value"])
        holds = value == item.reading.value
        holding += holds
        blanks = {"scope": data.wording.scope(scope), "value": value}
        if "readings" in str(row["note"]) and holds:
            said.append(say(data.lang, "reading.open", **blanks, before=told(Decimal(int(row["whole"])))))
        else:
            said.append(say(data.lang, "reading.holds" if holds else "reading.fails", **blanks))
    evidence = say(
        data.lang,
        "readings",
        readings="；".join(said) if data.lang == "zh" else "; ".join(said),
        source=readings[0]["source"],
    )
    values = {int(row["value"]) for row in readings}
    if holding:
        return Finding("ambiguous", None, evidence)
    return Finding("contradicted", Decimal(abs(values.pop())) if len(values) == 1 else None, evidence)


def points_finding(data: Data, _items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A percentage's change on the same period of the year before, in points."""
    context = told_of[item.number]
    match = ON_YEAR_ZH.search(item.own_before)
    after = None if match else ON_YEAR_EN.match(item.after)
    if not context.indicator or not (match or after):
        return None
    _, growth = data.indicators(context)
    before = replace(context, period=str(Period.parse(context.period).base("same_period_last_year")))
    now, earlier = (data.held(one, f"value.{growth}") for one in (context, before))
    if not (now and earlier) or earlier[0]["period"] != before.period:
        return None
    falls = POINTS_DOWN.search(match[0] if match else after[0] if after else "")
    exact = printed_value(now[0]) - printed_value(earlier[0])
    finding = judged(item.reading, -exact if falls else exact, data.evidence(now[0]), computed=False)
    return cautious(item.reading, finding)
