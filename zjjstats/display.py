"""What a notebook cell shows: paragraphs and tables that escape every text they are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

import pandas as pd


@dataclass(frozen=True)
class Text:
    """Sentences, one paragraph each; ``warning`` stands above them in a box."""

    sentences: Sequence[str]
    warning: str = ""

    def __repr__(self) -> str:
        return "\n".join(filter(None, [self.warning, *self.sentences]))

    def _repr_html_(self) -> str:
        box = f'<p class="warning" role="note"><strong>{escape(self.warning)}</strong></p>\n' if self.warning else ""
        return box + "\n".join(f"<p>{escape(sentence)}</p>" for sentence in self.sentences)


@dataclass(frozen=True)
class Table:
    """A table of texts with a caption; ``numbers`` names the columns set to the right, ``notes`` stand below.

    The cells of the columns in ``whole`` are short and are not broken into lines.
    """

    rows: pd.DataFrame
    caption: str
    numbers: Sequence[str] = ()
    notes: Sequence[str] = field(default=())
    whole: Sequence[str] = ()

    def __repr__(self) -> str:
        body = self.rows.to_string(index=False) if len(self.rows) else ", ".join(self.rows.columns)
        return "\n".join([self.caption, body, *self.notes])

    def _repr_html_(self) -> str:
        css = dict.fromkeys(self.rows.columns, "") | dict.fromkeys(self.numbers, ' class="number"')
        css |= dict.fromkeys(self.whole, ' class="whole"')
        head = "".join(f'<th scope="col"{css[name]}>{escape(name)}</th>' for name in self.rows.columns)
        lines = []
        for row in self.rows.itertuples(index=False):
            first, *rest = [(escape(str(cell)), css[name]) for name, cell in zip(self.rows.columns, row, strict=True)]
            cells = "".join(f"<td{style}>{cell}</td>" for cell, style in rest)
            lines.append(f'<tr><th scope="row"{first[1]}>{first[0]}</th>{cells}</tr>')
        body = "\n".join(lines)
        notes = "".join(f'<p class="note">{escape(note)}</p>' for note in self.notes)
        return (
            f"<table>\n<caption>{escape(self.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{body}\n</tbody>\n</table>\n{notes}"
        )
