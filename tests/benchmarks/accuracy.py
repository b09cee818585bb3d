"""How often each engine is right, and how often it is wrong with confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from rich.table import Table

from bot.matching.decision import Status
from bot.matching.names.names import Names
from tests.benchmarks.peers import Engine, Hyosan, Ranked
from tests.evaluation import Answerable, LookUp, Questions

__all__ = ["Outcome", "look_ups", "measure", "table"]

STYLES = ("natural", "casual", "typo", "keywords", "roundabout", "alias")
KINDS = ("near-miss", "on-topic", "other-show", "off-topic")


@dataclass(frozen=True)
class Outcome:
    """Shares (0..1) over a labelled set."""

    first: float
    """Of the answerable: a right fact ranked first, whatever is then made of it."""
    shown: float
    """Of the answerable: a right fact answered, or the first of the suggestions."""
    by_style: Mapping[str, float]
    right: float
    """Of the answerable: answered outright, and right."""
    suggested: float
    """Of the answerable: not answered, a right fact among five suggestions."""
    wrong: float
    """Of all: answered outright, and wrong."""
    silent: Mapping[str, float]
    """Of each kind of unanswerable: not answered."""
    quiet: Mapping[str, float]
    """Of each kind of unanswerable: not answered, and nothing suggested."""


@dataclass(frozen=True)
class _Said:
    ranked: Ranked
    """All facts that were considered, best first."""
    offered: Ranked
    """What is answered or suggested of them."""
    confidence: float
    right: frozenset[str]
    label: str

    @property
    def is_right(self) -> bool:
        return bool(self.ranked) and self.ranked[0][0] in self.right

    @property
    def is_shown(self) -> bool:
        return bool(self.offered) and self.offered[0][0] in self.right

    @property
    def has_right(self) -> bool:
        return any(fact in self.right for fact, _ in self.offered[:5])


def measure(engine: Engine, questions: Questions, wrong: float | None) -> Outcome:
    """Ask everything. Ours decides by itself; a peer answers from the best threshold at which it
    states no more wrong answers than `wrong` (a share of all questions).
    """
    said = [_ask(engine, q) for q in (*questions.answerable, *questions.unanswerable)]
    threshold = 0.5 if wrong is None else _threshold(said, wrong)
    return _outcome(said, threshold)


def _ask(engine: Engine, question: object) -> _Said:
    right = frozenset(question.facts) if isinstance(question, Answerable) else frozenset[str]()
    label = question.style if isinstance(question, Answerable) else question.kind  # type: ignore[attr-defined]
    text: str = question.text  # type: ignore[attr-defined]
    if isinstance(engine, Hyosan):
        decision = engine.matcher.decide(text)
        answered = decision.status is Status.ANSWERED
        shown = [decision.fact] if decision.fact else decision.suggestions
        offered = [(fact.id, decision.score) for fact in shown]
        ranked = offered if answered else engine.rank(text)
        return _Said(ranked, offered, 1.0 if answered else 0.0, right, label)
    ranked = engine.rank(text)
    return _Said(ranked, ranked, ranked[0][1] if ranked else float("-inf"), right, label)


def _threshold(said: list[_Said], wrong: float) -> float:
    """The lowest confidence from which answers are wrong in at most that share of all questions."""
    allowed = wrong * len(said)
    lowest, mistakes = float("inf"), 0
    for one in sorted(said, key=lambda s: -s.confidence):
        mistakes += not one.is_right
        if mistakes > allowed:
            break
        lowest = one.confidence
    return lowest


def _outcome(said: list[_Said], threshold: float) -> Outcome:
    answerable = [one for one in said if one.right]
    others = [one for one in said if not one.right]
    styles: dict[str, list[bool]] = defaultdict(list)
    kinds: dict[str, list[bool]] = defaultdict(list)
    quiet: dict[str, list[bool]] = defaultdict(list)
    for one in answerable:
        styles[one.label].append(one.is_right)
    for one in others:
        kinds[one.label].append(one.confidence < threshold)
        quiet[one.label].append(not one.offered)
    answered = [one.confidence >= threshold for one in answerable]
    return Outcome(
        first=fmean(one.is_right for one in answerable),
        shown=fmean(one.is_shown for one in answerable),
        by_style={style: fmean(styles[style]) for style in STYLES if styles[style]},
        right=fmean(a and o.is_right for a, o in zip(answered, answerable, strict=True)),
        suggested=fmean(not a and o.has_right for a, o in zip(answered, answerable, strict=True)),
        wrong=fmean(one.confidence >= threshold and not one.is_right for one in said),
        silent={kind: fmean(kinds[kind]) for kind in KINDS if kinds[kind]},
        quiet={kind: fmean(quiet[kind]) for kind in KINDS if quiet[kind]},
    )


def table(title: str, outcomes: Mapping[str, Outcome]) -> Table:
    """All engines side by side, in per cent."""
    made = Table(title=title)
    made.add_column("per cent")
    for name in outcomes:
        made.add_column(name, justify="right")

    def row(label: str, values: list[float | None]) -> None:
        made.add_row(label, *("" if v is None else f"{100 * v:.1f}" for v in values))

    each = list(outcomes.values())
    row("right fact first", [o.first for o in each])
    for style in STYLES:
        row(f"  {style}", [o.by_style.get(style) for o in each])
    row("right fact told or offered first", [o.shown for o in each])
    row("answered right", [o.right for o in each])
    row("answered right, or right one suggested", [o.right + o.suggested for o in each])
    row("answered wrong (of all)", [o.wrong for o in each])
    for kind in KINDS:
        row(f"{kind}: not answered", [o.silent.get(kind) for o in each])
    row("off-topic: nothing suggested either", [o.quiet.get("off-topic") for o in each])
    return made


def look_ups(names: Names, people: Sequence[LookUp]) -> str:
    """How many people are found by their names, and how many strangers are taken for somebody."""
    known = [one for one in people if one.expected]
    strangers = [one for one in people if not one.expected]
    found = sum(bool(set(names.look_up(one.who)[:2]) & set(one.expected)) for one in known)
    taken = sum(bool(names.look_up(one.who)) for one in strangers)
    return (
        f"/quote who: {found} of {len(known)} found among the first two; "
        f"{taken} of {len(strangers)} strangers taken for somebody"
    )
