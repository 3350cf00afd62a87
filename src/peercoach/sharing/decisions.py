"""What an author decides while reading: to hide a word here or everywhere, or to let it stand.

Decisions speak of the notes as they were written, whose text never changes, so that each can be
taken back and the others still fit.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Kind, Span
from peercoach.sharing.forms import Forms, are_initials, words_of
from peercoach.sharing.leaving import Answer, Recipient, Story


class Hide(msgspec.Struct, frozen=True, tag="hide"):
    """Hide code points ``start`` to ``end`` of a note; ``everywhere``: what stands there, in every
    note (``text``).
    """

    kind: Kind
    note: str = ""
    start: int = 0
    end: int = 0
    text: str = ""

    @property
    def everywhere(self) -> bool:
        """Whether it holds for all notes."""
        return bool(self.text)


class Keep(msgspec.Struct, frozen=True, tag="keep"):
    """Let code points ``start`` to ``end`` of a note stand."""

    note: str
    start: int
    end: int


class KeepSmall(msgspec.Struct, frozen=True, tag="keep-small"):
    """Let a common word stand wherever it has no capital, though somebody is called by it."""

    word: str


Decision = Hide | Keep | KeepSmall


class Seen(msgspec.Struct, frozen=True):
    """A note that was read: the hash of the text that it had then, and what was answered."""

    text: str
    answer: Answer


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A review as it stands, with no word of any note but those that were to be hidden everywhere.

    ``shift`` is by how many days dates are moved, 0 where they become seasons.
    """

    recipient: Recipient | Literal[""] = ""
    stories: dict[str, Story] = msgspec.field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    seen: dict[str, Seen] = msgspec.field(default_factory=dict)
    agreed: dict[str, str] = msgspec.field(default_factory=dict)
    """By a note's id the hash of the text to which those said yes who wrote it, too."""
    shift: int = 0


def left_small(decisions: Iterable[Decision]) -> frozenset[str]:
    """The common words that stand in small letters."""
    return frozenset(one.word for one in decisions if isinstance(one, KeepSmall))


def decided(
    spans: Iterable[Span], note: str, text: str, decisions: Iterable[Decision]
) -> list[Span]:
    """What is to be hidden of a note once its author has decided; some may stand over others.

    Of two decisions about one place the later holds.
    """
    found = list(spans)
    for one in decisions:
        match one:
            case Hide(text=everywhere) if everywhere:
                found += [Span(*place, one.kind) for place in places(everywhere, text)]
            case Hide() if one.note == note:
                found.append(Span(one.start, one.end, one.kind))
            case Keep() if one.note == note:
                found = [s for s in found if s.end <= one.start or one.end <= s.start]
            case _:
                pass
    return found


def places(name: str, text: str) -> list[tuple[int, int]]:
    """Where a name, or what else is to be hidden, stands in a text; initials as they are written.

    A full name is found by its parts too.
    """
    if are_initials(name):
        found = (one for one in words_of(text) if text[one.start : one.end] == name)
        return [(one.start, one.end) for one in found]
    return [(one.start, one.end) for one in Forms([Known(name)]).standing(text)]
