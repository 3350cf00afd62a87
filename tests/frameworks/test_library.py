"""Three folders of files, one library: what is there, what holds, and what can't be used."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from peercoach import paths
from peercoach.errors import NoSuchElement, NoSuchFramework
from peercoach.frameworks.library import Library, open_library
from peercoach.words import frameworks as words
from tests.frameworks.documents import PLAN, SMALL, small

SHIPPED = Path(__file__).parents[2] / "frameworks"


class Shelf:
    """Three folders to write files into."""

    def __init__(self, root: Path) -> None:
        self.shipped, self.personal, self.extra = (
            root / "shipped",
            root / "personal",
            root / "extra",
        )
        for folder in (self.shipped, self.personal, self.extra):
            folder.mkdir()

    def open(self) -> Library:
        return open_library(shipped=self.shipped, personal=self.personal, extra=self.extra)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def told(library: Library) -> dict[str, list[str]]:
    """What can't be used, by file name, with the messages."""
    return {
        Path(file).name: [fault.message for fault in faults] for file, faults in library.unusable
    }


def test_what_ships_opens_without_a_fault() -> None:
    """The library that ships is usable, every file of it, and comes from where it says."""
    library = open_library(shipped=SHIPPED, personal=None, extra=None)

    assert library.unusable == ()
    assert library.get("peer-leadership").question_count >= 45
    assert library.origin("peer-leadership") == "shipped"
    assert Path(library.files["peer-leadership"]) == SHIPPED / "peer-leadership.yaml"


def test_frameworks_and_plans_are_found_in_all_three_folders(shelf: Shelf) -> None:
    """Each folder adds its own, in either ending, and each knows where it came from."""
    (shelf.shipped / "a.yaml").write_text(small("a"))
    (shelf.personal / "b.yml").write_text(small("b"))
    (shelf.extra / "plan.yaml").write_text(PLAN)

    library = shelf.open()

    assert list(library.frameworks) == ["a", "b"]
    assert list(library.plans) == ["plan"]
    assert [library.origin(id) for id in ("a", "b", "plan")] == ["shipped", "personal", "folder"]
    assert library.unusable == ()


def test_what_is_no_framework_file_is_left_alone(shelf: Shelf) -> None:
    """Other endings, hidden files and folders within are not read."""
    (shelf.personal / "notes.txt").write_text("not yaml: [")
    (shelf.personal / ".hidden.yaml").write_text("not yaml: [")
    (shelf.personal / "a.yaml~").write_text("not yaml: [")
    (shelf.personal / "within").mkdir()
    (shelf.personal / "within" / "a.yaml").write_text(SMALL)

    library = shelf.open()

    assert (dict(library.frameworks), library.unusable) == ({}, ())


def test_a_bad_file_is_listed_and_stops_nothing(shelf: Shelf) -> None:
    """A faulty file is unusable with its faults; the others are there."""
    (shelf.personal / "bad.yaml").write_text(SMALL.replace("title: Small", "titel: Small"))
    (shelf.personal / "good.yaml").write_text(small("good"))
    (shelf.personal / "hostile.yaml").write_bytes(b"[" * 100_000)

    library = shelf.open()

    assert list(library.frameworks) == ["good"]
    assert told(library) == {
        "bad.yaml": ["`titel`: did you mean `title`?"],
        "hostile.yaml": [words.TOO_DEEP],
    }


def test_the_later_origin_holds(shelf: Shelf) -> None:
    """Of one id in three folders, the extra folder's holds; without it, one's own."""
    (shelf.shipped / "a.yaml").write_text(SMALL)
    (shelf.personal / "z.yaml").write_text(SMALL.replace("title: Small", "title: Mine"))
    (shelf.extra / "m.yaml").write_text(SMALL.replace("title: Small", "title: Theirs"))

    both = open_library(shipped=shelf.shipped, personal=shelf.personal, extra=None)

    assert (both.get("small").title, both.origin("small")) == ("Mine", "personal")
    assert (shelf.open().get("small").title, shelf.open().origin("small")) == ("Theirs", "folder")


def test_a_faulty_replacement_leaves_what_was_there(shelf: Shelf) -> None:
    """A personal file with a fault does not take the shipped framework away."""
    (shelf.shipped / "small.yaml").write_text(SMALL)
    (shelf.personal / "small.yaml").write_text(SMALL.replace("1.0.0", "one"))

    library = shelf.open()

    assert library.origin("small") == "shipped"
    assert library.files["small"] == str(shelf.shipped / "small.yaml")
    assert [Path(one.file).parent for one in library.unusable] == [shelf.personal]


def test_one_id_twice_in_a_folder_is_a_fault_of_the_second(shelf: Shelf) -> None:
    """By sorted name, the first file has the id; the second is told where it is taken."""
    (shelf.personal / "b.yaml").write_text(SMALL.replace("title: Small", "title: Second"))
    (shelf.personal / "a.yaml").write_text(SMALL)
    (shelf.personal / "c.yaml").write_text(PLAN.replace("id: plan", "id: small"))

    library = shelf.open()

    assert library.get("small").title == "Small"
    taken = words.id_taken("small", "a.yaml")
    assert told(library) == {"b.yaml": [taken], "c.yaml": [taken]}
    assert library.unusable[0].faults[0][:2] == (2, 5)


def test_extends_reaches_across_folders_and_over_several_files(shelf: Shelf) -> None:
    """A file may build upon one that builds upon one, whatever the order of names."""
    (shelf.extra / "a.yaml").write_text(
        "format: peercoach/framework/1\nid: third\nextends: second\nversion: 3.0.0\nlanguage: cy\n"
    )
    (shelf.personal / "b.yaml").write_text(
        "format: peercoach/framework/1\nid: second\nextends: small\nversion: 2.0.0\ntitle: Two\n"
    )
    (shelf.shipped / "c.yaml").write_text(SMALL)

    third = shelf.open().get("third")

    assert (third.title, third.language, third.version) == ("Two", "cy", "3.0.0")
    assert third.elements == shelf.open().get("small").elements


def test_a_file_may_build_upon_what_it_replaces(shelf: Shelf) -> None:
    """A personal file with a shipped one's id and `extends` changes only what it says."""
    (shelf.shipped / "small.yaml").write_text(SMALL)
    (shelf.personal / "mine.yaml").write_text(
        "format: peercoach/framework/1\nid: small\nextends: small\nversion: 1.0.1\n"
        "elements: [{id: one, title: Ours}]\n"
    )

    library = shelf.open()

    assert library.origin("small") == "personal"
    assert library.find("small/one")[1].title == "Ours"
    assert library.find("small/one")[1].question("first").ask == "Tell me what you saw"


def test_a_missing_base_is_a_fault_of_the_file(shelf: Shelf) -> None:
    """`extends` without its base is unusable, and the nearest id is offered."""
    (shelf.shipped / "small.yaml").write_text(SMALL)
    (shelf.personal / "a.yaml").write_text(small("a", extends="smal"))
    (shelf.personal / "b.yaml").write_text(small("b", extends="b"))

    assert told(shelf.open()) == {
        "a.yaml": ["`extends`: I have nothing called “smal” to build on. Did you mean “small”?"],
        "b.yaml": ["`extends`: I have nothing called “b” to build on."],
    }


def test_a_faulty_base_is_told_as_such(shelf: Shelf) -> None:
    """What builds upon a file with faults is told to mend that one first."""
    (shelf.personal / "a.yaml").write_text(small("a", extends="small"))
    (shelf.personal / "b.yaml").write_text(SMALL.replace("1.0.0", "one"))

    assert told(shelf.open())["a.yaml"] == [
        "`extends`: “small” can't be used yet. Mend that file first."
    ]


def test_a_base_falls_back_on_what_it_replaced(shelf: Shelf) -> None:
    """Where a personal replacement is faulty, others build upon the shipped one."""
    (shelf.shipped / "small.yaml").write_text(SMALL)
    (shelf.personal / "a.yaml").write_text(small("a", extends="small"))
    (shelf.personal / "z.yaml").write_text(small("small", extends="nowhere"))

    library = shelf.open()

    assert list(library.frameworks) == ["a", "small"]
    assert list(told(library)) == ["z.yaml"]


def test_a_circle_is_told_in_every_file_of_it(shelf: Shelf) -> None:
    """Files that extend one another are all unusable, each names its circle, and none hangs."""
    for id, base in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        (shelf.personal / f"{id}.yaml").write_text(small(id, extends=base))

    library = shelf.open()

    assert dict(library.frameworks) == {}
    assert told(library) == {
        "a.yaml": [words.base_circle("abca")],
        "b.yaml": [words.base_circle("bcab")],
        "c.yaml": [words.base_circle("cabc")],
        "d.yaml": ["`extends`: “a” can't be used yet. Mend that file first."],
    }


def test_a_circle_by_way_of_a_fallback_ends(shelf: Shelf) -> None:
    """A circle that only appears once a replacement has failed is refused as well."""
    (shelf.shipped / "b.yaml").write_text(small("b", extends="a"))
    (shelf.personal / "a.yaml").write_text(small("a", extends="b"))
    (shelf.extra / "b.yaml").write_text(small("b").replace("1.0.0", "one"))

    library = shelf.open()

    assert dict(library.frameworks) == {}
    assert len(library.unusable) == 3


def test_folders_that_are_not_there(shelf: Shelf, tmp_path: Path) -> None:
    """No personal folder is as good as an empty one; an extra one was asked for."""
    library = open_library(
        shipped=shelf.shipped, personal=tmp_path / "none", extra=tmp_path / "nor-this"
    )

    assert told(library) == {"nor-this": ["There is no folder here."]}


def test_a_folder_that_may_not_be_read(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the computer refuses to list a folder, it is told, and the rest opens."""
    (shelf.shipped / "small.yaml").write_text(SMALL)
    real = Path.iterdir

    def iterdir(self: Path) -> object:
        if self == shelf.personal:
            raise PermissionError(13, "no")
        return real(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)

    library = shelf.open()

    assert list(library.frameworks) == ["small"]
    assert told(library) == {"personal": ["This computer does not let me look into this folder."]}


MAKERS = [Path.mkdir, *([os.mkfifo] if hasattr(os, "mkfifo") else [])]


@pytest.mark.parametrize("make", MAKERS)
def test_what_only_looks_like_a_file_is_not_opened(
    shelf: Shelf, make: Callable[[Path], None]
) -> None:
    """A folder, or a named pipe, which would never end, is told and not waited for."""
    make(shelf.personal / "odd.yaml")

    assert told(shelf.open()) == {"odd.yaml": ["There is no file here."]}


def test_what_ships_may_stand_inside_an_archive(tmp_path: Path) -> None:
    """The shipped folder may be any Traversable, such as a zip's."""
    archive = tmp_path / "wheel.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("library/small.yaml", SMALL)

    with zipfile.ZipFile(archive) as file:
        library = open_library(shipped=zipfile.Path(file, "library/"), personal=None, extra=None)

    assert list(library.frameworks) == ["small"]


def test_an_unknown_framework_offers_the_nearest(shelf: Shelf) -> None:
    """`get` and `origin` of what is not there say what may have been meant."""
    (shelf.shipped / "small.yaml").write_text(SMALL)
    library = shelf.open()

    for look in (library.get, library.origin):
        with pytest.raises(NoSuchFramework) as caught:
            look("smal")
        assert "“smal”. Did you mean “small”? To see" in str(caught.value)
        with pytest.raises(NoSuchFramework) as caught:
            look("quite-other")
        assert "Did you mean" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("small/oen", "small/one"),
        ("smal/one", "small/one"),
        ("one", "small/one"),
        ("small", ""),
        ("", ""),
        ("small/one/first", "small/one"),
        ("zzz/qqq", ""),
    ],
)
def test_an_unknown_address_offers_the_nearest(shelf: Shelf, address: str, nearest: str) -> None:
    """`find` takes `framework/element`, and says what may have been meant by anything else."""
    (shelf.shipped / "small.yaml").write_text(SMALL)
    library = shelf.open()

    with pytest.raises(NoSuchElement) as caught:
        library.find(address)

    assert caught.value.facts["nearest"] == (f" Did you mean “{nearest}”?" if nearest else "")
    assert library.find("small/one") == (library.get("small"), library.get("small").elements[0])


# --- what is offered first -----------------------------------------------------------------------


def shipped() -> Library:
    """What ships: with a translation, and with frameworks that ask for care."""
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


@pytest.mark.parametrize("address", ["sharing-the-movement", "peers/sharing-the-movment"])
def test_a_translation_is_not_offered_before_the_ordinary_one(address: str) -> None:
    """An element by its name alone, right or nearly, is that of the framework that is listed."""
    with pytest.raises(NoSuchElement) as caught:
        shipped().find(address)

    assert "“peer-leadership/sharing-the-movement”" in str(caught.value)


def test_a_framework_that_is_listed_is_offered_first() -> None:
    """A name between the ordinary framework and its translation is the ordinary one's."""
    with pytest.raises(NoSuchFramework) as caught:
        shipped().document("peer-leadership-c")

    assert "Did you mean “peer-leadership”?" in str(caught.value)


def test_what_is_not_listed_is_offered_where_nothing_else_is_near() -> None:
    """Whoever means a framework that asks for care finds it all the same."""
    library = shipped()
    [care, *_] = [one.id for one in library.frameworks.values() if one.care]

    with pytest.raises(NoSuchFramework) as caught:
        library.document(care + "s")

    assert f"Did you mean “{care}”?" in str(caught.value)
