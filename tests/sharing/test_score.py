"""What the detector finds in the notes marked by hand does not become less."""

from pathlib import Path

import pytest

from tests.sharing import score
from tests.sharing.corpus_notes import half
from tests.sharing.score import SETTINGS, Rate, Setting, measure

FLOORS = {
    "default": (0.945, 0.155, 0.960),
    "dictionary at 80 %": (0.970, 0.105, 0.960),
    "lower case": (0.795, 0.430, 0.945),
    "lower case, dictionary": (0.880, 0.325, 0.940),
}
"""Of each setting: the least direct recall, the highest leak rate, the least precision."""
EVERY = ("EMAIL", "NHS", "NINO", "URL", "HANDLE", "POSTCODE")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_figures_hold(setting: Setting) -> None:
    """On the half to look at, no figure falls below what it is today, but for a little."""
    recall, leaks, precision = FLOORS[setting.name]

    scored = measure(half("tune"), setting)

    assert scored.direct.value >= recall
    assert scored.leaks.value <= leaks
    assert scored.precision.value >= precision
    assert scored.over.value <= 0.006
    assert scored.touched.value <= 0.13
    if not setting.lower:
        assert [one for one in EVERY if scored.recall(one).value < 1] == []


def test_wilson() -> None:
    """The interval is Wilson's: 8 of 10 is 0.490 to 0.943; nothing is below 0 or above 1."""
    low, high = Rate(8, 10).interval

    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert Rate(10, 10).interval[1] == pytest.approx(1)
    assert str(Rate(0, 4)) == "0.000 (0.000–0.490), n 4"


def test_document_shows_what_was_measured() -> None:
    """The figures in the documentation are those of the half that nobody tunes to."""
    assert score.shown(score.DOCUMENT.read_text("utf-8")) == score.table(half("report"))


def test_marks_are_where_they_are_said_to_be() -> None:
    """A mark covers what was marked, and no mark is left in a text."""
    notes = half("tune")

    assert len(notes) > 400
    assert not any("[[" in one.text or "]]" in one.text for one in notes)
    assert all(0 <= mark.start < mark.end <= len(one.text) for one in notes for mark in one.marks)
    assert Path(score.__file__).parent.joinpath("corpus", "tune").is_dir()
