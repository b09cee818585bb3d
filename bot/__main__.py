"""The command line: `python -m bot`, or `hyosan` where it is installed."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from bot import __version__
from bot.cli import streams
from bot.cli.failure import BAD_NETWORK, BAD_USE, Failure

__all__ = ["main"]

_INTERRUPTED = 130
_PIPE_CLOSED = 141
"""Exit codes that shells give for Ctrl-C and for a reader that went away."""

_NO_TOKEN = (
    "There is no Discord token. Get one from https://discord.com/developers/applications "
    "(README.md tells how) and set DISCORD_TOKEN in .env."
)
_OR_CHAT = "To talk to the bot without Discord: python -m bot chat"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    streams.set_up()
    given = sys.argv[1:] if argv is None else argv
    try:
        status = _call(given or ["run"])
        streams.flush()
    except Failure as failure:
        streams.complain(str(failure))
        return failure.status
    except BrokenPipeError:
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        streams.settle()
    return status


def _call(given: Sequence[str]) -> int:
    try:
        arguments = _parser().parse_args(given)
    except SystemExit as ended:  # after --help and --version, and when it told of wrong use
        return BAD_USE if ended.code else 0
    status: int = arguments.command(arguments)
    return status


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="hyosan",
        description="A trivia bot for the fans of a series. Without a command: run.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"hyosan {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, command: object, about: str) -> ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        sub.set_defaults(command=command, facts=None)
        return sub

    run = add("run", _run, "Start the Discord bot.")
    chat = add("chat", _chat, "Talk to the bot in this terminal.")
    ask = add("ask", _ask, "Answer a question, or each line of standard input.")
    ask.add_argument(
        "question", nargs="+", metavar="QUESTION", help="the question; - for a line each"
    )
    ask.add_argument("--explain", action="store_true", help="tell what decided, for curators")
    quote = add("quote", _quote, "Quote somebody, or somebody for each line of standard input.")
    quote.add_argument("who", nargs="+", metavar="WHO", help="any name or role; - for a line each")
    check = add("check", _check, "List every problem in the knowledge files, with its place.")
    check.add_argument("facts", nargs="?", type=Path, metavar="DIR", help="a folder to check")
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    check.add_argument("--thorough", action="store_true", help="ask all phrasings for advice")
    for sub in (ask, quote, check):
        sub.add_argument("--json", action="store_true", help="write JSON, one object per line")
    for sub in (ask, quote):
        sub.add_argument("--spoilers", action="store_true", help="show spoilers in plain text too")
    for sub in (chat, ask, quote):
        sub.add_argument(
            "--horizon", metavar="HOW_FAR", help="what may be told openly: up to s1e4, or none"
        )
    for sub in (run, chat, ask, quote):
        sub.add_argument(
            "--facts", type=Path, metavar="DIR", help="this folder instead of FACTS_DIR"
        )
    return parser


# Each command is imported when it is called: `ask` starts sooner without discord and rich, and
# `--help` without any of it.


def _run(arguments: Namespace) -> int:
    from random import Random

    from bot.archive import Archive
    from bot.builder import Builder
    from bot.cli.opening import load, open_library
    from bot.logs import log_origin, set_up_logging
    from bot.settings import SettingsError
    from bot.text import one_line

    loaded = load(arguments)
    settings = loaded.settings
    if settings.discord_token is None:
        hints = loaded.origin.warnings
        raise Failure(" ".join([_NO_TOKEN, *hints, _OR_CHAT]), BAD_USE)
    token = settings.discord_token.get_secret_value()
    set_up_logging(settings.log_level, settings.log_format, token)
    log_origin(loaded.origin)
    loader = Builder(data_dir=settings.data_dir)
    layers = settings.layers if settings.home_guild_id else settings.facts_dir
    archive = Archive(open_library(layers, loader), Random())
    from bot.client import app

    try:
        return app.run(settings, archive)
    except SettingsError as error:
        raise Failure(one_line(str(error)), BAD_USE) from None
    except app.LoginFailed as error:
        raise Failure(f"{one_line(str(error))} {_OR_CHAT}", BAD_USE) from None
    except app.Unreachable as error:
        raise Failure(f"{one_line(str(error))} {_OR_CHAT}", BAD_NETWORK) from None


def _chat(arguments: Namespace) -> int:
    from bot.cli.chat import chat

    return chat(arguments)


def _ask(arguments: Namespace) -> int:
    from bot.cli.ask import ask

    return ask(arguments)


def _quote(arguments: Namespace) -> int:
    from bot.cli.quote import quote

    return quote(arguments)


def _check(arguments: Namespace) -> int:
    from bot.cli.check import check

    return check(arguments)


if __name__ == "__main__":
    sys.exit(main())
