"""Asking for words, and taking them from wherever they come."""

import sys
from collections.abc import Iterator, Sequence

from peercoach.cli.setting import STDIN, say_aside
from peercoach.errors import NoTerminal, UsedWrongly
from peercoach.words import commands as words


def text_from(given: Sequence[str], *ask: str) -> str:
    """What is to be written: words of the command line, standard input, or asked for.

    ``ask`` are the lines that ask for it.

    ``-`` alone, or nothing where standard input is no terminal, reads standard input to its end.
    """
    if list(given) == [STDIN] or (not given and not sys.stdin.isatty()):
        return sys.stdin.read().removeprefix("\ufeff").rstrip("\n")
    if given:
        warn_of_history()
        return " ".join(given)
    for line in ask:
        say_aside(line)
    return "\n".join(_lines())


def words_from(given: Sequence[str]) -> str:
    """What is to be searched for: words of the command line, else one line, asked for.

    Raises:
        UsedWrongly: there are none.
    """
    if given:
        warn_of_history()
        return " ".join(given)
    if sys.stdin.isatty():
        print(words.ASK_WORDS, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline().removeprefix("\ufeff").strip()
    if not line:
        raise UsedWrongly(detail=words.NO_WORDS)
    return line


def sure(ask: str) -> bool:
    """Whether someone says yes. Where nobody can be asked, ``--yes`` is needed.

    Raises:
        NoTerminal: nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise NoTerminal(need=words.NEED_YES)
    print(ask, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def line_from(ask: str) -> str:
    """One line that is asked for, without what stands round it; empty at the end of input.

    It is asked even of a pipe: on standard error, where it is in nobody's way.
    """
    print(ask, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline().removeprefix("\ufeff").strip()
    if not sys.stdin.isatty():
        print(file=sys.stderr)
    return line


def warn_of_history() -> None:
    """Say that a shell keeps its history, where a person may have typed these words into one."""
    if sys.stdin.isatty():
        say_aside(words.HISTORY)


def _lines() -> Iterator[str]:
    """Lines until one that holds a single full stop (two stand for a real one), or control-D."""
    for line in iter(sys.stdin.readline, ""):
        typed = line.rstrip("\r\n")
        if typed.strip() == ".":
            return
        yield "." if typed.strip() == ".." else typed
