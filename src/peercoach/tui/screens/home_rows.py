"""What Home shows: what is known of the notebook, and the rows that say it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from weakref import WeakKeyDictionary

from peercoach.actions import ACTIONS
from peercoach.coming import Coming, goes_on
from peercoach.errors import VaultLocked
from peercoach.frameworks.library import Library
from peercoach.frameworks.model import Element
from peercoach.goals.room import Waiting
from peercoach.journal.shares import ShareUnderWay
from peercoach.memories import Memory
from peercoach.tui import keys
from peercoach.tui.widgets.choices import Row
from peercoach.words import home as words
from peercoach.words import memories, screens, share_rooms
from peercoach.words.offers import month
from peercoach.words.ratings import BESIDE
from peercoach.workspace import ElementLine, Unfinished, Workspace

_TO_GO_ON_WITH = 1
"""One thing to continue; the others are found beside their element."""
_OF_MEMORY = 3
"""Lines that a memory takes, with the empty one that parts it from what is above."""

_TOLD: WeakKeyDictionary[Workspace, set[str]] = WeakKeyDictionary()
"""What was said of a notebook since it was opened: home may be left before all is known."""


@dataclass(frozen=True)
class Seen:
    """What Home knows of the notebook.

    ``read`` is False while the notes are not read yet: then this is what the drafts tell alone.
    ``writing`` is what is being written about a goal, where that is the one thing to go on with.
    ``needs_key``: something is kept, and there is no spare key. ``share_waits``: one was begun.
    """

    unfinished: Sequence[Unfinished]
    elements: Sequence[ElementLine]
    memory: Memory | None = None
    writing: Waiting | None = None
    coming: Sequence[Coming] = ()
    to_bring: int = 0
    needs_key: bool = False
    share_waits: bool = False
    read: bool = False


def at_once(workspace: Workspace) -> Seen:
    """What can be told before the notes are read."""
    lines = [
        ElementLine(framework.address(element), element.title, framework.title)
        for framework, element in workspace.library.elements()
    ]
    try:
        return Seen(workspace.unfinished(), lines)
    except VaultLocked:
        # Reading the notes failed meanwhile, and closed them: that is said at the door.
        return Seen((), lines)


def look(workspace: Workspace) -> Seen:
    """All that Home shows; reads the notes first, where that isn't done yet.

    Raises:
        VaultError: they can't be read.
    """
    workspace.prepare()
    journal = workspace.journal
    unfinished = workspace.unfinished()
    return Seen(
        unfinished=unfinished,
        writing=goes_on(unfinished, workspace.goals.waiting()),
        coming=workspace.coming(),
        elements=workspace.element_lines(),
        memory=workspace.memory(),
        to_bring=len(journal.brought()),
        needs_key=workspace.needs_spare_key,
        share_waits=bool(journal.things(ShareUnderWay.kind)),
        read=True,
    )


def untold(workspace: Workspace, *given: str) -> tuple[str, ...]:
    """What is to be said: what is given, and what the notebook noticed and nobody said yet."""
    told = _TOLD.setdefault(workspace, set())
    said = [*given, *(one for one in workspace.notices if one not in told | {*given})]
    told |= {*said}
    return tuple(said)


def rows_of(seen: Seen, library: Library, today: date, *, remember: bool) -> list[Row]:
    """Home, row by row.

    While the notes are not read, the place of a memory stays free, so that nothing moves when it
    comes.
    """
    if seen.writing is not None:
        rows = [written_on(seen.writing, today)]
    else:
        rows = going_on(seen.unfinished[:_TO_GO_ON_WITH], today)
    free = 0
    if remember and seen.memory is not None:
        rows.append(remembered(seen.memory))
    elif remember and not seen.read:
        free = _OF_MEMORY if rows else _OF_MEMORY - 1
    rows.append(Row("minutes", "", heading=words.HAVE, options=words.TIMES, space=1 + free))
    return [
        *rows,
        *of_elements(seen.elements, library, today),
        *short_ones(library),
        *coming_next(seen),
    ]


def going_on(unfinished: Sequence[Unfinished], today: date) -> list[Row]:
    """A row for each reflection that waits."""
    rows = []
    for index, one in enumerate(unfinished):
        where = one.stop_heading
        if one.count is not None:
            where = screens.AT_QUESTION.format(at=one.count[0], of=one.count[1])
        when = screens.short_day(one.when.local().date(), today)
        heading = "" if index else screens.CONTINUE
        rows.append(Row(f"resume:{one.reflection}", one.title, (where, when), heading, space=1))
    return rows


def written_on(one: Waiting, today: date) -> Row:
    """What is being written about a goal, as a reflection that waits is shown."""
    when = screens.short_day(one.when.local().date(), today)
    text = one.text or one.heading
    where = one.heading if one.text else ""
    return Row(f"writing:{one.key}", text, (where, when), screens.CONTINUE, space=1, one_line=True)


def remembered(memory: Memory) -> Row:
    """Something written long ago, with the key that hides it."""
    key = next(action.key for action in ACTIONS if action.id == "hide")
    return Row(
        f"memory:{memory.id}",
        memories.QUOTED.format(text=memory.text),
        ("", words.HIDES.format(key=keys.key_name(key))),
        over=memory.heading,
        space=1,
        one_line=True,
    )


def short_ones(library: Library, *, group: str = "") -> list[Row]:
    """A row for each short reflection for any day.

    They are headed at the left, or where there is a ``group``, by it above.
    """
    return [
        Row(
            f"begin:{one.id}",
            one.title,
            heading="" if index or group else screens.SHORT,
            detail=one.about if group else "",
            group="" if index else group,
            space=not index,
        )
        for index, one in enumerate(library.short())
    ]


def of_elements(
    lines: Sequence[ElementLine], library: Library, today: date, *, at_length: bool = False
) -> list[Row]:
    """A row for each element, but those of short reflections: its last rating, its last month.

    Of what ships besides the heart, only what was chosen before stands here, unless at length.
    At length each has below it what it is, or where two ratings stand, and its framework's title
    above the first; otherwise the title stands at the left, but for the first framework: there it
    says "Elements".
    """
    rows: list[Row] = []
    before = ""
    short = {one.id for one in library.short()}
    for line in lines:
        framework, element = library.find(line.address)
        stands = at_length or line.last is not None or library.at_hand(framework)
        if framework.id in short or not stands:
            continue
        new = framework.id != before
        last = line.last.local() if line.last else None
        rating = BESIDE.join(line.short) or (screens.NOT_RATED if framework.ratings else "")
        heading = framework.title if rows else screens.ELEMENTS
        rows.append(
            Row(
                f"begin:{line.address}",
                line.title,
                (rating, month(last.month, last.year, today.year) if last else ""),
                heading="" if at_length or not new else heading,
                detail=_at_length(element, line) if at_length else "",
                group=framework.title if at_length and new else "",
                space=new or at_length,
            )
        )
        before = framework.id
    return rows


def gone_ones(lines: Sequence[ElementLine], today: date) -> list[Row]:
    """A row for each element that is no longer in the library: what was written can be read."""
    rows: list[Row] = []
    for line in lines:
        last = line.last.local() if line.last else None
        rows.append(
            Row(
                f"read:{line.address}",
                line.title,
                (month(last.month, last.year, today.year) if last else "",),
                detail=line.framework_title,
                group="" if rows else screens.NO_LONGER_HERE,
                space=1,
            )
        )
    return rows


def _at_length(element: Element, line: ElementLine) -> str:
    """Where two ratings of it stand; before that, what it is."""
    return " ".join(line.stands) or (element.what_it_is[0] if element.what_it_is else "")


def coming_next(seen: Seen) -> list[Row]:
    """What waits, and can wait."""
    rows = [
        Row(f"{one.to}:{one.id}" if one.id else one.to, one.text, one_line=True)
        for one in seen.coming
    ]
    if seen.share_waits:
        rows.append(Row("share", share_rooms.WAITS))
    if seen.to_bring:
        rows.append(Row("bring", words.to_bring(seen.to_bring)))
    if seen.needs_key:
        rows.append(Row("spare", words.NO_SPARE_KEY))
    return [
        replace(row, heading="" if index else words.NEXT, space=not index)
        for index, row in enumerate(rows)
    ]
