"""What is said when notes are carried out of a notebook, or into one."""

# --- an export, for people -----------------------------------------------------------------------

README = """\
---
peercoach: about this export
---

# What this is

This is everything that you wrote in Peercoach, in the open. Anyone who has this folder can read it.
There is no passphrase on it. Delete the folder when you no longer need it, and look for copies of
it in your backups and in a sync program's bin.

- `{notes}`: your notes, a file for each year, to be read in any editor.
- `{data}`: all of it once more, for a program. Peercoach reads it back:
  run `peercoach import` with this folder.
"""
VERSIONS_LEFT = """\
- Earlier versions of your notes are in `{data}` alone. To have them in the other files too, export
  once more with `--versions`.
"""
NEWER_LEFT = """\
- Some notes were written by a newer Peercoach: {count}. They are in `{data}` alone.
"""
DELETED_IN_DATA = """\
- Notes that you deleted and could still bring back are in `{data}` alone: {count}.
"""
KNOWN_STAY = """\
- The names in your People and places are not here. They stay in your notebook, and in its backups.
"""

AT = "{kind}. {titles}"
ALONE = "{kind}."
ASKED = "**{ask}**"
LABELLED = "**{label}:** {text}"
EARLIER = "### Earlier, on {day} {time}"
CHANGED = "Written again on {day} {time}."
REFLECTION = "{kind}. {title}"
STATES = {
    "open": "Begun, and not closed yet.",
    "enough": "Closed: enough for that day.",
    "finished": "Closed.",
}
TO_BRING = "To bring to the next conversation: {ask}"
BEING_TYPED = "Being written. {title}"

# --- exporting -----------------------------------------------------------------------------------

OPEN_MEANS = (
    "I will write everything that you wrote to {path}, in the open. Anyone who has that folder can "
    "read it, without your passphrase. Delete it when you no longer need it."
)
OPEN_DELETED = (
    "Notes that you deleted and could still bring back will be in it too: {count}. They are in "
    "export.json alone. To leave them out, delete them for good first."
)
OPEN_HEAL = "What you wrote in Heal will be in it too."
HEAL_STAYS = "What you wrote in Heal stays where it is. To have it too, add --with-heal."
ASK_EXPORT = "Write it in the open? Type yes, or no: "
NOT_EXPORTED = "Nothing was written."
ASK_AGAIN = "Your passphrase once more (it does not show): "
EXPORTED = "Written to {path}. Notes: {notes}."
EXPORTED_OPEN = "Anyone who has this folder can read it. Delete it when you no longer need it."
EXPORT_NO_PARENT = "There is no folder {path} to write into. Nothing was written. Make it first."
EXPORT_INSIDE = (
    "That is inside your notebook's own folder, where nothing should lie open. Nothing was "
    "written. Choose another folder."
)

TAGS = "Tags: {tags}"
STARRED = "Marked with a star."

# --- importing -----------------------------------------------------------------------------------

IMPORTED = "Added: {added}."
IMPORTED_SAME = "Added: {added}. Here already, so left as they are: {same}."
FILE_LINE = "{file}: {reason}"
PLACE_LINE = "{file}, {where}: {reason}"

_PLACES = {
    "": "",
    "line": "line {number}",
    "entry": "entry {number}",
    "record": "record {number} of {space}",
    "draft": "draft {number} of {space}",
}

_REASONS = {
    "here-already": "is here already, so I left it as it is.",
    "same-in-export": "all that is in it is in export.json beside it. Import that file instead, "
    "or the whole folder.",
    "about-export": "tells what an export is. Nothing in it is yours.",
    "no-such-file": "there is no such file.",
    "not-a-file": "this is no file. Name the files in it that you want to import.",
    "not-permitted": "this computer does not let me read it.",
    "too-large": "is larger than I can take in at once. Part it into smaller files.",
    "not-text": "is not a text file, so I took nothing from it.",
    "not-utf-8": "is not UTF-8 text. Save it again as UTF-8, then import it.",
    "not-json": "says that it is JSON, and I can't read it as such. I took nothing from it.",
    "too-deep": "its JSON goes deeper than I can follow. I took nothing from it.",
    "unknown-json": "is JSON that I don't know. I know a jrnl export, and my own.",
    "newer-export": "was exported by a newer Peercoach. Update Peercoach, then import it.",
    "nothing-in-it": "there is nothing in it to keep.",
    "nothing-written": "there is a date and nothing under it.",
    "too-long": "is longer than one note can be. Part it into two, then import it again.",
    "not-readable": "is not as I write it, so I left it out.",
    "no-such-space": "belongs to notes that this notebook does not have.",
    "gone-for-good": "was deleted for good here, so it stays gone.",
    "draft-stays": "something else is being written there now. I left that as it is.",
    "dated-by-file": "has no date in it, so I took the day on which the file was last changed.",
    "date-not-read": "has a date that I can't read, so I took the day on which the file was last "
    "changed. The words of the date are kept in the note.",
}


def reason(kind: str) -> str:
    """Why something was passed over, or what had to be guessed, as the end of a sentence."""
    return _REASONS[kind]


def reasons() -> frozenset[str]:
    """Every kind that has its words."""
    return frozenset(_REASONS)


def where(kind: str, **facts: object) -> str:
    """A place in a file, as it is said."""
    return _PLACES[kind].format_map(facts)


MARKED = {"helped": "This question helped.", "jarred": "This question jarred."}
