"""What the plain interface says: whole sentences, read one after the other, top to bottom."""

from collections.abc import Mapping

from peercoach.words import welcome
from peercoach.words.screens import IN_ROOM

# --- asking --------------------------------------------------------------------------------------

PROMPT = "> "
HIDDEN = "Your passphrase (it does not show while you type): "
HIDDEN_NEW = "Type your new passphrase (it does not show): "
HIDDEN_AGAIN = "Type it once more, to be sure: "
NEED_PASSPHRASE = "your passphrase"
CHOOSE_NUMBER = "Type a number and press enter. Type :help for other choices."
CHOOSE_OR_HOME = "Type a number and press enter. Type :home to go home, or :help for other choices."
CHOOSE_OR_BACK = "Type a number, or press enter to go back. Type :help for other choices."
NOT_A_CHOICE = (
    "That is not one of the choices here. Type :again to hear them again, or :help for others."
)
ANSWER_FIRST = "I asked you something first. Type :again to hear it again."
ENTER_GOES_BACK = "Press enter to go back."
HOW_TO_ANSWER = (
    "Write your answer. End with a line holding a single full stop. Type :help for other choices."
)
HOW_TO_ADD = (
    "This is here already. What you write now is added to it. End with a line holding a single "
    "full stop. Type :fresh to write it again, or :help for other choices."
)
HOW_TO_RATE = "Type the number of what fits best. Press enter on its own to skip."
HOW_TO_CLOSE = "Press enter to close it. Type :back to go back, or :questions to go to one."
FIRST_STOP = "This is the first one. There is nothing before it."
NOTHING_YET = "Nothing is written here yet. Type :skip to go on without, or :pause to go home."

# --- the door ------------------------------------------------------------------------------------

WAYS_TO_CHOOSE = [
    "How would you like to choose your passphrase?",
    "1. Type it twice, and it does not show.",
    "2. Type it once, and see what I type.",
    "3. Suggest some words to me.",
]
SUGGESTED = "Here are five words: {words}"
SUGGESTED_MORE = (
    "If you like them, write them down and keep them safe, then choose 1 or 2 and type them. "
    "Choose 3 for other words."
)
SHOWN = "Type your new passphrase. It shows as you type, so look who is beside you."
NOT_THE_SAME = "Those two were not the same. Nothing was made yet. Let us try again."
WEAK_CHOICE = [
    "1. Choose another one.",
    "2. Use this one all the same.",
]
NO_WAY_BACK = (
    "Nobody can open your notebook without this passphrase, and nobody can look it up for you. "
    "Write it down and keep it somewhere safe."
)
MAKING = "Making your notebook. This takes a moment."
MADE = "Your notebook is made. It lives here: {path}"
WELCOME_BACK = "This is Peercoach. Your notebook is locked."
TO_LEAVE = "Press enter on its own to leave."
AT_DOOR = "Your spare key works here too. You can also type :help, or :support for people to call."
OPENING = "Opening your notebook. This takes a moment."
OPEN = "Your notebook is open."
UNUSABLE = (
    "One framework file can't be used yet: {file}. To see why, run: {peercoach} frameworks list"
)
ALONE_AGAIN = "You are alone again: your passphrase opens your own notes."
NOTHING_TO_CLOSE = "There is no notebook here yet, so there is nothing to keep closed."
START = [
    "Where shall we start?",
    "1. Three short questions.",
    "2. Sharing the movement.",
    "3. Choose another element.",
]

# --- reflecting ----------------------------------------------------------------------------------

TITLE = "{framework}: {element}"
QUESTION = "Question {at} of {of}. {ask}"
QUESTION_AT_LEVEL = "Question {at} of {of}, {level}. {ask}"
STOP = "{heading}. {ask}"
HINT = "Hint: {hint}"
ANSWERED_BEFORE = "You have answered this before, {day}. Type :before to hear it."
RATED_BEFORE = "Last time, {day}, you chose: {label}."
RATED_HERE = "You chose here: {label}."
SO_FAR = "You wrote so far:"
SAVED = "Saved at {time}."
NOTHING_SAVED = "There is nothing new to save."
LINE_TAKEN_BACK = "The last line is taken back. It said: {line}"
NO_LINE = "There is no line to take back."
PUT_AWAY = (
    "Put away, and nothing of it is lost. Write it again, or type :undo to have it back. Once you "
    "write something else here, it stays as an earlier version."
)
BACK_AGAIN = "What you put away is back. It says:"
BEFORE = "Written {day}:"
NO_BEFORE = "You have not answered this before."
PROMPTS = "Some ways to go on:"
NO_PROMPTS = "There are no prompts here."
ABOUT_IS = "What it is:"
ABOUT_WHY = "Why it matters:"
ABOUT_NOT = "What it is not:"
ABOUT_ALIGNED = "It lines up with: {title}"
ABOUT_REVIEWED = "Nobody with lived experience has reviewed this wording yet."
QUESTIONS = "The questions here:"
QUESTION_ANSWERED = " Answered."
QUESTION_HERE = " You are here."
QUESTIONS_CHOOSE = "Type the number of the one to go to. Press enter on its own to stay."
BRINGING = "You bring this to our next conversation. Type :bring again to leave it here."
NOT_BRINGING = "This stays here. You do not bring it to our next conversation."
NOTHING_TO_BRING = "There is nothing to bring here. Type :back to go to a question."
NOTHING_IN_WORDS = "Nothing is written in words here."
COUNT = "This is question {at} of {of}."
COUNT_SHOWN = "From now on I say which question it is."
COUNT_HIDDEN = "From now on I do not say which question it is."
CLOSED = "Closed and kept."
PAUSED = "Paused. What you wrote here waits for you."

# --- commands ------------------------------------------------------------------------------------

MARKED = {
    "helped": "Marked: this one helped.",
    "jarred": "Marked: this one jarred.",
    "": "The mark is taken back.",
}
SAID_LAST_TIME = {
    "helped": "This one helped you last time.",
    "jarred": "This one jarred last time. You can type :skip to leave it out.",
}
SAID_OF_ANOTHER = {
    "helped": "Another wording of this one helped you.",
    "jarred": "Another wording of this one jarred.",
}
HELP = "You can type these here, at the start of a line:"
HELP_LINE = ":{name}. {help}"
HELP_NAMES = "{name} or :{also}"
HELP_ANSWER = [
    "An answer ends with a line holding a single full stop, or with control-D.",
    "To write a line that is only a full stop, type two. To start a line with a colon, type two.",
    "Each line is saved when you press enter.",
    "Every line that you paste is part of your answer, if this window tells me of it. If it does "
    "not, a pasted line that is a full stop or a command does what it says.",
]
HELP_OVER: Mapping[str, str] = {
    "keys": "Hear what you can type here.",
    "cover": "Clear the window at once. Enter brings you back. After a minute I lock.",
    "prompts": "Hear the hint and some ways to go on from here.",
    "before": "Hear what you wrote here before.",
    "jump": "Hear every question of this element and go to one.",
    "progress": "Have me say which question this is, or not.",
    "search": "Find notes by their words. Type them behind it, as in: :search kettle",
    "by_element": "Hear what you wrote about one element.",
    "by_kind": "Hear one kind of note: answers, ratings, next steps.",
    "bin": "Hear what you deleted in the last 30 days.",
    "versions": "Hear how this note was before you changed it.",
    "keep_only": "Keep the version you heard last. The others are deleted for good.",
    "restore": "Put the note you heard last back where it was.",
    "shred": "Delete the note you heard last, for good. There is no way back.",
    "timer": "Hear how much of this part's time is left.",
    "visit": "Go to your notes, an element or your goals, and come back here.",
    "hours": "Hear when your own hour is. Choose it, move it, or begin it.",
    "plans": "Hear how an hour together, or alone, can go.",
    "language": "Hear a framework in another language, where there is one.",
    "aligned": "Hear what this lines up with. Go there, or stay.",
    "settings": "What I say, locking, and where you are.",
    "home": "Go home.",
    "hide_everywhere": "Hide a word in each note of this share, as in: :hide-everywhere 3",
    "add_known": "Add a name to your people and places, by number or word, as in: :add 3",
    "keep_word": "Let a word stand as you wrote it, this once, as in: :keep 3",
    "keep_always": "Let a word stand as it is, now and each time, as in: :keep-always 3",
    "original": "Hear what you wrote there, as in: :original 3. Look who listens.",
    "leftovers": "Hear what still stands there and is worth a look.",
    "left": "Hear what you shared, for whom and when.",
}
"""Said in place of an action's help where that speaks of a screen."""
HELP_IN: Mapping[tuple[str, str], str] = (
    {
        ("reflect", "home"): "Go home. What you are writing waits for you.",
        ("hour", "home"): "Go home. What you are writing waits for you.",
        ("company", "home"): "Open your own notes again. I ask for your passphrase.",
        ("element", "home"): "Go back to the elements.",
        ("goal-walk", "enough"): "Keep what there is. It makes a whole goal.",
        ("goal-walk", "home"): "Go home. What you are writing waits for you, in Goals.",
        ("goal", "edit"): "Change any of its words.",
        ("goal", "versions"): "Hear how this goal was before you changed it.",
        ("goal", "delete"): "Delete this goal. For 30 days you can bring it back.",
        ("share-read", "hide"): "Hide a word here, by its number or the word, as in: :hide 3",
        ("left-one", "original"): "Hear what each label stands for. Look who listens.",
        ("left-one", "home"): "Go home.",
    }
    | {
        (room, "home"): "Go home. Nothing leaves, and what you decided waits for you."
        for room in ("share-choose", "share-whom", "share-read", "share-write")
    }
    | {
        (room, action): IN_ROOM[room, action][1]
        for room, action in IN_ROOM
        if room == "sitting" or (room, action) == ("kept", "shred")
    }
)
"""The same in one room, where that differs."""
UNKNOWN = "I don't know :{typed}, so I took it as a slip, not as part of your text."
UNKNOWN_NEAREST = " Did you mean :{name}? {help}"
UNKNOWN_HELP = " Type :help to hear what you can type."
UNKNOWN_WRITING = (
    " To write a line that begins with a colon, type two. Type :help to hear what you can type."
)
TAKEN_AS_TEXT = (
    "I took that line as part of your text. A command is one word behind a colon, as in :help. "
    "Type :undo to take the line back."
)
NOT_HERE = ":{name} does not work here. Type :help to hear what does."

# --- leaving -------------------------------------------------------------------------------------

INTERRUPTED = (
    "You pressed control-C. Nothing is lost: every line is saved. Press it once more to leave, "
    "or write on."
)
STAYS_OPEN = "Your notebook stays open."
UNCOVERED = "You are back where you were."
LAST_LINE_KEPT = "The line you were typing is saved too."
INPUT_ENDED = "The input ended here."
DRAFT_KEPT = "What you wrote is kept, and waits for you."
DRAFT_NOT_KEPT = "The last of what you wrote could not be saved."
LOCKED = "Locked. No one else can read this."
LOCKED_SAVED = "Saved at {time}. Locked. No one else can read this."
CLEARED = "I cleared this window and what could be scrolled back to."
CANT_CLEAR = (
    "What I can't clear: a recording of this window, a copy you made, a screen reader's log."
)
CANT_CLEAR_IN: Mapping[str, str] = {
    "tmux": "You are in tmux, which may keep its own copy. To clear it, type: tmux clear-history",
    "screen": "You are in screen, which may keep its own copy. Close its window to be sure.",
}
GOODBYE = "You can close this window."


def welcome_lines() -> list[str]:
    """The five lines of the first screen, with support where the plain interface has it."""
    return [line.replace("key away: ctrl+g", "word away: :support") for line in welcome.LINES]


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own."""
    return text if text.rstrip("”’\"')").endswith((".", "?", "!", "…", ":")) else text + "."


def capital(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def numbered(lines: list[str], first: int = 1) -> list[str]:
    """The lines with a number before each: "1. …"."""
    return [f"{number}. {line}" for number, line in enumerate(lines, first)]
