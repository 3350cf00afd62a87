"""How each room of an open notebook is made; imported once a notebook is open."""

from collections.abc import Awaitable, Callable

from peercoach.tui.desk import Desk
from peercoach.tui.screens.home import Elements, Home
from peercoach.tui.screens.notes import Note, Notes
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.start import Start

Maker = Callable[..., Awaitable[Room]]


async def start(desk: Desk) -> Room:
    """Where shall we start? After a notebook was made."""
    return Start(desk.library)


async def home(desk: Desk, *notices: str) -> Room:
    """Where were we?"""
    work = desk.workspace
    unfinished = await desk.writer.do(work.unfinished)
    elements = await desk.writer.do(work.element_lines)
    return Home(unfinished, elements, desk.library, desk.today, notices=notices)


async def elements(desk: Desk) -> Room:
    """Every element."""
    lines = await desk.writer.do(desk.workspace.element_lines)
    return Elements(lines, desk.library, desk.today)


async def begin(desk: Desk, address: str) -> Room:
    """Reflect on an element (``framework/element``) or a whole framework, from its beginning."""
    conversation = await desk.writer.do(desk.workspace.begin, address)
    return Reflect(conversation, desk.library, desk.writer, desk.clock)


async def resume(desk: Desk, reflection: int) -> Room:
    """Go on with a reflection."""
    conversation = await desk.writer.do(desk.workspace.resume, reflection)
    return Reflect(conversation, desk.library, desk.writer, desk.clock)


async def left(desk: Desk, *, closed: bool) -> Room:
    """Home, after a reflection."""
    return await home(desk)


async def notes(desk: Desk) -> Room:
    """Look back."""
    return Notes(await desk.writer.do(desk.workspace.journal.entries), desk.today)


async def note(desk: Desk, id: int) -> Room:
    """One note, whole."""
    return Note(await desk.writer.do(desk.workspace.journal.get, id), desk.today)


MAKERS: dict[str, Maker] = {
    "start": start,
    "home": home,
    "elements": elements,
    "begin": begin,
    "resume": resume,
    "left": left,
    "notes": notes,
    "note": note,
}
"""Rooms by the name that :class:`peercoach.tui.messages.Go` gives them."""
