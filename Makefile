# `make` or `make help` lists what can be done. Nothing needs to be installed beforehand but
# Python 3.11 or newer, git and make.

PORT ?= 8000
SEARCH ?=
SEARCH_PORT ?= 9200
PYTEST_ARGS ?=
PART ?=
export PORT SEARCH

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
# The gates look at the code; they neither read nor touch the database of this machine.
GATE := DATABASE_URL=sqlite://:memory: TRILOG_DEMO=true

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo serve worker search-server check test fmt bench messages \
	lint types layers templates system-checks migrations catalogues test-postgresql test-search system-packages

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/.runtime compiled ## Install, load the demo once, serve it on PORT (8000); SEARCH=opensearch searches with that
	@.ci/demo

serve: .venv/.development compiled ## Serve the code you work on, reloading when a file changes
	$(MANAGE) migrate --no-input --verbosity 0
	$(MANAGE) runserver $(PORT)

worker: .venv/.development compiled ## What runs beside the server: schedule, webhooks, caches; `make demo` has it
	$(MANAGE) run_worker

search-server: .venv/.runtime ## OpenSearch on SEARCH_PORT (9200), for OPENSEARCH_URL; needs Maven and Java 21
	@$(PYTHON) -m tests.search_servers serve --port $(SEARCH_PORT)

check: system-packages .venv/.development client compiled ## Every gate and every test; what CI runs
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory types
	@$(MAKE) --no-print-directory layers
	@$(MAKE) --no-print-directory templates
	@$(MAKE) --no-print-directory system-checks
	@$(MAKE) --no-print-directory migrations
	@$(MAKE) --no-print-directory catalogues
	@$(MAKE) --no-print-directory test-postgresql
	@$(MAKE) --no-print-directory test-search
	@$(MAKE) --no-print-directory test

# A search server that a developer works with is not the tests' one.
test test-postgresql test-search: export OPENSEARCH_URL :=
test test-postgresql test-search: export ELASTICSEARCH_URL :=

test: .venv/.development client compiled ## The tests on SQLite; PYTEST_ARGS="tests/publishing -k embargo" narrows it
	DATABASE_URL=sqlite://:memory: .venv/bin/pytest --numprocesses auto $(PYTEST_ARGS)

test-postgresql: .venv/.development compiled ## The tests marked postgresql or transactions, on a server started for them
	.ci/postgresql .venv/bin/pytest -m "postgresql or transactions" $(PYTEST_ARGS)

test-search: .venv/.development compiled ## The tests marked search_server, on OpenSearch and Elasticsearch started for them
	.ci/postgresql .ci/search-servers .venv/bin/pytest -m search_server $(PYTEST_ARGS)

fmt: .venv/.development ## Put the code into its usual form
	.venv/bin/ruff check --fix-only --quiet
	.venv/bin/ruff format

bench: .venv/.development ## How fast the API and the search are here (needs wrk; 20 minutes); PART=search or api
	.ci/postgresql $(PYTHON) -m tests.bench $(if $(PART),--part $(PART))

messages: .venv/.development ## Bring the catalogues in locale/ up to date with the code
	$(GATE) $(MANAGE) update_catalogues
	@$(GATE) $(MANAGE) check_catalogues || true

lint: .venv/.development ## Gate: formatting and style
	.venv/bin/ruff format --check
	.venv/bin/ruff check

types: .venv/.development ## Gate: mypy
	$(GATE) .venv/bin/mypy

layers: .venv/.development ## Gate: who may import whom
	.venv/bin/lint-imports

templates: .venv/.development ## Gate: the templates' HTML
	.venv/bin/djlint --lint --quiet .

system-checks: .venv/.development compiled ## Gate: Django's checks and the project's own, for development and production
	$(GATE) $(MANAGE) check --fail-level WARNING
	SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
		DATABASE_URL=sqlite://:memory: ALLOWED_HOSTS=www.example.org \
		WAGTAILADMIN_BASE_URL=https://www.example.org DJANGO_SETTINGS_MODULE=cms.settings.production \
		$(MANAGE) check --deploy --fail-level WARNING

migrations: .venv/.development ## Gate: the migrations say what the models say
	$(GATE) $(MANAGE) makemigrations --check --dry-run

catalogues: .venv/.development ## Gate: every string is translated into every language
	$(GATE) $(MANAGE) check_catalogues

system-packages:
	@.ci/system-packages

.venv/.runtime: pyproject.toml uv.lock
	"$$(.ci/uv)" sync --quiet --frozen --inexact --no-default-groups
	@touch $@

.venv/.development: pyproject.toml uv.lock
	"$$(.ci/uv)" sync --quiet --frozen
	@touch .venv/.runtime $@

# What the TypeScript client of the tests is compiled with. Without Node its tests are skipped.
CLIENT := tests/client/node_modules/.package-lock.json
.PHONY: client
client: $(CLIENT)

$(CLIENT): tests/client/package.json tests/client/package-lock.json
	@if command -v npm >/dev/null; then cd tests/client && npm ci --silent && touch $(notdir $(@D))/$(@F); fi

# The catalogues are compiled with Babel, so that running the site needs no gettext.
COMPILED := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po))
.PHONY: compiled
compiled: $(COMPILED)

%.mo: %.po
	@.venv/bin/pybabel --quiet compile --input-file $< --output-file $@
