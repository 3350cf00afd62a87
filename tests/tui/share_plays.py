"""Ways to the screens of a share, with invented notes."""

from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot

from peercoach.journal.records import Entry, Place
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Go
from peercoach.tui.screens.left import LeftOne
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.share_choose import ShareChoose
from peercoach.tui.screens.share_read import ShareRead
from peercoach.tui.screens.share_whom import ShareWhom
from peercoach.tui.screens.share_write import ShareWrite
from peercoach.tui.screens.share_written import ShareWritten
from peercoach.workspace import Workspace
from tests.tui import heal_plays
from tests.tui.plays import kept_by
from tests.tui.stage import shows, unlock, until

One = TypeVar("One", bound=Room)

FIRST = (
    "I told Priya Nair about the garden group at Foxmoor Ward, and she put her pen down. The only "
    "man on nights came along, too.\n\n"
    "“We never do that here,” she said. On 3 May I asked Dorothea for 240 chairs. Later Vesper "
    "rang, and we laughed."
)
SECOND = "Priya asked me to wait, so I wrote to rowan@example.org. Vesper waited, too."
WHERE = "~/Documents/notes-for-my-coach.md"
PLACE = Place(
    framework="peer-leadership",
    framework_title="Peer leadership",
    version="1.0.0",
    element="sharing-the-movement",
    element_title="Sharing the movement",
    ask="When did you last see someone's face change because of how you told our story?",
)


def work_of(pilot: Pilot[None]) -> Workspace:
    """The notebook that is open."""
    app = pilot.app
    assert isinstance(app, PeercoachApp) and app._workspace is not None
    return app._workspace


async def write_down(pilot: Pilot[None], *texts: str) -> list[int]:
    """Unlock, and have notes in the notebook; their ids."""
    await unlock(pilot)
    journal, writer = kept_by(pilot)
    notes = [Entry(kind="note", text=text, place=PLACE) for text in texts]
    return [(await writer.do(journal.add, one)).id for one in notes]


async def come_to(pilot: Pilot[None], kind: type[One]) -> One:
    """Wait for a screen, and until it can be used."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    await until(pilot, lambda: pilot.app.screen.focused is not None)
    await pilot.pause()
    return screen


async def whom(pilot: Pilot[None], text: str = FIRST) -> ShareWhom:
    """One note, from its page."""
    (id,) = await write_down(pilot, text)
    pilot.app.screen.post_message(Go("note", id, over=True))
    await shows(pilot, "Note, ")
    await pilot.press("h")
    return await come_to(pilot, ShareWhom)


async def read(pilot: Pilot[None], text: str = FIRST) -> ShareRead:
    """The same, for my coach, and mine."""
    await whom(pilot, text)
    await for_my_coach(pilot)
    return await reading(pilot)


async def for_my_coach(pilot: Pilot[None]) -> None:
    """Say for whom it is, and that it is mine, where there is one note."""
    await pilot.press("home", "enter", *["down"] * 5, "enter")
    await shows(pilot, "(•) It's my story")
    await pilot.press("ctrl+n")


async def reading(pilot: Pilot[None]) -> ShareRead:
    """The note that is read, once an answer would be taken."""
    screen = await come_to(pilot, ShareRead)
    # As if it had been there for a while.
    screen._came = 0.0
    return screen


async def answer(pilot: Pilot[None], key: str = "n") -> None:
    """Read the note to its end, and answer."""
    screen = pilot.app.screen
    assert isinstance(screen, ShareRead)
    screen._came = 0.0
    await pilot.press("end", key)
    await pilot.pause()


async def read_beside(pilot: Pilot[None]) -> None:
    """What stands beside it."""
    await read(pilot)
    await pilot.press("l", *["down"] * 6)
    await shows(pilot, "Still standing there")


async def read_original(pilot: Pilot[None]) -> None:
    """What stood there."""
    await read(pilot)
    await pilot.press("tab", "o")
    await shows(pilot, "It stood there:")


async def read_shapes(pilot: Pilot[None]) -> None:
    """For anyone: a mark of each shape."""
    await whom(pilot)
    await kept_by(pilot)[1].do(work_of(pilot).people.add, "Priya Nair")
    await pilot.press("escape")
    await shows(pilot, "Note, ")
    await pilot.press("h")
    await come_to(pilot, ShareWhom)
    await pilot.press(*["down"] * 4, "enter", "down", "enter")
    await shows(pilot, "(•) It's my story")
    await pilot.press("ctrl+n")
    await reading(pilot)
    await pilot.press(*["right"] * 5, "h", "end", "enter")
    await shows(pilot, "‹=Person A›", "‹+[word removed]›", "‹?[number removed]›")


async def read_known(pilot: Pilot[None]) -> None:
    """Who it is: somebody new, or one who is there."""
    await read(pilot)
    writer = kept_by(pilot)[1]
    people = work_of(pilot).people
    await writer.do(people.add, "Priya Nair", "person", ("Pri",), "manager")
    await writer.do(people.add, "Dorothea Quill")
    await pilot.press("tab", "a", "enter")
    await shows(pilot, "Is it someone who is there already?", "Dorothea Quill")


async def write(pilot: Pilot[None]) -> ShareWrite:
    """The last screen, with a doubt."""
    screen = await read(pilot)
    await answer(pilot, "p")
    await until(pilot, lambda: pilot.app.screen is not screen)
    last = await come_to(pilot, ShareWrite)
    last.path.value = WHERE
    await pilot.pause()
    return last


async def write_sealed(pilot: Pilot[None]) -> None:
    """Sealed, and no key yet."""
    await write(pilot)
    await pilot.press("end", "right", "enter", "ctrl+n")
    await shows(pilot, "To seal it I need their key.")


async def written(pilot: Pilot[None], folder: Path | None = None) -> None:
    """It is written; where to is said as somewhere that is the same each time."""
    last = await write(pilot)
    there = folder or work_of(pilot)._vault.path.parent
    last.path.value = str(there / "notes-for-my-coach.md")
    await pilot.press("ctrl+n")
    screen = await come_to(pilot, ShareWritten)
    await shows(pilot, "Written to")
    if folder is None:
        from textual.widgets import Static

        screen.query(Static).filter(".heading").first().update(f"Written to {WHERE}")
        await pilot.pause()


async def choose(pilot: Pilot[None]) -> ShareChoose:
    """Two of some notes are chosen."""
    await write_down(pilot, FIRST, SECOND)
    await pilot.press("s")
    screen = await come_to(pilot, ShareChoose)
    await pilot.press("space", "down", "space")
    await shows(pilot, "2 notes chosen")
    return screen


async def whom_two(pilot: Pilot[None]) -> ShareWhom:
    """For whom, and whose story each of two tells."""
    await choose(pilot)
    await pilot.press("ctrl+n")
    screen = await come_to(pilot, ShareWhom)
    await pilot.press("down", "down", "enter")
    await shows(pilot, "(•) an evaluation team")
    return screen


async def read_two(pilot: Pilot[None]) -> ShareRead:
    """The first of two notes."""
    await whom_two(pilot)
    await pilot.press("home", "enter", *["down"] * 5, "enter", "enter", "ctrl+n")
    return await reading(pilot)


async def waits(pilot: Pilot[None]) -> None:
    """One that waits."""
    await read(pilot)
    pilot.app.screen.post_message(Go("home"))
    await shows(pilot, "Good to see you.")
    await pilot.press("end")
    await shows(pilot, "A share waits for you")
    await pilot.press("s")
    await shows(pilot, "Go on with it")


async def left(pilot: Pilot[None]) -> None:
    """What left."""
    await written(pilot)
    pilot.app.screen.post_message(Go("what-left", over=True))
    await shows(pilot, "What left", "To my coach")


async def left_one(pilot: Pilot[None]) -> LeftOne:
    """One of them, and who is who."""
    await left(pilot)
    await pilot.press("enter")
    screen = await come_to(pilot, LeftOne)
    await pilot.press("o")
    await shows(pilot, "Priya Nair")
    return screen


async def from_heal(pilot: Pilot[None]) -> ShareWhom:
    """One sitting of Heal, by itself."""
    await heal_plays.kept(pilot)
    await pilot.press("h")
    return await come_to(pilot, ShareWhom)
