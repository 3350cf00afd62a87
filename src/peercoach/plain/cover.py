"""The cover: an empty prompt in the place of everything, for when someone comes up behind."""

from peercoach.actions import Room
from peercoach.patience import COVER_SECONDS, Patience, State
from peercoach.plain.commands import Command, understand
from peercoach.plain.port import Ended, Port
from peercoach.plain.watch import Covered, Idle, Interrupted
from peercoach.plain.ways import WAYS_OUT, GoTo, Onward


class _UnderCover(Patience):
    """Keys don't count here, and no notice is said: it would tell that something is below."""

    def touched(self) -> None:
        pass

    def look(self) -> State:
        return "lock" if super().look() == "lock" else "stay"


def stand(port: Port, room: Room) -> None:
    """Clear the window and wait under an empty prompt until the person comes back.

    Enter on its own goes back, and so does the command again; locking and leaving work, and
    control-D locks. Whatever else is typed does nothing, so that someone else's hand brings nothing
    to light. Where a notebook is open, it may stand for a minute.

    Raises:
        Covered: the minute is over.
        GoTo: the person locked, or left.
        Interrupted: a signal came.
    """
    port.clear()
    open = port.guard.patience is not None
    patience = _UnderCover(round(COVER_SECONDS / 60)) if open else None
    with port.guard.instead(patience):
        while not _uncovered(port, room):
            pass
    port.clear()


def _uncovered(port: Port, room: Room) -> bool:
    try:
        typed = port.line()
    except Idle:
        raise Covered from None
    except Interrupted as why:
        if port.interactive and type(why) is Interrupted:
            return False
        raise
    except Ended:
        # Control-D, or a terminal that has nothing more to give: neither brings anything back.
        raise GoTo(Onward.LOCK) from None
    said = understand(typed, room)
    if not isinstance(said, Command):
        return not typed.strip()
    if said.action.id in ("lock", "quit"):
        raise GoTo(WAYS_OUT[said.action.id])
    return said.action.id == "cover"
