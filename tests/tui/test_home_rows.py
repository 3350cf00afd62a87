"""Which elements stand on Home, and which in the list of all of them."""

from datetime import date
from functools import cache

from peercoach import paths
from peercoach.frameworks.library import HEART, Library, open_library
from peercoach.journal.moment import Moment
from peercoach.lines import ElementLine
from peercoach.tui.screens.home_rows import of_elements, short_ones

TODAY = date(2026, 3, 14)
WRITTEN = "healthcare-leadership/leading-with-care"
UNRATED = "career-and-impact/what-i-bring"


@cache
def library() -> Library:
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


def lines(*written: str) -> list[ElementLine]:
    """A line for every element, something having been written about some of them."""
    moment = Moment(1_773_496_920_000, 0, "GMT")
    found = []
    for framework, element in library().elements():
        at = framework.address(element)
        last = moment if at in written else None
        found.append(ElementLine(at, element.title, framework.title, last=last))
    return found


def addresses(*written: str, at_length: bool = False) -> list[str]:
    rows = of_elements(lines(*written), library(), TODAY, at_length=at_length)
    return [row.id.removeprefix("begin:") for row in rows]


def test_home_has_the_heart_alone_at_first() -> None:
    """The nine elements of peer leadership, and the one short reflection."""
    assert addresses() == [f"{HEART}/{one.id}" for one in library().get(HEART).elements]
    assert [row.id for row in short_ones(library())] == ["begin:what-so-what-now-what"]


def test_what_was_written_about_comes_to_home() -> None:
    """An element of another set stands after the heart's, under its own set's title."""
    rows = of_elements(lines(WRITTEN, UNRATED), library(), TODAY)

    assert [row.id.removeprefix("begin:") for row in rows[9:]] == [UNRATED, WRITTEN]
    assert [row.heading for row in rows[9:]] == [
        "Where I want to go",
        "Nine dimensions of leadership",
    ]
    assert rows[9].asides[0] == ""


def test_all_are_in_the_list_at_length() -> None:
    """Every element for any day but the short ones', rated or not; none of care, none twice."""
    found = addresses(at_length=True)

    assert found[:9] == addresses()
    assert len(found) == len(set(found)) == 9 + 5 + 9 + 8 + 9 + 5
    assert not [one for one in found if one.startswith(("moral-injury", "peer-leadership-cy"))]
    assert UNRATED in found
