"""The plain interface from its first line to its last: the door, home, and every way to leave."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.frameworks.library import Library
from peercoach.journal.moment import Clock, now
from peercoach.plain import terminal
from peercoach.plain.company import Company
from peercoach.plain.door import Door
from peercoach.plain.home import Home
from peercoach.plain.host import Host
from peercoach.plain.port import Ended, standard
from peercoach.plain.watch import Covered, Gone, Idle, Interrupted, Slept, Suspended, Watch
from peercoach.plain.ways import GoTo, Onward
from peercoach.settings import Settings
from peercoach.supporting import Supporting
from peercoach.words import company, running, when
from peercoach.words import plain as words
from peercoach.workspace import Workspace, vault_exists

INTERRUPTED = 130
SIGNALLED = 128


@dataclass(frozen=True)
class Place:
    """Where the notebook is, what it can ask, and what is told at its door.

    ``state`` is the folder in which this computer remembers how far the notebook had come.
    ``again`` gives what can be asked as it stands on the disk by now; without it nothing changes.
    """

    vault: Path
    library: Library
    clock: Clock = now
    told: str = ""
    state: Path | None = None
    again: Callable[[], Library] | None = None

    def now(self) -> Library:
        """What can be asked now."""
        return self.again() if self.again is not None else self.library

    def there(self) -> bool:
        """Whether a notebook stands here.

        Raises:
            NotAVault, NotPermitted: something else does, or it can't be known.
        """
        return vault_exists(self.vault)

    def make(self, passphrase: str) -> Workspace:
        """Make a notebook here."""
        return Workspace.create(
            self.vault, passphrase, library=self.now(), clock=self.clock, state=self.state
        )

    def open(self, passphrase: str) -> Workspace:
        """Open the notebook here, with all that was kept."""
        work = Workspace.open(
            self.vault, passphrase, library=self.now(), clock=self.clock, state=self.state
        )
        work.prepare()
        return work


def run(
    place: Place,
    settings: Settings,
    *,
    passphrase: str | None = None,
    keep: Callable[[Settings], None] = lambda settings: None,
    supporting: Supporting | None = None,
) -> int:
    """Have the whole conversation; returns the exit code.

    ``passphrase`` is one that was read from a file: it opens or makes the notebook once. A second
    time (after a lock) it is asked for. ``keep`` makes changed settings durable; ``supporting``
    has the support lines of one's own.

    Raises:
        PeercoachError: the notebook can't be opened or made.
    """
    watch = Watch()
    port = standard(watch)
    host = Host(port, settings=settings, clock=place.clock, keep=keep, supporting=supporting)
    with watch.installed(), port.listening():
        return Sitting(host, place, passphrase).run()


class Sitting:
    """One run of the program."""

    def __init__(
        self,
        host: Host,
        place: Place,
        passphrase: str | None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._host = host
        self._place = place
        self._door = Door(host, given=passphrase, told=place.told)
        self._environment = environment
        self._work: Workspace | None = None
        self._beside = False

    def run(self) -> int:
        """Unlock, be at home, lock; again after a lock, until the person leaves."""
        while True:
            try:
                self._together() if self._beside else self._inside()
            except GoTo as way:
                self._lock()
                self._beside = way.onward is Onward.COMPANY
                if way.onward is Onward.QUIT or not self._goes_on(way.onward):
                    return self._leave(0)
            except Suspended:
                self._lock()
                self._host.port.stop()
            except Idle as why:
                self._lock(*self._idle(why))
            except (Ended, Interrupted, OSError) as why:
                return self._cut_off(why)
            except PeercoachError:
                self._lock()
                raise

    def _goes_on(self, onward: Onward) -> bool:
        """In a pipe there is nobody to unlock for: to lock is to leave."""
        return onward is Onward.COMPANY or self._host.port.interactive

    def _inside(self) -> None:
        fresh = not self._place.there()
        if fresh:
            self._work = self._door.first_run(self._place.make, str(self._place.vault))
        else:
            self._work = self._door.unlock(self._place.open)
        self._host.shown = True
        self._host.watch_over(True)
        self._host.say(*([] if fresh else [words.OPEN]), *self._work.notices)
        for unusable in self._work.library.unusable:
            self._host.say(running.named(words.UNUSABLE, file=unusable.file))
        Home(self._host, self._work, self._place.now).stay(fresh=fresh)

    def _together(self) -> None:
        self._host.shown = True
        library = self._place.now().speaking(self._host.settings.languages)
        Company(self._host, library).stay()
        self._beside = False
        self._host.say(company.ASK_AGAIN)

    def _idle(self, why: Idle) -> list[str]:
        """Why it locked by itself. Under the cover nothing is said of it."""
        if isinstance(why, Covered):
            return []
        if isinstance(why, Slept):
            return [company.LOCKED_SLEPT]
        minutes = company.minutes(self._host.settings.lock_after)
        return [company.LOCKED_IDLE.format(minutes=minutes)]

    # --- leaving -----------------------------------------------------------------------------

    def _cut_off(self, why: Exception) -> int:
        """Input ended or a signal came: lock first, then say what became of what was typed."""
        was_open = self._work is not None or self._beside
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
        """Lock the notebook, clear what can be cleared, and say both, and what can't be.

        Where nothing of the person's own was shown, the window holds only what is not ours.
        """
        work, self._work = self._work, None
        self._host.watch_over(False)
        self._host.forget()
        coming = work.last_line if work is not None else ""
        if work is not None:
            work.lock()
        cleared = self._host.shown and self._host.port.clear()
        self._host.shown = False
        self._host.say(*why)
        if work is not None:
            saved, said = self._host.saved_at, words.LOCKED
            if saved is not None:
                said = words.LOCKED_SAVED.format(time=when.clock(saved.local()))
            self._host.say(" ".join(part for part in (said, coming) if part))
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
