"""What an element lines up with, in words."""

from typing import TYPE_CHECKING

from peercoach.frameworks.model import Element

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
