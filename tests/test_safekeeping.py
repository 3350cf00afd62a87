"""What an interface asks of the open notebook to keep it safe reaches the vault, and is said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from peercoach.errors import VaultLocked, WrongPassphrase
from peercoach.vault.kdf import SMALL
from peercoach.words import notices
from peercoach.workspace import Workspace
from tests.journal.making import PASSPHRASE, entry, library, texts, workspace

NEW = "nine green lanterns"


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Workspace]:
    """A new notebook with one note."""
    made = workspace(tmp_path)
    made.journal.add(entry("By the allotment."))
    yield made
    made.close()


def closed(work: Workspace) -> None:
    """A reflection with one answer, closed."""
    conversation = work.begin("walking/hills")
    conversation.next("By the allotment.")
    conversation.enough()
    conversation.finish()


def again(path: Path, passphrase: str, state: Path | None = None) -> Workspace:
    opened = Workspace.open(path, passphrase, library=library(), state=state)
    opened.prepare()
    return opened


def test_who_makes_a_spare_key_knows_what_opens_the_notebook(notebook: Workspace) -> None:
    """The passphrase, or the spare key so far; with anything else, or nothing, none is offered."""
    assert notebook.spare_key_asks

    first = notebook.offer_spare_key(PASSPHRASE)
    notebook.keep_spare_key(first)

    for typed in ("", NEW, notebook.offer_spare_key(PASSPHRASE)):
        with pytest.raises(WrongPassphrase):
            notebook.offer_spare_key(typed)
    second = notebook.offer_spare_key(first.lower())
    assert second != first


def test_nobody_is_asked_twice_after_the_first_that_is_closed(tmp_path: Path) -> None:
    """There one is offered without the passphrase; not before, after the next, nor once kept."""
    work = workspace(tmp_path)
    asks = [work.spare_key_asks]

    closed(work)
    asks.append(work.spare_key_asks)
    key = work.offer_spare_key()
    closed(work)
    asks.append(work.spare_key_asks)
    work.keep_spare_key(key)
    asks.append(work.spare_key_asks)

    assert asks == [True, False, True, True]
    work.close()


def test_in_a_later_sitting_it_asks(tmp_path: Path) -> None:
    """Opened with the first reflection closed before, whoever sits there is asked, though one is
    due still; once it is locked none is offered.
    """
    work = workspace(tmp_path)
    closed(work)
    work.close()

    work = again(work.path, PASSPHRASE)

    assert (work.spare_key_is_due, work.spare_key_asks) == (True, True)
    with pytest.raises(WrongPassphrase):
        work.offer_spare_key()
    work.close()
    with pytest.raises(VaultLocked):
        work.offer_spare_key(PASSPHRASE)


@pytest.mark.parametrize("known", [False, True])
def test_a_new_passphrase(notebook: Workspace, known: bool) -> None:
    """The one of now is asked again; the new one opens and the old one does not."""
    path = notebook.path
    with pytest.raises(WrongPassphrase):
        notebook.refuse_wrong(NEW)
    notebook.refuse_wrong(PASSPHRASE)

    assert notebook.change_passphrase(PASSPHRASE, NEW, may_be_known=known, profile=SMALL)

    notebook.close()
    with pytest.raises(WrongPassphrase):
        again(path, PASSPHRASE)
    opened = again(path, NEW)
    assert texts(opened.journal.entries()) == ["By the allotment."]
    assert opened.notices == ()
    opened.close()


def test_a_backup_and_what_could_not_be_taken_out_of_it(notebook: Workspace) -> None:
    """A note that goes for good leaves the backups; one that can't be written is named."""
    made = notebook.back_up()
    assert made.report.ok
    (note,) = notebook.journal.entries()
    for log in (made.path / "spaces").iterdir():
        log.write_bytes(log.read_bytes()[:100])

    assert not notebook.still_in_backups
    notebook.journal.shred(note.id)

    said = list(notebook.still_in_backups)
    assert said == [notices.STILL_IN_BACKUPS.format(paths=made.path)]


def test_the_day_of_the_last_backup(notebook: Workspace) -> None:
    """None before the first; then the day on which it was made."""
    before = notebook.last_backup

    made = notebook.back_up()

    assert before is None
    after = notebook.last_backup
    assert after is not None
    assert abs((after - date.fromisoformat(made.path.name[:10])).days) <= 1


def test_tidying_when_idle(notebook: Workspace) -> None:
    """It may be asked at any time and changes nothing of what was kept."""
    notebook.tidy_when_idle()

    assert texts(notebook.journal.entries()) == ["By the allotment."]


def test_how_far_it_had_come_is_remembered_where_it_may(
    notebook: Workspace, tmp_path: Path
) -> None:
    """With a folder for state a small file stands there after closing; without one, none."""
    path, state = notebook.path, tmp_path / "state"
    notebook.close()
    again(path, PASSPHRASE).close()
    assert not state.exists()

    again(path, PASSPHRASE, state).close()

    assert [one.name for one in state.iterdir()] == ["seen.json"]
