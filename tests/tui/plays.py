"""Ways to a screen: what others are made of, the settings, the spare key."""

from dataclasses import replace
from datetime import date

from textual.pilot import Pilot
from textual.widgets import Input, Static

from peercoach.journal.store import Journal
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.settings import SettingsRoom
from peercoach.tui.widgets.groups import Groups
from peercoach.tui.writer import Writer
from tests.tui.stage import PASSPHRASE, begin, seen, shows, unlock, until

FOLDER = "~/Documents/peercoach/notebook.vault"


async def act(pilot: Pilot[None], action: str, *sentences: str) -> None:
    """Unlock, do an action of the registry, and wait for what is said then."""
    await unlock(pilot)
    pilot.app.post_message(Asked(action))
    await shows(pilot, *sentences)


def kept_by(pilot: Pilot[None]) -> tuple[Journal, Writer]:
    """The journal of the notebook that is open, and the thread that writes in it."""
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    assert app._workspace is not None
    return app._workspace.journal, app._writer


async def go(pilot: Pilot[None], to: str, *given: object) -> None:
    """Unlock and go to a room."""
    await unlock(pilot)
    pilot.app.screen.post_message(Go(to, *given))


async def to_bring(pilot: Pilot[None]) -> None:
    """An answer that was marked for the next conversation."""
    await unlock(pilot)
    screen = await begin(pilot)
    screen.editor.insert("The commissioner, on Tuesday. I talked about the allotment.")
    await pilot.press("ctrl+d")
    await shows(pilot, "to bring", "saved 14:02")


async def settings(pilot: Pilot[None]) -> None:
    """The settings; where the notebook is kept is another folder each time, so it is made one."""
    await act(pilot, "settings", "Text width")
    screen = pilot.app.screen
    assert isinstance(screen, SettingsRoom)
    rows = [replace(row, text=FOLDER) if row.id == "path" else row for row in screen.choices.rows]
    screen.choices.show(rows)
    await pilot.pause()


async def support_lines(pilot: Pilot[None]) -> None:
    """Someone of one's own, and an emergency number."""
    await unlock(pilot)
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    ours, day = app._supporting, date(2026, 2, 1)
    ours.add("Sam", "call 07700 900 123", day)
    ours.add("The crisis team near me", "call 01632 960 456, day or night", day)
    ours.set_emergency("112", day)
    app.screen.post_message(Go("support-lines", over=True))
    await shows(pilot, "Support lines", "Emergency", "Add someone")


async def support_own(pilot: Pilot[None]) -> None:
    """Support, with someone of one's own."""
    await support_lines(pilot)
    await pilot.press("ctrl+g")
    await shows(pilot, "Your own people to call", "Sam: call")


async def support_name(pilot: Pilot[None]) -> None:
    """How someone is reached."""
    await support_lines(pilot)
    await pilot.press("down", "down", "down", "enter")
    await shows(pilot, "Who is it?")
    await pilot.press(*"Alex", "enter")
    await shows(pilot, "How do you reach Alex?")


async def support_broken(pilot: Pilot[None]) -> None:
    """A file that can't be read."""
    await support_lines(pilot)
    app = pilot.app
    assert isinstance(app, PeercoachApp) and app._supporting.path is not None
    app._supporting.path.write_text("emergency: 112\nlinse: []\n")
    await pilot.press("escape")
    app.screen.post_message(Go("support-lines", over=True))
    await shows(pilot, "line 2, column 1", "Put that file aside")


async def people_none(pilot: Pilot[None]) -> None:
    """Nobody in the private dictionary yet."""
    await act(pilot, "people", "People and places", "Add a person or place")


async def people(pilot: Pilot[None]) -> None:
    """Some of each, and words that are kept."""
    await unlock(pilot)
    app = pilot.app
    assert isinstance(app, PeercoachApp) and app._workspace is not None
    known = app._workspace.people
    known.add("Rowan Kestrelle", also=["Chipper", "RK"], role="colleague")
    known.add("Uma Quist", role="manager")
    known.add("Bev Amankwah", also=["Big Bev"])
    known.add("Quill Rise", "ward")
    known.add("The Lanterns", "team")
    known.add("Foxmoor", "place", also=["the Moor"])
    for word in ("Hope", "Open Dialogue"):
        known.keep(word)
    app.screen.post_message(Go("people", over=True))
    await shows(pilot, "People and places", "Rowan Kestrelle", "Foxmoor")


async def people_called(pilot: Pilot[None]) -> None:
    """What else somebody new is called."""
    await people_none(pilot)
    await pilot.press("enter")
    await shows(pilot, "What do you want to add?")
    await pilot.press("enter")
    await shows(pilot, "What is their name?")
    await pilot.press(*"Rowan", "enter")
    await shows(pilot, "What else is Rowan called?")


async def people_cast(pilot: Pilot[None]) -> None:
    """Who somebody new is."""
    await people_called(pilot)
    await pilot.press(*"Chipper", "enter")
    await shows(pilot, "Who is Rowan to you?", "Family")


async def people_one(pilot: Pilot[None]) -> None:
    """What can be done with one of them."""
    await people(pilot)
    await pilot.press("down", "down", "enter")
    await shows(pilot, "What about this one?", "Remove this one")


async def spare(pilot: Pilot[None]) -> None:
    """What a spare key is."""
    await act(pilot, "spare_key", "A spare key", "Make one")


async def spare_asks(pilot: Pilot[None]) -> None:
    """The passphrase is asked for, before one is made."""
    await spare(pilot)
    await pilot.press("enter")
    await shows(pilot, "Your passphrase, once more")


async def spare_refused(pilot: Pilot[None]) -> None:
    """What was typed does not open the notebook."""
    await spare_asks(pilot)
    await pilot.press(*"not this one", "enter")
    await shows(pilot, "does not open this notebook")


async def prove(pilot: Pilot[None], typed: str = PASSPHRASE) -> None:
    """Type the passphrase that is asked for, and wait for the key."""
    pilot.app.screen.query_one("#passphrase", Input).value = typed
    await pilot.press("enter")
    await shows(pilot, "It is on my paper")


async def spare_shown(pilot: Pilot[None]) -> None:
    """The key, to be written down."""
    await spare_asks(pilot)
    await prove(pilot)


async def spare_asked(pilot: Pilot[None]) -> None:
    """A group asked back, and a wrong one typed."""
    await spare_shown(pilot)
    await pilot.press("enter")
    await shows(pilot, "Now two of the groups")
    await pilot.press(*"sure", "enter")
    await shows(pilot, "That is not what I have")


async def spare_kept(pilot: Pilot[None]) -> None:
    """Both groups were right."""
    await spare_shown(pilot)
    groups = groups_shown(pilot)
    await pilot.press("enter")
    await shows(pilot, "Now two of the groups")
    await answer_both(pilot, groups)


def groups_shown(pilot: Pilot[None]) -> tuple[str, ...]:
    """The groups of the key that stands on the screen."""
    return pilot.app.screen.query_one(Groups).groups


def asked(pilot: Pilot[None]) -> int:
    """The place of the group that is asked back."""
    return int(str(pilot.app.screen.query_one("#group", Static).render()).split()[-1])


async def answer_both(pilot: Pilot[None], groups: tuple[str, ...]) -> None:
    """Type both groups that are asked, in small letters."""
    first = asked(pilot)
    await pilot.press(*groups[first - 1].lower(), "enter")
    await until(pilot, lambda: asked(pilot) != first)
    await pilot.press(*groups[asked(pilot) - 1].lower(), "enter")
    await shows(pilot, "Kept. It works from now on.")
    assert "Group" not in seen(pilot)
