"""Reading what leaves: each note aloud in full, changed word by word, answered, then the next."""

from collections.abc import Callable

from peercoach.errors import PeercoachError
from peercoach.outgoing.sharing import Sharing
from peercoach.plain import share_tell as tell
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import Host, number_in
from peercoach.plain.share_decide import Decide
from peercoach.plain.share_whom import Whom
from peercoach.sharing.leaving import ANSWERS, Answer
from peercoach.sharing.page import Page
from peercoach.words import share_plain as here
from peercoach.workspace import Workspace

ROOM = "share-read"


class Reading:
    """One share's notes, read by their author. What was heard is what may be answered for."""

    def __init__(self, host: Host, work: Workspace, sharing: Sharing) -> None:
        self._host = host
        self._work = work
        self._sharing = sharing
        self._labels_told = False
        self._heard = ""
        self._items = tell.Items((), ())

    def unread(self) -> bool:
        """Read every note that was not read as it stands; False where nothing leaves any more.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        while (page := self._sharing.review.unread) is not None:
            self.one(page.id)
        if not self._sharing.review.ready:
            self._host.say(here.NONE_LEFT)
            return False
        return True

    def one(self, note: str) -> None:
        """Read one, until it is answered, or left out. Raises as :meth:`unread`."""
        seen = self._sharing.review.state.seen.get(note)
        if seen is not None and not self._page(note).read:
            self._host.say(here.AGAIN_CHANGED)
        self._read(note)
        while self._leaves(note):
            said = self._host.listen(ROOM)
            if isinstance(said, Command):
                self._do(said, note)
                continue
            answer = _answer(said.text) if isinstance(said, Text) else None
            if answer is not None:
                if self._answered(note, answer):
                    return
            elif (number := number_in(said, len(self._items.all))) is not None:
                self._host.say(tell.now(self._page(note), self._items, number))
            else:
                self._host.say(*tell.question())

    # --- what is said ----------------------------------------------------------------------------

    def _page(self, note: str) -> Page:
        return self._sharing.review.page(note)

    def _leaves(self, note: str) -> bool:
        return any(one.id == note for one in self._sharing.review.leaving)

    def _read(self, note: str) -> None:
        self._host.at(*self._told(note), again=lambda: self._told(note))

    def _told(self, note: str) -> list[str]:
        """All of it; the numbers are those of what is said now."""
        page = self._page(note)
        self._heard, self._items = page.whole, tell.items_of(page)
        labels = [] if self._labels_told else [here.LABELS]
        self._labels_told = True
        said = (*labels, *tell.text(page), *tell.looked_at(page, self._items))
        return [tell.heading(page), *said, *tell.question()]

    def _answered(self, note: str, answer: Answer) -> bool:
        """Take an answer; only where it is of what was heard."""
        if self._page(note).whole != self._heard:
            self._host.say(here.CHANGED_SINCE)
            self._read(note)
            return False
        try:
            self._sharing.read(note, answer)
        except PeercoachError as refused:
            self._host.say(str(refused))
            return False
        self._host.say(here.KEPT_ANSWER)
        return True

    # --- what is done ----------------------------------------------------------------------------

    def _do(self, said: Command, note: str) -> None:
        """Do what a command asks; what that changes in notes that were read is said."""
        own: dict[str, Callable[[], None]] = {
            "leftovers": lambda: self._host.say(*tell.left_overs(self._page(note), self._items)),
            "whose": lambda: self._whose(note),
            "undo_decision": self._undo,
        }
        before = self._read_by_now(note)
        try:
            if said.action.id in own:
                own[said.action.id]()
            else:
                self._decide(note).take(said)
        except PeercoachError as refused:
            self._host.say(str(refused))
        if before - self._read_by_now(note):
            self._host.say(here.OTHERS_CHANGED)

    def _read_by_now(self, but: str) -> set[str]:
        """The other notes that were read as they stand, or are left out."""
        pages = self._sharing.review.pages
        return {one.id for one in pages if one.read and one.id != but}

    def _decide(self, note: str) -> Decide:
        return Decide(self._host, self._work, self._sharing, note, self._items)

    def _whose(self, note: str) -> None:
        chosen = next(one for one in self._sharing.review.chosen if one.id == note)
        with self._host.meanwhile():
            Whom(self._host, self._sharing).whose(chosen)
        if self._leaves(note):
            self._host.say(here.KEPT_ANSWER)

    def _undo(self) -> None:
        self._host.say(here.UNDONE if self._sharing.undo() else here.NO_UNDO)


def _answer(typed: str) -> Answer | None:
    """The answer that was typed: no, perhaps, yes, or the first letter."""
    low = typed.strip().rstrip(".").casefold()
    low = here.ANSWER_WORDS.get(low, low)
    return next((one for one in ANSWERS if one == low), None)
