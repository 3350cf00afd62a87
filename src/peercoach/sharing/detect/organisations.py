"""Wards, teams, organisations and streets: by the word that ends their name, and by cues."""

import re
from collections.abc import Iterator, Sequence

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.spans import Kind, Span
from peercoach.sharing.detect.tokens import Token, plain
from peercoach.sharing.detect.wordlists import Lists

_WARDS, _ORGS, _TEAMS, _PLACES = map(known.ours, ("wards", "orgs", "teams", "places"))
"""What the name of each ends in."""
_WARDISH = known.ours("wardish")
_STARTS_NOT = known.ours("starts-not")
_SMALL_NOT, _ORG_NOT = known.ours("small-not"), known.ours("org-not")
_MOST_WORDS = 6
_SMALL_WORDS = ("&", "and", "of", "the", "n", "on", "in")
_OF_ITS_OWN = ("team", "camhs", "cmht")
"""What is seldom called after what everybody does; a group is."""
_ON, _WARD_WORDS, _ARTICLES = map(known.ours, ("on", "ward-words", "articles"))

_SMALL_ORG = re.compile(
    r"\b(?:[a-z][\w'’&-]{2,25}\s){1,3}(?:nhs\s(?:foundation\s)?trust|nhs\sft)\b"
    r"|\bst\.?\s[a-z]{3,20}['’]?s?\s(?:hospital|hospice|centre|church|house)\b"
    r"|\b[A-Z][\w'’]{2,25}(?:\s[A-Z][\w'’]{2,25})?\s(?:&|and)\s[A-Z][\w'’]{2,25}\s(?:Team|Trust"
    r"|Service|Hub)\b"
)
_SAINT = re.compile(
    r"\bSt\.?\s[A-Z][\w’']{2,20}(?:\s(?:Hospital|Hospice|Church|Centre|School|House))?"
)
_LARGE_ORG = re.compile(
    r"\b(?:[A-Z][\w'’&-]{1,25}\s(?:and\s|of\s|for\s|the\s|&\s)?){1,7}"
    r"(?:(?:Mental\sHealth\s|Partnership\s|University\s|Teaching\s|Community\s|Care\s"
    r"|Hospitals?\s|Healthcare\s)"
    r"{0,4}(?:NHS\s)?(?:Foundation\s)?(?:Trust|FT)|(?:Borough\s|County\s|City\s"
    r"|District\s)?Council|Hospice)\b"
)
_TRUSTS = re.compile(
    r"\b(?:TEWV|CNTW|CNWL|SLaM|SLAM|ELFT|NELFT|BEH|BSMHFT|GMMH|LSCFT|LYPFT|SWYFT|SWYPFT|SHSC|NSFT"
    r"|CPFT|"
    r"KMPT|SPFT|SABP|OHFT|AWP|DPT|CFT|EPUT|HPFT|LPT|NHFT|MPFT|CWP|Mersey\sCare|RDaSH|NAViGO|Humber|"
    r"Cambian|Priory\sGroup)\b"
)

_NUMBERED_WARD = re.compile(
    r"\b[Ww](?:ard|ARD)\s(?:\d{1,3}[A-Za-z]?|[A-Z]\d{0,2})\b(?!\s?(?:am|pm|:))"
)
_TEAM_OF = re.compile(
    r"\b(?:CMHTs?|EIP|EIS|CRHTT|CRHT|I?HTT|CAMHS|AOT|MHLT|OPMH|CLDT|AMHT|[Cc]risis\s[Tt]eam|CAT)\s"
    r"(?!Team\b|Service\b|Manager\b|Lead\b)(?:North|South|East|West|Central|[A-Z][a-z]{3,15})"
    r"(?:\s(?:East|West|North|South))?\b"
)
_NAME = r"[A-Z][\w'’-]{1,20}"
_AT = re.compile(
    r"\b(?:at|to|from|in|near|past|round|by|outside|behind|opposite|above|on|joined|join|joining|"
    r"shadowed|visited|over|via)\s(?:the\s|The\s)?"
    rf"(?P<it>{_NAME}(?:\s(?:&|and|of|the|n|on|in)(?=\s[A-Z])|\s{_NAME}){{1,4}})"
)


class Organisations:
    """Looks through the words of one text."""

    def __init__(
        self, text: str, words: Sequence[Token], lists: Lists, safe: Sequence[bool], *, small: bool
    ) -> None:
        self._text = text
        self._words = words
        self._lists = lists
        self._safe = safe
        self._small = small

    def found(self) -> Iterator[Span]:
        """Every ward, team, organisation, and street."""
        for pattern in (_LARGE_ORG, _SMALL_ORG, _SAINT, _TRUSTS):
            for one in pattern.finditer(self._text):
                lead, blank, _ = one.group().partition(" ")
                skipped = len(lead + blank) if lead.lower() in _ORG_NOT else 0
                yield Span(one.start() + skipped, one.end(), "ORG")
        for one in _NUMBERED_WARD.finditer(self._text):
            yield Span(one.start(), one.end(), "WARD")
        for one in _TEAM_OF.finditer(self._text):
            yield Span(one.start(), one.end(), "TEAM")
        yield from self._called_by_words()
        yield from self._wards_by_cue()
        for at in range(len(self._words)):
            if not self._safe[at]:
                yield from self._ending(at)

    def _called_by_words(self) -> Iterator[Span]:
        """What is called by ordinary words with capitals: "at the Old Library"."""
        safe = {one.start for one, is_safe in zip(self._words, self._safe, strict=True) if is_safe}
        for found in _AT.finditer(self._text):
            own = [plain(one) for one in found.group("it").split()]
            large = [one for one in own if one not in _SMALL_WORDS]
            theirs = found.start("it") in safe or _WARDISH.issuperset(large)
            if len(large) > 1 and not theirs and not any(map(self._everybodys, large)):
                yield Span(*found.span("it"), "ORG")

    def _everybodys(self, low: str) -> bool:
        """Whether a word is one of which headings and the names of teams everywhere are made."""
        stem = low.removesuffix("s")
        return not {low, stem}.isdisjoint(known.WORK_WORDS | known.SAFE_WORDS | known.ACRONYMS)

    def _ending(self, at: int) -> Iterator[Span]:
        """A name that ends in a word which says what it names."""
        word = self._words[at]
        kind = _kind(word.low)
        if kind is None or not at:
            return
        # "Linnet ward": only what ends the name of a ward is left in small letters.
        if not self._small and not word.capital and kind != "WARD":
            return
        start = self._begun(at, kind)
        while start < at and (self._words[start].low in _STARTS_NOT or self._safe[start]):
            start += 1
        if start < at and self._worth(start, at, kind):
            yield Span(self._words[start].start, word.end, kind)

    def _begun(self, at: int, kind: Kind) -> int:
        """Where the name begins that ends here."""
        start = at
        while start and at - start < _MOST_WORDS and self._words[start].joined:
            before = self._words[start - 1]
            if not self._names(start - 1, kind) or (before.dotted and before.low != "st"):
                break
            start -= 1
        return start

    def _names(self, at: int, kind: Kind) -> bool:
        """Whether a word may belong to the name of a ward, a team, an organisation, a street."""
        word = self._words[at]
        if word.possessive and kind != "PLACE":
            return False
        if word.capital:
            return True
        if word.low in _STARTS_NOT or self._safe[at]:
            return False
        if not self._small or kind not in ("WARD", "PLACE"):
            return False
        return word.low not in known.SAYS and word.low not in _SMALL_NOT

    def _ordinary(self, low: str) -> bool:
        words = self._lists.words
        parts = low.replace("'", "-").split("-")
        return low.removesuffix("s") in words or all(
            one in words or one.removesuffix("s") in words or len(one) < 2 for one in parts
        )

    def _wards_by_cue(self) -> Iterator[Span]:
        """What wards are often named after, alone: "On Cedar", "Mulberry: two people"."""
        for at, word in enumerate(self._words):
            wardish = word.low in _WARDISH and not self._safe[at]
            if wardish and (word.capital or self._small) and self._cued(at):
                yield Span(word.start, word.end, "WARD")

    def _cued(self, at: int) -> bool:
        word = self._words[at]
        before = self._low(at - 1) if word.joined else ""
        label = self._text[word.end : word.end + 1] == ":" and word.first
        after = self._low(at + 1) in _WARD_WORDS and before not in _ARTICLES
        pair = before == "and" and self._low(at - 2) in _WARDISH and self._low(at - 3) in _ON
        return before in _ON or label or after or pair

    def _low(self, at: int) -> str:
        return self._words[at].low if 0 <= at < len(self._words) else ""

    def _worth(self, start: int, at: int, kind: Kind) -> bool:
        """Whether the words before make it one of many: "Car Park" is everybody's."""
        own = self._words[start:at]
        days = {one.low.removesuffix("s") for one in own}
        if days <= known.SAFE_WORDS:
            return False
        # "The Carers Group" is everywhere: a team's name has a word that is no ordinary one.
        if kind == "TEAM" and all(self._ordinary(one.low) for one in own):
            team = self._words[at].low in _OF_ITS_OWN
            return team and not all(self._everybodys(one.low) for one in own)
        if self._small and kind == "PLACE":
            return not all(one.low in self._lists.words for one in own)
        if own[0].first and len(own) == 1 and own[0].low in self._lists.words:
            return own[0].capital and self._words[at].capital and kind in ("WARD", "ORG")
        return True


def _kind(low: str) -> Kind | None:
    if low in _WARDS:
        return "WARD"
    if low in _ORGS:
        return "ORG"
    if low in _TEAMS:
        return "TEAM"
    return "PLACE" if low in _PLACES else None
