"""The look that pages and index share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"


@cache
def stylesheet() -> str:
    """The style sheet that every page carries in itself."""
    return (TEMPLATES / "page.css").read_text("utf-8")
