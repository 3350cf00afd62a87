"""An option that belongs before the verb, typed after it, is answered with the right line."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.cli.run import _commanded
from peercoach.errors import UsedWrongly
from peercoach.words import running
from tests.cli.help_texts import helps
from tests.plain.talking import run

SECRET = "The heron stood beside the allotment shed"


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """The next test names commands as they are without options."""
    yield
    running.meant()


def refused(*arguments: str) -> str:
    """The sentence that a command line is refused with."""
    with pytest.raises(UsedWrongly) as caught:
        _commanded(arguments)
    return str(caught.value)


def line(said: str) -> list[str]:
    """The words of the line that is to be typed instead."""
    return shlex.split(said.rpartition("run: ")[2])[1:]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        (["list", "--vault", "a b"], ["--vault", "a b", "list"]),
        (["list", "--vault=a b", "--json"], ["--vault", "a b", "list", "--json"]),
        (["list", "--vault"], ["--vault", "PATH", "list"]),
        (["--vault", "x", "list", "--plain"], ["--vault", "x", "--plain", "list"]),
        (["list", "--portable", "--vault", "x"], ["--portable", "--vault", "x", "list"]),
        (
            ["frameworks", "show", "--frameworks", "d", "peers"],
            ["--frameworks", "d", "frameworks", "show", "peers"],
        ),
        (["spare-key", "--vault", "x", "new"], ["--vault", "x", "spare-key", "new"]),
        (["show", "1T0", "--no-plain"], ["--no-plain", "show", "1T0"]),
    ],
)
def test_the_right_line(typed: list[str], right: list[str]) -> None:
    """The whole line is shown as it is to be typed, and the option that was meant is named."""
    said = refused(*typed)

    assert line(said) == right
    assert "comes before the command" in said


@pytest.mark.parametrize("verb", ["note", "search", "edit"])
@pytest.mark.parametrize("where", [[SECRET, "--vault", "x"], ["--vault", "x", "--", SECRET]])
def test_ones_own_words_are_not_said_back(verb: str, where: list[str]) -> None:
    """What was to be kept or looked for is left out of the line: then it is asked for."""
    said = refused(verb, *where)

    assert line(said) == ["--vault", "x", verb]
    assert "heron" not in said


def test_options_of_a_note_stay() -> None:
    """What a note belongs to is no secret, and stays where it was."""
    said = refused("note", SECRET, "--element", "a/b", "-", "--vault", "x")

    assert line(said) == ["--vault", "x", "note", "--element", "a/b", "-"]


@pytest.mark.parametrize(
    "typed",
    [
        ["list", "--passphrase-file", SECRET],
        ["--passphrase-file", SECRET, "list", "--plain"],
        ["list", f"--passphrase-file={SECRET}"],
        ["init", "--name", SECRET, "--vault", "x"],
    ],
)
def test_no_secret(typed: list[str]) -> None:
    """A passphrase that was typed where its file belongs is not repeated, nor is a name."""
    assert SECRET not in refused(*typed)


@pytest.mark.parametrize("typed", [["list", "--vlt"], ["lst", "--vault", "x"], ["--vault"]])
def test_other_mistakes_are_what_they_were(typed: list[str]) -> None:
    """What has another reason keeps its own sentence."""
    assert "comes before the command" not in refused(*typed)


def test_in_a_shell(tmp_path: Path) -> None:
    """It is one sentence and the code of wrong use, and nothing is opened or made."""
    done = run(tmp_path, "init", "--vault", "mine")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert line(done.stderr) == ["--vault", "mine", "init"]
    assert not (tmp_path / "mine").exists()


def test_every_help_says_so() -> None:
    """The help of every command ends with a line that can be typed, with its own verb."""
    for path, text in helps().items():
        if path != "peercoach":
            last = text.splitlines()[-1].strip()
            assert last.endswith(f": peercoach --vault PATH {path.removeprefix('peercoach ')}")
