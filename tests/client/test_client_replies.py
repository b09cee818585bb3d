"""Replies within Discord's limits, whatever is in them."""

import asyncio
import io
import unicodedata
from typing import Any

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archive import Completion
from bot.client.markdown import escape, link
from bot.client.replies import TEXT_LENGTH, choices, clip, to_view
from bot.knowledge.schema import Image, Source
from bot.replies.doubt import doubtable
from bot.replies.model import (
    Action,
    AnotherFact,
    AnotherQuote,
    Block,
    Heading,
    Kind,
    Menu,
    NoneOfThese,
    Note,
    Option,
    Picture,
    Quotation,
    QuoteOf,
    Reply,
    Rule,
    ShowFact,
    Sources,
    Text,
    Usage,
    Veil,
)
from bot.replies.moderation_wording import SOMETHING_WRONG
from bot.replies.spoilers import PickWatched
from tests.client.support import custom_ids
from tests.discord_server.messages import Draft
from tests.discord_server.validate import check_message
from tests.discord_server.wire import Flag

texts = st.text(min_size=1, max_size=300).map(lambda text: text * 5)
slugs = st.from_regex(r"[a-z0-9-]{1,80}", fullmatch=True)
does = st.one_of(
    st.builds(ShowFact, slugs),
    st.builds(AnotherFact, st.none() | slugs),
    st.builds(AnotherQuote, st.none() | slugs, st.none() | texts, st.none() | texts),
    st.builds(QuoteOf, slugs, st.none() | texts, st.none() | texts, st.none() | slugs),
    st.builds(NoneOfThese, texts),
)
actions = st.builds(Action, texts.filter(str.strip), does)
urls = st.sampled_from(["https://example.com/" + tail * 400 for tail in ("a", "(", ")", "_")])
sources = st.builds(
    Source,
    title=st.just("t"),
    url=urls,
    publisher=st.none() | st.sampled_from(["Tudum", "[x](y)", "*" * 200]),
    date=st.none() | st.sampled_from(["2022", "2022-02", "2022-02-31", "2022-02-07"]),
)


def is_phrase(text: str) -> bool:
    """Whether a file may hold it."""
    return bool(text.strip()) and text.strip() == text and text.isprintable()


blocks = st.one_of(
    st.builds(Heading, texts),
    st.builds(Text, texts),
    st.builds(Quotation, texts),
    st.builds(Note, texts),
    st.builds(
        Sources, st.lists(sources, max_size=12).map(tuple), st.lists(texts, max_size=3).map(tuple)
    ),
    st.builds(Text, texts, st.lists(texts, max_size=3).map(tuple)),
    st.builds(Usage, texts, texts, st.lists(texts, max_size=3).map(tuple)),
    st.builds(
        Picture,
        st.builds(
            Image,
            url=urls,
            licence=st.text(min_size=1, max_size=200).filter(is_phrase),
            alt=st.none() | st.just("x" * 200),
        ),
    ),
    st.just(Rule()),
)


def view_of(reply: Reply) -> discord.ui.LayoutView:
    """The reply as discord.py is given it."""
    return to_view(reply, custom_ids(), discord.Colour(0x3F7D5C))


def components(reply: Reply) -> list[dict[str, Any]]:
    """As Discord gets it, and only if Discord would take it."""
    shown = view_of(reply).to_components()
    check_message(Draft(components=shown, flags=Flag.COMPONENTS_V2), {"parse": []})
    return shown


@settings(max_examples=150)
@given(
    st.lists(blocks, max_size=20),
    st.lists(blocks, max_size=20),
    st.lists(actions, max_size=40),
    st.sampled_from(Kind),
    st.text(),
)
def test_discord_takes_every_reply(
    open_blocks: list[Block], veiled: list[Block], does: list[Action], kind: Kind, asked: str
) -> None:
    fallback = Text("Something to read")
    reply = Reply((fallback, *open_blocks), tuple(veiled), tuple(does), kind)
    components(doubtable(reply, ("a" * 80, f"people/{'b' * 80}"), asked))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PLAIN])
def test_each_kind_has_a_mark_of_its_own_and_none_is_told_by_colour_alone(kind: Kind) -> None:
    reply = Reply((Heading("Title"), Sources((), ("A note",))), kind=kind)
    (card,) = components(reply)
    others = [Reply(reply.open, kind=other) for other in Kind if other is not kind]
    texts = [part["content"] for part in card["components"]]
    for other in others:
        (theirs,) = components(other)
        assert texts != [part["content"] for part in theirs["components"]]


def test_a_veil_has_its_colour_whatever_stands_before_it() -> None:
    front, behind = components(Reply((Heading("Title"),), (Text("x"),), kind=Kind.ANSWER))
    (veiled, _) = components(Reply((Heading("Title"),), (Text("x"),), kind=Kind.VEILED))
    assert front["accent_color"] == 0x3F7D5C
    assert behind["accent_color"] == veiled["accent_color"] != 0x3F7D5C


def test_words_that_matter_are_bold_where_they_first_stand() -> None:
    def shown(text: str, *strong: str) -> str:
        (card,) = components(Reply((Text(text, strong),)))
        return card["components"][0]["content"]

    assert shown("It took 17 takes, not 170.", "17") == "It took **17** takes, not 170."
    assert shown("In 170 of 17.", "17") == "In 170 of **17**."
    assert shown("They laughed, kindly.", "laugh") == "They **laughed**, kindly."
    assert shown("Called Jeon Do-yeon.", "Jeon Do") == "Called **Jeon Do-yeon**."
    assert shown("No *stars*.", "stars") == "No \\***stars**\\*."
    assert shown("One, two or three.", "one, two", "two") == "**One, two** or three."
    assert shown("One, two.", "one, two") == "One, two."
    assert shown("Nothing here.", "else") == "Nothing here."


def test_a_picture_stands_beside_the_words_with_its_licence() -> None:
    image = Image(url="https://example.org/p.png", licence="Ann Lee, CC BY 4.0", alt="A school")
    blocks = Note("Which?"), Text("That."), Picture(image)
    (card,) = components(Reply(blocks))
    section, licence = card["components"]
    assert [part["content"] for part in section["components"]] == ["-# Which?", "That."]
    assert section["accessory"]["media"]["url"] == "https://example.org/p.png"
    assert section["accessory"]["description"] == "A school"
    assert licence["content"] == "-# Picture: Ann Lee, CC BY 4.0"
    _, behind = components(Reply((Heading("x"),), blocks))
    assert behind["spoiler"]


def test_a_choice_stands_one_a_row() -> None:
    actions = tuple(Action(f"Label {n}", ShowFact(f"f{n}")) for n in range(6))
    _, *rows = components(Reply((Heading("Which?"),), actions=actions, kind=Kind.CHOICE))
    assert [len(row["components"]) for row in rows] == [1] * 6


def test_commands_can_be_clicked_where_that_is_known() -> None:
    known, unknown = Usage("trivia", "Ask.", ("who `is`",), 42), Usage("quote", "Hear.")
    (card,) = components(Reply((known, Rule(), unknown)))
    first, line, second = card["components"]
    assert first["content"] == "</trivia:42> Ask.\n-# `who ˋisˋ`"
    assert line["type"] == 14
    assert second["content"] == "**/quote** Hear."


def test_what_can_be_said_of_a_reply_stands_beneath_all_else() -> None:
    leads = (Action("Another one", AnotherFact()),)
    reply = Reply((Text("x"),), actions=leads)
    *_, first, last = components(doubtable(reply, ("kiss",), "how many"))
    assert [part["label"] for part in first["components"]] == ["Another one"]
    assert [part["label"] for part in last["components"]] == ["Not what I asked", SOMETHING_WRONG]
    *_, last = components(doubtable(reply, ("kiss",), ""))
    assert [part["label"] for part in last["components"]] == [SOMETHING_WRONG]


def test_a_button_has_its_sign() -> None:
    (_, row) = components(Reply((Text("x"),), actions=(Action("A", AnotherFact(), "🎲"),)))
    assert row["components"][0]["emoji"]["name"] == "🎲"


def test_buttons_fill_a_message_to_its_forty_components() -> None:
    actions = tuple(Action(f"Label {n}", ShowFact(f"f{n}")) for n in range(25))
    _, *rows = components(Reply((Text("x"),), actions=actions, kind=Kind.CHOICE))
    assert [row["components"][0]["label"] for row in rows] == [f"Label {n}" for n in range(19)]


@pytest.mark.parametrize("is_optional", [False, True])
def test_of_a_menu_one_is_chosen_or_as_many_as_there_are(is_optional: bool) -> None:
    options = tuple(Option("x" * 101 if n else "y" * 100, str(n), n == 1) for n in range(26))
    menu = Menu("z" * 151, PickWatched(None), options, is_optional)
    (_, row) = components(Reply((Text("x"),), menus=(menu,)))
    (select,) = row["components"]
    limits = (0, 25) if is_optional else (1, 1)
    assert (select["min_values"], select["max_values"]) == limits
    assert select["placeholder"] == "z" * 149 + "…"
    labels = [option["label"] for option in select["options"]]
    assert labels == ["y" * 100, *["x" * 99 + "…"] * 24]
    assert [option["value"] for option in select["options"] if option["default"]] == ["1"]


def test_a_file_can_be_opened_and_a_picture_is_seen_at_once() -> None:
    files = [
        discord.File(io.BytesIO(b"a: b"), "facts.yaml"),
        discord.File(io.BytesIO(b"png"), "chart.png", description="d" * 1025),
    ]
    view = to_view(Reply((Text("x"),)), custom_ids(), discord.Colour(0x3F7D5C), files)
    _, file, gallery = view.to_components()
    assert file["file"]["url"] == "attachment://facts.yaml"
    (picture,) = gallery["items"]
    assert picture["media"]["url"] == "attachment://chart.png"
    assert picture["description"] == "d" * 1023 + "…"


def test_a_message_has_two_cards_at_most() -> None:
    third = Reply((Text("Third"),))
    second = Reply((Text("Second"),), below=third)
    cards = components(Reply((Text("First"),), below=second))
    assert [card["components"][0]["content"] for card in cards] == ["First", "Second"]


@pytest.mark.parametrize(
    ("count", "title", "behind"),
    [
        (8, "8", "Of 8."),
        (9, "8 · 9", "-# 8\nOf 8.\n-# 9\nOf 9."),
        (10, "8 · 9 · 10", "-# 8\nOf 8.\n-# 9\nOf 9.\n-# 10\nOf 10."),
    ],
)
def test_the_last_of_eight_veils_holds_the_rest(count: int, title: str, behind: str) -> None:
    further = tuple(Veil(str(n), (Text(f"Of {n}."),)) for n in range(1, count + 1))
    _, *parts = components(Reply((Text("x"),), further=further))
    assert [part["content"] for part in parts[::2]] == [
        *(f"-# 🔒 {n}" for n in range(1, 8)), f"-# 🔒 {title}"
    ]  # fmt: skip
    told = ["\n".join(text["content"] for text in part["components"]) for part in parts[1::2]]
    assert told == [*(f"Of {n}." for n in range(1, 8)), behind]


def test_open_and_veiled_are_two_boxes() -> None:
    source = Source(title="t", url="https://example.com/", publisher="Tudum")
    front, behind = components(
        Reply((Heading("Title"), Note("Spoiler:")), (Text("Secret"), Sources((source,))))
    )
    assert (front.get("spoiler"), behind["spoiler"]) == (False, True)
    assert [part["content"] for part in front["components"]] == ["### Title\n-# Spoiler:"]
    assert [part["content"] for part in behind["components"]] == [
        "Secret", "-# [Tudum](https://example.com/)"
    ]  # fmt: skip


def test_what_does_not_fit_is_cut_at_a_word() -> None:
    (card,) = components(Reply((Heading("Title"), Text("word " * 2000))))
    text = card["components"][0]["content"]
    assert text.startswith("### Title\nword word")
    assert text.endswith("word…")
    assert 3900 < len(text) <= 4000


def test_sources_that_do_not_fit_are_left_out_whole() -> None:
    many = tuple(
        Source(title="t", url=f"https://example.com/{n}{'a' * 400}", publisher=f"Paper {n}")
        for n in range(4)
    )
    (card,) = components(Reply((Heading("Title"), Text("x" * 2500), Sources(many))))
    text = card["components"][1]["content"]
    assert text.count("](https://example.com/") == text.count("a)") == 3


def test_a_line_names_four_publishers_each_once() -> None:
    papers = [f"Paper {n // 2}" for n in range(12)]
    many = tuple(
        Source(title="t", url=f"https://example.com/{n}", publisher=paper)
        for n, paper in enumerate(papers)
    )
    (card,) = components(Reply((Heading("Title"), Sources(many, ("As of today",)))))
    assert card["components"][1]["content"] == (
        "-# As of today · [Paper 0](https://example.com/0) · [Paper 1](https://example.com/2)"
        " · [Paper 2](https://example.com/4) · [Paper 3](https://example.com/6)"
    )


def test_a_source_is_named_once() -> None:
    source = Source(title="t", url="https://example.com/", publisher="Tudum")
    (card,) = components(Reply((Heading("Title"), Sources((source, source)))))
    assert card["components"][1]["content"] == "-# [Tudum](https://example.com/)"


def test_long_labels_get_a_row_each_and_short_ones_share() -> None:
    long = [Action("Long label " * 7, ShowFact(f"f{n}")) for n in range(3)]
    short = [Action("Short", ShowFact(f"s{n}")) for n in range(6)]
    _, *rows = components(Reply((Text("x"),), actions=(*long, *short)))
    assert [len(row["components"]) for row in rows] == [1, 1, 1, 5, 1]


def test_every_line_of_a_quote_is_quoted() -> None:
    (card,) = components(Reply((Quotation("“One\nTwo”"),)))
    assert card["components"][0]["content"] == "> “One\n> Two”"


def test_lines_of_a_quote_are_escaped() -> None:
    (card,) = components(Reply((Quotation("*a*\n# b\n||c|| @everyone"),)))
    assert card["components"][0]["content"] == (
        "> \\*a\\*\n> \\# b\n> \\|\\|c\\|\\| @\u200beveryone"
    )


@pytest.mark.parametrize("length", [1, 9, 399])
def test_lines_fill_a_message_to_the_last_character(length: int) -> None:
    lines = [Text("x" * length)] * (TEXT_LENGTH // (length + 1))
    (card,) = components(Reply(tuple(lines)))
    (text,) = card["components"]
    assert text["content"].splitlines() == [line.text for line in lines]
    assert len(text["content"]) == TEXT_LENGTH - 1
    (card,) = components(Reply((*lines, Text("y"))))
    assert "y" not in card["components"][0]["content"]


def test_lines_cannot_pass_for_markup() -> None:
    assert escape("# a\n- b\n> c\n1. d\n-# e\n  + f") == (
        "\\# a\n\\- b\n\\> c\n1\\. d\n\\-# e\n  \\+ f"
    )
    assert escape("well-known, 3 > 2, #1 fan: 12.5") == "well-known, 3 > 2, #1 fan: 12.5"
    assert (
        escape("<t:1> <:x:2> <@&3> steam://x \\")
        == "\\<t:1> \\<:x:2> \\<@\u200b&3> steam\\://x \\\\"
    )


def test_a_link_ends_where_it_should() -> None:
    assert link("a]b", "https://x.y/(z)|<b> c") == "[a)b](https://x.y/%28z%29%7C%3Cb%3E%20c)"


def test_a_link_leads_where_it_led() -> None:
    for url in (
        "https://my_host.example/a_b/~c?d=e_f&g=1#:~:text=one_two,%20three",
        "https://en.wikipedia.org/wiki/All_of_Us_Are_Dead",
        "https://user@example.com/@somebody",
        "https://한국.kr/경로",
    ):
        assert link("x", url) == f"[x]({url})"
    assert link("x", "https://medium.com/@everyone/a") == "[x](https://medium.com/%40everyone/a)"
    assert link("x", "https://a.b/\u202egnp.exe\udc80") == "[x](https://a.b/%E2%80%AEgnp.exe%3F)"


def test_the_label_of_a_link_shows_no_backslash() -> None:
    def label(text: str) -> str:
        return link(text, "u").removesuffix("](u)").removeprefix("[")

    assert label("my_host.example") == "my_host.example"
    assert label("K_Drama_Daily, 5/5") == "K_Drama_Daily, 5/5"
    assert label("_a_ __b__ *c* ~~d~~ `e` ||f||") == "ˍaˍ ˍˍbˍˍ ∗c∗ ∼∼d∼∼ ˋeˋ ∣∣f∣∣"
    assert label("[a](b) http://c <@1> \\") == "(a)(b) http∶//c ‹@\u200b1› ⧵"
    assert label("@everyone") == "@\u200beveryone"


STEERED = "Nam-ra\u202e said\u200b \u2066hi\u2069\ufeff\u3164"


def test_nothing_is_turned_about_or_hidden() -> None:
    source = Source(title="t", url="https://example.com/", publisher=STEERED)
    action = Action(STEERED, AnotherFact())
    blocks = (Heading(STEERED), Text(STEERED), Quotation(STEERED), Note(STEERED))
    (card, row) = components(Reply((*blocks, Sources((source,))), actions=(action,)))
    words, rest, links = (part["content"] for part in card["components"])
    assert words == "### Nam-ra said hi\nNam-ra said hi\n> Nam-ra said hi"
    assert rest == "-# Nam-ra said hi"
    assert links == "-# [Nam-ra said hi](https://example.com/)"
    assert row["components"][0]["label"] == "Nam-ra said hi"
    assert [choice.name for choice in choices([Completion(STEERED, "v")])] == ["Nam-ra said hi"]


def test_what_cannot_be_seen_is_not_shown() -> None:
    unseen = "\u202e\u200b"
    (card, row) = components(
        Reply((Heading(unseen), Text(unseen), Text("x")), actions=(Action(unseen, AnotherFact()),))
    )
    assert card["components"][0]["content"] == "x"
    assert row["components"][0]["label"] == "…"
    assert choices([Completion(unseen, "v")]) == []


def test_marks_do_not_smear_over_the_lines_around() -> None:
    assert escape("Z" + "\u0337\u0321\u0328" * 20 + "a") == "Z\u0337\u0337\u0337a"


@pytest.mark.parametrize(
    "text",
    ["남온조", "Việt Nam", "ผู้กำกับ", "שָׁלוֹם", "می‌خواهم", "👩‍👩‍👧 ❤️ 1️⃣", "café – “naïve” …"],
)
def test_writing_of_all_the_world_stays(text: str) -> None:
    assert escape(text) == unicodedata.normalize("NFC", text)


def test_choices_fit() -> None:
    offered = choices(
        [
            Completion("word " * 50, "a"),
            Completion("b", "v" * 101),
            *(Completion(f"n{n}", "v") for n in range(40)),
        ]
    )
    assert len(offered) == 25
    assert offered[0].name.endswith("word…")
    assert len(offered[0].name) <= 100
    assert "b" not in [choice.name for choice in offered]


def test_a_choice_has_a_hundred_characters() -> None:
    whole, cut = choices([Completion("n" * 100, "v" * 100), Completion("n" * 101, "v")])
    assert whole.name == "n" * 100
    assert cut.name == "n" * 99 + "…"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a" * 10 + " " + "b" * 20, "a" * 10 + " " + "b" * 8 + "…"),
        ("a" * 11 + " " + "b" * 20, "a" * 11 + "…"),
        ("a " + "b" * 20, "a " + "b" * 17 + "…"),
        ("b" * 30, "b" * 19 + "…"),
        ("a" * 5 + " " + "b" * 13 + " cc", "a" * 5 + " " + "b" * 13 + "…"),
        ("a" * 12 + " " + "b" * 6 + " cc", "a" * 12 + " " + "b" * 6 + "…"),
    ],
)
def test_within_a_word_is_cut_only_where_it_is_very_long(text: str, cut: str) -> None:
    assert clip(text, 20) == cut


@given(st.text(), st.integers(-2, 40))
def test_clip_keeps_its_word(text: str, limit: int) -> None:
    cut = clip(text, limit)
    if len(text) <= limit:
        assert cut == text
    else:
        assert len(cut) <= max(limit, 0)
        assert text.startswith(cut.removesuffix("…"))
        assert cut.endswith("…") == (limit > 0)


def test_views_leave_nothing_behind() -> None:
    async def finished() -> bool:
        return view_of(Reply((Text("x"),), actions=(Action("A", AnotherFact()),))).is_finished()

    assert asyncio.run(finished())
