"""A reflection as a state machine: no screen, no disk, no clock.

Every interface walks the same path. A :class:`Reflection` never changes; each move gives a
:class:`Step`, the reflection as it will be and what has to be kept for that to be true. Whoever
drives it keeps first and steps after, so a full disk can't make it run ahead of what is kept.

Leaving a stop in any way keeps what was typed there. So skipping can't lose a word, and going back
can't either.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import msgspec

from peercoach.errors import NoSuchElement, NoSuchRating
from peercoach.frameworks.model import Element, Framework
from peercoach.guide.stops import Stop, lay_out
from peercoach.journal.records import Entry, Progress, Rating, ReflectionState

NewId = Callable[[], int]
Choose = Callable[[Sequence[Stop]], Stop]


@dataclass(frozen=True)
class Keep:
    """Keep this record under this id; the same id again is an edit, the same text no change."""

    id: int
    record: Entry | Rating


@dataclass(frozen=True)
class TakeOut:
    """Take out what was kept under this id (its earlier versions can be brought back)."""

    id: int


Change = Keep | TakeOut


@dataclass(frozen=True)
class Step:
    """The reflection after a move, and what must be kept first."""

    after: "Reflection"
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Reflection:
    """Where someone is in a reflection.

    ``id`` is the id of its progress in the journal. ``new_id`` gives the ids of what will be kept.
    """

    id: int
    framework: Framework
    course: tuple[Element, ...]
    progress: Progress
    new_id: NewId = field(compare=False, repr=False)

    @classmethod
    def begin(
        cls,
        framework: Framework,
        course: Sequence[Element],
        *,
        new_id: NewId,
        questions: tuple[str, ...] = (),
        level: str = "",
    ) -> "Reflection":
        """Start at the first question of these elements; of ``questions`` alone, if ids are given;
        of one ``level``, if its id is.

        Whoever names questions has seen to it that one of these elements has one of them; whoever
        names a level, that the framework has it.
        """
        elements = tuple(course)
        title = elements[0].title if len(elements) == 1 else framework.title
        progress = Progress(
            framework=framework.id,
            framework_title=framework.title,
            title=title,
            course=tuple(element.id for element in elements),
            at=lay_out(framework, elements, questions, level)[0].key,
            only=questions,
            level=level,
        )
        return cls(new_id(), framework, elements, progress, new_id)

    @classmethod
    def resume(
        cls, framework: Framework, progress: Progress, *, id: int, new_id: NewId
    ) -> "Reflection":
        """Go on where ``progress`` stands, even if the framework has changed since.

        A stop that is gone is passed over: the first question without an answer stands in for it.

        Raises:
            NoSuchElement: none of its elements is left in the framework.
        """
        left = {element.id: element for element in framework.elements}
        course = tuple(left[name] for name in progress.course if name in left)
        if not course:
            address = f"{framework.id}/{progress.course[0]}"
            raise NoSuchElement(address=address, nearest="")
        found = cls(id, framework, course, progress, new_id)
        if progress.at not in found._index:
            open_stops = [stop for stop in found.stops if stop.key not in progress.kept]
            found = found._at(open_stops[0].key)
        return found

    # --- where we are ------------------------------------------------------------------------

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Every stop in order; the last is the closing."""
        return lay_out(self.framework, self.course, self.progress.only, self.progress.level)

    @cached_property
    def _index(self) -> dict[str, int]:
        return {stop.key: index for index, stop in enumerate(self.stops)}

    @property
    def now(self) -> Stop:
        """The stop we are at."""
        return self.stops[self._index[self.progress.at]]

    @property
    def questions(self) -> tuple[Stop, ...]:
        """The stops that are questions of the framework."""
        return tuple(stop for stop in self.stops if stop.kind == "question")

    @property
    def count(self) -> tuple[int, int] | None:
        """(2, 5) at question 2 of 5; None where we are at no question."""
        keys = [stop.key for stop in self.questions]
        return (keys.index(self.now.key) + 1, len(keys)) if self.now.key in keys else None

    @property
    def at_start(self) -> bool:
        """Whether there is no stop to go back to."""
        return self._index[self.progress.at] == 0

    @property
    def closing(self) -> bool:
        """Whether nothing more is asked."""
        return self.now.kind == "close"

    @property
    def kept_here(self) -> int | None:
        """The id of what was kept at this stop, if anything."""
        return self.progress.kept.get(self.now.key)

    @property
    def brings(self) -> bool:
        """Whether what is asked here is to be brought to the next conversation."""
        return self.now.key in self.progress.bring

    # --- moves -------------------------------------------------------------------------------

    def next(self, text: str = "") -> Step:
        """Keep what was typed and go on; nothing typed is the same as skipping."""
        return self.skip(text)

    def skip(self, text: str = "") -> Step:
        """Go on. What was typed is kept all the same."""
        after, changes = self._leave(text)
        passed = after.progress.kept.keys() | set(after.progress.skipped)
        if self.now.key not in passed and not self.closing:
            after = after._with(skipped=(*after.progress.skipped, self.now.key))
        onward = min(self._index[self.progress.at] + 1, len(self.stops) - 1)
        return Step(after._at(self.stops[onward].key), changes)

    def back(self, text: str = "") -> Step:
        """Keep what was typed and go one stop back."""
        earlier = max(self._index[self.progress.at] - 1, 0)
        return self.jump(self.stops[earlier].key, text)

    def jump(self, key: str, text: str = "") -> Step:
        """Keep what was typed and go to the stop with this key.

        Raises:
            KeyError: there is no such stop.
        """
        self._index[key]
        after, changes = self._leave(text)
        return Step(after._at(key), changes)

    def pick(
        self, choose: Choose, text: str = "", *, avoid: Callable[[Stop], bool] = lambda stop: False
    ) -> Step:
        """Go to a question that ``choose`` takes from those not answered yet, but for this one.

        Where all are answered it chooses among all others; where there is no other we stay. Those
        to ``avoid`` are not chosen; where there are no others, we stay, too.
        """
        others = [stop for stop in self.questions if stop.key != self.now.key and not avoid(stop)]
        fresh = [stop for stop in others if stop.key not in self.progress.kept]
        if not others:
            return self.jump(self.now.key, text)
        return self.jump(choose(fresh or others).key, text)

    def bring(self) -> Step:
        """Mark what is asked here for the next conversation, or take the mark away; stay here.

        At the closing nothing is asked, so nothing is marked.
        """
        if self.closing:
            return Step(self, ())
        others = {key: ask for key, ask in self.progress.bring.items() if key != self.now.key}
        bring = others if self.brings else {**others, self.now.key: self.now.ask}
        return Step(self._with(bring=bring), ())

    def rate(self, value: int) -> Step:
        """Keep a value of this stop's rating and go on.

        Raises:
            NoSuchRating: we are at no rating, or its scale has no such value.
        """
        rating = self.now.rating
        labels = {step.value: step.label for step in rating.scale} if rating else {}
        if rating is None or value not in labels:
            raise NoSuchRating(values=", ".join(f"{n} ({label})" for n, label in labels.items()))
        record = Rating(
            rating=rating.id,
            value=value,
            label=labels[value],
            place=self.now.place,
            reflection=self.id,
        )
        after, change = self._keeping(record)
        onward = after.stops[self._index[self.progress.at] + 1]
        return Step(after._at(onward.key), (change,))

    def enough(self, text: str = "") -> Step:
        """Keep what was typed and go to the closing: a whole reflection, wherever it ends."""
        after, changes = self._leave(text)
        return Step(after._at("close")._with(state="enough"), changes)

    def finish(self) -> Step:
        """Close the reflection; from anywhere but the closing this is "enough for today".

        What was kept at this stop stays as it is: no text is handed in, so none is taken out.
        """
        if not self.closing:
            return Step(self._at("close")._with(state="enough"), ())
        state: ReflectionState = "enough" if self.progress.state == "enough" else "finished"
        return Step(self._with(state=state), ())

    # --- how a move is made -------------------------------------------------------------------

    def _leave(self, text: str) -> "tuple[Reflection, tuple[Change, ...]]":
        """This reflection with what was typed here kept, and the change that keeps it."""
        kind = self.now.entry_kind
        if kind is None:
            return self, ()
        if text.strip():
            entry = Entry(kind=kind, text=text, place=self.now.place, reflection=self.id)
            after, change = self._keeping(entry)
            return after, (change,)
        if self.kept_here is None:
            return self, ()
        kept = {key: id for key, id in self.progress.kept.items() if key != self.now.key}
        return self._with(kept=kept), (TakeOut(self.kept_here),)

    def _keeping(self, record: Entry | Rating) -> "tuple[Reflection, Change]":
        id = self.kept_here or self.new_id()
        skipped = tuple(key for key in self.progress.skipped if key != self.now.key)
        kept = {**self.progress.kept, self.now.key: id}
        return self._with(kept=kept, skipped=skipped), Keep(id, record)

    def _at(self, key: str) -> "Reflection":
        """This reflection at another stop; being anywhere but at the closing makes it open."""
        closing = key == "close"
        return self._with(at=key, state=self.progress.state if closing else "open")

    def _with(self, **changes: object) -> "Reflection":
        return replace(self, progress=msgspec.structs.replace(self.progress, **changes))
