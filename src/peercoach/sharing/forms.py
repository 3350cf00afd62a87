"""A text as anybody would search it for a name: by whole words, whatever parts or dresses them.

One rule for both ends of the way out: what the review hides of the private dictionary, and what the
last scan looks for in the bytes that were written (:mod:`peercoach.sharing.last_scan`). Case,
accents, punctuation, line breaks and invisible characters make no difference.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Kind, Span
from peercoach.sharing.detect.tokens import plain
from peercoach.sharing.detect.wordlists import PARTICLES, lists

_BEGINS = re.compile(r"[.!?…:\n\r]['\"’”)\s]*[\"“‘(\[•*–—-]?\s*$")
LONGEST_INITIALS = 3
"""So many capitals, or fewer, are initials: they count as they are written, and nothing else."""


class Word(NamedTuple):
    """One word: folded, where it stands in the text, and whether it has no capital."""

    low: str
    start: int
    end: int
    small: bool


def words_of(text: str) -> list[Word]:
    """The words of a text: runs of letters and digits; each letter of a script without blanks.

    Characters that show nothing (soft hyphens, joiners, marks of direction) and combining marks
    part no word.
    """
    return list(_ascii_words(text) if text.isascii() else _words(text))


# Scripts that put no blanks between words: Thai to Tibetan, Burmese, Khmer, kana, Han.
_UNSPACED = re.compile(
    r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_RUN = re.compile(r"[A-Za-z0-9]+")


def _ascii_words(text: str) -> Iterator[Word]:
    for found in _RUN.finditer(text):
        word = found.group()
        low = word.lower()
        yield Word(low, found.start(), found.end(), word == low)


def _words(text: str) -> Iterator[Word]:
    parts: list[str] = []
    start = end = 0
    small, alone = True, False
    for at, one in enumerate(text):
        low = _low(one)
        if low:
            unspaced = _UNSPACED.match(one) is not None
            if parts and (alone or unspaced):
                yield Word("".join(parts), start, end, small)
                parts = []
            if not parts:
                start, small, alone = at, True, unspaced
            parts.append(low)
            end = at + 1
            small = small and not one.isupper() and not one.istitle()
        elif low is not None and parts:
            end = at + 1
        elif parts:
            yield Word("".join(parts), start, end, small)
            parts = []
    if parts:
        yield Word("".join(parts), start, end, small)


@cache
def _low(one: str) -> str | None:
    """A character folded; empty where it parts no word and adds nothing, None where it parts."""
    category = unicodedata.category(one)
    if category in ("Cf", "Mn", "Me"):
        return ""
    if category == "Mc":
        # A vowel of an Indian script stands within its word.
        return one
    parts = unicodedata.normalize("NFKD", one)
    # Of a sign for several letters with marks between them, such as ⒜, no word is made.
    low = plain(parts)
    return low if low and all(map(str.isalnum, low)) else None


@dataclass(frozen=True)
class Form:
    """One way in which somebody or something is called. ``ordinary``: it is a common word, too."""

    words: tuple[str, ...] = field(repr=False)
    kind: Kind
    ordinary: bool = False


class Stands(NamedTuple):
    """Where a form stands. ``small``: without any capital; ``first``: a sentence begins with it."""

    form: Form
    start: int
    end: int
    small: bool
    first: bool


class Forms:
    """Every form of what a dictionary has: whole names, other names, and parts of full names.

    Initials are left to the detector, which knows them by their capitals; so are parts of names
    that are common words, but for whoever is called by such a word alone.
    """

    def __init__(self, entries: Iterable[Known]) -> None:
        self._by_first: dict[str, list[Form]] = {}
        for form in dict.fromkeys(one for entry in entries for one in _of(entry)):
            self._by_first.setdefault(form.words[0], []).append(form)
        for forms in self._by_first.values():
            forms.sort(key=lambda one: -len(one.words))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def standing(self, text: str, words: Sequence[Word] | None = None) -> Iterator[Stands]:
        """Each place of a text at which a form stands, one within another too.

        ``words`` are those of the text, where somebody has them already.
        """
        if not self:
            return
        words = words_of(text) if words is None else words
        lows = [one.low for one in words]
        for at, word in enumerate(words):
            for form in self._by_first.get(word.low, ()):
                size = len(form.words)
                if size == 1 or tuple(lows[at : at + size]) == form.words:
                    last = words[at + size - 1]
                    small = all(one.small for one in words[at : at + size])
                    first = bool(_BEGINS.search(text[max(0, word.start - 4) : word.start]))
                    yield Stands(form, word.start, last.end, small, first or not at)

    def spans(
        self,
        text: str,
        words: Sequence[Word] | None = None,
        *,
        left: frozenset[str] = frozenset(),
    ) -> list[Span]:
        """What of it stands in a text, to be hidden.

        A common word is only possible in small letters, and where a sentence begins with it; in
        small letters it is left where it is one of ``left``.
        """
        return [
            Span(one.start, one.end, one.form.kind, "possible" if doubtful(one) else "found")
            for one in self.standing(text, words)
            if not is_left(one, left)
        ]


def doubtful(one: Stands) -> bool:
    """Whether it may be the common word, and nobody's name."""
    return one.form.ordinary and (one.small or one.first)


def is_left(one: Stands, left: frozenset[str]) -> bool:
    """Whether it is a common word in small letters that its author lets stand."""
    return one.form.ordinary and one.small and one.form.words[0] in left


def to_whole_words(spans: Iterable[Span], words: Sequence[Word]) -> list[Span]:
    """These spans, each as far as the words of their text that it begins and ends in.

    So every word that is left is one that was written: half a word beside a label is another word.
    """
    starts = [one.start for one in words]
    return [
        replace(
            one,
            start=min(one.start, _word_at(words, starts, one.start, one.start).start),
            end=max(one.end, _word_at(words, starts, one.end - 1, one.end).end),
        )
        for one in spans
    ]


def _word_at(words: Sequence[Word], starts: Sequence[int], place: int, none: int) -> Word:
    """The word that stands at a place; an empty one at ``none`` where there is no word."""
    at = bisect_right(starts, place) - 1
    if at >= 0 and words[at].end > place:
        return words[at]
    return Word("", none, none, True)


def whole(text: str) -> tuple[str, ...]:
    """A name as its words."""
    return tuple(one.low for one in words_of(text))


def are_initials(name: str) -> bool:
    """Whether a name is no more than initials."""
    letters = [one for one in name if one.isalnum()]
    return len(letters) <= LONGEST_INITIALS and all(one.isupper() for one in letters)


def _of(entry: Known) -> Iterator[Form]:
    for name in (entry.name, *entry.also):
        words = whole(name)
        if not words or are_initials(name):
            continue
        yield Form(words, entry.kind, _ordinary(words))
        if entry.kind == "PERSON" and len(words) > 1:
            yield from (Form((one,), "PERSON") for one in words if _tells(one))


def _tells(part: str) -> bool:
    """Whether a part of a full name tells by itself who is meant."""
    return len(part) > 1 and part not in PARTICLES and part not in lists().words


def _ordinary(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0] in lists().words
