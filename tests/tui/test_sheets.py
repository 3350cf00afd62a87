"""Pictures drawn as lines: what stands where, at each width, and never wider than the page."""

from collections.abc import Sequence
from datetime import date

import pytest
from rich.cells import cell_len

from peercoach.pictures.ratings import Ratings, ratings
from peercoach.pictures.sources import Rated
from peercoach.pictures.story import Story, story
from peercoach.pictures.year import Span, year
from peercoach.tui.sheets import parts, then_and_now
from peercoach.tui.sheets import ratings as charts
from peercoach.tui.sheets import story as answers
from peercoach.tui.sheets import year as page
from peercoach.tui.sheets.lines import Inked, Line, lines_of, wide
from peercoach.words import pictures as words
from tests.pictures.invented import HILLS, PRACTICE, UP, WEIGHT, at, rated, said, shelf, walking

TODAY = date(2026, 3, 14)
WIDTHS = (30, 34, 72, 106, 146, 190)


def text(lines: Sequence[Line]) -> list[str]:
    """Lines without their inks."""
    return ["".join(piece.text for piece in line).rstrip() for line in lines]


def inked(lines: Sequence[Line], ink: str) -> list[str]:
    """The pieces in one ink."""
    return [piece.text for line in lines for piece in line if piece.ink == ink]


def told(*texts: str) -> Story:
    """A story of these answers, a month apart."""
    notes = [said(at(2025, month, 1), text) for month, text in enumerate(texts, 1)]
    found = story(notes, [], shelf(), HILLS, UP)
    assert found is not None
    return found


def chosen(*values: Rated, of: Sequence[object] = (PRACTICE,)) -> Ratings:
    """The ratings of one framework."""
    found = ratings(values, shelf(walking(*of)), "walking", TODAY)  # type: ignore[arg-type]
    assert found is not None
    return found


# --- lines ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1, 7, 20, 200])
def test_inks_stay_on_their_words_wherever_lines_break(width: int) -> None:
    """However narrow, what is marked is the same letters, over paragraphs and several spaces."""
    whole = "One two  three\tfour\n\nfive six seven, שלום eight nine."
    start, end = whole.index("three"), whole.index("six") + 3

    lines = lines_of(whole, width, "own", [Inked(start, end, "mark")])

    assert "".join("".join(inked(lines, "mark")).split()) == "threefourfivesix"
    assert "".join("".join(text(lines)).split()) == "".join(whole.split())


# --- stories -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "count"), [(72, 1), (106, 2), (146, 3)])
def test_answers_stand_side_by_side_where_there_is_room(width: int, count: int) -> None:
    """Two at 120 columns, three from 160, and at 80 one below the other; the oldest first."""
    found = told("First.", "Second.", "Third.", "Fourth.")

    lines = text(answers.drawn(found, 0, TODAY, width))

    row = next(line for line in lines if "First." in line)
    beside = [one for one in ("First.", "Second.", "Third.", "Fourth.") if one in row]
    assert len(beside) == count
    drawn = [one for one in ("First.", "Second.", "Third.", "Fourth.") if one in "\n".join(lines)]
    assert len(drawn) == min(4, answers.shown(width))


def test_what_is_new_is_underlined_and_said_so() -> None:
    """New words have an ink of their own, and the day says what it means; what went is quoted."""
    found = told("I walk up slowly with some tea.", "I walk up slowly with hot tea.")

    lines = answers.drawn(found, 0, TODAY, 72)

    assert inked(lines, "mark") == ["hot"]
    assert "1 February 2025 · underlined: new words" in text(lines)
    assert "No longer here: “some”." in text(lines)


def test_where_words_only_went_nothing_is_said_to_be_underlined() -> None:
    """Nothing is marked in such an answer; what is no longer there is quoted."""
    lines = answers.drawn(told("I walk up slowly with tea.", "I walk up with tea."), 0, TODAY, 72)

    assert inked(lines, "mark") == []
    assert "1 February 2025" in text(lines)
    assert "No longer here: “slowly”." in text(lines)


def test_of_a_very_long_answer_the_beginning_is_drawn() -> None:
    """Where there is more than can be read side by side, that is said."""
    lines = answers.drawn(told("A line that goes on. " * 5000), 0, TODAY, 106)

    assert text(lines)[-1] == words.REST
    assert sum(map(len, text(lines))) < answers.MOST + 500


# --- ratings -------------------------------------------------------------------------------------


def test_a_chart_has_a_dot_for_each_day_and_lines_between() -> None:
    """The highest step at the top; a line leads from a choice to the next, on the step it had."""
    found = chosen(rated(at(2026, 1, 1), 1), rated(at(2026, 2, 1), 3), rated(at(2026, 3, 14), 3))

    low, middle, high = charts.cells(found, found.scales[0], found.scales[0].charts[0], 13)

    assert high == "     ●──────●"[:13]
    assert middle == " " * 13
    assert low == "●────        "


def test_two_on_one_day_are_the_last_of_them() -> None:
    """There is room for one dot a cell: what was chosen last in it."""
    found = chosen(rated(at(2026, 1, 1, 9), 1), rated(at(2026, 1, 1, 10), 2))

    rows = charts.cells(found, found.scales[0], found.scales[0].charts[0], 10)

    assert [row.count("●") for row in rows] == [0, 1, 0]


def test_what_has_no_step_leaves_a_gap_and_a_sentence() -> None:
    """It is not drawn on a step that it did not mean."""
    found = chosen(rated(at(2025, 1, 1), 2, label="Now and then"), rated(at(2026, 1, 1), 2))

    lines = text(charts.drawn(found, TODAY, 72))

    assert "\n".join(lines).count("●") == 1
    assert words.OTHER_SCALE in lines


def test_every_chart_has_its_words_and_its_days() -> None:
    """The steps in words at the left, the first day and today below, the same in each."""
    found = chosen(rated(at(2025, 3, 1), 1), rated(at(2025, 9, 1), 2, element="shores"))

    lines = text(charts.drawn(found, TODAY, 72))

    assert lines[0] == PRACTICE.ask
    assert lines[2].split() == ["Hills", "Shores"]
    assert [line.split("  ")[0] for line in lines[3:6]] == [
        "all the time",
        "sometimes",
        "very little",
    ]
    assert lines[6].split() == ["March", "2025", "today"] * 2


def test_two_ratings_stand_side_by_side_under_what_they_ask() -> None:
    """In a narrow window one below the other, each with what it asks."""
    found = chosen(
        rated(at(2025, 3, 1), 1), rated(at(2025, 3, 1), 1, of=WEIGHT), of=(PRACTICE, WEIGHT)
    )

    broad, narrow = (text(charts.drawn(found, TODAY, width)) for width in (72, 40))

    assert PRACTICE.ask in broad[0] and WEIGHT.ask in broad[0]
    assert narrow[0] == PRACTICE.ask and WEIGHT.ask in narrow[5:]


# --- then and now --------------------------------------------------------------------------------


def test_then_and_now_are_told_by_shape_and_by_words() -> None:
    """An empty ring for then, a full one for now, both in one; and the steps in words beside."""
    found = chosen(
        rated(at(2025, 3, 1), 1), rated(at(2026, 1, 1), 3),
        rated(at(2025, 3, 1), 2, element="shores"),
        rated(at(2025, 4, 1), 3, element="gone"), rated(at(2026, 1, 1), 2, element="gone"),
    )  # fmt: skip

    lines = text(then_and_now.drawn(found, TODAY, 60))

    assert lines[4:7] == [
        "Hills    ○───·───●   very little → all the time",
        "Shores   ·   ◉   ·   sometimes",
        "Gone     ·   ●───○   all the time → sometimes",
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_page(width: int) -> None:
    """At any width, with wide letters and long titles, every picture fits."""
    steps = [rated(at(2025, month, 1), month % 3 + 1) for month in range(1, 13)]
    several = chosen(*steps, rated(at(2025, 3, 1), 1, of=WEIGHT), of=(PRACTICE, WEIGHT))
    notes = [said(at(2025, 1, 1), "很长的一段话。" * 40), said(at(2025, 5, 1), "שלום " * 90)]
    notes.append(said(at(2025, 2, 1), "x" * 300, kind="step"))
    found = story(notes, steps, shelf(), HILLS, UP)
    assert found is not None
    whole = Span("2025", "2025", date(2025, 1, 1))
    drawn = [
        *answers.drawn(found, 0, TODAY, width),
        *charts.drawn(chosen(*steps), TODAY, width),
        *charts.drawn(several, TODAY, width),
        *then_and_now.drawn(several, TODAY, width),
        *page.drawn(year(notes, steps, (), shelf(), whole), width),
        *parts.drawn([("A heading", ["A sentence that goes on and on, and on."])], width),
    ]

    assert [line for line in drawn if wide(line) > width] == []
    assert max(cell_len(one) for one in text(drawn)) <= width


def test_a_year_has_its_months_at_the_side() -> None:
    """Each month once, what was in it beside it, and nothing where nothing was."""
    notes = [said(at(2025, 2, 1), "One."), said(at(2025, 2, 1), "Ask Sam.", kind="step")]
    whole = Span("2025", "2025", date(2025, 1, 1))

    lines = text(page.drawn(year(notes, (), (), shelf(), whole), 72))

    assert lines == ["February 2025    Hills", " " * 17 + "Next steps: Ask Sam.", ""]
    assert text(page.drawn(year((), (), (), shelf(), whole), 72)) == [words.YEAR_EMPTY]
