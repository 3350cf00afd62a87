"""What happens to a person's words when the terminal does what terminals do."""

import os
import time
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Home, begin
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
Unlock = Callable[[Terminal], Terminal]
LINE = "We sat down, and nobody hurried. "


def waiting_text(home: Home) -> str:
    """What waits in the one reflection that is under way, once the program has gone."""
    workspace = home.open()
    try:
        (waiting,) = workspace.unfinished()
        return workspace.resume(waiting.reflection).text
    finally:
        workspace.lock()


def paste(terminal: Terminal, text: str) -> None:
    """Paste as a terminal does, between its two marks."""
    data = f"\x1b[200~{text}\x1b[201~".encode()
    while data:
        data = data[os.write(terminal._ours, data[:4096]) :]


def test_a_terminal_that_is_closed(home: Home, unlocked: Unlock) -> None:
    """The window is closed in the middle of a word: the word is kept, the notebook locked."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(LINE)
        terminal.wait_for(LINE.strip())

        os.close(terminal._ours)
        terminal.process.wait(15)

    assert waiting_text(home) == LINE
    assert b"Traceback" not in terminal.written


def test_control_c_again_and_again(home: Home, unlocked: Unlock) -> None:
    """Control-C never ends it: it says how to leave, and what was typed stands."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        terminal.press("ctrl+c", "ctrl+c", "ctrl+c")
        terminal.wait_for("To leave, press ctrl+q.")
        begin(terminal)
        terminal.type(LINE)
        terminal.press("ctrl+c", "ctrl+c")
        terminal.type("Still here.")
        terminal.wait_for("Still here.")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    assert waiting_text(home) == LINE + "Still here."
    assert b"Traceback" not in terminal.written


def test_a_thousand_keys_at_once(home: Home, unlocked: Unlock) -> None:
    """A thousand keys in one go, and Next right behind them: every one is in the answer."""
    home.make().lock()
    typed = "".join(f"{number:04d} kettles. " for number in range(67))[:1000]
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)

        os.write(terminal._ours, typed.encode() + b"\x0e")
        terminal.wait_for("What do you say about peer work", 60)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    workspace = home.open()
    (note,) = workspace.journal.entries()
    workspace.lock()
    assert getattr(note.record, "text", "") == typed
    assert b"Traceback" not in terminal.written


def test_a_paste_of_a_megabyte(home: Home, unlocked: Unlock) -> None:
    """A million letters pasted, and the terminal closed: all of them are kept."""
    home.make().lock()
    text = "\n".join(LINE * 2 + str(number) for number in range(20_000))[:1_000_000]
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)

        paste(terminal, text)
        terminal.wait_for("saved", 60)
        terminal.press("ctrl+q")
        assert terminal.ended(60) == 0

    assert waiting_text(home) == text
    assert b"Traceback" not in terminal.written


def test_resized_to_nothing(home: Home, unlocked: Unlock) -> None:
    """One column and one row, many times over, and back: the text is there, and so are we."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(LINE)
        terminal.wait_for(LINE.strip())

        for size in ((1, 1), (300, 2), (2, 90), (1, 1)):
            terminal.resize(*size)
            time.sleep(0.2)
        terminal.resize(80, 24)
        terminal.wait_for(LINE.strip())
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    assert waiting_text(home) == LINE
    assert b"Traceback" not in terminal.written
