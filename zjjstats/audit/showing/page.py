"""An audit as one self-contained page: the marked text, the table of figures, a line that sums up."""

from __future__ import annotations

from pathlib import Path

import jinja2

from zjjstats._version import VERSION
from zjjstats.audit.engine import Audit
from zjjstats.audit.releases.release import Release
from zjjstats.audit.showing.labels import LABELS
from zjjstats.audit.showing.marked_text import Marked
from zjjstats.audit.showing.output import figure_table
from zjjstats.batch.fonts import with_glyphs
from zjjstats.batch.look import TEMPLATES, stylesheet
from zjjstats.phrases import PHRASES
from zjjstats.workspace import Workspace


def audit_html(audit: Audit, release: Release, workspace: Workspace | None = None) -> str:
    """The page: no script, no request to any host; what the release holds is shown as text and never run.

    Parameters
    ----------
    audit
        The release's figures and their verdicts; it gives the page its language.
    release
        Where the text comes from.
    workspace
        The data that figures were compared with; made-up data is named as such.
    """
    words, phrases = LABELS[audit.lang], PHRASES[audit.lang]
    page = {
        "lang": "zh-CN" if audit.lang == "zh" else audit.lang,
        "title": words["title"],
        "name": Path(release.name).name,
        "file": words["file"].format(name=Path(release.name).name, read_as=release.read_as, sha256=release.sha256[:16]),
        "warning": phrases["sample"] if workspace is not None and workspace.is_sample else "",
        "summary": audit.summary(),
        "heading": words["text"],
        "text": Marked(audit.text, audit.figures, audit.lang)._repr_html_(),
        "table_heading": words["evidence"],
        "table": figure_table(audit.figures, audit.lang)._repr_html_(),
        "footer": phrases["page.made"].format(version=VERSION),
        "version": VERSION,
        "css": stylesheet(),
    }
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)
    return with_glyphs(environment.get_template("audit.html.j2").render(page=page))
