"""Numbers that belong to one person: NHS, National Insurance, phone."""

import re
from re import Match

from peercoach.sharing.detect.recognising import Recogniser, always, before, digits, no_money

_CALLED = re.compile(
    r"(?:tel|phone|mobile|mob|number|no|ring|call|text|ext|extn|extension|bleep|pager|fax|whatsapp|"
    r"reach|landline|switchboard)\W{0,4}(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_NHS_CUE = re.compile(r"nhs\W{0,3}(?:no|num|number|#)?\W{0,4}(?:\w+\W{1,3}){0,2}$", re.IGNORECASE)
_NHS = re.compile(r"\bnhs\b(?!\s(?:trust|ft|foundation|england|mail))", re.IGNORECASE)
_NHS_REACH = 80


def nhs_check_digit(number: str) -> bool:
    """Whether ten digits are a valid NHS number (modulus 11; NHS Data Dictionary)."""
    weighed = sum(int(one) * (10 - place) for place, one in enumerate(number[:9]))
    return (11 - weighed % 11) % 11 == int(number[9])


def _is_nhs(found: Match[str], text: str) -> bool:
    number = digits(found.group())
    cued = bool(_NHS_CUE.search(before(found, text)))
    apart = not found.group().isdecimal()
    return cued or (nhs_check_digit(number) and number[0] != "0") or (apart and number[0] in "4567")


def _nhs_named(found: Match[str], text: str) -> bool:
    """Whether an NHS number is spoken of: one with a digit too few is still somebody's."""
    return bool(_NHS.search(text[max(0, found.start() - _NHS_REACH) : found.start()]))


def _is_phone(found: Match[str], text: str) -> bool:
    if not no_money(found, text):
        return False
    whole = found.group().lower().split("x")[0].split("e")[0]
    number = digits(whole)
    if "+" in whole or number.startswith("00"):
        return 9 <= len(number) <= 15
    if number.startswith("0"):
        return 10 <= len(number) <= 12
    if number.startswith("44"):
        return 11 <= len(number) <= 13
    return 6 <= len(number) <= 11 and bool(_CALLED.search(before(found, text)))


NUMBERS: tuple[Recogniser, ...] = (
    (
        "NHS",
        re.compile(r"(?<![\w.-])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?![\w-]|\.\d)"),
        _is_nhs,
    ),
    (
        "NHS",
        re.compile(r"(?<![\w.-])\d(?:[ \u00a0-]?\d){8,9}(?![\w-]|\.\d)"),
        _nhs_named,
    ),
    ("NINO", re.compile(r"\b[A-Za-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-Da-d]\b"), always),
    (
        "PHONE",
        re.compile(
            r"(?<![\w£$€.])(?:\+|\(\+|\(?00)?\(?\d(?:[ \u00a0().\-–/]{0,3}\d){5,14}"
            r"(?:,?\s?(?:x|ext|extn|extension)\.?\s?\d{1,6})?(?![\w]|[.,]\d|%)",
            re.IGNORECASE,
        ),
        _is_phone,
    ),
    (
        "PHONE",
        re.compile(
            r"\b(?:ext|extn|extension|bleep|pager)\.?:?\s{0,2}(?P<it>\d{3,6})\b", re.IGNORECASE
        ),
        always,
    ),
)
