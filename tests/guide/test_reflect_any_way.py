"""Any walk through a reflection, found by chance: no typed word is lost, and ids stay."""

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from peercoach.guide.reflect import Keep, Reflection, Step
from peercoach.journal.records import Entry, Rating
from tests.journal.making import counting, element, framework

TEXTS = st.one_of(
    st.just(""), st.just("  \n"), st.text(min_size=1, max_size=12), st.just("One thing.")
)
ASKS = ["up", "top", "down", "ridge", "valley"]


class AnyWay(RuleBasedStateMachine):
    """Drives a reflection as an interface does, beside the simplest model: text by stop."""

    @initialize(both=st.booleans(), rated=st.booleans())
    def begin(self, both: bool, rated: bool) -> None:
        self.rated = rated
        walking = framework(rated=rated)
        course = walking.elements if both else walking.elements[:1]
        self.ids = counting()
        self.walk = Reflection.begin(walking, course, new_id=self.ids)
        self.kept: dict[int, Entry | Rating] = {}
        self.typed: dict[str, str] = {}
        self.given: dict[str, int] = {}

    def take(self, step: Step, text: str) -> None:
        """Keep first, then step, as a conversation does; and note what had to come of it."""
        here = self.walk.now
        if here.entry_kind is not None:
            if text.strip():
                self.typed[here.key] = text
            else:
                self.typed.pop(here.key, None)
        for change in step.changes:
            if isinstance(change, Keep):
                self.kept[change.id] = change.record
            else:
                del self.kept[change.id]
        self.walk = step.after

    @rule(text=TEXTS)
    def next(self, text: str) -> None:
        self.take(self.walk.next(text), text)

    @rule(text=TEXTS)
    def skip(self, text: str) -> None:
        self.take(self.walk.skip(text), text)

    @rule(text=TEXTS)
    def back(self, text: str) -> None:
        self.take(self.walk.back(text), text)

    @rule(text=TEXTS)
    def enough(self, text: str) -> None:
        self.take(self.walk.enough(text), text)

    @rule(text=TEXTS, where=st.integers(0, 30))
    def jump(self, text: str, where: int) -> None:
        key = self.walk.stops[where % len(self.walk.stops)].key
        self.take(self.walk.jump(key, text), text)

    @rule(text=TEXTS, which=st.integers(0, 30))
    def pick(self, text: str, which: int) -> None:
        step = self.walk.pick(lambda among: among[which % len(among)], text)
        self.take(step, text)

    @rule()
    def bring(self) -> None:
        """A mark moves nothing, keeps nothing, and the same again takes it away."""
        before = self.walk
        step = before.bring()
        assert not step.changes
        assert step.after.now == before.now
        assert step.after.brings != before.brings or before.closing
        assert step.after.bring().after.progress == before.progress or before.brings
        self.walk = step.after

    @rule()
    def finish(self) -> None:
        here = self.walk.now.key
        self.take(self.walk.finish(), self.typed.get(here, ""))
        assert self.walk.closing
        assert self.walk.progress.state in ("enough", "finished")

    @precondition(lambda self: self.walk.now.kind == "rating")
    @rule(value=st.integers(1, 2))
    def rate(self, value: int) -> None:
        id = self.walk.kept_here
        step = self.walk.rate(value)
        (change,) = step.changes
        assert id is None or change.id == id
        self.kept[change.id] = change.record  # type: ignore[union-attr]
        self.walk = step.after

    @rule(asks=st.lists(st.sampled_from(ASKS), unique=True, min_size=1))
    def come_back_to_another_wording(self, asks: list[str]) -> None:
        """The framework changed, and the reflection is resumed from its progress alone."""
        changed = framework(
            "walking", element("hills", *asks), element("shores", "tide"), rated=self.rated
        )
        self.walk = Reflection.resume(changed, self.walk.progress, id=self.walk.id, new_id=self.ids)

    @invariant()
    def every_word_is_kept_under_its_stop(self) -> None:
        """What was last typed at each stop is what is kept there."""
        kept = {
            key: record.text
            for key, id in self.walk.progress.kept.items()
            if isinstance(record := self.kept[id], Entry)
        }
        assert kept == self.typed

    @invariant()
    def nothing_is_kept_that_no_stop_knows(self) -> None:
        """The reflection's progress names every record, each under one stop."""
        ids = list(self.walk.progress.kept.values())
        assert sorted(ids) == sorted(self.kept)

    @invariant()
    def ids_stay(self) -> None:
        """While something is kept at a stop it has one id."""
        kept = self.walk.progress.kept
        for key, id in kept.items():
            assert self.given.get(key, id) == id
        self.given = dict(kept)

    @invariant()
    def it_stands_somewhere(self) -> None:
        """There is always a stop, and the state fits it."""
        assert self.walk.now in self.walk.stops
        assert self.walk.closing or self.walk.progress.state == "open"
        assert not set(self.walk.progress.kept) & set(self.walk.progress.skipped)


AnyWay.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestAnyWay = AnyWay.TestCase
