"""People and places from the command line: added, listed, removed, used where text is given."""

import json
import subprocess
from pathlib import Path

import pytest

from peercoach.words import commands
from peercoach.words import people as words
from tests.cli.answers import answer
from tests.e2e.terminal import Terminal
from tests.plain.talking import (
    COMMAND,
    PASSPHRASE,
    environment,
    made,
    opening,
    place,
    run,
)

ROWAN = "Rowan Kestrelle"
TEXT = "Chipper and Zanquil came.\r\nZanquil sat in Quillhouse.\n"


def test_add_list_and_remove(tmp_path: Path, options: list[str]) -> None:
    """Each is there with all that was said of it, merged where it was there, until it goes."""
    assert run(tmp_path, *options, "people", "--json").returncode == 1
    named = ("--also", "Chipper, RK", "--role", "peer")
    [rowan] = answer(tmp_path, *options, "people", "add", "-", *named, said=ROWAN + "\nmore\n")
    [ward] = answer(tmp_path, *options, "people", "add", "Quill", "Rise", "--what", "ward")
    [again] = answer(tmp_path, *options, "people", "add", "--also", "Ro", said="rowan kestrelle")

    listed = answer(tmp_path, *options, "people", "list")
    for_people = run(tmp_path, *options, "people").stdout.splitlines()

    assert {**rowan, "also": ["Chipper", "RK", "Ro"]} == again
    assert listed == [again, ward]
    assert listed[0] == {
        "id": rowan["id"], "name": ROWAN, "what": "person", "role": "peer",
        "also": ["Chipper", "RK", "Ro"],
    }  # fmt: skip
    assert for_people == [
        f"{rowan['id']}  person  {ROWAN} (peer, also Chipper, RK, Ro)",
        f"{ward['id']}  ward  Quill Rise",
    ]
    assert answer(tmp_path, *options, "people", "remove", "-", said="chipper") == [
        {"id": rowan["id"]}
    ]
    assert run(tmp_path, *options, "people", "remove", ward["id"].lower()).stdout.strip() == (
        words.REMOVED
    )
    assert run(tmp_path, *options, "people").returncode == 1


def test_what_is_refused(tmp_path: Path, options: list[str]) -> None:
    """One sentence and its kind, never a name; nothing is changed by it."""
    for what in ("person", "ward"):
        answer(tmp_path, *options, "people", "add", "-", "--what", what, said="Hope")
    before = answer(tmp_path, *options, "people")

    for arguments, said, kind, code in (
        (["add", "-"], " \n", "known-refused", 1),
        (["add"], "Ann\n", "known-refused", 1),
        (["add", "-", "--role", "boss"], "Ann", "used-wrongly", 2),
        (["add", "-", "--what", "planet"], "Ann", "used-wrongly", 2),
        (["remove", "-"], "Nobody", "no-such-known", 1),
        (["remove", "-"], "", "no-such-known", 1),
        (["remove", "0000000000001"], "", "no-such-known", 1),
        (["remove", "hope"], "", "used-wrongly", 2),
        (["add", "Zanquil", "--passphrase-file", "x"], "", "used-wrongly", 2),
    ):
        also = ["--also", "hope"] if kind == "known-refused" else []
        done = run(tmp_path, *options, "people", *arguments, *also, "--json", said=said)
        assert done.returncode == code, done
        assert json.loads(done.stderr.splitlines()[-1])["error"]["kind"] == kind, arguments
        assert "Traceback" not in done.stderr and "Zanquil" not in done.stderr
        assert done.stdout == ""

    assert answer(tmp_path, *options, "people") == before


@pytest.fixture
def known(tmp_path: Path, options: list[str]) -> list[str]:
    """A notebook that knows somebody, and words that stay."""
    work = place(tmp_path / "n.vault").open(PASSPHRASE)
    work.people.add(ROWAN, also=["Chipper"], role="colleague")
    for word in ("Quillhouse", "Chipper"):
        work.people.keep(word)
    work.lock()
    return options


def given(folder: Path, text: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*COMMAND, *arguments],
        input=text.encode(),
        capture_output=True,
        cwd=folder,
        env=environment(folder) | {"PEERCOACH_VAULT": str(folder / "n.vault")},
        start_new_session=True,
        timeout=60,
        check=False,
    )


def test_deidentify_with_a_notebook(tmp_path: Path, known: list[str]) -> None:
    """With --vault its people count beside those of a file, and its kept words stay, but for a
    name; without, no notebook is opened, even where one is meant.
    """
    (tmp_path / "known.yaml").write_text("people: [Zanquil Moor]\nplaces: [Quillhouse Yard]\n")
    file = ("--dictionary", "known.yaml")

    whole = given(tmp_path, TEXT, *known, "deidentify", *file)
    alone = given(tmp_path, TEXT, "deidentify", *file)
    line = json.dumps({"id": 1, "text": TEXT, "dictionary": ["Quillhouse"]}) + "\n"
    by_line = given(tmp_path, line, *known, "deidentify", "--lines", *file)

    assert whole.stdout.decode() == (
        "Colleague A and Person B came.\r\nPerson B sat in Quillhouse.\n"
    )
    assert whole.stderr == b"" and alone.stderr == b""
    assert "Colleague" not in alone.stdout.decode()
    found = [TEXT[one["start"] : one["end"]] for one in json.loads(by_line.stdout)["spans"]]
    assert found == ["Chipper", "Zanquil", "Zanquil", "Quillhouse"]


def test_the_passphrase_and_the_text_from_one_pipe(tmp_path: Path, known: list[str]) -> None:
    """The first line opens the notebook; all that follows is the text, to the last byte."""
    options = ("--vault", known[1], "--passphrase-file", "-")

    done = given(tmp_path, f"{PASSPHRASE}\n{TEXT}", *options, "deidentify", "-")
    wrong = given(tmp_path, f"not it\n{TEXT}", *options, "deidentify")

    assert done.stdout.decode().startswith("Colleague A and ")
    assert done.stdout.decode().endswith("Quillhouse.\n")
    assert (wrong.returncode, wrong.stdout) == (1, b"")
    assert "does not open this notebook" in wrong.stderr.decode()


@pytest.mark.e2e
def test_on_a_terminal(tmp_path: Path) -> None:
    """The passphrase is asked for even beside a file, then the name and what else it is called."""
    options = opening(tmp_path, made(tmp_path / "n.vault"))
    asked = [*COMMAND, *options, "people", "add", "--role", "friend"]
    with Terminal(asked, environment(tmp_path), columns=120, rows=30) as window:
        window.wait_for(commands.HIDDEN_NOW.strip())
        assert words.ASK_WHOM.strip() not in window.text()
        window.type(PASSPHRASE)
        window.press("enter")
        window.wait_for(words.ASK_WHOM.strip())
        window.type(ROWAN)
        window.press("enter")
        window.wait_for(words.ASK_ALSO_LINE.strip())
        window.type("Chipper, RK")
        window.press("enter")
        window.wait_for("(friend, also Chipper, RK)")
        assert window.ended() == 0
    assert commands.HISTORY not in window.text()

    [found] = answer(tmp_path, *options, "people")
    assert found["also"] == ["Chipper", "RK"]


@pytest.mark.e2e
@pytest.mark.parametrize(("typed", "code"), [("wrong one", 1), (PASSPHRASE, 0)])
def test_words_on_a_terminal(tmp_path: Path, typed: str, code: int) -> None:
    """A name on the command line is taken, with one line about the shell's history, once the
    passphrase that was typed is the right one.
    """
    options = opening(tmp_path, made(tmp_path / "n.vault"))
    asked = [*COMMAND, *options, "people", "add", "Zanquil"]
    with Terminal(asked, environment(tmp_path), columns=120, rows=30) as window:
        window.wait_for(commands.HIDDEN_NOW.strip())
        window.type(typed)
        window.press("enter")
        if not code:
            window.wait_for(commands.HISTORY)
        assert window.ended() == code

    assert run(tmp_path, *options, "people").returncode == code
    assert PASSPHRASE.encode() not in window.written
