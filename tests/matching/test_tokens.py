"""The normaliser: whatever a member types, cut to the words that matching compares."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.language.english import CHAT, CONTRACTIONS
from bot.matching.language.terms import Term, TermKind
from bot.matching.language.tokens import (
    MAX_CHARS,
    MAX_WORDS,
    clean,
    is_hangul,
    tokenise,
    words,
)

LONGEST_EXPANSION = 18
"""Characters that NFKC makes of one at most (U+FDFA)."""

any_text = st.text(max_size=400)
no_markup = st.text(
    st.characters(exclude_characters="<>@#!&:/*_~`|＜＞＠＃！＆：／＊＿～｀｜"), max_size=200
)


def terms(text: str) -> list[Term]:
    return [token.term for token in tokenise(words(text))]


def number(digits: str) -> Term:
    return Term(TermKind.NUMBER, digits)


def numbered(thing: str) -> Term:
    return Term(TermKind.NUMBERED, thing)


def word(stem: str) -> Term:
    return Term(TermKind.WORD, stem)


# -- letters


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("WHO PLAYS NAM-RA", "who plays nam-ra"),
        ("Café naïve Ñandú", "cafe naive nandu"),
        ("Cafe\u0301", "cafe"),
        ("Ｗｈｏ　ｐｌａｙｓ", "who plays"),
        ("ﬁlm straße", "film strasse"),
        ("남라", "남라"),
        (unicodedata.normalize("NFD", "남라"), "남라"),
        ("İstanbul", "istanbul"),
        ("𝐖𝐡𝐨 𝓅𝓁𝒶𝓎𝓈", "who plays"),
    ],
)
def test_case_accents_and_width_are_folded(typed: str, plain: str) -> None:
    assert clean(typed) == plain


@pytest.mark.parametrize("mark", ["'", "’", "‘", "ʼ", "´", "`", "＇"])
def test_every_apostrophe_is_the_same(mark: str) -> None:
    assert words(f"who{mark}s Nam-ra{mark}s actress") == "who is nam ra actress".split()


@pytest.mark.parametrize("mark", ["‛", "′", "ʹ"])
def test_rare_apostrophes_too(mark: str) -> None:
    assert words(f"who{mark}s it") == ["who", "is", "it"]


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200c", "\u200d", "\ufeff", "\u2060", "\u00ad", "\u202e", "\u2066"]
)
def test_invisible_and_direction_marks_vanish(hidden: str) -> None:
    assert words(f"{hidden}ki{hidden}ss sce{hidden}ne{hidden}") == ["kiss", "scene"]


def test_emoji_are_no_words() -> None:
    assert words("👍 😀 ❤️ 🧟‍♂️ 🇰🇷") == []
    assert words("kiss😘scene") == ["kiss", "scene"]


@pytest.mark.parametrize("space", [" ", "\t", "\n", "\r\n", "\u00a0", "\u3000", "\u2009"])
def test_any_white_space_parts_words(space: str) -> None:
    assert words(f"kiss{space}scene") == ["kiss", "scene"]


@pytest.mark.parametrize("space", ["\t", "\n", "\r\n"])
@pytest.mark.parametrize("pair", [("남라", "수혁"), ("café", "scene")])
def test_line_breaks_part_words_beside_other_letters(space: str, pair: tuple[str, str]) -> None:
    assert len(words(space.join(pair))) == 2


def test_other_scripts_stay_as_they_are() -> None:
    assert words("日本語 العربية ελληνικά") == ["日本語", "العربية", "ελληνικα"]


# -- markup


@pytest.mark.parametrize(
    "typed",
    [
        "**kiss** scene",
        "__kiss__ *scene*",
        "~~kiss~~ ||scene||",
        "`kiss` scene",
        "```kiss``` scene",
        "> kiss scene",
        ">>> kiss scene",
        "# kiss scene",
        "- kiss scene",
        "***__kiss__*** scene?!",
    ],
)
def test_markdown_is_dropped(typed: str) -> None:
    assert words(typed) == ["kiss", "scene"]


@pytest.mark.parametrize(
    "thing",
    [
        "<@123456789>",
        "<@!123456789>",
        "<@&123456789>",
        "<#123456789>",
        "<:blob_cat:123456789>",
        "<a:party:123456789>",
        "<t:1643328000>",
        "<t:1643328000:R>",
        "https://example.com/who?plays=1#nam-ra",
        "http://example.com/",
    ],
)
def test_mentions_emoji_stamps_and_addresses_are_dropped(thing: str) -> None:
    assert words(f"kiss {thing} scene") == ["kiss", "scene"]
    assert words(thing) == []


def test_command_mentions_are_dropped() -> None:
    assert words("</trivia:123456789> kiss") == ["kiss"]


# -- words


@pytest.mark.parametrize(("without", "opened"), sorted(CONTRACTIONS.items()))
def test_contractions_without_apostrophe(without: str, opened: tuple[str, ...]) -> None:
    assert words(without) == list(opened)
    assert words(without.upper()) == list(opened)


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        ("can't", "can not"),
        ("won't", "will not"),
        ("didn’t", "did not"),
        ("I'm", "i am"),
        ("they're", "they are"),
        ("you'd", "you would"),
        ("what's", "what is"),
        ("WHERE'S", "where is"),
        ("it's", "it is"),
        ("that's", "that is"),
    ],
)
def test_contractions_with_apostrophe(typed: str, opened: str) -> None:
    assert words(typed) == opened.split()


@pytest.mark.parametrize("typed", ["we've", "we're", "you'll"])
def test_no_contraction_turns_into_is(typed: str) -> None:
    assert "is" not in words(typed)


@pytest.mark.parametrize(
    ("typed", "owner"),
    [("lomon's", "lomon"), ("the director's", "director"), ("James'", "james")],
)
def test_possessives_lose_their_s(typed: str, owner: str) -> None:
    assert words(typed)[-1] == owner


def test_hangul_possessives_too() -> None:
    assert words("수혁's") == ["수혁"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("u", "you"),
        ("ppl", "people"),
        ("bc", "because"),
        ("b4", "before"),
        ("insta", "instagram"),
        ("wut", "what"),
        ("wanna", "want to"),
        ("bday", "birthday"),
        ("teh", "the"),
        ("mom", "mother"),
    ],
)
def test_chat_shorthand(typed: str, meant: str) -> None:
    assert words(typed) == meant.split()


def test_shorthand_opens_to_the_words_that_are_used() -> None:
    for short, meant in CHAT.items():
        assert words(" ".join(meant)) == list(meant), short


def test_stretched_words_are_shortened() -> None:
    assert words("sooooo heyyyyyyy") == words("sooo heyyy")


@pytest.mark.parametrize("mark", list('?!.,;:…—–-/()[]{}"“”«»+=%$€&^\\'))
def test_punctuation_parts_words_and_says_nothing(mark: str) -> None:
    assert words(f"{mark}kiss{mark}scene{mark}") == ["kiss", "scene"]
    assert words(mark * 50) == []


@pytest.mark.parametrize(
    ("several", "same"),
    [
        ("kissing kissed kisses", "kiss kiss kiss"),
        ("wrote", "written"),
        ("filmed", "filming"),
        ("died dies dying death", "die die die die"),
        ("children", "child"),
    ],
)
def test_forms_of_a_word_share_a_stem(several: str, same: str) -> None:
    assert terms(several) == terms(same)


# -- numbers


@pytest.mark.parametrize(
    "same",
    [
        ["17", "seventeen", "17th", "seventeenth", "#17", "SEVENTEEN", "１７"],
        ["1", "one", "first", "1st", "①"],
        ["2", "two", "second", "2nd"],
        ["12", "twelve", "twelfth", "12th"],
        ["30", "thirty"],
    ],
)
def test_numbers_as_digits_words_and_ordinals(same: list[str]) -> None:
    assert {tuple(terms(one)) for one in same} == {(number(same[0]),)}


def test_different_numbers_stay_different() -> None:
    numbers = [str(n) for n in range(200) if n % 111 or n == 0]
    assert len({tuple(terms(one)) for one in numbers}) == len(numbers)


@pytest.mark.parametrize(
    ("one", "other"), [("2000", "200"), ("1999", "199"), ("10000", "100"), ("1,000", "100")]
)
def test_repeated_digits_count(one: str, other: str) -> None:
    assert terms(one) != terms(other)


@pytest.mark.parametrize(
    "typed",
    ["season 2", "Season two", "second season", "2nd season", "s2", "S02", "season#2", "szn 2",
     "the season 2 of", "시즌2", "시즌 2"],
)  # fmt: skip
def test_a_season_and_its_number_are_one(typed: str) -> None:
    assert numbered("season 2") in terms(typed)


@pytest.mark.parametrize(
    "typed",
    ["episode 8", "Episode eight", "eighth episode", "8th ep", "ep 8", "ep8", "EP 08", "ep. 8",
     "e8", "E08", "에피소드 8", "episode  8?"],
)  # fmt: skip
def test_an_episode_and_its_number_are_one(typed: str) -> None:
    assert numbered("episode 8") in terms(typed)


@pytest.mark.parametrize("typed", ["s2e3", "S02E03", "season 2 episode 3", "season two, ep. three"])
def test_season_and_episode_together(typed: str) -> None:
    assert terms(typed) == [numbered("season 2"), numbered("episode 3")]


def test_compound_ordinals_are_not_cut_in_two() -> None:
    assert numbered("episode 1") not in terms("the twenty-first episode")


def test_how_many_episodes_is_no_episode() -> None:
    assert not any(term.is_number for term in terms("how many episodes are there"))
    assert numbered("episode 12") not in terms("12 episodes")


# -- Korean


@pytest.mark.parametrize(
    "typed", ["수혁은", "수혁이", "수혁을", "수혁의", "수혁에게", "수혁한테", "수혁과", "수혁도"]
)
def test_particles_are_no_part_of_a_word(typed: str) -> None:
    assert is_hangul(typed)
    assert terms(typed) == [word("수혁")]


def test_short_korean_words_keep_what_looks_like_a_particle() -> None:
    assert terms("나이") == [word("나이")]
    assert terms("이") == [word("이")]


def test_scripts_side_by_side_are_parted() -> None:
    assert words("수혁the 남라2화") == ["수혁", "the", "남라", "2", "화"]


def test_a_particle_behind_latin_letters_is_parted() -> None:
    assert words("namra가 lomon이랑") == ["namra", "가", "lomon", "이랑"]


# -- limits and any text at all


def test_a_long_text_is_cut() -> None:
    assert len(clean("x" * 5000)) == MAX_CHARS
    assert len(words("kiss scene " * 2000)) == MAX_WORDS
    assert words("a " * MAX_CHARS + "kiss").count("kiss") == 0


@settings(max_examples=300)
@given(any_text)
def test_any_text_gives_bounded_clean_words(text: str) -> None:
    cleaned = clean(text)
    found = words(text)
    assert len(cleaned) <= LONGEST_EXPANSION * MAX_CHARS
    assert len(found) <= MAX_WORDS
    assert all(word and not any(c.isspace() for c in word) for word in found)
    cut = tokenise(found)
    assert len(cut) <= len(found)
    assert all(cut)


@settings(max_examples=300)
@given(no_markup)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once[:MAX_CHARS]


@settings(max_examples=200)
@given(any_text)
def test_case_and_composition_make_no_difference(text: str) -> None:
    plain = "".join(c for c in text if c.isascii() or is_hangul(c))
    assert words(plain.upper()) == words(plain.lower())
    assert words(unicodedata.normalize("NFD", plain))[:5] == words(plain)[:5]


@settings(max_examples=200)
@given(st.lists(st.sampled_from("who plays nam ra kiss scene library season 2 남라".split())))
def test_words_are_already_words(found: list[str]) -> None:
    assert words(" ".join(found)) == found[:MAX_WORDS]
