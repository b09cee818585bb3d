"""Questions without an answer as knowledge files, for whoever writes answers in an editor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

import yaml

from bot.curation.desk import Question
from bot.curation.drafts import new_id

__all__ = ["stubs"]

_MOST_ALIASES = 6
_HEAD = """\
# Questions that found no answer. Write each answer and its source, and take away what is not to
# be answered; until then `check` says that answers are missing.
"""


def stubs(questions: Iterable[Question], taken: Collection[str]) -> str:
    """The questions as facts whose answer is to be written, as YAML; no id that is `taken`."""
    ids = set(taken)
    parts = [_HEAD, "facts:\n"]
    for question in questions:
        fact_id = new_id(question.text, ids)
        ids.add(fact_id)
        others = [text for text in question.wordings if text != question.text]
        day = dt.datetime.fromtimestamp(question.asked_at, dt.UTC).date()
        entry = {"id": fact_id, "question": question.text}
        entry |= {"aliases": others[:_MOST_ALIASES]} if others else {}
        entry |= {"answer": "", "sources": []}
        text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=100)
        times = "once" if question.asked == 1 else f"{question.asked} times"
        parts.append(f"  # asked {times}, last on {day}\n")
        parts += (f"  {line}\n" for line in text.splitlines())
    return "".join(parts)
