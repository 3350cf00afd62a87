"""Lines taken key by key: what the system's own line editing would give, known while typed."""

import os
import pty
import select
import termios
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from peercoach.patience import Patience
from peercoach.plain.guard import Guard
from peercoach.plain.typist import NoMore, Pasted, Typist
from peercoach.plain.watch import Idle, Slept


class Desk:
    """A terminal with a typist at it; ``keys`` are typed before it listens."""

    def __init__(self) -> None:
        self.person, program = pty.openpty()
        self.source = os.fdopen(os.dup(program), "r", encoding="utf-8")
        self.target = os.fdopen(program, "w", encoding="utf-8")
        self.now = 0.0
        self.paused: list[str] = []
        self.noticed: list[str] = []
        self.guard = Guard()
        self.typist = Typist(self.source, self.target, clock=self.clock)

    def clock(self) -> float:
        """A clock that moves a tenth of a second each time one looks at it."""
        self.now += 0.1
        return self.now

    def line(self, keys: str) -> str:
        """What a line of these keys becomes."""
        os.write(self.person, keys.encode())
        return self.wait(self.paused.append)

    def wait(self, pause: Callable[[str], None]) -> str:
        """The next line, whatever was typed."""
        return self.typist.line(nullcontext, pause, self.guard, self.noticed.append)

    def shown(self) -> str:
        """What the person has been shown: a terminal may hand it over in pieces."""
        told = b""
        while select.select([self.person], [], [], 0.2)[0]:
            told += os.read(self.person, 65_536)
        return told.decode()

    def close(self) -> None:
        """Take the terminal away."""
        for one in (self.source, self.target):
            one.close()
        os.close(self.person)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk at work."""
    desk = Desk()
    with desk.typist.at_work():
        yield desk
    desk.close()


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("tea\r", "tea"),
        ("tea\n", "tea"),
        ("teax\x7f\r", "tea"),
        ("\x7f\x7ftea\r", "tea"),
        ("all of this\x15tea\r", "tea"),
        ("green  tea\x17leaf\r", "green  leaf"),
        ("a\x1b[Db\x1bOPc\x1b[3~d\r", "abcd"),
        ("a\tb\x07c\x00\r", "a bc"),
        ("e\u0301x\x7f\x7ftea\r", "tea"),
        ("茶茶\x7f\r", "茶"),
        ("x" * 6_000 + "\r", "x" * 6_000),
        ("\r", ""),
        ("tea\x04", "tea"),
    ],
)
def test_a_line_is_what_the_keys_say(desk: Desk, keys: str, line: str) -> None:
    """Letters, taking back, arrow keys, long lines: each gives the line that was meant."""
    assert desk.line(keys) == line


def test_several_lines_at_once(desk: Desk) -> None:
    """Lines pasted together come one after the other."""
    assert desk.line("one\rtwo\rthr") == "one"
    assert desk.line("") == "two"
    assert desk.line("ee\r") == "three"


PASTE = "\x1b[200~{}\x1b[201~"


def test_a_paste(desk: Desk) -> None:
    """Each line that was pasted with its end is known for that; what follows it is typed."""
    pasted = desk.line(PASTE.format("one\r:skip\r.\rlast"))
    lines = [pasted, desk.line(""), desk.line(""), desk.line(" word\r"), desk.line(".\r")]

    assert lines == ["one", ":skip", ".", "last word", "."]
    assert [isinstance(one, Pasted) for one in lines] == [True, True, True, False, False]


def test_signs_in_a_paste(desk: Desk) -> None:
    """What would be a key is none in a paste: it takes nothing back and ends nothing."""
    assert desk.line(PASTE.format("a\x7fb\x15c\x17d\x04e\x1b[Af") + "\r") == "abcdef"
    assert desk.line("g\x7fh\r") == "h"


def test_a_paste_that_comes_in_pieces(desk: Desk) -> None:
    """Its beginning may be cut anywhere between two reads."""
    os.write(desk.person, b"\x1b[20")
    desk.typist._ahead += desk.typist._decode(os.read(desk.source.fileno(), 9))
    desk.typist._take()

    assert isinstance(desk.line("0~.\r\x1b[201~"), Pasted)


def test_the_terminal_tells_of_pastes_no_longer() -> None:
    """For a passphrase, and afterwards, the terminal sends a paste as it did before."""
    desk = Desk()
    with desk.typist.at_work(), desk.typist.resting():
        during = desk.shown()
    after = desk.shown()

    assert during == "\x1b[?2004h\x1b[?2004l"
    assert after == "\x1b[?2004h\x1b[?2004l"
    desk.close()


def test_a_terminal_that_takes_no_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that calls itself dumb would print what it is asked, so it is not asked."""
    monkeypatch.setenv("TERM", "dumb")
    desk = Desk()
    with desk.typist.at_work():
        desk.line("tea\r")

    assert desk.shown() == "tea\r\n"
    desk.close()


def test_control_d(desk: Desk) -> None:
    """On an empty line it is the end; behind letters it gives the line, and then the end."""
    with pytest.raises(NoMore):
        desk.line("\x04")
    assert desk.line("tea\x04") == "tea"
    with pytest.raises(NoMore):
        desk.line("")


def test_what_is_shown(desk: Desk) -> None:
    """Letters are shown as typed and a letter taken back is wiped: nothing else is drawn."""
    desk.line("ab\x7fc\x1b[A\r")

    assert desk.shown() == "\x1b[?2004hab\b \bc\r\n"


def test_it_is_known_while_typed(desk: Desk) -> None:
    """Within a second of a key the line so far is handed over, long before it is entered."""
    seen: list[str] = []

    def pause(so_far: str) -> None:
        seen.append(so_far)
        os.write(desk.person, b"\r")

    os.write(desk.person, b"half a thou")
    whole = desk.wait(pause)

    assert seen == ["half a thou"]
    assert whole == "half a thou"


def test_an_unfinished_line_can_be_taken(desk: Desk) -> None:
    """When a signal ends the wait, what was typed is there to be kept, once."""

    class Told(Exception):
        pass

    def pause(_so_far: str) -> None:
        raise Told

    os.write(desk.person, b"half")
    with pytest.raises(Told):
        desk.wait(pause)

    assert desk.typist.unfinished() == "half"
    assert desk.typist.unfinished() == ""


def test_the_terminal_is_as_it_was() -> None:
    """Afterwards, and for a passphrase in between, the system edits lines again."""
    desk = Desk()
    own = desk.source.fileno()
    cooked = termios.ICANON | termios.ECHO
    before = termios.tcgetattr(own)

    with desk.typist.at_work():
        at_work = termios.tcgetattr(own)[3]
        with desk.typist.resting():
            resting = termios.tcgetattr(own)[3]
        again = termios.tcgetattr(own)[3]

    assert before == termios.tcgetattr(own)
    assert (at_work & cooked, resting & cooked, again & cooked) == (0, cooked, 0)
    desk.close()


def test_a_terminal_that_is_gone(tmp_path: Path) -> None:
    """Where the terminal has hung up, that is an error of the system, and not a line."""
    desk = Desk()
    waits: Callable[[str], None] = desk.paused.append
    os.close(desk.person)

    with pytest.raises(OSError):
        desk.wait(waits)

    desk.source.close()
    desk.target.close()


# --- nobody there --------------------------------------------------------------------------------


class Hours:
    """A clock that goes on by some seconds whenever it is looked at, as long as it runs."""

    def __init__(self, step: float) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks follow one another without a second between them."""
    monkeypatch.setattr("peercoach.plain.typist.LOOK_EVERY", 0.001)


@pytest.mark.usefixtures("quickly")
def test_silence_is_told_then_ends_the_wait(desk: Desk) -> None:
    """The notice comes once, with what stands there; then the wait ends, and the line is there."""
    desk.guard.patience = Patience(2, monotonic=Hours(0.5), wall=Hours(0.5))

    with pytest.raises(Idle) as caught:
        desk.line("half a li")

    assert desk.noticed == ["half a li"]
    assert type(caught.value) is Idle
    assert desk.typist.unfinished() == "half a li"


@pytest.mark.usefixtures("quickly")
def test_a_key_after_the_notice_stays(desk: Desk) -> None:
    """A key after the notice is typed where it belongs, and the whole time begins again."""
    desk.guard.patience = Patience(2, monotonic=Hours(0.5), wall=Hours(0.5))

    def notice(so_far: str) -> None:
        desk.noticed.append(so_far)
        os.write(desk.person, b"x" if len(desk.noticed) < 3 else b"\r")

    line = desk.typist.line(nullcontext, desk.paused.append, desk.guard, notice)

    assert line == "xx"
    assert desk.noticed == ["", "x", "xx"]
    assert desk.guard.warned


@pytest.mark.usefixtures("quickly")
def test_sleep_ends_the_wait(desk: Desk) -> None:
    """A gap in the time of day that nobody counted means that the computer slept."""
    desk.guard.patience = Patience(60, monotonic=Hours(0.01), wall=Hours(31))

    with pytest.raises(Slept):
        desk.line("half")
