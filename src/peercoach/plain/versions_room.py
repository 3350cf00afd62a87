"""How a note was before it was changed, and keeping only one of its versions."""

from peercoach.errors import PeercoachError
from peercoach.journal.records import Entry
from peercoach.journal.written import Written
from peercoach.plain import notes
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import Host, number_in
from peercoach.words import look_back, when
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

ROOM = "versions"
LETTERS = 90


class Versions:
    """The versions of one note."""

    def __init__(self, host: Host, workspace: Workspace, id: int) -> None:
        self._host = host
        self._work = workspace
        self._id = id
        self._heard = 0

    def stay(self) -> None:
        """Offer them until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
            PeercoachError: they can't be read.
        """
        while True:
            found = self._work.journal.versions(self._id)
            if len(found) < 2:
                self._host.at(look_back.ONE_VERSION, words.ENTER_GOES_BACK)
            else:
                lines = words.numbered([self._line(found, at) for at in range(len(found))])
                self._host.at(here.VERSIONS_OF, *lines, here.VERSIONS_HOW)
            if not self._listened(found):
                return

    def _listened(self, found: list[Written]) -> bool:
        """Hear versions until one is kept; False where the person goes back."""
        while True:
            said = self._host.listen(ROOM)
            number = number_in(said, len(found))
            if number is not None:
                self._hear(found[number - 1], number)
            elif isinstance(said, Command):
                if self._keep(found):
                    return True
            elif not isinstance(said, Text) or not said.text.strip():
                return False
            else:
                self._host.say(words.NOT_A_CHOICE)

    def _line(self, found: list[Written], at: int) -> str:
        one = found[at]
        moment = one.changed or one.when
        now = here.VERSION_NOW if at == len(found) - 1 else ""
        text = words.sentence(notes.text_of(one, LETTERS))
        return (
            here.VERSION_LINE.format(
                day=words.capital(self._host.day(moment)),
                time=when.clock(moment.local()),
                text=text,
            )
            + now
        )

    def _hear(self, one: Written, number: int) -> None:
        self._heard = number
        day = self._host.day(one.changed or one.when)
        record = one.record
        text = record.text if isinstance(record, Entry) else notes.text_of(one)
        heading = here.VERSION_WHOLE.format(number=number, day=day)
        self._host.paragraph(heading, *text.split("\n"), here.VERSIONS_HOW)

    def _keep(self, found: list[Written]) -> bool:
        """Ask, and keep the version heard last; whether that was done."""
        if len(found) < 2:
            self._host.say(look_back.ONE_VERSION)
            return False
        if not 0 < self._heard <= len(found):
            self._host.say(here.KEEP_WHICH)
            return False
        question = here.KEEP_SURE.format(number=self._heard)
        if self._host.decide(ROOM, question, look_back.KEEP_ONLY_YES, look_back.KEEP_ALL) != 1:
            self._host.say(look_back.KEPT)
            return False
        try:
            self._work.journal.keep_only(self._id, self._heard - 1)
        except PeercoachError as refused:
            self._host.say(str(refused))
            return False
        self._heard = 0
        self._host.say(look_back.KEPT_ONLY, *self._work.still_in_backups)
        return True
