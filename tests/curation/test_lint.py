"""The curator's lints: one small folder for each."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from textwrap import indent

import pytest

from bot.curation.lint import Checked, check_layers
from bot.knowledge.layers import Layer
from bot.knowledge.problems import Severity
from bot.knowledge.reader import read_folder
from tests.knowledges import folder_of

SOURCE = '{title: A page, url: "https://example.org/page"}'
FACT = {
    "question": "How many chairs stand in the music room?",
    "aliases": "[number of chairs, count the seats, music seats total, chairs how many]",
    "answer": "There are twelve chairs.",
    "key": "[twelve]",
    "sources": f"[{SOURCE}]",
}
OTHER = FACT | {
    "question": "What colour is the bicycle of the principal?",
    "aliases": "[bicycle paint, headmaster bike colour, which hue has his bike, red or blue bike]",
    "answer": "The bicycle is green.",
    "key": "[green]",
}


def check(
    tmp_path: Path,
    *facts: dict[str, str],
    more: str = "",
    stale_before: dt.date | None = None,
) -> Checked:
    """Check the music room with these facts, called a, b and so on, and more YAML."""
    shutil.copytree(folder_of("music-room"), tmp_path, dirs_exist_ok=True)
    text = more + "facts:\n"
    for name, fact in zip("abc", facts, strict=False):
        lines = "".join(f"{key}: {value}\n" for key, value in fact.items() if value)
        text += f"  - id: {name}\n{indent(lines, '    ')}"
    (tmp_path / "facts.yaml").write_text(text, encoding="utf-8")
    return check_layers([Layer.of(tmp_path)], stale_before=stale_before)


def told(checked: Checked, tmp_path: Path) -> list[str]:
    """Every problem, placed by the text that stands at its line and column."""
    lines = (tmp_path / "facts.yaml").read_text(encoding="utf-8").splitlines()
    found: list[str] = []
    for problem in checked.problems:
        spot = lines[problem.place.line - 1][problem.place.column - 1 :]
        found.append(f"{problem.severity}: {problem.message} @ {spot}")
    return found


def only(checked: Checked, tmp_path: Path) -> str:
    (problem,) = told(checked, tmp_path)
    return problem


def test_nothing_to_say(tmp_path: Path) -> None:
    checked = check(tmp_path, FACT, OTHER)
    assert (checked.problems, checked.explained) == ((), ())
    assert checked.knowledge is not None


def test_what_the_reader_refuses_is_not_looked_over(tmp_path: Path) -> None:
    checked = check(tmp_path, FACT | {"spoiler": "14", "key": ""})
    assert checked.knowledge is None
    assert only(checked, tmp_path).startswith("error: fact 'a': '14' is no rating of the show")


def test_the_same_question_word_for_word(tmp_path: Path) -> None:
    twin = OTHER | {"aliases": '[bicycle paint, bike hue, "Count the SEATS!", red or blue bike]'}
    problem, *_ = told(check(tmp_path, FACT, twin), tmp_path)
    assert problem.startswith("warning: fact 'b': asks word for word what 'a' asks (")
    assert problem.endswith('; keep it in one of the two @ "Count the SEATS!", red or blue bike]')


def test_the_same_words_in_another_order(tmp_path: Path) -> None:
    twin = OTHER | {"aliases": "[bicycle paint, bike hue, so the total of seats music, his bike]"}
    problem, *_ = told(check(tmp_path, FACT, twin), tmp_path)
    assert problem.startswith("warning: fact 'b': asks nearly what 'a' asks (")


def test_another_question_word_is_another_question(tmp_path: Path) -> None:
    first = FACT | {"question": "When was it built?"}
    second = OTHER | {"question": "Where was it built?"}
    assert not [p for p in told(check(tmp_path, first, second), tmp_path) if "asks" in p]


def test_too_few_aliases(tmp_path: Path) -> None:
    checked = check(tmp_path, FACT | {"aliases": "[number of chairs]"})
    assert only(checked, tmp_path) == (
        "warning: fact 'a': only 1 of at least 4 aliases; add other ways to ask it @ id: a"
    )


def test_a_question_that_finds_nothing(tmp_path: Path) -> None:
    problem = only(check(tmp_path, FACT | {"question": '"?!"'}), tmp_path)
    assert problem.startswith("warning: fact 'a': its own question finds nothing; reword it")


def test_an_alias_that_another_fact_answers(tmp_path: Path) -> None:
    stray = "which hue has the bicycle of the principal"
    strayed = FACT | {"aliases": f'[number of chairs, count the seats, chairs how many, "{stray}"]'}
    problem = only(check(tmp_path, strayed, OTHER), tmp_path)
    assert problem.startswith(f"advice: fact 'a': '{stray}' is rather answered by 'b'; say")
    assert problem.endswith(f'@ "{stray}"]')


STRAY = "which hue has the bicycle of the principal"
STRAYED = FACT | {"aliases": f'[number of chairs, count the seats, chairs how many, "{STRAY}"]'}


@pytest.mark.parametrize(("asked", "advice", "were_asked"), [(0, 0, 0), (2, 0, 2), (None, 1, 10)])
def test_no_more_is_asked_than_shall_be(
    tmp_path: Path, asked: int | None, advice: int, were_asked: int
) -> None:
    check(tmp_path, STRAYED, OTHER)
    checked = check_layers([Layer.of(tmp_path)], asked=asked)
    assert len(checked.of(Severity.ADVICE)) == advice
    assert checked.asked == were_asked


def test_the_last_layer_is_asked_first(tmp_path: Path) -> None:
    for name, fact in (("first", OTHER), ("last", STRAYED)):
        check(tmp_path / name, fact)
    last = tmp_path / "last" / "facts.yaml"
    text = last.read_text(encoding="utf-8").replace("id: a", "id: mine")
    last.write_text(text, encoding="utf-8")
    last.with_name("people.yaml").unlink()
    layers = [Layer.of(tmp_path / "first"), Layer.of(tmp_path / "last")]
    (advice,) = check_layers(layers, asked=5).of(Severity.ADVICE)
    assert STRAY in advice.message


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    check(tmp_path, FACT, OTHER)
    said: list[str] = []
    check_layers([Layer.of(tmp_path)], tell=said.append)
    assert said == [
        "reading",
        "building the index",
        "comparing phrasings",
        "looking over fact 0 of 2",
        "asking phrasing 0 of 10",
    ]


def test_no_key(tmp_path: Path) -> None:
    problem = only(check(tmp_path, FACT | {"key": ""}), tmp_path)
    assert problem.startswith("warning: fact 'a': no key; add the shortest text")


def test_one_key_of_many_is_enough(tmp_path: Path) -> None:
    assert not check(tmp_path, FACT | {"key": '["12", TWELVE]'}).problems


def test_none_of_the_keys(tmp_path: Path) -> None:
    problem = only(check(tmp_path, FACT | {"key": '["12", dozen]'}), tmp_path)
    assert problem.startswith("warning: fact 'a': the answer contains none of the keys; mend")


def test_all_keys_are_needed(tmp_path: Path) -> None:
    checked = check(tmp_path, FACT | {"key": '[twelve, "12"]', "key_match": "all"})
    assert only(checked, tmp_path) == (
        "warning: fact 'a': the answer lacks the key '12'; mend one of them @ \"12\"]"
    )


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Who dies in the music room?", "dies"),
        ("Is a half-zombie among the chairs?", "half zombie"),
        ("Is Nam-ra infected in the music room?", "infected"),
        ("Is Cho Yi-hyun bitten in the music room?", "bitten"),
        ("누가 음악실에서 죽었어", "죽었"),
    ],
)
def test_a_giveaway_without_a_rating(tmp_path: Path, question: str, word: str) -> None:
    problem = only(check(tmp_path, FACT | {"question": question}), tmp_path)
    assert problem.startswith(f"warning: fact 'a': '{word}' in a fact without a spoiler; rate it")
    rated = FACT | {"question": question, "spoiler": "s1e7"}
    problem = only(check(tmp_path, rated), tmp_path)
    assert problem.startswith(f"warning: fact 'a': the question says '{word}' and lists show it;")
    assert not check(tmp_path, rated | {"title": "The music room"}).problems
    assert not check(tmp_path, rated | {"label": "The music room"}).problems


@pytest.mark.parametrize("question", ["Who made All of Us Are Dead?", "How do the infected walk?"])
def test_what_everybody_knows_gives_nothing_away(tmp_path: Path, question: str) -> None:
    assert not check(tmp_path, FACT | {"question": question}).problems


@pytest.mark.parametrize("name", ["title", "label"])
def test_a_telling_name(tmp_path: Path, name: str) -> None:
    problem = only(check(tmp_path, FACT | {name: "The infected pupil"}), tmp_path)
    start = f"warning: fact 'a': the {name} says 'infected'; a {name} gives nothing"
    assert problem.startswith(start)


def test_a_name_that_nobody_has(tmp_path: Path) -> None:
    answer = "There are twelve chairs, says Kim Abc-def, or Yi-hyun Cho, or Choi Namra."
    problem = only(check(tmp_path, FACT | {"answer": answer}), tmp_path)
    assert problem.startswith("warning: fact 'a': nobody is called Kim Abc-def; mend the name")


@pytest.mark.parametrize("name", ["Cho Yi-hyun", "Choi Nam-ra", "Is Nam-ra"])
def test_names_of_people(tmp_path: Path, name: str) -> None:
    assert not check(tmp_path, FACT | {"answer": f"{name} counts twelve chairs."}).problems


def test_people_who_are_not_named(tmp_path: Path) -> None:
    listed = {"people": "[cho-yi-hyun, choi-nam-ra]"}
    problems = told(check(tmp_path, FACT | listed), tmp_path)
    assert [problem.split(";")[0] for problem in problems] == [
        "warning: fact 'a': nothing here names cho-yi-hyun",
        "warning: fact 'a': nothing here names choi-nam-ra",
    ]
    named = FACT | listed | {"answer": "Nam-ra sits on one of twelve chairs."}
    assert not check(tmp_path, named).problems


def test_a_role_names_its_person(tmp_path: Path) -> None:
    fact = {"people": "[lee-jae-kyoo]", "answer": "The director has twelve chairs."}
    assert not check(tmp_path, FACT | fact).problems


@pytest.mark.parametrize(
    ("url", "number"), [("https://example.org/", 1), ("https://example.org/talk", 0)]
)
def test_a_verbatim_quote_without_its_page(tmp_path: Path, url: str, number: int) -> None:
    quote = f'text: Hm., sources: [{{title: T, url: "{url}"}}]'
    more = f"quotes:\n  - {{id: q, speaker: cho-yi-hyun, kind: verbatim, {quote}}}\n"
    problems = told(check(tmp_path, FACT, more=more), tmp_path)
    assert len(problems) == number
    assert all("'q': no source leads to the page where the words stand" in p for p in problems)


# -- explaining


def test_a_warning_can_be_explained_on_its_line_or_above(tmp_path: Path) -> None:
    text = f"""
facts:
  # ok: nobody asks it otherwise
  - id: a
    answer: Twelve, says Kim Abc-def.  # ok: a passer-by
    question: How many chairs?
    key: [twelve]
    sources: [{SOURCE}]
"""
    (tmp_path / "facts.yaml").write_text(text, encoding="utf-8")
    checked = check_layers([Layer.of(tmp_path)])
    assert (checked.problems, len(checked.explained)) == ((), 2)


@pytest.mark.parametrize("comment", ["# ok:", "# why not", "# OK because"])
def test_only_a_reason_explains(tmp_path: Path, comment: str) -> None:
    checked = check(tmp_path, FACT | {"aliases": f"[number of chairs] {comment}"})
    assert len(checked.problems) == 1


def test_a_comment_behind_the_line_above_explains_that_line_alone(tmp_path: Path) -> None:
    fact = {"sources": f"[{SOURCE}] # ok: why not", "people": "[choi-nam-ra]"}
    assert len(check(tmp_path, FACT | fact).problems) == 1


def test_an_error_cannot_be_explained(tmp_path: Path) -> None:
    checked = check(tmp_path, FACT | {"spoiler": "14 # ok: it is one"})
    assert len(checked.of(Severity.ERROR)) == 1
    assert not checked.explained


# -- how grave it is


def test_what_loads_has_no_errors_and_what_does_not_has_some(tmp_path: Path) -> None:
    """`check` and a reload mean the same by an error."""
    doubtful = OTHER | {
        "question": '"?!"',
        "aliases": '[bicycle paint, bike hue, "Count the SEATS!", red or blue bike]',
        "title": "The infected pupil",
        "key": "[dozen]",
        "people": "[choi-nam-ra]",
        "sources": "",
    }
    checked = check(tmp_path, FACT, doubtful)
    assert read_folder(tmp_path).knowledge is not None
    assert checked.of(Severity.ERROR) == ()
    assert len(checked.of(Severity.WARNING)) >= 6
    checked = check(tmp_path, FACT, doubtful | {"answer": ""})
    assert read_folder(tmp_path).knowledge is None
    assert checked.of(Severity.ERROR) == read_folder(tmp_path).errors


def test_the_gravest_come_first(tmp_path: Path) -> None:
    stray = "which hue has the bicycle of the principal"
    strayed = FACT | {"aliases": f'[number of chairs, count the seats, chairs how many, "{stray}"]'}
    checked = check(tmp_path, strayed, OTHER | {"key": ""})
    assert [problem.severity for problem in checked.problems] == ["warning", "advice"]


def test_advice_can_be_explained(tmp_path: Path) -> None:
    stray = "which hue has the bicycle of the principal"
    aliases = f'[number of chairs, count the seats, chairs how many, "{stray}"] # ok: a trap'
    checked = check(tmp_path, FACT | {"aliases": aliases}, OTHER)
    assert (checked.problems, len(checked.explained)) == ((), 1)


@pytest.mark.parametrize(
    ("as_of", "is_stale"), [("2025-05-30", True), ("2025-05-31", False), ("2026-01-01", False)]
)
def test_a_fact_that_was_true_long_ago_is_advice(
    tmp_path: Path, as_of: str, is_stale: bool
) -> None:
    checked = check(tmp_path, FACT | {"as_of": as_of}, OTHER, stale_before=dt.date(2025, 5, 31))
    advice = f"advice: fact 'a': true as of {as_of}; look whether it still is, and set as_of to "
    assert told(checked, tmp_path) == [f"{advice}today @ as_of: {as_of}"] * is_stale


@pytest.mark.parametrize(
    ("as_of", "is_stale"),
    [("2024", True), ("2025", False), ("2025-04", True), ("2025-05", False), ("2025-05-30", True)],
)
def test_a_person_of_whom_something_was_true_long_ago_is_advice(
    tmp_path: Path, as_of: str, is_stale: bool
) -> None:
    """A year or a month is over only when its last day is."""
    source = f"sources: [{SOURCE}]"
    person = f"people: [{{id: p, name: Some One, kind: actor, as_of: {as_of}, {source}}}]\n"
    checked = check(tmp_path, FACT, OTHER, more=person, stale_before=dt.date(2025, 5, 31))
    found = told(checked, tmp_path)
    assert [line.partition("; ")[0] for line in found] == (
        [f"advice: person 'p': true as of {as_of}"] * is_stale
    )


def test_what_was_true_long_ago_can_be_explained_and_is_told_to_whoever_asks_alone(
    tmp_path: Path,
) -> None:
    old = FACT | {"as_of": "2020-01-01 # ok: nobody counts them any longer"}
    assert check(tmp_path, old, OTHER).explained == ()
    checked = check(tmp_path, old, OTHER, stale_before=dt.date(2025, 5, 31))
    assert (checked.problems, len(checked.explained)) == ((), 1)


def test_no_folder(tmp_path: Path) -> None:
    (problem,) = check_layers([Layer.of(tmp_path / "none")]).problems
    assert "No such file or directory" in problem.message


# -- pictures


def test_a_picture_wants_a_description_and_a_safe_address(tmp_path: Path) -> None:
    image = '{url: "http://example.org/p.png", licence: "Ann Lee, CC BY 4.0"}'
    shown = "\n".join(told(check(tmp_path, FACT | {"image": image}), tmp_path))
    assert "fact 'a': the picture has no 'alt'" in shown
    assert "fact 'a': the picture is not sent safely" in shown
    right = image.replace("http:", "https:").replace('4.0"', '4.0", alt: A chair')
    assert told(check(tmp_path, FACT | {"image": right}), tmp_path) == []
