"""What all pictures share: a figure that carries its alternative text and source, the Chinese font, the plain look."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from textwrap import fill
from typing import Any

import noto_cjk_sans_otc
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from zjjstats.wording import Wording

SIMPLIFIED_CHINESE = "Noto Sans CJK SC"
DOTS_PER_INCH = 110
WIDTH = 8.0
GREY = "#555555"


@cache
def chinese_font() -> font_manager.FontProperties:
    """The Chinese font that is installed with the package, whatever fonts the machine has.

    Its simplified-Chinese face is one of several in the file, so it is registered and then asked for by name.
    """
    path = str(noto_cjk_sans_otc.FONT_PATH)
    if SIMPLIFIED_CHINESE not in {entry.name for entry in font_manager.fontManager.ttflist}:
        font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(family=SIMPLIFIED_CHINESE)


class Picture(Figure):
    """A figure that a notebook shows as a PNG with its alternative text, whatever the matplotlib backend is."""

    def __init__(self, *, alt: str, source: str, height: float) -> None:
        super().__init__(figsize=(WIDTH, height), dpi=DOTS_PER_INCH, layout="constrained")
        self.alt = alt
        self.source_line = source
        self.drawn: bytes | None = None

    def png(self) -> bytes:
        """The picture, the same bytes for the same figure; drawn once unless the figure was changed since."""
        if self.drawn is None or self.stale:
            buffer = BytesIO()
            # savefig would lay the figure out and draw it twice, the first time for nothing.
            FigureCanvasAgg(self).print_png(buffer, metadata={"Software": None})
            self.drawn = buffer.getvalue()
            # A canvas keeps all its pixels, some megabytes, as long as the figure has it.
            FigureCanvasBase(self)
        return self.drawn

    def take(self, image: bytes) -> None:
        """Takes the bytes that `png` gave for the same figure in another process, until the figure is changed."""
        self.drawn, self.stale = image, False

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, dict[str, str]]]:  # noqa: ANN401 - IPython's
        image = base64.b64encode(self.png()).decode("ascii")
        return {"image/png": image, "text/plain": self.alt}, {"image/png": {"alt": self.alt}}


def picture(wording: Wording, *, alt: str, sources: Sequence[str], height: float) -> Picture:
    """An empty picture with its source line, which names the sample data where it is such."""
    named = list(dict.fromkeys(source for source in sources if source))
    if wording.workspace.is_sample:
        named = [wording.phrases["sample_short"]]
    line = wording.say("chart.source", source="; ".join(named)) if named else ""
    figure = Picture(alt=f"{alt} {line}".strip(), source=line, height=height)
    figure.supxlabel(fill(line, 110), fontproperties=chinese_font(), fontsize=7, color=GREY, x=0.01, ha="left")
    return figure


def plain(axes: Axes, title: str, font: font_manager.FontProperties) -> None:
    """The look that all pictures share."""
    axes.set_title(title, fontproperties=font, fontsize=11, loc="left")
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font)
        label.set_fontsize(9)


def nothing(wording: Wording, title: str) -> Picture:
    """A picture that says that there is nothing to draw, so that its absence is seen."""
    text = wording.phrases["chart.nothing"]
    figure = picture(wording, alt=f"{title}: {text}.", sources=[], height=1.2)
    figure.text(0.5, 0.6, f"{title}\n{text}", fontproperties=chinese_font(), ha="center", va="center", color=GREY)
    return figure
