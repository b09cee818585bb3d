"""The rules of the house: who may import whom, what loads what, and who reads the environment."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
BOT = REPOSITORY / "bot"
APART = {"bot.client", "bot.cli", "bot.__main__", "bot.store", "bot.training"}
QUICK = ("bot.cli.ask", "bot.cli.quote", "bot.cli.check")


def _name(path: Path) -> str:
    parts = path.relative_to(REPOSITORY).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_name(path): path for path in sorted(BOT.rglob("*.py"))}
CORE = [name for name in MODULES if not APART & {name, ".".join(name.split(".")[:2])}]


def test_the_contracts_of_imports_are_kept() -> None:
    """In a process of its own: the linter sets up logging anew for all that runs beside it."""
    script = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize("modules", [CORE, QUICK], ids=["core", "quick commands"])
def test_the_core_and_the_quick_commands_load_nothing_heavy(modules: list[str]) -> None:
    """What a library brings along is loaded too, which no contract on our imports can see."""
    heavy = ["discord", "sqlalchemy", "rich", "aiohttp", "bot.client", "bot.cli.session"]
    script = (
        f"import importlib, sys\n"
        f"for name in {[*modules]}: importlib.import_module(name)\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_one_module_reads_the_environment() -> None:
    readers: set[str] = set()
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute | ast.alias):
                name = node.attr if isinstance(node, ast.Attribute) else node.name
                if name in {"environ", "environb", "getenv"}:
                    readers.add(module)
    assert readers == {"bot.environment", "bot.blas"}


def test_blas_does_no_more_to_the_environment_than_set_what_is_not_set() -> None:
    """It is no setting of the bot's, and has to come before all that settings are made of."""
    tree = ast.parse(MODULES["bot.blas"].read_text(encoding="utf-8"))
    uses = [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    assert uses.count("os.environ") == 1
    assert "os.environ.setdefault" in uses


def _is_part(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _readers_of(attribute: str) -> set[str]:
    """Modules that read an attribute of this name of anything."""
    return {
        module
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == attribute
    }


def test_nobody_but_the_rule_looks_at_ratings() -> None:
    """Beside those who read and check the files, and programs that want to know the rating."""
    own = ("bot.spoilers", "bot.knowledge", "bot.curation", "bot.cli.ask", "bot.cli.quote")
    assert not {module for module in _readers_of("spoiler") if not _is_part(module, *own)}


def _parameter_types(function: ast.FunctionDef) -> set[str]:
    given = (*function.args.args, *function.args.kwonlyargs)
    hints = [argument.annotation for argument in given if argument.annotation]
    return {node.id for hint in hints for node in ast.walk(hint) if isinstance(node, ast.Name)}


def test_builders_of_replies_are_given_nothing_that_is_rated_but_sealed() -> None:
    """What the rule calls, and places by its verdict, is private and the only exception."""
    for module in (module for module in MODULES if _is_part(module, "bot.replies")):
        for node in ast.parse(MODULES[module].read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                bare = {"Fact", "Quote", "Decision", "Knowledge", "Snapshot", "Library"}
                assert not _parameter_types(node) & bare, f"{module}.{node.name}"
