"""No damage ends ``docs/recover.py`` in a traceback, is passed over, or gets another name."""

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from docs import recover
from tests.recover.running import Here, words_in
from tests.vault.spec_example import PASSPHRASE, fixed_hpke
from tests.vault.spec_faults import KEY_FILES, PRIVATE, PRIVATE_KEY, VAULT, private_log, rewritten
from tests.vectors import building
from tests.vectors.building import FIRST, LATER
from tests.vectors.make import HERE, NOTEBOOK, folders

EXAMPLE = HERE / "example" / NOTEBOOK
PLACE = (1, VAULT, PRIVATE)


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    building.copied(EXAMPLE, tmp_path / "notebook")
    return tmp_path / "notebook"


def read_log(data: bytes) -> tuple[list[str], str]:
    """The texts in a log and what is wrong with it."""
    try:
        payloads, fault = recover.read_log(data, PLACE, 0, {0: PRIVATE_KEY})
    except recover.Refused as error:
        return [], error.kind
    return [one[2]["text"] for payload in payloads for one in recover.changes(payload, 3)], fault


def test_every_flipped_bit_of_a_log_is_noticed() -> None:
    """Each byte changed is named damage, and every text that is still shown is one that was kept.

    The nonce and what is sealed are covered by the frame's tag, all else by the chain.
    """
    data = private_log(EXAMPLE).read_bytes()
    assert read_log(data) == ([FIRST, LATER], "")

    for at in range(len(data)):
        harmed = bytearray(data)
        harmed[at] ^= 1 << at % 8

        texts, fault = read_log(bytes(harmed))

        assert fault, at
        assert texts in ([FIRST, LATER], [FIRST], [LATER], []), at


def test_every_truncation_of_a_log_is_noticed() -> None:
    """Cut anywhere, a log gives what stood whole before, and says so but at a frame's end."""
    data = private_log(EXAMPLE).read_bytes()
    whole = {776: [], 1376: [FIRST], 1976: [FIRST, LATER]}

    for size in range(len(data) + 1):
        texts, fault = read_log(data[:size])

        if size in whole:
            assert (texts, fault) == (whole[size], "")
        else:
            assert fault, size
            assert texts == ([FIRST] if size > 1376 else []), size


def test_every_damaged_byte_of_the_key_file_is_damage_and_no_wrong_passphrase(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A key file with any byte changed is not whole, and no key is derived to find that out."""
    data = (EXAMPLE / KEY_FILES[0]).read_bytes()
    mac_line = data.index(b'"mac"')

    for at in range(len(data)):
        harmed = bytearray(data)
        harmed[at] ^= 1 << at % 7

        file = recover.read_key_file(bytes(harmed))

        # The MAC itself is not under the hash: a change there is found out once a slot is open.
        assert file is None or (at > mac_line and file.mac.hex().encode() not in data), at


def test_a_changed_mac_is_a_forgery_and_no_wrong_passphrase() -> None:
    """With the right passphrase a changed MAC is called forged, with a wrong one it is not seen."""
    forged = HERE / "mac-changed" / NOTEBOOK

    kinds = []
    for typed in (PASSPHRASE, PASSPHRASE + "!"):
        with pytest.raises(recover.Refused) as refused:
            recover.read(forged, typed)
        kinds.append(refused.value.kind)

    assert kinds == ["keyring-forged", "wrong-passphrase"]


@pytest.mark.parametrize("typed", ["wrong passphrase", "", "3DDS", "\ud800 half a sign"])
def test_a_wrong_passphrase_is_never_called_damage(notebook: Path, typed: str) -> None:
    """Whatever is wrong with the logs, a wrong passphrase is called that and nothing else."""
    private_log(notebook).write_bytes(b"gone")

    with pytest.raises(recover.Refused) as refused:
        recover.read(notebook, typed)

    assert refused.value.kind == "wrong-passphrase"


@pytest.mark.parametrize("folder", folders(), ids=lambda one: str(one.name))
def test_no_vector_ends_in_a_traceback(
    folder: Path, here: Here, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run as a command, every vector ends with exit code 0 or 1 and a sentence."""
    told = msgspec.json.decode((folder / "vector.json").read_bytes())
    typed = told.get("passphrase") or told["spare_key"]

    code = here(folder / NOTEBOOK, typed, "--with-heal")

    said = capsys.readouterr()
    whole = "refused" not in told and not told["faults"]
    assert code == (0 if whole else 1)
    assert ("All that I read is whole" in said.out) == whole
    assert typed not in said.out + said.err


def test_what_is_left_after_damage_is_written(
    here: Here, capsys: pytest.CaptureFixture[str]
) -> None:
    """A damaged frame costs its own note; the others are written, and what happened is said."""
    code = here(HERE / "log-frame-damaged" / NOTEBOOK, PASSPHRASE)

    assert code == 1
    assert words_in(here.pages()["notes-2026.md"]) == [LATER]
    assert f"{PRIVATE.hex()}.log is damaged. What is whole in it was used." in (
        capsys.readouterr().out
    )


def test_drafts_are_read_though_the_private_log_is_lost(notebook: Path, here: Here) -> None:
    """Where the program refuses the whole notebook, the script still gets out the rest."""
    with building.opened(notebook, "drafts") as vault:
        vault.drafts.save("7", building.draft("still here"))
        vault.heal.commit({1: building.entry("and this")})
    private_log(notebook).unlink()

    code = here(notebook, PASSPHRASE, "--with-heal")

    assert code == 1
    assert words_in(here.pages()["unfinished.md"]) == ["still here"]
    assert words_in(here.pages()["heal.md"]) == ["and this"]


# --- payloads that verify and are odd ------------------------------------------------------------


def odd(source: random.Random, depth: int = 0) -> Any:
    """Some value that MessagePack can hold, names of real fields among them."""
    names = ("kind", "schema", "text", "rev", "parents", "deleted", "shredded", "written_at")
    more = ("written_offset", "written_zone", "deleted_at", "title", "state", "label", "ask")
    simple = [None, True, 0, -1, 2**62, 1.5, "note", "rating", "reflection", "", "x\ny", b"r" * 16]
    if depth > 2 or source.random() < 0.5:
        return source.choice(simple)
    if source.random() < 0.5:
        return [odd(source, depth + 1) for _ in range(source.randrange(3))]
    chosen = source.sample(names + more, source.randrange(1, 8))
    return {name: odd(source, depth + 1) for name in chosen}


def test_odd_documents_end_in_a_page_and_never_in_an_error() -> None:
    """Whatever a frame that verifies holds, it is told in some form or noted as damage."""
    source = random.Random(7)
    noted = told = 0

    for _ in range(3000):
        change = ["documents", source.choice([1, 2, None, "x"]), odd(source)]
        payload = msgspec.msgpack.encode([change, odd(source)][: source.randrange(1, 3)])
        space = recover.Space(recover.PRIVATE)
        try:
            for one in recover.changes(payload, 3):
                space.apply(*one)
        except ValueError:
            noted += 1
            continue
        pages, _ = recover.pages(recover.Notebook([], [space]), building.NOW.utc_ms)
        told += bool(pages)

    assert noted > 300
    assert told > 300


def test_bytes_that_are_no_messagepack_are_noted() -> None:
    """Random bytes, cut values and deep nesting are refused as no list of changes."""
    source = random.Random(8)
    whole = msgspec.msgpack.encode([["documents", 1, {"text": "x", "n": 1.5}]])
    tried = [source.randbytes(source.randrange(40)) for _ in range(2000)]
    tried += [whole[:size] for size in range(len(whole))]
    tried += [whole + b"\x00", b"\x91" * 200_000, b"\xdd\xff\xff\xff\xff", b"\xc1", b"\x91\xc7"]

    for payload in tried:
        try:
            found = recover.changes(payload, 3)
        except ValueError:
            continue
        assert all(len(one) == 3 for one in found)

    assert recover.changes(whole, 3) == [["documents", 1, {"text": "x", "n": 1.5}]]


def test_a_shared_space_has_its_own_page(notebook: Path, here: Here) -> None:
    """A space that several hold a key to is written apart from what is one's own."""
    space, key = b"s" * 16, b"k" * 32
    with fixed_hpke():
        rewritten(lambda body: building.granted(body, space, 3, key), signed=True)(notebook)
    note = building.revision("a", "", building.entry("Agreed together."))
    building.further_log(notebook, "shared", space, key, [("documents", 1, note)])

    code = here(notebook, PASSPHRASE)

    assert code == 0
    assert words_in(here.pages()["shared-1.md"]) == ["Agreed together."]
