"""Every verb by its answer, its JSON and what it keeps."""

import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from peercoach.journal.records import Entry
from peercoach.vault.vault import Vault
from tests.plain.talking import (
    COMMAND,
    ELEMENT,
    PASSPHRASE,
    environment,
    made,
    opening,
    place,
    run,
)


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """The options that open a notebook with nothing in it."""
    return opening(tmp_path, made(tmp_path / "n.vault"))


def answer(folder: Path, *arguments: str, said: str = "") -> list[dict[str, Any]]:
    """What a command answers as JSON; it has to go well, and say nothing besides."""
    done = run(folder, *arguments, "--json", said=said)
    assert (done.returncode, done.stderr) == (0, ""), done
    return [json.loads(line) for line in done.stdout.splitlines()]


# --- init ----------------------------------------------------------------------------------------


def test_init(tmp_path: Path) -> None:
    """It makes a notebook that the passphrase opens, and says where it is."""
    options = opening(tmp_path, tmp_path / "n.vault")

    [made_at] = answer(tmp_path, *options, "init", "--name", "Sam")

    assert made_at == {"vault": str(tmp_path / "n.vault")}
    vault = Vault.open(tmp_path / "n.vault", PASSPHRASE)
    assert vault.member_name == "Sam"
    vault.lock()


def test_init_spare_key(tmp_path: Path) -> None:
    """The spare key is in a file that only this person can read, and it opens the notebook."""
    options = opening(tmp_path, tmp_path / "n.vault")
    file = tmp_path / "spare.txt"

    answer(tmp_path, *options, "init", "--spare-key-to", str(file))

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    Vault.open(tmp_path / "n.vault", spare_key=file.read_text()).lock()


def test_init_never_overwrites(tmp_path: Path, options: list[str]) -> None:
    """Where a notebook stands it makes none, and where a file stands it writes no spare key."""
    file = tmp_path / "spare.txt"
    file.write_text("something else")

    again = run(tmp_path, *options, "init")
    other = opening(tmp_path, tmp_path / "other.vault")
    taken = run(tmp_path, *other, "init", "--spare-key-to", str(file))

    assert again.returncode == 1
    assert "will not write over it" in again.stderr
    assert taken.returncode == 2
    assert file.read_text() == "something else"
    assert not (tmp_path / "other.vault").exists()


def test_init_refused_leaves_no_file(tmp_path: Path) -> None:
    """Where the notebook can't be made, no empty spare key is left behind."""
    (tmp_path / "n.vault").write_text("a file, not a folder")
    file = tmp_path / "spare.txt"

    done = run(
        tmp_path, *opening(tmp_path, tmp_path / "n.vault"), "init", "--spare-key-to", str(file)
    )

    assert done.returncode == 1
    assert not file.exists()


# --- note, rate, list, show, search, edit -------------------------------------------------------


def test_note(tmp_path: Path, options: list[str]) -> None:
    """A note from the command line is kept word for word and comes back by its id."""
    [kept] = answer(tmp_path, *options, "note", "She put her pen down.")
    [shown] = answer(tmp_path, *options, "show", kept["id"])

    assert set(kept) == {"id", "written_at"}
    assert shown == {
        "id": kept["id"],
        "kind": "note",
        "written_at": kept["written_at"],
        "element": "",
        "space": "private",
        "title": "She put her pen down.",
        "text": "She put her pen down.",
    }


@pytest.mark.parametrize("arguments", [["-"], []])
def test_note_from_standard_input(tmp_path: Path, options: list[str], arguments: list[str]) -> None:
    """Standard input is kept as it is, lines and all, with a dash or where nobody can be asked."""
    text = "One.\n\n.\n  Two: ŵyneb 🦢\n"

    [kept] = answer(tmp_path, *options, "note", *arguments, said=text)
    [shown] = answer(tmp_path, *options, "show", kept["id"])

    assert shown["text"] == text.rstrip("\n")


def test_note_after_the_passphrase(tmp_path: Path, options: list[str]) -> None:
    """With both on standard input, the first line is the passphrase and the rest is the note."""
    vault = ["--vault", options[1], "--passphrase-file", "-"]

    [kept] = answer(tmp_path, *vault, "note", "-", said=f"{PASSPHRASE}\nThe rest.\n")

    [shown] = answer(tmp_path, *options, "show", kept["id"])
    assert shown["text"] == "The rest."


def test_note_of_an_answer(tmp_path: Path, options: list[str]) -> None:
    """An answer carries the question's wording, and is known by it."""
    arguments = ["--element", ELEMENT, "--question", "face-change"]

    [kept] = answer(tmp_path, *options, "note", "-", *arguments, said="The commissioner.")
    [shown] = answer(tmp_path, *options, "show", kept["id"])

    assert (shown["kind"], shown["element"]) == ("answer", ELEMENT)
    assert shown["title"].startswith("When did you last see someone's face change")


@pytest.mark.parametrize(
    ("arguments", "kind", "code"),
    [
        (["--element", "peer-leadership/sharing-the-movment"], "no-such-element", 1),
        (["--element", ELEMENT, "--question", "face-chnge"], "no-such-question", 1),
        (["--question", "face-change"], "used-wrongly", 2),
        (["--kind", "answer"], "used-wrongly", 2),
        (["--kind", "poem"], "used-wrongly", 2),
        (["--space", "ours"], "used-wrongly", 2),
    ],
)
def test_note_that_does_not_fit(
    tmp_path: Path, options: list[str], arguments: list[str], kind: str, code: int
) -> None:
    """What does not fit together is refused with the nearest name, and nothing is kept."""
    done = run(tmp_path, *options, "note", "-", *arguments, "--json", said="Hello.")

    assert done.returncode == code
    error = json.loads(done.stderr.splitlines()[-1])["error"]
    assert error["kind"] == kind
    assert error["message"] == done.stderr.splitlines()[0]
    if code == 1:
        assert "Did you mean" in error["message"]
    assert run(tmp_path, *options, "list").returncode == 1


@pytest.mark.parametrize("said", ["", "\n", "  \n\n"])
def test_empty_note(tmp_path: Path, options: list[str], said: str) -> None:
    """Nothing but space is no note."""
    done = run(tmp_path, *options, "note", said=said)

    assert done.returncode == 2
    assert run(tmp_path, *options, "list").returncode == 1


def test_note_too_long(tmp_path: Path, options: list[str]) -> None:
    """A note of one megabyte and one byte is refused in a sentence; a megabyte is kept."""
    over = run(tmp_path, *options, "note", "-", said="x" * (1024 * 1024 + 1))
    done = run(tmp_path, *options, "note", "-", said="x" * (1000 * 1024))

    assert (over.returncode, done.returncode) == (1, 0)
    assert over.stderr.startswith("That is longer than one note can be")


@pytest.mark.parametrize(("typed", "value"), [("2", 2), ("We do this all the time", 3)])
def test_rate(tmp_path: Path, options: list[str], typed: str, value: int) -> None:
    """A rating is kept by its number or by its words, with both."""
    [kept] = answer(tmp_path, *options, "rate", ELEMENT, typed)

    [listed] = answer(tmp_path, *options, "list")
    assert kept["id"] == listed["id"]
    assert (listed["kind"], listed["value"], listed["element"]) == ("rating", value, ELEMENT)


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ([ELEMENT, "9"], "no-such-rating"),
        ([ELEMENT, "-1"], "no-such-rating"),
        ([ELEMENT, "2", "--rating", "importance"], "no-such-rating"),
        (["nowhere/at-all", "2"], "no-such-element"),
        (["what-so-what-now-what/what", "2"], "used-wrongly"),
    ],
)
def test_rate_refused(tmp_path: Path, options: list[str], arguments: list[str], kind: str) -> None:
    """A value that is on no scale is refused, with those that are."""
    done = run(tmp_path, *options, "rate", *arguments, "--json")

    assert json.loads(done.stderr.splitlines()[-1])["error"]["kind"] == kind
    if kind == "no-such-rating" and "--rating" not in arguments:
        assert "2 (We do this sometimes)" in done.stderr


@pytest.fixture
def several(tmp_path: Path, options: list[str]) -> list[str]:
    """A notebook with notes of three days and kinds."""
    where = place(tmp_path / "n.vault")
    work = where.open(PASSPHRASE)
    clock = where.clock
    for text in ("Older", "Café by the ward", "Newer"):
        work.journal.add(Entry(kind="example" if text == "Newer" else "note", text=text))
        clock.utc_ms += 86_400_000  # type: ignore[attr-defined]
    work.lock()
    return options


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ([], ["Newer", "Café by the ward", "Older"]),
        (["--since", "2026-03-15"], ["Newer", "Café by the ward"]),
        (["--until", "2026-03-14"], ["Older"]),
        (["--since", "2026-03-15", "--until", "2026-03-15"], ["Café by the ward"]),
        (["--kind", "example"], ["Newer"]),
        (["--until", "yesterday"], ["Newer", "Café by the ward", "Older"]),
        (["--space", "private", "--kind", "note"], ["Café by the ward", "Older"]),
    ],
)
def test_list(tmp_path: Path, several: list[str], arguments: list[str], titles: list[str]) -> None:
    """Notes come newest first, those that were asked for."""
    assert [one["title"] for one in answer(tmp_path, *several, "list", *arguments)] == titles


def test_list_of_nothing(tmp_path: Path, several: list[str]) -> None:
    """Nothing found is an answer of its own: no line, and the code for no."""
    done = run(tmp_path, *several, "list", "--since", "today", "--json")

    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads(done.stderr.splitlines()[-1])["error"]["kind"] == "nothing-found"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--since", "14/03/2026"],
        ["--until", "2026-02-30"],
        ["--since", "2026-04-01", "--until", "2026-03-01"],
    ],
)
def test_no_day(tmp_path: Path, several: list[str], arguments: list[str]) -> None:
    """A day that is none, or a span that runs backwards, is wrong use."""
    assert run(tmp_path, *several, "list", *arguments).returncode == 2


def test_search(tmp_path: Path, several: list[str]) -> None:
    """All words have to be there, case and accents apart; none found is the code for no."""
    [found] = answer(tmp_path, *several, "search", "CAFE", "ward")
    asked = answer(tmp_path, *several, "search", said="newer\n")
    nothing = run(tmp_path, *several, "search", "cafe", "zebra")

    assert found["text"] == "Café by the ward"
    assert [one["title"] for one in asked] == ["Newer"]
    assert nothing.returncode == 1


def test_edit(tmp_path: Path, options: list[str]) -> None:
    """A note written again is shown as it stands, and with --versions as it was, newest first."""
    [kept] = answer(tmp_path, *options, "note", "-", said="First")

    assert answer(tmp_path, *options, "edit", kept["id"], "-", said="Second") == [
        {"id": kept["id"]}
    ]
    answer(tmp_path, *options, "edit", kept["id"].lower(), "-", said="Second\n")
    [shown] = answer(tmp_path, *options, "show", kept["id"])
    versions = answer(tmp_path, *options, "show", kept["id"], "--versions")

    assert shown["text"] == "Second"
    assert [(one["version"], one["text"]) for one in versions] == [(2, "Second"), (1, "First")]


def test_edit_refused(tmp_path: Path, options: list[str]) -> None:
    """Nothing can be written over a rating, with nothing, or under an id that is none."""
    [rated] = answer(tmp_path, *options, "rate", ELEMENT, "1")
    [kept] = answer(tmp_path, *options, "note", "-", said="First")

    assert run(tmp_path, *options, "edit", rated["id"], "-", said="x").returncode == 2
    assert run(tmp_path, *options, "edit", kept["id"], "-", said="\n").returncode == 2
    assert run(tmp_path, *options, "edit", kept["id"], "words").returncode == 2
    assert run(tmp_path, *options, "edit", "0000000000000", "-", said="x").returncode == 1
    assert run(tmp_path, *options, "edit", "no id", "-", said="x").returncode == 1
    assert answer(tmp_path, *options, "show", kept["id"])[0]["text"] == "First"


def test_for_people(tmp_path: Path, options: list[str]) -> None:
    """Without --json the same is said in lines that a person reads."""
    kept = run(tmp_path, *options, "note", "--element", ELEMENT, "-", said="Line one\nLine two")
    id = kept.stdout.removeprefix("Kept: ").strip()

    listed = run(tmp_path, *options, "list").stdout
    shown = run(tmp_path, *options, "show", id).stdout

    assert listed.split()[0] == id
    assert listed.rstrip().endswith("Note  Line one Line two")
    assert "Peer leadership: Sharing the movement" in shown
    assert shown.endswith("\n\nLine one\nLine two\n")


# --- frameworks ----------------------------------------------------------------------------------


def test_frameworks_list(tmp_path: Path) -> None:
    """What ships is listed with its counts; a file with errors is listed as not usable yet."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "ours.yaml").write_text("format: peercoach/framework/1\nid: ours\n")

    found = answer(tmp_path, "--frameworks", str(tmp_path / "mine"), "frameworks", "list")

    by_id = {one["id"]: one for one in found}
    keys = {
        "id",
        "title",
        "version",
        "language",
        "elements",
        "questions",
        "care",
        "origin",
        "usable",
    }
    assert all(keys <= set(one) for one in found)
    peer, ours = by_id["peer-leadership"], by_id["ours"]
    assert (peer["elements"], peer["origin"], peer["usable"]) == (9, "shipped", True)
    assert peer["questions"] >= 45
    assert (ours["origin"], ours["usable"]) == ("folder", False)


def test_frameworks_show(tmp_path: Path) -> None:
    """A framework is shown with the ids that other commands ask for."""
    shown = run(tmp_path, "frameworks", "show", "peer-leadership")
    [whole] = answer(tmp_path, "frameworks", "show", "peer-leadership")
    none = run(tmp_path, "frameworks", "show", "peer-leadrship")

    assert f"Sharing the movement ({ELEMENT})" in shown.stdout
    assert "(face-change)" in shown.stdout
    assert whole["id"] == "peer-leadership"
    assert none.returncode == 1
    assert "Did you mean “peer-leadership”?" in none.stderr


def test_frameworks_check(tmp_path: Path) -> None:
    """Every error is told with its place, and the code is no; what ships has none."""
    good = run(tmp_path, "frameworks", "check")
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: peercoach/framework/1\nid: bad\ntitel: Bad\n")

    said = run(tmp_path, "frameworks", "check", str(bad))
    told = run(tmp_path, "frameworks", "check", str(bad), "--json")

    assert good.returncode == 0
    assert (said.returncode, told.returncode) == (1, 1)
    assert f"{bad}:3:1: " in said.stdout
    faults = json.loads(told.stdout)
    assert faults["file"] == str(bad)
    assert all(set(one) == {"line", "column", "message"} for one in faults["errors"])


def test_frameworks_check_extends(tmp_path: Path) -> None:
    """A file that extends one that ships is checked upon it."""
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "format: peercoach/framework/1\nid: ours\nextends: peer-leadership\n"
        "title: Ours\nversion: 1.0.0\n"
    )

    assert run(tmp_path, "frameworks", "check", str(mine)).returncode == 0


# --- check ---------------------------------------------------------------------------------------


def test_check(tmp_path: Path, several: list[str]) -> None:
    """A whole notebook is whole: by its shape, and with a passphrase by its contents."""
    [shape] = answer(tmp_path, "--vault", several[1], "check")
    [contents] = answer(tmp_path, *several, "check", "--deep")

    assert shape == {"ok": True, "problems": [], "notes": None}
    assert contents == {"ok": True, "problems": [], "notes": 3}


def test_check_damaged(tmp_path: Path, several: list[str]) -> None:
    """A damaged copy of the key file is named, and nothing is changed by looking."""
    second = Path(several[1]) / "keyring.2.json"
    second.write_bytes(b"\x00" + second.read_bytes()[1:])
    before = {path: path.read_bytes() for path in Path(several[1]).rglob("*") if path.is_file()}

    done = run(tmp_path, "--vault", several[1], "check", "--json")

    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["ok"] is False
    [problem] = report["problems"]
    assert (problem["kind"], problem["where"]) == ("key-file-damaged", "keyring.2.json")
    assert "nothing is lost" in problem["message"]
    assert {path: path.read_bytes() for path in before} == before


def test_check_never_asks(tmp_path: Path, several: list[str]) -> None:
    """Without --deep it needs no passphrase; with it, it says that it has to ask."""
    assert run(tmp_path, "--vault", several[1], "check").returncode == 0
    assert run(tmp_path, "--vault", several[1], "check", "--deep").returncode == 1


def test_says_only_what_is_durable(tmp_path: Path, options: list[str]) -> None:
    """When the disk is full nothing is answered, and what was kept before is as it was."""
    answer(tmp_path, *options, "note", "-", said="Before")
    small = 'ulimit -f 1; exec "$0" "$@"'

    done = subprocess.run(
        ["/bin/sh", "-c", small, *COMMAND, *options, "note", "-"],
        input="x" * 50_000,
        capture_output=True,
        encoding="utf-8",
        env=environment(tmp_path),
        check=False,
    )

    assert done.returncode != 0
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert [one["title"] for one in answer(tmp_path, *options, "list")] == ["Before"]
    assert os.path.exists(options[1])
