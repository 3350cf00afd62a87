"""A real terminal for a test: a pty, read by pyte, typed into by name of key."""

import contextlib
import copy
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyte

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "backspace": "\x7f",
    "ctrl+backslash": "\x1c",
    **{f"ctrl+{chr(code + 96)}": chr(code) for code in range(1, 27)},
}
_HISTORY = 5_000
_OTHER_SCREEN = 1049
# What pyte does not know and would print: asking the terminal for its keyboard protocol.
_KEYBOARD_PROTOCOL = re.compile(rb"\x1b\[[<>=?][0-9;]*u")
# Takes the pty as controlling terminal, so that closing it hangs up, then becomes the program. A
# suite run in the background of a shell has its interrupts ignored, and would pass that on.
_IN_A_TERMINAL = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "signal.signal(signal.SIGINT, signal.SIG_DFL); signal.signal(signal.SIGQUIT, signal.SIG_DFL);"
    "os.execvp(sys.argv[1], sys.argv[1:])"
)


class _Screen(pyte.HistoryScreen):
    """A screen that also has the other one, to which full-screen programs go and come back from."""

    _kept: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **options: Any) -> None:
        if options.get("private") and _OTHER_SCREEN in modes:
            self._kept = (copy.deepcopy(self.buffer), copy.copy(self.cursor))
            self.erase_in_display(2)
        super().set_mode(*modes, **options)

    def reset_mode(self, *modes: int, **options: Any) -> None:
        super().reset_mode(*modes, **options)
        if options.get("private") and _OTHER_SCREEN in modes and self._kept is not None:
            self.buffer, self.cursor = self._kept
            self._kept = None
            self.dirty.update(range(self.lines))


class Terminal:
    """A program in a terminal of its own, with its screen and its scrollback.

    ``columns`` by ``rows``; a thread reads what it writes, so that it never waits for us.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        cwd: Path | None = None,
    ) -> None:
        ours, theirs = pty.openpty()
        self._ours = ours
        self.screen = _Screen(columns, rows, history=_HISTORY, ratio=0.5)
        self._stream = pyte.ByteStream(self.screen)
        self._guard = threading.Lock()
        self.written = b""
        self._size(columns, rows)
        self.process = subprocess.Popen(
            [sys.executable, "-c", _IN_A_TERMINAL, *command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={"TERM": "xterm-256color", "LANG": "C.UTF-8", **environment},
            cwd=cwd,
            start_new_session=True,
        )
        os.close(theirs)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._reader.join(5)
        with contextlib.suppress(OSError):
            os.close(self._ours)

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._ours, 65_536)
            except OSError:
                return
            if not data:
                return
            with self._guard:
                self.written += data
                self._stream.feed(_KEYBOARD_PROTOCOL.sub(b"", data))

    # --- what a person does ---------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys by name (or by the sign they type), a moment apart, as a person would."""
        for key in keys:
            os.write(self._ours, KEYS.get(key, key).encode())
            time.sleep(0.05)

    def type(self, text: str, pause: float = 0.0) -> None:
        """Type characters, ``pause`` seconds apart."""
        for sign in text:
            os.write(self._ours, sign.encode())
            if pause:
                time.sleep(pause)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        with self._guard:
            self.screen.resize(rows, columns)
        self._size(columns, rows)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGWINCH)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # --- what a person sees ---------------------------------------------------------------------

    def text(self) -> str:
        """The screen as it stands, line by line."""
        with self._guard:
            return "\n".join(line.rstrip() for line in self.screen.display)

    def scrollback(self) -> str:
        """Everything one could scroll up to, then the screen."""
        with self._guard:
            above = [
                "".join(line[column].data for column in range(self.screen.columns))
                for line in self.screen.history.top
            ]
            return "\n".join([*above, *self.screen.display])

    def wait_for(self, text: str, seconds: float = 15.0) -> str:
        """Wait until the screen holds ``text``, line breaks and runs of spaces apart."""
        return self.wait_until(lambda: _flat(text) in _flat(self.text()), text, seconds)

    def wait_gone(self, text: str, seconds: float = 15.0) -> str:
        """Wait until the screen no longer holds ``text``."""
        return self.wait_until(lambda: _flat(text) not in _flat(self.text()), text, seconds)

    def wait_until(self, holds: Callable[[], bool], what: str, seconds: float) -> str:
        """Wait until a condition holds; the screen then. Fails with the screen as it stands."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if holds():
                return self.text()
            time.sleep(0.02)
        raise AssertionError(f"waited {seconds} s for {what!r}; the screen:\n{self.text()}")

    # --- its end ----------------------------------------------------------------------------------

    def ended(self, seconds: float = 15.0) -> int:
        """Wait for the program to end; its exit code."""
        code = self.process.wait(seconds)
        self._reader.join(5)
        return code

    def kill(self) -> None:
        """``kill -9``, as a flat battery would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)


def _flat(text: str) -> str:
    return " ".join(text.split())
