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
}
_OTHER = "This file is not as I left it. What is whole in it can still be read."


def sentence(kind: str) -> str:
    """The sentence for a problem of this kind; one that fits any for a kind without its own."""
    return _SENTENCES.get(kind, _OTHER)
