"""The index of all pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import jinja2

from zjjstats._version import VERSION
from zjjstats.batch.fonts import with_glyphs
from zjjstats.batch.look import TEMPLATES, stylesheet
from zjjstats.phrases import PHRASES, Lang


def index_html(rows: Sequence[dict[str, Any]], *, lang: Lang) -> str:
    """The index of all pages.

    Parameters
    ----------
    rows
        By period and city: period, city, pages (href, title, failed, pdf), files (href, title), figures, origin;
        all of them text.
    lang
        Language of the index.
    """
    phrases = PHRASES[lang]
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)
    page = {
        "lang": "zh-CN" if lang == "zh" else lang,
        "title": phrases["page.index"],
        "caption": phrases["page.caption"],
        "footer": phrases["page.made"].format(version=VERSION),
        "version": VERSION,
        "css": stylesheet(),
    }
    columns = [phrases[name] for name in ("col.period", "page.city", "page.pages", "page.figures", "col.origin")]
    html = environment.get_template("index.html.j2").render(page=page, columns=columns, rows=rows)
    return with_glyphs(html)
