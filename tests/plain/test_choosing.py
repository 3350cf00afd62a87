"""Choosing an element in plain lines: what is at hand is short to hear, all else a list away."""

from pathlib import Path

import pytest

from peercoach.words import company
from peercoach.words import plain_rooms as here
from tests.plain.talking import choice, made, odd_lines, place, talk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def test_another_set_is_one_list_further(vault: Path) -> None:
    """The last choice leads to the other sets by title, and one of them to its elements."""
    near = talk(place(vault), ":elements")
    sets = talk(place(vault), ":elements", choice(near, here.OTHER_SETS[:-1]))

    heard = talk(
        place(vault),
        ":elements",
        choice(near, here.OTHER_SETS[:-1]),
        choice(sets, "Nine dimensions of leadership"),
        "2",
        "1",
        "A cup of tea.",
        ":pause",
    )

    assert here.SETS in sets.lines
    assert not any("Inspiring shared purpose" in line for line in near.lines)
    assert "2. Nine dimensions of leadership: Leading with care." in heard.lines
    assert "How do you notice that someone is having a hard time?" in heard.text
    assert odd_lines(heard) == []


def test_a_set_that_asks_for_care_is_in_no_list(vault: Path) -> None:
    """Neither among the elements nor among the other sets."""
    near = talk(place(vault), ":elements")
    sets = talk(place(vault), ":elements", choice(near, here.OTHER_SETS[:-1]))

    assert "Leading from lived experience" in sets.text
    assert "Something I carry" not in near.text + sets.text
    assert "Arwain" not in near.text + sets.text


def test_home_from_each_list(vault: Path) -> None:
    """Home is one word away from each list, and nothing begins."""
    near = talk(place(vault), ":elements")
    other = choice(near, here.OTHER_SETS[:-1])

    for said in ([":home"], [other, ":home"], [other, "1", ":home"]):
        heard = talk(place(vault), ":elements", *said)
        assert heard.lines.count(here.HOME_NEW) == 2


def test_what_was_written_about_is_at_hand_next_time(vault: Path) -> None:
    """An element of another set stands among the first ones once something was kept there."""
    near = talk(place(vault), ":elements")
    other = choice(near, here.OTHER_SETS[:-1])
    sets = talk(place(vault), ":elements", other)
    lived = choice(sets, "Leading from lived experience")
    talk(place(vault), ":elements", other, lived, "1", "How waiting feels.", ".", ":pause")

    heard = talk(place(vault), ":elements")

    title = "Leading from lived experience: Knowing from having lived it."
    assert not any(title in line for line in near.lines)
    assert any(line.endswith(title) for line in heard.lines)


def test_two_can_look_at_another_set_too(vault: Path) -> None:
    """With someone beside, the other sets are as far away, and enter leads back."""
    near = talk(place(vault), ":company")
    other = choice(near, here.OTHER_SETS[:-1])
    sets = talk(place(vault), ":company", other)
    team = choice(sets, "Growing as a team")

    heard = talk(place(vault), ":company", other, "", other, team, "1", "")

    assert heard.lines.count(here.SETS) == 2
    assert "What would we like people to say of us when we're not there?" in heard.text
    assert company.QUESTIONS + ":" in heard.lines
    assert here.ELEMENTS_AGAIN in heard.lines
    assert odd_lines(heard) == []
