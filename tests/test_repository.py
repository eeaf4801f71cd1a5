"""What the repository promises outside its code: the same dependencies everywhere, a lock, a layout, true documents."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib

import frictionless
import pytest
import yaml

from conftest import ROOT
from zjjstats.codebook import TABLES

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# Where conda-forge names a package otherwise, or splits off the part that we use.
CONDA_NAMES = {
    "duckdb": "python-duckdb",
    "matplotlib": "matplotlib-base",
    "nbconvert": "nbconvert-core",
    "pandera": "pandera-pandas",
    "playwright": "playwright-python",
}
ONLY_ON_PYPI = {"noto-cjk-sans-otc"}


def pyproject_requirements() -> set[str]:
    extras = PROJECT["optional-dependencies"]
    return {*PROJECT["dependencies"], *(requirement for extra in extras.values() for requirement in extra)}


def environment() -> tuple[set[str], set[str]]:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    (pip,) = [item["pip"] for item in listed if isinstance(item, dict)]
    return {item for item in listed if isinstance(item, str)}, set(pip)


def split(requirement: str) -> tuple[str, str]:
    name = re.match(r"[A-Za-z0-9_-]+", requirement)[0]
    # An extra such as [binary] is pip's; conda's package has what it brings.
    return name, re.sub(r"^\[\w+\]", "", requirement.removeprefix(name))


def test_conda_and_pip_users_get_the_same_dependencies():
    conda, pip = environment()
    expected = {
        CONDA_NAMES.get(name, name) + version
        for name, version in map(split, pyproject_requirements())
        if name not in ONLY_ON_PYPI
    }
    assert conda - {"pip"} == expected | {f"python{PROJECT['requires-python']}"}
    from_pypi = {name + version for name, version in map(split, pyproject_requirements()) if name in ONLY_ON_PYPI}
    assert pip == from_pypi | {"-e ."}


def test_lock_pins_every_dependency_with_hashes_and_names_no_host():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE)
    assert {split(requirement)[0] for requirement in pyproject_requirements()} <= {name for name, _ in pinned}
    assert "://" not in lock
    blocks = re.split(r"\n(?=[a-z0-9])", lock.strip())
    assert all("--hash=sha256:" in block for block in blocks)
    assert len(blocks) == len(pinned)


def test_five_given_names_stand_at_the_top():
    assert all((ROOT / name).exists() for name in ("notebooks", "zjjstats", "data", "tests", "environment.yml"))


def test_no_module_is_a_drawer_for_odds_and_ends():
    stems = {path.stem for path in (ROOT / "zjjstats").rglob("*.py")}
    assert not stems & {"utils", "util", "helpers", "helper", "misc", "common"}


def test_rules_import_nothing_of_the_house_but_frames():
    for name in ("rates", "ranks", "ledger"):
        source = (ROOT / "zjjstats" / f"{name}.py").read_text("utf-8")
        assert set(re.findall(r"^from (zjjstats\.\w+)", source, re.MULTILINE)) == {"zjjstats.frames"}


def test_only_sources_and_the_reader_of_releases_open_data_files():
    opening = re.compile(r"read_csv|read_bytes|\.open\(|read_excel|csv\.reader")
    modules = [*(ROOT / "zjjstats").glob("*.py"), *(ROOT / "zjjstats" / "audit").rglob("*.py")]
    users = {path.name for path in modules if opening.search(path.read_text("utf-8"))}
    # What `tables` asks for is opened in `sources` and `workbooks`. A release is a text, not a table: its reader tells
    # kinds of files and encodings apart. A part of a Word file is opened inside the bytes that the reader was given.
    assert users == {"release.py", "docx.py"}


def test_only_wording_rounds():
    rounding = re.compile(r"\bround\(|quantize|\.round\b|:\.\d+f")
    users = {path.name for path in (ROOT / "zjjstats").rglob("*.py") if rounding.search(path.read_text("utf-8"))}
    # A doctest shows four decimals of a frame; a whole number as text is not rounded; seconds are no figures.
    assert users == {"wording.py", "rates.py", "tabular.py", "progress.py", "runs.py", "forks.py"}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_codebook_explains_every_column_of_a_table(table):
    text = (ROOT / "data" / "README.md").read_text("utf-8")
    assert f"{table.name}.csv" in text
    missing = [column.name for column in table.columns if f"`{column.name}`" not in text]
    assert missing == []


def script(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["published", "sample"])
def test_description_of_a_workspace_is_what_the_codebook_says(name):
    stored = (ROOT / "data" / name / "datapackage.json").read_text("utf-8")
    assert stored == script(ROOT / "data" / "describe.py").package_text(name)


@pytest.mark.parametrize("name", ["published", "sample"])
@pytest.mark.filterwarnings("default")
def test_another_tool_finds_the_workspace_valid(name):
    report = frictionless.validate(str(ROOT / "data" / name / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert len(report.tasks) == len(list((ROOT / "data" / name).glob("*.csv")))


def test_sample_is_made_again_byte_for_byte(tmp_path):
    for folder in ("published", "sample"):
        (tmp_path / folder).mkdir()
    for name in ("cities.csv", "dictionary.csv"):
        (tmp_path / "published" / name).write_bytes((ROOT / "data" / "published" / name).read_bytes())
    made = tmp_path / "sample" / "make.py"
    made.write_bytes((ROOT / "data" / "sample" / "make.py").read_bytes())
    subprocess.run([sys.executable, str(made)], check=True, capture_output=True)
    stored = {path.name: path.read_bytes() for path in (ROOT / "data" / "sample").glob("*.csv")}
    assert {path.name: path.read_bytes() for path in (tmp_path / "sample").glob("*.csv")} == stored


def test_readme_names_every_command_and_job():
    readme = (ROOT / "README.md").read_text("utf-8")
    jobs = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [job for job in jobs if f"make {job}" not in readme and job != "help"] == []
    assert [
        name
        for name in ("run", "pack", "facts", "ranks", "check", "import", "audit")
        if f"zjjstats {name}" not in readme
    ] == []
