"""How hard a passphrase is to guess, and a good one to start from."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from peercoach.words import strength as words

LEAST = 8
"""As in :data:`peercoach.vault.kdf.LEAST_PASSPHRASE`, which refuses; a test keeps them equal."""

GUESSES_A_SECOND = 10_000
"""One attacker with the vault in hand. Argon2id at 256 MiB takes most of a second here; memory
bounds how many a rack of graphics cards runs at once, to some thousands: ten thousand is theirs."""

_SCORES = (1e6, 1e8, 1e10, 1e12)
"""Guesses from which a score is 1, 2, 3, 4: two minutes, three hours, twelve days, three years."""

_HARD = 3
"""The score from which a passphrase is called hard to guess."""

_READ_AT_MOST = 72
"""zxcvbn's own limit; its time grows steeply with length. Longer ones are judged by their start."""

WORDS_SUGGESTED = 5


@dataclass(frozen=True)
class Strength:
    """``score`` runs from 0 (guessed at once) to 4; ``words`` is the sentence to show."""

    score: int
    words: str

    @property
    def guessable(self) -> bool:
        """Whether it could be guessed in a time that matters: then we ask before it is used."""
        return self.score < _HARD


def passphrase_strength(text: str) -> Strength:
    """How hard this passphrase is to guess (estimate: Wheeler, *zxcvbn*, USENIX Security 2016).

    Never higher than 0 for one that would be refused as too short.
    """
    plain = text.strip()
    if not plain:
        return Strength(0, words.NOTHING_YET)
    if len(plain) < LEAST:
        return Strength(0, words.TOO_SHORT.format(least=LEAST))
    # Imported here, since its dictionaries take a moment and most runs never ask.
    from zxcvbn import zxcvbn

    guesses = float(zxcvbn(plain[:_READ_AT_MOST])["guesses"])
    score = sum(guesses >= least for least in _SCORES)
    time = words.guessing_time(guesses / GUESSES_A_SECOND)
    sentence = words.HARD_TO_GUESS if score >= _HARD else words.GUESSED_IN
    return Strength(score, sentence.format(time=time, more=words.MORE[score]))


def suggest_passphrase(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Five words of :func:`word_list` with spaces between, each drawn on its own: 55 bits or more.

    ``choose`` draws one word; by default from the system's own randomness.
    """
    listed = word_list()
    return " ".join(choose(listed) for _ in range(WORDS_SUGGESTED))


@cache
def word_list() -> tuple[str, ...]:
    """The words to suggest from, in alphabetical order; where they come from stands in the file."""
    text = files("peercoach.words").joinpath("passphrase-words.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
