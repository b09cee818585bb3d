"""A small knowledge of animals, with a question for each."""

from __future__ import annotations

ANIMALS = (
    "otter badger heron lynx marmot falcon beaver walrus gecko puffin tapir bison ferret magpie "
    "newt osprey"
).split()
"""The right answers, in the order of their questions."""
COLOURS = "crimson", "violet", "amber", "teal"


def knowledge(count: int = 12, rated: int = 0) -> dict[str, str]:
    """Files with so many questions, and so many more that tell of episode 7."""
    facts, quiz = ["facts:"], ["quiz:"]
    for number, animal in enumerate(ANIMALS[: count + rated]):
        rating = ", spoiler: s1e7" if number >= count else ""
        facts.append(
            f"  - {{id: animal-{number}, question: 'Which animal has number {number}?', "
            f"answer: 'It is the {animal}.', key: [{animal}], topic: animals{rating}, "
            f"sources: [{{title: t, url: 'https://example.org/{number}', publisher: Zoo}}]}}"
        )
        wrong = ", ".join(COLOURS)
        quiz.append(
            f"  animal-{number}: {{ask: 'Animal number {number}?', right: {animal}, "
            f"wrong: [{wrong}], difficulty: {number % 3 + 1}}}"
        )
    return {"animals.yaml": "\n".join(facts) + "\n", "animals-quiz.yaml": "\n".join(quiz) + "\n"}
