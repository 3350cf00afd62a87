"""The vectors of goals, reviews, things, and sittings in Heal: what is no plain note or answer."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peercoach.journal import extras
from peercoach.journal.ids import to_text
from peercoach.journal.records import (
    CheckIn,
    Entry,
    Goal,
    GoalStep,
    More,
    Place,
    Progress,
    Rating,
)
from peercoach.journal.store import Journal
from tests.vault.spec_example import DOCUMENT
from tests.vectors import building as b
from tests.vectors.building import LATER, NOW, WRITTEN
from tests.vectors.read import ONE, Vector

NOTE = to_text(DOCUMENT)
"""The id of the example's note, as a share names it."""
HOUR = {
    "first": "2026-10-08",
    "at": "11:30",
    "zone": "Europe/London",
    "minutes": 45,
    "repeat": "weeks",
    "nth": -1,
    "day": 8,
    "weeks": 2,
    "until": "2027-04-01",
    "moved": {"2026-10-22": "2026-10-23T09:00"},
    "left_out": ["2026-12-24"],
    "changes": 3,
}
SHARE = {
    "recipient": "supervisor",
    "format": "html",
    "sealed": True,
    "file": "for-supervision.html.age",
    "digest": "0f" * 32,
    "notes": {NOTE: hashlib.sha256(LATER.encode()).hexdigest()},
    "ratings": 1,
    "stories": {NOTE: "mine"},
    "answers": {NOTE: "no"},
    "key": {"Colleague A": f"{NOTE} 0 6"},
    "asked_back": WRITTEN.utc_ms,
    "asked_offset": 60,
    "asked_zone": "BST",
}
THINGS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("protected-time", HOUR),
    ("calendar-mark", {"token": "3kq9"}),
    ("yearly-look", {"on": "2026-09-21"}),
    ("known", {"name": "Ash Nkemelu", "also": ["Ash", "Sister N."], "role": "colleague"}),
    ("known", {"name": "Beech ward", "what": "ward"}),
    ("kept-word", {"word": "Rest"}),
    ("share", SHARE),
    ("share-under-way", {"notes": [NOTE], "state": '{"at": 1}'}),
)
SITTING = {
    "framework": "heal",
    "framework_title": "Heal",
    "version": "1",
    "exposures": ["A hard shift"],
    "shares": {"me": "little", "system": "most"},
    "come_back": "2026-10-21",
}
HEAL_SHARE = {
    "recipient": "coach",
    "format": "markdown",
    "file": "a.md",
    "notes": {to_text(31): "2d" * 32},
}
IN_HEAL = Place(
    framework="heal",
    framework_title="Heal",
    version="1",
    element="facts",
    element_title="What happened",
    question="what",
    ask="What happened?",
)
WISH = Goal(
    area="career",
    why="For my patients.",
    horizon="A year",
    draws_on=("peer/rest Rest",),
    outcome="I lead a shift.",
    inner="I doubt myself.",
    outer="The rota",
    then="I ask for help.",
    much_less="None",
    less="One",
    hoped="Two",
    more="Three",
    much_more="Four",
    look="2027-04-14",
    began=DOCUMENT,
)
CLOSED = Goal(
    goal_state="changed",
    closing="It grew.",
    became=1,
    closed_at=NOW.utc_ms,
    closed_offset=60,
    closed_zone="BST",
)


def thing(kind: str, **fields: Any) -> b.Document:
    """A thing's document."""
    return b.document(extras.thing({"kind": kind, **fields}))


def more(kind: Any, text: str, said: More, minutes: int = 0) -> b.Document:
    """The document of an entry that says more."""
    return b.document(Entry(kind=kind, text=text, more=said), minutes)


@contextmanager
def _journal(path: Path, name: str) -> Iterator[Journal]:
    with b.opened(path, name) as vault:
        yield Journal(vault.private, vault.drafts, clock=lambda: NOW)


def _goals(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.private.commit({1: more("goal", "Lead a shift", WISH)})
        step = GoalStep(goal=1, day="2026-10-01", began=DOCUMENT)
        done = GoalStep(goal=1, step_state="done")
        stands = CheckIn(goal=1, stands=-2, label="A lot less than hoped")
        parts = {
            2: more("goal-step", "Ask Ash", step, 1),
            3: more("goal-step", "Read the rota", done, 2),
            4: more("check-in", "Not yet.", stands, 3),
            5: more("check-in", "It begins.", CheckIn(goal=1), 4),
        }
        vault.private.commit(parts)
        vault.private.commit({6: more("goal", "Lead one day", CLOSED)})
    with _journal(path, name + " again") as journal:
        journal.edit(1, "Lead a night shift")


def _with_parts(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        parts = (
            more("goal", "Rest more", Goal(hoped="Once a week")),
            more("goal-step", "Leave on time", GoalStep(goal=1)),
            more("check-in", "I left late.", CheckIn(goal=1, stands=1, label="More")),
        )
        vault.private.commit(dict(enumerate(parts, 1)))


def _goal_brought_back(path: Path, name: str) -> None:
    _with_parts(path, name)
    with _journal(path, name + " again") as journal:
        journal.delete(1)
        journal.undelete(1)


def _goal_for_good(path: Path, name: str) -> None:
    _with_parts(path, name)
    with _journal(path, name + " again") as journal:
        journal.delete(1)
        journal.shred(1)


def _reviews(path: Path, name: str) -> None:
    look = Progress(
        framework="review",
        framework_title="A look back",
        title="September",
        course=("month",),
        at="close",
        state="finished",
        only=("weighed",),
        level="short",
        kept={"month/question/weighed": 2},
    )
    with b.opened(path, name) as vault:
        of_it = b.document(Entry(kind="review", text="It was full.\n\nI rested.", reflection=1), 5)
        vault.private.commit({1: b.document(look), 2: of_it, 3: b.entry("A month.", "review")})
    with _journal(path, name + " again") as journal:
        journal.edit(3, "A long month.")


def _things(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        puts = {id: thing(kind, **fields) for id, (kind, fields) in enumerate(THINGS, 1)}
        vault.private.commit(puts)


def _thing_removed(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.private.commit({1: thing("known", name="Ash"), 2: thing("kept-word", word="Rest")})
        vault.private.commit({}, [1], b.removed(1))


def _sitting(path: Path, name: str) -> None:
    answer = Entry(kind="answer", text="We lost him.", place=IN_HEAL, reflection=30)
    weight = Rating(rating="weight", value=4, label="Heavy", place=IN_HEAL, reflection=30)
    with b.opened(path, name) as vault:
        told = {30: thing("heal-sitting", **SITTING), 31: b.document(answer)}
        vault.heal.commit({**told, 32: b.document(weight)})
        vault.heal.commit({33: thing("share", **HEAL_SHARE)})


def _fields_that_do_not_fit(path: Path, name: str) -> None:
    """One of each kind; in each, one field that is of another type than it must be."""
    wrong = (
        {**thing("protected-time", **HOUR), "minutes": "an hour"},
        {**thing("protected-time", **HOUR), "repeat": "daily"},
        {**thing("calendar-mark"), "token": 7},
        {**thing("yearly-look"), "on": None},
        {**thing("known", name="Ash"), "also": "Sister N."},
        {**thing("kept-word"), "word": ["Rest"]},
        {**thing("share", **SHARE), "sealed": 1},
        {**thing("share-under-way"), "notes": [DOCUMENT]},
        {**thing("kept-word", word="Rest"), "written_at": "today"},
    )
    with b.opened(path, name) as vault:
        vault.private.commit(dict(enumerate(wrong, 1)))
        vault.heal.commit({30: {**thing("heal-sitting", **SITTING), "exposures": "A hard shift"}})


def _step_alone(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.private.commit({2: more("goal-step", "Ask Ash", GoalStep(goal=1, day="2026-10-01"))})
        vault.private.commit({3: more("check-in", "Not yet.", CheckIn(goal=1, stands=0))})


def _share_of_what_is_gone(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        vault.private.commit({7: thing("share", **SHARE)})
        vault.private.shred([DOCUMENT], b.removed())


def _nameless(path: Path, name: str) -> None:
    with b.opened(path, name) as vault:
        puts = [thing("known", also=["Ash"], role="peer"), thing("known", name="Beech ward")]
        vault.private.commit(dict(enumerate(puts, 1)))


GOALS_AND_THINGS: dict[str, Vector] = {
    "goals": Vector(
        "`goal` is a goal; its `text` is the wish.",
        _goals,
        private=(
            *ONE,
            ("Lead a night shift", "Lead a shift"),
            ("Lead one day",),
            ("Ask Ash",),
            ("Read the rota",),
            ("Not yet.",),
            ("It begins.",),
        ),
    ),
    "goal-brought-back": Vector(
        "Steps and check-ins are removed, brought back and deleted for good with their goal.",
        _goal_brought_back,
        private=(*ONE, ("Rest more",), ("Leave on time",), ("I left late.",)),
    ),
    "goal-deleted-for-good": Vector(
        "Steps and check-ins are removed, brought back and deleted for good with their goal.",
        _goal_for_good,
    ),
    "reviews": Vector(
        "`review` is a look back over a month, gathered from the answers of one reflection",
        _reviews,
        private=(*ONE, ("It was full.\n\nI rested.",), ("A long month.", "A month.")),
    ),
    "things": Vector(
        "A thing is no note: a reader that lists what was written leaves it out, and MUST NOT "
        "count it among what it can't show.",
        _things,
        things=THINGS,
    ),
    "thing-removed": Vector(
        "A thing that was removed is not listed among the notes that were.",
        _thing_removed,
        things=(("kept-word", {"word": "Rest"}),),
    ),
    "heal-sitting": Vector(
        "The answers and ratings of a sitting in Heal name its id as their `reflection`.",
        _sitting,
        heal=(("We lost him.",), ("Heavy",)),
        heal_things=(("heal-sitting", SITTING), ("share", HEAL_SHARE)),
    ),
    "thing-field-does-not-fit": Vector(
        "or whose fields do not fit, MUST be kept as it is and is not shown",
        _fields_that_do_not_fit,
        kept=10,
    ),
    "goal-step-alone": Vector(
        "A step or a check-in whose `goal` is not there is shown all the same.",
        _step_alone,
        private=(*ONE, ("Ask Ash",), ("Not yet.",)),
    ),
    "share-of-a-note-gone": Vector(
        "A share stays as it is when a note that it names is deleted for good",
        _share_of_what_is_gone,
        private=(),
        things=(("share", SHARE),),
    ),
    "known-without-a-name": Vector(
        "One without a name is not shown",
        _nameless,
        things=(("known", {"name": "Beech ward"}),),
    ),
}
