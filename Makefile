# One word per job; `make help` lists them. Needs Debian (or another system with Python 3.11 or newer), make and git.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
# Colours, pictures and figures must not depend on the caller's settings.
unexport MPLBACKEND

.PHONY: help setup report test lint bench notebooks data lab lock clean browser audit-score office servers

help:  ## list the jobs
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q $(VENV)/lib zjjstats || true
	touch $@

setup: $(VENV)/.ready  ## make the environment from the lock

report: setup  ## write the reports of 2022Q1 and 2016Q4
	$(BIN)/zjjstats run 2022Q1 2016Q4

browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium) \
	  || { echo "install chromium: the pages are tested in a real browser" >&2; exit 1; }

office:
	@command -v soffice >/dev/null && command -v pdffonts >/dev/null || (apt-get update -qq && apt-get install -y -qq \
	  --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation) \
	  || { echo "install LibreOffice and poppler-utils: Word, Excel and PDF files are opened by other programs" >&2; exit 1; }

# Java for Spark and a PostgreSQL to start, where they are missing and can be had; tests say loudly where they cannot.
servers:
	@command -v java >/dev/null || (apt-get update -qq && apt-get install -y -qq default-jre-headless) \
	  || echo "no Java: Spark will not be tested" >&2
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null \
	  || (apt-get update -qq && apt-get install -y -qq postgresql) || echo "no PostgreSQL: it will not be tested" >&2

test: setup browser office servers  ## pass all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile
	$(BIN)/python -m pytest -o addopts= --nbval --nbval-current-env --nbval-cell-timeout=120 -n 2 --dist loadfile notebooks

lint: setup  ## format, lint and type check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: setup  ## measure the batch against other ways to run the same notebooks, the rules on each engine, and the audit
	$(BIN)/python benchmarks/batch.py
	$(BIN)/python benchmarks/batch_memory.py
	$(BIN)/python benchmarks/engines.py
	$(BIN)/python benchmarks/audit_cost.py

audit-score: setup  ## measure the audit on the annotated releases
	$(BIN)/python benchmarks/audit_score.py

notebooks: setup  ## run the notebooks again and store their outputs; review the diff as results
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --ExecutePreprocessor.record_timing=False notebooks/*.ipynb
	$(BIN)/ruff format --quiet notebooks

data: setup  ## make the sample and the descriptions of both workspaces again
	$(BIN)/python data/sample/make.py
	$(BIN)/python data/describe.py

lab: setup  ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab --notebook-dir=notebooks

lock: setup  ## pin the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile pyproject.toml --extra test --extra dask --extra postgres --extra spark --extra dev --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet -o requirements.lock

clean:  ## remove what the jobs made, the environment apart
	rm -rf reports dist htmlcov .coverage .pytest_cache .ruff_cache .mypy_cache .hypothesis
