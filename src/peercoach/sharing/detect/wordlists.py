"""The lists that ship: names, places, ordinary words, and what is everybody's.

``lists/`` holds what ``tests/sharing/make_lists.py`` made, and in ``ours-…`` what we gathered by
hand, each file with a line that says what it is. All words are folded: lower case, no accents,
straight apostrophes.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FOLDER = files("peercoach.sharing.detect") / "lists"


@dataclass(frozen=True)
class Lists:
    """What is looked up. A place of several words has spaces.

    ``first`` are first names that are no ordinary words, ``cued`` those that are; ``last`` surnames
    that are no ordinary words, ``last_too`` those that are. ``every_day`` are words too, but some
    are brands or people of the news: they count as words in small letters alone. ``seldom`` are
    words that somebody is called now and then.
    """

    first: frozenset[str]
    cued: frozenset[str]
    last: frozenset[str]
    last_too: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    every_day: frozenset[str]
    seldom: frozenset[str]


@cache
def lists() -> Lists:
    """Every long list, read once."""
    return Lists(
        first=_made("first-names") - MORE_WORDS,
        cued=_made("first-names-that-are-words"),
        last=_made("surnames") - MORE_WORDS,
        last_too=_made("surnames-that-are-words"),
        places=_made("places") | ours("more-places"),
        words=_made("words") | _made("words-seldom-used") | MORE_WORDS,
        every_day=_made("words-of-every-day") | ours("dialect"),
        seldom=_made("words-that-may-be-names"),
    )


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """What people are called for short, by their name."""
    rows = (line.split() for line in _lines("ours-short-forms"))
    return {row[0]: frozenset(row[1:]) for row in rows}


def ours(name: str) -> frozenset[str]:
    """The words of a list of our own."""
    return frozenset(" ".join(_lines(f"ours-{name}")).split())


def _made(name: str) -> frozenset[str]:
    return frozenset(_text(name).split("\n")) - {""}


def _lines(name: str) -> list[str]:
    return [line for line in _text(name).splitlines() if line and not line.startswith("#")]


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.txt").read_text("utf-8")


MORE_WORDS = ours("more-words") | ours("health-words")
SAFE_WORDS = ours("safe-words") | ours("brands") | ours("medicines")
"""Words that stand with a capital and name nobody."""
SAFE_PHRASES = tuple(sorted((*_lines("ours-sayings"), *_lines("ours-phrases")), key=len))[::-1]
"""Capitalised phrases of everybody's, the longest first."""

WORK_WORDS = ours("work-words")
WORD_SURNAMES = ours("word-surnames")

HONORIFICS = ours("honorifics")
TITLES_ALONE = ours("titles-alone")
PARTICLES = ours("particles")
KIN = ours("kin")
NICK_PREFIXES = ours("nick-prefixes")
MOSTLY_NAMES = ours("mostly-names")
VERBISH = ours("verbish")
ACRONYMS = ours("acronyms")
NEVER_SURNAMES = ours("never-surnames")

HUMAN = ours("human")
SAYS = ours("says") | HUMAN
DEEDS = ours("deeds")
RELATIONS = ours("relations")
CUES = ours("cues")
