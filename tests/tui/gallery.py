"""Every screen of the interface and how one comes to it: one line each, for whoever looks at all.

Snapshots, contrast, monochrome and pictures take their screens from here; a screen without an entry
fails a test.
"""

import atexit
import importlib
import pkgutil
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen, SystemModalScreen
from textual.widgets import Input

import peercoach.tui.screens as package
from peercoach.journal.records import Entry
from peercoach.settings import Settings
from peercoach.tui import looks
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Asked, Go
from tests.frameworks.asked import shelved
from tests.tui import goal_plays, heal_plays, plays, share_plays, times
from tests.tui.plays import act, go, kept_by
from tests.tui.stage import Stage, begin, shows, type_in, unlock, until, with_the_year

Play = Callable[[Pilot[None]], Awaitable[object]]
_FILLED: list[Path] = []
_YEAR: list[Path] = []
TIRED = ("peer-leadership/looking-after-each-other", "question/first-signs")
ANSWER = "The commissioner, on Tuesday. I talked about the allotment and not the slides."


@dataclass(frozen=True)
class Place:
    """How to come to a screen, and the name of its class; ``empty`` begins without a notebook.

    ``asked`` puts the small library of the tests in the place of what ships. ``demo`` has the
    invented year in the notebook, and not a winter. ``snapshot`` keeps a picture of it in the
    tests: not of a passing state of another place.
    """

    play: Play
    screen: str
    empty: bool = False
    snapshot: bool = True
    asked: bool = False
    demo: bool = False

    def stage(self, folder: Path) -> Stage:
        """A stage where it can be played."""
        if not self.empty:
            shutil.copytree(_invented() if self.demo else _winter(), folder, dirs_exist_ok=True)
        stage = Stage(folder)
        if self.asked:
            stage.library = shelved(folder / "shelf")
        return stage


def _winter() -> Path:
    """A folder with a notebook that was filled once, to be copied: filling takes its time."""
    if not _FILLED:
        _FILLED.append(Path(tempfile.mkdtemp()))
        atexit.register(shutil.rmtree, _FILLED[0], ignore_errors=True)
        Stage(_FILLED[0]).fill()
    return _FILLED[0]


def _invented() -> Path:
    """The same with the year that the demo has."""
    if not _YEAR:
        _YEAR.append(Path(tempfile.mkdtemp()))
        atexit.register(shutil.rmtree, _YEAR[0], ignore_errors=True)
        with_the_year(_YEAR[0])
    return _YEAR[0]


# --- how one comes there -------------------------------------------------------------------------


async def _welcome(pilot: Pilot[None]) -> None:
    await shows(pilot, "Choose a passphrase")


async def _welcome_asks(pilot: Pilot[None]) -> None:
    await _welcome(pilot)
    await type_in(pilot, "password1")
    await pilot.press("enter")
    await shows(pilot, "You have not seen what you typed")


async def _start(pilot: Pilot[None]) -> None:
    await _welcome(pilot)
    pilot.app.screen.query_one(Input).value = "four words that nobody would guess 81"
    await pilot.press("enter", "enter")
    await shows(pilot, "Where shall we start?")


async def _unlock(pilot: Pilot[None]) -> None:
    await shows(pilot, "Your passphrase")


async def _wrong(pilot: Pilot[None]) -> None:
    await _unlock(pilot)
    await type_in(pilot, "wrong passphrase")
    await pilot.press("enter")
    await shows(pilot, "does not open")


async def _home(pilot: Pilot[None]) -> None:
    await unlock(pilot)


async def _elements(pilot: Pilot[None]) -> None:
    await act(pilot, "choose", "Choose an element")


async def _question(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await shows(pilot, "Write here, as much or as little as you like.")


async def _reflect(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    screen = await begin(pilot)
    screen.editor.insert(ANSWER)
    await shows(pilot, "saved 14:02")


async def _before(pilot: Pilot[None]) -> None:
    await _reflect(pilot)
    await pilot.press("ctrl+o")
    await shows(pilot, "What you wrote before")


async def _prompts(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    pilot.app.post_message(Asked("prompts"))
    await shows(pilot, "Some ways to go on")


async def _questions(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    pilot.app.post_message(Asked("jump"))
    await shows(pilot, "you are here")


async def _rating(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    for _ in range(6):
        await pilot.press("ctrl+k")
    await shows(pilot, "Last time, 14 February")


async def _closing(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot)
    await pilot.press("ctrl+t")
    await shows(pilot, "That is a whole reflection.")


async def _within(pilot: Pilot[None]) -> None:
    await go(pilot, "within", 10)
    await shows(pilot, "Ten minutes", "Another question")


async def _notes(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("l")
    await shows(pilot, "Look back", "Newest first")


async def _search(pilot: Pilot[None]) -> None:
    await _notes(pilot)
    await pilot.press("slash", *"garden")
    await shows(pilot, "2 notes with these words")


async def _narrowed(pilot: Pilot[None]) -> None:
    await go(pilot, "notes", "", "rating")
    await shows(pilot, "Only: Ratings", "Show everything")


async def _element_asked(pilot: Pilot[None]) -> None:
    await _notes(pilot)
    await pilot.press("e")
    await shows(pilot, "Which element?")


async def _delete_asked(pilot: Pilot[None]) -> None:
    await _note(pilot)
    await pilot.press("d")
    await shows(pilot, "Delete this note?")


async def _versions(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    journal, writer = kept_by(pilot)
    (note,) = journal.search("ward manager")
    for text in ("She put her pen down.", "She put her pen down.\n\nShe comes along in May."):
        await writer.do(journal.edit, note.id, text)
    pilot.app.screen.post_message(Go("versions", note.id, over=True))
    await shows(pilot, "How this note was", "She comes along in May.")


async def _stories(pilot: Pilot[None]) -> None:
    await act(pilot, "story", "An element's story", "Looking after each other")


async def _questions_of(pilot: Pilot[None]) -> None:
    await _stories(pilot)
    pilot.app.screen.post_message(Go("stories", TIRED[0], over=True))
    await shows(pilot, "Looking after each other: which question?")


async def _story(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    pilot.app.screen.post_message(Go("story", *TIRED, over=True))
    await shows(pilot, "What tells you that you need a rest?", "You chose:")


async def _ratings(pilot: Pilot[None]) -> None:
    await act(pilot, "ratings", "Ratings over time", "all the time")


async def _ratings_said(pilot: Pilot[None]) -> None:
    await _ratings(pilot)
    await pilot.press("w")
    await shows(pilot, "20 March 2025: We do this very little.")


async def _map(pilot: Pilot[None]) -> None:
    await act(pilot, "map", "Then and now", "very little")


async def _year(pilot: Pilot[None]) -> None:
    await act(pilot, "year", "The last twelve months", "March 2025")


async def _bin(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    journal, writer = kept_by(pilot)
    for words in ("hurried", "slide"):
        (note,) = journal.search(words)
        await writer.do(journal.delete, note.id)
    pilot.app.screen.post_message(Go("bin", over=True))
    await shows(pilot, "Kept for 30 days.")


async def _words(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    journal, writer = kept_by(pilot)
    said = "We ask for a chair at the table, and for someone to keep us a biscuit."
    (note,) = journal.search("hurried")
    assert isinstance(note.record, Entry)
    entry = Entry(kind="words", text=said, place=note.record.place)
    await writer.do(journal.add, entry)
    pilot.app.screen.post_message(Go("words", over=True))
    await shows(pilot, "My words", "keep us a biscuit.")


async def _bringing(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    assert app._workspace is not None
    conversation = app._workspace.begin("what-so-what-now-what")
    said = "How do I say no to the third meeting?"
    await app._writer.do(conversation.bring, said, len(said))
    await app._writer.do(conversation.next, said)
    pilot.app.screen.post_message(Go("bring", over=True))
    await shows(pilot, "To bring to our next conversation", said)


async def _note(pilot: Pilot[None]) -> None:
    await _notes(pilot)
    await pilot.press("down", "down", "enter")
    await shows(pilot, "Answer, ")


async def _support(pilot: Pilot[None]) -> None:
    await act(pilot, "support", "People to call")


async def _keys(pilot: Pilot[None]) -> None:
    await act(pilot, "keys", "The keys of this screen")


async def _palette(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await _open_palette(pilot)


async def _open_palette(pilot: Pilot[None]) -> None:
    pilot.app.post_message(Asked("palette"))
    await shows(pilot, "Choose an element to think about.")
    await pilot.press("down")


async def _told(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("ctrl+c")
    await shows(pilot, "To leave, press ctrl+q.")


async def _passphrase(pilot: Pilot[None]) -> None:
    await go(pilot, "passphrase")
    await shows(pilot, "Another passphrase", "Take your time.")


async def _company(pilot: Pilot[None]) -> None:
    await act(pilot, "company")
    await until(pilot, lambda: type(pilot.app.screen).__name__ == "Company")


async def _together(pilot: Pilot[None]) -> None:
    await _company(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: type(pilot.app.screen).__name__ == "Together")


async def _plans(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await pilot.press("p")
    await shows(pilot, "Session plans", "A talk by the window")


async def _plan(pilot: Pilot[None]) -> None:
    await _plans(pilot)
    await pilot.press("enter")
    await shows(pilot, "What we agree first")


async def _levels(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    pilot.app.screen.post_message(Go("begin", "dimensions/vision"))
    await shows(pilot, "Where would you like to begin?")


async def _across(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    await begin(pilot, "peers/movement")
    await pilot.press("ctrl+right_square_bracket")
    await shows(pilot, "This lines up with", "Begin here")


async def _stands(pilot: Pilot[None]) -> None:
    await unlock(pilot)
    pilot.app.screen.post_message(Go("begin", "dimensions/vision", "further"))
    await shows(pilot, "Who carries it with you?")
    await pilot.press("ctrl+k", "enter")
    await shows(pilot, "Another look at it")
    await pilot.press("end", "enter")
    await shows(pilot, "These two stand some way apart.")


async def _cover(pilot: Pilot[None]) -> None:
    await act(pilot, "cover", "March 2026")


async def _locked(pilot: Pilot[None]) -> None:
    await _reflect(pilot)
    await pilot.press("ctrl+l")
    await shows(pilot, "Locked. No one else can read this.")


GALLERY: dict[str, Place] = {
    "welcome": Place(_welcome, "Welcome", empty=True),
    "welcome-asks": Place(_welcome_asks, "Welcome", empty=True, snapshot=False),
    "start": Place(_start, "Start", empty=True),
    "unlock": Place(_unlock, "Unlock"),
    "wrong": Place(_wrong, "Unlock", snapshot=False),
    "locked": Place(_locked, "Unlock"),
    "home": Place(_home, "Home"),
    "elements": Place(_elements, "Elements"),
    "question": Place(_question, "Reflect", snapshot=False),
    "reflect": Place(_reflect, "Reflect"),
    "before": Place(_before, "Reflect"),
    "prompts": Place(_prompts, "Reflect", snapshot=False),
    "questions": Place(_questions, "Reflect", snapshot=False),
    "rating": Place(_rating, "Reflect"),
    "closing": Place(_closing, "Reflect"),
    "within": Place(_within, "Within"),
    "notes": Place(_notes, "LookBack"),
    "search": Place(_search, "LookBack"),
    "narrowed": Place(_narrowed, "LookBack", snapshot=False),
    "element-asked": Place(_element_asked, "Asking"),
    "note": Place(_note, "Note"),
    "delete-asked": Place(_delete_asked, "Asking", snapshot=False),
    "versions": Place(_versions, "Versions"),
    "stories": Place(_stories, "Stories", demo=True),
    "questions-of": Place(_questions_of, "Questions", demo=True),
    "story": Place(_story, "Story", demo=True),
    "ratings": Place(_ratings, "Ratings", demo=True),
    "ratings-said": Place(_ratings_said, "Ratings", demo=True, snapshot=False),
    "map": Place(_map, "Map", demo=True),
    "year": Place(_year, "Year", demo=True),
    "bin": Place(_bin, "Bin"),
    "words": Place(_words, "MyWords"),
    "bringing": Place(_bringing, "Bringing"),
    "to-bring": Place(plays.to_bring, "Reflect", snapshot=False),
    "settings": Place(plays.settings, "SettingsRoom"),
    "passphrase": Place(_passphrase, "Passphrase"),
    "spare": Place(plays.spare, "Spare"),
    "spare-asks": Place(plays.spare_asks, "Spare"),
    "spare-refused": Place(plays.spare_refused, "Spare", snapshot=False),
    "spare-shown": Place(plays.spare_shown, "Spare", snapshot=False),
    "spare-asked": Place(plays.spare_asked, "Spare", snapshot=False),
    "spare-kept": Place(plays.spare_kept, "Spare"),
    "support": Place(_support, "Support"),
    "support-own": Place(plays.support_own, "Support"),
    "support-lines": Place(plays.support_lines, "SupportLines"),
    "support-name": Place(plays.support_name, "TypedLine", snapshot=False),
    "support-broken": Place(plays.support_broken, "SupportLines", snapshot=False),
    "people": Place(plays.people, "PeopleRoom"),
    "people-none": Place(plays.people_none, "PeopleRoom", snapshot=False),
    "people-called": Place(plays.people_called, "TypedLine", snapshot=False),
    "people-cast": Place(plays.people_cast, "Asking", snapshot=False),
    "people-one": Place(plays.people_one, "Asking", snapshot=False),
    "keys": Place(_keys, "Keys"),
    "palette": Place(_palette, "CommandPalette"),
    "told": Place(_told, "Home", snapshot=False),
    "company": Place(_company, "Company"),
    "together": Place(_together, "Together"),
    "goals": Place(goal_plays.goals, "GoalList"),
    "goals-none": Place(goal_plays.none, "GoalList", snapshot=False),
    "goal": Place(goal_plays.goal, "OneGoal"),
    "goal-standing": Place(goal_plays.standing, "OneGoal"),
    "goal-wish": Place(goal_plays.wish, "GoalWalk", snapshot=False),
    "goal-obstacle": Place(goal_plays.obstacle, "GoalWalk"),
    "goal-from-note": Place(goal_plays.from_note, "GoalWalk", snapshot=False),
    "goal-stands": Place(goal_plays.stands, "GoalWalk"),
    "goal-closing": Place(goal_plays.closing, "GoalWalk", snapshot=False),
    "goal-changing": Place(goal_plays.changing, "Asking", snapshot=False),
    "goal-elements": Place(goal_plays.elements, "DrawnOn"),
    "plans": Place(_plans, "Plans", asked=True),
    "plan": Place(_plan, "Plan", asked=True),
    "hours-none": Place(times.hours_none, "Hours", snapshot=False),
    "hours": Place(times.hours, "Hours"),
    "hours-asked": Place(times.asked, "TypedLine"),
    "hours-filed": Place(times.filed, "TypedLine", snapshot=False),
    "hour": Place(times.hour, "Hour"),
    "hour-break": Place(times.pause, "Hour", snapshot=False),
    "hour-visit": Place(times.visit, "Asking", snapshot=False),
    "review": Place(times.review, "ReviewLook"),
    "clearing": Place(times.clearing, "Clearing"),
    "share-choose": Place(share_plays.choose, "ShareChoose"),
    "share-waits": Place(share_plays.waits, "ShareWaits"),
    "share-whom": Place(share_plays.whom, "ShareWhom"),
    "share-whom-two": Place(share_plays.whom_two, "ShareWhom", snapshot=False),
    "share-heal": Place(share_plays.from_heal, "ShareWhom", snapshot=False),
    "share-read": Place(share_plays.read, "ShareRead"),
    "share-beside": Place(share_plays.read_beside, "ShareRead"),
    "share-shapes": Place(share_plays.read_shapes, "ShareRead", snapshot=False),
    "share-original": Place(share_plays.read_original, "ShareRead", snapshot=False),
    "share-known": Place(share_plays.read_known, "Asking", snapshot=False),
    "share-write": Place(share_plays.write, "ShareWrite"),
    "share-sealed": Place(share_plays.write_sealed, "ShareWrite", snapshot=False),
    "share-written": Place(share_plays.written, "ShareWritten"),
    "left": Place(share_plays.left, "LeftList"),
    "left-one": Place(share_plays.left_one, "LeftOne"),
    "levels": Place(_levels, "WhichLevel", asked=True),
    "across": Place(_across, "Asking", asked=True),
    "stands": Place(_stands, "Reflect", asked=True),
    "cover": Place(_cover, "Cover"),
    "heal-door": Place(heal_plays.door, "HealDoor"),
    "heal-room": Place(heal_plays.room, "HealRoom"),
    "heal-choose": Place(heal_plays.choose, "HealSitting", snapshot=False),
    "heal-question": Place(heal_plays.question, "HealSitting"),
    "heal-shares": Place(heal_plays.shares, "HealSitting"),
    "heal-closing": Place(heal_plays.closing, "HealSitting"),
    "heal-kept": Place(heal_plays.kept, "HealKept"),
    "heal-weight": Place(heal_plays.weights, "HealWeight", snapshot=False),
}
"""Each place by its name, which its snapshot has, too."""


# --- looking at them -----------------------------------------------------------------------------


def screens() -> Iterator[type[Screen[object]]]:
    """Every screen that can be shown: those in tui/screens that are not for others to build on."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    waiting: list[type[Screen[object]]] = [Screen]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        base = vars(one).get("room", "") == "" and bool(one.__subclasses__())
        if one.__module__.startswith(package.__name__) and not base:
            yield one


async def resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Make the window of another size, and wait until all is laid out in it."""
    await pilot.resize_terminal(*size)
    await until(pilot, lambda: tuple(pilot.app.screen.size) == size)
    await pilot.pause()


async def wear(pilot: Pilot[None], settings: Settings) -> None:
    """Look as the settings say, and wait until all is drawn so."""
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    # Textual draws the palette in the theme it was opened in: nobody changes it from there.
    palette = isinstance(app.screen, SystemModalScreen)
    if palette:
        await pilot.press("escape")
    looks.apply(app, settings)
    await pilot.pause()
    if palette:
        await _open_palette(pilot)
