"""Beginning a reflection, going on with one, and what comes after its closing."""

from collections.abc import Callable

from peercoach.conversation import Conversation
from peercoach.errors import NoSuchElement, NoSuchFramework, PeercoachError
from peercoach.journal import ids
from peercoach.journal.origin import stop_of
from peercoach.offers import Offer
from peercoach.plain.host import Host
from peercoach.plain.spare_key import SpareKey
from peercoach.plain.walk import Walk
from peercoach.plain.ways import GoTo, Onward
from peercoach.words import look_back, plain_rooms
from peercoach.words import plain as words
from peercoach.workspace import Workspace


class Reflections:
    """Every way into a reflection."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace

    def begin(self, address: str) -> None:
        """Reflect on an element (``framework/element``) or a whole framework.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        self._start(lambda: self._work.begin(address))

    def resume(self, reflection: int) -> None:
        """Go on with one. Raises as :meth:`begin`."""
        self._start(lambda: self._work.resume(reflection))

    def take(self, offer: Offer) -> None:
        """Begin, or go on, as an offer says. Raises as :meth:`begin`."""
        if offer.id == "continue":
            self.resume(offer.reflection)
        elif offer.id == "one":
            self._start(lambda: self._work.begin_one(offer.address, offer.question))
        else:
            self.begin(offer.address)

    def write_on(self, id: int) -> None:
        """Go to where a note was written. Raises as :meth:`begin`, and NoSuchNote."""
        journal = self._work.journal
        at = stop_of(journal, journal.get(id))
        if at is None:
            self._host.say(look_back.ON_ITS_OWN.format(id=ids.to_text(id)))
        else:
            self.go_to(*at)

    def go_to(self, reflection: int, stop: str) -> None:
        """Go on with a reflection at one of its stops. Raises as :meth:`begin`."""
        self._start(lambda: self._work.resume(reflection, stop))

    def _start(self, made: Callable[[], Conversation]) -> None:
        try:
            conversation = made()
        except (NoSuchElement, NoSuchFramework):
            self._host.say(plain_rooms.GONE)
        except PeercoachError as error:
            self._host.say(str(error))
        else:
            self.walk(conversation)

    def walk(self, conversation: Conversation) -> None:
        """Be in a reflection until it is closed or left. Raises as :meth:`begin`."""
        try:
            Walk(self._host, conversation, self._work.library).run()
        except GoTo as way:
            if way.onward is Onward.HOME:
                self._host.say(words.PAUSED)
            raise
        SpareKey(self._host, self._work).after_closing()
