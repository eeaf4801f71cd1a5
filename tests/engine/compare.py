"""Compare two output notebooks cell by cell, leaving out times, ids and paths."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import nbformat

# What two stock runs of the same notebook do not agree on either.
CHANGING = (
    (re.compile(r"0x[0-9a-f]{6,}"), "0x"),
    (re.compile(r"ipykernel_\d+"), "ipykernel_PID"),
    (re.compile(r"\btmp[0-9a-z_]{8}\.json"), "CONNECTION.json"),
    (re.compile(r"\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b"), "UUID"),
    (re.compile(r"[0-9a-f]{32}"), "UUID"),
    (re.compile(r"Thread-\d+"), "Thread-N"),
    (re.compile(r"(?<![\d.])[\d.?]+(it/s|s/it)"), "SPEED"),
)


def plain(nb: Any, folder: Path) -> dict[str, Any]:
    """Return what must be the same in both notebooks."""
    meta = json.loads(json.dumps(nb.metadata))
    for key in ("start_time", "end_time", "duration", "input_path", "output_path"):
        meta.get("papermill", {}).pop(key, None)
    widgets = meta.get("widgets")
    if widgets:
        states = widgets["application/vnd.jupyter.widget-state+json"]["state"]
        widgets["application/vnd.jupyter.widget-state+json"]["state"] = sorted(
            clean(json.dumps(state, sort_keys=True), folder) for state in states.values()
        )
    return {"metadata": meta, "cells": [plain_cell(cell, folder) for cell in nb.cells]}


def plain_cell(cell: Any, folder: Path) -> dict[str, Any]:
    """Return what must be the same in both cells."""
    made = json.loads(json.dumps(cell))
    # The cells that papermill adds get a new id each time.
    if {"papermill-error-cell-tag", "injected-parameters"} & set(made["metadata"].get("tags", [])):
        made.pop("id")
    for key in ("start_time", "end_time", "duration"):
        value = made["metadata"].get("papermill", {}).pop(key, None)
        made["metadata"].setdefault("has", {})[key] = value is not None
    made["metadata"]["execution"] = sorted(made["metadata"].get("execution", {}))
    if "outputs" in made:
        made["outputs"] = json.loads(clean(json.dumps(joined(made["outputs"])), folder))
    return made


def joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Join neighbouring pieces of one stream: where a stock run cuts them depends on time."""
    result: list[dict[str, Any]] = []
    for output in outputs:
        last = result[-1] if result else {}
        if output["output_type"] == "stream" and last.get("output_type") == "stream" and last["name"] == output["name"]:
            last["text"] += output["text"]
        else:
            result.append(dict(output))
    return result


def clean(text: str, folder: Path) -> str:
    """Take out what changes from run to run."""
    for engine in ("ours", "stock"):
        text = text.replace(str(folder / engine), "FOLDER")
    for pattern, replacement in CHANGING:
        text = pattern.sub(replacement, text)
    return text


def read(folder: Path, engine: str, name: str) -> dict[str, Any]:
    """Read the output of one engine."""
    return plain(nbformat.read(folder / engine / f"{name}.ipynb", as_version=4), folder)
