"""A monthly review in plain lines: what was written, the walk, and once a year what can go."""

from collections.abc import Callable, Sequence

from peercoach.errors import PeercoachError
from peercoach.guide.review import REVIEW
from peercoach.journal.written import Written
from peercoach.plain import notes
from peercoach.plain.host import Host
from peercoach.words import hours as here
from peercoach.words import look_back, when
from peercoach.words import plain as words
from peercoach.words.when import MONTHS
from peercoach.workspace import Workspace

ROOM = "within"
_MOST = 40
"""Notes that are said in one go, the newest of them; the rest is in Look back."""


class Review:
    """What was written since the last one, and the way on. ``walk`` goes through the plan."""

    def __init__(self, host: Host, workspace: Workspace, walk: Callable[[str], None]) -> None:
        self._host = host
        self._work = workspace
        self._walk = walk

    def stay(self) -> None:
        """Let someone hear what was written, then go through the review.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        self.look(here.REVIEW_HOW)
        self._walk(REVIEW)

    def look(self, how: str) -> None:
        """Say what was written, each behind a number to hear it whole, until enter is pressed.

        Raises as :meth:`stay`.
        """
        found = self._work.reviewing.look()
        day = when.day(found.since, self._host.clock().local().date())
        said = (here.SINCE_SAID if found.notes else here.SINCE_NOTHING_SAID).format(day=day)
        some = found.notes[-_MOST:]
        lines = words.numbered([words.sentence(notes.line(one, self._host.day)) for one in some])
        self._host.at(words.sentence(here.REVIEW_TITLE), said, *lines, how)
        while (chosen := self._host.choose(ROOM, len(some), enter=True)) is not None:
            self._host.paragraph(*notes.whole(some[chosen - 1], self._host.day))
            self._host.say(how)


class Clearing:
    """The oldest notes, once a year: to hear, to keep, to delete for thirty days."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace

    def stay(self) -> None:
        """Offer them where it is that time of the year. Raises as :meth:`Review.stay`."""
        found = self._work.reviewing.to_clear()
        if not found:
            return
        self._work.reviewing.cleared()
        while found:
            lines = words.numbered([_line(one) for one in found])
            self._host.at(here.CLEAR_TITLE, here.CLEAR_HINT, *lines, here.CLEAR_HOW)
            chosen = self._host.choose(ROOM, len(found), enter=True)
            if chosen is None:
                self._host.say(here.CLEAR_NOT_NOW_ABOUT)
                return
            found = self._one(found, chosen - 1)

    def _one(self, found: Sequence[Written], at: int) -> list[Written]:
        """Say it whole, and what to do with it; those that are left."""
        self._host.paragraph(*notes.whole(found[at], self._host.day))
        delete, keep = look_back.DELETE_30, look_back.KEEP_IT
        if self._host.decide(ROOM, here.CLEAR_ONE, delete, keep) == 2:
            self._host.say(look_back.KEPT)
            return [*found]
        try:
            self._work.journal.delete(found[at].id)
        except PeercoachError as refused:
            self._host.say(str(refused))
            return [*found]
        self._host.say(look_back.DELETED)
        return [one for one in found if one.id != found[at].id]


def _line(one: Written) -> str:
    """A note by its month, and how it begins."""
    day = one.when.local().date()
    text = notes.text_of(one, notes.TITLE_LETTERS)
    return words.sentence(f"{MONTHS[day.month - 1]} {day.year}: {text}")
