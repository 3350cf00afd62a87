"""Goals in the plain interface: the same questions, as lines that can be heard."""

from pathlib import Path

import pytest

from peercoach.journal.records import Entry, Goal
from peercoach.plain.watch import Interrupted
from peercoach.settings import Settings
from peercoach.words import goals as words
from peercoach.workspace import Workspace
from tests.plain.talking import (
    ELEMENT,
    PASSPHRASE,
    Clock,
    Heard,
    Reply,
    Said,
    choice,
    made,
    odd_lines,
    place,
)
from tests.plain.talking import talk as said_in

DAY = 86_400_000
WISH = "Lead the peer team"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A notebook with nothing in it."""
    return made(tmp_path / "n.vault")


def talk(vault: Path, *said: Said, settings: Settings | None = None, days: int = 0) -> Heard:
    clock = Clock(Clock().utc_ms + days * DAY)
    return said_in(place(vault, clock), *said, person=True, settings=settings)


def opened(vault: Path) -> Workspace:
    return place(vault).open(PASSPHRASE)


def with_goal(vault: Path) -> int:
    """A goal with own words for how it stands, a step, and two check-ins."""
    work = opened(vault)
    more = Goal(area="career", hoped="I lead one meeting", look="2026-03-01")
    id = work.journal.add(Entry(kind="goal", text=WISH, more=more)).id
    work.goals.add_step(id, "Ring Joy")
    work.goals.add_check_in(id, "I sat at the back.", -1)
    work.goals.add_check_in(id, "I led it.", 0)
    work.lock()
    return id


def pick(text: str) -> Reply:
    """The number behind which this was offered last."""
    return Reply(lambda screen: choice(Heard(0, screen), text))


def test_a_goal_is_made_line_by_line(vault: Path) -> None:
    """Every question is asked with its hint; what is skipped stays out; it is said whole."""
    heard = talk(
        vault,
        *(":goals", ":new", WISH, ".", "1", "So that nobody", "starts alone.", ".", ":skip"),
        *("A rota that we wrote.", ":enough", ""),
        ":quit",
    )

    assert odd_lines(heard) == []
    for line in (words.ASKS["wish"], words.ASKS["area"], words.ASKS["why"], words.ASKS["horizon"]):
        assert line in heard.lines
    assert f"The wish: {WISH}." in heard.lines
    (goal,) = opened(vault).goals.open()
    assert goal.goal == Goal(
        area="career", why="So that nobody\nstarts alone.", outcome="A rota that we wrote."
    )


def test_what_is_typed_survives_the_end_of_everything(vault: Path) -> None:
    """Control-C twice, with no full stop typed: every line waits, and is gone on with."""
    cut = Interrupted(15)
    talk(vault, ":goals", ":new", WISH, ".", ":skip", "Because", "of Joy.", cut, cut)

    heard = talk(vault, ":goals", pick("Go on writing"), ":read", ".", ":enough", "", ":quit")

    assert "Because" in heard.lines and "of Joy." in heard.lines
    (goal,) = opened(vault).goals.open()
    assert (goal.wish, goal.goal.why) == (WISH, "Because\nof Joy.")


def test_nothing_written_leaves_nothing(vault: Path) -> None:
    """Enough of nothing, and going home at once, make no goal and leave no draft."""
    heard = talk(vault, ":goals", ":new", ":enough", ":new", ":home", ":quit")

    work = opened(vault)
    assert words.NOTHING_SAID in heard.text
    assert (work.goals.open(), work.goals.waiting()) == ([], [])


def test_a_goal_is_heard_whole_with_its_history(vault: Path) -> None:
    """Its own words, its steps and check-ins by number, and in sentences how it stood when."""
    with_goal(vault)

    heard = talk(vault, ":goals", "1", "", ":quit")

    assert odd_lines(heard) == []
    assert f"1. {WISH}. My own path at work. Next: Ring Joy." in heard.lines
    for line in (
        "For: My own path at work.",
        "As hoped: I lead one meeting.",
        "Today: a bit less than hoped.",
        "Today: I lead one meeting.",
        "1. Ring Joy.",
        "2. A check-in, today. I led it. I lead one meeting.",
    ):
        assert line in heard.lines


def test_a_check_in_from_line_to_day(vault: Path) -> None:
    """A line, a number for how it stands, and a day that is understood or asked for again."""
    id = with_goal(vault)

    heard = talk(
        vault,
        *(":goals", "1", ":check-in", "Someone else led it.", ".", "9", "2"),
        *("some day", ".", ":fresh", "in 3 months", ".", "", ":quit"),
    )

    assert "3. As hoped. I lead one meeting." in heard.lines
    assert words.NOT_A_DAY in heard.text
    goal = opened(vault).goals.get(id)
    assert (goal.checks[-1].text, goal.checks[-1].check.stands) == ("Someone else led it.", 1)
    assert goal.goal.look == "2026-06-14"


def test_steps_are_added_done_changed_and_deleted(vault: Path) -> None:
    """By the number of the step and of what to do with it."""
    id = with_goal(vault)

    heard = talk(
        vault,
        *(":goals", "1", ":step", "Write to Joy", ".", "tomorrow", "."),
        *(pick("Ring Joy"), pick("It is done")),
        *(pick("Write to Joy"), pick("Change its words"), ":fresh", "Write to Joy and Ann", "."),
        *(pick("Ring Joy"), pick("Delete it"), "", ":quit"),
    )

    assert "1. Ring Joy. Done." in heard.lines
    (step,) = opened(vault).goals.get(id).steps
    assert (step.text, step.step.day) == ("Write to Joy and Ann", "2026-03-15")


def test_every_part_is_changed_by_its_number(vault: Path) -> None:
    """What stands there is said first, and can be written again."""
    id = with_goal(vault)

    heard = talk(
        vault,
        *(":goals", "1", ":edit", pick("As hoped"), ":fresh", "I lead two", "."),
        *(":edit", pick("In the way, in me"), "A tired week.", ".", ":versions", "", "", ":quit"),
    )

    assert "In the way, in me: nothing yet." in heard.text
    goal = opened(vault).goals.get(id).goal
    assert (goal.hoped, goal.inner) == ("I lead two", "A tired week.")


def test_what_it_draws_on_is_chosen_and_taken_away(vault: Path) -> None:
    """From the elements, by number."""
    id = with_goal(vault)
    more = (":edit", pick("It draws on"), pick("Choose one more"), pick("Sharing the movement"))

    talk(vault, ":goals", "1", *more, "", ":quit")
    assert list(opened_goal(vault, id).elements) == [ELEMENT]
    talk(vault, ":goals", "1", ":edit", pick("It draws on"), pick("Take away"), "", ":quit")

    assert opened_goal(vault, id).elements == {}


def opened_goal(vault: Path, id: int) -> Goal:
    work = opened(vault)
    goal = work.goals.get(id).goal
    work.lock()
    return goal


def test_closed_well_opened_again_and_deleted(vault: Path) -> None:
    """Each is said, and a closed goal offers nothing that it doesn't take."""
    id = with_goal(vault)

    heard = talk(
        vault,
        *(":goals", "1", ":close", pick("I let it go"), "The team stays.", "."),
        *(":check-in", ":reopen", ":check-in", ":home", ":goals", pick(WISH)),
        *(":delete", "1", "", ":quit"),
    )

    assert odd_lines(heard) == []
    assert "Closed today: let go." in heard.lines
    assert words.IS_CLOSED in heard.text and words.REOPENED in heard.text
    work = opened(vault)
    assert work.goals.open() == work.goals.closed() == []
    work.journal.undelete(id)
    assert len(work.goals.get(id).checks) == 2


def test_a_goal_that_changed_makes_another(vault: Path) -> None:
    """Both are told where they lead."""
    with_goal(vault)

    heard = talk(
        vault,
        *(":goals", "1", ":close", "2", ":skip", "Teach what I know", ".", ""),
        *(pick("Teach what I know"), "", ":quit"),
    )

    assert "It became: “Teach what I know”." in heard.text
    assert f"It began with what you wrote today: “{WISH}”." in heard.text


def test_from_a_note_and_from_a_reflection(vault: Path) -> None:
    """What was written is there to begin with; afterwards the note says what began there."""
    work = opened(vault)
    work.journal.add(Entry(kind="step", text="Ring the commissioner"))
    work.lock()

    heard = talk(vault, ":notes", "1", ":goal", ".", ":enough", "", ":home", ":quit")
    assert "It begins with what you wrote today: “Ring the commissioner”." in heard.text
    assert "A goal began here: “Ring the commissioner”." in heard.text

    heard = talk(
        vault,
        ":elements",
        "1",
        ":goal",
        "Her face.",
        ".",
        ":goal",
        ".",
        ":enough",
        ":home",
        ":quit",
    )
    assert words.NOTHING_FOR_A_GOAL in heard.text
    assert [one.wish for one in opened(vault).goals.open()] == [
        "Her face.",
        "Ring the commissioner",
    ]


def test_a_goal_asked_for_again_is_said_quietly(vault: Path) -> None:
    """That one wanted to look at it, on which day, and nothing of lateness."""
    work = opened(vault)
    work.journal.add(Entry(kind="goal", text=WISH, more=Goal(look="2026-03-01")))
    work.lock()

    heard = talk(vault, ":goals", "", ":quit", days=400)

    assert f"1. {WISH}. You wanted to look at this again on 1 March 2026." in heard.lines
    assert "overdue" not in heard.text and "late" not in heard.text.split()


def test_the_figure_is_said_only_where_it_is_wanted(vault: Path) -> None:
    """By default it is not; where it is, so is what it means."""
    with_goal(vault)

    quiet = talk(vault, ":goals", "", ":quit")
    told = talk(vault, ":goals", "", ":quit", settings=Settings(goal_figure=True))

    assert words.FIGURE_MEANS not in quiet.text
    assert "50 for all open goals together." in told.lines
    assert words.FIGURE_MEANS in told.lines


def test_among_notes_a_goal_opens_as_one(vault: Path) -> None:
    """Looking back leads to it, and a check-in says which goal it belongs to."""
    with_goal(vault)

    heard = talk(vault, ":notes", ":kind goals", "1", "", ":kind check-ins", "1", "", ":quit")

    assert f"The wish: {WISH}." in heard.lines
    assert f"It belongs to the goal: “{WISH}”." in heard.text
