"""A reflection, move by move."""

from collections.abc import Sequence

import pytest

from peercoach.errors import NoSuchElement, NoSuchRating
from peercoach.frameworks.model import Framework
from peercoach.guide.reflect import Keep, Reflection, Step, TakeOut
from peercoach.guide.stops import Stop
from peercoach.journal.records import Entry, Rating
from tests.journal.making import counting, element, framework


def begun(of: Framework | None = None) -> Reflection:
    of = of or framework()
    return Reflection.begin(of, of.elements[:1], new_id=counting())


def last(among: Sequence[Stop]) -> Stop:
    return among[-1]


def kept_text(step: Step) -> str:
    (change,) = step.changes
    assert isinstance(change, Keep)
    assert isinstance(change.record, Entry)
    return change.record.text


def test_begins_at_the_first_question() -> None:
    """A reflection begins at question 1, with nothing to go back to and nothing kept."""
    walk = begun()

    assert (walk.now.key, walk.count, walk.at_start) == ("hills/question/up", (1, 3), True)
    assert walk.progress.title == "Hills"
    assert (walk.kept_here, walk.closing) == (None, False)


def test_several_elements_carry_the_frameworks_title() -> None:
    """A reflection on several elements is called after its framework and counts all questions."""
    walking = framework()

    walk = Reflection.begin(walking, walking.elements, new_id=counting())

    assert (walk.progress.title, walk.count) == ("Walking", (1, 4))
    assert walk.progress.course == ("hills", "shores")


def test_next_keeps_and_goes_on() -> None:
    """Next keeps what was typed, with its place and reflection, and goes to the next stop."""
    walk = begun()

    step = walk.next("From the top.")

    (change,) = step.changes
    assert isinstance(change, Keep)
    assert isinstance(change.record, Entry)
    assert (change.record.text, change.record.kind) == ("From the top.", "answer")
    assert change.record.reflection == walk.id
    assert change.record.place == walk.now.place
    assert step.after.now.key == "hills/question/top"
    assert step.after.progress.kept == {"hills/question/up": change.id}


def test_a_move_changes_nothing_before_it_is_kept() -> None:
    """The reflection that a move was asked of stays where it is."""
    walk = begun()

    walk.next("From the top.")

    assert walk.now.key == "hills/question/up"
    assert walk.progress.kept == {}


@pytest.mark.parametrize("blank", ["", " ", "\n\t ", "\u2003"])
def test_next_without_text_is_a_skip(blank: str) -> None:
    """Going on with nothing but blank typed keeps nothing and remembers the stop as skipped."""
    step = begun().next(blank)

    assert step.changes == ()
    assert step.after.progress.skipped == ("hills/question/up",)
    assert step.after.count == (2, 3)


def test_skipping_keeps_what_was_typed() -> None:
    """A skip with text keeps the text, and does not count the stop as skipped."""
    step = begun().skip("half a thou")

    assert kept_text(step) == "half a thou"
    assert step.after.progress.skipped == ()


def test_skipping_twice_is_remembered_once() -> None:
    """A stop passed over twice stands once among the skipped."""
    walk = begun().skip().after.back().after

    assert walk.skip().after.progress.skipped == ("hills/question/up",)


def test_answering_a_skipped_stop_takes_it_off() -> None:
    """Coming back to a skipped stop and answering it makes it no longer skipped."""
    walk = begun().skip().after.back().after

    assert walk.next("Now I know.").after.progress.skipped == ()


def test_back_keeps_and_stays_at_the_start() -> None:
    """Back keeps what was typed; at the first stop it stays there."""
    step = begun().back("First thought.")

    assert kept_text(step) == "First thought."
    assert step.after.at_start


def test_an_id_is_kept_for_good() -> None:
    """Answering again at a stop edits the same record, however often."""
    walk = begun().next("One.").after.back().after

    step = walk.next("Two.")

    (change,) = step.changes
    assert change.id == walk.progress.kept["hills/question/up"]
    assert kept_text(step) == "Two."


def test_clearing_an_answer_takes_it_out() -> None:
    """Leaving an answered stop with nothing typed takes the answer out."""
    walk = begun().next("One.").after.back().after

    step = walk.next("")

    assert step.changes == (TakeOut(walk.progress.kept["hills/question/up"]),)
    assert step.after.progress.kept == {}


def test_jump_goes_anywhere_and_keeps() -> None:
    """A jump keeps what was typed and goes to any stop by its key."""
    step = begun().jump("hills/words", "Before I go.")

    assert kept_text(step) == "Before I go."
    assert step.after.now.kind == "words"
    assert step.after.count is None


def test_jump_to_nowhere_is_refused() -> None:
    """A key that no stop has raises and keeps nothing."""
    with pytest.raises(KeyError):
        begun().jump("hills/question/sideways", "text")


def test_pick_chooses_among_the_unanswered() -> None:
    """Pick offers only questions not answered yet, never the present one."""
    offered: list[list[str]] = []

    def choose(among: Sequence[Stop]) -> Stop:
        offered.append([stop.key for stop in among])
        return among[0]

    walk = begun().next("One.").after

    step = walk.pick(choose, "Two.")

    assert offered == [["hills/question/down"]]
    assert step.after.now.key == "hills/question/down"
    assert kept_text(step) == "Two."


def test_pick_with_all_answered_offers_the_others() -> None:
    """Where every question is answered, pick offers all but the present one."""
    walk = begun().next("1").after.next("2").after.next("3").after.jump("hills/question/up").after

    assert walk.pick(last, "1").after.now.key == "hills/question/down"


def test_pick_with_one_question_stays() -> None:
    """Where there is no other question, pick keeps what was typed and stays."""
    one = framework("one", element("alone", "only"))

    step = begun(one).pick(last, "All there is.")

    assert step.after.now.key == "alone/question/only"
    assert kept_text(step) == "All there is."


def test_rating_keeps_the_words_of_the_scale() -> None:
    """A rating is kept with its value and label, and goes on to the next stop."""
    walk = begun().jump("hills/rating/practice").after

    step = walk.rate(2)

    (change,) = step.changes
    assert isinstance(change, Keep)
    assert isinstance(change.record, Rating)
    assert (change.record.value, change.record.label) == (2, "Sometimes")
    assert change.record.rating == "practice"
    assert step.after.now.kind == "examples"


def test_rating_again_edits() -> None:
    """Rating the same stop twice keeps one record."""
    walk = begun().jump("hills/rating/practice").after.rate(1).after.back().after

    (change,) = walk.rate(2).changes

    assert change.id == walk.progress.kept["hills/rating/practice"]


def test_leaving_a_rating_keeps_its_value() -> None:
    """Going past a rating that has a value takes nothing out."""
    walk = begun().jump("hills/rating/practice").after.rate(1).after.back().after

    for step in (walk.next(), walk.back(), walk.skip("words are not kept here"), walk.enough()):
        assert step.changes == ()
        assert "hills/rating/practice" in step.after.progress.kept


@pytest.mark.parametrize("value", [0, 3, -1])
def test_a_value_off_the_scale_is_refused(value: int) -> None:
    """A value that the scale has not raises, and says which there are."""
    walk = begun().jump("hills/rating/practice").after

    with pytest.raises(NoSuchRating) as refused:
        walk.rate(value)

    assert "1 (Very little), 2 (Sometimes)" in str(refused.value)


def test_rating_where_none_is_asked_is_refused() -> None:
    """Rating at a question raises."""
    with pytest.raises(NoSuchRating):
        begun().rate(1)


def test_enough_closes_from_anywhere() -> None:
    """Enough for today keeps what was typed and is a whole reflection, without the rest."""
    step = begun().enough("That is it.")

    assert kept_text(step) == "That is it."
    assert step.after.closing
    assert step.after.progress.state == "enough"


def test_going_on_after_enough_opens_it_again() -> None:
    """Going back from the closing makes the reflection open again."""
    walk = begun().enough("That is it.").after.back().after

    assert walk.progress.state == "open"


def test_finish_at_the_closing() -> None:
    """Finishing at the closing makes it finished, or leaves it enough if that is how it ended."""
    walked = begun().jump("close", "All.").after
    enough = begun().enough("All.").after

    assert walked.finish().after.progress.state == "finished"
    assert enough.finish().after.progress.state == "enough"


def test_finish_elsewhere_takes_nothing_out() -> None:
    """Finishing away from the closing, with no text handed in, leaves alone what was kept here."""
    walk = begun().next("One.").after.back().after

    step = walk.finish()

    assert step.changes == ()
    assert step.after.progress.kept == walk.progress.kept
    assert step.after.progress.state == "enough"
    assert step.after.closing


def test_walking_to_the_end_stays_there() -> None:
    """Next at the closing stays at the closing, and the closing is never skipped."""
    walk = begun()
    for _ in range(20):
        walk = walk.next().after

    assert walk.closing
    assert "close" not in walk.progress.skipped


def test_resume_stands_where_it_stood() -> None:
    """A reflection goes on at the stop where it was left, with all that was kept."""
    walk = begun().next("One.").after

    again = Reflection.resume(walk.framework, walk.progress, id=walk.id, new_id=counting(900))

    assert again == walk


def test_resume_after_the_question_went_away() -> None:
    """Where its question is gone, the first stop without an answer stands in; nothing is lost."""
    walk = begun().next("One.").after
    changed = framework("walking", element("hills", "up", "ridge", "down"))

    again = Reflection.resume(changed, walk.progress, id=walk.id, new_id=counting(900))

    assert again.now.key == "hills/question/ridge"
    assert again.progress.kept == walk.progress.kept


def test_resume_after_an_answered_question_went_away() -> None:
    """What was kept at a stop that is gone stays linked, through every later move."""
    walk = begun().next("One.").after
    changed = framework("walking", element("hills", "top", "down"))

    again = Reflection.resume(changed, walk.progress, id=walk.id, new_id=counting(900))
    after = again.next("Two.").after.enough().after

    assert after.progress.kept["hills/question/up"] == walk.progress.kept["hills/question/up"]


def test_resume_where_every_stop_has_an_answer() -> None:
    """With every other stop answered, a lost place becomes the closing."""
    one = framework("one", element("alone", "only", "gone"), rated=False)
    walk = begun(one).next("One.").after
    changed = framework("one", element("alone", "only"), rated=False)

    again = Reflection.resume(changed, walk.progress, id=walk.id, new_id=counting(900))

    assert again.closing


def test_resume_with_one_element_gone() -> None:
    """The elements that are left are walked; the course remembers the one that is gone."""
    walking = framework()
    walk = Reflection.begin(walking, walking.elements, new_id=counting())
    changed = framework("walking", element("shores", "tide"))

    again = Reflection.resume(changed, walk.progress, id=walk.id, new_id=counting(900))

    assert again.now.key == "shores/question/tide"
    assert again.progress.course == ("hills", "shores")


def test_resume_with_no_element_left_is_refused() -> None:
    """With no element left there is nothing to ask: a typed error says where it was."""
    walk = begun()

    with pytest.raises(NoSuchElement) as refused:
        Reflection.resume(
            framework("walking", element("seas", "deep")), walk.progress, id=1, new_id=counting()
        )

    assert "walking/hills" in str(refused.value)
