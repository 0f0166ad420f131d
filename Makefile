# Everything one does with this repository. `make` alone lists the targets.
.DEFAULT_GOAL := help
.PHONY: help run data map map-check test test-postgres check format lock bench lighthouse clean

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
VENV := .venv
DATASETTE := build/datasette
LIGHTHOUSE := build/lighthouse
MAP_SOURCE := build/map/node_modules/world-atlas/countries-50m.json
RUN := $(VENV)/bin/python
MANAGE := $(RUN) manage.py
INSTALL := $(PYTHON) -m pip --python $(RUN) install --quiet --disable-pip-version-check --require-hashes --no-deps
WORKERS ?= auto

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: data  ## everything from nothing: install, load the record, serve it, print the address
	@HTTPS=0 $(MANAGE) create_demo_analyst
	@echo "Serving http://$(ADDRESS)/ (analysts: http://$(ADDRESS)/admin/); stop with Ctrl-C"
	@HTTPS=0 $(VENV)/bin/gunicorn config.wsgi --bind $(ADDRESS) --workers 2 $(SERVER)
# The site itself says what is wrong with a query string of any length; a proxy may refuse it sooner.
SERVER := --no-control-socket --limit-request-line 0

data: $(VENV)/runtime .env  ## install, migrate and load the record into DATABASE_URL (default: SQLite here)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_record
	@$(MANAGE) collectstatic --noinput --verbosity 0

map: $(VENV)/runtime .env $(MAP_SOURCE)  ## draw data/map/geometry.json anew from its source, which npm fetches
	$(MANAGE) build_map $(MAP_SOURCE)

map-check: $(VENV)/runtime .env $(MAP_SOURCE)  ## whether the committed map is what its source and the overrides give
	$(MANAGE) build_map --check $(MAP_SOURCE)

test: $(VENV)/development .env  ## the tests on SQLite
	DATABASE_URL=sqlite:///$(CURDIR)/test.sqlite3 $(RUN) -m pytest --numprocesses $(WORKERS)

test-postgres: $(VENV)/development .env  ## the same tests on PostgreSQL: DATABASE_URL's, else a throwaway server
	$(RUN) -m tests.postgres $(RUN) -m pytest --numprocesses $(WORKERS)

check: $(VENV)/development .env  ## all that CI runs
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/djade --check $$(git ls-files 'templates/*.html')
	$(VENV)/bin/djlint --lint --quiet templates
	$(VENV)/bin/mypy
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --deploy --fail-level WARNING
	$(MANAGE) collectstatic --noinput --verbosity 0
	$(MAKE) map-check $(RUNS)
# Both runs of the tests. CI names the one that it has not just made.
RUNS ?= test test-postgres

bench: $(VENV)/runtime .env $(DATASETTE)/installed  ## print how fast the pages are: beside Datasette, and as the record grows
	@$(RUN) -m tests.benchmark $(DATASETTE)/bin/datasette

lighthouse: $(VENV)/development .env $(LIGHTHOUSE)/installed  ## print Lighthouse's scores of five pages on a phone
	@$(RUN) -m tests.lighthouse $(LIGHTHOUSE)

format: $(VENV)/development  ## format Python and templates
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	$(VENV)/bin/djade $$(git ls-files 'templates/*.html')

lock: $(VENV)/development  ## write the hash-locked requirement files anew
	$(VENV)/bin/uv pip compile pyproject.toml $(LOCK) --output-file requirements/runtime.txt
	$(VENV)/bin/uv pip compile pyproject.toml --group development $(LOCK) --output-file requirements/development.txt
	$(VENV)/bin/uv pip compile requirements/benchmark.in $(LOCK) --output-file requirements/benchmark.txt
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean:  ## remove what make made, the database too
	rm -rf $(VENV) .env staticfiles build tracker.sqlite3*

# Without pip in the environment itself, a machine that lacks ensurepip will do as well.
$(VENV)/bin/python:
	$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/runtime: requirements/runtime.txt | $(VENV)/bin/python
	$(INSTALL) --requirement $<
	@touch $@

$(VENV)/development: requirements/development.txt $(VENV)/runtime
	$(INSTALL) --requirement $<
	@touch $@

# Where the map's shapes come from; the lock file has the checksum of what npm fetches.
$(MAP_SOURCE): data/map/package.json data/map/package-lock.json data/map/.npmrc
	mkdir -p build/map
	cp $^ build/map/
	cd build/map && npm ci --ignore-scripts --silent
	@touch $@

# The program that looks at the pages; it brings no browser, the machine's own is used.
$(LIGHTHOUSE)/installed: $(addprefix tests/lighthouse/,package.json package-lock.json .npmrc)
	mkdir -p $(LIGHTHOUSE)
	cp $^ $(LIGHTHOUSE)/
	cd $(LIGHTHOUSE) && npm ci --ignore-scripts --silent
	@touch $@

# What the benchmark compares with, in an environment of its own.
$(DATASETTE)/installed: requirements/benchmark.txt
	$(PYTHON) -m venv --without-pip $(DATASETTE)
	$(INSTALL:$(RUN)=$(DATASETTE)/bin/python) --requirement $<
	@touch $@

.env:
	@$(PYTHON) -c "import secrets; print('SECRET_KEY=' + secrets.token_urlsafe(50))" > $@
