"""Street addresses: a building and its street."""

import re
from re import Match

from peercoach.sharing.detect.postcodes import WHOLE
from peercoach.sharing.detect.recognising import Recogniser, always

_STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Cl|Drive|Dr|Way|Terrace|Court|Ct|Crescent|Cres|"
    "Gardens|Gdns|Grove|Place|Pl|Row|Square|Sq|Hill|Park|View|Walk|Mews|Rise|Green|Parade|Quay|"
    "Wharf|Fold|Bank|Croft|Garth|Wynd|Gate|Yard|Heol|Ffordd|Stryd|House|Buildings|Mount|Side|"
    "Approach|Promenade|Esplanade|Circus|Vale|Brow|Broadway|Embankment|Brae|Stairs"
)
_SMALL_STREETS = (
    "street|road|rd|avenue|ave|lane|close|drive|terrace|crescent|gardens|grove|mews|row|court|walk|"
    "croft|brow|fold"
)
_NAME = r"[A-Z][\w'’.-]{1,20}"
_NUMBER = r"\d{1,4}(?:-\d{1,4})?[A-Za-z]?"
_STREET = rf"(?:{_NAME}\s){{1,3}}(?:{_STREETS})\b"
_BUILDING = r"(?:[A-Z][\w'’.-]{1,20}[ ]?){1,3}"
_LIVES = (
    r"(?:liv(?:e|es|ed|ing)\s(?:at|in)|address(?:\sis|\swas)?|c/o|deliver(?:ed|y"
    r"|ies)?\s(?:it\s)?to|"
    r"post(?:ed)?\s(?:it\s|them\s)?to|send\s(?:it\s|them\s)?to|moved\s(?:in)?to|round\s(?:to|at)|"
    r"based\sat|office\s(?:at|is)|house\s(?:at|is)|flat\s(?:at|is)|stay(?:s|ing)\sat|over\sat|"
    r"from|at)"
)
_NO_STREET = re.compile(
    r"\d\s?(?:am|pm|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Band|People|Peer|NHS|GMT|"
    r"BST|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
)


def _no_time(found: Match[str], _text: str) -> bool:
    """Whether what follows the number is a street, and not a month or a time."""
    return not _NO_STREET.search(found.group("it"))


_PATTERNS = (
    # 4 Elm Street; Flat 2, 14-16 Long Lane
    r"\b(?:(?:Flat|Room|Unit|Apartment|Apt|Studio|Office)\s\w{1,4},?\s{1,2})?"
    rf"(?:The\s(?:[A-Z][\w'’.-]{{1,20}}\s?){{1,3}},\s)?{_NUMBER},?\s{_STREET}"
    # Unit 7 The Old Mill, 3 Mill Lane
    rf"|\b(?:Unit|Suite|Flat)\s\d{{1,3}}[A-Za-z]?,?\s(?:The\s)?{_BUILDING}"
    rf"(?:,\s(?:\d{{1,4}}[A-Za-z]?\s)?{_STREET})?"
    # Rose Cottage, Church End
    r"|\b(?:[A-Z][\w'’-]{2,20}\s){1,2}(?:Cottage|Farm|Barn|Villa|Lodge|Court|House),\s(?:The\s)?"
    r"(?:[A-Z][\w'’-]{2,20}[ ]?){1,3}",
    # The Old Forge, Mill Lane
    r"\b(?:The\s)?(?:[A-Z][\w'’-]{1,20}[ ]){0,3}[A-Z][\w'’-]{1,20},\s"
    rf"(?:{_NUMBER}\s)?(?:{_NAME}\s){{1,2}}(?:Road|Lane|Street|Avenue|Close|Drive)\b"
    # 12 The Rise, before its postcode
    rf"|\b{_NUMBER}\s(?:{_NAME}[ ,]{{1,2}}){{1,4}}(?={WHOLE}\b)",
    # 9a high street, in small letters
    r"\b(?:flat\s\w{1,4},?\s{1,2})?\d{1,4}[a-z]?,?\s"
    r"(?!min|mins|hours?|miles?|days?|weeks?|people|of\b)(?:[a-z'’]{2,20}\s){1,3}"
    rf"(?:{_SMALL_STREETS})\b(?!\sto\b|\saway)",
)
_CUED = re.compile(
    rf"\b{_LIVES}[:,]?\s(?P<it>(?:(?:flat|unit|room|no\.?|number)\s)?\d{{1,4}}[a-z]?,?\s(?:the\s)?"
    r"[A-Z][\w'’.-]{2,20}(?:\s[A-Z][\w'’.-]{1,20}){0,3}(?:,\s[A-Z][\w'’-]{2,20}){0,2})"
)

ADDRESSES: tuple[Recogniser, ...] = (
    *(("ADDRESS", re.compile(pattern), always) for pattern in _PATTERNS),
    ("ADDRESS", _CUED, _no_time),
)
