"""A command that is named can be typed as it stands, and does what was meant with this notebook."""

import shlex
import subprocess
from pathlib import Path

import pytest

from tests.cli.answers import answer
from tests.plain.talking import COMMAND, environment, made, passphrase_file, run


def named(said: str) -> list[str]:
    """The words of the command at the end of what was said."""
    return shlex.split(said.strip().rpartition("run: ")[2])


@pytest.fixture
def elsewhere(tmp_path: Path) -> list[str]:
    """A notebook in a folder whose name has a space, and its passphrase."""
    vault = made(tmp_path / "my own.vault")
    return ["--vault", str(vault), "--passphrase-file", str(passphrase_file(tmp_path))]


@pytest.mark.parametrize(
    ("verb", "hint"),
    [
        (["show", "0000000000000"], ["list"]),
        (["rate", "peer-leadership/nowhere-at-all", "1"], ["frameworks", "list"]),
        (["spare-key"], ["spare-key", "new"]),
        ([], ["--plain"]),
    ],
)
def test_another_notebook(
    tmp_path: Path, elsewhere: list[str], verb: list[str], hint: list[str]
) -> None:
    """What is to be run names the notebook that is meant, and never the passphrase file."""
    done = run(tmp_path, *elsewhere, *verb)

    assert named(done.stdout + done.stderr) == ["peercoach", *elsewhere[:2], *hint]


def test_no_notebook_there(tmp_path: Path) -> None:
    """Where no notebook is, the command that is named makes it there, and not somewhere else."""
    place = tmp_path / "my own.vault"
    told = named(run(tmp_path, "--vault", str(place), "list").stderr)

    done = run(tmp_path, "--passphrase-file", str(passphrase_file(tmp_path)), *told[1:])

    assert told == ["peercoach", "--vault", str(place), "init"]
    assert (done.returncode, (place / "keyring.json").is_file()) == (0, True)


def test_deleted(tmp_path: Path, elsewhere: list[str]) -> None:
    """The command that brings a deleted note back does so in a shell, word for word."""
    [kept] = answer(tmp_path, *elsewhere, "note", "-", said="By the canal")
    told = run(tmp_path, *elsewhere, "delete", kept["id"]).stdout.strip().rpartition("run: ")[2]

    line = told.replace("peercoach", shlex.join([*COMMAND, *elsewhere[2:]]), 1)
    subprocess.run(line, shell=True, env=environment(tmp_path), cwd=tmp_path, check=True)

    [shown] = answer(tmp_path, *elsewhere, "show", kept["id"])
    assert shown["text"] == "By the canal"


def test_the_usual_notebook(tmp_path: Path) -> None:
    """In the usual place, and where the variable says, no option stands in the way."""
    usual = run(tmp_path, "list")
    there = run(tmp_path, "list", more={"PEERCOACH_VAULT": str(tmp_path / "there.vault")})

    assert named(usual.stderr) == ["peercoach", "init"]
    assert named(there.stderr) == ["peercoach", "init"]


def test_other_frameworks(tmp_path: Path) -> None:
    """What can be asked is looked for in the same folder again."""
    done = run(tmp_path, "--frameworks", "mine", "frameworks", "show", "nothing-like-it")

    assert named(done.stderr) == ["peercoach", "--frameworks", "mine", "frameworks", "list"]
