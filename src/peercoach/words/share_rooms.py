"""What the rooms of a share say: choosing, for whom, reading, writing, and what left."""

from collections.abc import Mapping

from peercoach.words.share import RECIPIENTS

# --- one that waits ------------------------------------------------------------------------------

WAITS = "A share waits for you"
WAITING = "You began this, and nothing has left. It is as you left it."
GO_ON = "Go on with it"
BEGIN_ANOTHER = "Begin another"
BEGIN_ANOTHER_ABOUT = "The one that waits then gives way to it. No note is touched."

# --- choosing ------------------------------------------------------------------------------------

CHOOSE = "Share: choose what goes"
CHOOSE_HINT = "Space takes a note or puts it back. You read all of it before it leaves."
NOTHING_TO_SHARE = "There is nothing to share yet. What you write comes here."
CHOSEN = "[x]"
OPEN = "[ ]"
NONE_CHOSEN = "Nothing is chosen yet. Space takes a note."
CHOSEN_NONE = "none chosen"
ONE_NOTE = "1 note"
NOTES = "{count} notes"
ONE_RATING = "1 rating"
RATINGS = "{count} ratings"
AND = " and "
CHOSEN_SO = "{what} chosen"
NO_NOTE = "This can't be shared by itself."

# --- for whom, and whose -------------------------------------------------------------------------

WHOM = "Share: for whom, and whose story"
FOR_WHOM = "For whom"
STRICT: Mapping[str, str] = {
    "coach": "left-overs stand, you see them",
    "supervisor": "the same; they may have to act",
    "evaluation": "left-overs are hidden at first",
    "peers": "the same; they know each other",
    "public": "the same; strangers read it",
}
STRICT_ABOUT: Mapping[str, str] = {
    "coach": "What is left over, such as words with a capital, stands as it is. You are shown it.",
    "supervisor": "The same as for a coach. They may have to act on what they read.",
    "evaluation": "Words with a capital and long numbers are hidden until you let them stand.",
    "peers": "The same. A story told in one room is told in the next: think of who they know.",
    "public": "The same. Think of a stranger who knows your team. It may be there for ever.",
}
WHOSE = "Whose story"
WHOSE_ABOUT = "Whose story is this? A story of somebody who was not asked is left out."
SHORT_STORIES: Mapping[str, str] = {
    "mine": "mine",
    "theirs-agreed": "they said yes",
    "theirs-not-asked": "not asked",
}
DATES = "Dates"
SEASONS = "as seasons"
SEASONS_ASIDE = "“spring 2026”"
MOVED = "moved, all alike"
MOVED_ASIDE = "the time between stays true"
SEASONS_ABOUT = "Each day becomes its season and year."
MOVED_ABOUT = "All days move by the same number of days, which nobody is told."
MARKED = "(•) {text}"
UNMARKED = "( ) {text}"
SAY_WHOM = "Say first whom it is for."
SAY_WHOSE = "Say for each note whose story it is. Then we go on."
NOTHING_GOES = "Then nothing is left to share. " + (
    "You can ask them, and share it another time. Or choose another note."
)
FROM_HEAL = (
    "This is from Heal, so I keep nothing of the share before the end. If you leave, you begin "
    "it anew."
)

# --- reading -------------------------------------------------------------------------------------

READ = "Read it as it will leave"
FOR = "for {recipient}"
SMALL = "This is typed mostly without capitals. Names are hard to find in it: read word by word."
MORE_BELOW = "There is more of this note below. Go down to its end, then answer."
ANSWER_FIRST = "First the question below. Your answer is the way on."
FIRST_PAGE = "This is the first note."
CHANGED_ONE = "That changed note {notes}, too. You read it once more before anything leaves."
CHANGED_SOME = "That changed notes {notes}, too. You read them once more before anything leaves."
CHANGED_HERE = "This note has changed since you read it. Read it once more, and answer again."
READ_BEFORE = "You have read this as it stands. You said: {answer}."
NOTHING_TO_UNDO = "There is nothing to take back."
UNDONE = "Taken back."
IS_HIDDEN = "This is hidden already. To have it back, keep it."
IS_OPEN = "This stands as it is already."
NO_WORD = "There is no word here."
STOOD = "It stood there: “{word}”"
STANDS = "It stands there as you wrote it."
KEPT_ALWAYS = "This word stays as it is, now and the next time."
KEPT_HERE = "This stays as it is, here."
ADDED = "Added to people and places. It is hidden wherever it stands."
HIDDEN = "Hidden."
HIDDEN_EVERYWHERE = "Hidden in each note of this share."

SOURCES: Mapping[str, str] = {
    "found": "I found it",
    "possible": "it may be one, so I hid it",
    "known": "in your people and places",
    "yours": "you hid it",
}
LABEL_TOLD = "{label}: {kind}, {source}."
LABEL_BESIDE = "{kind}; {source}"
WORD_TOLD = "“{word}” leaves as it is."
LEFTOVERS: Mapping[str, str] = {
    "capital": "a capital: a name?",
    "number": "a long number",
    "quotation": "somebody's own words",
}
LEFTOVER_TOLD = "“{word}” leaves as it is: {why}"

BESIDE_HIDDEN = "Hidden"
BESIDE_LEFT = "Still standing there"
BESIDE_RISKS = "Worth a thought"
BESIDE_SHAPES = "What the marks say"
EVERYDAY = "Everybody's words: {words}"
NOTHING_HIDDEN = "Nothing was hidden."
NOTHING_LEFT = "Nothing that I would look at twice."
EXCERPT = "“{text}”"
SHAPES: Mapping[str, str] = {
    "found": "‹ › hidden: I found it",
    "possible": "‹? › hidden: it may be one",
    "known": "‹= › hidden: in people and places",
    "yours": "‹+ › hidden: by you",
}

# --- deciding ------------------------------------------------------------------------------------

WHAT_NOW = "What about this?"
HIDE = "Hide it here"
HIDE_ABOUT = "In this one place."
EVERYWHERE = "Hide it everywhere"
EVERYWHERE_ABOUT = "In each note of this share."
ADD = "Add to people and places"
ADD_ABOUT = "From now on this name is known. The list stays in your notebook."
KEEP = "Keep it here"
KEEP_ABOUT = "It leaves as it is, in this one place."
KEEP_ALWAYS = "Keep it always"
KEEP_ALWAYS_ABOUT = "It tells nothing. It leaves as it is, now and the next time."
SHOW = "See what stood there"
SHOW_ABOUT = "Until you move on."
LEAVE = "Leave it"

WHAT_IS_IT = "What is it?"
HIDE_AS: Mapping[str, str] = {
    "PERSON": "A person",
    "PLACE": "A place",
    "ORG": "An organisation",
    "WORD": "Another word",
}
WHICH_PERSON = "Is it someone who is there already?"
WHICH_THING = "Is it one that is there already?"
AS_IT_STANDS = "A new one, called just that"
WHOLE_NAME = "A new one, with a longer name"
WHOLE_NAME_ABOUT = "You type the whole name."
ROLE = "Who are they to you?"
TYPE_NAME = "What is the whole name?"
NAME_HINT = "It stays in your notebook."
NAME_UNDERSTOOD = "“{name}”"
ADD_IT = "Add it"
NAME_AGAIN = "Type it again"

# --- writing -------------------------------------------------------------------------------------

WRITE = "Share: write the file"
GOES = "{what}, for {recipient}."
NOTES_GO = "Notes"
COULD_TELL_ONE = "You said that someone could perhaps tell from note {notes}."
COULD_TELL_SOME = "You said that someone could perhaps tell from notes {notes}."
READ_AGAIN = "Read it again"
FORM = "Form"
FORMS: Mapping[str, str] = {
    "markdown": "Markdown",
    "html": "web page",
    "docx": "Word",
    "json": "JSON",
    "csv": "ratings (CSV)",
}
FORMS_ABOUT: Mapping[str, str] = {
    "markdown": "Markdown: plain text, for any program.",
    "html": "Web page: to read or print. It is one file, and it fetches nothing.",
    "docx": "Word: for people who want to write notes on it.",
    "json": "JSON: for a program, and for an evaluation.",
    "csv": "CSV: figures for a spreadsheet, and none of your notes.",
}
PRINT = "Print"
USUAL_PRINT = "usual"
LARGE_PRINT = "large"
SEAL = "Sealed"
OPEN_FILE = "no, anyone can open it"
SEALED_FILE = "yes, for one person"
SEAL_ASK = "Their key: a line that begins with age1"
SEAL_NEEDED = "To seal it I need their key. It begins with age1. Ask them for it."
WHERE = "Where it goes"
RATINGS_GO = "Ratings, as they will leave"
ONE_YES = "One yes writes the file. Before that, nothing has left."
NO_PATH = "Say where the file is to go."
IS_FOLDER = "That is a folder. Type a name for the file after it, such as notes.md."
FILE_NAMES: Mapping[str, str] = {
    "coach": "notes-for-my-coach",
    "supervisor": "notes-for-my-supervisor",
    "evaluation": "notes-for-an-evaluation",
    "peers": "notes-for-peers",
    "public": "notes",
}
DOCUMENTS = "Documents"
TOOK = "Something was not read as it now stands. Here it is."
WRITTEN = "It is written"
WRITTEN_TO = "Written to {path}"
OPEN_ADVICE = (
    "Anyone who gets this file can read it. Delete it when it has arrived, and empty the bin."
)
SEALED_ADVICE = "Only who has the key can open it. Peercoach is not needed for that."
REMEMBERED = "What I remember"
REMEMBERED_TOLD = (
    "The day, for whom, which notes, the form, the name of the file, whose story you said it was, "
    "and your answers. No word of a note. You find it in Look back, under “What left”."
)
REMEMBERED_HEAL = (
    "The day, for whom, the form, the name of the file, and your answers. No word of it. You find "
    "it in Heal, under “What left”."
)
ASK_BACK = "If you want it back"

# --- what left -----------------------------------------------------------------------------------

LEFT = "What left"
LEFT_HINT = "Each share that left your notebook. No word of a note is kept here."
LEFT_NONE = "Nothing has left your notebook."
LEFT_FROM_HEAL = "What left from Heal"
TO = "To {recipient}"
SEALED = "sealed"
ASKED_BACK = "asked back"
LEFT_FACTS = "Left {day}, to {recipient}"
NOTES_IN_IT = "Notes in it"
GONE_NOTE = "A note that is no longer here"
A_SITTING = "One from Heal"
STORY_AND_ANSWER = "{story}. Could someone tell? {answer}."
STORY_ALONE = "{story}."
KEY = "Who is who"
KEY_HIDDEN = "Press {key} to see what each label stood for."
KEY_NONE = "There are no labels in it."
KEY_GONE = "its words are no longer here"
ASK_IT_BACK = "To ask it back"
ASKED_BACK_ON = "You noted {day} that you asked for it back."
NOTED = "Noted. I put down that you asked for it back today."
NOTED_BEFORE = "You noted that already."
SHARED_WITH = "Shared with {recipient}, {day}."


def amount(notes: int, ratings: int) -> str:
    """How much it is: "2 notes and 1 rating"; empty text for nothing."""
    found = []
    if notes:
        found.append(ONE_NOTE if notes == 1 else NOTES.format(count=notes))
    if ratings:
        found.append(ONE_RATING if ratings == 1 else RATINGS.format(count=ratings))
    return AND.join(found)


def chosen(notes: int, ratings: int) -> str:
    """How much is chosen."""
    what = amount(notes, ratings)
    return CHOSEN_SO.format(what=what) if what else CHOSEN_NONE


def numbers(found: list[int]) -> str:
    """Numbers of notes, as they are said: "1, 2 and 5"."""
    said = [str(one) for one in found]
    return AND.join(filter(None, (", ".join(said[:-1]), said[-1])))


def whom(recipient: str) -> str:
    """Whom it is for; empty text where that was not said."""
    return RECIPIENTS.get(recipient, "")
