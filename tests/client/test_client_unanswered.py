"""`/facts unanswered`: from what members ask in vain to what everybody is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import yaml

from bot.client.app import Hyosan
from bot.client.moderating import desk
from bot.library import Library
from bot.replies import curation_wording
from bot.replies import moderation_wording as wording
from bot.replies import wording as common
from tests.client.curating import open_own, own_file
from tests.client.support import (
    EPISODES,
    EPISODES_LABEL,
    HOME_ID,
    ROLE_ID,
    Start,
    make_settings,
    open_text,
    suggest,
    veiled_text,
)
from tests.discord_server import DiscordServer, Guild, Member, Permission
from tests.discord_server.reading import Readable

BUS = "what colour is the school bus painted"
BUS_AGAIN = (
    "which color is the bus of the school",
    "school bus color?",
    "학교 버스는 무슨 색인가요",
)
ANSWER = "Yellow, as everywhere."
WRITTEN = "Written"


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Library:
    """Knowledge with a layer that moderators write."""
    return open_own(tmp_path, folder)


@pytest.fixture
def members(home: Guild) -> list[Member]:
    """Three more members."""
    return [home.add_member(name) for name in ("dara", "sua", "jin")]


async def ask(person: Member, question: str) -> Readable:
    return await person.slash("trivia", question=question)


async def unanswered(moderator: Member) -> Readable:
    shown = await moderator.slash("facts unanswered")
    assert shown.ephemeral
    return shown


async def opened(moderator: Member, question: str) -> Readable:
    """Open the list, and in it a question."""
    shown = await unanswered(moderator)
    (select,) = shown.selects
    label = next(one["label"] for one in select.options if question in one["label"])
    return await moderator.choose(select, label)


# -- the list


async def test_what_finds_nothing_is_kept_once_with_its_paraphrases_and_nobodys_name(
    bot: Hyosan, mina: Member, members: list[Member], moderator: Member, tmp_path: Path
) -> None:
    assert wording.NOTHING_UNANSWERED in (await unanswered(moderator)).text
    for person, question in zip((mina, *members), (BUS, *BUS_AGAIN), strict=True):
        assert common.NOT_KNOWN in (await ask(person, question)).text
    await ask(mina, "who wrote hamlet")
    shown = await unanswered(moderator)
    assert "2 unanswered questions" in shown.text
    assert f"1. {BUS}" in shown.text.replace("\\", "")
    assert "asked 4 times" in shown.text
    assert "asked once" in shown.text
    question = await moderator.choose(shown.selects[0], f"1. {BUS}")
    for other in BUS_AGAIN:
        assert other in question.text
    with sqlite3.connect(tmp_path / "data" / "hyosan.sqlite3") as raw:
        kept = "\n".join(raw.iterdump())
    raw.close()
    for person in (mina, *members):
        assert str(person.user.id) not in kept
        assert person.user.name not in kept


async def test_who_asks_the_same_again_counts_once(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    for question in (BUS, BUS.upper(), f"{BUS}?"):
        await ask(mina, question)
    assert "asked once" in (await unanswered(moderator)).text


async def test_what_looks_personal_is_blotted_out(
    bot: Hyosan, mina: Member, moderator: Member, tmp_path: Path
) -> None:
    asked = "can somebody at mina@example.org or +82 10-1234-5678 tell which bus <@123456789> takes"
    await ask(mina, asked)
    shown = await unanswered(moderator)
    assert "\\[email] or \\[number]" in shown.text.replace("\\]", "]")
    with sqlite3.connect(tmp_path / "data" / "hyosan.sqlite3") as raw:
        kept = "\n".join(raw.iterdump())
    raw.close()
    for personal in ("example.org", "1234", "123456789"):
        assert personal not in kept


async def test_none_of_these_and_what_was_not_asked_are_kept_too(
    bot: Hyosan, library: Library, mina: Member, moderator: Member
) -> None:
    answered = await ask(mina, EPISODES)
    said = await mina.click(answered.button(common.NOT_IT))
    assert common.THEN_NOT_KNOWN in said.text
    suggest(library, "episodes", "school-set")
    offered = await ask(mina, "something vague about it")
    await mina.click(offered.button(common.NONE_OF_THESE))
    suggest(library, "episodes")
    closest = await ask(mina, "whatever the neighbours heard")
    await mina.click(closest.button(common.NOT_IT))
    library.reload()
    shown = await unanswered(moderator)
    assert "3 unanswered questions" in shown.text
    question = await opened(moderator, EPISODES)
    assert EPISODES_LABEL in question.text


async def test_a_long_question_is_kept_whole(
    bot: Hyosan, library: Library, mina: Member, moderator: Member
) -> None:
    long = f"We could not agree about it at lunch, so please tell us once more: {EPISODES}"
    suggest(library, "episodes", "school-set")
    answered = await ask(mina, long)
    await mina.click(answered.button(common.NONE_OF_THESE))
    library.reload()
    assert long in (await unanswered(moderator)).text


async def test_pages_are_turned(bot: Hyosan, home: Guild, moderator: Member) -> None:
    things = "bus roof lamp door wall sofa desk bell clock flag".split()
    for number, thing in enumerate(things):
        member = home.add_member(f"member{number}")
        await ask(member, f"which painter drew the {thing} of that hospital")
    shown = await unanswered(moderator)
    assert "10 unanswered questions" in shown.text
    assert "Page 1 of 2" in shown.text
    assert len(shown.selects[0].options) == 8
    second = await moderator.click(shown.button(wording.NEXT))
    assert len(second.selects[0].options) == 2
    assert "Page 1 of 2" in (await moderator.click(second.button(wording.PREVIOUS))).text


async def test_of_very_many_the_most_asked_are_looked_at_and_all_are_exported(
    bot: Hyosan, mina: Member, members: list[Member], moderator: Member,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(desk, "MOST_LOOKED_AT", 1)
    await ask(mina, "who wrote hamlet")
    for person in members[:2]:
        await ask(person, BUS)
    shown = await unanswered(moderator)
    assert "1 unanswered question and more" in shown.text
    assert BUS in shown.text
    sent = await moderator.click(shown.button(wording.EXPORT))
    assert len(yaml.safe_load(sent.files[0].data)["facts"]) == 2


async def test_what_may_give_the_plot_away_is_veiled_for_moderators_too(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    plot = "which bus driver dies on the roof"
    await ask(mina, plot)
    shown = await unanswered(moderator)
    assert plot not in open_text(shown)
    assert plot in veiled_text(shown)
    assert all(plot not in one["label"] for one in shown.selects[0].options)
    question = await opened(moderator, "may give")
    assert plot not in open_text(question)
    assert plot in veiled_text(question)


async def test_markup_in_a_question_does_nothing(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    await ask(mina, "which bus is **bold** and ||hidden|| for @everyone")
    assert "\\*\\*bold\\*\\* and \\|\\|hidden\\|\\|" in (await unanswered(moderator)).text


# -- it is this fact


async def test_it_is_this_fact_adds_the_wording_after_showing_what_else_changes(
    start: Start, library: Library, mina: Member, moderator: Member
) -> None:
    async with start() as client:
        asked = "where did they put up the big school for the cameras"
        if common.NOT_KNOWN not in (shown := await ask(mina, asked)).text:
            none = [b for b in shown.buttons if b.label in (common.NONE_OF_THESE, common.NOT_IT)]
            await mina.click(none[0])
        await client.store.unanswered.settle()
        question = await opened(moderator, "cameras")
        offered = await moderator.click(question.button(wording.ITS_THIS))
        if not offered.selects:
            form = (await moderator.click(offered.button(wording.SEARCH))).modal
            offered = await moderator.submit(form, words="school set built")
        preview = await moderator.choose(offered.selects[0], "school-set")
        assert wording.CHANGES_NOTHING in preview.text
        done = await moderator.click(preview.button(wording.ADD_IT))
        assert WRITTEN in done.text
        assert "Andong" in (await ask(mina, asked)).text
        assert asked in library.current.knowledge.facts["school-set"].phrasings
        assert wording.NOTHING_UNANSWERED in (await unanswered(moderator)).text


# -- writing the answer


async def test_the_form_of_a_new_fact_is_filled_in_and_closes_the_question(
    bot: Hyosan, mina: Member, members: list[Member], moderator: Member
) -> None:
    for person, question in zip((mina, *members), (BUS, *BUS_AGAIN), strict=True):
        await ask(person, question)
    question = await opened(moderator, BUS)
    form = (await moderator.click(question.button(wording.WRITE_ANSWER))).modal
    card = await moderator.submit(form, answer=ANSWER)
    done = await moderator.click(card.button(curation_wording.WRITE_IT))
    assert WRITTEN in done.text
    assert ANSWER in (await ask(mina, BUS_AGAIN[0])).text
    assert wording.NOTHING_UNANSWERED in (await unanswered(moderator)).text


async def test_what_was_asked_in_vain_is_what_a_change_is_tried_on(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    await ask(mina, BUS)
    await bot.store.unanswered.settle()
    assert bot.curator is not None
    assert list(await bot.curator.questions.recent()) == [BUS]


# -- merging and dismissing


async def test_one_question_counts_as_another(
    bot: Hyosan, mina: Member, members: list[Member], moderator: Member
) -> None:
    await ask(mina, BUS)
    await ask(members[0], BUS)
    await ask(members[1], "who drove them home every evening")
    question = await opened(moderator, "who drove")
    offered = await moderator.click(question.button(wording.ASK_AS))
    merged = await moderator.choose(offered.selects[0], BUS)
    assert "asked 3 times" in merged.text
    assert "who drove them home" in merged.text
    shown = await unanswered(moderator)
    assert "1 unanswered question" in shown.text
    await ask(members[2], "who drove them home every evening")
    assert "asked 4 times" in (await unanswered(moderator)).text


async def test_what_is_dismissed_is_gone_until_that_is_undone(
    bot: Hyosan, mina: Member, members: list[Member], moderator: Member
) -> None:
    await ask(mina, BUS)
    question = await opened(moderator, BUS)
    done = await moderator.click(question.button(wording.DISMISS))
    assert wording.DISMISSED in done.text
    await ask(members[0], BUS)
    assert wording.NOTHING_UNANSWERED in (await unanswered(moderator)).text
    back = await moderator.click(done.button(wording.REOPEN))
    assert "asked twice" in back.text


async def test_two_moderators_at_once_lose_nothing(
    bot: Hyosan, home: Guild, mina: Member, moderator: Member
) -> None:
    other = home.add_member("boss", permissions=Permission.MANAGE_GUILD)
    await ask(mina, BUS)
    mine, theirs = await opened(moderator, BUS), await opened(other, BUS)
    await moderator.click(mine.button(wording.DISMISS))
    late = await other.click(theirs.button(wording.DISMISS))
    assert late.ephemeral
    assert wording.QUESTION_GONE in late.text


# -- exporting


async def test_open_questions_are_exported_as_facts_without_an_answer(
    bot: Hyosan, mina: Member, members: list[Member], moderator: Member
) -> None:
    for person, question in zip((mina, *members), (BUS, *BUS_AGAIN), strict=True):
        await ask(person, question)
    await ask(mina, "누가 햄릿을 썼나요")
    shown = await unanswered(moderator)
    sent = await moderator.click(shown.button(wording.EXPORT))
    (file,) = sent.files
    assert file.filename == "unanswered.yaml"
    text = file.data.decode()
    assert "# asked 4 times" in text
    first, second = yaml.safe_load(text)["facts"]
    assert first["id"] == "what-colour-is-the-school-bus-painted"
    assert first["question"] == BUS
    assert sorted(first["aliases"]) == sorted(BUS_AGAIN)
    assert first["answer"] == ""
    assert second["question"] == "누가 햄릿을 썼나요"


# -- proposals


async def choose_suggestion(person: Member, question: str, label: str) -> Readable:
    offered = await ask(person, question)
    return await person.click(offered.button(label))


async def test_three_members_who_pick_the_same_make_a_proposal_that_is_accepted(
    start: Start, library: Library, mina: Member, members: list[Member],
    moderator: Member, tmp_path: Path,
) -> None:  # fmt: skip
    asked = "how long does the whole of it go on"
    async with start():
        suggest(library, "episodes", "school-set")
        for _ in range(2):
            await choose_suggestion(mina, asked, EPISODES_LABEL)
        await choose_suggestion(members[0], asked, EPISODES_LABEL)
        library.reload()
        assert "proposal" not in (await unanswered(moderator)).text
        suggest(library, "episodes", "school-set")
        await choose_suggestion(members[1], asked, EPISODES_LABEL)
        library.reload()
        assert "Twelve" not in (await ask(mina, asked)).text
        shown = await unanswered(moderator)
        listed = await moderator.click(shown.button(wording.proposals(1)))
        assert f"3 members who typed “{asked}” chose: {EPISODES_LABEL}" in listed.text
        done = await moderator.click(listed.button(wording.accept(1)))
        assert wording.accepted(1) in done.text
        assert "Twelve" in (await ask(members[2], asked)).text
    with sqlite3.connect(tmp_path / "data" / "hyosan.sqlite3") as raw:
        kept = "\n".join(raw.iterdump())
    raw.close()
    for person in (mina, *members):
        assert str(person.user.id) not in kept


async def test_what_is_asked_right_after_not_what_i_asked_is_evidence(
    bot: Hyosan, home: Guild, moderator: Member
) -> None:
    wrong = "Where was the school set built?"
    for number in range(3):
        person = home.add_member(f"person{number}")
        answered = await ask(person, wrong)
        await person.click(answered.button(common.NOT_IT))
        assert "Twelve" in (await ask(person, EPISODES)).text
    shown = await unanswered(moderator)
    listed = await moderator.click(shown.button(wording.proposals(1)))
    assert EPISODES_LABEL in listed.text


async def test_a_refused_proposal_does_not_come_back(
    bot: Hyosan, home: Guild, library: Library, moderator: Member
) -> None:
    asked = "how long does the whole of it go on"
    for number in range(4):
        suggest(library, "episodes", "school-set")
        await choose_suggestion(home.add_member(f"person{number}"), asked, EPISODES_LABEL)
        library.reload()
        shown = await unanswered(moderator)
        buttons = [button.label for button in shown.buttons]
        assert (wording.proposals(1) in buttons) == (number == 2)
        if number == 2:
            listed = await moderator.click(shown.button(wording.proposals(1)))
            refused = await moderator.click(listed.button(wording.refuse(1)))
            assert wording.REFUSED in refused.text


async def test_in_bulk_what_contradicts_its_fact_is_left(
    start: Start, library: Library, home: Guild, moderator: Member
) -> None:
    fine, odd = "how long does the whole of it go on", "how long is Cho Yi-hyun in episode 9"
    async with start():
        for number in range(3):
            person = home.add_member(f"person{number}")
            for asked in (fine, odd):
                suggest(library, "episodes", "school-set")
                await choose_suggestion(person, asked, EPISODES_LABEL)
        library.reload()
        shown = await unanswered(moderator)
        listed = await moderator.click(shown.button(wording.proposals(2)))
        assert "Careful: the wording has a name" in listed.text
        done = await moderator.click(listed.button(wording.ACCEPT_ALL))
        assert wording.accepted(1) in done.text
        phrasings = library.current.knowledge.facts["episodes"].phrasings
        assert fine in phrasings
        assert odd not in phrasings


async def test_nothing_is_accepted_that_was_not_seen(
    start: Start, library: Library, home: Guild, moderator: Member
) -> None:
    async with start():
        people = [home.add_member(f"person{number}") for number in range(3)]
        suggest(library, "episodes", "school-set")
        for person in people:
            await choose_suggestion(person, "how long does the whole of it go on", EPISODES_LABEL)
        library.reload()
        shown = await unanswered(moderator)
        listed = await moderator.click(shown.button(wording.proposals(1)))
        suggest(library, "episodes", "school-set")
        for person in people:
            await choose_suggestion(
                person, "in what spot was it put up at last", "Where was the school set built?"
            )
        library.reload()
        again = await moderator.click(listed.button(wording.ACCEPT_ALL))
        assert wording.LIST_CHANGED in again.text
        done = await moderator.click(again.button(wording.ACCEPT_ALL))
        assert wording.accepted(2) in done.text


async def test_where_the_file_is_broken_nothing_is_accepted_and_the_place_is_named(
    start: Start, library: Library, home: Guild, moderator: Member, tmp_path: Path
) -> None:
    async with start():
        suggest(library, "episodes", "school-set")
        for number in range(3):
            person = home.add_member(f"person{number}")
            await choose_suggestion(person, "how long does the whole of it go on", EPISODES_LABEL)
        library.reload()
        shown = await unanswered(moderator)
        listed = await moderator.click(shown.button(wording.proposals(1)))
        own_file(tmp_path).parent.mkdir(parents=True, exist_ok=True)
        own_file(tmp_path).write_text("facts: [broken\n", encoding="utf-8")
        refused = await moderator.click(listed.button(wording.accept(1)))
        assert own_file(tmp_path).name in refused.text
        assert own_file(tmp_path).read_text(encoding="utf-8") == "facts: [broken\n"
        own_file(tmp_path).unlink()
        shown = await unanswered(moderator)
        listed = await moderator.click(shown.button(wording.proposals(1)))
        done = await moderator.click(listed.button(wording.accept(1)))
        assert wording.accepted(1) in done.text


# -- who may


async def test_only_moderators_get_there_whenever_and_however(
    bot: Hyosan, server: DiscordServer, home: Guild, mina: Member, moderator: Member
) -> None:
    await ask(mina, BUS)
    question = await opened(moderator, BUS)
    listed = await unanswered(moderator)
    for command in ("facts unanswered", "facts reports", "facts stats"):
        refused = await mina.slash(command, force=True)
        assert common.MODERATORS_ONLY in refused.text
    moderator.granted = 0
    for button in (*question.buttons, *listed.buttons):
        refused = await moderator.click(button)
        assert common.MODERATORS_ONLY in refused.text
    refused = await moderator.choose(listed.selects[0], f"1. {BUS}")
    assert common.MODERATORS_ONLY in refused.text
    assert BUS not in refused.text


async def test_a_moderator_by_role_may(start: Start, home: Guild, mina: Member) -> None:
    role = home.add_role("Librarian", id=ROLE_ID)
    librarian = home.add_member("hana", roles=(role,))
    async with start(moderator_role_ids=f"{ROLE_ID}"):
        await ask(mina, BUS)
        assert BUS in (await unanswered(librarian)).text
    assert make_settings(Path()).home_guild_id == HOME_ID


# -- a broken disk


async def test_without_a_disk_members_are_answered_and_moderators_told(
    start: Start, mina: Member, moderator: Member, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    async with start(database_url=f"sqlite:///{tmp_path / 'blocked' / 'hyosan.sqlite3'}"):
        assert common.NOT_KNOWN in (await ask(mina, BUS)).text
        answered = await ask(mina, EPISODES)
        await mina.click(answered.button(common.NOT_IT))
        assert common.NOT_READ in (await moderator.slash("facts unanswered")).text
        assert common.NOT_READ in (await moderator.slash("facts stats")).text
    assert caplog.text.count("What members and servers have set cannot be") == 1
    assert "Traceback" not in caplog.text


# -- forgetting


async def test_erasing_takes_a_members_choices_with_it(
    bot: Hyosan, library: Library, mina: Member, members: list[Member], moderator: Member
) -> None:
    asked = "how long does the whole of it go on"
    suggest(library, "episodes", "school-set")
    for person in (mina, *members[:2]):
        await choose_suggestion(person, asked, EPISODES_LABEL)
    library.reload()
    await bot.store.unanswered.settle()
    shown = await mina.slash("privacy")
    assert wording.kept_choices(1, 0) in shown.text
    assert "90 days" in shown.text
    await mina.click(shown.button(common.ERASE_ALL))
    assert wording.kept_choices(0, 0) in (await mina.slash("privacy")).text
    assert "proposal" not in (await unanswered(moderator)).text
