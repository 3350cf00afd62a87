"""Notebooks of invented notes as the journal keeps them, and figures held against a plain limit."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.vault import PASSPHRASE, Unsynced, copy_of, new_place
from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Place
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault

PLANTED = "allotment", "tea"
"""Words that stand in one note of fifty each: what is searched for."""

_HOUR = 3_600_000
_SYLLABLES = (
    *("a", "al", "am", "an", "be", "bel", "ca", "cor", "da", "de", "den", "el", "en", "er", "fa"),
    *("far", "fen", "ga", "gar", "ha", "hel", "i", "in", "ka", "ken", "la", "lan", "len", "ma"),
    *("mar", "me", "mi", "na", "nen", "o", "or", "pa", "per", "ra", "ren", "ri", "sa", "sel"),
    *("sen", "so", "ta", "tel", "ten", "ter", "u", "un", "va", "ver", "wa", "wen", "wi"),
)


@dataclass(frozen=True)
class Limit:
    """One measured line that has no floor beside it: ours, and the most that it may be."""

    what: str
    ours: float
    most: float
    bar: float = 1.0

    @property
    def ratio(self) -> float:
        """Ours as a part of the most."""
        return self.ours / self.most

    def __str__(self) -> str:
        verdict = "holds" if self.ratio <= self.bar else "MISSED"
        return f"{self.what:<44}{self.ours:>10.3f}{'':>10}{'≤':>8}{self.most:>7.0f}  {verdict}"


def entries(count: int, *, quotes: bool = False) -> Iterator[Entry]:
    """Answers of 1 KB to forty questions about seven elements.

    Their words are drawn as words come in a language: few often, most seldom. ``quotes``: with
    typographic ones, so that Python keeps two bytes for each character.
    """
    draw = random.Random(1)
    words = ["".join(draw.choices(_SYLLABLES, k=draw.randint(1, 4))) for _ in range(6000)]
    often = [1 / rank for rank in range(1, len(words) + 1)]
    for number in range(count):
        said = draw.choices(words, often, k=220)
        said += [word for word in PLANTED if draw.random() < 0.02]
        text = " ".join(reversed(said))[: 990 if quotes else 1000]
        element = number % 7
        place = Place(
            framework="peer-leadership",
            framework_title="Peer leadership",
            version="1.0.0",
            element=f"element-{element}",
            element_title=f"The element of number {element}",
            question=f"question-{number % 40}",
            ask=f"When did you last see something like number {number % 40}, and what was it like?",
        )
        yield Entry(
            kind="answer",
            text=f"“{text}”" if quotes else text,
            place=place,
            reflection=draw.getrandbits(63),
        )


@cache
def _written(count: int, *, quotes: bool) -> Path:
    path = new_place()
    vault = Vault.create(path, PASSPHRASE, profile=SMALL, files=Unsynced())
    for number, entry in enumerate(entries(count, quotes=quotes)):
        when = Moment(1_700_000_000_000 + number * _HOUR // 4, 60, "BST")
        vault.private.commit({vault.private.new_id(): documents.new(entry, when)})
    vault.lock()
    return path


@contextmanager
def notebook_of(count: int, *, quotes: bool = False) -> Iterator[Path]:
    """A locked notebook of ``count`` notes, one commit each, in a folder beside the project."""
    with copy_of(_written(count, quotes=quotes)) as path:
        yield path
