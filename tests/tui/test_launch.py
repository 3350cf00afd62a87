"""Starting: one line for screen readers, and an environment that writes nothing down."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from peercoach.settings import Settings, load, save
from peercoach.tui.launch import _tell_once

LINE = "Using a screen reader? Press ctrl+q, then run: peercoach --plain"

# Starts as the command does, up to where the app would draw: there it tells what Textual has read.
PROBE = """
import sys, types
from pathlib import Path

class Probe:
    last_line = "Locked."
    return_code = 0
    def __init__(self, *given, **named):
        import textual.constants
        print("before", textual.constants.LOG_FILE, textual.constants.DEBUG)
    def run(self):
        pass

assert not [name for name in sys.modules if name.startswith("textual")]
from peercoach.frameworks.library import Library
from peercoach.settings import Settings
from peercoach.tui.launch import run
assert not [name for name in sys.modules if name.startswith("textual")]
app = types.ModuleType("peercoach.tui.app")
app.PeercoachApp = Probe
sys.modules["peercoach.tui.app"] = app
settings = Settings(screen_reader_hint_shown=True)
library = Library(frameworks={}, plans={})
sys.exit(run(Path("nowhere"), lambda: library, settings, Path("nowhere")))
"""


def test_textual_is_imported_late_and_writes_no_keys_down(tmp_path: Path) -> None:
    """With Textual's log asked for by environment, the request is gone before Textual reads it."""
    log = tmp_path / "keys.log"
    asked = {"TEXTUAL_LOG": str(log), "TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1"}

    ran = subprocess.run(
        [sys.executable, "-c", PROBE],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stdout.split("\n")[:2] == ["before None False", "Locked."], ran.stderr
    assert ran.returncode == 0
    assert not log.exists()


def test_a_screen_reader_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first start prints one ordinary line and remembers that it did; the next prints none."""
    _tell_once(Settings(theme="dark"), tmp_path)
    assert capsys.readouterr().out == LINE + "\n"

    remembered = load(tmp_path)
    _tell_once(remembered, tmp_path)

    assert (remembered.screen_reader_hint_shown, remembered.theme) == (True, "dark")
    assert capsys.readouterr().out == ""


def test_settings_that_can_not_be_kept_stop_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the settings can't be written the line is said, the reason too, and that is all."""
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file where the folder should be")

    _tell_once(Settings(), in_the_way)

    said = capsys.readouterr()
    assert said.out == LINE + "\n"
    assert "could not write" in said.err


def test_the_line_is_said_again_only_to_a_new_person(tmp_path: Path) -> None:
    """Settings that remember it are left exactly as they are."""
    save(Settings(screen_reader_hint_shown=True), tmp_path)
    before = (tmp_path / "settings.json").read_bytes()

    _tell_once(load(tmp_path), tmp_path)

    assert (tmp_path / "settings.json").read_bytes() == before
