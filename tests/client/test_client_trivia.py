"""`/trivia`, as people see it."""

from pathlib import Path

import pytest

from bot.library import Library
from bot.matching.decision import Decision, Status
from tests.client.support import (
    EPISODES,
    EPISODES_LABEL,
    KISS,
    KISS_TITLE,
    MARKUP,
    always,
    leads,
    open_text,
    suggest,
    veiled_text,
    write_facts,
)
from tests.discord_server import DiscordServer, Guild, Member

pytestmark = pytest.mark.usefixtures("bot")

HOSTILE = "@everyone @here <@1> <@&2> <#3> [x](http://evil) `code` # ||y|| </trivia:4>"


async def test_an_answer_shows_question_answer_date_and_sources(mina: Member) -> None:
    reply = await mina.slash("trivia", question=EPISODES)
    assert reply.text.splitlines() == [
        f"-# 📖 {EPISODES}",
        "Twelve.",
        "-# As of 7 February 2022 · [Tudum](https://example.com/episodes_%28series%29)"
        " · [example.org](https://www.example.org/a)",
    ]
    assert not reply.ephemeral
    assert veiled_text(reply) == ""


async def test_titles_of_articles_are_never_shown(mina: Member) -> None:
    reply = await mina.slash("trivia", question=EPISODES)
    assert "title" not in reply.text


async def test_a_spoiler_is_veiled_and_the_episode_named_in_front(mina: Member) -> None:
    reply = await mina.slash("trivia", question=KISS)
    assert f"### 🔒 Spoiler for S1E7: {KISS_TITLE}" in open_text(reply)
    assert "Seventeen" in veiled_text(reply)
    assert KISS in veiled_text(reply)
    assert "[/Film](https://example.com/kiss)" in veiled_text(reply)
    for secret in ("Seventeen", "eyes", "library", "example.com", "They kiss"):
        assert secret not in open_text(reply)


async def test_private_answers_are_for_the_asker_alone(mina: Member) -> None:
    reply = await mina.slash("trivia", question=EPISODES, private=True)
    assert reply.ephemeral
    assert "Twelve" in reply.text


@pytest.mark.parametrize("question", [None, "", "   "])
async def test_without_a_question_any_fact_comes_with_another_one(
    mina: Member, question: str | None
) -> None:
    options = {} if question is None else {"question": question}
    for _ in range(5):
        reply = await mina.slash("trivia", options=options)
        assert veiled_text(reply) == ""
        assert [button.label for button in leads(reply)] == ["Another one"]


async def test_another_one_replaces_the_fact(mina: Member) -> None:
    reply = await mina.slash("trivia")
    again = await mina.click(reply.button("Another one"))
    assert again.message is reply.message
    assert [button.label for button in leads(again)] == ["Another one"]


async def test_a_surprise_of_a_topic_brings_more_of_it(
    mina: Member, library: Library, folder: Path
) -> None:
    facts = (
        (folder / "facts.yaml")
        .read_text(encoding="utf-8")
        .replace("    answer: In Andong.", "    answer: In Andong.\n    topic: sets")
    )
    show = "show: {title: All of Us Are Dead, topics: {sets: {name: Where it was built}}}\n"
    write_facts(folder, {"facts.yaml": facts, "show.yaml": show})
    assert library.reload().changes
    assert await mina.autocomplete("trivia", "topic", "built") == [("Where it was built", "sets")]
    for topic in ("sets", "where it was built"):
        reply = await mina.slash("trivia", topic=topic)
        for _ in range(3):
            assert "Andong" in reply.text
            reply = await mina.click(reply.button("Another one"))


async def test_the_words_that_matter_are_bold(mina: Member, library: Library, folder: Path) -> None:
    andong = "    answer: In Andong."
    facts = (folder / "facts.yaml").read_text(encoding="utf-8")
    write_facts(folder, {"facts.yaml": facts.replace(andong, f"{andong}\n    key: [Andong]")})
    assert library.reload().changes
    reply = await mina.slash("trivia", question="Where was the school set built?")
    assert "In **Andong**." in reply.text


async def test_what_is_no_topic_is_a_question(mina: Member) -> None:
    assert "Twelve" in (await mina.slash("trivia", topic=EPISODES)).text


async def test_an_answer_leads_on_to_its_people(
    mina: Member, library: Library, folder: Path
) -> None:
    more = "    people: [nam-on-jo, park-ji-hu]\n    related: [kiss-takes, marks]"
    andong = "    answer: In Andong."
    facts = (folder / "facts.yaml").read_text(encoding="utf-8").replace(andong, f"{andong}\n{more}")
    write_facts(folder, {"facts.yaml": facts})
    assert library.reload().changes
    reply = await mina.slash("trivia", question="Where was the school set built?")
    assert [button.label for button in leads(reply)] == [
        library.current.knowledge.facts["marks"].shown_as,
        "Who is Nam On-jo?",
        "Quote Park Ji-hu",
    ]
    assert [button.emoji for button in leads(reply)] == [None, "👤", "💬"]
    quoted = await mina.click(reply.button("Quote Park Ji-hu"))
    assert "She trained for months" in quoted.text


async def test_without_any_fact_to_tell_it_says_so(
    mina: Member, library: Library, folder: Path
) -> None:
    rated = "facts: [{id: a, question: Who dies?, answer: Somebody., spoiler: s1e3}]\n"
    write_facts(folder, {"facts.yaml": rated})
    library.reload()
    reply = await mina.slash("trivia")
    assert "Try a question" in reply.text


async def test_what_nobody_knows_is_said_honestly(mina: Member) -> None:
    reply = await mina.slash("trivia", question="zzz \u202eqqq\u200b xxx")
    assert "I don't know that yet" in reply.text
    assert "zzz qqq xxx" in reply.text


async def test_suggestions_answer_in_place(mina: Member, library: Library) -> None:
    suggest(library, "episodes", "kiss-takes")
    reply = await mina.slash("trivia", question="something vague")
    labels = [button.label for button in reply.buttons]
    assert labels == [EPISODES_LABEL, KISS_TITLE, "None of these"]
    answered = await mina.click(reply.button(EPISODES_LABEL))
    assert answered.message is reply.message
    assert "Twelve" in answered.text


async def test_suggestions_tell_nothing_of_a_plot(mina: Member, library: Library) -> None:
    suggest(library, "kiss-takes", "episodes")
    reply = await mina.slash("trivia", question="something vague")
    assert "library" not in open_text(reply)
    assert "something vague" not in open_text(reply)
    answered = await mina.click(reply.button(KISS_TITLE))
    assert "Seventeen" in veiled_text(answered)
    assert "Seventeen" not in open_text(answered)


async def test_autocomplete_offers_questions_by_id(mina: Member) -> None:
    offered = dict(await mina.autocomplete("trivia", "question", EPISODES))
    assert offered[EPISODES] == "fact:episodes"
    reply = await mina.slash("trivia", question="fact:episodes")
    assert "Twelve" in reply.text


async def test_autocomplete_gives_nothing_away(mina: Member) -> None:
    for typed in ("kiss", KISS, KISS_TITLE):
        offered = await mina.autocomplete("trivia", "question", typed)
        assert (KISS_TITLE, "fact:kiss-takes") in offered
        assert KISS not in dict(offered)
    for typed in ("", "who dies", "does the kiss kill her"):
        offered = await mina.autocomplete("trivia", "question", typed)
        assert "fact:kiss-takes" not in dict(offered).values()


async def test_an_id_that_no_longer_resolves_is_searched_for(
    mina: Member, library: Library
) -> None:
    always(library, None)
    assert "Twelve" in (await mina.slash("trivia", question="fact:episodes")).text
    suggest(library, "school-set")
    reply = await mina.slash("trivia", question="fact:no-such-thing")
    assert "Closest I have" in reply.text
    assert "Where was the school set built?" in reply.text


async def test_an_id_without_its_prefix_is_a_question(mina: Member, library: Library) -> None:
    suggest(library, "school-set", "marks")
    reply = await mina.slash("trivia", question="episodes")
    assert "Did you mean" in reply.text


async def test_a_single_suggestion_is_the_closest_and_nothing_to_pick_from(
    mina: Member, library: Library
) -> None:
    suggest(library, "school-set")
    reply = await mina.slash("trivia", question="something vague")
    assert reply.text.splitlines()[:3] == [
        "-# “something vague”",
        "### 🔎 Closest I have:",
        "-# Where was the school set built?",
    ]
    assert "Andong" in reply.text
    dismissed = await mina.click(reply.button("Not what I asked"))
    assert "Then I don't know that yet" in dismissed.text


async def test_what_agrees_stands_beneath_an_answer(mina: Member, library: Library) -> None:
    facts = library.current.knowledge.facts
    beneath = (facts["kiss-takes"], facts["school-set"])
    always(library, Decision(Status.ANSWERED, facts["episodes"], beneath, 0.8))
    reply = await mina.slash("trivia", question="something vague")
    assert "Twelve" in reply.text
    assert [button.label for button in leads(reply)] == ["Where was the school set built?"]


async def test_who_somebody_is_with_what_leads_on(mina: Member) -> None:
    reply = await mina.slash("trivia", question="who is cho yi-hyun")
    assert "### 📖 Cho Yi-hyun" in reply.text
    assert "Plays Choi Nam-ra." in reply.text
    other = await mina.slash("trivia", question="tell me about nam-ra")
    assert "### 📖 Choi Nam-ra" in other.text
    assert "Played by Cho Yi-hyun." in other.text


async def test_of_a_shared_name_each_is_a_button(
    mina: Member, library: Library, folder: Path
) -> None:
    people = (
        "people:\n"
        "  - {id: jung-min-jae, name: Jung Min-jae, kind: character, role: Archer}\n"
        "  - {id: lee-min-jae, name: Lee Min-jae, kind: actor, role: Guest}\n"
    )
    write_facts(folder, {"more-people.yaml": people})
    library.reload()
    reply = await mina.slash("trivia", question="who is min-jae")
    labels = [button.label or "" for button in reply.buttons]
    assert labels == ["Jung Min-jae — Archer", "Lee Min-jae — Guest"]
    shown = await mina.click(reply.button(labels[1]))
    assert "### 📖 Lee Min-jae" in shown.text


async def test_what_was_typed_comes_back_harmless(mina: Member, server: DiscordServer) -> None:
    reply = await mina.slash("trivia", question=HOSTILE)
    for raw in ("@everyone", "@here", "[x]", " `code`", " ||y||", " <@1>", "http:/", " </trivia"):
        assert raw not in reply.text
    assert "\\[x\\](http\\://evil) \\`code\\` # \\|\\|y\\|\\|" in reply.text
    assert server.pings == []


async def test_curated_text_comes_out_as_it_was_written(mina: Member) -> None:
    reply = await mina.slash("trivia", question=MARKUP)
    assert (
        "\\*Stars\\*, \\_lines\\_, \\[links\\](http\\://evil.example), @\u200beveryone"
        in reply.text
    )
    assert "\\<@\u200b1> and \\|\\|bars\\|\\|." in reply.text


@pytest.mark.parametrize("filler", ["x", "word ", "*", "한", "@everyone "])
async def test_over_long_input_is_cut(mina: Member, filler: str) -> None:
    reply = await mina.slash("trivia", question=(filler * 6000)[:6000])
    assert "I don't know that yet" in reply.text
    assert "…" in reply.text


async def test_it_works_in_direct_messages(mina: Member) -> None:
    reply = await mina.slash("trivia", question=EPISODES, in_dm=True)
    assert "Twelve" in reply.text


async def test_it_works_wherever_a_user_brings_it(server: DiscordServer, home: Guild) -> None:
    traveller = server.add_user("juno", installed=True)
    elsewhere = server.add_guild("Elsewhere", installed=False)
    member = elsewhere.add_member(traveller)
    reply = await member.slash("trivia", question=EPISODES)
    assert "Twelve" in reply.text
    friends = server.add_group(traveller, server.add_user("dara"))
    reply = await traveller.slash("trivia", channel=friends)
    assert (await traveller.click(reply.button("Another one"))).button("Another one")
