"""A reflection under way on a real vault: what is typed is never lost and never comes twice."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from peercoach.conversation import Conversation
from peercoach.errors import DiskFull, NoSuchFramework, NoSuchRating, NoteTooLong, VaultLocked
from peercoach.journal.drafts import SavedDraft
from peercoach.journal.moment import Moment
from peercoach.journal.ratings import Rated
from peercoach.journal.records import Entry, Progress
from peercoach.journal.text import LIMIT
from peercoach.workspace import Workspace
from tests.journal.making import (
    MARCH,
    FailingFiles,
    Ticking,
    element,
    framework,
    library,
    opened,
    texts,
    workspace,
)

HILLS = "walking/hills"


@pytest.fixture
def files() -> FailingFiles:
    """A disk that a test may fill."""
    return FailingFiles()


@pytest.fixture
def notebook(tmp_path: Path, files: FailingFiles) -> Iterator[Workspace]:
    """A new notebook."""
    made = workspace(tmp_path, files=files)
    yield made
    made.close()


def reopened(notebook: Workspace, folder: Path) -> Workspace:
    """The same notebook after its lid was closed."""
    notebook.lock()
    return opened(folder)


def stands(walk: Conversation) -> tuple[str, str, int]:
    """Where a conversation stands: stop, text, cursor."""
    return walk.reflection.now.key, walk.text, walk.cursor


def drafted(notebook: Workspace) -> dict[int, SavedDraft]:
    return notebook.journal.drafts.all()


def only(notebook: Workspace) -> int:
    """The one unfinished reflection."""
    (line,) = notebook.unfinished()
    return line.reflection


# --- typing ---------------------------------------------------------------------------------------


def test_comes_back_to_the_same_character(notebook: Workspace, tmp_path: Path) -> None:
    """After the lid was closed, the same question stands there with the same text and cursor."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.draft("The top was in clo", 7)

    again = reopened(notebook, tmp_path)
    walk = again.resume(only(again))

    assert stands(walk) == ("hills/question/top", "The top was in clo", 7)
    assert walk.reflection.count == (2, 3)
    again.close()


def test_a_draft_says_when_it_was_saved(notebook: Workspace) -> None:
    """Saving gives the moment; saving the same again is the same moment and writes nothing."""
    walk = notebook.begin(HILLS)

    assert walk.saved_at is None
    assert walk.draft("", 0) is None
    first = walk.draft("One", 3)
    assert first is not None
    assert first == Moment(first.utc_ms, 0, "GMT")
    assert MARCH < first.utc_ms < MARCH + 10_000
    assert walk.draft("One", 3) == first
    second = walk.draft("One", 2)
    assert second is not None
    assert second.utc_ms > first.utc_ms


def test_opening_a_question_leaves_nothing(notebook: Workspace) -> None:
    """A reflection begun and left without a word leaves neither a draft nor a record."""
    walk = notebook.begin(HILLS)
    walk.draft("", 0)
    walk.leave("", 0)

    assert drafted(notebook) == {}
    assert notebook.unfinished() == []
    assert notebook.journal.reflections() == []


def test_skipping_through_and_leaving_leaves_nothing(notebook: Workspace) -> None:
    """Where nothing was kept and nothing is typed, the draft ends when one leaves."""
    walk = notebook.begin(HILLS)
    walk.skip()
    walk.draft("rubbed out", 3)
    walk.draft("", 0)
    assert len(drafted(notebook)) == 1

    walk.leave("  \n", 1)

    assert drafted(notebook) == {}
    assert notebook.journal.reflections() == []


def test_leaving_keeps_what_is_typed(notebook: Workspace) -> None:
    """Leaving with text saves it, and it waits."""
    walk = notebook.begin(HILLS)

    walk.leave("half a thou", 11)

    assert stands(notebook.resume(only(notebook))) == ("hills/question/up", "half a thou", 11)


def test_typing_on_after_leaving_is_saved(notebook: Workspace) -> None:
    """A conversation left empty can still be gone on with, and saves."""
    walk = notebook.begin(HILLS)
    walk.leave("", 0)

    walk.draft("after all", 9)

    assert [one.draft.text for one in drafted(notebook).values()] == ["after all"]


def test_control_characters_do_not_come_in(notebook: Workspace) -> None:
    """What a terminal would obey is taken out of drafts and moves, and the cursor goes along."""
    walk = notebook.begin(HILLS)
    walk.draft("a\x1b[2Jb\r\nc", 6)

    assert (walk.text, walk.cursor) == ("a[2Jb\nc", 5)
    walk.next("\x00\x07")
    assert notebook.journal.entries() == []
    walk.next("b\x9bell")
    assert texts(notebook.journal.entries()) == ["bell"]


def test_too_long_moves_nothing(notebook: Workspace) -> None:
    """One byte over the limit: draft and every move refuse, nothing moves, what was saved stays."""
    walk = notebook.begin(HILLS)
    walk.draft("safe", 4)
    long = "a" * (LIMIT + 1)

    for move in (walk.next, walk.skip, walk.back, walk.enough, walk.pick):
        with pytest.raises(NoteTooLong):
            move(long)
    with pytest.raises(NoteTooLong):
        walk.jump("close", long)
    with pytest.raises(NoteTooLong):
        walk.draft(long, 0)

    assert stands(walk) == ("hills/question/up", "safe", 4)
    assert [one.draft.text for one in drafted(notebook).values()] == ["safe"]


def test_the_longest_text_is_drafted_and_kept(notebook: Workspace) -> None:
    """A text of exactly the limit can be drafted and kept."""
    walk = notebook.begin(HILLS)
    walk.draft("a" * LIMIT, LIMIT)
    walk.next("a" * LIMIT)

    assert [len(text) for text in texts(notebook.journal.entries())] == [LIMIT]


# --- moving ---------------------------------------------------------------------------------------


def test_arriving_shows_what_was_kept(notebook: Workspace) -> None:
    """Coming back to a stop shows what was kept there, the cursor at its end."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    assert stands(walk) == ("hills/question/top", "", 0)

    walk.back("")

    assert stands(walk) == ("hills/question/up", "Uphill.", 7)


def test_editing_an_answer_makes_a_version(notebook: Workspace) -> None:
    """Changing an answer on the way back keeps the earlier wording as a version."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.back("")
    walk.next("Uphill, slowly.")

    (note,) = notebook.journal.entries()
    assert texts(notebook.journal.versions(note.id)) == ["Uphill.", "Uphill, slowly."]


def test_every_move_keeps(notebook: Workspace) -> None:
    """Each move keeps what was typed where it leaves from."""
    walk = notebook.begin(HILLS)
    walk.next("by next")
    walk.pick("by pick")
    walk.skip("by skip")
    walk.jump("hills/words")
    walk.jump("hills/step", "by jump")
    walk.back("by back")
    walk.enough("by enough")

    assert texts(notebook.journal.entries()) == [
        "by enough",
        "by back",
        "by jump",
        "by skip",
        "by pick",
        "by next",
    ]
    assert walk.reflection.closing


def test_pick_goes_where_chance_says(notebook: Workspace) -> None:
    """Pick asks the choice handed in, here the last question."""
    walk = notebook.begin(HILLS)

    walk.pick("first")

    assert walk.reflection.now.key == "hills/question/down"


def test_finishing_closes_and_ends_the_draft(notebook: Workspace) -> None:
    """A finished reflection has its state, no draft, and waits nowhere."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.jump("close")
    walk.finish()

    (note,) = notebook.journal.reflections()
    assert isinstance(note.record, Progress)
    assert note.record.state == "finished"
    assert drafted(notebook) == {}
    assert notebook.unfinished() == []


def test_enough_is_a_whole_reflection(notebook: Workspace) -> None:
    """Enough for today keeps, closes, and nothing waits, even if the lid is closed there."""
    walk = notebook.begin(HILLS)
    walk.draft("That i", 6)
    walk.enough("That is it.")

    assert texts(notebook.journal.entries()) == ["That is it."]
    assert drafted(notebook) == {}
    assert notebook.unfinished() == []


def test_finishing_in_the_middle_keeps_what_was_last_saved(notebook: Workspace) -> None:
    """Finishing away from the closing loses neither the draft nor what was kept there before."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.back("")
    walk.draft("Uphill, slowly.", 3)

    walk.finish()

    assert texts(notebook.journal.entries()) == ["Uphill, slowly."]
    (note,) = notebook.journal.reflections()
    assert isinstance(note.record, Progress)
    assert note.record.state == "enough"


def test_finishing_an_empty_reflection_leaves_nothing(notebook: Workspace) -> None:
    """A reflection walked through without a word leaves no record and no draft."""
    walk = notebook.begin(HILLS)
    for _ in range(10):
        walk.next()
    walk.finish()

    assert notebook.journal.reflections() == []
    assert drafted(notebook) == {}


def test_a_closed_reflection_can_be_gone_back_to(notebook: Workspace) -> None:
    """One that was closed can be resumed by its id, and edited."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.enough()
    walk.finish()

    again = notebook.resume(walk.reflection.id)
    assert again.reflection.closing
    again.jump("hills/question/up")
    assert again.text == "Uphill."
    again.next("Uphill, then.")

    assert texts(notebook.journal.entries()) == ["Uphill, then."]
    assert notebook.unfinished()[0].reflection == walk.reflection.id


# --- ratings and what was written before ----------------------------------------------------------


def test_rating_is_kept_and_told(notebook: Workspace) -> None:
    """A value is kept; coming back shows it; another takes its place as a version."""
    walk = notebook.begin(HILLS)
    walk.jump("hills/rating/practice")
    assert walk.rated() is None
    walk.rate(1)
    assert walk.reflection.now.kind == "examples"
    walk.back()
    assert walk.rated() == 1

    walk.rate(2)
    walk.back()

    assert walk.rated() == 2
    assert texts(notebook.journal.entries()) == ["Sometimes"]


def test_a_value_off_the_scale_moves_nothing(notebook: Workspace) -> None:
    """A refused value leaves the conversation at its rating."""
    walk = notebook.begin(HILLS)
    walk.jump("hills/rating/practice")

    with pytest.raises(NoSuchRating):
        walk.rate(5)

    assert walk.reflection.now.kind == "rating"
    assert notebook.journal.entries() == []


def test_the_last_rating_is_another_reflections(notebook: Workspace) -> None:
    """The last rating is the newest of this element before this reflection, in its words."""
    for value in (2, 1):
        walk = notebook.begin(HILLS)
        walk.jump("hills/rating/practice")
        walk.rate(value)
        when = walk.saved_at
    other = notebook.begin("walking/shores")

    walk = notebook.begin(HILLS)
    walk.jump("hills/rating/practice")
    walk.rate(2)
    walk.back()

    last = walk.last_rating()
    assert last is not None
    assert (last.value, last.label) == (1, "Very little")
    assert when is not None
    assert last.when.utc_ms < when.utc_ms
    assert other.last_rating() is None
    assert notebook.begin("short").last_rating() is None


def test_a_rating_where_none_is_asked_has_no_value(notebook: Workspace) -> None:
    """Away from a rating there is no value, even where something is kept."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.back()

    assert walk.rated() is None
    assert isinstance(walk.last_rating(), Rated | None)


def test_earlier_answers_to_the_same_question(notebook: Workspace) -> None:
    """What was written before here comes newest first, without this reflection's own, and nothing
    of another question or another stop.
    """
    for text in ("In March.", "In April."):
        walk = notebook.begin(HILLS)
        walk.next(text)
        walk.next("Of another question.")
        walk.jump("hills/words", "")
        walk.next(f"Said {text}")

    walk = notebook.begin(HILLS)
    walk.next("Today.")
    walk.back()

    assert texts(walk.earlier()) == ["In April.", "In March."]
    walk.jump("hills/words")
    assert texts(walk.earlier()) == ["Said In April.", "Said In March."]
    walk.jump("hills/rating/practice")
    assert walk.earlier() == []


# --- a disk that fails ----------------------------------------------------------------------------


def test_a_full_disk_moves_nothing(notebook: Workspace, files: FailingFiles) -> None:
    """Where keeping fails nothing moved, and the draft is there; with room again, it moves."""
    walk = notebook.begin(HILLS)
    walk.draft("Uphill", 6)
    files.full = True

    for move in (walk.next, walk.skip, walk.back, walk.enough, walk.pick):
        with pytest.raises(DiskFull):
            move("Uphill.")
    with pytest.raises(DiskFull):
        walk.draft("Uphill.", 7)

    assert stands(walk) == ("hills/question/up", "Uphill", 6)
    assert notebook.journal.entries() == []
    assert [one.draft.text for one in drafted(notebook).values()] == ["Uphill"]
    files.full = False
    walk.next("Uphill.")
    assert texts(notebook.journal.entries()) == ["Uphill."]


def test_a_disk_that_fills_before_keeping(notebook: Workspace, files: FailingFiles) -> None:
    """Where there was room for the draft and none to keep it, nothing moved and the draft has every
    word; nothing of the move is seen in the journal.
    """
    walk = notebook.begin(HILLS)
    walk.draft("Uphi", 4)
    files.full, files.room = True, 1

    with pytest.raises(DiskFull):
        walk.next("Uphill.")

    assert stands(walk) == ("hills/question/up", "Uphill.", 7)
    assert walk.reflection.progress.kept == {}
    assert notebook.journal.entries() == []
    assert [one.draft.text for one in drafted(notebook).values()] == ["Uphill."]
    files.full = False
    walk.next("Uphill.")
    assert texts(notebook.journal.entries()) == ["Uphill."]


def test_a_disk_that_fills_between_keeping_and_the_draft(
    notebook: Workspace, files: FailingFiles, tmp_path: Path
) -> None:
    """Where the move was kept and only the draft at the new stop was not, the move stands; the old
    draft does not bring its text back, and the next save is tried again.
    """
    walk = notebook.begin(HILLS)
    walk.draft("Uphi", 4)
    files.full, files.room = True, 2

    walk.next("Uphill.")

    assert stands(walk) == ("hills/question/top", "", 0)
    with pytest.raises(DiskFull):
        walk.draft("", 0)
    notebook.lock()
    again = opened(tmp_path)
    assert stands(again.resume(only(again))) == ("hills/question/top", "", 0)
    assert texts(again.journal.entries()) == ["Uphill."]
    again.close()


def test_an_empty_draft_is_tried_again_once_there_is_room(
    notebook: Workspace, files: FailingFiles
) -> None:
    """After a failed save on arrival, the next save goes through even if nothing was typed."""
    walk = notebook.begin(HILLS)
    files.full, files.room = True, 2
    walk.next("Uphill.")
    files.full = False

    walk.draft("", 0)

    (one,) = drafted(notebook).values()
    assert one.draft.progress.at == "hills/question/top"


# --- crashes between keeping and the draft --------------------------------------------------------


class Crash(BaseException):
    """The program ends here."""


def crash_after_keeping(walk: Conversation, move: str, *given: str) -> None:
    """Make a move whose entry is kept, and whose new draft never comes to be."""

    def crash(*_: object) -> None:
        raise Crash

    walk._hold = crash  # type: ignore[method-assign]
    with pytest.raises(Crash):
        getattr(walk, move)(*given)


def test_a_crash_after_keeping_an_answer(notebook: Workspace, tmp_path: Path) -> None:
    """The answer kept last counts, not the draft of it from before; it is there once."""
    walk = notebook.begin(HILLS)
    walk.draft("Uphi", 4)
    crash_after_keeping(walk, "next", "Uphill.")

    again = reopened(notebook, tmp_path)
    walk = again.resume(only(again))

    assert stands(walk) == ("hills/question/top", "", 0)
    walk.back("")
    assert stands(walk) == ("hills/question/up", "Uphill.", 7)
    walk.enough(walk.text)
    assert texts(again.journal.entries()) == ["Uphill."]
    again.close()


def test_a_crash_before_keeping(notebook: Workspace, tmp_path: Path) -> None:
    """A move that ends before its commit has saved the last words as a draft."""
    walk = notebook.begin(HILLS)
    walk.draft("Uphi", 4)

    def crash(*_: object) -> None:
        raise Crash

    notebook.journal.commit = crash  # type: ignore[method-assign,assignment]
    with pytest.raises(Crash):
        walk.next("Uphill.")
    again = reopened(notebook, tmp_path)

    assert stands(again.resume(only(again))) == ("hills/question/up", "Uphill.", 7)
    assert again.journal.entries() == []
    again.close()


def test_a_crash_after_keeping_in_place(notebook: Workspace, tmp_path: Path) -> None:
    """Where the move stayed at its stop, the text kept is newer than the draft of the same stop."""
    walk = notebook.begin(HILLS)
    walk.next("One.")
    walk.back()
    walk.draft("One. Tw", 7)
    crash_after_keeping(walk, "jump", "hills/question/up", "One. Two.")

    again = reopened(notebook, tmp_path)

    assert stands(again.resume(only(again))) == ("hills/question/up", "One. Two.", 9)
    again.close()


def test_a_crash_after_clearing_an_answer(notebook: Workspace, tmp_path: Path) -> None:
    """An answer cleared just before a crash stays cleared: its draft was cleared before it."""
    walk = notebook.begin(HILLS)
    walk.next("One.")
    walk.next("Two.")
    walk.back()
    walk.draft("Two, perhaps", 12)
    crash_after_keeping(walk, "next", "")

    again = reopened(notebook, tmp_path)

    assert stands(again.resume(only(again))) == ("hills/question/down", "", 0)
    assert texts(again.journal.entries()) == ["One."]
    again.close()


def test_a_draft_that_no_move_kept_is_given_back(notebook: Workspace, tmp_path: Path) -> None:
    """Where progress went on without this draft (an older drafts file put back), its text is
    offered at its stop, and what is kept there stays as a version.
    """
    walk = notebook.begin(HILLS)
    walk.next("One.")
    walk.back()
    walk.draft("One, seen otherwise", 3)
    (older,) = drafted(notebook).values()
    walk.next("One.")
    notebook.journal.drafts.save(older)

    again = reopened(notebook, tmp_path)
    walk = again.resume(only(again))

    assert stands(walk) == ("hills/question/up", "One, seen otherwise", 3)
    walk.next(walk.text)
    (note,) = again.journal.entries()
    assert texts(again.journal.versions(note.id)) == ["One.", "One, seen otherwise"]
    again.close()


def test_a_note_edited_elsewhere_takes_no_draft_away(notebook: Workspace) -> None:
    """A draft upon an answer that is then edited by its id is offered all the same."""
    walk = notebook.begin(HILLS)
    walk.next("One.")
    walk.back()
    walk.leave("One, and more", 13)
    (note,) = notebook.journal.entries()
    notebook.journal.edit(note.id, "Uno.")

    assert stands(notebook.resume(only(notebook))) == ("hills/question/up", "One, and more", 13)


def test_a_crash_after_closing(notebook: Workspace, tmp_path: Path) -> None:
    """A reflection closed just before a crash is closed; its old draft does not reopen it."""
    walk = notebook.begin(HILLS)
    walk.draft("That i", 6)
    crash_after_keeping(walk, "enough", "That is it.")

    again = reopened(notebook, tmp_path)

    assert again.unfinished() == []
    assert texts(again.journal.entries()) == ["That is it."]
    again.close()


def test_a_kill_before_keeping_leaves_the_draft(notebook: Workspace, tmp_path: Path) -> None:
    """Killed while typing, the text comes back as it was last saved."""
    walk = notebook.begin(HILLS)
    walk.next("One.")
    walk.draft("Two, as far as", 14)

    again = reopened(notebook, tmp_path)

    assert stands(again.resume(only(again))) == ("hills/question/top", "Two, as far as", 14)
    again.close()


# --- a framework that changed ---------------------------------------------------------------------


def test_text_typed_at_a_question_that_is_gone_is_kept(notebook: Workspace, tmp_path: Path) -> None:
    """It is kept as an answer with the wording of that time, once, and the walk goes on."""
    walk = notebook.begin(HILLS)
    walk.next("One.")
    walk.draft("On the top.", 11)
    notebook.lock()
    changed = library(framework("walking", element("hills", "up", "down")))

    again = opened(tmp_path, shelf=changed)
    walk = again.resume(only(again))

    assert stands(walk) == ("hills/question/down", "", 0)
    (note,) = [note for note in again.journal.entries() if texts([note]) == ["On the top."]]
    assert isinstance(note.record, Entry)
    assert note.record.place.ask == "What about top of hills?"
    assert stands(again.resume(only(again))) == ("hills/question/down", "", 0)
    assert len(again.journal.entries()) == 2
    again.close()


def test_text_waits_while_its_framework_is_away(notebook: Workspace, tmp_path: Path) -> None:
    """Without its framework a reflection can't be resumed, says so, and its text waits."""
    walk = notebook.begin(HILLS)
    walk.draft("half a thou", 11)
    notebook.lock()

    without = opened(tmp_path, shelf=library(framework("short", rated=False)))
    (line,) = without.unfinished()
    assert (line.title, line.count, line.has_text) == ("Hills", None, True)
    with pytest.raises(NoSuchFramework):
        without.resume(line.reflection)
    without.close()
    back = opened(tmp_path)

    assert stands(back.resume(only(back))) == ("hills/question/up", "half a thou", 11)
    back.close()


# --- locking --------------------------------------------------------------------------------------


def test_a_locked_conversation_says_so(notebook: Workspace) -> None:
    """After locking every call that needs the notebook raises, and the text is gone from here."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.draft("The top", 7)
    notebook.lock()

    assert (walk.text, walk.cursor) == ("", 0)
    for call in (
        walk.next,
        walk.skip,
        walk.back,
        walk.enough,
        walk.pick,
        walk.finish,
        walk.earlier,
        walk.last_rating,
        lambda: walk.jump("close"),
        lambda: walk.draft("", 0),
        lambda: walk.draft("more", 4),
        lambda: walk.leave("", 0),
        lambda: walk.leave("more", 4),
    ):
        with pytest.raises(VaultLocked):
            call()


# --- any way through ------------------------------------------------------------------------------

MOVES = st.lists(
    st.tuples(
        st.sampled_from(["next", "skip", "back", "enough", "pick", "draft", "leave", "reopen"]),
        st.sampled_from(["", " ", "a", "One.", "Two, longer.", "\r\nthree\x1b"]),
    ),
    min_size=1,
    max_size=12,
)


STOP_OF_KIND = {"example": "examples", "words": "words", "coaching": "coaching", "step": "step"}


def stop_of(entry: Entry) -> str:
    """The key of the stop that an entry belongs to."""
    if entry.kind == "answer":
        return f"hills/question/{entry.place.question}"
    return f"hills/{STOP_OF_KIND[entry.kind]}"


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=MOVES)
def test_no_walk_loses_or_doubles_a_word(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, str]]
) -> None:
    """Whatever is done, in any order, with the lid closed in between: what was last typed at each
    stop is there, kept or waiting, once.
    """
    folder = tmp_path_factory.mktemp("walk")
    notebook = workspace(folder)
    walk = notebook.begin(HILLS)
    typed: dict[str, str] = {}
    for move, text in moves:
        here = walk.reflection.now
        if move == "reopen":
            id = walk.reflection.id
            before = stands(walk)
            notebook.lock()
            notebook = opened(folder, clock=Ticking())
            if id not in {line.reflection for line in notebook.unfinished()}:
                assert not typed or here.kind == "close"
                break
            walk = notebook.resume(id)
            assert stands(walk) == before
            continue
        given_text = (text, len(text)) if move in ("draft", "leave") else (text,)
        getattr(walk, move)(*given_text)
        clean = text.replace("\r\n", "\n").replace("\x1b", "")
        if here.entry_kind is not None:
            typed[here.key] = clean
            if not clean.strip():
                del typed[here.key]

    waiting = {walk.reflection.now.key: walk.text}
    kept = {
        stop_of(note.record): note.record.text
        for note in notebook.journal.entries()
        if isinstance(note.record, Entry)
    }
    for key, text in typed.items():
        assert text in (kept.get(key), waiting.get(key))
    assert len(notebook.journal.entries()) == len(kept)
    notebook.close()
