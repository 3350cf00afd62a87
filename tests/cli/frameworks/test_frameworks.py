"""``peercoach frameworks list``, ``show``, ``check`` and ``schema``."""

import json
from pathlib import Path

from peercoach.frameworks.schema import schema
from peercoach.words import commands as words
from tests.cli.answers import answer
from tests.frameworks.documents import FULL, SESSION
from tests.plain.talking import ELEMENT, run


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


def test_frameworks_check_says_what_only_a_library_knows(tmp_path: Path) -> None:
    """Of a named file also what it lines up with and is not here; that is no fault."""
    (tmp_path / "mine").mkdir()
    file = tmp_path / "mine" / "ours.yaml"
    file.write_text(
        "format: peercoach/framework/1\nid: ours\nextends: peer-leadership\nversion: 1.0.0\n"
        "elements: [{id: sharing-the-movement, "
        "aligned_to: {framework: not-installed, element: hope}}]\n"
    )
    mine = ("--frameworks", str(file.parent), "frameworks", "check")

    named = run(tmp_path, *mine, str(file))
    every = run(tmp_path, *mine)

    assert (named.returncode, every.returncode) == (0, 0)
    assert "ours.yaml: nothing to mend." in every.stdout
    assert "not-installed/hope" in named.stdout
    assert "not-installed" not in every.stdout


def test_frameworks_check_extends(tmp_path: Path) -> None:
    """A file that extends one that ships is checked upon it."""
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "format: peercoach/framework/1\nid: ours\nextends: peer-leadership\n"
        "title: Ours\nversion: 1.0.0\n"
    )

    assert run(tmp_path, "frameworks", "check", str(mine)).returncode == 0


def test_frameworks_list_says_what_is_wrong(tmp_path: Path) -> None:
    """A file that can't be used yet is listed with its errors; those that can are in its way no
    more than it is in theirs.
    """
    (tmp_path / "mine").mkdir()
    bad = tmp_path / "mine" / "ours.yaml"
    bad.write_text("format: peercoach/framework/1\nid: ours\ntitel: Ours\n" + "wibble: 1\n" * 9)
    where = ("--frameworks", str(tmp_path / "mine"), "frameworks", "list")

    said = run(tmp_path, *where)
    ours = answer(tmp_path, *where)[-1]

    assert said.returncode == 0
    assert "peer-leadership  Peer leadership" in said.stdout
    assert f"{bad}  can't be used yet." in said.stdout
    assert "  3:1: `titel`: did you mean `title`?" in said.stdout
    check = f"peercoach --frameworks {bad.parent} frameworks check {bad}"
    assert words.UNUSABLE_MORE.format(run=check) in said.stdout
    assert (ours["usable"], ours["file"]) == (False, str(bad))
    assert len(ours["errors"]) > 5
    assert all(set(one) == {"line", "column", "message"} for one in ours["errors"])


def test_frameworks_show_has_everything(tmp_path: Path) -> None:
    """Levels, exposures, steps and what lines up are shown, and so are session plans."""
    (tmp_path / "mine").mkdir()
    for sample in (FULL, SESSION):
        (tmp_path / "mine" / sample.name).write_bytes(sample.read_bytes())
    where = ("--frameworks", str(tmp_path / "mine"), "frameworks", "show")

    framework = run(tmp_path, *where, "carrying-it-together").stdout
    plan = run(tmp_path, *where, "two-by-the-window").stdout
    [data] = answer(tmp_path, *where, "two-by-the-window")

    assert "Lines up with: Closing (carrying-it-together/closing)" in framework
    assert "Something I did (did)" in framework
    assert "    Elements: meaning, closing." in framework
    assert "Conversation (talk). Minutes: 45, 60." in plan
    assert [part["id"] for part in data["parts"]] == ["check-in", "talk", "pause", "close"]


def test_frameworks_schema(tmp_path: Path) -> None:
    """The schema is printed as it is, for both kinds of file."""
    printed = run(tmp_path, "frameworks", "schema")

    assert printed.returncode == 0
    assert json.loads(printed.stdout) == schema()
