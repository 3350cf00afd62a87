"""Every action of the registry works in every room it names, in a real conversation."""

import shutil
from pathlib import Path

import pytest

from peercoach.actions import ACTIONS, of_room
from peercoach.words import plain as words
from peercoach.workspace import Workspace
from tests.healing.walking import put_down
from tests.plain.talking import ELEMENT, PASSPHRASE, SHORT, Clock, made, place, talk

WHOM = ("1", "1", "1")
"""For my coach, my story, dates as seasons."""
WAYS: dict[str, list[str]] = {
    "home": [],
    "within": ["2"],
    "elements": [":elements"],
    "plans": [":plans"],
    "reflect": [":elements", "1", "A line."],
    "hour": [":plans", "4", "1", "A line."],
    "hours": [":hours"],
    "asked": [":hours", "1"],
    "notes": [":notes"],
    "note": [":notes", "2"],
    "versions": [":notes", "2", ":versions", "1"],
    "bin": [":notes", ":deleted", "1"],
    "words": [":notes", ":words"],
    "goals": [":goals"],
    "goal": [":goals", "1"],
    "goal-walk": [":goals", ":new", "A line."],
    "stories": [":notes", ":story"],
    "story": [":notes", ":story", "1", "1"],
    "ratings": [":notes", ":ratings"],
    "map": [":notes", ":map"],
    "year": [":notes", ":year"],
    "settings": [":settings"],
    "people": [":people"],
    "spare": [":spare-key"],
    "heal": [":heal", "1"],
    "sitting": [":heal", "1", "1", "", "", "", "1", "", "A line."],
    "kept": [":heal", "1", "2", "1"],
    "share-choose": [":share"],
    "share-whom": [":share", "1", "."],
    "share-read": [":share", "1", ".", *WHOM],
    "share-write": [":share", "1", ".", *WHOM, "no"],
    "left": [":notes", ":left"],
    "left-one": [":notes", ":left", "1"],
    "company": [":company"],
    "element": [":company", "1"],
    "support": [":notes", ":support"],
    "keys": [":notes", ":help"],
}
"""How each room is reached from home. Support and help are said where one is."""

PAIRS = [(room, one.plain) for room in WAYS for one in of_room(room) if one.plain]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook with something in every drawer: kept, changed, deleted, unfinished, long ago."""
    vault, clock = made(tmp_path_factory.mktemp("filled") / "n.vault"), Clock()
    work = place(vault, clock).open(PASSPHRASE)
    work.goals.add("A kettle on every ward")
    for address, text in ((SHORT, "A kettle on a cold ward."), (ELEMENT, "She put her pen down.")):
        talking = work.begin(address)
        talking.next(text)
        talking.finish()
    deleted, *_ = work.journal.entries()
    clock.utc_ms += 40 * 86_400_000
    changed = work.journal.entries()[1].id
    work.journal.edit(changed, "A kettle, and two cups.")
    talking = work.begin(ELEMENT)
    talking.next("The commissioner leaned in.")
    talking.leave("Half a thought", 4)
    work.journal.delete(deleted.id)
    shared(work, changed, vault.with_suffix(".md"))
    put_down(work)
    work.lock()
    return vault


def shared(work: Workspace, note: int, file: Path) -> None:
    """Have a note leave."""
    sharing = work.outgoing.begin([note])
    (chosen,) = sharing.review.chosen
    sharing.is_for("coach")
    sharing.tells(chosen.id, "mine")
    sharing.read(chosen.id, "no")
    sharing.write(file, "markdown")


@pytest.fixture
def vault(filled: Path, tmp_path: Path) -> Path:
    """A copy of that notebook."""
    return Path(shutil.copytree(filled, tmp_path / "n.vault"))


def answered(text: str, command: str) -> str:
    """What was said after a command was typed."""
    return text.partition(f"> :{command}\n")[2]


@pytest.mark.parametrize(("room", "command"), PAIRS)
def test_it_does_something(vault: Path, room: str, command: str) -> None:
    """In a room that names it, a command is obeyed and answered, never "not here" or silence."""
    clock = Clock(Clock().utc_ms + 41 * 86_400_000)

    heard = talk(place(vault, clock), *WAYS[room], f":{command}", person=True)

    said = answered(heard.text, command)
    assert said.removesuffix("> \n").strip(), heard.text
    assert "does not work here" not in heard.text
    assert "I don't know :" not in heard.text
    assert words.ANSWER_FIRST not in heard.text


@pytest.mark.parametrize("command", [one.plain for one in of_room("unlock") if one.plain])
def test_at_the_door(vault: Path, command: str) -> None:
    """At the door, where what is typed does not show, every command of that room is obeyed."""
    heard = talk(place(vault), "", passphrase=None, person=True, hidden=(f":{command}", PASSPHRASE))

    assert "does not open this notebook" not in heard.text
    assert len(heard.text.partition(words.HIDDEN)[2].strip()) > 1


def test_every_plain_action_has_a_room_here() -> None:
    """No plain command is out of reach, and no action that both interfaces share lacks one."""
    reached = {action.id for room in WAYS for action in of_room(room)}

    assert {one.id for one in ACTIONS if one.plain} <= reached
    assert [one.id for one in ACTIONS if not one.plain and one.interface != "full"] == []
