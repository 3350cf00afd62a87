"""Choosing what is to be shared: notes and ratings, newest first, each taken or put back."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from peercoach.errors import PeercoachError
from peercoach.journal.records import Rating
from peercoach.journal.written import Written
from peercoach.outgoing.sharing import Sharing
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.narrowing import Narrowed, by_element, by_kind, name_of
from peercoach.tui.screens.note_rows import timeline
from peercoach.tui.screens.share_room import ShareRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.rows import LongList, marked
from peercoach.words import look_back
from peercoach.words import share_rooms as words

_GO_ON, _ANOTHER = "go-on", "another"


class ShareWaits(ListRoom):
    """A share was begun and not written: go on with it, or begin another one."""

    room = "within"

    def __init__(self, desk: Desk, sharing: Sharing, note: int | None) -> None:
        review = sharing.review
        ratings = len(sharing.review.ratings) if review.ready else 0
        whom = words.whom(review.recipient or "")
        told = words.amount(len(review.chosen), ratings)
        if whom:
            told = ", ".join(filter(None, (told, words.FOR.format(recipient=whom))))
        rows = [
            Row(_GO_ON, words.GO_ON, detail=told, space=1),
            Row(_ANOTHER, words.BEGIN_ANOTHER, detail=words.BEGIN_ANOTHER_ABOUT, space=1),
        ]
        super().__init__(words.WAITS, rows, hint=words.WAITING)
        self._sharing: Sharing | None = sharing
        self._note = note
        self._went = False

    def on_screen_resume(self) -> None:
        """Who comes back from another one goes on to where this was asked for."""
        if self._went:
            self.post_message(Asked("home"))

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if self._sharing is None:
            return
        if event.row.id == _GO_ON:
            self.post_message(Go("share-go-on", self._sharing))
        elif self._note is not None:
            self._went = True
            self.post_message(Go("share-begin", (self._note,), over=True))
        else:
            self.post_message(Go("share-choose"))

    def forget(self) -> None:
        self._sharing = None
        super().forget()


class ShareChoose(ShareRoom):
    """Every note and rating; what is chosen is marked, and counted above."""

    room = "share-choose"

    def __init__(self, desk: Desk, notes: Sequence[Written]) -> None:
        super().__init__(desk, None)
        self._notes: Sequence[Written] = notes
        self._narrowed = Narrowed()
        self._chosen: dict[int, Written] = {}
        self.head.tell(crumb=words.CHOOSE, aside=words.CHOSEN_NONE)
        self.head.loud()
        self.choices = Choices(self._rows(), classes="-fill")
        self._lead = Static(
            words.CHOOSE_HINT if notes else words.NOTHING_TO_SHARE,
            classes="whisper lead",
            markup=False,
        )

    def body(self) -> Iterable[Widget]:
        yield self._lead
        yield self.choices

    def on_mount(self) -> None:
        self.choices.focus()

    # --- what is shown ---------------------------------------------------------------------------

    def _rows(self) -> LongList:
        chosen = self._chosen
        shown = [one for one in self._notes if self._narrowed.fits(one)]
        return marked(
            timeline(shown, self._desk.today),
            lambda id: words.CHOSEN if id in chosen else words.OPEN,
        )

    def _show(self, at: str | None = None) -> None:
        here = self.choices.row
        self.choices.show(self._rows(), at=at or (here.id if here else None))
        ratings = sum(isinstance(one.record, Rating) for one in self._chosen.values())
        self.head.aside(words.chosen(len(self._chosen) - ratings, ratings))
        name = name_of(self._narrowed.element, self._narrowed.kind, self._notes)
        self._lead.update(look_back.ONLY.format(what=name) if name else words.CHOOSE_HINT)

    # --- choosing --------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        id = int(event.row.id)
        if self._chosen.pop(id, None) is None:
            self._chosen[id] = next(one for one in self._notes if one.id == id)
        self._show()

    def do_open(self) -> None:
        """Take what is at the cursor, or put it back."""
        self.choices.action_pick()

    def do_by_element(self) -> None:
        rows = by_element(self._notes, self._desk.today)
        self._narrow(look_back.WHICH_ELEMENT, rows, self._narrowed.element)

    def do_by_kind(self) -> None:
        self._narrow(look_back.WHICH_KIND, by_kind(self._notes), self._narrowed.kind)

    def _narrow(self, title: str, rows: Sequence[Row], at: str) -> None:
        """Ask what is to be shown; what was chosen stays chosen, in sight or not."""

        def took(answer: str) -> None:
            by_address = title == look_back.WHICH_ELEMENT
            self._narrowed = Narrowed(answer, "") if by_address else Narrowed("", answer)

        self.post_message(Go("ask", title, rows, took, at, over=True))

    async def on_screen_resume(self) -> None:
        """Show what it was narrowed to, above."""
        if self._away and self._notes:
            await super().on_screen_resume()
            self._away = False
            self._show()

    # --- on --------------------------------------------------------------------------------------

    async def do_next(self) -> None:
        """Go on with what is chosen; what was said of it before still holds."""
        if not self._chosen:
            self.say(words.NONE_CHOSEN)
            return
        newest_first = [one.id for one in self._notes if one.id in self._chosen]
        outgoing = self._desk.workspace.outgoing
        try:
            self._sharing = await self._desk.writer.do(
                outgoing.begin, newest_first[::-1], after=self._sharing
            )
        except PeercoachError as refused:
            self.say(str(refused))
            return
        self.post_message(Go("share-whom", self._sharing, over=True))

    def forget(self) -> None:
        super().forget()
        self._notes = ()
        self._chosen = {}
        self.choices.show(())
