"""Replies within Discord's limits, whatever is in them."""

from typing import Any

import discord
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.client.markdown import escape, link
from bot.client.replies import choices, clip, to_view
from bot.knowledge.ratings import Rating
from bot.knowledge.schema import Source
from bot.reply import Action, AnotherFact, AnotherQuote, Line, Reply, ShowFact
from tests.discord_server.messages import Draft
from tests.discord_server.validate import check_message
from tests.discord_server.wire import Flag
from tests.ratings import RATINGS

texts = st.text(min_size=1, max_size=300).map(lambda text: text * 5)
lines = st.builds(Line, texts, st.sampled_from(["heading", "plain", "quote", "small"]))
slugs = st.from_regex(r"[a-z0-9-]{1,80}", fullmatch=True)
does = st.one_of(
    st.builds(ShowFact, slugs),
    st.just(AnotherFact()),
    st.builds(AnotherQuote, st.none() | slugs, st.none() | texts),
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


def components(reply: Reply) -> list[dict[str, Any]]:
    """As Discord gets it, and only if Discord would take it."""
    shown = to_view(reply).to_components()
    check_message(Draft(components=shown, flags=Flag.COMPONENTS_V2), {"parse": []})
    return shown


@settings(max_examples=150)
@given(
    st.lists(lines, max_size=20),
    RATINGS,
    st.integers(0, 5),
    st.lists(sources, max_size=12),
    st.lists(actions, max_size=40),
)
def test_discord_takes_every_reply(
    all_lines: list[Line], spoiler: Rating, at: int, found: list[Source], does: list[Action]
) -> None:
    fallback = Line("Something to read")
    reply = Reply((fallback, *all_lines), spoiler, at + 1, tuple(found), tuple(does))
    components(reply)


def test_what_does_not_fit_is_cut_at_a_word() -> None:
    (card,) = components(Reply((Line("Title", "heading"), Line("word " * 2000))))
    text = card["components"][0]["content"]
    assert text.startswith("### Title\nword word")
    assert text.endswith("word…")
    assert 3900 < len(text) <= 4000


def test_sources_that_do_not_fit_are_left_out_whole() -> None:
    many = tuple(Source(title="t", url=f"https://example.com/{n}{'a' * 400}") for n in range(20))
    (card,) = components(Reply((Line("Title"),), sources=many))
    text = card["components"][1]["content"]
    assert text.count("[example.com](https://example.com/") == text.count("a)") == 9


def test_a_source_is_named_once() -> None:
    source = Source(title="t", url="https://example.com/", publisher="Tudum")
    (card,) = components(Reply((Line("Title"),), sources=(source, source)))
    assert card["components"][1]["content"] == "-# Source: [Tudum](https://example.com/)"


def test_long_labels_get_a_row_each_and_short_ones_share() -> None:
    long = [Action("Long label " * 7, ShowFact(f"f{n}")) for n in range(3)]
    short = [Action("Short", ShowFact(f"s{n}")) for n in range(6)]
    _, *rows = components(Reply((Line("x"),), actions=(*long, *short)))
    assert [len(row["components"]) for row in rows] == [1, 1, 1, 5, 1]


def test_every_line_of_a_quote_is_quoted() -> None:
    (card,) = components(Reply((Line("“One\nTwo”", "quote"),)))
    assert card["components"][0]["content"] == "> “One\n> Two”"


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
    assert link("a]b", "https://x.y/(z)_|") == "[a\\]b](https://x.y/%28z%29%5F%7C)"


def test_choices_fit() -> None:
    offered = choices([("word " * 50, "a"), ("b", "v" * 101), *((f"n{n}", "v") for n in range(40))])
    assert len(offered) == 25
    assert offered[0].name.endswith("word…")
    assert len(offered[0].name) <= 100
    assert "b" not in [choice.name for choice in offered]


@given(st.text(), st.integers(-2, 40))
def test_clip_keeps_its_word(text: str, limit: int) -> None:
    cut = clip(text, limit)
    assert len(cut) <= max(limit, 0) or cut == text
    assert cut == text or not cut or cut.endswith("…")


def test_views_leave_nothing_behind() -> None:
    async def finished() -> bool:
        return to_view(Reply((Line("x"),), actions=(Action("A", AnotherFact()),))).is_finished()

    import asyncio

    assert asyncio.run(finished())
    assert isinstance(to_view(Reply((Line("x"),))), discord.ui.LayoutView)
