"""What can be wrong with the keys of an entry, and with what stands at them."""

from __future__ import annotations

import pytest

from .conftest import Problems, table
from .entries import EMPTY, LIST, SOURCE, TEXT, URL, fact


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "unknown part": ("fact: []", "1:1: unknown key 'fact'; did you mean 'facts'?"),
        "unlike any part": ("zzz: []", "1:1: unknown key 'zzz'; "
                            "known are show, people, facts, phrasings, quiz, quotes, "
                            "synonyms, contrasts, lexicon, fates, states, removed"),
        "part without entries": ("facts:", "1:7: 'facts' is a list; begin each fact with '- '"),
        "entries without hyphens": ("people: {id: a}",
                                    "1:9: 'people' is a list; begin each person with '- '"),
        "group without hyphen": ("synonyms: a",
                                 "1:11: 'synonyms' is a list; begin each synonym group with '- '"),
        "word as entry": ("quotes:\n- hello",
                          "2:3: a quote is a mapping; begin it with '- id: ...'"),
        "misspelt key": (fact("Spoilers: 7"),
                         "3:1: fact 'a': unknown key 'Spoilers'; did you mean 'spoiler'?"),
        "strange key": (fact("x: 7"), "3:1: fact 'a': unknown key 'x'; known are id, question, "
                        "answer, parts, title, label, aliases, key, key_match, topic, weight, "
                        "people, related, spoiler, as_of, sources, image, note"),
        "merge key": (fact("<<: {spoiler: 7}"),
                      "3:1: YAML merge keys (<<) are not used here; write the keys out"),
        "key twice": (fact("topic: a-b, topic: c"),
                      "3:13: key 'topic' stands here twice (first on line 3); keep one"),
        "no answer": (f"facts:\n- {{id: a, question: q, sources: [{SOURCE}]}}",
                      "2:3: fact 'a': 'answer' is missing; add it"),
        "no id": (f"facts:\n- {{question: q, answer: b, sources: [{SOURCE}]}}",
                  "2:3: fact: 'id' is missing; add it"),
        "no name": ("people:\n- {id: a, kind: crew}",
                    "2:3: person 'a': 'name' is missing; add it"),
        "list for text": (fact("title: [a]"), f"3:1: fact 'a': 'title' {TEXT}"),
        "mapping for text": (fact("key: [{a: b}]"), f"3:7: fact 'a': 'key[1]' {TEXT}"),
        "text for list": (fact("aliases: b"), f"3:1: fact 'a': 'aliases' {LIST}"),
        "text for mapping": (f"facts:\n- {{id: a, question: q, answer: b, sources: [{URL}]}}",
                             "2:45: fact 'a': 'sources[1]' is a mapping; "
                             "write its keys, each with a colon"),
        "empty text": (fact("title: ''"), f"3:1: fact 'a': 'title' {EMPTY}"),
        "no text": (fact("title: , spoiler: s1e7"), f"3:1: fact 'a': 'title' {EMPTY}"),
        "blank item": (fact("key: [a, ' ']"), f"3:10: fact 'a': 'key[2]' {EMPTY}"),
        "long text": (fact(f"title: {'a' * 81}"),
                      "3:1: fact 'a': 'title' is longer than 80 characters; shorten it"),
        "long phrase": (fact(f"aliases: [{'a' * 201}]"),
                        "3:11: fact 'a': 'aliases[1]' is longer than 200 characters; shorten it"),
        "escaped control character": (fact('note: "a\\x1b"'),
                                      "3:1: fact 'a': 'note' holds a control character; "
                                      "remove it"),
    }),
)  # fmt: skip
def test_a_shape_that_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]
