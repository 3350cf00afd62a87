"""Walking on in a sitting, for tests of every interface."""

from peercoach.healing.sitting import Healing

WORD = "what-it-means/what-it-touched"


def to(here: Healing, key: str) -> None:
    """Go on, giving nothing, until this stop."""
    while here.sitting.at != key:
        before = here.sitting
        here.move(lambda one: one.next(one.text))
        assert here.sitting != before, before.at
