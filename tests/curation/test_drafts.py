"""What is filled in, and the entry that comes of it."""

from __future__ import annotations

from bot.curation.drafts import Draft, data_of, new_id
from bot.curation.edits import Edit
from bot.knowledge.reader import read_files

TEXT = """
people: [{id: kim, name: Kim, kind: actor, aliases: [K], agency: A, as_of: 2022}]
facts:
  - id: one
    question: One?
    answer: "Yes."
    aliases: [is it one]
    spoiler: s1e7
    note: For curators.
    sources:
      - {title: Headline, url: "https://example.org/a", publisher: Paper, date: 2022-02}
phrasings: {one: [one or two]}
"""


def draft_of_one() -> Draft:
    reading = read_files([("x.yaml", TEXT.encode())])
    assert reading.knowledge is not None
    return Draft("facts", "one", data_of(reading.knowledge.facts["one"]))


NEW = {
    "question": "  Who   feeds the cat? ",
    "answer": "The class president. ",
    "aliases": "who feeds it\n\nwho feeds it\n cat feeding ",
    "key": "",
    "sources": "https://www.example.org/cat The cat of the set\nhttps://example.com/x",
}


def test_a_form_becomes_an_entry() -> None:
    (edit,) = Draft("facts", "cat").with_texts(NEW).edits()
    assert edit == Edit(
        ("facts", "cat"),
        None,
        {
            "id": "cat",
            "question": "Who feeds the cat?",
            "answer": "The class president.",
            "aliases": ["who feeds it", "cat feeding"],
            "sources": [
                {"title": "The cat of the set", "url": "https://www.example.org/cat"},
                {"title": "example.com", "url": "https://example.com/x"},
            ],
        },
    )


def test_a_form_that_is_sent_as_it_was_filled_in_changes_nothing() -> None:
    draft = draft_of_one()
    again = draft.with_texts(draft.texts())
    assert again.data == draft.data
    assert "further" not in again.data


def test_what_a_form_does_not_show_stays() -> None:
    (edit,) = draft_of_one().with_texts({"answer": "No."}).edits()
    assert isinstance(edit.after, dict)
    assert edit.after["note"] == "For curators."
    assert edit.after["spoiler"] == "s1e7"
    (source,) = edit.after["sources"] if isinstance(edit.after["sources"], list) else []
    assert source == {
        "title": "Headline",
        "url": "https://example.org/a",
        "publisher": "Paper",
        "date": "2022-02",
    }


def test_what_is_emptied_is_left_out() -> None:
    draft = draft_of_one().with_texts({"aliases": "", "sources": ""}).with_choice("spoiler", [])
    assert {"aliases", "sources", "spoiler"}.isdisjoint(draft.data)


def test_of_several_episodes_the_last_counts_and_works_beside_it() -> None:
    draft = draft_of_one().with_choice("spoiler", ["s1e2", "novel", "s1e10"])
    assert draft.chosen("spoiler") == ("s1e10", "novel")
    assert draft.with_choice("spoiler", ["s1e2"]).chosen("spoiler") == ("s1e2",)
    assert draft.with_choice("topic", ["cats"]).chosen("topic") == ("cats",)
    assert draft.with_choice("people", ["kim", "lee"]).chosen("people") == ("kim", "lee")


def test_mistakes_are_told_in_plain_words() -> None:
    wrong = Draft("facts", "x").with_texts({"question": "", "answer": "a", "sources": "nowhere"})
    assert wrong.mistakes() == (
        "'question' is missing; add it",
        "'sources[1].url' is not a web address; write it in full, from https:// on",
    )
    long = Draft("facts", "x").with_texts({**NEW, "aliases": "a" * 201})
    assert long.mistakes() == ("'aliases[1]' is longer than 200 characters; shorten it",)


def test_further_phrasings_are_added_once() -> None:
    draft = draft_of_one().with_phrasings(["is it one", "one?"])
    assert draft.chosen("aliases") == ("is it one", "one?")


def test_an_id_is_made_of_the_question_and_is_new() -> None:
    assert new_id("Who feeds the cat?", ()) == "who-feeds-the-cat"
    assert new_id("Who feeds the cat?", {"who-feeds-the-cat"}) == "who-feeds-the-cat-2"
    assert len(new_id("word " * 40, ())) <= 48
    korean = new_id("고양이는 누가 먹이를 줘요?", ())
    assert korean.startswith("fact-")
    assert korean != new_id("다른 질문", ())
