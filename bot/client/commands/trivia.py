"""`/trivia`: a question answered, or any fact."""

from __future__ import annotations

from discord import app_commands

from bot.client import replies
from bot.client.actions import ActionKind
from bot.client.bot import Interaction
from bot.client.capability import Capability, slash_command
from bot.client.custom_ids import Codec
from bot.client.readers import reader_of
from bot.knowledge.show import Show
from bot.replies import wording
from bot.replies.model import AnotherFact, ShowFact, ShowPerson

__all__ = ["capability"]


async def complete_question(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Questions that match what has been typed."""
    return replies.choices(
        interaction.client.archive.complete_question(typed, reader_of(interaction))
    )


@app_commands.describe(question=wording.ABOUT_TRIVIA_QUESTION, private=wording.ABOUT_TRIVIA_PRIVATE)
@app_commands.autocomplete(question=complete_question)
async def trivia(
    interaction: Interaction, question: str | None = None, private: bool = False
) -> None:
    """Answer a question; without one, tell any fact."""
    archive, reader = interaction.client.archive, reader_of(interaction, private=private)
    if question and question.strip():
        reply = archive.say(question, reader).reply
    else:
        reply = archive.any_fact(reader)
    await replies.send(interaction, reply, private=private)


SHOW_FACT = ActionKind(Codec(ShowFact, "fact", write=lambda does, _: does.fact_id, read=ShowFact))
SHOW_PERSON = ActionKind(
    Codec(ShowPerson, "person", write=lambda does, _: does.person_id, read=ShowPerson)
)
ANOTHER_FACT = ActionKind(
    Codec(AnotherFact, "random", write=lambda _, __: "", read=lambda _: AnotherFact())
)


def capability(show: Show) -> Capability:
    """The command and its buttons."""
    command = slash_command("trivia", wording.about_trivia(show), trivia)
    return Capability(everywhere=(command,), actions=(SHOW_FACT, SHOW_PERSON, ANOTHER_FACT))
