"""What a person gets back for something they did."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from .errors import LeftThinking, NoResponse
from .messages import Draft, Message
from .modals import Modal
from .reading import Readable

if TYPE_CHECKING:
    from .interactions import Interaction
    from .world import World


class Reply(Readable):
    """A message as it stood when the person first saw it; `message` is the message as it is now.

    Without a message (a modal was opened, or nothing has come yet) it reads as empty.
    """

    def __init__(
        self,
        world: "World",
        interaction: "Interaction | None" = None,
        *,
        message: Message | None = None,
    ) -> None:
        self._world = world
        self._interaction = interaction
        if message is None and interaction:
            message = interaction.result or interaction.original
        self._message = message
        self.draft = message.draft if message else Draft()

    @property
    def message(self) -> Message:
        """The live message."""
        if self._message is None:
            raise NoResponse("there is no message (yet)")
        return self._message

    @property
    def thinking(self) -> bool:
        """Whether it only says that the application is thinking."""
        return self._message is not None and self._message.loading

    @property
    def modal(self) -> Modal | None:
        """The form that opened instead of a message."""
        opened = self._interaction is not None and self._interaction.modal is not None
        return Modal(self._interaction) if opened and self._interaction else None

    @property
    def followups(self) -> list["Reply"]:
        """Every further message so far for the same interaction."""
        if self._interaction is None:
            return []
        later = [m for m in self._interaction.followups if m is not self._message]
        return [Reply(self._world, self._interaction, message=message) for message in later]

    async def final(self) -> "Reply":
        """Wait for what `settle=False` did not wait for."""
        if self._interaction is None:
            return self
        return await settled(self._world, self._interaction)

    async def followup(self, index: int = 0) -> "Reply":
        """Wait for a further message."""
        await self._wait(lambda: len(self.followups) > index, "no further message came")
        return self.followups[index]

    async def changed(self) -> "Reply":
        """Wait until the message says something else, and look at it again."""
        before = self.draft
        await self._wait(lambda: self.message.draft is not before, "the message did not change")
        return Reply(self._world, self._interaction, message=self.message)

    async def gone(self) -> None:
        """Wait until the message is deleted."""
        await self._wait(lambda: self.message.deleted, "the message was not deleted")

    async def _wait(self, condition: Callable[[], object], otherwise: str) -> None:
        if not await self._world.pulse.until(condition, self._world.patience):
            raise NoResponse(otherwise + self._world.told_of_refusals())


async def settled(world: "World", interaction: "Interaction") -> Reply:
    """Wait until a person has what they asked for, as long as they have patience."""
    if not await world.pulse.until(lambda: interaction.callback is not None, world.patience):
        raise NoResponse("the application did not respond" + world.told_of_refusals())
    if not await world.pulse.until(lambda: interaction.settled, world.patience):
        raise LeftThinking("the application was left thinking" + world.told_of_refusals())
    return Reply(world, interaction)
