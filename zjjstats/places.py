"""Where things are: the shipped workspaces and notebooks, and the folder that a name or path means."""

from __future__ import annotations

from pathlib import Path

from zjjstats.errors import UnknownNameError

HERE = Path(__file__).resolve().parent
# A checkout keeps data/ and notebooks/ beside the package; a wheel carries copies inside it.
SHIPPED = next(home for home in (HERE.parent, HERE / "_shipped") if (home / "data" / "published").is_dir())
NOTEBOOKS = SHIPPED / "notebooks"


def find_workspace(where: str | Path) -> Path:
    """The folder that a shipped workspace's name or a path means; see `zjjstats.open_workspace`.

    Raises
    ------
    UnknownNameError
        There is no such folder.
    """
    shipped = {folder.name: folder for folder in sorted((SHIPPED / "data").iterdir()) if folder.is_dir()}
    for path in (shipped.get(str(where)), Path(where), SHIPPED / where):
        if path is not None and path.is_dir():
            return path.resolve()
    raise UnknownNameError(f"no folder {str(where)!r}, and no workspace of that name; shipped: {', '.join(shipped)}")


def workspace_name(path: Path) -> str:
    """How notebooks are to name a workspace: by name where it ships, else by its whole path."""
    return path.name if path.parent == SHIPPED / "data" else str(path)


def shipped_notebooks() -> list[Path]:
    """The notebooks of a report, in their order."""
    return sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
