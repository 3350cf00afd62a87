"""Small notebooks that can be made by the dozen: a key is derived once, folders are copied."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from peercoach.carrier import Carrier
from peercoach.journal.store import Journal
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault
from tests.journal.making import MARCH, PASSPHRASE, Ticking
from tests.vault.vaults import Unsynced


class Shelf:
    """Makes notebooks with nothing in them."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "template.vault"
        made = Vault.create(self._template, PASSPHRASE, profile=SMALL, files=Unsynced())
        self._key = made.make_spare_key()
        made.lock()

    @contextmanager
    def notebook(self, start: int = MARCH) -> Iterator["Notebook"]:
        """A new notebook, open, gone afterwards."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "notebook.vault"
            shutil.copytree(self._template, path)
            book = Notebook(path, self._key, start)
            yield book
            book.vault.lock()


class Notebook:
    """An open notebook with its journal and its carrier."""

    vault: Vault

    def __init__(self, path: Path, key: str, start: int = MARCH) -> None:
        self.path = path
        self._key = key
        self.clock = Ticking(start)
        self.reopen()

    def reopen(self) -> None:
        """Lock it, if it is open, and open it again."""
        if hasattr(self, "vault"):
            self.vault.lock()
        self.vault = Vault.open(self.path, spare_key=self._key, files=Unsynced())
        self.journal = Journal(self.vault.private, self.vault.drafts, clock=self.clock)
        self.carrier = Carrier(self.vault, self.journal, Unsynced())

    @property
    def heal(self) -> Journal:
        """The journal of Heal."""
        return Journal(self.vault.heal, self.vault.heal_drafts, clock=self.clock, name="heal")

    def held(self) -> dict[int, list[dict[str, object]]]:
        """Every record with every revision of it."""
        return dict(self.journal.everything())

    def texts(self) -> list[str]:
        """The words of every note, oldest first."""
        notes = reversed(self.journal.entries())
        return [note.record.text for note in notes if hasattr(note.record, "text")]

    def days(self) -> list[str]:
        """The date and time of every note, oldest first."""
        return [note.when.iso()[:16] for note in reversed(self.journal.entries())]
