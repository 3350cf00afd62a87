"""Making a goal, a check-in, a closing, a step: a walk of questions, with no screen and no disk.

A :class:`GoalWalk` never changes; each move gives another one. Every question can be skipped, what
was typed is kept in the walk however one leaves a question, and at any of them it can be enough.
What comes of a walk is told by :mod:`peercoach.guide.goal_outcome`; whoever drives it keeps that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from peercoach.errors import NotADay
from peercoach.guide.goal_dates import day_in
from peercoach.journal.records import GOAL_WORDS, Goal
from peercoach.words import goals as words
from peercoach.words.plain import capital

Task = Literal["make", "check-in", "close", "step", "edit"]
"""make: a goal from its beginning; step: add one, or change one; edit: one part of a goal."""

StopKind = Literal["words", "choice", "day"]

END = "end"
"""Where a walk is when nothing more is asked."""

STANDS = {2: "much_more", 1: "more", 0: "hoped", -1: "less", -2: "much_less"}
"""The field of a goal that says in the person's own words what each way of standing looks like."""

_MAKE = (
    *("wish", "area", "why", "horizon", "outcome", "inner", "outer", "then", "step", "day"),
    *("hoped", "more", "much_more", "less", "much_less", "look"),
)
_KINDS: dict[str, StopKind] = {
    "area": "choice",
    "stands": "choice",
    "how": "choice",
    "day": "day",
    "look": "day",
}
EDITABLE = ("wish", "area", *GOAL_WORDS, "look", "closing")
"""What of a goal can be changed by a walk."""


@dataclass(frozen=True)
class Choice:
    """One answer of those that can be chosen, with a line about it."""

    id: str
    label: str
    about: str = ""


@dataclass(frozen=True)
class GoalStop:
    """One thing asked. ``key`` is stable: what was said is kept under it."""

    key: str
    kind: StopKind
    ask: str
    hint: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class GoalWalk:
    """Where someone is in it.

    ``goal`` is the goal it is about, empty for a new one, whose wish is ``wish``. ``said`` maps
    stops to what was said there: a text, the id of a choice, a day as ISO text. ``part`` names what
    an edit changes, or what of a step is changed.
    """

    task: Task
    at: str
    said: Mapping[str, str] = field(default_factory=dict)
    goal: Goal = field(default_factory=Goal)
    wish: str = ""
    part: str = ""

    @classmethod
    def make(cls) -> "GoalWalk":
        """Begin a new goal."""
        return cls("make", _MAKE[0])

    @classmethod
    def check_in(cls, goal: Goal, wish: str) -> "GoalWalk":
        """Look at a goal."""
        return cls("check-in", "line", goal=goal, wish=wish)

    @classmethod
    def close(cls, goal: Goal, wish: str) -> "GoalWalk":
        """Close a goal well."""
        return cls("close", "how", goal=goal, wish=wish)

    @classmethod
    def step(
        cls, goal: Goal, wish: str, text: str = "", day: str = "", part: str = ""
    ) -> "GoalWalk":
        """Add a step, or change the words (``part`` "next") or the day ("day") of one."""
        said = {key: value for key, value in (("next", text), ("day", day)) if value}
        return cls("step", part or "next", said, goal, wish, part)

    @classmethod
    def edit(cls, goal: Goal, wish: str, part: str) -> "GoalWalk":
        """Change one part of a goal.

        Raises:
            KeyError: it has no such part.
        """
        if part not in EDITABLE:
            raise KeyError(part)
        before = wish if part == "wish" else getattr(goal, part)
        return cls("edit", part, {part: before} if before else {}, goal, wish, part)

    # --- where we are ------------------------------------------------------------------------

    @property
    def keys(self) -> tuple[str, ...]:
        """What is asked, in order; it depends on what was said."""
        said = self.said
        match self.task:
            case "make":
                return tuple(key for key in _MAKE if key != "day" or said.get("step"))
            case "check-in":
                return ("line", "stands", "look")
            case "close":
                how = said.get("how", "")
                return ("how", *((how,) if how else ()), *(("into",) if how == "changed" else ()))
            case "step":
                return (self.part,) if self.part else ("next", "day")
            case _:
                return (self.part,)

    @property
    def ended(self) -> bool:
        """Whether nothing more is asked."""
        return self.at == END

    @property
    def now(self) -> GoalStop:
        """What is asked here; of a walk that has ended, the last that was asked."""
        key = self.keys[-1] if self.ended else self.at
        asked = self.goal.goal_state if key == "closing" else key
        return GoalStop(
            key,
            _KINDS.get(key, "words"),
            words.ASKS.get(asked, words.ASKS["reached"]),
            words.HINTS.get(asked, words.HINTS["reached"]),
            _choices(key, self.goal),
        )

    @property
    def here(self) -> str:
        """What was said here, as it is shown again."""
        return self.said.get(self.at, "")

    @property
    def at_start(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.at == self.keys[0]

    @property
    def empty(self) -> bool:
        """Whether nothing was said that could be kept."""
        return not any(text.strip() for text in self.said.values())

    # --- moves -------------------------------------------------------------------------------

    def next(self, text: str, today: date) -> "GoalWalk":
        """Keep what was typed, or chosen, and go on; nothing typed is the same as skipping.

        Raises:
            NotADay: a day is asked for, and this is none, or one that has gone by. Nothing moved.
        """
        return self._saying(text, today)._onward()

    def back(self, text: str, today: date) -> "GoalWalk":
        """Keep what was typed and go one question back. Raises as :meth:`next`."""
        after = self._saying(text, today)
        earlier = max(after.keys.index(self.at) - 1, 0)
        return replace(after, at=after.keys[earlier])

    def enough(self, text: str, today: date) -> "GoalWalk":
        """Keep what was typed and ask nothing more. Raises as :meth:`next`."""
        return replace(self._saying(text, today), at=END)

    def skip(self) -> "GoalWalk":
        """Go on, with what was said here before, if anything was."""
        return self._onward()

    def _onward(self) -> "GoalWalk":
        keys = self.keys
        onward = keys.index(self.at) + 1
        return replace(self, at=keys[onward] if onward < len(keys) else END)

    def _saying(self, text: str, today: date) -> "GoalWalk":
        text = text.strip("\n") if text.strip() else ""
        stop = self.now
        if text and stop.kind == "day":
            text = self._day(text, today)
        if text and stop.choices and text not in (one.id for one in stop.choices):
            raise KeyError(text)
        said = {key: value for key, value in self.said.items() if key != self.at}
        return replace(self, said={**said, self.at: text} if text else said)

    def _day(self, text: str, today: date) -> str:
        """The day in a text, as ISO text; one that stood there before may have gone by."""
        found = day_in(text, today)
        before = self.said.get(self.at)
        if found < today and found.isoformat() != before:
            raise NotADay(gone=True)
        return found.isoformat()


def _choices(key: str, goal: Goal) -> tuple[Choice, ...]:
    match key:
        case "area":
            return tuple(
                Choice(id, label, words.AREAS_ABOUT[id]) for id, label in words.AREAS.items()
            )
        case "how":
            return tuple(Choice(id, label) for id, label in words.WAYS.items())
        case "stands":
            return tuple(
                Choice(str(value), capital(words.STANDS[value]), getattr(goal, STANDS[value]))
                for value in words.STANDS
            )
        case _:
            return ()
