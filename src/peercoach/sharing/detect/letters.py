"""Who a letter is to and from: greetings, and the name under it."""

import re
from collections.abc import Iterator

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.spans import Span
from peercoach.sharing.detect.tokens import Token, tokens
from peercoach.sharing.detect.wordlists import Lists

_GREETED = re.compile(
    r"^[> \t]{0,6}(?:hi(?:ya)?|hello|hey+|heya|dear|(?:good )?(?:morning|afternoon|evening)"
    r"|alright)"
    r"(?: there| again)?,?[ ](?P<who>[^\n,.!?:;–—-]{2,40}?)(?=\s*(?:[,.!?:;–—-]|\n|$))",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNED = re.compile(
    r"^[> \t]{0,6}(?:(?:kind(?:est)?|warm(?:est)?|best|many|with|much|lots of|in)[ ]){0,2}"
    r"(?:regards|wishes|thanks|cheers|love|best|yours(?: sincerely| faithfully| truly)?|sincerely"
    r"|ta|warmly|"
    r"respectfully|solidarity|take care|bw|kr|thank you)(?: and [a-z]{3,12})?[,.!]?[ \t]*\n{1,2}"
    r"[> \t]{0,6}(?P<who>[^\n,(|@\d]{1,40}?)(?=[ ]?x{0,4}[ \t]*(?:[,(|\n]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_LAST_LINE = re.compile(r"\n[ \t>~–-]{0,4}(?P<who>[^\W\d_][\w'’.-]{0,15})(?:[ ]x{1,4})?[.!]?\s*\Z")
_MOST_WORDS = 4
_NOBODY = known.ours("greeted-not")


def addressed(text: str, lists: Lists) -> Iterator[Span]:
    """Whoever a letter greets, and whoever signs it."""
    for found in _GREETED.finditer(text):
        yield from _each(found.start("who"), tokens(found.group("who")), lists)
    for found in _SIGNED.finditer(text):
        words = tokens(found.group("who"))
        if words and len(words) <= _MOST_WORDS and not any(one.low in _NOBODY for one in words):
            yield Span(found.start("who"), found.end("who"), "PERSON")
    for found in _LAST_LINE.finditer(text):
        yield from _each(found.start("who"), tokens(found.group("who")), lists)


def _each(start: int, words: list[Token], lists: Lists) -> Iterator[Span]:
    """The words that are somebody's name, where only names are expected."""
    if len(words) > _MOST_WORDS:
        return
    for word in words:
        low = word.low
        named = low in lists.first or low in lists.cued or low in lists.last
        unknown = low not in lists.words and low not in lists.every_day and len(low) > 1
        nobody = low in _NOBODY or low in known.SAFE_WORDS or low in known.ACRONYMS
        if (named or unknown) and not nobody and low not in known.HONORIFICS:
            yield Span(start + word.start, start + word.end, "PERSON")
