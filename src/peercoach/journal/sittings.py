"""What a sitting in the Heal room was, beside what was written in it."""

from typing import ClassVar

import msgspec

from peercoach.journal.records import THINGS, Thing


class HealSitting(Thing, frozen=True, kw_only=True):
    """One sitting that was kept; the entries and ratings of it name its id as their reflection.

    ``exposures`` are the titles that were chosen, as they were then. ``shares`` maps whose part it
    was (me, team, organisation, system) to how much (none, little, some, much, most). ``come_back``
    is the day that the person set to come back to it, as ISO text, or empty.
    """

    kind: ClassVar[str] = "heal-sitting"
    framework: str = ""
    framework_title: str = ""
    version: str = ""
    exposures: tuple[str, ...] = ()
    shares: dict[str, str] = msgspec.field(default_factory=dict)
    come_back: str = ""


THINGS[HealSitting.kind] = HealSitting
