"""What can be written in the journal, as plain values with no disk behind them.

Each record becomes one flat document (:mod:`peercoach.journal.store` does that). Every record
carries the schema version it was written under and, where it answers something, the wording it
answered: a framework may change or go away, what was written stays readable.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, get_args

import msgspec

SCHEMA = 1

EntryKind = Literal[
    "answer",
    "note",
    "example",
    "words",
    "coaching",
    "step",
    "review",
    "goal",
    "goal-step",
    "check-in",
]
"""answer: to a question; example: of living an element; words: *My words*, how I say it at work;
coaching: from a coaching conversation; step: one next step; review: a look back over a
month; goal: its wish; goal-step: one step towards a goal; check-in: how it goes with a goal;
note: anything else."""

ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)

_DAY_MS = 86_400_000
Instant = Annotated[int, msgspec.Meta(ge=-719_161 * _DAY_MS, le=2_932_895 * _DAY_MS)]
"""UTC milliseconds that datetime can show in any place on earth: years 1 to 9999, less a day at
each end."""
Offset = Annotated[int, msgspec.Meta(gt=-1440, lt=1440)]
"""Minutes east."""

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

    @property
    def belongs_to(self) -> int:
        """The id of the entry that it is a part of, and with which it goes; 0 where of none."""
        return 0


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

# --- goals ---------------------------------------------------------------------------------------

GoalArea = Literal["", "career", "community"]
GoalState = Literal["open", "reached", "changed", "let-go"]
StepState = Literal["", "done", "aside"]
Stands = Annotated[int, msgspec.Meta(ge=-2, le=2)]
"""How a goal stands: 0 as hoped, 1 and 2 more than that, -1 and -2 less (goal attainment scaling:
Kiresuk and Sherman, *Community Mental Health Journal* 4, 1968)."""


class Goal(More, frozen=True, kw_only=True, gc=False):
    """What a goal says beside its wish, each part in the person's own words, empty where not said.

    ``draws_on`` names the elements it draws on, each by its address and, after a space, its title
    then. ``inner`` and ``outer`` are what may get in the way, ``then`` what one does if that comes.
    The five from ``much_less`` to ``much_more`` say what each way of standing would look like.
    ``look`` is the plain date (ISO) on which to look at it again. ``began`` is the id of the note
    it started from, ``became`` that of the goal it changed into; 0 where there is none. ``closing``
    is the sentence with which it was closed, at the moment that the last three tell.
    """

    area: GoalArea = ""
    why: str = ""
    horizon: str = ""
    draws_on: tuple[str, ...] = ()
    outcome: str = ""
    inner: str = ""
    outer: str = ""
    then: str = ""
    much_less: str = ""
    less: str = ""
    hoped: str = ""
    more: str = ""
    much_more: str = ""
    look: str = ""
    began: int = 0
    goal_state: GoalState = "open"
    closing: str = ""
    became: int = 0
    closed_at: Instant = 0
    closed_offset: Offset = 0
    closed_zone: str = ""

    @property
    def elements(self) -> dict[str, str]:
        """The titles of the elements it draws on, by their addresses."""
        parts = (one.partition(" ") for one in self.draws_on)
        return {address: title for address, _, title in parts}

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that was written, but for the wish."""
        named = (*GOAL_WORDS, "closing")
        return tuple(text for text in (getattr(self, name) for name in named) if text)


def drawing_on(elements: Mapping[str, str]) -> tuple[str, ...]:
    """What :attr:`Goal.draws_on` says for these titles by their addresses."""
    return tuple(f"{address} {title}" for address, title in elements.items())


GOAL_WORDS = (
    *("why", "horizon", "outcome", "inner", "outer", "then"),
    *("hoped", "more", "much_more", "less", "much_less"),
)
"""The fields of a goal that hold a person's words, in the order in which they are asked for."""


class GoalStep(More, frozen=True, kw_only=True, gc=False):
    """A step towards the goal of this id, with the plain date (ISO) it is meant for, or none.

    ``began`` is the id of the note that it was taken from; 0 where there is none.
    """

    goal: int = 0
    day: str = ""
    step_state: StepState = ""
    began: int = 0

    @property
    def belongs_to(self) -> int:
        """The goal."""
        return self.goal


class CheckIn(More, frozen=True, kw_only=True, gc=False):
    """A look at the goal of this id: how it stands, None where that was left open.

    ``label`` has the words for it as they were then.
    """

    goal: int = 0
    stands: Stands | None = None
    label: str = ""

    @property
    def belongs_to(self) -> int:
        """The goal."""
        return self.goal


MORE |= {"goal": Goal, "goal-step": GoalStep, "check-in": CheckIn}

# -------------------------------------------------------------------------------------------------

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
