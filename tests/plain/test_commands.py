"""What a typed line is taken for."""

import pytest

from peercoach.actions import ACTIONS, of_room
from peercoach.plain.commands import Command, End, NoCommand, Text, help_lines, understand

ROOMS = sorted({room for one in ACTIONS for room in one.rooms if room != "*"})


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("I put my pen down.", "I put my pen down."),
        ("", ""),
        ("..", "."),
        (". ..", ". .."),
        ("...", "..."),
        ("::)", ":)"),
        (":::x", "::x"),
        (" :help", " :help"),
        ("at 14:02 she came", "at 14:02 she came"),
        ("search pen", "search pen"),
    ],
)
def test_text(line: str, text: str) -> None:
    """A line is kept as it is, but that a doubled sign at its start stands for one."""
    assert understand(line, "reflect") == Text(text)


@pytest.mark.parametrize("line", [".", " . ", ".  "])
def test_end(line: str) -> None:
    """A line that holds a full stop and nothing but space ends an answer."""
    assert understand(line, "reflect") == End()


@pytest.mark.parametrize(
    ("line", "id"),
    [
        (":next", "next"),
        (":NEXT", "next"),
        (": back ", "back"),
        (":hint", "prompts"),
        (":prompts", "prompts"),
        (":home", "home"),
        (":pause", "home"),
        (":help", "keys"),
    ],
)
def test_command(line: str, id: str) -> None:
    """A colon begins a command; case and space make no difference, and some have two names."""
    said = understand(line, "reflect")

    assert isinstance(said, Command)
    assert said.action.id == id


@pytest.mark.parametrize(
    ("line", "id", "rest"),
    [
        (":search Pen and paper", "search", "Pen and paper"),
        (":SEARCH pen", "search", "pen"),
        (":search", "search", ""),
        (":element sharing", "by_element", "sharing"),
        (":kind  words ", "by_kind", "words"),
    ],
)
def test_command_with_words(line: str, id: str, rest: str) -> None:
    """What is looked for may stand behind the command, as it was typed."""
    said = understand(line, "notes")

    assert isinstance(said, Command)
    assert (said.action.id, said.rest) == (id, rest)


def test_words_behind_another_command() -> None:
    """A command that takes no words is not obeyed when some stand behind it: it may be a slip."""
    assert isinstance(understand(":lock it away", "notes"), NoCommand)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        (":hlep", ":help"),
        (":skp", ":skip"),
        (":finish", ":enough"),
        (":panic", ":cover"),
        (":exit", ":quit"),
        (":samaritans", ":support"),
    ],
)
def test_nearest(typed: str, nearest: str) -> None:
    """What is no command is never text: the nearest one is named, by everyday words too."""
    said = understand(typed, "reflect")

    assert isinstance(said, NoCommand)
    assert typed in said.answer
    assert nearest in said.answer


def test_nothing_near() -> None:
    """What is like no command at all is not text either, and leads to the help."""
    said = understand(":)", "reflect")

    assert isinstance(said, NoCommand)
    assert ":help" in said.answer


def test_elsewhere() -> None:
    """A command of another room says that it does not work here."""
    said = understand(":notes", "reflect")

    assert isinstance(said, NoCommand)
    assert ":notes does not work here" in said.answer


@pytest.mark.parametrize("room", ROOMS)
def test_help(room: str) -> None:
    """Help names every command of its room and none of another."""
    named = {line.split(".")[0].split(" or ")[0] for line in help_lines(room) if line[0] == ":"}

    assert named == {f":{one.plain}" for one in of_room(room) if one.plain}


def test_promised() -> None:
    """Every command that the design promises is in the registry."""
    promised = {"help", "back", "skip", "enough", "pause", "lock", "support", "before"}
    promised |= {"prompts", "hint", "quit"}
    names = {name for one in ACTIONS for name in (one.plain, one.plain_also)}

    assert promised <= names
