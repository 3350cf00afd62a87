"""What kind of file it is, and what is refused of it."""

import json
from pathlib import PurePath
from typing import Any

import pytest

from peercoach.journal.carry import files
from peercoach.journal.carry.found import Contents, Refused, Where


def notes(name: str, data: bytes) -> Contents:
    found = files.read(PurePath(name), data)
    assert isinstance(found, Contents)
    return found


def refusal(name: str, data: bytes, **options: bool) -> str:
    with pytest.raises(Refused) as refused:
        files.read(PurePath(name), data, **options)
    return refused.value.kind


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"\x89PNG\0\0", "not-text"),
        ("a.md", b"caf\xe9", "not-utf-8"),
        ("a.txt", b"\xff\xfea", "not-utf-8"),
        ("a.json", b"{", "not-json"),
        ("a.json", b"", "not-json"),
        ("a.json", b"[" * 200_000, "too-deep"),
        ("a.json", b'{"a":' * 200_000, "too-deep"),
        ("a.json", b"9" * 10_000, "not-json"),
        ("a.json", b"[1, 2]", "unknown-json"),
        ("a.json", b'{"name": "x"}', "unknown-json"),
        ("a.json", b'{"format": "peercoach/export/2"}', "newer-export"),
        ("a.json", b'{"format": "peercoach/export/1"}', "not-readable"),
        ("a.json", b'{"format": "peercoach/export/1", "spaces": [{"records": 1}]}', "not-readable"),
        ("a.json", b'{"entries": []}', "nothing-in-it"),
        ("a.md", b"---\npeercoach: about this export\n---\nHello", "about-export"),
    ],
)
def test_what_is_refused(name: str, data: bytes, kind: str) -> None:
    """Each file that can't be taken is refused for its own reason."""
    assert refusal(name, data) == kind


def test_text_that_begins_like_json() -> None:
    """A text that only begins like JSON is text, however deep it goes."""
    for data in (b"{curly} thoughts", b'{"a":' * 100_000, b'{"a": 1}'):
        assert notes("a.txt", data).notes[0].text == data.decode()


def test_utf_8_and_utf_16() -> None:
    """What Windows writes is read as what it says."""
    for data in ("Café".encode("utf-8-sig"), "Café".encode("utf-16")):
        assert notes("a.txt", data).notes[0].text == "Café"


def test_our_markdown_beside_the_json() -> None:
    """The Markdown of an export is left to the JSON beside it, and read where there is none."""
    ours = b"---\r\npeercoach: export/1\r\n---\r\n\r\n## 2024-03-14 10:00\r\n\r\nHello\r\n"

    assert refusal("notes-2024.md", ours, beside_export=True) == "same-in-export"
    assert notes("notes-2024.md", ours).notes[0].text == "Hello"


def test_how_large_a_file_may_be() -> None:
    """An export of ours may be larger than anyone else's file."""
    assert files.most(b'{"format": "peercoach/export/1",\n') == files.LARGEST_OURS
    assert files.most(b'{"format": "other"') == files.most(b"# Diary") == files.LARGEST


# --- jrnl ----------------------------------------------------------------------------------------

JRNL: dict[str, Any] = {
    "tags": {"@sam": 1},
    "entries": [
        {
            "title": "Walked to the sea with @sam.",
            "body": "It rained.\n\nWe went on.",
            "date": "2024-03-14",
            "time": "09:30",
            "tags": ["@sam"],
            "starred": False,
        },
        {"title": "Rested.", "body": "", "date": "2024-03-15", "time": "21:00", "starred": True},
        {"title": "Felt", "body": "", "date": "the ides", "time": "", "tags": ["@hope", 5]},
        {"title": "", "body": "  ", "date": "2024-03-16", "time": "08:00"},
        "not an entry",
        {"title": 5, "body": "x"},
    ],
}


def test_a_jrnl_export() -> None:
    """Each entry is a note of its date; what can't be read is told by its number."""
    contents = notes("journal.json", json.dumps(JRNL).encode())

    assert [(one.written, one.text) for one in contents.notes] == [
        ("2024-03-14 09:30", "Walked to the sea with @sam.\nIt rained.\n\nWe went on."),
        ("2024-03-15 21:00", "Rested.\n\nMarked with a star."),
        ("", "the ides\nFelt\n\nTags: @hope"),
    ]
    assert [(one.kind, one.where) for one in contents.told] == [
        ("date-not-read", Where("entry", 3)),
        ("nothing-written", Where("entry", 4)),
        ("not-readable", Where("entry", 5)),
        ("not-readable", Where("entry", 6)),
    ]


def test_one_jrnl_entry() -> None:
    """An entry in a file of its own is read too."""
    alone = json.dumps(JRNL["entries"][0]).encode()

    [found] = notes("2024-03-14_walked.json", alone).notes

    assert found.text.startswith("Walked to the sea")
