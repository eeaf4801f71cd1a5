"""Whether a count is of entries into a database, by the words of its clause, and which fact it then is."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN, firmness
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rate_words import START
from zjjstats.wording import rounded

STARTED = re.compile(START, re.IGNORECASE)
SET_AGAINST = re.compile(r"\b(?:from|against|after|compared with)(?: only| just)? $")
DATABASE = re.compile("项目库|[强新]基库|[入进]库|省库|database", re.IGNORECASE)
# A list of counts of several times is no longer than this.
FEW = 6


def is_entry(items: list[Item], told_of: list[Context], item: Item, key: str) -> bool:
    """Whether a figure is of entries into a database: it stands in the sentence that names it."""
    before = items[item.number - 1] if item.number else None
    came_now = told_of[item.number].subject == key and (
        before is None or told_of[before.number].subject != key or before.sentence == item.sentence
    )
    comes_next = told_of[item.number].subject != key
    return (came_now or comes_next) and not STARTED.search(item.own_before + item.own_after)


def is_of_database(items: list[Item], item: Item) -> bool:
    """Whether a figure, or the count right before it, is of a database told without its name: 项目库入库9个."""
    before = items[item.number - 1] if item.number else item
    is_beside = item.reading.unit == "pct" or SET_AGAINST.search(item.own_before)
    words = item.own_before + (before.own_before if before.sentence == item.sentence and is_beside else "")
    return bool(DATABASE.search(words)) or (CHINESE.search(item.before) is not None and goes_on(items, item))


def goes_on(items: list[Item], item: Item) -> bool:
    """Whether a count tells of a database again, with no word but of when: 项目库入库7个，去年末是4个."""
    for one in reversed(items[max(0, item.number - FEW) : item.number + 1]):
        if one.sentence != item.sentence or (one.reading.unit != "count" and one is item):
            return False
        if firmness(one.own_before) < CERTAIN:
            return bool(DATABASE.search(one.own_before))
        if DATABASE.search(one.before):
            return True
    return False


def is_equal(item: Item, row: dict[str, Any] | None) -> bool:
    """Whether a figure is a fact to the printed digit."""
    if row is None:
        return False
    value = Decimal(str(row["value"])) * (100 if row["unit"] == "fraction" else 1)
    return rounded(value, item.reading.decimals) == item.reading.value


def entry_readings(item: Item, database: str, held: dict[str, Any]) -> list[str]:
    """Entries of a database, or their growth against the base that the text names."""
    if item.reading.unit == "count":
        return [f"entries.{database}"]
    if item.reading.kind != "growth":
        return []
    words = item.before + " " + item.after
    bases = (
        ["same_period_last_year"]
        if re.search(r"同期|same period|同比", words)
        else ["last_year", "same_period_last_year"]
    )
    return [name for base in bases if (name := f"entries_growth.{database}.{base}") in held][:1]
