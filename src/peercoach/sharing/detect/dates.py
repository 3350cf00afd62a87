"""Dates, dates of birth and ages, as people in Britain write them."""

import re
from collections.abc import Iterator

from peercoach.sharing.detect.spans import Kind, Span

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
    rf"\b{_WEEKDAY}(?:the\s)?{_ORDINAL_WORDS}\sof\s{_MONTH}\b(?:,?\s{_YEAR}\b)?",
    # March 14, March 14th 2025
    rf"\b{_MONTH}\.?\s(?:the\s)?{_DAY}(?:st|nd|rd|th)?\b"
    rf"(?!\s?(?:people|of\sus|am|pm|%|:|weeks))(?:,?\s{_YEAR}\b)?",
    rf"\b{_MONTH}\.?,?\s(?:19|20)\d{{2}}\b",
)
# None begins inside a word: said first, since it is soon seen.
_BEGINS = r"(?:(?<![^\W\d_])|(?=\d))"
_DATE = re.compile(rf"{_BEGINS}(?:{'|'.join(_WHOLE)})", re.IGNORECASE)
_CUED = re.compile(
    rf"\b(?:on|of|by|from|since|until|till|before|after|dated|date|mon|tues?|wed|thurs?|fri|sat"
    rf"|sun|"
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day|due|starts?|started|w/c|wc|is|was)[:,]?\s"
    rf"(?P<it>{_DAY}/(?:0?[1-9]|1[0-2]))(?![\d/])",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\b(?:on|by|from|since|until|till|before|after|for|mon|tues?|wed|thurs?|fri|sat|sun|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s(?:the\s)?(?P<it>(?:[1-9]|[12]\d|3[01])(?:st"
    r"|nd|rd|th))\b"
    r"(?!\s(?:floor|time|year|century|birthday|attempt|draft|week|month|place|person|day|meeting"
    r"|go|of))",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|date\sof\sbirth|born(?:\son)?|birthday)\W{0,4}(?:is\s|was\s"
    r"|on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five"
    r"|six|"
    r"seven|eight|nine))?|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_AGE = re.compile(
    r"\b(?:turned|turning)\s(?P<a>1?\d{1,2})(?=\s?(?:,|\.(?!\d)|;|\)|and\b|$|when\b|years?\sold\b"
    r"|yrs?\b))"
    r"|\b(?P<b>1?\d{1,2}[- ]?(?:years?|yrs?|yr)[- ]?(?:old|olds)?)\b"
    r"|\b(?P<c>1?\d{1,2}\s?(?:y/?o|yo))\b"
    r"|\((?P<d>[1-9]\d)\)"
    r"|\b(?:s?he(?:['’]?s|\sis|\swas)|who(?:['’]s|\sis|\swas)|they['’]?re|(?-i:I)(?:['’]m|\sam"
    r"|\swas)|"
    r"(?-i:[A-Z])[\w'’-]{1,20}\sis|(?:mum|dad|nan|gran|mother|father|son|daughter)\sis)\s"
    rf"(?P<e>[1-9]\d|1[01]\d|{_NUMBER})(?=\s?(?:[,.;:)!?](?!\d)|and\b|but\b|$|next\b|this\b|now\b"
    rf"|\n))"
    rf"|\b(?P<f>aged?\s(?:1?\d{{1,2}}|{_NUMBER}))\b(?!\s?(?:to|-|–)\s?\d)"
    rf"|\b(?P<g>{_NUMBER}[- ]years?[- ]olds?)\b",
    re.IGNORECASE,
)
_REACH = 30


def found(text: str) -> Iterator[Span]:
    """Dates, dates of birth and ages in a text."""
    for pattern in (_DATE, _CUED, _NTH):
        for one in pattern.finditer(text):
            start, end = one.span("it") if pattern is not _DATE else one.span()
            while text[end - 1] == ".":
                end -= 1
            before = text[max(0, start - _REACH) : start]
            kind: Kind = "DOB" if _BORN.search(before) else "DATE"
            yield Span(start, end, kind)
    yield from _ages(text)


def _ages(text: str) -> Iterator[Span]:
    for one in _AGE.finditer(text):
        group = one.lastgroup or "a"
        start, end = one.span(group)
        if group == "b" and "old" not in one.group().lower():
            continue
        if group == "d" and not re.search(r"[A-Z][\w'’-]+\s\($", text[max(0, start - 20) : start]):
            continue
        yield Span(start, end, "AGE")
