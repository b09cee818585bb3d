"""Collects what is wrong with a request body, in the shape in which Discord reports it."""

from collections.abc import Collection, Sized
from typing import Any

from ..errors import Refused
from ..wire import Json


class Form:
    """Errors by dotted path; one request may have many."""

    def __init__(self) -> None:
        self._errors: Json = {}

    def wrong(self, path: str, code: str, message: str) -> None:
        """Note one error."""
        node = self._errors
        for key in path.split("."):
            node = node.setdefault(key, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def length(self, path: str, value: Sized | None, low: int, high: int) -> None:
        """Require a length within bounds; an absent value has length 0."""
        size = 0 if value is None else len(value)
        if low <= size <= high:
            return
        if not size:
            self.wrong(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif low:
            self.wrong(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
        else:
            self.wrong(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")

    def choice(self, path: str, value: Any, allowed: Collection[int]) -> bool:
        """Require one of the allowed numbers; says whether it is."""
        if value in allowed:
            return True
        listed = ", ".join(str(int(number)) for number in sorted(allowed))
        self.wrong(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
        return False

    def between(self, path: str, value: int, low: int, high: int) -> None:
        """Require a number within bounds."""
        if not low <= value <= high:
            self.wrong(path, "NUMBER_TYPE_RANGE", f"int value should be between {low} and {high}.")

    def finish(self) -> None:
        """Refuse the request if anything was wrong."""
        if self._errors:
            raise Refused(50035, self._errors)
