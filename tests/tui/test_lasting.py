"""A terminal that is gone does not hold the program."""

import io
import threading
from typing import Any

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from peercoach.tui.lasting import Lasting
from tests.tui.stage import Stage


class Closed(io.StringIO):
    """A stream whose terminal was closed."""

    def write(self, text: str, /) -> int:
        raise OSError(5, "Input/output error")

    def flush(self) -> None:
        raise OSError(5, "Input/output error")


def test_writing_to_a_closed_terminal_never_waits() -> None:
    """More than the writer holds is written to it, and the writer can be ended."""
    writer = WriterThread(Lasting(Closed()))  # type: ignore[arg-type]
    writer.start()

    def fill() -> None:
        for _ in range(MAX_QUEUED_WRITES * 3):
            writer.write("drawn")
        writer.stop()

    filling = threading.Thread(target=fill, daemon=True)
    filling.start()
    filling.join(10)

    assert not filling.is_alive()


def test_what_is_written_arrives() -> None:
    """While the terminal is there, all goes to it."""
    stream: Any = io.StringIO()

    Lasting(stream).write("drawn")

    assert stream.getvalue() == "drawn"


def test_the_interface_draws_so(stage: Stage) -> None:
    """The interface's own driver has such a stream."""
    driver = stage.app().driver_class

    assert driver.__name__ == "LastingDriver"
