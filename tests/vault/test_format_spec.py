"""``docs/vault-format.md`` and the program say the same, byte for byte."""

import errno
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from peercoach.errors import WriteFailed
from peercoach.vault import kdf
from peercoach.vault.files import Files
from peercoach.vault.format import padded_size
from peercoach.vault.vault import Vault
from tests.vault import independent_keys, independent_primitives, spec_example
from tests.vault.independent_msgpack import unpack
from tests.vault.independent_primitives import Refused
from tests.vault.independent_reader import Notebook, read_vault
from tests.vault.spec_example import DOCUMENT, PASSPHRASE, SPEC, Example

SOURCE = Path(kdf.__file__).parent
LABEL = re.compile(r"peercoach/1 [a-z0-9 ]*[a-z0-9]")
Documents = dict[int, dict[str, Any]]


@pytest.fixture(autouse=True)
def derive_each_key_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "from_passphrase", _derived)
    monkeypatch.setattr(independent_keys, "stretch", _stretched)


_derived = cache(kdf.from_passphrase)
_stretched = cache(independent_primitives.stretch)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    return spec_example.make(tmp_path_factory.mktemp("example") / "notebook.vault")


class FailsOnce(Files):
    """A disk whose sync fails once, when told to: the next commit writes a new generation."""

    failing = False

    def sync(self, descriptor: int) -> None:
        if self.failing:
            self.failing = False
            raise OSError(errno.EIO, "the disk said no")
        super().sync(descriptor)


def note(text: str, **more: object) -> dict[str, Any]:
    return {"kind": "note", "schema": 1, "text": text, **more}


def current(vault: Vault) -> Documents:
    return dict(vault.private.documents())


def without_gone(found: Notebook) -> Documents:
    return found.current(1)


# --- the examples --------------------------------------------------------------------------------


def test_every_example_value_is_what_the_program_writes(example: Example) -> None:
    """Each named block of the specification holds what is recomputed from the vault on disk."""
    printed = spec_example.blocks()

    computed = spec_example.values(example)

    assert printed == computed


def test_values_of_the_example_stand_in_the_key_file(example: Example) -> None:
    """The values computed by the bare primitives are those that the program put into its file."""
    fields = independent_keys.read_key_file(example.first_key_file)
    found = {name: text.replace("\n", "") for name, text in spec_example.values(example).items()}

    assert fields is not None
    (member,) = fields.fields["members"]
    (slot,) = member["slots"]

    assert member["box"].hex() == found["x25519-public"]
    assert member["sign"].hex() == found["ed25519-public"]
    assert member["secret"].hex() == found["secret-sealed"]
    assert slot["commitment"].hex() == found["commitment"]
    assert slot["sealed"].hex() == found["slot-sealed"]


def test_the_example_reads_as_the_specification_tells_it(example: Example) -> None:
    """The second reader finds both texts of the example, by passphrase and by spare key."""
    by_passphrase = read_vault(example.path, passphrase=PASSPHRASE)
    by_spare_key = read_vault(example.path, spare_key=example.spare_key.lower().replace("0", "o"))

    assert by_passphrase == by_spare_key
    assert by_passphrase.name == "Sam"
    texts = [revision["text"] for revision in by_passphrase.revisions[1][DOCUMENT]]
    assert texts == ["Listen first.", "Listen first, then ask."]


def test_a_payload_of_the_example_is_the_change_it_is_said_to_be() -> None:
    """The printed payload decodes to one change of the table ``documents``."""
    payload = bytes.fromhex(spec_example.blocks()["second-payload"].replace("\n", ""))

    ((table, id, document),) = unpack(payload)

    assert (table, id, document["text"]) == ("documents", DOCUMENT, "Listen first.")


# --- labels, limits, fields ----------------------------------------------------------------------


def test_every_label_of_the_source_is_specified_and_no_other() -> None:
    """The labels in the vault's source are the labels in the specification's table and text."""
    literals = re.compile(r'b?"(peercoach/1 [^"]*)"')
    used = {
        label for file in SOURCE.glob("*.py") for label in literals.findall(file.read_text("utf-8"))
    }
    told = SPEC.read_text("utf-8")
    tabled = set(re.findall(r"^\| `(peercoach/1 [^`]*)` \|", told, re.MULTILINE))

    said = set(LABEL.findall(told))

    assert used
    assert used == tabled == said


def test_every_field_of_the_key_file_is_in_its_table_in_order(example: Example) -> None:
    """The program writes the fields of the specification's tables, in their order."""
    tables = {}
    for name, text in re.findall(r"^### (\w+)\n(.*?)(?=^#)", SPEC.read_text("utf-8"), re.M | re.S):
        tables[name.lower()] = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    body = json.loads(example.first_key_file.partition(b"\n")[0])
    (profile,) = body["profiles"].values()
    (member,) = body["members"]
    space = body["spaces"][0]

    written = {
        "body": body,
        "profile": profile,
        "member": member,
        "slot": member["slots"][0],
        "space": space,
        "grant": space["grants"][0],
    }

    assert {name: list(fields) for name, fields in written.items()} == {
        name: tables[name] for name in written
    }


@pytest.mark.parametrize("size", [0, 511, 512, 513, 4096, 4097, 70_000, 1_048_580, 4_000_001])
def test_padding_is_the_formula_of_the_specification(size: int) -> None:
    """Padded sizes are those of the formula: 512, or Padmé's."""
    exponent = max(size, 2).bit_length() - 1
    step = 2 ** (exponent - ((exponent).bit_length() - 1) - 1)
    told = 512 if size <= 512 else -(-size // step) * step

    assert padded_size(size) == told


# --- what the program writes, read by the second reader ------------------------------------------


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Vault, FailsOnce]]:
    files = FailsOnce()
    vault = Vault.create(tmp_path / "v", PASSPHRASE, name="Ayọ̀", profile=kdf.SMALL, files=files)
    yield vault, files
    vault.lock()


def test_edits_removals_and_returns_read_the_same(made: tuple[Vault, FailsOnce]) -> None:
    """Revisions, removals and what came back after one are the same to both readers."""
    vault, _ = made
    vault.private.commit({1: note("one"), 2: note("two", rating=4), 2**63 - 1: note("“three” 🌱")})
    vault.private.commit({1: note("one, again"), 3: note("x" * 70_000)}, [2])
    vault.private.commit({2: note("two is back", odd=[1.5, -40_000, None, True])})
    vault.private.commit({}, [3])
    vault.heal.commit({9: note("mine alone")})

    found = read_vault(vault.path, passphrase=PASSPHRASE)

    assert found.name == "Ayọ̀"
    assert without_gone(found) == current(vault)
    assert found.current(2) == dict(vault.heal.documents())
    assert {id: vault.private.versions(id) for id in (1, 2, 3)} == {
        id: found.revisions[1][id] for id in (1, 2, 3)
    }
    assert set(found.states.values()) == {"whole"}


def test_a_new_generation_reads_the_same(made: tuple[Vault, FailsOnce]) -> None:
    """After a failed sync the log is a new generation with the same revisions in it."""
    vault, files = made
    vault.private.commit({1: note("one"), 2: note("two")})
    vault.private.commit({1: note("one, again")}, [2])
    files.failing = True
    with pytest.raises(WriteFailed):
        vault.private.commit({3: note("never acknowledged")})

    vault.private.commit({4: note("four")})

    log = vault.path / "spaces" / f"{vault.private.id.hex()}.log"
    assert int.from_bytes(log.read_bytes()[48:52], "big") == 1
    found = read_vault(vault.path, passphrase=PASSPHRASE)
    assert without_gone(found) == current(vault)
    assert set(current(vault)) == {1, 4}
    assert {id: vault.private.versions(id) for id in (1, 2)} == {
        id: found.revisions[1][id] for id in (1, 2)
    }


def test_drafts_read_the_same_and_leave_when_they_end(made: tuple[Vault, FailsOnce]) -> None:
    """The last draft of each key is what both readers find; one that ended is found by neither."""
    vault, _ = made
    vault.drafts.save("7", {"kind": "draft", "text": "half a"})
    vault.drafts.save("7", {"kind": "draft", "text": "half a sentence"})
    vault.drafts.save("8", {"kind": "draft", "text": "another"})
    before = read_vault(vault.path, passphrase=PASSPHRASE).drafts

    vault.drafts.end("8")

    after = read_vault(vault.path, passphrase=PASSPHRASE).drafts
    assert before.keys() == {"7", "8"}
    assert after == vault.drafts.all() == {"7": {"kind": "draft", "text": "half a sentence"}}


def test_a_spare_key_opens_the_same(made: tuple[Vault, FailsOnce]) -> None:
    """A new spare key opens the vault for the second reader; the older one does not."""
    vault, _ = made
    vault.private.commit({1: note("one")})
    older = vault.make_spare_key()

    spare_key = vault.make_spare_key()

    assert without_gone(read_vault(vault.path, spare_key=spare_key)) == current(vault)
    with pytest.raises(Refused, match="wrong-spare-key"):
        read_vault(vault.path, spare_key=older)
