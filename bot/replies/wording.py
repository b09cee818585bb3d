"""Every sentence that a member reads, and nothing else: a function or a constant for each.

Another language is another module with these names. Functions get the values that a sentence
mentions, never a part of a sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot import __version__
from bot.knowledge.ratings import Moment, Rating
from bot.knowledge.schema import Person, QuoteKind
from bot.knowledge.show import Show
from bot.spoilers.horizon import Horizon

# What typed text and lists are cut to when they are shown again.
_SHOWN_CHARACTERS = 200
_SHOWN_IDS = 10

# -- facts

ANOTHER = "Another one"
SURPRISE_ME = "Surprise me"
DID_YOU_MEAN = "Did you mean one of these?"
NONE_OF_THESE = "None of these"
CLOSEST = "Closest I have:"
NOT_IT = "Not what I asked"
NOT_KNOWN = "I don't know that yet"
NO_FACT_ANSWERS = "Nothing I have a source for answers this."
THEN_NOT_KNOWN = "Then I don't know that yet"
NOTED = "Thank you for telling me. I have made a note that nothing I offered fits."
TRY_OTHER_WORDS = "Try other words, or tell a moderator what should be here."
NOTHING_TO_TELL = "I have no facts to tell unasked yet. Try a question."


def topic(name: str) -> str:
    """The subject of several facts, as a heading."""
    return f"About {name}"


def overview(count: int) -> str:
    """How much there is on a subject, before what to begin with."""
    return f"I have {count} facts about this. Here is where to begin:"


def spoiler_for(rating: Rating, show: Show) -> str:
    """What stands in front of a veil that hides a part."""
    return f"Spoiler for {show.describe(rating)}:"


def veiled(brief: str, about: str) -> str:
    """What stands above a veil: from where on, such as S1E7, and what it is about."""
    return f"Spoiler for {brief}: {about}"


def asked(question: str) -> str:
    """What somebody asked, in their words."""
    return f"“{_cut(question)}”"


def spoiler_of(rating: Rating, show: Show) -> str:
    """What something gives away, in a sentence of its own."""
    return f"This is a spoiler for {show.describe(rating)}."


def as_of(day: dt.date) -> str:
    """When an answer was true that may change."""
    return f"As of {day.day} {day:%B %Y}"


def no_fact_answers(question: str) -> str:
    """What nothing is known about."""
    return f"Nothing I have a source for answers “{_cut(question)}”."


def what_i_have_on(names: Sequence[str]) -> str:
    """What is known of people, which is offered beneath."""
    return f"What I have on {_and(names)}:"


def answered_only(question: str) -> str:
    """Of two questions in one, which was answered."""
    return f"That answers “{_cut(question)}”. The other half I don't know yet."


# -- people

SEVERAL_OF_THAT_NAME = "Several go by that name"
PICK_SOMEBODY = "Whom do you mean?"
NO_SUCH_NAME = "I know nobody of quite that name. Did you mean somebody else?"


def full_name(name: str, hangul: str | None) -> str:
    """A name, and how it is written in Korean."""
    return f"{name} ({hangul})" if hangul else name


def sentence(part: str) -> str:
    """What somebody is to the series, as a sentence."""
    return f"{part[:1].upper()}{part[1:]}."


def played_by(actors: Sequence[str]) -> str:
    """Who plays a character."""
    return f"Played by {_and(actors)}."


def voiced_by(voices: Sequence[str]) -> str:
    """Who speaks a character in a dub."""
    return f"Dubbed by {_and(voices)}."


def born(date: str | None, place: str | None) -> str:
    """When and where somebody was born, as far as is known."""
    return " ".join(["Born", *([_date(date)] if date else []), *([f"in {place}"] if place else [])])


def agency(name: str, day: str | None) -> str:
    """Who manages somebody, and when that was so."""
    return f"Agency: {name} (as of {_date(day)})" if day else f"Agency: {name}"


def languages(names: Sequence[str]) -> str:
    """The languages somebody speaks."""
    return f"Speaks {_and(names)}"


def works(titles: Sequence[str]) -> str:
    """What else somebody made."""
    return f"Known for {', '.join(titles)}"


def a_quote_of(name: str) -> str:
    """A button that brings words of somebody."""
    return f"Quote {name}"


def who_is(name: str) -> str:
    """A button that tells who somebody is."""
    return f"Who is {name}?"


def picture(licence: str) -> str:
    """Whose picture it is."""
    return f"Picture: {licence}"


# -- sources


def in_a_line(parts: Sequence[str]) -> str:
    """Small things beside the matter, such as who reported it, on one line."""
    return " · ".join(parts)


def published(date: str) -> str:
    """When something was published: year, month or day."""
    return _date(date)


# -- quotes

A_QUOTE = "A quote"
NO_QUOTES = "I have no quotes yet"
NOBODY_BY_THAT_NAME = "I know nobody by that name"
DID_YOU_MEAN_SOMEBODY = "Did you mean one of these?"
TRY_A_NAME = "Try a cast member, a character or “director”."


def no_quote_of(name: str) -> str:
    """Somebody is known and not quoted."""
    return f"I have no quote of {name} yet"


def none_about(name: str, about: str) -> str:
    """Somebody is known and was not quoted on a subject."""
    return f"I have no words of {name} about “{_cut(about)}”"


def asked_for(who: str) -> str:
    """The name that nobody has."""
    return f"You asked for “{_cut(who)}”."


def off_subject(about: str, *, of_somebody: bool) -> str:
    """Nothing was said on the subject; the quote below is about something else."""
    whose = "of theirs " if of_somebody else ""
    return f"I have nothing {whose}about “{_cut(about)}”, so here is another."


def speaker(name: str, part: str) -> str:
    """Somebody, and what they are to the series."""
    return f"{name} — {part}"


def words_of(name: str) -> str:
    """What is hidden: something that somebody said."""
    return f"words of {name}"


def said_by(kind: QuoteKind, name: str, person: Person | None, other: Person | None) -> str:
    """Whose words stand above, or who is retold there, and who that is; `other` as of `part_of`.

    Of somebody who is nobody in `people` only the name is known.
    """
    is_character = kind is QuoteKind.DIALOGUE
    who = f"{name}, a character" if is_character else name
    if person is not None:
        is_played = other is not None and person.plays
        part = part_of(person, other)
        who += f", who {part}" if is_played else "" if part == "character" else f" ({part})"
    return f"Retold, not quoted: {who}" if kind is QuoteKind.PARAPHRASE else f"— {who}"


def part_of(person: Person, other: Person | None) -> str:
    """What somebody is to the series; `other` is whom they play or lend a voice."""
    if other is not None:
        return f"plays {other.name}" if person.plays else f"English voice of {other.name}"
    return person.role or person.kind.value


def exact_words(text: str) -> str:
    """Words as they were said."""
    return f"“{text}”"


def how_known(kind: QuoteKind, *, is_translated: bool, is_second_hand: bool) -> str:
    """Whether these are somebody's own words, words about these, or a character's."""
    translated = ", translated" if is_translated else ""
    match kind:
        case QuoteKind.VERBATIM:
            how = f"Their own words{translated}"
        case QuoteKind.PARAPHRASE:
            how = "A paraphrase, not their words"
        case QuoteKind.DIALOGUE:
            how = f"A line in the series{translated}"
    return f"{how}, passed on second-hand" if is_second_hand else how


# -- talking

YOU_ARE_WELCOME = "You are welcome. Ask on whenever you like."
GLAD = "That is kind of you. The credit goes to everybody who wrote it down."
ASK_ON = "Ask me more whenever you like."
NO_AI = (
    "I am a program, and nothing I say is made up: every answer comes from a file that people "
    "curate, with its sources."
)
HOW_TO_REPORT = (
    "Then it should be mended. Please tell a moderator what is wrong and where you read it; they "
    "can correct it."
)
SHARE = "Share"
ASK_WITH_NAME = "I am not sure whom or what you mean. Ask again with a name."
NO_MORE_ABOUT_THAT = "That is all I know about it so far."
WHERE_IT_IS_FROM = "Where that comes from"
NO_SOURCE = "No source is noted for that."
NOTHING_TO_READ = "There is no text in this message that I could answer."


def hello(show: Show) -> str:
    """Answers a greeting."""
    return f"Hello. Ask me anything about {show.title}."


def who_i_am(show: Show) -> str:
    """Answers who the bot is."""
    return f"I am {show.bot.name}: {show.bot.about[:1].lower()}{show.bot.about[1:]}."


def what_i_can_do(show: Show) -> str:
    """Answers what the bot can do."""
    return (
        f"I answer questions about {show.title} in your own words, such as "
        f"“{show.bot.examples.question}”, and quote people with /quote."
    )


def shared_by(name: str) -> str:
    """Who showed something to everybody."""
    return f"Shared by {name}"


def may_not_speak(channel: str) -> str:
    """Told privately to somebody who asked where the bot may not write."""
    return f"I may not write in #{channel}. Ask me here, or use /trivia there."


# -- how far somebody is

SHOW_PRIVATELY = "Show me privately"
REALLY = "Do you really want to know?"
TELL_ME_ANYWAY = "Tell me anyway"
NOT_SAID_HOW_FAR = "You have not told me how far you are; /spoilers me is the place for that."
HOW_FAR_YOU_ARE = "How far you are"
WHAT_MAY_BE_SAID = "What may be said openly"
ONLY_YOU = (
    "It counts for what only you see: my private answers, and our direct messages. In a channel "
    "the channel's own setting counts."
)
BEYOND_IS_VEILED = "Whatever goes beyond that stays behind spoiler bars here."
NOTHING_SET = "Nothing is set, so everything that gives the plot away is veiled."
NOTHING_SET_HERE = "Nothing is set for this place alone, so what it lies in decides."
PICK_WATCHED = "Watched up to ..."
PICK_FURTHER = "... or further"
PICK_WORKS = "Read beside the series ..."
FORGET_HOW_FAR = "Forget it"
UNSET_HERE = "Set nothing here"
NOT_KEPT = (
    "I could not keep that, so everything is as it was before. Please try again later, and if it "
    "stays, tell a moderator."
)
NOT_READ = (
    "I cannot look up what is set at the moment. Please try again later, and if it stays, tell a "
    "moderator."
)
NOT_FOR_THIS_CHANNEL = (
    "For this you need Manage Channels in that channel, or Manage Server. Ask a moderator."
)
NOT_FOR_THIS_SERVER = "For this you need Manage Server here. Ask a moderator."
NOTHING_YET = "Nothing yet"
EVERYTHING = "Everything"
FIRST_OFFER = (
    "Thank you for having me. A moderator with Manage Server can choose here how far everybody on "
    "this server is; what goes beyond that I veil. /spoilers channel sets it for a channel, a "
    "category or a thread, /spoilers server for all the rest, and with /spoilers me everybody "
    "tells me how far they are themselves."
)


def watched(moment: Moment | None, show: Show) -> str:
    """Up to where somebody has watched, as one of several choices."""
    if moment is None:
        return NOTHING_YET
    if not moment.episode:
        return f"All before season {moment.season}, and the news of it"
    whole = " (all of it)" if moment == show.whole(moment.season) else ""
    return f"Season {moment.season}, episode {moment.episode}{whole}"


def read(work: str) -> str:
    """A work beside the series, as one of several choices."""
    return f"The {work.replace('-', ' ')}"


def far(horizon: Horizon, show: Show) -> str:
    """All that somebody has watched and read, in a sentence."""
    if horizon.is_open:
        return f"{EVERYTHING}."
    works = "".join(f", and the {work.replace('-', ' ')}" for work in sorted(horizon.works))
    return f"{watched(horizon.moment, show)}{works}."


def you_are_at(horizon: Horizon, show: Show) -> str:
    """How far somebody said that they are."""
    return f"You told me how far you are: {_small(far(horizon, show))}"


def set_for(name: str) -> str:
    """The place for which something is set."""
    return f"For {name}:"


def inherited(horizon: Horizon, show: Show) -> str:
    """What counts in a place for which nothing is set."""
    return f"That is: {_small(far(horizon, show))}"


def how_to_say_how_far(right: str) -> str:
    """What can be typed for it in the chat."""
    return f"Type /spoilers me and {right}."


# -- what is kept

WHAT_I_KEEP = "What I keep about you"
KEPT_BRIEFLY = (
    "Besides, in memory alone: for ten minutes, what we last talked about; until I am started "
    "anew, which quotes you alone have seen, and the text of your last questions, so that I can "
    "follow an edit. I keep no messages."
)
NOTHING_KEPT = "How far you are: you have not told me, so I keep nothing of that."
ERASE_ALL = "Erase all of it"
ERASED = "Erased. I keep nothing about you any more."


def kept_far(horizon: Horizon, show: Show) -> str:
    """What is kept of how far somebody is."""
    return f"How far you are: {_small(far(horizon, show))}"


# -- a reload

RELOADED = "Reloaded"
NOTHING_CHANGED = "Reloaded; nothing has changed"
STAYS_IN_FORCE = "The knowledge from before stays in force."
RELOADING_ALREADY = "The facts are being reloaded already. Try again once that is done."


def added(ids: Sequence[str]) -> str:
    """What is new after a reload."""
    return f"Added {len(ids)}: {_listed(ids)}"


def changed(ids: Sequence[str]) -> str:
    """What is different after a reload."""
    return f"Changed {len(ids)}: {_listed(ids)}"


def removed(ids: Sequence[str]) -> str:
    """What is gone after a reload."""
    return f"Removed {len(ids)}: {_listed(ids)}"


def loss(name: str, phrasings: int, sources: int) -> str:
    """That an entry has so many phrasings and sources fewer than before the reload."""
    lost = ((phrasings, "phrasing"), (sources, "source"))
    return f"{name}: {' and '.join(_counted(count, what) for count, what in lost if count)} fewer"


def more_losses(count: int) -> str:
    """That so many entries more have lost something."""
    return f"and {_counted(count, 'entry', 'entries')} more with fewer phrasings or sources"


def warnings(count: int) -> str:
    """That there is something for a curator to look at."""
    return f"{_counted(count, 'warning')}; see `python -m bot check`."


def nothing_was_changed(count: int) -> str:
    """A reload was refused for so many problems."""
    return f"Nothing was changed: {_counted(count, 'problem')}"


def more_problems(count: int) -> str:
    """That so many problems more do not fit in."""
    return f"and {_counted(count, 'more problem')}; mend those above first"


# -- the commands

ABOUT_TRIVIA_QUESTION = "What would you like to know? Leave it out for any fact."
ABOUT_TRIVIA_TOPIC = "What a surprise shall be about, where you ask nothing."
ABOUT_TRIVIA_PRIVATE = "Show the answer to you alone."
ABOUT_QUOTE = "Hear what the cast, the crew or the characters said."
ABOUT_QUOTE_WHO = "Any name of an actor, a character or a maker, or a role such as director."
ABOUT_QUOTE_ABOUT = "A subject, in a word or two."
ABOUT_QUOTE_TOPIC = "What it shall be about, chosen from a list."
ABOUT_QUOTE_PRIVATE = "Show the quote to you alone."
ANSWER_THIS = "Answer this"
ABOUT_HELP = "What I do, and how to ask me."
ABOUT_SPOILERS = "How far you are, and what may be said openly."
ABOUT_SPOILERS_ME = "Tell me how far you are, so that I spoil nothing for you."
ABOUT_SPOILERS_CHANNEL = "What I may say openly in this channel, or in another place."
ABOUT_SPOILERS_WHERE = "A channel, a category or a thread; this one if you leave it out."
ABOUT_SPOILERS_SERVER = "What I may say openly wherever nothing else is set."
ABOUT_PRIVACY = "What I keep about you, and how to erase it."
ABOUT_FACTS = "Look after what I know."
ABOUT_FACTS_RELOAD = "Read the knowledge files anew."

PRIVATE = "private: True"
HOW_TO_TALK = (
    "Or simply write to me: mention me, answer one of my messages, or send me a direct message. "
    "I understand follow-ups such as “and who plays her?”. In the menu of any message, under Apps, "
    "“Answer this” answers it to you alone."
)
POLICY = (
    "What gives an episode away stays behind a spoiler box. Add "
    f"{PRIVATE} and nobody but you sees the answer."
)


def about_trivia(show: Show) -> str:
    """What `/trivia` does."""
    return f"Ask anything about {show.title}, or get any fact."


def introduction(show: Show, facts: int, quotes: int) -> str:
    """What the bot is, and how much it knows."""
    about = show.bot.about.removesuffix(".")
    return f"{about}: {facts} facts and {quotes} quotes, each with who reported it."


def command(name: str, about: str) -> str:
    """A command that can be typed."""
    return f"/{name}: {about}"


def version(show: Show) -> str:
    """Which edition of the bot this is."""
    return f"{show.bot.name} {__version__}"


# -- what goes wrong

GONE = "I no longer know what this button stands for. Please ask anew."
NOT_ALLOWED = "You may not use this here. Ask a moderator if you think you should."
MODERATORS_ONLY = (
    "Only moderators of my home server can use this. Ask one of them if something needs doing."
)
COMMAND_CHANGED = "This command has changed. Restart Discord to see the new one, then try again."


def too_fast(seconds: int) -> str:
    """Somebody did a lot at once."""
    unit = "second" if seconds == 1 else "seconds"
    return f"That was a lot at once. Please try again in {seconds} {unit}."


def went_wrong(reference: str) -> str:
    """Something failed that is not the reader's fault."""
    return (
        "Something went wrong on my side. Please try again, and if it stays, "
        f"tell a moderator: ref {reference}."
    )


# -- the terminal

HIDDEN_IN_OUTPUT = "Hidden. Add --spoilers to read it."
HIDDEN_IN_CHAT = "Hidden. Type show to read it."
NOTHING_HIDDEN = "Nothing is hidden here."
HOW_TO_RELOAD = "Type /facts reload to read the facts folder again."
NO_MORE = "There is no more of this. Try /trivia or /quote."
FACT_GONE = "That is no longer among my facts."
FAREWELL = "Until next time."


def chat_commands(show: Show) -> tuple[tuple[str, str], ...]:
    """What can be typed in the chat, and what it does."""
    examples = show.bot.examples
    said = f"something that was said, such as /quote {examples.quotes[0]}"
    return (
        (examples.question, "ask anything, in your own words"),
        ("and who plays her?", "follow up on the last answer; also why?, source?, another one"),
        ("/trivia [question]", "the same; without a question, a random fact"),
        ("/quote [who] [about subject]", said),
        ("1, 2, 3 ...", "choose from the last list"),
        ("more", "another one of the same"),
        ("show", "read a hidden spoiler"),
        ("/spoilers me [how far]", "say how far you are, such as /spoilers me s1e4"),
        ("/facts reload", "read the facts folder again"),
        ("/help", "this list"),
        ("/quit", "leave"),
    )


def greeting(show: Show) -> str:
    """The first line of a chat."""
    return f"Ask me about {show.title}. /help tells what else, /quit leaves."


def source(name: str, url: str) -> str:
    """Who reported it, on a line of its own."""
    return f"Source: {name}, {url}"


def no_such_command(name: str, near: str | None) -> str:
    """A command that the chat does not have; `near` is one that it has."""
    hint = f"Did you mean {near}?" if near else "Type /help to see what I know."
    return f"I have no command {name}. {hint}"


def choose_up_to(count: int) -> str:
    """A number that stands before nothing."""
    return f"Choose a number from 1 to {count}, or ask something else."


# -- pieces


def _cut(typed: str) -> str:
    """What somebody typed, short enough to be shown again."""
    fits = len(typed) <= _SHOWN_CHARACTERS
    return typed if fits else typed[: _SHOWN_CHARACTERS - 1] + "…"


def _small(text: str) -> str:
    """A sentence as the end of another."""
    return f"{text[:1].lower()}{text[1:]}"


def _listed(ids: Sequence[str]) -> str:
    rest = f" and {len(ids) - _SHOWN_IDS} more" if len(ids) > _SHOWN_IDS else ""
    return ", ".join(ids[:_SHOWN_IDS]) + rest


def _and(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _counted(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"


def _date(written: str) -> str:
    """As people write it: 2022-02-07 is "7 February 2022"; a date that never was stays as it is."""
    year, month, day = [*map(int, written.split("-")), 0, 0][:3]
    try:
        name = f"{dt.date(year, month or 1, day or 1):%B}"
    except ValueError:
        return written
    return f"{day or ''} {name if month else ''} {year}".strip()
