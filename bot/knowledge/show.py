"""The show that the knowledge is about, as data: names, seasons, works beside it, and the bot.

From its seasons and works come the ratings that entries may have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field, field_validator

from bot.knowledge.fields import (
    Colour,
    Day,
    Entry,
    EpisodeNumber,
    Label,
    Phrase,
    SeasonNumber,
    Slug,
    Weight,
)
from bot.knowledge.ratings import Moment, Rating

__all__ = ["BotProfile", "Episode", "Examples", "Season", "Show", "Topic"]


_Few = Annotated[tuple[Phrase, ...], Field(max_length=2)]


class Examples(Entry):
    """What somebody may try first, of this show."""

    question: Phrase = "who directed it"
    """A question that the knowledge answers, in somebody's own words."""
    more_questions: _Few = ()
    """One or two more of these."""
    who: Phrase = "director"
    """Somebody who is quoted, by a name or a role."""
    about: Phrase | None = None
    """What one of their quotes is about, in a word."""
    more_who: _Few = ()
    """One or two more who are quoted."""

    @property
    def questions(self) -> tuple[str, ...]:
        """All questions, the first one first."""
        return (self.question, *self.more_questions)

    @property
    def quotes(self) -> tuple[str, ...]:
        """All who are quoted, the first one first and with the subject, as in "ann about rain"."""
        return (f"{self.who} about {self.about}" if self.about else self.who, *self.more_who)


class Topic(Entry):
    """What facts and quotes are about: one of the values of their `topic` or `topics`."""

    name: Label | None = None
    """What it is called where people choose it; without one, the words of its id."""
    weight: Weight = 1
    """How often a surprise comes from it, from 0 (never) to 9; 1 for what is not listed."""


class BotProfile(Entry):
    """How the bot presents itself."""

    name: Label = "Hyosan"
    """What the bot is called."""
    accent: Colour = "#3f7d5c"
    """The colour beside its cards, such as "#3f7d5c"."""
    about: Phrase = "A friendly archive"
    """What the bot is, in a few words."""
    examples: Examples = Examples()
    """What its help gives as examples."""


class Episode(Entry):
    """One episode of a season."""

    number: EpisodeNumber
    """Its number within the season, from 1 on."""
    title: Phrase | None = None
    """Its official title, if it has one."""
    aired: Day | None = None
    """The day on which it came out."""


def _each_once(numbers: Iterable[int], what: str) -> None:
    """Raise ValueError for a number that stands twice."""
    seen: set[int] = set()
    for number in numbers:
        if number in seen:
            raise ValueError(f"has {what} {number} twice; keep one")
        seen.add(number)


class Season(Entry):
    """A season, announced or out."""

    season: SeasonNumber
    """Its number, from 1 on."""
    episodes: tuple[Episode, ...] = ()
    """The episodes that are out; none for a season that is only announced."""

    @field_validator("episodes")
    @classmethod
    def _episodes_once(cls, value: tuple[Episode, ...]) -> tuple[Episode, ...]:
        _each_once((episode.number for episode in value), "episode")
        return value


class Show(Entry):
    """The series. One of which nothing is said has every moment and no works."""

    title: Phrase = "the series"
    """What the series is called."""
    names: tuple[Phrase, ...] = ()
    """What else fans call it, in any language or by mistake."""
    others: tuple[Phrase, ...] = ()
    """Other shows that fans ask about, by any title: what is asked of these alone is not ours."""
    bot: BotProfile = Field(default_factory=BotProfile)
    """The bot's own name, colour and description."""
    seasons: tuple[Season, ...] = ()
    """Its seasons, also those that are only announced."""
    works: tuple[Slug, ...] = ()
    """Works beside the series that may be spoiled on their own, such as novel."""
    topics: Mapping[Slug, Topic] = Field(default_factory=dict[str, Topic])
    """By the id of a topic, what it is called and how often a surprise comes from it."""

    @field_validator("seasons")
    @classmethod
    def _seasons_once(cls, value: tuple[Season, ...]) -> tuple[Season, ...]:
        _each_once((season.season for season in value), "season")
        return value

    @field_validator("works")
    @classmethod
    def _no_moments(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for work in value:
            if Moment.of(work):
                raise ValueError(f"has {work}, which is read as a part of the series; rename it")
        return value

    def knows(self, part: str) -> bool:
        """Whether `part`, such as `s1e7` or `novel`, is a rating that this show has."""
        if not self.seasons and Moment.of(part):
            return True
        return part in self.ratings()

    def ratings(self) -> tuple[str, ...]:
        """All that an entry may be rated: moments in the order of the series, then works.

        The first season has no rating of its own: there is no news of it that comes before it.
        """
        return (*map(str, self.moments()), *self.works)

    def moments(self) -> tuple[Moment, ...]:
        """Up to where somebody can be: episodes, and news of seasons to come, in their order."""
        return tuple(sorted(self._moments()))

    def whole(self, season_number: int) -> Moment | None:
        """The last episode of a season; None where it is not out, or not known."""
        for season in self.seasons:
            if season.season == season_number and season.episodes:
                return Moment(season_number, max(one.number for one in season.episodes))
        return None

    def describe(self, rating: Rating) -> str:
        """A rating in words, such as "season 1, episode 7", "season 2" or "the novel"."""
        parts = [] if rating.moment is None else [_described(rating.moment)]
        parts += (f"the {work.replace('-', ' ')}" for work in rating.works)
        return " and ".join(parts)

    def brief(self, rating: Rating) -> str:
        """A rating as fans write it, such as "S1E7", "season 2" or "the novel"."""
        moment = rating.moment
        if moment is None or not moment.episode:
            return self.describe(rating)
        works = (f"the {work.replace('-', ' ')}" for work in rating.works)
        return " and ".join((f"S{moment.season}E{moment.episode}", *works))

    def topic_name(self, topic: str) -> str:
        """What a topic is called where people choose it."""
        named = self.topics.get(topic)
        words = topic.replace("-", " ")
        return (named and named.name) or f"{words[:1].upper()}{words[1:]}"

    def weight(self, topics: Iterable[str]) -> int:
        """How often a surprise comes from what is about these topics: that of the weightiest."""
        known = (self.topics[topic].weight for topic in topics if topic in self.topics)
        return max(known, default=1)

    def _moments(self) -> Iterator[Moment]:
        first = min((season.season for season in self.seasons), default=None)
        for season in self.seasons:
            if season.season != first:
                yield Moment(season.season)
            yield from (Moment(season.season, episode.number) for episode in season.episodes)


def _described(moment: Moment) -> str:
    episode = f", episode {moment.episode}" if moment.episode else ""
    return f"season {moment.season}{episode}"
