"""Who was there: lists of names behind a word that says what they are, as in minutes and e-mail."""

import re
from collections.abc import Iterator

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.spans import Span
from peercoach.sharing.detect.tokens import Token, tokens
from peercoach.sharing.detect.word_forms import inflected
from peercoach.sharing.detect.wordlists import Lists

_LABELLED = re.compile(
    r"^[ \t>*•–\d.-]{0,8}(?:present|attendees|attending|in attendance|attended(?: by)?|apologies"
    r"(?: from)?|absent|panel(?: members)?|participants|invited|facilitat(?:ors?|ed by)"
    r"|chair(?:ed by"
    r")?|minutes(?: by| taken by)|minute[- ]taker|notes by|b?cc|from|to|coach(?:ee)?|mentor|mentee|"
    r"supervisors?|supervisee|observers?|speakers?|trainers?|contact|signed|led by|leads?|"
    r"candidates|"
    r"interviewers|referees?|volunteers|drivers?|team|who|with|thanks to|on shift|staff|members)"
    r"\s?(?::|[–-](?=\s))[ \t]*(?P<rest>[^\n]{1,300})",
    re.IGNORECASE | re.MULTILINE,
)
_ITEM = re.compile(r"(?:(?!,|;|/| & | and | \+ | n | - | – |\(|\)|<|\.\s|:).){1,60}")
_MOST_WORDS = 4


def listed(text: str, lists: Lists) -> Iterator[Span]:
    """Everybody in "Present: Bo Li, R. Osei (chair), KT and Mags"."""
    for found in _LABELLED.finditer(text):
        for item in _ITEM.finditer(text, *found.span("rest")):
            words = tokens(item.group())
            if words and _names_somebody(words, lists):
                yield Span(item.start() + words[0].start, _end(text, item.start(), words), "PERSON")


def _end(text: str, start: int, words: list[Token]) -> int:
    """The end of the last word, with the full stop of an initial."""
    last = words[-1]
    end = start + last.end
    return end + 1 if last.dotted and len(last.low) == 1 else end


def _names_somebody(words: list[Token], lists: Lists) -> bool:
    """Whether these few words are a name: each may be one, and one of them is no ordinary word."""
    if len(words) > _MOST_WORDS:
        return False
    first, last = words[0].low, words[-1].low
    if len(words) == 2 and last in lists.last and words[0].capital:
        return first not in known.SAFE_WORDS and first not in known.HONORIFICS
    if not all(_may_name(one, lists) for one in words):
        return False
    return any(_own(one, lists) for one in words) or (
        len(words) > 1 and first in lists.seldom and last in known.WORD_SURNAMES
    )


def _may_name(word: Token, lists: Lists) -> bool:
    return (
        _own(word, lists)
        or len(word.low) == 1
        or word.low in known.PARTICLES
        or word.low in lists.last_too
        or word.low in lists.seldom
    )


def _own(word: Token, lists: Lists) -> bool:
    """Whether a word is no ordinary one: a listed name, initials, or a word that no list has."""
    low = word.low
    if low in known.SAFE_WORDS or low in known.ACRONYMS or len(low) < 2:
        return False
    if low in lists.first or low in lists.cued or low in lists.last:
        return True
    ordinary = low in lists.words or low in lists.every_day or low in lists.places
    if word.shouted and len(low) < 5:
        return True
    return not ordinary and not inflected(low, lists.words) and low not in known.HONORIFICS
