"""The whole bot on another show: an invented series in place of the shipped facts.

Everything is asked through the program's own doors, as a community with another series would.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.discord_server import DiscordServer, Member, Permission
from tests.discord_server.reading import Readable, walk
from tests.discord_server.wire import Part
from tests.knowledges import folder_of, snapshot_of
from tests.program import bot, clean_environment

SERIES = folder_of("series")
TITLE = "The Keepers of Skerravoe"
NAME = "Lampwright"
ACCENT = 0xC8553D
OTHER_SHOW = "All of Us Are Dead"
LONG = "36500"
"""Days in which nothing here becomes stale."""


@pytest.fixture
def series(copy_of: Callable[[str], Path]) -> Path:
    """A copy of the series that a test may change."""
    return copy_of("series")


# -- reading


def test_nothing_in_it_is_to_be_mended(tmp_path: Path) -> None:
    done = bot(tmp_path, "check", SERIES, STALE_AFTER_DAYS=LONG)
    assert (done.status, done.out) == (0, "")
    assert "32 facts, 13 quotes, 12 people" in done.err


def test_a_rating_that_the_show_does_not_have_is_refused(series: Path) -> None:
    ratings = ("s1e7", "s2e5", "s4", "webtoon", "7")
    rated = (f"  - {{id: {n}, question: q, answer: a, spoiler: {n}}}\n" for n in ratings)
    (series / "wrong.yaml").write_text("facts:\n" + "".join(rated), encoding="utf-8")
    done = bot(series.parent, "check", "facts")
    errors = [line for line in done.lines if ": warning: " not in line]
    assert done.status == 1
    assert len(errors) == len(ratings)
    for number, (rating, error) in enumerate(zip(ratings, errors, strict=True), 2):
        assert error.startswith(f"facts/wrong.yaml:{number}:")
        assert f"'{rating}' is no rating of the show" in error


def test_a_new_episode_is_an_edit_of_the_show_and_nothing_else(series: Path) -> None:
    last = "- {number: 4, title: The Crossing, aired: 2025-02-28}"
    new = "- {number: 5, title: Landfall, aired: 2025-03-07}"
    edit(series / "show.yaml", last, f"{last}\n        {new}")
    rate(series / "story.yaml", "s1e2", "s2e5")
    done = bot(series.parent, "check", "facts", STALE_AFTER_DAYS=LONG)
    assert (done.status, done.out) == (0, "")
    [answer] = ask(series, "Which ship runs aground?")
    assert (answer["fact"], answer["spoiler"]) == ("trawler", "s2e5")


def test_its_own_words_tell_a_fate(series: Path) -> None:
    edit(series / "story.yaml", "title: The night of the dark lamp", "title: The saboteur")
    done = bot(series.parent, "check", "--strict", "facts")
    assert done.status == 1
    assert "the title says 'saboteur'" in done.out


def rate(path: Path, before: str, after: str) -> None:
    edit(path, f"spoiler: {before}\n", f"spoiler: {after}\n")


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


# -- asking

QUESTIONS = {
    "who plays the coxswain": "tavish-actor",
    "who is the actress of Maren?": "maren-actress",
    "how heavy is the lens": "lens-weight",
    "When was Rurik born": "birthday-rurik",
    "when was adaeze born?": "birthday-adaeze",
    "who wrote the book": "novel-author",
    "how many episodes are in season 2": "episodes-season-2",
    "how many episodes are in the first season": "episodes-season-1",
    "which ship runs aground in the second episode": "trawler",
    "does ilse survive": "ilse-crossing",
    "등대 어디서 찍었어": "tower-built",
    "소설 누가 썼어": "novel-author",
    "Who directed the series?": "director",
    "who sings the theme song of Skerravoe": "theme-song",
    "who is the king of France": None,
    "how many takes did the kiss need": None,
    "who plays Nam-ra": None,
}
"""Questions to the ids of their facts; None where the series has no answer."""


def ask(folder: Path, *questions: str) -> list[dict[str, Any]]:
    """Decisions on `questions`, as the command line writes them for scripts."""
    done = bot(folder.parent, "ask", "--json", "--facts", folder, "-", stdin="\n".join(questions))
    assert (done.status, done.err) == (0, "")
    return [json.loads(line) for line in done.lines]


def test_questions_find_their_facts_and_others_find_none(tmp_path: Path) -> None:
    found = {answer["question"]: answer["fact"] for answer in ask(SERIES, *QUESTIONS)}
    assert found == QUESTIONS


def test_each_phrasing_finds_its_fact() -> None:
    snapshot = snapshot_of("series")
    facts = snapshot.knowledge.facts.values()
    asked = {phrase: fact.id for fact in facts for phrase in fact.phrasings}
    decided = {phrase: snapshot.matcher.decide(phrase).fact for phrase in asked}
    assert {phrase: fact and fact.id for phrase, fact in decided.items()} == asked


def test_ratings_are_told_in_the_terms_of_this_show(tmp_path: Path) -> None:
    questions = ("Why did Tavish put out the lamp?", "How does the novel end?", "Who plays Maren?")
    assert [answer["spoiler"] for answer in ask(SERIES, *questions)] == ["s1e6", "novel", None]
    shown = bot(tmp_path, "ask", "--facts", SERIES, "-", stdin="\n".join(questions)).out
    assert "Spoiler for S1E6: " in shown
    assert "the novel" in shown
    for secret in ("smugglers", "mainland", "webtoon"):
        assert secret not in shown


def test_three_kinds_of_quotes_are_told_apart(tmp_path: Path) -> None:
    who = "Maren\n" * 3
    done = bot(tmp_path, "quote", "--json", "--facts", SERIES, "-", stdin=who)
    quotes = [json.loads(line)["quote"] for line in done.lines]
    assert {quote["id"]: quote["kind"] for quote in quotes} == {
        "adaeze-stairs": "verbatim",
        "adaeze-log": "paraphrase",
        "maren-light": "dialogue",
    }
    shown = bot(tmp_path, "quote", "--spoilers", "--facts", SERIES, "-", stdin=who).out
    assert "“There are a hundred and forty steps" in shown
    assert "“She read the log" not in shown
    assert "“A light does not ask who is coming.”" in shown


def test_nobody_of_another_show_is_known(tmp_path: Path) -> None:
    done = bot(tmp_path, "quote", "--json", "--facts", SERIES, "-", stdin="Lomon\nnam-ra\n")
    assert [json.loads(line)["status"] for line in done.lines] == ["unknown", "unknown"]


# -- the chat


def test_a_chat_in_the_terminal(tmp_path: Path) -> None:
    typed = ["/help", "who plays the keeper?", "does ilse survive", "show", "/quote oriel", "/quit"]
    done = bot(tmp_path, "chat", "--facts", SERIES, stdin="\n".join(typed))
    assert (done.status, done.err) == (0, "")
    assert NAME in done.out
    assert OTHER_SHOW not in done.out
    assert "kiss" not in done.out  # an example in the help of another show
    assert "Adaeze Lindqvane plays Maren Holt." in done.lines
    hidden, _, told = done.out.partition("Hidden.")
    assert "Spoiler for season 2: " in hidden
    assert "at dawn" not in hidden
    assert "Yes. The Petrel brings Ilse in at dawn, cold and cross." in told
    assert "“Water does not take direction.”" in done.lines


# -- Discord


@pytest.fixture
async def member(tmp_path: Path) -> AsyncIterator[Member]:
    """A member of a server in which the program runs as a process of its own, on the series."""
    async with DiscordServer() as server:
        home = server.add_guild("The Quay")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.discord_server.redirect", server.api_url),
            *("-m", "bot", "run", "--facts", str(SERIES)),
            cwd=tmp_path,
            env=clean_environment(
                DISCORD_TOKEN=server.token,
                HOME_GUILD_ID=str(home.id),
                DATA_DIR=str(tmp_path / "data"),
            ),
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await server.until_online()
            await server.pulse.until(lambda: len(server.command_puts) == 2, server.patience)
            yield home.add_member("ann", permissions=Permission.MANAGE_GUILD)
        finally:
            process.terminate()
            await process.wait()
        await server.until_offline()
        assert server.refusals == []
        assert server.pings == []


async def test_trivia_quote_and_help_on_discord(member: Member) -> None:
    answered = await member.slash("trivia", question="who plays the keeper")
    assert "Adaeze **Lindqvane** plays Maren Holt." in answered.text

    veiled = await member.slash("trivia", question="How does the novel end?")
    assert "the novel" in outside_bars(veiled)
    assert "mainland" in veiled.text
    assert "mainland" not in outside_bars(veiled)

    quoted = await member.slash("quote", who="oriel")
    assert "“Water does not take direction.”" in quoted.text

    offered = [name for name, _ in await member.autocomplete("trivia", "question", "ilse")]
    assert "Who plays Ilse?" in offered
    assert not any("survive" in name for name in offered)

    helped = await member.slash("help")
    assert NAME in helped.text
    assert TITLE in helped.text
    assert "32 facts" in helped.text
    accents = {part.get("accent_color") for part in walk(answered.components)} - {None}
    assert accents == {ACCENT}

    reloaded = await member.slash("facts reload")
    assert reloaded.ephemeral
    for reply in (answered, veiled, quoted, helped, reloaded):
        assert OTHER_SHOW not in reply.text
    registered = [put.body for put in member.world.command_puts]
    assert OTHER_SHOW not in json.dumps(registered, ensure_ascii=False)


def outside_bars(reply: Readable) -> str:
    """What everybody reads without a click."""
    shown = walk([part for part in reply.components if not part.get("spoiler")])
    return "\n".join(part["content"] for part in shown if part["type"] == Part.TEXT)
