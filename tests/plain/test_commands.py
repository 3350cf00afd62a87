"""What a typed line is taken for."""

import pytest

from peercoach.actions import ACTIONS, of_room
from peercoach.plain.commands import Command, End, NoCommand, Text, help_lines, understand
from peercoach.words import plain as words

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


@pytest.mark.parametrize("line", [":lovely", ":tea", ":sad"])
def test_nothing_near(line: str) -> None:
    """One word that is like no command is no text; it leads to the help, and to two colons."""
    said = understand(line, "reflect")

    assert isinstance(said, NoCommand)
    assert said.answer.endswith(words.UNKNOWN_WRITING)
    assert "Did you mean" not in said.answer


@pytest.mark.parametrize("line", [":)", ":quite a day", ":-(", ": and then", ":/", ":10"])
def test_text_behind_a_colon(line: str) -> None:
    """Where one writes, several words or signs alone are text as they stand, and that is told."""
    assert understand(line, "reflect") == Text(line, words.TAKEN_AS_TEXT)


@pytest.mark.parametrize("line", [":skip this one", ":lock it away", ":", ": "])
def test_no_text_behind_a_colon(line: str) -> None:
    """Words behind a command, or nothing at all, may be a slip, and are no text."""
    assert isinstance(understand(line, "reflect"), NoCommand)


@pytest.mark.parametrize("line", [":)", ":quite a day"])
@pytest.mark.parametrize("room", ["notes", "home", "spare", "unlock"])
def test_no_text_elsewhere(room: str, line: str) -> None:
    """Where nobody writes, such a line is asked about as before."""
    assert isinstance(understand(line, room), NoCommand)


def test_a_command_with_too_much_behind_it() -> None:
    """The command that the line began with is named."""
    said = understand(":lock it away", "notes")

    assert isinstance(said, NoCommand)
    assert "Did you mean :lock?" in said.answer


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
