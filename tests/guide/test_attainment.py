"""The picture of a goal's check-ins, and the one figure for several goals."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from peercoach.guide.attainment import Looked, figure, picture
from peercoach.journal.records import Goal

GOAL = Goal(hoped="I lead one meeting a month", less="I go, and say nothing", more="  ")
SCORES = st.lists(st.integers(-2, 2), min_size=1, max_size=12)


@pytest.mark.parametrize(("count", "wanted"), [(1, 60.00), (2, 62.40), (3, 63.69), (4, 64.51)])
def test_the_figure_as_it_is_published(count: int, wanted: float) -> None:
    """All goals a bit more than hoped, weighing the same (Kiresuk and Sherman 1968)."""
    assert figure([1] * count) == pytest.approx(wanted, abs=0.005)


@given(SCORES)
def test_the_figure_is_fifty_as_hoped_and_turns_about_it(scores: list[int]) -> None:
    """All as hoped is 50, the opposite of everything lies as far on the other side."""
    assert figure([0] * len(scores)) == 50
    assert figure(scores) + figure([-one for one in scores]) == pytest.approx(100)
    assert figure(scores, [3.0] * len(scores)) == pytest.approx(figure(scores))


def test_a_goal_that_weighs_more_counts_for_more() -> None:
    """Weights go both into what is summed and into what it is divided by."""
    # 50 + 10·(2·1 - 1·1) / √(0.7·5 + 0.3·9) = 50 + 10 / √6.2
    assert figure([1, -1], [2, 1]) == pytest.approx(54.016, abs=0.001)


@pytest.mark.parametrize(("scores", "weights"), [([], []), ([1], [1, 1]), ([1, 1], [0, 0])])
def test_no_figure_of_nothing(scores: list[int], weights: list[float]) -> None:
    """Where nothing is scored or weighs anything there is none."""
    with pytest.raises(ValueError, match="weigh"):
        figure(scores, weights)


def test_the_picture_in_the_persons_own_words() -> None:
    """A row for each way of standing, the best at the top; a mark for each check-in, by its day."""
    looked = [Looked("2 March", -1), Looked("1 April", None), Looked("3 June", 0, "I led one")]

    shown = picture(GOAL, looked, 60)

    assert shown.lines == (
        "A lot more than hoped       ·  ·",
        "A bit more than hoped       ·  ·",
        "I lead one meeting a month  ·  ●",
        "I go, and say nothing       ●  ·",
        "A lot less than hoped       ·  ·",
    )
    assert shown.days == "From 2 March to 3 June."
    assert shown.told == ("2 March: a bit less than hoped.", "3 June: I led one.")


def test_no_picture_where_nothing_says_how_it_stands() -> None:
    """A line alone draws nothing."""
    assert picture(GOAL, [Looked("2 March", None)], 60).lines == ()
    assert picture(GOAL, [], 60).told == ()


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=200), st.integers(20, 100))
def test_a_picture_fits_and_nothing_is_left_untold(scores: list[int], width: int) -> None:
    """No line is wider than there is room for, each column has one mark, and the newest is shown;
    what is told has every check-in.
    """
    looked = [Looked(f"day {number}", one) for number, one in enumerate(scores)]

    shown = picture(Goal(hoped="Word " * 40), looked, width)

    rows = shown.lines
    assert max(map(len, rows)) <= width
    assert len({len(row) for row in rows}) == 1
    columns = sum(row.count("●") for row in rows)
    assert 1 <= columns <= len(scores)
    assert rows[2 - scores[-1]].endswith("●")
    assert len(shown.told) == len(scores)
