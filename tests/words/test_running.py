"""Commands that sentences name, as they are to be typed for the notebook that is meant."""

import importlib
import pkgutil
import shlex
from collections.abc import Iterator

import pytest

from peercoach import words
from peercoach.words import running
from tests.words.test_words import texts


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """The next test names commands as they are without options."""
    yield
    running.meant()


def test_the_usual_notebook() -> None:
    """Without options a command is named as it stands in the documentation."""
    assert running.named("Run: {peercoach} show {id}", id="1T0") == "Run: peercoach show 1T0"


@pytest.mark.parametrize("path", ["/a/b.vault", "a notebook", "it's mine", "$HOME", "-x"])
def test_another_notebook(path: str) -> None:
    """A shell takes the named command apart into the very words that were given."""
    running.meant(["--vault", path])

    said = running.named("{peercoach} list")

    assert shlex.split(said) == ["peercoach", "--vault", path, "list"]


def test_no_sentence_names_a_command_by_itself() -> None:
    """Wherever a sentence says what to run, the command is put in for the notebook meant."""
    found = []

    for module in pkgutil.iter_modules(words.__path__):
        loaded = importlib.import_module(f"{words.__name__}.{module.name}")
        found += [text for value in vars(loaded).values() for text in texts(value)]

    # What stands in a file of one's own is read long after.
    lines = [line for text in found for line in text.splitlines() if not line.startswith("#")]
    hints = [line for line in lines if "run: " in line]
    assert len(hints) > 10
    assert [line for line in hints if "run: peercoach" in line] == ALWAYS_THERE


ALWAYS_THERE = [
    "There is no terminal to draw on. To have plain lines instead, run: peercoach demo --plain"
]
"""The demo has a notebook of its own, whichever is meant."""
