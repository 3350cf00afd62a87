"""Home in plain lines: what waits, what fits, what was written long ago, and the ways on."""

from pathlib import Path

import pytest

from peercoach.journal.records import Entry
from peercoach.settings import Settings
from peercoach.words import home, look_back
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from tests.plain.talking import PASSPHRASE, Clock, choice, made, odd_lines, place, talk

DAY = 86_400_000


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def later(days: int) -> Clock:
    """A clock so many days after the first of them."""
    return Clock(Clock().utc_ms + days * DAY)


def test_a_new_notebook(vault: Path) -> None:
    """Home of an empty notebook offers beginnings alone, each a sentence behind a number."""
    heard = talk(place(vault))

    at = heard.lines.index(here.HOME_NEW)
    assert heard.lines[at + 1 : at + 14] == [
        "1. I have 10 minutes.",
        "2. I have 30 minutes.",
        "3. I have an hour.",
        "4. Three short questions.",
        "5. Choose an element.",
        "6. Look back at my notes.",
        "7. Goals.",
        "8. Share notes with someone.",
        "9. Protected time.",
        "10. Heal, for something you carry.",
        "11. Settings.",
        "12. Lock and leave.",
        words.CHOOSE_NUMBER,
    ]
    assert odd_lines(heard) == []


def test_no_choice(vault: Path) -> None:
    """What is no choice at home is said to be none; nothing happens."""
    heard = talk(place(vault), "99", "hello", "0", ".", "-1")

    assert heard.lines.count(words.NOT_A_CHOICE) == 5
    assert heard.code == 0


@pytest.mark.parametrize("said", ["11", ":quit"])
def test_leave(vault: Path, said: str) -> None:
    """One leaves by a number or by a command."""
    heard = talk(place(vault), said, "never read")

    assert heard.code == 0
    assert "Locked. No one else can read this." in heard.lines


def test_unfinished_first(vault: Path) -> None:
    """The newest unfinished reflection is the first thing offered, with its day; others wait."""
    clock = Clock()
    talk(place(vault, clock), ":elements", "2", "Older", ":pause")
    clock.utc_ms += DAY
    talk(place(vault, clock), ":elements", "1", "Newer", ":pause")
    clock.utc_ms += DAY

    heard = talk(place(vault, clock), "2", "1")

    at = heard.lines.index(here.HOME)
    assert heard.lines[at + 1] == (
        "1. Go on with Sharing the movement, question 1 of 6. Last saved yesterday."
    )
    assert heard.lines[at + 2] == "2. Go on with one other that waits."
    assert "1. Go on with Remembering why we came, question 1 of 6. Last saved on 14 March." in (
        heard.lines
    )
    assert "Older" in heard.lines


def test_elements(vault: Path) -> None:
    """Every element is listed behind a number, and it is left for home by a word."""
    heard = talk(place(vault), ":elements", ":home")

    assert "1. Peer leadership: Sharing the movement." in heard.lines
    assert any(line.startswith("10. Three short questions") for line in heard.lines)
    assert f"13. {here.OTHER_SETS}" in heard.lines
    assert heard.lines.count(here.HOME_NEW) == 2


def test_last_rating(vault: Path) -> None:
    """What was said of an element last is said at home, and beside each one in the list."""
    talk(place(vault), ":elements", "1", *[":skip"] * 6, "2", ":enough", "")

    heard = talk(place(vault, later(3)), ":elements")

    last = "Last time: {}We do this sometimes, on 14 March."
    assert f"{choice(heard, 'Choose an')}. Choose an element. " + last.format(
        "Sharing the movement, "
    ) in (heard.lines)
    assert "1. Peer leadership: Sharing the movement. " + last.format("") in heard.lines


@pytest.mark.parametrize(
    ("number", "heading", "first"),
    [
        ("1", "Ten minutes.", "One question, from "),
        ("2", "Thirty minutes.", "Its questions, then how it is now."),
        ("3", "An hour.", "My protected hour. "),
    ],
)
def test_what_fits(vault: Path, number: str, heading: str, first: str) -> None:
    """So many minutes lead to what fits into them, each as sentences; a word leads home."""
    heard = talk(place(vault), number, ":home")

    at = heard.lines.index(heading)
    assert heard.lines[at + 1] == home.WITHIN_HINT
    assert first in heard.lines[at + 2]
    assert heard.lines.count(here.HOME_NEW) == 2
    assert odd_lines(heard) == []


def test_an_hour_ends_looking_back(vault: Path) -> None:
    """An hour offers to look back at the element; while nothing is there, it is said of that one,
    and all notes follow.
    """
    talk(place(vault), ":elements", "2", "About why.", ".", ":enough", "")
    with_others = place(vault, later(1)).open(PASSPHRASE)
    with_others.journal.add(Entry(kind="note", text="About nothing."))
    with_others.lock()
    heard = talk(place(vault, later(1)), choice(talk(place(vault)), "I have an hour"))

    again = talk(
        place(vault, later(1)),
        choice(heard, "I have an hour"),
        choice(heard, "Look back at "),
    )

    at = again.lines.index("Your notes about Sharing the movement, newest first.")
    assert again.lines[at + 1] == look_back.NOTHING_THERE
    assert any("About nothing." in line for line in again.lines[at + 2 :])


def test_long_ago(vault: Path) -> None:
    """Something written long ago is quoted at home; :hide says it no more, and that is kept."""
    talk(place(vault), ":elements", "1", "A bench in the sun.", ".", ":enough", "")
    kept: list[Settings] = []

    heard = talk(place(vault, later(40)), ":hide", ":hide", keep=kept.append)

    quoted = "In March you wrote: “A bench in the sun.” Type :hide to hear no more of these."
    assert heard.lines.count(quoted) == 1
    assert here.HIDDEN_NOW in heard.lines
    assert here.NOTHING_TO_HIDE in heard.lines
    assert [one.memories for one in kept] == [False]


def test_to_bring(vault: Path) -> None:
    """What was marked to be brought along is counted at home, and said whole behind its number."""
    talk(place(vault), ":elements", "1", "Ask her.", ":bring", ".", ":skip", ":bring", ":pause")
    offered = talk(place(vault, later(1)))

    heard = talk(place(vault, later(1)), choice(offered, "to bring"), "1", "3", "2", "2", "1", "1")

    assert any(
        line.endswith("Some things to bring to our next conversation.") for line in heard.lines
    )
    assert (
        "1. Sharing the movement. When did you last see someone's face change because of how "
        in (heard.text)
    )
    assert "story?\nAsk her.\n" in heard.text
    assert here.BROUGHT_OUT in heard.lines
    assert "You wrote so far:\nAsk her." in heard.text
    assert words.BRINGING in heard.lines
    assert odd_lines(heard) == []
