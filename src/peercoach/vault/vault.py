"""A vault: a folder with a key file kept twice and one encrypted log a space.

:class:`Vault` is unlocked for as long as it exists; :meth:`Vault.lock` ends it.
"""

import contextlib
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercoach.errors import (
    DiskFull,
    LogDamaged,
    LogMissing,
    NotPermitted,
    VaultLocked,
    WriteFailed,
    WrongPassphrase,
)
from peercoach.vault import folder, keyfile, keyring, recovery, unlock
from peercoach.vault.drafts import Drafts
from peercoach.vault.drafts_door import DraftsDoor
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.format import SPACE_LOG
from peercoach.vault.kdf import STANDARD, Profile, refuse_weak
from peercoach.vault.keyring import Keyring
from peercoach.vault.log import open_log
from peercoach.vault.space import Space
from peercoach.vault.standing import refuse_no_vault
from peercoach.vault.unlock import SpaceKey, Unlocked

Random = Callable[[int], bytes]


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
        self._turn = threading.Lock()
        self._guard = threading.RLock()
        self.logs_open = False
        self._opening = False

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
            made.open_logs()
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
        logs: bool = True,
    ) -> "Vault":
        """Open a vault with a passphrase, or with a spare key, which may stand in its place too.

        Without ``logs`` only the drafts are read, if they are whole; the rest is for
        :meth:`open_logs`, which comes by itself when a space is first asked for.

        Raises:
            NoVault, NotAVault, VaultBusy, NotPermitted: it was not opened.
            KeyringMissing, KeyringDamaged, KeyringForged, KeyringStale, NewerFormat,
            AbsurdParameters: the key file can't be used; none of these is a wrong passphrase.
            WrongPassphrase, WrongSpareKey, SpareKeyMisread: the key file is whole.
            LogMissing, LogDamaged: the private space can't be read at all.
        """
        files = files or Files()
        refuse_no_vault(path)
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
            if not logs:
                opened._drafts = opened._whole_drafts()
            if opened._drafts is None:
                opened.open_logs()
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

    @property
    def has_spare_key(self) -> bool:
        """Whether whoever unlocked has a spare key."""
        member = self._body.member(self._unlocked.member.id)
        return member is not None and any(slot.kind == "spare-key" for slot in member.slots)

    def refuse_other(self, typed: str) -> None:
        """Refuse a passphrase or spare key that is not theirs who unlocked; nothing is written.

        Raises:
            WrongPassphrase, VaultLocked: as they say; others as :meth:`open` does.
        """
        found = keyfile.look(self.path, self._files)
        _, who = keyfile.first_that_opens(
            found, lambda one: unlock.unlock_with(one, self.path, typed)
        )
        if who.member.id != self._unlocked.member.id:
            raise WrongPassphrase

    def offer_spare_key(self) -> str:
        """A spare key that opens nothing yet, to be shown once. Nothing is written."""
        return recovery.write(recovery.make(self._random))

    def keep_spare_key(self, written: str) -> None:
        """From now on this spare key opens, and no older one does.

        Raises:
            SpareKeyMisread: it is none.
            DiskFull, WriteFailed, NotPermitted, VaultLocked: the older one still opens.
        """
        secret = recovery.read(written)
        body = unlock.with_spare_key(self._body, self._unlocked, secret, self._random)
        first = keyring.body_of(body)
        mac = unlock.mac_of(self._unlocked.secret, first)
        keyfile.save(self.path, keyring.write(first, mac), self._files)
        self._body = body

    def make_spare_key(self) -> str:
        """Make a spare key, in place of any older one. Raises as :meth:`keep_spare_key`."""
        written = self.offer_spare_key()
        self.keep_spare_key(written)
        return written

    def open_logs(self) -> None:
        """Open, verify and read the log of every space that we hold keys for. Idempotent.

        Raises:
            LogMissing, LogDamaged, KeyringStale, NewerFormat, NotPermitted, DiskFull, WriteFailed:
                the private space can't be read; the vault is locked by then.
            VaultLocked: it was locked, now or meanwhile.
        """
        with self._turn:
            if self.logs_open and not self.locked:
                return
            with self._guard:
                spaces = self._unlocked.spaces
                self._opening = True
            try:
                for held in spaces:
                    self._open_space(held)
                self.logs_open = True
            except BaseException:
                self.lock()
                raise
            finally:
                with self._guard:
                    self._opening = False
                    if self.locked:
                        self._lock.release()

    def lock(self) -> None:
        """Close every file, drop the keys and everything read, let other windows in. Idempotent.

        It never waits for logs that are being opened on another thread: that ends with
        ``VaultLocked``, and lets other windows in when it can't touch the disk any more.
        """
        with self._guard:
            self.locked = True
            held: list[Space | Drafts] = [*self._spaces.values()]
            held += [self._drafts] if self._drafts else []
        for one in held:
            one.close()
        with self._guard:
            self._spaces = {}
            self._drafts = None
            self._mine = None
            if not self._opening:
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
        if not self.logs_open:
            self.open_logs()
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

    def _open_space(self, held: SpaceKey) -> None:
        """Open a space's log, and with the private one the drafts, if they aren't open yet."""
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
        with self._closed_where_locked(space):
            self._spaces[held.kind] = space
        if held.kind == "private" and self._drafts is None:
            drafts = self._drafts_door(held).mended(self._notice)
            with self._closed_where_locked(drafts):
                self._drafts = drafts

    @contextlib.contextmanager
    def _closed_where_locked(self, opened: Space | Drafts) -> Iterator[None]:
        """Take in what was opened, unless the vault was locked meanwhile: then nothing is left."""
        with self._guard:
            if self.locked:
                opened.close()
                raise VaultLocked
            yield

    def _drafts_door(self, held: SpaceKey) -> DraftsDoor:
        return DraftsDoor(self.path, held, self._body, self._files, self._random)

    def _whole_drafts(self) -> Drafts | None:
        private = (held for held in self._unlocked.spaces if held.kind == "private")
        return next((self._drafts_door(held).whole() for held in private), None)
