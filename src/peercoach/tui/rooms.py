"""How each room of an open notebook is made; imported once a notebook is open."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from peercoach.tui import picture_rooms
from peercoach.tui.desk import Desk
from peercoach.tui.screens.asking import Asking, Sure
from peercoach.tui.screens.bringing import Bringing
from peercoach.tui.screens.drawers import Bin, MyWords, my_words
from peercoach.tui.screens.elements import Elements
from peercoach.tui.screens.home import Home, Within
from peercoach.tui.screens.home_rows import at_once, look
from peercoach.tui.screens.levels import WhichLevel
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.narrowing import Narrowed
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.passphrase import Passphrase
from peercoach.tui.screens.plans import Plan, Plans
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.settings import SettingsRoom
from peercoach.tui.screens.spare import Spare
from peercoach.tui.screens.start import Start
from peercoach.tui.screens.versions import Versions
from peercoach.tui.widgets.choices import Row

Maker = Callable[..., Awaitable[Room]]

_MOMENT = 0.05
"""Seconds that home waits for the notes, so that it comes whole where there are few."""


async def start(desk: Desk) -> Room:
    """Where shall we start? After a notebook was made."""
    return Start(desk.library)


async def home(desk: Desk, *notices: str) -> Room:
    """Where were we? It comes before the notes are read, where that takes longer than a moment."""
    seen = await desk.writer.do(at_once, desk.workspace)
    looking = desk.writer.send(look, desk.workspace)
    ended = asyncio.wrap_future(looking)
    ended.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
    await asyncio.wait([ended], timeout=_MOMENT)
    if looking.done() and looking.exception() is None:
        return Home(desk, looking.result(), notices=notices)
    return Home(desk, seen, looking=looking, notices=notices)


async def within(desk: Desk, minutes: int) -> Room:
    """What fits into so many minutes."""
    return Within(desk, minutes, await desk.writer.do(desk.workspace.offers, minutes))


async def elements(desk: Desk) -> Room:
    """Every element."""
    lines = await desk.writer.do(desk.workspace.element_lines)
    return Elements(desk, lines, await desk.writer.do(desk.workspace.gone_lines))


async def begin(desk: Desk, address: str, level: str | None = None) -> Room:
    """Reflect on an element (``framework/element``) or a whole framework, from its beginning.

    Where its questions have levels and none is given, first comes which to begin at.
    """
    if level is None:
        found = await desk.writer.do(desk.workspace.levels, address)
        if len(found.levels) > 1:
            return WhichLevel(address, found)
    conversation = await desk.writer.do(desk.workspace.begin, address, level or "")
    return Reflect(desk, conversation)


async def one(desk: Desk, address: str, question: str) -> Room:
    """Reflect on one question of an element."""
    conversation = await desk.writer.do(desk.workspace.begin_one, address, question)
    return Reflect(desk, conversation)


async def resume(desk: Desk, reflection: int, at: str = "") -> Room:
    """Go on with a reflection; ``at`` the stop with this key, where it still has it."""
    return Reflect(desk, await desk.writer.do(desk.workspace.resume, reflection, at))


async def left(desk: Desk, *, closed: bool) -> Room:
    """Home, after a reflection; after the first of which something is kept, the spare key."""
    if closed and await desk.writer.do(lambda: desk.workspace.spare_key_is_due):
        return Spare(desk, has_one=False)
    return await home(desk)


async def plans(desk: Desk) -> Room:
    """Every session plan."""
    return Plans(desk.library)


async def plan(desk: Desk, id: str) -> Room:
    """One session plan."""
    return Plan(desk.library.plans[id])


async def spare(desk: Desk) -> Room:
    """A key on paper."""
    return Spare(desk, has_one=await desk.writer.do(lambda: desk.workspace.has_spare_key))


async def settings(desk: Desk) -> Room:
    """What a person chose about the program."""
    has_one = await desk.writer.do(lambda: desk.workspace.has_spare_key)
    backed_up = await desk.writer.do(lambda: desk.workspace.last_backup)
    return SettingsRoom(desk, spare=has_one, backed_up=backed_up)


async def passphrase(desk: Desk, *, by_spare_key: bool = False) -> Room:
    """Another passphrase."""
    return Passphrase(desk, by_spare_key=by_spare_key)


async def notes(desk: Desk, element: str = "", kind: str = "") -> Room:
    """Look back, at all there is or at one element or kind of it."""
    narrowed = Narrowed(element, kind)
    listed = await desk.writer.do(narrowed.listed, desk.workspace.journal, desk.today)
    return LookBack(desk, listed, narrowed)


async def note(desk: Desk, id: int) -> Room:
    """One note, whole."""
    return Note(desk, await desk.writer.do(desk.workspace.journal.get, id))


async def versions(desk: Desk, id: int) -> Room:
    """How a note was."""
    return Versions(desk, await desk.writer.do(desk.workspace.journal.versions, id))


async def bin(desk: Desk) -> Room:
    """What was deleted in the last days."""
    return Bin(desk, await desk.writer.do(desk.workspace.journal.deleted))


async def words(desk: Desk) -> Room:
    """My words."""
    return MyWords(desk, await desk.writer.do(my_words, desk))


async def bring(desk: Desk) -> Room:
    """What is to be brought to the next conversation."""
    return Bringing(desk, await desk.writer.do(desk.workspace.journal.brought))


async def ask(
    desk: Desk,
    title: str,
    rows: Sequence[Row],
    took: Callable[[str], object],
    at: str = "",
    hint: str = "",
    sure: Sure | None = None,
) -> Room:
    """A small question, with the cursor ``at`` an answer; the answer goes to whoever asked."""
    return Asking(title, rows, took, at=at, hint=hint, sure=sure)


MAKERS: dict[str, Maker] = {
    "start": start,
    "home": home,
    "elements": elements,
    "within": within,
    "begin": begin,
    "resume": resume,
    "one": one,
    "left": left,
    "spare": spare,
    "settings": settings,
    "passphrase": passphrase,
    "plans": plans,
    "plan": plan,
    "notes": notes,
    "note": note,
    "versions": versions,
    "bin": bin,
    "words": words,
    "bring": bring,
    "ask": ask,
    **picture_rooms.MAKERS,
}
"""Rooms by the name that :class:`peercoach.tui.messages.Go` gives them."""
