"""Notes to read: newest first, ten at a time; a number reads one whole, words search."""

from collections.abc import Sequence

from peercoach.journal.records import Entry, Rating
from peercoach.journal.store import Journal
from peercoach.journal.text import one_line
from peercoach.journal.written import Written
from peercoach.plain.commands import End, Text
from peercoach.plain.host import Host
from peercoach.words import plain as words
from peercoach.words import reflect

PAGE = 10
TITLE_LETTERS = 90


def title(written: Written) -> str:
    """What a note is known by: the question it answers, else its own first words."""
    record = written.record
    if isinstance(record, Rating):
        return f"{record.place.element_title}: {record.label}"
    text = record.text if isinstance(record, Entry) else ""
    place = record.place if isinstance(record, Entry) else None
    own = one_line(text, TITLE_LETTERS)
    return one_line(place.ask) + " " + own if place is not None and place.ask else own


def whole(written: Written, day: str) -> list[str]:
    """A note from its heading to its last line."""
    record = written.record
    kind = reflect.KINDS_OF_ENTRY[record.kind]
    lines = [words.sentence(f"{kind}, {day}")]
    if isinstance(record, Entry | Rating):
        lines += _where(record)
    lines += record.text.split("\n") if isinstance(record, Entry) else []
    if written.versions > 1:
        lines.append(words.NOTE_VERSIONS.format(count=written.versions))
    return lines


def _where(record: Entry | Rating) -> list[str]:
    lines = []
    if record.place.element_title:
        lines.append(
            words.sentence(
                words.TITLE.format(
                    framework=record.place.framework_title, element=record.place.element_title
                )
            )
        )
    if record.place.ask:
        lines.append(record.place.ask)
    if isinstance(record, Rating):
        lines.append(words.sentence(record.label))
    return lines


class Notes:
    """The room of notes."""

    def __init__(self, host: Host, journal: Journal) -> None:
        self._host = host
        self._journal = journal

    def read(self) -> None:
        """Offer notes until the person goes elsewhere.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        found: Sequence[Written] = self._journal.entries()
        self._host.paragraph(words.NOTES if found else words.NOTES_NONE)
        shown = self._page(found, 0)
        while True:
            self._host.say(words.NOTES_HOW)
            said = self._host.listen("notes")
            typed = said.text.strip() if isinstance(said, Text) else ""
            if not typed or isinstance(said, End):
                shown = self._page(found, shown)
            elif typed.rstrip(".").isdecimal():
                self._one(found, typed.rstrip("."))
            else:
                found = self._search(typed)
                shown = self._page(found, 0)

    def _page(self, found: Sequence[Written], start: int) -> int:
        """Say the next notes; how many have been said now."""
        page = found[start : start + PAGE]
        lines = [
            words.NOTE_LINE.format(
                kind=reflect.KINDS_OF_ENTRY[one.record.kind],
                day=self._host.day(one.when),
                title=title(one),
            )
            for one in page
        ]
        self._host.say(*words.numbered(lines, start + 1))
        end = start + len(page)
        if end < len(found):
            self._host.say(words.NOTES_MORE)
        elif found:
            self._host.say(words.NOTES_END)
        return end

    def _one(self, found: Sequence[Written], number: str) -> None:
        if len(number) < 9 and 1 <= int(number) <= len(found):
            one = found[int(number) - 1]
            self._host.paragraph(*whole(one, self._host.day(one.when)), "")
        else:
            self._host.say(words.NOT_A_CHOICE)

    def _search(self, typed: str) -> Sequence[Written]:
        found = self._journal.search(typed)
        wording = words.NOTES_FOUND if found else words.NOTES_NOT_FOUND
        self._host.paragraph(wording.format(words=one_line(typed)))
        return found
