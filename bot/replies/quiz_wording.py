"""Every sentence of the quiz that a member reads; as `wording.py`, a function or constant each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.knowledge.schema import QuoteKind
from bot.quiz.game import Ending, Mode
from bot.quiz.scoring import Standing

LETTERS = "ABCD"
"""What the answers are called, in their order."""
_MOST_NAMES = 10

# -- before a game

QUIZ_NIGHT = "Quiz night"
JOIN = "Join"
START_NOW = "Start now"
LEAVE = "Leave the game"
BEGINS = "The first question comes"
HAS_BEGUN = "The quiz has begun; the questions stand beneath. Whoever answers one plays along."
JOINED = "You are in. The first question comes in a moment."
JOINED_ALREADY = "You are in already."
LEFT = "You have left the game. What you have reached stays; answer a question to play on."
RUNS_ALREADY = "A quiz is running in this channel already."
TO_THE_GAME = "Go to it"
NO_QUESTIONS = (
    "I have no questions of that kind that give nothing away here. Try another topic or "
    "difficulty, or let a moderator say with /spoilers channel how far everybody here is."
)
MAY_NOT_WRITE = (
    "I may not write in this channel, and a quiz needs that. Ask a moderator to let me, or start "
    "it in another channel."
)
ONLY_IN_SERVERS = "A quiz is played in a channel of a server."
GAME_OVER = "That game is over. /quiz start begins another."
_MODES = {
    Mode.CHOICES: "four answers to choose from",
    Mode.TYPED: "answers to type",
    Mode.MIXED: "answers to choose from and to type in turn",
}


def rules(rounds: int, seconds: int, mode: Mode, topic: str | None, difficulty: int | None) -> str:
    """What is going to be played."""
    about = f" about {topic}" if topic else ""
    level = f", difficulty {difficulty} of 3" if difficulty else ""
    return f"{rounds} questions{about}{level}, {seconds} seconds each, {_MODES[mode]}."


def who_plays(names: Sequence[str]) -> str:
    """Who has joined."""
    return f"In: {_names(names)}"


# -- a question

TYPE_IT = "Answer"
TYPE_TITLE = "Your answer"
WHO_SAID_IT = "Who said this?"
WHICH_CHARACTER = "Which character says this?"
BELL = "The bell rings"
NEXT = "The next question comes"
AND_THEN = "The final standings come"
LATE = "The bell has rung already, so this one does not count."
NOTHING_TYPED = "There was nothing to read in that. The question is still open."
_HOW_SAID = {
    QuoteKind.VERBATIM: "Somebody's own words",
    QuoteKind.DIALOGUE: "A line in the series",
}


def question_of(number: int, rounds: int) -> str:
    """Which question it is."""
    return f"Question {number} of {rounds}"


def said_how(kind: QuoteKind, *, is_translated: bool) -> str:
    """Of what kind the words are whose speaker is asked for."""
    translated = ", translated" if is_translated else ""
    return f"{_HOW_SAID[kind]}{translated}"


def how_many(count: int) -> str:
    """How many have answered."""
    return f"{_counted(count, 'answer', 'answers')} so far" if count else "No answers yet"


def option(place: int, text: str) -> str:
    """One of the answers to choose from."""
    return f"{LETTERS[place]}. {text}"


def your_answer(text: str) -> str:
    """What somebody has answered, told to them alone."""
    return f"Your answer: {text}"


def answer_changed(text: str) -> str:
    """What somebody has answered in place of something else."""
    return f"Your answer is now: {text}"


def answered_already(text: str) -> str:
    """What somebody has answered before, which stands."""
    return f"You have answered already, and that stands: {text}"


# -- the right answer

NOBODY = "Nobody had it."
NOBODY_ANSWERED = "Nobody answered."
SHOULD_HAVE_COUNTED = "That should have counted"
PASSED_ON = "Thank you. I have passed your answer on to the moderators."
NOTHING_TO_PASS_ON = (
    "You have no typed answer to this question that did not count, or it is too long ago. If "
    "something is wrong, please tell a moderator."
)
IT_COUNTED = "Your answer did count."
NOT_PASSED_ON = "I could not pass that on. Please tell a moderator."


def as_report(typed: str) -> str:
    """What moderators read of an answer that should have counted."""
    return f"In the quiz “{typed}” should have counted."


def right_answer(text: str) -> str:
    """The right answer, above all that is said of it."""
    return f"Right: {text}"


def votes(text: str, count: int) -> str:
    """How many chose an answer."""
    return f"{text} ({_counted(count, 'vote', 'votes')})"


def who_had_it(gained: Sequence[tuple[str, int]]) -> str:
    """Who answered right, and the points for it."""
    shown = [f"{name} +{points}" for name, points in gained[:_MOST_NAMES]]
    more = len(gained) - len(shown)
    return f"Points: {', '.join(shown)}" + (f" and {more} more" if more else "")


def so_far(standings: Sequence[Standing]) -> str:
    """Who leads, in a line."""
    return " · ".join(
        f"{place(one)} {one.score.name} {one.score.points}" for one in standings
    )  # fmt: skip


# -- a pause, and the end

PAUSED = "Paused"
WHY_PAUSED = "Nobody answered the last two questions, so I wait until somebody goes on."
GO_ON = "Go on"
GOES_ON = "Going on."
ENDS_BY_ITSELF = "Without that the game ends"
WAS_AWAY = "I was away for a moment. What was answered counts, and the question is open again."
FINAL = "Final standings"
NO_SCORES = "Nobody answered a question, so there are no scores."
PRACTICE = "Played alone this was practice; from two on it counts for the leaderboard."
NOT_KEPT = (
    "I could not write these scores down yet. I keep trying; should I be restarted before, they "
    "are lost."
)
_ENDINGS = {
    Ending.PLAYED: "",
    Ending.STOPPED: "The quiz was stopped; these are the scores so far.",
    Ending.ABANDONED: "Nobody went on with the quiz; these are the scores so far.",
    Ending.NO_QUESTIONS: "I have no more questions of that kind; these are the scores so far.",
    Ending.CUT_OFF: "Something kept me from going on with the quiz; these are the scores so far.",
}
STOPPED = "The quiz is stopped."
NONE_RUNS = "No quiz is running in this channel. /quiz start begins one."
NOT_YOURS = "Only who started the quiz, or a moderator of this channel, can stop it."


def ending(why: Ending) -> str:
    """Why a game is over; empty where it was played to its end."""
    return _ENDINGS[why]


# -- leaderboards

SCORES = "Leaderboard"
THIS_GAME = "This game"
LAST_GAME = "The last game here"
THIS_WEEK = "This week"
ALL_TIME = "All time"
NO_SCORES_YET = "There are no scores yet. /quiz start begins a game; from two players on it counts."


def place(standing: Standing) -> str:
    """A place, told as shared where it is."""
    return f"{standing.place}{'=' if standing.is_tied else ''}."


def board_line(standing: Standing) -> str:
    """A line of the leaderboard in words."""
    score = standing.score
    points = _counted(score.points, "point", "points")
    return f"{place(standing)} {score.name}: {points}, {score.right} right"


def board_title(period: str, where: str | None) -> str:
    """What a leaderboard is of."""
    return f"{SCORES}: {period}{f', in {where}' if where else ''}"


def somebody(number: int) -> str:
    """A player whose name cannot be drawn."""
    return f"Player {number}"


def on_the_picture(lines: Sequence[str]) -> str:
    """What is to be seen in the picture, for those who do not see it."""
    return f"{SCORES}. {'; '.join(lines)}"


# -- the daily question

DAILY = "The question of the day"
DAILY_ONCE = "One for everybody on this server, and one try each."
NO_DAILY = "I have no question for today that gives nothing away. Try again tomorrow."
DAILY_OVER = "The day of this question is over. /quiz daily has today's."
DAILY_RIGHT = "That is right."
DAILY_WRONG = "That is not it."
SHARE_DAILY = "Share"


def daily_title(day: dt.date) -> str:
    """Of which day it is."""
    return f"{DAILY}, {day.day} {day:%B %Y}"


def streak(days: int) -> str:
    """How many days in a row somebody was right."""
    return f"Your streak: {_counted(days, 'day', 'days')}"


def shared_daily(name: str, day: dt.date, days: int, *, is_right: bool) -> str:
    """What somebody shows of their daily question: nothing of the question itself."""
    outcome = f"✅ {_counted(days, 'day', 'days')} in a row" if is_right else "❌ next time"
    return f"{name}, question of {day.day} {day:%B}: {outcome}"


# -- what is kept

HIDE_ME = "Hide me on leaderboards"
SHOW_ME = "Show me on leaderboards"


def kept(games: int, days: int, names: Sequence[str], *, is_hidden: bool) -> str:
    """What is kept of somebody's playing."""
    if not (games or days or names):
        return "The quiz: you have not played, so I keep nothing of it." + (
            " You are hidden on leaderboards." if is_hidden else ""
        )
    hidden = "hidden on leaderboards" if is_hidden else f"on leaderboards as {_names(names)}"
    played = f"{_counted(games, 'game', 'games')} and {_counted(days, 'daily question')}"
    return f"The quiz: the scores of {played}, {hidden}."


# -- the commands

ABOUT_QUIZ = "Play a quiz about the series, alone or together."
ABOUT_START = "Start a quiz in this channel."
ABOUT_ROUNDS = "How many questions, from 5 to 30; 10 if you leave it out."
ABOUT_TOPIC = "What it shall be about, chosen from a list."
ABOUT_DIFFICULTY = "1 for what most fans know, 2 for the attentive, 3 for experts."
ABOUT_SECONDS = "Time for each question, from 10 to 60 seconds; 20 if you leave it out."
ABOUT_MODE = "Answers to choose from, to type, or both in turn."
ABOUT_CHANGE = "Whether answers may be changed until the bell."
ABOUT_STOP = "Stop the quiz in this channel, with the scores so far."
ABOUT_SCORES = "Who is best at the quiz."
ABOUT_PERIOD = "Which games count."
ABOUT_HERE = "Only games in this channel."
ABOUT_DAILY = "One question a day for everybody on this server."
CHOICES = "Choose"
TYPED = "Type"
MIXED = "Both in turn"

# -- the terminal

HOW_TO_ANSWER = "Type the number of your answer. /quiz stop ends the quiz."
HOW_TO_TYPE = "Type your answer. /quiz stop ends the quiz."
NO_SUCH_TOPIC = "I have no quiz questions about that. /quiz alone asks about everything."


def points_in_all(points: int, right: int, asked: int) -> str:
    """What somebody has reached alone."""
    return f"{_counted(points, 'point', 'points')}, {right} of {asked} right"


def gained(points: int) -> str:
    """A right answer, and the points for it."""
    return f"That is right: +{points}."


# -- pieces


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{shown} and {more} more" if more > 0 else shown


def _counted(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"
