"""Every sentence of the moderators' commands that change what the bot knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.curation.history import Author, Why

_SHOWN_NAMES = 10
_SHOWN = 150
"""Characters of somebody's words that a line repeats."""

# -- commands

ABOUT_ADD = "Add a fact."
ABOUT_EDIT = "Change a fact, a person or a quote."
ABOUT_EDIT_WHAT = "Which one; type a part of it and choose."
ABOUT_REMOVE = "Take a fact, a person or a quote away."
ABOUT_IMPORT = "Lay a knowledge file, or a zip file of some, over what moderators wrote."
ABOUT_IMPORT_FILE = "A .yaml file, or a .zip file with .yaml files in it."
ABOUT_EXPORT = "Get what moderators wrote, or everything I know, as a file."
ABOUT_EXPORT_WHAT = "What moderators wrote here, or everything."
EXPORT_OWN = "what moderators wrote"
EXPORT_ALL = "everything I know"
ABOUT_HISTORY = "See who changed what, and take it back."
ABOUT_UNDO = "Take back the last change, or one of your choice."
ABOUT_UNDO_CHANGE = "The number of a change, as /facts history shows it."
ABOUT_UNDO_SINCE = "Take back everything since that change too."
ABOUT_CHECK = "List what should be mended in the knowledge files."

# -- forms

ADD_A_FACT = "A new fact"
CHANGE_IT = "Change it"
FIELD_LABELS = {
    "question": "The question, as fans ask it",
    "answer": "The answer, in one to three sentences",
    "key": "What a right answer contains",
    "sources": "Sources",
    "name": "Name",
    "hangul": "Name in Korean letters",
    "role": "What they are or do",
    "about": "Who they are",
    "text": "The words themselves",
    "context": "Where and when it was said",
}
ALIASES_LABELS = {"facts": "Other ways to ask it", "people": "Other names"}
ONE_A_LINE = "One a line."
KEYS = "The shortest words, one a line; the quiz accepts them too."
SOURCES_FORM = "One a line: the address, then the headline."

# -- drafts

WRITE_IT = "Write it"
REWORD = "Change the words"
GIVE_UP = "Cancel"
TRY_AGAIN = "Show me the words again"
GIVES_AWAY = "What it gives away (choose nothing for nothing)"
TOPIC = "What it is about"
NO_TOPIC = "No topic"
PEOPLE = "Whom it is about"
KIND = "Whose words these are"
MEMBERS_ASKED = "Add what members asked in other words"
AS_MEMBERS_SEE_IT = "The card at the bottom is how members will see it."
NOT_YET = "This cannot be written yet"
GIVEN_UP = "Nothing was changed."
NOTHING_WRITTEN = "Nothing was written"
NOTHING_TO_WRITE = "That changes nothing, so there is nothing to write."
LASTS = "You can confirm this for a quarter of an hour, once."
KINDS = {
    "verbatim": "Their own words",
    "paraphrase": "Words about what they said",
    "dialogue": "A character's lines",
}


def new_fact(fact_id: str) -> str:
    """A fact that is about to be added."""
    return f"A new fact: {fact_id}"


def changing(name: str) -> str:
    """An entry that is about to be changed."""
    return f"Changing {name}"


def answers_already(labels: Sequence[str]) -> str:
    """Facts that answer today what a new one asks."""
    return f"This is near what I know already: {listed(labels)}."


def answered_otherwise(count: int) -> str:
    """How many questions would be answered otherwise."""
    return f"{counted(count, 'question')} would be answered differently; see behind the bars."


def from_to(question: str, before: str | None, after: str | None) -> str:
    """A question, and what answers it before and after."""
    return f"“{cut(question)}”: {before or 'nothing'} → {after or 'nothing'}"


def and_more(count: int) -> str:
    """What a list leaves out."""
    return f"and {count} more."


# -- proposals

REALLY_REMOVE = "Take this away?"
REALLY_IMPORT = "Lay this over what is there?"
REALLY_UNDO = "Take this back?"
REMOVE_IT = "Take it away"
IMPORT_IT = "Lay it over"
UNDO_IT = "Take it back"
ALL_OF_IT = "The whole difference is in the file."


def taking_back(numbers: Sequence[int]) -> str:
    """Which changes an undo takes back."""
    return f"This takes back {counted(len(numbers), 'change')}: {_numbers(numbers)}."


def doubts(count: int) -> str:
    """How many warnings there are about what changes."""
    return f"{counted(count, 'warning')} about it; /facts check tells all of them:"


# -- outcomes

WRITTEN = "Written"
IN_FORCE = "It can be asked right now."
IN_FORCE_SOON = "It counts as soon as all is rebuilt, in some seconds."
CHANGED_BY_HAND = "Somebody changed the file by hand"
LOOK_AGAIN = (
    "I have written nothing over it: what they did is in the history now, and this is what it was. "
    "If what you wanted still holds, confirm it once more."
)
NOT_THERE = "I have nothing of that name. Choose one of those that are offered while you type."
TOO_LATE = (
    "That can no longer be confirmed: it was done or given up already, a quarter of an hour is "
    "over, or I was started anew. Start again with the command."
)
NOT_YOURS = "Somebody else asked for this, so only they can confirm it."
NO_LAYER = (
    "There is no folder for what moderators write. Whoever runs me has to let me write into "
    "DATA_DIR and start me anew."
)


def stale(name: str) -> str:
    """That somebody else was faster."""
    return f"{name} was changed by somebody else meanwhile. Look at it again with the command."


def changed_since(name: str) -> str:
    """That a change cannot be taken back alone."""
    return (
        f"{name} has been changed again since. Take back the newer change first, or everything "
        "since this one: /facts undo with since: True."
    )


def changed(number: int) -> str:
    """The number of a change, for taking it back."""
    return f"This is change {number}; /facts undo takes it back."


# -- history

KEPT_OF_MODERATORS = (
    "You have changed what I know: the history of that keeps your name beside each change, and "
    "goes on to, so that others can see who did what and take it back."
)
HISTORY = "What moderators changed"
NO_CHANGES = "Nothing has been changed yet."
OLDER = "Older"
NEWER = "Newer"
NOTHING_TO_UNDO = "There is no change to take back."
BY_HAND = "by hand"

_DOES = {
    Why.ADD: "added",
    Why.EDIT: "changed",
    Why.REMOVE: "took away",
    Why.IMPORT: "imported",
    Why.PHRASING: "added a way to ask",
    Why.UNDO: "took back",
    Why.BY_HAND: "changed by hand",
}


def undo_number(number: int) -> str:
    """Takes back the change of this number."""
    return f"Take back {number}"


def no_such_change(number: int) -> str:
    """There is none of this number."""
    return f"There is no change {number}. /facts history lists them."


def did(by: Author, why: Why, names: Sequence[str], undoes: Sequence[int]) -> str:
    """What somebody did to what."""
    what = f"change {_numbers(undoes)} ({listed(names)})" if undoes else listed(names)
    return f"{by.name} {_DOES[why]} {what}"


def at(number: int, when: dt.datetime) -> str:
    """Which change it was, and when."""
    return f"Change {number}, {when:%Y-%m-%d %H:%M} UTC"


def added(name: str) -> str:
    """Something that is new."""
    return f"+ {name}"


def gone(name: str) -> str:
    """Something that is no longer there."""
    return f"− {name}"


def altered(name: str, fields: Sequence[str]) -> str:
    """Something of which some fields are different."""
    return f"~ {name}: {', '.join(fields)}" if fields else f"~ {name}"


# -- files

EXPORTED = "Here it is."
NOTHING_TO_EXPORT = "Moderators have not written anything yet."


def not_taken(reason: str) -> str:
    """Why a file is not taken."""
    return f"I don't take this file: {reason}."


# -- checking

CHECKED = "The knowledge files"
ALL_WELL = "There is nothing to mend."
CHECK_FAILED = "The check broke off; the log says why. Try again when the machine is less busy."
CHECKING_ALREADY = "A check is going on already. Try again once that is done."


def found(errors: int, warnings: int, advice: int) -> str:
    """What a check found, in numbers."""
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')}, {advice} advice."


def cut(text: str) -> str:
    """Somebody's words, short enough for a line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _numbers(numbers: Sequence[int]) -> str:
    return listed([str(number) for number in sorted(numbers)])


def listed(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    more = len(names) - _SHOWN_NAMES
    return ", ".join(names[:_SHOWN_NAMES]) + (f" and {more} more" if more > 0 else "")


def counted(count: int, noun: str) -> str:
    """So many of something."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def person(name: str) -> str:
    """Somebody, among other things that can be chosen."""
    return f"{name} (person)"


def quote(quote_id: str) -> str:
    """A quote, among other things that can be chosen."""
    return f"{quote_id} (quote)"


def too_large(most: int) -> str:
    """A file has more bytes than are taken."""
    return f"it is larger than {most // 2**20} MiB; split it"
