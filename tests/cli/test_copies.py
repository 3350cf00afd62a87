"""``backup`` and ``restore``: made, put back, never over anything, and what scripts read of it."""

import json
from pathlib import Path

from peercoach.words import keeping
from tests.cli.answers import answer
from tests.plain.talking import opening, run


def kept(folder: Path, options: list[str]) -> list[dict[str, object]]:
    return answer(folder, *options, "list")


def test_made_and_put_back(tmp_path: Path, several: list[str]) -> None:
    """A backup lands among the notebook's own; put back elsewhere it has the same notes."""
    (made,) = answer(tmp_path, *several, "backup")

    path = Path(made["path"])
    assert path.parent == tmp_path / "n.vault" / "backups"
    assert {**made, "path": ""} == {"notes": 3, "conflicts": 0, "path": "", "whole": True}
    again = tmp_path / "again.vault"
    (back,) = answer(tmp_path, *several, "restore", str(path), "--to", str(again))
    assert back == {"notes": 3, "conflicts": 0, "path": str(again), "whole": True}
    assert kept(tmp_path, opening(tmp_path, again)) == kept(tmp_path, several)


def test_in_a_folder_of_ones_own(tmp_path: Path, several: list[str]) -> None:
    """With ``--to`` it is made there, folders and all; put back, how to open it is said."""
    done = run(tmp_path, *several, "backup", "--to", str(tmp_path / "stick" / "mine"))

    (made,) = (tmp_path / "stick" / "mine").iterdir()
    assert (done.returncode, done.stdout) == (0, keeping.BACKED_UP.format(path=made) + "\n")
    assert not (tmp_path / "n.vault" / "backups").exists()
    done = run(tmp_path, *several, "restore", str(made), "--to", str(tmp_path / "b.vault"))
    back = tmp_path / "b.vault"
    to_open = keeping.TO_OPEN.format(peercoach=f"peercoach --vault {back}")
    assert done.stdout == keeping.RESTORED.format(path=back, notes=3) + f"\n{to_open}\n"


def test_a_damaged_one_is_put_back_and_said(tmp_path: Path, several: list[str]) -> None:
    """It is put back as it is, each damaged file is named, and the answer is 1."""
    (made,) = answer(tmp_path, *several, "backup")
    log = max((Path(made["path"]) / "spaces").iterdir(), key=lambda one: one.stat().st_size)
    data = bytearray(log.read_bytes())
    data[1_000] ^= 1
    log.write_bytes(bytes(data))
    again = tmp_path / "again.vault"

    done = run(tmp_path, *several, "restore", made["path"], "--to", str(again), "--json")

    assert done.returncode == 1
    assert json.loads(done.stdout)["whole"] is False
    assert f"spaces/{log.name}" in done.stderr
    assert (again / "spaces" / log.name).read_bytes() == bytes(data)
    shown = run(tmp_path, *opening(tmp_path, again), "list")
    assert shown.returncode == 0 and "Newer" in shown.stdout
    twice = run(tmp_path, *opening(tmp_path, again), "backup")
    assert twice.returncode == 1
    assert "damaged" in twice.stdout


def test_what_can_not_be(tmp_path: Path, several: list[str]) -> None:
    """Over something, from nothing, with a wrong passphrase: one sentence, 1, nothing made."""
    (made,) = answer(tmp_path, *several, "backup")
    other = tmp_path / "other.txt"
    other.write_text("nine green lanterns\n")

    over = run(tmp_path, *several, "restore", made["path"], "--to", str(tmp_path / "n.vault"))
    nothing = run(tmp_path, *several, "restore", "nowhere", "--to", str(tmp_path / "b.vault"))
    wrong = ("--passphrase-file", str(other), "restore", made["path"], "--json")
    refused = run(tmp_path, *wrong, "--to", str(tmp_path / "b.vault"))

    assert (over.returncode, nothing.returncode, refused.returncode) == (1, 1, 1)
    assert "will not write over it" in over.stderr
    assert json.loads(refused.stderr.splitlines()[-1])["error"]["kind"] == "wrong-passphrase"
    assert not (tmp_path / "b.vault").exists()
    assert run(tmp_path, *several, "restore", made["path"]).returncode == 2


def test_deleted_for_good_leaves_the_backups(tmp_path: Path, several: list[str]) -> None:
    """A note that goes for good is in no backup when one is put back; one that could not be written
    is named.
    """
    (note,) = [one for one in kept(tmp_path, several) if one["title"] == "Newer"]
    first, second = (answer(tmp_path, *several, "backup")[0]["path"] for _ in range(2))
    (log,) = (Path(first) / "spaces").glob(f"{_largest(Path(first))}")
    log.write_bytes(log.read_bytes()[:200])

    done = run(tmp_path, *several, "delete", str(note["id"]), "--shred", "--yes")

    assert done.returncode == 0
    assert first in done.stderr and second not in done.stderr
    again = tmp_path / "again.vault"
    run(tmp_path, *several, "restore", second, "--to", str(again))
    titles = [one["title"] for one in kept(tmp_path, opening(tmp_path, again))]
    assert sorted(map(str, titles)) == ["Café by the ward", "Older"]


def _largest(backup: Path) -> str:
    return max((backup / "spaces").iterdir(), key=lambda one: one.stat().st_size).name


def test_an_older_copy_put_back_is_noticed(tmp_path: Path, several: list[str]) -> None:
    """It is said once on standard error; with ``--portable`` nothing is remembered or said."""
    import shutil

    shutil.copytree(tmp_path / "n.vault", tmp_path / "old")
    run(tmp_path, *several, "note", "-", said="newer still")
    shutil.rmtree(tmp_path / "n.vault")
    shutil.copytree(tmp_path / "old", tmp_path / "n.vault")

    portable = run(tmp_path, "--portable", *several, "list")
    first, second = (run(tmp_path, *several, "list") for _ in range(2))

    assert portable.stderr == ""
    assert "older than the one I saw here last" in first.stderr
    assert second.stderr == ""


def test_portable_leaves_nothing(tmp_path: Path, several: list[str]) -> None:
    """With ``--portable`` the home folder holds no file more than before."""
    before = sorted(tmp_path.rglob("seen.json"))

    run(tmp_path, "--portable", *several, "note", "-", said="on a stick")

    assert sorted(tmp_path.rglob("seen.json")) == before == []
