"""Sharing in plain lines, from what waits or is chosen to the file that was written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.outgoing.sharing import Sharing
from peercoach.plain.host import Host
from peercoach.plain.share_choose import Choose
from peercoach.plain.share_read import Reading
from peercoach.plain.share_whom import Whom
from peercoach.plain.share_write import Given, Writing
from peercoach.words import share_plain as here
from peercoach.words.running import named
from peercoach.workspace import Workspace

ROOM = "share-choose"


class ShareRoom:
    """The room in which notes are made ready for somebody else. ``alone``: there is no other."""

    def __init__(
        self, host: Host, work: Workspace, given: Given | None = None, *, alone: bool = False
    ) -> None:
        self._host = host
        self._alone = alone
        self._work = work
        self._given = given or Given()

    def stay(self) -> None:
        """Go on with what waits, or choose, and go all the way.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        self._safely(self.share)

    def with_note(self, id: int) -> None:
        """The same with one note alone. Raises as :meth:`stay`."""
        self._safely(lambda: self.share([id], another=here.THIS_ONE))

    def with_sitting(self, id: int) -> None:
        """The same with one sitting of the Heal room alone. Raises as :meth:`stay`."""
        self._safely(lambda: self.share([], [id]))

    def share(
        self, notes: Sequence[int] = (), sittings: Sequence[int] = (), *, another: str = here.THESE
    ) -> Path | None:
        """Share these; without any, what waits or is chosen. The file that was written, or None.

        ``another`` is what is said of beginning with these where a share waits.

        Raises:
            GoTo, Ended, Interrupted: as :meth:`stay`.
            PeercoachError: something chosen is not there; it could not be kept.
        """
        sharing = self._began(notes, sittings, another)
        return None if sharing is None else self._way(sharing, heal=bool(sittings))

    def _safely(self, do: Callable[[], object]) -> None:
        try:
            do()
        except PeercoachError as refused:
            self._host.say(str(refused))

    # --- beginning -------------------------------------------------------------------------------

    def _began(self, notes: Sequence[int], sittings: Sequence[int], another: str) -> Sharing | None:
        outgoing = self._work.outgoing
        if sittings:
            self._host.say(here.HEAL_ONCE)
            return outgoing.begin(notes, sittings=sittings)
        waiting = outgoing.waiting()
        if waiting is not None:
            answer = self._asked(waiting, another if notes else here.ANOTHER)
            if answer == 1:
                return waiting
            if answer == 3:
                waiting.give_up()
                self._host.say(here.GONE)
            if answer != 2:
                return None
        if not notes:
            self._host.say(here.TITLE)
            notes = Choose(self._host, self._work).chosen()
        return outgoing.begin(notes) if notes else None

    def _asked(self, waiting: Sharing, another: str) -> int:
        """What to do with what waits."""
        review = waiting.review
        waits = here.WAITS.format(what=here.what(len(review.chosen), len(review.ratings)))
        return self._host.decide(ROOM, waits, here.GO_ON, another, here.LET_GO, here.LEAVE)

    # --- the way ---------------------------------------------------------------------------------

    def _way(self, sharing: Sharing, *, heal: bool) -> Path | None:
        """For whom, each note, the file; from the end one may go back."""
        whom = Whom(self._host, sharing, self._given.recipient)
        reading = Reading(self._host, self._work, sharing)
        writing = Writing(self._host, sharing, self._given, read=reading.one, whom=whom.whom)
        while True:
            if not (whom.ask() and reading.unread()):
                sharing.give_up()
                return None
            done = writing.once()
            if isinstance(done, Path):
                if not self._alone:
                    self._host.say(here.SEE_LEFT_HEAL if heal else here.SEE_LEFT)
                return done
            if not done:
                stays = named(here.STAYS_ALONE) if self._alone else here.STAYS
                self._host.say(here.HEAL_STAYS if heal else stays)
                return None
