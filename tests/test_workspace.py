"""The one object that an interface holds."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach import paths
from peercoach.errors import (
    DiskFull,
    NoSuchElement,
    NoSuchFramework,
    NoSuchNote,
    NoVault,
    UsedWrongly,
    VaultBusy,
    VaultExists,
    VaultLocked,
    WeakPassphrase,
    WrongPassphrase,
)
from peercoach.frameworks.library import Library, open_library
from peercoach.journal.moment import Moment
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Notice, Vault
from peercoach.words import notices
from peercoach.workspace import Unfinished, Workspace, vault_exists
from tests.journal.making import (
    MARCH,
    PASSPHRASE,
    FailingFiles,
    element,
    entry,
    framework,
    fresh,
    library,
    opened,
    rated,
    texts,
    workspace,
)

HILLS = "walking/hills"


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Workspace]:
    """A new notebook."""
    made = workspace(tmp_path)
    yield made
    made.close()


# --- making and opening ---------------------------------------------------------------------------


def test_a_new_notebook_is_open_and_empty(notebook: Workspace, tmp_path: Path) -> None:
    """Making a notebook opens it: nothing unfinished, nothing written, nothing to say."""
    assert vault_exists(fresh(tmp_path))
    assert not notebook.locked
    assert notebook.unfinished() == []
    assert notebook.journal.entries() == []
    assert notebook.notices == ()


def test_nothing_stands_where_nothing_was_made(tmp_path: Path) -> None:
    """Where there is no notebook, none exists and none opens."""
    assert not vault_exists(fresh(tmp_path))
    with pytest.raises(NoVault):
        opened(tmp_path)


def test_it_opens_again_with_its_passphrase_alone(notebook: Workspace, tmp_path: Path) -> None:
    """The lid closed, it opens with the passphrase and with no other."""
    notebook.journal.add(entry("Uphill."))
    notebook.close()

    with pytest.raises(WrongPassphrase):
        Workspace.open(fresh(tmp_path), PASSPHRASE + "s", library=library())
    again = opened(tmp_path)
    assert texts(again.journal.entries()) == ["Uphill."]
    again.close()


def test_one_window_at_a_time(notebook: Workspace, tmp_path: Path) -> None:
    """While it is open here it can't be opened again; once locked it can."""
    with pytest.raises(VaultBusy):
        opened(tmp_path)

    notebook.lock()
    opened(tmp_path).close()


def test_what_can_not_be_made(notebook: Workspace, tmp_path: Path) -> None:
    """A notebook is never made over another, nor with a passphrase that is too short."""
    with pytest.raises(VaultExists):
        workspace(tmp_path)
    with pytest.raises(WeakPassphrase):
        Workspace.create(tmp_path / "other", "seven77", library=library(), profile=SMALL)
    assert not vault_exists(tmp_path / "other")


def test_a_full_disk_leaves_no_half_notebook(tmp_path: Path) -> None:
    """Where the disk is full nothing is made, and making it later works."""
    files = FailingFiles()
    files.full = True

    with pytest.raises(DiskFull):
        workspace(tmp_path, files=files)

    assert list(tmp_path.iterdir()) == []
    workspace(tmp_path).close()


def test_nothing_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither making nor opening says a word by itself."""
    workspace(tmp_path).close()
    opened(tmp_path).close()

    assert capfd.readouterr() == ("", "")


# --- what is said once ----------------------------------------------------------------------------


def test_a_damaged_key_file_is_said(notebook: Workspace, tmp_path: Path) -> None:
    """Where the second copy of the key file was used, a sentence says so, once."""
    notebook.close()
    path = fresh(tmp_path) / "keyring.json"
    path.write_bytes(path.read_bytes()[:-40])

    again = opened(tmp_path)
    again.close()
    later = opened(tmp_path)
    later.close()

    assert again.notices == (notices.sentence("second-copy-used", {}),)
    assert later.notices == ()


def test_a_torn_end_is_said(notebook: Workspace, tmp_path: Path) -> None:
    """Where the last thing written was cut off, a sentence says so, and the rest is there."""
    notebook.journal.add(entry("Uphill."))
    notebook.journal.add(entry("Cut off."))
    notebook.close()
    logs = sorted((fresh(tmp_path) / "spaces").glob("*.log"), key=lambda log: log.stat().st_size)
    logs[-1].write_bytes(logs[-1].read_bytes()[:-10])

    again = opened(tmp_path)

    assert again.notices == (notices.sentence("tail-set-aside", {}),)
    assert texts(again.journal.entries()) == ["Uphill."]
    again.close()


def test_every_notice_of_the_vault_has_its_own_sentence() -> None:
    """Each kind that the vault's code names has a sentence of its own."""
    folder = Path(sys.modules[Vault.__module__].__file__ or "").parent
    named = {
        line.split('notice("')[1].split('"')[0]
        for source in folder.glob("*.py")
        for line in source.read_text("utf-8").splitlines()
        if 'notice("' in line
    }

    assert len(named) >= 6
    assert named <= notices.kinds()


def test_an_unknown_notice_is_said_in_general() -> None:
    """A kind without a sentence of its own never keeps a notebook from opening."""
    assert "What is whole is here" in notices.sentence(Notice("from-later").kind, {})


def test_notices_are_calm() -> None:
    """No notice shouts, blames or says a word that is ours alone."""
    for kind in notices.kinds():
        said = notices.sentence(kind, {"path": "here", "whole": 3})
        assert "!" not in said
        assert "please" not in said.lower()
        assert "vault" not in said.lower()


# --- reflecting -----------------------------------------------------------------------------------


def test_begin_one_element_or_all(notebook: Workspace) -> None:
    """An address begins one element, a framework's id all of its elements one after the other."""
    assert notebook.begin(HILLS).reflection.count == (1, 3)
    assert notebook.begin("walking").reflection.count == (1, 4)
    assert notebook.begin("walking").reflection.progress.title == "Walking"


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("walkin", NoSuchFramework),
        ("walkin/hills", NoSuchElement),
        ("walking/hill", NoSuchElement),
        ("", NoSuchFramework),
    ],
)
def test_begin_nowhere(notebook: Workspace, address: str, error: type[Exception]) -> None:
    """Where there is nothing to ask, a typed error says so and nothing is begun."""
    with pytest.raises(error):
        notebook.begin(address)

    assert notebook.unfinished() == []


def test_a_framework_that_needs_care_is_not_begun_here(tmp_path: Path) -> None:
    """A care framework has no door here: it isn't offered, isn't begun, and leaves no trace."""
    notebook = workspace(
        tmp_path, shelf=library(framework(), framework("heavy", element("a", "b"), care=True))
    )

    for address in ("heavy", "heavy/a"):
        with pytest.raises(UsedWrongly) as refused:
            notebook.begin(address)
        assert "with more care" in str(refused.value)

    assert {line.address for line in notebook.element_lines()} == {HILLS, "walking/shores"}
    assert notebook.unfinished() == []
    notebook.close()


def test_unfinished_newest_first(notebook: Workspace) -> None:
    """What waits is listed with where it stands, the one last saved first."""
    first = notebook.begin(HILLS)
    first.next("Uphill.")
    second = notebook.begin("walking")
    second.draft("half a thou", 11)
    first.draft("The top", 7)
    done = notebook.begin(HILLS)
    done.enough("That is it.")

    one, two = notebook.unfinished()

    assert first.saved_at is not None
    assert one == Unfinished(
        reflection=first.reflection.id,
        title="Hills",
        framework_title="Walking",
        count=(2, 3),
        stop_heading="Question",
        when=first.saved_at,
        has_text=True,
        addresses=(HILLS,),
    )
    assert (two.title, two.count, two.has_text) == ("Walking", (1, 4), True)


def test_unfinished_away_from_questions(notebook: Workspace) -> None:
    """At a rating or in the ending the heading says where, and there is no count."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    walk.jump("hills/rating/practice")
    (line,) = notebook.unfinished()
    assert (line.stop_heading, line.count, line.has_text) == ("How it is now", None, False)

    walk.jump("hills/words")
    (line,) = notebook.unfinished()
    assert (line.stop_heading, line.count, line.has_text) == ("My words", None, False)


def test_unfinished_without_a_draft(notebook: Workspace, tmp_path: Path) -> None:
    """A reflection whose draft was lost waits all the same, where its progress stands."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    notebook.journal.drafts.end(walk.reflection.id)

    (line,) = notebook.unfinished()

    assert (line.reflection, line.count) == (walk.reflection.id, (2, 3))
    assert notebook.resume(line.reflection).reflection == walk.reflection


def test_what_a_newer_program_left_unfinished_is_passed_over(notebook: Workspace) -> None:
    """A reflection of a newer program is neither offered nor resumed."""
    walk = notebook.begin(HILLS)
    walk.next("Uphill.")
    space = notebook._vault.private
    newer = {**(space.get(walk.reflection.id) or {}), "schema": 2}
    space.commit({walk.reflection.id: newer})
    notebook.journal._reading._both = None

    assert notebook.unfinished() == []


def test_resume_nothing(notebook: Workspace) -> None:
    """An id that no reflection has is refused."""
    with pytest.raises(NoSuchNote):
        notebook.resume(7)


def test_resuming_by_a_notes_id_is_refused(notebook: Workspace) -> None:
    """A note is no reflection."""
    with pytest.raises(NoSuchNote):
        notebook.resume(notebook.journal.add(entry("Uphill.")).id)


def test_element_lines(notebook: Workspace) -> None:
    """Every element with its last rating in words and when something was last written there."""
    notebook.journal.rate(rated(1, label="Very little"))
    notebook.journal.rate(rated(2, label="Sometimes"))
    notebook.journal.add(entry("Uphill."))

    lines = {line.address: line for line in notebook.element_lines()}

    assert list(lines) == [HILLS, "walking/shores", "short/hills", "short/shores"]
    hills = lines[HILLS]
    assert (hills.title, hills.framework_title) == ("Hills", "Walking")
    assert (hills.rating_label, hills.last) == ("Sometimes", Moment(MARCH + 4000, 0, "GMT"))
    assert (lines["walking/shores"].rating_label, lines["walking/shores"].last) == ("", None)


def test_the_shipped_library(tmp_path: Path) -> None:
    """On the real frameworks: three short questions begin by their id, nine elements are listed."""
    shelf: Library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    notebook = workspace(tmp_path, shelf=shelf)

    assert notebook.begin("what-so-what-now-what").reflection.count == (1, 3)
    peer = [
        line for line in notebook.element_lines() if line.address.startswith("peer-leadership/")
    ]
    assert len(peer) == 9
    notebook.close()


# --- locking --------------------------------------------------------------------------------------


def test_a_locked_notebook_says_so(notebook: Workspace) -> None:
    """After locking, everything that needs the notebook raises; locking again does no harm."""
    id = notebook.begin(HILLS).reflection.id
    notebook.lock()
    notebook.lock()
    notebook.close()

    assert notebook.locked
    for call in (
        notebook.unfinished,
        notebook.element_lines,
        lambda: notebook.begin(HILLS),
        lambda: notebook.resume(id),
    ):
        with pytest.raises(VaultLocked):
            call()


CANARY = "a heron stood on the roof of the unit all that November"


def write_everywhere(notebook: Workspace) -> None:
    """Put the canary in every place that holds text."""
    walk = notebook.begin(HILLS)
    walk.next(f"{CANARY} kept")
    walk.back()
    walk.next(f"{CANARY} edited")
    walk.draft(f"{CANARY} typed", 3)
    notebook.resume(walk.reflection.id)
    notebook.journal.add(entry(f"{CANARY} noted"))
    assert len(notebook.journal.search(CANARY.upper())) == 2
    notebook.journal.entries()
    notebook.element_lines()
    notebook.unfinished()
    walk.earlier()


def holds(canary: str) -> int:
    """How many strings and bytes with the canary any object alive can reach."""
    seen: set[int] = set()
    found = 0
    waiting: list[object] = list(gc.get_objects())
    while waiting:
        one = waiting.pop()
        if id(one) in seen or one is waiting or one is seen:
            continue
        seen.add(id(one))
        if isinstance(one, str):
            found += canary in one.lower() and one != canary
        elif isinstance(one, bytes | bytearray):
            found += canary.encode() in bytes(one).lower()
        elif not isinstance(one, type(sys)):
            waiting.extend(gc.get_referents(one))
    return found


def test_nothing_reachable_holds_text_after_locking(tmp_path: Path) -> None:
    """While open, memory holds what was written; once locked, no object alive can reach a word."""
    script = f"""
import sys, gc
sys.path[:0] = {[str(Path.cwd())]!r}
from pathlib import Path
from tests.journal.making import workspace
from tests.test_workspace import holds, write_everywhere
needle = " ".join(["a heron stood on", "the roof of the unit"])
notebook = workspace(Path({str(tmp_path)!r}))
write_everywhere(notebook)
base = 1
before = holds(needle)
notebook.lock()
gc.collect()
after = holds(needle)
print(before, after)
"""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )

    before, after = map(int, run.stdout.split())
    assert before >= after + 6
    # What is left: this module's own constant and its code.
    assert after <= 2
