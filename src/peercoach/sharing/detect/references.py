"""Reference numbers: letters and digits, slashed, of staff, of incidents."""

import re

from peercoach.sharing.detect.recognising import Recogniser, digits, no_money


def _long_enough(code: str) -> bool:
    number = digits(code)
    return len(number) >= 4 or (len(number) >= 2 and len(code) >= 5 and code != number)


REFERENCES: tuple[Recogniser, ...] = (
    (
        "REF",
        re.compile(
            r"\b(?:ref|reference|datix|case|incident|staff|employee|payroll|ticket|order|job|"
            r"pin|id|membership|policy|complaint|log|invoice|badge|assignment|ESR|NMC|vacancy|"
            r"RiO|PALS|FOI|SAR|candidates?|ids|number|no)\b\.?(?:\s(?:no|number|num|id|ref"
            r"|code)\b\.?)?[\s:#]{0,4}"
            r"(?:is\s|was\s|it's\s)?"
            r"(?P<it>(?=[A-Za-z/-]{0,12}\d)[A-Za-z0-9]{1,12}(?:[-/][A-Za-z0-9]{1,12}){0,4})\b",
            re.IGNORECASE,
        ),
        lambda found, text: _long_enough(found.group("it")) and no_money(found, text),
    ),
    (
        "REF",
        re.compile(
            r"\b(?:id|payroll|number|no|account|a/n|acc|quote|asset|tag|passcode|pin"
            r"|ref)\b\.?[\s:#]{1,3}"
            r"(?P<it>\d{2,6}(?:[ -]\d{2,6}){1,4})\b",
            re.IGNORECASE,
        ),
        no_money,
    ),
    ("REF", re.compile(r"\b[A-Z]{1,6}(?:[-/]?\d{5,12}| [1-9]\d{4,11})\b"), no_money),
    (
        "REF",
        re.compile(r"\b[A-Za-z]{1,6}[-/]\d{1,10}(?:[-/][A-Za-z0-9]{1,10}){1,3}\b"),
        no_money,
    ),
    ("REF", re.compile(r"\b[A-Za-z]{2,6}/\d{4,10}\b"), no_money),
    (
        "REF",
        re.compile(r"\b\d{2,4}-\d{4,6}\b"),
        lambda found, text: not re.match(r"(?:19|20)\d\d-(?:19|20)\d\d", found.group()),
    ),
    ("REF", re.compile(r"\b\d{2,6}[-/][A-Za-z0-9]{2,6}[-/][A-Za-z0-9]{2,8}\b"), no_money),
    (
        "REF",
        re.compile(r"\b[a-z]{1,3}\d{5,12}\b|\b[a-z]{2,4}[-/]\d{5,12}\b|\b[a-z]{2,3}0\d{3}\b"),
        no_money,
    ),
    ("REF", re.compile(r"\b\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{4})?\b"), no_money),
    ("REF", re.compile(r"\b[A-Z]{1,4}\d?-(?:[A-Z]{1,5}-)?\d{3,10}\b"), no_money),
    ("REF", re.compile(r"\b[A-Z]{2,5} \d{2}-\d{3,6}\b"), no_money),
    ("REF", re.compile(r"(?<![\w£$€.,/-])\d{6,14}(?![\w%]|[.,/]\d)"), no_money),
)
