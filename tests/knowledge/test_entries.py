"""What can be wrong with an entry, on its own and among the others."""

from __future__ import annotations

import pytest

from .conftest import Problems, table

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


@pytest.mark.parametrize(
    ("content", "problem"),
    table({
        "unknown part": ("fact: []", "1:1: unknown key 'fact'; did you mean 'facts'?"),
        "unlike any part": ("zzz: []", "1:1: unknown key 'zzz'; "
                            "known are show, people, facts, phrasings, quotes, "
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
                        "answer, title, aliases, key, key_match, topic, people, spoiler, as_of, "
                        "sources, note"),
        "misspelt key of a source": (source(f"title: t, url: '{URL}', publsher: p"),
                                     "3:41: fact 'a': unknown key 'sources[1].publsher'; "
                                     "did you mean 'publisher'?"),
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
        "no address": (source("title: t"),
                       "2:45: fact 'a': 'sources[1].url' is missing; add it"),
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
        "topic": (fact("topic: Kiss Scene"), f"3:1: fact 'a': 'topic' {SLUG}"),
        "hyphens": (fact("topic: kiss--scene"), f"3:1: fact 'a': 'topic' {SLUG}"),
        "season": ("people:\n- {id: a, name: A, kind: crew, season: 0}",
                   "2:32: person 'a': 'season' is out of range; it is too large or too small"),
        "seconds for a date": (fact("as_of: 0"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "time for a date": (fact("as_of: 2022-02-07T00:00:00"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "no such day": (fact("as_of: 2022-02-31"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "list of dates": (fact("as_of: [2022-02-07]"), f"3:1: fact 'a': 'as_of' {DATE}"),
        "no such month": (source(f"title: t, url: '{URL}', date: 2022-13"),
                          "3:41: fact 'a': 'sources[1].date' is not well-formed; "
                          "write 2022, 2022-02 or 2022-02-07"),
        "unknown choice": (fact("key_match: some"),
                           "3:1: fact 'a': 'key_match' is not known; choose 'any' or 'all'"),
        "neither true nor false": (quote("kind: verbatim, speaker: kim, translated: perhaps"),
                                   "6:31: quote 'a': 'translated' is either true or false; "
                                   "write one of them"),
        "no source of a quote": ("quotes:\n- {id: a, text: t, kind: verbatim, speaker_name: A, "
                                 "sources: []}", "2:53: quote 'a': 'sources' is empty; "
                                 "add an item"),
        "no speaker": (quote("kind: verbatim"), f"5:3: quote 'a': {SPEAKER}"),
        "two speakers": (quote("kind: verbatim, speaker: kim, speaker_name: Kim"),
                         "6:31: quote 'a': 'speaker_name' stands beside 'speaker'; "
                         "keep one of them"),
        "dialogue by an actor": (quote("kind: dialogue, speaker: kim"),
                                 "6:17: quote 'a': a character speaks dialogue, a real person is "
                                 "quoted verbatim or in paraphrase; kim is actor, "
                                 "so mend kind or speaker"),
        "verbatim by a character": (quote("kind: verbatim, speaker: nam-ra"),
                                    "6:17: quote 'a': a character speaks dialogue, a real person "
                                    "is quoted verbatim or in paraphrase; nam-ra is character, "
                                    "so mend kind or speaker"),
        "unknown speaker": (quote("kind: verbatim, speaker: namra"),
                            "6:17: quote 'a': nobody has the id 'namra'; "
                            "did you mean 'nam-ra'?"),
        "unknown person": (fact("people: [hamlet]"), "3:10: fact 'a': nobody has the id 'hamlet'; "
                           "add them to 'people' or mend the id"),
        "unknown part of an actor": (f"{PEOPLE}- {{id: lee, name: Lee, kind: actor, plays: zed}}",
                                     "4:37: person 'lee': nobody has the id 'zed'; "
                                     "add them to 'people' or mend the id"),
        "plays an actor": (f"{PEOPLE}- {{id: lee, name: Lee, kind: actor, plays: kim}}",
                           "4:37: person 'lee': 'plays' names kim, who is no character; "
                           "give the character's id"),
        "voices an actor": (f"{PEOPLE}- {{id: lee, name: Lee, kind: voice, voices: kim}}",
                            "4:37: person 'lee': 'voices' names kim, who is no character; "
                            "give the character's id"),
        "no source of a fact": ("facts:\n- {id: a, question: q, answer: b}",
                                "2:3: warning: fact 'a': no source; add where it was published"),
        "one synonym": ("synonyms:\n- [a]",
                        "2:3: synonym group: it needs at least 2 items; add more"),
        "word as synonyms": ("synonyms:\n- a", f"2:3: synonym group: it {LIST}"),
        "empty synonym": ("synonyms:\n- [a, '']", f"2:7: synonym group: item [2] {EMPTY}"),
        "one contrast": ("contrasts:\n- [[a]]",
                         "2:3: contrast: it needs at least 2 items; add more"),
        "word as contrast": ("contrasts:\n- [[a], b]", f"2:9: contrast: item [2] {LIST}"),
        "empty contrast": ("contrasts:\n- [[a], []]",
                           "2:9: contrast: item [2] is empty; add an item"),
        "empty word in a contrast": ("contrasts:\n- [[a], [b, '']]",
                                     f"2:13: contrast: item [2][2] {EMPTY}"),
        "script": (source("title: t, url: 'javascript:alert(1)'"),
                   f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "no scheme": (source("title: t, url: example.org/a"),
                      f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "no host": (source("title: t, url: 'https:///a'"),
                    f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "half an IPv6 address": (source("title: t, url: 'https://[::1'"),
                                 f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "impossible port": (source("title: t, url: 'https://example.org:99999/'"),
                            f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "empty address": (source("title: t, url: ''"),
                          f"3:11: fact 'a': 'sources[1].url' {ADDRESS}"),
        "space": (source("title: t, url: https://example.org/a b"),
                  f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "angle brackets": (source("title: t, url: https://example.org/<a>"),
                           f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "control character before": (source('title: t, url: "\\x01https://example.org"'),
                                     f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "turned writing": (source('title: t, url: "https://example.org/\\u202ea"'),
                           f"3:11: fact 'a': 'sources[1].url' {CHARACTER}"),
        "user name": (source("title: t, url: https://netflix.com@example.org/a"),
                      "3:11: fact 'a': 'sources[1].url' holds a user name; "
                      "write the address without it"),
        "long address": (source(f"title: t, url: {URL}{'a' * 500}"),
                         "3:11: fact 'a': 'sources[1].url' is longer than 500 characters; "
                         "shorten it"),
    }),
)  # fmt: skip
def test_an_entry_that_is_refused(content: str, problem: str, problems: Problems) -> None:
    assert problems(content) == [f"a.yaml:{problem}"]


@pytest.mark.parametrize(
    "content",
    [
        fact("spoiler: s1e1"),
        fact("spoiler: s2, as_of: 2022-02-07, title: t, topic: kiss-scene"),
        fact("key: [a, b], key_match: all"),
        source("title: t, url: 'https://ko.wikipedia.org/wiki/박솔로몬?a=b#c', date: 2022-02"),
        source("title: t, url: 'http://example.org:8080/@user', date: 2022"),
        quote("kind: paraphrase, speaker: kim"),
        quote("kind: dialogue, speaker: nam-ra"),
        quote("kind: dialogue, speaker_name: A student"),
        f"{PEOPLE}- {{id: lee, name: Lee, kind: actor, plays: nam-ra, season: 2}}",
        "synonyms:\n- [take, try]\ncontrasts:\n- [[boy], [girl, woman]]",
    ],
)
def test_an_entry_that_is_read(content: str, problems: Problems) -> None:
    assert problems(content) == []


@pytest.mark.parametrize("part", ["facts", "quotes", "people"])
def test_an_id_stands_for_one_entry_over_all_files(part: str, problems: Problems) -> None:
    entry = {
        "facts": fact("spoiler: s1e1"),
        "quotes": f"{QUOTE}, kind: verbatim, speaker_name: A}}",
        "people": "people:\n- {id: a, name: A, kind: crew}",
    }[part]
    noun = {"facts": "fact", "quotes": "quote", "people": "person"}[part]
    [problem] = problems({"a.yaml": entry, "b.yaml": f"\n{entry}"})
    assert problem == f"b.yaml:3:8: {noun} id 'a' is taken (at a.yaml:2:3); choose another"


def test_a_fact_and_a_quote_may_share_an_id(problems: Problems) -> None:
    quoted = f"{QUOTE}, kind: verbatim, speaker_name: A}}"
    assert problems({"a.yaml": fact("spoiler: s1e1"), "b.yaml": quoted}) == []


def test_people_may_stand_in_any_file(problems: Problems) -> None:
    assert problems({"a.yaml": fact("people: [kim]"), "b.yaml": PEOPLE}) == []


def test_all_problems_of_an_entry_are_told_at_once(problems: Problems) -> None:
    entry = "quotes:\n- {id: a, kind: said, translated: 2, speaker: zed, speaker_name: Z}"
    assert [line.split(": ", 2)[2] for line in problems(PEOPLE + entry)] == [
        "'sources' is missing; add it",
        "'text' is missing; add it",
        "'kind' is not known; choose 'verbatim', 'paraphrase' or 'dialogue'",
        "'translated' is either true or false; write one of them",
        "nobody has the id 'zed'; add them to 'people' or mend the id",
        "'speaker_name' stands beside 'speaker'; keep one of them",
    ]


def test_a_wrong_item_does_not_make_its_list_too_short(problems: Problems) -> None:
    [problem] = problems(
        "quotes:\n- {id: a, kind: verbatim, text: t, speaker_name: A, sources: [{title: t}]}"
    )
    assert problem.endswith("'sources[1].url' is missing; add it")


def test_all_problems_of_a_folder_are_told_at_once_errors_first(problems: Problems) -> None:
    found = problems({
        "a.yaml": "facts:\n- {id: a, question: q, answer: b, people: [kim]}",
        "b.yaml": "people: [{id: kim}]",
        "c.yaml": "facts: [",
        "d.yml": "",
    })  # fmt: skip
    assert [line.split(":")[0] for line in found] == [
        "b.yaml",
        "b.yaml",
        "c.yaml",
        "a.yaml",
        "d.yml",
    ]
    assert ["warning" in line for line in found] == [False, False, False, True, True]


@pytest.mark.parametrize(
    "people",
    [
        PEOPLE + "- {id: zed",
        "\0",
        "",
        "- id: zed",
        "poeple:\n- {id: zed, name: Zed, kind: crew}",
        "people: {id: zed}",
        "people: [zed]",
        "people: [{name: Zed, kind: crew}]",
        "people: [{id: Zed, name: Zed, kind: crew}]",
        "people: [{id: zed, nam: Zed, kind: crew}]",
    ],
)
def test_people_in_a_broken_file_are_not_called_unknown(people: str, problems: Problems) -> None:
    found = problems({"a.yaml": fact("people: [zed]"), "b.yaml": people})
    assert found
    assert not any("nobody" in line for line in found)


def test_what_a_message_repeats_stays_on_one_line_and_short(problems: Problems) -> None:
    long = '"' + "a\\n\\e[31m\\u202e" * 30 + '"'
    twice = f"- {{id: {long}}}\n- {{? {long}, ? {long}}}"
    found = problems(f"? {long}\n: 1\nfacts:\n- id: {long}\n  ? {long}\n  : 2\n{twice}")
    assert len(found) > 8
    assert all(line.isprintable() for line in found)
    assert max(map(len, found)) < 400
    assert "a.yaml:1:3: unknown key 'a\\n\\x1b[31m\\u202e" in found[0]
