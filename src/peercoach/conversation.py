"""A reflection under way: keeps what it says, then moves. Both interfaces use only this.

What is typed is in one of two places, the draft (saved while typing) or the journal (kept by each
move), and after a crash the newer one counts. A move saves the draft with the last word in it, if
it lacks one; then keeps everything in one commit; then the draft at the new stop takes the place of
the old one. The draft names the revision of the reflection's progress that it was typed upon, so
one that a crash left behind is known for what it is, and its text stands in the journal already: no
clock decides, and no text is lost or comes back twice.
"""

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from peercoach.errors import NoSuchElement, NoSuchFramework, VaultError, VaultLocked
from peercoach.guide.reflect import Choose, Keep, Reflection, Step
from peercoach.guide.review import gathered
from peercoach.guide.standing import side_by_side
from peercoach.guide.stops import Stop
from peercoach.journal.drafts import SavedDraft
from peercoach.journal.moment import Moment
from peercoach.journal.ratings import Rated, last_ratings, newest_rating
from peercoach.journal.records import Draft, Entry, MarkKind, Progress, Rating
from peercoach.journal.saying import Said, jarring, question_of, said_at, say_of
from peercoach.journal.standing import keep_typed, keep_waiting, standing
from peercoach.journal.store import Journal, Written, asked_where
from peercoach.journal.text import admit, admit_at

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


class Conversation:
    """One reflection, its text at this stop, and the journal that keeps it.

    ``text`` and ``cursor`` (in code points) are what stands in the editor on arrival at a stop, and
    what was last saved since. ``saved_at`` is when anything of it was last made durable.
    """

    def __init__(
        self, reflection: Reflection, journal: Journal, *, choose: Choose = secrets.choice
    ) -> None:
        self.reflection = reflection
        self.text = ""
        self.cursor = 0
        self.saved_at: Moment | None = None
        self._journal = journal
        self._choose = choose
        self._draft_stands = True
        self._arrive()

    @classmethod
    def resume(
        cls, journal: Journal, library: "Library", id: int, *, choose: Choose = secrets.choice
    ) -> "Conversation":
        """Go on with a reflection at the same question and character.

        If its question is gone from the framework, what was typed there is kept as an answer first,
        with the wording it was given to.

        Raises:
            NoSuchNote: nothing is known of this reflection.
            NoSuchFramework, NoSuchElement: what it asks is not in the library now. Its text waits,
                and is kept as a note, so that it is found.
            VaultError: what was typed at a stop that is gone could not be kept. It still waits.
        """
        stands = standing(journal, id)
        try:
            framework = library.get(stands.progress.framework)
            found = Reflection.resume(framework, stands.progress, id=id, new_id=journal.new_id)
        except (NoSuchFramework, NoSuchElement):
            # Nobody can say if it comes back: what waits is to be found by then, too.
            keep_waiting(journal, id)
            raise
        saved = stands.saved
        if saved is not None and found.progress.at != saved.draft.progress.at:
            kept = keep_typed(journal, id, found.progress, saved)
            found = found if kept is None else replace(found, progress=kept)
            saved = None
        here = cls(found, journal, choose=choose)
        here.saved_at = stands.when
        if saved is not None and found.now.entry_kind is not None:
            here.text, here.cursor = saved.draft.text, saved.draft.cursor
        # One that was left behind gives way to the present; one that stands is saved already.
        here._draft_stands = saved is not None and saved.base == journal.revision(id)
        if not here._draft_stands:
            here._hold()
        return here

    # --- typing -----------------------------------------------------------------------------------

    def draft(self, text: str, cursor: int) -> Moment | None:
        """Save what stands in the editor. It is durable when this returns.

        Returns:
            When anything of this reflection was last saved.

        Raises:
            NoteTooLong: it is over the limit.
            VaultError: it could not be written. In either case what was saved before still is.
        """
        text, cursor = admit_at(text, cursor)
        if self.reflection.now.entry_kind is None:
            text, cursor = "", 0
        if self._draft_stands and (text, cursor) == (self.text, self.cursor):
            self._journal.refuse_locked()
            return self.saved_at
        self._save(text, cursor)
        return self.saved_at

    def leave(self, text: str, cursor: int) -> None:
        """Save what stands in the editor and go elsewhere for now.

        A reflection of which nothing was kept and nothing typed leaves nothing behind.

        Raises:
            VaultError: as :meth:`draft`.
        """
        progress = self.reflection.progress
        if text.strip() or progress.kept or progress.bring:
            if not self.reflection.closing:
                self.draft(text, cursor)
        else:
            self._journal.drafts.end(self.reflection.id)
            self._draft_stands = True
            self.text, self.cursor = "", 0

    def put_away(self, text: str) -> None:
        """Keep what stands here before it is written anew, and stay. Raises as :meth:`draft`."""
        self.jump(self.reflection.now.key, text)

    # --- moves: each keeps first, then moves; if it raises, nothing moved -------------------------

    def next(self, text: str = "") -> None:
        """Keep what was typed and go on. Raises as :meth:`draft`."""
        typed = self._typed(text)
        self._move(self.reflection.next(typed))

    def skip(self, text: str = "") -> None:
        """Go on; what was typed is kept all the same. Raises as :meth:`draft`."""
        typed = self._typed(text)
        self._move(self.reflection.skip(typed))

    def back(self, text: str = "") -> None:
        """Keep what was typed and go one stop back. Raises as :meth:`draft`."""
        typed = self._typed(text)
        self._move(self.reflection.back(typed))

    def enough(self, text: str = "") -> None:
        """Keep what was typed and go to the closing. Raises as :meth:`draft`."""
        typed = self._typed(text)
        self._move(self.reflection.enough(typed))

    def pick(self, text: str = "") -> None:
        """Keep what was typed and go to a question chosen by chance, none that jarred.

        Raises as :meth:`draft`.
        """
        typed = self._typed(text)
        jarred = jarring(self._journal)

        def avoid(stop: Stop) -> bool:
            return (question_of(stop.place), stop.ask) in jarred

        self._move(self.reflection.pick(self._choose, typed, avoid=avoid))

    def jump(self, key: str, text: str = "") -> None:
        """Keep what was typed and go to the stop with this key.

        Raises:
            KeyError: there is no such stop.
            VaultError: as :meth:`draft`.
        """
        typed = self._typed(text)
        self._move(self.reflection.jump(key, typed))

    def rate(self, value: int) -> None:
        """Keep a value of this stop's rating and go on.

        Raises:
            NoSuchRating: we are at no rating, or its scale has no such value.
            VaultError: as :meth:`draft`.
        """
        self._forget_gone()
        self._move(self.reflection.rate(value))

    def bring(self, text: str, cursor: int) -> None:
        """Mark this for the next conversation, or take the mark away; we stay here.

        ``text`` and ``cursor`` are what stands in the editor: it is saved first. Durable when it
        returns. Raises as :meth:`draft`.
        """
        self.draft(text, cursor)
        step = self.reflection.bring()
        when = self._journal.commit({}, (), (step.after.id, step.after.progress))
        self.saved_at = when or self.saved_at
        self.reflection = step.after
        self._hold()

    @property
    def brings(self) -> bool:
        """Whether this is marked for the next conversation."""
        return self.reflection.brings

    def say(self, mark: MarkKind) -> None:
        """Say that the question here helped, or jarred; said again, it is taken back.

        Durable when it returns. Nothing is said where no question of the framework is asked.

        Raises:
            VaultError: it could not be written; what was said before stands.
        """
        if self.reflection.now.kind == "question":
            where = self.reflection.now.place
            say_of(self._journal, where, mark, reflection=self.reflection.id)

    def said(self) -> Said | None:
        """What was said of the question here; None where nothing was, or none is asked."""
        stop = self.reflection.now
        if stop.kind != "question":
            return None
        return said_at(self._journal, stop.place, self.reflection.id)

    def stands(self) -> list[str]:
        """Where an element stands by its ratings, side by side, just after the last of them."""
        index = self.reflection.stops.index(self.reflection.now)
        before = self.reflection.stops[index - 1] if index else None
        if before is None or before.rating is None or self.reflection.now.rating is not None:
            return []
        framework, element = before.framework, before.element
        ids = [rating.id for rating in framework.ratings]
        return side_by_side(framework, last_ratings(self._journal, framework.id, element.id, ids))

    def finish(self) -> None:
        """Close the reflection; from anywhere but the closing this is enough for today first, with
        what was last saved here kept. Raises as :meth:`draft`.
        """
        if not self.reflection.closing:
            self.enough(self.text)
        self._move(self.reflection.finish())

    # --- what I wrote before ----------------------------------------------------------------------

    def earlier(self) -> list[Written]:
        """What was written at this question in other reflections, newest first."""
        kind = self.reflection.now.entry_kind
        if kind is None:
            return []
        asked = asked_where(Entry(kind=kind, text="", place=self.reflection.now.place))
        return self._journal.asked_before(asked, but_for=self.reflection.id)

    def rated(self) -> int | None:
        """The value kept at this rating; None where none is, or this is no rating."""
        kept = self._kept_here()
        return kept.value if isinstance(kept, Rating) else None

    def last_rating(self) -> Rated | None:
        """The newest rating of this element in other reflections.

        At a rating it is of the same one, elsewhere of the framework's first.
        """
        rating = self.reflection.now.rating or next(iter(self.reflection.framework.ratings), None)
        if rating is None:
            return None
        place = self.reflection.now.place
        return newest_rating(self._journal, rating.id, place, but_for=self.reflection.id)

    def forget(self) -> None:
        """Drop what was typed from memory; what was saved stays saved."""
        self.text, self.cursor = "", 0

    # --- inside -----------------------------------------------------------------------------------

    def _typed(self, text: str) -> str:
        """What is left behind at this stop, saved as a draft first where it isn't yet."""
        text = admit(text)
        self._forget_gone()
        if self.reflection.now.entry_kind is not None and (
            text != self.text or not self._draft_stands
        ):
            self._save(text, len(text))
        return text

    def _forget_gone(self) -> None:
        """What was deleted since counts as never kept here: what is typed gets an id of its own."""
        progress = self.reflection.progress
        kept = {key: id for key, id in progress.kept.items() if not self._journal.is_gone(id)}
        if kept != progress.kept:
            changed = msgspec.structs.replace(progress, kept=kept)
            self.reflection = replace(self.reflection, progress=changed)

    def _move(self, step: Step) -> None:
        step = gathered(step, self._text_of)
        keep = {change.id: change.record for change in step.changes if isinstance(change, Keep)}
        take_out = {change.id for change in step.changes if not isinstance(change, Keep)}
        progress = (step.after.id, step.after.progress)
        when = self._journal.commit(keep, take_out, progress)
        self.saved_at = when or self.saved_at
        self.reflection = step.after
        self._arrive()
        self._hold()

    def _text_of(self, id: int) -> str | None:
        found = self._journal.find(id)
        return found.record.text if found and isinstance(found.record, Entry) else None

    def _arrive(self) -> None:
        kept = self._kept_here()
        self.text = kept.text if isinstance(kept, Entry) else ""
        self.cursor = len(self.text)

    def _kept_here(self) -> Entry | Rating | Progress | None:
        id = self.reflection.kept_here
        found = None if id is None else self._journal.find(id)
        return None if found is None else found.record

    def _hold(self) -> None:
        """Put the draft where we are now, so that we come back here.

        All that was written is kept by now, so a failure costs no word. It must not look as if the
        move had failed; the next save tries again, and says so if it can't.
        """
        self._draft_stands = False
        try:
            if self.reflection.closing:
                self._journal.drafts.end(self.reflection.id)
                self._draft_stands = True
            else:
                self._save(self.text, self.cursor)
        except VaultLocked:
            raise
        except VaultError:
            return

    def _save(self, text: str, cursor: int) -> None:
        when = self._journal.clock()
        now = self.reflection.now
        draft = Draft(
            reflection=self.reflection.id,
            progress=self.reflection.progress,
            text=text,
            cursor=cursor,
            saved_at=when.utc_ms,
        )
        base = self._journal.revision(self.reflection.id)
        self._journal.drafts.save(SavedDraft(draft, when, base, now.place, now.entry_kind))
        self.text, self.cursor, self.saved_at = text, cursor, when
        self._draft_stands = True
