"""Any walk through a sitting, found by chance: nothing ends that the person did not end."""

from datetime import date

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from peercoach.frameworks.model import Framework
from peercoach.guide.heal import AMOUNTS, LIMITS, Sitting
from peercoach.guide.heal_stops import MOST, NOT_SURE, WHOSE, questions_of
from tests.guide.test_heal import SHIPPED
from tests.journal.making import framework

TEXTS = st.one_of(st.just(""), st.just(" \n"), st.just("A promise."), st.text(max_size=8))
WHICH = st.integers(0, 40)
OWN: Framework = framework("ours", care=True)


class AnyWay(RuleBasedStateMachine):
    """Drives a sitting as an interface does, beside the simplest model: text by question."""

    @initialize(shipped=st.booleans())
    def begin(self, shipped: bool) -> None:
        self.here = Sitting(SHIPPED if shipped else OWN)
        self.typed: dict[str, str] = {}
        self.known = list(questions_of(self.here.framework))
        self.meant = ""

    def type(self, text: str) -> str:
        """What is typed counts where a question is, and until it ends."""
        if self.here.now.question is not None and not self.here.ends:
            self.typed[self.here.at] = text
        return text

    @rule(text=TEXTS)
    def next(self, text: str) -> None:
        self.here = self.here.next(self.type(text))

    @rule(text=TEXTS)
    def skip(self, text: str) -> None:
        self.here = self.here.skip(self.type(text))

    @rule(text=TEXTS)
    def back(self, text: str) -> None:
        self.here = self.here.back(self.type(text))

    @rule(text=TEXTS)
    def stop(self, text: str) -> None:
        before = self.here
        self.here = self.here.stop(self.type(text))
        asked = before.at in ("keep", "sure", "return")
        assert self.here.at == "close" or asked or before.at == "close" or before.ends

    @rule(text=TEXTS)
    def write(self, text: str) -> None:
        self.here = self.here.write(self.type(text))

    @precondition(lambda self: self.here.now.kind == "exposures")
    @rule(which=WHICH)
    def tick(self, which: int) -> None:
        kinds = [*(one.id for one in self.here.framework.exposures), NOT_SURE]
        self.here = self.here.tick(kinds[which % len(kinds)])

    @precondition(lambda self: self.here.now.kind == "choose")
    @rule(which=WHICH)
    def choose(self, which: int) -> None:
        self.here = self.here.choose(self.known[which % len(self.known)])

    @precondition(lambda self: self.here.now.kind == "choose")
    @rule()
    def choose_for_me(self) -> None:
        self.here = self.here.choose_for_me()

    @precondition(lambda self: self.here.now.kind == "limit")
    @rule(minutes=st.sampled_from((0, *LIMITS)))
    def limit(self, minutes: int) -> None:
        self.here = self.here.set_limit(minutes)

    @precondition(lambda self: self.here.now.kind == "shares")
    @rule(whose=st.sampled_from(WHOSE), amount=st.sampled_from(("", *AMOUNTS)))
    def share(self, whose: str, amount: str) -> None:
        self.here = self.here.share(whose, amount)

    @precondition(lambda self: self.here.now.kind == "rating")
    @rule(which=WHICH)
    def rate(self, which: int) -> None:
        rating = self.here.now.rating
        assert rating is not None
        self.here = self.here.rate(rating.scale[which % len(rating.scale)].value)

    @rule()
    def keep(self) -> None:
        self.here = self.here.keep()

    @rule()
    def let_go(self) -> None:
        if self.here.at == "sure" and not self.here.ends:
            self.meant = "gone"
        self.here = self.here.let_go()

    @precondition(lambda self: self.here.at == "return" and not self.here.ends)
    @rule(day=st.one_of(st.none(), st.just(date(2026, 4, 4))))
    def return_on(self, day: date | None) -> None:
        self.here = self.here.return_on(day)
        assert self.here.come_back == day

    @invariant()
    def every_word_stands_where_it_was_typed(self) -> None:
        """Whatever moves were made, and however it ended."""
        typed = {key: text for key, text in self.typed.items() if text.strip()}
        assert self.here.given.answers == typed

    @invariant()
    def it_ends_as_the_person_said(self) -> None:
        """Kept after "keep", gone after "let go" twice, out where nothing was given."""
        if self.here.ends == "gone":
            assert self.meant == "gone"
        if self.here.ends == "kept":
            assert self.here.at == "return"
        if self.here.ends == "out":
            assert not self.here.something
        if self.here.at in ("keep", "sure", "return"):
            assert self.here.something

    @invariant()
    def there_is_always_a_stop_and_never_too_much_of_it(self) -> None:
        """One stands somewhere, with five questions at the most."""
        assert self.here.now.kind
        assert len(self.here.given.chosen) <= MOST


AnyWay.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestAnyWay = AnyWay.TestCase
