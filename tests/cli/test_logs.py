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


QUESTION = "does she survive the rooftop"
ASKED = {
    "t": "INTERACTION_CREATE",
    "s": 4,
    "op": 0,
    "d": {"id": "1", "token": "aW50ZXJhY3Rpb246MTp4", "data": {"value": QUESTION}},
}
CALLBACK = "https://discord.com/api/v10/interactions/1/aW50ZXJhY3Rpb246MTp4/callback"
FOLLOW_UP = "https://discord.com/api/v10/webhooks/2/aW50ZXJhY3Rpb246MTp4/messages/@original?wait=1"


@pytest.mark.parametrize("form", list(LogFormat))
def test_debug_tells_what_happens_and_not_what_was_said(
    form: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(LogLevel.DEBUG, form, TOKEN)
    gateway, http = logging.getLogger("discord.gateway"), logging.getLogger("discord.http")
    gateway.debug("For Shard ID %s: WebSocket Event: %s", None, ASKED)
    gateway.debug("Received %s", (1, json.dumps(ASKED), None))
    gateway.debug("%s", ASKED)
    http.debug("%s %s with %s has returned %s", "POST", CALLBACK, json.dumps(ASKED), 204)
    http.debug("%s %s has received %s", "PATCH", FOLLOW_UP, ASKED)
    http.debug("%s %s has received %s", "GET", FOLLOW_UP, [ASKED])
    err = capsys.readouterr().err
    assert QUESTION not in err
    assert "aW50ZXJh" not in err
    assert "INTERACTION_CREATE" in err
    assert "POST https://discord.com/api/v10/interactions/1/[token]/callback with [" in err
    assert "has returned 204" in err
    assert "/webhooks/2/[token]/messages/@original?wait=1" in err


@pytest.mark.parametrize("form", list(LogFormat))
def test_tokens_of_interactions_are_blotted_at_every_level(
    form: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(LogLevel.WARNING, form, TOKEN)
    log = logging.getLogger("discord.http")
    log.warning("We are being rate limited. %s %s responded with 429.", "PATCH", FOLLOW_UP)
    log.warning("Odd event %s", ASKED)
    log.warning("Odd event %s", json.dumps(ASKED))
    try:
        raise ValueError(f"cannot read {CALLBACK}")
    except ValueError:
        log.exception("went wrong")
    err = capsys.readouterr().err
    assert "aW50ZXJh" not in err
    assert err.count("[token]") == 4


def test_a_token_that_is_not_ours_is_blotted_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(LogLevel.INFO, LogFormat.TEXT)
    other = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
    logging.getLogger("bot.test").info("folder %s is not there", other)
    assert capsys.readouterr().err.endswith(" folder [token] is not there\n")
