"""Where the plain interface speaks and listens: lines out, lines in, nothing else."""

import sys
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import TextIO

from peercoach.journal.text import clean
from peercoach.plain import terminal
from peercoach.plain.guard import LOOK_EVERY, Guard
from peercoach.plain.typist import NoMore, typist_for
from peercoach.plain.watch import Gone, Interrupted, Watch, stop
from peercoach.words import company
from peercoach.words import plain as words


def _nothing(_so_far: str) -> None:
    """What is being typed is nobody's to keep."""


class Ended(Exception):
    """No more input: control-D on a terminal, the end of a pipe."""


class Port:
    """Lines out and lines in.

    ``interactive`` says that a person can be asked again; in a pipe, input that ends has ended for
    good. ``hidden`` asks for a passphrase without showing it. ``guard`` is given a patience while a
    notebook is open.
    """

    def __init__(
        self,
        source: TextIO,
        target: TextIO,
        watch: Watch,
        *,
        hidden: Callable[[str], str] = terminal.hidden,
        key_waits: Callable[[], bool] | None = None,
    ) -> None:
        self.source = source
        self._target = target
        self._watch = watch
        self._hidden = hidden
        self._key_waits = key_waits
        self._typist = typist_for(source, target)
        self.guard = Guard()
        self.interactive = source.isatty()
        self.on_screen = target.isatty()

    # --- out ---------------------------------------------------------------------------------

    def say(self, *lines: str) -> None:
        """Say these lines, one after the other."""
        for line in lines:
            # Cleaned again, though notes are clean: a framework's title or a path may not be.
            self._target.write("\n".join(self._fitted(clean(line))) + "\n")
        self._target.flush()

    def paragraph(self, lines: Iterable[str]) -> None:
        """Say these lines after an empty one."""
        self.say("", *lines)

    def clear(self) -> bool:
        """Clear the window and what can be scrolled back to, on a terminal; whether it was done."""
        if self.on_screen:
            self._target.write(terminal.CLEAR)
            self._target.flush()
        return self.on_screen

    def _fitted(self, line: str) -> list[str]:
        """On a terminal, the line broken between words: it would break within them, which is hard
        to read in braille. In a pipe a line stays one line.
        """
        width = terminal.columns(self._target) - 1 if self.on_screen else 0
        if not 0 < width < len(line):
            return [line]
        return [
            part
            for one in line.split("\n")
            for part in textwrap.wrap(
                one,
                width,
                break_long_words=False,
                break_on_hyphens=False,
                replace_whitespace=False,
                expand_tabs=False,
            )
            or [""]
        ]

    # --- in ----------------------------------------------------------------------------------

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Have the terminal our way while inside, and as it was afterwards."""
        with self._typist.at_work() if self._typist else nullcontext():
            yield

    def line(self, pause: Callable[[str], None] = _nothing) -> str:
        """One line as it was typed, without its end.

        ``pause`` is given what was typed so far, within a second of any key, where that can be
        known: on a terminal, but for Windows.

        Raises:
            Ended: there is no more.
            Interrupted: control-C, silence, or the end of the terminal; ``rest`` is the part of a
                line that had been typed.
        """
        self.guard.begin()
        while True:
            self._prompt()
            line = self._one(pause)
            # After the notice enter on its own is "any key", and answers nothing else.
            if line or not self.guard.warned:
                return line
            self.say(words.STAYS_OPEN)
            self.guard.begin()

    def _one(self, pause: Callable[[str], None]) -> str:
        try:
            if self._typist is not None:
                return self._typist.line(self._watch.waiting, pause, self.guard, self._notice)
            found = self._whole_line()
        except Interrupted as why:
            why.rest = self._typist.unfinished() if self._typist else ""
            self._end_line()
            raise
        except OSError:
            # A terminal that hung up answers with an input/output error.
            gone = Gone(1)
            gone.rest = self._typist.unfinished() if self._typist else ""
            raise gone from None
        except NoMore:
            found = ""
        if not found:
            self._end_line()
            raise Ended
        return found.rstrip("\r\n")

    def _whole_line(self) -> str:
        """A line of a pipe, or of a terminal that gives nothing less."""
        if self.interactive and self._key_waits is not None:
            while not self._key_waits():
                if self.guard.look():
                    self._notice("")
                with self._watch.waiting():
                    time.sleep(LOOK_EVERY / 10)
            self.guard.touched()
        with self._watch.waiting(self.guard.limit):
            return self.source.readline()

    def _prompt(self) -> None:
        if self.interactive:
            self._target.write(words.PROMPT)
        self._target.flush()

    def _notice(self, so_far: str) -> None:
        """Say that it will lock, on a line of its own; what was typed stands again below."""
        self._end_line()
        self.say(company.IDLE)
        self._prompt()
        self._target.write(so_far)
        self._target.flush()

    def secret(self, prompt: str) -> str:
        """A passphrase, not shown. While a notebook is open the wait is no longer than for a line.

        Raises:
            NoTerminal: it can't be hidden here.
            Ended, Interrupted: as for ``line``.
        """
        self._target.flush()
        try:
            resting = self._typist.resting() if self._typist else nullcontext()
            with resting, self._watch.waiting(self.guard.limit):
                return self._hidden(prompt)
        except EOFError:
            raise Ended from None
        except Interrupted:
            self._end_line()
            raise

    def stop(self) -> None:
        """Stop, as the person asked with control-Z; returns once they go on with us."""
        with self._typist.resting() if self._typist else nullcontext():
            stop()

    def _end_line(self) -> None:
        """The cursor stands behind a prompt: what is said next begins a line of its own."""
        if self.interactive:
            with suppress(OSError):
                self._target.write("\n")
                self._target.flush()


def standard(watch: Watch) -> Port:
    """The port of this process."""
    return Port(sys.stdin, sys.stdout, watch, key_waits=terminal.key_waits())
