"""What is said once after a notebook was opened: what was found, and that what is whole is safe."""

from collections.abc import Mapping

from peercoach.words import running

_SENTENCES = {
    "second-copy-used": "One of the two copies of the key file was damaged. I used the other one. "
    "Nothing is lost.",
    "tail-set-aside": "The last thing written was cut off half-way, so I set that piece aside. "
    "All that was kept before it is here.",
    "rolled-back": "This notebook is older than the one I saw here last. If you put back an older "
    "copy, all is well. If not, look for a newer copy in your backups.",
    "keys-change-unfinished": "Your passphrase is changed, and the new one opens your notebook. A "
    "part of it still stands under the old keys, because I could not write it just now. I go on "
    "with that the next time you open it.",
    "salvage": "A part of your notebook is damaged. You can read what is whole. I will not write "
    "in it, so that nothing more gets lost. To see what is damaged, run: {peercoach} check",
    "space-unreadable": "A part of your notebook can't be read just now: {path}. I left it as it "
    "is. To see what is damaged, run: {peercoach} check",
    "drafts-mended": "The file that holds what you were typing was damaged. I kept what was whole. "
    "All that you had kept before is here.",
    "drafts-begun-again": "The file that holds what you were typing could not be read, so I began "
    "a new one. All that you had kept before is here.",
}
_OTHER = "Something about the files of your notebook is not as I left it. What is whole is here."

READ_ONLY = "You can read your notebook, but nothing new can be kept in it just now."
STILL_IN_BACKUPS = (
    "The words may still stand where I could not take them out: {paths}. To have them gone from "
    "there too, delete that."
)
NEWER_NOTE = (
    "This note was written by a newer Peercoach. It is safe, and I left it as it is. "
    "Update Peercoach to read it."
)
NEEDS_CARE = (
    "“{title}” asks for a room of its own, with more care than I can give here. "
    "I did not start it, and nothing is changed."
)
SETTINGS_SET_ASIDE = (
    "I could not read your settings, so I use those I came with. "
    "The old file is set aside as {path}."
)
SETTINGS_NOT_READ = "I could not read your settings at {path}, so I use those I came with."


def sentence(kind: str, facts: Mapping[str, object]) -> str:
    """The sentence for what the vault noticed; one that fits any for a kind without its own."""
    return running.named(_SENTENCES.get(kind, _OTHER), **facts)


def kinds() -> frozenset[str]:
    """Every kind that has a sentence."""
    return frozenset(_SENTENCES)
