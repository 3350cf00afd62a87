"""Each refusal of ``docs/vault-format.md``, by both readers; and what is torn, damaged, forked."""

import os
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import PeercoachError
from peercoach.vault import kdf
from peercoach.vault.format import read_header
from peercoach.vault.log import whole_log
from peercoach.vault.space_changes import encode
from peercoach.vault.vault import Vault
from tests.vault import independent_keys, independent_primitives, spec_example
from tests.vault.independent_primitives import Refused
from tests.vault.independent_reader import read_vault
from tests.vault.spec_example import DOCUMENT, PASSPHRASE, SPEC, Example
from tests.vault.spec_faults import FAULTS, PRIVATE_KEY, SPARE_KEY, Fault, private_log

_ROW = re.compile(r"^\| (R\d+) \| .+ \| `([a-z-]+)` \|$", re.MULTILINE)
TABLE = dict(_ROW.findall(SPEC.read_text("utf-8")))
BY_WRITERS = {"R4", "R30", "R31", "R32", "R33", "R34"}
EACH = [
    pytest.param(row, fault, id=f"{row}-{number}")
    for row, faults in FAULTS.items()
    for number, fault in enumerate(faults)
]
_derived = cache(kdf.from_passphrase)
_stretched = cache(independent_primitives.stretch)


@pytest.fixture(autouse=True)
def derive_each_key_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "from_passphrase", _derived)
    monkeypatch.setattr(independent_keys, "stretch", _stretched)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    return spec_example.make(tmp_path_factory.mktemp("example") / "notebook.vault")


@pytest.fixture
def path(example: Example, tmp_path: Path) -> Path:
    shutil.copytree(example.path, tmp_path / "notebook.vault")
    return tmp_path / "notebook.vault"


def refused(vault: Path, fault: Fault) -> tuple[str, str]:
    """The kinds that the second reader and the program give; empty text for none."""
    by_reader = by_program = ""
    try:
        read_vault(vault, passphrase=fault.passphrase, spare_key=fault.spare_key)
    except Refused as error:
        by_reader = error.kind
    try:
        Vault.open(vault, fault.passphrase, spare_key=fault.spare_key).lock()
    except PeercoachError as error:
        by_program = error.kind
    return by_reader, by_program


# --- refusals ------------------------------------------------------------------------------------


def test_every_row_of_the_table_is_exercised_here() -> None:
    """The table's rows are the faults and the writers' refusals below, none more and none less."""
    numbers = [f"R{number}" for number in range(1, len(TABLE) + 1)]

    assert list(TABLE) == numbers
    assert not FAULTS.keys() & BY_WRITERS
    assert FAULTS.keys() | BY_WRITERS == set(numbers)


@pytest.mark.parametrize(("row", "fault"), EACH)
def test_both_readers_refuse_by_the_name_in_the_table(path: Path, row: str, fault: Fault) -> None:
    """A vault with this fault is refused by both readers, under the kind of its row."""
    assert refused(path, Fault(lambda _: None)) == ("", "")

    fault.harm(path)

    assert refused(path, fault) == (TABLE[row], TABLE[row])


@pytest.mark.parametrize("row", ["R5", "R6", "R7", "R8", "R9", "R10"])
def test_these_are_refused_before_a_key_is_derived(
    path: Path, row: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No passphrase is ever stretched for a key file that is damaged, newer or absurd."""

    def never(*_: object) -> bytes:
        raise AssertionError("a key was derived")

    monkeypatch.setattr(kdf, "from_passphrase", never)
    monkeypatch.setattr(independent_keys, "stretch", never)
    FAULTS[row][0].harm(path)

    assert refused(path, FAULTS[row][0]) == (TABLE[row], TABLE[row])


def test_what_a_writer_refuses_while_another_has_the_vault(path: Path) -> None:
    """R4: a second writer is refused while the first has the vault open."""
    first = Vault.open(path, PASSPHRASE)

    with pytest.raises(PeercoachError) as error:
        Vault.open(path, PASSPHRASE)

    first.lock()
    assert error.value.kind == TABLE["R4"]


def test_a_damaged_log_takes_no_more(path: Path) -> None:
    """R30: what is damaged is read by both, and not written to."""
    _damage_the_second_frame(path)
    vault = Vault.open(path, PASSPHRASE)

    with pytest.raises(PeercoachError) as error:
        vault.private.commit({1: {"kind": "note", "schema": 1, "text": "new"}})

    vault.lock()
    assert error.value.kind == TABLE["R30"]


def test_a_log_replaced_under_its_path_takes_no_more(path: Path) -> None:
    """R31: nothing is written to a file that no longer stands at its path."""
    vault = Vault.open(path, PASSPHRASE)
    copy = path / "spaces" / "copy"
    shutil.copy(private_log(path), copy)
    os.replace(copy, private_log(path))

    with pytest.raises(PeercoachError) as error:
        vault.private.commit({1: {"kind": "note", "schema": 1, "text": "new"}})

    vault.lock()
    assert error.value.kind == TABLE["R31"]


def test_a_document_over_the_limit_is_not_kept(path: Path) -> None:
    """R32: a document over 1 MiB and 64 KiB is refused, and the log stays as it is."""
    vault = Vault.open(path, PASSPHRASE)
    before = private_log(path).read_bytes()

    with pytest.raises(PeercoachError) as error:
        vault.private.commit({1: {"kind": "note", "schema": 1, "text": "x" * (1024 + 64) * 1024}})

    vault.lock()
    assert error.value.kind == TABLE["R32"]
    assert private_log(path).read_bytes() == before


@pytest.mark.parametrize("passphrase", ["seven 7", "  seven 7  ", ""])
def test_a_short_passphrase_makes_no_vault(tmp_path: Path, passphrase: str) -> None:
    """R33: fewer than 8 characters, spaces at the ends apart, make no vault."""
    with pytest.raises(PeercoachError) as error:
        Vault.create(tmp_path / "v", passphrase, profile=kdf.SMALL)

    assert error.value.kind == TABLE["R33"]
    assert not (tmp_path / "v").exists()


def test_no_vault_is_made_over_something(path: Path) -> None:
    """R34: a vault is not made where something stands."""
    with pytest.raises(PeercoachError) as error:
        Vault.create(path, PASSPHRASE, profile=kdf.SMALL)

    assert error.value.kind == TABLE["R34"]


# --- what is no refusal --------------------------------------------------------------------------


def _damage_the_second_frame(path: Path) -> None:
    data = bytearray(private_log(path).read_bytes())
    data[176 + 600 + 100] ^= 1
    private_log(path).write_bytes(data)


def _both(path: Path) -> tuple[str, Any, Any]:
    """The private log's state by the second reader, and the documents by each."""
    found = read_vault(path, passphrase=PASSPHRASE)
    state = found.states[f"spaces/{private_log(path).name}"]
    vault = Vault.open(path, PASSPHRASE)
    shown = dict(vault.private.documents())
    vault.lock()
    return state, found.current(1), shown


@pytest.mark.parametrize("cut", [1, 100, 528, 529, 599])
def test_a_torn_end_is_left_out_by_both(path: Path, cut: int) -> None:
    """A last frame that was cut off leaves both readers with what stood before it."""
    data = private_log(path).read_bytes()
    private_log(path).write_bytes(data[:-cut])

    state, by_reader, by_program = _both(path)

    assert state == "torn"
    assert by_reader == by_program
    assert by_program[DOCUMENT]["text"] == "Listen first."
    (aside,) = (path / "set-aside").iterdir()
    assert re.fullmatch(rf"{private_log(path).stem}-0-1376-[0-9a-f]{{8}}\.torn", aside.name)
    assert aside.read_bytes() == data[1376:-cut]


def test_a_damaged_frame_is_salvaged_alike(path: Path) -> None:
    """A damaged frame in the middle costs both readers that frame and no later one."""
    _damage_the_second_frame(path)

    state, by_reader, by_program = _both(path)

    assert state == "damaged"
    assert by_reader == by_program
    assert by_program[DOCUMENT]["text"] == "Listen first, then ask."


def test_one_whole_copy_is_enough(path: Path) -> None:
    """One damaged copy of the key file, and one of a log's header, keep neither reader out."""
    (path / "keyring.json").write_bytes(b"gone")
    data = bytearray(private_log(path).read_bytes())
    data[100] ^= 1
    private_log(path).write_bytes(data)

    state, by_reader, by_program = _both(path)

    assert state == "whole"
    assert by_reader == by_program
    assert (path / "keyring.json").read_bytes() == (path / "keyring.2.json").read_bytes()


def test_a_last_frame_that_lost_the_one_before_is_no_torn_end(path: Path) -> None:
    """With the second-to-last frame gone, both call the log damaged and both show the last note."""
    note = {"kind": "note", "schema": 1, "rev": b"a" * 16, "parents": []}
    header, _ = read_header(private_log(path).read_bytes())
    payloads = [encode([("documents", id, note | {"text": str(id)})]) for id in (5, 6, 7)]
    logs = [whole_log(header, PRIVATE_KEY, payloads[:n], lambda size: b"\7" * size) for n in (1, 2)]
    whole = whole_log(header, PRIVATE_KEY, payloads, lambda size: b"\7" * size)
    private_log(path).write_bytes(logs[0] + whole[len(logs[1]) :])

    state, by_reader, by_program = _both(path)

    assert state == "damaged"
    assert by_reader == by_program
    assert sorted(by_program) == [5, 7]
    assert not (path / "set-aside").exists()


@pytest.mark.parametrize("late", [b"\x01", b"\xfe"])
@pytest.mark.parametrize("gone", [False, True])
def test_of_two_heads_both_readers_show_the_same(path: Path, late: bytes, gone: bool) -> None:
    """Of two revisions with one parent, a living one comes first, then the greater."""
    first = {"kind": "note", "schema": 1, "text": "first", "rev": b"a" * 16, "parents": []}
    heads = [
        first | {"text": "one", "rev": b"\x80" * 16, "parents": [b"a" * 16]},
        first | {"text": "other", "rev": late * 16, "parents": [b"a" * 16]},
    ]
    if gone:
        heads[1] |= {"deleted": True}
    header, _ = read_header(private_log(path).read_bytes())
    payloads = [encode([("documents", 5, revision)]) for revision in (first, *heads)]
    private_log(path).write_bytes(whole_log(header, PRIVATE_KEY, payloads, os.urandom))

    _, by_reader, by_program = _both(path)

    assert by_reader == by_program
    assert by_program[5]["text"] == ("other" if late == b"\xfe" and not gone else "one")


@pytest.mark.parametrize(
    ("order", "shown"),
    [("axye", "x"), ("ayxe", "x"), ("ayex", "x"), ("axe", "e"), ("ax", "x"), ("xaye", "x")],
)
def test_heads_are_the_same_in_every_order(path: Path, order: str, shown: str) -> None:
    """In any order of the branches the greater head is shown; one with lost parents comes last."""
    parents: dict[str, list[bytes]] = {
        "a": [],
        "x": [b"a" * 16],
        "y": [b"a" * 16],
        "e": [b"y" * 16],
    }
    revisions = [
        {"kind": "note", "text": name, "rev": name.encode() * 16, "parents": parents[name]}
        for name in order
    ]
    header, _ = read_header(private_log(path).read_bytes())
    payloads = [encode([("documents", 5, revision)]) for revision in revisions]
    private_log(path).write_bytes(whole_log(header, PRIVATE_KEY, payloads, os.urandom))

    _, by_reader, by_program = _both(path)

    assert by_reader == by_program
    assert by_program[5]["text"] == shown


def test_the_spare_key_of_the_faults_is_the_example_s(example: Example) -> None:
    """The spare key that the faults begin from opens the example."""
    assert example.spare_key == SPARE_KEY
    assert read_vault(example.path, spare_key=SPARE_KEY).name == "Sam"
