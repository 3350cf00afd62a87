"""The Heal room of an open notebook: what waits there, what was kept, and the way into a sitting.

It is one person's alone. Nothing in it is read before it is asked for here, and nothing of it is
anywhere else.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

import msgspec

from peercoach.errors import NoSuchFramework, NoSuchNote, VaultError, VaultLocked
from peercoach.frameworks.model import Framework
from peercoach.guide.heal import Sitting
from peercoach.healing import drafts as waits
from peercoach.healing import kept as keeps
from peercoach.healing.drafts import Drafts, Waiting
from peercoach.healing.kept import Kept, Weight, Whole
from peercoach.healing.sitting import Healing
from peercoach.journal import ids
from peercoach.journal.moment import Moment
from peercoach.journal.shares import Share
from peercoach.journal.sittings import HealSitting
from peercoach.journal.store import Journal

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


class Heal:
    """The room. Its calls may wait for the disk; never call two at once, but for :meth:`lock`.

    ``journal`` and ``drafts`` open what it keeps, when something of it is first asked for.
    """

    def __init__(
        self,
        journal: Callable[[], Journal],
        drafts: Callable[[], Drafts],
        library: "Callable[[], Library]",
    ) -> None:
        self._open_journal = journal
        self._open_drafts = drafts
        self._library = library
        self._opened: Journal | None = None
        self._sittings: WeakSet[Healing] = WeakSet()

    # --- what there is ----------------------------------------------------------------------------

    def frameworks(self) -> list[Framework]:
        """What can be put down here: every framework that asks for care, what ships first."""
        return [one for one in self._library().caring() if one.elements]

    def waiting(self) -> list[Waiting]:
        """Every sitting that was left before it was kept or let go, the one last saved first.

        A draft of what is kept already was left behind by a crash; it goes now.

        Raises:
            VaultError: it can't be read.
        """
        kept = {str(one.id) for one in self.kept()}
        found = waits.waiting(self._drafts)
        for one in found:
            if one.key in kept:
                self._drafts.end(one.key)
        return [one for one in found if one.key not in kept]

    def kept(self) -> list[Kept]:
        """Every sitting that was kept, by its date alone, newest first. Raises VaultError."""
        return keeps.kept(self._journal)

    def asked_back(self, today: date) -> bool:
        """Whether there is something that the person asked to come back to, by today.

        What can't be read asks for nothing.
        """
        try:
            return any(one.come_back is not None and one.come_back <= today for one in self.kept())
        except VaultLocked:
            raise
        except VaultError:
            return False

    # --- sitting down -----------------------------------------------------------------------------

    def begin(self, framework: str = "") -> Healing:
        """Sit down with a framework that asks for care: the first there is, if none is named.

        Raises:
            NoSuchFramework: there is none of this name here.
            VaultError: the notebook is locked.
        """
        found = [one for one in self.frameworks() if framework in ("", one.id)]
        if not found:
            raise NoSuchFramework(id=framework, nearest="")
        return self._with(Sitting(found[0]), str(self._journal.new_id()))

    def resume(self, key: str) -> Healing:
        """Go on with a sitting that waits, at the same stop and character.

        Raises:
            NoSuchNote: none waits under this key, or a newer Peercoach wrote it.
            VaultError: the notebook is locked.
        """
        held = self._drafts.all().get(key)
        when = next((one.when for one in waits.waiting(self._drafts) if one.key == key), None)
        if held is None or when is None:
            raise NoSuchNote(id=key)
        by_id = {one.id: one for one in self.frameworks()}
        try:
            sitting, cursor = waits.resumed(held, by_id)
        except msgspec.ValidationError:
            raise NoSuchNote(id=key) from None
        return self._with(sitting, key, cursor, when)

    def let_go(self, key: str) -> None:
        """Let a sitting that waits go: nothing is left of it.

        Raises:
            VaultError: it could not be written; it still waits.
        """
        self._drafts.end(key)

    # --- what was kept ----------------------------------------------------------------------------

    def open(self, id: int) -> Whole:
        """All that was kept of a sitting.

        Raises:
            NoSuchNote: there is none of this id.
        """
        return keeps.whole(self._journal, self._one(id))

    def weights(self) -> dict[str, list[Weight]]:
        """Every rating that was kept, by the question it answers, oldest first."""
        return keeps.weights(self._journal)

    @property
    def weighed(self) -> bool:
        """Whether a question was answered with a weight more than once."""
        return any(len(given) > 1 for given in self.weights().values())

    @property
    def shared(self) -> bool:
        """Whether something of it has left the notebook, by its author's own choice."""
        return bool(self._journal.things(Share.kind))

    def come_back(self, id: int, day: date | None) -> None:
        """Set the day to come back to a sitting, or none.

        Raises:
            NoSuchNote: there is none of this id.
            VaultError: it could not be written; it is as it was.
        """
        sitting = self.open(id).sitting
        told = day.isoformat() if day else ""
        changed: HealSitting = msgspec.structs.replace(sitting, come_back=told)
        self._journal.commit({id: changed})

    def remove(self, id: int) -> tuple[Path, ...]:
        """Delete a sitting for good, at once: when this returns, no file of the notebook holds a
        word of it. Returns the backups that could not be reached.

        Raises:
            NoSuchNote: there is none of this id.
            VaultError: it could not be written; it is as it was.
        """
        self._one(id)
        self._journal.shred_all([id, *(one.id for one in keeps.parts_of(self._journal, id))])
        return self._journal.still_in

    # --- leaving ----------------------------------------------------------------------------------

    def lock(self) -> None:
        """Forget every word. What was saved is on the disk already. Idempotent."""
        for one in list(self._sittings):
            one.forget()
        self._sittings = WeakSet()
        if self._opened is not None:
            self._opened.lock()

    # --- inside -----------------------------------------------------------------------------------

    @property
    def _journal(self) -> Journal:
        if self._opened is None:
            self._opened = self._open_journal()
        return self._opened

    @property
    def _drafts(self) -> Drafts:
        return self._open_drafts()

    def _one(self, id: int) -> Kept:
        for one in self.kept():
            if one.id == id:
                return one
        raise NoSuchNote(id=ids.to_text(id))

    def _with(
        self, sitting: Sitting, key: str, cursor: int = 0, saved_at: Moment | None = None
    ) -> Healing:
        self._journal.refuse_locked()
        here = Healing(
            sitting, self._journal, self._drafts, key=key, cursor=cursor, saved_at=saved_at
        )
        self._sittings.add(here)
        return here
