"""Opening the drafts: as they stand where they are whole, mended where they are not."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from peercoach.errors import KeyringStale, LogDamaged, LogMissing, VaultError
from peercoach.vault import folder
from peercoach.vault.drafts import Drafts
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.format import DRAFTS_LOG, Header
from peercoach.vault.keyring import Keyring
from peercoach.vault.log import open_log, whole_log
from peercoach.vault.space_changes import encode
from peercoach.vault.unlock import SpaceKey

Notice = Callable[..., None]
"""Notes something to say once: its kind, and by name what its sentence may tell."""


@dataclass(frozen=True)
class DraftsDoor:
    """Where the drafts of one space stand in a vault's folder, and the keys to them."""

    root: Path
    held: SpaceKey = field(repr=False)
    body: Keyring = field(repr=False)
    files: Files
    random: Callable[[int], bytes]

    @property
    def path(self) -> Path:
        """The drafts' log."""
        return folder.log_path(self.root / folder.DRAFTS, self.held.id)

    def whole(self) -> Drafts | None:
        """The drafts, unless something about them has to be mended; nothing is touched.

        Mending waits until the private log has shown that it belongs to this key file: beside an
        older one that was put back, newer drafts look like damaged ones.
        """
        try:
            log, found = open_log(
                self.path, self._key_for, set_aside=None, files=self.files, random=self.random
            )
        except VaultError:
            return None
        if found.broken:
            log.close()
            return None
        return Drafts(log, found.payloads)

    def mended(self, notice: Notice) -> Drafts:
        """The drafts; whatever is wrong with them, they open, and it is said."""
        aside = self.root / folder.ASIDE
        salvaged: list[bytes] = []
        for _ in range(2):
            try:
                log, found = open_log(
                    self.path, self._key_for, set_aside=aside, files=self.files, random=self.random
                )
            except (LogMissing, LogDamaged, KeyringStale):
                notice("drafts-begun-again", path=self.path)
            else:
                if found.torn:
                    notice("tail-set-aside", path=aside)
                if not found.broken:
                    return Drafts(log, found.payloads)
                log.close()
                salvaged = found.payloads
                notice("drafts-mended", path=self.path)
            self._begin(salvaged)
        raise LogDamaged(path=self.path, whole=0)

    def _key_for(self, header: Header) -> bytes:
        return folder.key_for(self.held, DRAFTS_LOG, self.body, self.path)(header)

    def _begin(self, payloads: list[bytes]) -> None:
        """Set a drafts log aside that can't be added to, and begin a new one with what is whole."""
        path, files = self.path, self.files
        if not path.parent.exists():
            files.make_folder(path.parent)
        if path.exists():
            aside = self.root / folder.ASIDE
            if not aside.exists():
                files.make_folder(aside)
            with speaking_of(path):
                name = f"drafts-{path.stem}-{secrets.token_hex(4)}.damaged"
                files.rename(path, aside / name)
                files.sync_folder(aside)
        header = folder.new_header(
            DRAFTS_LOG, self.body.vault, self.held.id, max(self.held.keys), self.random
        )
        key = folder.drafts_key(self.held.keys[header.epoch])
        whole = whole_log(header, key, [encode([]), *payloads], self.random)
        files.replace(path, whole)
