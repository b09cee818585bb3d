"""“Something wrong?” under an answer, `/facts reports`, and what the reporter hears."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.client.app import Hyosan
from bot.replies import moderation_wording as wording
from bot.replies import wording as common
from tests.client.support import EPISODES, EPISODES_LABEL, KISS, KISS_TITLE, Start, open_text
from tests.discord_server import DiscordServer, Member
from tests.discord_server.reading import Readable
from tests.discord_server.replies import Reply

WRONG = "I read in the credits that there are thirteen."


async def report(person: Member, question: str, *, tell: bool, text: str = WRONG) -> Reply:
    """Ask, and say that something is wrong with the answer."""
    answered = await person.slash("trivia", question=question)
    form = (await person.click(answered.button(wording.SOMETHING_WRONG))).modal
    return await person.submit(form, what=text, tell=tell)


def told_privately(server: DiscordServer, person: Member) -> list[str]:
    """What the bot has written to somebody alone."""
    channel = server.dm_with(person.user)
    return [Reply(server, message=message).text for message in channel.messages]


async def test_a_report_arrives_with_the_fact_and_its_reporter_is_told_if_they_agreed(
    bot: Hyosan, server: DiscordServer, mina: Member, moderator: Member, tmp_path: Path
) -> None:
    sent = await report(mina, EPISODES, tell=True)
    assert sent.ephemeral
    assert wording.REPORTED in sent.text
    assert wording.YOU_WILL_HEAR in sent.text
    shown = await moderator.slash("facts reports")
    assert shown.ephemeral
    for part in (WRONG, EPISODES_LABEL, "Report 1 of 1", wording.WANTS_TO_KNOW):
        assert part in shown.text
    assert mina.user.name not in shown.text
    seen = await moderator.click(shown.button(wording.SHOW_IT))
    assert "Twelve" in seen.text
    done = await moderator.click(shown.button(wording.MENDED))
    assert wording.TOLD_REPORTER in done.text
    (message,) = told_privately(server, mina)
    assert EPISODES_LABEL in message
    assert wording.WAS_MENDED in message
    assert wording.NO_REPORTS in (await moderator.slash("facts reports")).text
    with sqlite3.connect(tmp_path / "data" / "hyosan.sqlite3") as raw:
        assert raw.execute("SELECT count(*) FROM reports WHERE reporter > 0").fetchone() == (0,)
    raw.close()


async def test_whoever_did_not_agree_is_not_kept_and_not_told(
    bot: Hyosan, server: DiscordServer, mina: Member, moderator: Member, tmp_path: Path
) -> None:
    sent = await report(mina, EPISODES, tell=False)
    assert wording.YOU_WILL_HEAR not in sent.text
    with sqlite3.connect(tmp_path / "data" / "hyosan.sqlite3") as raw:
        assert str(mina.user.id) not in "\n".join(raw.iterdump())
    raw.close()
    shown = await moderator.slash("facts reports")
    done = await moderator.click(shown.button(wording.RIGHT_AS_IT_IS))
    assert done.text == f"✅ {wording.RESOLVED}" or wording.RESOLVED in done.text
    assert told_privately(server, mina) == []


async def test_a_reporter_who_takes_no_messages_is_no_error(
    bot: Hyosan, server: DiscordServer, mina: Member, moderator: Member
) -> None:
    await report(mina, EPISODES, tell=True)
    mina.user.takes_messages = False
    shown = await moderator.slash("facts reports")
    done = await moderator.click(shown.button(wording.RIGHT_AS_IT_IS))
    assert wording.COULD_NOT_TELL in done.text
    server.refusals.clear()


async def test_a_report_tells_nothing_of_a_plot(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    secret = "She dies in that scene, not he."
    await report(mina, KISS, tell=False, text=secret)
    shown = await moderator.slash("facts reports")
    assert KISS_TITLE in open_text(shown)
    assert secret not in open_text(shown)
    assert secret in shown.text
    seen = await moderator.click(shown.button(wording.SHOW_IT))
    assert "Seventeen" not in open_text(seen)


async def test_quotes_and_people_can_be_reported_and_an_empty_form_is_not(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    quoted = await mina.slash("quote", who="Park Ji-hu")
    form = (await mina.click(quoted.button(wording.SOMETHING_WRONG))).modal
    assert wording.NOTHING_WRITTEN in (await mina.submit(form, what="   ")).text
    await mina.submit(form, what="That was another year.")
    who = await mina.slash("trivia", question="who is cho yi-hyun")
    form = (await mina.click(who.button(wording.SOMETHING_WRONG))).modal
    await mina.submit(form, what="She has a second name.")
    first = await moderator.slash("facts reports")
    second = await moderator.click(first.button(wording.NEXT))
    both = f"{first.text}\n{second.text}"
    assert f"about: {wording.words_of('Park Ji-hu')}" in both
    assert "about: Cho Yi-hyun" in both


async def test_what_another_moderator_resolved_is_said(
    bot: Hyosan, mina: Member, moderator: Member
) -> None:
    await report(mina, EPISODES, tell=False)
    one, other = [await moderator.slash("facts reports") for _ in range(2)]
    await moderator.click(one.button(wording.MENDED))
    late = await moderator.click(other.button(wording.MENDED))
    assert wording.REPORT_GONE in late.text


async def test_reports_outlive_the_process(start: Start, mina: Member, moderator: Member) -> None:
    async with start():
        await report(mina, EPISODES, tell=True)
    async with start():
        shown: Readable = await moderator.slash("facts reports")
        assert WRONG in shown.text
        kept = await mina.slash("privacy")
        assert wording.kept_choices(0, 1) in kept.text
        await mina.click(kept.button(common.ERASE_ALL))
        assert wording.WANTS_TO_KNOW not in (await moderator.slash("facts reports")).text


async def test_without_a_disk_a_report_is_refused_kindly(
    start: Start, mina: Member, tmp_path: Path
) -> None:
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    async with start(database_url=f"sqlite:///{tmp_path / 'blocked' / 'hyosan.sqlite3'}"):
        assert wording.NOT_REPORTED in (await report(mina, EPISODES, tell=False)).text
