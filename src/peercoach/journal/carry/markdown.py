"""Notes as Markdown, to be read by people: a file for each year, oldest first.

Each note stands under its date as a heading. A line of a note that would read as a heading or a
fence gets a backslash before it, as Markdown has it (CommonMark 0.31, 2.4), so that a note's own
words never look like the next note; nothing else of a text is changed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from peercoach.journal import documents
from peercoach.journal.documents import Document, Read
from peercoach.journal.drafts import SavedDraft
from peercoach.journal.goal_drafts import GoalDraft
from peercoach.journal.index import living
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Kept, Mark, Place, Progress, Rating, Thing
from peercoach.journal.told import told
from peercoach.words import carry as words
from peercoach.words import goals as goal_words
from peercoach.words import reflect

MARK = "---\npeercoach: export/1\n---\n"
"""What each of these files begins with, so that a folder of them isn't taken in twice."""

_ESCAPED = re.compile(r"^(\\*)(?=#{1,6}(?:[ \t]|$)|```|~~~)", re.MULTILINE)
_UNESCAPED = re.compile(r"^\\(?=\\*(?:#{1,6}(?:[ \t]|$)|```|~~~))", re.MULTILINE)


def escape(text: str) -> str:
    """Text with no line that reads as a heading or a fence."""
    return _ESCAPED.sub(r"\\\1", text)


def unescape(text: str) -> str:
    """What :func:`escape` was given."""
    return _UNESCAPED.sub("", text)


def years(
    records: Iterable[Sequence[Document]], *, versions: bool
) -> tuple[dict[int, str], int, int]:
    """Every year's notes as the text of a file; how many notes, and how many of a newer Peercoach.

    Each of ``records`` is the revisions of one record, oldest first. What was deleted is left out.
    With ``versions`` each note is followed by what it was before.
    """
    found: list[tuple[Read, list[Document]]] = []
    newer = 0
    for revisions in records:
        if revisions[-1].get("deleted"):
            continue
        read = documents.read(revisions[-1])
        if read is None:
            newer += 1
        elif not _says_nothing(read.record):
            found.append((read, living(revisions)))
    found.sort(key=lambda one: one[0].when.utc_ms)
    parts: dict[int, list[str]] = {}
    for read, said in found:
        year = read.when.local().year
        parts.setdefault(year, [MARK]).append(_section(read, said if versions else []))
    notes = sum(isinstance(read.record, Entry | Rating) for read, _ in found)
    return {year: "\n".join(texts) for year, texts in parts.items()}, notes, newer


def _says_nothing(record: Kept) -> bool:
    """Whether there is nothing of it for people to read: a mark taken back, or a thing."""
    return isinstance(record, Thing) or (isinstance(record, Mark) and not record.mark)


def being_typed(drafts: Iterable[SavedDraft], goals: Iterable[GoalDraft] = ()) -> str:
    """What is being typed, as the text of a file; empty where nothing is.

    ``goals`` is what is being written about goals.
    """
    waiting = [(one.when.utc_ms, _draft(one)) for one in drafts if one.draft.text.strip()]
    waiting += [(one.when.utc_ms, _goal_draft(one)) for one in goals]
    if not waiting:
        return ""
    return "\n".join([MARK, *(text for _, text in sorted(waiting, key=lambda one: one[0]))])


def _section(read: Read, versions: Sequence[Document]) -> str:
    lines = [_heading(read.when), ""]
    record = read.record
    if isinstance(record, Progress):
        lines += _reflection(record)
    elif isinstance(record, Mark):
        lines += [words.MARKED[record.mark], "", _asking(record.place.ask), ""]
    elif isinstance(record, Entry | Rating):
        lines += [*_asked(record.kind, record.place), _said(record), ""]
    if read.changed is not None and isinstance(record, Entry | Rating):
        lines += [words.CHANGED.format(**_day_and_time(read.changed)), ""]
        for one in reversed(versions[:-1]):
            before = documents.read(one)
            if before is not None and isinstance(before.record, Entry | Rating):
                at = _day_and_time(before.changed or before.when)
                lines += [words.EARLIER.format(**at), "", _said(before.record), ""]
    return "\n".join(lines)


def _reflection(progress: Progress) -> Iterator[str]:
    kind = reflect.KINDS_OF_ENTRY[progress.kind]
    titles = dict.fromkeys(one for one in (progress.framework_title, progress.title) if one)
    yield _line(words.REFLECTION.format(kind=kind, title=": ".join(titles)))
    yield words.STATES[progress.state]
    for ask in progress.bring.values():
        yield _line(words.TO_BRING.format(ask=ask))
    yield ""


def _draft(saved: SavedDraft) -> str:
    head = [_heading(saved.when), ""]
    head += [_line(words.BEING_TYPED.format(title=saved.draft.progress.title))]
    head += ["", *([_asking(saved.place.ask), ""] if saved.place.ask else [])]
    return "\n".join([*head, escape(saved.draft.text), ""])


def _goal_draft(saved: GoalDraft) -> str:
    heading = goal_words.HEADINGS.get(saved.task, "")
    lines = [_heading(saved.when), "", _line(words.BEING_TYPED.format(title=heading)), ""]
    for key, text in {**saved.said, saved.at: saved.text}.items():
        if text.strip():
            lines += [_asking(goal_words.ASKS.get(key, "")), "", escape(text), ""]
    return "\n".join(lines)


def _asked(kind: str, place: Place) -> Iterator[str]:
    said = reflect.KINDS_OF_ENTRY[kind]
    titles = ": ".join(one for one in (place.framework_title, place.element_title) if one)
    yield _line(
        words.AT.format(kind=said, titles=titles) if titles else words.ALONE.format(kind=said)
    )
    yield ""
    if place.ask:
        yield _asking(place.ask)
        yield ""


def _asking(ask: str) -> str:
    return words.ASKED.format(ask=_line(ask))


def _said(record: Entry | Rating) -> str:
    if isinstance(record, Rating):
        return escape(record.label)
    return "\n".join([escape(record.text), *_besides(record)])


def _besides(entry: Entry) -> Iterator[str]:
    """What it says beside its words, each part under its label."""
    for label, text in told(entry):
        yield ""
        yield words.LABELLED.format(label=label, text=escape(text)) if label else escape(text)


def _heading(when: Moment) -> str:
    return "## {day} {time}".format(**_day_and_time(when))


def _day_and_time(when: Moment) -> dict[str, str]:
    at = when.local()
    return {"day": at.date().isoformat(), "time": f"{at.hour:02d}:{at.minute:02d}"}


def _line(text: str) -> str:
    return " ".join(text.split())
