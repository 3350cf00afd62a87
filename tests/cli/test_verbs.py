"""The verbs about the notebook and the frameworks: their answers, their JSON."""

import json
import os
import stat
import subprocess
from pathlib import Path

from peercoach.vault.vault import Vault
from tests.cli.answers import answer
from tests.plain.talking import COMMAND, ELEMENT, PASSPHRASE, environment, opening, run

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


# --- check ---------------------------------------------------------------------------------------


def test_check(tmp_path: Path, several: list[str]) -> None:
    """A whole notebook is whole: by its shape, and with a passphrase by its contents."""
    [shape] = answer(tmp_path, "--vault", several[1], "check")
    [contents] = answer(tmp_path, *several, "check", "--deep")

    assert (shape["ok"], shape["problems"], shape["notes"]) == (True, [], None)
    assert (contents["ok"], contents["problems"], contents["notes"]) == (True, [], 3)
    assert [part["what"] for part in contents["parts"]] == [
        "key-files",
        "private",
        "drafts",
        "heal",
    ]


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
