"""Every sentence of the moderators' loop, as `bot.replies.wording` has all others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.curation.desk import Contradiction

_SHOWN_CHARACTERS = 200

# -- beneath an answer

SOMETHING_WRONG = "Something wrong?"
REPORT_TITLE = "Something wrong?"
WHAT_IS_WRONG = "What is wrong, and where did you read it?"
TELL_ME = "Tell me what becomes of it"
TELL_ME_ABOUT = "I then keep who you are until a moderator has looked at it, and write to you once."
REPORTED = "Thank you. A moderator will look at it."
YOU_WILL_HEAR = "You will hear from me what becomes of it."
NOT_REPORTED = (
    "I could not keep that, so no moderator will see it. Please try again later, or tell one."
)
NOTHING_WRITTEN = "There was nothing in it. Please say in a few words what is wrong."


def looked_at(about: str) -> str:
    """What was reported, to whoever reported it."""
    return f"You told me that something was wrong with this: {about}. A moderator has looked at it."


WAS_MENDED = "It is mended now. Thank you for telling me."
WAS_RIGHT = "It turned out to be right as it is. Thank you for asking all the same."

# -- unanswered

ABOUT_UNANSWERED = "What members asked and I could not answer, and what they meant by it."
ABOUT_REPORTS = "What members said is wrong."
ABOUT_STATS = "What is asked most, what finds nothing, and how much is answered."

NOTHING_UNANSWERED = "There is nothing unanswered"
NOTHING_UNANSWERED_NOTE = "Whatever members ask in vain from now on will stand here."
PICK_QUESTION = "Open a question ..."
PREVIOUS = "Previous"
NEXT = "Next"
EXPORT = "Export as YAML"
BACK = "Back"
VEILED_QUESTION = "(may give the plot away; see below)"
VEILED_LABEL = "(may give the plot away)"
ITS_THIS = "It's this fact"
WRITE_ANSWER = "Write the answer"
ASK_AS = "Ask as ..."
DISMISS = "Dismiss"
REOPEN = "Undo"
DISMISSED = "I will not show this question again."
WHICH_FACT = "Which fact answers it?"
PICK_FACT = "The fact ..."
SEARCH = "Search"
SEARCH_TITLE = "Search for a fact"
SEARCH_FIELD = "A few words of its question"
NO_CANDIDATES = "No fact comes near. Search for one, or write the answer."
WHICH_QUESTION = "As which question shall it count?"
PICK_OTHER = "The question ..."
NO_OTHERS = "There is no other question that it could count as."
ADD_IT = "Add it"
CHANGES_NOTHING = "Nothing else is answered differently by it."
CHANGES = "It also changes this:"
BY_HAND = (
    "Somebody changed the files by hand meanwhile, so nothing was written. /facts history shows "
    "what they did; then accept again."
)
NOTHING_TO_ADD = "That is answered by it already."
QUESTION_GONE = "That question is no longer open. Perhaps another moderator was faster."
ONLY_STUBS = "Fill in the answers, then give the file to /facts import."
NOTHING_TO_EXPORT = "There is nothing to export."


def unanswered(count: int, proposals: int, *, has_more: bool) -> str:
    """How many questions wait, or are the first of more, and how many proposals."""
    waiting = f"{_counted(count, 'unanswered question')}{' and more' if has_more else ''}"
    return f"{waiting}, {_counted(proposals, 'proposal')}" if proposals else waiting


def numbered(number: int, text: str) -> str:
    """One of a list."""
    return f"{number}. {_cut(text)}"


def asked(times: int, last: int, wordings: int) -> str:
    """How often something was asked, when last, and in how many wordings."""
    said = f"asked {_times(times)}, last on {_day(last)}"
    return f"{said}, in {wordings} wordings" if wordings > 1 else said


def page(number: int, count: int) -> str:
    """Which page it is, from 1 on."""
    return f"Page {number} of {count}"


def in_other_words(wordings: Sequence[str]) -> str:
    """The paraphrases of a question."""
    return "Also asked as: " + "; ".join(f"“{_cut(one)}”" for one in wordings)


def was_told(labels: Sequence[str]) -> str:
    """What was told for a question and was not what was asked."""
    return f"Not what was asked: {'; '.join(labels)}"


def more_wordings(count: int) -> str:
    """That there are so many more."""
    return f"and {count} more"


def add_phrasing(text: str, label: str) -> str:
    """What is to be added to which fact."""
    return f"“{_cut(text)}” shall be answered by: {label}"


def difference(question: str, before: str | None, after: str | None) -> str:
    """A question that gets another answer."""
    return f"“{_cut(question)}”: {before or 'nothing so far'} → {after or 'nothing any more'}"


def merged(other: str) -> str:
    """What a question counts as from now on."""
    return f"It counts as “{_cut(other)}” from now on."


# -- proposals

NO_PROPOSALS = "There are no proposals"
NO_PROPOSALS_NOTE = (
    "When three members mean the same fact by the same question, I propose here to add it."
)
ACCEPT_ALL = "Accept all here"
REFUSE_ALL = "Refuse all here"
LIST_CHANGED = "The list has changed meanwhile. Please look at it again."
NOT_ALL = "What contradicts its fact is left for you to decide one by one."
REFUSED = "I will not propose that again."


def proposals(count: int) -> str:
    """A button, and a heading, with how many there are."""
    return _counted(count, "proposal")


def proposal(number: int, members: int, wordings: Sequence[str], label: str) -> str:
    """What members meant, as a sentence of a list."""
    quoted = ", ".join(f"“{_cut(text)}”" for text in wordings)
    return f"{number}. {_counted(members, 'member')} who typed {quoted} chose: {label}"


def veiled_proposal(number: int, members: int, label: str) -> str:
    """The same where the words may give the plot away."""
    return f"{number}. {_counted(members, 'member')} chose: {label} {VEILED_QUESTION}"


_CONTRADICTIONS = {
    Contradiction.NAME: "a name that the fact does not hold",
    Contradiction.NUMBER: "a number or an episode that the fact does not hold",
    Contradiction.OPPOSITE: "the opposite of what the fact says",
}


def contradicts(found: Sequence[Contradiction]) -> str:
    """What speaks against a proposal."""
    return f"Careful: the wording has {' and '.join(_CONTRADICTIONS[one] for one in found)}."


def accept(number: int) -> str:
    """A button for one of a list."""
    return f"Accept {number}"


def refuse(number: int) -> str:
    """A button for one of a list."""
    return f"Refuse {number}"


def accepted(count: int) -> str:
    """That so many wordings were added."""
    return f"Added {_counted(count, 'wording')}."


# -- reports

NO_REPORTS = "There are no reports"
NO_REPORTS_NOTE = "What members say is wrong, by “Something wrong?” under an answer, stands here."
MENDED = "It is mended"
RIGHT_AS_IT_IS = "It is right as it is"
SHOW_IT = "Show what they saw"
WANTS_TO_KNOW = "whoever reported it wants to hear of it"
REPORT_GONE = "That report is resolved already."
TOLD_REPORTER = "Resolved, and whoever reported it was told."
COULD_NOT_TELL = "Resolved. Whoever reported it takes no messages from me, so they were not told."
RESOLVED = "Resolved."


def reports(number: int, count: int) -> str:
    """Which report of how many it is."""
    return f"Report {number} of {count}"


def reported_on(day: int, about: str) -> str:
    """When something was reported, and about what."""
    return f"On {_day(day)}, about: {about}"


# -- stats

STATS = "What was asked"
ASKED_MOST = "Told most, in 30 days"
FOUND_NOTHING = "Found nothing most often"
NOTHING_ASKED = "nothing yet"
NOBODY_BY_NAME = "Counted by day alone; nobody's name is kept."
ANSWERED, OFFERED, UNKNOWN = "answered", "offered a choice", "not known"
GONE_ENTRY = "something that is no longer there"


def in_days(days: int, answered: int, offered: int, unknown: int) -> str:
    """What came of the questions of so many days."""
    total = answered + offered + unknown
    if not total:
        return f"{days} days: nothing was asked"
    parts = ((answered, ANSWERED), (offered, OFFERED), (unknown, UNKNOWN))
    shares = ", ".join(f"{count} {what} ({round(100 * count / total)} %)" for count, what in parts)
    return f"{days} days: {_counted(total, 'question')}; {shares}"


def ranked(number: int, text: str, count: int) -> str:
    """One of a list of what comes about most."""
    return f"{number}. {_cut(text)} ({_times(count)})"


def chart(days: Sequence[str]) -> str:
    """What is to be seen in the picture, for those who do not see it."""
    return "Bars for 7, 30 and 90 days: " + "; ".join(days)


def words_of(name: str) -> str:
    """A quote, in a list."""
    return f"a quote of {name}"


# -- privacy

KEPT_OF_QUESTIONS = (
    "On disk, without who asked: questions that I could not answer, with addresses, mentions and "
    "long numbers blotted out, and how much is asked a day. Which of my suggestions you meant is "
    "kept under a code in place of your name, so that three members' choices can be told from one "
    "member's; and your name with a report only where you want to hear what becomes of it."
)


def kept_for(days: int) -> str:
    """How long all of that is kept."""
    return f"All of that goes after {_counted(days, 'day')}."


def kept_choices(choices: int, reports: int) -> str:
    """How much of it is somebody's."""
    return f"Of you: {_counted(choices, 'choice')}, {_counted(reports, 'report')} to answer."


# -- pieces


def _cut(text: str) -> str:
    fits = len(text) <= _SHOWN_CHARACTERS
    return text if fits else text[: _SHOWN_CHARACTERS - 1] + "…"


def _day(seconds: int) -> str:
    day = dt.datetime.fromtimestamp(seconds, dt.UTC)
    return f"{day.day} {day:%B %Y}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else f'{noun}s'}"
