"""A walk about a goal under way: what is typed is saved, and what comes of it is kept at its end.

Until then everything said stands in a draft, at the same question and character, so that a crash
costs a second at most. At the end all of it is kept in one commit, under ids that the draft names:
a draft that a crash left behind after that is known by them, and nothing is kept twice.
"""

from datetime import date

import msgspec

from peercoach.errors import NotADay, VaultError, VaultLocked
from peercoach.guide.goal import GoalWalk
from peercoach.guide.goal_outcome import outcome
from peercoach.journal import goal_drafts
from peercoach.journal.goal_drafts import GoalDraft
from peercoach.journal.goals import plain_date
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Goal
from peercoach.journal.store import Journal
from peercoach.journal.text import admit, admit_at
from peercoach.words.when import day_and_year


class Writing:
    """One walk, its text at this question, and the journal that keeps what comes of it.

    ``about`` is the id of the goal, ``new`` that of what else may come of it, ``changes`` that of a
    step which it changes. ``text`` and ``cursor`` (in code points) are what stands in the editor on
    arrival, and what was last saved since. ``kept`` says whether anything came of it.
    """

    def __init__(
        self, walk: GoalWalk, journal: Journal, *, about: int, new: int, changes: int = 0,
        text: str = "",
    ) -> None:  # fmt: skip
        self.walk = walk
        self.about = about
        self.new = new
        self.changes = changes
        self.saved_at: Moment | None = None
        self.kept = False
        self._journal = journal
        self._given = text
        self._saved: tuple[GoalWalk, str, int] | None = None
        self._arrive()
        if text:
            self.text, self.cursor = text, len(text)

    @classmethod
    def resume(cls, walk: GoalWalk, journal: Journal, draft: GoalDraft) -> "Writing":
        """Go on with one that was saved, at the same character."""
        found = cls(walk, journal, about=draft.about, new=draft.new, changes=draft.changes)
        found.text, found.cursor, found.saved_at = draft.text, draft.cursor, draft.when
        found._saved = (walk, draft.text, draft.cursor)
        return found

    @property
    def ended(self) -> bool:
        """Whether nothing more is asked."""
        return self.walk.ended

    # --- typing -----------------------------------------------------------------------------------

    def draft(self, text: str, cursor: int) -> Moment | None:
        """Save what stands in the editor. It is durable when this returns.

        Returns:
            When anything of this was last saved.

        Raises:
            NoteTooLong: it is over the limit.
            VaultError: it could not be written. In either case what was saved before still is.
        """
        text, cursor = admit_at(text, cursor)
        if not self.ended and self._saved != (self.walk, text, cursor):
            self._save(self.walk, text, cursor)
        self._journal.refuse_locked()
        return self.saved_at

    def leave(self, text: str, cursor: int) -> None:
        """Save what stands in the editor and go elsewhere for now; where nothing was written,
        nothing is left behind. Raises as :meth:`draft`.
        """
        if self._is_new(text):
            self._end()
        else:
            self.draft(text, cursor)

    def put_away(self, text: str) -> None:
        """Save what stands here as it is, before it is written anew. Raises as :meth:`draft`."""
        self.draft(text, len(text))

    # --- moves: each saves first, then moves; if it raises, nothing moved -------------------------

    def next(self, text: str = "") -> None:
        """Take what was typed, or the id of what was chosen, and go on.

        Raises:
            NotADay: a day is asked for, and this is none that can be read, or has gone by.
            VaultError: as :meth:`draft`.
        """
        self._move(self.walk.next(admit(text), self._today))

    def skip(self, text: str = "") -> None:
        """Go on; what was typed is kept all the same, but for a day that can't be read."""
        try:
            self.next(text)
        except NotADay:
            self._move(self.walk.skip())

    def back(self, text: str = "") -> None:
        """Take what was typed and go one question back. Raises as :meth:`next`."""
        self._move(self.walk.back(admit(text), self._today))

    def enough(self, text: str = "") -> None:
        """Take what was typed and keep what there is. Raises as :meth:`next`."""
        self._move(self.walk.enough(admit(text), self._today))

    def forget(self) -> None:
        """Drop what was typed from memory; what was saved stays saved."""
        self.text, self.cursor, self._given, self._saved = "", 0, "", None
        self.walk = _emptied(self.walk)

    # --- inside -----------------------------------------------------------------------------------

    @property
    def _today(self) -> date:
        return self._journal.clock().local().date()

    def _is_new(self, text: str) -> bool:
        """Whether nothing was said or typed yet that was not there from the beginning."""
        unsaid = self.walk.task in ("step", "edit") or self.walk.empty
        return unsaid and (not text.strip() or text in (self._given, self.walk.here))

    def _move(self, after: GoalWalk) -> None:
        if after.ended:
            self._keep(after)
            self.walk = after
            self._end_quietly()
            return
        text = _shown(after)
        self._save(after, text, len(text))
        self.walk = after
        self._given = ""
        self._arrive()

    def _keep(self, after: GoalWalk) -> None:
        when = keep(self._journal, after, self.about, self.new, self.changes)
        self.kept = when is not None
        self.saved_at = when or self.saved_at

    def _arrive(self) -> None:
        self.text = _shown(self.walk)
        self.cursor = len(self.text)

    def _end_quietly(self) -> None:
        """Its draft goes. All is kept by now, so a failure costs nothing: it is known as old."""
        try:
            self._end()
        except VaultLocked:
            raise
        except VaultError:
            return

    def _end(self) -> None:
        self._journal.drafts.end_key(self._draft(self.walk, "", 0).key)
        self._saved = None

    def _save(self, walk: GoalWalk, text: str, cursor: int) -> None:
        draft = self._draft(walk, text, cursor)
        goal_drafts.save(self._journal.drafts, draft)
        self.text, self.cursor, self.saved_at = text, cursor, draft.when
        self._saved = (walk, text, cursor)

    def _draft(self, walk: GoalWalk, text: str, cursor: int) -> GoalDraft:
        return GoalDraft(
            about=self.about,
            new=self.new,
            task=walk.task,
            at=walk.at,
            said=walk.said,
            text=text,
            cursor=cursor,
            when=self._journal.clock(),
            part=walk.part,
            changes=self.changes,
            began=walk.goal.began if walk.task == "make" else 0,
        )


def keep(journal: Journal, walk: GoalWalk, about: int, new: int, changes: int) -> Moment | None:
    """Keep what comes of a walk in one commit; None where nothing had to be written.

    Raises:
        NoteTooLong, VaultError: nothing was kept.
    """
    # A new step changes nothing that stands; everything else changes the step, or the goal.
    found = journal.find(changes if walk.task == "step" else about)
    current = found.record if found is not None and isinstance(found.record, Entry) else None
    entries = outcome(walk, about, new, current)
    closed = entries.get(about)
    if walk.task == "close" and closed is not None and isinstance(closed.more, Goal):
        now = journal.clock()
        more = msgspec.structs.replace(
            closed.more, closed_at=now.utc_ms, closed_offset=now.offset, closed_zone=now.zone
        )
        entries[about] = msgspec.structs.replace(closed, more=more)
    return journal.commit(entries) if entries else None


def _emptied(walk: GoalWalk) -> GoalWalk:
    """The same walk with nothing said in it."""
    return GoalWalk(walk.task, walk.at, part=walk.part)


def _shown(walk: GoalWalk) -> str:
    """What was said here, as it is shown again: a day in words."""
    if walk.ended or walk.now.kind != "day":
        return walk.here
    day = plain_date(walk.here)
    return day_and_year(day) if day is not None else walk.here
