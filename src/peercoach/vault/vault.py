"""A vault: a folder with a key file kept twice and one encrypted log a space.

:class:`Vault` is unlocked for as long as it exists; :meth:`Vault.lock` ends it.
"""

import contextlib
import os
import secrets
import shutil
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from peercoach.errors import (
    DiskFull,
    LogDamaged,
    LogMissing,
    NotPermitted,
    VaultLocked,
    WriteFailed,
)
from peercoach.vault import folder, keyfile, keyring, making, unlock
from peercoach.vault.drafts import Drafts
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.format import SPACE_LOG
from peercoach.vault.kdf import STANDARD, Profile, refuse_weak
from peercoach.vault.keyring import Keyring
from peercoach.vault.log import open_log
from peercoach.vault.seen import Seen
from peercoach.vault.space import Space
from peercoach.vault.space_changes import Document
from peercoach.vault.standing import refuse_no_vault
from peercoach.vault.unlock import SpaceKey, Unlocked
from peercoach.vault.vault_keys import Notice as Notice
from peercoach.vault.vault_settling import VaultSettling

Random = Callable[[int], bytes]


COMPACTED_AT_CLOSE = 64 * 1024 * 1024
"""Bytes over which a log is not compacted on locking, which has to be prompt (2026-11): what is
left of one of this size takes about a quarter of a second to write on a laptop's disk."""


class Vault(VaultSettling):
    """An unlocked vault, held by this process alone."""

    def __init__(
        self,
        path: Path,
        body: Keyring,
        mine: Unlocked,
        files: Files,
        random: Random,
        seen: Seen | None = None,
    ) -> None:
        self.path = path
        self.notices: tuple[Notice, ...] = ()
        self.locked = False
        self._seen = seen
        self._body = body
        self._mine: Unlocked | None = mine
        self._files = files
        self._random = random
        self._lock = folder.file_lock(path)
        self._spaces: dict[bytes, Space] = {}
        self._drafts: Drafts | None = None
        self._heal_drafts: Drafts | None = None
        self._turn = threading.Lock()
        self._keys_turn = threading.RLock()
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
        seen: Seen | None = None,
    ) -> "Vault":
        """Make a vault and open it. It appears whole or not at all.

        Raises:
            WeakPassphrase, VaultExists, NotPermitted, DiskFull, WriteFailed: nothing was made.
        """
        files = files or Files()
        refuse_weak(passphrase)
        folder.refuse_taken(path)
        body, mine = making.with_memory(
            passphrase,
            profile,
            lambda kek_of, how: making.new_keyring(kek_of, how, name=name, random=random),
        )
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
            made = cls(path, body, mine, files, random, seen)
            folder.take(made._lock, path)
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
        seen: Seen | None = None,
    ) -> "Vault":
        """Open a vault with a passphrase, or with a spare key, which may stand in its place too.

        ``seen`` remembers how far the logs had come, so that an older copy put back is noticed.

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
            opened = cls(path, copy.keyring, mine, files, random, seen)
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
                    self._open_drafts(held)
                self.logs_open = True
                if not self._settle():
                    self._notice("keys-change-unfinished")
                if self._seen and self._seen.is_older(self._body.vault, self.path, self._reached()):
                    self._notice("rolled-back")
            except BaseException:
                self.lock()
                raise
            finally:
                with self._guard:
                    self._opening = False
                    if self.locked:
                        self._lock.release()

    def compact(self) -> None:
        """Write anew every log of which over half is garbage, however large: for an idle moment.

        Raises:
            DiskFull, WriteFailed, NotPermitted, VaultLocked: nothing was lost.
        """
        for space in list(self._spaces.values()):
            if not space.read_only:
                space.compact(sys.maxsize)

    def lock(self) -> None:
        """Close every file, drop the keys and everything read, let other windows in. Idempotent.

        It never waits for logs that are being opened on another thread: that ends with
        ``VaultLocked``, and lets other windows in when it can't touch the disk any more.
        """
        with self._guard:
            self.locked = True
            spaces = list(self._spaces.values())
            drafts = [one for one in (self._drafts, self._heal_drafts) if one is not None]
            held: list[Space | Drafts] = [*spaces, *drafts]
        try:
            # Neither is worth a word where it fails: it is tried again next time.
            for space in spaces:
                with contextlib.suppress(Exception):
                    space.rescue()
                    space.compact(COMPACTED_AT_CLOSE)
            if self._seen is not None and spaces and self.logs_open:
                with contextlib.suppress(Exception):
                    self._seen.note(self._body.vault, self.path, self._reached())
        finally:
            self._close(held)

    def _close(self, held: list[Space | Drafts]) -> None:
        for one in held:
            one.close()
        with self._guard:
            self._spaces = {}
            self._drafts = self._heal_drafts = None
            self._mine = None
            if not self._opening:
                self._lock.release()

    # --- inside ---------------------------------------------------------------------------------

    def _space(self, kind: str) -> Space:
        if self.locked:
            raise VaultLocked
        if not self.logs_open:
            self.open_logs()
        for space in self._spaces.values():
            if space.kind == kind:
                return space
        raise LogMissing(path=self.path / folder.SPACES)

    def _reached(self) -> dict[bytes, tuple[int, int]]:
        """How far each log has come; of a damaged one that can't be told."""
        whole = (one for one in self._spaces.values() if not one.read_only)
        return {one.id: one.reached for one in whole}

    def _take_out_of_backups(
        self, space: bytes, gone: Mapping[int, list[Document]]
    ) -> tuple[Path, ...]:
        mine, backups = self._mine, self.backups
        if mine is None:
            return tuple(backups.all())
        held = next(one for one in mine.spaces if one.id == space)
        # What was rescued is all there may be of other notes, so it is named and left.
        rescued = sorted((self.path / folder.ASIDE).glob(f"{space.hex()}-*.replaced"))
        with self._keys_turn:
            return (*backups.take_out(held, self._body, gone), *rescued)

    def _mend(self, found: keyfile.Found, good: bytes) -> None:
        """Both copies say the same again; where the disk refuses, the notice is all we can do."""
        if all(found.raw.get(name) == good for name in keyfile.NAMES):
            return
        self._notice("second-copy-used")
        with contextlib.suppress(NotPermitted, DiskFull, WriteFailed):
            keyfile.mend(self.path, found, good, self.path / folder.ASIDE, self._files)

    def _open_space(self, held: SpaceKey) -> None:
        """Open a space's log; one of another space than the private may be unreadable."""
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
            space.also_gone = self._take_out_of_backups
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
            self._spaces[held.id] = space
