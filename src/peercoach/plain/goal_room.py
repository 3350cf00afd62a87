"""One goal, whole: to check in with, to change, to close; its steps and check-ins by number."""

from collections.abc import Callable

from peercoach.errors import PeercoachError
from peercoach.goals import telling
from peercoach.goals.writing import Writing
from peercoach.journal.goals import GoalLine, StepLine
from peercoach.journal.records import StepState
from peercoach.plain import goal_lines
from peercoach.plain.choosing import Choosing
from peercoach.plain.commands import Command
from peercoach.plain.goal_walk import write
from peercoach.plain.host import Host, empty, number_in
from peercoach.plain.note_room import NoteRoom, deleted
from peercoach.plain.reflections import Reflections
from peercoach.plain.versions_room import Versions
from peercoach.words import goals as here
from peercoach.words import plain as words
from peercoach.workspace import Workspace

ROOM = "goal"

Line = tuple[str, Callable[[], None]]
"""What is said of a step or a check-in, and what taking it does."""


class GoalRoom:
    """The goal of this id."""

    def __init__(self, host: Host, work: Workspace, reflections: Reflections, id: int) -> None:
        self._host = host
        self._work = work
        self._reflections = reflections
        self._id = id

    def stay(self) -> None:
        """Say it whole, and do what is asked with it, until enter is pressed or it is gone.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        try:
            while self._once():
                pass
        except PeercoachError as refused:
            self._host.say(str(refused))

    def _once(self) -> bool:
        """Say it and do one thing; False where the person goes back."""
        goal = self._work.goals.get(self._id)
        parts = self._parts(goal)
        lines = words.numbered([line for line, _ in parts])
        how = here.GOAL_HOW if goal.open else here.GOAL_CLOSED_HOW
        said = goal_lines.whole(self._work, goal, self._host)
        heading = [here.STEPS_AND_CHECKS] if lines else []
        self._host.at(*said, *heading, *lines, how)
        while True:
            typed = self._host.listen(ROOM)
            if isinstance(typed, Command):
                return self._do(typed.action.id, goal)
            number = number_in(typed, len(parts))
            if number is not None:
                parts[number - 1][1]()
                return True
            if empty(typed):
                return False
            self._host.say(how)

    def _parts(self, goal: GoalLine) -> list[Line]:
        """Its steps, then its check-ins, the newest first."""
        found: list[Line] = [
            (goal_lines.step(one, self._host), self._stepping(goal, one)) for one in goal.steps
        ]
        for check in reversed(goal.checks):
            found.append((goal_lines.check(check, self._host), self._note(check.id)))
        return found

    def _do(self, action: str, goal: GoalLine) -> bool:
        """Do what a command asks; False once the goal is gone."""
        goals = self._work.goals
        writes: dict[str, Callable[[], Writing]] = {
            "check_in": lambda: goals.check_in(goal.id),
            "add_step": lambda: goals.step(goal.id),
            "close_goal": lambda: goals.close(goal.id),
        }
        if action in writes:
            write(self._host, self._work, writes[action])
        elif action == "edit":
            self._edit(goal)
        elif action == "versions":
            Versions(self._host, self._work, goal.id).stay()
        elif action == "reopen":
            self._reopen(goal)
        elif action == "delete":
            return not deleted(self._host, self._work, ROOM, goal.id)
        return True

    def _reopen(self, goal: GoalLine) -> None:
        if goal.open:
            self._host.say(here.IS_OPEN)
        else:
            self._work.goals.reopen(goal.id)
            self._host.say(here.REOPENED)

    # --- changing ----------------------------------------------------------------------------

    def _edit(self, goal: GoalLine) -> None:
        """Ask what to change, then for the words."""
        parts = telling.every_part(goal)
        lines = words.numbered(goal_lines.parts(goal))
        self._host.at(here.CHANGE_WHAT, *lines, words.CHOOSE_OR_BACK)
        chosen = self._host.choose("within", len(parts), enter=True)
        if chosen is None:
            return
        part = parts[chosen - 1].id
        if part == telling.ELEMENTS:
            self._draw_on(goal)
        else:
            write(self._host, self._work, lambda: self._work.goals.edit(goal.id, part))

    def _draw_on(self, goal: GoalLine) -> None:
        """Take away what it draws on, or have it draw on one more element."""
        drawn = list(goal.goal.elements.items())
        lines = [here.TAKE_AWAY.format(title=title) for _, title in drawn] + [here.ONE_MORE]
        said = [words.sentence(line) for line in lines]
        self._host.at(here.WHICH_ELEMENTS, *words.numbered(said), words.CHOOSE_OR_BACK)
        number = self._host.choose("within", len(lines), enter=True)
        if number is None:
            return
        if number <= len(drawn):
            address = drawn[number - 1][0]
        else:
            chosen = Choosing(self._host, self._work, {}).chosen()
            if chosen is None or chosen.gone:
                return
            address = chosen.address
        self._work.goals.draw_on(goal.id, address)
        self._host.say(here.KEPT)

    # --- steps, check-ins --------------------------------------------------------------------

    def _note(self, id: int) -> Callable[[], None]:
        return NoteRoom(self._host, self._work, self._reflections, id).stay

    def _stepping(self, goal: GoalLine, step: StepLine) -> Callable[[], None]:
        return (lambda: self._step(goal, step)) if goal.open else self._note(step.id)

    def _step(self, goal: GoalLine, step: StepLine) -> None:
        """Ask what to do with a step, and do it."""
        goals = self._work.goals
        states: dict[StepState, str] = {
            "done": here.STEP_IS_DONE,
            "": here.STEP_TO_DO,
            "aside": here.STEP_PUT_ASIDE,
        }
        offered = [one for one in states if one != step.step.step_state]
        others = (here.STEP_WORDS, here.STEP_DAY, here.STEP_DELETE, here.STEP_LEAVE)
        lines = [words.sentence(one) for one in (*(states[one] for one in offered), *others)]
        self._host.at(
            goal_lines.step(step, self._host), here.STEP_WHAT, *words.numbered(lines),
            words.CHOOSE_OR_BACK,
        )  # fmt: skip
        number = self._host.choose("within", len(lines), enter=True) or len(lines)
        if number <= len(offered):
            goals.set_step(goal.id, step.id, offered[number - 1])
            self._host.say(here.KEPT)
        elif number <= len(offered) + 2:
            part = ("next", "day")[number - len(offered) - 1]
            write(self._host, self._work, lambda: goals.step(goal.id, step.id, part))
        elif number == len(offered) + 3:
            self._work.journal.delete(step.id)
            self._host.say(here.STEP_DELETED)
