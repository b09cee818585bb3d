"""`/trivia`: a question answered, or any fact."""

from __future__ import annotations

import textwrap

from discord import app_commands

from bot.client import replies
from bot.client.actions import ActionKind, follow_anew
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.readers import reader_of
from bot.knowledge.show import Show
from bot.replies import wording
from bot.replies.model import AnotherFact, NoneOfThese, ShowFact, ShowPerson

__all__ = ["capability"]


async def complete_question(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Questions that match what has been typed."""
    return replies.choices(
        interaction.client.archive.complete_question(typed, reader_of(interaction))
    )


async def complete_topic(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Topics that there are facts about."""
    return replies.choices(
        interaction.client.archive.complete_fact_topic(typed, reader_of(interaction))
    )


@app_commands.describe(
    question=wording.ABOUT_TRIVIA_QUESTION,
    topic=wording.ABOUT_TRIVIA_TOPIC,
    private=wording.ABOUT_TRIVIA_PRIVATE,
)
@app_commands.autocomplete(question=complete_question, topic=complete_topic)
async def trivia(
    interaction: Interaction,
    question: str | None = None,
    topic: str | None = None,
    private: bool = False,
) -> None:
    """Answer a question; without one, tell any fact, of a topic if one is chosen."""
    archive, reader = interaction.client.archive, reader_of(interaction, private=private)
    if question and question.strip():
        reply = archive.say(question, reader).reply
    else:
        reply = archive.any_fact(reader, (topic or "").strip() or None)
    await replies.send(interaction, reply, private=private)


def write_none(does: NoneOfThese, room: int) -> str:
    """As many words of what was asked as fit, behind a mark that keeps them out of the log."""
    return "/" + textwrap.shorten(does.asked, room - 1, placeholder="")


def read_none(text: str) -> NoneOfThese | None:
    """What `write_none` wrote."""
    return NoneOfThese(text[1:]) if text.startswith("/") else None


SHOW_FACT = ActionKind(Codec(ShowFact, "fact", write=lambda does, _: does.fact_id, read=ShowFact))
SHOW_PERSON = ActionKind(
    Codec(ShowPerson, "person", write=lambda does, _: does.person_id, read=ShowPerson)
)
NONE_OF_THESE = ActionKind(Codec(NoneOfThese, "none", write=write_none, read=read_none))
ANOTHER_FACT = ActionKind(
    Codec(
        AnotherFact,
        "random",
        write=lambda does, _: does.topic or "",
        read=lambda text: AnotherFact(text or None),
    ),
    follow_anew,
)


def capability(show: Show) -> Capability:
    """The command and its buttons."""
    command = slash_command("trivia", wording.about_trivia(show), trivia)
    actions = (SHOW_FACT, SHOW_PERSON, NONE_OF_THESE, ANOTHER_FACT)
    return Capability(everywhere=(command,), actions=actions)
