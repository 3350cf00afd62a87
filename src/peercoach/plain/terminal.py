"""What only a terminal can do: hide what is typed, give back an unfinished line, be cleared."""

import getpass
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TextIO

from peercoach.errors import NoTerminal
from peercoach.words import plain as words

if sys.platform != "win32":
    import termios

# The screen first: several terminals push what they clear from it into what can be scrolled back
# to, so that goes after.
CLEAR = "\x1b[H\x1b[2J\x1b[3J"

LONGEST_LINE = 1_023 if sys.platform == "darwin" else 4_095
"""Bytes of one line that the system's terminal driver holds; it drops the rest without a word
(Linux N_TTY_BUF_SIZE 4,096; MAX_CANON 1,024 on macOS)."""


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


@contextmanager
def keeping_unfinished_lines(stream: TextIO) -> Iterator[None]:
    """While inside, control-C doesn't throw away the line being typed, so that it can be saved."""
    if sys.platform == "win32" or not stream.isatty():
        yield
        return
    descriptor = stream.fileno()
    before = termios.tcgetattr(descriptor)
    during = termios.tcgetattr(descriptor)
    during[3] |= termios.NOFLSH
    termios.tcsetattr(descriptor, termios.TCSANOW, during)
    try:
        yield
    finally:
        with suppress(termios.error, OSError):
            termios.tcsetattr(descriptor, termios.TCSANOW, before)


def unfinished_line(stream: TextIO) -> str:
    """What was typed of a line that has not been entered; it is taken out of the terminal.

    The driver hands over only whole lines, until it is told not to wait for them. Empty text where
    this can't be known: on Windows, in a pipe, on a terminal that is gone.
    """
    if sys.platform == "win32" or not stream.isatty():
        return ""
    try:
        descriptor = stream.fileno()
        before = termios.tcgetattr(descriptor)
        during = termios.tcgetattr(descriptor)
        during[3] &= ~(termios.ICANON | termios.ECHO)
        during[6][termios.VMIN] = 0
        during[6][termios.VTIME] = 0
        termios.tcsetattr(descriptor, termios.TCSANOW, during)
        try:
            found = os.read(descriptor, 2 * LONGEST_LINE)
        finally:
            termios.tcsetattr(descriptor, termios.TCSANOW, before)
    except (termios.error, OSError):
        return ""
    return found.decode("utf-8", errors="replace")


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
