"""Short labels for facts that have none: they stand on buttons, and give nothing away."""

from __future__ import annotations

from bot.knowledge.fields import SHORT
from bot.knowledge.schema import Fact, Knowledge
from bot.spoilers.giveaways import Giveaways

__all__ = ["with_labels"]


def with_labels(knowledge: Knowledge, giveaways: Giveaways) -> Knowledge:
    """The same knowledge, in which every fact has a label: its curated one, or one that is made.

    It is made of the title, or else of the question, cut at a word. Where a rated fact has no
    title and its question says how something ends, it is no more than the name of the topic.
    """
    facts = {
        fact_id: fact if fact.label else _labelled(fact, knowledge, giveaways)
        for fact_id, fact in knowledge.facts.items()
    }
    return knowledge.model_copy(update={"facts": facts})


def _labelled(fact: Fact, knowledge: Knowledge, giveaways: Giveaways) -> Fact:
    show, topic = knowledge.show, fact.topic or ""
    if fact.title:
        label = fact.title
    elif fact.spoiler and giveaways.tells(fact.question):
        label = show.topic_name(topic) if topic in show.topics else show.title
    else:
        label = fact.question
    return fact.model_copy(update={"made_label": _cut(label)})


def _cut(text: str) -> str:
    """`text` in at most as many characters as a phone shows, ending at a word."""
    if len(text) <= SHORT:
        return text
    head = text[: SHORT - 1]
    if text[SHORT - 1].isalnum() and " " in head:  # else it ends with a word, or is one long one
        head, _, _ = head.rpartition(" ")
    return f"{head.rstrip(' ,;:–—-')}…"
