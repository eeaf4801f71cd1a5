"""A release's text with each figure marked by colour, sign and number: the number is that of the table below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from zjjstats.audit.engine import Audit
from zjjstats.audit.judging.figure import Figure, Verdict
from zjjstats.audit.showing.labels import LABELS, SYMBOLS
from zjjstats.phrases import Lang


@dataclass(frozen=True)
class Marked:
    """The text and its figures in their order; every text is shown as text, whatever it holds."""

    text: str
    figures: Sequence[Figure]
    lang: Lang

    @classmethod
    def joined(cls, audits: Sequence[Audit], lang: Lang) -> Marked:
        """Several audited texts as one, below each other; their figures are numbered through."""
        text, figures = "", []
        for audited in audits:
            lead = len(audited.text) - len(audited.text.lstrip())
            moved = len(text) - lead
            figures += [replace(one, start=one.start + moved, end=one.end + moved) for one in audited.figures]
            text += audited.text.strip() + "\n\n"
        return cls(text, figures, lang)

    def pieces(self) -> Iterator[tuple[str, int, Figure | None]]:
        """The text cut at its figures: what is printed, and where it is a figure, its number and the figure."""
        told = 0
        for number, figure in enumerate(self.figures, 1):
            # A figure inside another has a row in the table, but no mark of its own.
            if figure.start < told:
                continue
            yield self.text[told : figure.start], 0, None
            yield self.text[figure.start : figure.end], number, figure
            told = figure.end
        yield self.text[told:], 0, None

    def __repr__(self) -> str:
        shown = (
            piece if figure is None else f"{piece}[{SYMBOLS[figure.verdict]}{number}]"
            for piece, number, figure in self.pieces()
        )
        return "".join(shown).strip()

    def _repr_html_(self) -> str:
        shown = [
            escape(piece) if figure is None else self.mark(piece, number, figure.verdict)
            for piece, number, figure in self.pieces()
        ]
        return f'<div class="release">{"".join(shown).strip()}</div>\n{self.legend()}'

    def mark(self, piece: str, number: int, verdict: Verdict) -> str:
        """One figure with its sign and number."""
        said = escape(LABELS[self.lang][verdict])
        return f'<mark class="{verdict}" title="{said}">{escape(piece)}<sup>{SYMBOLS[verdict]}{number}</sup></mark>'

    def legend(self) -> str:
        """What the signs mean."""
        words = LABELS[self.lang]
        told = " ".join(
            f'<mark class="{verdict}">{sign}</mark> {escape(words[verdict])}' for verdict, sign in SYMBOLS.items()
        )
        return f'<p class="legend">{told}</p>'
