"""People's names: by lists, by their shape, and by what stands beside them.

No rule is good enough alone. A word is judged by how much speaks for a name: a capital where none
is due, a list of names, no list of words, a title before it, a verb of saying after it.
"""

from collections.abc import Iterator, Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.context import Context
from peercoach.sharing.detect.full_names import FullNames
from peercoach.sharing.detect.name_shapes import shaped
from peercoach.sharing.detect.spans import Certainty, Span
from peercoach.sharing.detect.tokens import Token
from peercoach.sharing.detect.word_forms import WordForms, odd_capitals
from peercoach.sharing.detect.wordlists import Lists

_SURE: Certainty = "found"
_PERHAPS: Certainty = "possible"
_LONGEST = 60
"""Letters of a word that may be a name; what is longer is none, and would be slow to judge."""
_SEASONS, _SEASON_CUES = known.ours("seasons"), known.ours("season-cues")
_ARTICLES = ("a", "an", "the", "no")
_TWO_NOT, _VOWELS = known.ours("two-letters-not"), frozenset("aeiou")
_TWO_LETTERS, _BESIDE_PEOPLE = known.ours("two-letters"), known.ours("beside-people")


class Names:
    """Looks through the words of one text."""

    def __init__(
        self, text: str, words: Sequence[Token], lists: Lists, safe: Sequence[bool]
    ) -> None:
        """``safe`` says of each word whether it belongs to a phrase of everybody's."""
        self._text = text
        self._words = words
        self._lists = lists
        self._safe = safe
        self._ctx = Context(text, words, lists)
        self._forms = WordForms(lists)
        self._whole = FullNames(text, words, lists, safe, self._ctx)

    def found(self) -> Iterator[Span]:
        """Every name, a full name as one span."""
        yield from shaped(self._text, self._lists)
        at = 0
        while at < len(self._words):
            sure = self._judge(at)
            if sure is None:
                at += 1
                continue
            start, end = self._whole.grown(at)
            yield Span(self._words[start].start, self._words[end].end, "PERSON", sure)
            at = end + 1

    def _judge(self, at: int) -> Certainty | None:
        word = self._words[at]
        if self._safe[at] or word.low in known.TITLES_ALONE:
            return None
        if self._ctx.after_title(at):
            return _SURE
        if not 2 <= len(word.low) <= _LONGEST:
            return None
        if word.shouted and not self._ctx.shouted:
            return self._initials(at)
        if odd_capitals(word.text):
            return None
        if word.shouted and self._ctx.initial_before(at):
            return _SURE
        if word.capital and not self._ctx.shouted:
            return self._capital(at)
        return self._small_letters(at)

    def _capital(self, at: int) -> Certainty | None:
        word, lists = self._words[at], self._lists
        ordinary = word.low in lists.words
        if word.low in known.SAFE_WORDS or word.low.removesuffix("s") in known.SAFE_WORDS:
            return None
        if word.first and word.low in known.VERBISH and self._ctx.low(at + 1) in _ARTICLES:
            return None
        if word.low in lists.first:
            return (
                _SURE if len(word.low) > 3 or not word.first or self._ctx.speaks(at) else _PERHAPS
            )
        if word.low in lists.cued:
            return self._cued(at)
        if ordinary:
            return _SURE if self._ctx.nicknamed(at) or self._seldom(at) else None
        if self._forms.hyphened_words(word.low):
            return None
        if self._ctx.initial_before(at):
            return _SURE
        if not word.first:
            return _SURE if self._ctx.no_article(at) else None
        if word.low in lists.every_day:
            return _SURE if self._ctx.speaks(at) and not self._forms.inflected(word.low) else None
        if self._forms.inflected(word.low):
            return None
        if len(word.low) < 4 and not self._ctx.speaks(at) and not self._whole.continues(at + 1):
            return None
        if word.low in lists.last or self._ctx.says_next(at) or word.possessive:
            return _SURE
        return _PERHAPS

    def _seldom(self, at: int) -> bool:
        """Whether a word with a capital is one of the few people who are called so."""
        word = self._words[at]
        if self._ctx.initial_before(at):
            return word.low in self._lists.last_too
        if word.low not in self._lists.seldom and word.low not in known.WORD_SURNAMES:
            return False
        if word.low in self._lists.seldom and self._ctx.in_a_list(at):
            return True
        if word.first:
            return self._ctx.low(at + 1) in known.HUMAN and self._ctx.near(at + 1)
        related = self._ctx.low(at - 1) in known.RELATIONS and word.joined
        related = related and not self._ctx.capital_at(at - 1)
        return related and not self._ctx.in_a_title(at)

    def _cued(self, at: int) -> Certainty | None:
        """A word that may be a name: what speaks for it?"""
        word = self._words[at]
        if not word.first:
            if word.low in _SEASONS and self._ctx.low(at - 1) in _SEASON_CUES:
                return None
            if self._ctx.capital_at(at - 1) and self._words[at].joined:
                before = self._words[at - 1]
                named = before.low in self._lists.first or before.low in known.HONORIFICS
                if not before.first and not named:
                    return None
            if self._ctx.in_a_title(at) or self._ctx.low(at - 1) in (
                "a",
                "an",
                "the",
                "no",
                "any",
                "some",
            ):
                return None
            return _SURE
        if self._ctx.in_a_list(at):
            return _SURE
        if word.low in known.MOSTLY_NAMES and self._ctx.low(at + 1) == "from":
            return _SURE
        verbs = known.SAYS if word.low in known.MOSTLY_NAMES else known.HUMAN
        if word.possessive or (self._ctx.low(at + 1) in verbs and self._ctx.near(at + 1)):
            return _SURE
        if self._ctx.near(at + 1) and self._ctx.capital_at(at + 1) and not self._safe[at + 1]:
            after = self._words[at + 1]
            if len(after.low) == 1 and after.low != "i":
                return _SURE
            if after.low in known.WORD_SURNAMES:
                return _SURE
            if after.low in self._lists.last_too and not self._ctx.in_a_title(at + 1):
                return _SURE
            if after.low not in self._lists.words and after.low not in known.SAFE_WORDS:
                return _SURE if not after.shouted else None
        if (
            self._ctx.low(at + 1) == "and"
            and self._ctx.capital_at(at + 2)
            and self._ctx.near(at + 2)
        ):
            return _SURE if self._ctx.low(at + 2) not in self._lists.words else _PERHAPS
        return None

    def _small_letters(self, at: int) -> Certainty | None:
        word, lists = self._words[at], self._lists
        if word.low in known.SAFE_WORDS or word.low in lists.every_day:
            return None
        if len(word.low) < 3:
            return self._two_small(at)
        if word.low in lists.words:
            return _SURE if self._small_word(at) else None
        if self._ctx.small and self._ctx.initial_before(at):
            return _SURE
        before = self._ctx.low(at - 1) if word.joined else ""
        listed = word.low in lists.first
        if before in _ARTICLES or (before in ("this", "that") and not listed):
            return None
        if word.low in known.VERBISH and self._ctx.used_as_verb(at):
            return None
        if word.low in lists.first:
            return _SURE
        stem = word.low.removesuffix("s")
        if stem in lists.first and stem not in lists.words and len(stem) > 3:
            return _SURE
        if self._forms.hyphened_words(word.low) or word.low in lists.places:
            return None
        if word.low in lists.last and (self._ctx.named_before(at) or self._ctx.is_cue(at - 1)):
            return _SURE
        if self._ctx.is_cue(at - 1) and self._forms.may_be_word(word.low) is False:
            return _SURE if self._ctx.says_next(at) or word.possessive else _PERHAPS
        if self._ctx.small and self._ctx.speaks(at) and self._ctx.begins_clause(at):
            return _PERHAPS if not self._forms.inflected(word.low) else None
        if self._ctx.small and self._ctx.strong_cue(at) and not self._forms.inflected(word.low):
            return _PERHAPS
        # Where nothing has a capital, a word that no list has may be anybody's name.
        if self._ctx.small and len(word.low) > 3 and not self._forms.may_be_word(word.low):
            return _PERHAPS
        return None

    def _two_small(self, at: int) -> Certainty | None:
        """Two small letters: a name of two, or somebody's initials where nothing has a capital."""
        low, ctx = self._words[at].low, self._ctx
        if low in _TWO_LETTERS:
            alone = ctx.begins_clause(at) and (not ctx.near(at + 1) or ctx.says_next(at))
            named = ctx.strong_cue(at) or (ctx.small and (alone or ctx.is_cue(at - 1)))
            return _SURE if named or (ctx.small and ctx.in_a_list(at)) else None
        if not ctx.small or low in known.ACRONYMS or low in self._lists.words:
            return None
        return _PERHAPS if low not in _TWO_NOT and _VOWELS.isdisjoint(low) else None

    def _small_word(self, at: int) -> bool:
        """Whether an ordinary word in small letters is somebody all the same."""
        low = self._words[at].low
        cued = low in self._lists.cued
        after = self._ctx.low(at + 1) if self._ctx.near(at + 1) else ""
        if cued and after in self._lists.last and after not in self._lists.words:
            return True
        if (
            cued
            and self._ctx.small
            and self._ctx.low(at - 1) in known.KIN
            and self._words[at].joined
        ):
            return True
        if cued and self._ctx.small and self._ctx.in_a_list(at):
            return low in known.MOSTLY_NAMES
        if cued and self._ctx.small and self._ctx.low(at + 1) in known.DEEDS:
            return self._ctx.near(at + 1) and self._ctx.begins_clause(at)
        return (cued or self._ctx.nick_small(at)) and self._ctx.strong_cue(at)

    def _initials(self, at: int) -> Certainty | None:
        """Two or three capitals are somebody's initials where they do what people do."""
        word, lists = self._words[at], self._lists
        low = word.low
        if low in lists.first and len(low) > 3:
            return _SURE
        if self._ctx.initial_before(at) and len(low) > 2:
            return _SURE
        if self._text[word.end : word.end + 1].isdigit():  # "CO2"
            return None
        if low in known.ACRONYMS or low in known.SAFE_WORDS or not 2 <= len(low) <= 5:
            return None
        if "-" in low:
            return _SURE if all(len(one) < 3 for one in low.split("-")) else None
        if len(low) > 4 or self._ctx.in_capitals(at):
            return None
        if self._ctx.says_next(at) or word.possessive:
            return _SURE if low not in lists.words else None
        if self._ctx.listed_initials(at):
            return _SURE
        if len(low) == 2 and self._ctx.low(at - 1) in _BESIDE_PEOPLE:
            return _SURE
        if self._ctx.low(at + 1) == "to" and self._ctx.near(at + 1) and len(low) < 4:
            return _PERHAPS
        return _PERHAPS if len(low) == 2 and low not in lists.words else None
