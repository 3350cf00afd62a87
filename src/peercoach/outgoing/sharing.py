"""One share under way: each decision is kept before the next, so that it can be gone on with."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec

from peercoach.errors import VaultLocked
from peercoach.journal import ids
from peercoach.journal.shares import Share, ShareUnderWay
from peercoach.journal.store import Journal
from peercoach.journal.written import Standing
from peercoach.new_file import appear, refuse_taken
from peercoach.people import People
from peercoach.sharing.decisions import State
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing.last_scan import refuse_file_name
from peercoach.sharing.leaving import Answer, LeavingRating, Recipient, Reviewed, Story, mark_of
from peercoach.sharing.page import Page, Place
from peercoach.sharing.review import Review
from peercoach.sharing.write import Format, ready
from peercoach.sharing_errors import NotReviewed

FURTHEST = 300
"""Dates are moved by so many days at most, either way: no season stays what it was."""
NEAREST = 60


class Keeping:
    """Keeps how far a share has come, and in the end what left. With something of the Heal room in
    it (``heal``) it is kept there once it has left, and nowhere before that.
    """

    def __init__(
        self,
        journal: Journal,
        heal: Callable[[], Journal] | None,
        notes: tuple[int, ...],
        waits: Callable[[], Standing | None],
    ) -> None:
        self._journal = journal
        self._heal = heal
        self._notes = notes
        self._waits = waits

    def state(self, state: State) -> None:
        """Keep how far it has come. Raises VaultError."""
        if self._heal is not None:
            return
        told = msgspec.json.encode(state).decode()
        under_way = ShareUnderWay(notes=tuple(map(ids.to_text, self._notes)), state=told)
        found = self._waits()
        self._journal.commit({found.id if found else self._journal.new_id(): under_way})

    def left(self, share: Share) -> Callable[[], None]:
        """Keep what leaves; it is no longer under way. What is returned takes that back, for when
        it could not leave after all. Both raise VaultError.
        """
        journal = self._journal if self._heal is None else self._heal()
        found = self._waits() if self._heal is None else None
        id = journal.new_id()
        journal.commit({id: share}, [found.id] if found else [])

        def take_back() -> None:
            again = {journal.new_id(): found.thing} if found else {}
            journal.commit(again, [id])

        return take_back

    def drop(self) -> None:
        """No longer have it under way. Raises VaultError."""
        found = self._waits()
        if found is not None and self._heal is None:
            self._journal.commit({}, [found.id])


class Sharing:
    """One share. Every call that changes something keeps it first, and may raise VaultError."""

    def __init__(
        self,
        made: Callable[[State], Review],
        state: State,
        people: People,
        keeping: Keeping,
        *,
        random: Callable[[int], int],
    ) -> None:
        """``made`` makes the review, from what is chosen as it is in the notebook by then."""
        self._made = made
        self._review: Review | None = made(state)
        self._people = people
        self._keeping = keeping
        self._random = random
        self._gone = False

    @property
    def gone(self) -> bool:
        """Whether it has left: nothing more can be done with it."""
        return self._gone

    @property
    def review(self) -> Review:
        """What was chosen, as it will leave. To be looked at: it is changed through this object.

        Raises:
            VaultLocked: the notebook was locked.
        """
        if self._review is None:
            raise VaultLocked
        return self._review

    def forget(self) -> None:
        """Drop every word of it."""
        self._review = None

    def look_again(self) -> bool:
        """See whether notes, people and places, and words that are kept, are still what they were;
        where they are not, what was read must be read again if it leaves otherwise now, and what is
        gone is no longer part of it.

        Returns whether something was changed elsewhere.
        """
        there = self._made(self.review.state)
        if there.is_of_the_same(self.review):
            return False
        self._review = there
        return True

    # --- whom, whose, when ------------------------------------------------------------------------

    def is_for(self, recipient: Recipient) -> None:
        """Say whom it is for."""
        self.review.is_for(recipient)
        self._keep()

    def tells(self, note: str, story: Story) -> None:
        """Say whose story a note tells."""
        self.review.tells(note, story)
        self._keep()

    def move_dates(self, moved: bool) -> None:
        """Have dates moved, all by the same random number of days; or made into seasons."""
        if moved != bool(self.review.state.shift):
            days = NEAREST + self._random(FURTHEST - NEAREST + 1)
            self.review.move_dates_by((-days if self._random(2) else days) if moved else 0)
            self._keep()

    # --- reading and deciding ---------------------------------------------------------------------

    def hide(self, place: Place, kind: Kind = "PERSON") -> None:
        """Hide what stands there."""
        self.review.hide(place, kind)
        self._keep()

    def hide_everywhere(self, place: Place, kind: Kind = "PERSON") -> None:
        """Hide what stands there in every note."""
        self.review.hide_everywhere(place, kind)
        self._keep()

    def keep(self, place: Place) -> None:
        """Let what stands there stand, this once. Raises StillKnown."""
        self.review.keep(place)
        self._keep()

    def keep_always(self, place: Place) -> None:
        """Let what stands there stand, now and whenever something is shared.

        A common word by which somebody is called stands always in small letters alone; with a
        capital, at the beginning of a sentence, it stands this once.

        Raises:
            StillKnown: the private dictionary has it.
            KnownRefused: that can't be kept. In either case nothing was changed.
        """
        page = self.review.page(place.note)
        unit = next((one for one in page.units if one.place == place), None)
        word = page.original[place.start : place.end]
        common = unit is not None and unit.common
        if not common:
            self.review.refuse_known(place)
        if word.islower() or not common:
            self._people.keep(word)
        if common and word.islower():
            self.review.keep_small(place)
        else:
            self.review.keep(place)
        self.review.knows(self._people.entries(), self._people.kept())
        self._keep()

    def add(self, place: Place, what: str = "person", *, name: str = "", role: str = "") -> None:
        """Add what stands there to people and places; it is hidden wherever it stands from now on.

        ``name`` is somebody who is there already, or the whole name: what stands there is what they
        are also called.

        Raises:
            KnownRefused: it can't be added.
        """
        word = self.review.page(place.note).original[place.start : place.end].strip()
        if name and name.casefold() != word.casefold():
            self._people.add(name, what, also=(word,), role=role)
        else:
            self._people.add(word, what, role=role)
        self.review.knows(self._people.entries(), self._people.kept())
        self._keep()

    def undo(self) -> bool:
        """Take the last decision back; False where there is none."""
        undone = self.review.undo()
        if undone:
            self._keep()
        return undone

    def read(self, note: str, answer: Answer) -> Page | None:
        """Say that a note was read, and what was answered; the next to be read, None after the
        last.
        """
        self.review.read(note, answer)
        self._keep()
        return self.review.unread

    # --- the end ----------------------------------------------------------------------------------

    def confirm(self) -> Reviewed:
        """The one confirmation.

        Raises:
            NotReviewed: something was not read yet as it would leave: it may have been changed, in
                another room, since it was read.
        """
        before = self._leaving()
        if self.look_again() and self._leaving() != before:
            raise NotReviewed
        return self.review.confirm()

    def refuse_place(self, path: Path) -> None:
        """Refuse a place where this can't be written, before anything else is asked.

        Raises:
            NameInFileName: its name could tell who is meant.
            FileTaken, UsedWrongly: as :func:`peercoach.new_file.refuse_taken`.
        """
        refuse_file_name(path, self._people.entries())
        refuse_taken(path)

    def write(self, path: Path, format: Format, *, seal: str = "", large: bool = False) -> Share:
        """Write what was confirmed into a new file, and keep the record of it.

        The record is kept first: nothing leaves that is not remembered.

        Raises:
            NotReviewed: as :meth:`confirm`.
            NameInFileName, NameLeft, BadRecipient: as :func:`peercoach.sharing.write.ready`.
            FileTaken, UsedWrongly, NotPermitted, DiskFull, WriteFailed: as
                :func:`peercoach.new_file.appear`. In each case there is no file, and the share is
                under way as before.
            VaultError: it could not be remembered; there is no file.
        """
        reviewed = self.confirm()
        known = self._people.entries()
        content = ready(reviewed, path, format, known=known, seal=seal, large=large)
        refuse_taken(path)
        share = _record(reviewed, path, format, content, sealed=bool(seal))
        take_back = self._keeping.left(share)
        try:
            appear(path, content, mode=0o600)
        except BaseException:
            take_back()
            raise
        self._gone = True
        return share

    def give_up(self) -> None:
        """No longer have it under way; no note is touched."""
        self._keeping.drop()

    def _leaving(self) -> tuple[list[str], tuple[LeavingRating, ...]]:
        """What is seen all at once where it is said that it may go."""
        review = self.review
        return [one.id for one in review.leaving], review.ratings if review.ready else ()

    def _keep(self) -> None:
        self._keeping.state(self.review.state)


def _record(
    reviewed: Reviewed, path: Path, format: Format, content: bytes, *, sealed: bool
) -> Share:
    record = reviewed.record
    return Share(
        recipient=reviewed.recipient,
        format=format,
        sealed=sealed,
        file=path.name,
        digest=sha256(content).hexdigest(),
        notes={id: mark_of(text) for id, text in record.notes.items()},
        ratings=len(reviewed.ratings),
        stories=dict(record.stories),
        answers=dict(record.answers),
        key={label: " ".join(map(str, place)) for label, place in record.key.items()},
    )
