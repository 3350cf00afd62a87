"""Identifiers that have a shape: numbers, addresses, dates. Each is a pattern and a check.

Reserved and test ranges count as well (numbers kept for drama, test NHS numbers, ``QQ`` insurance
prefixes, example domains): hiding one too many costs little, a strict check leaks.

Every pattern runs in time proportional to the text: no repeat within a repeat without a bound, and
each begins with something that can't begin within a match of itself (``tests/sharing`` holds them
to it with hostile text).
"""

import re
from collections.abc import Callable, Iterator
from re import Match, Pattern

from peercoach.sharing.detect import dates
from peercoach.sharing.detect.areas import AREAS
from peercoach.sharing.detect.spans import Kind, Span

Check = Callable[[Match[str], str], bool]

_TLD = r"(?:org|com|net|info|io|app|co|uk|eu|scot|wales|cymru|ie|me|gov|edu|nhs|link|email)"
_AREA = "(?:" + "|".join(sorted(AREAS, key=len, reverse=True)) + ")"
_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"

_STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Cl|Drive|Dr|Way|Terrace|Court|Ct|Crescent|Cres|"
    "Gardens|Gdns|Grove|Place|Pl|Row|Square|Sq|Hill|Park|View|Walk|Mews|Rise|Green|Parade|Quay|"
    "Wharf|Fold|Bank|Croft|Garth|Wynd|Gate|Yard|Heol|Ffordd|Stryd|House|Buildings|Mount|Side|Approach|Promenade|Esplanade|Circus|Vale|Brow|Broadway|Embankment|Brae|Stairs"
)

_CALLED = re.compile(
    r"(?:tel|phone|mobile|mob|number|no|ring|call|text|ext|extn|extension|bleep|pager|fax|whatsapp|"
    r"reach|landline|switchboard)\W{0,4}(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_NHS_CUE = re.compile(r"nhs\W{0,3}(?:no|num|number|#)?\W{0,4}(?:\w+\W{1,3}){0,2}$", re.IGNORECASE)
_MONEY = re.compile(r"[£$€]\s?$")
_BEFORE = 40
"""Characters before a match in which a cue is looked for."""


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())


def _before(found: Match[str], text: str) -> str:
    return text[max(0, found.start() - _BEFORE) : found.start()]


def nhs_check_digit(digits: str) -> bool:
    """Whether ten digits are a valid NHS number (modulus 11; NHS Data Dictionary)."""
    weighed = sum(int(one) * (10 - place) for place, one in enumerate(digits[:9]))
    return (11 - weighed % 11) % 11 == int(digits[9])


def _is_nhs(found: Match[str], text: str) -> bool:
    digits = _digits(found.group())
    cued = bool(_NHS_CUE.search(_before(found, text)))
    apart = not found.group().isdecimal()
    return cued or (nhs_check_digit(digits) and digits[0] != "0") or (apart and digits[0] in "4567")


def _is_phone(found: Match[str], text: str) -> bool:
    if _MONEY.search(_before(found, text)):
        return False
    whole = found.group().lower().split("x")[0].split("e")[0]
    digits = _digits(whole)
    if "+" in whole or digits.startswith("00"):
        return 9 <= len(digits) <= 15
    if digits.startswith("0"):
        return 10 <= len(digits) <= 12
    if digits.startswith("44"):
        return 11 <= len(digits) <= 13
    return 6 <= len(digits) <= 11 and bool(_CALLED.search(_before(found, text)))


def _is_reference(found: Match[str], text: str) -> bool:
    return not _MONEY.search(_before(found, text))


def _always(_found: Match[str], _text: str) -> bool:
    return True


def _near_a_place(found: Match[str], text: str) -> bool:
    """An outward code alone: two letters are enough; one letter stands for too many other things."""
    code = found.group()
    if code in ("CO2", "PH7", "SO4", "NO2"):
        return False
    after = text[found.end() : found.end() + 12].lower()
    near = re.search(
        r"\b(?:in|around|near|from|of|postcode|area|to|at|over)\W{1,3}$",
        _before(found, text).lower(),
    )
    return (
        bool(near)
        or _postcodes_near(found, text)
        or after.lstrip().startswith(("area", "postcode", "way", "side", "end"))
        or (
            len(re.match(r"[A-Z]+", code).group()) == 2  # type: ignore[union-attr]
        )
    )


def _postcodes_near(found: Match[str], text: str) -> bool:
    """Whether a whole postcode stands close by: a list of them."""
    around = text[max(0, found.start() - 60) : found.end() + 60]
    return bool(_WHOLE_POSTCODE.search(around))


_WHOLE_POSTCODE = re.compile(r"\b" + _AREA + r"\d[\dA-Z]?\s" + _INWARD + r"\b", re.IGNORECASE)
_CAR = re.compile(
    r"\b(?:reg|registration|plate|car|van|bus|vehicle|fiesta|corsa|parked|parking|permit|drives|mot|minibus|ambulance|astra|micra|transit|polo|golf|clio|focus|fiat|ford|vauxhall|nissan|toyota|honda|yaris|skoda|kia|mini|audi|bmw|volvo|mercedes|peugeot|renault|citroen|berlingo|kangoo|mondeo|tesla|moped|scooter|motorbike|bike|lorry|taxi|cab|number plates?|blue badge)\b",
    re.IGNORECASE,
)


def _is_plate(found: Match[str], text: str) -> bool:
    around = text[max(0, found.start() - 60) : found.end() + 30]
    return bool(_CAR.search(around))


_PATTERNS: tuple[tuple[Kind, Pattern[str], Check], ...] = (
    (
        "EMAIL",
        re.compile(
            r"(?<![\w.%+'-])[\w.%+'-]{1,200}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
        ),
        _always,
    ),
    (
        "EMAIL",
        re.compile(
            r"(?<![\w.%+-])[\w.%+-]{1,64}\s?(?:\(at\)|\[at\]|\{at\}|\s at \s|(?<=\s)at(?=\s))\s?"
            r"[\w-]{1,63}(?:(?:\.|\s?(?:\(dot\)|\[dot\]|(?<=\s)dot(?=\s))\s?)[\w-]{1,63}){0,3}"
            r"(?:\.|\s?(?:\(dot\)|\[dot\]|(?<=\s)dot(?=\s))\s?)" + _TLD + r"\b",
            re.IGNORECASE,
        ),
        _always,
    ),
    (
        "URL",
        re.compile(r"\b(?:https?://|www\.)[^\s<>\"']{2,500}", re.IGNORECASE),
        _always,
    ),
    (
        "URL",
        re.compile(
            r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}"
            + _TLD
            + r"(?:\.uk)?(?:/[^\s<>\"']{0,300})?(?![\w@-])",
            re.IGNORECASE,
        ),
        _always,
    ),
    (
        "HANDLE",
        re.compile(r"(?<![\w@.])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?"),
        _always,
    ),
    (
        "NHS",
        re.compile(r"(?<![\w.-])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?![\w-]|\.\d)"),
        _is_nhs,
    ),
    (
        "NHS",
        re.compile(r"(?<![\w.-])\d(?:[ \u00a0-]?\d){8,9}(?![\w-]|\.\d)"),
        lambda found, text: bool(
            re.search(
                r"\bnhs\b(?!\s(?:trust|ft|foundation|england|mail))",
                text[max(0, found.start() - 80) : found.start()],
                re.IGNORECASE,
            )
        ),
    ),
    ("NINO", re.compile(r"\b[A-Za-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-Da-d]\b"), _always),
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
        _always,
    ),
    ("POSTCODE", re.compile(r"\b" + _AREA + r"\d[\dA-Z]?\s{0,2}" + _INWARD + r"\b"), _always),
    (
        "POSTCODE",
        re.compile(r"\b" + _AREA + r"\d[\dA-Z]?\s{0,2}" + _INWARD + r"\b", re.IGNORECASE),
        _always,
    ),
    ("POSTCODE", re.compile(r"\b" + _AREA + r"[1-9]\d?[A-Z]?\b(?!\s?[%:])"), _near_a_place),
    (
        "POSTCODE",
        re.compile(r"\b(?=[a-z]{2})" + _AREA.lower() + r"\d{1,2}[a-z]?\b(?!\s?[%:])"),
        lambda found, text: found.group() not in ("co2", "ph7", "so1", "me2", "hr1"),
    ),
    ("POSTCODE", re.compile(r"\b[bglmnsew]\d{1,2}[a-z]?\b"), _postcodes_near),
    ("VEHICLE", re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b"), _always),
    (
        "VEHICLE",
        re.compile(r"\b[A-Z]{2}[0-7]\d[ -]?[A-Z]{3}\b", re.IGNORECASE),
        lambda found, text: bool(_CAR.search(text[max(0, found.start() - 60) : found.end() + 30])),
    ),
    (
        "VEHICLE",
        re.compile(
            r"\b[A-Z]\s?\d{1,3}[ -]?[A-Z]{3}\b|\b[A-Z]{3}\s?\d{1,4}[A-Z]?\b|\b\d{1,4}\s[A-Z]{2,3}\b"
        ),
        _is_plate,
    ),
    (
        "VEHICLE",
        re.compile(r"\b[a-z]\s?\d{2,3}\s?[a-z]{3}\b"),
        lambda found, text: (
            _is_plate(found, text)
            and found.group()[-3:] not in ("the", "and", "but", "for", "was", "who")
        ),
    ),
    ("VEHICLE", re.compile(r"\b[A-Z]{1,2}Z\s?\d{3,4}\b"), _always),
    (
        "ADDRESS",
        re.compile(
            r"\b(?:(?:Flat|Room|Unit|Apartment|Apt|Studio|Office)\s\w{1,4},?\s{1,2})?"
            r"(?:The\s(?:[A-Z][\w'’.-]{1,20}\s?){1,3},\s)?\d{1,4}(?:-\d{1,4})?[A-Za-z]?,?\s"
            r"(?:[A-Z][\w'’.-]{1,20}\s){1,3}(?:" + _STREETS + r")\b"
            r"|\b(?:Unit|Suite|Flat)\s\d{1,3}[A-Za-z]?,?\s(?:The\s)?(?:[A-Z][\w'’.-]{1,20}[ ]?){1,3}"
            r"(?:,\s(?:\d{1,4}[A-Za-z]?\s)?(?:[A-Z][\w'’.-]{1,20}\s){1,3}(?:" + _STREETS + r")\b)?"
            r"|\b(?:[A-Z][\w'’-]{2,20}\s){1,2}(?:Cottage|Farm|Barn|Villa|Lodge|Court|House),\s(?:The\s)?(?:[A-Z][\w'’-]{2,20}[ ]?){1,3}"
        ),
        _always,
    ),
    (
        "ADDRESS",
        re.compile(
            r"\b(?:The\s)?(?:[A-Z][\w'’-]{1,20}[ ]){0,3}[A-Z][\w'’-]{1,20},\s(?:\d{1,4}(?:-\d{1,4})?[A-Za-z]?\s)?"
            r"(?:[A-Z][\w'’.-]{1,20}\s){1,2}(?:Road|Lane|Street|Avenue|Close|Drive)\b"
            r"|\b\d{1,4}(?:-\d{1,4})?[A-Za-z]?\s(?:[A-Z][\w'’.-]{1,20}[ ,]{1,2}){1,4}(?="
            + _AREA
            + r"\d[\dA-Z]?\s{0,2}"
            + _INWARD
            + r"\b)"
        ),
        _always,
    ),
    (
        "ADDRESS",
        re.compile(
            r"\b(?:liv(?:e|es|ed|ing)\s(?:at|in)|address(?:\sis|\swas)?|c/o|deliver(?:ed|y|ies)?\s(?:it\s)?to|"
            r"post(?:ed)?\s(?:it\s|them\s)?to|send\s(?:it\s|them\s)?to|moved\s(?:in)?to|round\s(?:to|at)|based\sat|office\s(?:at|is)|"
            r"house\s(?:at|is)|flat\s(?:at|is)|stay(?:s|ing)\sat|over\sat|from|at)[:,]?\s"
            r"(?P<it>(?:(?:flat|unit|room|no\.?|number)\s)?\d{1,4}[a-z]?,?\s(?:the\s)?[A-Z][\w'’.-]{2,20}"
            r"(?:\s[A-Z][\w'’.-]{1,20}){0,3}(?:,\s[A-Z][\w'’-]{2,20}){0,2})",
        ),
        lambda found, text: (
            not re.search(
                r"\d\s?(?:am|pm|January|February|March|April|May|June|July|August|September|October|November|December|"
                r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Band|People|Peer|NHS|GMT|BST|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b",
                found.group("it"),
            )
        ),
    ),
    (
        "ADDRESS",
        re.compile(
            r"\b(?:flat\s\w{1,4},?\s{1,2})?\d{1,4}[a-z]?,?\s(?!min|mins|hours?|miles?|days?|weeks?|people|of\b)"
            r"(?:[a-z'’]{2,20}\s){1,3}"
            r"(?:street|road|rd|avenue|ave|lane|close|drive|terrace|crescent|gardens|grove|mews|row|court|walk|croft|brow|fold)\b(?!\sto\b|\saway)"
        ),
        _always,
    ),
    (
        "REF",
        re.compile(
            r"\b(?:ref|reference|datix|case|incident|staff|employee|payroll|ticket|order|job|"
            r"pin|id|membership|policy|complaint|log|invoice|badge|assignment|ESR|NMC|vacancy|"
            r"RiO|PALS|FOI|SAR|candidates?|ids|number|no)\b\.?(?:\s(?:no|number|num|id|ref|code)\b\.?)?[\s:#]{0,4}"
            r"(?:is\s|was\s|it's\s)?"
            r"(?P<it>(?=[A-Za-z/-]{0,12}\d)[A-Za-z0-9]{1,12}(?:[-/][A-Za-z0-9]{1,12}){0,4})\b",
            re.IGNORECASE,
        ),
        lambda found, text: _long_enough(found.group("it")) and _is_reference(found, text),
    ),
    (
        "REF",
        re.compile(
            r"\b(?:id|payroll|number|no|account|a/n|acc|quote|asset|tag|passcode|pin|ref)\b\.?[\s:#]{1,3}"
            r"(?P<it>\d{2,6}(?:[ -]\d{2,6}){1,4})\b",
            re.IGNORECASE,
        ),
        _is_reference,
    ),
    ("REF", re.compile(r"\b[A-Z]{1,6}[-/ ]?\d{5,12}\b"), _is_reference),
    (
        "REF",
        re.compile(r"\b[A-Za-z]{1,6}[-/]\d{1,10}(?:[-/][A-Za-z0-9]{1,10}){1,3}\b"),
        _is_reference,
    ),
    ("REF", re.compile(r"\b[A-Za-z]{2,6}/\d{4,10}\b"), _is_reference),
    (
        "REF",
        re.compile(r"\b\d{2,4}-\d{4,6}\b"),
        lambda found, text: not re.match(r"(?:19|20)\d\d-(?:19|20)\d\d", found.group()),
    ),
    ("REF", re.compile(r"\b\d{2,6}[-/][A-Za-z0-9]{2,6}[-/][A-Za-z0-9]{2,8}\b"), _is_reference),
    ("REF", re.compile(r"\b[a-z]{1,3}\d{5,12}\b|\b[a-z]{2,3}0\d{3}\b"), _is_reference),
    ("REF", re.compile(r"\b\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{4})?\b"), _is_reference),
    ("REF", re.compile(r"\b[A-Z]{1,4}\d?-(?:[A-Z]{1,5}-)?\d{3,10}\b"), _is_reference),
    ("REF", re.compile(r"\b[A-Z]{2,5} \d{2}-\d{3,6}\b"), _is_reference),
    ("REF", re.compile(r"(?<![\w£$€.,/-])\d{6,14}(?![\w%]|[.,/]\d)"), _is_reference),
)


def _long_enough(code: str) -> bool:
    digits = _digits(code)
    return len(digits) >= 4 or (len(digits) >= 2 and len(code) >= 5 and code != digits)


_TAIL = ".,;:!?)]}'\"’”"


def structured(text: str) -> Iterator[Span]:
    """Every identifier of a text that has a shape. Spans may overlap: see ``spans.resolved``."""
    yield from dates.found(text)
    for kind, pattern, check in _PATTERNS:
        for found in pattern.finditer(text):
            if not check(found, text):
                continue
            start, end = found.span("it") if "it" in pattern.groupindex else found.span()
            while kind in ("URL", "EMAIL") and end > start and text[end - 1] in _TAIL:
                end -= 1
            while (
                kind == "PHONE"
                and start < end
                and text[start] == "("
                and ")" not in text[start:end]
            ):
                start += 1
            yield Span(start, end, kind)
