"""The library as it stands on the disk now."""

import os
from pathlib import Path
from threading import Thread

import pytest

from peercoach.frameworks.library import Library, open_library
from peercoach.frameworks.shelves import Shelves
from tests.frameworks.documents import SMALL, small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "small.yaml").write_text(SMALL)
    return tmp_path


def shelves(folder: Path) -> Shelves:
    return Shelves(shipped=folder / "shipped", personal=folder / "own", extra=None)


def changed(path: Path, text: str) -> None:
    """Write a file; no two moments are alike here, however coarse the disk's clock."""
    path.write_text(text)
    before = path.stat().st_mtime_ns
    os.utime(path, ns=(before, before + 2_000_000_000))


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One for each time that the files were read."""
    found = list[None]()

    def counted(**folders: Path) -> Library:
        found.append(None)
        return open_library(shipped=folders["shipped"], personal=folders["personal"], extra=None)

    monkeypatch.setattr("peercoach.frameworks.shelves.open_library", counted)
    return found


def test_what_has_not_changed_is_read_once(folder: Path, readings: list[None]) -> None:
    """A second look gives the same library, without reading a file."""
    look = shelves(folder)

    assert look() is look()
    assert len(readings) == 1


def test_nothing_is_read_before_the_first_look(folder: Path, readings: list[None]) -> None:
    """To have shelves costs nothing."""
    shelves(folder)

    assert readings == []


def test_new_changed_and_gone_files_are_seen(folder: Path) -> None:
    """A folder that appears, a file that changes and one that goes are there at the next look."""
    look = shelves(folder)
    assert list(look().frameworks) == ["small"]

    (folder / "own").mkdir()
    changed(folder / "own" / "ours.yaml", small("ours"))
    assert list(look().frameworks) == ["ours", "small"]

    changed(folder / "own" / "ours.yaml", small("ours").replace("title: Small", "title: Large"))
    assert look().get("ours").title == "Large"

    (folder / "own" / "ours.yaml").unlink()
    assert list(look().frameworks) == ["small"]


def test_a_broken_file_is_in_nobody_s_way(folder: Path) -> None:
    """What can't be used is listed with its faults; mended, it is there."""
    look = shelves(folder)
    bad = folder / "shipped" / "bad.yaml"

    changed(bad, small("bad").replace("title:", "titel:"))
    broken = look()
    changed(bad, small("bad") + "tags: [a]\n")
    mended = look()

    assert list(broken.frameworks) == ["small"]
    assert [Path(one.file).name for one in broken.unusable] == ["bad.yaml"]
    assert list(mended.frameworks) == ["bad", "small"]
    assert mended.unusable == ()


def test_what_was_handed_out_stays_as_it_was(folder: Path) -> None:
    """A framework in use keeps its wording when its file changes."""
    look = shelves(folder)
    held = look().get("small")

    changed(folder / "shipped" / "small.yaml", SMALL.replace("what you saw", "something else"))

    assert look().get("small").elements[0].questions[0].ask == "Tell me something else"
    assert held.elements[0].questions[0].ask == "Tell me what you saw"


def test_other_files_do_not_count(folder: Path, readings: list[None]) -> None:
    """A file that is no framework by its name makes nobody read again."""
    look = shelves(folder)
    look()

    (folder / "shipped" / "notes.txt").write_text("tea")
    look()

    assert len(readings) == 1


def test_two_threads_read_once(folder: Path, readings: list[None]) -> None:
    """Asked on two threads at a time, the files are read once."""
    look = shelves(folder)
    threads = [Thread(target=look) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(readings) == 1
