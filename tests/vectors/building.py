"""What the vectors are built with: the example of the specification, and changes made to it.

Randomness is SHAKE-256 over the vector's name and a counter, the clock stands still, and Argon2id's
profile is the smallest there is. The library's HPKE takes no randomness from outside, so here the
keys are encapsulated as RFC 9180 says, with fixed private keys (``spec_example.fixed_hpke``).
"""

import base64
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Kept, Mark, Place, Progress, Rating
from peercoach.vault import seal
from peercoach.vault.format import HEADER_BYTES, SPACE_LOG, Header, bind, read_header
from peercoach.vault.kdf import SMALL
from peercoach.vault.log import file_key, whole_log
from peercoach.vault.scan import scan
from peercoach.vault.space_changes import encode
from peercoach.vault.vault import Vault
from tests.vault import spec_example
from tests.vault.spec_faults import (
    HEAL,
    KEY_FILES,
    KEYS,
    MEMBER,
    PRIVATE,
    PRIVATE_KEY,
    SECRET,
    SPARE_KEY,
    VAULT,
    private_log,
)
from tests.vault.vaults import Unsynced

Document = dict[str, Any]
WRITTEN = Moment(utc_ms=1_790_000_000_000, offset=60, zone="BST")
NOW = Moment(utc_ms=WRITTEN.utc_ms + 3_600_000, offset=60, zone="BST")
DAY_MS = 86_400_000
LOG = f"spaces/{PRIVATE.hex()}.log"
HEAL_LOG = f"spaces/{HEAL.hex()}.log"
DRAFTS = f"drafts/{PRIVATE.hex()}.log"
HEAL_DRAFTS = f"drafts/{HEAL.hex()}.log"
FIRST, LATER = "Listen first.", "Listen first, then ask."
"""The two versions of the one note that the example holds."""


class Hashed:
    """A source of bytes that is the same in every run: SHAKE-256 over a name and a counter."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._count = 0

    def __call__(self, size: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(f"{self._name} {self._count}".encode()).digest(size)


@contextmanager
def opened(path: Path, name: str) -> Iterator[Vault]:
    """The example's vault, open, with a vector's own randomness."""
    vault = Vault.open(path, spare_key=SPARE_KEY, random=Hashed(name), files=Unsynced())
    yield vault
    vault.lock()
    (path / "lock").unlink(missing_ok=True)


def new(path: Path, name: str) -> None:
    """An empty vault at ``path``."""
    Vault.create(
        path,
        spec_example.PASSPHRASE,
        name="Sam",
        profile=SMALL,
        random=Hashed(name),
        files=Unsynced(),
    ).lock()
    (path / "lock").unlink(missing_ok=True)


# --- documents -----------------------------------------------------------------------------------

NOWHERE = Place()
PLACE = Place(
    framework="peer",
    framework_title="Peer leadership",
    version="1",
    element="rest",
    element_title="Rest",
    question="when",
    ask="When did you last rest?",
)


def entry(text: str, kind: Any = "note", place: Place = NOWHERE, minutes: int = 0) -> Document:
    """An entry's document."""
    return document(Entry(kind=kind, text=text, place=place), minutes)


def rating(label: str, value: int) -> Document:
    """A rating's document."""
    return document(Rating(rating="how", value=value, label=label, place=PLACE))


def mark(said: Any) -> Document:
    """The document of what was said of a question."""
    return document(Mark(mark=said, place=PLACE))


def reflection() -> Document:
    """A reflection's document."""
    progress = Progress(
        framework="peer",
        framework_title="Peer leadership",
        title="Rest",
        course=("rest",),
        at="close",
        state="enough",
        bring={"rest/question/when": "When did you last rest?"},
    )
    return document(progress)


def document(record: Kept, minutes: int = 0) -> Document:
    """A record's document, written so many minutes after the vectors' clock began."""
    when = Moment(WRITTEN.utc_ms + 60_000 * minutes, WRITTEN.offset, WRITTEN.zone)
    return documents.new(record, when)


def removed(days: int = 0) -> Document:
    """What a removal so many days ago says."""
    when = Moment(NOW.utc_ms - days * DAY_MS, NOW.offset, NOW.zone)
    return documents.moment_fields("deleted", when)


def draft(text: str) -> Document:
    """A draft's document."""
    fields = documents.progress_fields(
        Progress(
            framework="peer",
            framework_title="Peer leadership",
            title="Rest",
            course=("rest",),
            at="rest/question/when",
        )
    )
    fields |= documents.moment_fields("started", WRITTEN)
    fields |= {"kind": "draft", "schema": 1, "reflection": 7, "text": text, "cursor": len(text)}
    place = {f"place:{name}": getattr(PLACE, name) for name in PLACE.__struct_fields__}
    return fields | {"base": "", "entry_kind": "answer"} | place


def revision(name: str, parents: str, fields: Mapping[str, Any]) -> Document:
    """A revision named by one letter, with parents named so."""
    stamps = {"rev": name.encode() * 16, "parents": [one.encode() * 16 for one in parents]}
    return {**fields, **stamps}


# --- logs and key files --------------------------------------------------------------------------


def log_of(path: Path, name: str, *payloads: Any, key: bytes = PRIVATE_KEY) -> None:
    """Put a whole log with these payloads in the private one's place, under the same header."""
    header, _ = read_header(private_log(path).read_bytes())
    data = whole_log(header, key, [encode(one) for one in payloads], Hashed(name))
    private_log(path).write_bytes(data)


def frames_of(data: bytes) -> list[bytes]:
    """A log's frames."""
    found, at = [], HEADER_BYTES
    while at < len(data):
        stop = at + 72 + int.from_bytes(data[at + 16 : at + 20], "big")
        found.append(data[at:stop])
        at = stop
    return found


def flipped(path: Path, at: int) -> None:
    """Change a bit of a byte of a file."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def body_of(path: Path) -> dict[str, Any]:
    """The body of the key file."""
    body: dict[str, Any] = json.loads((path / KEY_FILES[0]).read_bytes().partition(b"\n")[0])
    return body


def granted(body: dict[str, Any], space: bytes, kind: int, key: bytes, epoch: int = 0) -> None:
    """Grant a space's key to the one member; ``rewritten(…, signed=True)`` then signs it."""
    info = bind("peercoach/1 space key", VAULT, space, epoch.to_bytes(4, "big"), MEMBER)
    sealed = seal.seal_for(KEYS.box_public, bytes([kind]) + key, info)
    grant = {"member": text(MEMBER), "by": text(MEMBER), "epoch": epoch}
    grant |= {"sealed": text(sealed), "signature": ""}
    entries = [one for one in body["spaces"] if one["id"] == text(space)]
    if not entries:
        entries = [{"id": text(space), "grants": []}]
        body["spaces"] += entries
    entries[0]["grants"].append(grant)


def in_epoch_one(body: dict[str, Any]) -> None:
    """A change of keys has begun: the body's epoch is 1, and each space has a key of it too."""
    body["epoch"], body["serial"] = 1, body["serial"] + 1
    info = bind("peercoach/1 vault secret", VAULT, bytes([0, 0, 0, 1]), MEMBER)
    body["members"][0]["secret"] = text(seal.seal_for(KEYS.box_public, SECRET, info))
    granted(body, PRIVATE, 1, NEW_PRIVATE_KEY, 1)
    granted(body, HEAL, 2, b"h" * 32, 1)


NEW_PRIVATE_KEY = b"p" * 32


def text(raw: bytes) -> str:
    """Bytes as the key file has them."""
    return base64.b64encode(raw).decode()


Build = Callable[[Path, str], object]
"""Changes a copy of the example at a path into the vector of a name."""


def copied(example: Path, to: Path) -> None:
    """A copy of the example, without its lock."""
    shutil.copytree(example, to, ignore=shutil.ignore_patterns("lock"))


def further_log(path: Path, name: str, space: bytes, key: bytes, payload: Any = ()) -> None:
    """The log of a further space, with one frame."""
    random = Hashed(name)
    header = Header(SPACE_LOG, VAULT, space, 0, 0, random(16), random(16))
    (path / "spaces" / f"{space.hex()}.log").write_bytes(
        whole_log(header, key, [encode(payload)], random)
    )


def moved_to_epoch(path: Path, name: str, epoch: int) -> None:
    """The private log anew under the new key; the drafts and the Heal log are still to come."""
    data = private_log(path).read_bytes()
    header, _ = read_header(data)
    found = scan(data, lambda head: file_key(PRIVATE_KEY, head))
    random = Hashed(name)
    fresh = replace(header, epoch=epoch, generation=1, file=random(16), marker=random(16))
    private_log(path).write_bytes(whole_log(fresh, NEW_PRIVATE_KEY, found.payloads, random))


def long_winded(value: Any) -> bytes:
    """MessagePack with the longest encoding of everything."""
    match value:
        case None | bool():
            return encode(value)
        case int():
            return b"\xd3" + value.to_bytes(8, "big", signed=True)
        case str():
            return b"\xdb" + len(value.encode()).to_bytes(4, "big") + value.encode()
        case bytes():
            return b"\xc6" + len(value).to_bytes(4, "big") + value
        case list():
            return b"\xdd" + len(value).to_bytes(4, "big") + b"".join(map(long_winded, value))
        case _:
            pairs = b"".join(long_winded(one) for pair in value.items() for one in pair)
            return b"\xdf" + len(value).to_bytes(4, "big") + pairs
