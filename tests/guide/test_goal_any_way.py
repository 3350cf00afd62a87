"""Any walk through the making of a goal, found by chance: no typed word is lost."""

from datetime import date

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from peercoach.errors import NotADay
from peercoach.guide.goal import GoalWalk
from peercoach.guide.goal_outcome import outcome
from peercoach.journal.records import GOAL_WORDS, Goal

TEXTS = st.one_of(st.just(""), st.just("  \n"), st.text(min_size=1, max_size=12))
TODAY = date(2026, 2, 28)


class AnyWay(RuleBasedStateMachine):
    """Drives a walk as an interface does, beside the simplest model: text by question."""

    @initialize()
    def begin(self) -> None:
        self.walk = GoalWalk.make()
        self.typed: dict[str, str] = {}

    def answer(self, text: str) -> str:
        """Something that fits here: a choice, a day, or the text."""
        if self.walk.now.kind == "choice":
            return "community" if text.strip() else ""
        if self.walk.now.kind == "day":
            return "in 2 weeks" if text.strip() else ""
        return text

    def note(self, at: str, text: str) -> None:
        kept = "2026-03-14" if text == "in 2 weeks" else text.strip("\n")
        if text.strip():
            self.typed[at] = kept
        else:
            self.typed.pop(at, None)

    @precondition(lambda self: not self.walk.ended)
    @rule(text=TEXTS, move=st.sampled_from(["next", "back"]))
    def move(self, text: str, move: str) -> None:
        at, text = self.walk.at, self.answer(text)
        self.walk = getattr(self.walk, move)(text, TODAY)
        self.note(at, text)

    @precondition(lambda self: not self.walk.ended)
    @rule()
    def skip(self) -> None:
        self.walk = self.walk.skip()

    @precondition(lambda self: not self.walk.ended)
    @rule(text=TEXTS)
    def enough(self, text: str) -> None:
        at, text = self.walk.at, self.answer(text)
        self.walk = self.walk.enough(text, TODAY)
        self.note(at, text)

    @precondition(lambda self: self.walk.ended)
    @rule()
    def another(self) -> None:
        self.begin()

    @precondition(lambda self: not self.walk.ended and self.walk.now.kind == "day")
    @rule(text=st.text(max_size=9))
    def any_day(self, text: str) -> None:
        """Whatever is typed where a day is asked for is taken, or refused in a sentence."""
        try:
            after = self.walk.next(text, TODAY)
        except NotADay as refused:
            assert str(refused)
            return
        assert date.fromisoformat(after.said.get(self.walk.at, "2026-02-28")) >= TODAY

    @invariant()
    def every_word_is_there(self) -> None:
        """Nothing typed is lost, and all of it ends in what is kept."""
        assert dict(self.walk.said) == self.typed
        assert self.walk.ended or self.walk.at in self.walk.keys
        found = outcome(self.walk, 1, 2, None)
        words = [self.typed[key] for key in ("wish", "step", *GOAL_WORDS) if key in self.typed]
        assert bool(found) == bool(words)
        if found:
            assert isinstance(found[1].more, Goal)
            told = [found[1].text, *found[1].more.words, *(one.text for one in found.values())]
            assert {*words} <= {*told}


AnyWay.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestAnyWay = AnyWay.TestCase
