"""Documents with two heads, as copies that went different ways have them: the same for everyone."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from peercoach.vault.log import whole_log
from peercoach.vault.space import Space
from peercoach.vault.space_changes import encode
from tests.vault import logs
from tests.vault.vaults import Unsynced, note, seeded

ID = 42


def rev(letter: str) -> bytes:
    return letter.encode() * 16


def revision(name: str, *parents: str, deleted: bool = False) -> dict[str, Any]:
    """A revision whose text and ``rev`` are its name."""
    stamps = {"rev": rev(name), "parents": [rev(parent) for parent in parents]}
    if deleted:
        return {"kind": "entry", "schema": 1, "deleted": True, **stamps}
    return note(name, **stamps)


def space_of(path: Path, revisions: list[dict[str, Any]]) -> Space:
    """A space whose log holds these revisions of one document, a frame each, in this order."""
    payloads = [encode([]), *(encode([("documents", ID, one)]) for one in revisions)]
    Unsynced().create(path, whole_log(logs.header(), logs.KEY, payloads, seeded(2)))
    log, found = logs.opened(path)
    return Space(b"s" * 16, "private", log, found.payloads, seeded(3))


def current(space: Space) -> str | None:
    found = space.get(ID)
    return None if found is None else found["text"]


ROOT = revision("a")
CASES = {
    "the greater of two": ([revision("b", "a"), revision("c", "a")], "c"),
    "one of three": ([revision("b", "a"), revision("d", "a"), revision("c", "a")], "d"),
    "an edit beats a removal beside it": (
        [revision("b", "a"), revision("z", "a", deleted=True)],
        "b",
    ),
    "two removals": (
        [revision("b", "a", deleted=True), revision("c", "a", deleted=True)],
        None,
    ),
    "a longer way of its own": ([revision("z", "a"), revision("b", "a"), revision("c", "z")], "c"),
    "the other way longer": ([revision("b", "a"), revision("z", "a"), revision("y", "b")], "z"),
    "joined again": ([revision("b", "a"), revision("c", "a"), revision("d", "b", "c")], "d"),
    "joined and gone": (
        [revision("b", "a"), revision("c", "a"), revision("d", "b", "c", deleted=True)],
        None,
    ),
}


def orders(revisions: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Every order in which each comes after its parents, as a merge appends them."""
    found = []
    for order in itertools.permutations(revisions):
        known = {rev("a")}
        for one in order:
            if not known.issuperset(one["parents"]):
                break
            known.add(one["rev"])
        else:
            found.append(list(order))
    return found


@pytest.mark.parametrize("case", CASES)
def test_the_same_head_in_every_order(tmp_path: Path, case: str) -> None:
    """Whatever order the revisions came in, everyone is shown the same one, and all are kept."""
    revisions, expected = CASES[case]
    assert len(orders(revisions)) >= 2

    for number, order in enumerate(orders(revisions)):
        space = space_of(tmp_path / f"{number}.log", [ROOT, *order])

        assert current(space) == expected
        kept = {one["rev"] for one in space.versions(ID)}
        assert kept == {rev("a"), *(one["rev"] for one in revisions)}
        assert space.versions(ID)[-1].get("text") == expected
        space.close()


@pytest.mark.parametrize("case", CASES)
def test_the_same_head_after_a_new_generation(tmp_path: Path, case: str) -> None:
    """Rewriting a log with two heads changes neither what is shown nor what is kept."""
    revisions, expected = CASES[case]
    for number, order in enumerate(orders(revisions)):
        path = tmp_path / f"{number}.log"
        space = space_of(path, [ROOT, *order])
        before = space.versions(ID)

        space._storage._log.rewrite()
        space.close()

        log, found = logs.opened(path)
        again = Space(b"s" * 16, "private", log, found.payloads, seeded(3))
        assert current(again) == expected
        assert sorted(map(repr, again.versions(ID))) == sorted(map(repr, before))
        again.close()


def test_an_edit_follows_what_is_shown(tmp_path: Path) -> None:
    """A new revision names the shown head as its parent, and no other."""
    space = space_of(tmp_path / "one.log", [ROOT, revision("b", "a"), revision("c", "a")])

    space.commit({ID: note("edited")})

    edited = [one for one in space.versions(ID) if one["text"] == "edited"]
    assert [one["parents"] for one in edited] == [[rev("c")]]
    space.close()


def test_two_documents_do_not_mix(tmp_path: Path) -> None:
    """A conflict in one document says nothing about another."""
    space = space_of(tmp_path / "one.log", [ROOT, revision("b", "a"), revision("c", "a")])

    space.commit({7: note("beside it")})

    assert space.versions(7)[0]["parents"] == []
    assert current(space) == "c"
    space.close()
