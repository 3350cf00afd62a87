"""The spare key: shown once, two groups of it asked back, and only then does it work."""

from peercoach.errors import PeercoachError, WrongPassphrase
from peercoach.plain.commands import Text
from peercoach.plain.host import Host
from peercoach.rehearsal import Rehearsal
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

ROOM = "spare"


class SpareKey:
    """The room in which one is made."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace

    def after_closing(self) -> None:
        """Offer it once, after the first reflection that is closed.

        Raises:
            GoTo, Ended, Interrupted: the person went elsewhere, input ended, or a signal came.
        """
        if self._work.spare_key_is_due:
            self.stay()

    def stay(self) -> None:
        """Offer to make one. Raises as :meth:`after_closing`."""
        why = here.SPARE_REPLACES if self._work.has_spare_key else here.SPARE_WHY
        lines = [words.sentence(line) for line in (here.SPARE_NOW, here.SPARE_NOT_NOW)]
        self._host.at(here.SPARE, why, *words.numbered(lines), words.CHOOSE_NUMBER)
        if self._host.choose(ROOM, len(lines)) != 1:
            self._host.say(here.SPARE_LATER)
            return
        try:
            self._make()
        except PeercoachError as refused:
            self._host.say(str(refused), here.SPARE_NONE_MADE)

    def _offered(self) -> str:
        """A new one, once the passphrase is right where that is asked for; empty on stopping."""
        if not self._work.spare_key_asks:
            return self._work.offer_spare_key()
        old = [here.SPARE_ASKS_OLD] if self._work.has_spare_key else []
        self._host.at(here.SPARE_ASKS, *old, here.SPARE_STOP)
        while typed := self._host.hidden(ROOM, words.HIDDEN):
            try:
                return self._work.offer_spare_key(typed)
            except WrongPassphrase as wrong:
                self._host.say(str(wrong), here.SPARE_STOP)
        return ""

    def _make(self) -> None:
        text = self._offered()
        if not text:
            self._host.say(here.SPARE_NONE_MADE)
            return
        rehearsal = Rehearsal(text)
        groups = [
            # Letter by letter: a voice would make words of them.
            here.SPARE_GROUP.format(number=number, group=" ".join(group))
            for number, group in enumerate(rehearsal.groups, 1)
        ]
        self._host.at(here.SPARE_LOOK, *groups, here.SPARE_WRITTEN)
        self._host.listen(ROOM)
        self._host.forget()
        self._host.port.clear()
        self._host.at(here.SPARE_CHECK, here.SPARE_STOP)
        for position in rehearsal.asked:
            if not self._asked_back(rehearsal, position):
                self._host.say(here.SPARE_NONE_MADE)
                return
        self._work.keep_spare_key(text)
        self._host.say(here.SPARE_MADE, here.SPARE_USE)

    def _asked_back(self, rehearsal: Rehearsal, position: int) -> bool:
        """Ask for one group until it is right; False where the person stops."""
        self._host.say(here.SPARE_ASK.format(number=position))
        while True:
            said = self._host.listen(ROOM)
            typed = said.text.strip() if isinstance(said, Text) else ""
            if not typed:
                return False
            if rehearsal.right(position, typed):
                return True
            self._host.say(here.SPARE_NOT_RIGHT.format(number=position))
