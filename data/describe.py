"""Writes datapackage.json of the shipped workspaces, out of the tables they hold and the codebook of the package."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from zjjstats.codebook import TABLES

HERE = Path(__file__).resolve().parent
ABOUT: dict[str, dict[str, Any]] = {
    "published": {
        "title": "湖南14个市州已公布的工业与经济指标 (published figures of the 14 cities of Hunan)",
        "description": "Figures carried over from public pages; every row names its source.",
        "licenses": [{"name": "other-at", "title": "facts from public pages; each row names the page"}],
    },
    "sample": {
        "title": "示例数据，全部虚构 (sample data, all made up)",
        "description": "Made up by make.py in this folder so that the figures of the 2022 release come out of it.",
        "licenses": [{"name": "CC0-1.0", "title": "CC0 1.0"}],
    },
}


def sources(file: Path) -> list[str]:
    """The different sources that a table's rows name, in their order."""
    with file.open(encoding="utf-8", newline="") as rows:
        return list(dict.fromkeys(row["source"] for row in csv.DictReader(rows) if row.get("source")))


def data_package(name: str) -> dict[str, Any]:
    """The description of one workspace."""
    resources = []
    for table in TABLES.values():
        file = HERE / name / table.file
        if file.is_file():
            named = [{"title": source} for source in sources(file)]
            resources.append(table.descriptor() | ({"sources": named} if named else {}))
    schema = "https://datapackage.org/profiles/2.0/datapackage.json"
    return {"$schema": schema, "name": f"zjjstats-{name}"} | ABOUT[name] | {"origin": name, "resources": resources}


def package_text(name: str) -> str:
    """The description as it stands in its file."""
    return json.dumps(data_package(name), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for workspace in ABOUT:
        (HERE / workspace / "datapackage.json").write_text(package_text(workspace), encoding="utf-8", newline="\n")
