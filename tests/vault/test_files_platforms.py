"""What each system needs for bytes to be durable, with the system passed in."""

import fcntl
import os
from pathlib import Path

import pytest

from peercoach.errors import NotPermitted
from peercoach.vault.files import Files


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Which call asked for durability, in order."""
    seen: list[tuple[str, int]] = []

    def full(descriptor: int, command: int) -> int:
        seen.append(("fcntl", command))
        return 0

    monkeypatch.setattr(fcntl, "fcntl", full)
    monkeypatch.setattr(os, "fsync", lambda descriptor: seen.append(("fsync", 0)))
    return seen


def test_darwin_asks_the_disk_itself(tmp_path: Path, synced: list[tuple[str, int]]) -> None:
    """On macOS a sync is F_FULLFSYNC (51), for the file and for its folder."""
    Files("darwin").replace(tmp_path / "one", b"bytes")

    assert synced == [("fcntl", 51), ("fcntl", 51)]


def test_linux_syncs_file_and_folder(tmp_path: Path, synced: list[tuple[str, int]]) -> None:
    """On Linux both the file and its folder are synced."""
    Files("linux").replace(tmp_path / "one", b"bytes")

    assert synced == [("fsync", 0), ("fsync", 0)]


def test_windows_has_no_sync_of_folders(tmp_path: Path, synced: list[tuple[str, int]]) -> None:
    """On Windows the file alone is synced."""
    Files("win32").replace(tmp_path / "one", b"bytes")

    assert synced == [("fsync", 0)]


class Scanner:
    """A virus scanner that holds a file for a number of tries."""

    def __init__(self, tries: int) -> None:
        self.left = tries
        self.replace = os.replace

    def __call__(self, old: Path, new: Path) -> None:
        self.left -= 1
        if self.left >= 0:
            raise PermissionError(13, "held by a scanner")
        self.replace(old, new)


@pytest.mark.parametrize("tries", [1, 3, 7])
def test_windows_waits_for_a_scanner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tries: int
) -> None:
    """A rename that a scanner holds up is tried again, after longer and longer pauses."""
    waited: list[float] = []
    monkeypatch.setattr(os, "replace", Scanner(tries))
    (tmp_path / "one").write_bytes(b"old")

    Files("win32", wait=waited.append).replace(tmp_path / "one", b"new")

    assert (tmp_path / "one").read_bytes() == b"new"
    assert len(waited) == tries
    assert waited == sorted(waited)


def test_windows_gives_up_with_the_old_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file held for good is an error after less than two seconds, and nothing is changed."""
    waited: list[float] = []
    monkeypatch.setattr(os, "replace", Scanner(1_000))
    (tmp_path / "one").write_bytes(b"old")

    with pytest.raises(NotPermitted):
        Files("win32", wait=waited.append).replace(tmp_path / "one", b"new")

    assert sum(waited) < 2
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_elsewhere_a_refused_rename_is_final(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no scanner is at work, a refused rename is not tried again."""
    waited: list[float] = []
    monkeypatch.setattr(os, "replace", Scanner(1))

    with pytest.raises(NotPermitted):
        Files("linux", wait=waited.append).replace(tmp_path / "one", b"new")

    assert waited == []
