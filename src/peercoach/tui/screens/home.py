"""Home: the one thing to go on with, and the elements with what was last said of each."""

from collections.abc import Sequence
from datetime import date

from peercoach.frameworks.library import Library
from peercoach.frameworks.model import Framework
from peercoach.tui.messages import Asked, Go
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
            self.post_message(Go("resume", int(rest)))
        elif kind == "begin":
            self.post_message(Go("begin", rest))
        else:
            self.post_message(Asked(kind))


class Elements(ListRoom):
    """Every element one can think about, with what it is in a line."""

    room = "elements"

    def __init__(self, elements: Sequence[ElementLine], library: Library, today: date) -> None:
        rows = [
            *of_elements(elements, library, today, at_length=True),
            *short_ones(library, group=words.SHORT),
        ]
        super().__init__(words.CHOOSE_TITLE, rows)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("begin", event.row.id.removeprefix("begin:")))


def going_on(unfinished: Sequence[Unfinished], today: date) -> list[Row]:
    """A row for each reflection that waits."""
    rows = []
    for index, one in enumerate(unfinished):
        where = one.stop_heading
        if one.count is not None:
            where = words.AT_QUESTION.format(at=one.count[0], of=one.count[1])
        when = words.short_day(one.when.local().date(), today)
        heading = "" if index else words.CONTINUE
        rows.append(Row(f"resume:{one.reflection}", one.title, (where, when), heading, space=True))
    return rows


def short_ones(library: Library, *, group: str = "") -> list[Row]:
    """A row for each framework without ratings: a short reflection for any day.

    They are headed at the left, or where there is a ``group``, by it above.
    """
    short = [one for one in library.frameworks.values() if not one.ratings and not one.care]
    return [
        Row(
            f"begin:{one.id}",
            one.title,
            heading="" if index or group else words.SHORT,
            detail=one.about if group else "",
            group="" if index else group,
            space=not index,
        )
        for index, one in enumerate(short)
    ]


def of_elements(
    lines: Sequence[ElementLine], library: Library, today: date, *, at_length: bool = False
) -> list[Row]:
    """A row for each element of each framework with ratings.

    At length each has what it is below it and its framework's title above the first; otherwise the
    title stands at the left, but for the first framework: there it says "Elements".
    """
    rows: list[Row] = []
    before = ""
    for line in lines:
        framework, element = library.find(line.address)
        if not framework.ratings:
            continue
        new = framework.id != before
        rating = short_rating(framework, line.rating_label) or words.NOT_RATED
        last = words.short_day(line.last.local().date(), today) if line.last else ""
        rows.append(
            Row(
                f"begin:{line.address}",
                line.title,
                (rating, last),
                heading="" if at_length or not new else framework.title if rows else words.ELEMENTS,
                detail=element.what_it_is[0] if at_length and element.what_it_is else "",
                group=framework.title if at_length and new else "",
                space=new or at_length,
            )
        )
        before = framework.id
    return rows


def short_rating(framework: Framework, label: str) -> str:
    """What sets a rating's label apart: "sometimes" of "We do this sometimes"."""
    for rating in framework.ratings:
        labels = [step.label.split(" ") for step in rating.scale]
        if label.split(" ") in labels:
            same = 0
            while all(len(one) > same + 1 and one[same] == labels[0][same] for one in labels):
                same += 1
            return " ".join(label.split(" ")[same:])
    return label
