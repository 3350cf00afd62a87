"""A reflection of one question, for someone who has ten minutes."""

from pathlib import Path

import pytest

from peercoach.errors import NoSuchElement, UsedWrongly
from peercoach.guide.reflect import Reflection
from peercoach.guide.stops import lay_out
from tests.journal.making import (
    counting,
    element,
    framework,
    library,
    opened,
    texts,
    workspace,
)


def test_one_question_then_the_closing() -> None:
    """Neither its neighbours are asked, nor the rating, nor what ends a whole reflection."""
    walking = framework()

    stops = lay_out(walking, walking.elements[:1], ("top",))

    assert [stop.key for stop in stops] == ["hills/question/top", "close"]


def test_it_begins_there_and_counts_one_of_one() -> None:
    """It stands at its question at once, and going on closes it with the answer kept."""
    walking = framework()

    walk = Reflection.begin(walking, walking.elements[:1], new_id=counting(), questions=("top",))
    step = walk.next("The wind.")

    assert (walk.now.key, walk.count, walk.at_start) == ("hills/question/top", (1, 1), True)
    assert walk.progress.only == ("top",)
    assert step.after.closing
    assert list(step.after.progress.kept) == ["hills/question/top"]


def test_resuming_it_asks_no_more(tmp_path: Path) -> None:
    """Left with a word typed and opened another day, it is still that question alone."""
    made = workspace(tmp_path)
    conversation = made.begin_one("walking/hills", "down")
    conversation.draft("My knees", 8)
    made.close()

    again = opened(tmp_path)
    (waits,) = again.unfinished()
    found = again.resume(waits.reflection)

    assert waits.count == (1, 1)
    assert (found.text, found.reflection.now.key) == ("My knees", "hills/question/down")
    found.next(found.text)
    assert found.reflection.closing
    found.finish()
    assert texts(again.journal.entries()) == ["My knees"]
    assert again.resume(waits.reflection).reflection.progress.only == ("down",)
    again.close()


def test_a_question_that_is_gone_keeps_its_words(tmp_path: Path) -> None:
    """Where its question has left the framework, what was typed is kept and the closing shown."""
    made = workspace(tmp_path)
    made.begin_one("walking/hills", "down").draft("My knees", 8)
    made.close()

    fewer = library(framework("walking", element("hills", "up")))
    again = opened(tmp_path, shelf=fewer)
    (waits,) = again.unfinished()
    found = again.resume(waits.reflection)

    assert found.reflection.closing
    assert texts(again.journal.entries()) == ["My knees"]
    again.close()


@pytest.mark.parametrize(
    ("address", "question"), [("walking/hills", "tide"), ("walking/moors", "up"), ("sea/x", "up")]
)
def test_no_such_question(tmp_path: Path, address: str, question: str) -> None:
    """A question that the element doesn't have, or an element that isn't there, is refused."""
    made = workspace(tmp_path)

    with pytest.raises(NoSuchElement):
        made.begin_one(address, question)
    made.close()


def test_care_is_refused_here_too(tmp_path: Path) -> None:
    """A framework that asks for care has no single question to be taken out of it."""
    made = workspace(tmp_path, shelf=library(framework("deep", care=True)))

    with pytest.raises(UsedWrongly):
        made.begin_one("deep/hills", "up")
    made.close()
