"""What is said of the support lines that a person adds: in the settings, and where they can't be
read. What the support screen itself says stands in :mod:`peercoach.words.support`.
"""

TITLE = "Support lines"
ABOUT = (
    "Support shows these first. This is kept outside your notebook, so that it is there before "
    "you unlock. Don't write what nobody may read."
)
NOT_KEPT_HERE = "With this way of starting I write nothing here, so they hold until you leave."
CHANGE_OR_ENTER = "Type a number. Press enter to go back to the settings."
ENTER_LEAVES = "Press enter to leave it as it is."

LINE = "Support lines of your own: {own}"
NONE = "none yet"
SOME = {True: "one", False: "{count}"}
UNREADABLE = "can't be read just now"

# --- what is there, and what can be done ---------------------------------------------------------

EMERGENCY = "Emergency"
ADD_EMERGENCY = "Add your own emergency number"
ADD = "Add someone"
ADD_ABOUT = "A friend, a service near you, a line that you trust."
FULL = "There is room for {most}. To add one, take another away first."
CHECKED = "I checked them today"
CHECKED_ON = "You checked these {day}."
NEVER_CHECKED = "No day is set on which you checked these."
WHAT_NOW = "What about this one?"
CHANGE = "Change it"
TAKE_AWAY = "Take it away"
LEAVE_IT = "Leave it as it is"

# --- typing --------------------------------------------------------------------------------------

ASK_EMERGENCY = "Which number do you call in an emergency?"
EMERGENCY_HINT = "For example: 112."
ASK_NAME = "Who is it?"
NAME_HINT = "For example: Sam, or the crisis team near me."
ASK_HOW = "How do you reach {name}?"
HOW_HINT = "For example: call 01632 960 123, day or night."

KEPT = "Kept. Support shows it first."
HELD = "Support shows it first, until you leave."
GONE = "Taken away. The other lines stay."
CHECKED_NOW = "Set to today."
UNCHANGED = "Nothing was changed."

NEEDS_TEXT = "Type something, or go back to leave it as it is."
TOO_LONG = "That is too long here: {most} letters is the most. Nothing was changed."
NOT_TEXT = "There is a letter in it that can't be shown. Type it again. Nothing was changed."
IS_GONE = "That one is not there any more. Nothing was changed."

# --- the file ------------------------------------------------------------------------------------

HEADER = """\
# Your own support lines, shown before those that come with Peercoach. Not locked: do not write
# what nobody may read. You can edit this file. What you change in Peercoach writes it anew.
"""
NOT_READ = "Your own lines can't be read. See line {line}, column {column} of {path}."
"""Said on the support screen, below the people to call."""
FAULTY = (
    "Your own support lines in {path} can't be read: line {line}, column {column}. {detail} "
    "The file is as you left it, and Support shows the lines that come with Peercoach."
)
SET_ASIDE = "Put that file aside and begin anew"
SET_ASIDE_ABOUT = "It stays in the same folder under another name."
IS_ASIDE = "The old file is set aside as {path}."
EMPTY_FILE = "The file is empty. Write something in it, or delete it."
NOT_KEYS = (
    "I looked for lines that begin with a key: `emergency:`, `lines:` or `checked_on:`. I found "
    "{found}."
)
TOO_BIG = "The file is larger than I read: {most} bytes is the most. Take some of it out."
LONGER = "`{name}` is too long: {most} letters is the most."
TOO_MANY = "`lines` can hold {most}. Take some of them out."
NOT_A_DAY = "`{name}`: I looked for a day such as 2026-03-14, and found {found}."


def own(count: int) -> str:
    """How many there are, as the settings say it."""
    return SOME[count == 1].format(count=count) if count else NONE


def line(name: str, how: str, note: str) -> str:
    """One line of a person's own, as support says it."""
    return f"{name}: {how} ({note})" if note else f"{name}: {how}"
