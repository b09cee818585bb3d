"""What is not answered, however near a fact comes."""

from __future__ import annotations

import pytest

from bot.matching.decision import Status
from bot.matching.language.tokens import words
from bot.matching.matcher import Matcher
from bot.matching.requests.talk import is_talk


@pytest.mark.parametrize(
    "talk",
    ["What would you do in a zombie outbreak?", "What's your favourite scene?",
     "who is the best character", "Would you survive in that school?", "do you like Nam-ra",
     "Unpopular opinion: Na-yeon was right", "I love Cheong-san so much", "team Su-hyeok or team "
     "Cheong-san", "which character would you save"],
)  # fmt: skip
def test_talk_asks_nothing(shipped_matcher: Matcher, talk: str) -> None:
    assert shipped_matcher.decide(talk).status is Status.UNKNOWN


@pytest.mark.parametrize(
    "asked",
    ["Which episode is rated best?", "what is Lomon's favourite scene",
     "How would you describe it?", "I loved how it was shot, who did that?",
     "who is the best rated character on that poll"],
)  # fmt: skip
def test_a_question_in_the_words_of_talk_is_one(asked: str) -> None:
    assert not is_talk(words(asked))


@pytest.mark.parametrize(
    "asked",
    ["Who's in the Squid Game cast?", "Is there a squid season 2?", "who wrote squid game",
     "who directed Train to Busan?", "What is Hellbound season 2 about?"],
)  # fmt: skip
def test_other_shows_are_not_ours(shipped_matcher: Matcher, asked: str) -> None:
    assert shipped_matcher.decide(asked).status is not Status.ANSWERED


@pytest.mark.parametrize(
    "asked",
    ["Which Squid Game actors are joining All of Us Are Dead for season 2?",
     "was Lee Yoo-mi in Squid Game too"],
)  # fmt: skip
def test_other_shows_may_stand_beside_ours(shipped_matcher: Matcher, asked: str) -> None:
    assert shipped_matcher.decide(asked).status is Status.ANSWERED


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("who does not play nam-ra", "actor-nam-ra"),
        ("who doesn't play Nam-ra?", "actor-nam-ra"),
        ("who likes Nam-ra the most", "namra-who"),
        ("is the class president dead", "class-president"),
        ("are lomon and cho yi-hyun dating", "webtoon-namra-suhyeok"),
    ],
)
def test_a_question_turned_about_is_not_answered(
    shipped_matcher: Matcher, asked: str, held: str
) -> None:
    fact = shipped_matcher.decide(asked).fact
    assert fact is None or fact.id != held


@pytest.mark.parametrize(
    "asked", ["how did the virus start", "does on-jo survive", "are the zombies fast"]
)
def test_the_webtoon_answers_only_when_it_is_asked_for(
    shipped_matcher: Matcher, asked: str
) -> None:
    decision = shipped_matcher.decide(asked)
    told = [fact for fact in (decision.fact, *decision.suggestions) if fact is not None]
    assert all(fact.topic != "webtoon" for fact in told)


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("how does the virus start in the webtoon", "webtoon-virus-origin"),
        ("who created the webcomic", "webtoon-author"),
        ("what other comics has Joo Dong-geun drawn", "webtoon-author-next"),
    ],
)
def test_the_webtoon_answers_when_it_is_asked_for(
    shipped_matcher: Matcher, asked: str, fact: str
) -> None:
    decision = shipped_matcher.decide(asked)
    told = [one.id for one in (decision.fact, *decision.suggestions) if one is not None]
    assert fact in told


def test_why_it_is_held_is_the_same_for_curators(shipped_matcher: Matcher) -> None:
    for asked in ("who does not play nam-ra", "who wrote squid game", "does on-jo survive"):
        assert shipped_matcher.explain(asked).decision == shipped_matcher.decide(asked)
