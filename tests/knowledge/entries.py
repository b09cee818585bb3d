"""Entries as small as they can be, and what is told of wrong ones."""

from __future__ import annotations

URL = "https://example.org/a"
SOURCE = f"{{title: t, url: '{URL}'}}"
FACT = f"facts:\n- {{id: a, question: q, answer: b, sources: [{SOURCE}]"
QUOTE = f"quotes:\n- {{id: a, text: t, sources: [{SOURCE}]"
PEOPLE = """\
people:
- {id: kim, name: Kim, kind: actor}
- {id: nam-ra, name: Nam-ra, kind: character}
"""

LIST = "is a list; write [one, two] or a line with '- ' for each"
TEXT = "is text; write one line (in quotation marks if it has a colon)"
NUMBER = "is a whole number; write it in digits"
DATE = "is a date; write it as 2022-02-07"
SLUG = "is not well-formed; use lower-case letters, digits and single hyphens, such as kiss-takes"
EMPTY = "is empty; write something or remove it"
ADDRESS = "is not a web address; write it in full, from https:// on"
CHARACTER = "holds a character that a web address cannot have; percent-encode it"
SPEAKER = "'speaker_name' is missing, and so is 'speaker'; give one of them"


def fact(more: str) -> str:
    return f"{FACT},\n{more}}}"


def source(more: str) -> str:
    return f"facts:\n- {{id: a, question: q, answer: b, sources: [{{\n{more}}}]}}"


def quote(more: str) -> str:
    return f"{PEOPLE}{QUOTE},\n{more}}}"
