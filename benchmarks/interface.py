"""The interface beside a bare Textual app, in the same kind of pty and in one run.

First paint: from starting the process to the bytes of the screen's last words. Key to text: from
writing a key to the bytes of its letter. Each letter is typed once only, so it can't be one that
was there before. Ours and the floor take turns, so what else the machine does falls on both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bare import TITLE
from benchmarks.vault import PASSPHRASE, Row, note
from benchmarks.window import Window
from peercoach import paths
from peercoach.frameworks.library import open_library
from peercoach.settings import Settings, save
from peercoach.vault.kdf import SMALL
from peercoach.words import screens
from peercoach.words.actions import LABELS
from peercoach.workspace import Workspace

ELEMENT = "peer-leadership/sharing-the-movement"
_FOOT_LAST = LABELS["support"][0]
_TEN_KB = 10 * 1024
_A_MOMENT = 0.02
# Letters that no screen of ours or Textual's holds: Cyrillic, Latin Extended Additional, Greek.
_LETTERS = [chr(code) for start, stop in ((0x410, 0x450), (0x1E00, 0x1E96), (0x1EA0, 0x1EFA),
            (0x391, 0x3A2), (0x3B1, 0x3CA)) for code in range(start, stop)]  # fmt: skip
_BEFORE_A_SPACE = 6


@dataclass(frozen=True)
class Place:
    """Where ours runs: a notebook with one reflection under way, and folders of its own."""

    folder: Path
    environment: dict[str, str]

    @property
    def notebook(self) -> Path:
        """The notebook."""
        return self.folder / "notebook.vault"

    def ours(self) -> Window:
        """The interface at the door of the notebook."""
        return Window([sys.executable, "-m", "peercoach"], self.environment)

    def bare(self, text: str = "") -> Window:
        """The bare app with a text in its editor."""
        file = self.folder / "text"
        file.write_text(text, "utf-8")
        command = [sys.executable, "-m", "benchmarks.bare", str(file)]
        return Window(command, self.environment)


@contextmanager
def a_place(draft: str = "") -> Iterator[Place]:
    """A place beside the project, on the same disk as a notebook would be."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        folder = Path(name)
        places = ("CONFIG", "STATE", "CACHE", "DATA")
        environment = {f"XDG_{place}_HOME": str(folder / place) for place in places} | {
            "HOME": name,
            "PATH": os.defpath,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PEERCOACH_VAULT": str(folder / "notebook.vault"),
        }
        # Said once only, and this is not the first time here.
        save(Settings(screen_reader_hint_shown=True), folder / "CONFIG" / "peercoach")
        library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
        place = Place(folder, environment)
        work = Workspace.create(place.notebook, PASSPHRASE, library=library, profile=SMALL)
        if draft:
            work.begin(ELEMENT).draft(draft, 0)
        work.lock()
        yield place


# --- first paint ---------------------------------------------------------------------------------


def first_paint(rounds: int = 15) -> Row:
    """From starting the process to the whole door of a notebook, beside the bare app's screen."""
    with a_place() as place:
        ours, floors = [], []
        for _ in range(rounds + 1):
            with place.bare() as window:
                floors.append(window.drawn(TITLE, "Leave") - window.started)
            with place.ours() as window:
                ours.append(window.drawn(screens.UNLOCK, _FOOT_LAST) - window.started)
    # The first round of each warms the disk's cache and is left out.
    return _row("first paint of the door, median, ms", ours[1:], floors[1:], 50, 1.4)


# --- key to text ---------------------------------------------------------------------------------


def key_to_text(size: int = 0, keys: int = 200) -> tuple[Row, Row]:
    """From a key to its letter on the screen, with autosave on: p50 and p99.

    ``size`` is how many bytes stand in the editor, after the cursor: at its foot a bare TextArea
    does not show the first letter of a new line (Textual 8.2.8).
    """
    text = _paragraphs(size)
    with a_place(text) as place, place.ours() as window, place.bare(text) as bare:
        _into_the_editor(window, new=not text)
        bare.drawn(TITLE, "Leave")
        for one in (window, bare):
            one.settle(0.5)
        ours: list[float] = []
        floors: list[float] = []
        for number, letter in enumerate(_LETTERS[:keys]):
            for one, times in ((window, ours), (bare, floors)):
                if number % _BEFORE_A_SPACE == 0:
                    one.write(" ")
                one.settle(_A_MOMENT)
                typed = one.write(letter)
                times.append(one.drawn(letter) - typed)
    what = "10 KB there" if size else "empty editor"
    return (
        _row(f"key to text, {what}, p50, ms", ours, floors, 50, 1.3),
        _row(f"key to text, {what}, p99, ms", ours, floors, 99, 1.3),
    )


def _into_the_editor(window: Window, *, new: bool) -> None:
    """From the door to Home, then on with what waits there, or to the first element's question."""
    window.drawn(screens.UNLOCK, _FOOT_LAST)
    window.write(PASSPHRASE)
    window.settle(0.2)
    window.write("\r")
    window.drawn(LABELS["notes"][0])
    if new:
        window.settle(0.5)
        window.write("e")
        window.drawn(screens.CHOOSE_TITLE)
    window.settle(0.5)
    window.write("\r")
    window.drawn(LABELS["enough"][0])


def _paragraphs(size: int) -> str:
    text = "\n".join(str(note(number)["text"])[:500] for number in range(size // 500 + 1))
    return text[:size]


# --- the version ---------------------------------------------------------------------------------


def version(rounds: int = 25) -> Row:
    """``peercoach --version`` as installed, beside an interpreter that does nothing."""
    installed = str(Path(sys.executable).parent / "peercoach")
    ours, floors = [], []
    for _ in range(rounds + 1):
        floors.append(_ran([sys.executable, "-c", "pass"]))
        ours.append(_ran([installed, "--version"]))
    return _row("peercoach --version, median, ms", ours[1:], floors[1:], 50, 3.0)


def _ran(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _row(
    what: str, ours: Sequence[float], floors: Sequence[float], percent: int, bar: float
) -> Row:
    """A row of the given percentile of two lists of seconds."""

    def at(times: Sequence[float]) -> float:
        return statistics.quantiles(times, n=100, method="inclusive")[percent - 1] * 1000

    return Row(what, at(ours), at(floors), bar)


def rows(*, short: bool) -> Iterator[Row]:
    """Every figure of the interface; the short form types fewer keys."""
    yield version()
    yield first_paint()
    for size in (0, _TEN_KB):
        yield from key_to_text(size, keys=100 if short else len(_LETTERS))
