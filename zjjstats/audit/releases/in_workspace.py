"""The releases that a workspace keeps in its folder ``releases``: texts to audit, each with city, period and source."""

from __future__ import annotations

from pathlib import Path

from zjjstats.audit.releases.release import Release, read_release
from zjjstats.errors import DataError, Fault, PeriodError, ReleaseError, UnknownNameError
from zjjstats.periods import Period
from zjjstats.workspace import Workspace

FOLDER, PATTERN = "releases", "*.md"
NEEDED = ("city", "period", "source")
MONTHS_OF_A_QUARTER = 3


def belongs(told: str | Period, report: Period) -> bool:
    """Whether what is told of a period belongs into a report, and not yet into the one of the quarter before.

    Examples
    --------
    >>> belongs("2022M01-M02", Period.parse("2022Q1")), belongs("2022M01-M02", Period.parse("2022Q2"))
    (True, False)
    """
    period = Period.parse(told)
    return report.covers(period) and period.last_month > report.last_month - MONTHS_OF_A_QUARTER


def kept_releases(workspace: Workspace) -> list[Release]:
    """Every release of the workspace by name, its ``about`` with the keys of city and period.

    Raises
    ------
    DataError
        A file cannot be read as text, or its front matter does not say whose figures it prints, of which period, and
        where they come from; all faults at once.
    """
    releases, faults = [], []
    # A database keeps none.
    folder = Path(workspace.path) / FOLDER
    for path in sorted(folder.glob(PATTERN)):
        name = f"{FOLDER}/{path.name}"
        try:
            release = read_release(path)
        except ReleaseError as error:
            faults.append(Fault(name, 0, "", "", str(error)))
            continue
        about = release.about | {"file": name}
        faults += [
            Fault(name, 1, field, "", "is missing in the front matter, the lines between two --- at the top")
            for field in NEEDED
            if not about.get(field)
        ]
        for field, read in (("city", workspace.city), ("period", Period.parse)):
            try:
                about[field] = str(read(about[field])) if about.get(field) else ""
            except (UnknownNameError, PeriodError) as error:
                faults.append(Fault(name, 1, field, about[field], str(error)))
        releases.append(Release(path.name, release.text, release.read_as, release.sha256, about))
    if faults:
        raise DataError(faults)
    return releases
