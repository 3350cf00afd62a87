"""On a terminal lines are broken between words, never within one."""

import io

import pytest

from peercoach.plain.port import Port
from peercoach.plain.watch import Watch
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from tests.plain.talking import Screen


def said(line: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that one line becomes in a window of so many columns."""
    monkeypatch.setattr("peercoach.plain.terminal.columns", lambda stream: columns)
    screen = Screen(person=True)
    Port(io.StringIO(), screen, Watch()).say(line)
    return screen.getvalue().splitlines()


@pytest.mark.parametrize("columns", range(20, 101))
@pytest.mark.parametrize(
    "line", [here.BIN_HOW, words.CANT_CLEAR_IN["tmux"], "A well-thought-out word by a reader-on."]
)
def test_words_stay_whole(line: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the width, each word and each command stands on one line, hyphens and all."""
    lines = said(line, columns, monkeypatch)

    assert " ".join(lines).split() == line.split()
    assert all(len(one) < columns for one in lines)


def test_a_word_wider_than_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that fits no line has one of its own, in one piece, so that a path can be copied."""
    path = "/srv/joy/" + "a-long-name/" * 4

    assert said(f"It lives here: {path}", 20, monkeypatch) == ["It lives here:", path]
