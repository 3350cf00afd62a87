"""The pictures of Look back, as an interface asks for them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from peercoach.pictures import ratings, story, year
from peercoach.pictures.ratings import Ratings
from peercoach.pictures.sources import Rated, Said, sources
from peercoach.pictures.story import About, Story
from peercoach.pictures.year import Also, Span, Year

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.journal.store import Journal


class Pictures:
    """Made anew from the notes each time; nothing of them is held here.

    ``also`` hands in lines of other rooms for the page of a year. Each call raises ``VaultLocked``
    once the notebook is locked.
    """

    def __init__(
        self,
        journal: "Journal",
        library: "Library",
        *,
        also: Callable[[], Iterable[Also]] = tuple,
    ) -> None:
        self._journal = journal
        self._library = library
        self._also = also

    @property
    def today(self) -> date:
        """The day it is where one sits."""
        return self._journal.clock().day

    # --- an element's story ----------------------------------------------------------------------

    def elements(self) -> list[About]:
        """Every element that has a story, in the library's order."""
        return story.elements(self._sources()[0], self._library)

    def questions(self, address: str) -> list[About]:
        """Everything that was answered at an element."""
        return story.questions(self._sources(address)[0], self._library, address)

    def story(self, address: str, what: str) -> Story | None:
        """The story of one question; None where nothing was written to it."""
        return story.story(*self._sources(address), self._library, address, what)

    def where(self, id: int) -> tuple[str, str] | None:
        """The element and the question whose story a note belongs to; None where it has none."""
        said, _ = sources(filter(None, [self._journal.find(id)]), self._library)
        found = [(one.entry.place.address, story.what_of(one.entry)) for one in said]
        return found[0] if found and found[0][1] else None

    # --- ratings ---------------------------------------------------------------------------------

    def frameworks(self) -> list[tuple[str, str]]:
        """Every framework that something was rated in: (id, title), the one rated last first."""
        return ratings.frameworks(self._rated(), self._library)

    def ratings(self, framework: str) -> Ratings | None:
        """A framework's ratings over time; None where nothing was chosen."""
        return ratings.ratings(self._rated(), self._library, framework, self.today)

    # --- a year ----------------------------------------------------------------------------------

    def spans(self) -> list[Span]:
        """The years one can look at, the last twelve months first."""
        return year.spans(*self._sources(), tuple(self._also()), self.today)

    def year(self, span: Span) -> Year:
        """The page of a year."""
        return year.year(*self._sources(), tuple(self._also()), self._library, span)

    # --- inside ----------------------------------------------------------------------------------

    def _sources(self, element: str | None = None) -> tuple[list[Said], list[Rated]]:
        return sources(self._journal.entries(element=element), self._library)

    def _rated(self) -> list[Rated]:
        return sources(self._journal.entries(kind="rating"), self._library)[1]
