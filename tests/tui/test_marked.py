"""The text one goes through word by word: where each word stands, and what its shape says."""

import pytest
from textual.app import App, ComposeResult

from peercoach.tui.widgets.marked import Marked
from peercoach.tui.widgets.marks import Mark, Shape, Sheet

TEXT = "I told Person A about it.\n\nShe put her pen down, and then Person B came in as well."


def marks(text: str, *shaped: tuple[str, Shape]) -> list[Mark]:
    """Each word of a text, and the labels in it with their shapes."""
    found = []
    at = 0
    labels = dict(shaped)
    while at < len(text):
        label = next((one for one in labels if text.startswith(one, at)), None)
        if label is not None:
            found.append(Mark(at, at + len(label), labels[label], look=True))
            at += len(label)
        elif text[at].isalpha():
            end = next((n for n in range(at, len(text)) if not text[n].isalpha()), len(text))
            found.append(Mark(at, end))
            at = end
        else:
            at += 1
    return found


def drawn(sheet: Sheet) -> list[str]:
    """The lines of a sheet."""
    return [sheet.line(number).text for number in range(sheet.height)]


@pytest.mark.parametrize("width", [12, 20, 40, 200])
def test_the_text_is_all_there_at_any_width(width: int) -> None:
    """Whatever the width, each word and each label stands there once, in order and unchanged."""
    sheet = Sheet(TEXT, marks(TEXT, ("Person A", "found"), ("Person B", "possible")), (), width)

    shown = " ".join(drawn(sheet)).replace("‹?", "").replace("‹", "").replace("›", "")
    assert shown.split() == TEXT.split()
    assert all(len(line) <= width for line in drawn(sheet))


def test_each_shape_has_a_sign_of_its_own() -> None:
    """What was found, what may be, what is known and what one hid oneself differ without colour."""
    text = "A B C D"
    shapes: tuple[Shape, ...] = ("found", "possible", "known", "yours")
    given = [Mark(2 * at, 2 * at + 1, shape) for at, shape in enumerate(shapes)]

    assert drawn(Sheet(text, given, (), 40)) == ["‹A› ‹?B› ‹=C› ‹+D›"]


def test_a_label_is_not_broken() -> None:
    """Where a line ends within a label, all of it goes to the next line."""
    sheet = Sheet(TEXT, marks(TEXT, ("Person A", "found")), (), 14)

    assert "‹Person A›" in drawn(sheet)[1]


def test_up_and_down_keep_the_column() -> None:
    """The word above or below is the nearest one; empty lines are passed over, ends are ends."""
    given = marks(TEXT, ("Person A", "found"), ("Person B", "found"))
    sheet = Sheet(TEXT, given, ("Above",), 80)
    label = next(at for at, one in enumerate(given) if one.shape)

    below = sheet.beside(label, 1)

    assert below is not None and TEXT[given[below].start : given[below].end] == "pen"
    assert sheet.beside(below, 1) is None
    assert sheet.beside(label, -1) is None
    assert drawn(sheet)[:2] == ["Above", ""]


class Shown(App[None]):
    """The widget alone."""

    def __init__(self, text: str, given: list[Mark]) -> None:
        super().__init__()
        self.marked = Marked()
        self.marked.show(text, given)

    def compose(self) -> ComposeResult:
        yield self.marked


async def test_tab_goes_to_what_is_worth_a_look_and_a_click_to_a_word() -> None:
    """Tab goes from one label to the next, then to the end; a click goes to the word under it."""
    given = marks(TEXT, ("Person A", "found"), ("Person B", "found"))
    app = Shown(TEXT, given)
    async with app.run_test(size=(60, 8)) as pilot:
        app.marked.focus()
        places = []
        for key in ("tab", "tab", "tab", "shift+tab", "home"):
            await pilot.press(key)
            mark = app.marked.mark
            assert mark is not None
            places.append(TEXT[mark.start : mark.end])

        await pilot.click(Marked, offset=(8, 0))

        assert places == ["Person A", "Person B", "well", "Person B", "I"]
        assert app.marked.mark == given[2]


async def test_a_long_text_is_read_to_its_end() -> None:
    """The end counts as seen once it was in sight, and only then; another text begins anew."""
    text = "\n".join(f"line {chr(97 + at)}" for at in range(20))
    app = Shown(text, marks(text))
    async with app.run_test(size=(40, 6)) as pilot:
        app.marked.focus()
        before = app.marked.read_to_end
        await pilot.press("pagedown")
        halfway = app.marked.read_to_end
        await pilot.press("end")
        await pilot.pause()

        assert (before, halfway, app.marked.read_to_end) == (False, False, True)
        app.marked.show(text + "\nmore", marks(text))
        assert not app.marked.read_to_end
