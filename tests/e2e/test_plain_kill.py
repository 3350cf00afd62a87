"""``kill -9`` while someone types one long line in the plain interface."""

import time

import pytest

from tests.e2e.conftest import PASSPHRASE, Home

pytestmark = [pytest.mark.e2e, pytest.mark.faults]
LINE = "one long thought without a single press of enter, which goes on and on"


def test_a_line_not_yet_entered_is_there_again(home: Home) -> None:
    """A second after the last key the line is durable, though enter was never pressed."""
    home.make().lock()
    with home.run("--plain") as terminal:
        terminal.wait_for("passphrase", 30)
        terminal.type(PASSPHRASE + "\r")
        terminal.wait_for("Three short questions", 30)
        terminal.type(":elements\r")
        terminal.wait_for("Sharing the movement")
        terminal.type("1\r")
        terminal.wait_for("face change")
        terminal.type(LINE)
        terminal.wait_for("on and on")
        time.sleep(1.0)
        terminal.kill()

    workspace = home.open()
    (waiting,) = workspace.unfinished()
    found = workspace.resume(waiting.reflection).text
    workspace.lock()
    assert found == LINE
