"""Logging: one line per record for people, or one JSON object for a log collector."""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys

from bot.settings import LogFormat, LogLevel
from bot.text import printable

__all__ = ["set_up_logging"]


def set_up_logging(level: LogLevel, form: LogFormat, token: str | None = None) -> None:
    """Log to standard error from `level` on; `token` is blotted out wherever it turns up."""
    formatter = _JsonFormatter(token) if form is LogFormat.JSON else _TextFormatter(token)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(level=level.value, handlers=[handler], force=True)


class _Discreet(logging.Formatter):
    """Formats a record, then blots the token out of everything: message, arguments, traceback."""

    def __init__(self, token: str | None) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        text = self.compose(record, dt.datetime.fromtimestamp(record.created, dt.UTC))
        return text.replace(self._token, "[token]") if self._token else text

    def compose(self, record: logging.LogRecord, time: dt.datetime) -> str:
        """The record as text."""
        raise NotImplementedError

    def trace(self, record: logging.LogRecord) -> str:
        """The traceback, empty when there is none."""
        return self.formatException(record.exc_info) if record.exc_info else ""


class _TextFormatter(_Discreet):
    def compose(self, record: logging.LogRecord, time: dt.datetime) -> str:
        # What members type may be logged: it must not begin a line that looks like a record.
        message = record.getMessage().replace("\n", "\\n")
        trace = self.trace(record)
        line = f"{time:%Y-%m-%d %H:%M:%S} {record.levelname:<7} {record.name}: {message}"
        return printable(f"{line}\n{trace}" if trace else line)


class _JsonFormatter(_Discreet):
    def compose(self, record: logging.LogRecord, time: dt.datetime) -> str:
        entry = {
            "time": time.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if trace := self.trace(record):
            entry["exception"] = trace
        return json.dumps(entry)
