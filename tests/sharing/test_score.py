"""What the detector finds in the notes marked by hand does not become less."""

from pathlib import Path

import pytest

from tests.sharing import beside, score
from tests.sharing.corpus_notes import half
from tests.sharing.score import SETTINGS, SETTINGS_NAMES, Rate, Setting, measure

FLOORS = {
    "default": (0.945, 0.155, 0.960),
    "dictionary at 80 %": (0.970, 0.105, 0.960),
    "lower case": (0.795, 0.430, 0.945),
    "lower case, dictionary": (0.880, 0.325, 0.940),
}
"""Of each setting: the least direct recall, the highest leak rate, the least precision."""
FLOORS_NAMES = (0.945, 0.86, 0.88)
"""With the names model, on one note in ten: direct recall as it was typed, in lower case, and the
least precision of both."""
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


def test_figures_hold_with_the_names_model() -> None:
    """The names model finds more than rules alone, above all in lower case, and stays precise."""
    notes = half("tune")[::10]
    cased_floor, small_floor, precision = FLOORS_NAMES

    cased, small = (measure(notes, one) for one in SETTINGS_NAMES if not one.dictionary)
    plain = [measure(notes, one) for one in SETTINGS if not one.dictionary]

    assert cased.direct.value >= max(cased_floor, plain[0].direct.value)
    assert small.direct.value >= max(small_floor, plain[1].direct.value + 0.04)
    assert min(cased.precision.value, small.precision.value) >= precision


def test_wilson() -> None:
    """The interval is Wilson's: 8 of 10 is 0.490 to 0.943; nothing is below 0 or above 1."""
    low, high = Rate(8, 10).interval

    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert Rate(10, 10).interval[1] == pytest.approx(1)
    assert str(Rate(0, 4)) == "0.000 (0.000–0.490), n 4"


def test_document_shows_what_was_measured() -> None:
    """The figures in the documentation are those of the half that nobody tunes to."""
    document = score.DOCUMENT.read_text("utf-8")

    assert score.shown(document) == score.table(half("report"))
    # Those of the names model take long, and may differ by a note from processor to processor.
    assert score.shown(document, score.NAMES).count("\n") == score.shown(document).count("\n")


def test_other_tools_are_shown() -> None:
    """Each tool that is measured has one row, whole, and ours are as they are above it."""
    document = score.DOCUMENT.read_text("utf-8")
    rows = score.shown(document, beside.ROWS).splitlines()[2:]

    titles = [one.split(" | ")[0].removeprefix("| ").partition(" (")[0] for one in rows]

    assert sorted(titles) == sorted(title for title, _, _ in beside.TOOLS.values())
    for row, name in zip(rows[:2], (score.PLAIN, score.NAMES), strict=True):
        direct = score.shown(document, name).splitlines()[2].split(" | ")[1]
        assert row.split(" | ")[1] == direct


def test_a_row_takes_the_place_of_the_old_one() -> None:
    """Measured again, a tool has one row still."""
    rows = "| |\n| spaCy (spacy 1) | old |\n| scrubadub | x |\n"
    document = f"<!-- {beside.ROWS} -->\n{rows}<!-- end -->\n"

    new = beside.placed(document, "spacy", "| spaCy (spacy 2) | new |\n")

    assert score.shown(new, beside.ROWS) == ("| |\n| spaCy (spacy 2) | new |\n| scrubadub | x |\n")


def test_a_missing_tool_is_named() -> None:
    """A tool that is not there is said to be missing, in a sentence."""
    with pytest.raises(SystemExit, match="no_such_tool is not here"):
        beside.needed("no_such_tool")


def test_marks_are_where_they_are_said_to_be() -> None:
    """A mark covers what was marked, and no mark is left in a text."""
    notes = half("tune")

    assert len(notes) > 400
    assert not any("[[" in one.text or "]]" in one.text for one in notes)
    assert all(0 <= mark.start < mark.end <= len(one.text) for one in notes for mark in one.marks)
    assert Path(score.__file__).parent.joinpath("corpus", "tune").is_dir()
