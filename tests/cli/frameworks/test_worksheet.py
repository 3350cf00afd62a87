"""``peercoach frameworks worksheet``: where it goes, and as what."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from peercoach.words import commands as words
from tests.frameworks.documents import PLAN
from tests.plain.talking import COMMAND, environment, run

SHEET = ("frameworks", "worksheet", "what-so-what-now-what")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.md", b"# Three short questions"), ("a.html", b"<!DOCTYPE html>"), ("A.DOCX", b"PK")],
)
def test_the_ending_says_what_it_is(tmp_path: Path, name: str, begins: bytes) -> None:
    """A file's ending chooses among the three, and nothing is said besides."""
    done = run(tmp_path, *SHEET, "--to", str(tmp_path / name))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_it_can_be_piped(tmp_path: Path) -> None:
    """Without a file it is standard output: Markdown, or what --format says, byte for byte."""
    said = run(tmp_path, *SHEET)
    packed = subprocess.run(
        [*COMMAND, *SHEET, "--format", "docx"],
        capture_output=True,
        env=environment(tmp_path),
        check=True,
    ).stdout

    assert said.stdout.startswith("# Three short questions\n")
    assert zipfile.ZipFile(io.BytesIO(packed)).testzip() is None


def test_some_elements_in_large_print(tmp_path: Path) -> None:
    """Elements are picked by id or by address, in the order given."""
    picked = ("--element", "now-what", "--element", "what-so-what-now-what/what")

    done = run(tmp_path, *SHEET, *picked, "--large-print", "--format", "html")

    assert 'class="large"' in done.stdout
    assert done.stdout.index("Now what?</h2>") < done.stdout.index(">What?</h2>")
    assert "So what?</h2>" not in done.stdout


def test_it_never_writes_over_a_file(tmp_path: Path) -> None:
    """What is there stays as it is."""
    to = tmp_path / "sheet.md"
    to.write_text("filled in")

    done = run(tmp_path, *SHEET, "--to", str(to))

    assert done.returncode == 2
    assert "will not write over it" in done.stderr
    assert to.read_text() == "filled in"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((*SHEET, "--to", "sheet.pdf"), 2, words.WORKSHEET_ENDING),
        ((*SHEET, "--element", "now-whta"), 1, "Did you mean “what-so-what-now-what/now-what”?"),
        (("frameworks", "worksheet", "peer-leadrship"), 1, "Did you mean “peer-leadership”?"),
        (
            ("frameworks", "worksheet", "plan"),
            2,
            words.WORKSHEET_OF_PLAN.format(title="Plan"),
        ),
    ],
    ids=["ending", "element", "framework", "plan"],
)
def test_what_it_can_not_make(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """It says in a sentence what does not fit, and leaves no file."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "plan.yaml").write_text(PLAN)

    done = run(tmp_path, "--frameworks", str(tmp_path / "mine"), *arguments)

    assert done.returncode == code
    assert said in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "sheet.pdf").exists()
