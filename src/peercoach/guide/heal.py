"""A sitting in the Heal room as a state machine: no screen, no disk, and no clock but minutes.

Nobody is asked what happened, every stop can be passed over, and the way out is the same from
everywhere: the closing, and then whether to keep it. A :class:`Sitting` never changes; each move
gives the one after it. Nothing here keeps anything: whoever drives it does, and the person's own
word is needed for that.

Leaving a stop in any way takes what was typed there along, so that no move can lose a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

import msgspec

from peercoach.errors import NoSuchRating
from peercoach.frameworks.model import Element, Framework, Question, Rating
from peercoach.guide.heal_stops import MOST, NOT_SURE, WHOSE, Stop, gentle, lay_out, questions_of
from peercoach.journal.records import Place

LIMITS = (5, 10, 15)
"""Minutes that a person may set as a limit; none is a choice, too."""

AMOUNTS = ("none", "little", "some", "much", "most")
"""How much of it lay with someone, from the least; never a figure, and never added up."""

Ending = Literal["", "kept", "gone", "out"]
"""Not yet; kept; let go; nothing was there to ask about."""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has given so far.

    ``chosen`` and the keys of ``answers`` are keys of questions (``element/question``); ``asks``
    holds the wording that each answer was given to. ``shares`` maps whose part (``WHOSE``) to how
    much of it (``AMOUNTS``), ``ratings`` a rating's id to a value. ``limit`` is in minutes, 0 for
    none.
    """

    limit: int = 0
    exposures: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    answers: dict[str, str] = msgspec.field(default_factory=dict)
    asks: dict[str, str] = msgspec.field(default_factory=dict)
    shares: dict[str, str] = msgspec.field(default_factory=dict)
    ratings: dict[str, int] = msgspec.field(default_factory=dict)


@dataclass(frozen=True)
class Sitting:
    """Where someone is in a sitting.

    ``way`` is the way to steady oneself that was chosen last, -1 for none. ``come_back`` is the day
    that the person set, once it ``ends`` in keeping.
    """

    framework: Framework
    given: Given = field(default=Given(), repr=False)
    at: str = "arrive"
    way: int = -1
    ends: Ending = ""
    come_back: date | None = None

    # --- where we are ------------------------------------------------------------------------

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Every stop in order."""
        return lay_out(self.framework, self.given.chosen)

    @cached_property
    def _index(self) -> dict[str, int]:
        return {stop.key: index for index, stop in enumerate(self.stops)}

    @property
    def now(self) -> Stop:
        """The stop we are at."""
        if self.at == "sure":
            return Stop("sure", "sure")
        return self.stops[self._index[self.at]]

    def here(self) -> "Sitting":
        """This sitting at a stop that it has: one that is gone from the framework is passed over.

        Words that were written before are all that matters then, so it goes to the closing.
        """
        return self if self.at == "sure" or self.at in self._index else self._at("close")

    @property
    def count(self) -> tuple[int, int] | None:
        """(2, 3) at question 2 of 3; None where we are at no question."""
        keys = [stop.key for stop in self.stops if stop.kind == "question"]
        return (keys.index(self.at) + 1, len(keys)) if self.at in keys else None

    @property
    def at_start(self) -> bool:
        """Whether there is no stop to go back to."""
        return self.at == self.stops[0].key

    @property
    def text(self) -> str:
        """What was written at this stop."""
        return self.given.answers.get(self.at, "")

    @property
    def something(self) -> bool:
        """Whether there is anything that could be kept."""
        given = self.given
        return bool(given.exposures or self.shares or given.ratings or any(self.answers()))

    def answers(self) -> Iterator[tuple[Place, str]]:
        """What was written to each question, with its wording, in the order they are asked.

        What was written to a question that the person has taken out again is not among them. One
        whose question is gone from the framework is: nobody took that out.
        """
        known = questions_of(self.framework)
        order = {key: index for index, key in enumerate(known)}
        for key in sorted(self.given.answers, key=lambda key: (order.get(key, -1), key)):
            text = self.given.answers[key]
            if text.strip() and (key in self.given.chosen or key not in known):
                yield self._place(key, *known.get(key, (None, None))), text

    @property
    def shares(self) -> dict[str, str]:
        """How it was shared out, where that is asked."""
        asked = any(stop.kind == "shares" for stop in self.stops)
        return dict(self.given.shares) if asked else {}

    def rated(self) -> Iterator[tuple[Rating, int]]:
        """Each rating that was given, with its value."""
        for rating in self.framework.ratings:
            if rating.id in self.given.ratings:
                yield rating, self.given.ratings[rating.id]

    def whole(self) -> Place:
        """The place of what belongs to the sitting as a whole: a rating, say."""
        framework = self.framework
        return Place(
            framework=framework.id, framework_title=framework.title, version=framework.version
        )

    def _place(self, key: str, element: Element | None, question: Question | None) -> Place:
        where, _, asked = key.partition("/")
        return msgspec.structs.replace(
            self.whole(),
            element=where,
            element_title=element.title if element else "",
            question=asked,
            ask=self.given.asks.get(key) or (question.ask if question else ""),
        )

    # --- time --------------------------------------------------------------------------------

    def time_up(self, minutes: float) -> bool:
        """Whether the time one set is up, so many minutes in; nothing is forced by it.

        At the closing and after it there is nothing left to say it for.
        """
        under_way = self._index.get(self.at, len(self.stops)) < self._index["close"]
        return bool(self.given.limit) and under_way and minutes >= self.given.limit

    # --- moves -------------------------------------------------------------------------------

    def write(self, text: str) -> "Sitting":
        """What stands at this question now; elsewhere nothing is written."""
        stop = self.now
        if stop.question is None or text == self.text:
            return self
        answers = {**self.given.answers, stop.key: text}
        asks = {**self.given.asks, stop.key: stop.question.ask}
        if not text.strip():
            del answers[stop.key], asks[stop.key]
        return self._with(answers=answers, asks=asks)

    def next(self, text: str = "") -> "Sitting":
        """Go on; where it is asked whether to keep it, only an answer goes on."""
        after = self.write(text)
        if self.at in ("keep", "sure") or self.ends:
            return after
        if self.at == "return":
            return after.return_on(None)
        if self.at == "close" and not after.something:
            return replace(after, ends="out")
        return after._at(self.stops[self._index[self.at] + 1].key)

    def skip(self, text: str = "") -> "Sitting":
        """Pass over this stop. What was typed is taken along all the same."""
        return self.next(text)

    def back(self, text: str = "") -> "Sitting":
        """Go one stop back, or from "is it to go?" to the question before."""
        after = self.write(text)
        if self.ends:
            return after
        if self.at == "sure":
            return after._at("keep")
        return after._at(self.stops[max(self._index[self.at] - 1, 0)].key)

    def stop(self, text: str = "") -> "Sitting":
        """Stop here: to the closing, which is the same from everywhere."""
        after = self.write(text)
        beyond = self.at in ("close", "keep", "sure", "return") or self.ends
        return after.next() if beyond else after._at("close")

    def steady(self, way: int) -> "Sitting":
        """Take one of the ways to steady oneself, and stay with it."""
        return replace(self, way=way)

    def set_limit(self, minutes: int) -> "Sitting":
        """Set a time limit (0 for none), and go on."""
        return self._with(limit=minutes).next()

    def tick(self, exposure: str) -> "Sitting":
        """Say that it was of this kind, or take that back. "Not sure" stands beside none."""
        had = self.given.exposures
        if exposure in had:
            return self._with(exposures=tuple(one for one in had if one != exposure))
        kinds = [*(one.id for one in self.framework.exposures), NOT_SURE]
        kept = () if exposure == NOT_SURE else tuple(one for one in had if one != NOT_SURE)
        return self._with(exposures=tuple(one for one in kinds if one in (*kept, exposure)))

    def choose(self, key: str) -> "Sitting":
        """Choose a question, or take it out; no more than ``MOST`` of them, and then it stays."""
        had = self.given.chosen
        if key in had:
            return self._with(chosen=tuple(one for one in had if one != key))
        return self if len(had) >= MOST else self._choosing({*had, key})

    def choose_for_me(self) -> "Sitting":
        """Three gentle ones, in the place of what was chosen; any of them can be taken out."""
        return self._choosing(set(gentle(self.framework)))

    def _choosing(self, keys: set[str]) -> "Sitting":
        known = questions_of(self.framework)
        return self._with(chosen=tuple(key for key in known if key in keys))

    def share(self, whose: str, amount: str) -> "Sitting":
        """Say how much of it lay with someone; with no amount, that is left open again."""
        shares = {**self.given.shares, whose: amount}
        return self._with(shares={one: shares[one] for one in WHOSE if shares.get(one)})

    def rate(self, value: int) -> "Sitting":
        """Give this stop's rating a value, and go on.

        Raises:
            NoSuchRating: we are at no rating, or its scale has no such value.
        """
        rating = self.now.rating
        steps = rating.scale if rating else ()
        if rating is None or value not in (step.value for step in steps):
            raise NoSuchRating(values=", ".join(f"{one.value} ({one.label})" for one in steps))
        return self._with(ratings={**self.given.ratings, rating.id: value}).next()

    def keep(self) -> "Sitting":
        """It is to be kept; next comes whether to come back to it."""
        return self._at("return") if self.at == "keep" else self

    def let_go(self) -> "Sitting":
        """It is to go. Said once it is asked about once more; said again it is so."""
        if self.at == "sure":
            return replace(self, ends="gone")
        return self._at("sure") if self.at == "keep" else self

    def return_on(self, day: date | None) -> "Sitting":
        """Come back to it on a day, or on none: this is the end of it."""
        return replace(self, come_back=day, ends="kept") if self.at == "return" else self

    # --- how a move is made -------------------------------------------------------------------

    def _at(self, key: str) -> "Sitting":
        return replace(self, at=key, way=-1)

    def _with(self, **changes: object) -> "Sitting":
        return replace(self, given=msgspec.structs.replace(self.given, **changes))
