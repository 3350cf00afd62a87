"""What is wrong with one log, and what that costs. Nothing is changed."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from peercoach.errors import PeercoachError, VaultError
from peercoach.vault import folder, keyring, seal
from peercoach.vault.files import Files
from peercoach.vault.format import (
    BOUND_BYTES,
    FRAME,
    HEADER_BYTES,
    MAX_FRAME,
    SPACE_LOG,
    Header,
    NewerLog,
    NotALog,
    read_header,
)
from peercoach.vault.log import file_key, read_log
from peercoach.vault.scan import Scan
from peercoach.vault.space_changes import DOCUMENTS, decode
from peercoach.vault.space_revisions import NoChanges, Revisions
from peercoach.vault.unlock import SpaceKey

References = Callable[[Mapping[str, Any]], Iterable[int]]
"""The ids of other documents that a document names."""

_LOOKS = 3


@dataclass(frozen=True)
class Lost:
    """What a damaged log costs: at least so many ``frames`` are lost, each one commit, which is one
    note or one change of one. Where it isn't ``known``, nothing can be said.

    With the key, ``notes`` are the ids of notes that are gone, and ``versions`` of notes that stand
    and lack an earlier version, as far as what is whole tells. ``hashes`` are the SHA-256 of those
    frames whose next one is whole: what another copy of the log is searched for.
    """

    known: bool = False
    frames: int = 0
    notes: tuple[int, ...] = ()
    versions: tuple[int, ...] = ()
    hashes: frozenset[bytes] = field(default=frozenset(), repr=False)


@dataclass(frozen=True)
class LogSeen:
    """What was seen of a log: its fault or empty text, its living documents and how many of them
    two copies changed differently, what it lost.
    """

    fault: str = ""
    living: int = 0
    forked: int = 0
    lost: Lost = Lost()


def look(
    log: Path,
    purpose: int,
    body: keyring.Keyring,
    space: bytes,
    held: SpaceKey | None,
    files: Files,
    references: References,
) -> LogSeen:
    """Read a log; one that changes meanwhile, since a window has it open, is read again."""
    for _ in range(_LOOKS):
        try:
            data = files.read(log)
        except FileNotFoundError:
            return LogSeen("log-missing")
        except PeercoachError as error:
            return LogSeen(error.kind)
        seen = _seen(data, log, purpose, body, space, held, references)
        if not seen.fault or _size(log) == len(data):
            break
    return seen


def _size(log: Path) -> int:
    try:
        return log.stat().st_size
    except OSError:
        return -1


def _seen(
    data: bytes,
    log: Path,
    purpose: int,
    body: keyring.Keyring,
    space: bytes,
    held: SpaceKey | None,
    references: References,
) -> LogSeen:
    if held is None:
        fault = _structure(data, purpose, body, space)
        return LogSeen(fault, lost=_lost(data, None) if fault == "log-damaged" else Lost())
    key_for = folder.key_for(held, purpose, body, log)
    try:
        found = read_log(log, data, key_for)
    except VaultError as error:
        return LogSeen(error.kind)
    fault = _fault_of(found)
    if purpose != SPACE_LOG:
        return LogSeen(fault)
    read = Revisions()
    try:
        read.take(found.payloads)
    except NoChanges:
        # It verifies, and is no list of changes: the space refuses it too.
        return LogSeen("log-damaged")
    said = _Said(found.payloads, references)
    lost = Lost()
    if fault == "log-damaged":
        cipher = seal.Cipher(file_key(key_for(found.header), found.header))
        frames = _lost(data, cipher)
        lost = replace(frames, notes=said.gone(), versions=said.shortened())
    return LogSeen(fault, read.living, read.forked, lost)


def _fault_of(found: Scan) -> str:
    if found.broken:
        return "log-damaged"
    if found.torn:
        return "log-torn"
    return "" if found.header_whole else "log-header-mended"


class _Said:
    """What the frames that are whole say of the documents."""

    def __init__(self, payloads: Iterable[bytes], references: References) -> None:
        self.living: set[int] = set()
        self._met: set[int] = set()
        self._named: set[int] = set()
        self._revs: dict[bytes, int] = {}
        self._parents: dict[bytes, int] = {}
        for payload in payloads:
            for name, id, document in decode(payload):
                if name == DOCUMENTS and id is not None and document is not None:
                    self._take(id, document, references)

    def _take(self, id: int, document: Mapping[str, Any], references: References) -> None:
        (self.living.discard if document.get("deleted") else self.living.add)(id)
        self._met.add(id)
        self._named.update(references(document))
        self._revs[document["rev"]] = id
        self._parents |= dict.fromkeys(document["parents"], id)

    def gone(self) -> tuple[int, ...]:
        """Documents that others name and of which nothing is left."""
        return tuple(sorted(self._named - self._met - {0}))

    def shortened(self) -> tuple[int, ...]:
        """Documents that stand and name a revision that is not there."""
        torn = {id for rev, id in self._parents.items() if rev not in self._revs}
        return tuple(sorted(torn & self.living))


# --- frames --------------------------------------------------------------------------------------


class Frame(NamedTuple):
    """What looks like a frame: its bytes, the hash it says it follows, and where it ends."""

    data: bytes
    before: bytes
    end: int


def frames_of(data: bytes, header: Header) -> dict[int, Frame]:
    """Whatever looks like a frame, by its sequence number; of several the first."""
    found: dict[int, Frame] = {}
    at = data.find(header.marker, HEADER_BYTES)
    while at >= 0 and at + FRAME.size <= len(data):
        _, length, number, before, _ = FRAME.unpack_from(data, at)
        stop = at + FRAME.size + length
        if length <= MAX_FRAME and stop <= len(data):
            found.setdefault(number, Frame(data[at:stop], before, stop))
        at = data.find(header.marker, at + 1)
    return found


def _lost(data: bytes, cipher: seal.Cipher | None) -> Lost:
    """Which frames are not there or not whole; without a key, by what the next one says of it."""
    try:
        header, _ = read_header(data)
    except (NewerLog, NotALog):
        return Lost()
    frames = frames_of(data, header)
    digest = hashlib.sha256(header.pack()).digest()
    last = max((number for number in frames if number <= len(data) // FRAME.size), default=-1)
    gone: list[int] = []
    for number in range(1, last + 1):
        frame, follows = frames.get(number), frames.get(number + 1)
        if frame is None:
            whole = False
        elif cipher is not None:
            whole = _opens(frame.data, cipher, digest)
        else:
            whole = follows is None or follows.before == hashlib.sha256(frame.data).digest()
        if not whole:
            gone.append(number)
    after = [frames[number + 1].before for number in gone if number + 1 in frames]
    # What follows the last frame, and is none, was at least one.
    end = max((frame.end for frame in frames.values()), default=0)
    count = len(gone) + (end < len(data))
    return Lost(known=last >= 0, frames=count, hashes=frozenset(after))


def _opens(frame: bytes, cipher: seal.Cipher, digest: bytes) -> bool:
    *_, nonce = FRAME.unpack_from(frame)
    try:
        cipher.decrypt(nonce, frame[FRAME.size :], digest + frame[:BOUND_BYTES])
    except (seal.DoesNotOpen, ValueError):
        return False
    return True


def holds(data: bytes, wanted: frozenset[bytes]) -> frozenset[bytes]:
    """Which of these frames, known by their SHA-256, another copy of a log has whole."""
    try:
        header, _ = read_header(data)
    except (NewerLog, NotALog):
        return frozenset()
    here = (hashlib.sha256(frame.data).digest() for frame in frames_of(data, header).values())
    return wanted.intersection(here)


# --- without a key -------------------------------------------------------------------------------


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
    fault = _chain(data, header)
    return fault or ("" if whole else "log-header-mended")


def _chain(data: bytes, header: Header) -> str:
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
