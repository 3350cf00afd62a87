"""Walking on in a sitting, for tests of every interface."""

from peercoach.healing.sitting import Healing
from peercoach.workspace import Workspace

WORD = "what-it-means/what-it-touched"


def to(here: Healing, key: str) -> None:
    """Go on, giving nothing, until this stop."""
    while here.sitting.at != key:
        before = here.sitting
        here.move(lambda one: one.next(one.text))
        assert here.sitting != before, before.at


def put_down(work: Workspace) -> None:
    """Keep a sitting in Heal."""
    here = work.heal.begin()
    here.move(lambda one: one.choose_for_me())
    to(here, WORD)
    here.move(lambda one: one.stop("Trust."))
    to(here, "keep")
    here.move(lambda one: one.keep())
    here.move(lambda one: one.next())
