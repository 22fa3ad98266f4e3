# The front door. `make` or `make help` lists the verbs.
.DEFAULT_GOAL := help
.PHONY: words pictures help demo test check format bench golden lock clean

BIN := .venv/bin
PORT ?= 8000
# Of the nation that `make bench` counts: 1 is 3 million sheets of 30,000 services.
SCALE ?= 1
# WHOLE=1: a test that was skipped is a failure.
WHOLE ?=

help:  ## What can be typed here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo:  ## Make everything ready, load twelve services and open the site on 127.0.0.1
	@.ci/prepare
	@$(BIN)/mir demo --port $(PORT)

test:  ## Run every test this machine can run, and name what it cannot
	@.ci/prepare dev
	$(BIN)/python -m pytest -n auto $(if $(WHOLE),--whole)

check:  ## The house checks: style, types, who may import whom, dependencies
	@.ci/prepare dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

format:  ## Put the code in the house's shape
	@.ci/prepare dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

words:  ## Gather the sentences of the answering pages into the catalogues: make words TONGUE=pl starts one
	@.ci/prepare dev
	$(BIN)/python -m tests.words $(if $(TONGUE),--language $(TONGUE))

pictures:  ## Take the pictures of docs/manager.md again, from the year that the tests run
	@.ci/prepare dev
	$(BIN)/python -m tests.journeys.pictures

golden:  ## Check the arithmetic against other people's software: make golden FILE=vectors.json
	@.ci/prepare dev
	$(BIN)/python -m tests.golden $(FILE)

bench:  ## How fast and how honest, measured in one run of a minute: make bench SCALE=0.3
	@.ci/prepare dev
	$(BIN)/python -m tests.load.national --scale $(SCALE)
	$(BIN)/python -m tests.load.honest
	$(BIN)/python -m tests.load.answering
	$(BIN)/python -m tests.load.asking

lock:  ## Choose the newest allowed packages again and write down their hashes
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate -c requirements.lock pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate -c requirements-dev.lock --group build -o requirements-build.lock

clean:  ## Take away the environment and the demo's database
	rm -rf .venv instance
