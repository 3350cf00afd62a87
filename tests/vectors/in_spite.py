"""The vectors that a reader reads in spite of something: damage, and what it does not know."""

from pathlib import Path
from typing import Any

from peercoach.vault.format import HEADER_BYTES
from tests.vault.spec_faults import KEY_FILES, SPARE_KEY, private_log, rewritten
from tests.vectors import building as b
from tests.vectors.building import DRAFTS, FIRST, HEAL_DRAFTS, HEAL_LOG, LATER, LOG
from tests.vectors.read import ONE, Vector, put


def _cut(path: Path, name: str) -> None:
    private_log(path).write_bytes(private_log(path).read_bytes()[:-100])


def _lost_frame(path: Path, name: str) -> None:
    put(b.entry("Lost."), b.entry("After it."))(path, name)
    data = private_log(path).read_bytes()
    frames = b.frames_of(data)
    del frames[-2]
    private_log(path).write_bytes(data[:HEADER_BYTES] + b"".join(frames))


def _swapped(path: Path, name: str) -> None:
    put(b.entry("One."), b.entry("Two."), b.entry("Three."))(path, name)
    data = private_log(path).read_bytes()
    frames = b.frames_of(data)
    frames[-1], frames[-2] = frames[-2], frames[-1]
    private_log(path).write_bytes(data[:HEADER_BYTES] + b"".join(frames))


def _of_another(path: Path, name: str) -> None:
    """A frame at the end that stood in this log once, in an earlier generation."""
    old = b.frames_of(private_log(path).read_bytes())[-1]
    with b.opened(path, name) as vault:
        vault.private._log.rewrite()
    private_log(path).write_bytes(private_log(path).read_bytes() + old)


def _older_second(path: Path, name: str) -> None:
    older = (path / KEY_FILES[0]).read_bytes()
    with b.opened(path, name) as vault:
        vault.keep_spare_key(SPARE_KEY)
    (path / KEY_FILES[1]).write_bytes(older)


def _first_forged(path: Path, name: str) -> None:
    good = (path / KEY_FILES[0]).read_bytes()
    rewritten(lambda body: body.update(serial=9))(path)
    forged = (path / KEY_FILES[0]).read_bytes()
    last = b"1" if forged[-4:-3] == b"0" else b"0"
    (path / KEY_FILES[0]).write_bytes(forged[:-4] + last + forged[-3:])
    (path / KEY_FILES[1]).write_bytes(good)


def _new_epoch(path: Path, name: str) -> None:
    rewritten(b.in_epoch_one, signed=True)(path)


def _in_new_epoch(path: Path, name: str) -> None:
    _new_epoch(path, name)
    b.moved_to_epoch(path, name, 1)


def _unknown_space(path: Path, name: str) -> None:
    rewritten(lambda body: b.granted(body, b"u" * 16, 9, b"k" * 32), signed=True)(path)
    b.further_log(path, name, b"u" * 16, b"k" * 32)


def _unknown_slot(path: Path, name: str) -> None:
    def change(body: dict[str, Any]) -> None:
        slot = dict(body["members"][0]["slots"][0], kind="card", profile="of the card")
        body["members"][0]["slots"].insert(0, slot)

    rewritten(change)(path)


def _other_order(path: Path, name: str) -> None:
    def change(body: dict[str, Any]) -> None:
        fields = list(body.items())
        body.clear()
        body.update(reversed(fields))

    rewritten(change)(path)


def _strangers(path: Path, name: str) -> None:
    for stranger in ("keyring.json.new", "spaces/notes.log.new", "desktop.ini"):
        (path / stranger).write_bytes(b"never finished")


IN_SPITE: dict[str, Vector] = {
    "log-end-torn": Vector(
        "reads what comes before *end*", _cut, private=((FIRST,),), faults=(("log-torn", LOG),)
    ),
    "log-last-frame-does-not-verify": Vector(
        "A last frame that is whole in length and does not verify can't be told from a torn write",
        lambda path, name: b.flipped(private_log(path), -1),
        private=((FIRST,),),
        faults=(("log-torn", LOG),),
    ),
    "log-frame-damaged": Vector(
        "take each frame that verifies by itself",
        lambda path, name: b.flipped(private_log(path), HEADER_BYTES + 700),
        private=((LATER,),),
        faults=(("log-damaged", LOG),),
    ),
    "log-frame-lost": Vector(
        "a frame at *end* that verifies by itself, and not in the chain, has lost one before it",
        _lost_frame,
        private=(*ONE, ("After it.",)),
        faults=(("log-damaged", LOG),),
    ),
    "log-frames-swapped": Vector(
        "in order of sequence",
        _swapped,
        private=(*ONE, ("One.",), ("Two.",), ("Three.",)),
        faults=(("log-damaged", LOG),),
    ),
    "log-frame-of-another-generation": Vector(
        "A frame *verifies* if its marker is the header's", _of_another, faults=(("log-torn", LOG),)
    ),
    "log-header-copy-damaged": Vector(
        "One damaged copy is no refusal.",
        lambda path, name: b.flipped(private_log(path), 20),
        faults=(("log-header-mended", LOG),),
    ),
    "heal-log-missing": Vector(
        "A log of another space that is missing or `log-damaged` MUST NOT keep the vault from "
        "opening; it is said.",
        lambda path, name: (path / HEAL_LOG).unlink(),
        faults=(("log-missing", HEAL_LOG),),
    ),
    "heal-log-damaged": Vector(
        "A log of another space that is missing or `log-damaged` MUST NOT keep the vault from "
        "opening; it is said.",
        lambda path, name: (path / HEAL_LOG).write_bytes(b"gone"),
        faults=(("log-damaged", HEAL_LOG),),
    ),
    "drafts-damaged": Vector(
        "Nothing that is wrong with a drafts log keeps a vault from opening, but a newer format.",
        lambda path, name: (path / DRAFTS).write_bytes(b"gone"),
        faults=(("log-damaged", DRAFTS),),
    ),
    "drafts-in-heal-damaged": Vector(
        "Nothing that is wrong with a drafts log keeps a vault from opening, but a newer format.",
        lambda path, name: (path / HEAL_DRAFTS).write_bytes(b"gone"),
        faults=(("log-damaged", HEAL_DRAFTS),),
    ),
    "key-file-copy-damaged": Vector(
        "A copy is *whole* if it has this form, its SHA-256 fits, and its body fits the tables",
        lambda path, name: b.flipped(path / KEY_FILES[0], 50),
        faults=(("key-file-damaged", KEY_FILES[0]),),
    ),
    "key-file-copy-missing": Vector(
        "A reader reads both.",
        lambda path, name: (path / KEY_FILES[1]).unlink(),
        faults=(("key-file-missing", KEY_FILES[1]),),
    ),
    "key-file-copy-older": Vector(
        "Of two whole copies the one with the greater `serial` is used",
        _older_second,
        faults=(("key-files-differ", KEY_FILES[1]),),
    ),
    "key-file-copy-forged": Vector(
        "If that copy is refused as `keyring-forged`, the other is tried",
        _first_forged,
        faults=(("key-files-differ", KEY_FILES[1]),),
    ),
    "key-file-fields-in-another-order": Vector(
        "A reader MUST accept the fields in any order", _other_order
    ),
    "slot-of-unknown-kind": Vector(
        "A reader MUST leave slots of any other kind untried and as they are.", _unknown_slot
    ),
    "space-of-unknown-kind": Vector(
        "A reader MUST keep a space of any other kind as it is, and MUST NOT refuse the vault",
        _unknown_space,
    ),
    "epoch-change-begun": Vector(
        "A reader MUST be able to read a key file in which a member holds the keys of several "
        "epochs of a space",
        _new_epoch,
    ),
    "epoch-change-half-done": Vector(
        "a log's header names the epoch of the key that the log stands under.", _in_new_epoch
    ),
    "names-not-listed": Vector(
        "A reader MUST ignore names that this table does not list.", _strangers
    ),
}
