"""A whole session, as it is heard: compared line by line with a file that can be read as a guide.

The file is made anew with ``PEERCOACH_TRANSCRIPT=write``; what changes in it is read before it is
kept.
"""

import os
from pathlib import Path

from peercoach.plain.terminal import CLEAR
from peercoach.words import plain as words
from tests.plain.talking import PASSPHRASE, Clock, Heard, choice, made, odd_lines, place, talk

GOLDEN = Path(__file__).parent / "transcripts" / "session.txt"
DAY = 86_400_000
CLEARED = "(The window is cleared here.)"

SESSION = [
    # Ten minutes: one question, answered and closed.
    "2",
    "1",
    "Joy’s bench, on Friday. We sat in the sun and nobody hurried.",
    "She said it was the first quiet hour of her week.",
    ".",
    "",
    # A spare key is offered, and not made now.
    "2",
    # Look back: search, one note whole, deleted and brought back.
    ":notes",
    "sun",
    "1",
    ":delete",
    "1",
    ":deleted",
    "1",
    ":restore",
    "",
    ":pause",
    # Settings, a cover, and the lock.
    ":settings",
    "9",
    "3",
    "",
    ":cover",
    "",
    ":lock",
    "",
]


def session(vault: Path) -> Heard:
    """A month after a first reflection that was left unfinished."""
    clock = Clock()
    talk(
        place(made(vault), clock),
        ":elements",
        "1",
        "The commissioner, on Tuesday. I told her about the garden.",
        ".",
        "Allotments, not slides.",
        ":pause",
    )
    clock.utc_ms += 31 * DAY
    return talk(
        place(vault, clock), *SESSION, passphrase=None, person=True, hidden=(PASSPHRASE, "")
    )


def test_a_whole_session(tmp_path: Path) -> None:
    """All that is said in a session, and the order it is said in, is what the file tells."""
    heard = session(tmp_path / "n.vault")

    told = heard.text.replace(CLEAR, CLEARED + "\n").replace(str(tmp_path), "")
    if os.environ.get("PEERCOACH_TRANSCRIPT") == "write":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(told, encoding="utf-8")
    assert told.split("\n") == GOLDEN.read_text(encoding="utf-8").split("\n")
    assert heard.code == 0


def test_it_makes_sense_aloud(tmp_path: Path) -> None:
    """Each line of it is a sentence, a heading or a numbered choice, and nothing is drawn."""
    heard = session(tmp_path / "n.vault")

    assert odd_lines(heard) == []
    assert PASSPHRASE not in heard.text
    assert heard.lines.count(words.NOT_A_CHOICE) == 0
    assert choice(heard, "I have 10 minutes") == "2"
