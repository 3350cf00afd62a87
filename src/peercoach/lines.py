"""What an interface lists of a notebook: reflections that wait, and elements to think about."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercoach.errors import NoSuchNote, PeercoachError
from peercoach.frameworks.model import Element, Framework
from peercoach.guide.reflect import Reflection
from peercoach.journal.documents import NewerNote
from peercoach.journal.moment import Moment
from peercoach.journal.records import Rating
from peercoach.journal.standing import Standing, standing
from peercoach.journal.store import Journal
from peercoach.words import reflect

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


@dataclass(frozen=True)
class Unfinished:
    """A reflection that waits to be gone on with.

    ``count`` is (2, 5) at question 2 of 5, None elsewhere or where its framework is not here now.
    ``has_text`` says whether something is typed, or kept, where it stands.
    """

    reflection: int
    title: str
    framework_title: str
    count: tuple[int, int] | None
    stop_heading: str
    when: Moment
    has_text: bool


@dataclass(frozen=True)
class ElementLine:
    """An element one can think about, with the words of its last rating ("" if there is none) and
    the moment when something was last written about it.
    """

    address: str
    title: str
    framework_title: str
    rating_label: str
    last: Moment | None


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
    count = None
    try:
        framework = library.get(progress.framework)
        found = Reflection.resume(framework, progress, id=id, new_id=lambda: 0)
    except PeercoachError:
        found = None
    if found is not None:
        kind, count = found.now.kind, found.count
    text = stands.saved.draft.text.strip() if stands.saved else ""
    return Unfinished(
        reflection=id,
        title=progress.title,
        framework_title=progress.framework_title,
        count=count,
        stop_heading=reflect.HEADINGS.get(kind, reflect.HEADINGS["question"]),
        when=stands.when,
        has_text=bool(text) or (stands.saved is None and progress.at in progress.kept),
    )


def _element_line(journal: Journal, framework: Framework, element: Element) -> ElementLine:
    address = f"{framework.id}/{element.id}"
    newest = journal.newest_of(address)
    label = ""
    for rating in framework.ratings[:1]:
        asked = (framework.id, element.id, f"rating/{rating.id}")
        for note in journal.asked_before(asked, but_for=-1)[:1]:
            label = note.record.label if isinstance(note.record, Rating) else ""
    return ElementLine(
        address=address,
        title=element.title,
        framework_title=framework.title,
        rating_label=label,
        last=newest.when if newest else None,
    )
