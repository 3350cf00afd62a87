"""How notes and ratings are headed in every form in which they leave."""

from peercoach.sharing.leaving import LeavingNote, LeavingRating
from peercoach.sharing.rated import title_of
from peercoach.words import share as words
from peercoach.words.reflect import KINDS_OF_ENTRY


def kind_of(note: LeavingNote) -> str:
    """What kind of note it is, in words."""
    return KINDS_OF_ENTRY.get(note.kind, words.NOTE)


def heading_of(note: LeavingNote) -> str:
    """What stands above a note: its element, or its kind, and when it was written."""
    return words.HEADING.format(title=note.wording.element or kind_of(note), when=note.when)


def question_of(note: LeavingNote) -> str:
    """The question that it answers; its kind where that is no answer, empty where it says all."""
    if note.wording.ask:
        return note.wording.ask
    return kind_of(note) if note.wording.element else ""


def besides_of(note: LeavingNote) -> str:
    """What a form for programs says of a note besides, so that its author reads that too: whose
    framework it is, where it did not come with Peercoach. Empty where it says nothing more.
    """
    return "" if note.wording.shipped else note.wording.framework


def besides_rating(one: LeavingRating) -> list[str]:
    """The same of a rating: its framework, how that calls it, and what it asks."""
    wording = one.wording
    texts = () if wording.shipped else (wording.framework, one.rating, wording.ask)
    return [text for text in texts if text]


def rating_line(one: LeavingRating) -> str:
    """A rating on one line: what was rated, the answer in words, when."""
    return words.RATING.format(title=title_of(one), label=one.label, when=one.when)
