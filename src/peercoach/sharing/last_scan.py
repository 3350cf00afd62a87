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

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.forms import Form, Forms, doubtful, is_left
from peercoach.sharing_errors import NameInFileName, NameLeft

_ENDINGS = re.compile(r"(?:\.(?:md|html|docx|json|csv|age))+$", re.IGNORECASE)
_ZIP = b"PK\x03\x04"
_TAG = re.compile(r"<[^<>]*>")
# Tags between which words are parted; between others they may run on.
_BLOCK = re.compile(
    r"</?(?:p|h[1-6]|t[dhr]|thead|tbody|table|text|title|desc|li|ul|div|article|section|figure|br"
    r"|figcaption|header|main|body|head|style|svg)\b[^<>]*>"
)
# Where a word of a file's name ends and the next begins with nothing between.
_WITHIN = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"
)
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
    ours = dict(_readings(bare))
    for way, text in _readings(content):
        without = ours.get(way, "")
        if text == without:
            continue
        mine = _counted(without, forms, left)
        for form, count in _counted(text, forms, left).items():
            if count > mine[form] + (spared.get(form.words[0], 0) if form.ordinary else 0):
                raise NameLeft


def refuse_file_name(path: PurePath, known: Sequence[Known]) -> None:
    """Refuse a name of a file that could tell who is meant.

    Raises:
        NameInFileName: it holds a name that is known, or something that could be one.
    """
    # Who names files without blanks writes PriyaNair, or priya2.
    parted = _WITHIN.sub(" ", path.name)
    told = re.sub(r"[\W_]+", " ", _WITHIN.sub(" ", _ENDINGS.sub("", path.name)))
    forms = Forms(known)
    standing = any(
        not doubtful(one) for text in (path.name, parted) for one in forms.standing(text)
    )
    telling = {"PERSON", "NHS", "NINO", "PHONE", "EMAIL", "POSTCODE", "DOB"}
    found = (one for one in Detector(known).find(told) if one.certainty == "found")
    if standing or any(one.kind in telling for one in found):
        raise NameInFileName(name=path.name)


def _counted(text: str, forms: Forms, left: frozenset[str]) -> Counter[Form]:
    """How often each form stands in a text."""
    return Counter(one.form for one in forms.standing(text) if not is_left(one, left))


def _readings(content: bytes) -> Iterator[tuple[str, str]]:
    """Every way in which a file can be read, by its name, and what is read so.

    Each is held against the same way of reading the other file: what is ours in one of them makes
    up for nothing in another.
    """
    if content.startswith(_ZIP):
        yield from _zipped(content)
        return
    text = content.decode("utf-8", "replace")
    told = _told_by_json(text)
    if told is not None:
        # An escape such as \n is no letter of the word behind it.
        yield "told", told
        return
    yield "raw", text
    yield "unescaped", html.unescape(text)
    yield "parted", html.unescape(_TAG.sub(" ", text))
    # What stands between the halves of a word may be a tag that shows nothing.
    yield "joined", html.unescape(_TAG.sub("", _BLOCK.sub(" ", text)))


def _zipped(content: bytes) -> Iterator[tuple[str, str]]:
    """A document's parts: each part's name, its text in one, and every attribute."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield "names", " ".join([*archive.namelist(), archive.comment.decode("utf-8", "replace")])
        for at, one in enumerate(archive.infolist()):
            raw = archive.read(one).decode("utf-8", "replace")
            yield f"{at} unescaped", html.unescape(raw)
            # One word may stand in several runs.
            yield f"{at} joined", html.unescape(_TAG.sub("", _XML_PARAGRAPH.sub(" \n", raw)))
            yield f"{at} beside", " ".join([one.comment.decode("utf-8", "replace"), str(one.extra)])


def _told_by_json(text: str) -> str | None:
    """Every text of a JSON value, keys included, a line each; None where it is no JSON."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return "\n".join(_told(json.loads(text, object_pairs_hook=_Pairs)))
    except ValueError:
        return None


class _Pairs(list[tuple[str, object]]):
    """The members of an object, two of one name too."""


def _told(value: object) -> Iterator[str]:
    if isinstance(value, _Pairs):
        for key, one in value:
            yield key
            yield from _told(one)
    elif isinstance(value, list):
        for one in value:
            yield from _told(one)
    else:
        yield str(value)
