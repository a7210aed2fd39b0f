# Kopilka's targets. `make` alone prints them; each line's text after ## is its help.
.DEFAULT_GOAL := help
.PHONY: help build test soak fuzz bench bench-large docs dist native fmt run-example clean
MVN := src/build/mvn

help: ## print this
	@echo "make TARGET, where TARGET is one of:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

build: ## compile, package and make cli/kopilka runnable
	@$(MVN) -q -DskipTests package
	@src/build/assemble target/kopilka
	@echo "built: cli/kopilka --help"

test: build ## run every test (what .ci/run calls)
	@src/build/browser
	@$(MVN) test

soak: build ## kill imports at three hundred moments, cut logs, hold locks, stop a server, cut links to it (hours)
	@$(MVN) test -Dtest='KillTest,DryRunTest,LockedTest,PowerLossTest' -Dkopilka.kills=300 -Dkopilka.rows=200000 -Dkopilka.files=9000 \
	  -Dkopilka.cuts=300 -Dkopilka.lock=40
	@$(MVN) test -Dtest='RestartTest,ServerTroubleTest,CutLinkTest,MigrationTest' -Dkopilka.restarts=200 -Dkopilka.links=200 -Dkopilka.kills=300

fuzz: ## let the readers of tables and programme files be fuzzed, led by coverage (two minutes each)
	@mkdir -p target/fuzz
	@for reader in RowReader ProgrammeReader; do \
	  JAZZER_FUZZ=1 $(MVN) test -Dtest=$${reader}FuzzTest -Djazzer.hooks=true -Djazzer.internal.basedir=target/fuzz || exit 1; \
	done

bench: build ## measure: start-up, and imports against SQLite itself (KOPILKA_BENCH_ROWS=200000)
	@src/bench/run

bench-large: build ## measure imports of 1 million and of 10 million purchases: hours, and 20 GB of disk
	@KOPILKA_BENCH_ROWS=1000000 KOPILKA_BENCH_ROUNDS=5 src/bench/run imports
	@KOPILKA_BENCH_ROWS=1000000 src/bench/run growth

docs: build ## write completions, manual pages and the tables of the README anew
	@$(MVN) -q test-compile
	@src/build/docs

dist: build ## make a self-contained archive under target/ that needs no Java
	@src/build/dist

native: ## make a native executable (needs GraalVM for JDK 25)
	@src/build/native

fmt: ## format the Java sources
	@src/build/fmt

run-example: build ## run the worked example of the README from end to end
	@examples/run

clean: ## remove everything that was built
	@rm -rf target
