"""Records as the vault keeps them: flat documents, and back again.

A document has one field a fact, so that two copies of a vault can later be merged field by field:
a reflection's stops are fields of their own (``kept:<key of the stop>``). Fields that this version
does not know are carried along when a document is edited. A document of a kind or schema that it
does not know is nothing to it: it reads as None, and is left as it is.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import msgspec

from peercoach.errors import PeercoachError
from peercoach.journal import extras
from peercoach.journal.moment import Moment
from peercoach.journal.records import (
    SCHEMA,
    THINGS,
    Entry,
    EntryKind,
    Instant,
    Kept,
    Mark,
    MarkKind,
    Offset,
    Place,
    Progress,
    Rating,
    ReflectionState,
    Thing,
)
from peercoach.words import notices

Document = dict[str, Any]

KEPT = "kept:"
BRING = "bring:"
_OF_THE_VAULT = ("rev", "parents", "deleted")
_Course = Annotated[list[str], msgspec.Meta(min_length=1)]


class NewerNote(PeercoachError):
    """This note was written by a newer Peercoach: it is kept, and neither shown nor changed."""

    kind = "newer-note"

    def __str__(self) -> str:
        """The sentence a person reads."""
        return notices.NEWER_NOTE


class _Moment(msgspec.Struct):
    at: Instant
    offset: Offset
    zone: str


class _Told(msgspec.Struct, kw_only=True):
    written_at: Instant
    written_offset: Offset
    written_zone: str
    changed_at: Instant | None = None
    changed_offset: Offset = 0
    changed_zone: str = ""


class _Placed(_Told, kw_only=True):
    framework: str = ""
    framework_title: str = ""
    version: str = ""
    element: str = ""
    element_title: str = ""
    question: str = ""
    ask: str = ""
    reflection: int = 0


class _EntryFields(_Placed, kw_only=True):
    kind: EntryKind
    text: str


class _RatingFields(_Placed, kw_only=True):
    rating: str
    value: int
    label: str


class _MarkFields(_Placed, kw_only=True):
    mark: MarkKind


class _ProgressFields(msgspec.Struct, kw_only=True):
    framework: str
    framework_title: str
    title: str
    course: _Course
    at: str
    state: ReflectionState
    skipped: list[str] = []
    only: list[str] = []
    level: str = ""
    started_at: Instant
    started_offset: Offset
    started_zone: str
    changed_at: Instant | None = None
    changed_offset: Offset = 0
    changed_zone: str = ""


Share = Callable[[Place], Place]


def read(document: Mapping[str, Any], share: Share = lambda place: place) -> "Read | None":
    """The record in a document with its moments; None where it is none that we can read.

    ``share`` may give back an equal place that exists already: ten thousand answers to forty
    questions need no more than forty.
    """
    schema = document.get("schema")
    if not isinstance(schema, int) or not 1 <= schema <= SCHEMA:
        return None
    try:
        match document.get("kind"):
            case "rating":
                return _read_rating(document, share)
            case "mark":
                return _read_mark(document, share)
            case "reflection":
                return _read_progress(document)
            case kind if isinstance(kind, str) and kind in THINGS:
                return _told(extras.thing(document), msgspec.convert(document, _Told))
            case _:
                return _read_entry(document, share)
    except msgspec.ValidationError:
        return None


class Read(msgspec.Struct, frozen=True, gc=False):
    """A record, the moment of its first version, and that of this one if it is a later one."""

    record: Kept
    when: Moment
    changed: Moment | None


def _read_entry(document: Mapping[str, Any], share: Share) -> Read:
    found = msgspec.convert(document, _EntryFields)
    entry = Entry(
        kind=found.kind,
        text=found.text,
        place=_place(found, share),
        reflection=found.reflection,
        more=extras.more(document, found.kind),
    )
    return _told(entry, found)


def _read_rating(document: Mapping[str, Any], share: Share) -> Read:
    found = msgspec.convert(document, _RatingFields)
    rating = Rating(
        rating=found.rating,
        value=found.value,
        label=found.label,
        place=_place(found, share),
        reflection=found.reflection,
    )
    return _told(rating, found)


def _read_mark(document: Mapping[str, Any], share: Share) -> Read:
    found = msgspec.convert(document, _MarkFields)
    mark = Mark(mark=found.mark, place=_place(found, share), reflection=found.reflection)
    return _told(mark, found)


def _read_progress(document: Mapping[str, Any]) -> Read:
    found = msgspec.convert(document, _ProgressFields)
    kept = {name[len(KEPT) :]: id for name, id in document.items() if name.startswith(KEPT)}
    bring = {name[len(BRING) :]: ask for name, ask in document.items() if name.startswith(BRING)}
    progress = Progress(
        framework=found.framework,
        framework_title=found.framework_title,
        title=found.title,
        course=tuple(found.course),
        at=found.at,
        state=found.state,
        kept=msgspec.convert(kept, dict[str, int]),
        skipped=tuple(found.skipped),
        only=tuple(found.only),
        level=found.level,
        bring=msgspec.convert(bring, dict[str, str]),
    )
    started = Moment(found.started_at, found.started_offset, found.started_zone)
    return Read(progress, started, _changed(found))


def _place(found: _Placed, share: Share) -> Place:
    return share(
        Place(
            framework=found.framework,
            framework_title=found.framework_title,
            version=found.version,
            element=found.element,
            element_title=found.element_title,
            question=found.question,
            ask=found.ask,
        )
    )


def _told(record: Kept, found: _Told) -> Read:
    written = Moment(found.written_at, found.written_offset, found.written_zone)
    return Read(record, written, _changed(found))


def _changed(found: _Told | _ProgressFields) -> Moment | None:
    if found.changed_at is None:
        return None
    return Moment(found.changed_at, found.changed_offset, found.changed_zone)


def references(document: Mapping[str, Any]) -> list[int]:
    """The ids of the other records that a document names, whatever its kind.

    What a goal began with, and what it became, is no part of it: it may be gone.
    """
    kept = [id for name, id in document.items() if name.startswith(KEPT)]
    owners = (document.get("reflection"), document.get("goal"))
    return [id for id in (*kept, *owners) if isinstance(id, int) and id > 0]


# --- writing -------------------------------------------------------------------------------------


def fields(record: Kept) -> Document:
    """What a record says, flat, without any moment."""
    if isinstance(record, Progress):
        return progress_fields(record)
    flat: Document = {"kind": record.kind, "schema": record.schema}
    if isinstance(record, Thing):
        return flat | extras.fields(record)
    flat |= msgspec.structs.asdict(record.place)
    flat["reflection"] = record.reflection
    if isinstance(record, Mark):
        return flat | {"mark": record.mark}
    if isinstance(record, Rating):
        return flat | {"rating": record.rating, "value": record.value, "label": record.label}
    return flat | {"text": record.text} | (extras.fields(record.more) if record.more else {})


def progress_fields(progress: Progress) -> Document:
    """What a reflection's progress says, flat: one field a stop at which something was kept."""
    flat: Document = {"kind": progress.kind, "schema": progress.schema}
    for name in ("framework", "framework_title", "title", "at", "state"):
        flat[name] = getattr(progress, name)
    flat["course"] = list(progress.course)
    flat["skipped"] = list(progress.skipped)
    if progress.only:
        flat["only"] = list(progress.only)
    if progress.level:
        flat["level"] = progress.level
    flat |= {BRING + key: ask for key, ask in progress.bring.items()}
    return flat | {KEPT + key: id for key, id in progress.kept.items()}


def moment_fields(name: str, when: Moment) -> Document:
    """A moment as three fields: ``<name>_at`` (UTC milliseconds), ``_offset`` and ``_zone``."""
    return {f"{name}_at": when.utc_ms, f"{name}_offset": when.offset, f"{name}_zone": when.zone}


def moment_of(document: Mapping[str, Any], name: str) -> Moment | None:
    """The moment that a document tells under this name; None where it tells none we can read."""
    try:
        found = msgspec.convert(
            {part: document.get(f"{name}_{part}") for part in ("at", "offset", "zone")}, _Moment
        )
    except msgspec.ValidationError:
        return None
    return Moment(found.at, found.offset, found.zone)


def own_fields(document: Mapping[str, Any]) -> Document:
    """What a document says, without what the vault says of its revision."""
    return {name: value for name, value in document.items() if name not in _OF_THE_VAULT}


def new(record: Kept, when: Moment) -> Document:
    """The document of a record's first version."""
    first = "started" if isinstance(record, Progress) else "written"
    return fields(record) | moment_fields(first, when)


def edited(current: Mapping[str, Any], record: Kept, when: Moment) -> Document | None:
    """The next version of a document, or None where the record says nothing new.

    Answering the same text to a question that was worded anew since is nothing new: an answer keeps
    the wording that it was given to.

    Raises:
        NewerNote: ``current`` is none that this version can read.
    """
    found = read(current)
    if found is None:
        raise NewerNote()
    if _says(found.record) == _says(record):
        return None
    own = extras.names(found.record)
    stays = {
        name: value
        for name, value in current.items()
        if name not in _OF_THE_VAULT and name not in own and not name.startswith((KEPT, BRING))
    }
    return stays | fields(record) | moment_fields("changed", when)


def _says(record: Kept) -> object:
    match record:
        case Entry():
            return record.kind, record.text, record.more
        case Rating():
            return record.rating, record.value, record.label
        case Mark():
            return record.mark, record.reflection
        case _:
            return record
