"""What a process prepares once before it runs notebooks: all that they import, and what their first use costs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module

import nbformat

from zjjstats.audit.judging.words import WORDS
from zjjstats.audit.review import Review
from zjjstats.audit.showing.labels import LABELS
from zjjstats.batch.fonts import common_font, remember
from zjjstats.batch.pages import page_html
from zjjstats.batch.work import KERNEL, undeclared
from zjjstats.engine.engine import is_this_interpreter
from zjjstats.engine.forks import Forks
from zjjstats.errors import ZjjstatsError
from zjjstats.phrases import LANGS, PHRASES
from zjjstats.places import shipped_notebooks
from zjjstats.tables import open_workspace


def warm_up(data: str = "") -> None:
    """Makes a review of the shipped releases, with all it shows, and throws it away.

    The workspace that the runs will open is read, for its checked tables to be at hand in every child.
    """
    opened = []
    for name in filter(None, ("published", data)):
        # What is wrong with it is for the plan to say.
        with suppress(ZjjstatsError):
            opened.append(open_workspace(name))
    # The stored notebooks hold the words of their outputs too: periods, arrows, reasons.
    told = [path.read_text("utf-8") for path in shipped_notebooks()]
    named = [str(workspace.labels) for workspace in opened]
    with font_beside("".join([*told, *named, str(PHRASES), str(LABELS), str(WORDS)])):
        show()
    page_html([nbformat.reads(text, as_version=4) for text in told][-1], subtitle="", lang=LANGS[0])
    for notebook in shipped_notebooks():
        undeclared(notebook)
    is_this_interpreter(KERNEL)
    # Children are handed their calls by this module.
    import_module("zjjstats.batch.executors")


@contextmanager
def font_beside(text: str) -> Iterator[None]:
    """Has a child make the font of the text's characters meanwhile, since the other processors are idle."""
    with Forks() as forks:
        forks.start(partial(common_font, text))
        yield
        ended = forks.next()
    remember(text, ended[1].value if ended and ended[1].ok else common_font(text))


def show() -> None:
    """Shows everything of an audit, once. What a briefing shows is worked out ahead of the first one."""
    review = Review("2022Q1", "zhangjiajie")
    review.verdict_chart().png()
    for shown in (review.headline(), review.release_text(), review.figure_table(), review.claim_table()):
        repr(shown)
