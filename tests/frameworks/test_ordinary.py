"""What stands in lists for any day, and in which order: heart, short ones, translations, care."""

from pathlib import Path

import pytest

from peercoach.frameworks.library import HEART, Library, open_library
from tests.frameworks.documents import PLAN, SMALL, faults_of, small

RATED = (
    "ratings: [{id: often, ask: How often?, "
    "scale: [{value: 1, label: Seldom}, {value: 2, label: Often}]}]\n"
)
CARE = "care: true\nminutes: 5\n"
WELSH = "format: peercoach/framework/1\nid: {id}\nextends: small\nversion: 1.0.0\nlanguage: cy\n"


class Folders:
    """Two folders to write files into."""

    def __init__(self, root: Path) -> None:
        self.shipped, self.personal = root / "shipped", root / "personal"
        self.shipped.mkdir()
        self.personal.mkdir()

    def ship(self, text: str, name: str = "") -> None:
        (self.shipped / f"{name or len(list(self.shipped.iterdir()))}.yaml").write_text(text)

    def open(self) -> Library:
        return open_library(shipped=self.shipped, personal=self.personal, extra=None)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path)


def listed(library: Library) -> list[str]:
    return [framework.id for framework in library.ordinary()]


def test_the_heart_comes_first(folders: Folders) -> None:
    """Whatever the ids, peer leadership is first; the others follow by their ids."""
    for id in ("z", "a", HEART):
        folders.ship(small(id))

    library = folders.open()

    assert listed(library) == [HEART, "a", "z"]
    assert [framework.id for framework, _ in library.elements()] == listed(library)


def test_what_asks_for_care_stands_in_no_list(folders: Folders) -> None:
    """It can be asked for by its id alone."""
    folders.ship(SMALL)
    folders.ship(small("heavy") + CARE)

    library = folders.open()

    assert listed(library) == ["small"]
    assert [one.id for one in library.short()] == ["small"]
    assert library.get("heavy").care


@pytest.mark.parametrize(
    ("more", "is_short"),
    [("", True), ("minutes: 10\n", True), ("minutes: 11\n", False), (RATED, False)],
)
def test_a_short_reflection_has_no_rating_and_claims_ten_minutes_at_most(
    folders: Folders, more: str, is_short: bool
) -> None:
    """One that says it takes longer is a set of elements to choose from, like a rated one."""
    folders.ship(SMALL + more)

    library = folders.open()

    assert [one.id for one in library.short()] == (["small"] if is_short else [])
    assert listed(library) == ["small"]


def test_a_shipped_translation_waits(folders: Folders) -> None:
    """It takes no place in a list of what it translates, and can be had by its id."""
    folders.ship(SMALL)
    folders.ship(WELSH.format(id="small-cy"))

    library = folders.open()

    assert listed(library) == ["small"]
    assert library.get("small-cy").language == "cy"


def test_a_person_s_translation_is_a_choice_of_language(folders: Folders) -> None:
    """With an id of its own it is one, as what ships; with the base's id it takes its place."""
    folders.ship(SMALL)
    (folders.personal / "cy.yaml").write_text(WELSH.format(id="small-cy"))
    both = folders.open()
    (folders.personal / "cy.yaml").write_text(WELSH.format(id="small"))

    instead = folders.open()

    assert listed(both) == ["small"]
    assert [*both.languages("small")] == ["en-GB", "cy"]
    assert [(one.id, one.language) for one in instead.ordinary()] == [("small", "cy")]


def test_what_extends_in_its_own_language_is_no_translation(folders: Folders) -> None:
    """A shipped file that adds to another in the same language, or a region of it, is listed."""
    folders.ship(SMALL)
    folders.ship(WELSH.format(id="more").replace("language: cy", "language: en-AU"))

    assert listed(folders.open()) == ["more", "small"]


def test_what_is_at_hand(folders: Folders) -> None:
    """The heart is, and what a person added; the rest of what ships waits to be chosen."""
    folders.ship(small(HEART))
    folders.ship(small("dimensions"))
    (folders.personal / "ours.yaml").write_text(small("ours"))

    library = folders.open()

    assert [one.id for one in library.ordinary() if library.at_hand(one)] == [HEART, "ours"]


# --- approaches ----------------------------------------------------------------------------------

TALK = PLAN.replace("title: Talk,", "title: Talk, prompts: [{id: a, ask: What?, approach: grow}],")


def test_an_approach_needs_a_title_only_where_there_are_any() -> None:
    """Prompts may name an approach in a plan without titles, as they could from the first."""
    titled = TALK.replace("parts:", "approaches: [{id: grow, title: From a wish}]\nparts:")
    other = TALK.replace("parts:", "approaches: [{id: clear, title: Listening}]\nparts:")

    assert faults_of(TALK) == faults_of(titled) == ()
    (fault,) = faults_of(other)
    assert fault.message.startswith("`approach`: there is no approach “grow”.")


def test_an_approach_that_could_not_be_read_is_told_once() -> None:
    """Where an approach has no id, nothing is said of the prompts that may belong to it."""
    text = TALK.replace("parts:", "approaches: [{title: From a wish}]\nparts:")

    (fault,) = faults_of(text)
    assert fault.message.startswith("`id` is missing.")
