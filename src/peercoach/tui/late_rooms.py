"""Rooms of a share, whose makers are imported once one of them is asked for.

What finds names takes half a second to load, and nobody needs it before.
"""

from collections.abc import Awaitable, Callable
from importlib import import_module

from peercoach.tui.desk import Desk
from peercoach.tui.screens.room import Room

Maker = Callable[..., Awaitable[Room]]

_NAMES = (
    *("share", "share-choose", "share-begin", "share-go-on", "share-whom", "share-read"),
    *("share-write", "share-written", "what-left", "left-one"),
)


def _late(name: str) -> Maker:
    async def make(desk: Desk, *given: object) -> Room:
        """Make the room; the import goes by the writer's thread, so that nothing stands still."""
        found = await desk.writer.do(import_module, "peercoach.tui.share_rooms")
        makers: dict[str, Maker] = found.MAKERS
        return await makers[name](desk, *given)

    return make


MAKERS: dict[str, Maker] = {name: _late(name) for name in _NAMES}
