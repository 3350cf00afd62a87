"""What is said at a stop of a sitting in Heal, and of what was kept there: lines, read aloud."""

from datetime import date

from peercoach.guide.heal import AMOUNTS, Sitting
from peercoach.guide.heal_stops import Stop, closing_of
from peercoach.healing.days import suggested
from peercoach.healing.kept import Whole
from peercoach.words import heal as words
from peercoach.words import plain, support

KEEPING = (
    f"{words.KEEP_IT}. {words.KEEP_ABOUT}",
    f"{words.LET_GO}. {words.LET_GO_ABOUT}",
)


def ways() -> list[str]:
    """Ways to steady oneself: the same that support has."""
    return support.STEADY[1]


def asked(stop: Stop, count: tuple[int, int] | None) -> list[str]:
    """What a question asks, with what it is about before, and its hint."""
    assert stop.question is not None and stop.element is not None
    ask = stop.question.ask
    line = plain.QUESTION.format(at=count[0], of=count[1], ask=ask) if count else ask
    hint = [plain.HINT.format(hint=stop.question.hint)] if stop.question.hint else []
    return [*stop.element.what_it_is[:1], line, *hint]


def so_far(text: str) -> list[str]:
    """What stands at a question, as it was saved last."""
    return [plain.SO_FAR, *text.split("\n")] if text.strip() else []


def prompts(stop: Stop) -> list[str]:
    """Some ways to go on from here."""
    found = stop.question.follow_ups if stop.question else ()
    return [plain.PROMPTS, *found] if found else [plain.NO_PROMPTS]


def ticked(titles: list[str]) -> str:
    """What is chosen now."""
    if not titles:
        return words.TICKED_NONE
    return words.TICKED.format(titles=" ".join(map(plain.sentence, titles)))


def amount(typed: str) -> str:
    """How much is meant by a word; the word itself where it is none."""
    return next((one for one in AMOUNTS if typed in (one, words.AMOUNTS[one])), typed)


def step(value: int, label: str) -> str:
    """A step of a rating, with its number, where its words don't begin with that."""
    return label if label.startswith(str(value)) else words.STEP.format(value=value, label=label)


def days(today: date) -> list[str]:
    """Whether and when to come back."""
    week, month = suggested(today)
    return [
        words.NO_RETURN,
        words.IN_A_WEEK.format(day=words.on(week, today)),
        words.IN_A_MONTH.format(day=words.on(month, today)),
        words.ANOTHER_DAY,
    ]


def closing(sitting: Sitting, region: str) -> list[str]:
    """What is said on leaving, the same whatever was given."""
    own = [part for one in closing_of(sitting.framework) for part in (one.ask, one.hint) if part]
    today = own or [words.GOOD_ASK, words.GOOD_HINT, words.TELL_ASK, words.TELL_HINT]
    # What is one key away on a screen is one word away here.
    lines = [line.replace("one key away", "one word away, :support") for line in today]
    for heading, points in (support.belongs(region), support.STEADY):
        lines += [heading + ":", *points]
    return lines


def whole(kept: Whole, today: date) -> list[str]:
    """All that was kept of a sitting."""
    sitting = kept.sitting
    day = words.on(kept.kept.when.local().date(), today)
    lines = [words.KEPT_ON.format(day=day) + ".", words.STAYS]
    if kept.kept.come_back is not None:
        lines.append(words.COMES_BACK.format(day=words.on(kept.kept.come_back, today)))
    if sitting.exposures:
        lines += [words.KIND_OF + ":", *map(plain.sentence, sitting.exposures)]
    for ask, text in kept.answers:
        lines += [plain.sentence(ask), *text.split("\n")]
    if shares := words.shared(sitting.shares):
        lines += [words.SHARED_OUT + ":", *map(plain.sentence, shares)]
    for rating in kept.ratings:
        lines += [rating.place.ask, plain.sentence(rating.label)]
    return lines
