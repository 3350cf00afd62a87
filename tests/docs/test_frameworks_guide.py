"""The guide to frameworks is followed, step by step, by someone who types what it says."""

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from peercoach.frameworks.content import lapses
from peercoach.frameworks.load import load
from peercoach.frameworks.model import Framework
from tests.architecture.house import ROOT
from tests.plain.talking import COMMAND, environment
from tests.reading import grade

GUIDE = ROOT / "docs" / "frameworks.md"
_BLOCK = re.compile(r"(?:<!-- ([^>]*) -->\n)?```(\w*)\n(.*?)```\n", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A grey box of the guide: what its mark says, its language, its text."""

    mark: str
    language: str
    text: str


def blocks() -> list[Block]:
    return [Block(*found.groups(default="")) for found in _BLOCK.finditer(GUIDE.read_text("utf-8"))]


def run(folder: Path, line: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    first, *arguments = shlex.split(line)
    assert first == "peercoach"
    return subprocess.run(
        [*COMMAND, *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env=environment(folder),
        cwd=folder,
        timeout=60,
        check=False,
    )


def test_every_step_goes_as_it_says(tmp_path: Path) -> None:
    """Each command does what the guide says it does, on the files that it shows."""
    steps, done, said, told_first = blocks(), 0, "", ""

    for at, step in enumerate(steps):
        if step.language == "yaml":
            name = step.mark.removeprefix("file: ")
            (tmp_path / name).write_text(step.text, encoding="utf-8")
        elif step.mark == "says":
            assert said == step.text
        elif step.language == "sh":
            following = steps[at + 1] if at + 1 < len(steps) else step
            typed = following.text if following.mark == "typed" else ""
            if step.mark == "copied":
                own = tmp_path / "config" / "peercoach" / "frameworks"
                assert f"your own folder, {own}, or" in told_first
                own.mkdir(parents=True)
                (own / "our-team.yaml").write_bytes((tmp_path / "our-team.yaml").read_bytes())
            for line in step.text.splitlines():
                answered = run(tmp_path, line, typed)
                assert answered.returncode == (1 if step.mark == "fails" else 0), answered
                said, done = answered.stdout, done + 1
                told_first = told_first or said
                assert step.mark != "copied" or "our-team  Our team, version 1.0.0." in said

    assert done == 8
    for name in ("our-team.html", "our-team-large.html", "making-room.docx"):
        assert (tmp_path / name).stat().st_size > 5000


def test_every_file_of_it_can_be_used(tmp_path: Path) -> None:
    """Each YAML file shown is right, but for the one that shows what slips look like."""
    files = [step for step in blocks() if step.language == "yaml"]
    shown = {step.mark.removeprefix("file: "): step.text for step in files}
    slips = shown.pop("slips.yaml")
    for name, text in shown.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    checked = run(tmp_path, "peercoach --frameworks . frameworks check " + " ".join(shown))

    assert checked.returncode == 0, checked.stdout
    assert len(shown) == 3
    assert "qestions" in slips


@pytest.mark.parametrize("name", ["our-team.yaml", "monthly-hour.yaml"])
def test_its_questions_are_worded_as_ours_are(tmp_path: Path, name: str) -> None:
    """What it holds up as an example keeps to the rules of the house."""
    [text] = [step.text for step in blocks() if step.mark == f"file: {name}"]
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert lapses(load(tmp_path / name)) == ()


def test_what_it_shows_being_typed_makes_what_it_says(tmp_path: Path) -> None:
    """The answers that it shows make a file with that theme, those questions and a rating."""
    [typed] = [step.text for step in blocks() if step.mark == "typed"]

    run(tmp_path, "peercoach frameworks new --to our-team.yaml", typed)

    found = load(tmp_path / "our-team.yaml")
    assert isinstance(found, Framework)
    asked = [question.ask for element in found.elements for question in element.questions]
    assert asked == ["Who had the least to say this month?", "What made it easy to speak?"]
    assert [one.id for one in found.ratings] == ["practice"]


def test_a_note_to_a_question_is_as_it_says(tmp_path: Path) -> None:
    """The command that types an answer in names an element and a question that are there."""
    begins = "peercoach --frameworks . note"
    [line] = [step.text for step in blocks() if step.text.startswith(begins)]
    [text] = [step.text for step in blocks() if step.mark == "file: our-team.yaml"]

    _, address, question = re.split(r" --element | --question ", line.strip())

    assert address == "our-team/making-room"
    assert f"id: {question}\n" in text


def test_it_is_plain_to_read() -> None:
    """It reads at the age of nine to eleven, like all that is said to a person."""
    text = GUIDE.read_text("utf-8")
    prose = re.sub(r"```.*?```|<!--.*?-->", " ", text, flags=re.DOTALL)
    prose = re.sub(r"(?m)^[|#].*$|`[^`]*`|[*\[\]]|\([^)]*\.md\)", " ", prose)

    assert len(prose.split()) > 500
    assert grade(prose) <= 6
