"""The settings in plain lines: each in words behind its number, kept, and held at once."""

from pathlib import Path

import pytest

from peercoach import settings
from peercoach.settings import Settings
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from tests.plain.talking import environment, made, odd_lines, opening, place, run, talk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def test_all_of_them(vault: Path) -> None:
    """Every setting that a person can choose is said with its value, as a sentence."""
    heard = talk(place(vault), ":settings", "")

    at = heard.lines.index(here.SETTINGS)
    said = heard.lines[at + 1 : at + 1 + len(here.NAMES)]
    assert [line.partition(". ")[0] for line in said] == [
        str(number) for number in range(1, len(here.NAMES) + 1)
    ]
    assert said[0] == "1. Colours, on a screen: light."
    assert said[7] == "8. Lock when nothing is typed for: 15 minutes."
    assert odd_lines(heard) == []


def test_none_is_left_out() -> None:
    """What the settings hold is offered, but for what is remembered where it is chosen."""
    elsewhere = {"screen_reader_hint_shown", "plain", "languages"}
    assert {*here.NAMES, *elsewhere} == set(Settings.__struct_fields__)


@pytest.mark.parametrize(
    ("number", "typed", "name", "value"),
    [
        ("1", "3", "theme", "contrast"),
        ("2", "2", "motion", False),
        ("3", "2", "density", "close"),
        ("4", "90", "text_width", 90),
        ("5", "2", "progress", False),
        ("6", "2", "memories", False),
        ("7", "1", "shared_machine", True),
        ("8", "1.", "auto_lock_minutes", 1),
        ("9", "4", "region", "scotland"),
        ("10", "1", "goal_figure", True),
    ],
)
def test_change_one(vault: Path, number: str, typed: str, name: str, value: object) -> None:
    """A number asks for a new value; what is chosen is said in words and kept, and nothing else."""
    kept: list[Settings] = []

    heard = talk(place(vault), ":settings", number, typed, "", keep=kept.append)

    [changed] = kept
    assert getattr(changed, name) == value
    assert [
        field
        for field in Settings.__struct_fields__
        if getattr(changed, field) != getattr(Settings(), field)
    ] == [name]
    assert any(line.startswith(f"Changed. {here.NAMES[name]}: ") for line in heard.lines)
    assert odd_lines(heard) == []


@pytest.mark.parametrize(
    ("number", "typed", "said"),
    [
        ("4", "59", here.SETTING_NOT_ONE),
        ("4", "101", here.SETTING_NOT_ONE),
        ("8", "0", here.SETTING_NOT_ONE),
        ("8", "121", here.SETTING_NOT_ONE),
        ("8", "soon", here.SETTING_NOT_ONE),
        ("8", "", here.SETTINGS_AGAIN),
        ("1", "9", words.NOT_A_CHOICE),
        ("1", "", here.SETTINGS_AGAIN),
        ("14", "", words.NOT_A_CHOICE),
    ],
)
def test_what_does_not_fit(vault: Path, number: str, typed: str, said: str) -> None:
    """A value that a setting can't have changes nothing, and neither does enter on its own."""
    kept: list[Settings] = []

    heard = talk(place(vault), ":settings", number, typed, "", keep=kept.append)

    assert said in heard.lines
    assert kept == []


def test_limits_are_said(vault: Path) -> None:
    """For a number it is said from where to where it goes, as the settings themselves have it."""
    heard = talk(place(vault), ":settings", "8", "", "4", "")

    assert here.SETTING_NUMBER.format(least=1, most=120) in heard.lines
    assert here.SETTING_NUMBER.format(least=60, most=100) in heard.lines


def test_shared(vault: Path) -> None:
    """That a shared computer locks sooner is said beside the minutes."""
    heard = talk(place(vault), ":settings", "7", "1", "", ":settings")

    assert (
        "8. Lock when nothing is typed for: 15 minutes. While the computer is shared, 5 minutes at "
        "most." in heard.lines
    )


def test_region_holds_at_once(vault: Path) -> None:
    """Where one is decides at once which people to call are named."""
    heard = talk(place(vault), ":settings", "9", "4", ":support")

    assert "Breathing Space" in heard.text
    assert "Lifeline" not in heard.text


def test_kept_on_this_computer(tmp_path: Path, vault: Path) -> None:
    """What was chosen is in the file of the settings, and holds the next time."""
    first = run(tmp_path, *opening(tmp_path, vault), "--plain", said=":settings\n9\n3\n\n:quit\n")
    again = run(tmp_path, *opening(tmp_path, vault), "--plain", said=":settings\n\n:quit\n")

    folder = Path(environment(tmp_path)["XDG_CONFIG_HOME"]) / "peercoach"
    assert (first.returncode, first.stderr) == (0, "")
    assert "9. Where you are, for people to call: Wales." in again.stdout
    assert settings.load(folder).region == "wales"


def test_what_can_not_be_kept_is_said(vault: Path) -> None:
    """Where settings can't be kept that is said; they hold for as long as one is here."""
    from peercoach.errors import DiskFull

    def full(changed: Settings) -> None:
        raise DiskFull(path="/mnt/stick")

    heard = talk(place(vault), ":settings", "8", "20", "", ":settings", keep=full)

    assert any(line.startswith("There is no room left on the disk") for line in heard.lines)
    assert "8. Lock when nothing is typed for: 20 minutes." in heard.lines
