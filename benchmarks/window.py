"""A program in a pty, timed by the bytes that it draws: no emulator takes part in the measuring."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence

COLUMNS, ROWS = 80, 24
_PATIENCE = 30.0


class Window:
    """A program drawing on 80 by 24 cells. Use it as a context: it is killed at the end."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=dict(environment),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._ours)

    def drawn(self, *texts: str) -> float:
        """Read until each text was drawn since the last call; the moment at which it was.

        Raises:
            AssertionError: it is not drawn within half a minute.
        """
        missing = {text.encode() for text in texts}
        seen = b""
        end = time.perf_counter() + _PATIENCE
        while missing:
            ready, _, _ = select.select([self._ours], [], [], max(0.0, end - time.perf_counter()))
            assert ready, f"never drawn: {missing}; the last bytes: {seen[-400:]!r}"
            seen += os.read(self._ours, 65_536)
            missing = {text for text in missing if text not in seen}
        return time.perf_counter()

    def settle(self, seconds: float) -> None:
        """Read what is drawn for so long, and forget it."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self._ours], [], [], left)[0]:
                os.read(self._ours, 65_536)

    def write(self, text: str) -> float:
        """Type; the moment at which it was typed."""
        now = time.perf_counter()
        os.write(self._ours, text.encode())
        return now
