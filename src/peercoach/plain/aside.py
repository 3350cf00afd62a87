"""What may be heard, or marked, beside a question, without leaving it."""

import msgspec

from peercoach.conversation import Conversation
from peercoach.frameworks.library import Library
from peercoach.guide.aligned import aligned
from peercoach.guide.stops import Stop
from peercoach.journal.records import MarkKind
from peercoach.plain import tell
from peercoach.plain.host import Host
from peercoach.words import plain as words
from peercoach.words import reflect


class Aside:
    """Prompts, what an element is about, earlier answers, the count; what is brought along."""

    def __init__(self, host: Host, conversation: Conversation, library: Library) -> None:
        self._host = host
        self._talk = conversation
        self._library = library

    def take(self, action: str, stop: Stop) -> None:
        """Say what this action is for."""
        if action == "prompts":
            self._host.say(*tell.prompts(stop))
        elif action == "about":
            lines_up = aligned(self._library, stop.element)
            self._host.say(*tell.about(stop.framework, stop.element, lines_up))
        elif action == "before":
            self._before()
        elif action == "progress":
            self._progress()

    def bring(self, text: str) -> None:
        """Bring this to the next conversation, or leave it here after all; ``text`` stands here.

        Raises:
            VaultError: it could not be kept.
        """
        if self._talk.reflection.closing:
            self._host.say(words.NOTHING_TO_BRING)
            return
        self._talk.bring(text, len(text))
        self._host.say(words.BRINGING if self._talk.brings else words.NOT_BRINGING)

    def mark(self, mark: MarkKind) -> None:
        """Mark that the question here helped, or jarred; the same again takes it back.

        Raises:
            VaultError: it could not be kept.
        """
        if self._talk.reflection.now.kind != "question":
            self._host.say(reflect.NOTHING_TO_MARK)
            return
        self._talk.say(mark)
        stands = self._talk.said()
        now = stands.mark if stands is not None and stands.this_time else ""
        self._host.say(words.MARKED[now])

    def _progress(self) -> None:
        shown = not self._host.settings.progress
        refused = self._host.change(msgspec.structs.replace(self._host.settings, progress=shown))
        said = [words.COUNT_SHOWN if shown else words.COUNT_HIDDEN]
        count = self._talk.reflection.count
        if shown and count is not None:
            said.append(words.COUNT.format(at=count[0], of=count[1]))
        self._host.say(*said, *([refused] if refused else []))

    def _before(self) -> None:
        earlier = self._talk.earlier()
        if not earlier:
            self._host.say(words.NO_BEFORE)
        for written in earlier:
            day = self._host.day(written.when)
            asked = self._talk.reflection.now.ask
            self._host.paragraph(*tell.written_before(written, day, asked))
