"""Failures on demand."""

import re
from dataclasses import dataclass

from aiohttp import web

from .request import answer


@dataclass
class Fault:
    """A failure that is due on the next requests to a route."""

    method: str
    path: re.Pattern[str]
    status: int
    times: int
    retry_after: float

    def response(self) -> web.Response:
        """What the bot gets instead of an answer."""
        if self.status != 429:
            return answer({"code": 0, "message": f"{self.status}: Injected"}, self.status)
        response = answer(
            {
                "message": "You are being rate limited.",
                "retry_after": self.retry_after,
                "global": False,
            },
            429,
        )
        # Without `Via`, discord.py thinks that Cloudflare has banned it and does not try again.
        response.headers["Via"] = "1.1 google"
        response.headers["Retry-After"] = str(self.retry_after)
        return response


class Faults:
    """All failures that are due."""

    def __init__(self) -> None:
        self._due: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let something fail."""
        self._due.append(fault)

    def take(self, method: str, path: str) -> Fault | None:
        """The failure that this request meets, if any."""
        for fault in self._due:
            if fault.times and fault.method == method and fault.path.search(path):
                fault.times -= 1
                return fault
        return None
