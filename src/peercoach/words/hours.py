"""Protected time: when it is, how it is chosen, and what is understood of what is typed."""

from datetime import date, datetime

from peercoach.words.when import MONTHS, clock

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
LAST_DAY = 31

TITLE = "Protected time"
ABOUT = "An hour that is yours, to sit down with this. Nothing is asked of you when it passes."
NONE = "None is chosen yet."
HOME_LINE = "protected time, {when}"
"""On Home: protected time, Thursday 4 April, 10:00."""

LAST_LINE = "Next: {day}."
"""At the very end, once the notebook is locked."""

# --- choosing ------------------------------------------------------------------------------------

ASK = "Which day, and what time?"
EXAMPLES = "For example: 4 April 10:00, or: first Thursday 10:00, or: every 2 weeks Friday 2pm."
ASK_MOVE = "Move it to which day and time?"
MOVE_EXAMPLE = "For example: 9 April 11:00. Only this one moves."
UNDERSTOOD = "I understood: {said}"
KEEP = "Keep this"
ANOTHER = "Type it another way"
KEPT = "Kept. {said}"
NOT_KEPT = "Nothing was changed."
STOPPED = "There is no protected time from now on. If it is in another calendar, take it out there."
MOVED = "Moved. {said}"
LEFT_OUT = "Left out. The others stay."
PUT_BACK = "Back where it was."

ENTER_LEAVES = "Press enter to leave it as it is."
CHOOSE_OR_ENTER = "Type a number. Press enter to go back."

# --- what can be done ----------------------------------------------------------------------------

CHOOSE = "Choose a day and time"
CHANGE = "Choose another day and time"
STOP = "Have no protected time"
STOP_ABOUT = "What you wrote stays. You can choose one again on any day."
MOVE = "Move this one"
LEAVE_OUT = "Leave this one out"
BACK = "Put it back where it was"
LEAVE_IT = "Leave it as it is"
WHAT_NOW = "What about this one?"
COMING = "Coming up"
WAS_MOVED = "moved"
IS_LEFT_OUT = "left out"
BEGIN_HOUR = "Begin my protected hour"
BEGIN_HOUR_ABOUT = "Part by part. You can stop at any of them."
BEGIN_REVIEW = "Look back over the month"
BEGIN_REVIEW_ABOUT = "What you wrote since the last time, and one thing to bring to coaching."
WRITE_FILE = "Write a calendar file"
WRITE_FILE_ABOUT = "For Outlook, Google or Thunderbird. It holds dates and times, and no notes."

# --- a monthly review ----------------------------------------------------------------------------

REVIEW_TITLE = "Monthly review"
SINCE = "What you wrote since {day}, the newest last. You need not read all of it."
SINCE_NOTHING = (
    "Nothing was written since {day}. That is fine. There may be something to say of it."
)
SINCE_ABOUT = "What you wrote since the last time, the newest last."
REVIEW_ON = "Go on, when you are ready"
REVIEW_ON_ABOUT = "What you notice, your goals, and one thing to bring to coaching."
CLEAR_TITLE = "Anything here you no longer need?"
CLEAR_HINT = "Your oldest notes. I ask once a year. Keeping all of them is fine."
CLEAR_NOT_NOW = "Not now"
CLEAR_NOT_NOW_ABOUT = "All of it stays. I do not ask again this year."
REVIEW_HOW = "Type a number to hear one whole. Press enter to go on."
SINCE_HOW = "Type a number to hear one whole. Press enter to go back."
SINCE_SAID = "What you wrote since the last time, {day}. The newest is last."
SINCE_NOTHING_SAID = "Nothing was written since the last time, {day}. That is fine."
CLEAR_HOW = "Type a number to hear one. Press enter for: not now."
CLEAR_LOOK = "Look at it"
CLEAR_ONE = "What about this note?"

# --- a calendar file -----------------------------------------------------------------------------

FILE_TITLE = "A calendar file"
FILE_ASK = "Where shall I write it?"
FILE_HINT = "A new file, only for you to read. It says when, and nothing that you wrote."
FILE_NEW = "I will make {path}."
FILE_THERE = "There is something at {path} already."
FILE_WRITE = "Write it"
FILE_OVER = "Write over it"
FILE_NEUTRAL = "Write it, and let each entry say only “Busy”"
FILE_NEUTRAL_ABOUT = "For a calendar that others can see."
FILE_ELSEWHERE = "Another place"
FILE_EXAMPLE = "For example: ~/peercoach.ics"
FILE_NAME = "peercoach.ics"
FILE_WRITTEN = "Written to {path}. Open it in your calendar. Doing that again updates it."
SUMMARY = "Protected time"
GOAL_SUMMARY = "A goal to look at"
BUSY = "Busy"

# --- how it is said ------------------------------------------------------------------------------

WHEN = "{day}, {time}"
FROM_TO = "{day}, {time} to {end}"
THEN = "{when}. Then {repeats}."
ONLY = "{when}. Only this once."
PLACE = " The time is by the clock in {place}; here it is {time}."
REPEATS = {
    "weekday": "the {nth} {weekday} of each month",
    "date": "the {day} of each month",
    "short": "the {day} of each month, or its last day",
    "last": "the last day of each month",
    "week": "every {weekday}",
    "weeks": "{weekday} every {weeks} weeks",
    "once": "only this once",
}
KEEP_AS = {
    "weekday": "Keep it, but on {repeats}",
    "date": "Keep it, but on {repeats}",
    "weeks": "Keep it, but {repeats}",
    "once": "Keep it, but only this once",
}

# --- what was not understood ---------------------------------------------------------------------

NOT_UNDERSTOOD = {
    "nothing": "I need a day and a time. " + EXAMPLES,
    "time": "I found no time of day in that. Add one, such as 10:00 or 2pm.",
    "day": "I found no day in that. Add one, such as 4 April, Thursday or first Monday.",
    "no-such-time": "A day has no such time. Try one like 10:00 or 2pm.",
    "no-such-day": "The calendar has no such day. Try another one.",
    "past": "That is over already. Choose a time that is still to come.",
    "word": "I understood some of that, but not “{word}”. " + EXAMPLES,
    "length": "An hour of yours can take from 5 minutes to 12 hours.",
    "weeks": "It can come round every 1 to 52 weeks.",
    "one": "To move one, a day and a time are enough, such as 9 April 11:00.",
}


OTHER_WEEKDAY = "That day is a {day}. Look at the day or the date once more."


def weekday(day: date) -> str:
    """The day of the week, in words."""
    return WEEKDAYS[day.weekday()]


def nth_day(day: int) -> str:
    """A day of the month: 1st, 22nd, 13th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th") if day not in (11, 12, 13) else "th"
    return f"{day}{ending}"


def whole_day(day: date, today: date) -> str:
    """A day with its weekday: "Thursday 4 April", with its year where that is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]}{year}"


def when(start: datetime, today: date) -> str:
    """A day and a time: "Thursday 4 April, 10:00"."""
    return WHEN.format(day=whole_day(start.date(), today), time=clock(start))


def repeats(repeat: str, *, first: date, nth: int, day: int, weeks: int) -> str:
    """How something comes round: "the first Thursday of each month"."""
    shape = repeat
    if repeat == "weeks" and weeks == 1:
        shape = "week"
    elif repeat == "date" and day > 28:
        shape = "last" if day == LAST_DAY else "short"
    return REPEATS[shape].format(
        nth=NUMBERS.get(nth, ""), weekday=weekday(first), day=nth_day(day), weeks=weeks
    )


def keep_as(repeat: str, repeats: str) -> str:
    """Another way for it to come round: "Keep it, but on the 2nd of each month"."""
    return KEEP_AS[repeat].format(repeats=repeats)


def place(zone: str) -> str:
    """The place of a zone: "London" of Europe/London."""
    return zone.rpartition("/")[2].replace("_", " ")
