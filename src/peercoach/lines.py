"""What an interface lists of a notebook: reflections that wait, and elements to think about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercoach.errors import NoSuchNote, PeercoachError
from peercoach.frameworks.model import Element, Framework, Level
from peercoach.guide.aligned import counterparts
from peercoach.guide.reflect import Reflection
from peercoach.guide.standing import short, side_by_side
from peercoach.guide.stops import levels_of
from peercoach.journal.documents import NewerNote
from peercoach.journal.moment import Moment
from peercoach.journal.ratings import last_ratings
from peercoach.journal.records import Entry, Place, Progress, Rating
from peercoach.journal.standing import Standing, standing
from peercoach.journal.store import Journal
from peercoach.words import reflect

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


@dataclass(frozen=True)
class Unfinished:
    """A reflection that waits to be gone on with.

    ``count`` is (2, 5) at question 2 of 5, None elsewhere or where its framework is not here now.
    ``has_text`` says whether something is typed, or kept, where it stands. ``addresses`` are those
    of the elements it goes through.
    """

    reflection: int
    title: str
    framework_title: str
    count: tuple[int, int] | None
    stop_heading: str
    when: Moment
    has_text: bool
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True)
class ElementLine:
    """An element one can think about, and the moment when something was last written about it.

    ``rating_label`` is what was last chosen on the first of its ratings ("" if nothing was).
    ``short`` has it of every rating, as briefly as can be; ``stands`` in whole sentences, side by
    side, where there are two or more.
    """

    address: str
    title: str
    framework_title: str
    rating_label: str = ""
    short: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    last: Moment | None = None


def unfinished(journal: Journal, library: "Library", *, drafts_alone: bool) -> list[Unfinished]:
    """Every reflection that was begun and not closed, the one last saved first.

    Told from the drafts alone, no note is read; one of which something was kept after its draft was
    saved then stands where the draft says.
    """
    lines = [
        _unfinished(library, id, stands)
        for id, stands in (_by_drafts(journal) if drafts_alone else _by_all(journal)).items()
        if stands.progress.at != "close"
    ]
    return sorted(lines, key=lambda one: (one.when.utc_ms, one.reflection), reverse=True)


def element_lines(journal: Journal, library: "Library") -> list[ElementLine]:
    """Every element of every framework that can be used here, in the library's order."""
    return [_element_line(journal, *one) for one in library.elements()]


def gone_lines(journal: Journal, library: "Library") -> list[ElementLine]:
    """Every element that something is written about and that is no longer in the library.

    It has the titles of that time, by which they are in order.
    """
    there = {*library.addresses()}
    left = [_gone_line(journal, one) for one in journal.addresses() if one not in there]
    return sorted(left, key=lambda one: (one.framework_title, one.title))


@dataclass(frozen=True)
class Levels:
    """The levels that one can begin at: each with how many questions there are, and how many there
    are in all. ``last`` is the id of the one begun at last; empty text where none was.
    """

    levels: tuple[tuple[Level, int], ...]
    questions: int
    last: str


def levels(journal: Journal, framework: Framework, course: Sequence[Element]) -> Levels:
    """The levels that the questions of these elements belong to; none where they have none."""
    begun = [
        (note.when.utc_ms, note.record.level)
        for note in journal.reflections()
        if isinstance(note.record, Progress) and note.record.framework == framework.id
    ]
    found = levels_of(framework, course)
    known = {level.id for level, _ in found}
    last = max((one for one in begun if one[1] in known), default=(0, ""))[1]
    return Levels(found, sum(len(element.questions) for element in course), last)


@dataclass(frozen=True)
class Across:
    """An element that another one lines up with, and the reflection on it that waits (0: none)."""

    framework: Framework
    element: Element
    waits: int

    @property
    def address(self) -> str:
        """``framework/element``."""
        return self.framework.address(self.element)


def across(journal: Journal, library: "Library", reflection: Reflection) -> list[Across]:
    """What the element that is being asked about lines up with, in either direction."""
    stop = reflection.now
    waits = unfinished(journal, library, drafts_alone=False)
    found = []
    for framework, element in counterparts(library, stop.framework, stop.element):
        address = framework.address(element)
        ids = (one.reflection for one in waits if address in one.addresses)
        id = next((one for one in ids if one != reflection.id), 0)
        found.append(Across(framework, element, id))
    return found


def _by_drafts(journal: Journal) -> dict[int, Standing]:
    drafts = journal.drafts.all()
    return {id: Standing(one.draft.progress, one, one.when) for id, one in drafts.items()}


def _by_all(journal: Journal) -> dict[int, Standing]:
    found: dict[int, Standing] = {}
    for id in {note.id for note in journal.reflections()} | journal.drafts.all().keys():
        try:
            found[id] = standing(journal, id)
        except (NoSuchNote, NewerNote):
            continue
    return found


def _unfinished(library: "Library", id: int, stands: Standing) -> Unfinished:
    progress = stands.progress
    parts = progress.at.split("/")
    kind = parts[1] if len(parts) > 1 else "question"
    heading = reflect.HEADINGS.get(kind, reflect.HEADINGS["question"])
    count = None
    try:
        framework = library.get(progress.framework)
        found = Reflection.resume(framework, progress, id=id, new_id=lambda: 0)
    except PeercoachError:
        found = None
    if found is not None:
        heading, count = found.now.heading, found.count
    text = stands.saved.draft.text.strip() if stands.saved else ""
    return Unfinished(
        reflection=id,
        title=progress.title,
        framework_title=progress.framework_title,
        count=count,
        stop_heading=heading,
        when=stands.when,
        addresses=tuple(f"{progress.framework}/{one}" for one in progress.course),
        has_text=bool(text) or (stands.saved is None and progress.at in progress.kept),
    )


def _element_line(journal: Journal, framework: Framework, element: Element) -> ElementLine:
    address = f"{framework.id}/{element.id}"
    newest = journal.newest_of(address)
    ids = [one.id for one in framework.ratings]
    chosen = last_ratings(journal, framework.id, element.id, ids)
    first = framework.ratings[0].id if framework.ratings else ""
    return ElementLine(
        address=address,
        title=element.title,
        framework_title=framework.title,
        rating_label=next((one.label for one in chosen if one.rating == first), ""),
        short=tuple(short(framework, chosen)),
        stands=tuple(side_by_side(framework, chosen)),
        last=newest.when if newest else None,
    )


def _gone_line(journal: Journal, address: str) -> ElementLine:
    newest = journal.newest_of(address)
    place = newest.record.place if newest and isinstance(newest.record, Entry | Rating) else Place()
    return ElementLine(
        address=address,
        title=place.element_title,
        framework_title=place.framework_title,
        last=newest.when if newest else None,
    )
