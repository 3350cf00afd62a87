"""Someone is with me: the elements and their questions, and nothing of what is kept.

No notebook is open here. One's own notes are closed, not hidden: they ask for the passphrase.
"""

from peercoach.frameworks.library import Library
from peercoach.frameworks.model import Element, Framework
from peercoach.plain import tell
from peercoach.plain.commands import Command, Text
from peercoach.plain.host import Host, number_in
from peercoach.plain.ways import until_home
from peercoach.words import company, plain_rooms
from peercoach.words import plain as words


class Company:
    """Every element that two can look at together."""

    def __init__(self, host: Host, library: Library) -> None:
        self._host = host
        self._told = False
        self._elements = list(library.elements())

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

    def _chosen(self) -> tuple[Framework, Element] | None:
        if self._told:
            self._host.at(plain_rooms.ELEMENTS_AGAIN, words.CHOOSE_NUMBER, again=self._offered)
        else:
            self._told = True
            self._host.at(*self._offered())
        while True:
            said = self._host.listen("company")
            if isinstance(said, Command) and said.action.id == "private":
                return None
            count = len(self._elements)
            number = number_in(said, count + 1)
            if number is not None:
                return self._elements[number - 1] if number <= count else None
            self._host.say(words.NOT_A_CHOICE)

    def _offered(self) -> list[str]:
        lines = [tell.title(*one) for one in self._elements]
        choices = [words.sentence(line) for line in (*lines, company.PRIVATE_ROW)]
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
