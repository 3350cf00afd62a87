"""Files that a person asked for appear whole, or not at all."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, FileTaken, NotPermitted, UsedWrongly, WriteFailed
from peercoach.new_file import appear

WHOLE = b"whole " * 50_000


@pytest.fixture(params=["nameless", "posix", "nt", "no second name"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way in which a file can appear: the system's own, and those of systems without it."""
    if request.param != "nameless":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    if request.param == "no second name":

        def link(*_: object, **__: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", link)
    return "nt" if request.param == "nt" else "posix"


def test_it_is_there_whole(way: str, tmp_path: Path) -> None:
    """The file has every byte, is its owner's alone, and nothing else is left beside it."""
    appear(tmp_path / "notes.md", WHOLE, mode=0o600, system=way)

    assert [one.name for one in tmp_path.iterdir()] == ["notes.md"]
    assert (tmp_path / "notes.md").read_bytes() == WHOLE
    assert (tmp_path / "notes.md").stat().st_mode & 0o777 == 0o600


def test_what_is_there_stays(way: str, tmp_path: Path) -> None:
    """Nothing is written over, not even a link that leads nowhere."""
    (tmp_path / "notes.md").write_text("mine")
    (tmp_path / "link.md").symlink_to(tmp_path / "nowhere")

    for name in ("notes.md", "link.md"):
        with pytest.raises(FileTaken):
            appear(tmp_path / name, WHOLE, system=way)

    assert (tmp_path / "notes.md").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_what_came_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody else made while ours was written is left as it is."""
    sync = os.fsync

    def someone_else(descriptor: int) -> None:
        sync(descriptor)
        (tmp_path / "notes.md").write_text("theirs")

    monkeypatch.setattr(os, "fsync", someone_else)
    with pytest.raises(FileTaken):
        appear(tmp_path / "notes.md", WHOLE)

    assert [one.name for one in tmp_path.iterdir()] == ["notes.md"]
    assert (tmp_path / "notes.md").read_text() == "theirs"


@pytest.mark.parametrize(
    ("code", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EIO, WriteFailed), (errno.EACCES, NotPermitted)],
)
def test_a_disk_that_fails_leaves_nothing(
    way: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    error: type[Exception],
) -> None:
    """Whatever goes wrong half-way, no part of the file is left, under any name."""
    write: Callable[[int, bytes], int] = os.write

    def half(descriptor: int, data: bytes) -> int:
        if len(data) < len(WHOLE):
            raise OSError(code, "no")
        return write(descriptor, data[:1000])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(error):
        appear(tmp_path / "notes.md", WHOLE, system=way)

    assert list(tmp_path.iterdir()) == []


def test_no_folder_is_said(tmp_path: Path) -> None:
    """Where there is no folder, no file is made, and no folder either."""
    with pytest.raises(UsedWrongly):
        appear(tmp_path / "nowhere" / "notes.md", WHOLE)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [1, 2, 3])
def test_killed_half_way_no_part_is_left(tmp_path: Path, call: int) -> None:
    """Killed at any write, there is no file with a part in it, under any name."""
    program = (
        "import os, signal, sys; from pathlib import Path; from peercoach.new_file import appear\n"
        "write, calls = os.write, [0]\n"
        "def kill(fd, data):\n"
        "    calls[0] += 1\n"
        f"    if calls[0] == {call}: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return write(fd, data[:1000])\n"
        "os.write = kill\n"
        "appear(Path(sys.argv[1]), b'x' * 5000)\n"
    )

    done = subprocess.run([sys.executable, "-c", program, tmp_path / "notes.md"], check=False)

    assert done.returncode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cant_be_made_durable_has_the_file_all_the_same(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file system knows no such thing for folders, a whole file is no failure."""
    _fail_for_folders(monkeypatch, errno.EINVAL)

    appear(tmp_path / "notes.md", WHOLE, system=way)

    assert (tmp_path / "notes.md").read_bytes() == WHOLE


def test_a_file_that_failed_at_the_last_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is told that nothing was written finds nothing, even where it was named by then."""
    _fail_for_folders(monkeypatch, errno.EIO)

    with pytest.raises(WriteFailed):
        appear(tmp_path / "notes.md", WHOLE)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a\0b.md", "a\ud800b.md", "a\udcff.md"])
def test_what_no_file_can_be_called_is_refused(tmp_path: Path, name: str) -> None:
    """A name with a NUL or half a character in it is refused with a sentence."""
    with pytest.raises(UsedWrongly):
        appear(tmp_path / name, WHOLE)


def _fail_for_folders(monkeypatch: pytest.MonkeyPatch, why: int) -> None:
    sync = os.fsync

    def fails(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(why, "not here")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fails)
