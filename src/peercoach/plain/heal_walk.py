"""A sitting in the Heal room as plain questions and lines. Each can be passed over."""

from collections.abc import Callable
from functools import partial

from peercoach.guide.heal import AMOUNTS, LIMITS, Sitting
from peercoach.guide.heal_stops import NOT_SURE, WHOSE, questions_of
from peercoach.healing.days import suggested
from peercoach.plain import heal_tell as tell
from peercoach.plain.answer import Answer
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.heal_hearing import ROOM, HealHearing, Move, ask_day
from peercoach.plain.host import number_in
from peercoach.plain.port import Ended
from peercoach.plain.watch import Interrupted
from peercoach.plain.ways import GoTo
from peercoach.words import company, plain
from peercoach.words import heal as words


class HealWalk(HealHearing):
    """One sitting, from where it stands to its end."""

    def run(self) -> None:
        """Ask until it is kept, gone, or left.

        Raises:
            GoTo: the person went elsewhere; what was given waits as a draft.
            Ended, Interrupted: input ended, or a signal came; likewise.
        """
        stops: dict[str, Callable[[], None]] = {
            "arrive": self._arrive,
            "limit": self._limit,
            "exposures": self._exposures,
            "choose": self._choose,
            "question": self._write,
            "shares": self._share,
            "rating": self._rate,
            "close": self._close,
            "keep": self._keep,
            "sure": self._sure,
            "return": self._return,
        }
        try:
            while not self._here.sitting.ends:
                stops[self._sitting.now.kind]()
        except (GoTo, Ended, Interrupted):
            self._leave()
            raise
        self._host.say({"kept": words.KEPT, "gone": words.GONE}.get(self._sitting.ends, words.OUT))

    # --- stops ----------------------------------------------------------------------------------

    def _arrive(self) -> None:
        if self._sitting.way >= 0:
            self._host.at(
                tell.ways()[self._sitting.way],
                words.STAY_WITH,
                words.STAY_HOW,
            )
            self._pick(0, lambda _: Sitting.next)
            return
        ways = tell.ways()
        self._offer("arrive", ways, words.CHOOSE_HOW)
        self._pick(len(ways), lambda number: lambda one: one.steady(number - 1))

    def _limit(self) -> None:
        lines = [company.minutes(one) for one in LIMITS]
        self._offer("limit", [*lines, words.NO_LIMIT], words.CHOOSE_HOW)
        limits = (*LIMITS, 0)
        self._pick(len(limits), lambda number: lambda one: one.set_limit(limits[number - 1]))

    def _exposures(self) -> None:
        kinds = {one.id: one.title for one in self._sitting.framework.exposures}
        kinds[NOT_SURE] = words.NOT_SURE
        self._offer("exposures", list(kinds.values()), words.TICK_HOW)
        ids = list(kinds)
        self._tick(
            len(ids),
            lambda number: lambda one: one.tick(ids[number - 1]),
            lambda: [kinds[one] for one in self._sitting.given.exposures],
        )

    def _choose(self) -> None:
        known = questions_of(self._sitting.framework)
        asks = [
            words.OF_ELEMENT.format(element=element.title, ask=question.ask)
            for element, question in known.values()
        ]
        first = f"{words.FOR_ME}. {words.FOR_ME_ABOUT}"
        self._offer("choose", [first, *asks], words.TICK_HOW)
        keys = list(known)

        def chosen(number: int) -> Move:
            if number == 1:
                return lambda one: one.choose_for_me()
            return lambda one: one.choose(keys[number - 2])

        self._tick(
            len(keys) + 1,
            chosen,
            lambda: [known[key][1].ask for key in self._sitting.given.chosen],
        )

    def _write(self) -> None:
        stop = self._sitting.now
        count = self._sitting.count if self._host.settings.progress else None
        asked = tell.asked(stop, count)
        answer = Answer(self._host, self._here, ROOM)
        self._host.at(*asked, again=lambda: [*asked, *tell.so_far(self._here.text)])
        if answer.empty:
            self._host.say(words.ANSWER_HOW)
        else:
            self._host.say(*tell.so_far(answer.text), words.ANSWER_MORE)
        while self._sitting.at == stop.key:
            said = self._listen(answer.add, answer.typing, ended=answer)
            if isinstance(said, Text):
                answer.add(said.text)
                self._host.say(*filter(None, [said.told]))
            elif isinstance(said, End):
                self._move(partial(Sitting.next, text=answer.text))
            elif said.action.id == "read":
                answer.read()
            elif said.action.id == "undo":
                answer.undo()
            else:
                self._command(said, answer.text)

    def _share(self) -> None:
        ask, hint = words.ASKS["shares"], words.HINTS["shares"]
        self._host.paragraph(ask, hint, words.SHARE_HOW)
        for whose in WHOSE:
            if not self._one_share(whose):
                return
        told = [plain.sentence(one) for one in words.shared(self._sitting.shares)]
        so = words.SHARES_SO.format(shares=" ".join(told))
        self._host.say(so if told else words.SHARES_OPEN)
        self._move(Sitting.next)

    def _one_share(self, whose: str) -> bool:
        """Ask for one; False where the person went to another stop."""
        given = self._sitting.given.shares.get(whose, "")
        line = words.SHARE.format(whose=words.WHOSE[whose], amount=words.amount(given))
        self._host.at(plain.sentence(line if given else words.WHOSE[whose]))
        while True:
            said = self._listen()
            if isinstance(said, Command):
                if self._command(said):
                    return False
                continue
            typed = said.text.strip().rstrip(".").casefold() if isinstance(said, Text) else ""
            if not typed:
                return True
            if (amount := tell.amount(typed)) in AMOUNTS:
                self._move(partial(Sitting.share, whose=whose, amount=amount))
                return True
            self._host.say(words.NOT_AN_AMOUNT)

    def _rate(self) -> None:
        rating = self._sitting.now.rating
        assert rating is not None
        labels = {step.value: step.label for step in rating.scale}
        lines = [plain.sentence(tell.step(value, label)) for value, label in labels.items()]
        self._host.at(rating.ask, words.HINTS["rating"], *lines, words.RATE_HOW)
        at = self._sitting.at
        while self._sitting.at == at:
            said = self._listen()
            if isinstance(said, Command):
                self._command(said)
                continue
            typed = said.text.strip().rstrip(".") if isinstance(said, Text) else ""
            if not typed:
                self._move(Sitting.next)
            elif typed.isdecimal() and int(typed[:6]) in labels:
                self._move(partial(Sitting.rate, value=int(typed[:6])))
            else:
                self._host.say(plain.NOT_A_CHOICE)

    def _close(self) -> None:
        lines = tell.closing(self._sitting, self._host.settings.region)
        self._host.at(words.ASKS["close"] + ".", *lines, words.CLOSE_HOW)
        self._pick(0, lambda _: Sitting.next)

    def _keep(self) -> None:
        self._offer("keep", tell.KEEPING, words.KEEP_HOW)
        self._answered(2, lambda number: Sitting.keep if number == 1 else Sitting.let_go)

    def _sure(self) -> None:
        self._offer("sure", [words.LET_GO, words.NOT_YET], plain.CHOOSE_NUMBER)
        self._answered(2, lambda number: Sitting.let_go if number == 1 else Sitting.back)

    def _return(self) -> None:
        self._offer("return", tell.days(self._today), words.RETURN_HOW)
        said = self._listen()
        number = number_in(said, 4)
        if isinstance(said, Command):
            self._command(said)
        elif number in (2, 3):
            day = suggested(self._today)[number - 2]
            self._move(lambda one: one.return_on(day))
        elif number == 4:
            self._typed_day()
        elif number == 1 or not (isinstance(said, Text) and said.text.strip()):
            self._move(lambda one: one.return_on(None))
        else:
            self._host.say(plain.NOT_A_CHOICE)

    def _typed_day(self) -> None:
        day = ask_day(self._host, ROOM)
        if day is not None:
            self._move(lambda one: one.return_on(day))
