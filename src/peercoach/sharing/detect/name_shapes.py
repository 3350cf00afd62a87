"""Names that a text's own shape tells: initials, whoever a line of a chat begins with, hashtags."""

import re
from collections.abc import Iterator
from re import Match

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.attendance import listed
from peercoach.sharing.detect.letters import addressed
from peercoach.sharing.detect.spans import Span
from peercoach.sharing.detect.tokens import plain
from peercoach.sharing.detect.wordlists import Lists

_DOTTED = re.compile(r"(?<![\w.])(?!I\.\s)(?:[A-Z]\.[ -]?){1,3}[A-Z]\.(?:-[A-Z]\.)?")
_ALONE = re.compile(
    r"(?<![\w'’.])(?P<who>[b-hj-z]) (?:said|says|told|asked|rang|texted|thinks|reckons|laughed)\b"
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
_DOTTED_SMALL = re.compile(r"(?<![\w.])(?:[a-z]\.){1,2}[a-z]\.(?:-[a-z]\.)?(?![\w.])")
_REVERSED = re.compile(r"\b(?P<who>[A-Z][\w'’-]{1,20}, (?:[A-Z]\.[ ]?){0,2}[A-Z]\.)(?!\w| [A-Z]\w)")
_SPOKEN_TO = re.compile(
    r"\b(?:[Ss]poken? (?:to|with)|[Tt]alk(?:ed|ing)? (?:to|with)|[Aa]sked|[Tt]old|[Tt]hanked"
    r"|[Rr]ang|"
    r"[Tt]exted|[Ee]mailed|[Mm]et(?: with)?|[Ss]aw|(?:[Cc]oaching|[Ss]ession|[Ss]upervision"
    r"|[Cc]hat|"
    r"[Mm]eeting|[Cc]atch-up|1:1|1-1|1-2-1) (?:with|w)|[Ll]istened to|[Ss]aid to|[Ss]at with|"
    r"[Vv]isited|[Hh]ugged|[Ww]alked with|[Cc]alled|[Rr]ing|[Aa]sk|[Tt]ell|[Tt]hank)"
    r" (?P<who>[A-HJ-Z]\b\.?)(?![\w'’&/-]| [A-Z])"
)
_INITIAL_SAYS = re.compile(
    r"(?:(?<=[.!?\n] )|(?<=[a-z,] )|^)(?P<who>[B-HJ-Z]\.?) (?:said|says|told|asked|rang|texted|"
    r"thinks|reckons|laughed|felt|feels|wants|wanted|agreed|cried|smiled|nodded|brought|noticed|"
    r"mentioned|replied|explained|described|reported|spoke|talked|arrived|left|seemed|shared|"
    r"wondered|came|went|took|knows|knew|hugged|offered|suggested)\b",
    re.MULTILINE,
)
_OF_A_KIND = re.compile(
    r"\b(?:plan|option|group|room|vitamin|section|part|bay|grade|hepatitis|hep|team|point|type"
    r"|step|"
    r"column|row|block|appendix|question|version|the|a|and|or|to) $",
    re.IGNORECASE,
)
_HASHTAG = re.compile(r"#(?P<first>[A-Z][a-z]{2,15})(?:[A-Z][a-z]{2,20})+\b")
_SMALL_DOTTED_NOT = known.ours("small-dotted-not")
_DOTTED_NOT = known.ours("dotted-not")


def shaped(text: str, lists: Lists) -> Iterator[Span]:
    """Initials with full stops, and whoever a line of a chat or of minutes begins with."""
    for found in _DOTTED.finditer(text):
        if found.group().lower().replace(".", "") not in _DOTTED_NOT:
            yield Span(found.start(), found.end(), "PERSON")
    for found in _DOTTED_SMALL.finditer(text):
        if found.group().replace(".", "") not in _SMALL_DOTTED_NOT | _DOTTED_NOT:
            yield Span(found.start(), found.end(), "PERSON")
    for found in _REVERSED.finditer(text):
        if plain(found.group().partition(",")[0]) not in known.SAFE_WORDS:
            yield _who(found)
    yield from map(_who, _SPOKEN_TO.finditer(text))
    for found in _INITIAL_SAYS.finditer(text):
        if not _OF_A_KIND.search(text[max(0, found.start("who") - 12) : found.start("who")]):
            yield _who(found)
    yield from listed(text, lists)
    yield from addressed(text, lists)
    for found in _SENDER.finditer(text):
        # A time in brackets is a chat's, and whoever follows it wrote the line.
        if found.group().startswith("[") or _may_be_sender(found.group("who"), lists):
            yield _who(found)
    for pattern in (_SIGNED, _INITIAL_ALONE, _ALONE):
        yield from map(_who, pattern.finditer(text))
    for pattern in (_LINE, _CELL, _BY_PHONE):
        for found in pattern.finditer(text):
            word = plain(found.group("who").split()[0])
            seldom = pattern is not _LINE and word in lists.seldom
            if word in known.SAFE_WORDS:
                continue
            if seldom or word in lists.first or word in lists.cued:
                yield _who(found)
    for found in _HASHTAG.finditer(text):
        if plain(found.group("first")) in lists.first:
            yield Span(found.start(), found.end(), "PERSON")


def _who(found: Match[str]) -> Span:
    return Span(found.start("who"), found.end("who"), "PERSON")


def _may_be_sender(who: str, lists: Lists) -> bool:
    """Whether whoever a line with a time begins with is a person: "10.10 Check-in" is none."""
    first, *others = (plain(one) for one in who.replace("-", " ").split())
    nicknamed = first in known.NICK_PREFIXES and bool(others)
    return nicknamed or first not in lists.words or first in lists.cued
