"""A small knowledge of thirteen facts, as a moderator would write it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.reader import read_files
from bot.knowledge.schema import Fact, Knowledge

__all__ = ["SMALL", "knowledge_of", "read_small"]

SMALL = """
people:
  - {id: nam-on-jo, name: Nam On-jo, kind: character, hangul: 남온조, aliases: [Onjo, 온조]}
  - {id: park-ji-hu, name: Park Ji-hu, kind: actor, hangul: 박지후, plays: nam-on-jo}
  - {id: choi-nam-ra, name: Choi Nam-ra, kind: character, hangul: 최남라, aliases: [Namra],
     roles: [class president]}
  - {id: cho-yi-hyun, name: Cho Yi-hyun, kind: actor, hangul: 조이현, plays: choi-nam-ra}
  - {id: lee-su-hyeok, name: Lee Su-hyeok, kind: character, aliases: [Suhyuk, 수혁]}
  - {id: lomon, name: Lomon, kind: actor, aliases: [Park Solomon], plays: lee-su-hyeok}
  - {id: yoon-chan-young, name: Yoon Chan-young, kind: actor, hangul: 윤찬영}
facts:
  - id: school
    question: What is the name of the school?
    answer: Hyosan High School.
    topic: school
  - id: takes
    question: How many takes did the kiss between Nam-ra and Su-hyeok need?
    aliases: [how often did they film the kiss]
    answer: Seventeen.
    people: [choi-nam-ra, lee-su-hyeok]
    topic: kiss
    spoiler: s1e7
  - id: birthday-ji-hu
    question: When is Park Ji-hu's birthday?
    aliases: [what day was Park Ji-hu born]
    answer: She was born on 23 November 2003.
    people: [park-ji-hu]
    topic: cast
  - id: agency-ji-hu
    question: Which agency manages Park Ji-hu?
    answer: BH Entertainment.
    people: [park-ji-hu]
    topic: cast
  - id: birthday-chan-young
    question: When is Yoon Chan-young's birthday?
    aliases: [what day was Yoon Chan-young born]
    answer: He was born on 25 April 2001.
    people: [yoon-chan-young]
    topic: cast
  - id: directed-3
    question: Who directed episode 3?
    answer: Lee Jae-kyoo directed it.
    topic: crew
    spoiler: s1e3
  - id: summary-4
    question: What happens in episode 4?
    answer: The friends cross the broadcasting room.
    topic: plot
    spoiler: s1e4
  - id: season-2-date
    question: When does season 2 come out?
    answer: In 2026.
    topic: release
  - id: season-1-date
    question: When did season 1 come out?
    answer: On 28 January 2022.
    topic: release
  - id: title-thailand
    question: What is the series called in Thailand?
    answer: Machulum in Thai.
    topic: abroad
  - id: library
    question: Where was the library scene filmed?
    answer: On a set in Andong.
    topic: filming
  - id: cure
    question: Is there a cure for the virus?
    title: The virus and what helps
    answer: No.
    topic: virus
    spoiler: s1e11
  - id: rooftop
    question: Who lights the campfire on the rooftop?
    answer: The survivors.
    topic: plot
    spoiler: s1e12
synonyms:
  - [takes, tries, attempts]
  - [rooftop, roof, top floor]
contrasts:
  - [[library], [cafeteria, canteen], [music room]]
"""


def read_small() -> Knowledge:
    knowledge = read_files([("small.yaml", SMALL.encode())]).knowledge
    assert knowledge is not None
    return knowledge


def knowledge_of(facts: Iterable[Fact]) -> Knowledge:
    return Knowledge(facts={fact.id: fact for fact in facts}, quotes={}, people={})
