"""The disk: whole or not at all, typed when it refuses, for its owner alone."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, NotPermitted, VaultError, WriteFailed
from peercoach.vault.files import Files
from tests.vault.failing import CODES, Failing, Short, each_failure

OLD, NEW = b"what stood here", b"what comes in its place" * 40
TYPES: dict[int, type[VaultError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EIO: WriteFailed,
    errno.EACCES: NotPermitted,
    errno.EPERM: NotPermitted,
    errno.EROFS: NotPermitted,
}


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A process that would let everyone read what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize("most", [1, 7, 4_096])
def test_short_writes_are_carried_on(tmp_path: Path, most: int) -> None:
    """A disk that takes a few bytes at a time still gets them all, in order."""
    files = Short(most)

    files.create(tmp_path / "one", NEW)

    assert (tmp_path / "one").read_bytes() == NEW
    assert files.calls == -(-len(NEW) // most)


def test_a_write_of_nothing_ends(tmp_path: Path) -> None:
    """A disk that takes nothing and says nothing is an error and not an endless loop."""
    with pytest.raises(WriteFailed):
        Short(0).create(tmp_path / "one", NEW)

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("code", TYPES)
@pytest.mark.parametrize("call", ["open", "write", "sync"])
def test_create_types_what_fails(tmp_path: Path, code: int, call: str) -> None:
    """Each refusal of the system becomes its own error, and no piece of a file is left."""
    path = tmp_path / "one"

    with pytest.raises(TYPES[code]) as raised:
        Failing(1, code, only=(call,)).create(path, NEW)

    assert type(raised.value) is TYPES[code]
    assert raised.value.facts == {"path": path}
    assert not list(tmp_path.iterdir())


def test_create_never_touches_what_exists(tmp_path: Path) -> None:
    """A new file never takes the place of one that stands."""
    path = tmp_path / "one"
    path.write_bytes(OLD)

    with pytest.raises(WriteFailed):
        Files().create(path, NEW)

    assert path.read_bytes() == OLD


def test_replace_is_old_or_new_at_every_failing_call(tmp_path: Path) -> None:
    """Whichever call fails, and however: the old bytes or the new ones, and nothing beside."""
    counted = Failing()
    (tmp_path / "one").write_bytes(OLD)
    counted.replace(tmp_path / "one", NEW)
    assert counted.calls == 5  # open, write, sync, rename, sync of the folder

    for at, code, lasting in each_failure(counted.calls):
        path = tmp_path / f"{at}-{code}-{lasting}" / "one"
        path.parent.mkdir()
        path.write_bytes(OLD)

        with pytest.raises(VaultError):
            Failing(at, code, lasting=lasting).replace(path, NEW)

        # Only after the rename, when all that failed is the folder's sync, are they the new ones.
        assert path.read_bytes() == (NEW if at == counted.calls else OLD)
        assert [file.name for file in path.parent.iterdir()] == ["one"]


def test_replace_clears_what_a_crash_left(tmp_path: Path) -> None:
    """A half-written successor from a crash does not stand in the way of the next one."""
    (tmp_path / "one").write_bytes(OLD)
    (tmp_path / "one.new").write_bytes(b"half")

    Files().replace(tmp_path / "one", NEW)

    assert [file.read_bytes() for file in tmp_path.iterdir()] == [NEW]


def test_put_in_place_drops_what_was_prepared_when_interrupted(tmp_path: Path) -> None:
    """Ctrl-C between writing and renaming leaves the old bytes and nothing beside them."""

    class Interrupted(Files):
        def rename(self, old: Path, new: Path) -> None:
            raise KeyboardInterrupt

    (tmp_path / "one").write_bytes(OLD)

    with pytest.raises(KeyboardInterrupt):
        Interrupted().replace(tmp_path / "one", NEW)

    assert [file.read_bytes() for file in tmp_path.iterdir()] == [OLD]


def test_modes_at_creation(tmp_path: Path, open_umask: None) -> None:
    """Files are 0600 and folders 0700 from their first moment, whatever the umask."""
    seen = []

    class Looking(Files):
        def write(self, descriptor: int, data: bytes | memoryview) -> int:
            seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
            return super().write(descriptor, data)

    files = Looking()
    files.make_folder(tmp_path / "folder")
    files.create(tmp_path / "folder" / "one", OLD)
    files.replace(tmp_path / "folder" / "one", NEW)

    assert seen == [0o600, 0o600]
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "folder" / "one").stat().st_mode) == 0o600


@pytest.mark.parametrize("code", CODES)
def test_make_folder_types_what_fails(tmp_path: Path, code: int) -> None:
    """A folder whose name can't be made durable is an error of the right type."""
    with pytest.raises(TYPES[code]):
        Failing(1, code, only=("sync_folder",)).make_folder(tmp_path / "folder")


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    """A missing file is told from one that can't be read."""
    with pytest.raises(FileNotFoundError):
        Files().read(tmp_path / "none")
    with pytest.raises(WriteFailed):
        Files().read(tmp_path)


def test_reading_what_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system won't let us read is called so."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(NotPermitted):
        Files().read(tmp_path / "one")


def test_read_open_starts_at_the_beginning(tmp_path: Path) -> None:
    """An open file is read whole, wherever its position was, and stays open."""
    path = tmp_path / "one"
    path.write_bytes(NEW)
    descriptor = os.open(path, os.O_RDONLY)
    os.lseek(descriptor, 10, os.SEEK_SET)

    try:
        assert Files().read_open(descriptor) == NEW
        assert Files().read_open(descriptor) == NEW
    finally:
        os.close(descriptor)
