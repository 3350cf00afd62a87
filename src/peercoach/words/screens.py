"""What the full interface says, room by room."""

from datetime import date

from peercoach.words.when import MONTHS, day

SCREEN_READER = "Using a screen reader? Press ctrl+q, then run: {peercoach} --plain"

# --- anywhere ------------------------------------------------------------------------------------

TOO_SMALL = "Make the window larger, and we go on where you were."
CRASHED = (
    "Something went wrong, and Peercoach had to close. Your notebook is locked. What you typed is "
    "kept, but for the last second at most. Start Peercoach again to go on."
)
TO_LEAVE = "To leave, press ctrl+q. It locks your notebook first."
PALETTE = "What would you like to do?"
NOTHING_SUCH = "Nothing goes by that name. Try another word."
LOCKED = "Locked. No one else can read this."
LOCKED_SAVED = "Saved {time}. Locked. No one else can read this."
NOT_SAVED_LOCK = "Press ctrl+l again to lock without the last words."
NOT_SAVED_QUIT = "Press ctrl+q again to leave without the last words."
IN_ROOM: dict[tuple[str, str], tuple[str, str]] = {
    (room, "home"): ("Back", "Go back to where you were.")
    for room in (
        *("note", "versions", "bin", "words", "settings", "people", "spare", "within"),
        "passphrase",
        *("plans", "plan", "hours", "asked"),
        *("goal", "goal-walk"),
        *("stories", "story", "ratings", "map", "year"),
        *("share-choose", "share-whom", "share-read", "share-write", "left", "left-one"),
        *("support", "keys", "element"),
    )
} | {
    ("settings", "open"): ("Change", "Go to the next value, or open what is chosen."),
    ("reflect", "open"): ("Choose", "Take what is marked. A number marks a step of a rating."),
    ("hour", "open"): ("Choose", "Take what is marked."),
    ("hour", "home"): ("Home", "Go home. What you are writing waits for you."),
    ("reflect", "home"): ("Home", "Go home. What you are writing waits for you."),
    ("goal-walk", "enough"): ("Enough", "Keep what there is. It makes a whole goal."),
    ("goal-walk", "open"): ("Choose", "Take what is marked. A number marks one of them."),
    ("goal-walk", "home"): ("Back", "Go back. What you are writing waits for you."),
    ("goal", "edit"): ("Change", "Change any of its words."),
    ("goal", "versions"): ("Versions", "See how this goal was before you changed it."),
    ("goal", "delete"): ("Delete", "Delete this goal. For 30 days you can bring it back."),
    ("company", "home"): (
        "Back to my passphrase",
        "Go to where your passphrase is asked for.",
    ),
    ("sitting", "open"): ("Choose", "Take what is marked, or take it out again."),
    ("sitting", "next"): ("Next", "Go on. What you wrote is kept only if you say so at the end."),
    ("sitting", "skip"): ("Skip", "Pass this by. Anything typed still stands there."),
    ("sitting", "back"): ("Back", "Go to the stop before this one."),
    ("sitting", "save"): ("Save", "Save it now, to go on with. It is not kept until you say so."),
    ("sitting", "home"): ("Leave for now", "Go home. What you wrote waits behind the same door."),
    ("weight", "home"): ("Back", "Go back to where you were."),
    ("kept", "home"): ("Close", "Close this one again."),
    ("share-choose", "open"): ("Take", "Take this, or put it back."),
    ("share-choose", "next"): ("Next", "Go on: for whom, and whose story it is."),
    ("share-whom", "open"): ("Choose", "Take what is marked."),
    ("share-whom", "next"): ("Next", "Go on, and read each note as it will leave."),
    ("share-read", "open"): ("Word", "See all that can be done with this word."),
    ("share-read", "next"): ("Next", "Go on to the next note, where this one is read."),
    ("share-read", "back"): ("Note before", "Go to the note before this one."),
    ("share-read", "hide"): ("Hide", "Hide this word here, in this one place."),
    ("left-one", "original"): ("Who is who", "Show what each label stood for, or hide it."),
    ("share-write", "open"): ("Choose", "Take what is marked."),
    ("share-write", "next"): ("Yes, write it", "Write the file. Before that, nothing has left."),
    ("kept", "shred"): ("Delete for good", "Delete all of this now, for good. No way back."),
}
"""What an action is called and does in one room, where that differs."""

# --- unlock --------------------------------------------------------------------------------------

UNLOCK = "Your passphrase"
SHOW = "Show what I type"
HIDE = "Hide what I type"
OPENING = "Opening your notebook. This takes a moment"

# --- home, elements ------------------------------------------------------------------------------

GREETING = "Good to see you."
CONTINUE = "Continue"
SHORT = "Any day"
ELEMENTS = "Elements"
AT_QUESTION = "question {at} of {of}"
NOT_RATED = "–"
CHOOSE_TITLE = "Choose an element"
LANGUAGE = "Which language?"
LANGUAGE_HINT = "The questions are the same, and so is what you wrote to them."
NO_OTHER_LANGUAGE = "Nothing here can be read in another language yet."
NO_LONGER_HERE = "No longer in the library. What you wrote is here to read."

# --- reflect -------------------------------------------------------------------------------------

CRUMB = "{framework} › {element}"
SAVED = "saved {time}"
COUNT = "{at} of {of}"
EDITOR = "Write here, as much or as little as you like."
BEFORE = "What you wrote before"
NO_BEFORE = "Nothing here yet. What you write today will be here next time."
PROMPTS = "Some ways to go on"
NO_PROMPTS = "There are no prompts here. Your own way is a good one."
ABOUT_IS = "What it is"
ABOUT_WHY = "Why it matters"
ABOUT_NOT = "What it is not"
ABOUT_ALIGNED = "Lines up with"
ABOUT_REVIEWED = "Nobody with lived experience has reviewed this wording yet."
QUESTIONS = "Go to a question"
HERE = "you are here"
ANSWERED = "answered"
RATED_BEFORE = "Last time, {day}, you chose: {label}."
CHOSEN = "chosen"
CLOSE = "Close, and go home"
LOOK_AGAIN = "Go back to the question before"
CLOSE_AND_LOCK = "Close, and lock my notebook"

# --- notes ---------------------------------------------------------------------------------------

KIND_OF = "{kind}, {element}"
CHANGED = "changed {day}"
VERSIONS = "{count} versions are kept"

# --- keys, support -------------------------------------------------------------------------------

KEYS = "The keys of this screen"
NO_KEY = "ctrl+p"
KEYS_NO_KEY = "Where it says ctrl+p: press it, type the name, press enter."
KEYS_TYPING = "While you write, plain keys write. Press ctrl+p and type “keys” to come here."
SUPPORT = "Support"


def short_day(when: date, today: date) -> str:
    """A day: "today", "yesterday", "14 March", or "14 March 2025" where that is another year."""
    return day(when, today).removeprefix("on ")


def long_day(when: date) -> str:
    """The day alone: "14 March"."""
    return f"{when.day} {MONTHS[when.month - 1]}"
