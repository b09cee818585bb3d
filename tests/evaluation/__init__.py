"""Labelled questions to report on; nothing was fitted on them. See `bot.training.questions`."""

from __future__ import annotations

from pathlib import Path

__all__ = ["REPORT", "REPORTS"]

REPORT = Path(__file__).parent / "authors.yaml"
"""The larger set, which the promises of the matching are held to."""

REPORTS = (
    REPORT,
    *(Path(__file__).parent / f"{name}.yaml" for name in ("members", "real", "languages")),
)
