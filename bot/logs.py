"""Logging: one line per record for people, or one JSON object for a log collector."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys

from bot.environment import Origin
from bot.redaction import without_tokens
from bot.settings import LogFormat, LogLevel
from bot.text import printable

__all__ = ["log_origin", "set_up_logging"]

log = logging.getLogger(__name__)


def set_up_logging(level: LogLevel, form: LogFormat, token: str | None = None) -> None:
    """Log to standard error from `level` on; `token` is blotted out wherever it turns up.

    So are the tokens of interactions, and at DEBUG what members typed and were answered.
    """
    formatter = _JsonFormatter(token) if form is LogFormat.JSON else _TextFormatter(token)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(level=level.value, handlers=[handler], force=True)


def log_origin(origin: Origin) -> None:
    """Say where the settings are from, and what was probably meant otherwise."""
    if origin.file is None:
        log.info("The settings are from the environment alone: there is no .env in this folder")
    else:
        log.info("The settings are from the environment and %s", origin.file)
    for warning in origin.warnings:
        log.warning("%s", warning)


class _Discreet(logging.Formatter):
    """Formats a record with tokens blotted out of everything: message, arguments, traceback."""

    def __init__(self, token: str | None) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        return self.compose(record, dt.datetime.fromtimestamp(record.created, dt.UTC))

    def compose(self, record: logging.LogRecord, time: dt.datetime) -> str:
        """The record as text."""
        raise NotImplementedError

    def message(self, record: logging.LogRecord) -> str:
        """The message; of what discord.py tells at DEBUG without the payloads."""
        is_of_library = record.name.partition(".")[0] == "discord"
        if record.levelno > logging.DEBUG or not is_of_library or not record.args:
            return self._blotted(record.getMessage())
        if not isinstance(record.args, tuple):
            return str(record.msg)
        return self._blotted(str(record.msg) % tuple(map(_without_content, record.args)))

    def trace(self, record: logging.LogRecord) -> str:
        """The traceback, empty when there is none."""
        return self._blotted(self.formatException(record.exc_info)) if record.exc_info else ""

    def _blotted(self, text: str) -> str:
        return without_tokens(text.replace(self._token, "[token]") if self._token else text)


class _TextFormatter(_Discreet):
    def compose(self, record: logging.LogRecord, time: dt.datetime) -> str:
        # What members type may be logged: it must not begin a line that looks like a record.
        message = self.message(record).replace("\n", "\\n")
        trace = self.trace(record)
        line = f"{time:%Y-%m-%d %H:%M:%S} {record.levelname:<7} {record.name}: {message}"
        return printable(f"{line}\n{trace}" if trace else line)


class _JsonFormatter(_Discreet):
    def compose(self, record: logging.LogRecord, time: dt.datetime) -> str:
        entry = {
            "time": time.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self.message(record),
        }
        if trace := self.trace(record):
            entry["exception"] = trace
        return json.dumps(entry)


def _without_content(argument: object) -> object:
    """An argument of a message; of a payload only what kind of event it tells."""
    match argument:
        case {"t": str(event)}:
            return f"[{event}]"
        case str() if argument[:1] in {"{", "[", '"'}:
            return f"[{len(argument)} characters]"
        case dict() | list() | tuple() | bytes():
            return "[payload]"
        case _:
            return argument
