# The verbs of a maintainer; `make help` explains each.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-development
PYTEST_WORKERS ?= 2
# Bytecode made once at the installation, also where Python was told to leave none behind: without it each start compiles all libraries anew.
COMPILE = $(BIN)/python -m compileall -q -j 2 $(VENV)/lib relinsight pages dashboard.py || true

.DEFAULT_GOAL := help
.PHONY: help run test check bench clean lock words docs pictures looks

help: ## Explain each verb.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /	/' | expand -t 10

run: $(READY) ## Install what is needed and open the dashboard in the browser.
	$(BIN)/python -m relinsight serve

test: $(READY_DEV) ## Run all tests; those in a browser skip where there is none.
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --ignore tests/browser
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) tests/browser

check: $(READY_DEV) ## Look at format, style, types, the rooms of the house, and run the tests with coverage.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --ignore tests/browser --cov --cov-report=term:skip-covered
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) tests/browser

bench: $(READY_DEV) ## Measure import and pages against baselines in the same run.
	$(BIN)/python -m bench

words: $(READY_DEV) ## Add new messages to the catalogues, and drop those no longer used.
	$(BIN)/python -m relinsight.languages.extraction

docs: $(READY_DEV) ## Write the generated pages of docs/ anew: measures, columns and damaged files.
	$(BIN)/python tests/docs/generated.py

pictures: $(READY_DEV) ## Take the pictures of the README anew, which needs Chromium.
	PYTHONPATH=.:tests $(BIN)/python tests/browser/screenshots.py

looks: $(READY_DEV) ## Look at every page in every setting and write down what is found, which needs Chromium.
	PYTHONPATH=.:tests $(BIN)/python tests/browser/matrix.py

clean: ## Remove what was made here, but never a database.
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage* *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## Write the hashed lists of packages anew from pyproject.toml.
	uv pip compile pyproject.toml --generate-hashes --no-strip-extras --universal --python-version 3.11 -o requirements.txt
	uv pip compile pyproject.toml --extra development --generate-hashes --no-strip-extras --universal --python-version 3.11 -o requirements-dev.txt

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(READY): requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(COMPILE)
	touch $@

$(READY_DEV): requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(COMPILE)
	touch $@ $(READY)
