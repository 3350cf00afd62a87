"""Ways to the screens of Heal."""

from datetime import date

from textual.pilot import Pilot

from peercoach.healing.sitting import Healing
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Go
from peercoach.tui.screens.heal_sitting import HealSitting
from tests.healing.walking import WORD, to
from tests.tui.stage import shows, unlock, until

WRITTEN = "A promise. I had said that nobody would be moved without being asked."


def app_of(pilot: Pilot[None]) -> PeercoachApp:
    """The interface that is played."""
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    return app


async def sitting(pilot: Pilot[None]) -> HealSitting:
    """The screen of a sitting, once it is there."""
    await until(pilot, lambda: isinstance(pilot.app.screen, HealSitting))
    screen = pilot.app.screen
    assert isinstance(screen, HealSitting)
    await until(pilot, lambda: screen.focused is not None)
    return screen


async def door(pilot: Pilot[None]) -> None:
    """The door."""
    await unlock(pilot)
    await pilot.press("c")
    await shows(pilot, "Steady enough for this now?")


async def room(pilot: Pilot[None]) -> None:
    """What is inside: three that were kept, and one that waits."""
    await unlock(pilot)
    await fill(pilot)
    await pilot.press("c")
    await shows(pilot, "Steady enough for this now?")
    await pilot.press("enter")
    await shows(pilot, "What you kept stays closed", "Kept here")


async def begin(pilot: Pilot[None], key: str = "arrive") -> HealSitting:
    """A new sitting, with the gentle questions, at one of its stops."""
    await unlock(pilot)
    pilot.app.screen.post_message(Go("heal-begin"))
    screen = await sitting(pilot)
    await screen._move(lambda one: one.choose_for_me())
    while screen.healing.sitting.at != key:
        await screen.do_next()
    await pilot.pause()
    return screen


async def choose(pilot: Pilot[None]) -> None:
    """Which questions."""
    await begin(pilot, "choose")
    await shows(pilot, "Three to five are plenty.")


async def question(pilot: Pilot[None]) -> None:
    """A question, and words to it."""
    screen = await begin(pilot, WORD)
    screen.editor.insert(WRITTEN)
    await shows(pilot, "saved 14:02")


async def shares(pilot: Pilot[None]) -> None:
    """Shared out."""
    screen = await begin(pilot, "shares")
    given = {"me": "little", "team": "some", "organisation": "much"}
    for whose, amount in given.items():
        await screen._move(lambda one, w=whose, a=amount: one.share(w, a))  # type: ignore[misc]
    await shows(pilot, "The organisation's", "much", "left open")


async def closing(pilot: Pilot[None]) -> None:
    """On leaving."""
    screen = await begin(pilot, WORD)
    await screen.do_stop()
    await shows(pilot, "Before you go")


async def keeping(pilot: Pilot[None]) -> HealSitting:
    """Whether to keep it."""
    screen = await begin(pilot, WORD)
    screen.editor.insert(WRITTEN)
    await screen.do_stop()
    await screen.do_next()
    await shows(pilot, "Keep it here, or let it go?")
    return screen


async def kept(pilot: Pilot[None]) -> None:
    """What was kept, opened."""
    await room(pilot)
    id = app_of(pilot)._workspace.heal.kept()[0].id  # type: ignore[union-attr]
    pilot.app.screen.post_message(Go("heal-open", id, over=True))
    await shows(pilot, "It stays, or it goes.", "Shared out")


async def weights(pilot: Pilot[None]) -> None:
    """Weight over time."""
    await room(pilot)
    pilot.app.screen.post_message(Go("heal-weight", over=True))
    await shows(pilot, "it is no score")


async def fill(pilot: Pilot[None]) -> None:
    """Keep three sittings, on three days, and leave one waiting."""
    app = app_of(pilot)
    work, clock = app._workspace, app.clock
    assert work is not None
    for month, value in ((1, 7), (2, 5), (3, 4)):
        clock.to(2026, month, 9)  # type: ignore[attr-defined]
        await app._writer.do(_keep, work.heal.begin(), value)
    clock.to(2026, 3, 13)  # type: ignore[attr-defined]
    await app._writer.do(_leave, work.heal.begin())
    clock.to(2026, 3, 14, 14, 2)  # type: ignore[attr-defined]


def _keep(here: Healing, value: int) -> None:
    here.move(lambda one: one.choose_for_me().tick("let-down"))
    to(here, WORD)
    here.move(lambda one: one.next(WRITTEN))
    here.move(lambda one: one.next("A rule that nobody near us had made."))
    to(here, "shares")
    here.move(lambda one: one.share("me", "little"))
    here.move(lambda one: one.share("system", "most"))
    to(here, "rating:weight")
    here.move(lambda one: one.rate(value))
    to(here, "keep")
    here.move(lambda one: one.keep())
    back = date(2026, 3, 1) if value == 5 else None
    here.move(lambda one: one.return_on(back))


def _leave(here: Healing) -> None:
    here.move(lambda one: one.choose_for_me())
    to(here, WORD)
    here.draft("The corridor, and", 17)
