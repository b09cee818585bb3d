"""Places in a text by its lines, which end as YAML's do: line feed, carriage return, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.knowledge.problems import Place

__all__ = ["places_of"]


def places_of(indices: Iterable[int], text: str, path: str) -> Iterator[Place]:
    """The place of each index, in ascending order; looks at the text once, however many there are.

    None of them may lie between the two characters of one line end.
    """
    line, start, done = 1, 0, 0
    for index in indices:
        feeds, returns = text.count("\n", done, index), text.count("\r", done, index)
        line += feeds + returns - text.count("\r\n", done, index)
        if feeds or returns:
            start = max(text.rfind("\n", done, index), text.rfind("\r", done, index)) + 1
        yield Place(path, line, index - start + 1)
        done = index
