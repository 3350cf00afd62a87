"""An answer as it grows, line by line; each line is kept as a draft before the next is asked."""

from peercoach.conversation import Conversation
from peercoach.errors import PeercoachError
from peercoach.plain.commands import Text, understand
from peercoach.plain.host import Host
from peercoach.words import plain as words

ROOM = "reflect"


class Answer:
    """The lines at one stop: what stood there on arrival, then what is typed."""

    def __init__(self, host: Host, conversation: Conversation) -> None:
        self._host = host
        self._conversation = conversation
        self._lines = conversation.text.split("\n") if conversation.text else []

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self._lines)

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
        meant = understand(so_far, ROOM)
        lines = [*self._lines, meant.text] if isinstance(meant, Text) and so_far else self._lines
        text = "\n".join(lines)
        try:
            saved = self._conversation.draft(text, len(text))
        except PeercoachError:
            self._host.unsaved = True
            return
        self._host.saved_at = saved or self._host.saved_at

    def undo(self) -> None:
        """Take back the last line."""
        if not self._lines:
            self._host.say(words.NO_LINE)
            return
        line = self._lines.pop()
        self.save()
        self._host.say(words.LINE_TAKEN_BACK.format(line=line))

    def fresh(self) -> None:
        """Begin with nothing; what was kept here before stays until it is written over."""
        self._lines = []
        self.save()
        self._host.say(words.PUT_AWAY)

    def read(self) -> None:
        """Say all of it."""
        self._host.say(*([words.SO_FAR, *self._lines] if self._lines else [words.NOTHING_YET]))

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
