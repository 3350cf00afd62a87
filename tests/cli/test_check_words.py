"""``check`` in plain words: what is whole, what is lost, what to do."""

import json
import shutil
from pathlib import Path

import pytest

from peercoach.vault.vault import Vault
from peercoach.words import check as words
from peercoach.words import commands
from tests.plain.talking import PASSPHRASE, run
from tests.vault.logs import frames
from tests.vault.vaults import flipped
from tests.vectors.building import entry


@pytest.fixture
def vault(several: list[str]) -> Path:
    return Path(several[1])


def damage(vault: Path) -> None:
    """Change one bit of the second note."""
    [log] = [one for one in (vault / "spaces").iterdir() if len(frames(one.read_bytes())) > 2]
    data = log.read_bytes()
    before = sum(map(len, frames(data)[:2]))
    log.write_bytes(flipped(data, 8 * (before + 400)))


def test_a_whole_notebook(tmp_path: Path, several: list[str], vault: Path) -> None:
    """Each part is named as whole, then all in one line; nothing tells of Heal."""
    shutil.copytree(vault, vault / "backups" / "2026-03-14")

    done = run(tmp_path, *several, "check")

    assert done.returncode == 0
    assert sorted(done.stdout.splitlines()) == sorted(
        [
            "The key file and its copy: whole.",
            "Your private notes: whole.",
            "What you were typing: whole.",
            "A second file of private notes: whole.",
            "The backup 2026-03-14: whole. Notes: 3.",
            words.NEWEST.format(backup="backups/2026-03-14"),
            commands.WHOLE_NOTES.format(notes=3),
        ]
    )


def test_heal_says_nothing(tmp_path: Path, several: list[str], vault: Path) -> None:
    """Whether something was written in Heal can't be told from what is said, but for one sum."""
    without = run(tmp_path, *several, "check").stdout
    opened = Vault.open(vault, PASSPHRASE)
    opened.heal.commit({7: entry("For me alone.")})
    opened.lock()

    done = run(tmp_path, *several, "check")

    assert done.stdout == without.replace("Notes: 3.", "Notes: 4.")
    assert "Heal" not in done.stdout and done.stdout.count("Notes: ") == 1


def test_a_damaged_note(tmp_path: Path, several: list[str], vault: Path) -> None:
    """What is damaged, how much that costs, and where it is still whole: each is said."""
    shutil.copytree(vault, vault / "backups" / "2026-03-14")
    damage(vault)

    done = run(tmp_path, *several, "check")

    said = done.stdout.splitlines()
    assert done.returncode == 1
    assert "Your private notes: not whole, see below." in said
    assert words.LOST.format(frames=1) in said
    assert words.SAVED.format(backup="backups/2026-03-14") in said
    assert not any(line.startswith("All that I looked at") for line in said)


def test_without_a_passphrase(tmp_path: Path, several: list[str], vault: Path) -> None:
    """From the outside the loss is counted too, and how to learn more is said."""
    damage(vault)

    said = run(tmp_path, "--vault", str(vault), "check").stdout.splitlines()

    assert words.LOST.format(frames=1) in said
    assert words.LOST_UNKNOWN in said
    assert words.NO_BACKUP in said


def test_in_json(tmp_path: Path, several: list[str], vault: Path) -> None:
    """Scripts get what is lost, and the newest whole backup."""
    shutil.copytree(vault, vault / "backups" / "2026-03-14")
    damage(vault)

    report = json.loads(run(tmp_path, *several, "check", "--json").stdout)

    [problem] = report["problems"]
    assert (problem["kind"], problem["lost"], problem["saved_in"]) == (
        *("log-damaged", 1, "backups/2026-03-14"),
    )
    assert problem["message"] == words.sentence("log-damaged")
    assert report["newest_whole_backup"] == "backups/2026-03-14"
    assert report["conflicts"] == 0


def test_no_key_file(tmp_path: Path, several: list[str], vault: Path) -> None:
    """Where nothing opens any more, the backup to take the key file from is named."""
    shutil.copytree(vault, vault / "backups" / "2026-03-14")
    for name in ("keyring.json", "keyring.2.json"):
        (vault / name).unlink()

    done = run(tmp_path, *several, "check")

    assert done.returncode == 1
    assert words.RESTORE_FROM.format(backup="backups/2026-03-14", path=vault) in done.stderr


def test_what_else_lies_there(tmp_path: Path, several: list[str], vault: Path) -> None:
    """Files of others, and what was set aside, are named, and there is nothing to do."""
    (vault / "set-aside").mkdir()
    (vault / "set-aside" / "x.torn").write_bytes(b"x")
    (vault / "mine.txt").write_text("mine")

    done = run(tmp_path, *several, "check")

    assert done.returncode == 0
    assert words.ASIDE.format(count=1) in done.stdout
    assert words.OTHERS.format(names="mine.txt") in done.stdout


def test_a_header_that_is_gone(tmp_path: Path, several: list[str], vault: Path) -> None:
    """Of a file of which nothing can be read it isn't said that nothing is lost."""
    for log in (vault / "spaces").iterdir():
        log.write_bytes(bytes(3_000))

    said = run(tmp_path, *several, "check").stdout

    assert words.NOTHING_READ in said
    assert words.NOTHING_LOST not in said
