"""A reader of vaults written from ``docs/vault-format.md`` alone.

It shares no line with the program, nor its JSON and MessagePack: what both read alike is therefore
what the specification says, and not what one piece of code happens to do.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.vault.independent_keys import Held, KeyFile, Opened, open_key_file, read_key_file
from tests.vault.independent_msgpack import unpack
from tests.vault.independent_primitives import Refused, hkdf

HEADER, COPY, FRAME, TAG, MAX_FRAME = 84, 88, 72, 16, 4 * 1024 * 1024


@dataclass
class LogRead:
    """What a log holds. ``state`` is whole, torn or damaged."""

    payloads: list[bytes]
    end: int
    state: str
    generation: int


def read_log(
    data: bytes, purpose: int, vault: bytes, epoch: int, space: bytes, held: Held
) -> LogRead:
    """Read a log's header, then its frames."""
    whole = {
        data[at : at + HEADER]
        for at in (0, COPY)
        if data[at + HEADER : at + COPY] == struct.pack(">I", zlib.crc32(data[at : at + HEADER]))
    }
    if len(whole) != 1:
        raise Refused("log-damaged")
    header = whole.pop()
    magic, form, *said, of, generation, file, marker = struct.unpack(">8sHH16s16sII16s16s", header)
    if magic != b"\x89PCL\r\n\x1a\n":
        raise Refused("log-damaged")
    if form != 1:
        raise Refused("newer-format")
    if said != [purpose, vault, space]:
        raise Refused("log-damaged")
    if of > epoch or of not in held.keys:
        raise Refused("keyring-stale")
    key = held.keys[of]
    key = hkdf(key, b"peercoach/1 drafts") if purpose == 2 else key
    cipher, digest = AESGCM(hkdf(key, b"peercoach/1 log", file)), hashlib.sha256(header).digest()
    payloads: list[bytes] = []
    at = 2 * COPY
    before = digest
    while (found := _frame(data, at, marker, digest, cipher)) is not None:
        sequence, previous, payload, stop = found
        if (sequence, previous) != (len(payloads), before):
            break
        payloads.append(payload)
        before, at = hashlib.sha256(data[at:stop]).digest(), stop
    # The loop ends on a frame that verifies by itself if the chain to it is broken.
    lost = found is not None and found[0] >= len(payloads)
    state = _state(data, at, marker, any_frame=bool(payloads), lost=lost)
    if state == "damaged":
        later = sorted(_later(data, at, marker, digest, cipher), key=lambda one: one[0])
        kept = {number: payload for number, payload in reversed(later) if number >= len(payloads)}
        payloads += [kept[number] for number in sorted(kept)]
    return LogRead(payloads, at, state, generation)


def _state(data: bytes, end: int, marker: bytes, *, any_frame: bool, lost: bool) -> str:
    if end == len(data) and any_frame:
        return "whole"
    rest = data[end + 1 :]
    small = len(data) - end <= FRAME + MAX_FRAME
    torn = any_frame and not lost and marker not in rest and small
    return "torn" if torn else "damaged"


def _frame(
    data: bytes, at: int, marker: bytes, digest: bytes, cipher: AESGCM
) -> tuple[int, bytes, bytes, int] | None:
    """Sequence, hash before, payload and end of the frame at ``at``; None where none verifies."""
    if at + FRAME > len(data):
        return None
    found, length, sequence, before, nonce = struct.unpack_from(">16sIQ32s12s", data, at)
    stop = at + FRAME + length
    if found != marker or not 512 + TAG <= length <= MAX_FRAME or stop > len(data):
        return None
    try:
        padded = cipher.decrypt(nonce, data[at + FRAME : stop], digest + data[at : at + 60])
    except InvalidTag:
        return None
    (size,) = struct.unpack_from(">I", padded)
    return (sequence, before, padded[4 : 4 + size], stop) if 4 + size <= len(padded) else None


def _later(
    data: bytes, start: int, marker: bytes, digest: bytes, cipher: AESGCM
) -> Iterator[tuple[int, bytes]]:
    at = data.find(marker, start)
    while at >= 0:
        found = _frame(data, at, marker, digest, cipher)
        if found is not None:
            yield found[0], found[2]
        at = data.find(marker, at + 1)


# --- a whole vault -------------------------------------------------------------------------------


@dataclass
class Notebook:
    """What was read: revisions by space kind and document id, and the drafts."""

    name: str
    revisions: dict[int, dict[int, list[dict[str, Any]]]]
    drafts: dict[str, dict[str, Any]]
    states: dict[str, str]
    heal_drafts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def current(self, kind: int) -> dict[int, dict[str, Any]]:
        """The current revision of each document that was not removed."""
        heads = {id: head(found) for id, found in self.revisions[kind].items()}
        gone = ("deleted", "emptied")
        return {id: found for id, found in heads.items() if not any(map(found.get, gone))}


def head(revisions: list[dict[str, Any]]) -> dict[str, Any]:
    """The one revision that is shown, of revisions in the log's order."""
    for_good = [one for one in revisions if one.get("shredded")]
    if for_good:
        return for_good[0]
    heads: list[dict[str, Any]] = []
    seen: set[bytes] = set()
    for revision in revisions:
        parents = set(revision["parents"])
        if parents and not parents & seen:
            heads = []
        heads = [one for one in heads if one["rev"] not in parents] + [revision]
        seen.add(revision["rev"])
    return max(heads, key=lambda one: (not one.get("deleted"), one["rev"]))


def read_vault(path: Path, *, passphrase: str = "", spare_key: str = "") -> Notebook:
    """Read everything that a passphrase or spare key opens."""
    if not path.exists() or (path.is_dir() and not any(path.iterdir())):
        raise Refused("no-vault")
    files = [path / name for name in ("keyring.json", "keyring.2.json")]
    if not any(one.exists() for one in (*files, path / "spaces")):
        raise Refused("not-a-vault")
    present = [one.read_bytes() for one in files if one.exists()]
    if not present:
        raise Refused("keyring-missing")
    whole = [file for data in present if (file := read_key_file(data)) is not None]
    if not whole:
        raise Refused("keyring-damaged")
    file, opened = _first_that_opens(whole, passphrase, spare_key)
    book = Notebook(opened.name, {}, {}, {})
    for space, held in opened.spaces.items():
        _read_space(book, path, file.fields, space, held)
        if held.kind == 1 or (held.kind == 2 and (path / _drafts(space)).exists()):
            _read_drafts(book, path, file.fields, space, held)
    return book


def _first_that_opens(
    whole: list[KeyFile], passphrase: str, spare_key: str
) -> tuple[KeyFile, Opened]:
    whole.sort(key=lambda one: -one.fields["serial"])
    for file in whole:
        try:
            return file, open_key_file(file, passphrase, spare_key)
        except Refused as error:
            if error.kind != "keyring-forged" or file is whole[-1]:
                raise
    raise AssertionError


def _log_of(path: Path, name: str, purpose: int, body: Any, space: bytes, held: Held) -> LogRead:
    try:
        data = (path / name).read_bytes()
    except FileNotFoundError:
        raise Refused("log-missing") from None
    return read_log(data, purpose, body["vault"], body["epoch"], space, held)


def _read_space(book: Notebook, path: Path, body: Any, space: bytes, held: Held) -> None:
    name = f"spaces/{space.hex()}.log"
    found: dict[int, list[dict[str, Any]]] = {}
    try:
        log = _log_of(path, name, 1, body, space, held)
        for table, id, document in _changes(log.payloads):
            if table == "documents" and id is not None and document is not None:
                found.setdefault(id, []).append(document)
    except Refused as error:
        if held.kind == 1 or error.kind not in ("log-missing", "log-damaged"):
            raise
        book.states[name] = error.kind
        return
    book.states[name] = log.state
    book.revisions[held.kind] = found


def _changes(payloads: list[bytes]) -> Iterator[tuple[str, Any, Any]]:
    try:
        for payload in payloads:
            for change in unpack(payload):
                table, id, document = change
                yield table, id, document
    except (ValueError, TypeError):
        raise Refused("log-damaged") from None


def _drafts(space: bytes) -> str:
    return f"drafts/{space.hex()}.log"


def _read_drafts(book: Notebook, path: Path, body: Any, space: bytes, held: Held) -> None:
    name = _drafts(space)
    drafts = book.drafts if held.kind == 1 else book.heal_drafts
    try:
        log = _log_of(path, name, 2, body, space, held)
    except Refused as error:
        if error.kind == "newer-format":
            raise
        book.states[name] = error.kind
        return
    book.states[name] = log.state
    for payload in log.payloads:
        for key, document in unpack(payload):
            drafts.pop(key, None)
            if document is not None:
                drafts[key] = document
