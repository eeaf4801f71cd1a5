"""A few pictures; each takes facts or ranks and returns a matplotlib Figure that carries its own alternative text."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes

from zjjstats.fact import named
from zjjstats.picture import GREY, Picture, chinese_font, nothing, picture, plain
from zjjstats.schema import PROVINCE
from zjjstats.wording import Row, Wording, exact, number_text

# Told apart by lightness as well as by hue, so that they hold in print and for the colour-blind.
MARKED, OTHERS, EARLIER = "#b5311f", "#b8c4d0", "#6b7b8c"
MAXIMUM_COLUMNS = 3
# A panel of more bars than this would be taller than a picture can be; then the best, the last and the city's own
# neighbours on either side stand for all.
BARS = 60
BEST, LAST, NEAR = 10, 5, 5
# Characters of a panel's title that fit on one line.
ENGLISH_LINE, CHINESE_LINE = 28, 14


def start_rate_bars(wording: Wording, facts: pd.DataFrame, *, title: str) -> Picture:
    """Bars of the start rate by programme and kind, each with its two counts."""
    rates: list[Row] = facts[facts["fact"].str.startswith("start_rate.")].to_dict("records")
    if not rates:
        return nothing(wording, title)
    names, texts = [], []
    programmes = {named(row["fact"]).subject for row in rates}
    for row in rates:
        _, programme, kind, _ = named(row["fact"])
        name = wording.phrases[f"kind.{kind}"]
        names.append(f"{wording.label(programme)}\n{name}" if len(programmes) > 1 else name)
        planned = "—" if pd.isna(row["whole"]) else wording.count(row["whole"])
        if pd.isna(row["value"]):
            texts.append(wording.say("chart.unknown", planned=planned))
        else:
            started = number_text(row["part"], 0)
            texts.append(wording.say("chart.bar", rate=wording.value(row), started=started, planned=planned))
    told = "; ".join(f"{name}: {text}".replace("\n", ", ") for name, text in zip(names, texts, strict=True))
    sources = [source for row in rates for source in row["source"].split("; ")]
    figure = picture(wording, alt=f"{title}: {told}.", sources=sources, height=1.6 + 0.62 * len(rates))
    axes, font = figure.add_subplot(), chinese_font()
    heights = [0.0 if pd.isna(row["value"]) else float(exact(row) * 100) for row in rates]
    axes.barh(range(len(rates)), [100] * len(rates), color="#eef1f4", height=0.55)
    axes.barh(range(len(rates)), heights, color=MARKED, height=0.55)
    for place, text in enumerate(texts):
        axes.text(102, place, text, va="center", fontproperties=font, fontsize=10, linespacing=1.5)
    axes.set(xlim=(0, 125), ylim=(len(rates) - 0.5, -0.5), yticks=range(len(rates)), yticklabels=names)
    axes.set_xticks(range(0, 101, 25))
    axes.set_xlabel(wording.phrases["chart.start_rate_axis"], fontproperties=font, fontsize=9)
    plain(axes, title, font)
    return figure


def league_bars(wording: Wording, tables: Sequence[tuple[str, str, pd.DataFrame]], *, city: str, title: str) -> Picture:
    """Bars of every city's value, best first, the city marked, of many cities of some; one panel an indicator.

    Parameters
    ----------
    wording
        Language and names.
    tables
        Indicator, period and league table (columns city, value, rank, source) of each panel.
    city
        Key of the city to mark.
    title
        What the picture shows, for its alternative text.
    """
    if not tables:
        return nothing(wording, title)
    columns = min(MAXIMUM_COLUMNS, len(tables))
    rows = -(-len(tables) // columns)
    panels = [(indicator, period, shortened(table, city)) for indicator, period, table in tables]
    longest = max(len(table) for _, _, table in panels)
    told, sources = [], []
    for indicator, _, table in tables:
        own = table[table["city"] == city].iloc[0]
        place = "—" if pd.isna(own["rank"]) else wording.rank(own["rank"])
        value = "—" if pd.isna(own["value"]) else wording.indicator_value(indicator, own["value"])
        told.append(f"{wording.label(indicator)}: {wording.label(city)} {value}, {place}")
        sources += table["source"].dropna().tolist()
    some = wording.say("chart.some", best=BEST, last=LAST, near=NEAR)
    are_all = all(len(one[2]) == len(other[2]) for one, other in zip(panels, tables, strict=True))
    alt = f"{title}: {'; '.join(told)}." + ("" if are_all else f" {some}")
    figure = picture(wording, alt=alt, sources=sources, height=rows * (1.1 + 0.24 * longest))
    if not are_all:
        figure.suptitle(some, fontproperties=chinese_font(), fontsize=9, color=GREY)
    for number, (indicator, period, table) in enumerate(panels, start=1):
        league_panel(figure.add_subplot(rows, columns, number), wording, indicator, period, table, city)
    return figure


def shortened(table: pd.DataFrame, city: str) -> pd.DataFrame:
    """The rows of a league table that there is room for: all, or the best, the last and those around the city."""
    if len(table) <= BARS:
        return table
    count, own = len(table), table["city"].tolist().index(city)
    near = range(max(own - NEAR, 0), min(own + NEAR + 1, count))
    return table.iloc[sorted({*range(BEST), *near, *range(count - LAST, count)})]


def league_panel(axes: Axes, wording: Wording, indicator: str, period: str, table: pd.DataFrame, city: str) -> None:
    """One indicator's bars."""
    font = chinese_font()
    scale = 100 if wording.workspace.is_percent(indicator) else 1
    values = table["value"].astype("Float64") * scale
    colours = [MARKED if key == city else OTHERS for key in table["city"]]
    places = ["" if pd.isna(rank) else f"{rank}" for rank in table["rank"]]
    axes.barh(range(len(table)), values.fillna(0).astype(float), color=colours, height=0.7)
    axes.axvline(0, color=GREY, linewidth=0.6)
    names = [f"{place}  {wording.label(key)}" for place, key in zip(places, table["city"], strict=True)]
    axes.set(yticks=range(len(table)), yticklabels=names, ylim=(len(table) - 0.4, -0.6))
    for place, (value, key) in enumerate(zip(table["value"], table["city"], strict=True)):
        text = (
            "—" if pd.isna(value) else wording.indicator_value(indicator, value).removesuffix(wording.unit(indicator))
        )
        at = 0.0 if pd.isna(value) else max(float(value) * scale, 0.0)
        axes.annotate(
            text, (at, place), xytext=(3, 0), textcoords="offset points", va="center", fontproperties=font, fontsize=8,
            color=MARKED if key == city else GREY,
        )  # fmt: skip
    axes.margins(x=0.16)
    axes.set_xticks([])
    named = wording.label(indicator) + wording.say("brackets", inside=wording.unit(indicator))
    wrapped = fill(named, ENGLISH_LINE if wording.lang == "en" else CHINESE_LINE)
    title = wording.say("chart.panel", indicator=wrapped, period=wording.period(period))
    plain(axes, title, font)
    axes.title.set_fontsize(9)
    for label, key in zip(axes.get_yticklabels(), table["city"], strict=True):
        label.set_color(MARKED if key == city else "black")
        label.set_fontsize(8)


def place_ladders(wording: Wording, facts: pd.DataFrame, *, city: str, cities: int, title: str) -> Picture:
    """The places of the province as steps, one ladder an indicator, with the city on its step.

    For bulletins, which print ranks without the values that league bars need.
    """
    ranks: list[Row] = (
        facts[facts["fact"].str.match(rf"rank\..*\.{PROVINCE}$")].dropna(subset="value").to_dict("records")
    )
    if not ranks:
        return nothing(wording, title)
    limits = wording.phrases["chart.bulletin_only"]
    names = [wording.label(named(row["fact"]).subject) for row in ranks]
    told = "; ".join(f"{name}: {wording.rank(row['value'])}" for name, row in zip(names, ranks, strict=True))
    sources = [source for row in ranks for source in row["source"].split("; ")]
    alt = f"{title}{wording.say('brackets', inside=limits)}: {told}."
    columns = min(MAXIMUM_COLUMNS, len(ranks))
    rows, font = -(-len(ranks) // columns), chinese_font()
    figure = picture(wording, alt=alt, sources=sources, height=rows * (1.4 + 0.2 * cities))
    figure.suptitle(limits, fontproperties=font, fontsize=9, color=GREY)
    for number, (name, row) in enumerate(zip(names, ranks, strict=True), start=1):
        axes = figure.add_subplot(rows, columns, number)
        steps = range(1, cities + 1)
        axes.barh(
            steps, [1] * cities, color=[MARKED if step == row["value"] else "#e3e7eb" for step in steps], height=0.8
        )
        axes.text(
            0.5, row["value"], wording.label(city), ha="center", va="center", color="white", fontproperties=font,
            fontsize=9,
        )  # fmt: skip
        axes.set(yticks=steps, ylim=(cities + 0.6, 0.4), xticks=[])
        wrapped = fill(name, ENGLISH_LINE if wording.lang == "en" else CHINESE_LINE)
        plain(axes, wording.say("chart.panel", indicator=wrapped, period=wording.period(row["period"])), font)
        axes.title.set_fontsize(9)
    return figure


def rank_movement(wording: Wording, facts: pd.DataFrame, *, scope: str, cities: int, title: str) -> Picture:
    """Each indicator's place in the scope as a dot on the line of all places, and where it was in the base period.

    Needs ranks only, so it also tells the story where a bulletin prints ranks without values.
    """
    figures: dict[str, Row] = {row["fact"]: row for row in facts.to_dict("records")}
    now = [row for name, row in figures.items() if (named(name).measure, named(name).detail) == ("rank", scope)]
    now = [row for row in now if not pd.isna(row["value"])]
    moves: list[tuple[Row, Row | None]] = []
    for row in now:
        own = ("rank_change", named(row["fact"]).subject, scope)
        changes = [change for name, change in figures.items() if named(name)[:3] == own]
        known = [change for change in changes if not pd.isna(change["whole"])]
        moves += [(row, change) for change in known] or [(row, None)]
    if not moves:
        return nothing(wording, title)
    told, names = [], []
    for row, change in moves:
        name = wording.label(named(row["fact"]).subject)
        base = wording.phrases["chart.now_only"] if change is None else wording.base(named(change["fact"]).base)
        names.append(f"{name}\n{wording.period(row['period'])}{wording.say('brackets', inside=base)}")
        earlier = "" if change is None else f"{wording.rank(change['whole'])} → "
        open_reading = "?" if change is not None and "readings" in change["note"] else ""
        told.append(f"{name}, {base}: {earlier}{wording.rank(row['value'])}{open_reading}")
    sources = [source for row, _ in moves for source in row["source"].split("; ")]
    figure = picture(wording, alt=f"{title}: {'; '.join(told)}.", sources=sources, height=1.9 + 0.5 * len(moves))
    axes, font = figure.add_subplot(), chinese_font()
    for line, (row, change) in enumerate(moves):
        axes.plot([1, cities], [line, line], color="#e3e7eb", linewidth=6, solid_capstyle="round", zorder=1)
        if change is not None:
            before, is_open = float(change["whole"]), "readings" in change["note"]
            axes.annotate(
                "", (row["value"], line), (before, line), zorder=2,
                arrowprops={"arrowstyle": "->", "color": EARLIER, "linestyle": "--" if is_open else "-", "shrinkB": 8},
            )  # fmt: skip
            axes.plot(before, line, "o", markerfacecolor="white", markeredgecolor=EARLIER, markersize=13, zorder=3)
            axes.text(
                before, line, number_text(before, 0), ha="center", va="center", fontsize=7, color=EARLIER, zorder=4
            )
            moved = wording.value(change) + ("?" if is_open else "")
            axes.text(cities + 0.7, line, moved, va="center", fontproperties=font, fontsize=10)
        axes.plot(row["value"], line, "o", color=MARKED, markersize=15, zorder=5)
        axes.text(
            row["value"],
            line,
            number_text(row["value"], 0),
            ha="center",
            va="center",
            fontsize=8,
            color="white",
            zorder=6,
        )
    axes.plot([], [], "o", color=MARKED, label=wording.phrases["chart.now"])
    axes.plot([], [], "o", markerfacecolor="white", markeredgecolor=EARLIER, label=wording.phrases["chart.before"])
    axes.legend(prop=font, loc="upper right", bbox_to_anchor=(1, 1.0), ncols=2, frameon=False, fontsize=8)
    axes.set(xlim=(0.3, cities + 2.2), ylim=(len(moves) - 0.4, -1.0), yticks=range(len(moves)), yticklabels=names)
    axes.set_xticks(range(1, cities + 1))
    axes.set_xlabel(wording.phrases["chart.places"], fontproperties=font, fontsize=9)
    plain(axes, title, font)
    return figure
