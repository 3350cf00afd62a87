"""What ``frameworks check`` has to say about a file, and about how files fit each other."""

from pathlib import Path
from typing import NamedTuple

from peercoach.errors import FrameworkFaulty
from peercoach.frameworks.faults import Fault
from peercoach.frameworks.library import Library
from peercoach.frameworks.load import load, read_file
from peercoach.frameworks.model import Alignment, Document, Framework
from peercoach.frameworks.nearest import nearest
from peercoach.words import frameworks as words


class Report(NamedTuple):
    """What was found in a file.

    ``faults`` keep it from being used, ``notices`` don't; both in file order. ``document`` is
    there when nothing keeps it from being used.
    """

    file: str
    faults: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()
    document: Document | None = None

    @property
    def framework(self) -> Framework | None:
        """The document, if it is a framework that can be used."""
        return self.document if isinstance(self.document, Framework) else None


def check_file(path: Path, library: Library | None = None) -> Report:
    """Read one file; what it extends or lines up with is looked for in ``library``.

    Never raises: a file that is not there, or can't be opened, is a fault like another.
    """
    bases: dict[str, Document] = {}
    if library is not None:
        bases = {**library.frameworks, **library.plans}
    try:
        document = load(path, bases=bases)
    except FrameworkFaulty as faulty:
        found = tuple(fault for fault in faulty.faults if isinstance(fault, Fault))
        return Report(str(path), _told(path, library) or found)
    if faults := _told(path, library):
        return Report(str(path), faults)
    notices: tuple[Fault, ...] = ()
    if library is not None and isinstance(document, Framework):
        notices = _misaligned(document, path, library)
    return Report(str(path), (), notices, document)


def check_library(library: Library) -> tuple[Report, ...]:
    """A report on each file of a library, by file."""
    reports = [Report(file, faults) for file, faults in library.unusable]
    for id, framework in library.frameworks.items():
        file = library.files[id]
        reports.append(Report(file, (), _misaligned(framework, Path(file), library), framework))
    reports += [Report(library.files[id], document=plan) for id, plan in library.plans.items()]
    return tuple(sorted(reports, key=lambda report: report.file))


def _told(path: Path, library: Library | None) -> tuple[Fault, ...]:
    """What the library found in this very file: it knows its folder, and who extends whom."""
    for file, faults in library.unusable if library is not None else ():
        if Path(file).resolve() == path.resolve():
            return faults
    return ()


def _misaligned(framework: Framework, path: Path, library: Library) -> tuple[Fault, ...]:
    """Alignments with what is not here. The other file may simply not be installed."""
    here = set(library.addresses()) | {framework.address(one) for one in framework.elements}
    astray = [
        (element.id, element.aligned_to)
        for element in framework.elements
        if element.aligned_to is not None
        and f"{element.aligned_to.framework}/{element.aligned_to.element}" not in here
    ]
    if not astray:
        return ()
    # Read once more for the places alone: what is in use has no need to remember them.
    found = read_file(path).found
    notices = []
    for id, to in astray:
        place = found.place(("elements", id, "aligned_to"))
        near = _near(to, here)
        notices.append(Fault(*place, words.alignment_absent(to.framework, to.element, near)))
    return tuple(sorted(notices))


def _near(to: Alignment, here: set[str]) -> str:
    """An address that differs in one half only; to guess at both would only puzzle."""
    same = (f"{to.framework}/", f"/{to.element}")
    return nearest(
        f"{to.framework}/{to.element}",
        sorted(one for one in here if one.startswith(same[0]) or one.endswith(same[1])),
    )
