"""What the commands answer that copy a notebook, or change what opens it."""

BACKED_UP = "A backup is made and read back: {path}"
BACKED_UP_DAMAGED = (
    "A backup is made: {path}. It is a copy of all there is, and a part of your notebook is "
    "damaged, so that part is damaged in it too. Keep your older backups."
)
RESTORED = "Your notebook is put back and read over: {path}. Notes: {notes}."
RESTORED_DAMAGED = (
    "The backup is damaged in part. I copied all of it to {path} as it is. You can read what is "
    "whole; I will not write in a part that is damaged. If you have another backup, look at that "
    "one too."
)
TO_OPEN = "To open it, run: {peercoach}"
CHANGED = "Your passphrase is changed. The new one opens your notebook; the old one does not."
CHANGED_COPIES = (
    "Copies made before still open with the old passphrase, the notebook's own backups too. If "
    "somebody may know it, run: {peercoach} passphrase --may-be-known"
)
CHANGED_KNOWN = (
    "Every key of your notebook is a new one. What you write from now on, nobody can read with the "
    "old passphrase."
)
CHANGED_BACKUPS = (
    "Its own older backups opened with the old passphrase, so one fresh backup stands in their "
    "place."
)
CHANGED_ELSEWHERE = (
    "Copies made before and kept elsewhere still open with the old passphrase. I can't reach them. "
    "Delete those that you can."
)
CHANGED_SPARE = (
    "Your old spare key no longer opens it. For a new one, run: {peercoach} spare-key new"
)
HAS_SPARE = (
    "This notebook has a spare key. I can't show it again. For a new one, run: {peercoach} "
    "spare-key new"
)
NO_SPARE = "This notebook has no spare key yet. To make one, run: {peercoach} spare-key new"
