"""What is said about a stop, an element, a note: lines, made from what the guide knows."""

from peercoach.frameworks.model import Element, Framework
from peercoach.guide.reflect import Reflection
from peercoach.guide.stops import Stop
from peercoach.journal.records import Entry
from peercoach.journal.saying import Said
from peercoach.journal.written import Written
from peercoach.words import plain as words
from peercoach.words import reflect


def opening(stop: Stop) -> list[str]:
    """Whose element this is, with what it is in two lines at most."""
    return [words.sentence(title(stop.framework, stop.element)), *stop.element.what_it_is[:2]]


def title(framework: Framework, element: Element) -> str:
    """An element by its framework's title and its own."""
    return words.TITLE.format(framework=framework.title, element=element.title)


def asked(stop: Stop, count: tuple[int, int] | None) -> list[str]:
    """What is asked at a stop, and its hint."""
    if count is not None and count[1] > 1:
        shape = words.QUESTION_AT_LEVEL if stop.level else words.QUESTION
        line = shape.format(at=count[0], of=count[1], level=stop.level, ask=stop.ask)
    else:
        line = words.STOP.format(heading=stop.heading, ask=stop.ask)
    if not stop.hint:
        return [line]
    return [line, stop.hint if stop.kind == "close" else words.HINT.format(hint=stop.hint)]


def scale(stop: Stop) -> list[str]:
    """The steps of a rating, each behind its number."""
    steps = stop.rating.scale if stop.rating else ()
    return [f"{step.value}. {words.sentence(step.label)}" for step in steps]


def value_of(typed: str, labels: dict[int, str]) -> int | None:
    """The value that someone means by its number or its words; None where it is neither."""
    plain = typed.strip().rstrip(".").casefold()
    for value, label in labels.items():
        if plain in (str(value), label.casefold()):
            return value
    return None


def prompts(stop: Stop) -> list[str]:
    """The hint, follow-ups and coach's prompts of a stop."""
    follow_ups = stop.question.follow_ups if stop.question else ()
    found = [*follow_ups, *stop.element.coach_prompts]
    hint = [words.HINT.format(hint=stop.hint)] if stop.hint else []
    if not found:
        return hint or [words.NO_PROMPTS]
    return [*hint, words.PROMPTS, *found]


def about(framework: Framework, element: Element, aligned: str = "") -> list[str]:
    """What the element is, why it matters, what it is not, and who has looked at the wording.

    ``aligned`` is the title of what it lines up with, or empty.
    """
    lines = [words.sentence(title(framework, element))]
    if element.what_it_is:
        lines += [words.ABOUT_IS, *element.what_it_is]
    if element.why_it_matters:
        lines += [words.ABOUT_WHY, element.why_it_matters.strip()]
    if element.what_it_is_not:
        lines += [words.ABOUT_NOT, *element.what_it_is_not]
    if aligned:
        lines.append(words.ABOUT_ALIGNED.format(title=words.sentence(aligned)))
    if not framework.reviewed_by:
        lines.append(words.ABOUT_REVIEWED)
    return lines


def questions(reflection: Reflection) -> list[str]:
    """Every question with its number, and whether it is answered."""
    lines = [words.QUESTIONS]
    for number, stop in enumerate(reflection.questions, 1):
        answered = words.QUESTION_ANSWERED if stop.key in reflection.progress.kept else ""
        here = words.QUESTION_HERE if stop.key == reflection.now.key else ""
        lines.append(f"{number}. {stop.ask}{answered}{here}")
    return [*lines, words.QUESTIONS_CHOOSE]


def said(of: Said | None) -> str:
    """What was said of a question before, as a sentence; empty text where nothing was."""
    if of is None:
        return ""
    if not of.this_wording:
        return words.SAID_OF_ANOTHER[of.mark]
    return (words.MARKED if of.this_time else words.SAID_LAST_TIME)[of.mark]


def written_before(written: Written, day: str, asked: str = "") -> list[str]:
    """An earlier answer, with its day; and with its wording, where ``asked`` is another one."""
    record = written.record
    text = record.text if isinstance(record, Entry) else ""
    then = record.place.ask if isinstance(record, Entry) else ""
    wording = [reflect.ASKED_THEN.format(ask=then)] if asked and then not in ("", asked) else []
    return [words.BEFORE.format(day=day), *wording, *text.split("\n")]
