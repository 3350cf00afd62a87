"""How each room of an open notebook is made; imported once a notebook is open."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from peercoach.conversation import Conversation
from peercoach.goals.room import Goals
from peercoach.goals.writing import Writing
from peercoach.guide.review import REVIEW
from peercoach.tui import late_rooms, picture_rooms
from peercoach.tui.desk import Desk
from peercoach.tui.screens.asking import Asking, Sure
from peercoach.tui.screens.bringing import Bringing
from peercoach.tui.screens.drawers import Bin, MyWords, my_words
from peercoach.tui.screens.elements import Elements
from peercoach.tui.screens.goal import OneGoal, whole
from peercoach.tui.screens.goal_elements import DrawnOn
from peercoach.tui.screens.goal_walk import GoalWalk, above_walk
from peercoach.tui.screens.goals import GoalList, Looked
from peercoach.tui.screens.heal import HealDoor, HealRoom
from peercoach.tui.screens.heal import look as look_inside
from peercoach.tui.screens.heal_kept import HealKept, HealWeight
from peercoach.tui.screens.heal_sitting import HealSitting
from peercoach.tui.screens.home import Home, Within
from peercoach.tui.screens.home_rows import at_once, look
from peercoach.tui.screens.hour import Hour
from peercoach.tui.screens.hours import Hours, seen
from peercoach.tui.screens.levels import WhichLevel
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.narrowing import Narrowed
from peercoach.tui.screens.note import Note, beside_note
from peercoach.tui.screens.passphrase import Passphrase
from peercoach.tui.screens.people import PeopleRoom
from peercoach.tui.screens.people import seen as seen_people
from peercoach.tui.screens.plans import Plan, Plans
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.review import Clearing, ReviewLook
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.settings import SettingsRoom
from peercoach.tui.screens.spare import Spare
from peercoach.tui.screens.start import Start
from peercoach.tui.screens.support_lines import SupportLines
from peercoach.tui.screens.typed_line import Task, TypedLine
from peercoach.tui.screens.versions import Versions
from peercoach.tui.widgets.choices import Row

Maker = Callable[..., Awaitable[Room]]


def _nobody(_id: int) -> None:
    """Nobody waits to hear of it."""


_MOMENT = 0.05
"""Seconds that home waits for the notes, so that it comes whole where there are few."""


async def start(desk: Desk) -> Room:
    """Where shall we start? After a notebook was made."""
    return Start(desk.library)


async def home(desk: Desk, *notices: str) -> Room:
    """Where were we? It comes before the notes are read, where that takes longer than a moment."""
    seen = await desk.writer.do(at_once, desk.workspace)
    looking = desk.writer.send(look, desk.workspace)
    ended = asyncio.wrap_future(looking)
    ended.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
    await asyncio.wait([ended], timeout=_MOMENT)
    if looking.done() and looking.exception() is None:
        return Home(desk, looking.result(), notices=notices)
    return Home(desk, seen, looking=looking, notices=notices)


async def within(desk: Desk, minutes: int) -> Room:
    """What fits into so many minutes."""
    return Within(desk, minutes, await desk.writer.do(desk.workspace.offers, minutes))


async def elements(desk: Desk) -> Room:
    """Every element."""
    lines = await desk.writer.do(desk.workspace.element_lines)
    return Elements(desk, lines, await desk.writer.do(desk.workspace.gone_lines))


async def begin(desk: Desk, address: str, level: str | None = None) -> Room:
    """Reflect on an element (``framework/element``) or a whole framework, from its beginning.

    Where its questions have levels and none is given, first comes which to begin at.
    """
    if level is None:
        found = await desk.writer.do(desk.workspace.levels, address)
        if len(found.levels) > 1:
            return WhichLevel(address, found)
    if address == REVIEW:
        return await review(desk)
    conversation = await desk.writer.do(desk.workspace.begin, address, level or "")
    return _walked(desk, conversation)


def _walked(desk: Desk, conversation: Conversation) -> Reflect:
    """A plan is gone through as an hour, with its time; all else is a reflection."""
    walk = conversation.reflection.framework.id in desk.library.plans
    return Hour(desk, conversation) if walk else Reflect(desk, conversation)


async def walk(desk: Desk, id: str) -> Room:
    """Go through a plan, or on with the one that waits."""
    waits = [
        one.reflection
        for one in await desk.writer.do(desk.workspace.unfinished)
        if any(address.startswith(f"{id}/") for address in one.addresses)
    ]
    if waits:
        return await resume(desk, waits[0])
    return _walked(desk, await desk.writer.do(desk.workspace.begin, id))


async def one(desk: Desk, address: str, question: str) -> Room:
    """Reflect on one question of an element."""
    conversation = await desk.writer.do(desk.workspace.begin_one, address, question)
    return Reflect(desk, conversation)


async def resume(desk: Desk, reflection: int, at: str = "") -> Room:
    """Go on with a reflection; ``at`` the stop with this key, where it still has it."""
    return _walked(desk, await desk.writer.do(desk.workspace.resume, reflection, at))


async def left(desk: Desk, *, closed: bool) -> Room:
    """Home, after a reflection; after the first of which something is kept, the spare key."""
    if closed and await desk.writer.do(lambda: desk.workspace.spare_key_is_due):
        return Spare(desk, has_one=False)
    return await home(desk)


async def plans(desk: Desk) -> Room:
    """Every session plan."""
    return Plans(desk.library)


async def plan(desk: Desk, id: str) -> Room:
    """One session plan."""
    return Plan(desk.library.plans[id])


async def hours(desk: Desk) -> Room:
    """When one's own hour is."""
    return Hours(desk, await desk.writer.do(seen, desk.workspace))


async def asked(desk: Desk, task: Task) -> Room:
    """Something is typed in a line, understood, and kept once it was seen what was understood."""
    return TypedLine(desk, task)


async def review(desk: Desk, *, going_on: bool = True) -> Room:
    """What was written since the last review, and the way on into this one."""
    found = await desk.writer.do(desk.workspace.reviewing.look)
    return ReviewLook(desk, found, going_on=going_on)


async def since(desk: Desk) -> Room:
    """The same beside a review that is under way."""
    return await review(desk, going_on=False)


async def clearing(desk: Desk) -> Room:
    """Anything here that is no longer needed? Once a year; asked is asked."""
    found = await desk.writer.do(desk.workspace.reviewing.to_clear)
    await desk.writer.do(desk.workspace.reviewing.cleared)
    return Clearing(desk, found)


async def spare(desk: Desk) -> Room:
    """A key on paper."""
    return Spare(desk, has_one=await desk.writer.do(lambda: desk.workspace.has_spare_key))


async def settings(desk: Desk) -> Room:
    """What a person chose about the program."""
    has_one = await desk.writer.do(lambda: desk.workspace.has_spare_key)
    backed_up = await desk.writer.do(lambda: desk.workspace.last_backup)
    return SettingsRoom(desk, spare=has_one, backed_up=backed_up)


async def support_lines(desk: Desk) -> Room:
    """The support lines that a person adds."""
    return SupportLines(desk)


async def people(desk: Desk) -> Room:
    """The private dictionary."""
    return PeopleRoom(desk, await desk.writer.do(seen_people, desk.workspace.people))


async def passphrase(desk: Desk, *, by_spare_key: bool = False) -> Room:
    """Another passphrase."""
    return Passphrase(desk, by_spare_key=by_spare_key)


async def notes(desk: Desk, element: str = "", kind: str = "") -> Room:
    """Look back, at all there is or at one element or kind of it."""
    narrowed = Narrowed(element, kind)
    listed = await desk.writer.do(narrowed.listed, desk.workspace.journal, desk.today)
    return LookBack(desk, listed, narrowed)


async def note(desk: Desk, id: int) -> Room:
    """One note, whole; of a goal, the goal."""
    found = await desk.writer.do(desk.workspace.journal.get, id)
    if found.record.kind == "goal":
        return await goal(desk, id)
    return Note(desk, found, await desk.writer.do(beside_note, desk.workspace, found))


async def goals(desk: Desk) -> Room:
    """Every goal."""
    return GoalList(desk, await desk.writer.do(Looked.at, desk.workspace.goals))


async def goal(desk: Desk, id: int) -> Room:
    """One goal."""
    return OneGoal(desk, await desk.writer.do(whole, desk.workspace.goals, id))


async def write_goal(
    desk: Desk, begin: Callable[[Goals], Writing], took: Callable[[int], object] = _nobody
) -> Room:
    """Write about a goal, as ``begin`` has it; ``took`` is told once something was kept."""
    writing = await desk.writer.do(begin, desk.workspace.goals)
    above = await desk.writer.do(above_walk, desk.workspace.goals, writing, desk.today)
    return GoalWalk(desk, writing, above, took)


async def goal_elements(desk: Desk, id: int) -> Room:
    """What a goal draws on."""
    lines = await desk.writer.do(desk.workspace.element_lines)
    return DrawnOn(desk, await desk.writer.do(desk.workspace.goals.get, id), lines)


async def versions(desk: Desk, id: int) -> Room:
    """How a note was."""
    return Versions(desk, await desk.writer.do(desk.workspace.journal.versions, id))


async def bin(desk: Desk) -> Room:
    """What was deleted in the last days."""
    return Bin(desk, await desk.writer.do(desk.workspace.journal.deleted))


async def words(desk: Desk) -> Room:
    """My words."""
    return MyWords(desk, await desk.writer.do(my_words, desk))


async def bring(desk: Desk) -> Room:
    """What is to be brought to the next conversation."""
    return Bringing(desk, await desk.writer.do(desk.workspace.journal.brought))


async def ask(
    desk: Desk,
    title: str,
    rows: Sequence[Row],
    took: Callable[[str], object],
    at: str = "",
    hint: str = "",
    sure: Sure | None = None,
) -> Room:
    """A small question, with the cursor ``at`` an answer; the answer goes to whoever asked."""
    return Asking(title, rows, took, at=at, hint=hint, sure=sure)


async def heal(desk: Desk) -> Room:
    """The door of Heal. Nothing inside is read for it."""
    return HealDoor(reviewed=all(one.reviewed_by for one in desk.library.caring()))


async def heal_room(desk: Desk) -> Room:
    """Heal, once the answer at its door was yes."""
    inside = await desk.writer.do(lambda: look_inside(desk.workspace.heal))
    return HealRoom(desk, inside)


async def heal_begin(desk: Desk, framework: str = "") -> Room:
    """Put something down."""
    return HealSitting(desk, await desk.writer.do(desk.workspace.heal.begin, framework))


async def heal_resume(desk: Desk, key: str) -> Room:
    """Go on with what was being written there."""
    return HealSitting(desk, await desk.writer.do(desk.workspace.heal.resume, key))


async def heal_open(desk: Desk, id: int) -> Room:
    """What was kept in Heal on one day."""
    return HealKept(desk, await desk.writer.do(desk.workspace.heal.open, id))


async def heal_weight(desk: Desk) -> Room:
    """Weight over time."""
    return HealWeight(desk, await desk.writer.do(desk.workspace.heal.weights))


MAKERS: dict[str, Maker] = {
    "start": start,
    "home": home,
    "elements": elements,
    "within": within,
    "begin": begin,
    "resume": resume,
    "one": one,
    "left": left,
    "spare": spare,
    "settings": settings,
    "support-lines": support_lines,
    "people": people,
    "passphrase": passphrase,
    "walk": walk,
    "hours": hours,
    "asked": asked,
    "review": review,
    "since": since,
    "clearing": clearing,
    "plans": plans,
    "plan": plan,
    "notes": notes,
    "note": note,
    "versions": versions,
    "bin": bin,
    "words": words,
    "bring": bring,
    "goals": goals,
    "goal": goal,
    "write-goal": write_goal,
    "goal-elements": goal_elements,
    "ask": ask,
    "heal": heal,
    "heal-room": heal_room,
    "heal-begin": heal_begin,
    "heal-resume": heal_resume,
    "heal-open": heal_open,
    "heal-weight": heal_weight,
    **picture_rooms.MAKERS,
    **late_rooms.MAKERS,
}
"""Rooms by the name that :class:`peercoach.tui.messages.Go` gives them."""
