"""Seals a file for one recipient in the age format, so that any age tool of theirs opens it.

Nothing of ours is needed to open it (age-encryption.org/v1). Only recipients are taken, never a
passphrase: one that two people agree on is seldom a good one.
"""

import pyrage

from peercoach.sharing_errors import BadRecipient

_X25519 = "age1"
_SSH = ("ssh-ed25519 ", "ssh-rsa ")


def refuse_bad(recipient: str) -> None:
    """Refuse what is no age recipient. Raises BadRecipient."""
    _recipient(recipient)


def sealed(content: bytes, recipient: str) -> bytes:
    """These bytes as an age file that this recipient (``age1…`` or an SSH public key) can open.

    Raises:
        BadRecipient: it is none.
    """
    return bytes(pyrage.encrypt(content, [_recipient(recipient)]))


def _recipient(told: str) -> object:
    told = told.strip()
    try:
        if told.startswith(_SSH):
            found: object = pyrage.ssh.Recipient.from_str(told)
        else:
            found = pyrage.x25519.Recipient.from_str(told.lower() if told.isupper() else told)
    except (pyrage.RecipientError, UnicodeError):
        raise BadRecipient from None
    return found
