"""The time on the server, and identifiers that carry a time."""

import itertools
import time

DISCORD_EPOCH_MS = 1_420_070_400_000


class Clock:
    """Server time: it stands still until a test lets it pass.

    So nothing is ever too late because the machine is busy.
    """

    def __init__(self) -> None:
        self._now = time.time()

    def now(self) -> float:
        """Seconds since the Unix epoch."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass without waiting for it."""
        self._now += seconds


class Snowflakes:
    """Mints identifiers.

    They are dated by the real clock and not by the server's, since a client reads an
    interaction's age by comparing its id with the client's own clock. `ahead` is by how many
    seconds Discord's clock differs from that; a machine whose clock is fast has it negative.
    """

    def __init__(self) -> None:
        self.ahead = 0.0
        self._serial = itertools.count(1)

    def now(self) -> float:
        """The time that ids and the `Date` of answers are given."""
        return time.time() + self.ahead

    def mint(self, age: float = 0.0) -> int:
        """A new id, dated `age` seconds ago."""
        milliseconds = int((self.now() - age) * 1000) - DISCORD_EPOCH_MS
        return milliseconds << 22 | next(self._serial) & 0x3FFFFF
