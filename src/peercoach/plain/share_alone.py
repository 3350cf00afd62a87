"""Sharing by itself, in the terminal of a command: the same way, and no room beside it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from peercoach.outgoing.waits import share_waits
from peercoach.plain import terminal
from peercoach.plain.host import Host
from peercoach.plain.port import Ended, Port
from peercoach.plain.share_room import ShareRoom
from peercoach.plain.share_write import Given
from peercoach.plain.watch import Gone, Idle, Interrupted, Suspended, Watch
from peercoach.plain.ways import GoTo, Onward
from peercoach.settings import Settings
from peercoach.supporting import Supporting
from peercoach.words import share_plain as here
from peercoach.words.running import named
from peercoach.workspace import Workspace


class Alone:
    """One share of an open notebook, said on standard error, heard on standard input."""

    def __init__(self, work: Workspace, settings: Settings, supporting: Supporting) -> None:
        watch = Watch()
        self._work = work
        self._watch = watch
        self._port = Port(sys.stdin, sys.stderr, watch, key_waits=terminal.key_waits())
        self._host = Host(
            self._port, settings=settings, clock=work.journal.clock, supporting=supporting
        )

    def share(self, given: Given, notes: Sequence[int], sittings: Sequence[int]) -> Path | None:
        """The file that was written; None where none was, and why is said.

        Raises:
            KeyboardInterrupt: control-C, or a signal that ends programs; what was decided waits.
            PeercoachError: something chosen is not there; it could not be kept.
        """
        room = ShareRoom(self._host, self._work, given, alone=True)
        with self._watch.installed(), self._port.listening():
            self._host.watch_over(True)
            try:
                return room.share(notes, sittings)
            except GoTo as way:
                self._leave(clear=way.onward is Onward.LOCK)
            except Suspended:
                self._leave(clear=True)
                self._port.stop()
            except Idle:
                self._leave(clear=True)
            except Ended:
                self._leave(clear=False)
            except Interrupted as why:
                self._leave(clear=isinstance(why, Gone))
                raise KeyboardInterrupt from None
        return None

    def _leave(self, *, clear: bool) -> None:
        """Lock; where nobody may look on, take what was said from the window."""
        waits = share_waits(self._work.journal)
        self._host.forget()
        self._work.lock()
        if clear:
            self._port.clear()
        self._host.say(named(here.STAYS_ALONE) if waits else here.NOT_WRITTEN)
