"""Pictures of a real notebook: what is in them, and what never is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.errors import VaultLocked
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry
from peercoach.journal.written import Written
from peercoach.pictures import told
from peercoach.pictures.room import Pictures
from peercoach.pictures.sources import sources
from peercoach.workspace import Workspace
from tests.journal.making import (
    DAY,
    MARCH,
    Ticking,
    entry,
    framework,
    library,
    place,
    rated,
    workspace,
)

HEAL = framework("carried", care=True)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Workspace]:
    made = workspace(tmp_path, clock=Ticking(MARCH), shelf=library(framework(), HEAL))
    yield made
    made.close()


def everything(pictures: Pictures) -> str:
    """All that any picture says of a notebook."""
    said: list[object] = []
    for element in pictures.elements():
        said.append(element)
        for question in pictures.questions(element.id):
            said += [question, pictures.story(element.id, question.id)]
    for id, title in pictures.frameworks():
        values = pictures.ratings(id)
        assert values is not None
        said += [
            title,
            told.of_ratings(values, pictures.today),
            told.of_map(values, pictures.today),
        ]
    for span in pictures.spans():
        said += [span, told.of_year(pictures.year(span))]
    return repr(said)


def test_what_was_kept_is_in_the_pictures(notebook: Workspace) -> None:
    """An answer, a rating and a step that were kept a moment ago are there at once."""
    notebook.journal.add(entry("Slowly, with tea."))
    notebook.journal.rate(rated())
    notebook.journal.add(entry("Ask Sam.", kind="step", question=""))

    text = everything(notebook.pictures)

    assert all(one in text for one in ("Slowly, with tea.", "Sometimes", "Ask Sam."))


@pytest.mark.parametrize("of", ["carried", "moral-injury"])
def test_nothing_that_asks_for_care_is_in_any_of_them(notebook: Workspace, of: str) -> None:
    """Whatever its framework asks care for, here or gone, no picture, list or year has a trace."""
    journal, pictures = notebook.journal, notebook.pictures
    written = journal.add(entry("Kestrel.", of=of))
    journal.add(entry("Kestrel.", kind="step", of=of))
    journal.add(entry("Kestrel.", kind="words", of=of))
    journal.rate(rated(of=of))

    text = everything(pictures)

    assert "Kestrel" not in text and of.capitalize() not in text and of not in text
    assert [span.title for span in pictures.spans()] == ["The last twelve months"]
    assert pictures.year(pictures.spans()[0]).months == ()
    assert pictures.where(written.id) is None
    assert pictures.ratings(of) is None
    assert pictures.story(f"{of}/hills", "question/up") is None


def test_what_another_space_holds_is_in_none_of_them() -> None:
    """A note handed over from Heal's own space, or one that two share, is left out."""
    when = Moment(MARCH, 0, "GMT")
    notes = [
        Written(1, entry("Kestrel."), when, space="heal"),
        Written(2, entry("Ours."), when, space="shared"),
        Written(3, entry("Mine."), when),
    ]

    said, chosen = sources(notes, library())

    assert [one.entry.text for one in said] == ["Mine."]
    assert chosen == []


def test_a_note_knows_its_story(notebook: Workspace) -> None:
    """An answer leads to the story of its question; a note of one's own to none."""
    answer = notebook.journal.add(entry("Slowly."))
    note = notebook.journal.add(Entry(kind="note", text="Just so.", place=place(question="")))

    assert notebook.pictures.where(answer.id) == ("walking/hills", "question/up")
    assert notebook.pictures.where(note.id) is None
    assert notebook.pictures.where(12345) is None


def test_after_a_lock_there_is_nothing(notebook: Workspace) -> None:
    """Pictures that were asked for before hold no word, and say that the notebook is locked."""
    notebook.journal.add(entry("Slowly."))
    pictures = notebook.pictures

    notebook.lock()

    with pytest.raises(VaultLocked):
        pictures.elements()
    assert "Slowly" not in repr(vars(pictures))


def test_a_rating_a_day_later_is_the_one_of_now(tmp_path: Path) -> None:
    """The clock of the notebook says what today is."""
    clock = Ticking(MARCH, step=0)
    made = workspace(tmp_path, clock=clock)
    made.journal.rate(rated())
    clock.now += DAY

    values = made.pictures.ratings("walking")

    assert values is not None
    assert (values.last - values.first).days == 1
    made.close()
