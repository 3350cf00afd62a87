"""The words of a full name, around one of its words."""

from collections.abc import Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.context import Context
from peercoach.sharing.detect.tokens import Token
from peercoach.sharing.detect.word_forms import inflected
from peercoach.sharing.detect.wordlists import Lists

_KIN_BEFORE = known.ours("kin-before")
_MOST_INITIALS = 5
_SHORT_SURNAMES = known.ours("short-surnames")
_ARABIC = ("al-", "el-", "ul-", "ad-", "as-", "ar-", "an-", "at-", "ash-", "bin-")
_NO_INITIAL = "aiknruwxy"
"""Small letters that stand for a word of their own, or for a kiss."""
_OBJECTS = known.ours("objects")
_AFTER_INITIAL = frozenset(
    ("re", "about", "abt", "for", "from", "on", "at", "to", "and", "is", "by")
)


class FullNames:
    """Looks to the left and to the right of a name."""

    def __init__(
        self,
        text: str,
        words: Sequence[Token],
        lists: Lists,
        safe: Sequence[bool],
        ctx: Context,
    ) -> None:
        self._text = text
        self._words = words
        self._lists = lists
        self._safe = safe
        self._ctx = ctx

    def grown(self, at: int) -> tuple[int, int]:
        """The words of the full name around one of its words."""
        start = end = at
        while self._goes_on(end):
            end += 2 if self._ctx.low(end + 1) in known.PARTICLES and self.continues(end + 2) else 1
        while start and at - start < _MOST_INITIALS and self._ctx.initial_before(start):
            start -= 1
        if start and start == at and self._short_surname(start):
            start -= 1
        if start and (self._nick(start) or self._kin(start)):
            start -= 1
        return start, end

    def _short_surname(self, start: int) -> bool:
        """Whether a surname of two letters stands first: "Oh Min-jun"."""
        before = self._words[start - 1]
        return (
            self._words[start].joined
            and before.capital
            and not before.first
            and before.low in _SHORT_SURNAMES
            and not self._ctx.shouted
        )

    def _kin(self, start: int) -> bool:
        before = self._words[start - 1]
        same = before.capital or not self._words[start].capital
        return self._words[start].joined and same and before.low in _KIN_BEFORE

    def _nick(self, start: int) -> bool:
        before = self._words[start - 1]
        return (
            self._words[start].joined
            and before.low in known.NICK_PREFIXES
            and (before.capital or not self._words[start].capital)
            and not (before.low in ("our", "old") and (before.first or not before.capital))
        )

    def _goes_on(self, end: int) -> bool:
        if self._words[end].possessive or (
            self._words[end].dotted and len(self._words[end].low) > 1
        ):
            return False
        if self._ctx.low(end + 1) in known.PARTICLES and self._joined(end + 1):
            return self.continues(end + 2) or self.continues(end + 1)
        return self.continues(end + 1)

    def continues(self, at: int) -> bool:
        """Whether this word is a further part of a name that the word before belongs to."""
        if not self._joined(at) or self._safe[at]:
            return False
        word = self._words[at]
        if self._ctx.shouted or (self._ctx.small and not word.capital):
            return self._small_initial(at) or self._small_surname(at)
        if not word.capital:
            return word.low.startswith(_ARABIC) and word.text != word.low
        if word.shouted and len(word.low) > 1 and not self._words[at - 1].shouted:
            return False
        return word.low not in known.NEVER_SURNAMES

    def _small_surname(self, at: int) -> bool:
        """Whether a word in small letters is a surname, behind a first name."""
        low, lists = self._words[at].low, self._lists
        safe = low in known.SAFE_WORDS and low not in lists.last
        if safe or low in lists.every_day or low in known.SAYS or len(low) < 3:
            return low in _SHORT_SURNAMES and self._words[at - 1].low in lists.first
        if low not in lists.words:
            listed = low in lists.last or low in lists.first
            unknown = low not in lists.cued and not inflected(low, lists.words) and self._ctx.small
            return listed or (unknown and self._words[at - 1].low in lists.first)
        named = self._words[at - 1].low in lists.first and low in known.WORD_SURNAMES
        return named and not (self._ctx.near(at + 1) and self._ctx.low(at + 1) in _OBJECTS)

    def _small_initial(self, at: int) -> bool:
        """Whether a small letter is the initial of a surname: "tariq m, bev"."""
        word = self._words[at]
        if len(word.low) != 1 or word.low in _NO_INITIAL:
            return False
        after = self._ctx.low(at + 1)
        named = self._words[at - 1].low in self._lists.first
        named = named or self._words[at - 1].low in self._lists.cued
        return named and (
            not self._ctx.near(at + 1)
            or after in known.SAYS
            or after in known.HUMAN
            or after in _AFTER_INITIAL
        )

    def _joined(self, at: int) -> bool:
        """Whether a word may belong to the name before it: a line may end between the two."""
        if at >= len(self._words):
            return False
        word = self._words[at]
        if word.joined:
            return True
        broken = self._text[self._words[at - 1].end : word.start] == "\n"
        return (
            broken
            and word.low in self._lists.last
            and self._words[at - 1].low in self._lists.first
            and (self._ctx.small or not self._words[at - 1].first)
        )
