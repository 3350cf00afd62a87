"""Adding to a log: durable or not at all, memory never ahead, never a word into a ghost."""

import errno
import os
import random
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, Diverged, VaultError, VaultLocked, WriteFailed
from peercoach.vault.files import Files
from peercoach.vault.format import Header
from peercoach.vault.log import Log
from peercoach.vault.space_table import LogDB
from tests.vault import logs
from tests.vault.failing import CODES, Failing, Short, each_failure
from tests.vault.logs import read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.log"


def shown(db: LogDB) -> list[str]:
    return [document["text"] for document in db.table("documents")]


def on_disk(path: Path) -> list[str]:
    """What a reader would show now, from the bytes alone."""
    db = logs.database(path)
    found = shown(db)
    db.close()
    return found


def log_of(db: LogDB) -> Log:
    storage = db.storage
    return storage._log  # type: ignore[no-any-return,attr-defined]


def insert(db: LogDB, text: str) -> None:
    db.insert({"kind": "entry", "schema": 1, "text": text})


@pytest.mark.parametrize("most", [1, 13, 599])
def test_short_writes_make_whole_frames(path: Path, most: int) -> None:
    """A disk that takes a few bytes at a time still gets whole frames."""
    db = logs.database(path, Short(most))

    insert(db, "one")
    insert(db, "two")
    db.close()

    found = read(path.read_bytes())
    assert found is not None and not found.torn
    assert on_disk(path) == ["one", "two"]


def test_each_failing_call_of_a_commit(path: Path) -> None:
    """Whichever call fails, and how: memory as it was, then success, nothing lost or doubled."""
    files = Failing()
    db = logs.database(path, files)
    files.arm(0)
    insert(db, "before")
    assert files.calls == 2  # one write, one sync
    kept = ["before"]

    for at, code, lasting in each_failure(2):
        files.code, files.lasting = code, lasting
        files.arm(at)
        with pytest.raises(VaultError):
            insert(db, f"refused {at} {code}")
        assert shown(db) == kept
        files.arm(0)
        kept.append(f"kept after {at} {code} {lasting}")
        insert(db, kept[-1])
        assert shown(db) == kept

    db.close()
    assert on_disk(path) == kept


@pytest.mark.parametrize("code", CODES)
def test_each_failing_call_of_a_new_generation(path: Path, code: int) -> None:
    """After a failed sync the new generation may fail too, at any call; nothing is ever lost."""
    for at in range(1, 9):
        files = Failing()
        db = logs.database(path, files)
        known = shown(db)
        files.arm(1)
        files.only = ("sync",)
        with pytest.raises(VaultError):
            insert(db, "refused")
        files.only = ("open", "write", "sync", "rename", "sync_folder")
        files.code = code
        files.arm(at)
        try:
            insert(db, f"{code} {at}")
            known.append(f"{code} {at}")
        except VaultError:
            assert shown(db) == known
            files.arm(0)
            insert(db, f"again {code} {at}")
            known.append(f"again {code} {at}")
        db.close()

        assert on_disk(path) == known


def test_a_disk_that_stays_full_and_then_has_room(path: Path) -> None:
    """Ten refused saves leave the file as it was, and the next one with room is kept."""
    files = Failing(code=errno.ENOSPC, lasting=True, only=("write",))
    db = logs.database(path, files)
    insert(db, "before")
    whole = path.read_bytes()
    files.arm(1)

    for _ in range(10):
        with pytest.raises(DiskFull):
            insert(db, "refused")
        assert path.read_bytes() == whole

    files.arm(0)
    insert(db, "after")
    db.close()
    assert on_disk(path) == ["before", "after"]


def test_a_failed_sync_is_never_tried_again_on_the_same_file(path: Path) -> None:
    """The next commit writes a new generation under a new file id, and drops what was in doubt."""
    files = Failing(only=("sync",))
    db = logs.database(path, files)
    insert(db, "before")
    before = log_of(db).header
    files.arm(1)
    with pytest.raises(WriteFailed):
        insert(db, "in doubt")

    insert(db, "after")

    now: Header = log_of(db).header
    assert now.generation == before.generation + 1
    assert (now.file, now.marker) != (before.file, before.marker)
    assert now.vault == before.vault and now.space == before.space
    db.close()
    assert on_disk(path) == ["before", "after"]


def test_a_cut_that_fails_leaves_the_file_in_doubt(path: Path) -> None:
    """Where a half-written frame can't even be cut off, the next commit goes to a new file."""
    files = Failing(code=errno.EIO, lasting=True, only=("write", "truncate"))
    db = logs.database(path, files)
    insert(db, "before")
    files.arm(1)
    with pytest.raises(WriteFailed):
        insert(db, "refused")

    files.arm(0)
    insert(db, "after")
    db.close()

    assert on_disk(path) == ["before", "after"]


@pytest.mark.parametrize("call", ["write", "sync"])
def test_interrupted_in_the_middle_of_a_commit(path: Path, call: str) -> None:
    """Ctrl-C inside a commit does not make the log a stranger's: the next commit is kept."""

    class Interrupted(Files):
        armed = False

        def write(self, descriptor: int, data: bytes | memoryview) -> int:
            taken = super().write(descriptor, data)
            if self.armed and call == "write":
                raise KeyboardInterrupt
            return taken

        def sync(self, descriptor: int) -> None:
            if self.armed:
                raise KeyboardInterrupt

    files = Interrupted()
    db = logs.database(path, files)
    insert(db, "before")
    files.armed = True
    with pytest.raises(KeyboardInterrupt):
        insert(db, "interrupted")
    files.armed = False
    assert shown(db) == ["before"]

    insert(db, "after")
    db.close()

    assert on_disk(path) == ["before", "after"]


@pytest.mark.parametrize("how", ["renamed over", "unlinked", "grown", "cut"])
def test_a_file_replaced_under_an_open_log(path: Path, how: str) -> None:
    """What a sync tool put in its place is never written to, and the commit is refused."""
    db = logs.database(path)
    insert(db, "before")
    whole = path.read_bytes()
    if how == "renamed over":
        other = path.with_name("other")
        other.write_bytes(whole)
        os.replace(other, path)
    elif how == "unlinked":
        path.unlink()
    elif how == "grown":
        path.write_bytes(whole + b"a line of another program")
    else:
        path.write_bytes(whole[:-600])
    foreign = path.read_bytes() if path.exists() else None

    for _ in range(2):
        with pytest.raises(Diverged):
            insert(db, "into the void")
        assert shown(db) == ["before"]

    assert (path.read_bytes() if path.exists() else None) == foreign
    db.close()


def test_replaced_between_writing_and_saying_so(path: Path) -> None:
    """A file replaced while a commit was under way: the commit is not acknowledged."""

    class Swapping(Files):
        armed = False

        def sync(self, descriptor: int) -> None:
            if self.armed:
                path.with_name("other").write_bytes(b"foreign")
                os.replace(path.with_name("other"), path)

    files = Swapping()
    db = logs.database(path, files)
    insert(db, "before")
    files.armed = True

    with pytest.raises(Diverged):
        insert(db, "into the void")

    assert shown(db) == ["before"]
    assert path.read_bytes() == b"foreign"
    db.close()


def test_replaced_while_in_doubt(path: Path) -> None:
    """A new generation after a failed sync never takes the place of a stranger's file."""
    files = Failing(only=("sync",))
    db = logs.database(path, files)
    files.arm(1)
    with pytest.raises(WriteFailed):
        insert(db, "in doubt")
    path.with_name("other").write_bytes(b"foreign")
    os.replace(path.with_name("other"), path)

    with pytest.raises(Diverged):
        insert(db, "over a stranger")

    assert path.read_bytes() == b"foreign"
    db.close()


@pytest.mark.parametrize("call", ["write", "sync", "sync_folder"])
def test_replaced_while_a_new_generation_is_written(path: Path, call: str) -> None:
    """What was put in a log's place while its new generation was written is not written over."""

    class Swapping(Files):
        armed = ""

        def _swap(self, name: str) -> None:
            if self.armed == name:
                self.armed = ""
                path.with_name("other").write_bytes(b"foreign")
                os.replace(path.with_name("other"), path)

        def write(self, descriptor: int, data: bytes | memoryview) -> int:
            self._swap("write")
            return super().write(descriptor, data)

        def sync(self, descriptor: int) -> None:
            self._swap("sync")

        def sync_folder(self, folder: Path) -> None:
            self._swap("sync_folder")

    files = Swapping()
    db = logs.database(path, files)
    insert(db, "before")
    files.armed = call

    for _ in range(2):
        with pytest.raises(Diverged):
            log_of(db).rewrite()

    assert path.read_bytes() == b"foreign"
    assert shown(db) == ["before"]
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]
    db.close()


def test_a_closed_log_takes_nothing(path: Path) -> None:
    """After closing, twice too, nothing can be added and nothing is in the object."""
    db = logs.database(path)
    insert(db, "before")
    log = log_of(db)
    whole = path.read_bytes()

    log.close()
    log.close()

    with pytest.raises(VaultLocked):
        log.append(b"more")
    with pytest.raises(VaultLocked):
        log.rewrite()
    assert list(log.live()) == []
    assert path.read_bytes() == whole
    assert not hasattr(log._writer, "_cipher")


@pytest.mark.parametrize("seed", range(12))
def test_many_failures_at_random(path: Path, seed: int) -> None:
    """Eighty commits with calls failing at random: what was acknowledged is kept, and no more."""
    chance = random.Random(seed)
    files = Failing(only=("open", "write", "sync", "truncate", "rename", "sync_folder"))
    db = logs.database(path, files)
    kept: list[str] = []

    for number in range(80):
        files.code, files.lasting = chance.choice(CODES), chance.random() < 0.3
        files.arm(chance.choice([0, 0, 0, *range(1, 9)]))
        try:
            insert(db, str(number))
            kept.append(str(number))
        except Diverged:
            raise
        except VaultError:
            pass
        assert shown(db) == kept

    db.close()
    found = on_disk(path)
    # A frame whose sync failed last may be there: whole, and never more than that one.
    assert found[: len(kept)] == kept and len(found) <= len(kept) + 1
