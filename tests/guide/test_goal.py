"""Making, checking in with, and closing a goal, question by question."""

from datetime import date
from typing import Any

import pytest

from peercoach.errors import NotADay
from peercoach.guide.goal import EDITABLE, GoalWalk
from peercoach.guide.goal_outcome import outcome
from peercoach.journal.records import GOAL_WORDS, CheckIn, Entry, Goal, GoalStep
from peercoach.words import goals as words

TODAY = date(2026, 3, 14)
WISH = "Band 6 by spring"


def said(walk: GoalWalk, *answers: str) -> GoalWalk:
    """The walk after these answers, an empty one being a skip."""
    for answer in answers:
        walk = walk.next(answer, TODAY)
    return walk


def kept(walk: GoalWalk, current: Entry | None = None) -> dict[int, Entry]:
    """What is kept of it once it is enough."""
    return outcome(walk.enough(walk.here, TODAY), 1, 2, current)


def goal_of(entry: Entry) -> Goal:
    assert isinstance(entry.more, Goal)
    return entry.more


def a_goal(**more: Any) -> Entry:
    return Entry(kind="goal", text=WISH, more=Goal(**more))


def test_every_question_is_asked_in_its_order() -> None:
    """From the wish to when to look again; a day is asked for where there is a step."""
    asked = []
    walk = GoalWalk.make()
    while not walk.ended:
        asked.append(walk.now.key)
        walk = walk.next("Ring Joy" if walk.now.key == "step" else "", TODAY)

    assert asked == [
        *("wish", "area", "why", "horizon", "outcome", "inner", "outer", "then", "step", "day"),
        *("hoped", "more", "much_more", "less", "much_less", "look"),
    ]


def test_every_question_has_its_words() -> None:
    """Each has something to ask and a hint, and each way of ending has its own question."""
    for task in (GoalWalk.make(), GoalWalk.check_in(Goal(), WISH), GoalWalk.step(Goal(), WISH)):
        walk = task
        while not walk.ended:
            assert walk.now.ask == words.ASKS[walk.now.key]
            assert walk.now.hint
            walk = walk.skip()
    for how in words.WAYS:
        walk = GoalWalk.close(Goal(), WISH).next(how, TODAY)
        assert walk.now.ask == words.ASKS[how]
    for part in EDITABLE:
        assert GoalWalk.edit(Goal(goal_state="let-go"), WISH, part).now.ask


def test_the_wish_alone_is_a_goal() -> None:
    """Enough at the first question keeps a whole goal, with nothing in it but the wish."""
    found = outcome(GoalWalk.make().enough(WISH, TODAY), 1, 2, None)

    assert found == {1: Entry(kind="goal", text=WISH, more=Goal())}


def test_a_whole_walk_is_kept_word_for_word() -> None:
    """Every answer stands in the goal under its own field, and the first step beside it."""
    walk = said(GoalWalk.make(), WISH, "career", "Why.", "In a year", "Outcome.", "Me.", "They.")
    walk = said(walk, "Then I ring Joy.", "Ring Joy", "16 March", "0", "+1", "+2", "-1", "-2")
    walk = said(walk, "in 3 months")

    found = outcome(walk, 1, 2, None)

    assert walk.ended
    assert found[1].text == WISH
    assert found[1].more == Goal(
        area="career", why="Why.", horizon="In a year", outcome="Outcome.", inner="Me.",
        outer="They.", then="Then I ring Joy.", hoped="0", more="+1", much_more="+2", less="-1",
        much_less="-2", look="2026-06-14",
    )  # fmt: skip
    step = Entry(kind="goal-step", text="Ring Joy", more=GoalStep(goal=1, day="2026-03-16"))
    assert found[2] == step


def test_without_a_wish_the_first_words_stand_for_it() -> None:
    """What was written elsewhere makes a goal all the same, and stands in it once."""
    walk = said(GoalWalk.make(), "", "community", "Nobody should wait alone.")

    found = kept(walk)

    assert found[1].text == "Nobody should wait alone."
    assert goal_of(found[1]) == Goal(area="community")


@pytest.mark.parametrize("text", ["", "  \n", "\u2003"])
def test_nothing_written_is_no_goal(text: str) -> None:
    """Where nothing was said there is nothing to keep."""
    walk = GoalWalk.make().next(text, TODAY)

    assert walk.empty
    assert kept(walk) == {}
    assert kept(GoalWalk.check_in(Goal(), WISH), a_goal()) == {}
    assert kept(GoalWalk.close(Goal(), WISH), a_goal()) == {}
    assert kept(GoalWalk.step(Goal(), WISH)) == {}


def test_going_back_loses_nothing_and_shows_what_was_said() -> None:
    """Back keeps what was typed; at the first question it stays there."""
    walk = said(GoalWalk.make(), WISH, "career")

    back = walk.back("half a why", TODAY)

    assert (back.at, back.here) == ("area", "career")
    assert back.next("career", TODAY).here == "half a why"
    assert GoalWalk.make().back(WISH, TODAY).at == "wish"


def test_a_word_taken_back_is_gone() -> None:
    """What is emptied is empty, and a step without words takes the question for its day with it."""
    walk = said(GoalWalk.make(), WISH, *[""] * 7, "Ring Joy")
    assert walk.at == "day"

    walk = walk.back("", TODAY).next("", TODAY)

    assert walk.at == "hoped"
    assert "step" not in walk.said


@pytest.mark.parametrize("typed", ["soon", "31 June", "2026-02-30", "29/2/2027", "in some days"])
def test_what_is_no_day_moves_nothing(typed: str) -> None:
    """It is refused in a sentence; the walk is where it was."""
    walk = said(GoalWalk.make(), WISH, *[""] * 13)
    assert walk.at == "look"

    with pytest.raises(NotADay) as refused:
        walk.next(typed, TODAY)

    assert "What you typed is still here" in str(refused.value)
    assert walk.skip().ended


def test_a_day_that_has_gone_by_is_a_slip() -> None:
    """A new one is refused; one that stood there and has gone by since may stay."""
    walk = GoalWalk.edit(Goal(look="2026-03-01"), WISH, "look")

    with pytest.raises(NotADay) as refused:
        walk.next("2026-02-01", TODAY)

    assert "gone by" in str(refused.value)
    assert walk.next("1 March 2026", TODAY).ended


def test_what_is_chosen_is_one_of_the_choices() -> None:
    """An answer that is none of them is a mistake of whoever drives the walk."""
    with pytest.raises(KeyError):
        said(GoalWalk.make(), WISH, "a wish for tea")


# --- check-ins, closing, steps, editing ----------------------------------------------------------


def test_a_check_in_stands_in_the_persons_own_words() -> None:
    """The choices show them, and the check-in keeps the words as they are now."""
    goal = Goal(less="I sat at the back")
    walk = GoalWalk.check_in(goal, WISH).next("Went once.", TODAY)

    choice = next(one for one in walk.now.choices if one.id == "-1")
    found = outcome(said(walk, "-1", ""), 1, 2, a_goal(less="I sat at the back"))

    assert (choice.label, choice.about) == ("A bit less than hoped", "I sat at the back")
    more = CheckIn(goal=1, stands=-1, label="I sat at the back")
    assert found == {2: Entry(kind="check-in", text="Went once.", more=more)}


@pytest.mark.parametrize("value", [-2, -1, 0, 1, 2])
def test_how_it_stands_alone_is_a_check_in(value: int) -> None:
    """Without a line its words are those of the place on the scale."""
    walk = said(GoalWalk.check_in(Goal(), WISH), "", str(value), "")

    (check,) = outcome(walk, 1, 2, a_goal()).values()

    assert check.text == words.STANDS[value]
    assert check.more == CheckIn(goal=1, stands=value, label=words.STANDS[value])


def test_a_check_in_can_set_the_next_day_to_look() -> None:
    """The goal as it stands now gets the day, and keeps all else."""
    walk = said(GoalWalk.check_in(Goal(), WISH), "Fine.", "", "in a month")

    found = outcome(walk, 1, 2, a_goal(why="Changed meanwhile."))

    assert goal_of(found[1]) == Goal(why="Changed meanwhile.", look="2026-04-14")


@pytest.mark.parametrize("how", ["reached", "let-go"])
def test_a_goal_is_closed_with_a_sentence(how: str) -> None:
    """How it ended and what was said of it stand in the goal; its wish stays."""
    walk = said(GoalWalk.close(Goal(), WISH), how, "It was enough.")

    found = outcome(walk, 1, 2, a_goal())

    assert walk.ended
    assert found[1].text == WISH
    assert (goal_of(found[1]).goal_state, goal_of(found[1]).closing) == (how, "It was enough.")


def test_a_goal_that_changed_becomes_another_one() -> None:
    """The new one is open, is for the same, began with the old one, which knows it."""
    walk = said(GoalWalk.close(Goal(area="career"), WISH), "changed", "I want to teach.", "Teach")

    found = outcome(walk, 1, 2, a_goal(area="career"))

    assert goal_of(found[1]).became == 2
    assert (found[2].text, goal_of(found[2])) == ("Teach", Goal(area="career", began=1))


def test_closing_can_be_thought_over() -> None:
    """Going back and choosing another way leaves nothing of the first."""
    walk = said(GoalWalk.close(Goal(), WISH), "changed", "Hm.")
    walk = walk.back("Teach", TODAY).back("Hm.", TODAY)

    found = outcome(said(walk, "let-go", ""), 1, 2, a_goal())

    assert (*found,) == (1,)
    assert (goal_of(found[1]).goal_state, goal_of(found[1]).closing) == ("let-go", "")


@pytest.mark.parametrize("part", [*GOAL_WORDS, "closing"])
def test_every_part_can_be_changed_and_emptied(part: str) -> None:
    """What is typed takes the place of what stood there; nothing typed empties it."""
    walk = GoalWalk.edit(goal_of(a_goal(**{part: "Before."})), WISH, part)

    assert walk.here == "Before."
    changed = outcome(walk.next("After.", TODAY), 1, 2, a_goal(**{part: "Before."}))
    emptied = outcome(walk.next("", TODAY), 1, 2, a_goal(**{part: "Before."}))

    assert goal_of(changed[1]) == goal_of(a_goal(**{part: "After."}))
    assert goal_of(emptied[1]) == Goal()


def test_the_wish_can_be_changed_and_not_emptied() -> None:
    """A goal always has a wish."""
    walk = GoalWalk.edit(Goal(), WISH, "wish")

    assert outcome(walk.next("Band 7", TODAY), 1, 2, a_goal())[1].text == "Band 7"
    assert outcome(walk.next("", TODAY), 1, 2, a_goal()) == {}


def test_there_is_no_other_part() -> None:
    """Where a goal came from and how it was closed is not for editing."""
    for part in ("began", "goal_state", "nothing"):
        with pytest.raises(KeyError):
            GoalWalk.edit(Goal(), WISH, part)


def test_a_step_changes_its_words_or_its_day_alone() -> None:
    """The rest of it stays as it stands, done or not."""
    more = GoalStep(goal=1, day="2026-03-20", step_state="done")
    step = Entry(kind="goal-step", text="Ring Joy", more=more)
    words_of = GoalWalk.step(Goal(), WISH, text="Ring Joy", day=more.day, part="next")
    day_of = GoalWalk.step(Goal(), WISH, text="Ring Joy", day=more.day, part="day")

    reworded = outcome(words_of.next("Write to Joy", TODAY), 1, 2, step)
    undated = outcome(day_of.next("", TODAY), 1, 2, step)

    assert reworded == {2: Entry(kind="goal-step", text="Write to Joy", more=more)}
    assert undated[2].more == GoalStep(goal=1, step_state="done")
