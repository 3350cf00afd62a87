"""The part of an open notebook in which one reflects: beginning, going on, what is on offer."""

from abc import ABC, abstractmethod
from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakSet

from peercoach import lines, offers
from peercoach.conversation import Conversation
from peercoach.errors import NoSuchElement, UsedWrongly, VaultLocked
from peercoach.frameworks.model import Element, Framework
from peercoach.guide.reflect import Choose, Reflection
from peercoach.journal.store import Journal
from peercoach.lines import Across, ElementLine, Levels, Unfinished
from peercoach.memories import Memory, memory
from peercoach.offers import Offer
from peercoach.words import notices

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


class Reflecting(ABC):
    """What it works with is the workspace's."""

    journal: Journal
    library: "Library"
    prepared: bool
    _choose: Choose
    _conversations: WeakSet[Conversation]

    @property
    @abstractmethod
    def locked(self) -> bool:
        """Whether the notebook is locked."""

    @abstractmethod
    def prepare(self) -> None:
        """Read, verify and index everything that was kept."""

    def begin(self, address: str, level: str = "") -> Conversation:
        """Start a reflection on one element (``framework/element``) or on all of a framework's.

        ``level`` is the id of the level whose questions alone are asked; empty for all questions.

        Raises:
            NoSuchFramework, NoSuchElement: there is none at this address, or no such level there.
            UsedWrongly: the framework asks for a room with more care than this one has.
            VaultLocked: the notebook is locked.
        """
        return self._begin(address, level=level)

    def levels(self, address: str) -> Levels:
        """The levels that one can begin at there; raises as :meth:`begin`."""
        framework, course = self._course(address)
        return lines.levels(self.journal, framework, course)

    def across(self, conversation: Conversation) -> list[Across]:
        """What the element that is being asked about lines up with, in either direction."""
        return lines.across(self.journal, self.library, conversation.reflection)

    def begin_one(self, address: str, question: str) -> Conversation:
        """Start a reflection of one question of the element at ``address``, and its closing.

        Raises:
            NoSuchElement: there is no such element, or it has no question of this id.
            UsedWrongly, VaultLocked: as :meth:`begin`.
        """
        _, element = self.library.find(address)
        if question not in (one.id for one in element.questions):
            raise NoSuchElement(address=f"{address}/{question}", nearest="")
        return self._begin(address, question)

    def _course(self, address: str) -> tuple[Framework, tuple[Element, ...]]:
        if "/" in address:
            framework, element = self.library.find(address)
            return framework, (element,)
        framework = self.library.get(address)
        return framework, framework.elements

    def _begin(self, address: str, *questions: str, level: str = "") -> Conversation:
        framework, course = self._course(address)
        if framework.care:
            raise UsedWrongly(detail=notices.NEEDS_CARE.format(title=framework.title))
        if not course or (level and level not in (one.id for one in framework.levels)):
            raise NoSuchElement(address=address, nearest="")
        reflection = Reflection.begin(
            framework, course, new_id=self.journal.new_id, questions=questions, level=level
        )
        return self._with(Conversation(reflection, self.journal, choose=self._choose))

    def resume(self, reflection: int, at: str = "") -> Conversation:
        """Go on with a reflection at the same question and character.

        ``at`` is the key of a stop to go to instead, where it still has that one.

        Raises:
            NoSuchNote: nothing is known of it.
            NoSuchFramework, NoSuchElement: what it asks is not here now; what was typed waits, and
                is kept as a note, too, so that it is found.
            VaultError: the notebook is locked, or could not be written.
        """
        found = Conversation.resume(self.journal, self.library, reflection, choose=self._choose)
        walk = found.reflection
        if at != walk.now.key and any(stop.key == at for stop in walk.stops):
            found.jump(at, found.text)
        return self._with(found)

    def unfinished(self) -> list[Unfinished]:
        """Every reflection that was begun and not closed, the one last saved first.

        Before :meth:`prepare` it tells what the drafts alone tell, and waits for nothing.
        """
        return lines.unfinished(self.journal, self.library, drafts_alone=not self.prepared)

    def element_lines(self) -> list[ElementLine]:
        """Every element of every framework that can be used here, in the library's order."""
        return lines.element_lines(self.journal, self.library)

    def gone_lines(self) -> list[ElementLine]:
        """Every element that something is written about and that is no longer in the library."""
        return lines.gone_lines(self.journal, self.library)

    def offers(self, minutes: int, passed: int = 0) -> list[Offer]:
        """What fits into so many minutes; ``passed`` counts the single questions passed over."""
        self.prepare()
        waits = [
            offers.waiting(one.reflection, one.title, one.count, one.stop_heading)
            for one in self.unfinished()[:1]
        ]
        return offers.offers(
            self.journal, self.library, minutes, self._today, waits=waits, passed=passed
        )

    def memory(self) -> Memory | None:
        """Something written long ago, the same for a whole day; None where there is nothing."""
        return memory(self.journal, self._today)

    @property
    def _today(self) -> date:
        return self.journal.clock().local().date()

    def _with(self, conversation: Conversation) -> Conversation:
        if self.locked:
            raise VaultLocked
        self._conversations.add(conversation)
        return conversation
