"""A knowledge of any size for measuring speed: seeded, with words as frequent as in real English.

Words are drawn by Zipf's law (exponent 1.05) from the 22,000 stems that ship with the bot, in the
order of their frequency in English. A fact has eight words of its own; each of its five phrasings
holds four of them, two or three stop words and, three times in ten, a word from elsewhere. Three
facts in ten are about one of a few hundred people with Korean names. A question is a further
phrasing; one in five has a typing slip.
"""

from __future__ import annotations

import random
from itertools import accumulate
from math import sqrt

from bot.knowledge.schema import Fact, Knowledge, Person, PersonKind
from bot.matching.embeddings import load_vectors
from bot.matching.language.english import STOP_WORDS

__all__ = ["generate"]

_SURNAMES = "Ahn Bae Cha Choi Han Hong Jang Jeon Jo Jung Kang Kim Ko Kwon Lee Lim Min Moon Na Oh "
_SURNAMES += "Park Ryu Seo Shin Song Yang Yoon"
_SYLLABLES = "bin bo cheol dae ga geun gi gyu ha hee hoon hwan hye hyeon in jae ji jin joon ju "
_SYLLABLES += "kyung mi min na nam ra ri sang seok seong seung so su tae ui won woo yeon yi young"


def generate(facts: int, questions: int, seed: int = 1) -> tuple[Knowledge, list[tuple[str, str]]]:
    """A knowledge of `facts` facts, and `questions` pairs of a question and the id it is after."""
    rng = random.Random(seed)
    drawn = _Drawer(rng)
    people = _people(rng, max(20, int(sqrt(facts)) * 2))
    built: dict[str, Fact] = {}
    sources: list[tuple[list[str], Person | None]] = []
    for number in range(facts):
        person = rng.choice(people) if rng.random() < 0.3 else None
        own = drawn.words(8)
        texts = [drawn.phrasing(own, person) for _ in range(5)]
        built[f"fact-{number}"] = Fact.model_construct(
            id=f"fact-{number}",
            question=texts[0],
            aliases=tuple(texts[1:]),
            answer=" ".join([*own, *drawn.words(4)]),
            people=(person.id,) if person else (),
        )
        sources.append((own, person))
    asked = [
        (drawn.question(*sources[number]), f"fact-{number}")
        for number in rng.choices(range(facts), k=questions)
    ]
    return Knowledge(facts=built, quotes={}, people={p.id: p for p in people}), asked


class _Drawer:
    """Draws words by Zipf's law."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._vocabulary = [stem for stem in load_vectors() if stem not in STOP_WORDS]
        self._cumulated = list(
            accumulate(1 / (rank + 10) ** 1.05 for rank in range(len(self._vocabulary)))
        )
        self._stops = sorted(STOP_WORDS)

    def words(self, count: int) -> list[str]:
        return self._rng.choices(self._vocabulary, cum_weights=self._cumulated, k=count)

    def phrasing(self, own: list[str], person: Person | None) -> str:
        chosen = self._rng.sample(own, 4) + self._rng.choices(self._stops, k=2)
        if self._rng.random() < 0.3:
            chosen += self.words(1)
        if person is not None:
            chosen.append(person.name)
        self._rng.shuffle(chosen)
        return " ".join(["what", *chosen])

    def question(self, own: list[str], person: Person | None) -> str:
        text = self.phrasing(own, person)
        if self._rng.random() < 0.2:
            at = self._rng.randrange(5, len(text) - 1)
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        return text


def _people(rng: random.Random, count: int) -> list[Person]:
    surnames, syllables = _SURNAMES.split(), _SYLLABLES.split()
    people: dict[str, Person] = {}
    while len(people) < count:
        given = f"{rng.choice(syllables).capitalize()}-{rng.choice(syllables)}"
        name = f"{rng.choice(surnames)} {given}"
        key = name.lower().replace(" ", "-")
        people[key] = Person.model_construct(id=key, name=name, kind=PersonKind.ACTOR)
    return list(people.values())
