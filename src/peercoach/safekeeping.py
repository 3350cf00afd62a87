"""The part of an open notebook that keeps it safe: spare key, passphrase, backups, tidying."""

from abc import ABC
from datetime import date
from pathlib import Path

from peercoach.journal.records import Progress
from peercoach.journal.store import Journal
from peercoach.vault.backups import Backup
from peercoach.vault.kdf import STANDARD, Profile
from peercoach.vault.vault import Vault
from peercoach.words import notices


class Safekeeping(ABC):
    """What it works with is the workspace's."""

    journal: Journal
    _vault: Vault
    _began_new: bool = False
    """Whether no reflection was closed yet when what was kept was read: after opening, once."""

    @property
    def path(self) -> Path:
        """The folder in which the notebook is kept."""
        return self._vault.path

    # --- the spare key ----------------------------------------------------------------------------

    @property
    def has_spare_key(self) -> bool:
        """Whether there is a spare key to this notebook."""
        return self._vault.has_spare_key

    @property
    def needs_spare_key(self) -> bool:
        """Whether something is kept, and there is no spare key."""
        return not self.has_spare_key and bool(self.journal.entries())

    @property
    def spare_key_is_due(self) -> bool:
        """Whether to offer one now, a reflection having been closed: it was the first."""
        return self._closed == 1 and self.needs_spare_key

    @property
    def spare_key_asks(self) -> bool:
        """Whether the passphrase is asked for before one is made, as whoever has it can come back
        and set a passphrase of their own.

        It isn't where one is offered on its own, after the first reflection that is closed: there
        nobody is asked twice. That holds in the sitting in which it was closed, and no longer: it
        may be a month before there is a second.
        """
        return not (self._began_new and self.spare_key_is_due)

    def offer_spare_key(self, passphrase: str = "") -> str:
        """A spare key to be shown and asked back; it opens nothing until it is kept.

        ``passphrase`` is what was typed just now where :attr:`spare_key_asks`; the spare key so
        far counts too.

        Raises:
            WrongPassphrase: it is asked for, and this does not open the notebook.
            VaultLocked: the notebook is locked.
        """
        if self.spare_key_asks:
            self.refuse_wrong(passphrase)
        return self._vault.offer_spare_key()

    def keep_spare_key(self, written: str) -> None:
        """From now on this spare key opens the notebook, and an older one does no longer.

        Raises:
            SpareKeyMisread: it is none.
            VaultError: it could not be written; nothing changed.
        """
        self._vault.keep_spare_key(written)

    # --- the passphrase ---------------------------------------------------------------------------

    def refuse_wrong(self, typed: str) -> None:
        """Ask again: refuse what was typed if it does not open this notebook.

        Raises:
            WrongPassphrase: it is neither the passphrase nor the spare key.
            VaultLocked: the notebook is locked.
        """
        self._vault.refuse_wrong(typed)

    def change_passphrase(
        self, current: str, new: str, *, may_be_known: bool = False, profile: Profile = STANDARD
    ) -> bool:
        """From now on the new passphrase opens the notebook, and the one of now does no longer.

        ``current`` may be the spare key. Where somebody ``may_be_known`` to know the old one, every
        key changes: the spare key opens no longer, and the notebook's own backups are replaced by
        a fresh one. Copies made before, elsewhere, still open with the old passphrase.

        Returns whether all of it is done; otherwise opening the notebook goes on with it.

        Raises:
            WeakPassphrase, WrongPassphrase: nothing was changed.
            KeyFileUnsure: one of the two opens; the notebook is locked.
            VaultError: it could not be written; nothing was changed.
        """
        return self._vault.change_passphrase(
            current, new, may_be_known=may_be_known, profile=profile
        )

    # --- copies and tidying -----------------------------------------------------------------------

    def back_up(self, to: Path | None = None) -> Backup:
        """Make an encrypted copy, dated, among the notebook's own or in another folder.

        Raises:
            VaultError: none was made.
        """
        return self._vault.back_up(to)

    @property
    def last_backup(self) -> date | None:
        """The day, where one sits, of the newest of the notebook's own backups; None without any.

        One that a person named counts for nothing here: its name tells no day.
        """
        newest = self._vault.backups.newest()
        return None if newest is None else newest.astimezone().date()

    @property
    def still_in_backups(self) -> tuple[str, ...]:
        """What to say of the last deletion for good: which backups it could not reach."""
        where = self.journal.still_in
        if not where:
            return ()
        paths = ", ".join(str(path) for path in where)
        return (notices.STILL_IN_BACKUPS.format(paths=paths),)

    def tidy_when_idle(self) -> None:
        """Write anew what is mostly garbage, however large it is: it may take a second.

        Raises:
            VaultError: it could not be written; nothing was lost.
        """
        self._vault.compact()

    # --- inside -----------------------------------------------------------------------------------

    @property
    def _closed(self) -> int:
        """How many reflections are closed."""
        walks = (one.record for one in self.journal.reflections())
        return sum(isinstance(walk, Progress) and walk.state != "open" for walk in walks)
