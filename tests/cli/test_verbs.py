"""The verbs about the notebook and the frameworks: their answers, their JSON."""

import json
import os
import stat
import subprocess
from pathlib import Path

from peercoach.vault.vault import Vault
from tests.cli.answers import answer
from tests.plain.talking import COMMAND, PASSPHRASE, environment, opening, run

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
