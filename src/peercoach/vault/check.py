"""Read every byte of a vault and say what is whole and what is not. Changes nothing.

Without a passphrase the structure is read: both copies of the key file by their hashes, each log's
header and the lengths and chain of its frames. With one, every frame is opened and verified.
"""

import hashlib
from pathlib import Path

import msgspec

from peercoach.errors import LogDamaged, PeercoachError, VaultError
from peercoach.vault import folder, keyfile, keyring, unlock
from peercoach.vault.files import Files
from peercoach.vault.format import (
    DRAFTS_LOG,
    FRAME,
    HEADER_BYTES,
    MAX_FRAME,
    SPACE_LOG,
    Header,
    NewerLog,
    NotALog,
    read_header,
)
from peercoach.vault.log import read_log
from peercoach.vault.scan import Scan
from peercoach.vault.space_revisions import NoChanges, Revisions
from peercoach.vault.standing import refuse_no_vault
from peercoach.vault.unlock import SpaceKey, Unlocked


class Problem(msgspec.Struct, frozen=True):
    """Something that is not as it was written. ``where`` is a path inside the vault."""

    kind: str
    where: str


class Report(msgspec.Struct, frozen=True):
    """What was found. ``notes`` counts the living documents, ``conflicts`` those that two copies
    of a vault changed differently; None without a passphrase.
    """

    problems: tuple[Problem, ...]
    notes: int | None
    conflicts: int | None

    @property
    def ok(self) -> bool:
        """Whether every byte is as it was written."""
        return not self.problems


def check(path: Path, passphrase: str | None = None, files: Files | None = None) -> Report:
    """Read a whole vault.

    Raises:
        NoVault, NotAVault, NotPermitted, KeyringMissing, KeyringDamaged, NewerFormat,
        WrongPassphrase, KeyringForged: it can't be read far enough to report.
    """
    files = files or Files()
    refuse_no_vault(path)
    found = keyfile.look(path, files)
    problems = [
        Problem("key-file-missing" if name not in found.raw else "key-file-damaged", name)
        for name in keyfile.NAMES
        if name not in {whole for whole, _ in found.whole}
    ]
    if len({(copy.body, copy.mac) for _, copy in found.whole}) > 1:
        problems.append(Problem("key-files-differ", keyfile.NAMES[1]))
    body = found.whole[0][1].keyring
    mine = None
    if passphrase is not None:
        copy, mine = keyfile.first_that_opens(
            found, lambda one: unlock.unlock_with(one, path, passphrase)
        )
        body = copy.keyring
    logs = inspect(path, body, mine, files)
    return msgspec.structs.replace(logs, problems=(*problems, *logs.problems))


def inspect(path: Path, body: keyring.Keyring, mine: Unlocked | None, files: Files) -> Report:
    """Read every log that a key file names; without keys, what can be seen of it without them."""
    problems: list[Problem] = []
    notes = conflicts = 0
    for space in body.spaces:
        held = _held(mine, space.id)
        for purpose, name in ((SPACE_LOG, folder.SPACES), (DRAFTS_LOG, folder.DRAFTS)):
            log = folder.log_path(path / name, space.id)
            if purpose == DRAFTS_LOG and not log.exists():
                continue
            fault, living, forked = _read(log, purpose, body, space.id, held, files)
            notes, conflicts = notes + living, conflicts + forked
            if fault:
                problems.append(Problem(fault, f"{name}/{log.name}"))
    if mine is None:
        return Report(tuple(problems), None, None)
    return Report(tuple(problems), notes, conflicts)


def _held(mine: Unlocked | None, space: bytes) -> SpaceKey | None:
    return next((held for held in mine.spaces if held.id == space), None) if mine else None


def _read(
    log: Path,
    purpose: int,
    body: keyring.Keyring,
    space: bytes,
    held: SpaceKey | None,
    files: Files,
) -> tuple[str, int, int]:
    """What is wrong with a log (or empty text), how many living documents it holds, how many
    conflicts.
    """
    try:
        data = files.read(log)
    except FileNotFoundError:
        return "log-missing", 0, 0
    except PeercoachError as error:
        return error.kind, 0, 0
    if held is None:
        return _structure(data, purpose, body, space), 0, 0
    try:
        found = read_log(log, data, folder.key_for(held, purpose, body, log))
        living, forked = _counted(log, found) if purpose == SPACE_LOG else (0, 0)
    except VaultError as error:
        return error.kind, 0, 0
    return _fault_of(found), living, forked


def _fault_of(found: Scan) -> str:
    if found.broken:
        return "log-damaged"
    if found.torn:
        return "log-torn"
    return "" if found.header_whole else "log-header-mended"


def _counted(log: Path, found: Scan) -> tuple[int, int]:
    """How many living documents and how many conflicts.

    Raises:
        LogDamaged: a payload is no list of changes.
    """
    read = Revisions()
    try:
        read.take(found.payloads)
    except NoChanges:
        raise LogDamaged(path=log, whole=0) from None
    return read.living, read.forked


def _structure(data: bytes, purpose: int, body: keyring.Keyring, space: bytes) -> str:
    """What can be seen of a log without its key: header, lengths, order and chain."""
    try:
        header, whole = read_header(data)
    except NewerLog:
        return "newer-format"
    except NotALog:
        return "log-damaged"
    if (header.purpose, header.vault, header.space) != (purpose, body.vault, space):
        return "log-damaged"
    if header.epoch > body.epoch:
        return "keyring-stale"
    fault = _frames(data, header)
    return fault or ("" if whole else "log-header-mended")


def _frames(data: bytes, header: Header) -> str:
    at, sequence, tip = HEADER_BYTES, 0, hashlib.sha256(header.pack()).digest()
    while at < len(data):
        whole = False
        if at + FRAME.size <= len(data):
            marker, length, number, before, _ = FRAME.unpack_from(data, at)
            stop = at + FRAME.size + length
            whole = marker == header.marker and stop <= len(data)
            if whole and (number, before) == (sequence, tip):
                tip = hashlib.sha256(data[at:stop]).digest()
                at, sequence = stop, sequence + 1
                continue
        # As in scan.scan: torn is what one write that was cut off may leave, and no more.
        later = data.find(header.marker, at + 1) >= 0
        small = len(data) - at <= FRAME.size + MAX_FRAME
        return "log-torn" if sequence and small and not whole and not later else "log-damaged"
    return "" if sequence else "log-damaged"
