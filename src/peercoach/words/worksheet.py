"""What is said on a worksheet: the paper form of a framework.

A worksheet is read where no program is: each line has to make sense alone, on paper.
"""

LANGUAGE = "en-GB"
"""What these words are written in."""

# --- the document as a whole ---------------------------------------------------------------------

FILE_TITLE = "Worksheet"
INTRODUCTION = (
    "Take one question or all of them. Skip what you like. A single line is an answer, and so is "
    "an empty page."
)
PAPER = (
    "Paper can be read by whoever finds it. Write what you learned, not what happened to someone, "
    "and no names of people you support. Keep it safe, or don't keep it."
)
NOT_REVIEWED = "Nobody with lived experience has reviewed these questions yet."
DATE = "Date"

# --- one element ---------------------------------------------------------------------------------

WHAT_IT_IS = "What it is"
WHY_IT_MATTERS = "Why it matters"
WHAT_IT_IS_NOT = "What it is not"
RATING_HOW = "Tick one, or none."
EXAMPLES = "Living it"
EXAMPLES_ASK = "Where have you seen this lived? Small is fine."
COACHING = "Notes from a coaching talk"
COACHING_ASK = "If someone sits down with you, they could ask:"
COACHING_ROOM = "What came of it:"
NEXT_STEP = "One next step"
NEXT_STEP_ASK = "One small thing, if there is one. Leaving it be is a choice, too."

# --- care ----------------------------------------------------------------------------------------

DOOR = "Before you begin"
DOOR_WHAT = "Some of these questions touch on things that weigh. They never ask what happened."
DOOR_MINUTES = (
    "Take {minutes} minutes at the most. Choose three to five questions, skip any of them, and "
    "stop whenever you like."
)
DOOR_ALONE = (
    "Nobody sees this page unless you show it. So nobody will know if you are not safe. Ways to "
    "steady yourself, and people to call, come first."
)
DOOR_STEADY = "Steady enough for this now?"
DOOR_ANSWERS = ("Yes.", "Not today. That is a full answer. Put the page away.")
EXPOSURES = "What kind of thing was it?"
EXPOSURES_HOW = "Tick any, or none. You need not say more."
NOT_SURE = "I'm not sure"
CLOSING = "Before you go"
CLOSING_LINES = (
    "Put the page away, where only you will find it, or tear it up.",
    "Look around you. Feel your feet on the floor. Say today's date.",
)
CLOSING_HELPS = "One thing that helps me today"
CLOSING_TELL = "Someone I could tell"

# --- at the end ----------------------------------------------------------------------------------

TYPE_IN = "Afterwards, if you like"
TYPE_IN_HOW = (
    "The short word under a question is its name, and so is the one under a title. To put an "
    "answer into your notebook, type this with both of them, and I ask for your words:"
)
TYPE_IN_COMMAND = "peercoach note"
SOURCES = "What this draws on"
VERSION = "{title}, version {version}"


def source(title: str, publisher: str | None, year: int | None, use: str) -> str:
    """A credit on one line: whose it is, and what of it was used."""
    by = ", ".join(str(part) for part in (publisher, year) if part)
    return f"{title}{f' ({by})' if by else ''}. {use}"
