"""What changed from one text to the next, as far as it is kind and useful to say.

Two answers to one question, a year apart, mostly have no sentence in common: a difference of their
words would be noise. So it is decided by likeness. Of two that are much alike, the new words are
marked, and what is gone is told. Of two that are not, the longer stretches that came back are
marked, since what one says again in the same words is worth seeing. Of the rest it is said that all
of it is new.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from peercoach.journal.folding import fold
from peercoach.journal.text import one_line

Kind = Literal["first", "same", "alike", "echo", "new", "unsaid"]
"""first: nothing came before; same: in the same words; alike: a text worked over; echo: another
text that says something again; new: another text; unsaid: too long to be laid side by side."""

ALIKE = 0.6
"""From which part of words in common on (0 to 1, as :mod:`difflib` has it) texts are alike."""
MOST_WORDS = 1500
"""Longer texts are not compared: it would take more time than it is worth."""
_ECHO_WORDS = 4
_ECHO_WEIGHTY = 2
_WEIGHTY = 5
"""What is said again has so many words, and so many of them have so many letters."""
_BRIDGE = 1
"""Marked stretches with no more words than this between them are one."""
_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")

Span = tuple[int, int]


@dataclass(frozen=True)
class Change:
    """How a text stands to the one before it.

    ``marks`` are spans of the text, in code points: new words where it is alike, words from before
    where it is an echo. ``gone`` are stretches of the text before that are not in this one, of
    texts that are alike.
    """

    kind: Kind
    marks: tuple[Span, ...] = ()
    gone: tuple[str, ...] = ()


def change(before: str | None, text: str) -> Change:
    """What changed from the text before (None: there is none) to this one."""
    if before is None:
        return Change("first")
    old, new = _Text(before), _Text(text)
    if old.words == new.words:
        return Change("same")
    if max(len(old.words), len(new.words)) > MOST_WORDS:
        return Change("unsaid")
    matcher = SequenceMatcher(None, old.words, new.words)
    if matcher.ratio() >= ALIKE:
        steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
        added = [(start, end) for _, _, _, start, end in steps if end > start]
        gone = [(start, end) for _, start, end, _, _ in steps if end > start]
        return Change("alike", new.spans(added), old.said(gone))
    blocks = [(one.b, one.b + one.size) for one in matcher.get_matching_blocks()]
    again = [(start, end) for start, end in blocks if _says_something(new.words[start:end])]
    return Change("echo", new.spans(again)) if again else Change("new")


def marked(text: str, change: Change) -> list[str]:
    """The marked stretches of a text, each on one line."""
    return [one_line(text[start:end]) for start, end in change.marks]


class _Text:
    """The words of a text, folded, and where each of them stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = [(fold(_EDGES.sub("", one[0])), one.span()) for one in _WORD.finditer(text)]
        self.words = [word for word, _ in found if word]
        self._spans = [span for word, span in found if word]

    def spans(self, runs: Sequence[Span]) -> tuple[Span, ...]:
        """Where runs of words stand in the text; those that nearly touch are one."""
        joined: list[Span] = []
        for start, end in runs:
            if joined and start - joined[-1][1] <= _BRIDGE:
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return tuple((self._spans[start][0], self._end(end - 1)) for start, end in joined)

    def said(self, runs: Sequence[Span]) -> tuple[str, ...]:
        """Runs of words as they stand in the text."""
        return tuple(one_line(self._text[start:end]) for start, end in self.spans(runs))

    def _end(self, word: int) -> int:
        """Where a word ends, without the marks behind it."""
        start, end = self._spans[word]
        return start + len(self._text[start:end].rstrip(".,;:!?…)”\"'"))


def _says_something(words: Sequence[str]) -> bool:
    weighty = sum(len(word) >= _WEIGHTY for word in words)
    return len(words) >= _ECHO_WORDS and weighty >= _ECHO_WEIGHTY
