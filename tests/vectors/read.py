"""The vectors that a reader reads: how each is built, what it holds, and what the format says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peercoach.vault.format import read_header
from peercoach.vault.log import whole_log
from tests.vault.spec_example import DOCUMENT
from tests.vault.spec_faults import (
    PRIVATE_KEY,
    private_log,
)
from tests.vectors import building as b
from tests.vectors.building import FIRST, LATER, Build

Versions = Sequence[str]
Thing = tuple[str, dict[str, Any]]
"""The kind of a thing, and what it says by the names of its fields."""
ONE = ((LATER, FIRST),)
"""The note of the example: as it is, and as it was first."""
TYPOGRAPHIC = "“It’s enough,” she said – and it was… 🌱\n\n\tNa so. Ẹ kú iṣẹ́."


@dataclass(frozen=True)
class Vector:
    """``says`` stands in the specification, word for word. What it holds, as texts: a note is the
    version of now and then all others; ``faults`` are pairs of a kind and a file. ``kept`` counts
    what is of a kind or schema that is not known, or has a field that does not fit, and so is not
    shown; a thing that fits is none of these.
    """

    says: str
    build: Build = lambda path, name: None
    private: Sequence[Versions] = ONE
    heal: Sequence[Versions] = ()
    things: Sequence[Thing] = ()
    heal_things: Sequence[Thing] = ()
    deleted: Sequence[str] = ()
    drafts: Sequence[str] = ()
    heal_drafts: Sequence[str] = ()
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


def put(*documents: Any) -> Build:
    """Build with these documents committed one after the other, with the ids 1, 2, 3 …"""

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


def _heal_draft(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.heal_drafts.save("8", b.draft("let go"))
        vault.heal_drafts.save("7", b.draft("half"))
        vault.heal_drafts.save("7", b.draft("half, for me alone"))
        vault.heal_drafts.end("8")
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
    "marks": Vector(
        "`mark` is what the person said of a question in the wording of its place, and no note",
        put(b.mark("helped"), b.mark("jarred"), b.mark(""), {**b.mark(""), "mark": "puzzled"}),
        kept=1,
    ),
    "typographic-quotes": Vector(
        "A document is a map from text to nil, booleans, integers, floats, texts, bytes, or arrays",
        put(b.entry(TYPOGRAPHIC)),
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
    "draft-in-heal": Vector(
        "The Heal space's drafts log stands there only while a draft waits in it",
        _heal_draft,
        drafts=("half a sentence",),
        heal_drafts=("half, for me alone",),
    ),
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
        put({"kind": "song", "schema": 1, "text": "la la"}),
        kept=1,
    ),
    "schema-newer": Vector(
        "or with a `schema` above 1", put({**b.entry("From later."), "schema": 2}), kept=1
    ),
    "field-does-not-fit": Vector(
        "or whose fields do not fit", put({**b.entry("When?"), "written_at": "today"}), kept=1
    ),
    "field-unknown": Vector(
        "Unknown fields MUST be carried along when a document is edited.",
        put({**b.entry("With more."), "colour": "green"}),
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
}
