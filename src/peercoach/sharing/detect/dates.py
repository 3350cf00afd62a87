"""Dates, dates of birth and ages, as people in Britain write them."""

import re
from collections.abc import Iterator, Sequence

from peercoach.sharing.detect.spans import Span

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL_WORDS = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
    r"twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|"
    r"thirty[- ]first)"
)
_YEAR = r"(?:(?:19|20)\d{2}|'\d{2}|’\d{2})"

_WEEKDAY = (
    r"(?:(?:mon|tues?|wed|weds|wednes|thurs?|thu|thur|fri|sat|satur|sun)(?:day)?,?\s(?:the\s)?)?"
)
"""A weekday goes with its date: beside the month alone, it would still tell the day."""

_WHOLE = (
    # 3/4/25, 03-04-2025, 3.4.25, 2025-04-03
    rf"(?<![\d/.-]){_WEEKDAY}{_DAY}[/.-](?:0?[1-9]|1[0-2])[/.-]"
    r"(?:(?:19|20)\d{2}|\d{2})(?![\d/-])",
    r"(?<![\d/.-])(?:19|20)\d{2}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])(?!\d)",
    # 14 March, 14th of March 2025, 14Mar25
    rf"\b{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?\s?(?:of\s)?{_MONTH}\b\.?(?:,?\s?{_YEAR}\b)?",
    # March 14, March 14th 2025
    rf"\b{_MONTH}\.?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?\b"
    rf"(?!\s?(?:people|of\sus|am|pm|%|:|weeks))(?:,?\s{_YEAR}\b)?",
    rf"\b{_MONTH}\.?,?\s(?:19|20)\d{{2}}\b",
)
_IN_WORDS = re.compile(rf"\b{_ORDINAL_WORDS}\sof\s{_MONTH}\b(?:,?\s{_YEAR}\b)?", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(
    r"\b(?:(?:mon|tues?|wed|weds|wednes|thurs?|thu|thur|fri|sat|satur|sun)(?:day)?,?\s(?:the\s)?"
    r"|the\s)$",
    re.IGNORECASE,
)
# None begins inside a word: said first, since it is soon seen.
_BEGINS = r"(?:(?<![^\W\d_])|(?=\d))"
_DATE = re.compile(rf"{_BEGINS}(?:{'|'.join(_WHOLE)})", re.IGNORECASE)
_WEEKDAYS = "mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY_AND_MONTH = re.compile(rf"(?<![\d/]){_DAY}\s?/\s?(?:0?[1-9]|1[0-2])(?![\d/])")
_DATE_CUE = re.compile(
    rf"\b(?:on|by|since|until|till|til|before|after|dated|date|{_WEEKDAYS}|due|starts?|started"
    r"|w/c|wc|wb|wk|beg)[:,]?\s$",
    re.IGNORECASE,
)
_PERHAPS_DATE_CUE = re.compile(r"(?:\b(?:of|from|for|is|was)\s|^)$", re.IGNORECASE | re.MULTILINE)
_MARK = re.compile(r"/\s?(?:2|3|4|5|10)$")
"""What a fraction or a mark ends in: 3/4 of us, seven out of ten."""
_NTH = re.compile(
    r"\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b"
    r"(?!\s(?:floor|time|year|century|birthday|attempt|draft|week|month|place|person|day|meeting"
    r"|go|of))",
    re.IGNORECASE,
)
_NTH_CUE = re.compile(
    rf"\b(?:on|by|from|since|until|till|before|after|for|{_WEEKDAYS})\s(?:the\s)?$", re.IGNORECASE
)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|date\sof\sbirth|born(?:\son)?|birthday)\W{0,4}(?:is\s|was\s"
    r"|on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five"
    r"|six|seven|eight|nine)\b)?"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_OLD = r"[- ]?(?:years?|yrs?|yr)[- ]?(?:olds?|of\sage)"
_AGE = re.compile(
    rf"\b(?P<a>1?\d{{1,2}}(?:{_OLD}|\s?(?:y/?o|yo)))\b"
    r"|\b(?P<b>aged?\s1?\d{1,2})\b(?!\s?(?:to|-|–)\s?\d)"
    r"|(?<=\()(?P<c>[1-9]\d)(?=\))"
    r"|\b(?P<d>1?\d{1,2})\b",
    re.IGNORECASE,
)
_AGE_IN_WORDS = re.compile(rf"\b(?P<d>{_NUMBER})(?P<e>{_OLD})?\b", re.IGNORECASE)
_AGED = re.compile(r"\baged?\s$", re.IGNORECASE)
_NAMED_BEFORE = re.compile(r"[A-Z][\w'’-]+\s\($")
_TURNED = re.compile(r"\b(?:turn(?:ed|ing|s)|(?:since|when)\s(?:s?he|I|they)\s(?:was|were))\s$")
_IS = re.compile(
    r"\b(?:(?:s?he|[Ww]ho|they|[Tt]hey|S?He|I)(?:['’](?:s|m|re|ll\sbe)|m|s|\s(?:is|was|am|are|were"
    r"|will\sbe))|"
    r"[A-Z][\w'’-]{1,20}\sis|(?:mum|dad|nan|gran|mother|father|son|daughter)\sis)\s(?:just\s|only"
    r"\s)?$"
)
_AGE_ENDS = re.compile(
    r"\s?(?:[,.;:)!?](?!\d)|and\b|but\b|when\b|again\b|next\b|this\b|now\b|by\sthe\b"
    r"|on\s(?:the|her|his)\b|years?\sold\b|yrs?\b|$|\n)"
)
_REACH = 30


def found(text: str, windows: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Dates, dates of birth and ages; ``windows`` are where the text has digits."""
    for window in windows:
        for one in _DATE.finditer(text, *window):
            yield _dated(text, one.start(), one.end())
        for one in _DAY_AND_MONTH.finditer(text, *window):
            before = text[max(0, one.start() - _REACH) : one.start()]
            perhaps = _PERHAPS_DATE_CUE.search(before) and not _MARK.search(one.group())
            if perhaps or _DATE_CUE.search(before):
                yield _dated(text, _day_before(text, one.start()), one.end())
        for one in _NTH.finditer(text, *window):
            if _NTH_CUE.search(text[max(0, one.start() - _REACH) : one.start()]):
                yield _dated(text, _day_before(text, one.start()), one.end())
        yield from _ages(text, _AGE, *window)
    for one in _IN_WORDS.finditer(text):
        yield _dated(text, _day_before(text, one.start(), the=True), one.end())
    yield from _ages(text, _AGE_IN_WORDS, 0, len(text))


def _day_before(text: str, start: int, *, the: bool = False) -> int:
    """Where a date begins with the weekday before it, or with ``the``."""
    day = _WEEKDAY_BEFORE.search(text[max(0, start - _REACH) : start])
    if day is None or (not the and day.group().lower() == "the "):
        return start
    return start - len(day.group())


def _dated(text: str, start: int, end: int) -> Span:
    while text[end - 1] == ".":
        end -= 1
    before = text[max(0, start - _REACH) : start]
    return Span(start, end, "DOB" if _BORN.search(before) else "DATE")


def _ages(text: str, pattern: re.Pattern[str], begin: int, end: int) -> Iterator[Span]:
    for one in pattern.finditer(text, begin, end):
        start, stop = one.span()
        before = text[max(0, start - _REACH) : start]
        aged = _AGED.search(before)
        if one.lastgroup == "c" and not _NAMED_BEFORE.search(before):
            continue
        if one.lastgroup == "d" and not (
            aged or _said_of_somebody(one.group(), before, text, stop)
        ):
            continue
        yield Span(start - len(aged.group()) if aged else start, stop, "AGE")


def _said_of_somebody(number: str, before: str, text: str, stop: int) -> bool:
    """Whether a number alone is somebody's age: "she turned 40"; "she's 52, and"."""
    if not _AGE_ENDS.match(text, stop):
        return False
    return bool(_TURNED.search(before)) or (len(number) > 1 and bool(_IS.search(before)))
