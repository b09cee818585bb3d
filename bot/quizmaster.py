"""Drawing quiz questions from the knowledge in force, for whatever may be told in a place."""

from __future__ import annotations

from collections.abc import Collection

from bot.library import Library
from bot.matching.language.tokens import words
from bot.quiz.pool import ANYTHING, Drawn, Pool, Wanted
from bot.quotes import Rng
from bot.spoilers.horizon import Horizon

__all__ = ["QuizMaster"]


class QuizMaster:
    """Asks from `library`, whatever it holds at the time; what was drawn stays as it is."""

    def __init__(self, library: Library, rng: Rng) -> None:
        """Draw with `rng`."""
        self._library = library
        self._rng = rng

    def draw(
        self,
        horizon: Horizon,
        wanted: Wanted = ANYTHING,
        used: Collection[str] = (),
        asked: Collection[str] = (),
    ) -> Drawn | None:
        """A question within a horizon that is none of those `asked`, and new if there is one.

        None where there is no such question.
        """
        return self._pool(horizon).draw(wanted, used, asked, self._rng)

    def topics(self, horizon: Horizon, typed: str = "") -> tuple[str, ...]:
        """Ids of topics to be asked about of which a word begins with each that was typed."""
        show, begun = self._library.current.knowledge.show, words(typed)
        return tuple(
            topic
            for topic in self._pool(horizon).topics()
            if all(
                any(word.startswith(one) for word in words(show.topic_name(topic))) for one in begun
            )
        )

    def find_topic(self, horizon: Horizon, typed: str) -> str | None:
        """The topic that goes by this id or name; None where there is none."""
        show, wanted = self._library.current.knowledge.show, words(typed)
        for topic in self._pool(horizon).topics():
            if wanted in (words(topic), words(show.topic_name(topic))):
                return topic
        return None

    def _pool(self, horizon: Horizon) -> Pool:
        snapshot = self._library.current
        return Pool(snapshot.knowledge, snapshot.matcher.names, horizon)
