"""How the rooms of a share are made, and those of what left."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from peercoach.journal.records import Entry, Rating
from peercoach.outgoing.record import Left
from peercoach.outgoing.sharing import Sharing
from peercoach.tui.desk import Desk
from peercoach.tui.screens.left import LeftList, LeftOne, opened
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.share_choose import ShareChoose, ShareWaits
from peercoach.tui.screens.share_read import ShareRead
from peercoach.tui.screens.share_whom import ShareWhom
from peercoach.tui.screens.share_write import ShareWrite
from peercoach.tui.screens.share_written import ShareWritten


async def share(desk: Desk, note: int | None = None) -> Room:
    """Share: go on with what waits, or begin; with one note alone where that is given."""
    waiting = await desk.writer.do(_waiting, desk)
    if waiting is not None:
        return ShareWaits(desk, waiting, note)
    return await choose(desk) if note is None else await begin(desk, (note,))


async def choose(desk: Desk) -> Room:
    """Choose what is shared."""
    found = await desk.writer.do(desk.workspace.outgoing.choosable)
    return ShareChoose(desk, [one for one in found if isinstance(one.record, Entry | Rating)])


async def begin(desk: Desk, notes: tuple[int, ...], sittings: tuple[int, ...] = ()) -> Room:
    """Begin a share with these notes, and these sittings of Heal."""
    outgoing = desk.workspace.outgoing
    return ShareWhom(desk, await desk.writer.do(outgoing.begin, notes, sittings=sittings))


async def go_on(desk: Desk, sharing: Sharing) -> Room:
    """Go on where it was left."""
    if not sharing.review.ready:
        return ShareWhom(desk, sharing)
    pages = await desk.writer.do(lambda: sharing.review.pages)
    unread = any(not one.read for one in pages)
    return ShareRead(desk, sharing) if unread else ShareWrite(desk, sharing)


async def whom(desk: Desk, sharing: Sharing, again: bool = False) -> Room:
    """For whom, and whose story."""
    return ShareWhom(desk, sharing, again=again)


async def read(desk: Desk, sharing: Sharing, note: str = "", again: bool = False) -> Room:
    """Read it as it will leave."""
    await desk.writer.do(lambda: sharing.review.pages)
    return ShareRead(desk, sharing, note, again=again)


async def write(desk: Desk, sharing: Sharing) -> Room:
    """Write it."""
    return ShareWrite(desk, sharing)


async def written(desk: Desk, path: Path, left: Left, sealed: bool, heal: bool) -> Room:
    """It is written."""
    return ShareWritten(path, left, sealed=sealed, heal=heal)


async def what_left(desk: Desk, heal: bool = False) -> Room:
    """Each share that left."""
    outgoing = desk.workspace.outgoing
    found = await desk.writer.do(outgoing.left_from_heal if heal else outgoing.left)
    return LeftList(desk, found, heal=heal)


async def left_one(desk: Desk, id: int, heal: bool = False) -> Room:
    """One share that left."""
    return LeftOne(desk, await desk.writer.do(opened, desk.workspace, id, heal=heal), heal=heal)


def _waiting(desk: Desk) -> Sharing | None:
    waiting = desk.workspace.outgoing.waiting()
    if waiting is not None and waiting.review.ready:
        # Worked out here, and not while something is drawn.
        assert waiting.review.pages is not None
    return waiting


MAKERS: dict[str, Callable[..., Awaitable[Room]]] = {
    "share": share,
    "share-choose": choose,
    "share-begin": begin,
    "share-go-on": go_on,
    "share-whom": whom,
    "share-read": read,
    "share-write": write,
    "share-written": written,
    "what-left": what_left,
    "left-one": left_one,
}
