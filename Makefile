# Everything a newcomer needs: `make site`, then `make test`. Each sets up its own environment.
PYTHON ?= python3
BIN := .venv/bin
BENCH ?= --million
.DEFAULT_GOAL := site
.PHONY: site test lint serve soak bench lock accept clean browser

site: .venv/site.done  ## validate, build public/, say how to look at it
	-@$(BIN)/sangkien validate
	@$(BIN)/sangkien build
	@echo "Xem trang web / look at it:  $(BIN)/sangkien serve"

test: .venv/test.done browser lint  ## every test, linter, formatter and type checker
	@$(BIN)/sangkien sync --check
	@$(BIN)/pytest -n $(or $(JOBS),auto)

lint: .venv/test.done
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

browser:
	@sh tests/browser/install.sh

soak: .venv/test.done browser  ## the long tests at full size
	@SANGKIEN_SOAK=1 $(BIN)/pytest -n $(or $(JOBS),auto)

bench: .venv/test.done browser  ## beside Hugo, MkDocs, check-jsonschema and Pagefind; writes tests/benchmarks/RESULTS.md
	@$(BIN)/python -m tests.benchmarks $(BENCH)

serve: .venv/site.done
	@$(BIN)/sangkien serve

accept: .venv/test.done  ## take the golden site and the findings of the cases as they are now; read the diff
	@$(BIN)/python tests/accept_cases.py
	@$(BIN)/python tests/golden/accept.py

lock:  ## newest versions within pyproject.toml, with hashes
	@$(PYTHON) -m venv .venv/uv && .venv/uv/bin/pip install -q uv
	@.venv/uv/bin/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header pyproject.toml requirements/build.in -o requirements/site.txt
	@.venv/uv/bin/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra dev pyproject.toml requirements/build.in -o requirements/test.txt
	@.venv/uv/bin/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header tests/benchmarks/requirements.in -o tests/benchmarks/requirements.txt

clean:
	rm -rf .venv .sangkien public .public.next

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Cần Python 3.11 trở lên / Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { rm -rf .venv; echo "Thiếu venv / venv is missing. Debian, Ubuntu: apt-get install python3-venv"; exit 1; }

.venv/site.done: requirements/site.txt pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.done: requirements/test.txt .venv/site.done
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@
