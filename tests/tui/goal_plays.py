"""Ways to the screens of goals, in a notebook with some goals in it."""

from datetime import date

from textual.pilot import Pilot

from peercoach.journal.records import Entry
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Go
from peercoach.workspace import Workspace
from tests.tui.stage import FixedClock, shows, unlock

WISH = "Lead the peer team on Willow ward"
SHARING = "peer-leadership/sharing-the-movement"


def workspace_of(pilot: Pilot[None]) -> Workspace:
    """The notebook that is open."""
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    assert app._workspace is not None
    return app._workspace


def several(work: Workspace, clock: FixedClock) -> int:
    """Three goals: one with all there is, one that is only a wish, one closed; the first's id."""
    goals, today = work.goals, clock.moment
    clock.to(2025, 12, 2)
    (note,) = work.journal.search("talked to the slide")
    closed = goals.add("Speak once at the ward round", area="career")
    writing = goals.make(note.id)
    for answer in (
        *(WISH, "career", "So that nobody new starts alone, as I did.", "by next winter"),
        *("A desk with our name on it, and a rota that we wrote.", "I say yes to too much."),
        *(
            "The bands for peer posts end at 4.",
            "If I am asked for more, I ask for a day.",
        ),
        *("", "I lead one meeting a month", "I lead two, and someone else leads one"),
        *("", "I go, and say nothing", ""),
    ):
        writing.next(answer)
    writing.enough("1 March 2026")
    for day, line, stands in (
        ((2025, 12, 20), "I sat at the back.", -2),
        ((2026, 1, 16), "I went, and asked one thing.", -1),
        ((2026, 2, 13), "I led it. My voice shook, and it was fine.", 0),
    ):
        clock.to(*day)
        goals.add_check_in(writing.about, line, stands)
    goals.close_as(closed, "reached", "They asked me back.")
    first = goals.add_step(writing.about, "Ask Joy how she began")
    goals.add_step(writing.about, "Write down what a peer lead would do", date(2026, 3, 20))
    goals.set_step(writing.about, first, "done")
    goals.add("Nobody on our wards waits alone at night", area="community", horizon="in five years")
    clock.moment = today
    return writing.about


def clock_of(pilot: Pilot[None]) -> FixedClock:
    """The clock on the stage."""
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    assert isinstance(app.clock, FixedClock)
    return app.clock


async def listed(pilot: Pilot[None]) -> int:
    """The list of them; the id of the first."""
    await unlock(pilot)
    id = several(workspace_of(pilot), clock_of(pilot))
    await pilot.press("g")
    await shows(pilot, "A new goal", WISH)
    return id


async def goals(pilot: Pilot[None]) -> None:
    """The list of them."""
    await listed(pilot)


async def none(pilot: Pilot[None]) -> None:
    """The list before there is any."""
    await unlock(pilot)
    await pilot.press("g")
    await shows(pilot, "There is no goal yet.")


async def goal(pilot: Pilot[None]) -> None:
    """One goal whole."""
    id = await listed(pilot)
    pilot.app.screen.post_message(Go("goal", id, over=True))
    await shows(pilot, "So that nobody new starts alone")


async def standing(pilot: Pilot[None]) -> None:
    """The same further down: its picture."""
    await goal(pilot)
    await pilot.press("end")
    await shows(pilot, "I sat at the back.")


async def wish(pilot: Pilot[None]) -> None:
    """The first question of a new goal."""
    await goals(pilot)
    await pilot.press("n")
    await shows(pilot, "What do you wish for?")


async def obstacle(pilot: Pilot[None]) -> None:
    """A later one, half answered."""
    await wish(pilot)
    await pilot.press(*"Tea", "ctrl+n", "down", "enter", "ctrl+k", "ctrl+k", "ctrl+k")
    await shows(pilot, "What in you might get in the way?")
    await pilot.press(*"A tired week.")
    await shows(pilot, "saved 14:02", "A tired week.")


async def from_note(pilot: Pilot[None]) -> None:
    """A goal that begins with a next step."""
    await unlock(pilot)
    note = workspace_of(pilot).journal.add(Entry(kind="step", text="Ring the commissioner again"))
    pilot.app.screen.post_message(Go("note", note.id, over=True))
    await shows(pilot, "Ring the commissioner again")
    await pilot.press("g")
    await shows(pilot, "What do you wish for?", "It begins with")


async def stands(pilot: Pilot[None]) -> None:
    """How it stands, in one's own words."""
    await goal(pilot)
    await pilot.press("c")
    await shows(pilot, "How is it going with this?")
    await pilot.press(*"Again.", "ctrl+n")
    await shows(pilot, "How does it stand?", "I lead one meeting a month")


async def closing(pilot: Pilot[None]) -> None:
    """Ways to close it."""
    await goal(pilot)
    await pilot.press("x")
    await shows(pilot, "How does it end?")


async def changing(pilot: Pilot[None]) -> None:
    """What of it to change."""
    await goal(pilot)
    await pilot.press("e")
    await shows(pilot, "What would you like to change?")


async def elements(pilot: Pilot[None]) -> None:
    """What it draws on."""
    id = await listed(pilot)
    pilot.app.screen.post_message(Go("goal-elements", id, over=True))
    await shows(pilot, "What does it draw on?")
