"""The rules of the house: who may import whom, and who reads the environment."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).resolve().parents[1] / "bot"
CORE = (
    "bot.knowledge",
    "bot.matching",
    "bot.quiz",
    "bot.quotes",
    "bot.replies",
    "bot.spoilers",
    "bot.archive",
    "bot.reader",
)


def _name(path: Path) -> str:
    parts = path.relative_to(BOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_name(path): path for path in sorted(BOT.rglob("*.py"))}


def _is_part(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _imports(module: str) -> Iterator[str]:
    """Everything that a module imports anywhere in it, `from a import b` also as `a.b`."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively; write the name in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _importers(*packages: str) -> set[str]:
    return {m for m in MODULES if any(_is_part(name, *packages) for name in _imports(m))}


@pytest.mark.parametrize("chosen", [CORE, ("bot.cli.ask", "bot.cli.quote", "bot.cli.check")])
def test_the_core_and_the_quick_commands_load_neither_edge(chosen: tuple[str, ...]) -> None:
    modules = [module for module in MODULES if _is_part(module, *chosen)]
    heavy = ["discord", "sqlalchemy", "rich", "aiohttp", "bot.client", "bot.cli.session"]
    script = (
        f"import importlib, sys\n"
        f"for name in {modules}: importlib.import_module(name)\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout == "[]\n"


def test_the_core_imports_no_edge_even_later() -> None:
    edges = _importers("discord", "sqlalchemy", "rich", "bot.client", "bot.cli.session", "bot.cli")
    assert {module for module in edges if _is_part(module, *CORE)} == set()


def test_client_and_console_do_not_know_each_other() -> None:
    assert not any(_is_part(m, "bot.client") for m in _importers("bot.cli"))
    assert not any(_is_part(m, "bot.cli") for m in _importers("bot.client"))


def test_nobody_imports_the_client_but_the_command_line() -> None:
    outside = {m for m in _importers("bot.client") if not _is_part(m, "bot.client")}
    assert outside <= {"bot.__main__"}


def test_discord_stays_in_the_client_and_rich_in_the_terminal() -> None:
    assert all(_is_part(m, "bot.client") for m in _importers("discord"))
    assert all(_is_part(m, "bot.cli") for m in _importers("rich"))


def test_only_the_settings_read_the_environment() -> None:
    readers: set[str] = set()
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute | ast.alias):
                name = node.attr if isinstance(node, ast.Attribute) else node.name
                if name in {"environ", "environb", "getenv"}:
                    readers.add(module)
    assert readers <= {"bot.settings"}


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
