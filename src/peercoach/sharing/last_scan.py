"""The last scan: the bytes that are about to leave are read once more, as whoever gets them could.

Every name and other name of the private dictionary is looked for as whole words: in the raw text,
in what its markup means, in each part of a zip archive. Words that our own template or labels need
are told apart by writing the same again without a word of the author's
(:attr:`peercoach.sharing.leaving.Reviewed.bare`): what stands in that file as often is ours.
"""

import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType

from peercoach.errors import NameInFileName, NameLeft
from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.forms import Form, Forms, doubtful, is_left

_ZIP = b"PK\x03\x04"
_TAG = re.compile(r"<[^<>]*>")
_XML_PARAGRAPH = re.compile(r"</w:p>|<w:(?:br|tab|cr)\b[^>]*/>")


def refuse_names(
    content: bytes,
    bare: bytes,
    known: Sequence[Known],
    *,
    left: frozenset[str] = frozenset(),
    spared: Mapping[str, int] = MappingProxyType({}),
) -> None:
    """Refuse a file in which a name still stands.

    ``bare`` is the same file without its author's words. ``left`` are the common words that stand
    in small letters though somebody is called by them; ``spared`` says of some at how many places
    they stand otherwise.

    Raises:
        NameLeft: there is one.
    """
    forms = Forms(known)
    if not forms:
        return
    found, ours = _counted(content, forms, left), _counted(bare, forms, left)
    for form, count in found.items():
        if count > ours[form] + (spared.get(form.words[0], 0) if form.ordinary else 0):
            raise NameLeft


def refuse_file_name(path: PurePath, known: Sequence[Known]) -> None:
    """Refuse a name of a file that could tell who is meant.

    Raises:
        NameInFileName: it holds a name that is known, or something that could be one.
    """
    told = re.sub(r"[\W_]+", " ", path.stem)
    standing = any(not doubtful(one) for one in Forms(known).standing(path.name))
    telling = {"PERSON", "NHS", "NINO", "PHONE", "EMAIL", "POSTCODE", "DOB"}
    if standing or any(one.kind in telling for one in Detector(known).find(told)):
        raise NameInFileName(name=path.name)


def _counted(content: bytes, forms: Forms, left: frozenset[str]) -> Counter[Form]:
    """How often each form stands in what can be read of these bytes, the most of any reading."""
    most: Counter[Form] = Counter()
    for text in _readings(content):
        here = Counter(one.form for one in forms.standing(text) if not is_left(one, left))
        for form, count in here.items():
            most[form] = max(most[form], count)
    return most


def _readings(content: bytes) -> Iterator[str]:
    """Everything that a file can be read as."""
    if content.startswith(_ZIP):
        yield from _zipped(content)
        return
    text = content.decode("utf-8", "replace")
    yield text
    if "<" in text or "&" in text:
        yield html.unescape(_TAG.sub(" ", text))
        # What stands between the halves of a word may be a tag that shows nothing.
        yield html.unescape(_TAG.sub("", text))
        yield html.unescape(text)
    if text.lstrip().startswith(("{", "[")):
        yield _told(json.loads(text))


def _zipped(content: bytes) -> Iterator[str]:
    """A document's parts: each part's name, its text in one, and every attribute."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield " ".join([*archive.namelist(), archive.comment.decode("utf-8", "replace")])
        for one in archive.infolist():
            raw = archive.read(one).decode("utf-8", "replace")
            yield html.unescape(raw)
            # One word may stand in several runs.
            yield html.unescape(_TAG.sub("", _XML_PARAGRAPH.sub(" \n", raw)))
            yield " ".join([one.comment.decode("utf-8", "replace"), repr(one.extra)])


def _told(value: object) -> str:
    """Every text of a JSON value, keys included, a line each."""
    if isinstance(value, dict):
        return "\n".join(part for pair in value.items() for part in map(_told, pair))
    if isinstance(value, list):
        return "\n".join(map(_told, value))
    return str(value)
