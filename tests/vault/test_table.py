"""What our table promises beyond stock TinyDB's: copies, whole commits, no cost for the rest."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import where
from tinydb.table import Document

from peercoach.errors import DiskFull, VaultLocked
from peercoach.vault.space_table import LogDB, Recorder
from tests.vault import logs
from tests.vault.failing import Failing

NESTED = {"kind": "entry", "schema": 1, "tags": ["a", ["b"]], "of": {"deep": [1]}}


@pytest.fixture(params=["documents", "plain"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.log"


@pytest.fixture
def db(path: Path) -> Iterator[LogDB]:
    db = logs.database(path)
    yield db
    db.close()


def spoil(document: Any) -> None:
    """Change everything that can be changed in what was handed out."""
    document["tags"].append("spoiled")
    document["tags"][1].append("spoiled")
    document["of"]["deep"].clear()
    document["new"] = "spoiled"


def test_results_are_copies(db: LogDB, name: str) -> None:
    """Whatever is done to a result, by whichever way it was got, changes nothing that is kept."""
    table = db.table(name)
    id = table.insert(NESTED)
    kept = repr(table.all())
    cond = where("kind") == "entry"

    for found in (
        table.all(),
        list(table),
        table.search(cond),
        [table.get(cond)],
        [table.get(doc_id=id)],
        table.get(doc_ids=[id]),
    ):
        spoil(found[0])
        assert repr(table.all()) == kept

    assert NESTED["tags"] == ["a", ["b"]]


def test_what_is_put_in_is_copied(db: LogDB, name: str) -> None:
    """Changing afterwards what was put in, or an updater's values, changes nothing that is kept."""
    table = db.table(name)
    given: dict[str, Any] = {"tags": ["a", ["b"]], "of": {"deep": [1]}}
    table.insert(given)
    table.update({"more": given["tags"]})
    kept = repr(table.all())

    spoil(given)

    assert repr(table.all()) == kept


def test_a_query_can_not_reach_what_is_kept_through_its_result(db: LogDB, path: Path) -> None:
    """What was changed in a result is not on the disk either."""
    table = db.table("documents")
    table.insert(NESTED)
    spoil(table.all()[0])
    table.insert({"kind": "entry", "schema": 1})
    db.close()

    again = logs.database(path)
    first = again.table("documents").all()[0]
    assert first["tags"] == ["a", ["b"]] and first["of"] == {"deep": [1]} and "new" not in first
    again.close()


def test_an_updater_that_fails_changes_nothing(db: LogDB, name: str, path: Path) -> None:
    """An exception half-way through an update leaves every document as it was, here and on disk."""
    table = db.table(name)
    table.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    kept, whole = repr(table.all()), path.read_bytes()

    def fails_at_two(document: Any) -> None:
        document["n"] += 10
        if document["n"] == 12:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        table.update(fails_at_two)
    with pytest.raises(ValueError):
        table.insert_multiple([{"n": 4}, "no document"])  # type: ignore[list-item]

    assert repr(table.all()) == kept
    assert path.read_bytes() == whole


@pytest.mark.parametrize("what", ["insert", "update", "remove", "truncate", "drop"])
def test_memory_is_never_ahead_of_the_disk(path: Path, name: str, what: str) -> None:
    """A write that the disk refuses changes nothing that is shown, and works once there is room."""
    files = Failing(code=28, lasting=True, only=("write",))
    db = logs.database(path, files)
    table = db.table(name)
    table.insert_multiple([{"n": 1}, {"n": 2}])
    kept = repr(table.all())
    do: dict[str, Callable[[], object]] = {
        "insert": lambda: table.insert({"n": 3}),
        "update": lambda: table.update({"n": 9}),
        "remove": lambda: table.remove(where("n") == 1),
        "truncate": table.truncate,
        "drop": lambda: db.drop_table(name),
    }

    files.arm(1)
    with pytest.raises(DiskFull):
        do[what]()
    assert repr(db.table(name).all()) == kept
    files.arm(0)
    do[what]()

    assert repr(db.table(name).all()) != kept
    shown = repr(db.table(name).all())
    db.close()
    again = logs.database(path)
    assert repr(again.table(name).all()) == shown
    again.close()


def test_nothing_to_change_writes_nothing(db: LogDB, name: str, path: Path) -> None:
    """An update that changes nothing, or finds nothing, adds no byte."""
    table = db.table(name)
    table.insert({"n": 1, "tags": ["a"]})
    whole = path.read_bytes()

    table.update({"n": 1})
    table.update(lambda document: document["tags"].append("b"), where("n") == 2)
    table.remove(where("n") == 2)
    table.remove(doc_ids=[5])
    table.update({"n": 2}, doc_ids=[5])

    assert path.read_bytes() == whole


@pytest.mark.parametrize(("old", "new"), [(1, True), (0, False), (1, 1.0), (0.0, -0.0)])
def test_what_is_equal_and_not_the_same_is_kept(
    db: LogDB, name: str, path: Path, old: Any, new: Any
) -> None:
    """A value of another type is a change, though Python calls the two equal."""
    db.table(name).insert({"n": old})
    db.table(name).update({"n": new})
    db.close()

    again = logs.database(path)
    assert repr(again.table(name).all()[0]["n"]) == repr(new)
    again.close()


def test_an_updater_may_reach_into_what_is_nested(db: LogDB, name: str, path: Path) -> None:
    """A change made in place, deep inside a document, is kept on the disk too."""
    db.table(name).insert(NESTED)

    db.table(name).update(spoil)
    shown = repr(db.table(name).all())
    db.close()

    again = logs.database(path)
    assert repr(again.table(name).all()) == shown
    assert again.table(name).all()[0]["tags"] == ["a", ["b", "spoiled"], "spoiled"]
    again.close()


def test_one_write_is_one_frame(db: LogDB, name: str, path: Path) -> None:
    """Many documents in one call are one commit: whole or not at all."""
    db.table(name).insert({"n": 0})
    before = len(logs.frames(path.read_bytes()))

    db.table(name).insert_multiple({"n": n} for n in range(50))
    db.table(name).update({"m": 1})
    db.table(name).truncate()

    assert len(logs.frames(path.read_bytes())) == before + 3


def test_a_change_costs_what_it_changes(db: LogDB, path: Path) -> None:
    """A commit among a thousand documents is as small as the first one was."""
    table = db.table("documents")
    empty = path.stat().st_size
    table.insert({"kind": "entry", "schema": 1, "text": "x"})
    first = path.stat().st_size - empty
    table.insert_multiple({"kind": "entry", "schema": 1, "text": "x"} for _ in range(1_000))
    full = path.stat().st_size

    table.insert({"kind": "entry", "schema": 1, "text": "x"})

    assert path.stat().st_size - full == first


def test_ids_are_random_and_fit_everywhere(db: LogDB, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids are 63 random bits; one that is in use, was in use, or is 0 is not given again."""
    table = db.table("documents")
    gone = table.insert({"n": 1})
    there = table.insert({"n": 2})
    table.remove(doc_ids=[gone])
    drawn = iter([0, gone, there, 77])
    monkeypatch.setattr(
        table._storage, "random", lambda size: next(drawn, 78).to_bytes(size, "big")
    )

    assert table.insert({"n": 3}) == 77
    assert 0 < gone < 2**63 and 0 < there < 2**63


def test_the_query_cache_holds_nothing(db: LogDB, name: str) -> None:
    """A query leaves no text behind in TinyDB's cache, and is never answered from it."""
    table = db.table(name)
    table.insert({"text": "a canary"})

    table.search(where("text") == "a canary")

    assert len(table._query_cache) == 0
    table.update({"text": "another"})
    assert table.search(where("text") == "a canary") == []


def test_a_table_kept_after_locking_is_locked(db: LogDB, name: str) -> None:
    """A table that someone still holds says that it is locked; it never looks empty."""
    table = db.table(name)
    table.insert({"n": 1})
    db.close()

    for ask in (
        table.all,
        lambda: len(table),
        lambda: table.get(doc_id=1),
        lambda: table.search(where("n") == 1),
        lambda: table.contains(doc_id=1),
        lambda: table.insert({"n": 2}),
        lambda: table.update({"n": 2}),
        table.truncate,
        db.tables,
        lambda: db.drop_table(name),
    ):
        with pytest.raises(VaultLocked):
            ask()


def not_below_zero(n: Any) -> bool:
    return bool(n >= 0)


def test_queries_beside_commits(db: LogDB) -> None:
    """A query may run while another thread commits."""
    table = db.table("documents")
    table.insert_multiple({"n": n} for n in range(300))
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(10):
                found = table.search(where("n").test(not_below_zero))
                assert len(found) >= 300
        except BaseException as error:
            failed.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    while asking.is_alive():
        table.insert({"n": 1})
    asking.join()

    assert failed == []


def test_the_recorder_is_a_mapping() -> None:
    """What an updater sees is a dictionary in every way, and never the kept one."""
    kept = {1: {"n": 1}, 2: {"n": 2}}
    recorder = Recorder(kept)

    recorder[1]["n"] = 9
    del recorder[2]
    recorder[3] = {"n": 3}

    assert dict(recorder) == {1: {"n": 9}, 3: {"n": 3}}
    assert (len(recorder), 2 in recorder, 3 in recorder) == (2, False, True)
    with pytest.raises(KeyError):
        del recorder[2]
    with pytest.raises(KeyError):
        _ = recorder[2]
    assert recorder.changes("t") == [("t", 2, None), ("t", 1, {"n": 9}), ("t", 3, {"n": 3})]
    recorder[2] = {"n": 4}
    del recorder[3]
    assert recorder.changes("t") == [("t", 1, {"n": 9}), ("t", 2, {"n": 4})]
    recorder.clear()
    assert (list(recorder), len(recorder)) == ([], 0)
    assert kept == {1: {"n": 1}, 2: {"n": 2}}


def test_truncating_looks_at_each_document_once() -> None:
    """Emptying a large table takes no longer than its size asks for."""
    recorder = Recorder({n: {"n": n} for n in range(100_000)})

    recorder.clear()

    assert len(recorder.changes("t")) == 100_000


def test_documents_with_ids_of_their_own(db: LogDB, name: str) -> None:
    """A TinyDB document brings its id, and never takes another's place by being inserted."""
    table = db.table(name)
    table.insert(Document({"n": 1}, 5))

    with pytest.raises(ValueError):
        table.insert(Document({"n": 2}, 5))

    table.upsert(Document({"n": 3}, 5))
    found = table.get(doc_id=5)
    assert isinstance(found, Document) and (found.doc_id, found["n"]) == (5, 3)
