"""Shares, as they are kept: one that is under way, and what left the notebook.

No word of a note stands in either. The key of a share, from each label to what it stood for, is
kept as the place in a note: whoever deletes the note for good has taken that away as well.
"""

from typing import ClassVar

import msgspec

from peercoach.journal.records import Instant, Offset, Thing


class ShareUnderWay(Thing, frozen=True, kw_only=True):
    """A review that was begun: the ids of what was chosen, and how far it has come (JSON)."""

    kind: ClassVar[str] = "share-under-way"
    notes: tuple[str, ...] = ()
    state: str = ""


class Share(Thing, frozen=True, kw_only=True):
    """What left the notebook: for whom, in which form, from which notes.

    ``file`` is the name of the file alone, ``digest`` the SHA-256 of its bytes. ``notes`` maps each
    note's id to four digits of the SHA-256 of its text as it was then, which tell its versions
    apart; ``stories`` to whose story it tells, ``answers`` to whether a colleague could tell who it
    is. ``key`` maps each label to where what it stands for first stood: the note's id, start and
    end in code points. ``asked_back`` is when its author noted that it was asked back; 0 where it
    was not.
    """

    kind: ClassVar[str] = "share"
    recipient: str = ""
    format: str = ""
    sealed: bool = False
    file: str = ""
    digest: str = ""
    notes: dict[str, str] = msgspec.field(default_factory=dict)
    ratings: int = 0
    stories: dict[str, str] = msgspec.field(default_factory=dict)
    answers: dict[str, str] = msgspec.field(default_factory=dict)
    key: dict[str, str] = msgspec.field(default_factory=dict)
    asked_back: Instant = 0
    asked_offset: Offset = 0
    asked_zone: str = ""
