"""What an author decides while reading: to hide a word here or everywhere, or to let it stand.

Decisions speak of the notes as they were written, whose text never changes, so that each can be
taken back and the others still fit.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Kind, Span
from peercoach.sharing.forms import Forms, Word, are_initials, words_of
from peercoach.sharing.leaving import Answer, Recipient, Story


class Hide(msgspec.Struct, frozen=True, tag="hide"):
    """Hide code points ``start`` to ``end`` of a note; ``everywhere``: what stands there, wherever
    it stands in any note.
    """

    kind: Kind
    note: str
    start: int
    end: int
    everywhere: bool = False


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
    """A note that was read: the hash of all that left of it then, and what was answered."""

    text: str
    answer: Answer


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A review as it stands. No word of a note is in it, but for common ones that are let stand: it
    speaks of places in notes.

    ``texts`` has the mark of each note that it speaks of, as it was then (``leaving.mark_of``): of
    one that was changed since, nothing that was decided holds. ``shift`` is by how many days dates
    are moved, 0 where they become seasons.
    """

    recipient: Recipient | Literal[""] = ""
    stories: dict[str, Story] = msgspec.field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    seen: dict[str, Seen] = msgspec.field(default_factory=dict)
    agreed: dict[str, str] = msgspec.field(default_factory=dict)
    """By a note's id the hash of the text to which those said yes who wrote it, too."""
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    shift: int = 0

    def still_fitting(self, texts: Mapping[str, str]) -> "State":
        """The same without what was said of notes that are gone, or were changed since.

        ``texts`` has the marks of the notes as they are now.
        """
        same = {id for id, text in texts.items() if self.texts.get(id, text) == text}
        return msgspec.structs.replace(
            self,
            stories={id: one for id, one in self.stories.items() if id in same},
            decisions=tuple(one for one in self.decisions if _of(one) in {*same, ""}),
            seen={id: one for id, one in self.seen.items() if id in same},
            agreed={id: one for id, one in self.agreed.items() if id in same},
            texts=dict(texts),
        )


def left_small(decisions: Iterable[Decision]) -> frozenset[str]:
    """The common words that stand in small letters."""
    return frozenset(one.word for one in decisions if isinstance(one, KeepSmall))


def _of(decision: Decision) -> str:
    return "" if isinstance(decision, KeepSmall) else decision.note


Places = list[tuple[int, int]]
"""Stretches of a text, as start and end."""


def decided(
    spans: Iterable[Span],
    note: str,
    texts: Mapping[str, str],
    decisions: Iterable[Decision],
    where: Callable[[str, str], Places],
) -> list[Span]:
    """What is to be hidden of a note once its author has decided; some may stand over others.

    ``texts`` has all notes by their ids, and what is looked through now as ``note``; ``where`` is
    :func:`places`, or knows the same by heart. Of two decisions about one place the later holds.
    """
    found = list(spans)
    for one in decisions:
        match one:
            case Hide(everywhere=True):
                name = texts[one.note][one.start : one.end]
                found += [Span(*place, one.kind) for place in where(name, texts[note])]
            case Hide() if one.note == note:
                found.append(Span(one.start, one.end, one.kind))
            case Keep() if one.note == note:
                found = [s for s in found if s.end <= one.start or one.end <= s.start]
            case _:
                pass
    return found


def places(name: str, text: str, words: Sequence[Word] | None = None) -> Places:
    """Where a name, or what else is to be hidden, stands in a text; initials as they are written.

    A full name is found by its parts too. ``words`` are as :meth:`Forms.standing` has them.
    """
    words = words_of(text) if words is None else words
    if are_initials(name):
        found = (one for one in words if text[one.start : one.end] == name)
        return [(one.start, one.end) for one in found]
    return [(one.start, one.end) for one in Forms([Known(name)]).standing(text, words)]
