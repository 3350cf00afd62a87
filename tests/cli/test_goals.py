"""Goals from the command line: their answers, their JSON, what they keep, what they refuse."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.answers import answer
from tests.plain.talking import ELEMENT, run

WISH = "Band 6 by spring"


@pytest.fixture
def goal(tmp_path: Path, options: list[str]) -> str:
    """A goal, by its id."""
    arguments = ["--area", "career", "--horizon", "by spring", "--element", ELEMENT]
    [kept] = answer(tmp_path, *options, "goals", "add", "-", *arguments, said=WISH)
    assert set(kept) == {"id", "written_at"}
    return str(kept["id"])


def listed(folder: Path, options: list[str], *arguments: str) -> list[dict[str, Any]]:
    return answer(folder, *options, "goals", *arguments)


def test_add_and_list(tmp_path: Path, options: list[str], goal: str) -> None:
    """A goal is kept word for word, listed with all there is of it, and shown as a note."""
    [found] = listed(tmp_path, options)
    [shown] = answer(tmp_path, *options, "show", goal)

    assert found == listed(tmp_path, options, "list")[0]
    wanted = {
        "id": goal, "kind": "goal", "text": WISH, "title": WISH, "state": "open",
        "area": "career", "horizon": "by spring", "elements": [ELEMENT], "look_at": "",
        "stands": None, "steps": [], "check_ins": [], "element": "", "space": "private",
    }  # fmt: skip
    assert {**wanted, "written_at": found["written_at"]} == found
    assert (shown["text"], shown["state"], shown["elements"]) == (WISH, "open", [ELEMENT])


def test_from_step_to_close(tmp_path: Path, options: list[str], goal: str) -> None:
    """A step with a day, what became of it, a check-in, and the end: each is there afterwards."""
    [step] = answer(
        tmp_path, *options, "goals", "step", goal, "-", "--by", "2099-02-28", said="Ring Joy"
    )
    answer(tmp_path, *options, "goals", "step", goal, "--done", step["id"])
    [check] = answer(
        tmp_path, *options, "goals", "check-in", goal, "-", "--stands", "-1", said="At the back."
    )
    answer(tmp_path, *options, "goals", "check-in", goal, "--stands", "2", said="")

    [found] = listed(tmp_path, options)

    assert found["steps"] == [
        {"id": step["id"], "text": "Ring Joy", "day": "2099-02-28", "state": "done"}
    ]
    assert [(one["text"], one["stands"]) for one in found["check_ins"]] == [
        ("At the back.", -1),
        ("a lot more than hoped", 2),
    ]
    assert found["stands"] == 2
    [closed] = answer(
        tmp_path, *options, "goals", "close", goal, "-", "--as", "let-go", said="The team stays."
    )
    assert closed["id"] == goal
    assert run(tmp_path, *options, "goals").returncode == 1
    [all_of_them] = listed(tmp_path, options, "list", "--all")
    assert (all_of_them["state"], all_of_them["closing"]) == ("let-go", "The team stays.")
    [shown] = answer(tmp_path, *options, "show", check["id"])
    assert (shown["goal"], shown["stands"]) == (goal, -1)


def test_for_people(tmp_path: Path, options: list[str], goal: str) -> None:
    """Without --json a goal is a line with its steps below, and is shown with its words."""
    run(tmp_path, *options, "goals", "step", goal, "-", said="Ring Joy")

    told = run(tmp_path, *options, "goals").stdout.splitlines()
    shown = run(tmp_path, *options, "show", goal).stdout

    assert told[0].startswith(f"{goal}  2") and told[0].endswith(
        f"{WISH} · My own path at work, by spring"
    )
    assert told[1].startswith("  ") and told[1].endswith("  Ring Joy")
    assert "For: My own path at work" in shown and "It draws on: Sharing the movement" in shown


def test_among_the_notes(tmp_path: Path, options: list[str], goal: str) -> None:
    """List, search, edit, delete and undelete know goals, steps and check-ins."""
    run(tmp_path, *options, "goals", "step", goal, "-", said="Ring Joy")
    run(tmp_path, *options, "goals", "check-in", goal, "-", said="At the back.")

    for kind, text in (("goal", WISH), ("goal-step", "Ring Joy"), ("check-in", "At the back.")):
        [one] = answer(tmp_path, *options, "list", "--kind", kind)
        assert (one["kind"], one["title"]) == (kind, text)
    assert [one["id"] for one in answer(tmp_path, *options, "search", "spring")] == [goal]
    answer(tmp_path, *options, "edit", goal, "-", said="Band 7 by spring")
    answer(tmp_path, *options, "delete", goal)
    assert run(tmp_path, *options, "list").returncode == 1
    answer(tmp_path, *options, "undelete", goal)
    [found] = listed(tmp_path, options)
    assert (found["text"], found["area"], len(found["check_ins"])) == (
        "Band 7 by spring",
        "career",
        1,
    )


REFUSED: list[tuple[list[str], str, str, int]] = [
    (["add", "-"], "  \n", "used-wrongly", 2),
    (["add", "-", "--area", "fame"], "A wish.", "used-wrongly", 2),
    (["add", "-", "--element", "peer-leadership/nowhere"], "A wish.", "no-such-element", 1),
    (["step", "nothing", "-"], "A step.", "no-such-goal", 1),
    (["step", "0000000000001", "-"], "A step.", "no-such-goal", 1),
    (["step", "GOAL", "-"], "", "used-wrongly", 2),
    (["step", "GOAL", "-", "--by", "some day"], "A step.", "not-a-day", 2),
    (["step", "GOAL", "-", "--by", "2027-02-29"], "A step.", "not-a-day", 2),
    (["step", "GOAL", "--done", "0000000000001"], "", "no-such-goal", 1),
    (["step", "GOAL", "--done", "GOAL"], "", "no-such-goal", 1),
    (["step", "GOAL", "--done", "GOAL", "--aside", "GOAL"], "", "used-wrongly", 2),
    (["step", "GOAL", "words", "--done", "GOAL"], "", "used-wrongly", 2),
    (["check-in", "GOAL", "-"], "", "used-wrongly", 2),
    (["check-in", "GOAL", "-", "--stands", "3"], "Fine.", "used-wrongly", 2),
    (["check-in", "GOAL", "-", "--stands", "well"], "Fine.", "used-wrongly", 2),
    (["close", "GOAL", "-"], "Fine.", "used-wrongly", 2),
    (["close", "GOAL", "-", "--as", "lost"], "Fine.", "used-wrongly", 2),
    (["close", "nothing", "-", "--as", "reached"], "Fine.", "no-such-goal", 1),
]


def test_what_is_refused(tmp_path: Path, options: list[str], goal: str) -> None:
    """Bad input is one sentence and its kind, and nothing is changed by it."""
    before = listed(tmp_path, options)

    for arguments, said, kind, code in REFUSED:
        given = [goal if one == "GOAL" else one for one in arguments]
        done = run(tmp_path, *options, "goals", *given, "--json", said=said)
        assert done.returncode == code, done
        assert "Traceback" not in done.stderr and done.stdout == ""
        assert json.loads(done.stderr.splitlines()[-1])["error"]["kind"] == kind, arguments

    assert listed(tmp_path, options) == before


def test_a_closed_goal_takes_nothing_more(tmp_path: Path, options: list[str], goal: str) -> None:
    """It is refused before anything is asked, and says why."""
    run(tmp_path, *options, "goals", "close", goal, "-", "--as", "reached", said="")

    for arguments in (
        ["step", goal, "-"],
        ["check-in", goal, "-"],
        ["close", goal, "--as", "changed"],
    ):
        done = run(tmp_path, *options, "goals", *arguments, said="More.")
        assert done.returncode == 1
        assert "That goal is closed" in done.stderr
