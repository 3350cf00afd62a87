"""Session plans: a list of them, and each to be read whole."""

from collections.abc import Iterable

from textual.widget import Widget

from peercoach.frameworks.library import Library
from peercoach.frameworks.model import SessionPlan
from peercoach.frameworks.walks import ALONE
from peercoach.guide.plans import sections
from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import plans as words


class Plans(ListRoom):
    """Every session plan that is here, with how long it takes."""

    room = "plans"

    def __init__(self, library: Library) -> None:
        rows = [
            Row(one.id, one.title, (words.minutes(one.minutes),), detail=one.about, space=1)
            for one in library.plans.values()
        ]
        super().__init__(words.TITLE, rows, hint=words.HINT if rows else "", empty=words.NONE)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("plan", event.row.id, over=True))


class Plan(Room):
    """One session plan, part by part. One for a person alone can be begun."""

    room = "plan"

    def __init__(self, plan: SessionPlan) -> None:
        super().__init__()
        self.head.tell(crumb=words.TITLE)
        self.head.loud()
        parts = [Part(heading, tuple(lines)) for heading, lines in sections(plan)]
        self._id = plan.id if plan.people == ALONE else ""
        if not self._id:
            self.foot.without("walk")
        self._prose = Prose(parts, id="reader")

    def body(self) -> Iterable[Widget]:
        yield self._prose

    def on_mount(self) -> None:
        self._prose.focus()

    def do_walk(self) -> None:
        """Go through it, where it is for one person."""
        if self._id:
            self.post_message(Go("begin", self._id))
