# make demo    set up and run the main job on an invented council
# make test    set up and run the tests
# make check   format, lint, types, house, tests: what CI runs
# make bench   measure the Word engine, a whole unit meeting, the clocks of a council and a long chronology

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check format bench clean lock
.DEFAULT_GOAL := test

demo: $(READY)
	@$(BIN)/autoadmin demo demo

test: $(READY)
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n auto --dist loadgroup

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python -m tests.benchmarks.bench_word
	$(BIN)/python -m tests.benchmarks.bench_meeting
	$(BIN)/python -m tests.benchmarks.bench_chronology
	$(BIN)/python -m tests.benchmarks.bench_guard
	$(BIN)/python -m tests.benchmarks.bench_clocks
	$(BIN)/python -m tests.benchmarks.bench_due

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else "autoadmin needs Python 3.11, 3.12 or 3.13; this is %d.%d. Try: make PYTHON=python3.12" % v)'
	@echo "Setting up in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(READY)

# Needs the tool uv; writes hashes and no addresses.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --no-emit-index-url --quiet pyproject.toml --group dev --output-file requirements.lock

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
