"""Choosing a passphrase at a prompt."""

import sys

from peercoach.cli.setting import say_aside
from peercoach.words import commands as words
from peercoach.words import plain as plain_words


def new_passphrase(given: str | None = None) -> str:
    """A passphrase that was given, or typed twice the same on the terminal; its strength is said.

    Raises:
        NoTerminal: there is nobody to ask.
    """
    from peercoach.plain.terminal import hidden
    from peercoach.strength import passphrase_strength

    if given is None:
        given = hidden(plain_words.HIDDEN_NEW)
        while hidden(plain_words.HIDDEN_AGAIN) != given:
            say_aside(words.NOT_THE_SAME)
            given = hidden(plain_words.HIDDEN_NEW)
    if sys.stderr.isatty():
        say_aside(passphrase_strength(given).words)
    return given
