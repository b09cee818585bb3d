"""Facts by which people ask what becomes of somebody: veiled, all of them look alike.

Whether somebody lives or not, and in which episode that is told, is what nobody may read off the
card: not by its title, nor by what it offers.
"""

from __future__ import annotations

from bot.knowledge.schema import Fact, Knowledge
from bot.spoilers.giveaways import Giveaways

__all__ = ["with_fates"]


def with_fates(knowledge: Knowledge, giveaways: Giveaways) -> Knowledge:
    """The same knowledge, in which every fact tells whether it is asked for somebody's fate."""
    facts = {
        fact_id: fact.model_copy(update={"asks_fate": True})
        if _asks_fate(fact, giveaways)
        else fact
        for fact_id, fact in knowledge.facts.items()
    }
    return knowledge.model_copy(update={"facts": facts})


def _asks_fate(fact: Fact, giveaways: Giveaways) -> bool:
    """Whether a fact is about somebody, and its question or a phrasing beside it asks for that."""
    asked = (fact.question, *fact.aliases)
    return bool(fact.spoiler and fact.people) and any(map(giveaways.tells, asked))
