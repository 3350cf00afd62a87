"""What the names model adds to what rules and lists found; it never takes anything away.

The model reads a text as a whole, which it does best, and each sentence by itself, which finds more
rare names, and more words that are none. So a word of every day counts by the first alone, and a
capital, a list or a name beside it lowers what is asked. What is asked was set on the notes in
``tests/sharing/corpus/tune``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.model import Likely, NamesModel
from peercoach.sharing.detect.spans import Certainty, Kind, Span
from peercoach.sharing.detect.tokens import Token, mostly_shouted
from peercoach.sharing.detect.wordlists import Lists

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|[\n\r]+")
_Sort = Literal["name", "rare", "cued", "word"]
"""In a list of names alone; in no list; a name that is a word; a word."""
_Asked = tuple[float, float]

SMALL: Mapping[_Sort, _Asked] = {
    "name": (0.2, 0.02),
    "rare": (0.2, 0.02),
    "cued": (0.2, 0.1),
    "word": (0.5, 0.3),
}
"""How likely a word must be to be found, and to be possible, in a text without capitals."""
CAPITAL: Mapping[_Sort, _Asked] = {
    "name": (0.2, 0.05),
    "rare": (0.2, 0.1),
    "cued": (0.4, 0.2),
    "word": (0.5, 0.3),
}
"""The same for a word with a capital, in a text that has them."""
NO_CAPITAL: Mapping[_Sort, _Asked] = {
    "name": (0.5, 0.3),
    "rare": (0.8, 0.6),
    "cued": (0.9, 0.9),
    "word": (0.95, 0.95),
}
"""And for a word without one."""
AFTER_AN_ARTICLE: _Asked = (0.8, 0.8)
ARTICLES = frozenset({"a", "an", "the", "no", "any", "some", "your", "my", "his", "her", "their"})
BESIDE_A_NAME = 0.05
"""What is enough for a word right after a name."""
_VERBS = known.HUMAN | known.DEEDS | known.SAYS
ADDRESS_ASKED, NUMBER_ASKED = 0.3, 0.3
LETTERS_THAT_ARE_WORDS = frozenset("ainoruxy")
"""The rest of single letters are initials, beside a name."""
_GAP = re.compile(r"[ ,./-]{0,2}")


class SecondLook:
    """Looks through one text that rules and lists have been through."""

    def __init__(
        self,
        text: str,
        words: Sequence[Token],
        spans: Sequence[Span],
        *,
        lists: Lists,
        safe: Sequence[bool],
        small: bool,
    ) -> None:
        """``spans`` are what was found; ``small`` says that capitals tell nothing here."""
        self._text = text
        self._words = words
        self._lists = lists
        self._safe = safe
        self._small = small
        self._shouted = mostly_shouted(words)
        self._hidden = _by_place(spans)

    def found(self, model: NamesModel) -> Iterator[Span]:
        """What it adds. A name beside a name that was found is one with it."""
        whole = model.likely(self._text)
        yield from self._runs(whole, "ADDRESS", [one.address >= ADDRESS_ASKED for one in whole])
        yield from self._runs(whole, "REF", [one.number >= NUMBER_ASKED for one in whole])
        at_once = _by_word(self._words, whole)
        alone = _by_word(self._words, list(self._sentences(model)))
        names: list[Span | None] = [self._hidden.get(one.start) for one in self._words]
        for at in range(len(names)):
            if names[at] is None:
                names[at] = self._judged(at, at_once[at], alone[at], self._beside(at, names))
        for at in reversed(range(len(names) - 1)):
            if names[at] is None and self._is_initial(at) and self._follows(at + 1):
                names[at] = _as(self._words[at], names[at + 1])
        yield from self._whole(names)

    def _sentences(self, model: NamesModel) -> Iterator[Likely]:
        """What each sentence says by itself, of those where it may count."""
        open_words = [
            word.start
            for at, word in enumerate(self._words)
            if word.start not in self._hidden and self._sort(at) not in (None, "word")
        ]
        start = 0
        for end in (*(one.end() for one in _SENTENCE_ENDS.finditer(self._text)), len(self._text)):
            if bisect_left(open_words, start) < bisect_left(open_words, end):
                for piece in model.likely(self._text[start:end]):
                    yield piece._replace(start=piece.start + start, end=piece.end + start)
            start = end

    def _follows(self, at: int) -> bool:
        """Whether a name that ends in the word before may go on with this one."""
        word, before = self._words[at], self._words[at - 1]
        sentence_ends = before.dotted and len(before.low) > 1
        return at > 0 and word.joined and not before.possessive and not sentence_ends

    def _beside(self, at: int, names: Sequence[Span | None]) -> Span | None:
        """The name that this word comes right after."""
        before = names[at - 1] if self._follows(at) else None
        return before if before is not None and before.kind == "PERSON" else None

    def _is_initial(self, at: int) -> bool:
        word = self._words[at]
        return len(word.low) == 1 and (word.dotted or word.low not in LETTERS_THAT_ARE_WORDS)

    def _after_article(self, at: int) -> bool:
        return self._words[at].joined and self._words[at - 1].low in ARTICLES

    def _judged(self, at: int, whole: float, alone: float, beside: Span | None) -> Span | None:
        """Whether a word is a name, and how sure that is."""
        word = self._words[at]
        sort = self._sort(at)
        likely = max(whole, alone) if self._counts_alone(word, sort) else whole
        if beside is not None and (self._is_initial(at) or self._goes_on(word, sort, likely)):
            return _as(word, beside)
        if sort is None or (word.shouted and sort in ("rare", "word") and not self._shouted):
            return None
        asked = SMALL if self._small else CAPITAL if word.capital else NO_CAPITAL
        found, possible = AFTER_AN_ARTICLE if self._after_article(at) else asked[sort]
        if likely < possible:
            return None
        return Span(word.start, word.end, "PERSON", "found" if likely >= found else "possible")

    def _counts_alone(self, word: Token, sort: _Sort | None) -> bool:
        """Whether what a sentence says by itself counts too."""
        if sort == "cued":
            return self._small or (word.capital and not word.first)
        return sort in ("name", "rare") and (self._small or word.capital)

    def _goes_on(self, word: Token, sort: _Sort | None, likely: float) -> bool:
        """Whether a word right after a name is a part of it, and not what somebody did."""
        if sort is None or likely < BESIDE_A_NAME or word.low in _VERBS:
            return False
        return self._small or word.capital

    def _sort(self, at: int) -> _Sort | None:
        """None for what names nobody, whatever the model says."""
        low, lists = self._words[at].low, self._lists
        everybodys = low in known.SAFE_WORDS or low in known.ACRONYMS or low in known.HONORIFICS
        if self._safe[at] or everybodys or len(low) < 2:
            return None
        if low in lists.cued or low in known.MOSTLY_NAMES:
            return "cued"
        if low in lists.words or low in lists.every_day:
            return "word"
        if low in lists.first or low in lists.last:
            return "name"
        return "word" if _slipped(low, lists.words) else "rare"

    def _whole(self, names: Sequence[Span | None]) -> Iterator[Span]:
        """Each name that a word was added to, as one span with what it goes on from."""
        run: list[Span] = []
        for at, name in enumerate(names):
            if name is None or not (run and self._beside(at, names) and name.kind == "PERSON"):
                yield from self._grown(run)
                run = []
            if name is not None:
                run.append(name)
        yield from self._grown(run)

    def _grown(self, run: Sequence[Span]) -> Iterator[Span]:
        if any(one.start not in self._hidden for one in run):
            sure = any(one.certainty == "found" for one in run)
            certainty: Certainty = "found" if sure else "possible"
            yield Span(run[0].start, run[-1].end, "PERSON", certainty)

    def _runs(self, pieces: Sequence[Likely], kind: Kind, likely: Sequence[bool]) -> Iterator[Span]:
        """Pieces of a kind that nothing but a blank or a mark parts, as one span."""
        start = end = -1
        for piece, is_likely in zip(pieces, likely, strict=True):
            if not is_likely or piece.start in self._hidden:
                continue
            if start >= 0 and not _GAP.fullmatch(self._text, end, piece.start):
                yield from self._kept(Span(start, end, kind))
                start = -1
            start, end = piece.start if start < 0 else start, piece.end
        if start >= 0:
            yield from self._kept(Span(start, end, kind))

    def _kept(self, span: Span) -> Iterator[Span]:
        """An official number has a figure; an address a letter, or it is beside one."""
        found = self._text[span.start : span.end]
        marked = any(map(str.isalpha if span.kind == "ADDRESS" else str.isdigit, found))
        around = [self._hidden.get(at) for at in (span.start - 2, span.end + 1)]
        beside = any(one is not None and one.kind == "ADDRESS" for one in around)
        if beside or (marked and sum(map(str.isalnum, found)) > 1):
            yield span


def _as(word: Token, name: Span | None) -> Span | None:
    """A word as a part of the name beside it."""
    if name is None or name.kind != "PERSON":
        return None
    return Span(word.start, word.end, "PERSON", name.certainty)


def _slipped(low: str, words: frozenset[str]) -> bool:
    """Whether it is an ordinary word but for two letters that changed places."""
    return len(low) > 3 and any(
        low[:at] + low[at + 1] + low[at] + low[at + 2 :] in words for at in range(len(low) - 1)
    )


def _by_place(spans: Sequence[Span]) -> dict[int, Span]:
    return {at: one for one in spans for at in range(one.start, one.end)}


def _by_word(words: Sequence[Token], pieces: Sequence[Likely]) -> list[float]:
    """Of each word, how likely its likeliest piece is a name; both come in order of the text."""
    found = []
    first = 0
    for word in words:
        while first < len(pieces) and pieces[first].end <= word.start:
            first += 1
        at, likely = first, 0.0
        while at < len(pieces) and pieces[at].start < word.end:
            likely = max(likely, pieces[at].person)
            at += 1
        found.append(likely)
    return found
