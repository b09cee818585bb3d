"""The knowledge that ships with the bot, held to what its curators promise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.knowledge.schema import Fact, Knowledge, Person, PersonKind, Quote, Source
from bot.library import Snapshot
from bot.matching.analyser import Analyser
from bot.matching.language.english import STOP_WORDS
from bot.matching.language.lexicon import Lexicon
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher
from bot.matching.names.names import Names
from bot.spoilers.words import FATES
from tests.knowledges import SHIPPED

FILES = sorted(SHIPPED.glob("*.yaml"))
SEED = Path(__file__).parent / "evaluation" / "seed.yaml"

SPOILING = re.compile(r"\b(dies?|deaths?|kill\w*|surviv\w*|fate|bitten|hambies?|half-)", re.I)


@pytest.fixture(scope="module")
def known(shipped: Knowledge) -> Knowledge:
    return shipped


@pytest.fixture(scope="module")
def matcher(shipped_matcher: Matcher) -> Matcher:
    return shipped_matcher


@pytest.fixture(scope="module")
def names(matcher: Matcher) -> Names:
    return matcher.names


# -- the files


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_tells_editors_and_curators_what_it_is(path: Path) -> None:
    first, second, *_ = path.read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=schema.json"
    assert second.startswith("# ")


def test_there_is_enough_to_ask(known: Knowledge) -> None:
    assert len(known.facts) >= 650
    assert len(known.quotes) >= 235
    assert len(known.people) >= 90
    assert sum(len(fact.phrasings) for fact in known.facts.values()) >= 20_000


# -- facts


def test_a_fact_is_found_by_each_of_its_phrasings(known: Knowledge, matcher: Matcher) -> None:
    lost = [
        (fact.id, phrase)
        for fact in known.facts.values()
        for phrase in fact.phrasings
        if (found := matcher.decide(phrase).fact) is None or found.id != fact.id
    ]
    assert lost == []


def test_a_fact_has_aliases_keys_and_sources(known: Knowledge) -> None:
    for fact in known.facts.values():
        assert len(fact.aliases) <= 6, fact.id
        assert len(fact.phrasings) > 8, fact.id
        assert fact.key, fact.id
        assert fact.sources, fact.id


def test_a_question_does_not_hold_the_key_to_its_answer(known: Knowledge) -> None:
    said_back = [
        (fact.id, phrasing)
        for fact in known.facts.values()
        for phrasing in fact.phrasings
        if all(key.casefold() in phrasing.casefold() for key in fact.key)
    ]
    assert said_back == []


def test_a_label_without_a_rating_gives_nothing_away(known: Knowledge) -> None:
    labels = [fact.shown_as for fact in known.facts.values() if not fact.spoiler]
    assert [label for label in labels if SPOILING.search(label)] == []


def test_overviews_lead_to_other_facts(known: Knowledge) -> None:
    overviews = {
        fact_id: known.facts[fact_id]
        for path in SHIPPED.glob("overviews-*.yaml")
        for fact_id in re.findall(r"(?m)^  - id: (\S+)$", path.read_text("utf-8"))
    }
    assert len(overviews) >= 60
    for fact_id, fact in overviews.items():
        assert len(fact.related) >= 2, fact_id
        assert fact.label, fact_id
        assert len(fact.phrasings) > 12, fact_id


# -- people


def _names_of(person: Person) -> list[str]:
    """Every name, but for those with a filler word inside (see tests/matching/test_names.py)."""
    every = (person.name, *person.aliases, *([person.hangul] if person.hangul else []))
    return [name for name in every if {"a", "of"}.isdisjoint(words(name))]


def test_everybody_is_reached_by_every_name(known: Knowledge, names: Names) -> None:
    for person in known.people.values():
        for name in _names_of(person):
            found = names.look_up(name)
            is_surname = name.split()[0] in {"Mr", "Mr."}  # as ambiguous as in the series
            assert person.id in (found if is_surname else found[:3]), name


def test_every_speaker_is_quoted_by_every_name(
    known: Knowledge, shipped_snapshot: Snapshot
) -> None:
    speakers = {quote.speaker for quote in known.quotes.values()}
    for person in known.people.values():
        if person.id in speakers:
            for name in _names_of(person):
                named = shipped_snapshot.quotes.find(name)
                assert person.id in named.people, name
                assert shipped_snapshot.quotes.pool(named, None).quotes, name


@pytest.mark.parametrize(
    ("role", "person"),
    [
        ("director", "lee-jae-kyoo"),
        ("the director", "lee-jae-kyoo"),
        ("webtoon author", "joo-dong-geun"),
        ("screenwriter", "chun-sung-il"),
    ],
)
def test_a_role_reaches_its_person(names: Names, role: str, person: str) -> None:
    assert names.look_up(role)[:1] == (person,)


def test_an_actor_is_linked_to_a_character(known: Knowledge) -> None:
    for person in known.people.values():
        if person.plays:
            assert known.people[person.plays].kind is PersonKind.CHARACTER
            assert person.kind is PersonKind.ACTOR


def test_a_profile_gives_nothing_away(known: Knowledge) -> None:
    abouts = [person.about for person in known.people.values() if person.about]
    assert len(abouts) >= 90
    assert [about for about in abouts if SPOILING.search(about)] == []


def _shown(known: Knowledge) -> Iterator[str]:
    """Every text of our own wording that a member may be shown."""
    for fact in known.facts.values():
        yield from (fact.question, fact.answer, fact.title or "", fact.label or "")
    for quote in known.quotes.values():
        yield from (quote.context or "", quote.speaker_name or "")
    for person in known.people.values():
        yield from (person.name, person.role or "", person.about or "", person.agency or "")
        yield from (*person.languages, *person.works)


def test_the_slips_of_sources_are_never_shown(known: Knowledge) -> None:
    slips = [slip for person in known.people.values() for slip in person.slips]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, slips))})(?![\w-])", re.IGNORECASE)
    assert len(slips) > 10
    assert [text for text in _shown(known) if pattern.search(text)] == []


# -- synonyms

APART = [
    ("kiss scene", "kiss"),
    ("season 1", "season 2"),
    ("first season", "next season"),
    ("webtoon", "series"),
    ("zombie", "half-zombie"),
    ("zombie", "virus"),
    ("director", "screenwriter"),
    ("screenwriter", "webtoon author"),
    ("actor", "character"),
    ("real name", "stage name"),
    ("library", "cafeteria"),
    ("music room", "broadcasting room"),
    ("episode 1", "season 1"),
    ("takes", "scene"),
    ("survive", "die"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_synonyms_keep_apart(known: Knowledge, one: str, other: str) -> None:
    analyser = Analyser.build(Names.build({}), Lexicon.build(known.lexicon), known.synonyms)
    first, second = ([t.term for t in analyser.analyse(text).tokens] for text in (one, other))
    assert first != second


def test_no_word_stands_in_two_groups_of_synonyms(known: Knowledge) -> None:
    for one, other in combinations(known.synonyms, 2):
        assert set(one).isdisjoint(other)


# -- the article "Why This All Of Us Are Dead Kiss Scene Took Forever To Film"

ARTICLE = [
    ("How many tries did it take to get the kiss of Su-hyeok and Nam-ra right?",
     "kiss-takes"),
    ("Why did they have to film the kiss again and again?", "kiss-why-so-many"),
    ("Which actor and which actress shot the scene that took 17 takes?", "kiss-actors"),
    ("What is episode seven called?", "kiss-episode-title"),
    ("In which of the episodes can I see Nam-ra and Su-hyeok kiss?", "kiss-episode-number"),
    ("Who was originally going to edit out the kiss scene entirely?", "kiss-almost-cut"),
    ("Did the kiss end up in the final cut?", "kiss-made-final-cut"),
    ("Which was Park Solomon's most favourite scene of all?", "kiss-lomon-favourite"),
    ("What does Lomon say he understands now about actors in romantic dramas?",
     "kiss-lomon-romance-dramas"),
    ("What did Lee Jae-kyoo say to tease Lomon about the kiss?", "kiss-director-teasing"),
    ("What does Su-hyeok admit to the class president right before they kiss?",
     "kiss-suhyeok-confession"),
    ("Does the class president reciprocate Su-hyeok's feelings?", "kiss-namra-reciprocates"),
    ("What makes the kiss scene heartbreaking as well as romantic?", "kiss-bittersweet"),
    ("From which episode on does the relationship of Nam-ra and Su-hyeok develop?",
     "kiss-relationship-builds"),
    ("Where was it revealed how the kiss scene was filmed?", "kiss-video-source"),
    ("Who is in the commentary video with the director?", "kiss-video-participants"),
    ("Who directs the series?", "director"),
    ("Who wrote the script of the series?", "writer"),
    ("Which kinds of new zombies might the director bring in season 2?", "s2-new-races"),
    ("Whose survival could the next season be about, according to the director?",
     "s2-director-survival-zombies"),
]  # fmt: skip


def test_what_the_article_states_is_answered(known: Knowledge, matcher: Matcher) -> None:
    """Most of it outright, the rest is offered, and nothing is answered wrong.

    Right is also an overview that leads on to the fact.
    """
    answered = 0
    for question, fact in ARTICLE:
        decision = matcher.decide(question)
        told = decision.fact.id if decision.fact else None
        is_overview = told is not None and fact in known.facts[told].related
        assert told in {fact, None} or is_overview, question
        assert fact in {told, *(one.id for one in decision.suggestions)}, question
        answered += told is not None
    assert answered >= 17


def test_the_articles_questions_are_no_phrasings(known: Knowledge) -> None:
    def telling(text: str) -> frozenset[str]:
        return frozenset(words(text)) - STOP_WORDS

    phrasings = {telling(phrase) for fact in known.facts.values() for phrase in fact.phrasings}
    assert len(ARTICLE) == 20
    assert [question for question, _ in ARTICLE if telling(question) in phrasings] == []


@pytest.fixture(scope="module")
def seed() -> list[tuple[str, list[str]]]:
    """Forty questions, each with the facts of which any one answers it."""
    asked: list[dict[str, Any]] = yaml.safe_load(SEED.read_text("utf-8"))
    return [(one["q"], one["facts"]) for one in asked]


def test_the_forty_questions_have_facts_and_are_no_phrasings(
    seed: list[tuple[str, list[str]]], known: Knowledge
) -> None:
    phrasings = {tuple(words(phrase)) for fact in known.facts.values() for phrase in fact.phrasings}
    assert len(seed) == 40
    assert {fact_id for _, facts in seed for fact_id in facts} <= known.facts.keys()
    assert [question for question, _ in seed if tuple(words(question)) in phrasings] == []


def test_what_the_article_answers_is_answered_outright(
    seed: list[tuple[str, list[str]]], matcher: Matcher
) -> None:
    decisions = [(question, facts, matcher.decide(question)) for question, facts in seed]
    told = [(question, facts, d.fact.id) for question, facts, d in decisions if d.fact]
    assert [(question, fact) for question, facts, fact in told if fact not in facts] == []
    assert len(told) >= 36, [question for question, _, d in decisions if not d.fact]


# -- what becomes of everybody

BECOMES = {
    "On-?jo": r"survivor\b|alive|kiss|university student|without the friends",
    "(Cheong|Chung)-?san": (
        r"sacrific\w*|dead|death|die[ds]?|alive|surviv\w*|return\w*|reviv\w*|bitten|shaft|kiss\w*"
        r"|end-? ?up|confess\w*"
    ),
    "Nam-?ra": (
        r"hal[fl]b?-?\w*|hambies?|bit(ten|es?)|infect\w*|immune|hunger|monster|kiss\w*|die[ds]?"
        r"|alive|surviv\w*|leaves"
    ),
    "S(u|oo)-?hy(eo|u)k": r"surviv\w*|alive|die[ds]?|kiss\w*|end-? ?up",
    "Gwi-?nam": (
        r"hal[fl]b?-?\w*|hambies?|kills?|murder\w*|eye|die[ds]?|dead|death|alive|immortal|bitten"
        r"|monster|villain|theor\w*"
    ),
    "Na-?yeon": r"die[ds]?|death|dead|kill\w*|infects?|blood|villain|murder\w*|bitten",
    "Gy(eo|u)ng-?su": r"die[ds]?|death|dead|infected|turns|turned|zombie|blood|wound",
    "I-?sak": r"die[ds]?|death|dead|infected|turns|turned|zombie|bitten",
    "Dae-?su": r"surviv\w*|alive|die[ds]?|leg|confess\w*|hambies?",
    "(?<!Jang )Ha-?ri\\b": r"surviv\w*|alive|die[ds]?|saves",
    "W(u|oo)-?jin": r"die[ds]?|death|dead|bitten|turns|zombie|kill\w*",
    "Mi-?jin": r"surviv\w*|alive|die[ds]?",
    "Hyo-?r(yu|yeo)ng": r"surviv\w*|alive|die[ds]?",
    "Joon-?y(eo|u)ng": r"die[ds]?|death|dead|bitten|sacrific\w*",
    "J(oo|u)n-?seong": r"die[ds]?|death|dead|bitten|sacrific\w*|wounded",
    "Ji-?min": r"die[ds]?|death|dead|turns|zombie|parents",
    "Min-?jae": r"die[ds]?|death|dead|bitten|turns|zombie",
    "Eun-?ji": r"hal[fl]b?-?\w*|hambies?|zombie|infected|immortal|fire|eat|abuse",
    "Cheol-?s(u|oo)": r"die[ds]?|death|dead|kill\w*|eaten",
    "Hee-?su": r"die[ds]?|death|dead|zombie|birth|baby",
    "By(eo|u)ng-?chan": r"die[ds]?|death|dead|bitten|sacrific\w*|creat\w*|virus|own life",
    "Jin-?s(u|oo)": r"die[ds]?|death|dead|infected|patient|thrown|falls|zombie",
    "Hy(eo|u)n-?j(u|oo)": r"bitten|bites|infected|patient|outbreak|catalyst|zombie",
    "So-?ju": r"die[ds]?|death|dead|bitten|sacrific\w*|whistle|flare",
    "M(s|r?s)\\.? Park|Sun-?hwa": r"die[ds]?|death|dead|sacrific\w*|happened",
    "[Pp]rincipal": r"die[ds]?|death|dead|kill\w*|murder\w*",
    "Yong-?nam": r"die[ds]?|death|dead|bitten|zombie",
    "My(eo|u)ng-?hwan": r"die[ds]?|death|dead|sacrific\w*|zombies",
    "mother": r"die[ds]?|killed|becomes a zombie",
}
"""What tells a fate of season 1 beside a name, by hand: the name, and the words that tell it."""

_SHOW = re.compile(r"(?:all[- _]?)?(?:of[- _]?)?us[- _]?(?:are[- _]?)?dead", re.IGNORECASE)
_TELLING = [
    re.compile(rf"(?<![a-z])(?:{name})(?![a-z]).*(?<![a-z])(?:{fate})(?![a-z])"
               rf"|(?<![a-z])(?:{fate})(?![a-z]).*(?<![a-z])(?:{name})(?![a-z])", re.IGNORECASE)
    for name, fate in BECOMES.items()
]  # fmt: skip


def _links(entry: Fact | Quote) -> Sequence[Source]:
    """The sources that are shown in the open: where there are others, none with a telling word."""

    def tells(source: Source) -> bool:
        return not FATES.isdisjoint(re.findall(r"[a-z]+", f"{source.title} {source.url}".lower()))

    return [source for source in entry.sources if not tells(source)] or entry.sources


def _told_openly(known: Knowledge) -> Iterator[tuple[str, str]]:
    """What everybody may read, each sentence and link with its entry's id."""
    for fact in known.facts.values():
        yield from ((fact.id, text) for text in (fact.shown_as, fact.label or ""))
    for entry in (*known.facts.values(), *known.quotes.values()):
        if not entry.spoiler:
            yield from (
                (entry.id, text) for text in (*_sentences(entry), *_addresses(_links(entry)))
            )
    for person in known.people.values():
        about = (person.role or "", *(person.about or "").split(". "), *person.works)
        yield from ((person.id, text) for text in (*about, *_addresses(person.sources)))


def _sentences(entry: Fact | Quote) -> tuple[str, ...]:
    if isinstance(entry, Fact):
        return (*entry.answer.split(". "), entry.title or "")
    return (*entry.text.split(". "), entry.context or "")


def _addresses(sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(text for source in sources for text in (source.title, source.url))


def test_nothing_told_in_the_open_tells_what_becomes_of_somebody(known: Knowledge) -> None:
    told = [
        (entry, text)
        for entry, text in _told_openly(known)
        if any(telling.search(_SHOW.sub("", text)) for telling in _TELLING)
    ]
    assert told == []
