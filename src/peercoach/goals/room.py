"""What an open notebook can do with goals. Both interfaces and the commands use only this."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast, get_args
from weakref import WeakSet

from peercoach.errors import NoSuchGoal, NoSuchNote
from peercoach.goals.changing import Changing, step_of, there
from peercoach.goals.writing import Writing
from peercoach.guide.attainment import figure
from peercoach.guide.goal import EDITABLE, GoalWalk, Task
from peercoach.guide.goal_outcome import wish_of
from peercoach.journal import goal_drafts
from peercoach.journal import goals as kept
from peercoach.journal.belonging import owner_of
from peercoach.journal.goal_drafts import GoalDraft
from peercoach.journal.goals import GoalLine
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Goal, drawing_on
from peercoach.journal.store import Journal
from peercoach.journal.written import Written
from peercoach.words import goals as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

MOST_GIVEN = 140
"""Characters of an answer that may stand as the first words of a wish; of a longer one, none do."""


@dataclass(frozen=True)
class Waiting:
    """Something about a goal that is being written, by the key of its draft."""

    key: str
    heading: str
    text: str
    when: Moment
    about: int


class Goals(Changing):
    """The goals of one journal. One call at a time, as its workspace's."""

    def __init__(self, journal: Journal, library: "Callable[[], Library]") -> None:
        super().__init__(journal, library)
        self._writings: WeakSet[Writing] = WeakSet()

    # --- reading ----------------------------------------------------------------------------------

    def open(self) -> list[GoalLine]:
        """Every goal that is not closed, the newest first."""
        return [one for one in kept.goals(self._journal) if one.open]

    def closed(self) -> list[GoalLine]:
        """Every goal that is closed, the newest first."""
        return [one for one in kept.goals(self._journal) if not one.open]

    def asked_again(self, today: date) -> list[GoalLine]:
        """The open goals that one wanted to look at again by now, the longest waiting first."""
        found = [one for one in self.open() if one.asked_again(today)]
        return sorted(found, key=lambda one: one.look or today)

    def began_at(self, note: int) -> list[GoalLine]:
        """The goals that began with a note, the newest first."""
        return [one for one in kept.goals(self._journal) if one.goal.began == note]

    def origin(self, goal: GoalLine) -> Written | None:
        """The note, or the goal, that a goal began with; None where it is not here."""
        return self.origin_of(goal.goal.began)

    def origin_of(self, began: int) -> Written | None:
        """The note of this id; None where it is not here, or began is 0."""
        return self._journal.find(began) if began else None

    def owner(self, note: Written) -> GoalLine | None:
        """The goal that a step or a check-in belongs to; None where it is no such, or gone."""
        try:
            return self.get(owner_of(note)) if owner_of(note) else None
        except NoSuchGoal:
            return None

    def became(self, goal: GoalLine) -> Written | None:
        """The goal that a goal changed into; None where it is not here."""
        return self._journal.find(goal.goal.became) if goal.goal.became else None

    def figure(self) -> float | None:
        """One figure for how all open goals stand, 50 as hoped; None where none says how."""
        stands = [one.stands.check.stands for one in self.open() if one.stands is not None]
        scores = [one for one in stands if one is not None]
        return figure(scores) if scores else None

    def seeds(self, kept: Iterable[int]) -> list[Written]:
        """What of these notes a goal can begin with: next steps first, then in the order given."""
        found = [self._journal.find(id) for id in kept]
        notes = [one for one in found if one is not None and isinstance(one.record, Entry)]
        return sorted(notes, key=lambda one: one.record.kind != "step")

    def waiting(self) -> list[Waiting]:
        """What is being written about goals, the one saved last first."""
        return [
            Waiting(one.key, words.HEADINGS[one.task], self._title(one), one.when, one.about)
            for one in goal_drafts.every(self._journal.drafts)
            if self._waits(one)
        ]

    # --- writing, question by question ------------------------------------------------------------

    def make(self, began: int = 0) -> Writing:
        """Begin a new goal; ``began`` is the note that it starts from.

        Raises:
            NoSuchNote: there is no such note.
            VaultLocked: the notebook is locked.
        """
        walk = GoalWalk.make()
        text = ""
        if began:
            note = self._journal.get(began)
            walk = replace(walk, goal=self._from(note))
            said = note.record.text.strip() if isinstance(note.record, Entry) else ""
            text = said if len(said) <= MOST_GIVEN and "\n" not in said else ""
        return self._held(Writing(walk, self._journal, about=self._id(), new=self._id(), text=text))

    def check_in(self, id: int) -> Writing:
        """Look at a goal, or go on with a look that waits.

        Raises:
            NoSuchGoal: there is none.
            GoalClosed: it is closed.
        """
        goal = self._open(id)
        return self._begin(GoalWalk.check_in(goal.goal, goal.wish), id)

    def close(self, id: int) -> Writing:
        """Close a goal well. Raises as :meth:`check_in`."""
        goal = self._open(id)
        return self._begin(GoalWalk.close(goal.goal, goal.wish), id)

    def step(self, id: int, step: int = 0, part: str = "") -> Writing:
        """Add a step, or change the words ("next") or the day ("day") of one.

        Raises as :meth:`check_in`, and NoSuchGoal where the goal has no such step.
        """
        goal = self._open(id)
        if not step:
            return self._begin(GoalWalk.step(goal.goal, goal.wish), id)
        one = step_of(goal, step)
        walk = GoalWalk.step(goal.goal, goal.wish, text=one.text, day=one.step.day, part=part)
        return self._begin(walk, id, step)

    def edit(self, id: int, part: str) -> Writing:
        """Change one part of a goal, open or closed. Raises NoSuchGoal; KeyError for no part."""
        goal = self.get(id)
        return self._begin(GoalWalk.edit(goal.goal, goal.wish, part), id)

    def resume(self, key: str) -> Writing:
        """Go on with what waits under this key.

        Raises:
            NoSuchNote: nothing waits there, or what it is about is not here.
        """
        for draft in goal_drafts.every(self._journal.drafts):
            if draft.key == key and self._waits(draft):
                return self._resumed(draft)
        raise NoSuchNote(id=key)

    def forget(self) -> None:
        """Drop every word that is being written from memory: the notebook is locked."""
        for writing in list(self._writings):
            writing.forget()
        self._writings = WeakSet()

    # --- inside -----------------------------------------------------------------------------------

    def _held(self, writing: Writing) -> Writing:
        self._journal.refuse_locked()
        self._writings.add(writing)
        return writing

    def _from(self, note: Written) -> Goal:
        """A goal as it begins with this note: it draws on what that was about."""
        place = note.record.place if isinstance(note.record, Entry) else None
        drawn = {place.address: place.element_title} if place and place.address else {}
        return Goal(began=note.id, draws_on=drawing_on(drawn))

    def _begin(self, walk: GoalWalk, about: int, changes: int = 0) -> Writing:
        for draft in goal_drafts.every(self._journal.drafts):
            same = (draft.about, draft.task, draft.part, draft.changes)
            if same == (about, walk.task, walk.part, changes) and self._waits(draft):
                return self._resumed(draft)
        new = changes or self._id()
        return self._held(Writing(walk, self._journal, about=about, new=new, changes=changes))

    def _waits(self, draft: GoalDraft) -> bool:
        """Whether a draft can be gone on with: its goal is here, and it was not kept already."""
        if draft.task not in get_args(Task):
            return False
        if draft.task == "make":
            return self._journal.is_gone(draft.about)
        note = self._journal.find(draft.about)
        goal = kept.more_of(note) if note is not None else None
        if not isinstance(goal, Goal):
            return False
        if draft.task == "edit":
            return draft.part in EDITABLE
        if draft.changes:
            return goal.goal_state == "open" and not self._journal.is_gone(draft.changes)
        return goal.goal_state == "open" and self._journal.is_gone(draft.new)

    def _resumed(self, draft: GoalDraft) -> Writing:
        goal, wish = Goal(), ""
        if draft.task != "make":
            line = self.get(draft.about)
            goal, wish = line.goal, line.wish
        elif draft.began:
            note = self._journal.find(draft.began)
            goal = self._from(note) if note is not None else Goal(began=draft.began)
        task = cast(Task, draft.task)
        walk = GoalWalk(task, draft.at, dict(draft.said), goal, wish, draft.part)
        if draft.at not in walk.keys:
            walk = replace(walk, at=walk.keys[0])
        return self._held(Writing.resume(walk, self._journal, draft))

    def _title(self, draft: GoalDraft) -> str:
        if draft.task == "make":
            said = {**draft.said, draft.at: draft.text}
            return wish_of(there(said))[1]
        return self.get(draft.about).wish
