"""What stands small beneath what was told: not what was asked, or something wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.replies import moderation_wording, wording
from bot.replies.model import Action, Does, Kind, Note, Reply, Text

__all__ = ["NotWhatIAsked", "SendReport", "SomethingWrong", "doubtable", "reported", "resolved"]


@dataclass(frozen=True, slots=True)
class NotWhatIAsked(Does):
    """Take note that what was told is not what somebody asked."""

    told: str
    """The id of what was told first, as in `Share`."""
    asked: str
    """What they asked, as far as there is room for it."""


@dataclass(frozen=True, slots=True)
class SomethingWrong(Does):
    """Open the form in which somebody says what is wrong with what was told."""

    told: tuple[str, ...]
    """Ids of what was told, as in `Share`."""


@dataclass(frozen=True, slots=True)
class SendReport(Does):
    """Keep what somebody says is wrong with what was told."""

    told: tuple[str, ...]


def doubtable(reply: Reply, told: tuple[str, ...], asked: str) -> Reply:
    """A reply with what can be said about it; nothing was `asked` for what came unasked."""
    wrong = Action(moderation_wording.SOMETHING_WRONG, SomethingWrong(told))
    if not asked:
        return replace(reply, aside=(wrong,))
    return replace(reply, aside=(Action(wording.NOT_IT, NotWhatIAsked(told[0], asked)), wrong))


def reported(*, is_told: bool) -> Reply:
    """A report was kept; its reporter is told what became of it, if they agreed."""
    note = (Note(moderation_wording.YOU_WILL_HEAR),) if is_told else ()
    return Reply((Text(moderation_wording.REPORTED), *note), kind=Kind.DONE)


def resolved(about: str, outcome: str) -> Reply:
    """What became of a report, for whoever made it; `about` gives nothing away."""
    return Reply((Text(moderation_wording.looked_at(about)), Text(outcome)))
