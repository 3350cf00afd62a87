"""``deidentify``: text in, text out, and nothing kept anywhere."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peercoach.cli.root import root
from tests.plain.talking import COMMAND, environment, run

TEXT = "I met Priya Nair on 14 March 2025. Priya’s number is 01632 960123. 🙂\r\n"
REPLACED = "I met Person A on a day in spring 2025. Person A’s number is [phone removed]. 🙂\r\n"
KNOWN = "people:\n  - {name: Rowan Kestrelle, also: [Chipper], role: colleague}\nwards: [Quill]\n"


def given(folder: Path, text: str | bytes, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """A run with this text on standard input, by rules and lists alone unless it asks for more."""
    if "--names" not in arguments:
        arguments = ("--no-names", *arguments)
    return subprocess.run(
        [*COMMAND, "deidentify", *arguments],
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        cwd=folder,
        env=environment(folder),
        timeout=60,
        check=False,
    )


def test_text_from_a_pipe(tmp_path: Path) -> None:
    """Nothing but the text comes out, with its line ends, and no file is made."""
    before = sorted(tmp_path.rglob("*"))

    done = given(tmp_path, TEXT)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == REPLACED
    assert sorted(tmp_path.rglob("*")) == before


def test_text_from_a_file(tmp_path: Path) -> None:
    """A file is read and left as it was."""
    file = tmp_path / "note.txt"
    file.write_bytes(TEXT.encode())

    done = given(tmp_path, "", "note.txt")

    assert done.stdout.decode() == REPLACED
    assert file.read_bytes() == TEXT.encode()
    assert list(tmp_path.glob("*.txt")) == [file]


def test_json(tmp_path: Path) -> None:
    """Spans are code points of what was given; each has its label; risks say what they are."""
    text = "🙂 Priya came. Only three of us were there."

    told = json.loads(given(tmp_path, text, "--json").stdout)

    assert told["text"] == "🙂 Person A came. Only three of us were there."
    assert told["spans"] == [
        {"start": 2, "end": 7, "type": "PERSON", "certainty": "found", "label": "Person A"}
    ]
    [risk] = told["risks"]
    assert (risk["kind"], text[risk["start"] : risk["end"]]) == ("few", "three of us")
    assert risk["says"]


def test_lines(tmp_path: Path) -> None:
    """One answer a line, in order, each note with its own names; the text comes back as it was."""
    notes: list[dict[str, Any]] = [
        {"id": 7, "text": "Zanquil came.\nThen Zanquil left.", "dictionary": ["Zanquil Moor"]},
        {"id": "b", "text": "We had tea.", "dictionary": None},
        {"id": "c", "text": ""},
    ]
    lines = "".join(json.dumps(one) + "\n\n" for one in notes)

    done = given(tmp_path, lines, "--lines", "-")

    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [one["id"] for one in answers] == [7, "b", "c"]
    assert [one["text"] for one in answers] == [one["text"] for one in notes]
    assert [(one["start"], one["end"]) for one in answers[0]["spans"]] == [(0, 7), (19, 26)]
    assert [one["spans"] for one in answers[1:]] == [[], []]


def test_a_line_may_hold_any_break(tmp_path: Path) -> None:
    """A line ends at its line feed alone, not at other breaks inside a text."""
    line = json.dumps({"id": 1, "text": "One\u2028Priya came\u0085so"}, ensure_ascii=False)

    answer = json.loads(given(tmp_path, line + "\n", "--lines").stdout)

    assert [(one["start"], one["end"]) for one in answer["spans"]] == [(4, 9)]


def test_dictionary(tmp_path: Path) -> None:
    """Whoever the dictionary has is replaced by what they are."""
    (tmp_path / "known.yaml").write_text(KNOWN)

    done = given(tmp_path, "Then Chipper went to Quill.", "--dictionary", "known.yaml")

    assert done.stdout.decode() == "Then Colleague A went to Ward 1."


def test_names_model(tmp_path: Path) -> None:
    """The names model is used where it is installed, unless it is turned off."""
    text = "later mark was off and we all went home"

    asked = given(tmp_path, text, "--names")
    unasked = run(tmp_path, "deidentify", "-", said=text)
    refused = given(tmp_path, text)

    assert (asked.stdout.decode(), asked.stderr) == (
        "later Person A was off and we all went home",
        b"",
    )
    assert unasked.stdout == asked.stdout.decode()
    assert refused.stdout.decode() == text


@pytest.mark.parametrize(
    ("text", "arguments", "code", "said"),
    [
        ("", ("none.txt",), 2, "can't read a file at none.txt"),
        (b"\xff\xfe", (), 2, "UTF-8"),
        ("not json\n", ("--lines",), 2, "Line 1"),
        ('{"id": 1, "text": "x"}\n[1]\n', ("--lines",), 2, "Line 2"),
        ('{"id": 1}\n', ("--lines",), 2, "Line 1"),
        ('{"id": 1, "text": "x", "dictionary": "Anna"}\n', ("--lines",), 2, "Line 1"),
        ("[" * 100_000, ("--lines",), 2, "Line 1"),
        (r'{"id": 1, "text": "\ud800"}' + "\n", ("--lines",), 2, "Line 1"),
        ("x", ("--dictionary", "none.yaml"), 1, "none.yaml"),
    ],
)
def test_bad_input(
    tmp_path: Path, text: str | bytes, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """What can't be read is said in a sentence, without a word of the text."""
    done = given(tmp_path, text, *arguments)

    assert done.returncode == code
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_no_notebook_is_opened(tmp_path: Path) -> None:
    """It asks for no passphrase, and needs no notebook, unless one is named; then there has to be
    one.
    """
    there = {"PEERCOACH_VAULT": str(tmp_path / "none.vault")}
    done = run(tmp_path, "deidentify", "-", more=there)
    named = run(tmp_path, "--vault", there["PEERCOACH_VAULT"], "deidentify", "-", said="Ann")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (named.returncode, named.stdout) == (1, "")
    assert "There is no notebook at" in named.stderr
    assert not (tmp_path / "none.vault").exists()


def test_line_ends_are_not_made_two_characters(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the system would turn each end of a line into two characters, the text stays as it
    was.
    """
    (tmp_path / "note.txt").write_bytes("One tea.\nTwo teas.\r\n🙂\n".encode())
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "utf-8", newline="\r\n"))

    assert root.main(["deidentify", str(tmp_path / "note.txt")], standalone_mode=False) is None

    assert written.getvalue().decode() == "One tea.\nTwo teas.\r\n🙂\n"
