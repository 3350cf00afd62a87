"""Reviews for tests: invented notes, and one that is read to its end."""

from collections.abc import Sequence
from datetime import date

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.leaving import Chosen, ChosenRating, Recipient, Reviewed, Wording
from peercoach.sharing.page import Page, Place, Unit
from peercoach.sharing.review import Review

TODAY = date(2026, 11, 27)
DAY = date(2026, 3, 14)
SHIPPED = Wording(
    "peer-leadership/sharing-the-movement",
    "Peer leadership",
    "Sharing the movement",
    "When did you last see someone's face change?",
)


def chosen(text: str, id: str = "A", **more: object) -> Chosen:
    """A note that was chosen."""
    return Chosen(id=id, kind="answer", text=text, day=DAY, wording=SHIPPED, **more)  # type: ignore[arg-type]


def rating(value: int = 2, label: str = "sometimes", wording: Wording = SHIPPED) -> ChosenRating:
    """A rating that was chosen."""
    return ChosenRating("R", "practice", value, label, DAY, wording)


def review(
    *texts: str,
    known: Sequence[Known] = (),
    kept: Sequence[str] = (),
    recipient: Recipient = "coach",
    ratings: Sequence[ChosenRating] = (),
) -> Review:
    """A review of these notes, each its author's own story; their ids are A, B, …"""
    notes = [chosen(text, chr(ord("A") + number)) for number, text in enumerate(texts)]
    made = Review(notes, ratings, today=TODAY, known=known, kept=kept)
    made.is_for(recipient)
    for note in notes:
        made.tells(note.id, "mine")
    return made


def read_through(made: Review) -> Reviewed:
    """The same, read to its end and confirmed."""
    while (page := made.unread) is not None:
        made.read(page.id, "no")
    return made.confirm()


def unit(page: Page, said: str, nth: int = 0) -> Unit:
    """Whatever its author wrote so on a page, the first or a later one."""
    return [one for one in page.units if page.said(one) == said][nth]


def place(page: Page, said: str, nth: int = 0) -> Place:
    """Where that stands."""
    return unit(page, said, nth).place
