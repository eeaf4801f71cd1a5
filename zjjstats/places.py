"""Where things are: the shipped workspaces and notebooks, and the folder that a name or path means."""

from __future__ import annotations

from pathlib import Path

from zjjstats.errors import UnknownNameError
from zjjstats.sources.address import address_of, is_address

HERE = Path(__file__).resolve().parent
# A checkout keeps data/ and notebooks/ beside the package; a wheel carries copies inside it.
SHIPPED = next(home for home in (HERE.parent, HERE / "_shipped") if (home / "data" / "published").is_dir())
NOTEBOOKS = SHIPPED / "notebooks"
DUCKDB = ".duckdb"


def find_workspace(where: str | Path) -> Path | str:
    """The folder, DuckDB file or address that a name, path or address means; see `zjjstats.open_workspace`.

    Raises
    ------
    UnknownNameError
        There is no such folder or file, or an address holds a password.
    """
    if is_address(where):
        return address_of(str(where))
    shipped = {folder.name: folder for folder in sorted((SHIPPED / "data").iterdir()) if folder.is_dir()}
    for path in (shipped.get(str(where)), Path(where), SHIPPED / where):
        if path is not None and (path.is_dir() or (path.suffix == DUCKDB and path.is_file())):
            return path.resolve()
    raise UnknownNameError(f"no folder {str(where)!r}, and no workspace of that name; shipped: {', '.join(shipped)}")


def workspace_name(path: Path | str) -> str:
    """How notebooks are to name a workspace: by name where it ships, else by its whole path or its address."""
    if isinstance(path, str):
        return path
    return path.name if path.parent == SHIPPED / "data" else str(path)


def shipped_notebooks() -> list[Path]:
    """The notebooks of a report, in their order."""
    return sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
