"""``peercoach frameworks new``: a file of one's own, made by questions or by options."""

import json
from pathlib import Path

from peercoach.words import frameworks_new as words
from tests.cli.answers import answer
from tests.plain.talking import run


def own(folder: Path) -> Path:
    return folder / "config" / "peercoach" / "frameworks"


def test_it_asks_and_the_file_is_used_at_once(tmp_path: Path) -> None:
    """Answers to its questions make a file in one's own folder that is whole, and listed."""
    typed = "Our team\nFor Mondays.\nTea\nWho made it?\nWhat did it change?\n\n\nyes\n"

    made = run(tmp_path, "frameworks", "new", said=typed)

    path = own(tmp_path) / "our-team.yaml"
    assert made.returncode == 0
    assert made.stdout.splitlines()[0] == f"Made: {path}"
    assert made.stderr.splitlines()[0] == words.ASK_TITLE
    assert run(tmp_path, "frameworks", "check", str(path)).returncode == 0
    [listed] = [one for one in answer(tmp_path, "frameworks", "list") if one["id"] == "our-team"]
    assert (listed["origin"], listed["elements"], listed["questions"]) == ("personal", 1, 2)
    [shown] = answer(tmp_path, "frameworks", "show", "our-team")
    assert shown["about"] == "For Mondays."
    assert [one["id"] for one in shown["ratings"]] == ["practice"]


def test_with_a_title_it_asks_nothing(tmp_path: Path) -> None:
    """Options alone make a file, with nothing asked and one object answered."""
    themes = ("--element", "Tea", "--element", "Rest", "--question", "Who?")
    more = ("--question", "When?", "--care", "--language", "cy")

    [made] = answer(tmp_path, "frameworks", "new", "--title", "Ours", *themes, *more)

    assert made == {"id": "ours", "file": str(own(tmp_path) / "ours.yaml")}
    [shown] = answer(tmp_path, "frameworks", "show", "ours")
    assert [len(one["questions"]) for one in shown["elements"]] == [2, 1]
    assert (shown["care"], shown["language"]) == (True, "cy")


def test_it_writes_where_it_is_told_and_says_how_to_use_it(tmp_path: Path) -> None:
    """A file elsewhere is used once it lies in one's own folder, or is named; that is said."""
    to = tmp_path / "somewhere" / "ours.yaml"
    to.parent.mkdir()

    made = run(tmp_path, "frameworks", "new", "--title", "Ours", "--to", str(to))

    assert made.returncode == 0
    assert str(own(tmp_path)) in made.stdout
    assert f"--frameworks {to.parent}" in made.stdout
    found = answer(tmp_path, "--frameworks", str(to.parent), "frameworks", "list")
    assert "ours" in [one["id"] for one in found]
    assert not own(tmp_path).exists()


def test_it_never_writes_over_a_file(tmp_path: Path) -> None:
    """What is there stays, and that is said."""
    to = tmp_path / "ours.yaml"
    to.write_text("something else")

    made = run(tmp_path, "frameworks", "new", "--title", "Ours", "--to", str(to))

    assert made.returncode == 2
    assert "will not write over it" in made.stderr
    assert to.read_text() == "something else"


def test_an_id_that_is_there_is_not_taken(tmp_path: Path) -> None:
    """A title that is there already gets an id of its own; an id that is asked for is refused."""
    [made] = answer(tmp_path, "frameworks", "new", "--title", "Peer leadership")
    refused = run(tmp_path, "frameworks", "new", "--title", "A", "--id", "peer-leadership")
    odd = run(tmp_path, "frameworks", "new", "--title", "A", "--id", "Ours!")

    assert made["id"] == "peer-leadership-2"
    assert (refused.returncode, odd.returncode) == (2, 2)
    assert "“peer-leadership” here already" in refused.stderr
    assert "can't be an id" in odd.stderr
    assert [path.name for path in own(tmp_path).iterdir()] == ["peer-leadership-2.yaml"]


def test_without_a_title_there_is_no_file(tmp_path: Path) -> None:
    """Where nobody answers, nothing is made, and it says what it needs."""
    made = run(tmp_path, "frameworks", "new", "--json")

    assert made.returncode == 2
    assert json.loads(made.stderr.splitlines()[-1])["error"]["message"] == words.NEEDS_TITLE
    assert not own(tmp_path).exists()


def test_portable_leaves_nothing_behind(tmp_path: Path) -> None:
    """With --portable it asks where to write, and writes nothing on this computer."""
    made = run(tmp_path, "--portable", "frameworks", "new", "--title", "Ours")

    assert made.returncode == 2
    assert made.stderr.strip() == words.NEEDS_PLACE
    assert not own(tmp_path).exists()


def test_a_session_plan(tmp_path: Path) -> None:
    """A plan is made as long as it is wanted; it has no elements."""
    [made] = answer(tmp_path, "frameworks", "new", "--title", "Tea", "--session", "--minutes", "20")
    refused = run(tmp_path, "frameworks", "new", "--title", "Tea", "--session", "--element", "Rest")

    [shown] = answer(tmp_path, "frameworks", "show", made["id"])
    assert shown["minutes"] == [20]
    assert [part["minutes"] for part in shown["parts"]] == [[5], [10], [5]]
    assert refused.returncode == 2
    assert refused.stderr.strip() == words.PLAN_HAS_NONE


def test_what_can_not_stand_in_a_file_is_refused(tmp_path: Path) -> None:
    """A language that is none is refused with what was looked for, and no file is left."""
    made = run(tmp_path, "frameworks", "new", "--title", "Ours", "--language", "Welsh")

    assert made.returncode == 2
    assert "such as en-GB or cy" in made.stderr
    assert not list(tmp_path.rglob("*.yaml"))
