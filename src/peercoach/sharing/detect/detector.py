"""The detector: everything in a text that could tell who is meant."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.dictionary import Dictionary, Known, has_number
from peercoach.sharing.detect.model import NamesModel
from peercoach.sharing.detect.names import Names
from peercoach.sharing.detect.organisations import Organisations
from peercoach.sharing.detect.places import Places
from peercoach.sharing.detect.second_look import SecondLook
from peercoach.sharing.detect.spans import Span, resolved
from peercoach.sharing.detect.structured import structured
from peercoach.sharing.detect.tokens import Token, mostly_small, tokens
from peercoach.sharing.forms import Forms


class Detector:
    """Finds identifiers. ``entries`` are what its user's private dictionary has; a ``model`` adds
    to what rules and lists find.
    """

    def __init__(self, entries: Iterable[Known] = (), model: NamesModel | None = None) -> None:
        self._model = model
        self._lists = known.lists()
        entries = list(entries)
        self._dictionary = Dictionary(entries, self._lists)
        self._numbered = Forms(
            Known(name, kind=one.kind)
            for one in entries
            for name in (one.name, *one.also)
            if has_number(one, name)
        )

    def find(self, text: str) -> list[Span]:
        """What could tell who is meant, in order, none over another; code points of ``text``."""
        return self.find_all([text])[0]

    def find_all(self, texts: Sequence[str]) -> list[list[Span]]:
        """The same of each of these texts; a name that is found in one is hidden in all."""
        read = [self._read(text) for text in texts]
        hidden = frozenset().union(*(_hidden(words, spans) for words, spans in read))
        hidden -= known.PARTICLES | known.HONORIFICS
        return [
            self._with_hidden(text, *one, hidden) for text, one in zip(texts, read, strict=True)
        ]

    def _read(self, text: str) -> tuple[list[Token], list[Span]]:
        """The words of a text, and what is found in it by itself."""
        words = tokens(text)
        safe = _safe(text, words)
        small = mostly_small(words)
        fixed = [*self._dictionary.found(words, small=small), *structured(text)]
        fixed += self._numbered.spans(text)
        names = list(Names(text, words, self._lists, safe).found())
        others = [
            *Organisations(text, words, self._lists, safe, small=small).found(),
            *Places(words, self._lists, safe, small=small).found(),
        ]
        spans = resolved([*fixed, *others, *names])
        if self._model is not None:
            look = SecondLook(text, words, spans, lists=self._lists, safe=safe, small=small)
            spans = resolved([*spans, *look.found(self._model)])
        return words, spans

    def _with_hidden(
        self, text: str, words: Sequence[Token], spans: Sequence[Span], hidden: frozenset[str]
    ) -> list[Span]:
        """Its spans, and every other place where one of these words stands as a name."""
        every = resolved([*spans, *_propagated(words, hidden, self._lists)])
        return [one for one in every if any(map(str.isalnum, text[one.start : one.end]))]


def _beginnings() -> dict[str, list[tuple[str, ...]]]:
    """Everybody's phrases by their first word, the longest first."""
    begins: dict[str, list[tuple[str, ...]]] = {}
    for phrase in known.SAFE_PHRASES:
        parts = tuple(phrase.split())
        begins.setdefault(parts[0], []).append(parts)
    return begins


_BEGINS = _beginnings()
_TOO_COMMON = known.ours("too-common")


_CITED = re.compile(
    r"\([^()\n]{0,80}?[A-Z][\w'’-]{1,20},? (?:et al\.?,? )?(?:19|20)\d\d[a-z]?"
    r"(?:[;,][^()\n]{1,120})?\)"
    r"|\b[A-Z][\w'’-]{1,20}(?: (?:and|&) [A-Z][\w'’-]{1,20})? (?:et al\.?|\((?:19|20)\d\d[a-z]?\))"
)
"""Whoever wrote what is cited: (Slade, 2009); Repper and Carter (2011)."""


def _safe(text: str, words: Sequence[Token]) -> list[bool]:
    """Of each word, whether it belongs to a phrase of everybody's, or is cited."""
    safe = [False] * len(words)
    for at, word in enumerate(words):
        for parts in _BEGINS.get(word.low, ()):
            if tuple(one.low for one in words[at : at + len(parts)]) == parts:
                safe[at : at + len(parts)] = [True] * len(parts)
                break
    for cited in _CITED.finditer(text):
        first = bisect_left(words, cited.start(), key=lambda one: one.start)
        last = bisect_left(words, cited.end(), key=lambda one: one.start)
        safe[first:last] = [True] * (last - first)
    return safe


def _propagated(
    words: Sequence[Token], hidden: frozenset[str], lists: known.Lists
) -> Iterator[Span]:
    """What is hidden once is hidden wherever it stands, by its parts too."""
    small = mostly_small(words)
    for at, word in enumerate(words):
        for low in (word.low, word.low.removesuffix("s")):
            if low not in hidden:
                continue
            in_small = small and low in lists.cued and low not in _TOO_COMMON
            if low not in lists.words or in_small or _stands_as_name(words, at, hidden):
                yield Span(word.start, word.end - len(word.low) + len(low), "PERSON")
                break


def _stands_as_name(words: Sequence[Token], at: int, hidden: frozenset[str]) -> bool:
    """Whether an ordinary word that is somebody's name, too, is that name here."""
    word = words[at]
    if not word.capital or not word.first:
        return word.capital
    speaks = at + 1 < len(words) and words[at + 1].joined and words[at + 1].low in known.SAYS
    return speaks or word.possessive or (word.shouted and word.text in hidden)


def _hidden(words: Sequence[Token], spans: Sequence[Span]) -> set[str]:
    """Every word of the names that were found; both come in order of the text."""
    hidden: set[str] = set()
    names = (one for one in spans if one.kind == "PERSON" and one.certainty == "found")
    name = next(names, None)
    for word in words:
        while name is not None and name.end < word.end:
            name = next(names, None)
        if name is not None and name.start <= word.start and len(word.low) > 1:
            hidden.add(word.low)
            if word.shouted and len(word.text) < 4:
                # Initials are themselves though they spell a word: "SO", "AM".
                hidden.add(word.text)
    return hidden
