"""How many figures have each verdict, as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zjjstats.audit.judging.figure import VERDICTS, Verdict
from zjjstats.audit.judging.tally import counts
from zjjstats.audit.showing.labels import labelled
from zjjstats.charts import MARKED, OTHERS
from zjjstats.picture import Picture, chinese_font, nothing, picture, plain
from zjjstats.wording import Wording


def verdict_bars(
    wording: Wording, verdicts: Mapping[str, Sequence[Verdict]], *, sources: Sequence[str], title: str
) -> Picture:
    """Bars of how many have each verdict, one bar for each kind of text.

    Parameters
    ----------
    wording
        Language and names.
    verdicts
        By kind of text, the verdicts on its figures.
    sources
        Where the texts were printed.
    title
        What the picture shows.
    """
    shown = {name: counts(found) for name, found in verdicts.items() if found}
    if not shown:
        return nothing(wording, title)
    names = [labelled(verdict, wording.lang) for verdict in VERDICTS]
    told = "; ".join(
        f"{name}: " + ", ".join(f"{said} {n}" for said, n in zip(names, found.values(), strict=True))
        for name, found in shown.items()
    )
    figure = picture(wording, alt=f"{title}: {told}.", sources=sources, height=1.4 + 0.5 * len(VERDICTS))
    axes, font = figure.add_subplot(), chinese_font()
    height = 0.8 / len(shown)
    for number, (name, found) in enumerate(shown.items()):
        places = [place + (number - (len(shown) - 1) / 2) * height for place in range(len(VERDICTS))]
        color = (MARKED, OTHERS)[number % 2]
        axes.barh(places, list(found.values()), color=color, height=height * 0.9, label=name)
        for place, n in zip(places, found.values(), strict=True):
            axes.text(n + 0.1, place, str(n), va="center", fontproperties=font, fontsize=9)
    axes.set(yticks=range(len(VERDICTS)), yticklabels=names, ylim=(len(VERDICTS) - 0.5, -0.5), xticks=[])
    axes.spines["bottom"].set_visible(False)
    axes.legend(prop=font, frameon=False, fontsize=9, loc="lower right")
    plain(axes, title, font)
    return figure
