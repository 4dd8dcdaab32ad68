# Every command a person needs. `make help` lists them.
CONTENT ?= content
PORT    ?= 8000
HOST    ?= 127.0.0.1
VENV    := .venv
PY      := $(VENV)/bin/python
PIP     := $(PY) -m pip --quiet --disable-pip-version-check

# What is given for these goes into commands through the environment, as it was typed: quotes, spaces, dollars and all.
override CONTENT := $(value CONTENT)
ifeq ($(value OUTPUT),)
build:   OUTPUT  := output
publish: OUTPUT  := public
else
override OUTPUT  := $(value OUTPUT)
endif
override SITEURL := $(value SITEURL)
override TITLE   := $(value TITLE)
override RETIRE  := $(value RETIRE)
export CONTENT OUTPUT SITEURL TITLE RETIRE

# Whether a switch is on: 1 and the like; 0, no, false and off are off.
on = $(filter-out 0 no No NO false False FALSE off Off OFF,$(1))

.DEFAULT_GOAL := serve
.PHONY: serve build publish headings strategies new-article new-checklist checklists-fix check test test-long gallery screenshots bench lock clean help

# --- the site ------------------------------------------------------------------------------------

serve: $(VENV)/site.ready  ## Build the site, serve it and follow every save  [CONTENT=dir PORT=n HOST=addr]
	@$(PY) -m preview --content="$$CONTENT" --port "$(PORT)" --host "$(HOST)"

build: $(VENV)/site.ready  ## Build the site once  [CONTENT=dir OUTPUT=dir SITEURL=url DRAFTS=1 VERIFY=1]
	@$(PY) -m press --content="$$CONTENT" --output="$$OUTPUT" --siteurl="$$SITEURL" $(if $(call on,$(DRAFTS)),--drafts) $(if $(call on,$(VERIFY)),--verify)

publish: $(VENV)/site.ready  ## Build the production site  SITEURL=url [CONTENT=dir OUTPUT=dir]
	@$(if $(SITEURL),,$(error make publish needs the address of the site: make publish SITEURL=https://example.org))
	@$(PY) -m press --content="$$CONTENT" --output="$$OUTPUT" --siteurl="$$SITEURL" --publish

headings: $(VENV)/site.ready  ## List the headings recovered from bare lines; write them as Markdown with WRITE=1  [CONTENT=dir]
	@$(PY) -m articles.headings --content="$$CONTENT" $(if $(call on,$(WRITE)),--write)

new-article: $(VENV)/site.ready  ## Start an article  TITLE="…" [CONTENT=dir]
	@$(PY) -m articles.new --content="$$CONTENT" --title="$$TITLE"

strategies: $(VENV)/site.ready  ## List what was taken for strategies and what was not, with the reason  [CONTENT=dir]
	@$(PY) -m strategies.report --content="$$CONTENT"

new-checklist: $(VENV)/site.ready  ## Start a checklist  TITLE="…" [CONTENT=dir]
	@$(PY) -m checklists.new --content="$$CONTENT" --title="$$TITLE"

checklists-fix: $(VENV)/site.ready  ## Write ids that keep readers' ticks, bring the lock up to date  [CONTENT=dir RETIRE=list]
	@$(PY) -m checklists.fix --content="$$CONTENT" $(if $(RETIRE),--retire="$$RETIRE")

# --- the project ---------------------------------------------------------------------------------

check: $(VENV)/dev.ready  ## Lint, types
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

test: check $(VENV)/dev.ready  ## Lint, types and all tests, in a real browser too; installs Chromium by apt where there is none
	@.ci/chromium
	$(PY) -m pytest -m "not long" -n auto --dist worksteal

test-long: $(VENV)/dev.ready tests/node/node_modules/.ready  ## Everything that takes longer; vnu, html-validate, Lighthouse too where there is npm
	@.ci/chromium
	HYPOTHESIS_PROFILE=long $(PY) -m pytest -n auto --dist worksteal --ignore tests/browser/test_lighthouse.py
	$(PY) -m pytest tests/browser/test_lighthouse.py

gallery: $(VENV)/dev.ready  ## Every component with its examples and hard cases, into .cache/gallery
	@$(PY) -m tests.theme.gallery

screenshots: $(VENV)/dev.ready  ## Pictures of every kind of page, and as printed, into .cache/screenshots
	@.ci/chromium
	@$(PY) -m tests.browser.screenshots

bench: $(VENV)/dev.ready  ## Measure builds, a save, a tick, a keystroke and a page against other generators'
	$(PY) -m bench
	$(PY) -m bench.saving
	$(PY) -m bench.soaking
	$(PY) -m bench.ticking
	$(PY) -m bench.filtering
	$(PY) -m bench.peers

lock: $(VENV)/dev.ready  ## Lock the dependencies anew, with hashes
	$(PIP) install uv
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 --group build pyproject.toml -o requirements.lock
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 --group build --group dev pyproject.toml -o requirements-dev.lock

clean:  ## Remove what the commands above made; content and public/ stay
	rm -rf output .cache tests/node/node_modules .venv .pytest_cache .hypothesis .mypy_cache .ruff_cache plugins/*.egg-info __pycache__
	find plugins tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*##/ { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# --- set-up: a virtual environment with exactly the locked versions ---------------------------------

$(VENV)/bin/python:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Praxis needs Python 3.11 or newer; python3 is " + sys.version.split()[0])'
	@echo "Setting up (once) …"
	@python3 -m venv $(VENV) || { rm -rf $(VENV); echo "There is no virtual environment: install python3-venv." >&2; exit 1; }

$(VENV)/site.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.ready: requirements-dev.lock $(VENV)/site.ready
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The judges of make test-long; without npm their tests are skipped and say so.
tests/node/node_modules/.ready: tests/node/package-lock.json
	@if command -v npm >/dev/null 2>&1; then npm ci --silent --prefix tests/node; else mkdir -p tests/node/node_modules; fi
	@touch $@
