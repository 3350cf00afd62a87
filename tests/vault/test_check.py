"""Checking: every kind of harm named, with a passphrase and without, and no byte changed."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from peercoach.errors import (
    KeyringDamaged,
    KeyringForged,
    KeyringMissing,
    NewerFormat,
    NotAVault,
    NoVault,
    WrongPassphrase,
)
from peercoach.vault import kdf, keyring
from peercoach.vault.check import Problem, Report, check
from peercoach.vault.format import HEADER_BYTES
from tests.vault import vaults
from tests.vault.forging import body_in, forged, put
from tests.vault.forging import replace as changed
from tests.vault.logs import frames
from tests.vault.vaults import PASSPHRASE, WRONG, Kept, flipped


@pytest.fixture(autouse=True)
def derived_once(monkeypatch: pytest.MonkeyPatch, template: Kept) -> None:
    """The passphrase's key is derived once for all of these tests."""
    real, known = kdf.from_passphrase, DERIVED

    def from_passphrase(passphrase: str, salt: bytes, profile: kdf.Profile) -> bytes:
        at = (passphrase, salt, profile)
        if at not in known:
            known[at] = real(passphrase, salt, profile)
        return known[at]

    monkeypatch.setattr(kdf, "from_passphrase", from_passphrase)


DERIVED: dict[tuple[str, bytes, kdf.Profile], bytes] = {}


def state(path: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file and folder: bytes, time of change, mode."""
    return {
        str(one): (
            one.read_bytes() if one.is_file() else b"",
            one.stat().st_mtime_ns,
            one.stat().st_mode,
        )
        for one in sorted([path, *path.rglob("*")])
    }


def rehead(path: Path, at: int, value: bytes) -> None:
    """Other header bytes, with checksums that fit."""
    data = path.read_bytes()
    one = data[:at] + value + data[at + len(value) : 84]
    path.write_bytes(2 * (one + struct.pack(">I", zlib.crc32(one))) + data[HEADER_BYTES:])


def flip(path: Path, bit: int) -> None:
    path.write_bytes(flipped(path.read_bytes(), bit))


def test_a_whole_vault(kept: Kept) -> None:
    """Nothing is wrong, with and without a passphrase; notes are counted only with one."""
    before = state(kept.path)

    assert check(kept.path) == Report((), None, None)
    assert check(kept.path, PASSPHRASE) == Report((), 4, 0)
    assert check(kept.path).ok

    assert state(kept.path) == before


def test_removed_notes_are_not_counted(kept: Kept) -> None:
    """Edits count once, removed notes not at all."""
    vault = kept.open()
    id = vaults.add(vault.private, "first")
    vault.private.commit({id: vaults.note("second")})
    gone = vaults.add(vault.private, "gone")
    vault.private.commit({}, removes=[gone])
    vault.private.table.insert({"kind": "k", "schema": 1})
    vault.lock()

    assert check(kept.path, PASSPHRASE).notes == 6


Harm = Callable[[Kept], object]
SPACE, HEAL, DRAFTS = "private", "heal", "drafts"
CASES: dict[str, tuple[Harm, str, str, str]] = {
    # what is done; where it shows; what is said without a passphrase; and with one
    "first key file damaged": (
        lambda kept: flip(kept.path / "keyring.json", 999),
        "keyring.json",
        "key-file-damaged",
        "key-file-damaged",
    ),
    "second key file damaged": (
        lambda kept: flip(kept.path / "keyring.2.json", 999),
        "keyring.2.json",
        "key-file-damaged",
        "key-file-damaged",
    ),
    "a key file missing": (
        lambda kept: (kept.path / "keyring.json").unlink(),
        "keyring.json",
        "key-file-missing",
        "key-file-missing",
    ),
    "a log missing": (lambda kept: kept.log.unlink(), SPACE, "log-missing", "log-missing"),
    "the Heal log missing": (
        lambda kept: kept.heal_log.unlink(),
        HEAL,
        "log-missing",
        "log-missing",
    ),
    "a frame in the middle": (
        lambda kept: flip(kept.log, 8 * 1_000),
        SPACE,
        "log-damaged",
        "log-damaged",
    ),
    "the last frame's seal": (lambda kept: flip(kept.log, 8 * 2_500), SPACE, "", "log-torn"),
    "drafts damaged": (
        lambda kept: flip(kept.drafts_log, 8 * 500),
        DRAFTS,
        "log-damaged",
        "log-damaged",
    ),
    "a torn end": (
        lambda kept: kept.log.write_bytes(
            kept.log.read_bytes() + frames(kept.log.read_bytes())[1][:99]
        ),
        SPACE,
        "log-torn",
        "log-torn",
    ),
    "a head cut off": (
        lambda kept: kept.log.write_bytes(kept.log.read_bytes() + b"\0" * 10),
        SPACE,
        "log-torn",
        "log-torn",
    ),
    "one header copy": (
        lambda kept: flip(kept.log, 200),
        SPACE,
        "log-header-mended",
        "log-header-mended",
    ),
    "a tail of zeros": (
        lambda kept: kept.log.write_bytes(kept.log.read_bytes() + bytes(4_096)),
        SPACE,
        "log-torn",
        "log-torn",
    ),
    "a whole frame after a lost one": (
        lambda kept: kept.log.write_bytes(without(kept.log.read_bytes(), -2)),
        SPACE,
        "log-damaged",
        "log-damaged",
    ),
    "no header": (
        lambda kept: kept.log.write_bytes(b"\0" * 3_000),
        SPACE,
        "log-damaged",
        "log-damaged",
    ),
    "no frame": (
        lambda kept: kept.log.write_bytes(kept.log.read_bytes()[:HEADER_BYTES]),
        SPACE,
        "log-damaged",
        "log-damaged",
    ),
    "another space's log": (
        lambda kept: kept.heal_log.write_bytes(kept.log.read_bytes()),
        HEAL,
        "log-damaged",
        "log-damaged",
    ),
    "a drafts log for notes": (
        lambda kept: kept.log.write_bytes(kept.drafts_log.read_bytes()),
        SPACE,
        "log-damaged",
        "log-damaged",
    ),
    "a newer log": (
        lambda kept: rehead(kept.log, 8, b"\0\2"),
        SPACE,
        "newer-format",
        "newer-format",
    ),
    "a later epoch": (
        lambda kept: rehead(kept.log, 44, b"\0\0\0\1"),
        SPACE,
        "keyring-stale",
        "keyring-stale",
    ),
    "two frames swapped": (
        lambda kept: kept.log.write_bytes(swapped(kept.log.read_bytes())),
        SPACE,
        "log-damaged",
        "log-damaged",
    ),
}


def swapped(data: bytes) -> bytes:
    one, two, three, *rest = frames(data)
    return data[:HEADER_BYTES] + b"".join([one, three, two, *rest])


def without(data: bytes, place: int) -> bytes:
    parts = frames(data)
    del parts[place]
    return data[:HEADER_BYTES] + b"".join(parts)


def inside(kept: Kept, where: str) -> str:
    """A path inside the vault, as a problem names it."""
    named = {SPACE: kept.log, HEAL: kept.heal_log, DRAFTS: kept.drafts_log}
    return str(named[where].relative_to(kept.path)) if where in named else where


@pytest.mark.parametrize("case", CASES)
def test_each_harm_is_named(kept: Kept, case: str) -> None:
    """Each kind of harm has its own name and place, alone, and looking changes nothing."""
    harm, where, without, with_key = CASES[case]
    harm(kept)
    before = state(kept.path)
    place = inside(kept, where)

    seen, known = check(kept.path), check(kept.path, PASSPHRASE)

    assert seen.problems == ((Problem(without, place),) if without else ())
    assert known.problems == (Problem(with_key, place),)
    assert (seen.notes, known.ok) == (None, False)
    assert state(kept.path) == before


def test_all_harms_at_once(kept: Kept) -> None:
    """Several problems are all said."""
    flip(kept.path / "keyring.json", 999)
    flip(kept.log, 8 * 1_000)
    kept.heal_log.unlink()
    flip(kept.drafts_log, 200)

    kinds = sorted(problem.kind for problem in check(kept.path, PASSPHRASE).problems)

    assert kinds == ["key-file-damaged", "log-damaged", "log-header-mended", "log-missing"]


def test_every_bit_of_structure_is_seen_without_a_key(kept: Kept) -> None:
    """Without a key, any bit of a log but the last frame's seal and nonce is noticed."""
    whole = kept.log.read_bytes()
    last = len(whole) - 600

    for bit in range(0, 8 * last, 41):
        kept.log.write_bytes(flipped(whole, bit))
        assert not check(kept.path).ok, bit


def test_key_files_that_differ(kept: Kept) -> None:
    """Two whole key files that say different things are a problem, however they differ."""
    older = (kept.path / "keyring.json").read_bytes()
    vault = kept.open()
    vault.make_spare_key()
    vault.lock()
    newer = (kept.path / "keyring.json").read_bytes()
    copy = body_in(kept.path)
    hand_made = forged(copy, changed(copy.keyring, owner=bytes(16)))
    problem = Problem("key-files-differ", "keyring.2.json")

    for other in (
        older,
        keyring.write(hand_made.body, hand_made.mac),
        keyring.write(copy.body, bytes(32)),
    ):
        (kept.path / "keyring.json").write_bytes(newer)
        (kept.path / "keyring.2.json").write_bytes(other)
        assert check(kept.path).problems == (problem,)
        assert check(kept.path, PASSPHRASE).problems == (problem,)


def test_what_can_not_be_checked(kept: Kept, tmp_path: Path) -> None:
    """What stops a check is an error of its own."""
    with pytest.raises(NoVault):
        check(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotAVault):
        check(tmp_path / "file")
    with pytest.raises(WrongPassphrase):
        check(kept.path, WRONG)

    copy = body_in(kept.path)
    put(kept.path, forged(copy, changed(copy.keyring, owner=bytes(16))))
    with pytest.raises(KeyringForged):
        check(kept.path, PASSPHRASE)
    body = copy.body.replace(b'"min_reader":1', b'"min_reader":9')
    put(kept.path, replace(copy, body=body))
    with pytest.raises(NewerFormat):
        check(kept.path)
    for name in ("keyring.json", "keyring.2.json"):
        (kept.path / name).write_bytes(b"{}\n{}\n")
    with pytest.raises(KeyringDamaged):
        check(kept.path)
    for name in ("keyring.json", "keyring.2.json"):
        (kept.path / name).unlink()
    with pytest.raises(KeyringMissing):
        check(kept.path)


def test_checked_while_it_is_open(kept: Kept) -> None:
    """A vault that a window has open can be checked, and is not disturbed."""
    vault = kept.open()
    vaults.add(vault.private, "open")

    assert check(kept.path, PASSPHRASE) == Report((), 5, 0)

    vaults.add(vault.private, "still open")
    vault.lock()


def test_a_log_that_can_not_be_read(kept: Kept) -> None:
    """A log that the disk won't give is named, and the rest is checked."""
    kept.log.unlink()
    kept.log.mkdir()

    report = check(kept.path, PASSPHRASE)

    assert report.problems == (Problem("write-failed", inside(kept, SPACE)),)
    assert report.notes == 1
