"""Looking back: every note, newest first, ten at a time; of one element, of one kind, by words."""

from collections.abc import Callable, Mapping, Sequence

from peercoach.errors import PeercoachError
from peercoach.journal.search import fold
from peercoach.journal.text import one_line
from peercoach.journal.written import Written
from peercoach.plain import notes, pictures_room
from peercoach.plain.bin_room import Bin
from peercoach.plain.commands import Command, End, Text
from peercoach.plain.goal_room import GoalRoom
from peercoach.plain.host import Host, number_in
from peercoach.plain.my_words import MyWords
from peercoach.plain.note_room import NoteRoom
from peercoach.plain.reflections import Reflections
from peercoach.plain.sharing import what_left
from peercoach.plain.stories import Stories
from peercoach.words import look_back
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here
from peercoach.workspace import Workspace

PAGE = 10
ROOM = "notes"


class LookBack:
    """The room of notes; ``element`` is the address of one to begin with."""

    def __init__(
        self, host: Host, workspace: Workspace, reflections: Reflections, element: str = ""
    ) -> None:
        self._host = host
        self._work = workspace
        self._reflections = reflections
        self._element = element
        self._kind = ""
        self._typed = ""
        self._found: Sequence[Written] = ()
        self._shown = 0

    def stay(self) -> None:
        """Offer notes until the person goes elsewhere.

        Raises:
            GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
        """
        self._tell()
        own: dict[str, Callable[[str], None]] = {
            "search": self._search_or_ask,
            "by_element": self._by_element,
            "by_kind": self._by_kind,
            "words": lambda rest: self._away(MyWords(self._host, self._work, self._one).stay),
            "bin": lambda rest: self._away(Bin(self._host, self._work).stay),
            "story": lambda rest: self._away(Stories(self._host, self._work, self._element).stay),
            "ratings": lambda rest: self._picture(pictures_room.ratings),
            "map": lambda rest: self._picture(pictures_room.then_and_now),
            "left": lambda rest: self._away(lambda: what_left(self._host, self._work)),
            "year": lambda rest: self._picture(pictures_room.year),
        }
        while True:
            said = self._host.listen(ROOM)
            typed = said.text.strip() if isinstance(said, Text) else ""
            if isinstance(said, Command):
                own[said.action.id](said.rest)
            elif isinstance(said, End) or not typed:
                self._more()
            elif typed.rstrip(".").isdecimal():
                self._number(said)
            else:
                self._search(typed)

    # --- what is shown -------------------------------------------------------------------------

    def _listed(self) -> Sequence[Written]:
        journal = self._work.journal
        if self._typed:
            return journal.search(self._typed)
        if self._kind == "bring":
            return [one.note for one in journal.brought() if one.note is not None]
        return journal.entries(element=self._element or None, kind=self._kind or None)

    def _tell(self) -> None:
        """Say what is looked at now, and the newest of it; where that is nothing, all there is."""
        self._found, self._shown = self._listed(), 0
        if not self._found and (self._typed or self._element or self._kind):
            self._host.paragraph(*self._none_found())
            self._typed = self._element = self._kind = ""
            self._found = self._listed()
        self._host.at(self._heading(), again=self._again)
        self._more()

    def _again(self) -> list[str]:
        return [self._heading(), *self._page(0), self._how()]

    def _none_found(self) -> list[str]:
        return [self._heading(), *([] if self._typed else [look_back.NOTHING_THERE])]

    def _how(self) -> str:
        return here.NOTES_HOW if self._found else here.NOTES_HOW_NONE

    def _heading(self) -> str:
        if self._typed:
            found = look_back.found(len(self._found), len(self._found))
            return here.NOTES_FOUND.format(found=words.sentence(found), words=one_line(self._typed))
        if self._element:
            title = self._titles().get(self._element) or self._title_here()
            return here.NOTES_OF_ELEMENT.format(title=title)
        if self._kind:
            return here.NOTES_OF_KIND.format(kind=look_back.KINDS[self._kind])
        return here.NOTES if self._found else look_back.NOTHING_YET

    def _page(self, start: int) -> list[str]:
        page = self._found[start : start + PAGE]
        day = self._host.day
        if self._typed:
            lines = [notes.found_line(one, day, self._typed) for one in page]
        else:
            lines = [notes.line(one, day) for one in page]
        return words.numbered(lines, start + 1)

    def _more(self) -> None:
        """Say the next notes, or all again from the newest, and what can be done."""
        if 0 < self._shown == len(self._found):
            self._shown = 0
            self._host.paragraph(self._heading())
        self._host.say(*self._page(self._shown))
        self._shown = min(self._shown + PAGE, len(self._found))
        if self._shown < len(self._found):
            self._host.say(here.NOTES_MORE)
        elif self._found:
            self._host.say(here.NOTES_END)
        self._host.say(self._how())

    # --- choosing ------------------------------------------------------------------------------

    def _number(self, said: Text | End | Command) -> None:
        number = number_in(said, len(self._found))
        if number is None:
            self._host.say(words.NOT_A_CHOICE)
            return
        one = self._found[number - 1]
        self._away(lambda: self._one(one))

    def _one(self, one: Written) -> None:
        if one.record.kind == "goal":
            GoalRoom(self._host, self._work, self._reflections, one.id).stay()
            return
        NoteRoom(self._host, self._work, self._reflections, one.id).stay()

    def _away(self, room: Callable[[], None]) -> None:
        """Be in another room, then here again; what changed meanwhile is said anew."""
        before = [one.id for one in self._found]
        room()
        self._found = self._listed()
        if [one.id for one in self._found] != before:
            self._tell()
        else:
            self._back()

    def _picture(self, tell: Callable[[Host, Workspace], None]) -> None:
        self._away(lambda: tell(self._host, self._work))

    def _search(self, typed: str) -> None:
        """Say what was found; where that is nothing, the person is where they were."""
        before = (self._typed, self._element, self._kind, self._found)
        self._typed, self._element, self._kind, self._found = typed, "", "", ()
        if self._listed():
            self._tell()
            return
        self._host.paragraph(*self._none_found())
        self._typed, self._element, self._kind, self._found = before
        self._back()

    def _back(self) -> None:
        """Say that one is among these notes again."""
        said = here.NOTES_AGAIN if self._found else look_back.NOTHING_YET
        self._host.at(said, self._how(), again=self._again)

    def _search_or_ask(self, typed: str) -> None:
        if not typed:
            self._host.say(here.SEARCH_WHAT)
            said = self._host.listen(ROOM)
            typed = said.text.strip() if isinstance(said, Text) else ""
        if typed:
            self._search(typed)
        else:
            self._host.say(here.NOTES_AGAIN)

    # --- of one element, of one kind -------------------------------------------------------------

    def _title_here(self) -> str:
        """What an element that nothing was written about is called; its address if it is gone."""
        try:
            return self._work.library.find(self._element)[1].title
        except PeercoachError:
            return self._element

    def _titles(self) -> dict[str, str]:
        return notes.elements_of(self._work.journal.entries())

    def _by_element(self, typed: str) -> None:
        chosen = self._narrowed(look_back.WHICH_ELEMENT, self._titles(), typed)
        if chosen is not None:
            self._typed, self._element, self._kind = "", chosen, ""
            self._tell()

    def _by_kind(self, typed: str) -> None:
        there: set[str] = {note.record.kind for note in self._work.journal.entries()}
        if any(one.note is not None for one in self._work.journal.brought()):
            there.add("bring")
        kinds = {kind: name for kind, name in look_back.KINDS.items() if kind in there}
        chosen = self._narrowed(look_back.WHICH_KIND, kinds, typed)
        if chosen is not None:
            self._typed, self._element, self._kind = "", "", chosen
            self._tell()

    def _narrowed(self, question: str, names: Mapping[str, str], typed: str) -> str | None:
        """One of these by its name, or by its number; empty text for all, None for no change."""
        named = _named(names, typed)
        if named is not None:
            return named
        lines = [words.sentence(name) for name in (*names.values(), look_back.EVERYTHING)]
        with self._host.meanwhile():
            self._host.at(question, *words.numbered(lines), here.WHICH_HOW)
            return self._which(names, len(lines))

    def _which(self, names: Mapping[str, str], count: int) -> str | None:
        """What was chosen of these; empty text for all, None for no change."""
        while True:
            said = self._host.listen(ROOM)
            number = number_in(said, count)
            if number is not None:
                return [*names, ""][number - 1]
            typed = said.text.strip() if isinstance(said, Text) else ""
            named = _named(names, typed)
            if named is not None:
                return named
            if isinstance(said, End) or not typed:
                self._host.say(here.NOTES_AGAIN)
                return None
            self._host.say(here.WHICH_HOW)


def _named(names: Mapping[str, str], typed: str) -> str | None:
    """The one whose name holds what was typed; None where it is none, or several."""
    found = [key for key, name in names.items() if typed and fold(typed) in fold(name)]
    return found[0] if len(found) == 1 else None
