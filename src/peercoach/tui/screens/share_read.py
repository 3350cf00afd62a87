"""Reading a note as it will leave: word by word, with what was hidden and what still stands."""

import time
from collections.abc import Callable, Iterable

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from peercoach.outgoing.sharing import Sharing
from peercoach.sharing.leaving import Answer
from peercoach.sharing.page import Page, Unit
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Done, Go
from peercoach.tui.screens import share_beside as said
from peercoach.tui.screens.share_deciding import Deciding
from peercoach.tui.widgets.answers import Answers
from peercoach.tui.widgets.beside import Beside
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.marked import Marked
from peercoach.tui.widgets.notice import Notice
from peercoach.words import share
from peercoach.words import share_rooms as words

TOO_SOON = 0.4
"""Seconds in which an answer is not taken: a key held down would answer for the next note."""
_ASIDE = "-aside"


class ShareRead(Deciding):
    """One note; the answer below it is the way on to the next.

    ``again``: one came here from what is to be written, and goes back there.
    """

    room = "share-read"

    def __init__(
        self, desk: Desk, sharing: Sharing, note: str = "", *, again: bool = False
    ) -> None:
        super().__init__(desk, sharing)
        self._again = again
        self._page: Page | None = None
        self._came = 0.0
        self.head.tell(crumb=words.READ)
        self.notice = Notice()
        self.marked = Marked(id="marked")
        self.looked = Beside(id="looked", classes="-fill")
        self.told = Static("", id="told", classes="whisper", markup=False)
        self.answers = Answers(self.room, "no", "perhaps", "yes")
        self._start = note or (sharing.review.unread or sharing.review.pages[0]).id

    def body(self) -> Iterable[Widget]:
        yield self.notice
        with Vertical(id="desk"):
            yield self.marked
            with Vertical(id="aside"):
                yield self.looked
        yield self.told
        yield Static(share.COULD_TELL, id="could-tell", markup=False)
        yield self.answers

    def on_mount(self) -> None:
        self.open(self._start)

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        return self._page

    @property
    def unit(self) -> Unit | None:
        page = self._page
        return page.units[self.marked.cursor] if page is not None and page.units else None

    def open(self, note: str) -> None:
        """Show a note from its beginning."""
        self._came = time.monotonic()
        self.set_class(False, _ASIDE)
        self.marked.focus()
        self._show(note, 0)
        page, sharing = self._page, self._sharing
        if page is None or sharing is None:
            return
        self.notice.say(said.notice_of(page, seen=note in sharing.review.state.seen))

    def _show(self, note: str, place: int) -> None:
        """Show a note as it is now, with the cursor on what stands at a place of it."""
        if self._sharing is None:
            return
        review = self._sharing.review
        self._page = page = review.page(note)
        at = said.unit_of(page, place, len(page.original)) or 0
        self.marked.show(page.text, said.marks_of(page), lead=said.lead_of(page), at=at)
        self.looked.show(said.beside(page), at=None, or_at=self.looked.cursor)
        whom = words.FOR.format(recipient=words.whom(review.recipient or ""))
        self.head.tell(aside=whom, count=(page.number, page.of) if page.of > 1 else None)
        self.foot.without(*(() if page.read else ("next",)))
        self._tell()

    def _tell(self) -> None:
        """Say what the word at the cursor is; what stood there is hidden again."""
        page, unit = self._page, self.unit
        if page is None:
            self.told.update("")
        elif unit is None:
            self.told.update(words.NO_WORD)
        else:
            self.told.update(said.told_of(page, unit))

    def say(self, sentence: str) -> None:
        self.told.update(sentence)

    def on_marked_moved(self) -> None:
        self._tell()

    async def come_back(self) -> None:
        """For whom it is, and whose, may be said anew; people and places may have changed."""
        if self._sharing is None or not await self.do(Sharing.look_again) or self._page is None:
            return
        review, here = self._sharing.review, self._page.id
        there = [one.id for one in review.pages]
        if not there:
            self.post_message(Done(self))
        elif here in there:
            self._show(here, self.unit.place.start if self.unit else 0)
        else:
            self.open((review.unread or review.pages[0]).id)

    # --- deciding --------------------------------------------------------------------------------

    async def decide(self, call: Callable[[Sharing], object], told: str) -> None:
        sharing, page, unit = self._sharing, self._page, self.unit
        if sharing is None or page is None:
            return
        were_read = {one.id for one in sharing.review.pages if one.read}
        if not await self.do(call):
            return
        self._show(page.id, unit.place.start if unit else 0)
        changed = [
            one.number
            for one in sharing.review.pages
            if one.id in were_read and not one.read and one.id != page.id
        ]
        also = words.CHANGED_ONE if len(changed) == 1 else words.CHANGED_SOME
        self.notice.say(also.format(notes=words.numbers(changed)) if changed else "")
        self.say(told)

    def on_marked_picked(self) -> None:
        self.ask_about()

    def do_open(self) -> None:
        """Ask what is to be done with this word; beside the note, go to what a row speaks of."""
        if self.looked.has_focus:
            self.looked.action_pick()
        else:
            self.ask_about()

    # --- beside the note -------------------------------------------------------------------------

    def do_leftovers(self) -> None:
        """Go to what stands beside the note, or back; where it is narrow, it comes and goes."""
        if self.looked.has_focus:
            self.set_class(False, _ASIDE)
            self.marked.focus()
        else:
            self.set_class(True, _ASIDE)
            self.looked.focus()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        if event.row.id:
            self.marked.go(int(event.row.id))
            self.set_class(False, _ASIDE)
            self.marked.focus()

    def on_beside_left(self) -> None:
        self.do_leftovers()

    # --- on, and back ----------------------------------------------------------------------------

    async def do_no(self) -> None:
        """Nobody could."""
        await self._answered("no")

    async def do_perhaps(self) -> None:
        """Someone may."""
        await self._answered("perhaps")

    async def do_yes(self) -> None:
        """Someone could."""
        await self._answered("yes")

    async def _answered(self, answer: Answer) -> None:
        page = self._page
        if page is None or time.monotonic() - self._came < TOO_SOON:
            return
        if not self.marked.read_to_end:
            self.say(words.MORE_BELOW)
        elif await self.do(lambda one: one.read(page.id, answer)):
            self._on(page.number)

    def _on(self, number: int) -> None:
        """Go to the next note that is not read, after this one first; after all, on to the end."""
        if self._sharing is None:
            return
        pages = self._sharing.review.pages
        unread = [one for one in (*pages[number:], *pages[:number]) if not one.read]
        if unread:
            self.open(unread[0].id)
        elif self._again:
            self.post_message(Done(self))
        else:
            self.post_message(Go("share-write", self._sharing, over=True))

    def do_next(self) -> None:
        """Go on from a note that is read."""
        page, sharing = self._page, self._sharing
        if page is None or sharing is None:
            return
        if not page.read:
            self.say(words.ANSWER_FIRST)
        elif page.number < page.of:
            self.open(sharing.review.pages[page.number].id)
        else:
            self._on(page.number)

    def do_back(self) -> None:
        """Go to the note before."""
        page, sharing = self._page, self._sharing
        if page is None or sharing is None:
            return
        if page.number > 1:
            self.open(sharing.review.pages[page.number - 2].id)
        else:
            self.say(words.FIRST_PAGE)

    def do_whose(self) -> None:
        """Say again whom it is for."""
        self.post_message(Go("share-whom", self._sharing, True, over=True))

    def forget(self) -> None:
        super().forget()
        self._page = None
        self.marked.forget()
        self.looked.show(())
        self.told.update("")
