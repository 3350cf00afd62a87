"""Street addresses: a building and its street."""

import re
from re import Match

from peercoach.sharing.detect.postcodes import WHOLE
from peercoach.sharing.detect.recognising import Recogniser, always

_STREETS = (
    "Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Close|Cl|Drive|Dr|Way|Terrace|Terr|Court|Ct|Crescent|"
    "Cres|Gardens|Gdns|Grove|Gr|Place|Pl|Row|Square|Sq|Hill|Park|View|Walk|Mews|Rise|Green|Parade|"
    "Quay|Wharf|Fold|Bank|Croft|Garth|Wynd|Gate|Yard|Heol|Ffordd|Stryd|House|Buildings|Mount|Side|"
    "Approach|Promenade|Esplanade|Circus|Vale|Brow|Broadway|Embankment|Brae|Stairs|Passage|Parkway|"
    "Bridge|Cross|End|Path|Drove|Dene|Meadow|Meadows|Fields|Common|Loan|Loke|Snicket|Villas"
)
_SMALL_STREETS = (
    "street|st|road|rd|avenue|ave|lane|ln|close|drive|terrace|crescent|cres|gardens|gdns|grove|"
    "mews|"
    "row|court|walk|croft|brow|fold|approach|brae|stairs|parade|rise|place|way|view|square|wharf|"
    "quay|mount|hill|green|wynd|gate|garth|yard"
)
_UNITS = (
    "Flat|Apartment|Apt|Unit|Suite|Room|Rm|Studio|Office|Block|Bay|Plot|Caravan|Lodge|"
    "Bungalow|Floor"
)
_BUILDINGS = (
    "Cottage|Cottages|Farm|Farmhouse|Barn|Villa|Lodge|Court|House|Mill|Mills|Hall|Manse|Vicarage|"
    "Rectory|Forge|Dairy|Bakery|Stables|Works|Maltings|Tower|Towers|Heights|Point|Mansions|Flats|"
    "Building|Bungalow|Chapel|Schoolhouse|Gatehouse|Croft|Bothy|Priory|Station|Wharf|Granary|"
    "Chambers"
)
_NAME = r"[A-Z][\w'’.-]{1,20}"
_NUMBER = r"\d{1,4}(?:\s?[-–/&]\s?\d{1,4})?[A-Za-z]?"
_STREET = rf"(?:(?:{_NAME}\s){{1,4}}(?:{_STREETS})\b|The\s(?:{_STREETS})\b)"
_BUILDING = r"(?:[A-Z][\w'’.-]{1,20}[ ]?){1,3}"
_HOUSE = rf"(?:The\s)?(?:{_NAME}\s){{0,3}}(?:{_BUILDINGS})\b"
_UNIT = (
    rf"(?:(?:{_UNITS})\s(?:\d[\w./-]{{0,5}}|[A-Z]\d{{0,3}})|\d(?:st|nd|rd|th)\sFloor(?:\sFlat)?)"
)
_NEXT = r"(?:,\s?|\s-\s|\s)"
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
    # 4 Elm Street; Flat 2, 14-16 Long Lane; The Coach House, rear of 88 Penylan Hill, Flat 2
    rf"\b(?:{_UNIT}{_NEXT})?(?:{_HOUSE}{_NEXT})?"
    r"(?:(?:[Rr]ear\sof|[Aa]bove|[Bb]ehind|[Oo]pposite)\s)?"
    rf"(?:(?:No\.?|no\.?|Number|number)\s?)?{_NUMBER},?\s{_STREET}(?:,\s{_UNIT}\b)?"
    # Flat 9, Salts House; Unit 7 The Old Mill, 3 Mill Lane
    rf"|\b{_UNIT}{_NEXT}(?:{_HOUSE}(?:,\s(?:{_NUMBER}\s)?{_STREET})?|{_STREET})"
    rf"|\b(?:Unit|Suite|Flat)\s\d{{1,3}}[A-Za-z]?,?\s(?:The\s)?{_BUILDING}"
    rf"(?:,\s(?:\d{{1,4}}[A-Za-z]?\s)?{_STREET})?"
    r"|\bP\.?O\.?\sBox\s\d{1,6}\b",
    # 12 The Rise, before its postcode
    rf"\b{_NUMBER}\s(?:{_NAME}[ ,]{{1,2}}){{1,4}}(?={WHOLE}\b)",
    # 9a high street, flat 11b, quayside court, in small letters
    r"\b(?:(?:flat|unit|apartment|apt|studio|room)\s\w{1,4},?\s{1,2})?"
    r"(?:(?:the\s)?(?:[a-z'’]{2,20}\s)"
    rf"{{1,2}}(?:{_BUILDINGS.lower()}),\s{{1,2}})?\b\d{{1,4}}[a-z]?,?\s"
    r"(?!min|mins|hours?|miles?|days?|weeks?|people|of\b|on\b|in\b|at\b|by\b|from\b|to\b|and\b"
    r"|or\b|for\b|is\b|was\b)"
    rf"(?:[a-z'’]{{2,20}}\s){{1,3}}(?:{_SMALL_STREETS})\b(?!\sto\b|\saway|\sof\b)"
    r"|\b(?:flat|unit|apartment|apt|studio)\s\d{1,3}[a-z]?,?\s(?:the\s)?"
    r"(?:[a-z'’]{2,20}\s){1,3}"
    rf"(?:{_BUILDINGS.lower()}|{_SMALL_STREETS})\b(?:,\s(?:[a-z'’]{{2,20}}\s){{1,2}}"
    rf"(?:{_SMALL_STREETS})\b)?",
)
_WITHOUT_NUMBER = (
    # Rose Cottage, Church End; The Old Forge, Mill Lane
    r"\b(?:[A-Z][\w'’-]{2,20}\s){1,2}(?:Cottage|Farm|Barn|Villa|Lodge|Court|House),\s(?:The\s)?"
    r"(?:[A-Z][\w'’-]{2,20}[ ]?){1,3}"
    r"|\b(?:The\s)?(?:[A-Z][\w'’-]{1,20}[ ]){0,3}[A-Z][\w'’-]{1,20},\s"
    rf"(?:{_NAME}\s){{1,2}}(?:Road|Lane|Street|Avenue|Close|Drive)\b"
    # The Manse, Oakworth
    r"|\bThe\s(?:Old\s|New\s)?(?:Manse|Vicarage|Rectory|Forge|Bungalow|Schoolhouse|Gatehouse|Lodge"
    r"|Cottage|Coach\sHouse|School\sHouse)(?=,\s[A-Z])"
    # rose cottage, the green
    r"|\b[a-z'’]{3,20}\s(?:cottage|farm|villa|bungalow),\sthe\s[a-z]{3,15}\b"
    r"|\bty\s[a-z]{3,12},\s[a-z]{3,15}\slane\b",
)
_CUED = re.compile(
    rf"\b{_LIVES}[:,]?\s(?P<it>(?:(?:flat|unit|room|no\.?|number)\s)?\d{{1,4}}[a-z]?,?\s(?:the\s)?"
    r"[A-Z][\w'’.-]{2,20}(?:\s[A-Z][\w'’.-]{1,20}){0,3}(?:,\s[A-Z][\w'’-]{2,20}){0,2})"
)

HOUSES: tuple[Recogniser, ...] = tuple(
    ("ADDRESS", re.compile(pattern), always) for pattern in _WITHOUT_NUMBER
)
"""Those without a number."""
ADDRESSES: tuple[Recogniser, ...] = (
    *(("ADDRESS", re.compile(pattern), always) for pattern in _PATTERNS),
    ("ADDRESS", _CUED, _no_time),
)
