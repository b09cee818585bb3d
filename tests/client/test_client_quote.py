"""`/quote`, as people see it."""

from pathlib import Path

import pytest

from bot.library import Library
from tests.client.support import leads, open_text, veiled_text, write_facts
from tests.discord_server import Guild, Member

pytestmark = pytest.mark.usefixtures("bot")

RAN = "> “I ran until my shoes gave out.”"


async def test_a_verbatim_quote_stands_in_quotation_marks(mina: Member) -> None:
    reply = await mina.slash("quote", who="Park Solomon", about="shoes")
    assert reply.text.splitlines() == [
        RAN,
        "— **Park Solomon**, who plays Lee Su-hyeok",
        "-# 💬 Their own words, translated · 2022 · [Soompi](https://example.com/2)",
    ]


async def test_a_paraphrase_never_stands_in_quotation_marks(mina: Member) -> None:
    reply = await mina.slash("quote", who="Park Ji-hu")
    assert "She trained for months" in reply.text
    assert "“" not in reply.text
    assert "-# 📝 A paraphrase, not their words" in reply.text
    assert "Retold, not quoted: **Park Ji-hu**" in reply.text


async def test_dialogue_names_the_character_and_the_series(mina: Member) -> None:
    reply = await mina.slash("quote", who="Choi Nam-ra")
    assert "— **Choi Nam-ra**, a character" in reply.text
    assert "-# 🎬 A line in the series" in reply.text


async def test_a_spoiler_is_veiled(mina: Member) -> None:
    reply = await mina.slash("quote", who="Park Solomon", about="laughing")
    assert "### 🔒 Spoiler for S1E7: words of Park Solomon" in open_text(reply)
    assert "Park Solomon" in open_text(reply)
    assert "laughing" in veiled_text(reply)
    assert "[Netflix Korea](https://example.com/1)" in veiled_text(reply)
    for secret in ("laughing", "Commentary", "example.com"):
        assert secret not in open_text(reply)


async def test_an_ambiguous_name_offers_the_others(mina: Member) -> None:
    reply = await mina.slash("quote", who="park")
    assert "Park" in reply.text
    names = {"Park Solomon", "Park Ji-hu"}
    shown = next(name for name in names if name in reply.text)
    (other,) = names - {shown}
    switched = await mina.click(reply.button(other))
    assert switched.message is reply.message
    assert f"**{other}**" in switched.text


async def test_the_others_of_a_name_stay_under_every_next_card(mina: Member) -> None:
    reply = await mina.slash("quote", who="park")
    names = {"Park Solomon", "Park Ji-hu"}
    for label in ("Another one", "Another one", None, "Another one", None, "Another one"):
        (shown,) = {name for name in names if f"**{name}**" in veiled_text(reply) + reply.text}
        (other,) = names - {shown}
        assert [button.label for button in leads(reply)] == ["Another one", other]
        reply = await mina.click(reply.button(label or other))


async def test_a_topic_is_chosen_from_those_that_tell_nothing(mina: Member) -> None:
    assert await mina.autocomplete("quote", "topic", "") == []  # one quote, and that is rated
    reply = await mina.slash("quote", topic="shoes")
    assert RAN in reply.text  # what is no topic is a subject
    again = await mina.click(reply.button("Another one"))
    assert "shoes" in again.text


async def test_a_quote_of_a_topic_stays_with_it(
    mina: Member, library: Library, folder: Path
) -> None:
    show = "show: {title: All of Us Are Dead, topics: {rain-song: {name: Songs in the rain}}}\n"
    quotes = (folder / "quotes.yaml").read_text(encoding="utf-8")
    quotes = quotes.replace("    translated: true\n", "    topics: [rain-song]\n")
    write_facts(folder, {"show.yaml": show, "quotes.yaml": quotes})
    assert library.reload().changes
    offered = await mina.autocomplete("quote", "topic", "rain")
    assert offered == [("Songs in the rain", "rain-song")]
    reply = await mina.slash("quote", topic="rain-song")
    for _ in range(3):
        assert RAN in reply.text
        reply = await mina.click(reply.button("Another one"))
    other = await mina.slash("quote", who="Park Ji-hu", topic="rain-song")
    assert "nothing of theirs about “Songs in the rain”" in other.text


async def test_no_repeats_in_a_channel_until_all_are_used(mina: Member, home: Guild) -> None:
    for channel in home.channels:
        first = await mina.slash("quote", who="Park Solomon", channel=channel)
        second = await mina.click(first.button("Another one"))
        assert first.text != second.text
        assert second.message is first.message
        third = await mina.slash("quote", who="Park Solomon", channel=channel)
        assert third.text == first.text


async def test_a_private_quote_is_not_used_up_for_the_channel(mina: Member) -> None:
    private = await mina.slash("quote", who="Park Solomon", private=True)
    assert private.ephemeral
    again = await mina.click(private.button("Another one"))
    assert again.ephemeral
    assert again.text != private.text


async def test_without_a_name_nothing_is_given_away(mina: Member) -> None:
    for _ in range(6):
        reply = await mina.slash("quote")
        assert veiled_text(reply) == ""
        assert reply.button("Another one")


async def test_a_subject_nobody_spoke_about_is_said_harmlessly(mina: Member) -> None:
    reply = await mina.slash("quote", who="Park Ji-hu", about="@everyone `submarines`")
    assert "@\u200beveryone \\`submarines\\`" in reply.text
    assert "She trained" in reply.text


@pytest.mark.parametrize("about", ["kiss " * 1200, "k" * 6000, "한국어 " * 1500, ":*:%00🎬 x"])
async def test_a_long_subject_still_fits_the_button(mina: Member, about: str) -> None:
    reply = await mina.slash("quote", who="Park Solomon", about=about)
    again = await mina.click(reply.button("Another one"))
    assert "Park Solomon" in again.text


async def test_a_stranger_is_told_who_comes_near(mina: Member) -> None:
    reply = await mina.slash("quote", who="Park Solomin Xyz <@1>")
    assert "I know nobody by that name" in reply.text
    assert "<@1>" not in reply.text


async def test_a_person_without_quotes_is_no_stranger(mina: Member) -> None:
    reply = await mina.slash("quote", who="director")
    assert "I have no quote of Lee Jae-kyoo yet" in reply.text
    assert "Lee Jae-kyoo" not in dict(await mina.autocomplete("quote", "who", ""))


async def test_without_any_quotes_it_says_so(mina: Member, library: Library, folder: Path) -> None:
    (folder / "quotes.yaml").unlink()
    library.reload()
    assert "I have no quotes yet" in (await mina.slash("quote")).text


async def test_autocomplete_offers_people_who_are_quoted(mina: Member) -> None:
    assert await mina.autocomplete("quote", "who", "pa") == [
        ("Park Solomon", "Park Solomon"),
        ("Park Ji-hu", "Park Ji-hu"),
    ]
    assert await mina.autocomplete("quote", "who", "lomo") == [("Park Solomon", "Park Solomon")]
    assert await mina.autocomplete("quote", "who", "su-hy") == [("Lee Su-hyeok", "Lee Su-hyeok")]
    assert await mina.autocomplete("quote", "who", "Lee Jae") == []
    assert ("Park Solomon", "Park Solomon") in await mina.autocomplete("quote", "who", "")
