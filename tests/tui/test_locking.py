"""Locking by itself: idle, asleep, stopped, under the cover, and with someone beside."""

import functools
import gc
import os
import signal
import types
from collections.abc import Awaitable, Callable, Iterator

import msgspec
import pytest
from textual.cache import FIFOCache, LRUCache
from textual.pilot import Pilot
from textual.widgets import Input

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry
from peercoach.journal.written import Written
from peercoach.patience import Patience
from peercoach.settings import Settings
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Go
from peercoach.tui.screens.company import Company, Together
from peercoach.tui.screens.cover import Cover, month
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.unlock import Unlock
from peercoach.words import company as words
from tests.tui.stage import (
    LARGE_WINDOW,
    PASSPHRASE,
    SHARING,
    SMALL_WINDOW,
    Stage,
    begin,
    seen,
    shows,
    type_in,
    typed,
    unlock,
    until,
)

# Turned round, so that no object of the tests holds them as they are typed or kept.
DEPYT = "dehs eht dniheb nretnal dna ecniuQ"
TPEK = "eno revir rednu desnecil reltskool ehT"


class Hands:
    """A monotonic clock moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def watched(app: PeercoachApp, minutes: int = 15) -> tuple[Hands, Hands]:
    """Give the app two clocks moved by hand: idle and wall."""
    idle, wall = Hands(), Hands()
    app.patience = Patience(minutes, monotonic=idle, wall=wall)
    return idle, wall


async def looked(app: PeercoachApp, idle: Hands, wall: Hands, seconds: float) -> None:
    """Let time go on in steps of a second, then look once more."""
    for _ in range(int(seconds)):
        idle.now += 1
        wall.now += 1
        await app._look()


# --- idle ----------------------------------------------------------------------------------------


async def test_idle_is_told_first_and_any_key_stays(filled: Stage) -> None:
    """A minute before, one calm sentence; a key takes it away and is typed where it belongs."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        await begin(pilot)
        idle, wall = watched(app)

        await looked(app, idle, wall, 14 * 60)
        await shows(pilot, words.IDLE)
        await type_in(pilot, "a")

        await until(pilot, lambda: words.IDLE.split(".")[0] not in seen(pilot))
        assert typed(pilot) == "a"
        await looked(app, idle, wall, 13 * 60)
        assert isinstance(app.screen, Reflect)


async def test_idle_locks_and_keeps_the_draft(filled: Stage) -> None:
    """After the minute it locks, says why and what was saved, and the text comes back."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "half a sent")
        idle, wall = watched(app, minutes=5)

        await looked(app, idle, wall, 5 * 60)

        await shows(pilot, "Nothing was typed for 5 minutes, so I locked your notebook.")
        await shows(pilot, "Saved 14:02. Locked. No one else can read this.")
        assert "half a sent" not in seen(pilot)
        await unlock(pilot)
        await pilot.press("enter")
        await shows(pilot, "half a sent")
        assert typed(pilot) == "half a sent"


async def test_it_locks_even_where_nothing_can_be_saved(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk does not keep a notebook open: it locks, and says what it could not keep."""
    from peercoach.conversation import Conversation
    from peercoach.errors import DiskFull

    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        idle, wall = watched(app, minutes=5)

        def full(*_: object) -> None:
            raise DiskFull(path=filled.vault)

        monkeypatch.setattr(Conversation, "draft", full)
        await type_in(pilot, "x")
        await looked(app, idle, wall, 5 * 60)

        await shows(pilot, "Your passphrase", "room")
        assert app._workspace is None


async def test_a_sleep_locks_at_once(filled: Stage) -> None:
    """A computer that wakes up finds its notebook locked."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        _, wall = watched(app)

        wall.now += 3_600
        await app._look()

        await shows(pilot, words.LOCKED_SLEPT)


async def test_a_shared_machine_locks_after_five_minutes(filled: Stage) -> None:
    """The settings decide how long it waits; a shared machine never more than five."""
    app = filled.app()
    app._settings = Settings(shared_machine=True, auto_lock_minutes=60)

    assert app._settings.lock_after == 5
    assert filled.app().patience.minutes == 15


async def test_at_the_door_nothing_is_locked(filled: Stage) -> None:
    """Where nothing is open, time goes by and what is typed stays."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await type_in(pilot, "abc")
        idle, wall = watched(app, minutes=1)

        await looked(app, idle, wall, 120)

        assert app.screen.query_one(Input).value == "abc"


def covered(app: PeercoachApp) -> bool:
    """Whether the cover lies over everything."""
    return isinstance(app.screen, Cover)


# --- the cover -----------------------------------------------------------------------------------


async def test_the_cover_shows_a_month_and_nothing_else(filled: Stage) -> None:
    """Everything goes at once, the same key brings it back at the same character."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, "something of mine")

        await pilot.press("ctrl+backslash")
        await shows(pilot, "March 2026", "[14]", "ctrl+\\")
        for word in ("Sharing", "something", "saved", "Peer leadership", "Peercoach", "back"):
            assert word not in seen(pilot)
        await pilot.press("x", "enter", "escape", "ctrl+g", "ctrl+p", "ctrl+n", "question_mark")
        assert covered(app)

        await pilot.press("ctrl+backslash")
        await shows(pilot, "something of mine")
        assert app.screen_stack[-1] is screen
        assert typed(pilot) == "something of mine"


async def test_the_cover_locks_after_a_minute(filled: Stage) -> None:
    """Left alone, it locks below the cover, with the draft kept; a key then goes to the door."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "kept")
        await pilot.press("ctrl+backslash")
        await until(pilot, lambda: covered(app))

        timer = app._covered
        assert timer is not None
        assert timer._interval == 60
        await app._cover_ends()
        assert not app.is_open
        assert app._covered is None
        await shows(pilot, "March 2026", "[14]")
        assert covered(app)
        for word in ("Peercoach", "passphrase", "Saved", "Locked", "kept"):
            assert word not in seen(pilot)
        filled.open().lock()

        await pilot.press("x")
        await shows(pilot, "Your passphrase", "Locked. No one else can read this.")
        assert app.screen.query_one(Input).value == ""
        await unlock(pilot)
        await pilot.press("enter")
        await shows(pilot, "kept")


@pytest.mark.parametrize("key", ["enter", "escape", "ctrl+backslash", "ctrl+l", "ctrl+g", "ctrl+p"])
async def test_any_key_leads_from_a_locked_cover_to_the_door(filled: Stage, key: str) -> None:
    """Locked below, the first key takes the month away, whichever it is, and does nothing more."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("ctrl+backslash")
        await until(pilot, lambda: covered(app))
        await app._cover_ends()

        await pilot.press(key)

        await shows(pilot, "Your passphrase")
        assert [type(one) for one in app.screen_stack if isinstance(one, Room)] == [Unlock]


async def test_from_a_locked_cover_one_can_leave(filled: Stage) -> None:
    """The key that leaves does so from there, too, as it did before."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("ctrl+backslash")
        await until(pilot, lambda: covered(app))
        await app._cover_ends()

        await pilot.press("ctrl+q")
        await pilot.pause()

    assert app.return_code == 0


async def test_a_sleep_under_the_cover_does_not_uncover(filled: Stage) -> None:
    """A computer that wakes up locks below the cover, which stays; the door then says why."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        _, wall = watched(app)
        await pilot.press("ctrl+backslash")
        await until(pilot, lambda: covered(app))

        wall.now += 3_600
        await app._look()

        assert covered(app)
        assert not app.is_open
        await pilot.press("space")
        await shows(pilot, words.LOCKED_SLEPT)


@pytest.mark.parametrize("under", [["ctrl+p"], ["question_mark"], ["ctrl+g"], ["l", "enter"]])
async def test_the_cover_lies_over_anything(filled: Stage, under: list[str]) -> None:
    """From any screen one key covers it; locking from under it works."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press(*under)
        await pilot.pause(0.2)

        await pilot.press("ctrl+backslash")
        await until(pilot, lambda: covered(app))
        await pilot.press("ctrl+l")

        await shows(pilot, "Your passphrase")


async def test_there_is_no_cover_at_the_door(filled: Stage) -> None:
    """Where nothing is open there is nothing to cover."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")

        await pilot.press("ctrl+backslash")
        await pilot.pause()

        assert isinstance(app.screen, Unlock)


def test_a_month_begins_on_monday() -> None:
    """1 March 2026 was a Sunday: it stands in the last column, and the day is bracketed."""
    from datetime import date

    lines = month(date(2026, 3, 14)).plain.splitlines()

    assert lines[0] == "March 2026"
    assert lines[2].split() == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert lines[3].rstrip() == " " * 27 + "1"
    assert lines[4].split() == ["2", "3", "4", "5", "6", "7", "8"]
    assert "[14]" in lines[5]


# --- someone beside ------------------------------------------------------------------------------


async def test_someone_beside_sees_no_note(filled: Stage) -> None:
    """Unlocked with someone beside, the notebook is closed again, and only questions are shown."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await shows(pilot, "Your passphrase", words.WITH)
        await pilot.press("tab", "tab", "enter")
        await shows(pilot, words.TOLD)
        app.screen.query_one(Input).value = PASSPHRASE
        await pilot.press("enter")

        await until(pilot, lambda: isinstance(app.screen, Company))
        assert not app.is_open
        drawn = seen(pilot)
        for word in ("sometimes", "March", "Nobody", "Continue"):
            assert word not in drawn
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Together))
        await shows(pilot, "Questions to talk about", "When did you last see someone's face")
        filled.open().lock()

        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Company))
        await pilot.press("p")
        await shows(pilot, words.ASK_AGAIN)
        await unlock(pilot)


async def test_someone_comes_in(filled: Stage) -> None:
    """From home, one action closes what is one's own and keeps what was written."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)

        await app.action_act("company")

        await until(pilot, lambda: isinstance(app.screen, Company))
        assert not app.is_open
        await pilot.press("escape")
        await shows(pilot, "Your passphrase")


# --- stopped -------------------------------------------------------------------------------------


async def test_stopping_the_program_locks_first(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is stopped from outside holds no keys while it stands still."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        open_when_stopped: list[bool] = []
        monkeypatch.setattr(
            app._driver,
            "_sigtstp_application",
            lambda: open_when_stopped.append(app.is_open),
            raising=False,
        )

        os.kill(os.getpid(), signal.SIGTSTP)
        await until(pilot, lambda: bool(open_when_stopped))

        assert open_when_stopped == [False]
        await shows(pilot, "Your passphrase")


# --- what is left in memory ----------------------------------------------------------------------


def alive() -> Iterator[tuple[object, object]]:
    """Every object that the collector knows, with all that it refers to.

    Records are structs that the collector does not look into: their fields are looked at here.
    """
    for holder in gc.get_objects():
        for held in gc.get_referents(holder):
            yield holder, held
            if isinstance(held, msgspec.Struct):
                for field in _fields(held):
                    yield holder, field


def _fields(struct: msgspec.Struct) -> Iterator[object]:
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        yield value
        if isinstance(value, msgspec.Struct):
            yield from _fields(value)


def holders_of(*turned_round: str) -> list[str]:
    """What still holds one of the texts, or the larger part of it: as text or as bytes."""
    wanted = [turned[::-1] for turned in turned_round]
    parts = [text[cut : cut + 14] for text in wanted for cut in (0, len(text) - 14)]
    raw = [part.encode() for part in parts]
    own = {id(wanted), id(parts), id(raw)}
    found = []
    for holder, held in alive():
        if id(holder) in own or isinstance(holder, types.FrameType):
            continue
        kind = type(held)
        if kind is str:
            hit = len(held) >= 14 and any(part in held for part in parts)  # type: ignore[arg-type,operator]
        elif kind is bytes or kind is bytearray:
            hit = any(part in held for part in raw)  # type: ignore[operator]
        else:
            hit = isinstance(held, str) and any(part in held for part in parts)
        if hit:
            found.append(" < ".join(_names(holder, own)))
    return found


def _names(holder: object, own: set[int], deep: int = 4) -> Iterator[str]:
    """The holder, and what holds that: enough to find it by."""
    yield f"{type(holder).__module__}.{type(holder).__qualname__}"
    if deep:
        for one in gc.get_referrers(holder)[:6]:
            if not isinstance(one, types.FrameType | types.GeneratorType) and id(one) not in own:
                yield from _names(one, {*own, id(one)}, deep - 1)
                return


async def see_everything(pilot: Pilot[None]) -> None:
    """Have every room draw what is kept, search it, and type something new."""
    app = pilot.app
    await pilot.press("l")
    await shows(pilot, "reltskool"[::-1])
    await pilot.press("slash", *"reltskool"[::-1])
    await pilot.pause(0.5)
    await pilot.press("enter", "enter")
    await pilot.pause(0.3)
    await pilot.press("v")
    await pilot.pause(0.3)
    await pilot.press("escape", "escape", "escape", "escape")
    await pilot.pause(0.3)
    for room in ("words", "bin", "settings", "within"):
        app.screen.post_message(Go(room, *((10,) if room == "within" else ())))
        await pilot.pause(0.3)
    app.screen.post_message(Go("home"))
    await shows(pilot, "Good to see you.")
    await begin(pilot)
    await pilot.press(*DEPYT[::-1])
    await pilot.press("ctrl+o")
    await pilot.pause(0.3)
    await pilot.press("ctrl+a", "shift+end", "ctrl+c")


async def under_the_cover(pilot: Pilot[None]) -> None:
    """Cover what is shown, and let the minute go by."""
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    await pilot.press("ctrl+backslash")
    await until(pilot, lambda: covered(app))
    await app._cover_ends()
    assert covered(app)


async def by_key(pilot: Pilot[None]) -> None:
    """Lock by the key for it."""
    await pilot.press("ctrl+l")
    await until(pilot, lambda: isinstance(pilot.app.screen, Unlock))


@pytest.mark.parametrize("lock", [by_key, under_the_cover])
async def test_after_a_lock_nothing_alive_holds_the_text(
    stage: Stage,
    lock: Callable[[Pilot[None]], Awaitable[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No object that can be reached, cache, history or clipboard, holds what was written."""
    # The walk over all objects takes so long on a busy machine that it looks like sleep.
    monkeypatch.setattr("peercoach.patience._SLEPT_SECONDS", 3_600.0)
    workspace = stage.create()
    for day in (2, 9):
        stage.clock.to(2026, 2, day)
        conversation = workspace.begin(SHARING)
        conversation.next(TPEK[::-1])
        conversation.enough()
        conversation.finish()
    workspace.lock()
    del workspace, conversation
    app = stage.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await see_everything(pilot)
        assert holders_of(DEPYT, TPEK)

        await lock(pilot)
        # What was under way when it locked (a message, a timer) may take a moment to end.
        for _ in range(20):
            await pilot.pause(0.1)
            gc.collect()
            held = holders_of(DEPYT, TPEK)
            if not held:
                break

        assert [type(one) for one in app.screen_stack if isinstance(one, Room)] == [Unlock]
        assert held == []


def test_the_walk_sees_into_caches() -> None:
    """What a cache holds, of functools or of Textual, the walk above finds."""
    secret = TPEK[::-1]

    @functools.lru_cache
    def cached(text: str) -> int:
        return len(text)

    cached(secret)
    boxes = (LRUCache[str, str](4), FIFOCache[str, str](4))
    for box in boxes:
        box[secret] = secret
    records = [Written(1, Entry(kind="note", text=secret), Moment(0, 0, ""))]
    del secret

    assert len(holders_of(TPEK)) >= 4
    assert len(records) == 1
