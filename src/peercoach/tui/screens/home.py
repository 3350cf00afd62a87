"""Home: the one thing to go on with, and the elements with what was last said of each."""

from collections.abc import Sequence
from datetime import date

from peercoach.frameworks.library import Library
from peercoach.tui.messages import BeginAsked, ResumeAsked, RoomAsked
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import screens as words
from peercoach.workspace import ElementLine, Unfinished

_TO_GO_ON_WITH = 1
"""One thing to continue; the others are found beside their element."""


class Home(ListRoom):
    """Where were we? One row to go on, short reflections for any day, and the elements."""

    room = "home"

    def __init__(
        self,
        unfinished: Sequence[Unfinished],
        elements: Sequence[ElementLine],
        library: Library,
        today: date,
        *,
        notices: Sequence[str] = (),
    ) -> None:
        rows = [
            *going_on(unfinished[:_TO_GO_ON_WITH], today),
            *short_ones(library),
            *of_elements(elements, library, today),
            Row("notes", words.READ_NOTES, heading=words.NOTES_ROW, space=True),
        ]
        aside = words.long_day(today)
        super().__init__(words.GREETING, rows, aside=aside, notices=notices)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        if kind == "resume":
            self.post_message(ResumeAsked(int(rest)))
        elif kind == "begin":
            self.post_message(BeginAsked(rest))
        else:
            self.post_message(RoomAsked(kind))


class Elements(ListRoom):
    """Every element one can think about, with what it is in a line."""

    room = "elements"

    def __init__(self, elements: Sequence[ElementLine], library: Library, today: date) -> None:
        rows = [
            *of_elements(elements, library, today, at_length=True),
            *short_ones(library),
        ]
        super().__init__(words.CHOOSE_TITLE, rows)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(BeginAsked(event.row.id.removeprefix("begin:")))


def going_on(unfinished: Sequence[Unfinished], today: date) -> list[Row]:
    """A row for each reflection that waits."""
    rows = []
    for index, one in enumerate(unfinished):
        if one.count is None:
            text = words.AT_STOP.format(title=one.title, stop=one.stop_heading)
        else:
            text = words.AT_QUESTION.format(title=one.title, at=one.count[0], of=one.count[1])
        when = words.short_day(one.when.local().date(), today)
        heading = "" if index else words.CONTINUE
        rows.append(Row(f"resume:{one.reflection}", text, (when,), heading, space=True))
    return rows


def short_ones(library: Library) -> list[Row]:
    """A row for each framework without ratings: a short reflection for any day."""
    short = [one for one in library.frameworks.values() if not one.ratings and not one.care]
    return [
        Row(f"begin:{one.id}", one.title, heading="" if index else words.SHORT, space=not index)
        for index, one in enumerate(short)
    ]


def of_elements(
    lines: Sequence[ElementLine], library: Library, today: date, *, at_length: bool = False
) -> list[Row]:
    """A row for each element of each framework with ratings, headed by its framework's title."""
    rows: list[Row] = []
    before = ""
    for line in lines:
        framework, element = library.find(line.address)
        if not framework.ratings:
            continue
        heading = "" if framework.id == before else _heading(framework.title, before, at_length)
        last = words.short_day(line.last.local().date(), today) if line.last else ""
        about = element.what_it_is[0] if at_length and element.what_it_is else ""
        asides = (line.rating_label or words.NOT_RATED, last)
        space = framework.id != before or at_length
        id = f"begin:{line.address}"
        rows.append(Row(id, line.title, asides, heading, about, space))
        before = framework.id
    return rows


def _heading(title: str, before: str, at_length: bool) -> str:
    return words.ELEMENTS if not before and not at_length else title
