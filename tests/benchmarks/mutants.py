"""`python -m tests.benchmarks.mutants`: which small changes of critical code no test notices.

Without arguments it tells the modules; with some of them, or `all`, it changes each here and there
in a copy of the repository (with cosmic-ray, of the extra `bench`) and runs the tests that stand
beside it below. What they let pass is printed, with its share. A module takes some minutes, or as
many as `--sample` allows: so many changes of each module, drawn at random. A union
of types in a hint is left alone: nothing reads it when the bot runs. What stands in
`@dataclass(...)` is not, and passes: whether values are frozen or have slots changes no behaviour.
"""

from __future__ import annotations

import argparse
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.program import REPOSITORY

TESTS = {
    "bot/client/permissions.py": "tests/client/test_client_permissions.py "
    "tests/client/test_client_facts.py tests/client/test_client_spoilers.py "
    "tests/client/test_client_sync.py",
    "bot/client/admission.py": "tests/client/test_client_errors.py",
    "bot/client/replies.py": "tests/client/test_client_replies.py",
    "bot/spoilers/horizon.py": "tests/spoilers/test_horizon.py tests/spoilers/test_rule.py",
    "bot/spoilers/rule.py": "tests/spoilers/test_rule.py",
    "bot/matching/decision.py": "tests/matching/test_decision.py",
    "bot/matching/restraint.py": "tests/matching/test_restraint.py",
    "bot/knowledge/merging.py": "tests/knowledge/test_layers.py tests/knowledge/test_related.py "
    "tests/knowledge/test_quiz.py",
    "bot/knowledge/nodes.py": "tests/knowledge/test_files.py tests/knowledge/test_nodes.py "
    "tests/knowledge/test_cut_short.py",
    "bot/knowledge/problems.py": "tests/knowledge/test_problems.py "
    "tests/knowledge/test_very_many.py",
    "bot/library.py": "tests/test_library.py",
    "bot/quotes.py": "tests/test_quotes.py",
}
"""The critical modules, each with the tests that guard it, one file behind the other."""

SEED = 7

TIMEOUT = 120.0
"""Seconds after which a change that keeps the tests from ending counts as noticed."""

_CONFIG = """\
[cosmic-ray]
module-path = "{module}"
timeout = {timeout}
excluded-modules = []
test-command = "{command}"
[cosmic-ray.distributor]
name = "local"
[cosmic-ray.filters.operators-filter]
exclude-operators = ["core/ReplaceBinaryOperator_BitOr_.*"]
"""


def main() -> int:
    """Run the modules that are named; the exit code is 1 where a change was not noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", nargs="*", choices=[*TESTS, "all", []], help="or 'all'")
    parser.add_argument("--sample", type=int, help="changes of a module, at most; all if not given")
    arguments = parser.parse_args()
    chosen: list[str] = arguments.module
    if not chosen:
        print("\n".join(f"{module}  {tests}" for module, tests in TESTS.items()))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        ignored = shutil.ignore_patterns(".*", "data", "__pycache__")
        shutil.copytree(REPOSITORY, copy, ignore=ignored)
        shutil.copy(REPOSITORY / ".env.example", copy)
        return max(
            _measure(module, copy, arguments.sample)
            for module in TESTS
            if {module, "all"} & {*chosen}
        )


def _measure(module: str, copy: Path, sample: int | None) -> int:
    """Print what the tests of `module` let pass; 1 if anything."""
    tests = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    tests += TESTS[module].split()
    config, session = copy.with_name("config.toml"), copy.with_name("session.sqlite")
    command = shlex.join(tests)
    config.write_text(_CONFIG.format(module=module, timeout=TIMEOUT, command=command), "utf-8")
    session.unlink(missing_ok=True)
    # Python takes a file of the same size and second for the same, and would not read it anew.
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(program: str, *arguments: str | Path) -> str:
        path = Path(sys.executable).with_name(program)
        done = subprocess.run(
            [path, *arguments], cwd=copy, env=environment, check=True, stdout=subprocess.PIPE
        )
        return done.stdout.decode()

    run("cosmic-ray", "baseline", config)  # unchanged, the tests have to pass
    run("cosmic-ray", "init", config, session)
    run("cr-filter-operators", session, config)
    if sample is not None:
        _draw(session, sample)
    run("cosmic-ray", "exec", config, session)
    report = run("cr-report", "--surviving-only", "--show-diff", session)
    print(f"{module}\n{report}", flush=True)
    return int("surviving mutants: 0 " not in report)


def _draw(session: Path, sample: int) -> None:
    """Leave all changes but some out, the same at each run."""
    from cosmic_ray.work_db import use_db
    from cosmic_ray.work_item import WorkerOutcome, WorkResult

    with use_db(session) as database:
        waiting = sorted(database.pending_work_items, key=lambda item: str(item.mutations))
        drawn = random.Random(SEED).sample(waiting, min(sample, len(waiting)))
        kept = {item.job_id for item in drawn}
        for item in waiting:
            if item.job_id not in kept:
                database.set_result(item.job_id, WorkResult(WorkerOutcome.SKIPPED))


if __name__ == "__main__":
    sys.exit(main())
