"""What a check says besides: what damage costs, backups, what lies beside; that it only looks."""

import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from peercoach.vault import check_log
from peercoach.vault.check import Part, Problem, Report, check, newest_whole_backup
from peercoach.vault.check_log import Lost
from peercoach.vault.files import Files
from peercoach.vault.format import FRAME, HEADER_BYTES
from tests.vault import vaults
from tests.vault.logs import frames
from tests.vault.test_check import derived_once as derived_once
from tests.vault.test_check import state
from tests.vault.vaults import PASSPHRASE, Kept, flipped


def backed_up(kept: Kept, name: str = "2026-03-14") -> Path:
    """A copy of the vault among its backups."""
    to = kept.path / "backups" / name
    shutil.copytree(kept.path, to, ignore=shutil.ignore_patterns("backups"))
    return to


def damage(kept: Kept, number: int) -> None:
    """Change one bit of what the frame of this number seals."""
    data = kept.log.read_bytes()
    at = HEADER_BYTES + sum(map(len, frames(data)[:number])) + FRAME.size + 5
    kept.log.write_bytes(flipped(data, 8 * at))


def deep(kept: Kept) -> Report:
    return check(kept.path, PASSPHRASE, references=names)


def names(document: Mapping[str, Any]) -> list[int]:
    return [document["of"]] if "of" in document else []


def log_problem(report: Report) -> Problem:
    [problem] = [one for one in report.problems if one.where.startswith("spaces/")]
    return problem


def parts(report: Report, what: str) -> list[Part]:
    return [part for part in report.parts if part.what == what]


# --- what it costs -------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 2])
def test_each_lost_frame_is_counted(kept: Kept, number: int) -> None:
    """A frame that is damaged is counted, with a passphrase and without; the rest are living."""
    damage(kept, number)

    seen, known = check(kept.path), deep(kept)

    assert log_problem(seen).lost.frames == log_problem(known).lost.frames == 1
    assert log_problem(known).lost.known
    assert known.notes == 3


def test_several_lost_frames(kept: Kept) -> None:
    """Frames that are gone altogether, and one that is damaged, are counted each."""
    vault = kept.open()
    for number in range(6):
        vaults.add(vault.private, f"more {number}")
    vault.lock()
    data = kept.log.read_bytes()
    whole = frames(data)
    kept.log.write_bytes(data[:HEADER_BYTES] + b"".join(whole[:3] + whole[5:]))
    damage(kept, 5)

    assert log_problem(deep(kept)).lost.frames == 3


def test_a_lost_version_is_named(kept: Kept) -> None:
    """Where an earlier version is lost, it is said of which note; the note itself stands."""
    vault = kept.open()
    id = vaults.add(vault.private, "first")
    vault.private.commit({id: vaults.note("second")})
    vaults.add(vault.private, "another")
    vault.lock()
    damage(kept, 4)

    lost = log_problem(deep(kept)).lost

    assert (lost.frames, lost.versions, lost.notes) == (1, (id,), ())


def test_a_lost_note_is_named_where_another_names_it(kept: Kept) -> None:
    """A note that something whole points at, and that is gone, is named."""
    vault = kept.open()
    id = vaults.add(vault.private, "answer")
    vaults.add(vault.private, "progress", of=id)
    vaults.add(vault.private, "another", of=0)
    vault.lock()
    damage(kept, 4)

    lost = log_problem(deep(kept)).lost

    assert (lost.frames, lost.notes, lost.versions) == (1, (id,), ())


def test_removed_notes_are_not_called_lost(kept: Kept) -> None:
    """What was removed or deleted for good is not gone by damage."""
    vault = kept.open()
    ids = [vaults.add(vault.private, f"n{n}") for n in range(2)]
    vaults.add(vault.private, "names them", of=ids[0])
    vaults.add(vault.private, "names them", of=ids[1])
    vault.private.commit({}, removes=ids[:1])
    vault.private.shred(ids[1:], {})
    vaults.add(vault.private, "last")
    vault.lock()
    damage(kept, 3)

    assert log_problem(deep(kept)).lost.notes == ()


def test_what_can_not_be_read_at_all(kept: Kept) -> None:
    """Of a log without a header nothing is known, and it isn't said that nothing is lost."""
    kept.log.write_bytes(bytes(3_000))

    for report in (check(kept.path), deep(kept)):
        assert log_problem(report).lost == Lost()
        assert not log_problem(report).lost.known


def test_rubbish_at_the_end_counts(kept: Kept) -> None:
    """Bytes after the last frame that are none were a frame once, where more is amiss."""
    kept.log.write_bytes(kept.log.read_bytes() + b"\7" * 700)
    damage(kept, 1)

    assert log_problem(deep(kept)).lost.frames == 2


def test_nothing_lost_where_frames_stand_twice(kept: Kept) -> None:
    """A frame written once more is damage, and costs nothing."""
    data = kept.log.read_bytes()
    whole = frames(data)
    kept.log.write_bytes(data[:HEADER_BYTES] + b"".join([*whole[:2], whole[1], *whole[2:]]))

    problem = log_problem(deep(kept))

    assert (problem.kind, problem.lost.known, problem.lost.frames) == ("log-damaged", True, 0)


# --- backups -------------------------------------------------------------------------------------


def test_whole_backups(kept: Kept) -> None:
    """Each backup is read; the newest that is whole is named."""
    for day in ("2026-03-01", "2026-03-14"):
        backed_up(kept, day)

    seen, known = check(kept.path), deep(kept)

    assert seen.ok and known.ok
    assert known.newest_whole_backup == seen.newest_whole_backup == "backups/2026-03-14"
    assert [part.notes for part in parts(known, "backup")] == [4, 4]
    assert known.notes == 4


@pytest.mark.parametrize(
    "harm", ["keyring.json", "keyring.2.json", "spaces", "both", "empty", "other"]
)
def test_a_damaged_backup(kept: Kept, harm: str, tmp_path: Path) -> None:
    """A backup that is not whole is said to be so, and the newest whole one is an older one."""
    backed_up(kept, "2026-03-01")
    newer = backed_up(kept)
    if harm.startswith("keyring"):
        (newer / harm).write_bytes(b"{}")
    elif harm == "spaces":
        damage(Kept(newer, kept.spare_key, kept.private, kept.heal), 1)
    elif harm == "both":
        (newer / "keyring.json").unlink()
        (newer / "keyring.2.json").write_bytes(b"")
    else:
        shutil.rmtree(newer)
        newer.mkdir()
        if harm == "other":
            other = vaults.make(tmp_path / "other.vault", seed=8)
            shutil.copytree(other.path, newer, dirs_exist_ok=True)

    report = deep(kept)

    kind = "backup-of-another" if harm == "other" else "backup-damaged"
    assert report.problems == (Problem(kind, "backups/2026-03-14"),)
    assert report.newest_whole_backup == "backups/2026-03-01"


def test_what_is_lost_is_found_in_a_backup(kept: Kept) -> None:
    """Where a backup has the very frames that are lost, the newest such backup is named."""
    backed_up(kept, "2026-03-01")
    vault = kept.open()
    vaults.add(vault.private, "since")
    vaults.add(vault.private, "and since")
    vault.lock()
    backed_up(kept, "2026-03-10")
    damage(kept, 2)

    assert log_problem(deep(kept)).saved_in == "backups/2026-03-10"
    assert log_problem(check(kept.path)).saved_in == "backups/2026-03-10"


def test_what_no_backup_has(kept: Kept) -> None:
    """Where a backup lacks one of the lost frames, it isn't said that it holds them."""
    backed_up(kept)
    vault = kept.open()
    vaults.add(vault.private, "since")
    vaults.add(vault.private, "and since")
    vault.lock()
    damage(kept, 2)
    damage(kept, 4)

    problem = log_problem(deep(kept))

    assert (problem.lost.frames, problem.saved_in) == (2, "")


def test_backups_of_a_vault_without_a_key_file(kept: Kept) -> None:
    """When the vault itself can't be read, its newest whole backup can still be found."""
    backed_up(kept)
    for name in ("keyring.json", "keyring.2.json"):
        (kept.path / name).unlink()

    assert newest_whole_backup(kept.path) == "backups/2026-03-14"
    shutil.rmtree(kept.path / "backups")
    assert newest_whole_backup(kept.path) == ""


# --- what else lies there ------------------------------------------------------------------------


def test_what_is_not_ours_is_named(kept: Kept) -> None:
    """A sync program's copies and other files are named; they are no problem."""
    name = f"{kept.private.hex()} (conflicted copy).log"
    (kept.path / "spaces" / name).write_bytes(kept.log.read_bytes())
    (kept.path / ".DS_Store").write_bytes(b"x")
    (kept.path / "backups").mkdir()
    (kept.path / "backups" / ".half.new").mkdir()
    (kept.path / "keyring.json.new").write_bytes(b"x")

    report = deep(kept)

    assert report.ok
    assert sorted(part.where for part in parts(report, "other")) == sorted(
        [".DS_Store", "keyring.json.new", "backups/.half.new", f"spaces/{name}"]
    )


def test_what_was_set_aside_is_named(kept: Kept) -> None:
    """A torn end that was set aside is named."""
    kept.log.write_bytes(kept.log.read_bytes() + b"torn")
    kept.open().lock()

    report = deep(kept)

    assert report.ok
    assert [part.where for part in parts(report, "set-aside")] == [
        f"set-aside/{kept.aside[0].name}"
    ]


def test_every_part_is_named(kept: Kept) -> None:
    """Key files, notes, Heal and what is being typed are each named, whole or not."""
    kept.heal_log.unlink()

    report = deep(kept)

    assert {(part.what, part.whole) for part in report.parts} == {
        *(("key-files", True), ("private", True), ("heal", False), ("drafts", True))
    }
    assert [part.what for part in check(kept.path).parts].count("notes") == 2


# --- it only looks -------------------------------------------------------------------------------


@pytest.mark.parametrize("harmed", [False, True])
def test_nothing_is_changed(kept: Kept, harmed: bool) -> None:
    """Bytes, names, times and modes are what they were, also in a folder that can't be written."""
    backed_up(kept)
    if harmed:
        damage(kept, 1)
        (kept.path / "keyring.2.json").write_bytes(b"{}")
        kept.heal_log.write_bytes(kept.heal_log.read_bytes() + b"torn")
    folders = [kept.path, *(one for one in kept.path.rglob("*") if one.is_dir())]
    for one in folders:
        one.chmod(stat.S_IRUSR | stat.S_IXUSR)
    before = state(kept.path)
    try:
        found = [check(kept.path), deep(kept)]
    finally:
        after = state(kept.path)
        for one in folders:
            one.chmod(stat.S_IRWXU)

    assert [report.ok for report in found] == [not harmed] * 2
    assert after == before


def test_no_call_that_writes_is_made(kept: Kept) -> None:
    """Not one of the calls that could write is made, whoever the owner is."""

    class ReadOnly(Files):
        def open(self, path: Path, flags: int) -> int:
            raise AssertionError(path)

        write = sync = truncate = rename = sync_folder = unlink = open  # type: ignore[assignment]

    backed_up(kept)
    damage(kept, 1)

    assert not check(kept.path, PASSPHRASE, ReadOnly()).ok


def test_while_another_has_it_open(kept: Kept) -> None:
    """The window that has it open is not disturbed, and what it just kept is counted."""
    vault = kept.open()
    before = state(kept.path)

    assert deep(kept) == Report((), 4, 0)

    assert state(kept.path) == before
    vaults.add(vault.private, "still open")
    vault.lock()
    assert deep(kept).notes == 5


def test_a_log_that_grows_meanwhile_is_read_again(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frame seen half written by another window is looked at once more, and is no damage."""
    whole = kept.log.read_bytes()
    real, given = Files.read, list[Path]()

    def read(files: Files, path: Path) -> bytes:
        if path == kept.log and not given:
            given.append(path)
            return whole[:-100]
        return real(files, path)

    monkeypatch.setattr(Files, "read", read)

    assert deep(kept).ok
    assert given


def test_a_log_that_stays_torn_is_said(kept: Kept) -> None:
    """Looking again makes no damage good."""
    kept.log.write_bytes(kept.log.read_bytes()[:-100])

    assert log_problem(deep(kept)).kind == "log-torn"
    assert check_log._LOOKS > 1
    assert os.path.getsize(kept.log) > 0
