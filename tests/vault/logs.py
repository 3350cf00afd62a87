"""Logs without a vault around them: their bytes, their frames, what they say."""

from pathlib import Path
from typing import Any

from peercoach.vault.files import Files
from peercoach.vault.format import FRAME, HEADER_BYTES, SPACE_LOG, Header, NewerLog, NotALog
from peercoach.vault.log import Log, file_key, open_log, whole_log
from peercoach.vault.scan import Scan, scan
from peercoach.vault.space_changes import encode
from peercoach.vault.space_storage import LogStorage
from peercoach.vault.space_table import LogDB
from tests.vault.vaults import Unsynced, seeded

KEY = b"k" * 32
Change = tuple[str, int | None, dict[str, Any] | None]


def header(generation: int = 0, seed: int = 1, space: bytes = b"s" * 16) -> Header:
    random = seeded(1_000 * seed + generation)
    return Header(SPACE_LOG, b"v" * 16, space, 0, generation, random(16), random(16))


def put(number: int, text: str, table: str = "documents") -> Change:
    """One document, as the space would stamp it."""
    rev = number.to_bytes(16, "big")
    return (table, number, {"kind": "entry", "text": text, "rev": rev, "parents": []})


def payloads(count: int, text: str = "note") -> list[bytes]:
    """An empty frame, as every log begins with, then one note a frame."""
    return [encode([]), *(encode([put(n, f"{text} {n}")]) for n in range(1, count + 1))]


def written(count: int, *, head: Header | None = None, text: str = "note") -> bytes:
    """The bytes of a log with some notes."""
    return whole_log(head or header(), KEY, payloads(count, text), seeded(2))


def frames(data: bytes) -> list[bytes]:
    """A log's frames, found by their lengths."""
    found = []
    at = HEADER_BYTES
    while at < len(data):
        _, length, *_ = FRAME.unpack_from(data, at)
        found.append(data[at : at + FRAME.size + length])
        at += FRAME.size + length
    return found


def read(data: bytes, key: bytes = KEY) -> Scan | None:
    """What a scan finds, or None where it is no log at all."""
    try:
        return scan(data, lambda head: file_key(key, head))
    except (NotALog, NewerLog):
        return None


def opened(path: Path, files: Files | None = None) -> tuple[Log, Scan]:
    """Open a log on disk."""
    return open_log(
        path,
        lambda head: KEY,
        set_aside=path.parent / "set-aside",
        files=files or Unsynced(),
        random=seeded(5),
    )


def database(path: Path, files: Files | None = None, db: type[LogDB] = LogDB) -> LogDB:
    """A TinyDB on a log, made where there is none."""
    files = files or Unsynced()
    if not path.exists():
        files.create(path, written(0))
    log, found = opened(path, files)
    return db(LogStorage(log, found.payloads, seeded(6)))
