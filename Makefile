# One command runs the paper (make run), one passes the tests (make test).

PYTHON := $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PAPER ?= mypaper
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run install test lint lock schema clean help

help:
	@echo "make run     the paper in ./$(PAPER) (ARGS='--lan --port 8080' are passed on)"
	@echo "make install the environment only: .venv/bin/broadsheet"
	@echo "make test    everything that must hold, on SQLite and on PostgreSQL"
	@echo "make lint    ruff, mypy, import rules, docs; no tests"
	@echo "make lock    pin the newest allowed versions anew (needs uv)"
	@echo "make schema  the first tables of a new paper, after a new migration"
	@echo "make clean   remove the environment and caches; papers are left alone"

run: $(VENV)/run.stamp
	@exec $(BIN)/broadsheet serve $(PAPER) --demo $(ARGS)

install: $(VENV)/run.stamp

test: $(VENV)/dev.stamp
	@exec $(BIN)/python scripts/check.py $(ARGS)

lint: $(VENV)/dev.stamp
	@exec $(BIN)/python scripts/check.py --no-tests

schema: $(VENV)/dev.stamp
	@exec $(BIN)/python -m broadsheet.serve.schema

lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url -q -U --extra make pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url -q -c requirements.lock --extra make --extra sftp --extra dev pyproject.toml -o requirements-dev.lock

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Broadsheet needs Python 3.11 or newer; none was found on the PATH." >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "This Python cannot make an environment. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }

$(VENV)/run.stamp: $(BIN)/python requirements.lock pyproject.toml
	@echo "Installing what the paper needs (once; a minute or so) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
