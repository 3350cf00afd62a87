"""What Look back says of its pictures: an element's story, ratings over time, then and now, a year.

Each picture has its words here, which the plain interface says and the full one shows on a key.
"""

from datetime import date

from peercoach.words.offers import month
from peercoach.words.when import MONTHS, day

# --- an element's story --------------------------------------------------------------------------

STORIES = "An element's story"
STORIES_HINT = "See what you wrote to one question, from the first time to the last."
STORIES_EMPTY = "There is no story here yet. It grows as you write."
WHICH_STORY = "{title}: which question?"
LIVING_IT = "Living it"
ASKED_THEN = "It asked then: {ask}"
CHANGES = {
    "first": "the first time",
    "same": "the same words as before",
    "alike": "underlined: new words",
    "echo": "underlined: said before",
    "new": "in new words",
    "unsaid": "",
}
ON_DAY = "{day} · {said}"
ON_DAY_SAID = "{day}, {said}."
NO_LONGER = "No longer here: {quoted}."
NEW_SAID = "New here: {quoted}."
AGAIN_SAID = "Here again: {quoted}."
QUOTED = "“{text}”"
CHOSEN = "You chose: {label}"
CHOSEN_THEN = "You had chosen, {day}: {label}"
CHOSEN_OF = "{ask} {label}"
REST = "There is more of it in the note itself."
NO_STORY = "This was written on its own, so there is no story of it."

# --- ratings -------------------------------------------------------------------------------------

RATINGS = "Ratings over time"
NONE_YET = "Nothing is chosen yet. What you choose at the end of an element comes here."
WHICH_SET = "Which set of questions?"
NOW = "today"
HELD = "{first} to {last}: {label}"
ONCE = "{day}: {label}"
OTHER_SCALE = "Some of it was chosen on another scale. In words it is all here."

# --- then and now --------------------------------------------------------------------------------

MAP = "Then and now"
LEGEND = "○ at first   ● now   ◉ both"
FROM_TO = "{then} → {now}"
WITH_MONTH = "{label}, {month}"
NOT_CHOSEN = "–"
NOT_CHOSEN_SAID = "{title}: nothing chosen yet."
MOVED_SAID = "{title}: {then}, {then_day}. Now {now}, {now_day}."
SAME_SAID = "{title}: {now}, {then_day} and {now_day}."
ONCE_SAID = "{title}: {now}, {now_day}."

# --- a year --------------------------------------------------------------------------------------

LAST_TWELVE = "The last twelve months"
IN_YEAR = "{year}"
YEAR_EMPTY = "There is nothing here from this time."
THOUGHT = "I thought about"
CHANGED = "What I chose anew"
CHANGED_LINE = "{title}, from {before} to {after}"
CHANGED_OF = "{title}. {ask} From {before} to {after}"
STEPS = "Next steps"
WORDS = "My words"
UNDER = "{heading}: {said}"

# --- the plain interface -------------------------------------------------------------------------

STORY_ELEMENTS = "Which element's story? These have one."
STORY_QUESTIONS = "{title}. Which question?"
STORY_TOLD = "From the first time to the last:"
STORY_MORE = "Press enter to hear what came after that."
STORY_END = "That is the whole story. Press enter to go back."
RATINGS_OF = "{title}. What you chose over time:"
MAP_OF = "{title}. What you chose at first, and what you chose last:"
SETS_ALSO = "Type the number of another set to hear that one, or press enter to go back."
YEAR_ALSO = "Type the number of another year to hear that one, or press enter to go back."
YEAR_OF = "{title}:"


def of_day(when: date, today: date) -> str:
    """A day: "today", "14 March", with its year where that is another one."""
    return day(when, today).removeprefix("on ")


def month_and_year(year: int, number: int) -> str:
    """A month as the heading of a page: "March 2026"."""
    return f"{MONTHS[number - 1]} {year}"


def of_month(when: date, today: date) -> str:
    """The month of a day: "March", or "March 2025" where that is another year."""
    return month(when.month, when.year, today.year)
