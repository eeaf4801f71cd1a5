"""The last place of an assessment group, whose number only a workspace tells: as many as the group has cities."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.schema import GROUP
from zjjstats.workspace import Workspace


def has_groups(workspace: Workspace) -> bool:
    """Whether a workspace tells which cities are assessed together."""
    return bool((workspace["groups"]["scheme"] == GROUP).any())


def with_group_sizes(workspace: Workspace, items: list[Item], told_of: list[Context], city: str) -> list[Item]:
    """The items with places told from the end of a group counted from its front.

    ``city`` is that of the release, for a place that names none. Of a city in no group the place stays one among the
    cities of the province.
    """
    return [
        item
        if not item.reading.is_in_group
        else placed(item, group_size(workspace, context.city or city, context.period[:4]))
        for item, context in zip(items, told_of, strict=True)
    ]


def placed(item: Item, size: int) -> Item:
    """The item with the place that as many leave behind it in a group of this size; as it was where there is none."""
    value = size - (item.reading.from_last or 0)
    return item if value < 1 else replace(item, reading=replace(item.reading, value=Decimal(value)))


def group_size(workspace: Workspace, city: str, year: str) -> int:
    """How many cities are assessed together with a city in a year, or last, where none is told; 0 if it is alone."""
    groups = workspace["groups"]
    groups = groups[groups["scheme"] == GROUP]
    own = groups[groups["city"] == city]
    if year:
        own = own[(own["first_year"] <= int(year)) & (own["last_year"] >= int(year))]
    if own.empty:
        return 0
    latest = own.sort_values("first_year").iloc[-1]
    same = (groups["group"] == latest["group"]) & (groups["first_year"] == latest["first_year"])
    return int(same.sum())
