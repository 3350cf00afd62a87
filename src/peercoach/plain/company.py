"""Someone is with me: the elements and their questions, and nothing of what is kept.

No notebook is open here. One's own notes are closed, not hidden: they ask for the passphrase.
"""

from peercoach.frameworks.library import Library
from peercoach.frameworks.model import Element, Framework
from peercoach.plain import tell
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import Host, empty, number_in
from peercoach.plain.ways import until_home
from peercoach.words import company, plain_rooms
from peercoach.words import plain as words

_Chosen = tuple[Framework, Element]


class Company:
    """Every element that two can look at together."""

    def __init__(self, host: Host, library: Library) -> None:
        self._host = host
        self._told = False
        self._near: list[_Chosen] = []
        self._sets: dict[str, list[_Chosen]] = {}
        short = library.short()
        for one in library.elements():
            if library.at_hand(one[0]) or one[0] in short:
                self._near.append(one)
            else:
                self._sets.setdefault(one[0].title, []).append(one)

    def stay(self) -> None:
        """Offer them until the person opens their own notes again.

        Raises:
            GoTo: the person locked, or left.
            Ended, Interrupted: input ended, or a signal came.
        """
        self._host.paragraph(words.sentence(company.TITLE), company.HINT)
        with until_home():
            while (chosen := self._chosen()) is not None:
                with until_home():
                    self._together(*chosen)

    def _chosen(self) -> _Chosen | None:
        if self._told:
            self._host.at(plain_rooms.ELEMENTS_AGAIN, words.CHOOSE_NUMBER, again=self._offered)
        else:
            self._told = True
            self._host.at(*self._offered())
        near = len(self._near)
        while True:
            said = self._host.listen("company")
            if isinstance(said, Command) and said.action.id == "private":
                return None
            number = number_in(said, near + bool(self._sets) + 1)
            if empty(said):
                self._host.again()
            elif number is None:
                self._host.say(words.NOT_A_CHOICE)
            elif number <= near:
                return self._near[number - 1]
            elif number == near + 1 and self._sets:
                if (chosen := self._of_another_set()) is not None:
                    return chosen
                self._host.at(plain_rooms.ELEMENTS_AGAIN, words.CHOOSE_NUMBER, again=self._offered)
            else:
                return None

    def _of_another_set(self) -> _Chosen | None:
        """An element of a set further off; None where enter leads back."""
        titles = words.numbered([words.sentence(title) for title in self._sets])
        self._host.at(plain_rooms.SETS, *titles, words.CHOOSE_OR_BACK)
        number = self._host.choose("elements", len(self._sets), enter=True)
        if number is None:
            return None
        found = [*self._sets.values()][number - 1]
        lines = words.numbered([words.sentence(tell.title(*one)) for one in found])
        self._host.at(plain_rooms.ELEMENTS, *lines, words.CHOOSE_OR_BACK)
        number = self._host.choose("elements", len(found), enter=True)
        return found[number - 1] if number else None

    def _offered(self) -> list[str]:
        lines = [tell.title(*one) for one in self._near]
        more = [plain_rooms.OTHER_SETS] if self._sets else []
        choices = [words.sentence(line) for line in (*lines, *more, company.PRIVATE_ROW)]
        return [plain_rooms.ELEMENTS, *words.numbered(choices), words.CHOOSE_NUMBER]

    def _together(self, framework: Framework, element: Element) -> None:
        """One element, to be talked about, until enter is pressed."""
        asks = [question.ask for question in element.questions]
        about = tell.about(framework, element)
        self._host.at(*about, company.QUESTIONS + ":", *words.numbered(asks), words.ENTER_GOES_BACK)
        while True:
            said = self._host.listen("element")
            if not isinstance(said, Text) or not said.text.strip():
                return
            self._host.say(words.ENTER_GOES_BACK)
