"""A vault: a folder with a key file kept twice and one encrypted log a space.

:class:`Vault` is unlocked for as long as it exists; :meth:`Vault.lock` ends it.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercoach.errors import (
    DiskFull,
    KeyringStale,
    LogDamaged,
    LogMissing,
    NotPermitted,
    VaultLocked,
    WriteFailed,
)
from peercoach.vault import folder, keyfile, keyring, unlock
from peercoach.vault.drafts import Drafts
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.format import DRAFTS_LOG, SPACE_LOG
from peercoach.vault.kdf import STANDARD, Profile, refuse_weak
from peercoach.vault.keyring import Keyring
from peercoach.vault.log import open_log, whole_log
from peercoach.vault.space import Space
from peercoach.vault.space_storage import encode
from peercoach.vault.unlock import SpaceKey, Unlocked

Random = Callable[[int], bytes]
exists = folder.exists


@dataclass(frozen=True)
class Notice:
    """Something to say once after opening. ``facts`` are what its sentence may name."""

    kind: str
    facts: dict[str, Any] = field(default_factory=dict)


class Vault:
    """An unlocked vault, held by this process alone."""

    def __init__(
        self, path: Path, body: Keyring, mine: Unlocked, files: Files, random: Random
    ) -> None:
        self.path = path
        self.notices: tuple[Notice, ...] = ()
        self.locked = False
        self._body = body
        self._mine: Unlocked | None = mine
        self._files = files
        self._random = random
        self._lock = folder.file_lock(path)
        self._spaces: dict[str, Space] = {}
        self._drafts: Drafts | None = None

    # --- making and opening -------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        *,
        name: str = "",
        profile: Profile = STANDARD,
        random: Random = os.urandom,
        files: Files | None = None,
    ) -> "Vault":
        """Make a vault and open it. It appears whole or not at all.

        Raises:
            WeakPassphrase, VaultExists, NotPermitted, DiskFull, WriteFailed: nothing was made.
        """
        files = files or Files()
        refuse_weak(passphrase)
        folder.refuse_taken(path)
        body, mine = folder.new_keyring_for(passphrase, profile, name, random)
        folder.make_folders(path.parent, files)
        fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
        stands = fresh
        try:
            files.make_folder(fresh)
            folder.fill(fresh, body, mine, files, random)
            with speaking_of(path):
                if path.exists():
                    path.rmdir()
                files.rename(fresh, path)
                stands = path
                files.sync_folder(path.parent)
            made = cls(path, body, mine, files, random)
            made._take_lock()
            made._open_logs()
        except BaseException:
            # It holds nothing yet, and whoever asked is told that nothing was made.
            shutil.rmtree(stands, ignore_errors=True)
            raise
        return made

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str = "",
        *,
        spare_key: str = "",
        files: Files | None = None,
        random: Random = os.urandom,
    ) -> "Vault":
        """Open a vault with a passphrase, or with a spare key, which may stand in its place too.

        Raises:
            NoVault, NotAVault, VaultBusy, NotPermitted: it was not opened.
            KeyringMissing, KeyringDamaged, KeyringForged, KeyringStale, NewerFormat,
            AbsurdParameters: the key file can't be used; none of these is a wrong passphrase.
            WrongPassphrase, WrongSpareKey, SpareKeyMisread: the key file is whole.
            LogMissing, LogDamaged: the private space can't be read at all.
        """
        files = files or Files()
        folder.refuse_no_vault(path)
        lock = folder.file_lock(path)
        folder.take(lock, path)
        try:
            found = keyfile.look(path, files)
            copy, mine = keyfile.first_that_opens(
                found,
                lambda one: (
                    unlock.unlock(one, path, spare_key=spare_key)
                    if spare_key
                    else unlock.unlock_with(one, path, passphrase)
                ),
            )
            opened = cls(path, copy.keyring, mine, files, random)
            opened._lock = lock
            good = keyring.write(copy.body, copy.mac)
            opened._mend(found, good)
            opened._open_logs()
        except BaseException:
            lock.release()
            raise
        return opened

    # --- what it holds --------------------------------------------------------------------------

    @property
    def private(self) -> Space:
        """The private space of whoever unlocked."""
        return self._space("private")

    @property
    def heal(self) -> Space:
        """Their Heal space."""
        return self._space("heal")

    @property
    def drafts(self) -> Drafts:
        """What is being typed in the private space."""
        if self._drafts is None:
            raise VaultLocked
        return self._drafts

    @property
    def member_name(self) -> str:
        """The name given when the vault was made; may be empty."""
        return self._unlocked.name

    def make_spare_key(self) -> str:
        """Make a spare key, in place of any older one, and give it to be shown once.

        Raises:
            DiskFull, WriteFailed, NotPermitted, VaultLocked: the older one still opens.
        """
        body, written = unlock.with_spare_key(self._body, self._unlocked, self._random)
        first = keyring.body_of(body)
        mac = unlock.mac_of(self._unlocked.secret, first)
        keyfile.save(self.path, keyring.write(first, mac), self._files)
        self._body = body
        return written

    def lock(self) -> None:
        """Close every file, drop the keys and everything read, let other windows in. Idempotent."""
        self.locked = True
        for space in self._spaces.values():
            space.close()
        if self._drafts is not None:
            self._drafts.close()
        self._spaces = {}
        self._drafts = None
        self._mine = None
        self._lock.release()

    # --- inside ---------------------------------------------------------------------------------

    @property
    def _unlocked(self) -> Unlocked:
        if self._mine is None:
            raise VaultLocked
        return self._mine

    def _space(self, kind: str) -> Space:
        if self.locked:
            raise VaultLocked
        if kind not in self._spaces:
            raise LogMissing(path=self.path / folder.SPACES)
        return self._spaces[kind]

    def _take_lock(self) -> None:
        folder.take(self._lock, self.path)

    def _notice(self, kind: str, **facts: Any) -> None:
        self.notices = (*self.notices, Notice(kind, facts))

    def _mend(self, found: keyfile.Found, good: bytes) -> None:
        """Both copies say the same again; where the disk refuses, the notice is all we can do."""
        if all(found.raw.get(name) == good for name in keyfile.NAMES):
            return
        self._notice("second-copy-used")
        with contextlib.suppress(NotPermitted, DiskFull, WriteFailed):
            keyfile.mend(self.path, found, good, self.path / folder.ASIDE, self._files)

    def _open_logs(self) -> None:
        """Open every space's log that we hold keys for, and the drafts of the private one."""
        try:
            for held in self._unlocked.spaces:
                self._open_space(held)
        except BaseException:
            self.lock()
            raise

    def _open_space(self, held: SpaceKey) -> None:
        path = folder.log_path(self.path / folder.SPACES, held.id)
        try:
            log, found = open_log(
                path,
                folder.key_for(held, SPACE_LOG, self._body, path),
                set_aside=self.path / folder.ASIDE,
                files=self._files,
                random=self._random,
            )
            space = Space(held.id, held.kind, log, found.payloads, self._random)
        except (LogMissing, LogDamaged):
            if held.kind == "private":
                raise
            self._notice("space-unreadable", path=path)
            return
        if found.torn:
            self._notice("tail-set-aside", path=self.path / folder.ASIDE)
        if found.broken:
            self._notice("salvage", path=path, whole=len(found.payloads))
        self._spaces[held.kind] = space
        if held.kind == "private":
            self._drafts = self._open_drafts(held)

    def _open_drafts(self, held: SpaceKey) -> Drafts:
        """Open the drafts; whatever is wrong with them, the vault opens, and it is said."""
        path = folder.log_path(self.path / folder.DRAFTS, held.id)
        key_for = folder.key_for(held, DRAFTS_LOG, self._body, path)
        salvaged: list[bytes] = []
        for _ in range(2):
            try:
                log, found = open_log(
                    path,
                    key_for,
                    set_aside=self.path / folder.ASIDE,
                    files=self._files,
                    random=self._random,
                )
            except (LogMissing, LogDamaged, KeyringStale):
                self._notice("drafts-begun-again", path=path)
            else:
                if found.torn:
                    self._notice("tail-set-aside", path=self.path / folder.ASIDE)
                if not found.broken:
                    return Drafts(log, found.payloads)
                log.close()
                salvaged = found.payloads
                self._notice("drafts-mended", path=path)
            self._begin_drafts(path, held, salvaged)
        raise LogDamaged(path=path, whole=0)

    def _begin_drafts(self, path: Path, held: SpaceKey, payloads: list[bytes]) -> None:
        """Set a drafts log aside that can't be added to, and begin a new one with what is whole."""
        if not path.parent.exists():
            self._files.make_folder(path.parent)
        if path.exists():
            aside = self.path / folder.ASIDE
            if not aside.exists():
                self._files.make_folder(aside)
            with speaking_of(path):
                name = f"drafts-{path.stem}-{secrets.token_hex(4)}.damaged"
                self._files.rename(path, aside / name)
                self._files.sync_folder(aside)
        header = folder.new_header(
            DRAFTS_LOG, self._body.vault, held.id, max(held.keys), self._random
        )
        key = folder.drafts_key(held.keys[header.epoch])
        whole = whole_log(header, key, [encode([]), *payloads], self._random)
        self._files.replace(path, whole)
