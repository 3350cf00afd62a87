"""My words: how one would say things at work, newest first."""

from collections.abc import Callable

from peercoach.journal.written import Written
from peercoach.plain import notes
from peercoach.plain.commands import Text
from peercoach.plain.host import Host, number_in
from peercoach.words import look_back
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

ROOM = "words"


class MyWords:
    """The room of these; ``one`` is what goes to a note."""

    def __init__(self, host: Host, workspace: Workspace, one: Callable[[Written], None]) -> None:
        self._host = host
        self._work = workspace
        self._one = one

    def stay(self) -> None:
        """Say them until enter is pressed.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        while True:
            found = self._work.journal.entries(kind="words")
            if found:
                lines = words.numbered([self._line(one) for one in found])
                self._host.at(here.MY_WORDS, *lines, here.MY_WORDS_HOW)
            else:
                self._host.at(look_back.MY_WORDS_EMPTY, words.ENTER_GOES_BACK)
            chosen = self._chosen(len(found))
            if chosen is None:
                return
            self._one(found[chosen - 1])

    def _line(self, one: Written) -> str:
        """Each as it would be said, and what it is about."""
        place = notes.elements_of([one])
        about = next(iter(place.values()), "")
        said = words.sentence(notes.text_of(one))
        return here.MY_WORDS_LINE.format(said=said, about=about, day=self._host.day(one.when))

    def _chosen(self, count: int) -> int | None:
        while True:
            said = self._host.listen(ROOM)
            number = number_in(said, count)
            if number is not None:
                return number
            if not isinstance(said, Text) or not said.text.strip():
                return None
            self._host.say(words.NOT_A_CHOICE)
