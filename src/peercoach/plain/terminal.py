"""What only a terminal can do: hide what is typed, be as wide as it is, be cleared."""

import getpass
import os
import sys
import warnings
from collections.abc import Callable, Mapping
from typing import TextIO

from peercoach.errors import NoTerminal
from peercoach.words import plain as words

# The screen first: several terminals push what they clear from it into what can be scrolled back
# to, so that goes after.
CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def hidden(prompt: str) -> str:
    """Ask on the terminal itself without showing what is typed, whatever stdin and stdout are.

    Raises:
        NoTerminal: there is none on which typing can be hidden.
        EOFError: control-D.
    """
    if not has_terminal():
        raise NoTerminal(need=words.NEED_PASSPHRASE)
    with warnings.catch_warnings():
        # getpass would go on with the typing shown, and warn.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except getpass.GetPassWarning:
            raise NoTerminal(need=words.NEED_PASSPHRASE) from None


def has_terminal() -> bool:
    """Whether there is a terminal to ask on, even where stdin is a pipe."""
    if sys.platform == "win32":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin is not None and sys.stdin.isatty()
    return True


def key_waits() -> Callable[[], bool] | None:
    """On Windows, what says whether a key waits to be read; elsewhere None.

    Windows gives a program a whole line or nothing, and no way to stop waiting for it. Until the
    first key of a line we can ask for that key instead, and so notice that nobody is there.
    """
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.kbhit
    return None


def columns(stream: TextIO) -> int:
    """How many columns the terminal behind this stream has; 0 where that can't be known."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def multiplexer(environment: Mapping[str, str]) -> str:
    """Which of tmux and screen stands between us and the window, if either; else empty text."""
    if environment.get("TMUX"):
        return "tmux"
    return "screen" if environment.get("STY") else ""
