"""What the detector finds and misses: ``python -m tests.sharing.score [tune|report] [--write]``.

It prints two tables in Markdown, by rules and lists alone and with the names model, and with
``--write`` puts those of the half ``report`` into ``docs/de-identification.md``. An identifier
counts as found only when every letter and digit of it is covered; a leak is a note with a direct
identifier that was not. Each figure has its count and a 95 % interval (Wilson, *JASA* 22 (1927)
209–212).
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import sqrt
from pathlib import Path

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.model import Likely, NamesModel, load
from peercoach.sharing.detect.spans import DIRECT, Span
from tests.sharing.corpus_notes import Mark, Marked, half

DOCUMENT = Path(__file__).parents[2] / "docs" / "de-identification.md"
PLAIN, NAMES = "figures", "figures with names"
"""The two tables, as the document marks them."""
_Z = 1.959964
FILLED = 0.8


@dataclass(frozen=True)
class Setting:
    """How the notes are read: with a dictionary of most of their people, in small letters, with the
    names model.
    """

    name: str
    dictionary: bool = False
    lower: bool = False
    names: bool = False


SETTINGS = (
    Setting("default"),
    Setting("dictionary at 80 %", dictionary=True),
    Setting("lower case", lower=True),
    Setting("lower case, dictionary", dictionary=True, lower=True),
)
SETTINGS_NAMES = tuple(replace(one, name=f"`[names]`, {one.name}", names=True) for one in SETTINGS)


@dataclass(frozen=True)
class Rate:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """As a share, from 0 to 1."""
        return self.hits / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share."""
        n, p = self.of, self.value
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        reach = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return max(0.0, middle - reach), min(1.0, middle + reach)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.3f} ({low:.3f}–{high:.3f}), n {self.of}"


@dataclass
class Score:
    """What was counted over some notes."""

    total: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def recall(self, *kinds: str) -> Rate:
        """How many of the identifiers of these kinds were found whole."""
        return Rate(sum(self.hits[one] for one in kinds), sum(self.total[one] for one in kinds))

    @property
    def direct(self) -> Rate:
        """How many of those that tell by themselves who is meant were found whole."""
        return self.recall(*DIRECT)

    @property
    def leaks(self) -> Rate:
        """Of the notes that have a direct identifier, those where one was missed."""
        return Rate(self.counts["leaks"], self.counts["noted"])

    @property
    def precision(self) -> Rate:
        """Of what was hidden, what touches an identifier."""
        return Rate(self.counts["right"], self.counts["hidden"])

    @property
    def over(self) -> Rate:
        """Of the characters of no identifier, those that were hidden."""
        return Rate(self.counts["over"], self.counts["outside"])

    @property
    def touched(self) -> Rate:
        """Of the notes with nothing to hide, those where something was hidden."""
        return Rate(self.counts["touched"], self.counts["clean"])

    @property
    def a_note(self) -> float:
        """How many direct identifiers a note has that has any."""
        return sum(self.total[one] for one in DIRECT) / self.counts["noted"]


class Remembering(NamesModel):
    """The names model, asked once of each text; capitals say nothing to it."""

    def __init__(self) -> None:
        self._asked: dict[str, list[Likely]] = {}

    def likely(self, text: str) -> list[Likely]:
        """What the model says, or said before."""
        low = lower(text)
        if low not in self._asked:
            self._asked[low] = load().likely(low)
        return self._asked[low]


@cache
def remembering() -> Remembering:
    """One for all settings."""
    return Remembering()


def measure(notes: Sequence[Marked], setting: Setting) -> Score:
    """Every note read in this setting."""
    score = Score()
    model = remembering() if setting.names else None
    plain = Detector(model=model)
    for note in notes:
        # The same people of a note are known on every run.
        draw = random.Random(note.name)
        known = [Known(one) for one in note.people if draw.random() < FILLED]
        detector = Detector(known, model) if setting.dictionary else plain
        text = lower(note.text) if setting.lower else note.text
        count(score, note, text, detector.find(text))
    return score


def lower(text: str) -> str:
    """In small letters, each character in its place."""
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


def count(score: Score, note: Marked, text: str, spans: Sequence[Span]) -> None:
    """Add what these spans cover of a note."""
    covered = {at for one in spans for at in range(one.start, one.end)}
    marked = {at for one in note.marks for at in range(one.start, one.end)}
    missed = []
    for mark in note.marks:
        score.total[mark.kind] += 1
        if _whole(mark, text, covered):
            score.hits[mark.kind] += 1
        else:
            missed.append(mark)
    right = sum(any(at in marked for at in range(one.start, one.end)) for one in spans)
    score.counts.update(
        noted=any(one.direct for one in note.marks),
        leaks=any(one.direct for one in missed),
        hidden=len(spans),
        right=right,
        outside=len(text) - len(marked),
        over=len(covered - marked),
        clean=note.clean,
        touched=note.clean and bool(spans),
    )


def _whole(mark: Mark, text: str, covered: set[int]) -> bool:
    return all(at in covered for at in range(mark.start, mark.end) if text[at].isalnum())


def table(notes: Sequence[Marked], settings: Sequence[Setting] = SETTINGS) -> str:
    """Every figure in every setting, as a table in Markdown."""
    scores = [measure(notes, one) for one in settings]
    rows = [["", *(one.name for one in settings)], ["---"] * (len(settings) + 1)]
    rows += _figures(scores)
    for kind in sorted(scores[0].total, key=lambda one: (one not in DIRECT, one)):
        if kind != "QUASI":
            rows.append([f"`{kind}`, recall", *(str(one.recall(kind)) for one in scores)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _figures(scores: Sequence[Score]) -> Iterator[list[str]]:
    yield ["direct identifiers, recall", *(str(one.direct) for one in scores)]
    yield ["leak rate", *(str(one.leaks) for one in scores)]
    yield ["direct identifiers a note", *(f"{one.a_note:.1f}" for one in scores)]
    yield ["precision", *(str(one.precision) for one in scores)]
    yield ["over-redaction", *(str(one.over) for one in scores)]
    yield ["clean notes touched", *(str(one.touched) for one in scores)]


def shown(document: str, name: str = PLAIN) -> str:
    """The figures of this name that the document shows."""
    found = _block(name).search(document)
    assert found is not None
    return found.group()


def put(document: str, name: str, figures: str) -> str:
    """The document with these figures of this name."""
    return _block(name).sub(lambda _: figures, document)


def _block(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->\n)", re.DOTALL)


def main() -> None:
    """Print the tables, or write them."""
    parser = argparse.ArgumentParser(prog="python -m tests.sharing.score")
    parser.add_argument("half", nargs="?", default="report", choices=("tune", "report"))
    parser.add_argument("--write", action="store_true", help="into the document")
    asked = parser.parse_args()
    document = DOCUMENT.read_text("utf-8")
    for name, settings in ((PLAIN, SETTINGS), (NAMES, SETTINGS_NAMES)):
        figures = table(half(asked.half), settings)
        document = put(document, name, figures)
        print(figures)
    if asked.write and asked.half == "report":
        DOCUMENT.write_text(document, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
