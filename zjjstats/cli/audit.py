"""The command that audits a release's figures, or the claims of a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from zjjstats.cli.terminal import Data, Format, Lang, say, show, shown

if TYPE_CHECKING:
    from zjjstats.audit.judging.figure import Verdict

Language = Literal["zh", "en"]
PageFormat = Literal["html", "table", "csv", "json"]
STDIN = "-"


def audit(
    release: Annotated[
        str | None, typer.Argument(help="The release: Markdown, text or .docx; - reads the standard input.")
    ] = None,
    claims: Annotated[
        bool, typer.Option("--claims", help="Audit the claims of the workspace instead of a release.")
    ] = False,
    period: Annotated[str, typer.Option(help="Reporting period, where the text names none.")] = "",
    city: Annotated[str, typer.Option(help="City by key or name, where the text names none.")] = "",
    data: Data = "published",
    form: Annotated[
        PageFormat | None,
        typer.Option("--format", help="How to print.", show_default="table; html with --out"),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="File of the page; else it is printed.")] = None,
    lang: Lang = "zh",
) -> None:
    """Audit every figure of a release, or every claim of a workspace: what holds, what does not, and why."""
    if claims == (release is not None):
        raise typer.BadParameter("name one release, or --claims for those of the workspace")
    if out and form not in (None, "html"):
        raise typer.BadParameter(f"--out holds a page; with --format {form} it is printed")
    if claims and (out or form == "html"):
        raise typer.BadParameter("claims are printed as table, csv or json; notebook 04_audit shows them on a page")
    if release is None:
        verdicts = audit_claims(data, period, city, "table" if form is None or form == "html" else form, lang)
    else:
        verdicts = audit_release(release, data, period, city, form or ("html" if out else "table"), out, lang)
    if "contradicted" in verdicts:
        raise typer.Exit(1)


def audit_claims(data: str, period: str, city: str, form: Format, lang: Language) -> list[Verdict]:
    """Prints the verdict on every claim, and returns the verdicts."""
    from zjjstats.audit.claims.verdicts import claim_verdicts  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.audit.judging.tally import tally  # noqa: PLC0415
    from zjjstats.tables import open_workspace  # noqa: PLC0415 - loads pandas

    workspace = open_workspace(data)
    frame = claim_verdicts(workspace, period=period, city=city, lang=lang)
    show(frame, form, title=workspace.title)
    verdicts: list[Verdict] = frame["verdict"].tolist()
    say(tally(verdicts, lang))
    return verdicts


def audit_release(
    name: str, data: str, period: str, city: str, form: PageFormat, out: Path | None, lang: Language
) -> list[Verdict]:
    """Prints the verdict on every figure of a release or writes them as a page, and returns the verdicts."""
    from zjjstats.atomic import write_whole  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.audit import audit as audit_of  # noqa: PLC0415 - loads pandas
    from zjjstats.audit.releases.release import read_release  # noqa: PLC0415
    from zjjstats.audit.showing.output import audit_json, figure_frame  # noqa: PLC0415
    from zjjstats.audit.showing.page import audit_html  # noqa: PLC0415
    from zjjstats.periods import Period  # noqa: PLC0415
    from zjjstats.tables import open_workspace  # noqa: PLC0415

    workspace, read = open_workspace(data), read_release(name)
    if out and out.exists() and name != STDIN and out.samefile(name):
        raise typer.BadParameter(f"--out {out} is the release itself")
    # Front matter tells what the person does not.
    told_city, told_period = city or read.about.get("city", ""), period or read.about.get("period", "")
    key = workspace.city(told_city) if told_city else ""
    span = str(Period.parse(told_period)) if told_period else ""
    audited = audit_of(read.text, workspace, period=span, city=key, lang=lang)
    if form == "json":
        typer.echo(audit_json(audited, read))
    elif form != "html":
        show(figure_frame(audited.figures), form, title=f"{name} ({read.read_as})")
    elif out:
        write_whole(out, audit_html(audited, read, workspace))
        typer.echo(shown(out))
    else:
        typer.echo(audit_html(audited, read, workspace))
    say(f"{name}: {read.read_as}")
    say(audited.summary())
    return [figure.verdict for figure in audited.figures]
