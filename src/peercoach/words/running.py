"""How a command is to be typed that a sentence names, for the notebook that is meant.

A sentence has ``{peercoach}`` where it names a command. What that becomes is said once, when the
options before the verb are known: without them the command would look in the usual place.
"""

import os
from collections.abc import Sequence

NAME = "peercoach"

_options: list[str] = []


def meant(options: Sequence[str] = ()) -> None:
    """From now on every command that a sentence names has these options before its verb."""
    _options[:] = options


def peercoach() -> str:
    """What a command begins with, as it is to be typed."""
    return line([NAME, *_options])


def named(sentence: str, /, **facts: object) -> str:
    """A sentence that names a command, with its other facts put in."""
    return sentence.format(peercoach=peercoach(), **facts)


def line(words: Sequence[str]) -> str:
    """Words as one line that a shell takes apart into the same words again."""
    if all(word.isascii() and word.isalpha() for word in words):
        return " ".join(words)
    # Only for words that need it: it costs time to import.
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return join(words)
