"""Ten years of monthly use, and what Home and each picture of Look back take after unlock.

A floor beside each: the screen of the same app with one line of text on it, reached in the same
way. The bars are absolute: what a person waits, from the key that asks for it to the drawn screen.
"""

import asyncio
import random
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from rich.console import RenderableType
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from benchmarks.vault import PASSPHRASE, Unsynced
from peercoach import paths
from peercoach.frameworks.library import Library, open_library
from peercoach.frameworks.model import Element, Framework
from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import CheckIn, Entry, Goal, Place, Progress, Rating
from peercoach.settings import Settings
from peercoach.tui import rooms
from peercoach.tui.app import PeercoachApp
from peercoach.tui.desk import Desk
from peercoach.tui.doors import Doors
from peercoach.tui.messages import Go
from peercoach.tui.screens.room import Room
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault
from peercoach.workspace import Workspace, vault_exists

YEARS = 10
HEART = "peer-leadership"
HOME_MS, VIEW_MS = 50, 100
SIZE = (120, 40)

_DAY_MS = 86_400_000
_MONTH_MS = 30_437 * _DAY_MS // 1000
_END = 1_773_496_920_000
_ANSWERS_A_MONTH = 10
_SAID = (
    "the ward round was kinder today and somebody made tea for all of us in the small room while "
    "we talked about who had not been asked yet and what would be enough for this month because "
    "nobody can carry it alone and the bus was late again which gave us time to laugh"
)
_WORDS = _SAID.split()


@dataclass(frozen=True)
class Bar:
    """One measured line: milliseconds of ours and of its floor, and the most that ours may be."""

    what: str
    ours: float
    floor: float
    most: float
    bar: float = 1.0

    @property
    def ratio(self) -> float:
        """Ours as a part of the most."""
        return self.ours / self.most

    def __str__(self) -> str:
        verdict = "holds" if self.ratio <= self.bar else "MISSED"
        return (
            f"{self.what:<44}{self.ours:>10.3f}{self.floor:>10.3f}{'≤':>8}{self.most:>7.0f}"
            f"  {verdict}"
        )


# --- what was written in ten years ---------------------------------------------------------------

Kept = Entry | Rating | Progress
Part = Callable[[random.Random, Framework, int], Iterable[Kept]]
"""What one room keeps in a month (by its number, from 0). A goal has the id 1 + its number."""


def _place(framework: Framework, element: Element, asked: str, ask: str) -> Place:
    return Place(
        framework=framework.id,
        framework_title=framework.title,
        version=framework.version,
        element=element.id,
        element_title=element.title,
        question=asked,
        ask=ask,
    )


def answers(draw: random.Random, framework: Framework, month: int) -> Iterator[Kept]:
    """Ten answers a month, by turns to every question; the last two are a step and my words."""
    for number in range(_ANSWERS_A_MONTH):
        element = framework.elements[(month + number) % len(framework.elements)]
        text = " ".join(draw.choices(_WORDS, k=draw.randint(4, 160)))
        if number >= _ANSWERS_A_MONTH - 2:
            place = _place(framework, element, "", "")
            yield Entry(kind="step" if number % 2 else "words", text=text[:200], place=place)
        else:
            question = element.questions[(month // 9 + number) % len(element.questions)]
            place = _place(framework, element, question.id, question.ask)
            yield Entry(kind="answer", text=text, place=place)


def ratings(draw: random.Random, framework: Framework, month: int) -> Iterator[Kept]:
    """Each element once a month."""
    rating = framework.ratings[0]
    for element in framework.elements:
        step = draw.choice(rating.scale)
        place = _place(framework, element, rating.id, rating.ask)
        yield Rating(rating=rating.id, value=step.value, label=step.label, place=place)


def goals(draw: random.Random, framework: Framework, month: int) -> Iterator[Kept]:
    """A goal every second month, sixty in all; those of the last year are open."""
    if month % 2 == 0:
        element = framework.elements[month % len(framework.elements)]
        drawn = f"{framework.id}/{element.id} {element.title}"
        state = "open" if month > (YEARS - 1) * 12 else "reached"
        more = Goal(why=_SAID, draws_on=(drawn,), hoped=_SAID, goal_state=state)  # type: ignore[arg-type]
        yield Entry(kind="goal", text=" ".join(draw.choices(_WORDS, k=8)), more=more)


def check_ins(draw: random.Random, _framework: Framework, month: int) -> Iterator[Kept]:
    """Five looks a month at the goal begun last, 600 in all."""
    for _ in range(5):
        more = CheckIn(goal=1 + month // 2, stands=draw.randint(-2, 2), label="as hoped")
        yield Entry(kind="check-in", text=" ".join(draw.choices(_WORDS, k=12)), more=more)


def reflections(draw: random.Random, framework: Framework, month: int) -> Iterator[Kept]:
    """Two hundred closed reflections: five in three months."""
    for _ in range(1 + (month % 3 != 0)):
        element = draw.choice(framework.elements)
        yield Progress(
            framework=framework.id,
            framework_title=framework.title,
            title=element.title,
            course=(element.id,),
            at="close",
            state="finished",
            kept={f"{element.id}/question/{element.questions[0].id}": 1},
        )


PARTS: tuple[Part, ...] = (answers, ratings, goals, check_ins, reflections)
"""Every room that keeps something month by month: another one is one more of these."""


def decade(framework: Framework, parts: Iterable[Part] = PARTS) -> Iterator[tuple[Kept, Moment]]:
    """Ten years up to 14 March 2026, each kept thing with its moment, the oldest first."""
    draw = random.Random(1)
    months = YEARS * 12
    for month in range(months):
        start = _END - (months - month) * _MONTH_MS
        kept = [one for part in parts for one in part(draw, framework, month)]
        for number, one in enumerate(kept):
            yield one, Moment(start + number * _MONTH_MS // (len(kept) + 1), 0, "GMT")


@contextmanager
def ten_years(library: Library) -> Iterator[Path]:
    """A locked notebook of ten years, a commit each, in a folder beside the project."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as place:
        path = Path(place) / "notebook.vault"
        vault = Vault.create(path, PASSPHRASE, profile=SMALL, files=Unsynced())
        begun = 0
        for kept, when in decade(library.get(HEART)):
            is_goal = isinstance(kept, Entry) and kept.kind == "goal"
            begun += is_goal
            id = begun if is_goal else vault.private.new_id()
            vault.private.commit({id: documents.new(kept, when)})
        vault.lock()
        yield path


# --- how long a screen takes ---------------------------------------------------------------------


class OneLine(Room):
    """The floor: a room of ours with one line on it."""

    room = "plan"

    def body(self) -> Iterable[Static]:
        yield Static("One line.", markup=False)


async def _one_line(_desk: Desk) -> Room:
    return OneLine()


def _now() -> Moment:
    return Moment(_END, 0, "GMT")


@asynccontextmanager
async def _unlocked(path: Path, library: Library) -> AsyncIterator[Pilot[None]]:
    """The whole app at Home, every note read."""

    def open(passphrase: str) -> Workspace:
        return Workspace.open(path, passphrase, library=library, clock=_now)

    doors = Doors(exists=lambda: vault_exists(path), create=open, open=open)
    app = PeercoachApp(doors, lambda: library, Settings(), _now)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")
        while type(app.screen).__name__ != "Home" or getattr(app.screen, "reading", False):
            await asyncio.sleep(0.02)
        await pilot.pause()
        yield pilot


@contextmanager
def _drawing(app: App[None]) -> Iterator[list[float]]:
    """The moments, in seconds of this process, at which something had been drawn."""
    drawn: list[float] = []
    display = app._display

    def seen(screen: Screen[object], renderable: RenderableType | None) -> None:
        display(screen, renderable)
        drawn.append(time.process_time())

    with mock.patch.object(app, "_display", seen):
        yield drawn


async def _went(pilot: Pilot[None], to: str, *given: object) -> float:
    """Seconds of this process from asking for a room to the last thing drawn of it; then back."""
    app = pilot.app
    before = app.screen
    start = time.process_time()
    with _drawing(app) as drawn:
        before.post_message(Go(to, *given, over=True))
        while app.screen is before:
            await asyncio.sleep(0.001)
        await pilot.pause()
    await app.pop_screen()
    await pilot.pause()
    return drawn[-1] - start


def _views(framework: Framework) -> dict[str, tuple[object, ...]]:
    element = framework.elements[0]
    story = (framework.address(element), f"question/{element.questions[0].id}")
    return {"home": (), "notes": (), "story": story, "ratings": (), "map": (), "year": ()}


async def _measured(path: Path, library: Library, rounds: int) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {}
    rooms.MAKERS["one-line"] = _one_line
    try:
        async with _unlocked(path, library) as pilot:
            asked: dict[str, tuple[object, ...]] = {"one-line": (), **_views(library.get(HEART))}
            for _ in range(rounds):
                for to, given in asked.items():
                    spent.setdefault(to, []).append(await _went(pilot, to, *given))
    finally:
        del rooms.MAKERS["one-line"]
    return spent


def looking_back(rounds: int = 7) -> list[Bar]:
    """Home, the timeline and each picture of ten years: the least of the rounds, as is the floor's.

    Time of this process alone, with all its threads: what else the machine does is none of it.
    """
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    with ten_years(library) as path:
        spent = asyncio.run(_measured(path, library, rounds))
    least = {to: min(times) * 1000 for to, times in spent.items()}
    floor = least.pop("one-line")
    return [
        Bar(f"ten years: {to}, ms", ours, floor, HOME_MS if to == "home" else VIEW_MS)
        for to, ours in least.items()
    ]


def rows(*, short: bool) -> Iterator[Bar]:
    """Every figure of looking back at ten years."""
    yield from looking_back(7 if short else 15)
