"""What left the notebook: each share, and one of them with all that is remembered of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from peercoach.actions import ACTIONS
from peercoach.errors import PeercoachError
from peercoach.journal import ids
from peercoach.journal.shares import Share
from peercoach.memories import shortened
from peercoach.outgoing.record import Left
from peercoach.tui import keys
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.note_rows import first_line
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import share
from peercoach.words import share_rooms as words
from peercoach.words.screens import short_day
from peercoach.workspace import Workspace


class LeftList(ListRoom):
    """Each share, the newest first; ``heal``: those with something of Heal, shown there alone."""

    room = "left"

    def __init__(self, desk: Desk, left: Sequence[Left], *, heal: bool = False) -> None:
        title = words.LEFT_FROM_HEAL if heal else words.LEFT
        rows = [_one_of(one, desk.today) for one in left]
        hint = words.LEFT_HINT if rows else ""
        super().__init__(title, rows, hint=hint, empty=words.LEFT_NONE)
        self._heal = heal

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("left-one", int(event.row.id), self._heal, over=True))


def _one_of(one: Left, today: date) -> Row:
    share_ = one.share
    what = words.amount(len(share_.notes), share_.ratings)
    told = [words.FORMS.get(share_.format, share_.format), what]
    told += [words.SEALED] * share_.sealed + [words.ASKED_BACK] * bool(one.asked_back)
    return Row(
        str(one.id),
        words.TO.format(recipient=words.whom(share_.recipient)),
        heading=short_day(one.when.local().date(), today),
        detail=", ".join(filter(None, told)),
        space=1,
    )


@dataclass(frozen=True)
class Opened:
    """One share with the first line of each note of it that is still here, by its id."""

    left: Left
    lines: dict[int, str] = field(repr=False)


def opened(workspace: Workspace, id: int, *, heal: bool) -> Opened:
    """Look at one share. Raises VaultError."""
    outgoing = workspace.outgoing
    left = next(
        one for one in (outgoing.left_from_heal() if heal else outgoing.left()) if one.id == id
    )
    lines = {}
    for note, here in left.notes():
        found = workspace.journal.find(note) if here else None
        lines[note] = shortened(first_line(found)) if found else ""
        if here and found is None:
            lines[note] = words.A_SITTING
    return Opened(left, lines)


class LeftOne(ListRoom):
    """One share: its notes, what was answered, who is who, and how to ask it back."""

    room = "left-one"

    def __init__(self, desk: Desk, opened: Opened, *, heal: bool) -> None:
        self._desk = desk
        self._heal = heal
        self._opened: Opened | None = opened
        self._key: list[tuple[str, str]] | None = None
        recipient = words.whom(opened.left.share.recipient)
        day = short_day(opened.left.when.local().date(), desk.today)
        title = words.LEFT_FACTS.format(day=day, recipient=recipient)
        super().__init__(title, rows_of(opened, desk.today))

    def _show(self) -> None:
        if self._opened is not None:
            rows = rows_of(self._opened, self._desk.today, self._key)
            self.choices.show(rows, or_at=self.choices.cursor)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        if kind == "note":
            self.post_message(Go("note", int(rest), over=True))
        elif kind == "sitting":
            self.post_message(Go("heal-open", int(rest), over=True))

    async def do_original(self) -> None:
        """Show what each label stood for, or hide it again."""
        if self._opened is None:
            return
        try:
            shown = self._key is not None
            self._key = None if shown else await self._desk.writer.do(self._opened.left.key)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self._show()

    async def do_asked_back(self) -> None:
        """Put down that it was asked back."""
        if self._opened is None:
            return
        left, workspace = self._opened.left, self._desk.workspace
        if left.asked_back is not None:
            self.say(words.NOTED_BEFORE)
            return
        try:
            await self._desk.writer.do(workspace.outgoing.asked_back, left)
            self._opened = await self._desk.writer.do(opened, workspace, left.id, heal=self._heal)
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self._show()
        self.say(words.NOTED)

    def forget(self) -> None:
        self._opened = self._key = None
        super().forget()


def rows_of(opened: Opened, today: date, key: Sequence[tuple[str, str]] | None = None) -> list[Row]:
    """One share, row by row; ``key`` is what each label stood for, where that was asked for."""
    parts = (
        ("", list(_facts(opened.left))),
        (words.NOTES_IN_IT, list(_notes(opened))),
        (words.KEY, list(_who(opened.left, key))),
        (words.ASK_IT_BACK, list(_asking(opened.left, today))),
    )
    return [
        replace(row, group="" if at else group, space=0 if at or not number else 2)
        for number, (group, rows) in enumerate(parts)
        for at, row in enumerate(rows)
    ]


def _facts(left: Left) -> Iterator[Row]:
    one = left.share
    what = words.amount(len(one.notes), one.ratings)
    form = words.FORMS.get(one.format, one.format)
    told = ", ".join(filter(None, (form, words.SEALED * one.sealed, what)))
    yield Row("", one.file, detail=told)


def _notes(opened: Opened) -> Iterator[Row]:
    one = opened.left.share
    for id, line in opened.lines.items():
        note = ids.to_text(id)
        kind = "sitting" if line == words.A_SITTING else "note"
        story, answer = one.stories.get(note, ""), one.answers.get(note, "")
        told = ""
        if story:
            told = words.STORY_ALONE.format(story=share.STORIES[story])
            if answer:
                told = words.STORY_AND_ANSWER.format(
                    story=share.STORIES[story], answer=share.ANSWERS[answer]
                )
        yield Row(f"{kind}:{id}" if line else "", line or words.GONE_NOTE, detail=told)


def _who(left: Left, key: Sequence[tuple[str, str]] | None) -> Iterator[Row]:
    if not left.share.key:
        yield Row("", words.KEY_NONE)
    elif key is None:
        pressed = next(one.key for one in ACTIONS if one.id == "original")
        yield Row("", words.KEY_HIDDEN.format(key=keys.key_name(pressed)))
    else:
        for label, stood in key:
            yield Row("", label, (stood or words.KEY_GONE,))


def _asking(left: Left, today: date) -> Iterator[Row]:
    yield Row("", left.ask_back, detail=share.ASK_BACK_LIMIT)
    if left.asked_back is not None:
        day = short_day(left.asked_back.local().date(), today)
        yield Row("", words.ASKED_BACK_ON.format(day=day))


def shared_with(workspace: Workspace, note: int) -> list[str]:
    """That a note was shared, a sentence for each time. Raises VaultError."""
    if not workspace.journal.things(Share.kind):
        # What leaves takes its time to load, and a notebook that nothing left has no need of it.
        return []
    today = workspace.journal.clock().local().date()
    return [
        words.SHARED_WITH.format(
            recipient=words.whom(one.share.recipient),
            day=short_day(one.when.local().date(), today),
        )
        for one in workspace.outgoing.left_with(note)
    ]
