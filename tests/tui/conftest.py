"""What every test of the full interface starts from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input, TextArea

from tests.tui.settling import Settling
from tests.tui.stage import Stage

_READ: dict[object, list[RuleSet]] = {}


@pytest.fixture(autouse=True, scope="module")
def sheets_are_read_once() -> Iterator[None]:
    """Keep what Textual read of a style sheet in a theme: it reads all again for each app."""
    read = Stylesheet._parse_rules

    def once(sheet: Stylesheet, css: str, *where: Any, **named: Any) -> list[RuleSet]:
        worn, names = vars(sheet).get("_named", (None, ()))
        if worn is not sheet._variables:
            names = tuple(sorted(sheet._variables.items()))
            vars(sheet)["_named"] = (sheet._variables, names)
        key = (css, where, tuple(named.items()), names)
        if key not in _READ:
            _READ[key] = read(sheet, css, *where, **named)
        return _READ[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield


@pytest.fixture(autouse=True)
def settling(monkeypatch: pytest.MonkeyPatch) -> Settling:
    """A pilot waits for what is pending, not for the clock."""
    settling = Settling()
    settling.install(monkeypatch)
    return settling


@pytest.fixture(autouse=True)
def nothing_blinks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that blinks would make a picture differ from itself."""
    for widget in (Input, TextArea):
        monkeypatch.setattr(widget.cursor_blink, "_default", False)


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal that the tests are started from says nothing of the one they draw on."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "NO_MOTION", "REDUCED_MOTION"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def in_london(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where protected time is chosen is the same place on every computer."""
    monkeypatch.setenv("TZ", "Europe/London")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty folder to make a notebook in."""
    return Stage(tmp_path)


@pytest.fixture
def filled(tmp_path: Path) -> Stage:
    """A notebook with a winter of notes in it."""
    stage = Stage(tmp_path)
    stage.fill()
    return stage
