"""What can go wrong in sharing: with names, people and places, the review, the file.

:mod:`peercoach.errors` has everything else, and what all of them have in common.
"""

from peercoach.errors import PeercoachError


class DictionaryUnusable(PeercoachError):
    """A dictionary of names can't be used; facts: ``path``, ``line``, ``column``, ``why``."""

    kind = "dictionary-unusable"


class NamesModelMissing(PeercoachError):
    """The names model was asked for, and it is not installed."""

    kind = "names-model-missing"


class NamesModelDamaged(PeercoachError):
    """A file of the names model is not the one that was tried; facts: ``file``, its name."""

    kind = "names-model-damaged"


class KnownRefused(PeercoachError):
    """A name can't be kept in the private dictionary as it is; facts: ``detail`` says why."""

    kind = "known-refused"


class NoSuchKnown(PeercoachError):
    """The private dictionary has nothing of this name or id."""

    kind = "no-such-known"


class StillKnown(PeercoachError):
    """What stands there is in the private dictionary: it can't be let stand in what is shared."""

    kind = "still-known"


class NotReviewed(PeercoachError):
    """Something that is to leave was not read yet in the form in which it leaves."""

    kind = "not-reviewed"


class NameLeft(PeercoachError):
    """A name from the private dictionary stands in what was to be written; nothing was."""

    kind = "name-left"


class BadRecipient(PeercoachError):
    """What a file was to be sealed for is no age recipient; nothing was written."""

    kind = "bad-recipient"
    exit_code = 2


class NameInFileName(PeercoachError):
    """The name of the file itself could tell who is meant; facts: ``name``."""

    kind = "name-in-file-name"
