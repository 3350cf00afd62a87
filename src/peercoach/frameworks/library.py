"""Everything that can be asked here: what ships, what is one's own, what another folder adds.

A file that can't be used never stops the program: it is told under ``unusable``, and what it would
have replaced stays in use. Of two files with one id the later origin holds: shipped, then personal,
then folder; frameworks and session plans share one set of ids. ``extends`` with a file's own id
builds upon what it replaces.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, TypeVar

import msgspec

from peercoach.errors import FrameworkFaulty, NoSuchElement, NoSuchFramework
from peercoach.frameworks.faults import Fault, Unusable
from peercoach.frameworks.load import Draft, finish, read_file
from peercoach.frameworks.model import Document, Element, Framework, SessionPlan
from peercoach.frameworks.nearest import nearest
from peercoach.frameworks.walks import walk_of
from peercoach.words import frameworks as words

Origin: TypeAlias = Literal["shipped", "personal", "folder"]

HEART: Final = "peer-leadership"
"""The framework that the others stand around: it comes first wherever elements are listed."""
SHORT_MINUTES: Final = 10
"""The longest that a short reflection says it takes."""

_D = TypeVar("_D", Framework, SessionPlan)
ENDINGS: Final = (".yaml", ".yml")


@dataclass(frozen=True, kw_only=True)
class Library:
    """What is there to be asked, by id, in the order of the ids.

    ``files`` says which file each id was read from, ``origins`` which of the three places it is.
    ``originals`` holds what :meth:`speaking` has put in another language, as it was.

    A file in another language than what it extends is a translation of that. It stands under its
    own id, too; but what is listed, begun and answered is what it translates, in whichever language
    was chosen, and the answers to both are answers to one question.
    """

    frameworks: Mapping[str, Framework]
    plans: Mapping[str, SessionPlan]
    unusable: tuple[Unusable, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    originals: Mapping[str, Framework] = field(default_factory=dict)

    def get(self, id: str) -> Framework:
        """The framework of this id, or the session plan for one person as a walk through it; raises
        ``NoSuchFramework``, with the nearest id.
        """
        found = self.frameworks.get(id) or self.walk(id)
        if found is not None:
            return found
        raise self._no_framework(id, self.frameworks)

    def walk(self, id: str) -> Framework | None:
        """The session plan of this id as a walk; None where there is none for one person."""
        plan = self.plans.get(id)
        return None if plan is None else walk_of(plan)

    def document(self, id: str) -> Document:
        """The framework or session plan of this id; raises ``NoSuchFramework``, with a near id."""
        if id in self.plans:
            return self.plans[id]
        if id in self.frameworks:
            return self.frameworks[id]
        raise self._no_framework(id, (*self.frameworks, *self.plans))

    def find(self, address: str) -> tuple[Framework, Element]:
        """What stands at ``framework-id/element-id``; raises ``NoSuchElement``, with a near one."""
        id, _, element_id = address.partition("/")
        framework = self.frameworks.get(id) or self.walk(id)
        for element in framework.elements if framework else ():
            if framework and element.id == element_id:
                return framework, element
        raise NoSuchElement(
            address=address, nearest=words.did_you_mean(self._nearest_address(address))
        )

    def origin(self, id: str) -> Origin:
        """Where a framework or session plan comes from; raises ``NoSuchFramework``."""
        if id in self.origins:
            return self.origins[id]
        raise self._no_framework(id, self.origins)

    def translates(self, framework: Framework) -> str:
        """The id of what this one says in another language; empty text where it is no translation.

        One that extends its own id is none: it takes the place of what it builds upon.
        """
        one, seen = framework, {framework.id}
        while (base := self._as_written(one.extends or "")) is not None and base.id not in seen:
            if _tongue(base) != _tongue(framework):
                return base.id
            one = base
            seen.add(base.id)
        return ""

    def languages(self, id: str) -> Mapping[str, Framework]:
        """What a framework can be had in, by language, as it was written first; none: no choice."""
        original = self._as_written(id)
        if original is None:
            return {}
        others = [one for one in self.frameworks.values() if self.translates(one) == id]
        found = {original.language: original} if others else {}
        return found | {one.language: one for one in others if one.language != original.language}

    def speaking(self, chosen: Mapping[str, str]) -> "Library":
        """The same with frameworks in the languages chosen for them, by id.

        A language that a framework can't be had in, or not any more, changes nothing.
        """
        written = {**self.frameworks, **self.originals}
        plain = replace(self, frameworks=MappingProxyType(written), originals=MappingProxyType({}))
        spoken: dict[str, Framework] = {}
        for id, language in chosen.items():
            found = plain.languages(id).get(language)
            if found is not None and found.id != id:
                spoken[id] = msgspec.structs.replace(found, id=id)
        return replace(
            plain,
            frameworks=MappingProxyType({**written, **spoken}),
            originals=MappingProxyType({id: written[id] for id in spoken}),
        )

    def _as_written(self, id: str) -> Framework | None:
        return self.originals.get(id) or self.frameworks.get(id)

    def elements(self) -> Iterator[tuple[Framework, Element]]:
        """Each element for any day, framework by framework, as :meth:`ordinary` has them."""
        for framework in self.ordinary():
            yield from ((framework, element) for element in framework.elements)

    def ordinary(self) -> Iterator[Framework]:
        """Each framework for any day, the heart first, then by id.

        None that asks for more care than any day has. What a translation says is there once, in the
        language that was chosen.
        """
        for one in sorted(self.frameworks.values(), key=lambda one: one.id != HEART):
            if not one.care and not self.translates(one):
                yield one

    def caring(self) -> list[Framework]:
        """Each framework that asks for more care than any day has, what ships first, then by id."""
        found = [one for one in self.frameworks.values() if one.care and not self.translates(one)]
        return sorted(found, key=lambda one: (self.origins.get(one.id) != "shipped", one.id))

    def at_hand(self, framework: Framework) -> bool:
        """Whether it is offered before anything was written about it.

        The heart is, and so is what a person added; the rest of what ships is there to be chosen.
        """
        return framework.id == HEART or self.origins.get(framework.id) != "shipped"

    def short(self) -> list[Framework]:
        """The short reflections for any day: they have no ratings, and claim no more minutes."""
        return [
            one
            for one in self.ordinary()
            if not one.ratings and (one.minutes is None or one.minutes <= SHORT_MINUTES)
        ]

    def addresses(self) -> Iterator[str]:
        """Where each element stands, framework by framework, and then each part of a walk."""
        walks = (self.walk(id) for id in self.plans)
        for framework in (*self.frameworks.values(), *filter(None, walks)):
            yield from (framework.address(element) for element in framework.elements)

    def _no_framework(self, id: str, among: Iterable[str]) -> NoSuchFramework:
        # What is listed for any day comes first: a translation and what asks for care do not.
        listed = {one.id for one in self.ordinary()}
        near = nearest(id, [one for one in among if one in listed or one in self.plans])
        return NoSuchFramework(id=id, nearest=words.did_you_mean(near or nearest(id, among)))

    def _nearest_address(self, address: str) -> str:
        # An element's own name is what people remember; whole addresses are long and much alike.
        id, _, element_id = address.rpartition("/")
        own = [a for a in self.addresses() if a.rpartition("/")[0] == id]
        listed = [framework.address(element) for framework, element in self.elements()]
        for among in (own, listed, list(self.addresses())):
            # Where two have the same name, the first one: the heart comes before the others.
            by_name = {a.rpartition("/")[2]: a for a in reversed(among)}
            if near := nearest(element_id, by_name):
                return by_name[near]
        return nearest(address, listed) or nearest(address, self.addresses())


def _tongue(framework: Framework) -> str:
    """The language alone: ``en`` of ``en-GB``."""
    return framework.language.partition("-")[0].lower()


def open_library(
    *, shipped: Path | Traversable, personal: Path | None, extra: Path | None
) -> Library:
    """Read every ``.yaml`` and ``.yml`` file of the three folders, not of folders within them.

    A personal folder need not exist; that ``extra`` does not is told under ``unusable``.
    """
    shelf = _Shelf()
    shelf.take_folder(shipped, "shipped")
    if personal is not None:
        shelf.take_folder(personal, "personal", must_exist=False)
    if extra is not None:
        shelf.take_folder(extra, "folder")
    return shelf.library()


@dataclass(eq=False)
class _Book:
    """A file with an id, and what became of it."""

    draft: Draft
    origin: Origin
    state: Literal["waiting", "open", "done"] = "waiting"
    document: Document | None = None


class _Shelf:
    """Books by id, those of later origin after those of earlier."""

    def __init__(self) -> None:
        self._books: dict[str, list[_Book]] = {}
        self._unusable: list[Unusable] = []

    def take_folder(
        self, folder: Path | Traversable, origin: Origin, *, must_exist: bool = True
    ) -> None:
        """Put each file of the folder, by sorted name, on the shelf."""
        try:
            entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            if must_exist:
                self._unusable.append(Unusable(str(folder), (Fault(1, 1, words.NO_FOLDER),)))
            return
        except OSError:
            self._unusable.append(Unusable(str(folder), (Fault(1, 1, words.FOLDER_NOT_OPENED),)))
            return
        for entry in entries:
            if entry.name.endswith(ENDINGS) and not entry.name.startswith("."):
                self._take(read_file(entry), origin)

    def _take(self, draft: Draft, origin: Origin) -> None:
        if draft.id is None:
            self._unusable.append(Unusable(draft.file, draft.found.in_order()))
            return
        books = self._books.setdefault(draft.id, [])
        if books and books[-1].origin == origin:
            first = Path(books[-1].draft.file).name
            draft.found.fault_at(("id",), words.id_taken(draft.id, first))
            self._unusable.append(Unusable(draft.file, draft.found.in_order()))
            return
        books.append(_Book(draft, origin))

    def library(self) -> Library:
        """Every book put upon what it extends; the last usable one of each id."""
        used: dict[str, _Book] = {}
        for id, books in sorted(self._books.items()):
            for book in books:
                self._open(book)
                if book.document is not None:
                    used[id] = book
        documents = {id: book.document for id, book in used.items()}
        return Library(
            frameworks=_only(documents, Framework),
            plans=_only(documents, SessionPlan),
            unusable=tuple(sorted(self._unusable)),
            files=MappingProxyType({id: book.draft.file for id, book in used.items()}),
            origins=MappingProxyType({id: book.origin for id, book in used.items()}),
        )

    def _open(self, book: _Book) -> None:
        if book.state != "waiting":
            return
        book.state = "open"
        base = self._base(book) if book.draft.extends is not None else None
        try:
            book.document = finish(book.draft, base)
        except FrameworkFaulty:
            faults = book.draft.found.in_order()
            self._unusable.append(Unusable(book.draft.file, faults))
        book.state = "done"

    def _base(self, book: _Book) -> Document | None:
        """What the book extends: the last usable one; ``None``, and the fault told, if none is."""
        draft, id = book.draft, book.draft.extends or ""
        below = self._below(book)
        circle = self._circle(book)
        if circle:
            message = words.base_circle(circle)
        elif not below:
            others = [one for one in self._books if one != draft.id]
            message = words.base_missing(id, draft.found.nearest(id, others))
        else:
            for base in reversed(below):
                self._open(base)
                if base.document is not None:
                    return base.document
            message = words.base_unusable(id)
        draft.found.fault_at(("extends",), message)
        return None

    def _below(self, book: _Book) -> list[_Book]:
        """The books that the book may build upon; for its own id, those that it replaces."""
        books = self._books.get(book.draft.extends or "", [])
        return books[: books.index(book)] if book in books else books

    def _circle(self, book: _Book) -> list[str]:
        """The ids on the way from the book back to itself; empty where no way leads back."""
        way = [book]
        while below := self._below(way[-1]):
            if below[-1] is book:
                return [one.draft.id or "" for one in (*way, book)]
            if below[-1] in way:
                return []
            way.append(below[-1])
        return []


def _only(documents: Mapping[str, Document | None], of: type[_D]) -> Mapping[str, _D]:
    return MappingProxyType({id: one for id, one in documents.items() if isinstance(one, of)})
