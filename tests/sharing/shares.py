"""Shares of invented people, gone through a real review, for the tests of what leaves."""

from collections.abc import Sequence
from datetime import date

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.leaving import Chosen, ChosenRating, Recipient, Reviewed, Wording
from peercoach.sharing.review import Review

TODAY = date(2026, 11, 3)
MOVEMENT = Wording(
    "peer-leadership/sharing-the-movement",
    "Peer leadership",
    "Sharing the movement",
    "What does it look like when we share the movement?",
)
LIVE = Wording(
    "peer-leadership/sharing-the-movement",
    "Peer leadership",
    "Sharing the movement",
    "How do we live this?",
)
STEPS = ("We do this very little", "We do this sometimes", "We do this all the time")
KNOWN = (
    Known("Priya Nair", ("Pri", "PN"), role="manager"),
    Known("Quill Rise", kind="WARD"),
    Known("Tomasz Zieliński", ("Tom",), role="colleague"),
)


def note(
    text: str, number: int = 1, *, wording: Wording = MOVEMENT, day: date = date(2026, 5, 2)
) -> Chosen:
    return Chosen(f"n{number}", "answer" if wording.ask else "note", text, day, wording)


def rating(
    value: int, day: date, *, wording: Wording = LIVE, rating: str = "lived", label: str = ""
) -> ChosenRating:
    return ChosenRating(f"r{day}{value}", rating, value, label or STEPS[value], day, wording)


def reviewed(
    notes: Sequence[Chosen],
    ratings: Sequence[ChosenRating] = (),
    *,
    known: Sequence[Known] = KNOWN,
    recipient: Recipient = "coach",
    shift: int = 0,
) -> Reviewed:
    """What leaves when every story is one's own, each page is read, and the answer is no."""
    review = Review(notes, ratings, today=TODAY, known=known)
    review.is_for(recipient)
    if shift:
        review.move_dates_by(shift)
    for one in notes:
        review.tells(one.id, "mine")
    for page in review.pages:
        review.read(page.id, "no")
    return review.confirm()


def a_year() -> Reviewed:
    """Three notes and a year of ratings."""
    notes = [
        note(
            "We met on Quill Rise on 12 March 2026. I told Priya Nair what the group had asked for."
            "\n\nShe listened:\n  - a room of our own\n  - tea that is not from a machine\n\n"
            "Tomasz asked who would be there. I did not know, and said so. It went well, I think, "
            "and I would like to remember how quiet it was when Priya's answer came."
        ),
        note("I say: nothing about us without us.", 2, wording=Wording(), day=date(2026, 7, 1)),
        note(
            "What I would do again is ask first. " * 30,
            3,
            wording=Wording(
                "peer-leadership/hope", "Peer leadership", "Holding hope", "What keeps hope alive?"
            ),
            day=date(2026, 9, 9),
        ),
    ]
    hope = Wording(
        "peer-leadership/hope", "Peer leadership", "Holding hope", "How do we live this?"
    )
    ratings = [
        rating(0, date(2025, 12, 4)),
        rating(1, date(2026, 3, 4)),
        rating(1, date(2026, 6, 4)),
        rating(0, date(2026, 8, 4)),
        rating(2, date(2026, 10, 4)),
        rating(1, date(2026, 10, 4), wording=hope),
    ]
    return reviewed(notes, ratings)
