"""The part of a vault that goes on with a change of keys, from wherever it was left.

A key file with the old and the new keys stands first; then each log is written anew under the new
key; then a key file without the old ones; then a fresh backup in the place of those that the old
keys open. Each step can be seen on the disk to be done or not, so a crash anywhere goes on there.
"""

import contextlib

from peercoach.errors import VaultError, VaultLocked
from peercoach.vault import folder, keyfile, keyring, making
from peercoach.vault.files import speaking_of
from peercoach.vault.unlock import SpaceKey
from peercoach.vault.vault_drafts import VaultDrafts
from peercoach.vault.vault_keys import bytes_of


class VaultSettling(VaultDrafts):
    """What a vault has left to do after its keys were changed."""

    def _settle(self) -> bool:
        """Go on with a change of keys, if one was begun; whether nothing is left to do.

        Raises:
            VaultLocked: it is locked, now or meanwhile.
        """
        with self._keys_turn:
            # Almost always so: the keys were never changed.
            if not self._body.epoch:
                return True
            try:
                return self._logs_settled() and self._copies_settled()
            except VaultError:
                if self.locked:
                    raise
                return False

    def _logs_settled(self) -> bool:
        """Write the logs anew under the newest keys, then drop the others from the key file."""
        held = [space for space in self._unlocked.spaces if len(space.keys) > 1]
        done = [space.id for space in held if self._under_newest(space)]
        settled = making.settled(self._body, self._unlocked, done)
        if settled is not None:
            # Whichever of the two stands where this fails, the same passphrase opens it.
            keyfile.save(self.path, bytes_of(*settled), self._files)
            self._body, self._mine = settled
        return len(done) == len(held)

    def _under_newest(self, held: SpaceKey) -> bool:
        """Whether all logs of a space stand under its newest key, written anew if need be."""
        space = self._spaces.get(held.id)
        epoch, key = held.newest, held.keys[held.newest]
        if space is None:
            return False
        try:
            if space.epoch != epoch:
                space.rekey(epoch, key)
            self._drafts_under(held, epoch, folder.drafts_key(key))
        except VaultLocked:
            raise
        except VaultError:
            return False
        return True

    def _copies_settled(self) -> bool:
        """A fresh backup in the place of those made under older keys, if there are any."""
        self.backups.sweep()
        older = self.backups.of_older_keys(self._body)
        if older:
            if not self._back_up().report.ok:
                return False
            for one in older:
                self.backups.remove(one)
        self._forget_key_files()
        return True

    def _forget_key_files(self) -> None:
        """Drop key files of older keys that were set aside: who knows the old passphrase could
        open them.
        """
        for name in keyfile.NAMES:
            for aside in (self.path / folder.ASIDE).glob(f"{name}-*.damaged"):
                with contextlib.suppress(keyring.Damaged, VaultError):
                    copy = keyring.read(self._files.read(aside), self.path)
                    if copy.keyring.epoch < self._body.epoch:
                        with speaking_of(aside):
                            self._files.unlink(aside)
