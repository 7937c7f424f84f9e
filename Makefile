# What a person who works on iiv types. `make help` lists it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready
# pyproject.toml says it too; tests/test_lock.py compares.
OLDEST := 3.11
# One release for everybody, so that the same versions give the same lock.
UV := uv==0.13.9
# Versions stay as they are unless `make lock UPGRADE=--upgrade` asks for newer ones.
UPGRADE ?=
# Nothing is left in the home.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-cache-dir -qq
# What `make bench` measures: BENCH="--large", say.
BENCH ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site test check lint format types floors browser coverage stress bench pictures lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## */make \1\t/' | expand -t 14

site: $(READY)  ## the example journal as a site
	@$(BIN)/iiv build
	@echo
	@echo "Look at it:  open $(CURDIR)/site/index.html in a browser"
	@echo "Work on it:  $(BIN)/iiv serve --open"

test: check browser  ## every check and test
	$(BIN)/pytest -n auto --dist loadfile

# Apart, since it doubles the time of what does nothing but compute.
coverage: $(READY) browser  ## which lines and branches the tests reach
	$(BIN)/pytest -n auto --dist loadfile --cov --cov-report=term

check: lint format types floors  ## the checks that need no test run

lint: $(READY)
	$(BIN)/ruff check

format: $(READY)
	$(BIN)/ruff format --check

types: $(READY)
	$(BIN)/mypy
# What Windows lacks is no part of its types.
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 src

floors: $(READY)
	$(BIN)/lint-imports --no-logo

# Debian's browsers, where they may be installed without a question. Elsewhere tests/conftest.py says what to do.
browser:
	@has() { for name; do command -v $$name >/dev/null && return; done; return 1; }; wanted=; \
	has chromium chromium-browser google-chrome || wanted="chromium chromium-sandbox"; \
	has firefox-esr firefox || wanted="$$wanted firefox-esr"; \
	test -n "$$wanted" && has apt-get || exit 0; \
	if [ "$$(id -u)" = 0 ]; then root=; elif sudo -n true 2>/dev/null; then root="sudo -n"; else exit 0; fi; \
	echo "Installing for the browser tests: $$wanted"; \
	install="$$root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends"; \
	$$install update >/dev/null; \
	for package in $$wanted fonts-liberation; do \
		$$install install $$package >/dev/null || echo "$$package could not be installed"; \
	done

stress: $(READY) browser  ## the tests that take minutes
	IIV_EXAMPLES=400 $(BIN)/pytest -m "stress or hypothesis"

bench: $(READY)  ## how fast it is, beside plain MkDocs (minutes; BENCH=--help for more)
	$(BIN)/python -m tests.bench $(BENCH)

pictures: $(READY) browser  ## the pictures of README.md, from the example
	$(BIN)/python -m tests.pictures

# In an environment of its own, and from the public index alone: what this machine adds (mirrors, folders of wheels,
# constraints) must not get into the lock.
lock:  ## requirements-dev.txt anew, from pyproject.toml
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && $(PYTHON) -m venv "$$tools" && \
	"$$tools/bin/python" -m pip --disable-pip-version-check --no-cache-dir -qq install $(UV) && \
	env $$(env | sed -n 's/^\(UV_[A-Z_]*\)=.*/-u \1/p') UV_CUSTOM_COMPILE_COMMAND="make lock" \
		"$$tools/bin/uv" --no-config --no-cache --quiet pip compile --universal --python-version $(OLDEST) \
		--generate-hashes --no-strip-extras --extra dev $(UPGRADE) --output-file requirements-dev.txt pyproject.toml

clean:  ## remove all that can be made again
	rm -rf $(VENV) site .iiv dist .coverage .coverage.* .hypothesis .import_linter_cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(LOCKED): requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (*map(int, "$(OLDEST)".split(".")),))' 2>/dev/null || { \
		echo "iiv needs Python $(OLDEST) or newer, and '$(PYTHON)' is not: $$($(PYTHON) --version 2>&1)."; \
		echo "Name another one:  make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; } >&2
	@echo "Making the environment in $(VENV): a minute, once"
	@$(PYTHON) -m venv --clear $(VENV)
# The lock is complete, so nothing is resolved. No sdist is built: that would fetch build tools without hashes.
	@$(PIP) install --no-deps --require-hashes --only-binary :all: --requirement requirements-dev.txt
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@$(PIP) check
	@touch $@
