"""The plain interface from its first line to its last: the door, home, and every way to leave."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library
from peercoach.journal.moment import Clock, now
from peercoach.plain import terminal
from peercoach.plain.door import Door
from peercoach.plain.home import Home
from peercoach.plain.host import GoTo, Host, Onward
from peercoach.plain.port import Ended, standard
from peercoach.plain.watch import Gone, Idle, Interrupted, Watch
from peercoach.settings import Settings
from peercoach.words import plain as words
from peercoach.words import when
from peercoach.workspace import Workspace, vault_exists

INTERRUPTED = 130
SIGNALLED = 128


@dataclass(frozen=True)
class Place:
    """Where the notebook is, and what it can ask."""

    vault: Path
    library: Library
    clock: Clock = now

    def there(self) -> bool:
        """Whether a notebook stands here.

        Raises:
            NotAVault, NotPermitted: something else does, or it can't be known.
        """
        return vault_exists(self.vault)

    def make(self, passphrase: str) -> Workspace:
        """Make a notebook here."""
        return Workspace.create(self.vault, passphrase, library=self.library, clock=self.clock)

    def open(self, passphrase: str) -> Workspace:
        """Open the notebook here."""
        return Workspace.open(self.vault, passphrase, library=self.library, clock=self.clock)


def run(place: Place, settings: Settings, *, passphrase: str | None = None) -> int:
    """Have the whole conversation; returns the exit code.

    ``passphrase`` is one that was read from a file: it opens or makes the notebook once. A second
    time (after a lock) it is asked for.

    Raises:
        PeercoachError: the notebook can't be opened or made.
    """
    watch = Watch(idle=60.0 * settings.lock_after)
    port = standard(watch)
    host = Host(port, region=settings.region, clock=place.clock)
    with watch.installed(), port.listening():
        return Sitting(host, place, settings, passphrase).run()


class Sitting:
    """One run of the program."""

    def __init__(
        self,
        host: Host,
        place: Place,
        settings: Settings,
        passphrase: str | None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._host = host
        self._place = place
        self._settings = settings
        self._door = Door(host, given=passphrase)
        self._environment = environment
        self._work: Workspace | None = None

    def run(self) -> int:
        """Unlock, be at home, lock; again after a lock, until the person leaves."""
        while True:
            try:
                self._inside()
            except GoTo as way:
                self._lock()
                if way.onward is Onward.LOCK and self._host.port.interactive:
                    continue
                return self._leave(0)
            except Idle:
                self._lock(words.IDLE.format(minutes=self._settings.lock_after))
            except (Ended, Interrupted, OSError) as why:
                return self._cut_off(why)
            except PeercoachError:
                self._lock()
                raise

    def _inside(self) -> None:
        fresh = not self._place.there()
        if fresh:
            self._work = self._door.first_run(self._place.make, str(self._place.vault))
        else:
            self._work = self._door.unlock(self._place.open)
            self._host.say(words.OPEN)
        self._host.say(*self._work.notices)
        for unusable in self._place.library.unusable:
            self._host.say(words.UNUSABLE.format(file=unusable.file))
        Home(self._host, self._work).stay(fresh=fresh)

    # --- leaving -----------------------------------------------------------------------------

    def _cut_off(self, why: Exception) -> int:
        """Input ended or a signal came: lock first, then say what became of what was typed."""
        was_open = self._work is not None
        code = 0 if was_open else 1
        if isinstance(why, Gone):
            code = SIGNALLED + why.number
        elif isinstance(why, Interrupted):
            code = INTERRUPTED
        elif isinstance(why, OSError):
            code = 1
        said = [words.INPUT_ENDED] if isinstance(why, Ended) else []
        if self._host.unsaved:
            said.append(words.DRAFT_NOT_KEPT)
            code = code or 1
        elif self._host.saved_at is not None:
            said.append(words.DRAFT_KEPT)
        # Whoever read us may be gone; the notebook is locked all the same.
        with suppress(OSError, ValueError):
            self._lock(*said)
        with suppress(OSError, ValueError):
            self._leave(0)
        return code

    def _lock(self, *why: str) -> None:
        """Lock the notebook, clear what can be cleared, and say both, and what can't be."""
        work, self._work = self._work, None
        if work is not None:
            work.lock()
        cleared = self._host.port.clear()
        self._host.say(*why)
        if work is not None:
            saved = self._host.saved_at
            if saved is None:
                self._host.say(words.LOCKED)
            else:
                time = when.clock(saved.local())
                self._host.say(words.LOCKED_SAVED.format(time=time))
        if cleared:
            self._say_what_stays()

    def _say_what_stays(self) -> None:
        within = terminal.multiplexer(self._environment)
        self._host.say(words.CLEARED)
        if within:
            self._host.say(words.CANT_CLEAR_IN[within])
        self._host.say(words.CANT_CLEAR)

    def _leave(self, code: int) -> int:
        if self._host.port.interactive:
            self._host.say(words.GOODBYE)
        return code
