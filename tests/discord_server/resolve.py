"""Turns what a person picks or hands in into the ids, and the objects, that Discord sends."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from .errors import InvalidInput
from .messages import Pickable, Upload
from .wire import Json

if TYPE_CHECKING:
    from .world import World


class Resolver:
    """Collects the `resolved` objects of one interaction."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._resolved: Json = {}

    def with_resolved(self, data: Json) -> Json:
        """Interaction data along with the objects it names."""
        return data | {"resolved": self._resolved} if self._resolved else data

    def pick(self, value: Any, allowed: Collection[str]) -> str:
        """The id of something picked, or of a file handed in."""
        if isinstance(value, Upload):
            value = self._world.store(value)
        if not isinstance(value, Pickable) or value.entries()[0][0] not in allowed:
            raise InvalidInput(f"takes {' or '.join(sorted(allowed))}, not {value!r}")
        for kind, number, body in value.entries():
            self._resolved.setdefault(kind, {})[str(number)] = body
        return str(value.entries()[0][1])
