"""Locking by itself in plain lines: idle, asleep, stopped, covered, and with someone beside."""

from pathlib import Path

import pytest

from peercoach.patience import Patience
from peercoach.plain import cover
from peercoach.plain.port import Port
from peercoach.plain.terminal import CLEAR
from peercoach.plain.watch import Covered, Idle, Interrupted, Slept, Suspended, Watch
from peercoach.settings import Settings
from peercoach.words import company
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from tests.plain.talking import (
    PASSPHRASE,
    Heard,
    Said,
    Screen,
    Typed,
    made,
    odd_lines,
    place,
    talk,
)

REFLECTING = [":elements", "1", "Half a thought."]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def person(vault: Path, *said: Said, settings: Settings | None = None) -> Heard:
    """A person at a terminal who opens with a file first, and types the passphrase after that."""
    return talk(place(vault), *said, person=True, hidden=(PASSPHRASE,) * 3, settings=settings)


# --- nobody there --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("why", "settings", "said"),
    [
        (Idle, Settings(), company.LOCKED_IDLE.format(minutes="15 minutes")),
        (Idle, Settings(auto_lock_minutes=1), company.LOCKED_IDLE.format(minutes="a minute")),
        (Idle, Settings(shared_machine=True), company.LOCKED_IDLE.format(minutes="5 minutes")),
        (Slept, Settings(), company.LOCKED_SLEPT),
    ],
)
def test_it_locks_and_says_why(vault: Path, why: type[Idle], settings: Settings, said: str) -> None:
    """It clears the window, says why it locked, and what was typed waits behind the passphrase."""
    heard = person(vault, *REFLECTING, why(), "1", ":quit", settings=settings)

    before, _, after = heard.text.partition(CLEAR)
    assert "Half a thought." in before
    at = after.split("\n").index(said)
    assert after.split("\n")[at + 1] == "Saved at 14:02. Locked. No one else can read this."
    assert "You wrote so far:\nHalf a thought." in after
    assert odd_lines(heard) == []


def test_new_minutes_hold_at_once(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes chosen in the settings count from then on; the door counts none."""
    seen: list[Patience | None] = []
    taken = Port.line

    def line(port: Port, *given: object) -> str:
        seen.append(port.guard.patience)
        return taken(port, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Port, "line", line)
    person(vault, ":settings", "8", "3", "", ":company", "1")

    assert [one.minutes if one else None for one in seen[-3:]] == [3, None, None]


class KeyWaits:
    """What Windows says about a key: none waits until it was asked so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def __call__(self) -> bool:
        self.times -= 1
        return self.times < 0


class Hours:
    """A clock that goes on by ten seconds whenever it is looked at."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 10
        return self.now


def on_windows(*said: str, key_after: int) -> tuple[Port, Screen]:
    """A port that gets whole lines alone, and can be asked whether a key waits."""
    screen = Screen(person=True)
    port = Port(Typed(said, screen, person=True), screen, Watch(), key_waits=KeyWaits(key_after))
    port.guard.patience = Patience(5, monotonic=Hours(), wall=lambda: 0.0)
    return port, screen


def test_silence_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only whole lines can be had, silence before the first key is told and then locks."""
    monkeypatch.setattr("peercoach.plain.port.LOOK_EVERY", 0.0)
    port, screen = on_windows("never", key_after=1_000)

    with pytest.raises(Idle):
        port.line()

    assert screen.getvalue().count(company.IDLE) == 1


def test_a_key_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key after the notice keeps it open, and enter on its own answers nothing else."""
    monkeypatch.setattr("peercoach.plain.port.LOOK_EVERY", 0.0)
    port, screen = on_windows("", "next", key_after=26)

    assert port.line() == "next"

    assert screen.getvalue().count(company.IDLE) == 1
    assert screen.getvalue().count(words.STAYS_OPEN) == 1


# --- being stopped -------------------------------------------------------------------------------


def test_stopped(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is locked and the window cleared before it stops; to go on the passphrase is asked for."""
    states: list[str] = []

    def stop(port: Port) -> None:
        states.append(port._target.getvalue())  # type: ignore[attr-defined]
        place(vault).open(PASSPHRASE).lock()

    monkeypatch.setattr(Port, "stop", stop)

    heard = person(vault, *REFLECTING, Suspended(), "1", ":quit")

    [then] = states
    assert "Locked. No one else can read this." in then.partition(CLEAR)[2]
    assert heard.lines.count(words.WELCOME_BACK) == 1
    assert "You wrote so far:\nHalf a thought." in heard.text


# --- the cover -----------------------------------------------------------------------------------


def test_cover(vault: Path) -> None:
    """Under the cover there is an empty prompt and nothing else; enter brings everything back."""
    typed: list[Said] = ["what is this?", ":notes", Interrupted(), ""]

    heard = person(vault, *REFLECTING, ":cover", *typed, ":quit")

    _, covered, back, _ = heard.text.split(CLEAR)
    assert covered.replace("> ", "").split("\n") == ["what is this?", ":notes", "", "", ""]
    assert back.startswith(words.UNCOVERED)
    assert "Question 1 of 6." in back
    assert "You wrote so far:\nHalf a thought." in back


def test_the_cover_again(vault: Path) -> None:
    """The same command goes back too, and says home again as it was said before."""
    heard = person(vault, ":cover", ":cover", ":quit")

    parts = heard.text.split(CLEAR)
    before, back = parts[0], parts[2]
    home = before[before.index(here.HOME_NEW) : before.index(words.CHOOSE_NUMBER)]
    assert home in back


@pytest.mark.parametrize("said", [":lock", ":quit", "^D"])
def test_out_from_under_the_cover(vault: Path, said: str) -> None:
    """From under the cover one can lock and leave, and what was typed waits."""
    person(vault, *REFLECTING, ":cover", said, ":quit")

    assert "You wrote so far:\nHalf a thought." in person(vault, "1").text


def test_the_cover_ends(vault: Path) -> None:
    """After its minute it locks, and at the door nothing is said of why."""
    heard = person(vault, *REFLECTING, ":cover", Covered(), "1", ":quit")

    at_door = heard.text.split(CLEAR)[2]
    assert at_door.startswith("Saved at 14:02. Locked. No one else can read this.\n")
    assert company.IDLE not in heard.text
    assert "You wrote so far:\nHalf a thought." in heard.text


def test_its_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The minute runs out without a notice, and the patience of before is back."""
    monkeypatch.setattr("peercoach.plain.port.LOOK_EVERY", 0.0)
    port, screen = on_windows("a", "b", "c", "d", "e", "f", "g", "h", key_after=0)
    cover_of = cover._UnderCover(1, monotonic=Hours(), wall=lambda: 0.0)
    monkeypatch.setattr(cover, "_UnderCover", lambda minutes: cover_of)
    port._key_waits = KeyWaits(1_000)

    with pytest.raises(Covered):
        cover.stand(port, "home")

    assert screen.getvalue() == CLEAR + "> \n"
    assert cover_of.minutes == 1
    assert port.guard.patience is not cover_of


# --- someone beside ------------------------------------------------------------------------------


def test_company(vault: Path) -> None:
    """With someone beside, the notebook is locked: elements and questions are all there is."""
    states: list[bool] = []

    def look() -> None:
        place(vault).open(PASSPHRASE).lock()
        states.append(True)

    heard = person(
        vault, *REFLECTING, ":pause", ":company", look, "1", "", "hello", ":private", "1", ":quit"
    )

    together = heard.text.split(CLEAR)[1].split(company.ASK_AGAIN)[0]
    assert states == [True]
    assert company.HINT in together
    assert company.QUESTIONS + ":" in together
    assert "Half a thought." not in together
    assert "last time" not in together.lower()
    assert "You wrote so far:\nHalf a thought." in heard.text
    assert odd_lines(heard) == []


def at_door(vault: Path, *said: Said, hidden: tuple[str, ...]) -> Heard:
    """A person at the locked door."""
    return talk(place(vault), *said, passphrase=None, person=True, hidden=hidden)


def test_company_at_the_door(vault: Path) -> None:
    """Said at the door, the passphrase is asked for, hidden, before anything is shown."""
    states: list[bool] = []

    def look() -> None:
        place(vault).open(PASSPHRASE).lock()
        states.append(True)

    heard = at_door(
        vault, look, "1", "", ":private", ":quit", hidden=(":company", PASSPHRASE, PASSPHRASE)
    )

    at = heard.text.index(company.TOLD)
    assert heard.text[at:].startswith(f"{company.TOLD}\n{words.HIDDEN}\n{words.OPENING}\n")
    assert heard.text.index(words.OPENING) < heard.text.index(company.HINT)
    assert heard.lines.count(words.OPEN) == 1
    assert heard.text.index(company.HINT) < heard.text.index(words.OPEN)
    assert states == [True]
    assert PASSPHRASE not in heard.text


def test_company_and_a_wrong_passphrase(vault: Path) -> None:
    """With a wrong passphrase nothing is shown, and the next one is asked for hidden, too."""
    heard = at_door(vault, hidden=(":company", "something else", PASSPHRASE))

    assert "does not open" in heard.text.partition(company.HINT)[0]
    assert heard.text.count(words.HIDDEN) == 2 + 1
    assert "something else" not in heard.text


def test_alone_again_at_the_door(vault: Path) -> None:
    """Said again at the door, one is alone again, and one's own notes open."""
    heard = at_door(vault, ":quit", hidden=(":company", ":company", PASSPHRASE))

    assert words.ALONE_AGAIN in heard.lines
    assert company.HINT not in heard.lines
    assert words.OPEN in heard.lines


def test_company_before_there_is_a_notebook(tmp_path: Path) -> None:
    """In the first run there is nothing to close, and a passphrase is asked for as before."""
    heard = at_door(tmp_path / "new.vault", ":company", "1", ":quit", hidden=(PASSPHRASE,) * 2)

    assert words.NOTHING_TO_CLOSE in heard.lines
    assert company.HINT not in heard.lines
    assert heard.text.count(words.WAYS_TO_CHOOSE[0]) == 2
    assert PASSPHRASE not in heard.text


def test_home_from_an_element(vault: Path) -> None:
    """Going home from an element leads to the elements, and from there to the door."""
    heard = person(vault, ":company", "1", ":home", ":home", ":quit")

    assert here.ELEMENTS_AGAIN in heard.lines
    assert heard.text.index(here.ELEMENTS_AGAIN) < heard.text.index(company.ASK_AGAIN)


def test_company_in_a_pipe(vault: Path) -> None:
    """In a pipe it works too, and its end is an ordinary one."""
    heard = talk(place(vault), ":company", "2")

    assert heard.code == 0
    assert company.QUESTIONS + ":" in heard.lines
