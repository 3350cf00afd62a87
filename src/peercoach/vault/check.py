"""Read every byte of a vault and say what is whole and what is not. Changes nothing.

Without a passphrase the structure is read: both copies of the key file by their hashes, each log's
header and the lengths and chain of its frames. With one, every frame is opened and verified. Each
backup, a folder of the same layout, is read the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercoach.errors import PeercoachError
from peercoach.vault import check_log, folder, keyfile, keyring, unlock
from peercoach.vault.check_log import Lost, References
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.format import DRAFTS_LOG, SPACE_LOG
from peercoach.vault.standing import refuse_no_vault
from peercoach.vault.unlock import SpaceKey, Unlocked

KEY_FILES, HEAL, UNKNOWN_SPACE = "key-files", "heal", "notes"
DRAFTS, BACKUP, ASIDE, OTHER = "drafts", "backup", "set-aside", "other"
_OURS = (*keyfile.NAMES, "lock", folder.SPACES, folder.DRAFTS, folder.ASIDE, folder.BACKUPS)


@dataclass(frozen=True)
class Problem:
    """Something that is not as it was written. ``where`` is a path inside the vault.

    ``lost`` says what that costs; ``saved_in`` names the newest backup that still holds all of it.
    """

    kind: str
    where: str
    lost: Lost = field(default=Lost(), compare=False)
    saved_in: str = field(default="", compare=False)


@dataclass(frozen=True)
class Part:
    """One thing that was looked at: what it is, where, whether it is whole, and its notes if known.

    ``what`` is ``key-files``, the kind of a space (``notes`` where that can't be known without a
    passphrase), ``drafts``, ``backup``, ``set-aside`` or ``other`` (which is not the vault's own).
    """

    what: str
    where: str
    whole: bool = True
    notes: int | None = None


@dataclass(frozen=True)
class Report:
    """What was found. ``notes`` counts the living documents, ``conflicts`` those that two copies
    of a vault changed differently; None without a passphrase.
    """

    problems: tuple[Problem, ...]
    notes: int | None
    conflicts: int | None = None
    parts: tuple[Part, ...] = field(default=(), compare=False)

    @property
    def ok(self) -> bool:
        """Whether every byte is as it was written."""
        return not self.problems

    @property
    def newest_whole_backup(self) -> str:
        """Where the newest backup that is whole stands; empty text where there is none."""
        whole = [part.where for part in self.parts if part.what == BACKUP and part.whole]
        return max(whole, default="")


def _names_none(document: Mapping[str, Any]) -> tuple[int, ...]:
    return ()


def check(
    path: Path,
    passphrase: str | None = None,
    files: Files | None = None,
    references: References = _names_none,
) -> Report:
    """Read a whole vault. ``references`` tells which other documents a document names.

    Raises:
        NoVault, NotAVault, NotPermitted, KeyringMissing, KeyringDamaged, NewerFormat,
        WrongPassphrase, KeyringForged: it can't be read far enough to report.
    """
    files = files or Files()
    refuse_no_vault(path)
    looking = _Looking(path, files, references)
    mine = looking.at_vault(path, passphrase)
    counted = looking.counted(mine)
    looking.at_backups(path, mine)
    looking.at_the_rest(path)
    return Report(tuple(looking.problems), *counted, tuple(looking.parts))


def inspect(path: Path, body: keyring.Keyring, mine: Unlocked | None, files: Files) -> Report:
    """Read every log that a key file names; without keys, what can be seen of it without them."""
    looking = _Looking(path, files, _names_none)
    looking.at_logs(path, body, mine)
    return Report(tuple(looking.problems), *looking.counted(mine), tuple(looking.parts))


def newest_whole_backup(path: Path, files: Files | None = None) -> str:
    """Where the newest backup stands whose structure is whole, for a vault that can't be read
    itself; empty text where there is none.
    """
    looking = _Looking(path, files or Files(), _names_none)
    looking.at_backups(path, None)
    return Report((), None, parts=tuple(looking.parts)).newest_whole_backup


class _Looking:
    """Gathers what is found; every path is told from the vault's own folder."""

    def __init__(self, root: Path, files: Files, references: References) -> None:
        self._root = root
        self._files = files
        self._references = references
        self._expected: set[Path] = set()
        self.vault = b""
        self._conflicts = 0
        self.problems: list[Problem] = []
        self.parts: list[Part] = []

    def at_vault(
        self, path: Path, passphrase: str | None = None, known: Unlocked | None = None
    ) -> Unlocked | None:
        """Look at one vault's key file and logs; who unlocked it, if anyone did.

        ``known`` is who unlocked another copy of the same vault: no key is derived for them again.
        """
        found = keyfile.look(path, self._files)
        body, mine = found.whole[0][1].keyring, None
        if known is not None and all(body.epoch in held.keys for held in known.spaces):
            # One made before the keys were changed tells without them what it can.
            mine = known
        if passphrase is not None:
            copy, mine = keyfile.first_that_opens(
                found, lambda one: unlock.unlock_with(one, path, passphrase)
            )
            body = copy.keyring
        self.vault = body.vault
        before = len(self.problems)
        self._at_key_files(path, found)
        where = self._inside(path / keyfile.NAMES[0])
        self.parts.append(Part(KEY_FILES, where, whole=len(self.problems) == before))
        self.at_logs(path, body, mine)
        return mine

    def at_logs(self, path: Path, body: keyring.Keyring, mine: Unlocked | None) -> None:
        """Look at every log that a key file names."""
        for space in body.spaces:
            held = _held(mine, space.id)
            self._at_log(path / folder.SPACES, SPACE_LOG, body, space.id, held)
            if folder.log_path(path / folder.DRAFTS, space.id).exists():
                self._at_log(path / folder.DRAFTS, DRAFTS_LOG, body, space.id, held)

    def counted(self, mine: Unlocked | None) -> tuple[int | None, int | None]:
        """The notes and the conflicts of what was looked at so far, where keys told them."""
        if mine is None:
            return None, None
        return sum(part.notes or 0 for part in self.parts), self._conflicts

    def _at_key_files(self, path: Path, found: keyfile.Found) -> None:
        whole = {name for name, _ in found.whole}
        for name in keyfile.NAMES:
            if name not in whole:
                kind = "key-file-missing" if name not in found.raw else "key-file-damaged"
                self.problems.append(Problem(kind, self._inside(path / name)))
        if len({(copy.body, copy.mac) for _, copy in found.whole}) > 1:
            where = self._inside(path / keyfile.NAMES[1])
            self.problems.append(Problem("key-files-differ", where))

    def _at_log(
        self, home: Path, purpose: int, body: keyring.Keyring, space: bytes, held: SpaceKey | None
    ) -> None:
        log = folder.log_path(home, space)
        self._expected.add(log)
        seen = check_log.look(log, purpose, body, space, held, self._files, self._references)
        where = self._inside(log)
        if seen.fault:
            self.problems.append(Problem(seen.fault, where, seen.lost))
        what = DRAFTS if purpose == DRAFTS_LOG else held.kind if held else UNKNOWN_SPACE
        notes = seen.living if purpose == SPACE_LOG and held is not None else None
        self._conflicts += seen.forked
        self.parts.append(Part(what, where, not seen.fault, notes))

    def at_backups(self, path: Path, mine: Unlocked | None) -> None:
        """Look at every backup, and in those that are whole for what is lost here."""
        lost = {number: one for number, one in enumerate(self.problems) if one.lost.hashes}
        for backup in _backups(path):
            where, notes, kind = self._inside(backup), None, "backup-damaged"
            try:
                looking = _Looking(backup, self._files, self._references)
                known = looking.at_vault(backup, known=mine)
                whole = not looking.problems
                if self.vault not in (b"", looking.vault):
                    whole, kind = False, "backup-of-another"
                if known is not None:
                    notes, _ = looking.counted(known)
            except PeercoachError:
                whole = False
            self.parts.append(Part(BACKUP, where, whole, notes))
            if not whole:
                self.problems.append(Problem(kind, where))
                continue
            for number, one in lost.items():
                if self._holds(backup / one.where, one.lost):
                    self.problems[number] = Problem(one.kind, one.where, one.lost, where)

    def _holds(self, log: Path, lost: Lost) -> bool:
        """Whether another copy of a log has every frame that is lost."""
        try:
            data = self._files.read(log)
        except (OSError, PeercoachError):
            return False
        return len(check_log.holds(data, lost.hashes)) == lost.frames

    def at_the_rest(self, path: Path) -> None:
        """Name what was set aside, and what is not the vault's own."""
        with speaking_of(path):
            for one in sorted((path / folder.ASIDE).glob("*")):
                self.parts.append(Part(ASIDE, self._inside(one)))
            others = [one for one in sorted(path.iterdir()) if one.name not in _OURS]
            others += sorted(set((path / folder.BACKUPS).glob("*")) - set(_backups(path)))
            for home in (path / folder.SPACES, path / folder.DRAFTS):
                others += sorted(set(home.glob("*")) - self._expected)
        self.parts += [Part(OTHER, self._inside(one)) for one in others]

    def _inside(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


def _backups(path: Path) -> list[Path]:
    """The folders of the backups, the oldest first; none where there are none."""
    home = path / folder.BACKUPS
    with speaking_of(home):
        found = home.iterdir() if home.is_dir() else ()
        return sorted(one for one in found if one.is_dir() and one.suffix != folder.UNFINISHED)


def _held(mine: Unlocked | None, space: bytes) -> SpaceKey | None:
    return next((held for held in mine.spaces if held.id == space), None) if mine else None
