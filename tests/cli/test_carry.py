"""``export`` and ``import`` as commands."""

import json
import re
from pathlib import Path

import pytest

from peercoach.words import carry as words
from peercoach.words import commands
from peercoach.words import plain as plain_words
from tests.cli.answers import answer
from tests.e2e.terminal import Terminal
from tests.plain.talking import COMMAND, PASSPHRASE, environment, made, opening, run


def test_export_and_import(tmp_path: Path, several: list[str]) -> None:
    """What one notebook exports another imports: the same ids and dates; and once only."""
    out, fresh = str(tmp_path / "out"), opening(tmp_path, made(tmp_path / "m.vault"))

    assert answer(tmp_path, *several, "export", "--to", out, "--yes") == [{"notes": 3}]
    first, second = (answer(tmp_path, *fresh, "import", out) for _ in range(2))

    assert first == [{"added": 3, "skipped": 0, "reports": []}]
    [again] = second
    [report] = again["reports"]
    assert (again["added"], again["skipped"]) == (0, 3)
    assert (report["kind"], report["count"], report["file"]) == ("here-already", 3, out)
    listed = [answer(tmp_path, *options, "list") for options in (several, fresh)]
    assert listed[0] == listed[1]


def test_export_says_what_it_means(tmp_path: Path, several: list[str]) -> None:
    """The answer says where it is, how many notes, and that anyone can read it."""
    out = tmp_path / "out"

    done = run(tmp_path, *several, "export", "--to", str(out), "--yes", "--with-heal")

    assert done.stdout == (
        words.EXPORTED.format(path=out, notes=3) + "\n" + words.EXPORTED_OPEN + "\n"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_export_needs_a_yes(tmp_path: Path, several: list[str]) -> None:
    """Where nobody can be asked, --yes is needed, and nothing is written without."""
    done = run(tmp_path, *several, "export", "--to", str(tmp_path / "out"))

    assert done.returncode == 1
    assert "--yes" in done.stderr
    assert not (tmp_path / "out").exists()


def test_export_refuses_before_it_asks(tmp_path: Path, several: list[str]) -> None:
    """A folder that is taken is said before the passphrase is asked for."""
    done = run(tmp_path, "--vault", several[1], "export", "--to", str(tmp_path), "--yes", "--json")

    error = json.loads(done.stderr.splitlines()[-1])["error"]
    assert (done.returncode, error["kind"]) == (1, "export-taken")


def test_import_tells_by_file_and_line(tmp_path: Path, options: list[str]) -> None:
    """What was not taken is told by file and line, the rest is added, and the exit code is 1."""
    diary = tmp_path / "diary.md"
    diary.write_text("Before.\n## 2024-03-14\nOne.\n## 2024-03-15\n", "utf-8")

    done = run(tmp_path, *options, "import", str(diary), str(tmp_path / "none.txt"))

    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{diary}, line 4: there is a date and nothing under it.",
        f"{diary}, line 1: has no date in it, so I took the day on which the file was last "
        "changed.",
        f"{tmp_path / 'none.txt'}: there is no such file.",
        "Added: 2.",
    ]


def test_import_in_json(tmp_path: Path, options: list[str]) -> None:
    """Scripts get the numbers, and each report with its kind."""
    journal = tmp_path / "journal.json"
    entry = {"title": "Walked.", "body": "", "date": "2024-03-14", "time": "09:30"}
    journal.write_text(json.dumps({"tags": {}, "entries": [entry, 5]}), "utf-8")

    done = run(tmp_path, *options, "import", str(journal), "--json")

    found = json.loads(done.stdout)
    [report] = found["reports"]
    assert (done.returncode, found["added"], found["skipped"]) == (1, 1, 1)
    assert (report["where"], report["kind"]) == ("entry 2", "not-readable")
    [note] = answer(tmp_path, *options, "list")
    assert note["written_at"].startswith("2024-03-14T09:30")


def test_import_needs_a_file(tmp_path: Path, options: list[str]) -> None:
    """Without a file it is used wrongly."""
    assert run(tmp_path, *options, "import").returncode == 2


def test_words_are_as_they_should_be() -> None:
    """No sentence shouts or praises, and none says a word of the code."""
    said = " ".join(value for value in vars(words).values() if isinstance(value, str))
    said += " ".join(words.reason(kind) for kind in words.reasons())

    assert "!" not in said
    assert not re.search(r"\b(vault|space|shred|recovery key)\b", said.replace("{space}", ""))


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("typed", "again", "code"), [("no", None, 1), ("yes", "wrong one", 1), ("yes", PASSPHRASE, 0)]
)
def test_export_asks_and_asks_again(
    tmp_path: Path, typed: str, again: str | None, code: int
) -> None:
    """On a terminal it is written after a typed yes and the passphrase once more, else not."""
    vault, out = made(tmp_path / "n.vault"), tmp_path / "out"
    asked = [*COMMAND, "--vault", str(vault), "export", "--to", str(out)]
    with Terminal(asked, environment(tmp_path), columns=120, rows=30) as window:
        window.wait_for(plain_words.HIDDEN.strip())
        window.type(PASSPHRASE)
        window.press("enter")
        window.wait_for(words.ASK_EXPORT.strip())
        assert "Anyone who has that folder can" in window.text()
        assert words.HEAL_STAYS in window.text()
        window.type(typed)
        window.press("enter")
        if again is not None:
            window.wait_for(words.ASK_AGAIN.strip())
            window.type(again)
            window.press("enter")
        assert window.ended() == code

    assert out.exists() == (code == 0)
    assert PASSPHRASE.encode() not in window.written
    assert commands.YES
