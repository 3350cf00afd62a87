"""What can be written in the journal, as plain values with no disk behind them.

Each record becomes one flat document (:mod:`peercoach.journal.store` does that). Every record
carries the schema version it was written under and, where it answers something, the wording it
answered: a framework may change or go away, what was written stays readable.
"""

from typing import ClassVar, Literal

import msgspec

SCHEMA = 1

EntryKind = Literal["answer", "note", "example", "words", "coaching", "step"]
"""answer: to a question; example: of living an element; words: *My words*, how I say it at work;
coaching: from a coaching conversation; step: one next step; note: anything else."""

ENTRY_KINDS: tuple[EntryKind, ...] = ("answer", "note", "example", "words", "coaching", "step")

ReflectionState = Literal["open", "enough", "finished"]
MarkKind = Literal["helped", "jarred", ""]


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a record belongs to, with the wording as it was then. Empty text where nothing fits."""

    framework: str = ""
    framework_title: str = ""
    version: str = ""
    element: str = ""
    element_title: str = ""
    question: str = ""
    ask: str = ""

    @property
    def address(self) -> str:
        """``framework/element``, or empty text."""
        return f"{self.framework}/{self.element}" if self.element else ""


class More(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an entry of one kind says beside its words: a subclass a kind, registered in ``MORE``.

    Each field becomes one field of the entry's document, so its name is one that no entry has, and
    its value one that JSON knows (or a tuple, a date as ISO text). Every field has a default, which
    is not written.
    """

    @property
    def words(self) -> tuple[str, ...]:
        """What of it was written by the person, to be searched."""
        return ()


MORE: dict[EntryKind, type[More]] = {}
"""The kinds of entry that say more, and what each says."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something written in words. ``more`` is what its kind says beside them, or None."""

    schema: ClassVar[int] = SCHEMA
    kind: EntryKind
    text: str
    place: Place = Place()
    reflection: int = 0
    more: More | None = None


class Rating(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One value chosen on a rating's scale, with the words of the scale as they were then."""

    schema: ClassVar[int] = SCHEMA
    kind: ClassVar[str] = "rating"
    rating: str
    value: int
    label: str
    place: Place
    reflection: int = 0


class Mark(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a question did, as the person says: it helped, it jarred, or (empty text) neither now.

    One question has one mark for each wording it was met in. ``reflection`` is where it was made.
    """

    schema: ClassVar[int] = SCHEMA
    kind: ClassVar[str] = "mark"
    mark: MarkKind
    place: Place
    reflection: int = 0


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """One reflection: where it stands and what became of each stop, so that it can be resumed.

    ``course`` lists element ids in order. ``kept`` maps a stop's key to the ids of what was kept
    there. ``skipped`` holds the keys of stops passed over. ``only`` names the questions, by their
    ids, of a reflection that asks no others; ``level`` the level whose questions alone it asks.
    ``bring`` holds what is to be brought to the next conversation: the keys of stops, with the
    wording asked there.
    """

    schema: ClassVar[int] = SCHEMA
    kind: ClassVar[str] = "reflection"
    framework: str
    framework_title: str
    title: str
    course: tuple[str, ...]
    at: str
    state: ReflectionState = "open"
    kept: dict[str, int] = msgspec.field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    level: str = ""
    bring: dict[str, str] = msgspec.field(default_factory=dict)


class Thing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is neither a note nor a reflection, such as when one's hour comes round.

    A subclass a kind, registered in ``THINGS``. Each field becomes one field of its document, as
    those of :class:`More` do.
    """

    schema: ClassVar[int] = SCHEMA
    kind: ClassVar[str]


THINGS: dict[str, type[Thing]] = {}
"""Things by their kind."""

Record = Entry | Rating | Progress
Kept = Record | Mark | Thing
"""All that documents hold; a mark or a thing is never handed out as a note."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What is being typed: the reflection as it stands, the text, and the cursor in code points.

    ``reflection`` is the id that the reflection's progress has, or will have once something of it
    is kept.
    """

    reflection: int
    progress: Progress
    text: str
    cursor: int
    saved_at: int = 0
