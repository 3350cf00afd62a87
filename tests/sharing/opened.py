"""A file that left, opened as its readers would: everything in it that is text, in pieces."""

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

_INLINE = {"span", "b", "i", "em", "strong", "a", "bdi", "small", "wbr"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pieces(content: bytes, format: str) -> list[str]:
    """Every text of a file: what is read, and what is only in its bytes."""
    match format:
        case "docx":
            return list(_document(content))
        case "html":
            return [content.decode(), *_Page(content.decode()).texts]
        case "json":
            return list(_told(json.loads(content)))
        case "csv":
            text = content.decode("utf-8-sig")
            return [text, *(cell for row in csv.reader(io.StringIO(text, "")) for cell in row)]
        case _:
            return [content.decode()]


class _Page(HTMLParser):
    """Texts of a page, what inline tags part in one; attributes and comments as well."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._text = ""
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        self.texts += self._text.split("\0")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.texts += [value for _, value in attrs if value]
        self._text += "" if tag in _INLINE else "\0"

    def handle_endtag(self, tag: str) -> None:
        self._text += "" if tag in _INLINE else "\0"

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_comment(self, data: str) -> None:
        self.texts.append(data)


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every tag of a page, with its attributes."""
    return _Page(page).tags


def read(page: str) -> str:
    """What a page says."""
    return "\n".join(_Page(page)._text.split("\0"))


def _document(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield archive.comment.decode()
        for entry in archive.infolist():
            yield entry.filename
            yield entry.comment.decode()
            root = ET.fromstring(archive.read(entry))
            for element in root.iter():
                yield element.tag.rpartition("}")[2]
                yield from element.attrib.values()
            yield from (_said(one) for one in root.iter(f"{_W}p"))
            if entry.filename != "word/document.xml":
                yield " ".join(root.itertext())


def _said(paragraph: ET.Element) -> str:
    parted = {f"{_W}br": "\n", f"{_W}tab": "\t", f"{_W}cr": "\n"}
    return "".join(parted.get(one.tag, one.text or "") for one in paragraph.iter())


def _told(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _told(one)
    elif isinstance(value, list):
        for one in value:
            yield from _told(one)
    else:
        yield str(value)
