"""The spare key in plain lines: said once in eight groups, two asked back, written only then."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest

from peercoach.errors import WrongPassphrase
from peercoach.patience import Patience
from peercoach.plain.port import Port
from peercoach.plain.terminal import CLEAR
from peercoach.plain.watch import Watch
from peercoach.words import failures
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from tests.plain.talking import PASSPHRASE, Clock, Reply, made, odd_lines, place, talk

CLOSED = [":elements", "1", "She put her pen down.", ".", ":enough", ""]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def groups(heard: str) -> list[str]:
    """The eight groups that were said last, as someone would have written them down."""
    lines = [line for line in heard.split("\n") if line.startswith("Group ")]
    return [line.partition(": ")[2].replace(" ", "").rstrip(".") for line in lines][-8:]


def asked(heard: str) -> int:
    """The number of the group that was asked for last."""
    return int(heard.rpartition("What is group ")[2].split("?")[0])


def read_back(heard: str) -> str:
    """The group that was asked for last, from paper."""
    return groups(heard)[asked(heard) - 1]


BACK = Reply(read_back)
BACK_BY_HAND = Reply(lambda heard: " ".join(read_back(heard).lower()))
WRONG = Reply(lambda heard: groups(heard)[asked(heard) % 8])
MADE = (":spare-key", "1", "", BACK, BACK)
ONCE = (PASSPHRASE,)


def opens(vault: Path, key: str) -> bool:
    """Whether a key opens a notebook, where its passphrase is asked for."""
    try:
        place(vault).open(key).lock()
    except WrongPassphrase:
        return False
    return True


def test_after_the_first_closing(vault: Path) -> None:
    """It is offered once: after the first reflection of which something is kept, not the second."""
    heard = talk(place(vault), *CLOSED, "2", *CLOSED)

    at = heard.lines.index("Closed and kept.")
    assert here.SPARE in heard.lines[at : at + 3]
    assert heard.lines.count(here.SPARE) == 1
    assert here.SPARE_LATER in heard.lines
    assert odd_lines(heard) == []


def test_after_the_first_closing_nobody_is_asked_twice(vault: Path) -> None:
    """Where it is offered on its own, the key is said without the passphrase; it opens then."""
    heard = talk(place(vault), *CLOSED, "1", "", BACK, BACK)

    assert here.SPARE_ASKS not in heard.lines
    assert here.SPARE_MADE in heard.lines
    assert opens(vault, "-".join(groups(heard.text)))


def test_a_wrong_passphrase(vault: Path) -> None:
    """It is said kindly and asked for again; help answers there, and what is typed never shows."""
    hidden = ("someone else's words", ":help", PASSPHRASE)

    heard = talk(place(vault), *MADE, person=True, hidden=hidden)

    said = heard.lines.index(failures.sentence("wrong-passphrase", {}))
    assert heard.lines.index(here.SPARE_ASKS) < said < heard.lines.index(here.SPARE_LOOK)
    assert here.SPARE_STOP in heard.lines[said : said + 2]
    assert here.SPARE_MADE in heard.lines
    assert not [one for one in (*hidden[::2],) if one in heard.text]
    assert opens(vault, "-".join(groups(heard.text)))


@pytest.mark.parametrize("hidden", [("",), ("someone else's words", ""), (":pause",), ()])
def test_without_the_passphrase_there_is_none(vault: Path, hidden: tuple[str, ...]) -> None:
    """Stopped, left, or with nobody to ask: no key is said, and nothing is changed."""
    before = (vault / "keyring.json").read_bytes()

    heard = talk(place(vault), ":spare-key", "1", hidden=hidden)

    assert groups(heard.text) == []
    assert (here.SPARE_NONE_MADE in heard.lines) == ("" in hidden)
    assert (vault / "keyring.json").read_bytes() == before


def test_nothing_kept(vault: Path) -> None:
    """Where nothing was kept there is nothing to lose, so none is offered."""
    heard = talk(place(vault), ":elements", "1", ":enough", "")

    assert here.SPARE not in heard.lines
    assert not any("spare key" in line for line in heard.lines)


def test_not_now_leaves_a_line(vault: Path) -> None:
    """To say not now leaves one line at home, which goes once there is a spare key."""
    heard = talk(place(vault), *CLOSED, "2")
    talk(place(vault), *MADE, hidden=ONCE)
    again = talk(place(vault))

    assert any(line.endswith("Make a spare key. You have none yet.") for line in heard.lines)
    assert not any("spare key" in line for line in again.lines)


def test_it_is_made(vault: Path) -> None:
    """Eight groups are said letter by letter, two are asked back, and then the key opens."""
    heard = talk(place(vault), *MADE, person=True, hidden=ONCE)

    key = "-".join(groups(heard.text))
    shown, _, after = heard.text.partition(CLEAR)
    assert len(groups(shown)) == 8
    assert all(line.count(" ") > 2 for line in shown.split("\n") if line.startswith("Group "))
    assert "Group 1:" not in after
    assert here.SPARE_MADE in heard.lines
    assert opens(vault, key)
    assert opens(vault, PASSPHRASE)
    assert [line for line in odd_lines(heard) if not line.startswith("Group ")] == []


def test_as_people_type(vault: Path) -> None:
    """Groups are taken in small letters and with spaces; a wrong one is asked for again."""
    heard = talk(
        *(place(vault), ":spare-key", "1", "", WRONG, BACK_BY_HAND, BACK), person=True, hidden=ONCE
    )

    assert any(line.startswith("That is not what I have for group ") for line in heard.lines)
    assert here.SPARE_MADE in heard.lines


@pytest.mark.parametrize("said", [["", ""], ["", BACK, ""], ["", WRONG, ":pause"], [":lock"]])
def test_left_before_the_end(vault: Path, said: list[str]) -> None:
    """Until both groups were right nothing is written: the key that was said opens nothing."""
    heard = talk(place(vault), ":spare-key", "1", *said, hidden=ONCE)

    assert here.SPARE_MADE not in heard.lines
    assert not opens(vault, "-".join(groups(heard.text)))
    assert opens(vault, PASSPHRASE)


def test_a_new_one_in_place_of_the_old(vault: Path) -> None:
    """A new key takes the place of an old one, which is said first, and which counts for the
    passphrase; the old opens no longer.
    """
    first = talk(place(vault), *MADE, hidden=ONCE)
    key = "-".join(groups(first.text))
    second = talk(place(vault, Clock()), ":settings", *MADE, hidden=(key.lower(),))

    assert here.SPARE_REPLACES in second.lines
    assert here.SPARE_ASKS_OLD in second.lines
    assert not opens(vault, key)
    assert opens(vault, "-".join(groups(second.text)))


def test_with_the_spare_key_at_the_door(vault: Path) -> None:
    """Whoever forgot their passphrase types the spare key in its place."""
    made_key = talk(place(vault), *MADE, hidden=ONCE)
    key = "-".join(groups(made_key.text))

    heard = talk(place(vault), ":quit", passphrase=None, person=True, hidden=(key,))

    assert words.OPEN in heard.lines
    assert key not in heard.text


def test_silence_where_nothing_shows_ends_too() -> None:
    """An open notebook waits no longer for the passphrase than for a line; the door waits on."""
    limits: list[float] = []

    class Noting(Watch):
        @contextmanager
        def waiting(self, limit: float = 0.0) -> Iterator[None]:
            limits.append(limit)
            yield

    port = Port(StringIO(), StringIO(), Noting(), hidden=lambda prompt: prompt)

    port.secret("At the door")
    port.guard.patience = Patience(15)
    port.secret("At an open notebook")

    assert limits == [0.0, 15 * 60.0]
