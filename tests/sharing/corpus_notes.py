"""The notes that were marked by hand, read: their text, what stands in it, who is known."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peercoach.sharing.detect.spans import DIRECT

_MARK = re.compile(r"\[\[([A-Z]+)\|(.*?)\]\]", re.DOTALL)
_FOLDER = Path(__file__).parent / "corpus"


@dataclass(frozen=True)
class Mark:
    """An identifier as its author marked it."""

    start: int
    end: int
    kind: str

    @property
    def direct(self) -> bool:
        """Whether it tells by itself who is meant."""
        return self.kind in DIRECT


@dataclass(frozen=True)
class Marked:
    """A note: its text, its marks, and who a complete private dictionary would have."""

    name: str
    text: str
    marks: tuple[Mark, ...]
    people: tuple[str, ...]
    clean: bool


@cache
def half(name: str) -> tuple[Marked, ...]:
    """``tune`` or ``report``, in the order of the file names."""
    return tuple(_read(path) for path in sorted((_FOLDER / name).glob("*.txt")))


def _read(path: Path) -> Marked:
    raw = path.read_bytes().decode("utf-8")
    head, people = "", ""
    while raw.startswith("# "):
        line, _, raw = raw.partition("\n")
        head += line
        if line.startswith("# dictionary:"):
            people = line.removeprefix("# dictionary:")
    text, marks, at = "", [], 0
    for found in _MARK.finditer(raw):
        text += raw[at : found.start()]
        start = len(text)
        text += found.group(2)
        marks.append(Mark(start, len(text), found.group(1)))
        at = found.end()
    text += raw[at:]
    known = tuple(one.strip() for one in people.split(";") if one.strip())
    return Marked(path.name, text, tuple(marks), known, "clean: yes" in head)
