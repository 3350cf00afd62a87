"""The last scan, attacked: whatever stands in a note, no name that is known leaves in any form."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.last_scan import refuse_file_name, refuse_names
from peercoach.sharing.leaving import Reviewed
from peercoach.sharing.write import FORMATS, Format, ready, written
from peercoach.sharing_errors import NameInFileName, NameLeft
from tests.sharing.hostile import HOSTILE, PLAIN, Told, told
from tests.sharing.opened import pieces
from tests.sharing.shares import KNOWN, a_year, note, reviewed
from tests.sharing.tokens import count, words

QUIET = settings(
    max_examples=10,
    deadline=None,
    # What is found is short already; to make it shorter would take minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FILE = PurePath("notes")


def told_names(known: list[Known]) -> list[str]:
    """Every name and other name but initials."""
    names = [name for one in known for name in (one.name, *one.also)]
    return [name for name in names if not (sum(map(str.isalnum, name)) <= 3 and name.isupper())]


def standing(content: bytes, bare: bytes, format: str, known: list[Known]) -> list[str]:
    """Names that stand in a file more often than in the same without its author's words."""
    mine, ours = ([words(one) for one in pieces(each, format)] for each in (content, bare))
    return [
        name
        for name in told_names(known)
        if sum(count(name, one) for one in mine) > sum(count(name, one) for one in ours)
    ]


def leaves(one: Told) -> Reviewed:
    return reviewed(one.notes, one.ratings, known=one.known, recipient=one.recipient)


@QUIET
@given(told(PLAIN))
def test_ordinary_text_leaves_in_every_form_without_a_name(one: Told) -> None:
    """However people and places are called in it, there is a file, and none of them is in it."""
    share = leaves(one)

    for format in FORMATS:
        content = ready(share, FILE, format, known=one.known, large=one.large)
        bare = written(share.bare, format, large=one.large)
        assert standing(content, bare, format, one.known) == []


@QUIET
@given(told((*PLAIN, *HOSTILE), wild=True))
def test_hostile_text_leaves_without_a_name_or_not_at_all(one: Told) -> None:
    """Markup, entities, what shows nothing, other directions: no file, or none with a name."""
    share = leaves(one)

    for format in FORMATS:
        try:
            content = ready(share, FILE, format, known=one.known, large=one.large)
        except NameLeft:
            continue
        bare = written(share.bare, format, large=one.large)
        assert standing(content, bare, format, one.known) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("王伟", "我和王伟谈了。"),
        ("田中", "きのう田中さんと話した"),
        ("สมชาย", "ฉันคุยกับสมชายแล้ว"),
        ("प्रिया नायर", "मैंने प्रिया से बात की"),
        ("Jo Whitfield", "then jo came"),
        ("Siobhán O'Brien", "SIOBHAN said so; oʼbrien too"),
    ],
)
def test_names_of_other_scripts_are_hidden(name: str, text: str) -> None:
    """A name is found where no blank parts words, by a part of it, however it is accented."""
    known = [Known(name)]

    share = reviewed([note(text)], known=known)

    found = [one for one in words(name) if one in words(share.notes[0].text)]
    assert (found, name in share.notes[0].text) == ([], False)
    assert ready(share, FILE, "markdown", known=known)


# --- writers that leak ---------------------------------------------------------------------------


def in_text(old: str, new: str) -> Callable[[bytes], bytes]:
    def leak(content: bytes) -> bytes:
        assert old in content.decode()
        return content.decode().replace(old, new, 1).encode()

    return leak


def in_part(part: str, old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda content: zipped(
        {
            name: in_text(old, new)(held) if name == part else held
            for name, held in unzipped(content).items()
        }
    )


def in_member(content: bytes) -> bytes:
    return zipped({**unzipped(content), "word/priya-nair.xml": b"<x/>"})


def in_comment(content: bytes) -> bytes:
    return zipped(unzipped(content), comment=b"from Tomasz")


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], *, comment: bytes = b"") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.comment = comment
        for name, held in parts.items():
            archive.writestr(name, held)
    return written.getvalue()


BODY, CORE = "word/document.xml", "docProps/core.xml"
LEAKS: dict[str, tuple[Format, Callable[[bytes], bytes]]] = {
    "a property": ("docx", in_part(CORE, "<dc:lang", "<dc:creator>Priya</dc:creator><dc:lang")),
    "an attribute": ("docx", in_part(BODY, "<w:r>", '<w:r w:author="P&#114;iya Nair">')),
    "two runs": ("docx", in_part(BODY, "listened:", "Pri</w:t></w:r><w:r><w:t>ya listened")),
    "a comment in XML": ("docx", in_part(BODY, "<w:body>", "<w:body><!-- Nair -->")),
    "a member's name": ("docx", in_member),
    "the archive's comment": ("docx", in_comment),
    "a comment": ("html", in_text("<main>", "<main><!-- Tomasz Zielinski -->")),
    "a title": ("html", in_text("<title>Notes", "<title>Quill Rise: notes")),
    "tags between": ("html", in_text("listened", "Pri<b></b>ya listened")),
    "entities": ("html", in_text("listened", "&#80;riya listened")),
    "an identifier": ("html", in_text('id="r1-1"', 'id="priya-1"')),
    "words parted by a tag": ("html", in_text("listened", "Quill<br>Rise listened")),
    "a key": ("json", in_text('"made"', '"Priya Nair"')),
    "one of two keys": ("json", in_text('"made"', '"made": "Priya", "made"')),
    "an escape": ("json", in_text("listened", r"Pri\u0079a listened")),
    "a cell": ("csv", in_text("We do this sometimes", "=Zieliński")),
    "a line over": ("markdown", in_text("listened", "saw Quill\nRise")),
    "an entity of Markdown": ("markdown", in_text("listened", "Priy&#97;")),
    "marks of emphasis": ("markdown", in_text("listened", "**Tomasz**")),
}


@pytest.fixture(scope="module")
def files() -> dict[Format, tuple[bytes, bytes]]:
    """Each form of one share, and the same without its author's words."""
    share = a_year()
    return {one: (written(share, one), written(share.bare, one)) for one in FORMATS}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_writer_that_leaks_is_caught(files: dict[Format, tuple[bytes, bytes]], leak: str) -> None:
    """Wherever a name would stand in a file, if only for a program to read, there is no file."""
    format, leaking = LEAKS[leak]
    content, bare = files[format]

    leaked = leaking(content)

    refuse_names(content, bare, KNOWN)
    with pytest.raises(NameLeft):
        refuse_names(leaked, bare, KNOWN)


def test_what_is_ours_in_one_reading_makes_up_for_nothing_in_another(
    files: dict[Format, tuple[bytes, bytes]],
) -> None:
    """A name that is a word of our markup is still seen where it stands behind the markup."""
    content, bare = files["html"]
    known = [Known("Svg")]

    refuse_names(content, bare, known)
    with pytest.raises(NameLeft):
        refuse_names(in_text("listened", "S<b></b>vg")(content), bare, known)


@pytest.mark.parametrize(
    "name",
    [
        *("Priya.md", "for-priya-nair.html", "quill_rise.json", "Pri.csv"),
        *("NotesForPriya.md", "quillRise.md", "priya2.md", "2026nair", "RCPNair.md"),
    ],
)
def test_a_file_name_with_a_name_in_it_is_refused(name: str) -> None:
    """A name of a file is read as its words, whatever parts them."""
    with pytest.raises(NameInFileName):
        refuse_file_name(PurePath(name), KNOWN)


@pytest.mark.parametrize("name", ["Notes2026.md", "NotesForMyCoach.html", "notes-2.csv", "RCP.md"])
def test_a_file_name_that_tells_nothing_will_do(name: str) -> None:
    """Parted into its words, a name of a file with nobody in it is still one."""
    refuse_file_name(PurePath(name), KNOWN)


def test_words_of_labels_and_seasons_are_ours() -> None:
    """Somebody called by a word of our own, a label or a season keeps no file from being made."""
    known = [*KNOWN, *map(Known, ("Manager", "Person", "Spring", "Label", "Notes", "Ward"))]

    for format in FORMATS:
        assert ready(a_year(), PurePath("share"), format, known=known)
