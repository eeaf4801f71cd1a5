"""Word templates that an office owns: what they must hold, and what is wrong with one that does not."""

from __future__ import annotations

import difflib
import re
import zipfile
from pathlib import Path

import jinja2
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError

from zjjstats.batch.look import TEMPLATES
from zjjstats.errors import TemplateError

BRIEFING = TEMPLATES / "briefing.docx"
# What a briefing cannot do without, and what an office may leave out.
REQUIRED = (
    "title", "date_line", "warning", "headline", "sections", "heading", "parts", "text", "picture", "grid", "caption",
    "columns", "rows",
)  # fmt: skip
OPTIONAL = ("intro", "lead", "notes", "city", "period", "version")
# Of the template language itself.
LANGUAGE = {"loop", "first", "last", "index", "range", "true", "false"}


def environment() -> SandboxedEnvironment:
    """How templates are filled: text is text, a misspelled name is an error, nothing of the machine is in reach."""
    return SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)


def opened(path: Path) -> DocxTemplate:
    """A template, once it holds every placeholder that a briefing needs and none that it does not know.

    Raises
    ------
    TemplateError
        There is no such file, it is no Word document, its tags do not close, or it lacks or misspells a placeholder.
    """
    if not path.is_file():
        raise TemplateError(f"no template {str(path)!r}")
    try:
        template = DocxTemplate(str(path))
        template.init_docx()
        used = names_in(template)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"template {path}: {error.message}; each {{% if %}} and {{% for %}} must close") from None
    except (OpcError, LxmlError, OSError, KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise TemplateError(f"template {path} is no Word document (.docx): {error}") from None
    known = (*REQUIRED, *OPTIONAL)
    faults = [f"does not know {name!r}{nearest(name, known)}" for name in sorted(used - {*known, *LANGUAGE})]
    faults += [f"lacks {name!r}" for name in REQUIRED if name not in used]
    if faults:
        rule = f"required: {', '.join(REQUIRED)}; optional: {', '.join(OPTIONAL)}"
        raise TemplateError(f"template {path}: {'; '.join(faults)}; {rule}")
    return template


def nearest(name: str, known: tuple[str, ...]) -> str:
    """The placeholder that was meant, as a hint."""
    found = difflib.get_close_matches(name, known, n=1)
    return f" (nearest: {found[0]!r})" if found else ""


def names_in(template: DocxTemplate) -> set[str]:
    """Every name that a template's body, headers and footers take from the briefing."""
    xml = [template.patch_xml(template.get_xml())]
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        xml += [template.patch_xml(template.get_part_xml(part)) for _, part in template.get_headers_footers(uri)]
    found: set[str] = set()
    for text in xml:
        # Each paragraph on a line of its own, so that a fault's line is its paragraph.
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", text)
        environment().compile(source)
        tree = environment().parse(source)
        own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
        found |= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"} - own
        found |= {node.attr for node in tree.find_all(nodes.Getattr)}
    return found
