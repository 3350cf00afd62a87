"""The last of a share: in what form, sealed or open, where to, and one yes for all of it."""

from collections.abc import Iterable, Iterator

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from peercoach.errors import PeercoachError
from peercoach.outgoing.sharing import Sharing
from peercoach.sharing.headings import besides_rating, rating_line
from peercoach.sharing.review import Review
from peercoach.sharing.write import Format, forms
from peercoach.sharing_errors import NotReviewed
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Go
from peercoach.tui.screens import share_file as files
from peercoach.tui.screens.share_room import ShareRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.notice import Notice
from peercoach.words import share_rooms as words


class ShareWrite(ShareRoom):
    """What is chosen here holds for this file alone."""

    room = "share-write"

    def __init__(self, desk: Desk, sharing: Sharing) -> None:
        super().__init__(desk, sharing)
        review = sharing.review
        self._forms = forms(ratings=bool(review.ratings))
        for_program = review.recipient == "evaluation" and "json" in self._forms
        self._form: Format = "json" if for_program else self._forms[0]
        self._large = self._sealed = False
        self._path = files.default(review.recipient or "public", self._ending)
        self.head.tell(crumb=words.WRITE)
        self.head.loud()
        self.goes = Static("", id="goes", markup=False)
        self.notice = Notice()
        self.choices = Choices()
        self.about = Static("", classes="whisper", id="form-about", markup=False)
        self.path = Input(self._path, id="path")
        self.key = Input(placeholder=words.SEAL_ASK, id="key")
        self.ratings = Static("", classes="whisper", id="ratings", markup=False)

    def body(self) -> Iterable[Widget]:
        yield self.notice
        with Vertical(classes="door"):
            yield self.goes
            yield self.choices
            yield self.about
            yield self.key
            yield Static(words.WHERE, classes="whisper", markup=False)
            yield self.path
            yield Static(words.ONE_YES, classes="whisper", markup=False)
            yield self.ratings

    def on_mount(self) -> None:
        self._show()
        self.choices.focus()

    def say(self, sentence: str) -> None:
        self.notice.say(sentence)

    async def come_back(self) -> None:
        """A note may have been read again, or have been said to be for somebody else."""
        if await self.do(Sharing.look_again):
            self._show()

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def _ending(self) -> str:
        return files.ending(self._form, sealed=self._sealed)

    def _show(self) -> None:
        if self._sharing is None:
            return
        review = self._sharing.review
        what = words.amount(len(review.pages), len(review.ratings))
        whom = words.whom(review.recipient or "")
        self.goes.update(words.GOES.format(what=what, recipient=whom))
        self.choices.show(list(self._rows(review)), or_at=self.choices.cursor)
        chosen = {
            "form": self._forms.index(self._form),
            "print": int(self._large),
            "lock": int(self._sealed),
        }
        for id, option in chosen.items():
            self.choices.choose_option(id, option)
        self.about.update(words.FORMS_ABOUT[self._form])
        self.key.display = self._sealed
        ratings = [words.RATINGS_GO]
        for one in review.ratings:
            ratings += [f"· {rating_line(one)}", *(f"  {text}" for text in besides_rating(one))]
        self.ratings.update("\n".join(ratings) if review.ratings else "")

    def _rows(self, review: Review) -> Iterator[Row]:
        doubted = [one.number for one in review.pages if one.answer in ("perhaps", "yes")]
        if doubted:
            told = words.COULD_TELL_ONE if len(doubted) == 1 else words.COULD_TELL_SOME
            detail = told.format(notes=words.numbers(doubted))
            yield Row("read", words.READ_AGAIN, heading=words.NOTES_GO, detail=detail)
        elif review.pages:
            yield Row("read", words.READ_AGAIN, heading=words.NOTES_GO)
        forms = [words.FORMS[one] for one in self._forms]
        yield _row("form", words.FORM, forms, self._forms.index(self._form))
        if self._form in files.PRINTED:
            prints = [words.USUAL_PRINT, words.LARGE_PRINT]
            yield _row("print", words.PRINT, prints, int(self._large))
        locks = [words.OPEN_FILE, words.SEALED_FILE]
        yield _row("lock", words.SEAL, locks, int(self._sealed))

    # --- choosing --------------------------------------------------------------------------------

    def on_choices_picked(self, event: Choices.Picked) -> None:
        before = self._ending
        match event.row.id:
            case "read":
                self._read_again()
                return
            case "form":
                self._form = self._forms[event.option]
            case "print":
                self._large = bool(event.option)
            case _:
                self._sealed = bool(event.option)
        self.notice.hush()
        self.path.value = files.renamed(self.path.value, before, self._ending)
        self._show()

    def _read_again(self) -> None:
        """Go to what is not read, to the note that somebody could be told from, or to the first."""
        if self._sharing is None:
            return
        pages = self._sharing.review.pages
        doubted = (one for one in pages if one.answer in ("perhaps", "yes"))
        note = self._sharing.review.unread or next(doubted, pages[0])
        self.post_message(Go("share-read", self._sharing, note.id, True, over=True))

    def on_input_changed(self) -> None:
        self.notice.hush()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on; nothing is written by it."""
        self.screen.focus_next()

    def do_open(self) -> None:
        """Take what is marked."""
        self.choices.action_pick()

    def do_whose(self) -> None:
        """Say again whom it is for."""
        self.post_message(Go("share-whom", self._sharing, True, over=True))

    # --- the one yes -----------------------------------------------------------------------------

    async def do_next(self) -> None:
        """Write the file."""
        sharing = self._sharing
        if sharing is None or sharing.gone:
            return
        seal = self.key.value.strip() if self._sealed else ""
        if self._sealed and not seal:
            self.say(words.SEAL_NEEDED)
            self.key.focus()
            return
        try:
            path = files.understood(self.path.value)
            large = self._large and self._form in files.PRINTED
            left = await self._desk.writer.do(
                files.write, self._desk.workspace, sharing, path, self._form, seal, large
            )
        except NotReviewed:
            self._show()
            if not sharing.review.ready:
                self.do_whose()
            elif sharing.review.unread is not None:
                self._read_again()
            self.say(words.TOOK)
        except PeercoachError as refused:
            self.say(str(refused))
        else:
            heal = any(one.heal for one in sharing.review.chosen)
            told = (path, left, self._sealed, heal)
            self.post_message(Go("share-written", *told, over=True))

    def forget(self) -> None:
        super().forget()
        self.choices.show(())
        self.goes.update("")
        self.ratings.update("")
        self.path.clear()
        self.key.clear()


def _row(id: str, heading: str, options: list[str], chosen: int) -> Row:
    told = tuple(
        (words.MARKED if at == chosen else words.UNMARKED).format(text=text)
        for at, text in enumerate(options)
    )
    return Row(id, "", heading=heading, options=told, space=1)
