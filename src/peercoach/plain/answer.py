"""An answer as it grows, line by line; each line is kept as a draft before the next is asked."""

from typing import Protocol, runtime_checkable

from peercoach.actions import Room
from peercoach.errors import PeercoachError
from peercoach.journal.moment import Moment
from peercoach.plain.commands import Text, understand
from peercoach.plain.host import Host
from peercoach.words import plain as words


class Kept(Protocol):
    """Whatever keeps what is typed: a reflection, something about a goal, a sitting in Heal."""

    @property
    def text(self) -> str:
        """What stood here on arrival, or was saved since."""

    @property
    def saved_at(self) -> Moment | None:
        """When anything of it was last made durable."""

    def draft(self, text: str, cursor: int) -> Moment | None:
        """Save it; durable when this returns."""


@runtime_checkable
class PutsAway(Kept, Protocol):
    """What can begin anew at a stop and lose nothing."""

    def put_away(self, text: str) -> None:
        """Keep what stands here before it is written anew, and stay."""


class Answer:
    """The lines at one stop: what stood there on arrival, then what is typed."""

    def __init__(self, host: Host, conversation: Kept, room: Room = "reflect") -> None:
        self._host = host
        self._room = room
        self._conversation = conversation
        self._lines = conversation.text.split("\n") if conversation.text else []
        self._put_away: list[list[str]] = []

    @property
    def text(self) -> str:
        """All of it. What was put away stands until something is written in its place."""
        return self._standing(self._lines)

    def _standing(self, lines: list[str]) -> str:
        new = "\n".join(lines)
        return new if new.strip() or not self._put_away else "\n".join(self._put_away[-1])

    @property
    def empty(self) -> bool:
        """Whether there is nothing but space."""
        return not self.text.strip()

    def add(self, line: str) -> None:
        """One more line, durable before this returns; where that fails it is said."""
        self._lines.append(line)
        self.save()

    def typing(self, so_far: str) -> None:
        """A line that is being typed, durable before this returns.

        Nothing is said into the middle of it: where this fails, entering the line says so. What
        looks like a command or the end of the answer is none of it.
        """
        meant = understand(so_far, self._room)
        lines = [*self._lines, meant.text] if isinstance(meant, Text) and so_far else self._lines
        text = self._standing(lines)
        try:
            saved = self._conversation.draft(text, len(text))
        except PeercoachError:
            self._host.unsaved = True
            return
        self._host.saved_at = saved or self._host.saved_at

    def undo(self) -> None:
        """Take back the last line; where there is none, have back what was put away last."""
        if self._lines:
            line = self._lines.pop()
            self.save()
            self._host.say(words.LINE_TAKEN_BACK.format(line=line))
        elif self._put_away:
            self._lines = self._put_away.pop()
            self.save()
            self._host.say(words.BACK_AGAIN, *self._lines)
        else:
            self._host.say(words.NO_LINE)

    def fresh(self) -> None:
        """In a reflection, put away what stands here, whole, and begin with nothing.

        It is kept before it is put away, so that it is still there, as an earlier version, when
        something else was written in its place. Where it can't be kept, nothing is put away.
        """
        if not "\n".join(self._lines).strip():
            self._host.say(words.PUT_AWAY if self._put_away else words.NOTHING_YET)
            return
        assert isinstance(self._conversation, PutsAway)
        try:
            self._conversation.put_away(self.text)
        except PeercoachError as error:
            self._host.unsaved = True
            self._host.say(str(error))
            return
        self._host.unsaved = False
        self._host.saved_at = self._conversation.saved_at or self._host.saved_at
        self._put_away.append(self._lines)
        self._lines = []
        self._host.say(words.PUT_AWAY)

    def read(self) -> None:
        """Say all of it."""
        if self._lines:
            self._host.say(words.SO_FAR, *self._lines)
        else:
            self._host.say(words.PUT_AWAY if self._put_away else words.NOTHING_YET)

    def save(self) -> None:
        """Keep it as a draft; where that fails it is said, and nothing is thrown away."""
        try:
            saved = self._conversation.draft(self.text, len(self.text))
        except PeercoachError as error:
            self._host.unsaved = True
            self._host.say(str(error))
            return
        self._host.unsaved = False
        self._host.saved_at = saved or self._host.saved_at
