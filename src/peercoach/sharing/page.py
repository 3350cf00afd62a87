"""One note under review: as it was written, as it will leave, and what there is to look at."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from peercoach.sharing.detect.spans import Certainty, Kind, Span
from peercoach.sharing.leaving import Answer, Story, Wording
from peercoach.sharing.leftovers import Leftover
from peercoach.sharing.replace import Replaced
from peercoach.sharing.risks import Risk
from peercoach.words.sharing import NUMBERED

Source = Literal["known", "found", "possible", "yours"]
"""Why something is hidden: the dictionary has it; it was found; it may be; its author said so."""


@dataclass(frozen=True)
class Place:
    """Code points ``start`` to ``end`` of a note as it was written."""

    note: str
    start: int
    end: int


@dataclass(frozen=True)
class Unit:
    """A word, or something hidden, from ``start`` to ``end`` of the text as it will leave.

    ``place`` is where it stands in the note as it was written. ``label`` is empty for a word that
    leaves as it is. ``common`` says that it is hidden only because somebody is called by this
    common word, and may be let stand in small letters.
    """

    start: int
    end: int
    place: Place
    label: str = ""
    kind: Kind | None = None
    certainty: Certainty = "found"
    source: Source = "found"
    common: bool = False

    @property
    def hidden(self) -> bool:
        """Whether a label stands in its place."""
        return bool(self.label)


@dataclass(frozen=True)
class Page:
    """A note under review. Left-overs and risks speak of the text as it was written.

    ``small`` says that it is typed mostly without capitals, where names are hard to find. ``whole``
    is the hash of all that leaves of it: its text, what stands above it, and when it was written.
    ``read`` says that its author has read it as it stands now, and ``answer`` what was said then.
    ``waits_for`` names those who wrote it, too, and have not said yes to this text.
    """

    id: str
    number: int
    of: int
    kind: str
    when: str
    story: Story
    wording: Wording
    original: str = field(repr=False)
    leaving: Replaced = field(repr=False)
    units: tuple[Unit, ...] = field(repr=False)
    leftovers: tuple[Leftover, ...]
    risks: tuple[Risk, ...]
    small: bool
    heal: bool
    whole: str
    read: bool
    answer: Answer | Literal[""]
    waits_for: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The note exactly as it will leave."""
        return self.leaving.text

    @property
    def hidden(self) -> tuple[Unit, ...]:
        """What is hidden, in order."""
        return tuple(one for one in self.units if one.hidden)

    def said(self, unit: Unit) -> str:
        """What its author wrote there."""
        return self.original[unit.place.start : unit.place.end]

    def leaves_as(self, start: int, end: int) -> str:
        """What becomes of these code points of the note as it was written."""
        at = _Moved(self.leaving)
        return self.text[at.start_of(start) : at.end_of(end)]

    def unit_at(self, place: int) -> Unit | None:
        """What stands at this place of the text that leaves; the one before where none does."""
        at = bisect_right([one.start for one in self.units], place)
        return self.units[at - 1] if at else None


class _Moved:
    """Where places of the text that was written stand in the text that leaves."""

    def __init__(self, replaced: Replaced) -> None:
        self._labels = replaced.labels
        self._starts = [one.span.start for one in replaced.labels]

    def start_of(self, place: int) -> int:
        """The place, or the beginning of the label that is in its stead."""
        return self._of(place, begins=True)

    def end_of(self, place: int) -> int:
        """The place, or the end of the label that is in its stead."""
        return self._of(place, begins=False)

    def _of(self, place: int, *, begins: bool) -> int:
        at = bisect_right(self._starts, place if begins else place - 1)
        if not at:
            return place
        last = self._labels[at - 1]
        if place < last.span.end or (not begins and place == last.span.end):
            return last.start if begins else last.end
        return last.end + place - last.span.end


def key_of(pages: Iterable[Page]) -> dict[str, tuple[str, int, int]]:
    """Where what each label stands for first stood. What is only made less exact has no key."""
    found: dict[str, tuple[str, int, int]] = {}
    for page in pages:
        for one in page.leaving.labels:
            if one.span.kind == "PERSON" or one.span.kind in NUMBERED:
                found.setdefault(one.label, (page.id, one.span.start, one.span.end))
    return found


def spans_in(units: Sequence[Unit]) -> list[Span]:
    """What is hidden, as spans of the note as it was written."""
    return [
        Span(one.place.start, one.place.end, one.kind, one.certainty)
        for one in units
        if one.kind is not None
    ]
