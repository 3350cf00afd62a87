"""Ratings over time and then and now: the same values for the picture and for its words."""

from datetime import date

import msgspec

from peercoach.frameworks.model import ScaleStep
from peercoach.pictures import told
from peercoach.pictures.ratings import frameworks, ratings
from tests.pictures.invented import PRACTICE, WEIGHT, at, rated, shelf, walking

TODAY = date(2026, 3, 14)


def test_what_was_chosen_stands_on_its_step_with_its_day() -> None:
    """A chart for each element in the framework's order, on one scale, from the first day on."""
    chosen = [
        rated(at(2025, 3, 2), 1),
        rated(at(2025, 5, 1), 2, element="shores"),
        rated(at(2026, 1, 9), 3),
    ]

    found = ratings(chosen, shelf(), "walking", TODAY)

    assert found is not None
    (scale,) = found.scales
    assert scale.short == ("very little", "sometimes", "all the time")
    assert [(chart.title, [one.at for one in chart.chosen]) for chart in scale.charts] == [
        ("Hills", [0, 2]),
        ("Shores", [1]),
    ]
    assert (found.first, found.last) == (date(2025, 3, 2), TODAY)
    assert not found.other_scale


def test_the_words_of_a_chart_say_each_day_on_which_it_changed() -> None:
    """What stayed is said once, with its first day and its last."""
    chosen = [rated(at(2025, month, 1), value) for month, value in enumerate((1, 2, 2, 2, 1), 1)]
    found = ratings(chosen, shelf(), "walking", TODAY)
    assert found is not None

    assert told.of_ratings(found, TODAY) == [
        (
            "Hills",
            [
                "1 January 2025: We do this very little.",
                "1 February 2025 to 1 April 2025: We do this sometimes.",
                "1 May 2025: We do this very little.",
            ],
        )
    ]


def test_then_and_now_says_every_element() -> None:
    """What moved, what is the same, what was chosen once, and what was not."""
    chosen = [
        rated(at(2025, 3, 2), 1),
        rated(at(2026, 1, 9), 3),
        rated(at(2026, 3, 14), 2, element="gone"),
    ]
    found = ratings(chosen, shelf(), "walking", TODAY)
    assert found is not None

    assert told.of_map(found, TODAY) == [
        (
            "How much do we live this?",
            [
                "Hills: very little, 2 March 2025. Now all the time, 9 January.",
                "Shores: nothing chosen yet.",
                "Gone: sometimes, today.",
            ],
        )
    ]


def test_two_ratings_have_a_scale_each() -> None:
    """Each stands under what it asks; in words each chart says which one it is."""
    both = shelf(walking(PRACTICE, WEIGHT))
    chosen = [rated(at(2025, 3, 2), 1), rated(at(2025, 3, 2), 0, of=WEIGHT)]

    found = ratings(chosen, both, "walking", TODAY)

    assert found is not None
    assert [scale.ask for scale in found.scales] == [PRACTICE.ask, WEIGHT.ask]
    assert [heading for heading, _ in told.of_ratings(found, TODAY)] == [
        "Hills. How much do we live this?",
        "Hills. How much does it matter?",
    ]


def test_what_was_chosen_on_another_scale_is_said_and_not_drawn() -> None:
    """A step that the scale has not, or has in other words, has no place on it."""
    chosen = [rated(at(2025, 1, 1), 2, label="Now and then"), rated(at(2025, 2, 1), 2)]
    found = ratings(chosen, shelf(), "walking", TODAY)

    assert found is not None
    assert [one.at for one in found.scales[0].charts[0].chosen] == [None, 1]
    assert found.other_scale
    assert told.of_ratings(found, TODAY)[0][1][0] == "1 January 2025: Now and then."


def test_a_framework_that_is_gone_keeps_its_ratings() -> None:
    """Its scale is what was chosen on it; its titles are those of the time."""
    chosen = [
        rated(at(2025, 1, 1), 3, framework="gone"),
        rated(at(2025, 2, 1), 1, framework="gone"),
    ]

    found = ratings(chosen, shelf(), "gone", TODAY)

    assert found is not None
    assert (found.title, found.scales[0].steps) == (
        "Gone",
        ("We do this very little", "We do this all the time"),
    )
    assert [one.at for one in found.scales[0].charts[0].chosen] == [1, 0]


def test_another_language_is_the_same_scale() -> None:
    """What was chosen in Welsh stands on the step that it means."""
    steps = tuple(
        ScaleStep(value=step.value, label=f"Cymraeg {step.value}") for step in PRACTICE.scale
    )
    welsh = msgspec.structs.replace(
        walking(msgspec.structs.replace(PRACTICE, scale=steps), id="walking-cy"),
        language="cy",
        extends="walking",
    )
    chosen = [rated(at(2025, 1, 1), 3, label="Cymraeg 3"), rated(at(2025, 2, 1), 1)]

    found = ratings(chosen, shelf(walking(), welsh), "walking", TODAY)

    assert found is not None
    assert [one.at for one in found.scales[0].charts[0].chosen] == [2, 0]


def test_the_set_rated_last_comes_first() -> None:
    """Each framework once, by its title of now."""
    chosen = [
        rated(at(2025, 1, 1), 1, framework="gone"),
        rated(at(2025, 2, 1), 1),
        rated(at(2025, 3, 1), 1, framework="gone"),
    ]

    assert frameworks(chosen, shelf()) == [("gone", "Gone"), ("walking", "Walking")]
    assert frameworks([], shelf()) == []
    assert ratings([], shelf(), "walking", TODAY) is None


def test_a_clock_that_ran_ahead_and_one_in_another_zone() -> None:
    """Days are those of the place where each was chosen; the last of them may be after today."""
    kathmandu = rated(at(2025, 12, 31, 23, 30, offset=345), 1)
    ahead = rated(at(2026, 5, 1), 2)

    found = ratings([kathmandu, ahead], shelf(), "walking", TODAY)

    assert found is not None
    assert (found.first, found.last) == (date(2025, 12, 31), date(2026, 5, 1))


def test_no_number_is_made_of_a_choice() -> None:
    """In no words of a picture stands a value, a sum or a share: figures are days and years."""
    chosen = [rated(at(2025, month, 1), 1 + month % 3) for month in range(1, 13)]
    found = ratings(chosen, shelf(), "walking", TODAY)
    assert found is not None
    days = {*map(str, range(1, 32)), "2025"}

    said = [
        line
        for _, lines in (*told.of_ratings(found, TODAY), *told.of_map(found, TODAY))
        for line in lines
    ]

    figures = {word.strip(".,:") for line in said for word in line.split()}
    assert {one for one in figures if one.isdigit()} <= days
