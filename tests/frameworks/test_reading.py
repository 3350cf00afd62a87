"""Bytes that nobody wrote in good faith, or in another program: refused at once, without harm."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from peercoach.errors import FrameworkFaulty
from peercoach.frameworks.check import check_file
from peercoach.frameworks.load import load
from peercoach.frameworks.reading import MAX_ALIASES, MAX_BYTES, MAX_DEPTH, MAX_NODES, read
from tests.frameworks.documents import BROKEN, FULL, SESSION, SMALL, faults_of, parse, said_of

_LAUGHS = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % ((c + 1, c + 1) + (c,) * 9)
    for c in range(ord("a"), ord("z"))
)
_KEYS = b"".join(b"k%05d: 1\n" % number for number in range(MAX_NODES // 2 - 1))
_ITEMS = b"elements:\n" + b"- {id: e, level: zzzz, titel: 1}\n" * 1100

HOSTILE = {
    "billion-laughs": (_LAUGHS, "There is more in this file than I read"),
    "deep-brackets": (b"[" * MAX_BYTES, "Too many things stand inside one another"),
    "deep-braces": (b"{a: " * (MAX_BYTES // 4), "Too many things stand inside one another"),
    "deep-dashes": (b"- " * (MAX_BYTES // 2), "Too many things stand inside one another"),
    "deep-questions": (b"? " * (MAX_BYTES // 2), "Too many things stand inside one another"),
    "wide": (b"[" + b"a," * (MAX_BYTES // 2 - 1) + b"]", "There is more in this file than I read"),
    "anchors": (b"- &a x\n" * 100_000, "There is more in this file than I read"),
    "unknown-keys": (_KEYS, "`format` is missing"),
    "misspelt-keys": (_ITEMS, "`format` is missing"),
    "too-big": (b"a" * (MAX_BYTES + 1), "The file is larger than I read: 1048576 bytes"),
    "one-long-word": (b"x" * MAX_BYTES, "I looked for lines that begin with a key"),
    "long-text": (b"title: " + b"x" * (MAX_BYTES - 7), "`about` is missing"),
    "comment": (b"#" * MAX_BYTES, "The file is empty"),
    "line-breaks": (b"\n" * MAX_BYTES, "The file is empty"),
    "nothing-but-nul": (b"\0" * MAX_BYTES, "I found a character that can't be seen (U+0000)"),
    "nothing-but-tabs": (b"\t" * MAX_BYTES, "I found a tab"),
    "marks": (b'"' * MAX_BYTES, "I can't read this as YAML"),
    "tags": (b"!" * MAX_BYTES, "I found the tag"),
    "documents": (b"---\n" * (MAX_BYTES // 4), "A second document begins here"),
    "directives": (b"%TAG ! tag:x,2000:\n" * 50_000, "I can't read this as YAML"),
    "python-object": (b"a: !!python/object/apply:os.system [x]", "I found the tag “!!python/obj"),
    "in-itself": (b"a: &a {b: *a}", "This reference (`*name`) points into itself"),
    "aliases": (b"a: &a x\nb: [" + b"*a," * (MAX_ALIASES + 1) + b"]", "I found too many refer"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once(name: str) -> None:
    """However a file tries to fill memory or time, it is refused in under 100 ms, with faults."""
    raw, message = HOSTILE[name]
    took = []

    # The best of three, in processor time: what else the machine does is not measured.
    for _ in range(3):
        begin = time.process_time()
        faults = faults_of(raw)
        took.append(time.process_time() - begin)

    assert message in " ".join(fault.message for fault in faults)
    assert len(faults) <= 101
    assert min(took) < 0.1


ODD = {
    "empty": (b"", 1, 1, "The file is empty"),
    "blank": (b" \n\n", 1, 1, "The file is empty"),
    "remarks-alone": (b"# format: peercoach/framework/1\n", 1, 1, "The file is empty"),
    "document-mark-alone": (b"---\n", 1, 1, "The file is empty"),
    "a-list": (b"\n- a\n", 2, 1, "I looked for lines that begin with a key"),
    "a-word": (b"hello", 1, 1, "I looked for lines that begin with a key"),
    "null": (b"null", 1, 1, "I looked for lines that begin with a key"),
    "latin-1": (b"format: x\ntitle: Caf\xe9", 2, 11, "These bytes are not UTF-8"),
    "utf-16": ("id: a".encode("utf-16"), 1, 1, "These bytes are not UTF-8"),
    "cut-short": ("id: é".encode()[:-1], 1, 5, "These bytes are not UTF-8"),
    "bad-escape": (b'id: "\\q"', 1, 5, "Inside double quotes"),
    "bad-code-point": (b'id: "\\UFFFFFFFF"', 1, 5, "Inside double quotes"),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_document_is_told_as_such(name: str) -> None:
    """A file that is not UTF-8, not YAML or not a group of keys says so, at its place."""
    raw, line, column, message = ODD[name]

    (fault,) = faults_of(raw)

    assert fault.message.startswith(message)
    assert fault.line == line
    assert fault.column >= column


def test_what_cannot_be_seen_is_told_with_all_else() -> None:
    """Tabs and control characters are told together with other faults where the rest is legible."""
    text = SMALL.replace("A small one.", "A\tsmall\x07 one.").replace(
        "title: Small", "titel: Small"
    )

    faults = faults_of(text)

    assert [(fault.line, fault.column) for fault in faults] == [(3, 1), (6, 9), (6, 15)]


def test_columns_count_characters_and_lines_count_as_an_editor_does() -> None:
    """Letters of several bytes, and Windows line ends, shift no place."""
    text = SMALL.replace("about: A small one.", "about: A 🌱 é one.\x07").replace("\n", "\r\n")
    flow = SMALL.replace("you saw}", "🌱, hnit: a}")

    assert [(f.line, f.column) for f in faults_of(text)] == [(6, 18)]
    assert [(f.line, f.column) for f in faults_of(flow)] == [(11, 42)]


def test_a_found_text_is_shown_short_and_harmless() -> None:
    """What stands in a file reaches the screen clipped, and without a character that acts."""
    long = "x" * 5000
    (clipped,) = faults_of(SMALL.replace("1.0.0", long))
    (quiet,) = faults_of(SMALL.replace("en-GB", '"\\e]0;title\\a"'))

    assert "x" * 40 + "…”" in clipped.message
    assert len(clipped.message) < 200
    assert quiet.message.isprintable()


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit on depth is where it says: one level less is read, one more is refused."""
    within, _ = read(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)
    beyond, faults = read(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1))

    assert within is not None
    assert beyond is None
    assert faults[0].column == MAX_DEPTH + 1


def test_references_count_as_if_written_out() -> None:
    """A reference to a large list counts with all that the list holds."""
    large = b"a: &a [" + b"x," * (MAX_NODES // 2) + b"]\nb: *a\n"

    root, (fault,) = read(large)

    assert root is None
    assert (fault.line, fault.column) == (2, 4)


def test_a_file_up_to_the_limit_is_read(tmp_path: Path) -> None:
    """A file of exactly the most bytes is read; one byte more is refused by its size alone."""
    filler = "# " + "x" * (MAX_BYTES - len(SMALL) - 3) + "\n"
    file = tmp_path / "large.yaml"
    file.write_text(filler + SMALL)

    assert file.stat().st_size == MAX_BYTES
    assert load(file) == parse(SMALL)

    file.write_text("#" + filler + SMALL)
    with pytest.raises(FrameworkFaulty) as caught:
        load(file)
    assert "larger than I read" in str(caught.value.faults[0])


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    """A missing file and a folder under a file's name are told, not raised as they come."""
    folder = tmp_path / "folder.yaml"
    folder.mkdir()

    for path in (tmp_path / "missing.yaml", folder):
        with pytest.raises(FrameworkFaulty) as caught:
            load(path)
        assert caught.value.faults == ((1, 1, "There is no file here."),)


def test_a_file_that_may_not_be_read_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the computer refuses to open a file, that is what is said."""
    file = tmp_path / "closed.yaml"
    file.write_text(SMALL)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FrameworkFaulty) as caught:
        load(file)

    assert caught.value.faults == ((1, 1, "This computer does not let me read this file."),)


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    yield


@pytest.mark.usefixtures("without_libyaml")
def test_without_libyaml_the_same_is_read() -> None:
    """The parser in Python gives the same documents as the one in C."""
    slow = [load(FULL), load(SESSION)]

    assert [one.id for one in slow] == ["carrying-it-together", "two-by-the-window"]
    assert slow[0] == _with_libyaml(FULL)
    assert slow[1] == _with_libyaml(SESSION)


def _with_libyaml(path: Path) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "CSafeLoader", yaml.cyaml.CSafeLoader, raising=False)
        return load(path)


# For what is no YAML at all, the two parsers notice at places of their own.
YAML_ITSELF = {
    "bracket-not-closed",
    "colon-forgotten",
    "colon-in-text",
    "line-out-of-line",
    "percent-at-the-start",
    "quote-not-closed",
    "text-after-quotes",
}


@pytest.mark.usefixtures("without_libyaml")
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_without_libyaml_faults_are_told_alike(path: Path) -> None:
    """The parser in Python leads to one fault too; to the same one, if the file is YAML."""
    expected = said_of(path)

    (fault,) = check_file(path).faults

    if path.stem not in YAML_ITSELF:
        assert f"{fault.line}:{fault.column} {fault.message}".startswith(expected)


@pytest.mark.usefixtures("without_libyaml")
@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\ud800", "\\U00110000"])
def test_without_libyaml_an_impossible_character_is_a_fault(escape: str) -> None:
    """The parser in Python lets through what can't be a character; we don't."""
    faults = faults_of(SMALL.replace("A small one.", f'"{escape}"'))

    assert len(faults) == 1
