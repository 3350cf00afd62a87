"""Dates, dates of birth and ages."""

import pytest

from tests.sharing.detect.finding import found


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("DATE", "We met on 14 March 2025.", "14 March 2025"),
        ("DATE", "on Friday 14th of March", "Friday 14th of March"),
        ("DATE", "on 3/4/25 at ten", "3/4/25"),
        ("DATE", "03-04-2025: tea", "03-04-2025"),
        ("DATE", "2025-04-03 was it", "2025-04-03"),
        ("DATE", "the third of May", "the third of May"),
        ("DATE", "March 14th, 2025, in all", "March 14th, 2025"),
        ("DATE", "by Sept. 3rd", "Sept. 3rd"),
        ("DATE", "from March 2025 on", "March 2025"),
        ("DATE", "due 3/4, I think", "3/4"),
        ("DATE", "on the 21st we begin", "21st"),
        ("DOB", "born 3 May 1984", "3 May 1984"),
        ("DOB", "dob: 03/05/84", "03/05/84"),
        ("DOB", "date of birth is 3.5.1984", "3.5.1984"),
        ("AGE", "I turned 40, and", "40"),
        ("AGE", "he was aged 52", "aged 52"),
        ("AGE", "she is 34.", "34"),
        ("AGE", "a 19-year-old came", "19-year-old"),
        ("AGE", "a sixteen-year-old came", "sixteen-year-old"),
        ("AGE", "Anna (47) came", "47"),
    ],
)
def test_found(kind: str, text: str, wanted: str) -> None:
    """Each way of saying it is found, with its weekday and its year."""
    assert found(text, kind) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "We may march in the sun.",
        "in the second week, on the 3rd floor",
        "about 3/4 of the team",
        "aged care, and for ages",
        "on Monday in spring",
        "she is 10 minutes late",
        "he is 1 of 3",
        "for 12 years we met",
    ],
)
def test_left_alone(text: str) -> None:
    """Months and ordinals that are words, fractions, weekdays and spans of time stay."""
    assert found(text) == []
