# Everything a clone needs is python3 (3.11 or newer), pip, git and make. `make demo` and `make test` each work alone.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check

.PHONY: help demo test test-full bench fairness-report fuzz soak lock schemas docs fmt clean

help:
	@echo 'make demo     lint, plan and apply postings/ to the sandbox; twice makes nothing twice'
	@echo 'make test     every check, as CI runs them'
	@echo 'make test-full  every crash point with every behaviour, not only every pair (an hour)'
	@echo 'make bench    how fast, beside check-jsonschema (not part of the tests)'
	@echo 'make fairness-report  precision and recall of the fairness rules, into docs/fairness.md'
	@echo 'make fuzz     odd manifests, plan files, states and answers, for an hour'
	@echo 'make soak     kills, lost answers and races on every kind of place, for ten minutes or so'
	@echo 'make lock     write requirements.lock, requirements-dev.lock and the locks in the package anew'
	@echo 'make schemas  write the schemas that are shipped, and schemas/, from the models'
	@echo 'make docs     write docs/guarantees.md, docs/manifest.md, docs/rules/ and what words patterns need, from tests, models and rules'
	@echo 'make fmt      format code and postings'
	@echo 'make clean    remove .venv, caches and the sandbox'

demo: $(VENV)/.runtime
	@$(BIN)/heymilo-ops lint
	@$(BIN)/heymilo-ops -w sandbox apply --auto-approve
	@$(BIN)/heymilo-ops -w sandbox list

test: $(VENV)/.dev
	@bash .ci/system-packages
	@BIN=$(BIN) bash .ci/checks

test-full: $(VENV)/.dev
	@HEYMILO_OPS_FULL=1 $(BIN)/pytest -n 2 tests/proof

bench: $(VENV)/.dev
	@$(BIN)/python tests/bench/run.py

fairness-report: $(VENV)/.dev
	@$(BIN)/python -m tests.fairness.report

fuzz: $(VENV)/.dev
	@$(BIN)/python tests/fuzz/run.py $(FUZZ)

soak: $(VENV)/.dev
	@$(BIN)/python tests/soak/run.py $(SOAK)

lock: $(VENV)/.dev
	$(BIN)/uv pip compile pyproject.toml --extra sandbox --group build --upgrade $(LOCK) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra sandbox --group dev --upgrade $(LOCK) -c requirements.lock -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml $(SHIPPED)/run.lock
	$(call extra,remote) | $(BIN)/uv pip compile - $(SHIPPED)/remote.lock
	$(call extra,word) | $(BIN)/uv pip compile - $(SHIPPED)/word.lock
	$(BIN)/uv pip compile --group build $(SHIPPED)/build.lock

schemas: $(VENV)/.dev
	$(BIN)/python -m schemas.generator
	$(BIN)/heymilo-ops schema

docs: $(VENV)/.dev
	@$(BIN)/python -m tests.guarantees.write
	@$(BIN)/python -m tests.docs.write
	@$(BIN)/python -m tests.patterns.write

fmt: $(VENV)/.dev
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .
	$(BIN)/heymilo-ops fmt

clean:
	rm -rf $(VENV) .heymilo .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find heymilo_ops tests -name __pycache__ -type d -prune -exec rm -rf {} +

# No host and no URL gets into a lock, so it serves whatever index pip is set up for; the hashes say what may come from there.
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet
# What `init --ci github` writes into a lock is in the package: the same versions, by what they are needed for.
extra = $(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["$(1)"], sep="\n")'
SHIPPED = $(LOCK) -c requirements-dev.lock -o heymilo_ops/supply/locks

# What it takes to run; the build backend is locked too, so that nothing is installed unchecked.
$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	@echo 'Installing from requirements.lock …'
	@$(PIP) install -qq --require-hashes --no-deps --requirement requirements.lock
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

# What it takes to develop: the same versions and the tools.
$(VENV)/.dev: requirements-dev.lock requirements.lock pyproject.toml | $(BIN)/python
	@echo 'Installing from requirements-dev.lock …'
	@$(PIP) install -qq --require-hashes --no-deps --requirement requirements-dev.lock
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "heymilo-ops needs Python 3.11 or newer, and this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	@$(PYTHON) -m venv --without-pip $(VENV)
