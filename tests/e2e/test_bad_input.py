"""Something wrong is given to the program itself: a clear sentence, a code, nothing lost."""

import hashlib
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import PASSPHRASE, PROGRAM, Home
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
LIMIT = 1024 * 1024
FIRST = "the first note, which must still be there"


@pytest.fixture
def kept(home: Home) -> Home:
    """A notebook with one note, and its passphrase in a file outside the home."""
    home.make().lock()
    (home.folder.parent / f"{home.folder.name}.pass").write_text(PASSPHRASE + "\n")
    assert run(home, "note", "-", said=FIRST).returncode == 0
    return home


def run(
    home: Home, *arguments: str, said: str = "", before: Callable[[], None] | None = None
) -> "subprocess.CompletedProcess[str]":
    """The program with its passphrase from a file; ``before`` runs in the child."""
    secret = home.folder.parent / f"{home.folder.name}.pass"
    return subprocess.run(
        [*PROGRAM, "--passphrase-file", str(secret), *arguments],
        input=said,
        env=dict(home.environment),
        capture_output=True,
        text=True,
        check=False,
        cwd=home.folder,
        preexec_fn=before,
    )


def texts(home: Home) -> list[str]:
    """The text of every note, newest first."""
    found = []
    for line in run(home, "list", "--json").stdout.splitlines():
        shown = run(home, "show", json.loads(line)["id"], "--json")
        found.append(json.loads(shown.stdout.splitlines()[0])["text"])
    return found


def error_of(done: "subprocess.CompletedProcess[str]") -> str:
    """The kind of the error, once it is sure that there was one sentence and no traceback."""
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    kind: str = json.loads(done.stderr.splitlines()[-1])["error"]["kind"]
    return kind


def test_one_bit_of_the_key_file(kept: Home) -> None:
    """With one bit changed the second copy is used, that is said, and nothing is lost."""
    first = kept.vault / "keyring.json"
    data = bytearray(first.read_bytes())
    data[len(data) // 3] ^= 4
    first.write_bytes(data)

    done = run(kept, "list")

    assert done.returncode == 0
    assert "key file" in done.stderr
    assert first.read_bytes() == (kept.vault / "keyring.2.json").read_bytes()
    assert texts(kept) == [FIRST]


def test_a_newer_format(kept: Home) -> None:
    """A notebook that asks for a newer reader is refused by name and not touched."""
    for name in ("keyring.json", "keyring.2.json"):
        body, second = (kept.vault / name).read_bytes().splitlines()
        body = body.replace(b'"min_reader":1', b'"min_reader":9')
        told = json.loads(second)
        told["sha256"] = hashlib.sha256(body).hexdigest()
        line = json.dumps(told, separators=(",", ":")).encode()
        (kept.vault / name).write_bytes(body + b"\n" + line + b"\n")
    before = kept.bytes_on_disk()

    done = run(kept, "list", "--json")

    assert error_of(done) == "newer-format"
    assert kept.bytes_on_disk() == before


def test_a_full_disk(kept: Home) -> None:
    """A note that finds no room is refused in a sentence, and the notes before it stand."""

    def no_room() -> None:
        size = max(file.stat().st_size for file in kept.vault.rglob("*.log"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = run(kept, "note", "-", "--json", said="x" * 20_000, before=no_room)

    assert error_of(done) == "disk-full"
    assert texts(kept) == [FIRST]
    assert run(kept, "check", "--deep").returncode == 0


def test_a_note_of_one_byte_too_many(kept: Home) -> None:
    """1 MiB is a note; one byte more is refused, and nothing of it is kept."""
    whole = run(kept, "note", "-", "--json", said="y" * LIMIT)
    more = run(kept, "note", "-", "--json", said="z" * (LIMIT + 1))

    assert whole.returncode == 0
    assert error_of(more) == "note-too-long"
    assert [len(text) for text in texts(kept)] == [LIMIT, len(FIRST)]


def test_control_characters_and_right_to_left(kept: Home) -> None:
    """What would drive a terminal is taken out; right-to-left text is kept as it is."""
    hebrew = "שלום, תודה"
    said = f"\x1b]0;owned\x07\x1b[2Jquiet\x00 tea\r\n{hebrew}\u200f\u2066x\u2069"

    done = run(kept, "note", "-", "--json", said=said)

    assert done.returncode == 0
    kept_text = texts(kept)[0]
    assert kept_text == f"]0;owned[2Jquiet tea\n{hebrew}\u200f\u2066x\u2069"
    shown = run(kept, "show", json.loads(done.stdout)["id"])
    assert "\x1b" not in shown.stdout


def test_a_folder_without_permission(kept: Home) -> None:
    """Where the system refuses, that is the sentence, and the notebook is as it was."""
    before = kept.bytes_on_disk()
    script = (
        "import os, sys\n"
        "from peercoach.vault.files import Files\n"
        "def refused(self, path, flags):\n"
        "    raise PermissionError(13, 'refused')\n"
        "Files.open = refused\n"
        "from peercoach.cli import entry\n"
        "sys.exit(entry.main())\n"
    )
    secret = kept.folder.parent / f"{kept.folder.name}.pass"
    command = [sys.executable, "-c", script, "--passphrase-file", str(secret), "list", "--json"]

    done = subprocess.run(
        command, env=dict(kept.environment), capture_output=True, text=True, check=False
    )

    assert error_of(done) == "not-permitted"
    after = kept.bytes_on_disk()
    assert {path: after[path] for path in before} == before


def test_two_processes_at_once(kept: Home) -> None:
    """While one has it open the other is told so; afterwards it opens."""
    holder = kept.open()

    refused = run(kept, "note", "-", "--json", said="from elsewhere")
    holder.lock()
    taken = run(kept, "note", "-", "--json", said="from elsewhere")

    assert error_of(refused) == "vault-busy"
    assert taken.returncode == 0
    assert texts(kept) == ["from elsewhere", FIRST]


@pytest.mark.parametrize("plain", [True, False])
def test_a_framework_with_errors_is_never_in_the_way(kept: Home, plain: bool) -> None:
    """A bad file of one's own is listed with its line, and the program goes on without it."""
    own = kept.folder / "own"
    own.mkdir()
    (own / "bad.yaml").write_text("format: peercoach/framework/1\nid: bad\nwhat_is_it: oops\n")

    checked = run(kept, "--frameworks", str(own), "frameworks", "check", str(own / "bad.yaml"))
    listed = run(
        kept, "--frameworks", str(own), "frameworks", "list", *([] if plain else ["--json"])
    )

    assert checked.returncode == 1
    assert "3" in checked.stdout + checked.stderr
    assert listed.returncode == 0
    assert "peer-leadership" in listed.stdout
    assert "bad" in listed.stdout


def test_no_word_is_lost_when_the_reader_goes_away(kept: Home) -> None:
    """A pipe that closes early ends the listing calmly."""
    read, write = os.pipe()
    os.close(read)
    secret = kept.folder.parent / f"{kept.folder.name}.pass"
    done = subprocess.run(
        [*PROGRAM, "--passphrase-file", str(secret), "list"],
        stdout=write,
        stderr=subprocess.PIPE,
        env=dict(kept.environment),
        text=True,
        check=False,
    )
    os.close(write)

    assert "Traceback" not in done.stderr
    assert texts(kept) == [FIRST]


def test_not_a_folder_at_all(home: Home, tmp_path: Path) -> None:
    """A picture in place of the notebook is left as it is."""
    home.vault.parent.mkdir(parents=True, exist_ok=True)
    home.vault.write_bytes(b"\x89PNG not a notebook")
    (home.folder.parent / f"{home.folder.name}.pass").write_text(PASSPHRASE + "\n")

    assert error_of(run(home, "list", "--json")) == "not-a-vault"
    assert run(home, "init").returncode == 1
    assert home.vault.read_bytes() == b"\x89PNG not a notebook"


def test_the_full_interface_beside_something_else(home: Home) -> None:
    """Where a picture stands in the notebook's place, that is said before anything is drawn."""
    home.vault.parent.mkdir(parents=True, exist_ok=True)
    home.vault.write_bytes(b"\x89PNG not a notebook")

    with home.run() as terminal:
        assert terminal.ended() == 1
        assert "is not a notebook" in " ".join(terminal.text().split())
        assert b"\x1b[?1049h" not in terminal.written

    assert home.vault.read_bytes() == b"\x89PNG not a notebook"


def test_the_full_interface_without_permission(home: Home) -> None:
    """Where the system lets nobody look into the folder, that is the sentence."""
    home.make().lock()
    script = (
        "import sys\n"
        "from peercoach.vault import standing\n"
        "def refused(path):\n"
        "    raise PermissionError(13, 'refused')\n"
        "standing.exists = refused\n"
        "from peercoach.cli import entry\n"
        "sys.argv = ['peercoach']\n"
        "sys.exit(entry.main())\n"
    )

    with Terminal([sys.executable, "-c", script], home.environment, cwd=home.folder) as terminal:
        assert terminal.ended() == 1
        assert "does not let me open" in " ".join(terminal.text().split())
        assert b"Traceback" not in terminal.written
