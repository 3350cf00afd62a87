"""A sitting in the Heal room as the guide walks it: no screen, no disk, no clock."""

from collections.abc import Callable
from datetime import date

import pytest

from peercoach import paths
from peercoach.errors import NoSuchRating
from peercoach.frameworks.library import open_library
from peercoach.frameworks.model import Framework
from peercoach.guide.heal import AMOUNTS, Sitting
from peercoach.guide.heal_stops import MOST, NOT_SURE, WHOSE, closing_of, gentle, questions_of
from tests.journal.making import element, framework

Move = Callable[[Sitting], Sitting]
SHIPPED: Framework = open_library(
    shipped=paths.shipped_frameworks(), personal=None, extra=None
).get("moral-injury")
KEEPING = ("keep", "sure", "return")


def sitting(*chosen: str) -> Sitting:
    """One at its first stop, with these questions chosen, or the gentle ones."""
    fresh = Sitting(SHIPPED)
    if not chosen:
        return fresh.choose_for_me()
    for key in chosen:
        fresh = fresh.choose(key)
    return fresh


def at(key: str, here: Sitting) -> Sitting:
    """Go on, giving nothing, until this stop."""
    while here.at != key:
        assert not here.ends
        here = here.next()
    return here


def kinds(here: Sitting) -> list[str]:
    """The kinds of stop, in order."""
    return [stop.kind for stop in here.stops]


def test_the_gentle_choice_is_one_of_meaning_one_of_whose_and_one_of_needs() -> None:
    """Three questions, one from each, and whose to carry doesn't begin with one's own part."""
    elements = [key.partition("/")[0] for key in gentle(SHIPPED)]

    assert elements == ["what-it-means", "whose-to-carry", "what-i-need"]
    assert "whose-to-carry/mine" not in gentle(SHIPPED)


def test_the_stops_in_their_order() -> None:
    """Arriving, time, kind, questions, their answers, sharing out, weight, closing, keeping."""
    assert kinds(sitting()) == [
        *("arrive", "limit", "exposures", "choose", "question", "question", "question"),
        *("shares", "rating", "close", "keep", "return"),
    ]


def test_sharing_out_is_asked_only_where_whose_it_was_is() -> None:
    """Without a question of whose it was, there is no such stop."""
    assert "shares" not in kinds(
        sitting("what-it-means/sees-differently", "what-i-need/would-ease-it")
    )


def test_no_more_than_five_questions() -> None:
    """A sixth changes nothing, until one is taken out."""
    first, *others = list(questions_of(SHIPPED))
    full = sitting(*others[:MOST])

    assert full.choose(first) == full
    assert full.choose(others[0]).choose(first).given.chosen[0] == first


def test_what_the_closing_holds_is_no_question_to_choose() -> None:
    """It is said to everyone, the same."""
    asked = {question.id for _, question in questions_of(SHIPPED).values()}

    assert not asked & {question.id for question in closing_of(SHIPPED)}
    assert closing_of(SHIPPED)


def test_skipping_everything_ends_with_nothing_asked_and_nothing_kept() -> None:
    """Every stop can be passed over; where nothing was given it isn't asked whether to keep it."""
    here = sitting()
    seen = []

    while not here.ends:
        seen.append(here.now.kind)
        here = here.skip()

    assert seen[-1] == "close" and here.ends == "out"
    assert not here.something


@pytest.mark.parametrize("key", [stop.key for stop in sitting().stops if stop.key not in KEEPING])
def test_stopping_anywhere_leads_to_the_same_closing(key: str) -> None:
    """From each stop it is one move to the closing; with nothing given one more leads out."""
    here = at(key, sitting())

    stopped = here.stop() if key != "close" else here

    assert stopped.at == "close" and stopped.stop().ends == "out"


def test_words_typed_are_taken_along_by_every_move() -> None:
    """Next, skip, back and stop all leave what was typed where it was typed."""
    here = at("what-it-means/what-it-touched", sitting())

    moves: list[Move] = [
        lambda one: one.next("Trust."),
        lambda one: one.skip("Trust."),
        lambda one: one.back("Trust."),
        lambda one: one.stop("Trust."),
    ]

    for move in moves:
        ((place, text),) = move(here).answers()
        assert (place.question, text) == ("what-it-touched", "Trust.")
        assert place.ask == "Which word comes closest to what this means to you?"


def test_what_was_written_to_a_question_that_is_taken_out_is_not_kept() -> None:
    """Nor is it lost while one is still there: chosen again, the question has its words."""
    here = at("what-it-means/what-it-touched", sitting()).next("Trust.")

    without = here.choose("what-it-means/what-it-touched")

    assert not without.something
    assert without.choose("what-it-means/what-it-touched").something


def test_not_sure_stands_alone_and_kinds_stand_together() -> None:
    """Several kinds may fit; "not sure" takes their place, and any of them takes its place."""
    both = sitting().tick("let-down").tick("did")

    assert both.given.exposures == ("did", "let-down")
    assert both.tick(NOT_SURE).given.exposures == (NOT_SURE,)
    assert both.tick(NOT_SURE).tick("did").given.exposures == ("did",)
    assert both.tick("did").tick("let-down").given.exposures == ()


def test_shares_are_words_in_their_own_order_and_can_be_left_open_again() -> None:
    """No figure, no sum: much of it may lie with each."""
    here = sitting().share("system", AMOUNTS[-1]).share("me", AMOUNTS[-1])

    assert list(here.shares.items()) == [("me", "most"), ("system", "most")]
    assert here.share("me", "").shares == {"system": "most"}
    assert list(WHOSE) == ["me", "team", "organisation", "system"]


def test_a_weight_is_given_or_passed_over() -> None:
    """A value of the scale goes on; one that isn't on it changes nothing."""
    here = at("rating:weight", sitting())

    assert [value for _, value in here.rate(10).rated()] == [10]
    assert list(here.next().rated()) == []
    with pytest.raises(NoSuchRating):
        here.rate(11)
    with pytest.raises(NoSuchRating):
        sitting().rate(1)


def given() -> Sitting:
    """One that is asked whether it is to be kept."""
    here = at("what-it-means/what-it-touched", sitting()).stop("Trust.").next()
    assert here.at == "keep"
    return here


def test_only_an_answer_leads_on_from_whether_to_keep_it() -> None:
    """Going on, skipping and stopping there neither keep nor throw away."""
    here = given()

    assert here.next() == here.skip() == here.stop() == here
    assert here.keep().at == "return"
    assert here.let_go().at == "sure" and not here.let_go().ends


def test_letting_go_is_asked_once_more() -> None:
    """Said twice it is gone; after the first, one can go back."""
    asked = given().let_go()

    assert asked.let_go().ends == "gone"
    assert asked.back() == given()
    assert asked.next() == asked.stop() == asked.keep() == asked


def test_to_come_back_is_no_day_or_one_that_the_person_sets() -> None:
    """Passing it over sets none."""
    asked = given().keep()
    day = date(2026, 4, 4)

    assert asked.return_on(day).come_back == day
    for none in (asked.next(), asked.skip(), asked.stop(), asked.return_on(None)):
        assert (none.ends, none.come_back) == ("kept", None)


def test_the_time_one_set_forces_nothing() -> None:
    """Before it there is nothing to say, nor at the closing; and one goes on as before."""
    here = at("limit", sitting()).set_limit(5)

    assert not here.time_up(4.9) and here.time_up(5)
    assert here.next().time_up(60) and not here.next().ends
    assert not here.stop().time_up(60)
    assert not at("limit", sitting()).set_limit(0).time_up(600)


@pytest.mark.parametrize("weight", [0, 10, None])
def test_the_closing_is_the_same_whatever_was_given(weight: int | None) -> None:
    """The same stop with the same framework's words: nothing of what was given leads elsewhere."""
    here = at("rating:weight", sitting().tick("did").share("me", "most"))

    after = here.next() if weight is None else here.rate(weight)

    assert after.now == sitting().stop().now


def test_a_framework_of_ones_own_without_steps_goes_by_its_elements() -> None:
    """With care, but no steps, no kinds and no ratings, every element can still be chosen from."""
    own = framework("ours", care=True, rated=False)
    here = Sitting(own).choose_for_me()

    assert kinds(here) == [
        "arrive",
        "limit",
        "choose",
        "question",
        "question",
        "close",
        "keep",
        "return",
    ]
    assert list(questions_of(own)) == ["hills/up", "hills/top", "hills/down", "shores/tide"]
    assert closing_of(own) == ()


def test_words_to_a_question_that_is_gone_are_kept_with_the_wording_of_then() -> None:
    """The framework changed since: nobody took the words out, so they are among what is kept."""
    own = framework("ours", care=True)
    before = at("hills/up", Sitting(own).choose("hills/up")).next("Uphill.")

    changed = framework("ours", element("shores", "tide"), care=True)
    after = Sitting(changed, before.given, at="hills/up").here()

    assert after.at == "close"
    ((place, text),) = after.answers()
    assert (place.ask, text) == ("What about up of hills?", "Uphill.")
