"""Questions that belong to a level: some of them at a time, or all."""

import pytest

from peercoach.frameworks.model import Framework
from peercoach.guide.reflect import Reflection, Step
from peercoach.guide.stops import levels_of
from tests.frameworks.asked import DIMENSIONS, PEERS
from tests.frameworks.documents import framework
from tests.journal.making import counting

LEVELLED: Framework = framework(DIMENSIONS)
VISION = LEVELLED.element("vision")


def begin(level: str = "", *elements: str) -> Reflection:
    course = [LEVELLED.element(one) for one in elements or ("vision",)]
    return Reflection.begin(LEVELLED, course, new_id=counting(), level=level)


def asked(walk: Reflection) -> list[str]:
    return [stop.question.id for stop in walk.questions if stop.question]


@pytest.mark.parametrize(
    ("level", "ids"),
    [("first", ["place", "words"]), ("further", ["others"]), ("", ["place", "words", "others"])],
)
def test_a_level_asks_its_own(level: str, ids: list[str]) -> None:
    """Its own questions alone, counted alone; no level asks all of them."""
    walk = begin(level)

    assert asked(walk) == ids
    assert walk.count == (1, len(ids))
    assert walk.now.question is not None and walk.now.question.id == ids[0]


def test_ratings_and_ending_stand_at_every_level() -> None:
    """What is asked besides questions is asked at each level, both ratings one after the other."""
    kinds = [stop.kind for stop in begin("further").stops]

    assert kinds == [
        *("question", "rating", "rating", "examples", "words", "coaching", "step", "close"),
    ]


def test_questions_without_a_level_belong_to_all() -> None:
    """A question that names no level is asked at each."""
    free = framework(DIMENSIONS.replace("Who carries it with you?, level: further", "Who?"))
    walk = Reflection.begin(free, [free.element("vision")], new_id=counting(), level="first")

    assert asked(walk) == ["place", "words", "others"]


def test_a_level_that_went_away_hides_nothing() -> None:
    """Resumed where the framework has no such level any more, every question is there."""
    walk = begin("first")
    gone = framework(
        DIMENSIONS.replace("id: first,", "id: start,").replace("level: first", "level: start")
    )

    again = Reflection.resume(gone, walk.progress, id=walk.id, new_id=counting())

    assert asked(again) == ["place", "words", "others"]


def test_an_element_without_questions_at_the_level_is_still_rated() -> None:
    """A course through several elements at one level asks what there is and leaves no one out."""
    walk = begin("first", "vision", "alone")

    assert [stop.key for stop in walk.stops if stop.element.id == "alone"][:2] == [
        "alone/rating/practice",
        "alone/rating/importance",
    ]


def test_the_levels_there_are_with_how_many_questions() -> None:
    """Levels come in their order; one without a question of these elements is left out."""
    both = levels_of(LEVELLED, LEVELLED.elements)

    assert [(level.id, count) for level, count in both] == [("first", 2), ("further", 2)]
    alone = levels_of(LEVELLED, [LEVELLED.element("alone")])
    assert [(level.id, count) for level, count in alone] == [("further", 1)]
    plain = framework(PEERS)
    assert levels_of(plain, plain.elements) == ()


def test_each_stop_knows_its_level_and_its_heading() -> None:
    """A question has the title of its level; a second rating is another look, the first is not."""
    stops = begin().stops

    assert [stop.level for stop in stops[:4]] == ["First steps", "First steps", "Further on", ""]
    assert [stop.heading for stop in stops[3:5]] == ["How it is now", "Another look at it"]


def test_both_ratings_can_be_skipped() -> None:
    """Skipping one keeps nothing for it and goes on to the other, then on."""
    walk = begin("further").skip().after

    first: Step = walk.skip()
    second = first.after.skip()

    assert (first.changes, second.changes) == ((), ())
    assert (first.after.now.key, second.after.now.kind) == ("vision/rating/importance", "examples")


def test_avoided_questions_are_not_picked() -> None:
    """None of those to avoid is chosen, fresh or not; where no other is left one stays."""
    walk = begin()

    picked = walk.pick(lambda among: among[0], avoid=lambda stop: stop.key.endswith("words"))
    stayed = walk.pick(lambda among: among[0], avoid=lambda stop: True)

    assert picked.after.now.key == "vision/question/others"
    assert stayed.after.now.key == walk.now.key
