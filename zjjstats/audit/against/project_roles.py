"""Which figure of a briefing a count or rate of projects may be, by the words of its clause."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from zjjstats.audit.against.entries_told import entry_readings, is_entry, is_equal, is_of_database
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN, firmness
from zjjstats.audit.reading.glue import MATTER_ZH
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rate_words import KINDS, START
from zjjstats.fact import named

# From here on a count equals a fact by no chance.
LARGE = 100
SET_BESIDE = re.compile("[比较]")
STARTED = re.compile(START, re.IGNORECASE)
KIND_WORDS = [
    ("other", re.compile(r"续建|结转|储备|前期|农业|文旅|民生|continuing|carried over|reserve", re.IGNORECASE)),
    ("due", re.compile(r"竣工|建成|投产|完工|for completion|to be completed|complet|finish|due\b", re.IGNORECASE)),
    (
        "new",
        re.compile(
            r"新开工|新建|新上|新开(?!发|拓|业)|计划开工|\bnew\b|newly|to start|to begin|to commence|to break (?:new )?ground|to be started|planned starts",
            re.IGNORECASE,
        ),
    ),
    (
        "all",
        re.compile(
            r"共|总(?!投资)|全部(?!(?:已经?|都|均)?(?:在建|开工|动工|破土|复工|进场))|所有|整体|\ball\b|total|altogether|overall|entire",
            re.IGNORECASE,
        ),
    ),
]
START_RATE = re.compile(r"开工率|复工率|start(?:ing)? rate|operating rate", re.IGNORECASE)
# 15 of the 22 new projects: what the second number counts, the first does too.
OF_NEXT = re.compile(r" (?:out )?of (?:the |its |these |those |all |our |[A-Z]\w+['’]s )*")
# When the year began is no start of projects.
WHEN_BEGUN = re.compile(r"\b(?:year|quarter|month) (?:began|begun|started)\b|\bat the start of\b", re.IGNORECASE)
EXPLAINED = re.compile(r" ?(?:——|--|—|–|- |：)")
# Among the 170 new ones, 145 had: the verb of the sentence before is meant.
ELLIPSIS = re.compile(r"[^.;]{0,24}?\b(?:had|have|has|did|do)(?: been)?\b(?=\s*(?:[:,.;()（—-]|$))")
PROJECTS = re.compile(r"项目|工程|project|scheme|planned|started", re.IGNORECASE)
OTHER_MATTER = re.compile(
    r"投资|亿元|万元|企业|invest|yuan|firms|enterprises|schools|inspectors|people|workers|jobs", re.IGNORECASE
)


def names_matter(item: Item) -> bool:
    """Whether the words before a figure name another quantity than projects."""
    return bool(MATTER_ZH.search(item.before.replace("项目", "")))


def kind_of(item: Item, *, own: bool = True) -> str:
    """The kind of projects that a figure's own clause names; empty where it names none."""
    before, after = item.own_before, item.own_after
    if not any(pattern.search(after + before) for _, pattern in KIND_WORDS[:3]) and not names_matter(item):
        # 先说计划新开工的，一共22个: the clause before tells the kind.
        before = item.before
    if ":" in item.before or "：" in item.before:
        before = item.before
    for words in (after, before) if own else (before,):
        for kind, pattern in KIND_WORDS:
            if pattern.search(words):
                return kind
    return ""


def project_readings(items: list[Item], told_of: list[Context], item: Item, held: dict[str, Any]) -> list[str]:
    """The names of the facts that a figure may be; none where its words do not say."""
    subject = told_of[item.number].subject
    if told_of[item.number].indicator and told_of[item.number].firmness == CERTAIN:
        return []
    nearby = told_of[item.number].ahead
    databases = {named(name).subject for name in held if name.startswith("entries")}
    for key in filter(None, (nearby, subject)):
        if key in databases and is_entry(items, told_of, item, key):
            return entry_readings(item, key, held)
    behind = told_of[item.number].is_ahead_here
    programme = nearby if nearby and behind else subject or nearby
    if is_of_database(items, item) or not programme or programme in databases:
        entries = entry_readings(item, min(databases), held) if len(databases) == 1 else []
        entries = [name for name in entries if is_of_database(items, item) and is_equal(item, held.get(name))]
        is_nameless = not programme and item.reading.unit == "count"
        return entries or (of_only_programme(items, item, held) if is_nameless else [])
    if item.reading.unit == "pct":
        names = [f"start_rate.{programme}.{kind}" for kind in carried_kinds(items, item)]
        if START_RATE.search(item.own_before + item.own_after):
            return names
        return [name for name in names if is_rate_again(items, item) and is_equal(item, held.get(name))]
    return (
        paired(items, item, programme, held)
        or count_readings(items, item, programme)
        or told_alone(item, programme, held)
    )


def of_only_programme(items: list[Item], item: Item, held: dict[str, Any]) -> list[str]:
    """Of projects without a name, the only ones told of in the facts: two counts that go together, or a large one."""
    only = list(dict.fromkeys(named(name).subject for name in held if name.startswith("planned.")))
    matter = item.own_before + item.own_after
    if len(only) != 1 or (OTHER_MATTER.search(matter) and not PROJECTS.search(matter)):
        return []
    return paired(items, item, only[0], held) or told_alone(item, only[0], held)


def paired(items: list[Item], item: Item, programme: str, held: dict[str, Any]) -> list[str]:
    """The fact that a count is where it and the count beside it are planned and started of one kind."""
    near = items[max(0, item.number - 2) : item.number + 3]
    others = [one for one in near if one is not item and one.reading.unit == "count" and is_together(one, item)]
    for kind in ("new", "due", "all"):
        planned, started = (held.get(f"{role}.{programme}.{kind}") for role in ("planned", "started"))
        if planned is None or started is None:
            continue
        both = Decimal(int(planned["value"])), Decimal(int(started["value"]))
        for other in others:
            if both == (item.reading.value, other.reading.value):
                return [f"planned.{programme}.{kind}"]
            if both == (other.reading.value, item.reading.value):
                return [f"started.{programme}.{kind}"]
    return []


def is_together(one: Item, other: Item) -> bool:
    """Whether two counts stand in one sentence up to its semicolon, or in one row of a table."""
    if one.cell and other.cell:
        return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)
    return one.segment == other.segment and not (one.cell or other.cell)


def told_alone(item: Item, programme: str, held: dict[str, Any]) -> list[str]:
    """The one fact of a programme that a count of three digits equals, or what is left of one of its kinds."""
    facts = {
        name: row for name, row in held.items() if re.match(rf"(?:planned|started)\.{re.escape(programme)}\.", name)
    }
    equal = [name for name, row in facts.items() if int(row["value"]) == item.reading.value]
    return equal if len(equal) == 1 and item.reading.value >= LARGE else []


def is_rate_again(items: list[Item], item: Item) -> bool:
    """Whether a percentage is a start rate that its clause does not call so: 较一季度末的68.18%; 竣工的好一些，95%."""
    if item.reading.kind in ("growth", "share") and not SET_BESIDE.search(item.own_before):
        return False
    before = items[item.number - 1] if item.number else item
    is_beside = before.sentence == item.sentence and START_RATE.search(before.own_before)
    return bool(is_beside and firmness(item.own_before) == CERTAIN) or (
        kind_of(item) in ("new", "due") and not names_matter(item)
    )


def count_readings(items: list[Item], item: Item, programme: str) -> list[str]:
    """Planned or started, and of which kind."""
    words = WHEN_BEGUN.sub("", KINDS.sub("", item.own_before + " · " + item.own_after))
    matter = item.own_before + (item.after if EXPLAINED.match(item.after) else item.own_after)
    if OTHER_MATTER.search(matter) and not PROJECTS.search(matter):
        return []
    if OF_NEXT.fullmatch(item.after):
        # 15 of the 22 projects, or 68.18%, have been started: the verb stands behind the whole.
        words += "".join(
            other.after for other in items[item.number + 1 : item.number + 3] if other.segment == item.segment
        )
    elif ELLIPSIS.match(item.after):
        earlier = items[max(0, item.number - 4) : item.number]
        words += "".join(other.own_before + other.own_after for other in earlier if other.sentence == item.sentence)
    if is_whole(items, item):
        return [f"planned.{programme}.{kind}" for kind in carried_kinds(items, item)]
    if STARTED.search(words):
        return [f"started.{programme}.{kind}" for kind in carried_kinds(items, item)]
    kind = kind_of(item)
    is_bare = item.text.endswith("个") and re.match("[，。；！？、]|$", item.after) and not MATTER_ZH.search(matter)
    if kind == "other" or (not kind and not PROJECTS.search(matter) and not is_bare):
        return []
    if kind in ("new", "due"):
        return [f"planned.{programme}.{kind}"]
    return [] if re.search("其中|including|of which", item.before) else [f"planned.{programme}.all"]


def is_whole(items: list[Item], item: Item) -> bool:
    """Whether a count is the whole of "15 of 22": the verb behind it is that of the part."""
    return bool(item.number and OF_NEXT.fullmatch(items[item.number - 1].after))


def carried_kinds(items: list[Item], item: Item) -> list[str]:
    """The kinds that a figure of started projects may be of: its own, that of the count before it, or all."""
    # All 22 of the new projects: the kind behind them is narrower than all.
    own = kind_of_name(item) if item.own_after.startswith((" of the ", " of its ", " of our ", " new ")) else ""
    own = own or kind_of(item, own=False) or kind_of_name(item)
    if not own and OF_NEXT.fullmatch(item.after) and item.number + 1 < len(items):
        own = kind_of_name(items[item.number + 1])
    if own:
        return [] if own == "other" else [own]
    for other in reversed(items[max(0, item.number - 4) : item.number]):
        if other.paragraph != item.paragraph:
            break
        if kind := kind_of(other):
            if kind == "other":
                return []
            return (
                [kind]
                if other.sentence == item.sentence and other.segment == item.segment
                else list(dict.fromkeys([kind, "all", "new", "due"]))
            )
    return ["all"]


def kind_of_name(item: Item) -> str:
    """The kind that stands behind a figure, such as 15 of the new projects."""
    return next((kind for kind, pattern in KIND_WORDS[:3] if pattern.search(item.own_after)), "")
