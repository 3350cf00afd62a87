"""What sharing says in plain lines: choosing, for whom, each note aloud, the file, what left."""

from collections.abc import Mapping

# --- beginning -----------------------------------------------------------------------------------

TITLE = "Share some notes. Nothing leaves before the end, and you can stop at any step."
HOME_CHOICE = "Go on with what you began to share"
WAITS = "You began to share {what}. Nothing is written yet."
GO_ON = "Go on with it"
ANOTHER = "Begin another. What waits is then let go, and no note is touched"
THIS_ONE = "Begin with this note. What waits is then let go, and no note is touched"
THESE = "Begin with those you chose now. What waits is then let go, and no note is touched"
LET_GO = "Let it go. No note is touched"
LEAVE = "Leave it as it is"
GONE = "It is let go. Your notes are as they were."
STAYS = "Nothing left. What you decided is kept, and waits for you. To go on: type :share at home."
STAYS_ALONE = "Nothing left. What you decided is kept. To go on, run: {peercoach} share --to FILE"
HEAL_STAYS = "Nothing left. What is from Heal does not wait: next time, you begin again."
HEAL_ONCE = (
    "This is from Heal, so nothing of it is kept half-way. If you leave before the end, you begin "
    "again."
)

# --- choosing ------------------------------------------------------------------------------------

CHOOSE = "Which notes? Here they are, newest first."
CHOOSE_FOUND = "Those with “{words}” in them, newest first."
CHOOSE_HOW = (
    "Type numbers, as in: 1 3 5-8. The same again takes them out. Type a word to look for it. When "
    "you have all, type a full stop."
)
CHOOSE_MORE = "Press enter for older ones."
CHOOSE_END = "That is all of them. Press enter to hear them from the newest."
IS_CHOSEN = "{line} Chosen."
NOTHING_FOUND = "No note has “{words}” in it. You are where you were."
NOTHING_CHOSEN = "Nothing is chosen yet."
NOTHING_TO_CHOOSE = "There is nothing to share yet. What you write comes here."
NO_SUCH_NUMBER = "There is no number {number} here."
CHOSEN = "You have chosen {what}."
NOT_CHOSEN = "You have chosen none now."
ONE_NOTE, NOTES = "one note", "{count} notes"
ONE_RATING, RATINGS = "one rating", "{count} ratings"
AND = "{notes} and {ratings}"

# --- for whom ------------------------------------------------------------------------------------

WHOM = "Who is it for? The further it goes, the more I hide."
WHOSE = "Whose story is this?"
WHOSE_NOTE = "{kind}, {day}: {words}"
HEAL_NOTE = "From Heal"
DATES = "How are dates told?"
AS_SEASONS = "As seasons, such as spring 2026"
AS_MOVED = "All moved by the same number of days, so that the time between them stays true"
NONE_LEFT = "Now nothing is left to share. Your notes are as they were."

# --- each note -----------------------------------------------------------------------------------

NOTE = "Note {number} of {of}. {heading}"
LABELS = "Hidden words are said as labels, such as Person A. The same label is the same person."
SMALL = "This one is typed mostly without capitals, so I miss more names. Look at each word."
AGAIN_CHANGED = "You have read this one. Something you decided since has changed it, so here again."
CHANGED_SINCE = "It is not as I read it to you any more. Here it is as it stands now."
LEAVES_SO = "It leaves like this:"
ENDS = "That is all of it."
HIDDEN = "Hidden in it:"
NOTHING_HIDDEN = "Nothing is hidden in it."
SURE = "{label}: {kind}, {how}"
TIMES = "{line}, {count} times"
IN = "{line}, at the end of {words}"
HOW_SURE: Mapping[str, str] = {
    "known": "from your people and places",
    "found": "sure",
    "possible": "possible",
    "yours": "hidden by you",
}
LEFT_OVERS = "Still standing, and worth a look:"
NO_LEFT_OVERS = "Nothing else stands there that asks for a look."
LEFT_OVER: Mapping[str, str] = {
    "capital": "{text}, a word with a capital",
    "number": "{text}, a number",
    "quotation": "{text}, said word for word",
}
EVERYDAY = "Everyday words with a capital: {words}"
RISKS = "To think of:"
RISK = "{says} Here: “{text}”"
RISK_WHOLE = "{says} Here: {text}"
ANSWER_HOW = (
    "Type no, perhaps or yes. To change a word first, type :hide, :keep or :add and its number or "
    "the word. Type :help for more."
)
ANSWER_WORDS: Mapping[str, str] = {"n": "no", "p": "perhaps", "y": "yes"}
"""First letters do for an answer."""
KEPT_ANSWER = "Noted."
ALL_READ = "You have read all of it."

WHICH = "Which one? Type its number or the word behind it, as in “:{name} 3”."
NOT_THERE = "“{typed}” does not stand there."
SEVERAL = "That stands there more than once. Which one?"
ALL_HERE = "All of these"
EVERYWHERE = "Everywhere, in each note of this share"
CHOOSE_OR_LEAVE = "Type a number, or press enter to leave it as it is."
UNCHANGED = "Nothing was changed."
IS_HIDDEN = "That is hidden already, as {label}."
STANDS = "That stands as you wrote it."
HIDDEN_NOW = "Hidden. It is told as {label}."
HIDDEN_EVERYWHERE = "Hidden in each note. It is told as {label}."
STANDS_NOW = "It stands as you wrote it, this once."
STANDS_ALWAYS = "It stands as you wrote it, now and each time."
STILL_HIDDEN = "I took that down. Here it is still hidden, as {label}."
UNDONE = "Taken back. What you added or always keep stays in your people and places."
NO_UNDO = "There is nothing to take back."
OTHERS_CHANGED = "That changes a note you have read. I read it to you again."
WROTE = "You wrote there: {words}"
QUOTED = "“{text}”"

ADD_WHAT = "What is it?"
ADD_NAME = (
    "Is it in your people and places already, or do you know the whole name? Type that name. Or "
    "press enter to take it as it stands."
)
ADD_ROLE = "Who is it to you? This stands in the place of the name."
ADDED = "Added to your people and places. It is told as {label}."

# --- the file ------------------------------------------------------------------------------------

FOR = "for {whom}"
READY = "It is ready to be written, {whom}: {what}."
RATINGS_TOO = "These ratings leave too:"
WRITE_IT = "Choose a form, and write the file"
READ_AGAIN = "Read a note again"
OTHER_WHOM = "Say anew for whom it is"
WHAT_NOW = "What now?"
LEAVE_WAITING = "Type a number, or press enter to leave it waiting."
READ_WHICH = "Which one?"
FORM = "In what form?"
FORMS: Mapping[str, str] = {
    "markdown": "Markdown: plain text, for any program",
    "html": "Web page: one file, to read or print",
    "docx": "Word: for people who want to write notes on it",
    "json": "JSON: for a program, and for an evaluation",
    "csv": "Ratings as CSV: figures for a spreadsheet, and none of your notes",
}
FORM_NAMES: Mapping[str, str] = {
    "markdown": "Markdown",
    "html": "a web page",
    "docx": "Word",
    "json": "JSON",
    "csv": "ratings as CSV",
}
LARGE = "In large print?"
YES, NO = "Yes", "No"
SEAL = (
    "Seal it, so that only one person can open it? Paste the key they gave you: it begins with "
    "age1. Or press enter to leave it open."
)
SEAL_OPEN = "Left open. Anyone who has the file can read it."
WHERE = "What is the file to be called? Type its name, or its folder and name, as in “{example}”."
EXAMPLE = "notes"
WHERE_HOW = "Press enter to go back."
CONFIRM = "I write {what} {whom} into this file: {path}"
CONFIRM_FORM = "It is {form}, and {sealed}."
SEALED, OPEN = "sealed for one person", "open to anyone who has the file"
CONFIRM_HOW = "You have read every word of it. Type yes to write it, or no."
NOT_WRITTEN = "Nothing was written."
WRITTEN = "Written to {path}"
REMEMBERED = (
    "Your notebook keeps that it left: the day, for whom, which notes, and your answers. No word "
    "of a note is in that, and none of it is in the file."
)
TO_ASK_BACK = "If you want it back one day, you can say or send this:"
SEE_LEFT = "To hear this again, type :left among your notes."
SEE_LEFT_HEAL = "To hear this again, type :left in Heal."

# --- what left -----------------------------------------------------------------------------------

LEFT = "What left your notebook, newest first."
LEFT_NONE = "Nothing has left your notebook."
LEFT_NONE_HEAL = "Nothing of Heal has left your notebook."
LEFT_LINE = "{day}, for {whom}: {what}"
LEFT_ASKED = "{line}. You asked for it back {day}"
LEFT_HOW = "Type a number to hear one. Press enter to go back."
LEFT_ONE = "It left {day}, for {whom}, as {form}, {sealed}. The file was called {file}"
LEFT_NOTES = "In it:"
LEFT_NOTE = "{line} {story}. {answered}"
LEFT_NOTE_GONE = "A note that is no longer here. {story}. {answered}"
LEFT_STORIES: Mapping[str, str] = {
    "mine": "Your story",
    "theirs-agreed": "Somebody else's, who said yes",
}
LEFT_ANSWERED = "Could a colleague tell who it is? You said {answer}."
LEFT_RATINGS = "Beside that {what}."
LEFT_ONE_HOW = (
    "Type :original to hear what each label stands for. Type :asked-back when you have asked for "
    "it back. Press enter to go back."
)
KEY = "{label}: {words}"
KEY_GONE = "{label}: this was deleted"
NO_KEY = "No label in it stands for a name."
ASKED_BACK = "You asked for it back {day}."
ASKED_BACK_NOW = "Noted: you asked for it back today."

# --- the command ---------------------------------------------------------------------------------

SHARE = """Choose notes, take out what could tell who is meant, and write them for somebody.

You read each note as it will leave, on a terminal: without that nothing is written. Nothing of
Heal is in it, unless its id is given. Without a choice I ask which notes.

\b
Example:
  peercoach share --to notes.md
  peercoach share --to notes.md --for coach --since 2026-03-01
"""
SHARE_TO = "The new file, which only you can read."
SHARE_FORMAT = "The form of the file. Otherwise its ending says it, or I ask."
SHARE_FOR = "Who it is for. Otherwise I ask."
SHARE_SEAL = "Seal it with this key (age1 and more), so that one person alone can open it."
SHARE_LARGE = "In large print, where the form has print."
SHARE_ID = "This one. May be given again."
NEED_TERMINAL = "you, to read each note before it leaves"


def what(notes: int, ratings: int) -> str:
    """How much it is: "2 notes and one rating"."""
    said = ONE_NOTE if notes == 1 else NOTES.format(count=notes)
    rated = ONE_RATING if ratings == 1 else RATINGS.format(count=ratings)
    if notes and ratings:
        return AND.format(notes=said, ratings=rated)
    return rated if ratings else said
