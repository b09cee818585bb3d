"""What can be wrong with a file before anybody asks what it says."""

from __future__ import annotations

import re

import pytest

from bot.knowledge.nodes import MAX_BYTES, MAX_NODES

from .conftest import Problems, table

YAML = "not valid YAML: "
CHECK = "; check the indentation and quotation marks here and on the line above"
CURLY = 'put text in straight quotation marks ("); curly ones are a part of it'
TOKEN = f"{YAML}while scanning for the next token found character that cannot start any token; "
ANCHOR = (
    "YAML anchors and aliases (& and *) are not used here; "
    "write the value out, or put it in quotation marks if it is text"
)
TAG = (
    "YAML tags (!) are not used here; remove it, or put the value in quotation marks if it is text"
)
KEY = "a key must be a plain word; put it in quotation marks"
EMPTY = "file is empty; add 'facts:', 'people:' or 'quotes:', or delete the file"
COMMENTS = "file holds comments only; add 'facts:', 'people:' or 'quotes:'"
MAPPING = "a knowledge file is a mapping; begin it with 'facts:'"
UTF8 = "not valid UTF-8; save the file as UTF-8"
DEEP = "nested more than 8 levels deep; flatten it"
NUL = "NUL byte; save as plain UTF-8"
CONFLICT = (
    "a Git conflict; keep one of the two versions, and remove the lines that begin with <<<<<<<, "
    "======= and >>>>>>>"
)


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "nothing": ("", f"1:1: {EMPTY}"),
        "white space": (" \n\n", f"1:1: {EMPTY}"),
        "byte order mark": (b"\xef\xbb\xbf", f"1:1: {EMPTY}"),
        "comments": ("# facts:\n# to come\n", f"1:1: {COMMENTS}"),
        "word": ("facts", f"1:1: {MAPPING}"),
        "list": ("\n- facts\n", f"2:1: {MAPPING}"),
        "empty document": ("---\n", f"2:1: {MAPPING}"),
        "too large": (b"#" * (MAX_BYTES + 1), "0:0: file is larger than 8 MiB; "
                      "split it into several files"),
        "too many values": ("facts: [" + "a," * MAX_NODES + "]",
                            "1:500003: more than 250000 values; split the file"),
        "too deep": ("facts: " + "[" * 9, f"1:15: {DEEP}"),
        "very deep": ("facts: " + "[" * 99, f"1:15: {DEEP}"),
        "not UTF-8": (b"facts: \xff", f"1:8: {UTF8}"),
        "not UTF-8 after Hangul": ("facts: []\n# 박솔로몬 ".encode() + b"\xe9", f"2:8: {UTF8}"),
        "not UTF-8 after a mark": (b"\xef\xbb\xbf# \xe9", f"1:3: {UTF8}"),
        "cut within a letter": ("facts: []\n# 박".encode()[:-1], f"2:3: {UTF8}"),
        "not UTF-8, other line ends": (b"facts: []\r\n#\r# \xe9", f"3:3: {UTF8}"),
        "NUL": ("facts: []\n# 박\x00", f"2:4: {NUL}"),
        "UTF-16": ("facts: []".encode("utf-16-le"), f"1:2: {NUL}"),
        "bell": ("facts:\n  - id: 박\x07\n", "2:10: invisible character U+0007; remove it"),
        "escape": ("# \x1b[31m\n", "1:3: invisible character U+001B; remove it"),
        "C1": ("facts: []\r\n# \x9b", "2:3: invisible character U+009B; remove it"),
        "line separator": ("# a\u2028b", "1:4: invisible character U+2028; remove it"),
        "mark within": ("#\ufeff", "1:2: invisible character U+FEFF; remove it"),
        "anchor": ("facts: &all\n  - id: a", f"1:8: {ANCHOR}"),
        "anchor at a key": ("&a facts: []", f"1:1: {ANCHOR}"),
        "alias": ("facts:\n  - *all", f"2:5: {ANCHOR}"),
        "tag": ("facts: !!python/object:os.system []", f"1:8: {TAG}"),
        "tag at text": ("facts:\n  - id: !secret x", f"2:9: {TAG}"),
        "merge key": ("<<: {facts: []}", "1:1: YAML merge keys (<<) are not used here; "
                      "write the keys out"),
        "list as key": ("? [a, b]\n: c", f"1:3: {KEY}"),
        "mapping as key": ("facts:\n  - {{name}}: a", f"2:5: {KEY}"),
        "two documents": ("facts: []\n---\nfacts: []",
                          "2:1: second document; keep one document in a file"),
        "key twice": ("facts: []\npeople: []\nfacts: []",
                      "3:1: key 'facts' stands here twice (first on line 1); keep one"),
        "conflict": ("facts:\n<<<<<<< ours\n- id: a\n=======\n- id: b\n>>>>>>> theirs\n",
                     f"2:1: {CONFLICT}"),
        "rest of a conflict": ("facts: []\r\n=======\r\npeople: []", f"2:1: {CONFLICT}"),
        "accents": ("facts:\n- id: e" + "\u0301\u0316" * 16, "2:7: more than 30 accents on one "
                    "letter; remove them"),
        "tab": ("facts:\n\t- id: a", f"2:1: {TOKEN}indent with spaces, not with tabs"),
        "at sign": ("facts:\n- id: @a",
                    f"2:7: {TOKEN}put text that begins with '@' in quotation marks"),
        "colon": ("facts:\n- question: Spoiler: who dies?",
                  f"2:20: {YAML}mapping values are not allowed in this context; "
                  "put text that has a colon in it in quotation marks"),
        "colon in curly marks": ("facts:\n“a: b: c”",
                                 f"2:6: {YAML}mapping values are not allowed in this context; "
                                 f"{CURLY}"),
        "open quotation": ("facts:\n- id: \"a\n  question: b\n",
                           f"4:1: {YAML}while scanning a quoted scalar begun on line 2 "
                           f"found unexpected end of stream{CHECK}"),
        "indentation": ("facts:\n  - id: a\n   question: b",
                        f"3:4: {YAML}while parsing a block collection begun on line 2 "
                        f"did not find expected '-' indicator{CHECK}"),
        "wrong escape": ("facts: \"\\ud800\"",
                         f"1:11: {YAML}while parsing a quoted scalar "
                         f"found invalid Unicode character escape code{CHECK}"),
    }),
)  # fmt: skip
def test_a_file_that_is_refused(content: str | bytes, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]


def test_a_bottomless_file_is_refused(problems: Problems) -> None:
    """Wherever the parser gives up: newer ones do so before they tell of the ninth level."""
    (problem,) = problems("facts: " + "[" * 99_999)
    assert re.fullmatch(rf"a\.yaml:1:\d+: {DEEP}", problem)


@pytest.mark.parametrize(
    "content",
    [
        "facts: []",
        "facts: []\npeople: []\nquotes: []\nsynonyms: []\ncontrasts: []\n",
        "\ufefffacts: []",
        "facts: []\r\npeople: []\r\n",
        "facts: []\rpeople: []\r",
        "%YAML 1.2\n---\nfacts: [] # none yet\n...\n",
        "facts:\t[]\n",
        '"facts": ! []\n',
        "{facts: []}",
        "fates:\n- '======='\n- a\n# <<<<<<< ours\n",
        "fates: [e" + "\u0301" * 30 + "]",
        "\n" * 300 + "fates: [a b]",
    ],
)
def test_a_file_that_is_read(content: str, problems: Problems) -> None:
    assert problems(content) == []


def test_every_invisible_character_is_told_of_up_to_a_limit(problems: Problems) -> None:
    found = problems("#\x01\n" * 100)
    assert len(found) == 20
    assert found[:2] == [f"a.yaml:{n}:2: invisible character U+0001; remove it" for n in (1, 2)]


def test_a_file_of_the_largest_size_is_read(problems: Problems) -> None:
    content = b"facts: [] #"
    assert problems(content + b"#" * (MAX_BYTES - len(content))) == []
