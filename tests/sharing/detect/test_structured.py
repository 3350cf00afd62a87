"""Numbers and addresses: each kind in the shapes that people type, and what is no such thing."""

import pytest

from peercoach.sharing.detect.numbers import nhs_check_digit
from peercoach.sharing.detect.recognising import digits
from tests.sharing.detect.finding import found

SHAPES = {
    "EMAIL": [
        ("Write to «jo.bloggs+peer@example.org» today.", "a plus"),
        ("«o'brien@example.co.uk» wrote", "an apostrophe"),
        ("FROM «JO@EXAMPLE.ORG», TO ALL", "capitals"),
        ("«jo at example dot org» is mine", "in words"),
        ("«jo(at)example.org» it was", "in brackets"),
        ("<«jo_1@mail.example.org»>", "between angles"),
    ],
    "URL": [
        ("See «https://example.org/a?b=c», then", "a query"),
        ("see «www.example.org».", "a full stop after it"),
        ("«peers.example.org.uk» is down", "bare"),
        ("(«HTTP://EXAMPLE.ORG/X»)", "in brackets"),
    ],
    "HANDLE": [("«@peer_jo» said", "at the beginning"), ("with «@jo.b», and", "a comma after it")],
    "PHONE": [
        ("Ring «01632 960123».", "a landline"),
        ("Ring «+44 7700 900123»", "from abroad"),
        ("Ring «(01632) 960 123 ext 45»", "brackets and an extension"),
        ("«07700-900-456» is hers", "hyphens"),
        ("«0044 1632 960123»", "two noughts"),
        ("«07700.900.456»", "full stops"),
        ("ask for ext. «4512»", "an extension alone"),
    ],
    "NHS": [
        ("NHS no «943 476 5919»", "spaces"),
        ("NHS no «943 476 5918»", "a wrong digit beside its cue"),
        ("NHS number «9434765919»", "no spaces"),
        ("hers is «943 476 5919» here", "valid, without a cue"),
        ("NHS number: «943-476-5919»", "hyphens"),
    ],
    "NINO": [("it is «QQ 12 34 56 C»", "spaces"), ("it is «qq123456c»", "small letters")],
    "POSTCODE": [
        ("She lives at «TS1 2AB»", "whole"),
        ("at «ts12ab», by the sea", "small letters"),
        ("at «SW1A 1AA»", "five before"),
        ("in the «TS14» area", "outward"),
    ],
    "VEHICLE": [
        ("plate «AB12 CDE»", "of today"),
        ("the car, «A123 BCD»", "with a first letter"),
        ("a Fiesta, «ab12 cde»", "small letters"),
        ("«BCZ 1234»", "of Northern Ireland"),
    ],
    "ADDRESS": [
        ("at «12 Elm Street»", "a number and a street"),
        ("«Flat 3, 14 Long Lane»", "a flat"),
        ("«Rose Cottage, Church End»", "a house with a name"),
        ("at «12 high street»", "small letters"),
    ],
    "REF": [
        ("ref «AB-12345»", "letters and digits"),
        ("Datix «W123456»", "an incident"),
        ("staff number «4471»", "four digits beside a cue"),
        ("case «2024/118»", "a slash"),
        ("it is «hr-0091827» again", "small letters"),
        ("the order «7719 4410 2287»", "in groups"),
    ],
}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param(kind, text, id=f"{kind}: {shape}")
        for kind, shapes in SHAPES.items()
        for text, shape in shapes
    ],
)
def test_a_shape_is_found_whole(kind: str, text: str) -> None:
    """What stands between the marks is found, all of it and nothing beside it."""
    before, wanted, after = text.replace("»", "«").split("«")

    assert found(before + wanted + after, kind) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "It cost £1,250,000, or £ 250000.",
        "100% of 12 people at 10:30 on Tuesday",
        "in 2024 and 2025, on page 12 of 40",
        "Band 7 and Band 8a, 3.5 hours, 1.5 days",
        "version 2.10.1, and 24/7",
        "Room 4 at half past, 1:1 with the team",
        "CO2 and NO2, the M25 and the A19",
        "2 or 3 of us; 10, 20 and 30 of them",
        "it is 1st, 2nd and 3rd, i.e. e.g. etc.",
        "50-60 people, 2024-2025, 9-5",
        "a/b testing and/or w/c",
    ],
)
def test_what_is_no_identifier_is_left_alone(text: str) -> None:
    """Money, times, years, pages, roads, versions and shares of a hundred stay."""
    assert found(text) == []


@pytest.mark.parametrize(("number", "valid"), [("9434765919", True), ("9434765918", False)])
def test_check_digit(number: str, valid: bool) -> None:
    """The NHS Data Dictionary's own example is valid, and no longer with another last digit."""
    assert nhs_check_digit(number) is valid


def test_digits_are_digits() -> None:
    """Nothing but digits is counted."""
    assert digits("0(1)6-32") == "01632"
