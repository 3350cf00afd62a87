"""What was chosen to leave, and what may: plain values at both ends of the review.

:class:`Reviewed` is what writers accept, and only a finished review makes one
(:mod:`peercoach.sharing.review`), so that nothing reaches a file that its author has not read in
the form in which it leaves.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Final, Literal, get_args
from zlib import crc32

from peercoach.sharing.forms import words_of

Recipient = Literal["coach", "supervisor", "evaluation", "peers", "public"]
RECIPIENTS: Final[tuple[Recipient, ...]] = get_args(Recipient)

Story = Literal["mine", "theirs-agreed", "theirs-not-asked"]
"""Whose story a note tells. One that is somebody else's, who was not asked, is left out."""
STORIES: Final[tuple[Story, ...]] = get_args(Story)

Answer = Literal["no", "perhaps", "yes"]
"""Whether a colleague could tell who a note is about, as its author sees it."""
ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)

BLANK: Final = "qq"
"""What stands for a word of the author's where only our own words are wanted; in wording, where
writers lay like by like, different words become different blanks, which begin so."""


Labels = tuple[tuple[int, int], ...]
"""Where labels stand in a text, as start and end."""


@dataclass(frozen=True)
class Wording:
    """What a note or a rating belongs to, in words that the author of its framework wrote.

    ``address`` is ``framework/element``. ``shipped`` says that every word of it came with
    Peercoach: what did not is looked through like a note.
    """

    address: str = ""
    framework: str = ""
    element: str = ""
    ask: str = ""
    shipped: bool = True

    @property
    def texts(self) -> tuple[str, str, str]:
        """Its texts, in one order."""
        return self.framework, self.element, self.ask


@dataclass(frozen=True)
class Chosen:
    """A note that was chosen. ``others`` are those who wrote it too, whose yes it needs."""

    id: str
    kind: str
    text: str = field(repr=False)
    day: date
    wording: Wording = Wording()
    heal: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChosenRating:
    """A rating that was chosen: ``value`` on the scale of ``rating``, called ``label`` then."""

    id: str
    rating: str
    value: int
    label: str
    day: date
    wording: Wording = Wording()


@dataclass(frozen=True)
class LeavingNote:
    """A note as it leaves. ``labels`` says where labels stand in its text."""

    kind: str
    text: str = field(repr=False)
    when: str
    wording: Wording = Wording()
    labels: Labels = ()

    def bare(self, labelled: Mapping[str, Labels]) -> "LeavingNote":
        """The same with every word of its author blanked; labels are ours, and stay."""
        text, labels = _bare_text(self.text, self.labels)
        return LeavingNote(self.kind, text, self.when, _bare(self.wording, labelled), labels)


@dataclass(frozen=True)
class LeavingRating:
    """A rating as it leaves."""

    rating: str
    value: int
    label: str
    when: str
    wording: Wording = Wording()

    def bare(self, labelled: Mapping[str, Labels]) -> "LeavingRating":
        """The same without any word that did not come with Peercoach; labels stay."""
        if self.wording.shipped:
            return self
        rating, label = (_blanked(one, labelled.get(one, ())) for one in (self.rating, self.label))
        return LeavingRating(rating, self.value, label, self.when, _bare(self.wording, labelled))


@dataclass(frozen=True)
class ForTheRecord:
    """What stays in the notebook of a share.

    ``notes`` has the text of each note as it was written, by its id. ``key`` says where what each
    label stands for first stood: the note's id, and where it begins and ends.
    """

    notes: Mapping[str, str] = field(repr=False)
    stories: Mapping[str, Story]
    answers: Mapping[str, Answer]
    key: Mapping[str, tuple[str, int, int]] = field(repr=False)
    left: frozenset[str] = frozenset()
    """Common words that stand in small letters, though somebody is called by them."""
    spared: Mapping[str, int] = field(default_factory=dict)
    """At how many places such words stand otherwise, because their author said so there."""


def mark_of(text: str) -> str:
    """What tells the versions of one note apart: 16 bits of the SHA-256 of its words (hex).

    No more is kept of a note than that: the whole hash of a short one that was deleted for good
    would let somebody make sure of what they guess.
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:4]


_GATE: Final = object()


@dataclass(frozen=True)
class Reviewed:
    """What its author has read, and said may leave. ``made`` is when, no more exact than a season.

    ``labelled`` says where labels stand in wording that did not come with Peercoach, by its text.

    Raises ``TypeError`` where anything but a finished review makes one.
    """

    recipient: Recipient
    made: str
    notes: tuple[LeavingNote, ...]
    ratings: tuple[LeavingRating, ...]
    record: ForTheRecord = field(repr=False)
    gate: object = field(repr=False, compare=False)
    labelled: Mapping[str, Labels] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if self.gate is not _GATE:
            raise TypeError("only a review that was finished makes this")

    @property
    def bare(self) -> "Reviewed":
        """The same with nothing in it but our own words: what a file holds without its author's."""
        return Reviewed(
            self.recipient,
            self.made,
            tuple(one.bare(self.labelled) for one in self.notes),
            tuple(one.bare(self.labelled) for one in self.ratings),
            self.record,
            _GATE,
        )


def _bare(wording: Wording, labelled: Mapping[str, Labels]) -> Wording:
    if wording.shipped:
        return wording
    texts = (_blanked(one, labelled.get(one, ())) for one in wording.texts)
    framework, element, ask = texts
    return Wording(_blanked(wording.address), framework, element, ask, shipped=False)


def _blanked(text: str, labels: Labels = ()) -> str:
    """A text of a wording of which no word is left but those of its labels."""
    return _bare_text(text, labels, _told_apart)[0]


def _bare_text(
    text: str, labels: Labels, blank: Callable[[str], str] = lambda word: BLANK
) -> tuple[str, Labels]:
    """A text of which no word is left but those of its labels, and where these stand now."""
    parts: list[str] = []
    moved: list[tuple[int, int]] = []
    at = length = 0
    for start, end in labels:
        before = _blank(text[at:start], blank)
        length += len(before)
        moved.append((length, length + end - start))
        length += end - start
        parts += [before, text[start:end]]
        at = end
    return "".join([*parts, _blank(text[at:], blank)]), tuple(moved)


def _told_apart(word: str) -> str:
    return f"{BLANK}{crc32(word.encode('utf-8', 'surrogatepass')):08x}"


def _blank(text: str, blank: Callable[[str], str]) -> str:
    """A text of which no word is left; what parts them stays."""
    parts: list[str] = []
    at = 0
    for word in words_of(text):
        parts += [text[at : word.start], blank(text[word.start : word.end])]
        at = word.end
    parts.append(text[at:])
    return "".join(parts)
