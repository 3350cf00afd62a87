"""Everything that can be asked here: what ships, what is one's own, what another folder adds.

A file that can't be used never stops the program: it is told under ``unusable``, and what it would
have replaced stays in use. Of two files with one id the later origin holds: shipped, then personal,
then folder. ``extends`` with a file's own id builds upon what it replaces.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, TypeVar

from peercoach.errors import FrameworkFaulty, NoSuchElement, NoSuchFramework
from peercoach.frameworks.faults import Fault, Unusable
from peercoach.frameworks.load import Draft, Kind, finish, read_file
from peercoach.frameworks.model import Document, Element, Framework, SessionPlan
from peercoach.frameworks.nearest import nearest
from peercoach.words import frameworks as words

Origin: TypeAlias = Literal["shipped", "personal", "folder"]

_D = TypeVar("_D", Framework, SessionPlan)
_ENDINGS: Final = (".yaml", ".yml")


@dataclass(frozen=True, kw_only=True)
class Library:
    """What is there to be asked, by id, in the order of the ids.

    ``files`` says which file each id was read from, ``origins`` which of the three places it is.
    """

    frameworks: Mapping[str, Framework]
    plans: Mapping[str, SessionPlan]
    unusable: tuple[Unusable, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def get(self, id: str) -> Framework:
        """The framework of this id; raises ``NoSuchFramework``, with the nearest id."""
        if id in self.frameworks:
            return self.frameworks[id]
        raise NoSuchFramework(id=id, nearest=words.did_you_mean(nearest(id, self.frameworks)))

    def find(self, address: str) -> tuple[Framework, Element]:
        """What stands at ``framework-id/element-id``; raises ``NoSuchElement``, with the nearest."""
        id, _, element_id = address.partition("/")
        framework = self.frameworks.get(id)
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
        raise NoSuchFramework(id=id, nearest=words.did_you_mean(nearest(id, self.origins)))

    def addresses(self) -> Iterator[str]:
        """Where each element stands, framework by framework."""
        for framework in self.frameworks.values():
            yield from (framework.address(element) for element in framework.elements)

    def _nearest_address(self, address: str) -> str:
        # An element's own name is what people remember; whole addresses are long and much alike.
        id, _, element_id = address.rpartition("/")
        own = [a for a in self.addresses() if a.rpartition("/")[0] == id]
        for among in (own, list(self.addresses())):
            by_name = {a.rpartition("/")[2]: a for a in among}
            if near := nearest(element_id, by_name):
                return by_name[near]
        return nearest(address, self.addresses())


def open_library(
    *, shipped: Path | Traversable, personal: Path | None, extra: Path | None
) -> Library:
    """Read every ``.yaml`` and ``.yml`` file of the three folders, not of folders within them.

    A personal folder need not exist; that ``extra`` does not is told under ``unusable``.
    """
    shelf = _Shelf()
    shelf.take_folder(shipped, "shipped")
    if personal is not None and personal.is_dir():
        shelf.take_folder(personal, "personal")
    if extra is not None:
        shelf.take_folder(extra, "folder")
    return shelf.library()


@dataclass(eq=False)
class _Book:
    """A file with an id, and what became of it."""

    draft: Draft
    origin: Origin
    state: Literal["waiting", "open", "done", "faulty"] = "waiting"
    document: Document | None = None


class _Shelf:
    """Books by id, those of later origin after those of earlier."""

    def __init__(self) -> None:
        self._books: dict[tuple[Kind, str], list[_Book]] = {}
        self._unusable: list[Unusable] = []

    def take_folder(self, folder: Path | Traversable, origin: Origin) -> None:
        """Put each file of the folder, by sorted name, on the shelf."""
        try:
            entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except OSError:
            message = words.NOT_OPENED if folder.is_dir() else words.NO_FOLDER
            self._unusable.append(Unusable(str(folder), (Fault(1, 1, message),)))
            return
        for entry in entries:
            if entry.name.endswith(_ENDINGS) and not entry.name.startswith("."):
                self._take(read_file(entry), entry.name, origin)

    def _take(self, draft: Draft, name: str, origin: Origin) -> None:
        if draft.id is None:
            self._unusable.append(Unusable(draft.file, draft.found.in_order()))
            return
        books = self._books.setdefault((draft.kind, draft.id), [])
        book = _Book(draft, origin)
        if books and books[-1].origin == origin:
            first = Path(books[-1].draft.file).name
            draft.found.fault_at(("id",), words.id_taken(draft.id, first))
            self._unusable.append(Unusable(draft.file, draft.found.in_order()))
            return
        books.append(book)

    def library(self) -> Library:
        """Every book put upon what it extends; the last usable one of each id."""
        documents: dict[Kind, dict[str, Document]] = {"framework": {}, "session": {}}
        files: dict[str, str] = {}
        origins: dict[str, Origin] = {}
        # Frameworks come last, so that of a plan and a framework with one id the framework's holds.
        for (kind, id), books in sorted(self._books.items(), reverse=True):
            for book in books:
                self._open(book, [])
                if book.document is not None:
                    documents[kind][id] = book.document
                    files[id], origins[id] = book.draft.file, book.origin
        return Library(
            frameworks=_sorted(documents["framework"], Framework),
            plans=_sorted(documents["session"], SessionPlan),
            unusable=tuple(sorted(self._unusable)),
            files=MappingProxyType(files),
            origins=MappingProxyType(origins),
        )

    def _open(self, book: _Book, way: list[_Book]) -> None:
        if book.state != "waiting":
            return
        book.state = "open"
        draft = book.draft
        base = self._base(book, [*way, book]) if draft.extends is not None else None
        try:
            book.document = finish(draft, base)
            book.state = "done"
        except FrameworkFaulty as faulty:
            book.state = "faulty"
            faults = tuple(fault for fault in faulty.faults if isinstance(fault, Fault))
            self._unusable.append(Unusable(draft.file, faults))

    def _base(self, book: _Book, way: list[_Book]) -> Document | None:
        """What the book extends; ``None``, and the fault told, where it can't."""
        draft, id = book.draft, book.draft.extends or ""
        base = self._find(book, id)
        if base is None:
            message = words.base_missing(id, draft.found.nearest(id, self._ids(draft.kind)))
        elif base.state == "open":
            circle = [one.draft.id or "" for one in way[way.index(base) :]]
            message = words.base_circle([*circle, circle[0]])
        else:
            self._open(base, way)
            if base.document is not None:
                return base.document
            message = words.base_unusable(id)
        draft.found.fault_at(("extends",), message)
        return None

    def _find(self, book: _Book, id: str) -> _Book | None:
        books = self._books.get((book.draft.kind, id), [])
        if book in books:
            # Its own id: what it replaces.
            books = books[: books.index(book)]
        usable = [one for one in books if one.state != "faulty"]
        if books:
            return (usable or books)[-1]
        other: Kind = "session" if book.draft.kind == "framework" else "framework"
        return next(iter(self._books.get((other, id), [])[-1:]), None)

    def _ids(self, kind: Kind) -> list[str]:
        return [id for of, id in self._books if of == kind]


def _sorted(documents: dict[str, Document], of: type[_D]) -> Mapping[str, _D]:
    named = ((id, documents[id]) for id in sorted(documents))
    return MappingProxyType({id: one for id, one in named if isinstance(one, of)})
