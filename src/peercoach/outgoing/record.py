"""What left the notebook, as Look back shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from peercoach.journal.moment import Moment
from peercoach.journal.shares import Share
from peercoach.journal.store import Journal
from peercoach.outgoing.waits import note_of
from peercoach.sharing.leaving import mark_of
from peercoach.words import share as words

Texts = Callable[[int], list[str]]


@dataclass(frozen=True)
class Left:
    """One share that left, and when. ``journal`` is where it is kept; ``texts`` gives every version
    of a note's words that is still here, by its id.
    """

    id: int
    share: Share
    when: Moment
    journal: Journal = field(repr=False, compare=False)
    texts: Texts = field(repr=False, compare=False)

    @property
    def ask_back(self) -> str:
        """How to ask for it back, in words that can be said or sent."""
        return words.ASK_BACK[self.share.recipient]

    @property
    def asked_back(self) -> Moment | None:
        """When it was asked back; None where it was not."""
        share = self.share
        if not share.asked_back:
            return None
        return Moment(share.asked_back, share.asked_offset, share.asked_zone)

    def notes(self) -> list[tuple[int, bool]]:
        """The ids of the notes in it, each with whether it is still here."""
        found = map(note_of, self.share.notes)
        return [(id, bool(self.texts(id))) for id in found]

    def key(self) -> list[tuple[str, str]]:
        """Each label with what it stood for; empty text where that note's words are gone."""
        return [(label, self._behind(told)) for label, told in self.share.key.items()]

    def _behind(self, told: str) -> str:
        note, _, place = told.partition(" ")
        start, _, end = place.partition(" ")
        if not (start.isdecimal() and end.isdecimal()):
            return ""
        for text in self.texts(note_of(note)):
            if mark_of(text) == self.share.notes.get(note):
                return text[int(start) : int(end)]
        return ""


def left_of(journal: Journal, texts: Texts) -> list[Left]:
    """Every share that a journal keeps, the newest first."""
    found = [
        Left(one.id, one.thing, one.when, journal, texts)
        for one in journal.things(Share.kind)
        if isinstance(one.thing, Share)
    ]
    return sorted(found, key=lambda one: (-one.when.utc_ms, one.id))
