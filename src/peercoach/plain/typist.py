"""A line as it is typed on a terminal, known while it is typed, so that it can be kept.

The system's own line editing hands over whole lines only: a long answer typed without one press of
enter would be lost with the power, and its end is dropped without a word past 4,095 bytes (Linux,
N_TTY). So we take keys one by one and do what the system would: show them, take one back, a word,
or the line. Nothing else is ever drawn; to a screen reader or in braille it is the same. Of what is
pasted every line is text, where the terminal tells us of a paste.
"""

import codecs
import errno
import io
import os
import select
import signal
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from types import FrameType
from typing import TextIO

from peercoach.autosave import Autosave
from peercoach.plain.guard import LOOK_EVERY, Guard

if sys.platform != "win32":
    import termios

_READ = 4096
_ENTER = "\r\n"
_END, _ESCAPE, _LINE, _WORD = "\x04", "\x1b", "\x15", "\x17"
_BACKSPACE = "\x7f\x08"
_TELL_PASTES, _TELL_NO_PASTES = "\x1b[?2004h", "\x1b[?2004l"
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
"""Bracketed paste (XTerm Control Sequences): a terminal that has it tells where a paste begins and
ends, and one that has not ignores that it was asked to."""

Waiting = Callable[[], AbstractContextManager[None]]


class Pasted(str):
    """A line that was pasted with its end: nobody meant it for a command."""

    __slots__ = ()


class NoMore(Exception):
    """Control-D on an empty line."""


class Typist:
    """Takes lines from a terminal, key by key."""

    def __init__(
        self, source: TextIO, target: TextIO, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._descriptor = source.fileno()
        self._target = target
        self._clock = clock
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._ahead = ""
        self._line: list[str] = []
        self._sequence = ""
        self._ends_next = False
        self._pasting = False

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Have keys one by one while inside; the terminal is afterwards as it was before."""
        before = termios.tcgetattr(self._descriptor)
        continued = signal.signal(signal.SIGCONT, self._again)
        self._take_keys()
        try:
            yield
        finally:
            signal.signal(signal.SIGCONT, continued)
            with suppress(termios.error, OSError):
                self._tell_pastes(_TELL_NO_PASTES)
                termios.tcsetattr(self._descriptor, termios.TCSANOW, before)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Leave line editing to the system while inside, as for a passphrase."""
        self._ahead = ""
        self._pasting = False
        self._tell_pastes(_TELL_NO_PASTES)
        during = termios.tcgetattr(self._descriptor)
        during[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(self._descriptor, termios.TCSANOW, during)
        try:
            yield
        finally:
            with suppress(termios.error, OSError):
                self._take_keys()

    def line(
        self,
        waiting: Waiting,
        pause: Callable[[str], None],
        guard: Guard,
        notice: Callable[[str], None],
    ) -> str:
        """The next line. ``pause`` is given what stands there so far, soon after it was typed.

        ``waiting`` is entered whenever we wait for a key; a signal may raise inside it. ``notice``
        is given what stands there so far when ``guard`` says that it is time for it.

        Raises:
            NoMore: there are no more lines.
            Idle: nobody was there for too long.
            OSError: the terminal is gone.
        """
        autosave = Autosave()
        if self._ends_next:
            self._ends_next = False
            raise NoMore
        while True:
            whole = self._take()
            if whole is not None:
                return whole
            wait = autosave.wait(self._clock())
            if wait == 0:
                taken = self._clock()
                pause("".join(self._line))
                autosave.saved(taken)
                continue
            with waiting():
                soon = LOOK_EVERY if wait is None else min(wait, LOOK_EVERY)
                ready, _, _ = select.select([self._descriptor], [], [], soon)
            if guard.look():
                notice("".join(self._line))
            if ready:
                guard.touched()
                read = os.read(self._descriptor, _READ)
                if not read:
                    raise OSError(errno.EIO, "the terminal is gone")
                self._ahead += self._decode(read)
                autosave.typed(self._clock())

    def unfinished(self) -> str:
        """What was typed of a line that was not entered; it is taken out."""
        found = "".join(self._line)
        self._line = []
        return found

    # --- keys ---------------------------------------------------------------------------------

    def _take(self) -> str | None:
        """Do what the keys say that wait; a whole line, once there is one."""
        shown: list[str] = []
        try:
            while self._ahead:
                sign, self._ahead = self._ahead[0], self._ahead[1:]
                end = sign == _END and not self._pasting
                if sign in _ENTER or (end and self._line):
                    self._ends_next = end
                    shown.append("\n")
                    whole = self.unfinished()
                    return Pasted(whole) if self._pasting else whole
                if end:
                    raise NoMore
                shown.append(self._key(sign))
        finally:
            self._target.write("".join(shown))
            self._target.flush()
        return None

    def _key(self, sign: str) -> str:
        """Take one key that ends no line; what is to be shown for it."""
        if self._sequence or sign == _ESCAPE:
            return self._in_sequence(sign)
        if not self._pasting:
            if sign in _BACKSPACE:
                return self._back(1)
            if sign == _LINE:
                return self._back(len(self._line))
            if sign == _WORD:
                before = "".join(self._line).rstrip()
                return self._back(len(self._line) - (before.rfind(" ") + 1))
        sign = " " if sign == "\t" else sign
        if unicodedata.category(sign) in ("Cc", "Cs"):
            return ""
        self._line.append(sign)
        return sign

    def _in_sequence(self, sign: str) -> str:
        """Several signs in one: a paste begins or ends. Arrow keys and their like mean nothing."""
        if sign == _ESCAPE:
            self._sequence = sign
        elif len(self._sequence) == 1:
            self._sequence = self._sequence + sign if sign in "[O" else ""
        elif "@" <= sign <= "~":
            whole, self._sequence = self._sequence + sign, ""
            if whole in (_PASTE_BEGINS, _PASTE_ENDS):
                self._pasting = whole == _PASTE_BEGINS
        else:
            self._sequence += sign
        return ""

    def _back(self, count: int) -> str:
        """Take back ``count`` signs, and marks with the letter that they stand on."""
        shown = ""
        while count > 0 and self._line:
            width = 0
            while self._line:
                gone = self._line.pop()
                count -= 1
                width = _width(gone)
                if width:
                    break
            shown += "\b \b" * width
        return shown

    # --- the terminal -------------------------------------------------------------------------

    def _take_keys(self) -> None:
        during = termios.tcgetattr(self._descriptor)
        during[3] &= ~(termios.ICANON | termios.ECHO)
        during[3] |= termios.NOFLSH
        during[6][termios.VMIN] = 1
        during[6][termios.VTIME] = 0
        termios.tcsetattr(self._descriptor, termios.TCSANOW, during)
        self._tell_pastes(_TELL_PASTES)

    def _tell_pastes(self, whether: str) -> None:
        """Ask the terminal to tell us of pastes, or no longer to."""
        if self._target.isatty() and os.environ.get("TERM") != "dumb":
            self._target.write(whether)
            self._target.flush()

    def _again(self, number: int, frame: FrameType | None) -> None:
        """Back from a suspension, during which a shell has had the terminal its own way."""
        # A runtime error where it comes in the middle of something being written.
        with suppress(termios.error, OSError, RuntimeError):
            self._take_keys()


def _width(sign: str) -> int:
    """How many columns a sign takes (Unicode UAX #11)."""
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def typist_for(source: TextIO, target: TextIO) -> Typist | None:
    """A typist where there is a terminal that can give keys one by one; else None.

    Windows hands over whole lines only (its ``msvcrt`` gives keys, but not to a screen reader's
    own line); a pipe has no one who types.
    """
    if sys.platform == "win32" or not source.isatty():
        return None
    try:
        return Typist(source, target)
    except io.UnsupportedOperation:
        return None
