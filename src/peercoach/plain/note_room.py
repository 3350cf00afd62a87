"""One note, whole: to write on where it was written, to delete, to hear how it was."""

from peercoach.errors import PeercoachError
from peercoach.plain import goal_lines, notes
from peercoach.plain.commands import Command, Text
from peercoach.plain.goal_walk import goal_of
from peercoach.plain.host import Host
from peercoach.plain.reflections import Reflections
from peercoach.plain.sharing import share_note
from peercoach.plain.stories import tell
from peercoach.plain.versions_room import Versions
from peercoach.words import look_back, pictures
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

ROOM = "note"


class NoteRoom:
    """The note of this id."""

    def __init__(self, host: Host, workspace: Workspace, reflections: Reflections, id: int) -> None:
        self._host = host
        self._work = workspace
        self._reflections = reflections
        self._id = id

    def stay(self) -> None:
        """Say it whole, and do what is asked with it, until enter is pressed or it is gone.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        try:
            while self._once():
                pass
        except PeercoachError as refused:
            self._host.say(str(refused))

    def _once(self) -> bool:
        """Say it and do one thing; False where the person goes back."""
        written = self._work.journal.get(self._id)
        how = here.NOTE_HOW if self._reflections.can_write_on(written) else here.NOTE_HOW_STAYS
        beside = goal_lines.beside_note(self._work, written)
        self._host.at(*notes.whole(written, self._host.day, self._work.library), *beside, how)
        while True:
            said = self._host.listen(ROOM)
            if isinstance(said, Command):
                return self._do(said.action.id)
            if not isinstance(said, Text) or not said.text.strip():
                return False
            self._host.say(how)

    def _do(self, action: str) -> bool:
        if action == "edit":
            return self._write_on()
        if action == "versions":
            Versions(self._host, self._work, self._id).stay()
            return True
        if action == "story":
            self._story()
            return True
        if action == "share_this":
            share_note(self._host, self._work, self._id)
            return True
        if action == "make_goal":
            goal_of(self._host, self._work, [self._id])
            return True
        return not deleted(self._host, self._work, ROOM, self._id)

    def _story(self) -> None:
        """All that was written to the question that this note answers."""
        at = self._work.pictures.where(self._id)
        if at is None:
            self._host.say(pictures.NO_STORY)
        else:
            tell(self._host, self._work, *at)

    def _write_on(self) -> bool:
        self._reflections.write_on(self._id)
        return True


def deleted(host: Host, work: Workspace, room: str, id: int) -> bool:
    """Ask whether to delete a note, and how; whether it is gone."""
    answer = host.decide(room, look_back.DELETE, here.DELETE_30, here.DELETE_NOW, look_back.KEEP_IT)
    if answer == 1:
        work.journal.delete(id)
        host.say(here.DELETED_30)
        return True
    if answer == 2 and shredded(host, work, room, id):
        return True
    if answer == 3:
        host.say(look_back.KEPT)
    return False


def shredded(host: Host, work: Workspace, room: str, id: int) -> bool:
    """Ask once more, then delete a note for good; whether it is gone."""
    answer = host.decide(room, here.GOOD_SURE, look_back.DELETE_NOW, look_back.KEEP_IT)
    if answer != 1:
        host.say(look_back.KEPT)
        return False
    work.journal.shred(id)
    host.say(look_back.GONE, *work.still_in_backups)
    return True
