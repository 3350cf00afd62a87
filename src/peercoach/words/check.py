"""What ``peercoach check`` says of each thing it finds: what it is, what is safe, what to do."""

_SENTENCES = {
    "key-file-missing": "One of the two copies of the key file is gone. The other one is whole, so "
    "nothing is lost. Open your notebook once, and I write it again.",
    "key-file-damaged": "One of the two copies of the key file is damaged. The other one is whole, "
    "so nothing is lost. Open your notebook once, and I write it again.",
    "key-files-differ": "The two copies of the key file are not the same. Open your notebook once, "
    "and I make them the same again.",
    "log-missing": "This file of your notebook is gone. Look for it in your backups, or in a sync "
    "program's bin.",
    "log-damaged": "A part of this file is damaged. What is whole can still be read. Put it back "
    "from a backup if you have one.",
    "log-torn": "The last thing written to this file was cut off half-way. All before it is whole. "
    "Open your notebook once, and I set that piece aside.",
    "log-header-mended": "The start of this file was damaged a little and can be mended. Nothing "
    "is lost.",
    "newer-format": "This file was written by a newer Peercoach. Nothing is lost. Update "
    "Peercoach, then check again.",
    "keyring-stale": "The key file is older than this file. Nothing is lost. Put the whole "
    "notebook folder back from one backup, not parts of two.",
    "not-permitted": "This computer does not let me read this file. Ask whoever looks after it.",
    "backup-of-another": "This is a backup of another notebook. I left it as it is. Move it to "
    "where it belongs.",
    "backup-damaged": "This backup is not whole. Your notebook itself is not touched by that. Keep "
    "the backup if you have no other, and make a new one.",
}
_OTHER = "This file is not as I left it. What is whole in it can still be read."

# --- what is lost --------------------------------------------------------------------------------

LOST = "Lost in this file, at least: {frames}. Each is one note, or one change of a note."
NOTHING_READ = "Nothing in this file can be read as it is."
NOTHING_LOST = "No note is lost in this file: what is damaged held none, or stands there twice."
LOST_UNKNOWN = "I can't tell from the outside what is lost. To look inside, add --deep."
NOTE_GONE = "The note {id} is gone from this file."
VERSION_GONE = "An earlier version of the note {id} is gone. The note itself is here."
SAVED = "All that is lost here is whole in the backup {backup}."

# --- what is whole -------------------------------------------------------------------------------

WHATS = {
    "key-files": "The key file and its copy",
    "private": "Your private notes",
    "heal": "A second file of private notes",
    "shared": "Our shared notes",
    "notes": "A file of notes",
    "drafts": "What you were typing",
    "backup": "The backup {name}",
}
_OTHER_NOTES = "Other notes"
PART = "{what}: whole."
PART_NOTES = "{what}: whole. Notes: {notes}."
PART_AMISS = "{what}: not whole, see below."
NEWEST = "The newest backup that is whole: {backup}."
NO_BACKUP = "There is no backup that is whole. Copy the notebook's folder to another disk."
RESTORE_FROM = "The newest backup that is whole is {backup}, in {path}. Copy the key file from it."
ASIDE = (
    "Set aside earlier: {count}, in the folder set-aside. These pieces were cut off or damaged "
    "when I found them. There is nothing to do."
)
OTHERS = "Not mine, so I left it alone: {names}."


def sentence(kind: str) -> str:
    """The sentence for a problem of this kind; one that fits any for a kind without its own."""
    return _SENTENCES.get(kind, _OTHER)


def what(kind: str, name: str) -> str:
    """What a part of a notebook is called; ``name`` is that of its file or folder."""
    return WHATS.get(kind, _OTHER_NOTES).format(name=name)
