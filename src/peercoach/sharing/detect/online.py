"""Addresses of the net: e-mail, web addresses, names online."""

import re
from re import Match

from peercoach.sharing.detect.recognising import Recogniser, always

_TLD = r"(?:org|com|net|info|io|app|co|uk|eu|scot|wales|cymru|ie|me|gov|edu|nhs|link|email)"
_AT = r"(?:\(at\)|\[at\]|\{at\}|\s at \s|(?<=\s)at(?=\s))"
_DOT = r"(?:\.|\s?(?:\(dot\)|\[dot\]|(?<=\s)dot(?=\s))\s?)"

_NO_ONE = re.compile(
    r"(?:up|is|it|its|are|was|us|me|here|online|sheet|list|page|site|look|found|them|this|that|all|one|"
    r"live|lives|form|forms|notes|more|info|details|slides|files|photos)\s?at\s|.{1,70}\sat\s(?:www|http)",
    re.IGNORECASE,
)


def _is_mail(found: Match[str], _text: str) -> bool:
    """Whether it is no web address at which something is: "it is at www.example.org"."""
    return not _NO_ONE.match(found.group())


ONLINE: tuple[Recogniser, ...] = (
    (
        "EMAIL",
        re.compile(
            r"(?<![\w.%+'-])[\w.%+'-]{1,200}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
        ),
        always,
    ),
    (
        "EMAIL",
        re.compile(
            rf"(?<![\w.%+-])[\w.%+-]{{1,64}}\s?{_AT}\s?[\w-]{{1,63}}"
            rf"(?:{_DOT}[\w-]{{1,63}}){{0,3}}{_DOT}{_TLD}\b",
            re.IGNORECASE,
        ),
        _is_mail,
    ),
    (
        "URL",
        re.compile(r"\b(?:https?://|www\.)[^\s<>\"']{2,500}", re.IGNORECASE),
        always,
    ),
    (
        "URL",
        re.compile(
            r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}"
            + _TLD
            + r"(?:\.uk)?(?:/[^\s<>\"']{0,300})?(?![\w@-])",
            re.IGNORECASE,
        ),
        always,
    ),
    (
        "HANDLE",
        re.compile(r"(?<![\w@.])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?"),
        always,
    ),
)
