"""The door of the plain interface: the first passphrase, unlocking, locking, leaving."""

from pathlib import Path

import pytest

from peercoach.errors import KeyringDamaged, NoTerminal, VaultBusy, WeakPassphrase, WrongPassphrase
from peercoach.plain.terminal import CLEAR
from peercoach.plain.watch import Gone, Idle, Interrupted
from peercoach.strength import passphrase_strength
from peercoach.words import company, welcome
from peercoach.words import plain as words
from tests.plain.talking import PASSPHRASE, Heard, Said, made, place, talk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "notebook.vault"


def opens(vault: Path, passphrase: str) -> bool:
    """Whether a passphrase opens a notebook."""
    try:
        place(vault).open(passphrase).lock()
    except WrongPassphrase:
        return False
    return True


def asked(vault: Path, *said: Said, hidden: tuple[str, ...] = ()) -> Heard:
    """A conversation with a person at a terminal who brought no passphrase file."""
    return talk(place(vault), *said, passphrase=None, person=True, hidden=hidden)


# --- the first time ------------------------------------------------------------------------------


def test_welcome(vault: Path) -> None:
    """The first run says the five lines, with support as it is here, and where notes live."""
    heard = talk(place(vault))

    assert len([line for line in heard.lines if line in words.welcome_lines()]) == 5
    assert any("one word away: :support" in line for line in heard.lines)
    assert "ctrl" not in heard.text
    assert f"Your notebook is made. It lives here: {vault}" in heard.lines
    assert len(welcome.LINES) == 5


def test_typed_twice(vault: Path) -> None:
    """A passphrase that does not show is typed twice, and opens the notebook from then on."""
    heard = asked(vault, "1", ":quit", hidden=(PASSPHRASE, PASSPHRASE))

    assert heard.code == 0
    assert opens(vault, PASSPHRASE)
    assert PASSPHRASE not in heard.text


def test_typed_differently(vault: Path) -> None:
    """Two that differ make nothing, and the way to choose is asked again."""
    heard = asked(vault, "1", "1", ":quit", hidden=("one of them", "the other", *[PASSPHRASE] * 2))

    assert words.NOT_THE_SAME in heard.lines
    assert opens(vault, PASSPHRASE)


def test_shown(vault: Path) -> None:
    """One that is shown is typed once."""
    asked(vault, "2", PASSPHRASE, ":quit")

    assert opens(vault, PASSPHRASE)


def test_suggested(vault: Path) -> None:
    """Five words are suggested, others each time; nothing is made until they are typed."""
    heard = asked(vault, "3", "3")

    suggested = [line for line in heard.lines if line.startswith("Here are five words: ")]
    assert len(set(suggested)) == 2
    assert all(len(line.split(": ")[1].split()) == 5 for line in suggested)
    assert not vault.exists()


def test_easy_to_guess(vault: Path) -> None:
    """One that is easy to guess is asked about once more, and may be used all the same."""
    heard = asked(vault, "2", "password", "1", "2", "password", "2", ":quit")

    assert heard.lines.count(words.WEAK_CHOICE[0]) == 2
    assert opens(vault, "password")


@pytest.mark.parametrize("way", ["1", "2"])
def test_could_be_guessed(vault: Path, way: str) -> None:
    """Of whatever is said that it could be guessed, it is asked whether to use it, first."""
    slip = "kettle tea"
    assert "could be guessed in" in passphrase_strength(slip).words
    assert passphrase_strength(slip).score == 2

    said = [way, *([slip] if way == "2" else [])]
    heard = asked(vault, *said, hidden=(slip, slip) if way == "1" else ())

    assert words.WEAK_CHOICE[0] in heard.lines
    assert words.MAKING not in heard.lines
    assert not vault.exists()


def test_too_short(vault: Path) -> None:
    """One that is too short is refused in a sentence, and is not offered all the same."""
    heard = asked(vault, "2", "short", "2", PASSPHRASE, ":quit")

    assert "This is short. It needs at least 8 characters." in heard.lines
    assert not set(words.WEAK_CHOICE) & set(heard.lines)
    assert opens(vault, PASSPHRASE)


def test_too_short_from_a_file(vault: Path) -> None:
    """From a file there is nobody to ask again: it is an error, and nothing is made."""
    with pytest.raises(WeakPassphrase):
        talk(place(vault), passphrase="short")

    assert not vault.exists()


@pytest.mark.parametrize("there", [True, False])
def test_nobody_to_ask(vault: Path, there: bool) -> None:
    """Without a terminal and without a passphrase file, it says that it has to ask."""
    if there:
        made(vault)

    with pytest.raises(NoTerminal):
        talk(place(vault), passphrase=None)


# --- unlocking -----------------------------------------------------------------------------------


def test_wrong_then_right(vault: Path) -> None:
    """A wrong passphrase is said to be that, and asked for again."""
    made(vault)

    heard = asked(vault, ":quit", hidden=("something else", PASSPHRASE))

    assert any(line.startswith("That passphrase does not open") for line in heard.lines)
    assert "Your notebook is open." in heard.lines


def test_nothing_typed(vault: Path) -> None:
    """Enter on its own at the door leaves, and so does control-D."""
    made(vault)

    assert asked(vault, hidden=("",)).code == 0
    assert asked(vault, hidden=("^D",)).code == 1


def test_what_can_be_typed_at_the_door(vault: Path) -> None:
    """Just before the first prompt, once, it is said what else can be typed there."""
    made(vault)

    heard = asked(vault, hidden=("something else", ""))

    assert heard.lines.count(words.AT_DOOR) == 1
    assert f"{words.AT_DOOR}\n{words.HIDDEN}\n" in heard.text


def test_support_at_the_door(vault: Path) -> None:
    """Support answers before anything is open."""
    made(vault)

    heard = asked(vault, hidden=(":support", ":help", ""))

    assert any("116 123" in line for line in heard.lines)
    assert any(line.startswith(":quit.") for line in heard.lines)


def test_damaged(vault: Path) -> None:
    """A damaged key file is another error than a wrong passphrase, and is not asked about again."""
    made(vault)
    for name in ("keyring.json", "keyring.2.json"):
        (vault / name).write_bytes((vault / name).read_bytes().replace(b"1", b"2", 5))

    with pytest.raises(KeyringDamaged):
        asked(vault, hidden=(PASSPHRASE,))


def test_open_elsewhere(vault: Path) -> None:
    """A notebook that is open in another window says so."""
    made(vault)
    work = place(vault).open(PASSPHRASE)

    with pytest.raises(VaultBusy):
        asked(vault, hidden=(PASSPHRASE,))

    work.lock()


# --- locking and leaving -------------------------------------------------------------------------


def test_lock_and_back(vault: Path) -> None:
    """Lock clears the screen, says what it can't clear, and the same line waits after unlocking."""
    made(vault)

    heard = asked(
        vault, ":elements", "1", "Half a line", ":lock", "1", ":quit", hidden=(PASSPHRASE,) * 2
    )

    before, _, after = heard.text.partition(CLEAR)
    assert "Half a line" in before
    assert "Saved at 14:02. Locked. No one else can read this." in after
    assert words.CANT_CLEAR in after
    assert "You wrote so far:\nHalf a line" in after


def test_lock_in_a_pipe(vault: Path) -> None:
    """In a pipe there is nobody to unlock for: to lock is to leave."""
    made(vault)

    heard = talk(place(vault), ":lock", "never read")

    assert heard.code == 0
    assert "Locked. No one else can read this." in heard.lines
    assert CLEAR not in heard.text


@pytest.mark.parametrize(
    ("environment", "within"), [({"TMUX": "/tmp/x,1,0"}, "tmux"), ({"STY": "1.x"}, "screen")]
)
def test_what_stays(vault: Path, environment: dict[str, str], within: str) -> None:
    """Inside tmux or screen it is said that they may keep a copy, and what clears it."""
    made(vault)

    heard = talk(place(vault), ":quit", person=True, environment=environment)

    assert words.CANT_CLEAR_IN[within] in heard.lines


def test_clears_first(vault: Path) -> None:
    """The order of the sequences leaves nothing: the scrollback goes after the screen."""
    made(vault)

    heard = talk(place(vault), ":quit", person=True)

    assert heard.text.count("\x1b") == 3
    assert heard.text.index("\x1b[2J") < heard.text.index("\x1b[3J")


@pytest.mark.parametrize("hidden", [("",), ("^D",), ("something else", "")])
def test_nothing_was_opened(vault: Path, hidden: tuple[str, ...]) -> None:
    """Where nothing was opened there is nothing of ours in the window, and it is left alone."""
    made(vault)

    heard = asked(vault, hidden=hidden)

    assert "\x1b" not in heard.text
    assert words.CLEARED not in heard.lines


def test_locked_and_left(vault: Path) -> None:
    """What was cleared on locking is not cleared again when one leaves from the door."""
    made(vault)

    heard = asked(vault, ":lock", hidden=(PASSPHRASE, ""))

    assert heard.text.count(CLEAR) == 1


@pytest.mark.parametrize("said", [["2", "^D"], ["3", "^D"]])
def test_a_passphrase_was_shown(vault: Path, said: list[str]) -> None:
    """A passphrase that was typed in the open, or suggested, does not stay in the window."""
    heard = asked(vault, *said)

    assert heard.text.count(CLEAR) == 1
    assert not vault.exists()


def test_left_before_a_passphrase_was_shown(vault: Path) -> None:
    """Where none was shown the window is left alone in the first run, too."""
    heard = asked(vault, "^D")

    assert CLEAR not in heard.text


def test_control_d(vault: Path) -> None:
    """Control-D ends an answer with words, warns once at one without, then goes home, leaves."""
    made(vault)

    heard = talk(place(vault), ":elements", "1", "One", "^D", "^D", "^D", "^D", person=True)

    assert any(line.startswith("Question 2 of 6.") for line in heard.lines)
    assert words.NOTHING_YET in heard.lines
    assert words.PAUSED in heard.lines
    assert heard.code == 0


def rest(why: Interrupted, line: str) -> Interrupted:
    """A signal that comes in the middle of a line."""
    why.rest = line
    return why


def test_control_c_once(vault: Path) -> None:
    """The first control-C says that nothing is lost, and one writes on."""
    made(vault)

    heard = talk(
        place(vault), ":elements", "1", "One", Interrupted(), "two", ".", ":quit", person=True
    )

    assert heard.code == 0
    assert words.INTERRUPTED in heard.lines
    assert "Question 2 of 6." in heard.text


def test_control_c_twice(vault: Path) -> None:
    """The second in a row leaves with the code that a shell expects; all lines are kept."""
    made(vault)

    heard = talk(place(vault), ":elements", "1", "One", Interrupted(), Interrupted(), person=True)
    again = talk(place(vault), "1")

    assert heard.code == 130
    assert words.DRAFT_KEPT in heard.text
    assert "You wrote so far:\nOne" in again.text


@pytest.mark.parametrize("number", [15, 1])
def test_ended_from_outside(vault: Path, number: int) -> None:
    """When the computer ends it or the window closes, it locks, and all lines are kept."""
    made(vault)

    heard = talk(place(vault), ":elements", "1", "One", Gone(number), person=True)
    again = talk(place(vault), "1")

    assert heard.code == 128 + number
    assert "You wrote so far:\nOne" in again.text


def test_idle(vault: Path) -> None:
    """After too long a silence it locks by itself, says why, and asks for the passphrase again."""
    made(vault)

    heard = talk(
        place(vault), ":elements", "1", "One", Idle(), "1", person=True, hidden=(PASSPHRASE,)
    )

    assert company.LOCKED_IDLE.format(minutes="15 minutes") in heard.text
    assert "You wrote so far:\nOne" in heard.text
