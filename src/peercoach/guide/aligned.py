"""What an element lines up with: in words, and as elements to go to."""

from typing import TYPE_CHECKING

from peercoach.frameworks.model import Element, Framework

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


def aligned(library: "Library", element: Element) -> str:
    """The title of the element of another framework that this one lines up with.

    Where that framework is not here, its name is made of its id; empty text where it lines up with
    none.
    """
    other = element.aligned_to
    if other is None:
        return ""
    framework = library.frameworks.get(other.framework)
    titles = {one.id: one.title for one in framework.elements} if framework else {}
    return titles.get(other.element, other.element.replace("-", " ").capitalize())


def counterparts(
    library: "Library", framework: Framework, element: Element
) -> list[tuple[Framework, Element]]:
    """The element that this one lines up with, then every element that lines up with this one.

    Those that ask for more care than any day has are left out, and so is what is not here.
    """
    other = element.aligned_to
    named = (other.framework, other.element) if other is not None else None
    there: list[tuple[Framework, Element]] = []
    back: list[tuple[Framework, Element]] = []
    for one, its in library.elements():
        if (one.id, its.id) == named:
            there.append((one, its))
        mine = its.aligned_to
        if mine is not None and (mine.framework, mine.element) == (framework.id, element.id):
            back.append((one, its))
    return [*there, *back]
