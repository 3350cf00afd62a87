"""What is brought to the next conversation: to hear, to go back to, to take out again."""

from peercoach.errors import PeercoachError
from peercoach.journal.bringing import Brought
from peercoach.journal.text import one_line
from peercoach.plain import notes
from peercoach.plain.host import Host
from peercoach.plain.reflections import Reflections
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

ROOM = "within"


class Bringing:
    """Each thing that was marked, behind a number."""

    def __init__(self, host: Host, workspace: Workspace, reflections: Reflections) -> None:
        self._host = host
        self._work = workspace
        self._reflections = reflections

    def stay(self) -> None:
        """Offer them until enter is pressed, or none is left.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        while found := self._work.journal.brought():
            self._host.at(
                here.BROUGHT, *words.numbered([_line(one) for one in found]), here.BROUGHT_HOW
            )
            chosen = self._host.choose(ROOM, len(found), enter=True)
            if chosen is None:
                return
            try:
                self._one(found[chosen - 1])
            except PeercoachError as refused:
                self._host.say(str(refused))

    def _one(self, one: Brought) -> None:
        """Say it whole, then go back to it, take it out, or leave it."""
        lines = [words.sentence(one.title), one.ask]
        if one.note is not None:
            lines = notes.whole(one.note, self._host.day)
        self._host.paragraph(*lines)
        answer = self._host.decide(
            ROOM, here.BROUGHT_WHAT, here.BROUGHT_BACK, here.BROUGHT_DONE, here.BROUGHT_LEAVE
        )
        if answer == 1:
            self._reflections.go_to(one.reflection, one.key)
        elif answer == 2:
            self._work.journal.bring_done(one.reflection, one.key)
            self._host.say(here.BROUGHT_OUT)


def _line(one: Brought) -> str:
    own = one_line(one.text, notes.TITLE_LETTERS)
    if not own and one.note is not None:
        own = notes.text_of(one.note, notes.TITLE_LETTERS)
    said = (words.sentence(one.title), words.sentence(one.ask), own)
    return words.sentence(" ".join(part for part in said if part))
