"""For whom a share is, whose story each note tells, and how its dates leave."""

from collections.abc import Iterable, Iterator
from typing import cast

from textual.widget import Widget
from textual.widgets import Static

from peercoach.memories import shortened
from peercoach.outgoing.sharing import Sharing
from peercoach.sharing.leaving import RECIPIENTS, STORIES, Chosen, Recipient, Story
from peercoach.sharing.review import Review
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Done, Go
from peercoach.tui.screens.note_rows import first_said
from peercoach.tui.screens.share_room import ShareRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.notice import Notice
from peercoach.words import share
from peercoach.words import share_rooms as words


class ShareWhom(ShareRoom):
    """One list of all that is asked before one reads; what is taken holds at once.

    ``again``: one came here from a note that is being read, and goes back there.
    """

    room = "share-whom"

    def __init__(self, desk: Desk, sharing: Sharing, *, again: bool = False) -> None:
        super().__init__(desk, sharing)
        self._again = again
        self._begun = sharing.review.recipient is not None
        self.head.tell(crumb=words.WHOM)
        self.head.loud()
        self.notice = Notice()
        self.choices = Choices(rows_of(sharing.review), classes="-fill")
        self.about = Static("", id="whom-about", classes="whisper", markup=False)
        self._stand_at_what_was_told(sharing.review)
        if any(one.heal for one in sharing.review.chosen):
            self.notice.say(words.FROM_HEAL)

    def body(self) -> Iterable[Widget]:
        yield self.notice
        yield self.choices
        yield self.about

    def on_mount(self) -> None:
        self.choices.focus()
        self._tell()

    def on_choices_moved(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """Say what the answer at the cursor means."""
        row = self.choices.row
        self.about.update(_about(row.id) if row is not None else "")

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    def _stand_at_what_was_told(self, review: Review) -> None:
        """Where answers stand side by side, stand at the one that was given."""
        for one in review.chosen:
            if story := review.story(one.id):
                self.choices.choose_option(f"notes:{one.id}", STORIES.index(story))

    # --- telling ---------------------------------------------------------------------------------

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, rest = event.row.id.partition(":")
        if kind == "for":
            await self._take(lambda one: one.is_for(cast(Recipient, rest)))
        elif kind == "notes":
            story = STORIES[event.option]
            await self._take(lambda one: one.tells(rest, story), on=True)
        elif kind == "note":
            note, _, told = rest.partition(":")
            await self._take(lambda one: one.tells(note, cast(Story, told)))
        else:
            await self._take(lambda one: one.move_dates(rest == "moved"))

    async def _take(self, call: object, *, on: bool = False) -> None:
        self.notice.hush()
        if not await self.do(call):  # type: ignore[arg-type]
            return
        assert self._sharing is not None
        review = self._sharing.review
        here = self.choices.cursor
        self.choices.show(rows_of(review), or_at=here)
        self._stand_at_what_was_told(review)
        if on and here + 1 < len(self.choices.rows):
            # The next note waits for the same question.
            self.choices.action_move(1)
        if any(review.story(one.id) == "theirs-not-asked" for one in review.chosen):
            self.say(share.LEFT_OUT)

    def do_open(self) -> None:
        """Take what is marked."""
        self.choices.action_pick()

    # --- on --------------------------------------------------------------------------------------

    async def do_next(self) -> None:
        """Go on to reading, once all is said."""
        if self._sharing is None:
            return
        review = self._sharing.review
        if review.recipient is None:
            self._go_to("for:")
            self.say(words.SAY_WHOM)
        elif not all(review.story(one.id) for one in review.chosen):
            untold = next(one.id for one in review.chosen if not review.story(one.id))
            self._go_to(f"note:{untold}", f"notes:{untold}")
            self.say(words.SAY_WHOSE)
        elif not review.ready:
            self.say(words.NOTHING_GOES)
        elif await self.do(lambda one: None):
            if self._again:
                self.post_message(Done(self))
            else:
                to = "share-read" if review.pages else "share-write"
                self.post_message(Go(to, self._sharing, over=True))

    def _go_to(self, *beginnings: str) -> None:
        """Go to the first row of what is still to be said."""
        at = next(at for at, row in enumerate(self.choices.rows) if row.id.startswith(beginnings))
        self.choices.cursor = at

    def forget(self) -> None:
        super().forget()
        self.choices.show(())


def rows_of(review: Review) -> list[Row]:
    """Everything that is asked, and what was said to it."""
    return [*_for_whom(review), *_whose(review), *_dates(review)]


def _about(id: str) -> str:
    """What an answer means."""
    kind, _, rest = id.partition(":")
    if kind == "for":
        return words.STRICT_ABOUT[rest]
    if kind == "dates":
        return words.MOVED_ABOUT if rest == "moved" else words.SEASONS_ABOUT
    return share.LEFT_OUT if rest.endswith("theirs-not-asked") else words.WHOSE_ABOUT


def _mark(text: str, *, marked: bool) -> str:
    return (words.MARKED if marked else words.UNMARKED).format(text=text)


def _for_whom(review: Review) -> Iterator[Row]:
    for at, one in enumerate(RECIPIENTS):
        yield Row(
            f"for:{one}",
            _mark(share.RECIPIENTS[one], marked=review.recipient == one),
            (words.STRICT[one],),
            heading="" if at else words.FOR_WHOM,
        )


def _whose(review: Review) -> Iterator[Row]:
    several = len(review.chosen) > 1
    for at, note in enumerate(review.chosen):
        heading = "" if at else words.WHOSE
        yield from _side_by_side(review, note, heading) if several else _one(review, note, heading)


def _one(review: Review, note: Chosen, heading: str) -> Iterator[Row]:
    """The three answers below each other: there is room for them whole."""
    for at, (story, told) in enumerate(share.STORIES.items()):
        yield Row(
            f"note:{note.id}:{story}",
            _mark(told, marked=review.story(note.id) == story),
            heading="" if at else heading,
            space=int(not at),
        )


def _side_by_side(review: Review, note: Chosen, heading: str) -> Iterator[Row]:
    told = review.story(note.id)
    yield Row(
        f"notes:{note.id}",
        "",
        heading=heading,
        over=shortened(first_said(note.text)),
        options=tuple(
            _mark(short, marked=told == story) for story, short in words.SHORT_STORIES.items()
        ),
        space=1,
    )


def _dates(review: Review) -> Iterator[Row]:
    moved = bool(review.state.shift)
    for at, (id, text, aside, marked) in enumerate(
        (
            ("seasons", words.SEASONS, words.SEASONS_ASIDE, not moved),
            ("moved", words.MOVED, words.MOVED_ASIDE, moved),
        )
    ):
        yield Row(
            f"dates:{id}",
            _mark(text, marked=marked),
            (aside,),
            heading="" if at else words.DATES,
            space=int(not at),
        )
