"""What stands beside a word, and what it says of it."""

from collections.abc import Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.tokens import Token, mostly_shouted, mostly_small
from peercoach.sharing.detect.wordlists import Lists

_TOLD, _SPOKE = known.ours("told"), known.ours("spoke")
_VERB_BEFORE, _VERB_AFTER = known.ours("verb-before"), known.ours("verb-after")
_CLAUSE_STARTS = known.ours("clause-starts")


_ADVERBS = (
    "already",
    "also",
    "always",
    "just",
    "never",
    "still",
    "then",
    "really",
    "quietly",
    "kindly",
)
_SMALL_LETTERS_ALONE = "aiknruwxy"
"""Small letters that stand for a word of their own."""
_NO_SURNAMES = known.ours("no-surnames")
_BETWEEN = (", ", " & ", "/", " + ", "\n", " n ")


class Context:
    """The words of one text; ``small`` and ``shouted`` say that its capitals tell nothing."""

    def __init__(self, text: str, words: Sequence[Token], lists: Lists) -> None:
        self._text = text
        self._words = words
        self._lists = lists
        self.small = mostly_small(words)
        self.shouted = mostly_shouted(words)

    def says_next(self, at: int) -> bool:
        """Whether what follows is what people do."""
        if not self.near(at + 1):
            return False
        adverb = self.low(at + 1) in _ADVERBS and self.near(at + 2)
        return self.low(at + 2 if adverb else at + 1) in known.SAYS

    def speaks(self, at: int) -> bool:
        """Whether it does what people do, or something is theirs."""
        return self.says_next(at) or self._words[at].possessive

    def begins_clause(self, at: int) -> bool:
        """Whether a sentence or a clause begins with it."""
        return self._words[at].first or self.low(at - 1) in _CLAUSE_STARTS

    def is_cue(self, at: int) -> bool:
        """Whether it is one of the words that stand before somebody."""
        return at >= 0 and self.low(at) in known.CUES and self.near(at + 1)

    def named_before(self, at: int) -> bool:
        """Whether a first name stands before it."""
        return at > 0 and self._words[at].joined and self.low(at - 1) in self._lists.first

    def after_title(self, at: int) -> bool:
        """Whether a title stands before it: "Dr Osei", "Sister Bisi"."""
        if at == 0 or not self._words[at].joined:
            return False
        before, word = self._words[at - 1], self._words[at]
        if before.low in known.TITLES_ALONE:
            return word.capital or (
                len(word.low) > 2 and word.low not in known.SAYS and word.low not in _NO_SURNAMES
            )
        if before.low in known.HONORIFICS and before.capital and word.capital:
            ordinary = word.low in self._lists.words and word.low not in known.WORD_SURNAMES
            return not ordinary and word.low not in known.SAFE_WORDS
        return False

    def nicknamed(self, at: int) -> bool:
        """Whether "Big" or "Little" stands before it."""
        before = self._words[at - 1] if at else None
        return bool(
            before
            and self._words[at].joined
            and before.low in ("big", "little", "lil", "wee")
            and before.capital
        )

    def nick_small(self, at: int) -> bool:
        """Whether "big" or "little" stands before it, in small letters."""
        return self.low(at - 1) in ("big", "little", "wee") and self.near(at)

    def initial_before(self, at: int) -> bool:
        """Whether one capital stands before it: "J. Mbatha", "T Moyo"."""
        if at == 0 or not self._words[at].joined:
            return False
        before = self._words[at - 1]
        if before.low in ("a", "i") and not before.dotted:
            named = before.capital and self._words[at].low in self._lists.last
            return before.low == "a" and named
        if before.low == "i" and self._words[at].low in self._lists.words:
            return False
        if self.small and not before.capital:
            listed = self._words[at].low in self._lists.last
            return len(before.low) == 1 and before.low not in _SMALL_LETTERS_ALONE and listed
        return len(before.low) == 1 and before.capital

    def strong_cue(self, at: int) -> bool:
        """In small letters, a word is a name only where somebody speaks or is spoken to."""
        beside = self.low(at - 1) == "and" and at > 1 and self.low(at - 2) in self._lists.cued
        return self._spoken(at) or (beside and self._spoken(at - 2))

    def _spoken(self, at: int) -> bool:
        before = self.low(at - 1)
        spoke = before in ("with", "to") and self.low(at - 2) in _SPOKE
        said = self.low(at + 1) in known.HUMAN and self.near(at + 1) and self.begins_clause(at)
        return said or ((spoke or before in _TOLD) and self.near(at))

    def used_as_verb(self, at: int) -> bool:
        """Whether it is used as a verb: "to nick a biscuit"."""
        before = self.low(at - 1) in _VERB_BEFORE
        return before or (self.low(at + 1) in _VERB_AFTER and not self.small)

    def no_article(self, at: int) -> bool:
        """Whether no article stands before it: "a Lemsip" is nobody, "the Okafors" are."""
        word = self._words[at]
        before = self.low(at - 1) if word.joined else ""
        if before in ("a", "an", "another", "every", "each", "some", "any", "no"):
            return word.low in self._lists.first and before != "a"
        if before in ("the", "these", "those"):
            family = word.low.removesuffix("s")
            return family != word.low and (
                family in self._lists.last or family in self._lists.first
            )
        return True

    def in_a_title(self, at: int) -> bool:
        """Whether words with capitals go on behind it, as in a heading."""
        after = self._words[at + 1] if self.near(at + 1) else None
        if after is None or not after.capital or self._words[at].possessive:
            return False
        return (
            after.low in self._lists.words
            and after.low not in self._lists.cued
            and after.low not in self._lists.last
            and after.low not in known.WORD_SURNAMES
        )

    def in_a_list(self, at: int) -> bool:
        """Whether a name stands beside it in a list: "Precious, Innocent and Blessing"."""
        mostly = self.low(at) in known.MOSTLY_NAMES
        for other in (at - 1, at + 1):
            if self._listed(other, mostly=mostly):
                one, two = sorted((self._words[at], self._words[other]))
                if self._text[one.end : two.start] in _BETWEEN:
                    return True
        after = self.low(at + 1) == "and" and self.near(at + 1) and self.near(at + 2)
        before = self.low(at - 1) == "and" and self._words[at].joined and self.near(at - 1)
        return (after and self._listed(at + 2, mostly=mostly)) or (
            before and self._listed(at - 2, mostly=mostly)
        )

    def _listed(self, at: int, *, mostly: bool) -> bool:
        """Whether a word that is more often a name than not stands there; beside one that is,
        another that may be one is enough.
        """
        if not 0 <= at < len(self._words):
            return False
        word, lists = self._words[at], self._lists
        named = word.low in lists.first or word.low in known.MOSTLY_NAMES
        perhaps = mostly and word.capital and (word.low in lists.cued or word.low in lists.seldom)
        return (named or perhaps) and (word.capital or self.small)

    def in_capitals(self, at: int) -> bool:
        """Whether a line or a phrase stands in capitals around this word."""
        around = (at - 1, at + 1)
        return any(
            0 <= one < len(self._words)
            and self._words[one].shouted
            and self.low(one) in self._lists.words
            and len(self.low(one)) > 2
            for one in around
        )

    def listed_initials(self, at: int) -> bool:
        """Whether it stands in a list of initials: "PA, HSJE, DM"."""
        word = self._words[at]
        for other in (at - 1, at + 1):
            if 0 <= other < len(self._words):
                beside = self._words[other]
                first, second = sorted((word, beside), key=lambda one: one.start)
                between = self._text[first.end : second.start]
                fits = (
                    beside.shouted
                    and 2 <= len(beside.low) <= 4
                    and beside.low not in known.ACRONYMS
                )
                if fits and between in (", ", " and ", "/", " & ", " + "):
                    return True
        return False

    def near(self, at: int) -> bool:
        """Whether there is such a word, and nothing but a blank before it."""
        return at < len(self._words) and self._words[at].joined

    def low(self, at: int) -> str:
        """The word there as lists have it, or nothing."""
        return self._words[at].low if 0 <= at < len(self._words) else ""

    def capital_at(self, at: int) -> bool:
        """Whether there is a word there that begins with a capital."""
        return 0 <= at < len(self._words) and self._words[at].capital
