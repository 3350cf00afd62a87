"""For whom a share is, whose story each note tells, and how dates are told."""

from datetime import date

from peercoach.journal.text import one_line
from peercoach.outgoing.sharing import Sharing
from peercoach.plain.host import Host
from peercoach.sharing.leaving import RECIPIENTS, STORIES, Chosen, Recipient
from peercoach.words import plain as words
from peercoach.words import share as shared
from peercoach.words import share_plain as here
from peercoach.words import when
from peercoach.words.reflect import KINDS_OF_ENTRY

ROOM = "share-whom"
LETTERS = 90


class Whom:
    """What is asked before any note is read. ``given`` is whom it is for, where that was said."""

    def __init__(self, host: Host, sharing: Sharing, given: Recipient | None = None) -> None:
        self._host = host
        self._sharing = sharing
        self._given = given

    def ask(self) -> bool:
        """Ask what is not known yet; False where nothing is left to share then.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
            VaultError: it could not be kept.
        """
        review = self._sharing.review
        told = all(review.story(one.id) for one in review.chosen)
        first = review.recipient is None or not told
        if self._given is not None:
            # Once: at the end one may say it anew.
            self._sharing.is_for(self._given)
            self._given = None
        if review.recipient is None:
            self.whom()
        for one in review.chosen:
            if review.story(one.id) is None:
                self.whose(one)
        if not review.ready:
            self._host.say(here.NONE_LEFT)
            return False
        if first:
            self._dates()
        return True

    def whom(self) -> None:
        """Ask for whom it is."""
        lines = [shared.RECIPIENTS[one] for one in RECIPIENTS]
        self._sharing.is_for(RECIPIENTS[self._number(here.WHOM, lines=lines) - 1])

    def whose(self, note: Chosen) -> None:
        """Ask whose story a note tells."""
        about = self._told(note)
        lines = [shared.STORIES[one] for one in STORIES]
        story = STORIES[self._number(about, here.WHOSE, lines=lines) - 1]
        self._sharing.tells(note.id, story)
        if story == "theirs-not-asked":
            self._host.say(shared.LEFT_OUT)

    def _dates(self) -> None:
        lines = [here.AS_SEASONS, here.AS_MOVED]
        self._sharing.move_dates(self._number(here.DATES, lines=lines) == 2)

    def _number(self, *asked: str, lines: list[str]) -> int:
        """The number that is answered: here nothing but an answer goes on."""
        said = [words.sentence(words.capital(one)) for one in lines]
        self._host.at(*asked, *words.numbered(said), words.CHOOSE_NUMBER)
        while True:
            number = self._host.choose(ROOM, len(lines))
            if number is not None:
                return number

    def _told(self, note: Chosen) -> str:
        return told(note, self._host.clock().local().date())


def told(note: Chosen, today: date) -> str:
    """A note that was chosen on one line, as its author knows it."""
    kind = here.HEAL_NOTE if note.heal else KINDS_OF_ENTRY.get(note.kind, shared.NOTE)
    day = when.day(note.day, today)
    text = words.sentence(one_line(note.text, LETTERS))
    return here.WHOSE_NOTE.format(kind=kind, day=day, words=text)
