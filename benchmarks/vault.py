"""The vault beside its floor: what the same bytes cost with nothing of ours around them.

Saving: a bare append and fsync of as many bytes. Opening: read, AES-GCM, decode of the same
frames. Both are interleaved with their floor in one run and compared as medians.
"""

import atexit
import hashlib
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from peercoach.vault import folder, unlock
from peercoach.vault.files import Files
from peercoach.vault.format import BOUND_BYTES, FRAME, HEADER_BYTES, LENGTH, SPACE_LOG, read_header
from peercoach.vault.kdf import SMALL
from peercoach.vault.log import file_key, open_log
from peercoach.vault.space import Space
from peercoach.vault.vault import Vault

PASSPHRASE = "an invented passphrase"
_WORDS = [
    "the",
    "ward",
    "round",
    "was",
    "kinder",
    "today",
    "and",
    "Sam",
    "made",
    "tea",
    "for",
    "us",
    "all",
    "in",
    "the",
    "small",
    "room",
]


@dataclass(frozen=True)
class Row:
    """One measured line: milliseconds at the median, ours and the floor, and the bar."""

    what: str
    ours: float
    floor: float
    bar: float

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the floor."""
        return self.ours / self.floor

    def __str__(self) -> str:
        verdict = "holds" if self.ratio <= self.bar else "MISSED"
        return (
            f"{self.what:<44}{self.ours:>10.3f}{self.floor:>10.3f}"
            f"{self.ratio:>8.2f}{self.bar:>7.1f}  {verdict}"
        )


def note(number: int) -> dict[str, object]:
    """An invented note of 1 KB of ASCII."""
    text = " ".join(_WORDS[(number + place) % len(_WORDS)] for place in range(230))[:1000]
    return {"kind": "note", "schema": 1, "text": text, "written_at": 1_700_000_000_000 + number}


class Unsynced(Files):
    """For writing what is only to be read: nothing waits for the disk."""

    def sync(self, descriptor: int) -> None:
        pass


def new_place() -> Path:
    """Where a notebook can be made that is copied for each measure; it goes with this process.

    Beside the project, because a temporary folder may be in memory, where an fsync costs nothing.
    """
    folder = tempfile.mkdtemp(dir=Path.cwd(), prefix=".bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder) / "notebook.vault"


@contextmanager
def copy_of(made: Path) -> Iterator[Path]:
    """A copy of a locked notebook, beside the project too."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as place:
        copied = shutil.copytree(made, Path(place) / "notebook.vault")
        for path in filter(Path.is_file, copied.rglob("*")):
            _settle(path)
        yield copied


def _settle(path: Path) -> None:
    """Have a file on the disk: else what is measured first waits for all of it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@cache
def _written(count: int) -> Path:
    path = new_place()
    vault = Vault.create(path, PASSPHRASE, profile=SMALL, files=Unsynced())
    for number in range(count):
        vault.private.commit({vault.private.new_id(): note(number)})
    vault.lock()
    return path


@contextmanager
def vault_of(count: int) -> Iterator[Vault]:
    """An open vault with ``count`` notes, one commit each. What it saves waits for the disk."""
    with copy_of(_written(count)) as path:
        vault = Vault.open(path, PASSPHRASE)
        try:
            yield vault
        finally:
            vault.lock()


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def saving(count: int, rounds: int = 200) -> Row:
    """Save one note in a vault of ``count``, durable, beside a bare append and fsync."""
    with vault_of(count) as vault:
        log = folder.log_path(vault.path / folder.SPACES, vault.private.id)
        before = log.stat().st_size
        vault.private.commit({vault.private.new_id(): note(0)})
        block = os.urandom(log.stat().st_size - before)
        bare = os.open(vault.path / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

        def floor() -> None:
            os.write(bare, block)
            os.fsync(bare)

        ours, floors = [], []
        for number in range(rounds):
            put = {vault.private.new_id(): note(number)}
            ours.append(_timed(lambda put=put: vault.private.commit(put)))  # type: ignore[misc]
            floors.append(_timed(floor))
        os.close(bare)
    return Row(
        f"save one note among {count:,}, p50, ms",
        statistics.median(ours),
        statistics.median(floors),
        2.5,
    )


def opening(count: int) -> Row:
    """Open a log of ``count`` notes, without the key derivation, beside its floor.

    The fewer the notes, the more rounds: a few milliseconds are easily disturbed.
    """
    rounds = max(15, 100_000 // count)
    with vault_of(count) as vault:
        body = vault._body
        held = next(one for one in vault._unlocked.spaces if one.kind == "private")
        path = folder.log_path(vault.path / folder.SPACES, held.id)
        ours, floors = [], []
        for _ in range(rounds):
            ours.append(_timed(lambda: _open(path, held, body)))
            floors.append(_timed(lambda: _floor(path, held)))
    return Row(
        f"open {count:,} notes, key derivation apart, ms",
        statistics.median(ours),
        statistics.median(floors),
        1.5,
    )


def _open(path: Path, held: unlock.SpaceKey, body: object) -> None:
    key_for = folder.key_for(held, SPACE_LOG, body, path)  # type: ignore[arg-type]
    log, found = open_log(path, key_for, set_aside=path.parent, files=Files(), random=os.urandom)
    Space(held.id, held.kind, log, found.payloads, os.urandom).close()


def _floor(path: Path, held: unlock.SpaceKey) -> None:
    """Read, AES-GCM, decode: the same bytes, and nothing checked but what GCM checks."""
    data = path.read_bytes()
    header, _ = read_header(data)
    cipher = AESGCM(file_key(held.keys[0], header))
    digest = hashlib.sha256(header.pack()).digest()
    decode = msgspec.msgpack.Decoder().decode
    kept = []
    at = HEADER_BYTES
    while at < len(data):
        _, length, _, _, nonce = FRAME.unpack_from(data, at)
        stop = at + FRAME.size + length
        bound = digest + data[at : at + BOUND_BYTES]
        plain = cipher.decrypt(nonce, data[at + FRAME.size : stop], bound)
        kept.append(decode(plain[4 : 4 + LENGTH.unpack_from(plain)[0]]))
        at = stop


def rows(*, short: bool) -> Iterator[Row]:
    """Every figure of the vault; the short form leaves out the largest."""
    for count in (1_000, 10_000) if short else (1_000, 10_000, 100_000):
        yield saving(count)
        yield opening(count)
