"""Session plans: a list of them, and each to be heard whole."""

from collections.abc import Callable

from peercoach.frameworks.walks import ALONE
from peercoach.guide.plans import named, sections
from peercoach.plain.host import Host
from peercoach.words import hour
from peercoach.words import plain as words
from peercoach.words import plans as here
from peercoach.workspace import Workspace

ROOM = "plans"


class Plans:
    """The room of session plans."""

    def __init__(self, host: Host, workspace: Workspace, begin: Callable[[str], None]) -> None:
        """``begin`` goes through a plan for one person, by its id."""
        self._begin = begin
        self._host = host
        self._work = workspace

    def stay(self) -> None:
        """Offer them until the person goes elsewhere.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        plans = list(self._work.library.plans.values())
        lines = words.numbered([words.sentence(named(one)) for one in plans])
        while True:
            if not plans:
                self._host.at(here.NONE, words.ENTER_GOES_BACK)
            else:
                self._host.at(words.sentence(here.TITLE), *lines, words.CHOOSE_OR_HOME)
            chosen = self._host.choose(ROOM, len(plans), enter=not plans)
            if chosen is None:
                return
            plan = plans[chosen - 1]
            for heading, said in sections(plan):
                self._host.paragraph(
                    words.sentence(heading), *(words.sentence(one) for one in said)
                )
            if plan.people == ALONE and self._wanted():
                self._begin(plan.id)

    def _wanted(self) -> bool:
        return self._host.decide(ROOM, hour.BEGIN_ASK, hour.BEGIN, hour.NOT_NOW) == 1
