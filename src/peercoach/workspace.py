"""The one object that an interface holds: the open notebook, the library, and the way out."""

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING
from weakref import WeakSet

from peercoach.conversation import Conversation
from peercoach.errors import VaultError, VaultLocked
from peercoach.guide.reflect import Choose
from peercoach.journal.moment import Clock, now
from peercoach.journal.reading import collector_resting
from peercoach.journal.store import Journal
from peercoach.lines import Across, ElementLine, Levels, Unfinished
from peercoach.reflecting import Reflecting
from peercoach.safekeeping import Safekeeping
from peercoach.strength import Strength, passphrase_strength, suggest_passphrase
from peercoach.vault.files import Files
from peercoach.vault.kdf import STANDARD, Profile
from peercoach.vault.seen import FILE, Seen
from peercoach.vault.space import Space
from peercoach.vault.standing import vault_exists
from peercoach.vault.vault import Vault
from peercoach.words import notices

if TYPE_CHECKING:
    from peercoach.carrier import Carrier
    from peercoach.coming import Coming
    from peercoach.frameworks.library import Library
    from peercoach.goals.room import Goals
    from peercoach.healing.room import Heal
    from peercoach.hours import Hours
    from peercoach.outgoing.room import Outgoing
    from peercoach.people import People
    from peercoach.pictures.room import Pictures
    from peercoach.reviewing import Reviewing

__all__ = [
    "Across",
    "ElementLine",
    "Levels",
    "Strength",
    "Unfinished",
    "Workspace",
    "passphrase_strength",
    "suggest_passphrase",
    "vault_exists",
]


def _told(vault: Vault) -> tuple[str, ...]:
    """What the vault noticed, as sentences."""
    said = [notices.sentence(notice.kind, notice.facts) for notice in vault.notices]
    salvage = any(notice.kind == "salvage" for notice in vault.notices)
    if vault.logs_open and vault.private.read_only and not salvage:
        said.append(notices.READ_ONLY)
    return tuple(said)


def _seen(state: Path | None) -> Seen | None:
    return None if state is None else Seen(state / FILE)


class Workspace(Reflecting, Safekeeping):
    """An open notebook. Its calls may wait for the disk; never call two at once, but for
    :meth:`lock`, which waits for no other.

    ``notices`` are sentences to say once. Those about the notes come with :meth:`prepare`.
    """

    def __init__(
        self,
        vault: Vault,
        library: "Library",
        *,
        clock: Clock = now,
        choose: Choose = secrets.choice,
    ) -> None:
        self._vault = vault
        self._choose = choose
        self._conversations: WeakSet[Conversation] = WeakSet()
        self.library = library
        self.journal = Journal(self._private, vault.drafts, clock=clock)
        self._heal: Heal | None = None
        self._of_heal: Journal | None = None
        self._outgoing: Outgoing | None = None
        self.prepared = False
        self._goals: Goals | None = None
        self._preparing = RLock()
        self.notices: tuple[str, ...] = _told(vault)

    @classmethod
    def create(
        cls,
        vault: Path,
        passphrase: str,
        *,
        library: "Library",
        name: str = "",
        clock: Clock = now,
        choose: Choose = secrets.choice,
        profile: Profile = STANDARD,
        random: Callable[[int], bytes] = os.urandom,
        files: Files | None = None,
        state: Path | None = None,
    ) -> "Workspace":
        """Make a notebook and open it.

        ``state`` is the folder in which it is remembered how far the notebook had come, so that an
        older copy put back is noticed; with None nothing is.

        Raises:
            VaultExists: something stands at this path.
            WeakPassphrase: the passphrase is too short.
            NotPermitted, DiskFull, WriteFailed: it could not be written.
        """
        made = Vault.create(
            vault,
            passphrase,
            name=name,
            profile=profile,
            random=random,
            files=files,
            seen=_seen(state),
        )
        workspace = cls._on(made, library, clock, choose)
        workspace.prepare()
        return workspace

    @classmethod
    def open(
        cls,
        vault: Path,
        passphrase: str,
        *,
        library: "Library",
        clock: Clock = now,
        choose: Choose = secrets.choice,
        random: Callable[[int], bytes] = os.urandom,
        files: Files | None = None,
        state: Path | None = None,
    ) -> "Workspace":
        """Open a notebook: what is being typed is there at once, what was kept is read later, by
        :meth:`prepare` or by whatever first needs it. ``state`` is as in :meth:`create`.

        Raises:
            NoVault, NotAVault, NewerFormat: there is none that we can read.
            WrongPassphrase: the passphrase does not open it.
            KeyringDamaged, KeyringForged, KeyringStale, AbsurdParameters: its key file is not as
                it should be.
            VaultBusy: another process has it open.
            NotPermitted: it can't be reached.
            LogMissing, LogDamaged: see :meth:`prepare`; here only where the drafts need mending.
        """
        opened = Vault.open(
            vault, passphrase, files=files, random=random, logs=False, seen=_seen(state)
        )
        return cls._on(opened, library, clock, choose)

    @classmethod
    def _on(cls, vault: Vault, library: "Library", clock: Clock, choose: Choose) -> "Workspace":
        try:
            return cls(vault, library, clock=clock, choose=choose)
        except BaseException:
            vault.lock()
            raise

    def prepare(self) -> None:
        """Read, verify and index everything that was kept. Idempotent.

        Raises:
            LogMissing, LogDamaged, KeyringStale, NewerFormat, NotPermitted, DiskFull, WriteFailed:
                the notes can't be read; the notebook is locked by then.
            VaultLocked: it was locked, now or meanwhile.
        """
        with self._preparing:
            if self.prepared and not self.locked:
                return
            try:
                with collector_resting():
                    self._vault.open_logs()
                    self.journal.read()
                self._began_new = not self._closed
                self._tidy()
                self.notices = (*_told(self._vault), *self.still_in_backups)
                self.prepared = True
            except BaseException:
                self.lock()
                raise

    def _tidy(self) -> None:
        """What was deleted thirty days ago goes for good, as was said. Where that can't be written
        (a damaged log, a full disk) the notebook opens all the same, and it is tried next time.
        """
        try:
            self.journal.tidy()
        except VaultLocked:
            raise
        except VaultError:
            return

    # --- one's own hour ---------------------------------------------------------------------------

    @property
    def hours(self) -> "Hours":
        """When one's own hour is."""
        from peercoach.hours import Hours, LookBackDate

        def look_backs() -> "Iterator[LookBackDate]":
            for goal in self.goals.open():
                if goal.look is not None:
                    yield LookBackDate(goal.id, goal.look, goal.note.versions - 1)

        return Hours(self.journal, look_backs=look_backs)

    @property
    def reviewing(self) -> "Reviewing":
        """What a monthly review looks at."""
        from peercoach.reviewing import Reviewing

        return Reviewing(self.journal)

    # --- who is known -----------------------------------------------------------------------------

    @property
    def people(self) -> "People":
        """The private dictionary: who and what is known, and words that always stay."""
        from peercoach.people import People

        return People(self.journal)

    # --- out and in -------------------------------------------------------------------------------

    @property
    def carrier(self) -> "Carrier":
        """What carries notes out of the notebook in the open, and from files into it."""
        from peercoach.carrier import Carrier

        return Carrier(self._vault, self.journal)

    @property
    def goals(self) -> "Goals":
        """Goals: where one wants to go, and how it stands."""
        if self._goals is None:
            from peercoach.goals.room import Goals

            self._goals = Goals(self.journal, lambda: self.library)
        return self._goals

    @property
    def outgoing(self) -> "Outgoing":
        """What may leave the notebook: chosen, de-identified, read."""
        if self._outgoing is None:
            from peercoach.outgoing.room import Outgoing

            self._outgoing = Outgoing(
                self.journal, self._heal_journal, self.people, lambda: self.library
            )
        return self._outgoing

    def coming(self) -> "tuple[Coming, ...]":
        """What Home says comes next; reads the notes first, where that isn't done yet."""
        from peercoach.coming import coming

        self.prepare()
        today = self._today
        return coming(self.hours, self.goals, today, heal=self.heal.asked_back(today))

    @property
    def heal(self) -> "Heal":
        """The Heal room. Nothing in it is read before something there is asked for."""
        if self._heal is None:
            from peercoach.healing.room import Heal

            self._heal = Heal(
                self._heal_journal, lambda: self._vault.heal_drafts, lambda: self.library
            )
        return self._heal

    @property
    def pictures(self) -> "Pictures":
        """What Look back shows of the notes at large: stories, ratings over time, a year."""
        from peercoach.coming import of_the_year
        from peercoach.pictures.room import Pictures

        return Pictures(self.journal, self.library, also=lambda: of_the_year(self.goals))

    @property
    def last_line(self) -> str:
        """What to say once it is locked, of when one's own hour is next; it never waits for notes
        that are not read yet, and keeps nothing from being locked.
        """
        if not self.prepared or self.locked:
            return ""
        try:
            return self.hours.last_line
        except VaultError:
            return ""

    # --- leaving ----------------------------------------------------------------------------------

    @property
    def locked(self) -> bool:
        """Whether the notebook is locked."""
        return self._vault.locked

    def lock(self) -> None:
        """Drop the keys and forget every word. What was kept or saved is on the disk already."""
        for conversation in list(self._conversations):
            conversation.forget()
        self._conversations = WeakSet()
        if self._goals is not None:
            self._goals.forget()
        if self._heal is not None:
            self._heal.lock()
        if self._of_heal is not None:
            self._of_heal.lock()
        if self._outgoing is not None:
            self._outgoing.forget()
        self.journal.lock()
        self._vault.lock()

    def close(self) -> None:
        """The same as :meth:`lock`."""
        self.lock()

    # --- inside -----------------------------------------------------------------------------------

    def _private(self) -> Space:
        if not self._vault.logs_open:
            self.prepare()
        return self._vault.private

    def _heal_journal(self) -> Journal:
        if not self._vault.logs_open:
            self.prepare()
        if self._of_heal is None:
            # One for all who ask: what one of them keeps there the others see.
            space, drafts = self._vault.heal, self._vault.heal_drafts
            self._of_heal = Journal(space, drafts, clock=self.journal.clock, name="heal")
        return self._of_heal
