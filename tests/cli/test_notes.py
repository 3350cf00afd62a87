"""The verbs that keep notes and find them: their answers, their JSON, what they keep."""

import json
from pathlib import Path

import pytest

from peercoach.cli.answering import line_of
from peercoach.words import commands as words
from tests.cli.answers import answer
from tests.plain.talking import ELEMENT, PASSPHRASE, place, run


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


def test_search_for_nothing(tmp_path: Path, several: list[str]) -> None:
    """Without words, and with nobody to ask for them, it is wrong use and never "not found"."""
    for said in ("", "  \n"):
        done = run(tmp_path, *several, "search", said=said)

        assert (done.returncode, done.stdout, done.stderr) == (2, "", words.NO_WORDS + "\n")


def test_ones_own_words(tmp_path: Path, options: list[str]) -> None:
    """Two answers to one question are told apart by what was written; in a pipe nothing is cut."""
    asked = ["--element", ELEMENT, "--question", "face-change"]
    long = "The commissioner put her pen down, and then she asked us what we would do. " * 3
    for said in (long, "\n\n  Sam, at the open day.\nMore of it."):
        answer(tmp_path, *options, "note", "-", *asked, said=said)
    answer(tmp_path, *options, "rate", ELEMENT, "2")

    listed = run(tmp_path, *options, "list").stdout
    found = run(tmp_path, *options, "search", "pen").stdout

    for line in listed.splitlines():
        assert line.partition("Sharing the movement: ")[1]
    told = {line.partition("Sharing the movement: ")[2] for line in listed.splitlines()}
    assert told == {long.strip(), "Sam, at the open day.", "We do this sometimes"}
    assert found.endswith(f"Sharing the movement: {long.strip()}\n")


def test_a_line_is_as_wide_as_the_terminal(tmp_path: Path, options: list[str]) -> None:
    """What is longer than the terminal is wide ends with a sign for more, and fits exactly."""
    answer(tmp_path, *options, "note", "-", said="By the canal with Sam")
    work = place(tmp_path / "n.vault").open(PASSPHRASE)
    [written] = work.journal.entries()
    work.lock()

    whole, cut = line_of(written), line_of(written, 40)

    assert whole.endswith("  Note  By the canal with Sam")
    assert line_of(written, len(whole)) == whole
    assert len(cut) == 40 and cut.endswith("…") and whole.startswith(cut[:-1])


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
    assert listed.rstrip().endswith("Note  Sharing the movement: Line one")
    assert "Peer leadership: Sharing the movement" in shown
    assert shown.endswith("\n\nLine one\nLine two\n")


def test_delete_and_bring_back(tmp_path: Path, options: list[str]) -> None:
    """A deleted note is found nowhere, and brought back it is what it was."""
    [kept] = answer(tmp_path, *options, "note", "-", said="First")

    assert answer(tmp_path, *options, "delete", kept["id"]) == [{"id": kept["id"]}]
    assert run(tmp_path, *options, "show", kept["id"]).returncode == 1
    assert run(tmp_path, *options, "delete", kept["id"]).returncode == 1
    assert run(tmp_path, *options, "list").returncode == 1

    assert answer(tmp_path, *options, "undelete", kept["id"].lower()) == [{"id": kept["id"]}]
    assert answer(tmp_path, *options, "show", kept["id"])[0]["text"] == "First"
    assert run(tmp_path, *options, "undelete", kept["id"]).returncode == 1


def test_delete_for_good(tmp_path: Path, options: list[str]) -> None:
    """It needs a yes that can be given without a terminal, and then there is no way back."""
    [kept] = answer(tmp_path, *options, "note", "-", said="First")
    [other] = answer(tmp_path, *options, "note", "-", said="Second")

    unsure = run(tmp_path, *options, "delete", kept["id"], "--shred")
    assert unsure.returncode == 1
    assert "--yes" in unsure.stderr
    assert answer(tmp_path, *options, "show", kept["id"])[0]["text"] == "First"
    gone_for_good = answer(tmp_path, *options, "delete", kept["id"], "--shred", "--yes")
    assert gone_for_good == [{"id": kept["id"]}]
    answer(tmp_path, *options, "delete", other["id"])
    answer(tmp_path, *options, "delete", other["id"], "--shred", "--yes")

    for one in (kept, other):
        assert run(tmp_path, *options, "undelete", one["id"]).returncode == 1
        gone = run(tmp_path, *options, "delete", one["id"], "--shred", "--yes")
        assert gone.returncode == 1
        assert "Traceback" not in gone.stderr
