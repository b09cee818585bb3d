"""`/facts add`, `edit`, `remove`, `undo`, `history`: what moderators change, and how it shows."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.client.app import Hyosan
from bot.curation.drafts import Draft
from bot.curation.history import Why
from bot.curator import Proposal, Trial
from bot.knowledge.layers import Layer
from bot.library import Library
from tests.client.curating import (
    EUNJI,
    ZEBRA,
    Asked,
    add_fact,
    open_own,
    own_file,
    settled,
    write_fact,
)
from tests.client.support import EPISODES, Start, open_text, veiled_text
from tests.discord_server import DiscordServer, Guild, Member

PET = "Which pet did the crew keep on the set?"


@pytest.fixture
def library(tmp_path: Path, folder: Path) -> Library:
    return open_own(tmp_path, folder)


@pytest.fixture
async def bot(start: Start, home: Guild) -> AsyncIterator[Hyosan]:
    async with start() as client:
        yield client


# Adding.


async def test_a_new_fact_is_shown_first_and_answers_once_it_is_confirmed(
    bot: Hyosan, moderator: Member, mina: Member, tmp_path: Path
) -> None:
    card = await add_fact(moderator)
    assert card.ephemeral
    assert "A new fact: facts/which-pet-did-the-crew-keep-on-the-set" in card.text
    assert "called Mister Stripe" in card.text
    assert not own_file(tmp_path).exists()
    assert "zebra" not in (await mina.slash("trivia", question=PET)).text
    done = await moderator.click(card.button("Write it"))
    assert "Written" in done.text
    assert "It can be asked right now" in done.text
    assert not done.buttons
    for asked in (PET, "the pet of the crew", "what animal lived on the set?"):
        assert "zebra" in (await mina.slash("trivia", question=asked)).text
    assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text


async def test_it_answers_in_other_words_too_before_and_after_all_is_rebuilt(
    bot: Hyosan, moderator: Member, mina: Member
) -> None:
    await write_fact(moderator)
    before = (await mina.slash("trivia", question="which pet lived with the crew")).text
    await settled(bot)
    after = (await mina.slash("trivia", question="which pet lived with the crew")).text
    assert before == after
    assert "zebra" in after


async def test_it_is_still_there_after_a_restart(
    start: Start, moderator: Member, mina: Member, tmp_path: Path, folder: Path
) -> None:
    async with start():
        await write_fact(moderator)
    start.library = open_own(tmp_path, folder)
    async with start():
        assert "zebra" in (await mina.slash("trivia", question=PET)).text


async def test_what_is_chosen_is_shown_and_written(
    bot: Hyosan, moderator: Member, mina: Member, tmp_path: Path
) -> None:
    card = await add_fact(moderator, question="Which pet did Park Solomon keep on the set?")
    labels = [select.placeholder for select in card.selects]
    assert labels == ["What it is about", "Whom it is about"]
    card = await moderator.choose(card.select("Whom it is about"), "Park Solomon")
    await moderator.click(card.button("Write it"))
    assert "people:\n" in own_file(tmp_path).read_text(encoding="utf-8")
    assert "park-solomon" in own_file(tmp_path).read_text(encoding="utf-8")


async def test_the_words_can_be_changed_before_it_is_written(
    bot: Hyosan, moderator: Member, mina: Member
) -> None:
    card = await add_fact(moderator)
    opened = await moderator.click(card.button("Change the words"))
    changed = await moderator.submit(opened.modal, {"answer": "A llama."})
    assert "A llama." in changed.text
    await moderator.click(changed.button("Write it"))
    assert "llama" in (await mina.slash("trivia", question=PET)).text


async def test_what_cannot_be_written_is_told_and_can_be_mended(
    bot: Hyosan, moderator: Member, tmp_path: Path
) -> None:
    card = await add_fact(moderator, sources="not-an-address")
    assert "cannot be written yet" in card.text
    assert "is not a web address" in card.text
    assert [button.label for button in card.buttons] == ["Change the words", "Cancel"]
    opened = await moderator.click(card.button("Change the words"))
    mended = await moderator.submit(opened.modal, {"sources": ZEBRA["sources"]})
    await moderator.click(mended.button("Write it"))
    assert own_file(tmp_path).exists()


async def test_it_can_be_given_up(bot: Hyosan, moderator: Member, tmp_path: Path) -> None:
    card = await add_fact(moderator)
    gone = await moderator.click(card.button("Cancel"))
    assert "Nothing was changed" in gone.text
    assert not gone.buttons
    assert not own_file(tmp_path).exists()


async def test_what_answers_already_and_what_would_change_is_told(
    bot: Hyosan, moderator: Member
) -> None:
    assert bot.curator is not None
    asked = "which pet lived with the crew"
    bot.curator.questions = Asked(asked, "who wrote hamlet")
    card = await add_fact(moderator, question="How many episodes are in the first season?")
    assert "near what I know already: Episodes of the first season" in card.text
    card = await add_fact(moderator)
    assert "1 question would be answered differently" in open_text(card)
    assert asked not in open_text(card)
    assert f"“{asked}”: nothing → " in veiled_text(card)
    card = await moderator.choose(card.select("Add what members asked in other words"), asked)
    assert "Add what members asked in other words" not in [s.placeholder for s in card.selects]


async def test_what_gives_something_away_is_previewed_behind_the_veil(
    bot: Hyosan, moderator: Member, folder: Path
) -> None:
    (folder / "show.yaml").write_text(
        "show: {title: All of Us Are Dead, seasons: [{season: 1, episodes: "
        "[{number: 1, title: One}, {number: 7, title: Seven}]}]}\n",
        encoding="utf-8",
    )
    await moderator.slash("facts reload")
    card = await add_fact(moderator)
    card = await moderator.choose(
        card.select("What it gives away (choose nothing for nothing)"), "season 1, episode 7"
    )
    assert "Mister Stripe" in veiled_text(card)
    assert "Mister Stripe" not in open_text(card)


# Confirming.


async def test_a_confirmation_counts_once(bot: Hyosan, moderator: Member) -> None:
    card = await add_fact(moderator)
    first = await moderator.click(card.button("Write it"), settle=False)
    second = await moderator.click(card.button("Write it"))
    assert "can no longer be confirmed" in second.text
    assert "Written" in (await first.final()).text
    assert bot.curator is not None
    history = await bot.curator.history()
    assert isinstance(history, tuple)
    assert len(history) == 1


async def test_a_confirmation_lasts_a_quarter_of_an_hour(
    start: Start, server: DiscordServer, moderator: Member, tmp_path: Path
) -> None:
    async with start():
        card = await add_fact(moderator)
        start.clock.ahead = server.snowflakes.ahead = 901
        late = await moderator.click(card.button("Write it"))
        assert "can no longer be confirmed" in late.text
    assert not own_file(tmp_path).exists()


async def test_a_confirmation_is_gone_after_a_restart(
    start: Start, moderator: Member, tmp_path: Path
) -> None:
    async with start():
        card = await add_fact(moderator)
    async with start():
        late = await moderator.click(card.button("Write it"))
        assert "can no longer be confirmed" in late.text
    assert not own_file(tmp_path).exists()


# Changing and removing.


async def test_a_fact_is_changed_and_its_phrasings_stay(
    bot: Hyosan, moderator: Member, mina: Member, folder: Path
) -> None:
    opened = await moderator.slash("facts edit", what="fact:episodes")
    assert opened.modal is not None
    card = await moderator.submit(opened.modal, {"answer": "A dozen."})
    assert "Changing facts/episodes" in card.text
    await moderator.click(card.button("Write it"))
    answer = await mina.slash("trivia", question=EPISODES)
    assert "A dozen." in answer.text
    assert "7 February 2022" in answer.text
    listed = await moderator.slash("facts undo")
    assert "− answer: A dozen.\n\\+ answer: Twelve." in veiled_text(listed)
    assert "~ facts/episodes: answer" in veiled_text(listed)
    assert "Twelve" in (folder / "facts.yaml").read_text(encoding="utf-8")


async def test_a_person_and_a_quote_are_changed(
    bot: Hyosan, moderator: Member, mina: Member
) -> None:
    opened = await moderator.slash("facts edit", what="quotes/solomon-two")
    card = await moderator.submit(opened.modal, {"text": "I ran until my boots gave out."})
    assert "my boots gave out" in card.text
    await moderator.click(card.button("Write it"))
    opened = await moderator.slash("facts edit", what="people/lee-jae-kyoo")
    card = await moderator.submit(opened.modal, {"about": "He made the series."})
    assert "He made the series." in card.text
    done = await moderator.click(card.button("Write it"))
    assert "as soon as all is rebuilt" in done.text
    await settled(bot)
    asked = await mina.slash("trivia", question="who is Lee Jae-kyoo")
    assert "He made the series." in asked.text


async def test_what_is_offered_to_edit_is_what_goes_with_what_is_typed(
    bot: Hyosan, moderator: Member
) -> None:
    offered = await moderator.autocomplete("facts edit", "what", "solomon")
    assert ("Park Solomon (person)", "people/park-solomon") in offered
    assert ("solomon-one (quote)", "quotes/solomon-one") in offered
    offered = await moderator.autocomplete("facts remove", "what", "episodes")
    assert offered[0] == (EPISODES, "fact:episodes")


async def test_what_is_not_there_is_told(bot: Hyosan, moderator: Member) -> None:
    for command in ("facts edit", "facts remove"):
        reply = await moderator.slash(command, what="people/episodes")
        assert "I have nothing of that name" in reply.text


async def test_a_fact_is_removed_and_comes_back(
    bot: Hyosan, moderator: Member, mina: Member
) -> None:
    card = await moderator.slash("facts remove", what="fact:episodes")
    assert card.ephemeral
    assert "Removed 1: facts/episodes" in card.text
    assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text
    await moderator.click(card.button("Take it away"))
    assert "Twelve" not in (await mina.slash("trivia", question=EPISODES)).text
    card = await moderator.slash("facts undo")
    await moderator.click(card.button("Take it back"))
    assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text


async def test_somebody_who_is_still_named_is_not_removed(
    bot: Hyosan, moderator: Member, tmp_path: Path
) -> None:
    reply = await moderator.slash("facts remove", what="people/park-solomon")
    assert "still named by quote 'solomon-one'" in reply.text
    assert not reply.buttons
    assert not own_file(tmp_path).exists()


# Two at once.


async def test_two_moderators_at_once_lose_nothing(
    bot: Hyosan, home: Guild, moderator: Member, mina: Member
) -> None:
    boss = home.owner
    one = await add_fact(moderator)
    other = await add_fact(
        boss, question="Who fed the lions of the circus?", aliases="", answer="The clown."
    )
    await moderator.click(one.button("Write it"))
    await boss.click(other.button("Write it"))
    assert "zebra" in (await mina.slash("trivia", question=PET)).text
    asked = await mina.slash("trivia", question="Who fed the lions of the circus?")
    assert "The clown." in asked.text


async def test_whoever_edits_what_another_has_changed_meanwhile_is_told(
    bot: Hyosan, home: Guild, moderator: Member, mina: Member
) -> None:
    boss = home.owner
    opened = await boss.slash("facts edit", what="episodes")
    first = await moderator.slash("facts edit", what="episodes")
    card = await moderator.submit(first.modal, {"answer": "A dozen."})
    await moderator.click(card.button("Write it"))
    late = await boss.submit(opened.modal, {"answer": "Thirteen."})
    assert "changed by somebody else meanwhile" in late.text
    assert "A dozen." in (await mina.slash("trivia", question=EPISODES)).text


async def test_what_somebody_did_by_hand_is_shown_before_anything_is_written(
    bot: Hyosan, moderator: Member, mina: Member, tmp_path: Path
) -> None:
    await write_fact(moderator)
    card = await moderator.slash("facts remove", what="episodes")
    with own_file(tmp_path).open("a", encoding="utf-8") as file:
        file.write("  - {id: mine, question: Is it by hand?, answer: By hand.}\n")
    noticed = await moderator.click(card.button("Take it away"))
    assert "changed the file by hand" in noticed.text
    assert "+ facts/mine" in noticed.text
    assert "by hand" in own_file(tmp_path).read_text(encoding="utf-8")
    await moderator.click(noticed.button("Write it"))
    assert "mine" in own_file(tmp_path).read_text(encoding="utf-8")
    assert "Twelve" not in (await mina.slash("trivia", question=EPISODES)).text


# The history.


async def test_the_history_tells_who_did_what_and_takes_it_back(
    bot: Hyosan, moderator: Member, mina: Member
) -> None:
    assert "Nothing has been changed yet" in (await moderator.slash("facts history")).text
    await write_fact(moderator)
    opened = await moderator.slash("facts edit", what="episodes")
    card = await moderator.submit(opened.modal, {"answer": "A dozen."})
    await moderator.click(card.button("Write it"))
    listed = await moderator.slash("facts history")
    assert listed.text.index("changed facts/episodes") < listed.text.index("added facts/which")
    assert "eunji" in listed.text
    card = await moderator.click(listed.button("Take back 1"))
    assert card.ephemeral
    assert "takes back 1 change: 1" in card.text
    assert "Removed 1: facts/which-pet" in card.text
    await moderator.click(card.button("Take it back"))
    assert "zebra" not in (await mina.slash("trivia", question=PET)).text
    assert "A dozen." in (await mina.slash("trivia", question=EPISODES)).text
    card = await moderator.slash("facts undo", change=1, since=True)
    await moderator.click(card.button("Take it back"))
    assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text


async def test_what_was_changed_again_since_is_not_taken_back_alone(
    bot: Hyosan, moderator: Member, mina: Member
) -> None:
    for number in ("dozen", "hundred"):
        opened = await moderator.slash("facts edit", what="episodes")
        card = await moderator.submit(opened.modal, {"answer": f"A {number}."})
        await moderator.click(card.button("Write it"))
    reply = await moderator.slash("facts undo", change=1)
    assert "facts/episodes has been changed again since" in reply.text
    assert not reply.buttons
    card = await moderator.slash("facts undo", change=1, since=True)
    assert "takes back 2 changes: 1, 2" in card.text
    await moderator.click(card.button("Take it back"))
    assert "Twelve" in (await mina.slash("trivia", question=EPISODES)).text


async def test_there_is_not_always_something_to_take_back(bot: Hyosan, moderator: Member) -> None:
    assert "no change to take back" in (await moderator.slash("facts undo")).text
    assert "There is no change 7" in (await moderator.slash("facts undo", change=7)).text


async def test_a_long_history_has_pages(bot: Hyosan, moderator: Member) -> None:
    assert bot.curator is not None
    for number in range(10):
        await bot.curator.add_phrasing("episodes", f"how many parts {number}", EUNJI)
    listed = await moderator.slash("facts history")
    assert "Change 10," in listed.text
    assert "Change 2," not in listed.text
    older = await moderator.click(listed.button("Older"))
    assert "Change 2," in older.text
    assert "Change 10," not in older.text
    newer = await moderator.click(older.button("Newer"))
    assert "Change 10," in newer.text


async def test_whoever_is_in_the_history_is_told_what_is_kept_of_them(
    bot: Hyosan, moderator: Member, mina: Member
) -> None:
    assert "history of that keeps your name" not in (await moderator.slash("privacy")).text
    await write_fact(moderator)
    assert "history of that keeps your name" in (await moderator.slash("privacy")).text
    assert "history of that keeps your name" not in (await mina.slash("privacy")).text


async def test_what_members_asked_is_kept_from_a_moderator_who_is_not_that_far(
    bot: Hyosan, moderator: Member
) -> None:
    assert bot.curator is not None
    calm, telling = "which pet lived with the crew", "which pet of the crew dies"
    bot.curator.questions = Asked(calm, telling)
    card = await add_fact(moderator)
    offered = card.select("Add what members asked in other words").options
    assert [option["label"] for option in offered] == [calm]
    own = await bot.curator.new_fact(ZEBRA["question"])
    assert isinstance(own, Draft)
    proposal = Proposal(own.with_texts(ZEBRA).edits(), Why.ADD)
    trial = await bot.curator.try_out(proposal, own.entry_id)
    assert isinstance(trial, Trial)
    assert trial.phrasings == (calm, telling)
    assert telling not in open_text(card)


# The log.


async def test_every_change_is_told_in_the_channel_for_it_with_a_way_back(
    start: Start, home: Guild, moderator: Member, mina: Member, server: DiscordServer,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level(logging.INFO)
    channel = home.channels[1]
    async with start(log_channel_id=channel.id):
        await write_fact(moderator)
        note = channel.messages[-1]
        assert "eunji added facts/which-pet" in note.text
        assert "Mister Stripe" in veiled_text(note)
        assert "Mister Stripe" not in open_text(note)
        card = await home.owner.click(note.button("Take back 1"))
        assert card.ephemeral
        await home.owner.click(card.button("Take it back"))
        assert "took back change 1" in channel.messages[-1].text
        assert "zebra" not in (await mina.slash("trivia", question=PET)).text
    (first, second) = [r.getMessage() for r in caplog.records if "Facts changed" in r.getMessage()]
    assert f"by eunji ({moderator.user.id}), change 1, add: facts/which-pet" in first
    assert "change 2, undo" in second


async def test_a_channel_that_cannot_be_written_to_keeps_nothing_from_being_changed(
    start: Start, moderator: Member, mina: Member, server: DiscordServer,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    async with start(log_channel_id=404):
        assert "Written" in (await write_fact(moderator)).text
        assert "zebra" in (await mina.slash("trivia", question=PET)).text
    assert "Could not write to the channel in LOG_CHANNEL_ID" in caplog.text
    server.refusals.clear()


async def test_without_a_layer_to_write_to_moderators_are_told(
    start: Start, moderator: Member, folder: Path
) -> None:
    start.library = Library([Layer.of(folder)])
    async with start():
        assert "no folder for what moderators write" in (await moderator.slash("facts add")).text
