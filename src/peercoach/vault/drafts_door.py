"""Opening the drafts: as they stand where they are whole, mended where they are not.

The private space's drafts always have a log. Heal's have one only while a draft waits, so that
between sittings nothing shows that anything was ever typed there.
"""

import contextlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from peercoach.errors import Diverged, KeyringStale, LogDamaged, LogMissing, VaultError
from peercoach.vault import aside, folder
from peercoach.vault.drafts import Drafts, kept_in, payloads_of
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.format import DRAFTS_LOG, Header
from peercoach.vault.keyring import Keyring
from peercoach.vault.log import Log, open_log, whole_log
from peercoach.vault.space_changes import encode
from peercoach.vault.unlock import SpaceKey

Notice = Callable[..., None]
"""Notes something to say once: its kind, and by name what its sentence may tell."""
_EMPTY = encode([])


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

    @property
    def _aside(self) -> Path:
        return self.root / folder.ASIDE

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
        for _ in range(2):
            log, payloads = self._looked(notice)
            if log is not None:
                return Drafts(log, payloads)
            self._set_aside()
            self._write([_EMPTY, *payloads])
        raise LogDamaged(path=self.path, whole=0)

    def mended_if_any(self, notice: Notice, comes: Callable[[], "DraftsDoor"]) -> Drafts:
        """The same of drafts that have a log only while one waits; ``comes`` is this door with the
        keys of that moment.
        """
        # What was never finished was never said to be kept.
        self.files.discard(self.path)
        for _ in range(2):
            if not self.path.exists():
                return Drafts(None, (), comes)
            log, payloads = self._looked(notice)
            if log is not None and any(one != _EMPTY for one in payloads):
                return Drafts(log, payloads, comes)
            if log is not None:
                # Its only draft was set aside as torn, or a newer program leaves it so.
                with contextlib.suppress(VaultError):
                    log.remove()
                log.close()
                return Drafts(None, (), comes)
            self._set_aside()
            if kept := kept_in(payloads):
                self._write([_EMPTY, *payloads_of(kept)])
        raise LogDamaged(path=self.path, whole=0)

    def _looked(self, notice: Notice) -> tuple[Log | None, list[bytes]]:
        """The log, if it can be added to, and every payload that is whole."""
        try:
            log, found = open_log(
                self.path,
                self._key_for,
                set_aside=self._aside,
                files=self.files,
                random=self.random,
            )
        except (LogMissing, LogDamaged, KeyringStale):
            notice("drafts-begun-again", path=self.path)
            return None, []
        if found.torn:
            notice("tail-set-aside", path=self._aside)
        if not found.broken:
            return log, found.payloads
        log.close()
        notice("drafts-mended", path=self.path)
        return None, found.payloads

    # --- where a log comes and goes --------------------------------------------------------------

    def refuse_taken(self) -> None:
        """Refuse where a file stands already.

        Raises:
            Diverged: another program put one there; it is left as it is.
        """
        with speaking_of(self.path):
            if self.path.exists():
                raise Diverged(path=self.path)

    def begin(self, payloads: Iterable[bytes]) -> Log:
        """Make the log, with these payloads in it.

        Raises:
            DiskFull, WriteFailed, NotPermitted: as far as the disk lets us, none stands there.
        """
        try:
            key = self._write(payloads)
            log, _ = open_log(
                self.path, lambda header: key, set_aside=None, files=self.files, random=self.random
            )
        except BaseException:
            with contextlib.suppress(VaultError):
                self.leave()
            raise
        return log

    def leave(self) -> None:
        """Take away whatever stands there. Raises as :meth:`Files.remove`."""
        self.files.remove(self.path)

    def forget_aside(self) -> None:
        """Take away what was set aside of these drafts.

        Raises:
            NotPermitted, WriteFailed: some of it still stands.
        """
        aside.forget_drafts(self._aside, self.held.id, self.files)

    # --- inside ---------------------------------------------------------------------------------

    def _key_for(self, header: Header) -> bytes:
        return folder.key_for(self.held, DRAFTS_LOG, self.body, self.path)(header)

    def _set_aside(self) -> None:
        """Set a log aside that can't be added to."""
        path = self.path
        if not path.exists():
            return
        if not self._aside.exists():
            self.files.make_folder(self._aside)
        with speaking_of(path):
            name = f"{aside.DRAFTS}{path.stem}-{secrets.token_hex(4)}.damaged"
            self.files.rename(path, self._aside / name)
            self.files.sync_folder(self._aside)

    def _write(self, payloads: Iterable[bytes]) -> bytes:
        """Put a log with these payloads in its place, under the newest key; that key."""
        if not self.path.parent.exists():
            self.files.make_folder(self.path.parent)
        header = folder.new_header(
            DRAFTS_LOG, self.body.vault, self.held.id, self.held.newest, self.random
        )
        key = folder.drafts_key(self.held.keys[header.epoch])
        self.files.replace(self.path, whole_log(header, key, list(payloads), self.random))
        return key
