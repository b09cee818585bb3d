"""What the log looks like, and what never stands in it."""

from __future__ import annotations

import json
import logging

import pytest

from bot.logs import set_up_logging
from bot.settings import LogFormat, LogLevel

TOKEN = "MTIz.abc.def-secret"


pytestmark = pytest.mark.usefixtures("untouched_logging")


def _log_everything() -> None:
    log = logging.getLogger("bot.test")
    log.debug("too quiet")
    log.info("asked %s", "hi\n2026-01-01 fake line \x1b[2J")
    try:
        raise ValueError(f"with the {TOKEN}")
    except ValueError:
        log.exception("went wrong with %s", TOKEN)


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.INFO, LogFormat.TEXT, TOKEN)
    _log_everything()
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert lines[0].endswith("INFO    bot.test: asked hi\\n2026-01-01 fake line �[2J")
    assert lines[1].endswith("ERROR   bot.test: went wrong with [token]")
    assert lines[2] == "Traceback (most recent call last):"
    assert lines[-1] == "ValueError: with the [token]"


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.DEBUG, LogFormat.JSON, TOKEN)
    _log_everything()
    err = capsys.readouterr().err
    assert TOKEN not in err
    quiet, asked, wrong = [json.loads(line) for line in err.splitlines()]
    assert quiet["level"] == "DEBUG"
    assert list(asked) == ["time", "level", "logger", "message"]
    assert asked["time"].endswith("+00:00")
    assert asked["logger"] == "bot.test"
    assert asked["message"] == "asked hi\n2026-01-01 fake line \x1b[2J"
    assert wrong["message"] == "went wrong with [token]"
    assert wrong["exception"].endswith("ValueError: with the [token]")
