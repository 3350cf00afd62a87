"""What was deleted in the last 30 days: to bring back, or to delete for good."""

from peercoach.errors import PeercoachError
from peercoach.plain import notes
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import Host, number_in
from peercoach.plain.note_room import shredded
from peercoach.words import look_back, reflect
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

ROOM = "bin"


class Bin:
    """The room of what was deleted."""

    def __init__(self, host: Host, workspace: Workspace) -> None:
        self._host = host
        self._work = workspace
        self._heard = -1

    def stay(self) -> None:
        """Offer it until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        while True:
            found = self._work.journal.deleted()
            lines = [
                here.BIN_LINE.format(
                    kind=reflect.KINDS_OF_ENTRY[one.note.record.kind],
                    day=self._host.day(one.when),
                    left=look_back.days_left(one.days_left),
                    title=words.sentence(notes.title(one.note)),
                )
                for one in found
            ]
            if found:
                self._host.at(here.BIN, *words.numbered(lines), here.BIN_HOW)
            else:
                self._host.at(look_back.BIN_EMPTY, words.ENTER_GOES_BACK)
            if not self._listened([one.note.id for one in found]):
                return

    def _listened(self, ids: list[int]) -> bool:
        """Do one thing; False where the person goes back."""
        while True:
            said = self._host.listen(ROOM)
            number = number_in(said, len(ids))
            if number is not None:
                self._hear(ids[number - 1])
            elif isinstance(said, Command):
                if self._did(said.action.id, ids):
                    return True
            elif not isinstance(said, Text) or not said.text.strip():
                return False
            else:
                self._host.say(words.NOT_A_CHOICE)

    def _hear(self, id: int) -> None:
        [note] = [one.note for one in self._work.journal.deleted() if one.note.id == id]
        self._heard = id
        self._host.paragraph(*notes.whole(note, self._host.day), here.BIN_HOW)

    def _did(self, action: str, ids: list[int]) -> bool:
        """Bring back, or delete for good, what was heard last; whether that was done."""
        if self._heard not in ids:
            self._host.say(here.BIN_WHICH if ids else look_back.BIN_EMPTY)
            return False
        try:
            if action == "shred":
                return shredded(self._host, self._work, ROOM, self._heard)
            self._work.journal.undelete(self._heard)
        except PeercoachError as refused:
            self._host.say(str(refused))
            return False
        self._host.say(look_back.RESTORED)
        return True
