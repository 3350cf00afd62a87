"""A vault's own backups: dated, encrypted copies beside it, made before anything risky.

A backup is a folder laid out as the vault is, without lock and without backups of its own. It is
written under another name, verified, and only then named. What is deleted for good in the vault is
taken out of its backups too.
"""

import contextlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from peercoach.errors import LogDamaged, LogMissing, VaultError, WriteFailed
from peercoach.vault import folder, keyfile
from peercoach.vault.check import Report
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.folder import Random
from peercoach.vault.format import DRAFTS_LOG, SPACE_LOG, Header
from peercoach.vault.keyring import Keyring
from peercoach.vault.log import read_log, whole_log
from peercoach.vault.space_changes import DOCUMENTS, Document, decode, encode, grouped
from peercoach.vault.unlock import SpaceKey

KEPT = 5
"""How many of its own backups a vault keeps (2026-11): the newest, the one just made among them."""

_OURS = re.compile(r"\d{4}-\d\d-\d\d-\d{6}-\d{6}")
_NAMED = "%Y-%m-%d-%H%M%S-%f"
_EMPTY = encode([])

_NO_CHANGES = (ValueError, TypeError, LookupError, msgspec.MsgspecError)
"""What reading a payload that is no list of changes ends in."""

Clock = Callable[[], datetime]
Part = tuple[str, bytes]
"""A file of a backup: its path inside it, and its bytes."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Backup:
    """A backup that was made: where it is, and what was found when it was read back."""

    path: Path
    report: Report


class Backups:
    """The backups of the vault whose folder is ``root``."""

    def __init__(self, root: Path, files: Files, random: Random, clock: Clock = now) -> None:
        self.folder = root / folder.BACKUPS
        self._files = files
        self._random = random
        self._clock = clock

    def all(self) -> list[Path]:
        """Every finished one, the oldest first; one that a person named stands after ours."""
        if not self.folder.is_dir():
            return []
        found = (one for one in self.folder.iterdir() if one.is_dir() and not one.is_symlink())
        named = [one for one in found if one.suffix != folder.UNFINISHED]
        return sorted(named, key=lambda one: (not _is_ours(one.name), one.name))

    def newest(self) -> datetime | None:
        """When the newest of ours was made, as its name says; None where there is none."""
        for name in reversed([one.name for one in self.all() if _is_ours(one.name)]):
            # One of figures that are no date was named so by someone else.
            with contextlib.suppress(ValueError):
                return datetime.strptime(name, _NAMED).replace(tzinfo=UTC)
        return None

    def make(
        self, parts: Iterable[Part], inspect: Callable[[Path], Report], to: Path | None = None
    ) -> Backup:
        """Write a backup of these parts, here or in another folder, and read it back.

        Of ours the oldest go then, if the new one is whole. Elsewhere none ever goes.

        Raises:
            DiskFull, WriteFailed, NotPermitted: none was made, and no other is touched.
        """
        place = to or self.folder
        folder.make_folders(place, self._files)
        with contextlib.suppress(VaultError):
            self.sweep()
        name = self._free_name(place)
        fresh = place / (name + folder.UNFINISHED)
        try:
            self._files.make_folder(fresh)
            self._fill(fresh, parts)
            report = inspect(fresh)
            with speaking_of(fresh):
                self._files.rename(fresh, place / name)
                self._files.sync_folder(place)
        except BaseException:
            with contextlib.suppress(OSError):
                self._files.remove_folder(fresh)
            raise
        made = Backup(place / name, report)
        if to is None and report.ok:
            self._prune(made.path)
        return made

    def _free_name(self, place: Path) -> str:
        """The moment to a microsecond; the next one that no other has."""
        moment = self._clock()
        while (place / (name := f"{moment:{_NAMED}}")).exists():
            moment += timedelta(microseconds=1)
        return name

    def _fill(self, fresh: Path, parts: Iterable[Part]) -> None:
        made = [fresh]
        for part, data in parts:
            path = fresh / part
            if path.parent not in made:
                self._files.make_folder(path.parent)
                made.append(path.parent)
            self._files.create(path, data)
            if self._files.read(path) != data:
                raise WriteFailed(path=path)
        with speaking_of(fresh):
            for one in reversed(made):
                self._files.sync_folder(one)

    def _prune(self, made: Path) -> None:
        ours = [one for one in self.all() if _is_ours(one.name) and one != made]
        for old in ours[: -(KEPT - 1)]:
            # What fails here is tidying; it is tried again with the next one.
            with contextlib.suppress(VaultError):
                self.remove(old)

    def sweep(self) -> None:
        """Take away what was never finished, or only half removed.

        Raises:
            NotPermitted, WriteFailed: as they say.
        """
        for one in self._unfinished():
            with speaking_of(one):
                self._files.remove_folder(one)

    def _unfinished(self) -> list[Path]:
        found = self.folder.glob(f"*{folder.UNFINISHED}") if self.folder.is_dir() else ()
        return [one for one in found if _is_ours(one.stem)]

    def remove(self, backup: Path) -> None:
        """Take one away; a crash leaves it whole, or unfinished in name too.

        Raises:
            NotPermitted, WriteFailed: as they say.
        """
        going = backup.with_name(f"{backup.name}{folder.UNFINISHED}")
        with speaking_of(backup):
            self._files.rename(backup, going)
            self._files.remove_folder(going)
            self._files.sync_folder(backup.parent)

    # --- what must not stand in them any more ---------------------------------------------------

    def of_older_keys(self, body: Keyring) -> list[Path]:
        """Those of this vault that were made before the keys were last changed."""
        return [one for one in self.all() if self._is_older(one, body)]

    def _is_older(self, backup: Path, body: Keyring) -> bool:
        try:
            whole = keyfile.look(backup, self._files).whole
        except VaultError:
            return False
        return any(
            copy.keyring.vault == body.vault and copy.keyring.epoch < body.epoch
            for _, copy in whole
        )

    def take_out(
        self, held: SpaceKey, body: Keyring, gone: Mapping[int, list[Document]]
    ) -> tuple[Path, ...]:
        """Write the logs of this space in every backup anew, without what was deleted for good.

        ``gone`` is what is left of each document. What was being typed goes from them whole: it
        can't be known what a draft of then became. Returns the backups that could not be written.
        """
        with contextlib.suppress(VaultError):
            self.sweep()
        missed = self._unfinished()
        for backup in self.all():
            try:
                self._take_out_of(backup, held, body, gone)
            except (VaultError, OSError, *_NO_CHANGES):
                missed.append(backup)
        return tuple(missed)

    def _take_out_of(
        self, backup: Path, held: SpaceKey, body: Keyring, gone: Mapping[int, list[Document]]
    ) -> None:
        path = folder.log_path(backup / folder.SPACES, held.id)
        try:
            data = self._files.read(path)
        except FileNotFoundError:
            raise LogMissing(path=path) from None
        found = read_log(path, data, folder.key_for(held, SPACE_LOG, body, path))
        if found.broken:
            raise LogDamaged(path=path, whole=found.frames)
        key = held.keys[found.header.epoch]
        left = without(found.payloads, gone)
        if left is not None or found.torn:
            self._write(path, found.header, key, found.payloads if left is None else left)
        self._forget_typed(backup, held, body, found.header.epoch)

    def _forget_typed(self, backup: Path, held: SpaceKey, body: Keyring, epoch: int) -> None:
        path = folder.log_path(backup / folder.DRAFTS, held.id)
        try:
            data = self._files.read(path)
        except FileNotFoundError:
            return
        try:
            found = read_log(path, data, folder.key_for(held, DRAFTS_LOG, body, path))
            if found.payloads == [_EMPTY] and not (found.torn or found.broken):
                return
            header = found.header
        except VaultError:
            header = folder.new_header(DRAFTS_LOG, body.vault, held.id, epoch, self._random)
        self._write(path, header, folder.drafts_key(held.keys[header.epoch]), [_EMPTY])

    def _write(self, path: Path, was: Header, key: bytes, payloads: list[bytes]) -> None:
        header = folder.next_header(was, self._random)
        self._files.replace(path, whole_log(header, key, payloads, self._random))


def without(payloads: list[bytes], gone: Mapping[int, list[Document]]) -> list[bytes] | None:
    """The payloads with what is left of each of these documents in the place of what was said.

    None where none of them says more than that. Every other change is kept as it is, byte for byte
    unless it stands in one payload with what goes.
    """
    left: list[bytes] = []
    met: dict[int, bool] = {}
    for payload in payloads:
        changes = decode(payload)
        going = [change for change in changes if change[0] == DOCUMENTS and change[1] in gone]
        if not going:
            left.append(payload)
            continue
        for _, id, document in going:
            met[id] = met.get(id, False) or document not in gone[id]
        if len(going) < len(changes):
            left.append(encode([change for change in changes if change not in going]))
    if not any(met.values()):
        return None
    for id in met:
        left += grouped((DOCUMENTS, id, document) for document in gone[id])
    return left if left[:1] == [_EMPTY] else [_EMPTY, *left]


def _is_ours(name: str) -> bool:
    return _OURS.fullmatch(name) is not None
