"""An element's story: which element, which question, and then its answers side by side."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.widget import Widget
from textual.widgets import Static

from peercoach.pictures.story import About
from peercoach.pictures.story import Story as Told
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.room import Room
from peercoach.tui.sheets import story as sheet
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.drawing import Drawing
from peercoach.words import pictures as words
from peercoach.words import screens


class Stories(ListRoom):
    """The elements that have a story, each with the month in which it was last added to."""

    room = "stories"

    def __init__(self, desk: Desk, elements: Sequence[About]) -> None:
        rows: list[Row] = []
        before = ""
        for one in elements:
            new = one.framework_title != before
            before = one.framework_title
            group = before if new else ""
            aside = (_month(one, desk),)
            rows.append(Row(one.id, one.title, aside, group=group, space=int(new)))
        hint = words.STORIES_HINT if rows else ""
        super().__init__(words.STORIES, rows, hint=hint, empty=words.STORIES_EMPTY)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("stories", event.row.id, over=True))


class Questions(ListRoom):
    """What was answered at one element."""

    room = "stories"

    def __init__(self, desk: Desk, element: str, questions: Sequence[About]) -> None:
        rows = [Row(one.id, one.title, (_month(one, desk),), space=1) for one in questions]
        super().__init__(words.WHICH_STORY.format(title=questions[0].element_title), rows)
        self._element = element

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("story", self._element, event.row.id, over=True))


class Story(Room):
    """Answers to one question, the oldest first; one goes along them with the arrow keys."""

    room = "story"

    def __init__(self, desk: Desk, story: Told) -> None:
        super().__init__()
        crumb = screens.CRUMB.format(framework=story.framework_title, element=story.title)
        self.head.tell(crumb=crumb)
        self._today = desk.today
        self._story: Told | None = story
        self._first = 0
        self._ask = Static(story.ask, id="story", classes="title", markup=False)
        self.sheet = Drawing(partial(sheet.drawn, story, 0, desk.today))

    def body(self) -> Iterable[Widget]:
        yield self._ask
        yield self.sheet

    def on_mount(self) -> None:
        self.query_one("#page").add_class("-spread")
        self.sheet.focus()

    def on_drawing_fitted(self) -> None:
        """There may be room for more of them now, or for fewer."""
        self._go(0)

    def _go(self, by: int) -> None:
        """Go on, or back, by as many as is sensible here, and stay at the ends."""
        if self._story is None:
            return
        width = self.sheet.columns
        last = max(0, len(self._story.answers) - sheet.shown(width))
        first = max(0, min(self._first + by * sheet.step(width), last))
        if first != self._first:
            self._first = first
            self.sheet.show(partial(sheet.drawn, self._story, first, self._today))
        ways = {"earlier": first > 0, "later": first < last}
        self.foot.without(*(way for way, leads in ways.items() if not leads))

    def do_earlier(self) -> None:
        self._go(-1)

    def do_later(self) -> None:
        self._go(1)

    def forget(self) -> None:
        self._story = None
        self._ask.update("")
        self.sheet.forget()


def _month(about: About, desk: Desk) -> str:
    return words.of_month(about.newest.day, desk.today)
