"""Every way to go wrong ends in one sentence and the right code, and shows no secret."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from peercoach.words import commands as words
from tests.plain.talking import (
    COMMAND,
    PASSPHRASE,
    environment,
    passphrase_file,
    run,
)

CANARY = "The heron stood beside the allotment shed"


def one_sentence(done: "subprocess.CompletedProcess[str]") -> bool:
    """Whether there is one line on standard error, and nothing on standard output."""
    return done.stdout == "" and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


def spoilt(vault: Path, how: str) -> None:
    """Do something to a notebook."""
    keyring = vault / "keyring.json"
    copies = (keyring, vault / "keyring.2.json")
    if how == "missing":
        vault.rename(vault.with_name("elsewhere"))
    elif how == "empty":
        vault.rename(vault.with_name("elsewhere"))
        vault.mkdir()
    elif how == "foreign":
        vault.rename(vault.with_name("elsewhere"))
        vault.write_text("a letter")
    elif how == "damaged":
        for copy in copies:
            copy.write_bytes(copy.read_bytes()[:-40])
    elif how == "no-log":
        for log in (vault / "spaces").iterdir():
            log.unlink()


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ("missing", "no-vault"),
        ("empty", "no-vault"),
        ("foreign", "not-a-vault"),
        ("damaged", "keyring-damaged"),
        ("no-log", "log-missing"),
    ],
)
@pytest.mark.parametrize("verb", [["list"], ["note", "x"], ["check", "--deep"]])
def test_spoilt(tmp_path: Path, options: list[str], how: str, kind: str, verb: list[str]) -> None:
    """Each kind of damage is its own sentence and its own kind, for every verb that opens."""
    spoilt(tmp_path / "n.vault", how)

    plain = run(tmp_path, *options, *verb)
    told = run(tmp_path, *options, *verb, "--json")

    assert plain.returncode == 1
    if kind == "log-missing" and verb[0] == "check":
        assert "log-missing" in told.stdout
        return
    assert one_sentence(plain)
    assert json.loads(told.stderr.splitlines()[-1])["error"]["kind"] == kind


def test_wrong_passphrase(tmp_path: Path, options: list[str]) -> None:
    """A wrong passphrase is never called damage, and is repeated nowhere."""
    passphrase_file(tmp_path, "words that do not open it")

    done = run(tmp_path, *options, "list", "--json")

    assert done.returncode == 1
    assert json.loads(done.stderr.splitlines()[-1])["error"]["kind"] == "wrong-passphrase"
    assert "words that do not open it" not in done.stderr + done.stdout


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00\x01", None])
def test_passphrase_file(tmp_path: Path, options: list[str], content: bytes | None) -> None:
    """A passphrase file that is empty, no text or not there is wrong use, and opens nothing."""
    file = tmp_path / "passphrase.txt"
    file.unlink()
    if content is not None:
        file.write_bytes(content)

    done = run(tmp_path, *options, "list")

    assert done.returncode == 2
    assert one_sentence(done)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nand more\n"])
def test_first_line(tmp_path: Path, options: list[str], end: str) -> None:
    """The passphrase is the first line, whatever ends it, and with a mark of Windows before it."""
    file = tmp_path / "passphrase.txt"
    file.write_bytes(("\ufeff" + PASSPHRASE + end).encode())

    assert run(tmp_path, *options, "note", "-", said="x").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["nte"],
        ["note", "--colour"],
        ["show"],
        ["rate", "one"],
        ["--vault"],
        ["list", "--kind", "poem"],
        ["frameworks", "lst"],
        [],
    ],
)
def test_wrong_use(tmp_path: Path, arguments: list[str]) -> None:
    """Wrong use is one sentence, and code 2."""
    done = run(tmp_path, *arguments)

    assert done.returncode == 2
    assert one_sentence(done)


def test_nearest_verb(tmp_path: Path) -> None:
    """A verb that is none is answered with the nearest one."""
    assert "Did you mean “search”?" in run(tmp_path, "serch").stderr


def test_no_terminal(tmp_path: Path, options: list[str]) -> None:
    """Where a passphrase has to be asked for and nobody is there, that is said."""
    done = run(tmp_path, "--vault", options[1], "list", "--json", said=PASSPHRASE + "\n")

    assert done.returncode == 1
    assert json.loads(done.stderr.splitlines()[-1])["error"]["kind"] == "no-terminal"


def test_full_interface_with_a_file(tmp_path: Path, options: list[str]) -> None:
    """Without a terminal the full interface leads to the plain one."""
    assert run(tmp_path, *options).stderr.endswith(f"peercoach --vault {options[1]} --plain\n")


# Root may read anything, until it gives up CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH; for anybody
# else there is nothing to give up.
_AS_ANYBODY = (
    "import ctypes, os, sys; library = ctypes.CDLL(None); "
    "[library.prctl(24, power, 0, 0, 0) for power in (1, 2)]; os.execv(sys.argv[1], sys.argv[1:])"
)


@pytest.mark.parametrize("folder", ["", "spaces"])
def test_no_permission(tmp_path: Path, options: list[str], folder: str) -> None:
    """A folder that may not be read is said to be that, and nothing is changed."""
    closed = tmp_path / "n.vault" / folder
    closed.chmod(0)

    done = subprocess.run(
        [sys.executable, "-c", _AS_ANYBODY, *COMMAND, *options, "note", "-", "--json"],
        input=CANARY,
        capture_output=True,
        encoding="utf-8",
        env=environment(tmp_path),
        check=False,
    )

    closed.chmod(0o700)
    assert done.returncode == 1
    assert json.loads(done.stderr.splitlines()[-1])["error"]["kind"] == "not-permitted"
    assert run(tmp_path, *options, "list").returncode == 1


def test_two_at_once(tmp_path: Path, options: list[str]) -> None:
    """A second process is told that the notebook is open in another window."""
    with subprocess.Popen(
        [*COMMAND, *options, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(tmp_path),
        encoding="utf-8",
    ) as first:
        assert first.stdout is not None
        while "What would you like to do?" not in first.stdout.readline():
            pass
        second = run(tmp_path, *options, "note", "x", "--json")
        first.communicate(":quit\n", timeout=30)

    assert second.returncode == 1
    assert json.loads(second.stderr.splitlines()[-1])["error"]["kind"] == "vault-busy"


def test_nobody_reads(tmp_path: Path, options: list[str]) -> None:
    """A pipe that closes early ends quietly."""
    for number in range(3):
        run(tmp_path, *options, "note", "-", said=f"tree {number} " + "x" * 100_000)

    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" search --json tree | true', "sh", *COMMAND, *options],
        capture_output=True,
        encoding="utf-8",
        env=environment(tmp_path),
        check=False,
    )

    assert done.stderr == ""


def test_full_output(tmp_path: Path, options: list[str]) -> None:
    """An answer that finds no room to be written ends in a sentence."""
    run(tmp_path, *options, "note", "-", said="x" * 9_000)
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*COMMAND, *options, "search", "--json", "x"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environment(tmp_path),
            check=False,
        )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def inside(folder: Path, setup: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The program with something changed in it beforehand."""
    code = f"{setup}\nfrom peercoach.cli.entry import main\nimport sys\nsys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=CANARY,
        capture_output=True,
        encoding="utf-8",
        env=environment(folder),
        check=False,
    )


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        ("RuntimeError(text)", 1, "RuntimeError, <string> "),
        ("UnicodeEncodeError('utf-8', text, 0, 1, text)", 1, "UnicodeEncodeError"),
        ("RecursionError(text)", 1, "RecursionError"),
        ("MemoryError(text)", 1, words.NO_MEMORY),
        ("KeyboardInterrupt(text)", 130, words.STOPPED),
        ("OSError(28, text)", 1, words.NO_ROOM),
        ("OSError(5, text)", 1, "OSError"),
    ],
)
def test_last_resort(tmp_path: Path, options: list[str], error: str, code: int, said: str) -> None:
    """What nobody foresaw is a calm sentence that says where, and never what was written."""
    setup = (
        "from peercoach.journal.store import Journal\n"
        "def add(self, entry):\n    text = entry.text\n"
        f"    raise {error}\n"
        "Journal.add = add"
    )

    done = inside(tmp_path, setup, *options, "note", "-", "--json")

    assert done.returncode == code
    assert said in done.stderr
    assert CANARY not in done.stderr + done.stdout
    assert PASSPHRASE not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert "error" in json.loads(done.stderr.splitlines()[-1])


def test_no_secret_beside_the_process(tmp_path: Path, options: list[str]) -> None:
    """Neither passphrase nor note stands in the arguments or the environment of the process."""
    setup = (
        "import os\nfrom peercoach.journal.store import Journal\n"
        "real = Journal.add\n"
        "def add(self, entry):\n"
        "    print(open('/proc/self/cmdline').read(), sorted(os.environ.items()))\n"
        "    return real(self, entry)\n"
        "Journal.add = add\n"
    )

    done = inside(tmp_path, setup, *options, "note", "-")

    assert "PYTHONPATH" in done.stdout
    assert CANARY not in done.stdout
    assert PASSPHRASE not in done.stdout
