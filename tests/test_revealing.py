"""What is veiled for others, shown to one alone: to whoever is that far, or is sure."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.archive import Archive
from bot.knowledge.layers import Layer
from bot.library import Library
from bot.reader import Place, Reader
from bot.replies import wording
from bot.replies.model import Action, Reply, Reveal
from bot.spoilers.horizon import NOTHING
from tests.knowledges import folder_of
from tests.ratings import seen
from tests.replies.reading import open_text, veiled_text

KISS = "How many takes did their kiss in the library need?"
ANSWER = "Seventeen, with their eyes shut."
QUOTE = "We could not stop laughing."

STRANGER = Reader(7, is_private=False, locale=None, horizon=NOTHING, place=Place(7, 1))


@pytest.fixture
def archive() -> Archive:
    return Archive(Library([Layer.of(folder_of("discord"))]), random.Random(3))


def at(moment: str | None, *, private: bool = False) -> Reader:
    """Somebody who is so far, in a channel for which nothing is set, or alone."""
    own = seen(moment) if moment else None
    if private:
        return replace(STRANGER, is_private=True, horizon=own or NOTHING, own=own, scope=1)
    return replace(STRANGER, own=own)


def reveals(actions: Iterable[Action]) -> list[Action]:
    return [action for action in actions if isinstance(action.does, Reveal)]


def followed(archive: Archive, action: Action, reader: Reader) -> Reply:
    reply = archive.follow(action.does, reader)
    assert reply is not None
    return reply


def test_whoever_is_far_enough_is_offered_it_alone(archive: Archive) -> None:
    said = archive.say(KISS, at("s1e7")).reply
    assert ANSWER not in open_text(said)
    (offer,) = reveals(said.actions)
    assert offer == Action(wording.SHOW_PRIVATELY, Reveal(("kiss-takes",)))
    shown = followed(archive, offer, at("s1e7", private=True))
    assert ANSWER in open_text(shown)
    assert not shown.hides


@pytest.mark.parametrize("moment", [None, "s1e6"])
def test_nobody_else_is_offered_anything_more_than_before(
    archive: Archive, moment: str | None
) -> None:
    said = archive.say(KISS, at(moment)).reply
    assert said.hides
    assert not reveals(said.actions)


def test_what_is_open_to_all_or_read_alone_offers_no_more(archive: Archive) -> None:
    for reader in (at("s1e7", private=True), at("s1e6", private=True)):
        assert not reveals(archive.say(KISS, reader).reply.actions)
    told = archive.say("How many episodes does the first season have?", at("s1e7")).reply
    assert not reveals(told.actions)


@pytest.mark.parametrize("moment", [None, "s1e6"])
def test_whoever_is_not_that_far_is_asked_first(archive: Archive, moment: str | None) -> None:
    (offer,) = reveals(archive.say(KISS, at("s1e7")).reply.actions)
    alone = at(moment, private=True)
    asked = followed(archive, offer, alone)
    assert not asked.hides
    assert wording.REALLY in open_text(asked)
    assert "season 1, episode 7" in open_text(asked)
    assert ("season 1, episode 6" in open_text(asked)) == (moment is not None)
    assert ANSWER not in open_text(asked)
    assert KISS not in open_text(asked)
    (sure,) = asked.actions
    told = followed(archive, sure, alone)
    assert ANSWER in open_text(told)
    assert told.actions == ()


def test_the_same_holds_for_quotes(archive: Archive) -> None:
    while QUOTE not in veiled_text(said := archive.quote("Lomon", None, at("s2")).reply):
        pass
    (offer,) = reveals(said.actions)
    assert QUOTE in open_text(followed(archive, offer, at("s2", private=True)))
    asked = followed(archive, offer, at("s1e1", private=True))
    assert QUOTE not in open_text(asked)
    assert QUOTE in open_text(followed(archive, asked.actions[0], at("s1e1", private=True)))


def test_what_is_no_longer_known_is_not_asked_for(archive: Archive) -> None:
    for told in (("gone",), ("quotes/gone",), ("kiss-takes", "gone"), ()):
        assert archive.follow(Reveal(told), at("s1e1", private=True)) is None


def test_what_is_forgotten_cannot_be_leant_on(archive: Archive) -> None:
    reader = at("s2", private=True)
    archive.say("Who is Park Solomon?", reader)
    assert "Whom" not in open_text(archive.say("source?", reader).reply)
    archive.forget(1, (1,))
    forgot = archive.say("who plays him", reader).reply
    assert open_text(forgot) == wording.ASK_WITH_NAME


def test_two_members_in_one_channel_each_get_what_is_right_for_them(archive: Archive) -> None:
    for moment, is_open in (("s1e4", False), ("s1e9", True), (None, False)):
        assert (ANSWER in open_text(archive.say(KISS, at(moment, private=True)).reply)) == is_open
        assert ANSWER not in open_text(archive.say(KISS, at(moment)).reply)
