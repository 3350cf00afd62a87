"""That it was asked, once in a year, what is no longer needed."""

from typing import ClassVar

from peercoach.journal.records import Thing


class YearlyLook(Thing, frozen=True, kw_only=True):
    """``on`` is the day on which it was asked last, as ISO text."""

    kind: ClassVar[str] = "yearly-look"
    on: str = ""
