"""Whether what was written still stands under the wording it answered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peercoach.frameworks.model import Element, Framework
from peercoach.journal.records import Entry, Rating
from peercoach.words import look_back as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


def wording_note(library: "Library", record: Entry | Rating) -> str:
    """A sentence where what is asked there is worded otherwise now, or is asked no more.

    Empty text where the wording stands, in any of the languages that the framework can be had in;
    and for what answers no wording of a framework (one's own words, a next step) while its element
    is here.
    """
    place = record.place
    if not place.address:
        return ""
    languages = library.languages(place.framework).values()
    here = library.frameworks.get(place.framework)
    found = [here] if here is not None else []
    pairs = [pair for one in (*found, *languages) for pair in _elements(one, place.element)]
    if not pairs:
        return words.NOT_IN_LIBRARY
    asks = [_asked(record, *pair) for pair in pairs]
    if None in asks or place.ask in asks:
        return ""
    now = asks[0]
    return words.EARLIER_WORDING.format(ask=now) if now else words.NOT_ASKED_NOW


def _elements(framework: Framework, id: str) -> Iterator[tuple[Framework, Element]]:
    return ((framework, element) for element in framework.elements if element.id == id)


def _asked(record: Entry | Rating, framework: Framework, element: Element) -> str | None:
    """What is asked there now; empty text where it is asked no more, None where that is not said
    by the framework.
    """
    if isinstance(record, Rating):
        return next((one.ask for one in framework.ratings if one.id == record.rating), "")
    if record.kind == "example":
        return element.examples
    if record.kind != "answer" or not record.place.question:
        return None
    return next((one.ask for one in element.questions if one.id == record.place.question), "")
