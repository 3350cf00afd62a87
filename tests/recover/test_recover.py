"""``docs/recover.py`` gets out what the program kept, and nothing that was deleted for good."""

import json
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs import recover
from peercoach.journal import documents
from peercoach.journal.drafts import DraftBox
from peercoach.journal.goal_drafts import GoalDraft, save
from peercoach.journal.known import KnownName
from peercoach.journal.moment import Moment, now
from peercoach.journal.records import CheckIn, Entry, Goal, GoalStep
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault
from tests.recover.running import SCRIPT, Here, alone, words_in
from tests.vault.spec_example import PASSPHRASE as EXAMPLE_PASSPHRASE
from tests.vault.vaults import PASSPHRASE, WRONG, Unsynced, seeded
from tests.vectors import building
from tests.vectors.building import DAY_MS, entry, rating, reflection
from tests.vectors.make import HERE, NOTEBOOK, SIDECAR

TYPOGRAPHIC = "“It’s enough,” she said – and it was… 🌱\n\n# Not a heading\n> not a quote\n\tNa so."
YEAR = "notes-2026.md"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = Vault.create(
        tmp_path / "notebook.vault",
        PASSPHRASE,
        profile=SMALL,
        random=seeded(3),
        files=Unsynced(),
    )
    yield made
    made.lock()


def vector(name: str) -> Path:
    return HERE / name / NOTEBOOK


# --- what the program kept -----------------------------------------------------------------------


def test_alone_by_passphrase_and_by_spare_key(vault: Vault, tmp_path: Path) -> None:
    """With Python and cryptography alone, either secret gets out the same whole pages."""
    vault.private.commit({1: entry("I slept.", "answer", building.PLACE), 2: rating("Often", 3)})
    spare_key = vault.make_spare_key()
    vault.lock()

    runs = [
        alone(vault.path, tmp_path / str(n), typed=typed)
        for n, typed in enumerate((PASSPHRASE, spare_key.lower()))
    ]

    assert [(run.returncode, run.stdout.splitlines()[0]) for run in runs] == [
        (0, "All that I read is whole, to the last byte.")
    ] * 2
    first, second = ((tmp_path / str(n) / YEAR).read_text("utf-8") for n in (0, 1))
    assert first == second
    assert "## 21 September 2026, 15:13" in first
    assert (
        "An answer · Rest · Peer leadership\n\n**When did you last rest?**\n\n> I slept." in first
    )
    assert "A rating · Rest · Peer leadership\n\n**When did you last rest?**\n\n> Often" in first
    assert PASSPHRASE not in "".join(run.stdout + run.stderr for run in runs)


def test_edits_generations_and_long_notes(vault: Vault, here: Here) -> None:
    """Each version comes out as it was typed, after edits, a compaction, and a note of 1 MiB."""
    long = "Kettle on, then talk. " * 47_662 + "Enough."
    assert len(long) > 1024 * 1024 - 64
    vault.private.commit({1: entry("first"), 2: entry(TYPOGRAPHIC)})
    vault.private.commit({1: {**entry("second"), **documents.moment_fields("changed", now())}})
    vault.private._log.rewrite()
    vault.private.commit({3: entry(long), 4: reflection()})
    vault.drafts.save("7", building.draft("half a\nsentence"))
    vault.lock()

    code = here(vault.path, PASSPHRASE)

    pages = here.pages()
    assert code == 0
    assert sorted(pages) == [YEAR, "unfinished.md"]
    assert sorted(words_in(pages[YEAR])) == sorted(["first", "second", TYPOGRAPHIC, long])
    assert re.search(r"> second\n\nAnother version, 21 September 2026, .*\n\n> first", pages[YEAR])
    assert "A reflection: Rest, closed with “Enough for today”." in pages[YEAR]
    assert "To bring to a conversation: When did you last rest?" in pages[YEAR]
    assert words_in(pages["unfinished.md"]) == ["half a\nsentence"]


def test_deleted_notes_come_in_a_file_of_their_own_for_thirty_days(
    vault: Vault, here: Here, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was deleted a day ago is apart; what was thirty days ago is left out, and counted."""
    today = now()
    for id, days in ((1, 1), (2, 30)):
        vault.private.commit({id: entry(f"deleted {days} days ago")})
        when = Moment(today.utc_ms - days * DAY_MS, 0, "GMT")
        vault.private.commit({}, [id], documents.moment_fields("deleted", when))
    vault.lock()

    code = here(vault.path, PASSPHRASE)

    assert code == 0
    assert {name: words_in(page) for name, page in here.pages().items()} == {
        "deleted.md": ["deleted 1 days ago"]
    }
    assert "thirty days ago or more, left out: 1." in capsys.readouterr().out


def test_nothing_deleted_for_good_comes_out(vault: Vault, here: Here) -> None:
    """No page holds the text of a note, or of an earlier version, that was deleted for good."""
    canary = "the canary sang"
    vault.private.commit({1: entry(canary + " once"), 2: entry(canary + " twice"), 3: entry("a")})
    vault.private.commit({1: entry(canary + " again")})
    vault.private.shred([1], building.removed())
    vault.private.keep_only(2, entry("quiet now"))
    vault.lock()

    code = here(vault.path, PASSPHRASE, "--with-heal")

    assert code == 0
    assert canary not in "".join(here.pages().values())
    assert sorted(words_in(here.pages()[YEAR])) == ["a", "quiet now"]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2)])
def test_an_emptied_revision_counts_before_its_whole_twin(order: tuple[int, ...]) -> None:
    """Where copies give one revision emptied and whole, in either order, its text stays gone."""
    hollow = {"kind": "note", "schema": 1, "emptied": True}
    revisions = [
        building.revision("a", "", entry("gone for good")),
        building.revision("a", "", hollow),
        building.revision("b", "a", entry("kept")),
    ]

    story = recover.story_of([revisions[at] for at in order])

    assert story is not None
    assert (story.now["text"], story.others) == ("kept", [])


def test_the_heal_space_comes_only_when_asked_for(vault: Vault, here: Here) -> None:
    """Without the option the Heal space is not even opened; with it, it has its own file."""
    vault.private.commit({1: entry("mine")})
    vault.heal.commit({2: entry("for me alone")})
    vault.heal_drafts.save("7", building.draft("half, for me alone"))
    log = vault.path / "spaces" / f"{vault.heal.id.hex()}.log"
    vault.lock()

    with_heal = here(vault.path, PASSPHRASE, "--with-heal")
    pages = here.pages()
    log.write_bytes(b"damaged")
    without = here(vault.path, PASSPHRASE)

    assert (with_heal, without) == (0, 0)
    assert words_in(pages["heal.md"]) == ["for me alone"]
    assert pages["heal-unfinished.md"].startswith("# Heal unfinished\n")
    assert words_in(pages["heal-unfinished.md"]) == ["half, for me alone"]
    assert {name: words_in(page) for name, page in here.pages().items()} == {YEAR: ["mine"]}


def test_several_heads_are_all_told(here: Here) -> None:
    """Where copies went different ways, the page holds the text of each."""
    code = here(vector("two-heads"), EXAMPLE_PASSPHRASE)

    assert code == 0
    assert words_in(here.pages()[YEAR]) == ["On the laptop.", "Begun.", "At work."]


def test_marks_are_told_in_words(here: Here) -> None:
    """What was said of a question stands with its wording; what is no mark we know, by field."""
    code = here(vector("marks"), EXAMPLE_PASSPHRASE)

    assert code == 0
    page = here.pages()[YEAR]
    for said in recover.MARKS.values():
        assert f"{said} · Rest · Peer leadership\n\n**When did you last rest?**\n" in page
    assert "- mark: puzzled" in here.pages()["other.md"]


GOAL_STEP_AND_LOOK = (
    Entry(kind="goal", text="Band 6 by spring", more=Goal(why="For Joy.", draws_on=("a/b Rest",))),
    Entry(kind="goal-step", text="Ring her", more=GoalStep(goal=1, day="2026-10-01")),
    Entry(kind="check-in", text="I went.", more=CheckIn(goal=1, stands=-1, label="A bit less")),
)


def test_goals_are_told_with_all_that_was_said_of_them(vault: Vault, here: Here) -> None:
    """A goal, its step and its check-in come out under their labels; what is being written, too."""
    when = Moment(1_790_000_000_000, 60, "BST")
    vault.private.commit(
        {n: documents.new(one, when) for n, one in enumerate(GOAL_STEP_AND_LOOK, 1)}
    )
    draft = GoalDraft(5, 6, "make", "why", {"wish": "Tea for all"}, "", 0, when)
    save(DraftBox(vault.drafts), draft)
    vault.lock()

    code = here(vault.path, PASSPHRASE)

    assert code == 0
    told = here.pages()[YEAR]
    for part in ("> Band 6 by spring", "Why:\n\n> For Joy.", "Draws on:\n\n> a/b Rest"):
        assert part in told
    assert "For:\n\n> 2026-10-01" in told and "How it stands:\n\n> A bit less" in told
    assert "Tea for all" in here.pages()["unfinished.md"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("kind-unknown", "la la"), ("schema-newer", "From later."), ("table-unknown", "later")],
)
def test_what_has_no_form_comes_out_field_by_field(here: Here, name: str, told: str) -> None:
    """Documents and tables that this script does not know are told all the same."""
    code = here(vector(name), EXAMPLE_PASSPHRASE)

    assert code == 0
    assert f"- text: {told}" in here.pages()["other.md"]


@pytest.mark.parametrize(
    ("name", "things", "page"),
    [("things", "things", "other.md"), ("heal-sitting", "heal_things", "heal-other.md")],
)
def test_things_come_out_field_by_field(here: Here, name: str, things: str, page: str) -> None:
    """Each field of each thing stands in the page of what is no note, and in no other."""
    told = json.loads((HERE / name / SIDECAR).read_text("utf-8"))[things]

    code = here(vector(name), EXAMPLE_PASSPHRASE, "--with-heal")

    pages = here.pages()
    lines = [f"- {field}: {value}" for _, said in told for field, value in said.items()]
    assert code == 0
    assert [one for one in lines if one not in pages[page]] == []
    assert [one for one in lines if one in "".join({**pages, page: ""}.values())] == []


def test_what_has_no_form_and_was_deleted_stands_with_what_was(vault: Vault, here: Here) -> None:
    """Somebody whose name was taken out again doesn't stand among what is still there."""
    ash = documents.new(KnownName(name="Ash"), now())
    vault.private.commit({1: ash, 2: documents.new(KnownName(name="Beech"), now())})
    vault.private.commit({}, [1], documents.moment_fields("deleted", now()))
    vault.lock()

    code = here(vault.path, PASSPHRASE)

    pages = here.pages()
    assert code == 0
    assert "- name: Ash" in pages["deleted.md"] and "Ash" not in pages["other.md"]
    assert "- name: Beech" in pages["other.md"]


def test_a_space_of_unknown_kind_is_left_out_and_said(
    here: Here, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be more private than Heal: it stays shut, and the summary says so."""
    code = here(vector("space-of-unknown-kind"), EXAMPLE_PASSPHRASE)

    assert code == 0
    assert "Spaces of a kind that I don't know, left out: 1." in capsys.readouterr().out


def test_a_terminal_is_not_driven_by_a_page() -> None:
    """Control characters of a forged note are shown as what they are: unknown."""
    driven = recover.quoted("a\x1b]52;c;aGk=\x07b\tc\nd\x9b2J")

    assert driven == "> a\ufffd]52;c;aGk=\ufffdb\tc\n> d\ufffd2J"


# --- where it writes -----------------------------------------------------------------------------


def test_what_it_writes_is_for_its_owner_alone(vault: Vault, here: Here) -> None:
    """The folder has mode 0700 and each file 0600, whatever the umask allows."""
    vault.private.commit({1: entry("mine")})
    vault.lock()
    before = os.umask(0)
    try:
        here(vault.path, PASSPHRASE)
    finally:
        os.umask(before)

    modes = {stat.S_IMODE(one.stat().st_mode) for one in here.folder.iterdir()}
    assert stat.S_IMODE(here.folder.stat().st_mode) == 0o700
    assert modes == {0o600}


@pytest.mark.parametrize("place", ["there", "notebook/inside", "link"])
def test_it_never_writes_over_something_or_into_the_notebook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    """A folder that exists, a link, or a place inside the notebook is wrong use: exit code 2."""
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "notebook").mkdir()

    with pytest.raises(SystemExit) as left:
        recover.main([str(tmp_path / "notebook"), str(tmp_path / place)])

    assert left.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
    assert list((tmp_path / "there").iterdir()) == []


def test_a_passphrase_is_never_an_argument(tmp_path: Path) -> None:
    """There is no place for one on the command line: a third argument is wrong use."""
    run = alone(vector("example"), tmp_path / "out", PASSPHRASE)

    assert run.returncode == 2
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()


# --- what it needs -------------------------------------------------------------------------------


def test_the_blocker_blocks(tmp_path: Path) -> None:
    """In that interpreter the program and its libraries can't be imported, so nothing else was."""
    for name in ("peercoach", "msgspec", "tinydb"):
        script = tmp_path / f"{name}_wanted.py"
        script.write_text(f"import {name}\n")

        run = alone(script=script)

        assert f"{name} is not installed" in run.stderr


@pytest.mark.parametrize(
    ("allowed", "without"),
    [("json", "-"), ("cryptography", "cryptography.hazmat.primitives.hpke")],
)
def test_it_says_which_library_it_needs(tmp_path: Path, allowed: str, without: str) -> None:
    """Without cryptography, or with one too old for HPKE, a sentence says which, and code 2."""
    run = alone(vector("example"), tmp_path / "out", allowed=allowed, without=without)

    assert run.returncode == 2
    assert run.stderr.startswith("This needs the Python package cryptography, version 47 or newer.")
    assert "Traceback" not in run.stderr


def test_it_imports_python_and_cryptography_alone() -> None:
    """No import in the script is of anything else."""
    found = re.findall(r"^ *(?:import|from) (\w+)", SCRIPT.read_text("utf-8"), re.MULTILINE)

    assert set(found) - set(sys.stdlib_module_names) == {"cryptography"}


def test_comments_point_at_sections_that_exist() -> None:
    """Each "§ n" in the script is a section of the specification."""
    spec = (SCRIPT.parent / "vault-format.md").read_text("utf-8")
    headings = set(re.findall(r"^#+ (\d+(?:\.\d+)?)\.? ", spec, re.MULTILINE))

    pointed = set(re.findall(r"§ (\d+(?:\.\d+)?)", SCRIPT.read_text("utf-8")))

    assert len(pointed) >= 10
    assert pointed <= headings


# --- when it ends early --------------------------------------------------------------------------


def test_nothing_typed_at_all(tmp_path: Path) -> None:
    """Where the input ends before anything is typed, it says so and leaves with 1."""
    run = alone(vector("example"), tmp_path / "out")

    assert run.returncode == 1
    assert "Nothing was read, and nothing was written." in run.stderr
    assert "Traceback" not in run.stderr


def test_a_wrong_passphrase_is_called_so(tmp_path: Path, vault: Vault) -> None:
    """A wrong passphrase is a sentence and code 1, and no folder is made."""
    vault.lock()

    run = alone(vault.path, tmp_path / "out", typed=WRONG)

    assert (run.returncode, run.stdout) == (1, "")
    assert recover.REFUSALS["wrong-passphrase"] in run.stderr
    assert not (tmp_path / "out").exists()


def test_a_full_disk_is_a_sentence(
    vault: Vault,
    here: Here,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where a page can't be written, it says so and leaves with 1."""
    vault.private.commit({1: entry("mine")})
    vault.lock()

    def full(folder: Path, files: dict[str, str]) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recover, "write", full)

    assert here(vault.path, PASSPHRASE) == 1
    assert "No space left on device" in capsys.readouterr().err


def test_absurd_parameters_are_refused_before_anything_is_derived(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No passphrase is stretched for a key file that is damaged, newer or absurd."""

    def never(*_: object) -> bytes:
        raise AssertionError("a key was derived")

    monkeypatch.setattr(recover, "stretched", never)
    names = [one.name for one in HERE.iterdir() if one.name.startswith("kdf-")]

    for name in (*names, "key-file-bit-flipped", "key-file-format-newer"):
        with pytest.raises(recover.Refused) as refused:
            recover.read(vector(name), PASSPHRASE)
        assert refused.value.kind in ("absurd-parameters", "keyring-damaged", "newer-format")
    assert len(names) == 8
