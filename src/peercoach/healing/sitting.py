"""A sitting in the Heal room under way: both interfaces use only this.

What is given meanwhile is one draft under the Heal space's own key, so that a crash or a lock loses
nothing. Nothing goes to the Heal space before the person says that it is to be kept: then all of it
goes there in one commit, and the draft ends. Let go, the draft ends, and nothing of it is left.
"""

from collections.abc import Callable
from contextlib import suppress

import msgspec

from peercoach.errors import VaultError, VaultLocked
from peercoach.guide.heal import Sitting
from peercoach.guide.heal_stops import NOT_SURE
from peercoach.healing.drafts import Drafts, document
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Rating
from peercoach.journal.sittings import HealSitting
from peercoach.journal.store import Journal
from peercoach.journal.text import admit_at
from peercoach.words import heal as words

Move = Callable[[Sitting], Sitting]

_MINUTE_MS = 60_000.0


class Healing:
    """One sitting, and the journal and drafts that keep it.

    ``text`` and ``cursor`` (in code points) are what stands in the editor on arrival at a stop, and
    what was last saved since. ``saved_at`` is when anything of it was last made durable. Every move
    saves the draft first; if that raises, nothing moved.
    """

    def __init__(
        self,
        sitting: Sitting,
        journal: Journal,
        drafts: Drafts,
        *,
        key: str,
        cursor: int = 0,
        saved_at: Moment | None = None,
    ) -> None:
        """``saved_at`` is when its draft was saved, where it has one."""
        self.sitting = sitting
        self.cursor = cursor
        self.saved_at = saved_at
        self.key = key
        self._journal = journal
        self._drafts: Drafts | None = drafts
        self._stands = saved_at is not None
        self._limit_from = journal.clock().utc_ms
        self._time_told = False

    @property
    def text(self) -> str:
        """What stands at this stop, as it was saved last."""
        return self.sitting.text

    # --- typing -----------------------------------------------------------------------------------

    def draft(self, text: str, cursor: int) -> Moment | None:
        """Save what stands in the editor; it is durable when this returns.

        Where nothing was given yet there is nothing to save, and nothing is left of what was.

        Returns:
            When anything of this sitting was last saved.

        Raises:
            NoteTooLong: it is over the limit.
            VaultError: it could not be written. In either case what was saved before still is.
        """
        self._open()
        if self.sitting.ends:
            return self.saved_at
        text, cursor = admit_at(text, cursor)
        after = self.sitting.write(text)
        if after.given != self.sitting.given or (cursor != self.cursor and after.text):
            self._hold(after, cursor)
            self.sitting, self.cursor = after, cursor
        return self.saved_at

    def leave(self, text: str, cursor: int) -> None:
        """Save what stands in the editor and go elsewhere for now. Raises as :meth:`draft`."""
        self.draft(text, cursor)

    def put_away(self, text: str) -> None:
        """Save what stands here before it is written anew. Raises as :meth:`draft`."""
        self.draft(text, len(text))

    def move(self, how: Move) -> None:
        """Make a move. Where the sitting ends by it, it is kept, or gone.

        Raises:
            NoSuchRating: the move gave a value that is not on the scale.
            NoteTooLong, VaultError: as :meth:`draft`. In any case nothing moved.
        """
        self._open()
        after = how(self.sitting)
        if self.sitting.ends or after == self.sitting:
            return
        if after.ends == "kept":
            self._keep(after)
        elif after.ends:
            self._end()
        else:
            cursor = self.cursor if after.at == self.sitting.at else len(after.text)
            self._hold(after, cursor)
            self.cursor = cursor
        if after.given.limit != self.sitting.given.limit:
            self._limit_from, self._time_told = self._journal.clock().utc_ms, False
        self.sitting = after

    def time_is_up(self) -> bool:
        """Whether to say now that the time one set is up; True once, and not again.

        For any thread: it changes nothing of the sitting.
        """
        minutes = (self._journal.clock().utc_ms - self._limit_from) / _MINUTE_MS
        if self._time_told or not self.sitting.time_up(minutes):
            return False
        self._time_told = True
        return True

    def forget(self) -> None:
        """Drop every word from memory; what was saved stays saved."""
        self.sitting = Sitting(self.sitting.framework, ends="out")
        self._drafts = None

    # --- inside -----------------------------------------------------------------------------------

    def _open(self) -> Drafts:
        if self._drafts is None:
            raise VaultLocked
        self._journal.refuse_locked()
        return self._drafts

    def _hold(self, after: Sitting, cursor: int) -> None:
        """Have this stand as the draft; where nothing was given there is none, and no trace."""
        if not after.something:
            self._end()
            return
        when = self._journal.clock()
        self._open().save(self.key, document(after, cursor, when))
        self._stands, self.saved_at = True, when

    def _end(self) -> None:
        if self._stands:
            self._open().end(self.key)
            self._stands, self.saved_at = False, None

    def _keep(self, after: Sitting) -> None:
        """Everything in one commit; then the draft goes.

        Where only the draft could not go, it is known by its key, which is the id of what is kept
        now: nothing comes twice, and it goes the next time the room is looked into.
        """
        drafts = self._open()
        id = int(self.key)
        records: dict[int, Entry | Rating | HealSitting] = {id: _sitting(after)}
        for place, text in after.answers():
            entry = Entry(kind="answer", text=text, place=place, reflection=id)
            records[self._journal.new_id()] = entry
        for rating, value in after.rated():
            records[self._journal.new_id()] = Rating(
                rating=rating.id,
                value=value,
                label=next(step.label for step in rating.scale if step.value == value),
                place=msgspec.structs.replace(after.whole(), question=rating.id, ask=rating.ask),
                reflection=id,
            )
        self.saved_at = self._journal.commit(records) or self.saved_at
        self.sitting = after
        if self._stands:
            with suppress(VaultError):
                drafts.end(self.key)
            self._stands = False


def _sitting(after: Sitting) -> HealSitting:
    framework = after.framework
    titles = {one.id: one.title for one in framework.exposures} | {NOT_SURE: words.NOT_SURE}
    return HealSitting(
        framework=framework.id,
        framework_title=framework.title,
        version=framework.version,
        exposures=tuple(titles.get(one, one) for one in after.given.exposures),
        shares=after.shares,
        come_back=after.come_back.isoformat() if after.come_back else "",
    )
