"""Executed notebooks to self-contained HTML pages."""

from __future__ import annotations

import re
from functools import cache

from nbconvert import HTMLExporter, TemplateExporter
from nbformat import NotebookNode

from zjjstats._version import VERSION
from zjjstats.batch.fonts import with_glyphs
from zjjstats.batch.look import TEMPLATES, stylesheet
from zjjstats.phrases import LANGS, PHRASES, Lang


class PageExporter(HTMLExporter):  # type: ignore[misc] # nbconvert has no types
    """nbconvert's exporter without its second look at the finished page, which adds what our template says already."""

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, object] | None = None, **options: object
    ) -> tuple[str, dict[str, object]]:
        """The page, and what nbconvert noted on the way."""
        return TemplateExporter.from_notebook_node(self, nb, resources, **options)  # type: ignore[no-any-return]


@cache
def exporter() -> HTMLExporter:
    """The exporter to pages, made once: its templates cost more than a page does.

    Without preprocessors: they are for code and for other formats, and after each the notebook is checked anew.
    """
    folders = [str(TEMPLATES)]
    return PageExporter(
        template_name="zjjstats",
        extra_template_basedirs=folders,
        default_preprocessors=[],
        exclude_anchor_links=True,
    )


def for_readers(notebook: NotebookNode, lang: Lang) -> NotebookNode:
    """The notebook without code and without the text cells of other languages; the given one is not changed."""
    others = set(LANGS) - {lang}
    kept = [cell for cell in notebook.cells if others.isdisjoint(cell.metadata.get("tags", []))]
    cells = [
        NotebookNode(cell | {"source": "" if cell.cell_type == "code" else cell.source})
        for cell in kept
        if cell.cell_type == "markdown" or cell.get("outputs")
    ]
    return NotebookNode(notebook | {"cells": cells})


def page_title(notebook: NotebookNode, lang: Lang) -> str:
    """The first heading of the notebook in that language."""
    for cell in for_readers(notebook, lang).cells:
        if heading := re.search(r"^# (.+)$", cell.source, re.MULTILINE):
            return heading[1].strip()
    return "zjjstats"


def page_html(notebook: NotebookNode, *, subtitle: str, lang: Lang, failed: str = "") -> str:
    """One self-contained page: no code, no script, no request to any host, alternative text on every picture.

    Parameters
    ----------
    notebook
        An executed notebook; it is not changed.
    subtitle
        City and period, shown above the title.
    lang
        Language of the page; text cells tagged with another are left out.
    failed
        What went wrong with the run, shown above all else.
    """
    title = page_title(notebook, lang)
    page = {
        "lang": "zh-CN" if lang == "zh" else lang,
        "title": f"{title} · {subtitle}",
        "subtitle": subtitle,
        "failed": f"{PHRASES[lang]['page.failed']}{PHRASES[lang]['colon']}{failed}" if failed else "",
        "footer": PHRASES[lang]["page.made"].format(version=VERSION),
        "version": VERSION,
        "css": stylesheet(),
    }
    body, _ = exporter().from_notebook_node(for_readers(notebook, lang), resources={"page": page})
    return with_glyphs(str(body))
