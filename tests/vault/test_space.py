"""A space: revisions, removals, unknown kinds, limits; the same after reopening and rewriting."""

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peercoach.errors import NoteTooLong
from peercoach.vault.format import MAX_DOCUMENT
from peercoach.vault.log import Log
from peercoach.vault.space import Space
from peercoach.vault.space_changes import decode
from peercoach.vault.vault import Vault
from tests.vault import logs
from tests.vault.vaults import TEXTS, Kept, add, by_id, note, texts, without_stamps

UNKNOWN = {
    "kind": "from-the-future",
    "schema": 99,
    "nested": {"a": [1, 2.5, None, True, {"b": "ü"}]},
    "big": 2**63 - 1,
    "small": -(2**63),
    "bytes": b"\x00\xff",
    "empty": "",
    "rtl": "שלום \u202e \x00\x1b[31m",
}


def log_of(space: Space) -> Log:
    return space._storage._log


def everything(space: Space) -> dict[int, list[dict[str, Any]]]:
    """All revisions of all documents, removed ones too."""
    ids = {id for id, _ in space.documents()} | set(space._storage.superseded)
    return {id: space.versions(id) for id in sorted(ids)}


def test_what_is_committed_is_there_after_reopening(kept: Kept, opened: Vault) -> None:
    """Several documents and a removal in one commit, then the same from the disk."""
    one, two, three = (opened.private.new_id() for _ in range(3))
    opened.private.commit({one: note("one"), two: note("two")})
    opened.private.commit({three: note("three")}, removes=[one])
    shown = by_id(opened.private)
    opened.lock()

    again = kept.open()
    assert by_id(again.private) == shown
    assert list(shown.values()) == [*TEXTS, "two", "three"]
    again.lock()


def test_every_version_is_kept(opened: Vault) -> None:
    """An edit is a new revision that names the one before it; a removal is one without text."""
    space = opened.private
    id = add(space, "first")
    space.commit({id: note("second")})
    space.commit({}, removes=[id])
    space.commit({id: note("third")})

    versions = space.versions(id)

    assert [one.get("text") for one in versions] == ["first", "second", None, "third"]
    assert [one.get("deleted", False) for one in versions] == [False, False, True, False]
    assert versions[0]["parents"] == []
    for before, after in itertools.pairwise(versions):
        assert after["parents"] == [before["rev"]]
    assert len({one["rev"] for one in versions}) == 4
    assert all(len(one["rev"]) == 16 for one in versions)


def test_a_removed_document_is_not_shown(opened: Vault) -> None:
    """It is in no list and no look-up, and its text is only in its versions."""
    space = opened.private
    id = add(space, "soon gone")
    space.commit({}, removes=[id])

    assert space.get(id) is None
    assert "soon gone" not in texts(space)
    assert not space.table.contains(doc_id=id)
    assert space.versions(id)[-1].keys() == {"kind", "schema", "deleted", "rev", "parents"}


def test_removing_what_is_not_there_writes_nothing(kept: Kept, opened: Vault) -> None:
    """A removal of an unknown or removed document is no commit."""
    id = add(opened.private, "soon gone")
    opened.private.commit({}, removes=[id])
    size = kept.log.stat().st_size

    opened.private.commit({}, removes=[id, 12345])
    opened.private.commit({})

    assert kept.log.stat().st_size == size


def test_callers_can_not_set_stamps(opened: Vault) -> None:
    """``rev`` and ``parents`` are the space's own, whatever a document brings along."""
    id = add(opened.private, "mine", rev=b"forged", parents=[b"forged"])

    document = opened.private.get(id)

    assert document is not None
    assert len(document["rev"]) == 16 and document["parents"] == []


def test_unknown_kinds_are_kept_to_the_byte(kept: Kept, opened: Vault) -> None:
    """A record of a newer program survives edits beside it, reopening and a new generation."""
    id = opened.private.new_id()
    opened.private.commit({id: UNKNOWN})
    add(opened.private, "beside it")
    log_of(opened.private).rewrite()
    opened.lock()

    again = kept.open()
    found = again.private.get(id)
    assert found is not None
    assert repr(without_stamps(found)) == repr(UNKNOWN)
    again.lock()


def test_results_are_copies(opened: Vault) -> None:
    """What ``get`` and ``versions`` hand out can be changed freely."""
    id = add(opened.private, "kept", tags=["a"])
    opened.private.commit({id: note("edited", tags=["b"])})
    document = opened.private.get(id)
    assert document is not None

    document["tags"].append("spoiled")
    document["text"] = "spoiled"
    for version in opened.private.versions(id):
        version["text"] = "spoiled"

    assert [one["text"] for one in opened.private.versions(id)] == ["kept", "edited"]
    assert opened.private.get(id) == {**document, "text": "edited", "tags": ["b"]}


@pytest.mark.parametrize("size", [MAX_DOCUMENT, 600_000])
def test_a_long_note_is_kept(kept: Kept, opened: Vault, size: int) -> None:
    """A note of exactly a mebibyte is kept."""
    id = add(opened.private, "x" * size)
    opened.lock()

    again = kept.open()
    found = again.private.get(id)
    assert found is not None and len(found["text"]) == size
    again.lock()


@pytest.mark.parametrize("how", ["one", "among others", "many"])
def test_too_long_is_refused_and_nothing_lost(kept: Kept, opened: Vault, how: str) -> None:
    """A document, or a commit, over the limit: refused, with sizes; nothing of it is kept."""
    whole = kept.log.read_bytes()
    puts = {
        "one": {1: note("x" * (MAX_DOCUMENT + 64 * 1024))},
        "among others": {1: note("short"), 2: note("ü" * MAX_DOCUMENT)},
        "many": {n: note("x" * MAX_DOCUMENT) for n in range(1, 6)},
    }[how]

    with pytest.raises(NoteTooLong) as raised:
        opened.private.commit(puts)

    assert int(str(raised.value.facts["size"])) > int(str(raised.value.facts["limit"]))
    assert texts(opened.private) == list(TEXTS)
    assert kept.log.read_bytes() == whole
    add(opened.private, "carried on")


def test_a_new_generation_keeps_all_revisions_one_document_a_frame(
    kept: Kept, opened: Vault
) -> None:
    """Rewriting loses no revision and no order; a frame then holds one document and no other."""
    space = opened.private
    id = add(space, "first")
    space.commit({id: note("second"), space.new_id(): note("with it")})
    gone = add(space, "soon gone")
    space.commit({}, removes=[gone])
    before, shown = everything(space), texts(space)

    log_of(space).rewrite()

    assert everything(space) == before and texts(space) == shown
    opened.lock()
    again = kept.open()
    assert everything(again.private) == before
    assert texts(again.private) == shown
    held = [{id for _, id, _ in decode(payload)} for payload in log_payloads(kept, again.private)]
    again.lock()
    assert held[0] == set()
    assert all(len(ids) == 1 for ids in held[1:])
    assert len(held) == 1 + len(before)


def log_payloads(kept: Kept, space: Space) -> list[bytes]:
    """The payloads of the log on disk."""
    log = log_of(space)
    found = logs.read(kept.log.read_bytes(), key=log._key)
    assert found is not None
    return found.payloads


def test_a_long_history_makes_several_frames(kept: Kept, opened: Vault) -> None:
    """Revisions that together pass a frame's size are written in several, and read as one."""
    space = opened.private
    id = add(space, "x" * 700_000)
    for letter in "abcdef":
        space.commit({id: note(letter * 700_000)})

    log_of(space).rewrite()
    opened.lock()

    again = kept.open()
    assert [one["text"][0] for one in again.private.versions(id)] == list("xabcdef")
    again.lock()


def test_newest_stays_last(kept: Kept, opened: Vault) -> None:
    """Documents come in the order of their last change, after reopening and rewriting too."""
    space = opened.private
    ids = [add(space, str(number)) for number in range(40)]
    space.commit({ids[3]: note("edited")})
    shown = texts(space)

    log_of(space).rewrite()
    opened.lock()

    again = kept.open()
    assert texts(again.private) == shown
    assert shown[-1] == "edited"
    again.lock()


flat = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(max_size=8),
    st.lists(st.integers(0, 9), max_size=3),
)
steps = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.one_of(st.none(), st.dictionaries(st.text(max_size=4), flat, max_size=3)),
    ),
    max_size=12,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_any_history_is_the_same_after_reopening(
    template: Kept, tmp_path_factory: Any, history: Any
) -> None:
    """Whatever is put, edited and removed: the revisions on disk are those in memory."""
    kept = template.copied(tmp_path_factory.mktemp("history") / "notebook.vault")
    vault = kept.open()
    for id, document in history:
        if document is None:
            vault.private.commit({}, removes=[id])
        else:
            vault.private.commit({id: {**document, "kind": "k", "schema": 1}})
    before = repr(everything(vault.private))
    order = [id for id, _ in vault.private.documents()]
    vault.lock()

    vault = kept.open()
    assert repr(everything(vault.private)) == before
    assert [id for id, _ in vault.private.documents()] == order
    log_of(vault.private).rewrite()
    vault.lock()
    vault = kept.open()
    assert repr(everything(vault.private)) == before
    assert [id for id, _ in vault.private.documents()] == order
    vault.lock()
