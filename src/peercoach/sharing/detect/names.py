"""People's names: by lists, by their shape, and by what stands beside them.

No rule is good enough alone. A word is judged by how much speaks for a name: a capital where none
is due, a list of names, no list of words, a title before it, a verb of saying after it.
"""

import re
from collections.abc import Iterator, Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.spans import Certainty, Span
from peercoach.sharing.detect.tokens import Token, mostly_shouted, mostly_small, plain
from peercoach.sharing.detect.wordlists import Lists

_SURE: Certainty = "found"
_PERHAPS: Certainty = "possible"


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
        self._small = mostly_small(words)
        self._shouted = mostly_shouted(words)

    def found(self) -> Iterator[Span]:
        """Every name, a full name as one span."""
        yield from self._by_shape()
        at = 0
        while at < len(self._words):
            sure = self._judge(at)
            if sure is None:
                at += 1
                continue
            start, end = self._grown(at)
            yield Span(self._words[start].start, self._words[end].end, "PERSON", sure)
            at = end + 1

    def _by_shape(self) -> Iterator[Span]:
        """Initials with full stops, and whoever a line of a chat or of minutes begins with."""
        for found in _DOTTED.finditer(self._text):
            if found.group().upper().replace(".", "") not in _DOTTED_NOT:
                yield Span(found.start(), found.end(), "PERSON")
        for found in _SENDER.finditer(self._text):
            if self._may_be_sender(found.group("who")):
                yield Span(found.start("who"), found.end("who"), "PERSON")
        for pattern in (_SIGNED, _INITIAL_ALONE, _ALONE):
            for found in pattern.finditer(self._text):
                yield Span(found.start("who"), found.end("who"), "PERSON")
        for pattern in (_LINE, _CELL, _BY_PHONE):
            for found in pattern.finditer(self._text):
                word = plain(found.group("who").split()[0])
                seldom = pattern is not _LINE and word in self._lists.seldom
                if seldom or word in self._lists.first or word in self._lists.cued:
                    yield Span(found.start("who"), found.end("who"), "PERSON")
        for found in _HASHTAG.finditer(self._text):
            if plain(found.group("first")) in self._lists.first:
                yield Span(found.start(), found.end(), "PERSON")

    def _may_be_sender(self, who: str) -> bool:
        """Whether whoever a line with a time begins with is a person: "10.10 Check-in" is none."""
        first, *others = (plain(one) for one in who.replace("-", " ").split())
        nicknamed = first in known.NICK_PREFIXES and bool(others)
        return nicknamed or first not in self._lists.words or first in self._lists.cued

    # --- one word ------------------------------------------------------------------------------

    def _judge(self, at: int) -> Certainty | None:
        word = self._words[at]
        if self._safe[at] or word.low in known.TITLES_ALONE:
            return None
        if self._after_title(at):
            return _SURE
        if len(word.low) < 2:
            return None
        if word.shouted and not self._shouted:
            return self._initials(at)
        if _odd_capitals(word.text):
            return None
        if word.shouted and self._initial_before(at):
            return _SURE
        if word.capital and not self._shouted:
            return self._capital(at)
        return self._small_letters(at)

    def _capital(self, at: int) -> Certainty | None:
        word, lists = self._words[at], self._lists
        ordinary = word.low in lists.words
        if word.low in known.SAFE_WORDS or word.low.removesuffix("s") in known.SAFE_WORDS:
            return None
        if word.low in lists.first:
            return _SURE if len(word.low) > 3 or not word.first or self._speaks(at) else _PERHAPS
        if word.low in lists.cued:
            return self._cued(at)
        if ordinary:
            return _SURE if self._nicknamed(at) or self._seldom(at) else None
        if self._hyphened_words(word.low):
            return None
        if self._initial_before(at):
            return _SURE
        if not word.first:
            return _SURE if self._no_article(at) else None
        if self._inflected(word.low) or word.low in lists.every_day:
            return None
        if len(word.low) < 4 and not self._speaks(at) and not self._continues(at + 1):
            return None
        if word.low in lists.last or self._says_next(at) or word.possessive:
            return _SURE
        return _PERHAPS

    def _seldom(self, at: int) -> bool:
        """Whether a word with a capital is one of the few people who are called so."""
        word = self._words[at]
        if self._initial_before(at):
            return word.low in self._lists.last_too
        if word.low not in self._lists.seldom:
            return False
        if word.first:
            return self._low(at + 1) in known.HUMAN and self._near(at + 1)
        related = self._low(at - 1) in known.RELATIONS and word.joined
        related = related and not self._capital_at(at - 1)
        return related and not self._in_a_title(at)

    def _cued(self, at: int) -> Certainty | None:
        """A word that may be a name: what speaks for it?"""
        word = self._words[at]
        if not word.first:
            if self._capital_at(at - 1) and self._words[at].joined:
                before = self._words[at - 1]
                named = before.low in self._lists.first or before.low in known.HONORIFICS
                if not before.first and not named:
                    return None
            if self._in_a_title(at) or self._low(at - 1) in ("a", "an", "the", "no", "any", "some"):
                return None
            return _SURE
        verbs = known.SAYS if word.low in known.MOSTLY_NAMES else known.HUMAN
        if word.possessive or (self._low(at + 1) in verbs and self._near(at + 1)):
            return _SURE
        if self._near(at + 1) and self._capital_at(at + 1) and not self._safe[at + 1]:
            after = self._words[at + 1]
            if len(after.low) == 1 and after.low != "i":
                return _SURE
            if after.low in self._lists.last_too and not self._in_a_title(at + 1):
                return _SURE
            if after.low not in self._lists.words and after.low not in known.SAFE_WORDS:
                return _SURE if not after.shouted else None
        if self._low(at + 1) == "and" and self._capital_at(at + 2) and self._near(at + 2):
            return _SURE if self._low(at + 2) not in self._lists.words else _PERHAPS
        return None

    def _small_letters(self, at: int) -> Certainty | None:
        word, lists = self._words[at], self._lists
        if word.low in known.SAFE_WORDS or word.low in lists.every_day:
            return None
        if len(word.low) < 3:
            return _SURE if word.low in _TWO_LETTERS and self._strong_cue(at) else None
        stem = word.low.removesuffix("s") if word.low not in lists.first else word.low
        if word.low in lists.words:
            cued = word.low in lists.cued or self._nick_small(at)
            if word.low in lists.cued and self._small and self._low(at + 1) in known.DEEDS:
                return _SURE if self._near(at + 1) and self._begins_clause(at) else None
            return _SURE if cued and self._strong_cue(at) else None
        if self._low(at - 1) in ("a", "an", "the", "this", "that", "no") and word.joined:
            return None
        if word.low in known.VERBISH and self._verb(at):
            return None
        if word.low in lists.first:
            return _SURE
        if stem in lists.first and stem not in lists.words and len(stem) > 3:
            return _SURE
        if self._hyphened_words(word.low) or word.low in lists.places:
            return None
        if word.low in lists.last and (self._named_before(at) or self._is_cue(at - 1)):
            return _SURE
        if self._is_cue(at - 1) and self._may_be_word(word.low) is False:
            return _SURE if self._says_next(at) or word.possessive else _PERHAPS
        # Where nothing has a capital, a word that no list has may be anybody's name.
        if self._small and len(word.low) > 3 and not self._may_be_word(word.low):
            return _PERHAPS
        return None

    def _initials(self, at: int) -> Certainty | None:
        """Two or three capitals are somebody's initials where they do what people do."""
        word, lists = self._words[at], self._lists
        low = word.low
        if low in lists.first and len(low) > 3:
            return _SURE
        if self._initial_before(at) and len(low) > 2:
            return _SURE
        if low in known.ACRONYMS or low in known.SAFE_WORDS or not 2 <= len(low) <= 5:
            return None
        if "-" in low:
            return _SURE if all(len(one) < 3 for one in low.split("-")) else None
        if len(low) > 4 or self._in_capitals(at):
            return None
        if self._says_next(at) or word.possessive:
            return _SURE if low not in lists.words else None
        if self._listed_initials(at):
            return _SURE
        if len(low) == 2 and self._low(at - 1) in _BESIDE_PEOPLE:
            return _SURE
        if self._low(at + 1) == "to" and self._near(at + 1) and len(low) < 4:
            return _PERHAPS
        return _PERHAPS if len(low) == 2 and low not in lists.words else None

    def _in_capitals(self, at: int) -> bool:
        """Whether a line or a phrase stands in capitals around this word."""
        around = (at - 1, at + 1)
        return any(
            0 <= one < len(self._words)
            and self._words[one].shouted
            and self._low(one) in self._lists.words
            and len(self._low(one)) > 2
            for one in around
        )

    def _listed_initials(self, at: int) -> bool:
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

    # --- beside it -----------------------------------------------------------------------------

    def _after_title(self, at: int) -> bool:
        if at == 0 or not self._words[at].joined:
            return False
        before, word = self._words[at - 1], self._words[at]
        if before.low in known.TITLES_ALONE:
            return word.capital or (
                len(word.low) > 2
                and word.low not in known.SAYS
                and word.low not in self._lists.words
            )
        if before.low in known.HONORIFICS and before.capital:
            return word.capital and word.low not in self._lists.words
        return False

    def _nicknamed(self, at: int) -> bool:
        before = self._words[at - 1] if at else None
        return bool(
            before
            and self._words[at].joined
            and before.low in ("big", "little", "lil", "wee")
            and before.capital
        )

    def _nick_small(self, at: int) -> bool:
        return self._low(at - 1) in ("big", "little", "wee") and self._near(at)

    def _initial_before(self, at: int) -> bool:
        """Whether one capital stands before it: "J. Mbatha", "T Moyo"."""
        if at == 0 or not self._words[at].joined:
            return False
        before = self._words[at - 1]
        if before.low in ("a", "i") and not before.dotted:
            return before.low == "a" and self._words[at].low in self._lists.last
        return len(before.low) == 1 and before.capital

    def _strong_cue(self, at: int) -> bool:
        """In small letters, a word is a name only after a verb that takes people."""
        before = self._low(at - 1)
        spoke = before in ("with", "to") and self._low(at - 2) in (
            "spoke", "talked", "met", "chat", "chatted", "session", "supervision", "coffee", "catch-up",
            "1:1", "meeting", "sat", "lunch", "next", "thanks", "coaching", "conversation", "call", "sorry", "listening",
        )  # fmt: skip
        told = before in (
            "told",
            "asked",
            "rang",
            "texted",
            "emailed",
            "thanked",
            "messaged",
            "named",
            "called",
        )
        said = self._low(at + 1) in known.HUMAN and self._near(at + 1) and self._begins_clause(at)
        beside = before == "and" and at > 1 and self._low(at - 2) in self._lists.cued
        too = beside and self._strong_cue(at - 2)
        return ((spoke or told) and self._near(at)) or said or too

    def _verb(self, at: int) -> bool:
        """Whether it is used as a verb: "to nick a biscuit"."""
        before = self._low(at - 1) in (
            "to",
            "can",
            "i",
            "you",
            "we",
            "they",
            "could",
            "will",
            "would",
            "dont",
            "don't",
            "not",
            "i'll",
            "we'll",
            "you'll",
            "they'll",
            "but",
            "or",
        )
        after = self._low(at + 1) in (
            "for",
            "a",
            "me",
            "the",
            "you",
            "it",
            "along",
            "in",
            "of",
            "my",
            "us",
        )
        return before or (after and not self._small)

    def _speaks(self, at: int) -> bool:
        """Whether it does what people do, or something is theirs."""
        return self._says_next(at) or self._words[at].possessive

    def _no_article(self, at: int) -> bool:
        """Whether no article stands before it: "a Lemsip" is nobody, "the Okafors" are."""
        word = self._words[at]
        before = self._low(at - 1) if word.joined else ""
        if before in ("a", "an", "another", "every", "each", "some", "any", "no"):
            return word.low in self._lists.first and before != "a"
        if before in ("the", "these", "those"):
            family = word.low.removesuffix("s")
            return family != word.low and (
                family in self._lists.last or family in self._lists.first
            )
        return True

    def _in_a_title(self, at: int) -> bool:
        """Whether words with capitals go on behind it, as in a heading."""
        after = self._words[at + 1] if self._near(at + 1) else None
        if after is None or not after.capital or self._words[at].possessive:
            return False
        return (
            after.low in self._lists.words
            and after.low not in self._lists.cued
            and after.low not in self._lists.last
        )

    def _begins_clause(self, at: int) -> bool:
        return self._words[at].first or self._low(at - 1) in (
            "and",
            "then",
            "but",
            "so",
            "as",
            "when",
            "because",
            "after",
        )

    def _says_next(self, at: int) -> bool:
        return self._low(at + 1) in known.SAYS and self._near(at + 1)

    def _is_cue(self, at: int) -> bool:
        return at >= 0 and self._low(at) in known.CUES and self._near(at + 1)

    def _named_before(self, at: int) -> bool:
        return at > 0 and self._words[at].joined and self._low(at - 1) in self._lists.first

    def _may_be_word(self, low: str) -> bool:
        """Whether it may be a word of some form that the list lacks, or one mistyped a little."""
        words = self._lists.words
        if self._inflected(low):
            return True
        return any(low[:place] + low[place + 1 :] in words for place in range(len(low))) or any(
            low[:place] + low[place + 1] + low[place] + low[place + 2 :] in words
            for place in range(len(low) - 1)
        )

    def _inflected(self, low: str) -> bool:
        """Whether it is a form of a word that the list has."""
        words = self._lists.words
        for ending, more in _ENDINGS:
            stem = low.removesuffix(ending)
            if stem != low and any(stem + one in words for one in more):
                return True
        return False

    def _hyphened_words(self, low: str) -> bool:
        parts = low.replace("'", "-").split("-")
        return len(parts) > 1 and all(one in self._lists.words or len(one) < 3 for one in parts)

    # --- a full name ---------------------------------------------------------------------------

    def _grown(self, at: int) -> tuple[int, int]:
        """The words of the full name around one of its words."""
        start = end = at
        while self._goes_on(end):
            end += 2 if self._low(end + 1) in known.PARTICLES and self._continues(end + 2) else 1
        while start and self._initial_before(start):
            start -= 1
        if start and (self._nick(start) or self._kin(start)):
            start -= 1
        return start, end

    def _kin(self, start: int) -> bool:
        before = self._words[start - 1]
        same = before.capital or not self._words[start].capital
        return self._words[start].joined and same and before.low in _KIN

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
        if self._low(end + 1) in known.PARTICLES and self._joined(end + 1):
            return self._continues(end + 2) or self._continues(end + 1)
        return self._continues(end + 1)

    def _continues(self, at: int) -> bool:
        """Whether this word is a further part of a name that the word before belongs to."""
        if not self._joined(at) or self._safe[at]:
            return False
        word, lists = self._words[at], self._lists
        if self._shouted or (self._small and not word.capital):
            return (
                word.low in lists.last or word.low in lists.first
            ) and word.low not in lists.words
        if not word.capital:
            return False
        if word.shouted and len(word.low) > 1 and not self._words[at - 1].shouted:
            return False
        return word.low not in known.NEVER_SURNAMES

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
            and (self._small or not self._words[at - 1].first)
        )

    def _near(self, at: int) -> bool:
        return at < len(self._words) and self._words[at].joined

    def _low(self, at: int) -> str:
        return self._words[at].low if 0 <= at < len(self._words) else ""

    def _capital_at(self, at: int) -> bool:
        return 0 <= at < len(self._words) and self._words[at].capital


def _odd_capitals(text: str) -> bool:
    """Whether a word has capitals where names have none: "DoLS", "OneDrive"."""
    rest = _MAC.sub("", text)
    return any(one.isupper() for one in rest[1:]) and any(one.islower() for one in text)


_MAC = re.compile(
    r"^(?:Mac|Mc|Fitz|De|La|Le|Van|Ap|O['’]|D['’]|M['’]|N['’])|(?<=[-'’])(?:Mac|Mc|[A-Z])"
)

_ENDINGS = (
    ("s", ("",)),
    ("es", ("", "e")),
    ("ed", ("", "e")),
    ("d", ("",)),
    ("ing", ("", "e")),
    ("in", ("", "e", "g", "ing")),
    ("ly", ("", "le")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("y", ("", "e")),
    ("ish", ("",)),
    ("ness", ("", "y")),
    ("less", ("",)),
    ("able", ("", "e")),
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("n't", ("",)),
)

_DOTTED = re.compile(r"(?<![\w.])(?!I\.\s)(?:[A-Z]\.[ -]?){1,3}[A-Z]\.(?:-[A-Z]\.)?")
_ALONE = re.compile(
    r"(?<![\w'’.])(?P<who>[b-hj-z]) (?:said|says|told|asked|rang|texted|thinks|reckons|laughed)\b"
)
_DOTTED_NOT = (
    "UK",
    "US",
    "USA",
    "EU",
    "AM",
    "PM",
    "BSL",
    "TV",
    "DOB",
    "PS",
    "NB",
    "OT",
    "GP",
    "HR",
    "IT",
    "PA",
)
_SENDER = re.compile(
    r"^\[?\d{1,2}[:.]\d{2}(?:\s?[ap]m)?\]?,?\s?-?\s?(?P<who>[^\W\d_][^:\n\d]{1,28}?):\s",
    re.MULTILINE,
)
_SIGNED = re.compile(
    r"^(?P<who>[A-Z][^\W\d_]{1,14})[ ]?x{0,3}\n(?=[^\n]{0,30}(?:@|\d{5}))", re.MULTILINE
)
_INITIAL_ALONE = re.compile(
    r"(?:^|(?<=[a-z], ))(?P<who>[A-Z])(?:\.|[ ]?x{1,3}|)(?=$|[\"”,])", re.MULTILINE
)
_LINE = re.compile(
    r"^[>\s]{0,6}(?P<who>[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20})?): ", re.MULTILINE
)
_CELL = re.compile(r"\| ?(?P<who>[A-Z][a-z'’-]{2,20})(?= ?(?:\||$))", re.MULTILINE)
_BY_PHONE = re.compile(r"(?P<who>\b[A-Z][a-z'’-]{2,20}) (?=\(?(?:\+44|0\d{3}))")
_HASHTAG = re.compile(r"#(?P<first>[A-Z][a-z]{2,15})(?:[A-Z][a-z]{2,20})+\b")
_TWO_LETTERS = ("jo", "mo", "al", "ed", "di", "vi", "ty", "bo", "cy", "oz", "zo", "dj")
_BESIDE_PEOPLE = ("with", "told", "asked", "from", "and", "for", "to", "by", "w")
_KIN = ("auntie", "aunty", "aunt", "uncle", "nana", "granny", "mama", "papa")
