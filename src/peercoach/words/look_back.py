"""Looking back: the timeline, one note, its versions, what was deleted, my words."""

TITLE = "Look back"
SEARCH = "Search your notes"
NEWEST_FIRST = "Newest first"
NOTHING_YET = "There are no notes yet. They come here as you write."
FOUND_NONE = "No note with these words. Fewer letters may find more."
FOUND_ONE = "1 note with these words"
FOUND_SOME = "{count} notes with these words"
FOUND_MANY = "The newest {shown} of {count} notes with these words"
ONLY = "Only: {what}"
ONLY_FOUND = "{found}. Only: {what}"
SHOW_ALL = "Show everything"
NOTHING_THERE = "Nothing yet."
WHICH_ELEMENT = "Which element?"
WHICH_KIND = "Which kind of note?"
EVERYTHING = "Everything"
KINDS = {
    "answer": "Answers",
    "note": "Notes",
    "example": "Living it",
    "words": "My words",
    "coaching": "From conversations",
    "review": "Monthly reviews",
    "step": "Next steps",
    "goal": "Goals",
    "goal-step": "Steps of a goal",
    "check-in": "Check-ins",
    "rating": "Ratings",
}

# --- one note ------------------------------------------------------------------------------------

EARLIER_WORDING = "This answers an earlier wording. Now it asks: {ask}"
NOT_ASKED_NOW = "This is no longer asked here. What you wrote stays."
NOT_IN_LIBRARY = "This is no longer in the library. What you wrote stays."
ON_ITS_OWN = (
    "This was written on its own, so there is no question to go back to. To change it, lock your "
    "notebook and run: {peercoach} edit {id}"
)
DELETE = "Delete this note?"
DELETE_30 = "Delete, and keep it for 30 days"
DELETE_30_ABOUT = "You can bring it back until then. After that it is gone."
DELETE_NOW = "Delete for good"
DELETE_NOW_ABOUT = "It is gone at once, with every earlier version. There is no way back."
KEEP_IT = "Keep it"
KEEP_ABOUT = "Nothing changes."
LEAVE_NOTE = "Leave it"
DELETED = "Deleted. You can bring it back for 30 days."
GONE = "Deleted for good."
KEPT = "It stays where it is."

# --- versions ------------------------------------------------------------------------------------

VERSIONS_TITLE = "How this note was"
NOW = "as it is now"
FIRST = "as it was first"
KEEP_ONLY = "Keep only this version?"
KEEP_ONLY_YES = "Keep only this one"
KEEP_ONLY_ABOUT = "The text of all others is deleted for good. There is no way back."
KEEP_ALL = "Keep them all"
KEPT_ONLY = "This version is the only one now."
ONE_VERSION = "There is only this one version."

# --- deleted, my words ---------------------------------------------------------------------------

BIN = "Deleted"
BIN_HINT = "Kept for 30 days. After that it is gone for good."
BIN_EMPTY = "Nothing was deleted in the last 30 days."
DAYS_LEFT = "{count} days left"
LAST_DAY = "gone tomorrow"
WHAT_NOW = "What would you like to do with it?"
TO_BRING = "To bring to our next conversation"
TO_BRING_HINT = "What you marked while you were writing."
TO_BRING_EMPTY = "There is nothing to bring just now."
BRING_READ = "Read it"
BRING_READ_ABOUT = "The question, and all that you wrote."
BRING_WRITE = "Write about it"
BRING_WRITE_ABOUT = "Go to this question."
BRING_DONE = "We talked about it"
BRING_DONE_ABOUT = "It leaves this list. What you wrote stays in your notes."
BROUGHT = "It is off the list."
LEAVE_IT = "Leave it here"
BRING_BACK = "Bring it back"
BRING_BACK_ABOUT = "It goes back to where it was."
LEAVE_DELETED = "Leave it deleted"
LEAVE_DELETED_ABOUT = "It waits here until its days are over."
SHRED = "Delete this for good?"
RESTORED = "It is back where it was."
MY_WORDS = "My words"
MY_WORDS_HINT = "How you would say things at work."
MY_WORDS_EMPTY = "There are none yet. They come from “How would you say this at work?”"


def days_left(count: int) -> str:
    """How long something deleted can still be brought back."""
    return DAYS_LEFT.format(count=count) if count > 1 else LAST_DAY


def found(shown: int, count: int) -> str:
    """What a search found."""
    if count == 0:
        return FOUND_NONE
    if count == 1:
        return FOUND_ONE
    if shown < count:
        return FOUND_MANY.format(shown=f"{shown:,}", count=f"{count:,}")
    return FOUND_SOME.format(count=f"{count:,}")
