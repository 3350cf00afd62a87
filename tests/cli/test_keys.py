"""``passphrase`` and ``spare-key`` in a real terminal: what is asked and said, what opens then."""

import re
from pathlib import Path

import pytest

from peercoach.words import commands as words
from peercoach.words import keeping
from peercoach.words import plain as plain_words
from peercoach.words import plain_rooms as here
from tests.cli.test_terminal import enter, terminal
from tests.e2e.terminal import Terminal
from tests.plain.talking import PASSPHRASE, made, opening, run

pytestmark = pytest.mark.e2e

NEW = "nine green lanterns"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "n.vault")


def opens(folder: Path, vault: Path, passphrase: str) -> bool:
    """Whether it opens with this passphrase or spare key."""
    file = folder / "typed.txt"
    file.write_text(passphrase + "\n")
    done = run(folder, "--vault", str(vault), "--passphrase-file", str(file), "list")
    assert done.returncode in (0, 1)
    return "does not open" not in done.stderr


def choose(window: Terminal, passphrase: str = NEW) -> None:
    """Type a new passphrase twice."""
    window.wait_for(plain_words.HIDDEN_NEW.strip())
    enter(window, passphrase)
    window.wait_for(plain_words.HIDDEN_AGAIN.strip())
    enter(window, passphrase)


def spare_key(folder: Path, vault: Path) -> str:
    """Make one as a person does: read it, go on, type two groups of it."""
    with terminal(folder, vault, "spare-key", "new") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        window.wait_for(here.SPARE_WRITTEN)
        groups = _groups(window)
        enter(window, "")
        window.wait_for(here.SPARE_STOP)
        assert not _groups(window)
        _answer(window, groups)
        window.wait_for(here.SPARE_USE)
        assert window.ended() == 0
    return "-".join(groups[str(number)] for number in range(1, 9))


def _groups(window: Terminal) -> dict[str, str]:
    found = re.findall(r"Group (\d): ((?:\w ){3}\w)", window.text())
    return {number: letters.replace(" ", "") for number, letters in found}


def _asked(window: Terminal, times: int) -> list[str]:
    pattern = here.SPARE_ASK.format(number=r"(\d)").replace("?", r"\?")
    window.wait_until(lambda: len(re.findall(pattern, window.text())) >= times, "a group", 10)
    return re.findall(pattern, window.text())


def _answer(window: Terminal, groups: dict[str, str]) -> None:
    for time in (1, 2):
        enter(window, groups[_asked(window, time)[-1]].lower())


def test_a_new_passphrase(tmp_path: Path, vault: Path) -> None:
    """It is asked for twice, shows nowhere, and what older copies still open with is said."""
    with terminal(tmp_path, vault, "passphrase") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        choose(window)
        window.wait_for(keeping.CHANGED)
        assert window.ended() == 0
    assert "to guess" in window.text()
    for typed in (PASSPHRASE, NEW):
        assert typed.encode() not in window.written

    assert opens(tmp_path, vault, NEW)
    assert not opens(tmp_path, vault, PASSPHRASE)


@pytest.mark.parametrize("verb", [("passphrase",), ("spare-key", "new")], ids=" ".join)
def test_a_file_does_not_stand_in_for_a_person(
    tmp_path: Path, vault: Path, verb: tuple[str, ...]
) -> None:
    """A passphrase file opens it, and the passphrase of now is asked for all the same; with
    another nothing is changed, and no spare key is shown.
    """
    options, before = opening(tmp_path, vault)[2:], (vault / "keyring.json").read_bytes()
    with terminal(tmp_path, vault, *options, *verb) as window:
        window.wait_for(words.HIDDEN_NOW.strip())
        enter(window, "something else")
        window.wait_for("does not open this notebook")
        assert window.ended() == 1

    assert not _groups(window)
    assert (vault / "keyring.json").read_bytes() == before


@pytest.mark.parametrize(
    "verb", [("passphrase",), ("spare-key", "new"), ("spare-key", "use")], ids=" ".join
)
def test_without_a_terminal(tmp_path: Path, vault: Path, verb: tuple[str, ...]) -> None:
    """Where there is nobody to ask, nothing is changed, and it is said."""
    before = (vault / "keyring.json").read_bytes()

    done = run(tmp_path, *opening(tmp_path, vault), *verb)

    assert done.returncode == 1
    assert "no terminal" in done.stderr
    assert (vault / "keyring.json").read_bytes() == before


def test_too_short(tmp_path: Path, vault: Path) -> None:
    """The rule is that of a new notebook."""
    with terminal(tmp_path, vault, "passphrase") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        choose(window, "short")
        window.wait_for("needs at least 8 characters")
        assert window.ended() == 1

    assert opens(tmp_path, vault, PASSPHRASE)


def test_it_may_be_known(tmp_path: Path, vault: Path) -> None:
    """Neither the old passphrase nor the old spare key opens; all of it is said."""
    spare = spare_key(tmp_path, vault)
    assert opens(tmp_path, vault, spare)
    with terminal(tmp_path, vault, "passphrase", "--may-be-known") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        choose(window)
        window.wait_for(keeping.CHANGED_SPARE.partition(". ")[0])
        assert window.ended() == 0
    for sentence in (keeping.CHANGED_KNOWN, keeping.CHANGED_BACKUPS, keeping.CHANGED_ELSEWHERE):
        window.wait_for(sentence)

    assert opens(tmp_path, vault, NEW)
    assert not opens(tmp_path, vault, PASSPHRASE)
    assert not opens(tmp_path, vault, spare)
    (backup,) = (vault / "backups").iterdir()
    assert opens(tmp_path, backup, NEW)


def test_forgotten(tmp_path: Path, vault: Path) -> None:
    """Who has the spare key sets a new passphrase; a key of another notebook does nothing."""
    spare = spare_key(tmp_path, vault)
    other = spare_key(tmp_path, made(tmp_path / "other.vault"))
    for typed, said in ((other, "does not open this notebook"), ("ABCD", "not as it was written")):
        with terminal(tmp_path, vault, "spare-key", "use") as window:
            window.wait_for(words.HIDDEN_SPARE.strip())
            enter(window, typed)
            window.wait_for(said)
            assert window.ended() == 1
    with terminal(tmp_path, vault, "spare-key", "use") as window:
        window.wait_for(words.HIDDEN_SPARE.strip())
        enter(window, spare.lower())
        choose(window)
        window.wait_for(keeping.CHANGED)
        assert window.ended() == 0

    assert opens(tmp_path, vault, NEW) and opens(tmp_path, vault, spare)
    assert not opens(tmp_path, vault, PASSPHRASE)


def test_stopped_before_it_is_written_down(tmp_path: Path, vault: Path) -> None:
    """A wrong group is asked for again; an empty line stops, and then no key was made."""
    with terminal(tmp_path, vault, "spare-key", "new") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        window.wait_for(here.SPARE_WRITTEN)
        enter(window, "")
        place = _asked(window, 1)[0]
        enter(window, "UUUU")
        window.wait_for(here.SPARE_NOT_RIGHT.format(number=place))
        enter(window, "")
        window.wait_for(here.SPARE_NONE_MADE)
        assert window.ended() == 1

    done = run(tmp_path, *opening(tmp_path, vault), "spare-key")
    assert done.stdout == keeping.NO_SPARE.format(peercoach=f"peercoach --vault {vault}") + "\n"


def test_whether_there_is_one(tmp_path: Path, vault: Path) -> None:
    """Alone, the command says that there is one, and never what it is."""
    spare = spare_key(tmp_path, vault)

    done = run(tmp_path, *opening(tmp_path, vault), "spare-key")

    assert done.stdout == keeping.HAS_SPARE.format(peercoach=f"peercoach --vault {vault}") + "\n"
    assert spare not in done.stdout + done.stderr
