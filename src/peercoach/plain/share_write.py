"""Writing what was read: the form, a seal, the place, and the one confirmation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from peercoach.errors import PeercoachError
from peercoach.outgoing.sharing import Sharing
from peercoach.plain.commands import Text
from peercoach.plain.host import Host
from peercoach.plain.share_whom import told
from peercoach.sharing.headings import besides_rating, rating_line
from peercoach.sharing.leaving import Recipient
from peercoach.sharing.write import SEALED, SUFFIXES, Format, forms
from peercoach.words import plain as words
from peercoach.words import share as shared
from peercoach.words import share_plain as here

ROOM = "share-write"
PRINTED: tuple[Format, ...] = ("html", "docx")
"""The forms that have print, which can be large."""


@dataclass(frozen=True)
class Given:
    """What was said before any question: for whom, and the file. Empty or None is asked for."""

    recipient: Recipient | None = None
    path: Path | None = None
    format: Format | None = None
    seal: str | None = None
    large: bool | None = None


class Writing:
    """The end of one share. ``read`` reads a note again, ``whom`` asks anew for whom it is."""

    def __init__(
        self,
        host: Host,
        sharing: Sharing,
        given: Given,
        *,
        read: Callable[[str], None],
        whom: Callable[[], None],
    ) -> None:
        self._host = host
        self._sharing = sharing
        self._given = given
        self._path = given.path
        self._read = read
        self._whom = whom

    def once(self) -> Path | bool:
        """Say what is ready and do one thing: the file that was written, True where the person goes
        on, False where they leave it waiting.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        ways = [here.WRITE_IT, *([here.READ_AGAIN] if self._pages else []), here.OTHER_WHOM]
        lines = words.numbered([words.sentence(one) for one in ways])
        ready = here.READY.format(whom=self._for_whom, what=self._what)
        self._host.at(ready, *self._ratings(), here.WHAT_NOW, *lines, here.LEAVE_WAITING)
        number = self._host.choose(ROOM, len(ways), enter=True)
        if number is None:
            return False
        if ways[number - 1] == here.WRITE_IT:
            return self._write() or True
        if ways[number - 1] == here.READ_AGAIN:
            self._again()
        else:
            self._whom()
        return True

    # --- what is ready ---------------------------------------------------------------------------

    @property
    def _pages(self) -> int:
        return len(self._sharing.review.pages)

    @property
    def _what(self) -> str:
        return here.what(self._pages, len(self._sharing.review.ratings))

    @property
    def _for_whom(self) -> str:
        recipient = self._sharing.review.recipient
        return here.FOR.format(whom=shared.RECIPIENTS[recipient]) if recipient else ""

    def _ratings(self) -> list[str]:
        told = (
            text
            for one in self._sharing.review.ratings
            for text in (rating_line(one), *besides_rating(one))
        )
        lines = list(map(words.sentence, told))
        return [here.RATINGS_TOO, *lines] if lines else []

    def _again(self) -> None:
        review = self._sharing.review
        notes = review.leaving
        today = self._host.clock().local().date()
        lines = [told(one, today) for one in notes]
        self._host.at(here.READ_WHICH, *words.numbered(lines), words.CHOOSE_OR_BACK)
        number = self._host.choose(ROOM, len(lines), enter=True)
        if number is not None:
            self._read(notes[number - 1].id)

    # --- the file --------------------------------------------------------------------------------

    def _write(self) -> Path | None:
        """Ask for all that the file needs, then for the yes; None where none was written."""
        format = self._format()
        if format is None:
            return None
        large = self._large(format)
        seal = self._seal()
        path = self._where(format, sealed=bool(seal))
        if path is None or not self._confirmed(path, format, sealed=bool(seal)):
            self._host.say(here.NOT_WRITTEN)
            return None
        try:
            share = self._sharing.write(path, format, seal=seal, large=large)
        except PeercoachError as refused:
            self._host.say(str(refused))
            # Another place may do, so it is asked for the next time.
            self._path = None
            return None
        self._host.say(words.sentence(here.WRITTEN.format(path=path)), here.REMEMBERED)
        ask_back = (here.TO_ASK_BACK, shared.ASK_BACK[share.recipient], shared.ASK_BACK_LIMIT)
        self._host.say(*ask_back)
        return path

    def _format(self) -> Format | None:
        """The form; None where enter was pressed."""
        if self._given.format is not None:
            return self._given.format
        fitting = forms(ratings=bool(self._sharing.review.ratings))
        number = self._number(here.FORM, [words.sentence(here.FORMS[one]) for one in fitting])
        return None if number is None else fitting[number - 1]

    def _large(self, format: Format) -> bool:
        if format not in PRINTED:
            return False
        if self._given.large is not None:
            return self._given.large
        return self._number(here.LARGE, [f"{here.YES}.", f"{here.NO}."]) == 1

    def _seal(self) -> str:
        """An age key that can be used; empty text where the file is to lie open."""
        if self._given.seal is not None:
            return self._given.seal
        while typed := self._line(here.SEAL):
            try:
                refuse_bad_key(typed)
            except PeercoachError as refused:
                self._host.say(str(refused))
            else:
                return typed
        self._host.say(here.SEAL_OPEN)
        return ""

    def _where(self, format: Format, *, sealed: bool) -> Path | None:
        """A place where a new file can be; None where enter was pressed."""
        if self._path is not None:
            return self._path
        ending = SUFFIXES[format] + (SEALED if sealed else "")
        example = here.EXAMPLE + ending
        while typed := self._line(here.WHERE.format(example=example), here.WHERE_HOW):
            path = _understood(typed, ending)
            try:
                self._sharing.refuse_place(path)
            except PeercoachError as refused:
                self._host.say(str(refused))
            else:
                return path
        return None

    def _confirmed(self, path: Path, format: Format, *, sealed: bool) -> bool:
        """The one confirmation: a yes, in letters."""
        state = here.SEALED if sealed else here.OPEN
        form = here.CONFIRM_FORM.format(form=here.FORM_NAMES[format], sealed=state)
        what = here.CONFIRM.format(what=self._what, whom=self._for_whom, path=path)
        typed = self._line(words.sentence(what), form, here.CONFIRM_HOW)
        return typed.rstrip(".").casefold() in ("y", "yes")

    # --- asking ----------------------------------------------------------------------------------

    def _number(self, asked: str, lines: Sequence[str]) -> int | None:
        self._host.at(asked, *words.numbered(list(lines)), words.CHOOSE_OR_BACK)
        return self._host.choose(ROOM, len(lines), enter=True)

    def _line(self, *asks: str) -> str:
        """What is typed in one line; empty text for nothing."""
        self._host.at(*asks)
        said = self._host.listen(ROOM)
        return said.text.strip() if isinstance(said, Text) else ""


def _understood(typed: str, ending: str) -> Path:
    """The place that was meant; ``~`` is one's own folder, and a name alone gets its ending."""
    try:
        path = Path(typed).expanduser()
    except RuntimeError:
        path = Path(typed)
    return path.with_name(path.name + ending) if path.name and not path.suffix else path


def refuse_bad_key(typed: str) -> None:
    """Refuse what is no key that a file can be sealed for. Raises BadRecipient."""
    # What seals takes its time to load, and most files are left open.
    from peercoach.sharing.seal_age import refuse_bad

    refuse_bad(typed)
