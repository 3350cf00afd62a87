"""The part of a vault that changes who can open it, and keeps copies of it before it does."""

import contextlib
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercoach.errors import (
    KeyFileUnsure,
    NewerFormat,
    VaultError,
    VaultLocked,
    WrongPassphrase,
)
from peercoach.vault import check, folder, keyfile, keyring, making, recovery, seal, unlock
from peercoach.vault.backups import Backup, Backups, Part
from peercoach.vault.files import Files
from peercoach.vault.format import FORMAT
from peercoach.vault.kdf import STANDARD, Profile, refuse_weak
from peercoach.vault.keyring import Keyring
from peercoach.vault.space import Space
from peercoach.vault.unlock import Unlocked


@dataclass(frozen=True)
class Notice:
    """Something to say once after opening. ``facts`` are what its sentence may name."""

    kind: str
    facts: dict[str, Any] = field(default_factory=dict)


class VaultKeys(ABC):
    """What a vault can do with its key file. What it works with is the vault's."""

    path: Path
    locked: bool
    notices: tuple[Notice, ...]
    _body: Keyring
    _mine: Unlocked | None
    _files: Files
    _random: Callable[[int], bytes]
    _spaces: dict[bytes, Space]
    _keys_turn: threading.RLock

    @abstractmethod
    def open_logs(self) -> None:
        """Open, verify and read every log."""

    @abstractmethod
    def lock(self) -> None:
        """Close everything and drop the keys."""

    @abstractmethod
    def _settle(self) -> bool:
        """Go on with a change of keys, if one was begun; whether nothing is left to do."""

    @abstractmethod
    def _drafts_copied(self, space: bytes) -> bytes | None:
        """The bytes of a space's drafts for a backup; None where there are none to copy."""

    @property
    def member_name(self) -> str:
        """The name given when the vault was made; may be empty."""
        return self._unlocked.name

    # --- the spare key --------------------------------------------------------------------------

    @property
    def has_spare_key(self) -> bool:
        """Whether whoever unlocked has a spare key."""
        member = self._body.member(self._unlocked.member.id)
        return member is not None and any(slot.kind == "spare-key" for slot in member.slots)

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
        with self._keys_turn:
            body = making.with_spare_key(self._body, self._unlocked, secret, self._random)
            keyfile.save(self.path, bytes_of(body, self._unlocked), self._files)
            self._body = body

    def make_spare_key(self) -> str:
        """Make a spare key, in place of any older one. Raises as :meth:`keep_spare_key`."""
        written = self.offer_spare_key()
        self.keep_spare_key(written)
        return written

    # --- the passphrase -------------------------------------------------------------------------

    def refuse_wrong(self, typed: str) -> None:
        """Refuse what someone typed if it does not open this vault for whoever unlocked it.

        Raises:
            WrongPassphrase: it is neither their passphrase nor their spare key.
            VaultLocked: as it says.
        """
        mine, spare = self._unlocked.member.id, typed if recovery.is_one(typed) else ""
        for passphrase, spare_key in [("", spare), (typed, "")] if spare else [(typed, "")]:
            with contextlib.suppress(VaultError, seal.DoesNotOpen):
                member, _ = unlock.open_slot(self._body, passphrase, spare_key)
                if member.id == mine:
                    return
        raise WrongPassphrase

    def change_passphrase(
        self, current: str, new: str, *, may_be_known: bool = False, profile: Profile = STANDARD
    ) -> bool:
        """From now on the new passphrase opens, and no older one does. A backup is made before.

        ``current`` is the passphrase of now, or the spare key. Where the old one ``may_be_known``,
        every key changes: whoever has an older copy of the key file and the old passphrase can
        read nothing that is written from now on. The spare key opens no longer then, and the
        vault's own backups are replaced by a fresh one.

        Returns whether all of that is done. Where it is not (the disk is full, a log is damaged)
        the new passphrase opens all the same, and opening goes on with it.

        Raises:
            WeakPassphrase, WrongPassphrase, NewerFormat, VaultLocked: nothing was changed.
            DiskFull, WriteFailed, NotPermitted: nothing was changed but that a backup may be there.
            KeyFileUnsure: it can't be said which of the two opens; the vault is locked.
        """
        refuse_weak(new)
        self.refuse_wrong(current)
        self.open_logs()
        with self._keys_turn:
            if may_be_known and len(self._body.members) != 1:
                raise NewerFormat(path=self.path, needs=FORMAT + 1, have=FORMAT)
            self._back_up()
            if not may_be_known:
                changed = making.with_memory(
                    new,
                    profile,
                    lambda kek_of, how: making.with_passphrase(
                        self._body, self._unlocked, kek_of, how, self._random
                    ),
                )
                self._change(changed, self._unlocked)
                return True
            body, mine = making.with_memory(
                new,
                profile,
                lambda kek_of, how: making.with_new_keys(
                    self._body, self._unlocked, kek_of, how, self._random
                ),
            )
            self._change(body, mine)
            return self._settle()

    def _change(self, body: Keyring, mine: Unlocked) -> None:
        """Put another key file in place of ours.

        Raises:
            DiskFull, WriteFailed, NotPermitted: the old one stands.
            KeyFileUnsure: it may be the new one; the vault is locked.
        """
        data = bytes_of(body, mine)
        try:
            keyfile.save(self.path, data, self._files)
        except BaseException as error:
            if self._may_stand(data):
                self.lock()
                if isinstance(error, VaultError):
                    raise KeyFileUnsure(path=self.path) from None
            raise
        self._body, self._mine = body, mine

    def _may_stand(self, data: bytes) -> bool:
        """Whether either copy may be these bytes: where it can't be read, it may."""
        for name in keyfile.NAMES:
            try:
                if self._files.read(self.path / name) == data:
                    return True
            except FileNotFoundError:
                continue
            except VaultError:
                return True
        return False

    # --- copies ---------------------------------------------------------------------------------

    @property
    def backups(self) -> Backups:
        """The vault's own backups."""
        return Backups(self.path, self._files, self._random)

    def back_up(self, to: Path | None = None) -> Backup:
        """Make a backup, among the vault's own or in a folder elsewhere, and read it back.

        A damaged vault is copied as it is; ``report`` says what is not whole.

        Raises:
            DiskFull, WriteFailed, NotPermitted, VaultLocked: none was made.
        """
        self.open_logs()
        return self._back_up(to)

    def _back_up(self, to: Path | None = None) -> Backup:
        with self._keys_turn:
            body, mine = self._body, self._unlocked
            return self.backups.make(
                self._parts(body),
                lambda path: check.inspect(path, body, mine, self._files),
                to,
            )

    def _parts(self, body: Keyring) -> Iterator[Part]:
        data = bytes_of(body, self._unlocked)
        for name in keyfile.NAMES:
            yield name, data
        for entry in body.spaces:
            space = self._spaces.get(entry.id)
            path = folder.log_path(self.path / folder.SPACES, entry.id)
            with contextlib.suppress(FileNotFoundError):
                copied = space.copy() if space else self._files.read(path)
                yield f"{folder.SPACES}/{path.name}", copied
            typed = self._drafts_copied(entry.id)
            if typed is not None:
                yield f"{folder.DRAFTS}/{path.name}", typed

    # --- inside ---------------------------------------------------------------------------------

    @property
    def _unlocked(self) -> Unlocked:
        if self._mine is None:
            raise VaultLocked
        return self._mine

    def _notice(self, kind: str, **facts: Any) -> None:
        self.notices = (*self.notices, Notice(kind, facts))


def bytes_of(body: Keyring, mine: Unlocked) -> bytes:
    """The key file, under the MAC that all members can make."""
    first = keyring.body_of(body)
    return keyring.write(first, unlock.mac_of(mine.secret, first))
