"""Settings: kept whole, never in the way."""

import errno
import json
import os
from pathlib import Path

import msgspec
import pytest

from peercoach.errors import DiskFull, NotPermitted, WriteFailed
from peercoach.settings import FILE, Settings, load, save

CHOSEN = Settings(
    theme="warm", screen_reader_hint_shown=True, auto_lock_minutes=5, region="scotland"
)


def test_before_anyone_chose(tmp_path: Path) -> None:
    """Without a file there are the settings we come with, and nothing is written or said."""
    said: list[str] = []

    assert load(tmp_path / "none", said.append) == Settings()
    assert (said, list(tmp_path.iterdir())) == ([], [])
    assert Settings().auto_lock_minutes == 15


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    """Settings saved are settings loaded, in a folder made for them if need be."""
    folder = tmp_path / "config" / "peercoach"

    save(CHOSEN, folder)

    assert load(folder) == CHOSEN
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_only_their_owner_reads_them(tmp_path: Path) -> None:
    """The file and a folder made for it are the owner's alone."""
    folder = tmp_path / "peercoach"

    save(CHOSEN, folder)

    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"theme": "dark"',
        b"\xff\xfe",
    ],
)
def test_a_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    """A file that can't be understood is kept under another name, said, and not in the way."""
    said: list[str] = []
    (tmp_path / FILE).write_bytes(content)

    assert load(tmp_path, said.append) == Settings()

    (aside,) = tmp_path.iterdir()
    assert aside.name != FILE
    assert aside.read_bytes() == content
    assert len(said) == 1
    assert str(aside) in said[0]
    save(CHOSEN, tmp_path)
    assert load(tmp_path, said.append) == CHOSEN
    assert len(said) == 1


def test_no_broken_file_takes_anothers_place(tmp_path: Path) -> None:
    """Three broken files in a row are all still there."""
    for content in (b"one", b"two", b"three"):
        (tmp_path / FILE).write_bytes(content)
        load(tmp_path)

    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"one", b"two", b"three"}


def test_a_file_that_can_not_be_read(tmp_path: Path) -> None:
    """Where something unreadable stands in its place, defaults are used and that is said."""
    said: list[str] = []
    (tmp_path / FILE).mkdir()

    assert load(tmp_path, said.append) == Settings()
    assert str(tmp_path / FILE) in said[0]


def test_a_broken_file_that_can_not_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a broken file can't be set aside it stays, and the program goes on."""
    said: list[str] = []
    (tmp_path / FILE).write_bytes(b"{")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)

    assert load(tmp_path, said.append) == Settings()
    assert (tmp_path / FILE).read_bytes() == b"{"
    assert len(said) == 1


def test_what_a_newer_version_chose_stays(tmp_path: Path) -> None:
    """A setting that we don't know is still there after saving."""
    (tmp_path / FILE).write_text('{"theme": "dark", "later": "airy"}')

    assert load(tmp_path).theme == "dark"
    save(CHOSEN, tmp_path)

    assert json.loads((tmp_path / FILE).read_text())["later"] == "airy"
    assert load(tmp_path) == CHOSEN


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("theme", 7),
        ("density", None),
        ("auto_lock_minutes", 0),
        ("auto_lock_minutes", 100_000),
        ("text_width", "wide"),
        ("screen_reader_hint_shown", "yes"),
    ],
)
def test_a_value_that_we_do_not_know_costs_no_other(
    tmp_path: Path, name: str, value: object
) -> None:
    """That one is what we come with, the others hold, and the file stays as it is, unremarked."""
    said: list[str] = []
    written = json.dumps({"region": "wales", "memories": False, name: value})
    (tmp_path / FILE).write_text(written)

    loaded = load(tmp_path, said.append)

    assert loaded == Settings(region="wales", memories=False)
    assert (said, (tmp_path / FILE).read_text()) == ([], written)


def test_saving_leaves_what_we_do_not_know_until_it_is_changed(tmp_path: Path) -> None:
    """A newer version's theme outlives another choice, and gives way to another theme."""
    (tmp_path / FILE).write_text('{"theme": "sepia", "region": "wales"}')

    save(msgspec.structs.replace(load(tmp_path), progress=False), tmp_path)
    after_another = json.loads((tmp_path / FILE).read_text())
    save(msgspec.structs.replace(load(tmp_path), theme="dark"), tmp_path)
    after_a_theme = json.loads((tmp_path / FILE).read_text())

    assert (after_another["theme"], after_another["progress"]) == ("sepia", False)
    assert (after_a_theme["theme"], after_a_theme["region"]) == ("dark", "wales")
    assert load(tmp_path) == Settings(theme="dark", region="wales", progress=False)


@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFull), (errno.EACCES, NotPermitted), (errno.EIO, WriteFailed)],
)
def test_a_save_that_fails_leaves_the_earlier_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    """Where writing fails a typed error says why; the earlier settings stand, and no scrap does."""
    save(CHOSEN, tmp_path)

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("peercoach.new_file.os.fsync", fail)
    with pytest.raises(error):
        save(Settings(), tmp_path)

    assert load(tmp_path) == CHOSEN
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    """Where a file stands in the folder's place, a typed error says so."""
    (tmp_path / "file").write_text("here")

    with pytest.raises(WriteFailed):
        save(CHOSEN, tmp_path / "file")
