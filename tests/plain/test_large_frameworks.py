"""Frameworks of any size and script, in the plain interface."""

from pathlib import Path

import pytest

from tests.frameworks.asked import LONG_WORD, RIGHT_TO_LEFT, large, one_question, shelved
from tests.journal.making import texts
from tests.plain.talking import PASSPHRASE, Clock, Heard, SmallPlace, talk


def hear(folder: Path, *said: str, **files: str) -> Heard:
    place = SmallPlace(folder / "n.vault", shelved(folder / "shelf", **files), Clock())
    if not place.there():
        place.make(PASSPHRASE).lock()
    return talk(place, *said, person=True)


def test_two_hundred_elements(tmp_path: Path) -> None:
    """Each is offered behind a number, and the last can be begun, to its last question."""
    heard = hear(
        tmp_path, ":elements", "200", ":questions", "10", "There too.", ".", ":pause", large=large()
    )

    assert "200. Large: Element number 199." in heard.text
    assert "Question 10 of 10. What about 9 of 199?" in heard.text
    place = SmallPlace(tmp_path / "n.vault", shelved(tmp_path / "shelf", large=large()), Clock())
    work = place.open(PASSPHRASE)
    assert texts(work.journal.entries()) == ["There too."]
    work.lock()


@pytest.mark.parametrize("ask", [RIGHT_TO_LEFT, f"What of {LONG_WORD}?"])
def test_any_script_and_any_length(tmp_path: Path, ask: str) -> None:
    """The question is said whole and in one piece, and so is the element's title."""
    heard = hear(tmp_path, ":elements", "1", ":skip", "1", ":pause", odd=one_question("odd", ask))

    assert any(line.endswith(ask) for line in heard.lines)
    assert any(line.startswith("1. ") and ask in line for line in heard.lines)
    assert "Living it." in heard.text
