"""What fits into the time there is, and what else waits."""

from collections.abc import Callable

from peercoach.offers import Offer
from peercoach.plain.host import Host
from peercoach.plain.reflections import Reflections
from peercoach.words import home
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Unfinished, Workspace

ROOM = "within"


def waiting_line(one: Unfinished, host: Host) -> str:
    """A reflection to go on with: its title, where it stands, when it was last saved."""
    if one.count is not None:
        place = here.PLACE_COUNT.format(at=one.count[0], of=one.count[1])
    else:
        place = here.PLACE_STOP.format(stop=one.stop_heading)
    line = here.GO_ON.format(title=one.title, place=place)
    return words.sentence(line) + here.GO_ON_SAVED.format(day=host.day(one.when))


class Within:
    """Offers by number. ``look_back`` reads what was written at an address."""

    def __init__(
        self,
        host: Host,
        workspace: Workspace,
        reflections: Reflections,
        look_back: Callable[[str], None],
    ) -> None:
        self._host = host
        self._work = workspace
        self._reflections = reflections
        self._look_back = look_back

    def offer(self, minutes: int) -> None:
        """Say what fits, until one is taken.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        passed = 0
        while True:
            offers = self._work.offers(minutes, passed)
            lines = [f"{words.sentence(one.title)} {one.detail}" for one in offers]
            heading = words.sentence(home.WITHIN[minutes])
            self._host.at(heading, home.WITHIN_HINT, *words.numbered(lines), words.CHOOSE_OR_HOME)
            chosen = self._host.choose(ROOM, len(offers))
            if chosen is None:
                return
            if offers[chosen - 1].id != "another":
                self._take(offers[chosen - 1])
                return
            passed += 1

    def _take(self, offer: Offer) -> None:
        if offer.id == "look_back":
            self._look_back(offer.address)
        else:
            self._reflections.take(offer)

    def others(self) -> None:
        """Everything that waits but for the newest. Raises as :meth:`offer`."""
        waits = self._work.unfinished()[1:]
        lines = [waiting_line(one, self._host) for one in waits]
        self._host.at(here.ALSO_WAITING, *words.numbered(lines), words.CHOOSE_OR_HOME)
        chosen = self._host.choose(ROOM, len(waits))
        if chosen is not None:
            self._reflections.resume(waits[chosen - 1].reflection)
