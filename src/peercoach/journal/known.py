"""The private dictionary as it is kept: who and what a person knows, and words that always stay."""

from typing import ClassVar, Literal, get_args

from peercoach.journal.folding import fold
from peercoach.journal.records import Thing
from peercoach.journal.text import one_line

What = Literal["person", "ward", "team", "place"]
WHATS: tuple[What, ...] = get_args(What)
"""What one can be, in the order in which they are listed."""


class KnownName(Thing, frozen=True, kw_only=True):
    """One person, ward, team or place: its name, what ``also`` stands for it, and (of a person) the
    ``role``, empty where none is said.
    """

    kind: ClassVar[str] = "known"
    name: str = ""
    also: tuple[str, ...] = ()
    what: What = "person"
    role: str = ""


class KeptWord(Thing, frozen=True, kw_only=True):
    """A word or phrase that its author said always stays as it is."""

    kind: ClassVar[str] = "kept-word"
    word: str = ""


NEVER_LEAVE = frozenset({KnownName.kind, KeptWord.kind})
"""Kinds of document that no export has."""


def called(text: str) -> str:
    """A name as names are compared: on one line, without case and accents."""
    return fold(one_line(text))
