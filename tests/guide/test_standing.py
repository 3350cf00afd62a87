"""Two ratings of an element side by side: words, never a number, and no more than scales allow."""

from pathlib import Path

import pytest

from peercoach.frameworks.model import Framework
from peercoach.guide.standing import apart, short, short_label, side_by_side
from peercoach.journal.records import Place, Rating
from peercoach.words import ratings as words
from tests.frameworks.asked import DIMENSIONS
from tests.frameworks.documents import framework

BOTH: Framework = framework(DIMENSIONS)
PRACTICE = {0: "Not yet", 1: "A little", 2: "Often"}
IMPORTANCE = {1: "Not now", 2: "Somewhat", 3: "Quite a lot", 4: "Very much"}


def chosen(rating: str, value: int, label: str = "") -> Rating:
    labels = PRACTICE if rating == "practice" else IMPORTANCE
    return Rating(rating=rating, value=value, label=label or labels[value], place=Place())


def test_both_are_said_in_the_words_that_were_chosen() -> None:
    """Each rating is said with what it asked, in the framework's order, whichever came first."""
    lines = side_by_side(BOTH, [chosen("importance", 2), chosen("practice", 1)])

    assert lines == [
        "How do I practise this now? A little.",
        "How much does it matter in my role? Somewhat.",
    ]


def test_one_alone_is_laid_beside_nothing() -> None:
    """Where a rating was skipped nothing is said of the other."""
    assert side_by_side(BOTH, [chosen("importance", 4)]) == []
    assert side_by_side(BOTH, []) == []


@pytest.mark.parametrize("practice", PRACTICE)
@pytest.mark.parametrize("importance", IMPORTANCE)
def test_apart_is_said_of_different_halves_alone(practice: int, importance: int) -> None:
    """Of scales of three and of four steps: a middle step is apart from nothing."""
    pair = [chosen("practice", practice), chosen("importance", importance)]
    halves = {0: -1, 1: 0, 2: 1}[practice], {1: -1, 2: -1, 3: 1, 4: 1}[importance]

    assert apart(BOTH, pair) == (0 not in halves and halves[0] != halves[1])
    assert (words.APART in side_by_side(BOTH, pair)) == apart(BOTH, pair)


def test_no_number_is_made_of_them() -> None:
    """Nothing that is said of two ratings holds a figure."""
    said = [
        line
        for practice in PRACTICE
        for importance in IMPORTANCE
        for line in side_by_side(
            BOTH, [chosen("practice", practice), chosen("importance", importance)]
        )
    ]

    assert said
    assert not any(sign.isdigit() for line in said for sign in line)


def test_what_an_older_scale_said_is_compared_with_nothing() -> None:
    """A step whose words changed since is shown in its own words, and not held against another."""
    pair = [chosen("practice", 0, "Hardly ever"), chosen("importance", 4)]

    assert not apart(BOTH, pair)
    assert side_by_side(BOTH, pair)[0] == "How do I practise this now? Hardly ever."


def test_labels_are_shortened_to_what_sets_them_apart() -> None:
    """ "We do this sometimes" becomes "sometimes"; one that is none of the scale stays whole."""
    small = framework(
        "format: peercoach/framework/1\nid: a\ntitle: A\nversion: 1.0.0\nlanguage: en\n"
        "about: It.\nratings:\n  - {id: r, ask: How?, scale: [{value: 1, label: We do it seldom},"
        " {value: 2, label: We do it all the time}]}\nelements:\n"
        "  - {id: e, title: E, questions: [{id: q, ask: What?}]}\n"
    )
    (rating,) = small.ratings

    assert short_label(rating, "We do it seldom") == "seldom"
    assert short_label(rating, "We do it all the time") == "all the time"
    assert short_label(rating, "Now and then") == "Now and then"
    assert short(BOTH, [chosen("importance", 4), chosen("practice", 2)]) == ["Often", "Very much"]


def test_the_sample_is_a_framework_with_two_scales_of_different_length(tmp_path: Path) -> None:
    """What is measured above does compare a scale of three with one of four."""
    assert [len(one.scale) for one in BOTH.ratings] == [3, 4]
