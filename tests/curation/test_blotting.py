"""What looks personal in a text that is kept."""

from __future__ import annotations

import pytest

from bot.curation.blotting import MOST_CHARACTERS, blot


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("write me at mina.kim+tv@example.co.kr please", "write me at [email] please"),
        ("see https://example.com/u/mina?x=1 for it", "see [link] for it"),
        ("join discord.gg/abcDEF now", "join [link] now"),
        ("does <@!123456789012345678> or <@&12> know", "does [mention] or [mention] know"),
        ("as said in <#123456789012345678>", "as said in [mention]"),
        ("try </trivia:123456789012345678>", "try [mention]"),
        ("does @mina_02 know", "does [mention] know"),
        ("a <:zombie:123456789012345678> or <a:run:12>", "a :zombie: or :run:"),
        ("call +82 10-1234-5678 now", "call [number] now"),
        ("call (030) 123 45 67", "call [number]"),
        ("010.1234.5678?", "[number]?"),
        ("my id is 123456789", "my id is [number]"),
        ("card 4111 1111 1111 1111", "card [number]"),
        ("100000 viewers", "[number] viewers"),
        ("my server 192.168.178.22", "my server [address]"),
        ("I am at 221B Baker Street, London", "I am at [address], London"),
        ("wohne Lindenstraße 12a", "wohne [address]"),
        ("서울시 강남구 역삼동 123-4에 살아요", "[address]에 살아요"),
        ("I live in Andong, was it shot here?", "I live in [address], was it shot here?"),
        ("my name is Mina Kim, who am I like", "my name is [name], who am I like"),
        ("제 이름은 김미나 입니다", "제 이름은 [name] 입니다"),
    ],
)
def test_what_is_personal_is_blotted_out(text: str, kept: str) -> None:
    assert blot(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "how many episodes does season 2 have",
        "what happened on 2022-01-28",
        "was 28.1.2022 the first day, or 2022/01/29",
        "how do the 12 students get to the road",
        "does s1e4 come before s1e10 in 2022",
        "why 3-1 and not 4-2",
        "3 of 4 walk on 2 lanes",
        "학교로 3명이 갔나요",
        "is it a 5-7 hour walk",
        "did 12,000,000 people watch it",
        "what is their name",
    ],
)
def test_what_is_asked_stays(text: str) -> None:
    assert blot(text) == text


def test_it_is_one_line_that_can_be_shown_and_kept() -> None:
    assert blot("a\n\nb \u202e c\u200b") == "a b c"
    long = blot("word " * 200)
    assert len(long) <= MOST_CHARACTERS
    assert long.endswith("…")


def test_a_token_is_kept_by_nobody() -> None:
    token = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
    assert "Cl2FMQ" not in blot(f"is {token} right")
