"""The vectors that a reader reads: how each is built, what it holds, and what the format says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercoach.vault.format import HEADER_BYTES, read_header
from peercoach.vault.log import whole_log
from tests.vault.spec_example import DOCUMENT
from tests.vault.spec_faults import (
    HEAL,
    KEY_FILES,
    PRIVATE,
    PRIVATE_KEY,
    SPARE_KEY,
    private_log,
    rewritten,
)
from tests.vectors import building as b
from tests.vectors.building import FIRST, LATER, Build

Versions = Sequence[str]
ONE = ((LATER, FIRST),)
"""The note of the example: as it is, and as it was first."""
LOG = f"spaces/{PRIVATE.hex()}.log"
HEAL_LOG = f"spaces/{HEAL.hex()}.log"
DRAFTS = f"drafts/{PRIVATE.hex()}.log"
TYPOGRAPHIC = "“It’s enough,” she said – and it was… 🌱\n\n\tNa so. Ẹ kú iṣẹ́."


@dataclass(frozen=True)
class Vector:
    """``says`` stands in the specification, word for word. What it holds, as texts: a note is the
    version of now and then all others; ``faults`` are pairs of a kind and a file.
    """

    says: str
    build: Build = lambda path, name: None
    private: Sequence[Versions] = ONE
    heal: Sequence[Versions] = ()
    deleted: Sequence[str] = ()
    drafts: Sequence[str] = ()
    kept: int = 0
    faults: Sequence[tuple[str, str]] = ()
    spare_key: str = ""
    fresh: bool = field(default=False)


# --- documents -----------------------------------------------------------------------------------


def _every_kind(path: Path, name: str) -> None:
    kinds = ("answer", "note", "example", "words", "coaching", "step")
    with b.opened(path, name) as vault:
        puts = {
            n + 1: b.entry(f"In an entry of kind {kind}.", kind, b.PLACE, n)
            for n, kind in enumerate(kinds)
        }
        vault.private.commit({**puts, 10: b.rating("Now and then", 2), 11: b.reflection()})
        vault.heal.commit({20: b.entry("For me alone.")})


def _put(*documents: Any) -> Build:
    def build(path: Path, name: str) -> None:
        with b.opened(path, name) as vault:
            for number, document in enumerate(documents):
                vault.private.commit({number + 1: document})

    return build


def _removed(days: int) -> Build:
    def build(path: Path, name: str) -> None:
        with b.opened(path, name) as vault:
            vault.private.commit({1: b.entry("I said too much.")})
            vault.private.commit({}, [1], b.removed(days))

    return build


def _brought_back(path: Path, name: str) -> None:
    _removed(1)(path, name)
    with b.opened(path, name + " again") as vault:
        vault.private.commit({1: b.entry("I said enough.")})


def _shredded(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.private.commit({1: b.entry("Gone for good.")})
        vault.private.shred([1], b.removed())


def _shred_first(path: Path, name: str) -> None:
    mark = {"kind": "note", "schema": 1, "deleted": True, "shredded": True, **b.removed()}
    late = b.revision("b", "a", b.entry("Written where the mark was not known."))
    kept = b.revision("k", "", b.entry("Kept."))
    changes = [b.revision("a", "", b.entry("Gone.")), b.revision("m", "", mark), late]
    b.log_of(path, name, [("documents", 2, kept)], *([("documents", 1, one)] for one in changes))


def _only_this(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        kept = vault.private.get(DOCUMENT)
        assert kept is not None
        vault.private.keep_only(DOCUMENT, {**kept, "text": "Only this."})


def _generation(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.private.commit({1: b.entry("Written before.")})
        vault.private._log.rewrite()
        vault.private.commit({2: b.entry("Written after.")})


def _draft(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.drafts.save("7", b.draft("half"))
        vault.drafts.save("7", b.draft("half a sentence"))


def _heads(*revisions: tuple[str, str, str]) -> Build:
    """A log of one document; each revision is a letter, its parents' letters, its text."""

    def build(path: Path, name: str) -> None:
        changes = []
        for letter, parents, text in revisions:
            gone = {"kind": "note", "schema": 1, "deleted": True, **b.removed()}
            changes.append(b.revision(letter, parents, b.entry(text) if text else gone))
        b.log_of(path, name, [], *([("documents", 1, one)] for one in changes))

    return build


def _other_table(path: Path, name: str) -> None:
    note = b.revision("a", "", b.entry("A note."))
    b.log_of(path, name, [("plans", 1, {"text": "later"}), ("documents", 1, note)])


def _foreign_encodings(path: Path, name: str) -> None:
    """Every number as long as it may be written, every text and array with a four-byte size."""
    note = b.revision("a", "", b.entry("Long-winded."))
    b.log_of(path, name, [])
    header, _ = read_header(private_log(path).read_bytes())
    payload = b.long_winded([["documents", 1, note]])
    log = whole_log(header, PRIVATE_KEY, [b"\x90", payload], b.Hashed(name))
    private_log(path).write_bytes(log)


# --- damage --------------------------------------------------------------------------------------


def _cut(path: Path, name: str) -> None:
    private_log(path).write_bytes(private_log(path).read_bytes()[:-100])


def _lost_frame(path: Path, name: str) -> None:
    _put(b.entry("Lost."), b.entry("After it."))(path, name)
    data = private_log(path).read_bytes()
    frames = b.frames_of(data)
    del frames[-2]
    private_log(path).write_bytes(data[:HEADER_BYTES] + b"".join(frames))


def _swapped(path: Path, name: str) -> None:
    _put(b.entry("One."), b.entry("Two."), b.entry("Three."))(path, name)
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


VECTORS: dict[str, Vector] = {
    "empty": Vector("the first MAY hold an empty list of changes", b.new, private=(), fresh=True),
    "example": Vector("an array of *changes*, all kept or none"),
    "spare-key": Vector(
        "A member has any number of passphrase slots and at most one of kind `spare-key`.",
        spare_key="3dds qq0w bjed t7ax kqf1 wqmy vwr9 fjo7",
    ),
    "every-kind": Vector(
        "All documents of a space have the fields of section 11.",
        _every_kind,
        private=(
            *ONE,
            ("In an entry of kind answer.",),
            ("In an entry of kind note.",),
            ("In an entry of kind example.",),
            ("In an entry of kind words.",),
            ("In an entry of kind coaching.",),
            ("In an entry of kind step.",),
            ("Now and then",),
        ),
        heal=(("For me alone.",),),
    ),
    "typographic-quotes": Vector(
        "A document is a map from text to nil, booleans, integers, floats, texts, bytes, or arrays",
        _put(b.entry(TYPOGRAPHIC)),
        private=(*ONE, (TYPOGRAPHIC,)),
    ),
    "deleted": Vector("The earlier revisions stay.", _removed(1), deleted=("I said too much.",)),
    "deleted-thirty-days-ago": Vector(
        "A document that was removed thirty days ago or more is to be deleted for good",
        _removed(30),
    ),
    "deleted-and-brought-back": Vector(
        "A later revision that names the removal as its parent brings the document back.",
        _brought_back,
        private=(*ONE, ("I said enough.", "I said too much.")),
    ),
    "deleted-for-good": Vector("it is all there is of the document", _shredded),
    "deleted-for-good-and-edited-beside": Vector(
        "a reader MUST NOT show any other revision of it, wherever it stands in the log",
        _shred_first,
        private=(("Kept.",),),
    ),
    "earlier-versions-emptied": Vector(
        "what an earlier revision said was deleted for good", _only_this, private=(("Only this.",),)
    ),
    "second-generation": Vector(
        "under a new file id and marker, with the generation one greater and sequence from 0",
        _generation,
        private=(*ONE, ("Written before.",), ("Written after.",)),
    ),
    "draft": Vector("The last one for a key counts.", _draft, drafts=("half a sentence",)),
    "two-heads": Vector(
        "else the one whose `rev` is the greater when compared byte by byte",
        _heads(("a", "", "Begun."), ("z", "a", "On the laptop."), ("c", "a", "At work.")),
        private=(("On the laptop.", "At work.", "Begun."),),
    ),
    "two-heads-one-removed": Vector(
        "a reader that can show only one MUST show a living one before a removal",
        _heads(("a", "", "Begun."), ("b", "a", "Edited."), ("z", "a", "")),
        private=(("Edited.", "Begun."),),
    ),
    "parents-lost": Vector(
        "a revision that names parents, none of which stands before it in the log, is read as if "
        "it named every head before it",
        _heads(("z", "", "Before."), ("b", "y", "After what was lost.")),
        private=(("After what was lost.", "Before."),),
    ),
    "kind-unknown": Vector(
        "A document of another `kind`, or with a `schema` above 1, or whose fields do not fit, "
        "MUST be kept as it is and is not shown.",
        _put({"kind": "song", "schema": 1, "text": "la la"}),
        kept=1,
    ),
    "schema-newer": Vector(
        "or with a `schema` above 1", _put({**b.entry("From later."), "schema": 2}), kept=1
    ),
    "field-does-not-fit": Vector(
        "or whose fields do not fit", _put({**b.entry("When?"), "written_at": "today"}), kept=1
    ),
    "field-unknown": Vector(
        "Unknown fields MUST be carried along when a document is edited.",
        _put({**b.entry("With more."), "colour": "green"}),
        private=(*ONE, ("With more.",)),
    ),
    "table-unknown": Vector(
        "A reader MUST keep tables, kinds, schemas and fields that it does not know",
        _other_table,
        private=(("A note.",),),
    ),
    "encodings-long": Vector(
        "A reader MUST accept every encoding of a value that MessagePack allows",
        _foreign_encodings,
        private=(("Long-winded.",),),
    ),
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
        "A change of keys writes a key file with the old keys and the new and the greater `epoch` "
        "first",
        _new_epoch,
    ),
    "epoch-change-half-done": Vector(
        "A log's header names the epoch of the key that it is written under.", _in_new_epoch
    ),
    "names-not-listed": Vector(
        "A reader MUST ignore names that this table does not list.", _strangers
    ),
}
