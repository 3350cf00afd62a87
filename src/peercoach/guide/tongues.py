"""The languages that frameworks can be read in, to choose from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peercoach.words import languages as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


@dataclass(frozen=True)
class Tongue:
    """A framework (by its id) in one language: its title there, and whether it is chosen now."""

    framework: str
    language: str
    title: str
    chosen: bool

    @property
    def name(self) -> str:
        """What the language calls itself; its code, where we don't know that."""
        return words.name(self.language)


def tongues(library: "Library") -> list[Tongue]:
    """Each language of each framework that can be had in more than one."""
    return [
        Tongue(id, language, one.title, language == framework.language)
        for id, framework in library.frameworks.items()
        for language, one in library.languages(id).items()
    ]
