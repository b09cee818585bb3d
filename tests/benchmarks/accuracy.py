"""How often each engine is right, and how often it is wrong with confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from rich.table import Table

from bot.matching.decision import Status
from bot.matching.names.names import Names
from bot.training.questions import Answerable, LookUp, Questions
from tests.benchmarks.peers import Engine, Hyosan, Ranked

__all__ = ["Outcome", "Said", "ask", "few", "look_ups", "measure", "reliability", "sum_up", "table"]

STYLES = ("natural", "casual", "typo", "keywords", "roundabout", "alias", "real")
"""Ways of asking; any other style is the code of a language."""

KINDS = ("near-miss", "on-topic", "other-show", "talk", "off-topic")

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Bounds of the probabilities in the table of reliability."""


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
class Said:
    """What was made of one question."""

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
    return sum_up(ask(engine, questions), wrong)


def ask(engine: Engine, questions: Questions) -> list[Said]:
    """Ask everything."""
    return [_ask(engine, q) for q in (*questions.answerable, *questions.unanswerable)]


def sum_up(said: list[Said], wrong: float | None = None) -> Outcome:
    """The shares over all that was said."""
    return _outcome(said, 0.5 if wrong is None else _threshold(said, wrong))


def _ask(engine: Engine, question: object) -> Said:
    right = frozenset(question.facts) if isinstance(question, Answerable) else frozenset[str]()
    label = question.style if isinstance(question, Answerable) else question.kind  # type: ignore[attr-defined]
    text: str = question.text  # type: ignore[attr-defined]
    if isinstance(engine, Hyosan):
        decision = engine.matcher.decide(text)
        answered = decision.status is Status.ANSWERED
        shown = [decision.fact] if decision.fact else decision.suggestions
        offered = [(fact.id, decision.score) for fact in shown]
        ranked = offered if answered else engine.rank(text)
        return Said(ranked, offered, 1.0 if answered else 0.0, right, label)
    ranked = engine.rank(text)
    return Said(ranked, ranked, ranked[0][1] if ranked else float("-inf"), right, label)


def _threshold(said: list[Said], wrong: float) -> float:
    """The lowest confidence from which answers are wrong in at most that share of all questions."""
    allowed = wrong * len(said)
    lowest, mistakes = float("inf"), 0
    for one in sorted(said, key=lambda s: -s.confidence):
        mistakes += not one.is_right
        if mistakes > allowed:
            break
        lowest = one.confidence
    return lowest


def _outcome(said: list[Said], threshold: float) -> Outcome:
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
        by_style={style: fmean(styles[style]) for style in _in_order(styles)},
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
    for style in _in_order({style for o in each for style in o.by_style}):
        row(f"  {style}", [o.by_style.get(style) for o in each])
    row("right fact told or offered first", [o.shown for o in each])
    row("answered right", [o.right for o in each])
    row("answered right, or right one suggested", [o.right + o.suggested for o in each])
    row("answered wrong (of all)", [o.wrong for o in each])
    for kind in KINDS:
        row(f"{kind}: not answered", [o.silent.get(kind) for o in each])
    row("off-topic: nothing suggested either", [o.quiet.get("off-topic") for o in each])
    return made


def _in_order(styles: Iterable[str]) -> list[str]:
    """The ways of asking, then the languages."""
    found = set(styles)
    return [*(style for style in STYLES if style in found), *sorted(found.difference(STYLES))]


def reliability(engine: Hyosan, questions: Questions) -> Table:
    """Of what our best candidate is given each probability, how much is right, by kind."""
    said: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for q in (*questions.answerable, *questions.unanswerable):
        ranked = engine.rank(q.text)
        is_known = isinstance(q, Answerable)
        is_right = is_known and bool(ranked) and ranked[0][0] in q.facts
        probability = ranked[0][1] if ranked else 0.0
        said[(q.style if q.style in STYLES else "languages") if is_known else q.kind].append(
            (probability, is_right)
        )
        said["all"].append((probability, is_right))
    made = Table(title="right of those said with each probability, in per cent (and how many)")
    made.add_column("kind")
    for low, high in pairwise(BINS):
        made.add_column(f"{low:.2f}-{high:.2f}", justify="right")
    for kind, pairs in said.items():
        cells = [
            [right for probability, right in pairs if low < probability <= high]
            for low, high in pairwise(BINS)
        ]
        texts = (f"{100 * fmean(cell):.0f} ({len(cell)})" if cell else "" for cell in cells)
        made.add_row(kind, *texts)
    return made


def few(title: str, outcomes: Mapping[str, Outcome]) -> Table:
    """What comes of questions whose facts have few phrasings, in per cent."""
    made = Table(title=title)
    for column in ("phrasings", "first", "answered right", "right or offered", "answered wrong"):
        made.add_column(column, justify="right")
    for name, o in outcomes.items():
        values = (o.first, o.right, o.right + o.suggested, o.wrong)
        made.add_row(name, *(f"{100 * value:.1f}" for value in values))
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
