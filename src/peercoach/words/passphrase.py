"""Changing the passphrase in the full interface, and what is true once it is changed."""

from peercoach.words import keeping, notices

TITLE = "Another passphrase"
LINES = "You choose a new one, and the one you have now opens no longer."
BY_SPARE_KEY = (
    "You opened your notebook with your spare key. If you forgot your passphrase, choose a new one "
    "here. If not now, esc leaves all as it is."
)
NOW = "Your passphrase now, or your spare key"
NOW_FIRST = "First type the passphrase that you have now. Nothing is changed yet."
NEW = "A new passphrase"
NOT_KNOWN = "Someone may know the old one: no"
KNOWN = "Someone may know the old one: yes, so every key changes"
CHANGE = "Change it"
CHANGING = "Changing your passphrase. This takes a moment"
COPIES = (
    "Copies made before still open with the old passphrase, the notebook's own backups too. If "
    "somebody may know it, change it once more and say so there."
)
SPARE_GONE = "Your old spare key no longer opens it. You can make a new one in Settings."
GO_ON = "Go on"


def changed(*, may_be_known: bool, done: bool, had_spare: bool) -> tuple[str, ...]:
    """What is true now that it is changed; ``done`` is whether every key is another already."""
    if not may_be_known:
        return keeping.CHANGED, COPIES
    keys = (keeping.CHANGED_KNOWN, keeping.CHANGED_BACKUPS)
    spare = (SPARE_GONE,) if had_spare else ()
    unfinished = (notices.sentence("keys-change-unfinished", {}),)
    return (keeping.CHANGED, *(keys if done else unfinished), keeping.CHANGED_ELSEWHERE, *spare)
