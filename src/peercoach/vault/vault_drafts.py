"""The part of a vault that holds what is being typed: in the private space, and in Heal."""

import contextlib
import threading
from collections.abc import Iterator

from peercoach.errors import DiskFull, LogMissing, NotPermitted, VaultLocked, WriteFailed
from peercoach.vault import folder
from peercoach.vault.drafts import Drafts
from peercoach.vault.drafts_door import DraftsDoor
from peercoach.vault.format import DRAFTS_LOG
from peercoach.vault.log import open_log
from peercoach.vault.space import Space
from peercoach.vault.unlock import SpaceKey
from peercoach.vault.vault_keys import VaultKeys


class VaultDrafts(VaultKeys):
    """What a vault does with drafts."""

    logs_open: bool
    _drafts: Drafts | None
    _heal_drafts: Drafts | None
    _guard: threading.RLock
    _turn: threading.Lock

    @property
    def drafts(self) -> Drafts:
        """What is being typed in the private space."""
        if self._drafts is None:
            raise VaultLocked
        return self._drafts

    @property
    def heal_drafts(self) -> Drafts:
        """What is being typed in the Heal space, under its own key; without any there is no file.

        Raises:
            NotPermitted, DiskFull, WriteFailed: they can't be read, or mended, just now.
            VaultLocked: it was locked.
        """
        if not self.logs_open:
            self.open_logs()
        with self._turn:
            if self._heal_drafts is None and not self.locked:
                self._open_heal_drafts(self._held("heal"))
            if self._heal_drafts is None:
                raise VaultLocked
            return self._heal_drafts

    def _held(self, kind: str) -> SpaceKey:
        for held in self._unlocked.spaces:
            if held.kind == kind:
                return held
        raise LogMissing(path=self.path / folder.SPACES)

    def _drafts_door(self, held: SpaceKey) -> DraftsDoor:
        return DraftsDoor(self.path, held, self._body, self._files, self._random)

    def _heal_door(self) -> DraftsDoor:
        return self._drafts_door(self._held("heal"))

    def _whole_drafts(self) -> Drafts | None:
        """The private space's, if nothing about them has to be mended."""
        private = (held for held in self._unlocked.spaces if held.kind == "private")
        return next((self._drafts_door(held).whole() for held in private), None)

    def _open_drafts(self, held: SpaceKey) -> None:
        """Open a space's drafts, if it has any and they aren't open yet.

        Where Heal's can't even be mended, the vault opens, and what was kept in Heal is read.
        """
        if held.kind == "private" and self._drafts is None:
            drafts = self._drafts_door(held).mended(self._notice)
            with self._closed_where_locked(drafts):
                self._drafts = drafts
        elif held.kind == "heal" and self._heal_drafts is None:
            try:
                self._open_heal_drafts(held)
            except (NotPermitted, DiskFull, WriteFailed):
                self._notice("space-unreadable", path=self._drafts_door(held).path)

    def _open_heal_drafts(self, held: SpaceKey) -> None:
        drafts = self._drafts_door(held).mended_if_any(self._notice, self._heal_door)
        with self._closed_where_locked(drafts):
            self._heal_drafts = drafts

    @contextlib.contextmanager
    def _closed_where_locked(self, opened: Space | Drafts) -> Iterator[None]:
        """Take in what was opened, unless the vault was locked meanwhile: then nothing is left."""
        with self._guard:
            if self.locked:
                opened.close()
                raise VaultLocked
            yield

    def _drafts_copied(self, space: bytes) -> bytes | None:
        held = next((one for one in self._unlocked.spaces if one.id == space), None)
        if held is not None and held.kind == "private" and self._drafts is not None:
            return self._drafts.copy()
        # What was let go in Heal must stand nowhere, so it is never copied in the first place.
        if held is not None and held.kind == "heal":
            return None
        path = folder.log_path(self.path / folder.DRAFTS, space)
        with contextlib.suppress(FileNotFoundError):
            return self._files.read(path)
        return None

    def _drafts_under(self, held: SpaceKey, epoch: int, key: bytes) -> None:
        """See that a space's drafts, if it has any, stand under the key of this epoch."""
        typed = {"private": self._drafts, "heal": self._heal_drafts}.get(held.kind)
        if typed is not None:
            typed.rekey(epoch, key)
            return
        # A newer program may keep drafts for other spaces too: theirs go along as they are.
        path = folder.log_path(self.path / folder.DRAFTS, held.id)
        if not path.exists():
            return
        log, found = open_log(
            path,
            folder.key_for(held, DRAFTS_LOG, self._body, path),
            set_aside=self.path / folder.ASIDE,
            files=self._files,
            random=self._random,
        )
        try:
            if log.header.epoch != epoch:
                log.live = lambda: found.payloads
                log.rewrite((epoch, key))
        finally:
            log.close()
