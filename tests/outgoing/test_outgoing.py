"""Sharing from an open notebook: each decision kept, the file written, what left remembered."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace as replaced

from peercoach.errors import FileTaken, NoSuchNote, VaultLocked, WriteFailed
from peercoach.frameworks.library import Library
from peercoach.journal import ids
from peercoach.journal.records import Entry
from peercoach.journal.shares import Share, ShareUnderWay
from peercoach.outgoing import room
from peercoach.outgoing.choosing import Choosing
from peercoach.outgoing.sharing import Sharing
from peercoach.outgoing.waits import share_waits
from peercoach.sharing.detect.model import NamesModel
from peercoach.sharing.page import Place
from peercoach.sharing_errors import NameInFileName, NamesModelDamaged, NotReviewed, StillKnown
from peercoach.workspace import Workspace
from tests.healing.holding import Holding, kept
from tests.journal.making import entry, framework, opened, rated, workspace
from tests.journal.making import place as place_of
from tests.sharing.reviewing import place

TOLD = "I told Priya Nair about the Zorbulator."


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Workspace]:
    made = workspace(tmp_path)
    yield made
    made.lock()


def added(notebook: Workspace, text: str = TOLD) -> int:
    return notebook.journal.add(entry(text)).id


def begun(notebook: Workspace, *notes: int) -> Sharing:
    """A share of these, for a coach, each its author's own story."""
    sharing = notebook.outgoing.begin(notes)
    sharing.is_for("coach")
    for one in sharing.review.chosen:
        sharing.tells(one.id, "mine")
    return sharing


def read(sharing: Sharing) -> Sharing:
    while (page := sharing.review.unread) is not None:
        sharing.read(page.id, "no")
    return sharing


def where(sharing: Sharing, said: str) -> Place:
    return place(sharing.review.pages[0], said)


# --- choosing ------------------------------------------------------------------------------------


def test_notes_and_ratings_can_be_chosen(notebook: Workspace) -> None:
    """Every note and rating can be chosen, newest first; nothing of Heal is among them."""
    note = added(notebook)
    rating = notebook.journal.rate(rated()).id

    assert {one.id for one in notebook.outgoing.choosable()} == {note, rating}


def test_nothing_chosen_is_refused(notebook: Workspace) -> None:
    """A share of nothing, or of a note that is not there, doesn't begin."""
    with pytest.raises(NoSuchNote):
        notebook.outgoing.begin([])
    with pytest.raises(NoSuchNote):
        notebook.outgoing.begin([17])


# --- going on ------------------------------------------------------------------------------------


def test_every_decision_outlives_a_lock(notebook: Workspace, tmp_path: Path) -> None:
    """Locked in the middle and opened again, the share stands where it stood."""
    sharing = begun(notebook, added(notebook), added(notebook, "The Lantern met."))
    sharing.hide_everywhere(place(sharing.review.pages[1], "Lantern"), "PLACE")
    sharing.read(sharing.review.pages[0].id, "perhaps")
    texts = [page.text for page in sharing.review.pages]
    notebook.lock()

    with pytest.raises(VaultLocked):
        _ = sharing.review
    again = opened(tmp_path)
    waiting = again.outgoing.waiting()

    assert waiting is not None
    assert [page.text for page in waiting.review.pages] == texts
    assert [page.read for page in waiting.review.pages] == [True, False]
    again.lock()


def test_what_waits_can_be_given_up(notebook: Workspace) -> None:
    """Given up, nothing waits any more, and the notes are as they were."""
    note = added(notebook)
    sharing = begun(notebook, note)

    sharing.give_up()

    assert notebook.outgoing.waiting() is None
    assert notebook.journal.get(note).versions == 1


def test_a_note_that_went_is_no_longer_part_of_it(notebook: Workspace) -> None:
    """What was deleted meanwhile doesn't come along."""
    gone, stays = added(notebook), added(notebook, "A quiet week.")
    begun(notebook, gone, stays)
    notebook.journal.delete(gone)

    waiting = notebook.outgoing.waiting()

    assert waiting is not None
    assert [one.id for one in waiting.review.chosen] == [ids.to_text(stays)]


def test_what_waits_holds_no_word(notebook: Workspace) -> None:
    """No word of a note is kept with what was decided."""
    sharing = begun(notebook, added(notebook))

    sharing.hide_everywhere(where(sharing, "Zorbulator"), "WORD")

    (kept,) = notebook.journal.things(ShareUnderWay.kind)
    assert "orbulator" not in repr(kept) and "Priya" not in repr(kept)


# --- the names model ---------------------------------------------------------------------------


def test_the_names_model_looks_too(
    notebook: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    found_model: Callable[[], NamesModel | None],
) -> None:
    """Where it is installed a review looks with it, and finds what rules alone would not."""
    note = added(notebook, "so grace rang and mark was off, i think joy knew")
    alone = begun(notebook, note).review.pages[0]
    monkeypatch.setattr(room, "names_model", found_model)

    both = begun(notebook, note).review.pages[0]

    assert len(both.hidden) > len(alone.hidden)
    assert {one.place for one in alone.hidden} <= {one.place for one in both.hidden}


def test_a_damaged_model_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, found_model: Callable[[], NamesModel | None]
) -> None:
    """Where the model is not as it should be, rules and lists go on without it."""

    def damaged() -> NamesModel:
        raise NamesModelDamaged(path="x")

    monkeypatch.setattr(room, "load", damaged)

    assert found_model() is None


# --- deciding ------------------------------------------------------------------------------------


def test_adding_somebody_hides_them_and_is_remembered(notebook: Workspace) -> None:
    """Added to people and places, a name is hidden wherever it stands, now and later."""
    sharing = begun(notebook, added(notebook), added(notebook, "ask zorbulator"))

    sharing.add(where(sharing, "Zorbulator"), role="colleague")

    assert [page.text for page in sharing.review.pages] == [
        "I told Person A about the Colleague B.",
        "ask Colleague B",
    ]
    assert [one.name for one in notebook.people.all()] == ["Zorbulator"]


def test_another_name_of_somebody_joins_them(notebook: Workspace) -> None:
    """What stands there can be what somebody who is known is also called."""
    notebook.people.add("Ola Adeyemi")
    sharing = begun(notebook, added(notebook))

    sharing.add(where(sharing, "Zorbulator"), name="Ola Adeyemi")

    (ola,) = notebook.people.all()
    assert ola.also == ("Zorbulator",)


def test_kept_always_is_kept_the_next_time(notebook: Workspace) -> None:
    """A word kept always stands in this share, and in the next."""
    sharing = begun(notebook, added(notebook))

    sharing.keep_always(where(sharing, "Priya Nair"))

    assert sharing.review.pages[0].text == TOLD
    assert begun(notebook, added(notebook, "Priya Nair came.")).review.pages[0].text == (
        "Priya Nair came."
    )


def test_who_is_known_cant_be_kept(notebook: Workspace) -> None:
    """A name in people and places can't be let stand, once or always."""
    notebook.people.add("Priya Nair")
    sharing = begun(notebook, added(notebook))

    with pytest.raises(StillKnown):
        sharing.keep(where(sharing, "Priya Nair"))
    with pytest.raises(StillKnown):
        sharing.keep_always(where(sharing, "Priya Nair"))

    assert notebook.people.kept() == []


def test_a_common_word_kept_always_stands_small(notebook: Workspace) -> None:
    """“will” may stand in small letters for good, and whoever is called Will stays hidden."""
    notebook.people.add("Will")
    sharing = begun(notebook, added(notebook, "I will ask Will."))

    sharing.keep_always(where(sharing, "will"))

    assert sharing.review.pages[0].text == "I will ask Person A."
    later = begun(notebook, added(notebook, "We will see Will."))
    assert later.review.pages[0].text == "We will see Person A."


def test_moved_dates_keep_their_distance(notebook: Workspace) -> None:
    """All dates move by one random number of days, not few; and can be made seasons again."""
    sharing = begun(notebook, added(notebook, "On 14 March 2026 and 16 March 2026."))

    sharing.move_dates(True)
    moved = sharing.review.state.shift
    sharing.move_dates(True)

    assert abs(moved) >= 60
    assert sharing.review.state.shift == moved
    sharing.move_dates(False)
    assert "spring 2026" in sharing.review.pages[0].text


# --- writing -------------------------------------------------------------------------------------


def test_nothing_is_written_before_all_is_read(notebook: Workspace, tmp_path: Path) -> None:
    """With a note unread there is no file and no record."""
    sharing = begun(notebook, added(notebook))

    with pytest.raises(NotReviewed):
        sharing.write(tmp_path / "notes.md", "markdown")

    assert not (tmp_path / "notes.md").exists()
    assert notebook.outgoing.left() == []


def test_what_left_is_remembered(notebook: Workspace, tmp_path: Path) -> None:
    """The file is its owner's alone; the record says what left, and nothing waits any more."""
    note = added(notebook)
    rating = notebook.journal.rate(rated()).id

    read(begun(notebook, note, rating)).write(tmp_path / "notes.md", "markdown")

    assert (tmp_path / "notes.md").stat().st_mode & 0o777 == 0o600
    assert "Person A" in (tmp_path / "notes.md").read_text("utf-8")
    (left,) = notebook.outgoing.left()
    assert (left.share.recipient, left.share.file, left.share.ratings) == ("coach", "notes.md", 1)
    assert left.notes() == [(note, True)]
    assert left.key() == [("Person A", "Priya Nair")]
    assert [one.id for one in notebook.outgoing.left_with(note)] == [left.id]
    assert notebook.outgoing.waiting() is None


def test_the_key_goes_with_the_note(notebook: Workspace, tmp_path: Path) -> None:
    """A note deleted for good takes the names of its share's key with it."""
    note = added(notebook)
    read(begun(notebook, note)).write(tmp_path / "notes.md", "markdown")

    notebook.journal.shred(note)

    (left,) = notebook.outgoing.left()
    assert left.key() == [("Person A", "")]
    assert left.notes() == [(note, False)]
    assert "Priya" not in repr([one.thing for one in notebook.journal.things(Share.kind)])


def test_the_key_outlives_an_edit(notebook: Workspace, tmp_path: Path) -> None:
    """A note that was changed since still tells what its labels stood for."""
    note = added(notebook)
    read(begun(notebook, note)).write(tmp_path / "notes.md", "markdown")

    notebook.journal.edit(note, "Something else.")

    assert notebook.outgoing.left()[0].key() == [("Person A", "Priya Nair")]


def test_it_can_be_asked_back(notebook: Workspace, tmp_path: Path) -> None:
    """That it was asked back is noted with its moment, and there are words to ask with."""
    read(begun(notebook, added(notebook))).write(tmp_path / "notes.md", "markdown")
    (left,) = notebook.outgoing.left()
    assert left.asked_back is None

    notebook.outgoing.asked_back(left)

    assert notebook.outgoing.left()[0].asked_back is not None
    assert "delete the file" in left.ask_back


@pytest.mark.parametrize("name", ["Priya.md", "for-ola-adeyemi.md", "zorbulator.md"])
def test_a_telling_file_name_is_refused(notebook: Workspace, tmp_path: Path, name: str) -> None:
    """A file whose own name tells who is meant is not written; the share waits as before."""
    notebook.people.add("Zorbulator")
    notebook.people.add("Ola Adeyemi")
    sharing = read(begun(notebook, added(notebook)))

    with pytest.raises(NameInFileName):
        sharing.write(tmp_path / name, "markdown")

    assert not (tmp_path / name).exists()
    assert notebook.outgoing.waiting() is not None
    assert notebook.outgoing.left() == []


def test_a_file_that_is_there_stays(notebook: Workspace, tmp_path: Path) -> None:
    """Nothing is written over, and nothing is remembered as having left."""
    (tmp_path / "notes.md").write_text("mine")
    sharing = read(begun(notebook, added(notebook)))

    with pytest.raises(FileTaken):
        sharing.write(tmp_path / "notes.md", "markdown")

    assert (tmp_path / "notes.md").read_text() == "mine"
    assert notebook.outgoing.left() == []


def test_a_disk_that_fails_leaves_the_share_waiting(
    notebook: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file can't be written, no share is remembered, and it can be tried again."""
    sharing = read(begun(notebook, added(notebook)))

    def fails(*_: object, **__: object) -> None:
        raise WriteFailed(path=tmp_path)

    with monkeypatch.context() as patch, pytest.raises(WriteFailed):
        patch.setattr("peercoach.outgoing.sharing.appear", fails)
        sharing.write(tmp_path / "notes.md", "markdown")

    assert notebook.outgoing.left() == []
    assert notebook.outgoing.waiting() is not None
    assert read(sharing).write(tmp_path / "notes.md", "markdown").file == "notes.md"
    assert len(notebook.outgoing.left()) == 1


@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda notebook, note: notebook.people.add("Zorbulator"),
        lambda notebook, note: notebook.people.keep("Priya Nair"),
        lambda notebook, note: notebook.journal.edit(note, f"{TOLD} She is my sister."),
        lambda notebook, note: notebook.journal.shred(note),
    ],
    ids=["known", "kept", "edited", "gone"],
)
def test_what_was_changed_elsewhere_is_read_again(
    notebook: Workspace, tmp_path: Path, elsewhere: Callable[[Workspace, int], object]
) -> None:
    """Changed in another room after it was read, a note leaves only once it was read as it is."""
    note = added(notebook)
    sharing = read(begun(notebook, note, added(notebook, "A quiet week.")))
    elsewhere(notebook, note)

    with pytest.raises(NotReviewed):
        sharing.write(tmp_path / "notes.md", "markdown")

    assert not (tmp_path / "notes.md").exists()
    for one in sharing.review.chosen:
        sharing.tells(one.id, "mine")
    texts = [page.text for page in sharing.review.pages]
    read(sharing).write(tmp_path / "notes.md", "markdown")
    written = (tmp_path / "notes.md").read_text("utf-8")
    assert all(text in written for text in texts)
    assert "orbulator" not in written or notebook.people.find("Zorbulator") is None


def test_ratings_that_come_to_leave_otherwise_are_seen_first(
    notebook: Workspace, tmp_path: Path
) -> None:
    """With no note to read again, what a rating says now is shown before it can leave."""
    notebook.people.add("Walking")
    sharing = notebook.outgoing.begin([notebook.journal.rate(rated()).id])
    sharing.is_for("coach")
    assert "Walking" not in repr(sharing.review.ratings)
    (walking,) = notebook.people.all()
    notebook.people.remove(walking.id)

    with pytest.raises(NotReviewed):
        sharing.write(tmp_path / "ratings.json", "json")

    assert "Walking" in repr(sharing.review.ratings)
    assert sharing.write(tmp_path / "ratings.json", "json").ratings == 1


def test_words_of_ours_under_ids_of_ones_own_are_looked_through(
    tmp_path: Path,
) -> None:
    """A copy of our framework is ours only where it is called so, too: its ids may be names."""
    shipped = Library(
        frameworks=MappingProxyType({"walking": framework()}),
        plans=MappingProxyType({}),
        origins=MappingProxyType({"walking": "shipped"}),
    )
    choosing = Choosing(shipped)
    journal = workspace(tmp_path).journal
    ours = place_of()

    notes = [
        choosing.note(journal.add(Entry(kind="answer", text="Yes.", place=where)))
        for where in (ours, replaced(ours, framework="priya-nair"), replaced(ours, element="priya"))
    ]
    ratings = [
        choosing.rating(journal.rate(replaced(rated(), rating=id, place=ours)))
        for id in ("practice", "priya")
    ]

    assert [one.wording.shipped for one in notes] == [True, False, False]
    assert [one.wording.shipped for one in ratings] == [True, False]


# --- Heal ----------------------------------------------------------------------------------------


def test_a_sitting_leaves_by_name_alone(tmp_path: Path) -> None:
    """A sitting is shared one by one; how far it came and what left are kept in Heal, if at all."""
    holding = Holding.made(tmp_path)
    sitting = kept(holding, "Priya Nair said nothing, and nor did I.")
    notebook, outgoing = holding.work, holding.work.outgoing

    sharing = outgoing.begin([], sittings=[sitting])
    sharing.is_for("coach")
    sharing.tells(sharing.review.chosen[0].id, "mine")
    assert outgoing.waiting() is None
    read(sharing).write(tmp_path / "one.md", "markdown")

    assert outgoing.left() == []
    assert notebook.journal.things(Share.kind) == []
    (left,) = outgoing.left_from_heal()
    assert left.notes() == [(sitting, True)]
    assert ("Person A", "Priya Nair") in left.key()
    notebook.lock()


# --- what others wrote ---------------------------------------------------------------------------


def test_what_another_program_wrote_stops_nobody(notebook: Workspace) -> None:
    """Ids and places that are none are passed over: nothing waits, and no label has a name."""
    journal = notebook.journal
    journal.commit({journal.new_id(): ShareUnderWay(notes=("no id",), state="{")})
    record = Share(recipient="coach", notes={"no id": "beef"}, key={"Person A": "no place at all"})
    journal.commit({journal.new_id(): record})

    assert not share_waits(journal)
    assert notebook.outgoing.waiting() is None
    (left,) = notebook.outgoing.left()
    assert left.notes() == [(0, False)]
    assert left.key() == [("Person A", "")]
