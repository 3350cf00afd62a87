"""Our table beside stock TinyDB on its memory storage: same operations, same results.

Ids are injected alike into both. Stock's half-done updates after an exception inside an updater
are not compared; ours does nothing then, which ``test_table.py`` shows.
"""

import copy
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.queries import QueryLike
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from peercoach.vault.space_table import LogDB, LogTable
from tests.vault import logs
from tests.vault.vaults import without_stamps

names = st.sampled_from(["documents", "plain", "other"])
keys = st.sampled_from(["a", "b", "c"])
scalars = st.one_of(
    st.integers(-2, 2), st.booleans(), st.none(), st.sampled_from([0.0, 1.0, -0.0]), st.text("xy")
)
values = st.one_of(
    scalars, st.lists(scalars, max_size=2), st.dictionaries(keys, scalars, max_size=2)
)
documents = st.dictionaries(keys, values, max_size=3)
ids = st.integers(1, 12)
some_ids = st.lists(ids, max_size=4)


def shortened(value: Any) -> bool:
    return isinstance(value, str) and len(value) > 1


queries: st.SearchStrategy[QueryLike] = st.one_of(
    keys.map(lambda key: where(key).exists()),
    st.builds(lambda key, value: where(key) == value, keys, scalars),
    st.builds(lambda key, other: where(key).exists() & ~where(other).exists(), keys, keys),
    keys.map(lambda key: where(key).test(shortened)),
)


def doubled(document: Any) -> None:
    """An updater that changes values and adds one.

    What is nested is replaced: stock hands one list to all the documents of an update, so that
    changing it in place there would change them all.
    """
    document["c"] = [document.get("a"), "new"]
    if isinstance(document.get("b"), list):
        document["b"] = [*document["b"], "more"]


def emptied(document: Any) -> None:
    document.pop("a", None)


fields = st.one_of(documents, st.sampled_from([doubled, emptied]))


class StockTable(Table):
    """Stock but for where ids come from."""

    counter: Iterator[int]

    def _get_next_id(self) -> int:
        return next(self.counter)


class OurTable(LogTable):
    """Ours but for where ids come from."""

    counter: Iterator[int]

    def _random_id(self) -> int:
        return next(self.counter)


class Stock(TinyDB):
    table_class = StockTable


class Ours(LogDB):
    table_class = OurTable


def exact(value: Any) -> str:
    """Equal text only for what is equal to the type: 1, 1.0 and True are three things."""
    return repr(value)


class SameAsStock(RuleBasedStateMachine):
    """Do the same to both and compare."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        StockTable.counter, OurTable.counter = itertools.count(101), itertools.count(101)
        self.stock = Stock(storage=MemoryStorage)
        self.ours = logs.database(self.folder / "one.log", db=Ours)

    def teardown(self) -> None:
        if hasattr(self, "ours"):
            self.compare()
            self.ours.close()
            self.ours = logs.database(self.folder / "one.log", db=Ours)
            self.compare()
            self.ours.close()
            shutil.rmtree(self.folder)

    def both(self, name: str, do: Callable[[Table], Any]) -> None:
        """The same result, or the same kind of exception; ids as :meth:`results` has them."""
        results: list[Any] = []
        for db in (self.stock, self.ours):
            try:
                found = do(db.table(name))
            except (ValueError, KeyError, RuntimeError) as error:
                found = type(error)
            ordered = name == "documents" and isinstance(found, list)
            results.append(sorted(found) if ordered else found)
        assert exact(results[0]) == exact(results[1])

    # --- writing --------------------------------------------------------------------------------

    @rule(name=names, document=documents)
    def insert(self, name: str, document: dict[str, Any]) -> None:
        self.both(name, lambda table: table.insert(copy.deepcopy(document)))

    @rule(name=names, document=documents, id=ids)
    def insert_with_id(self, name: str, document: dict[str, Any], id: int) -> None:
        self.both(name, lambda table: table.insert(Document(copy.deepcopy(document), id)))

    @rule(name=names, many=st.lists(documents, max_size=3), own=st.lists(ids, max_size=2))
    def insert_multiple(self, name: str, many: list[dict[str, Any]], own: list[int]) -> None:
        def do(table: Table) -> Any:
            given: list[Any] = copy.deepcopy(many)
            return table.insert_multiple([*given, *(Document({"a": id}, id) for id in own)])

        self.both(name, do)

    @rule(name=names, what=fields, cond=queries)
    def update(self, name: str, what: Any, cond: QueryLike) -> None:
        self.both(name, lambda table: table.update(copy.deepcopy(what), cond))

    @rule(name=names, what=fields)
    def update_all(self, name: str, what: Any) -> None:
        self.both(name, lambda table: table.update(copy.deepcopy(what)))

    @rule(name=names, what=fields, chosen=some_ids)
    def update_ids(self, name: str, what: Any, chosen: list[int]) -> None:
        self.both(name, lambda table: table.update(copy.deepcopy(what), doc_ids=chosen))

    @rule(name=names, pairs=st.lists(st.tuples(fields, queries), max_size=2))
    def update_multiple(self, name: str, pairs: list[tuple[Any, QueryLike]]) -> None:
        self.both(name, lambda table: table.update_multiple(copy.deepcopy(pairs)))

    @rule(name=names, document=documents, cond=queries)
    def upsert(self, name: str, document: dict[str, Any], cond: QueryLike) -> None:
        self.both(name, lambda table: table.upsert(copy.deepcopy(document), cond))

    @rule(name=names, document=documents, id=ids)
    def upsert_with_id(self, name: str, document: dict[str, Any], id: int) -> None:
        self.both(name, lambda table: table.upsert(Document(copy.deepcopy(document), id)))

    @rule(name=names, cond=queries)
    def remove(self, name: str, cond: QueryLike) -> None:
        self.both(name, lambda table: table.remove(cond))

    @rule(name=names, chosen=some_ids)
    def remove_ids(self, name: str, chosen: list[int]) -> None:
        self.both(name, lambda table: table.remove(doc_ids=chosen))

    @rule(name=names)
    def remove_nothing_said(self, name: str) -> None:
        self.both(name, lambda table: table.remove())

    @rule(name=names)
    def truncate(self, name: str) -> None:
        self.both(name, lambda table: table.truncate())

    @rule(name=names)
    def drop_table(self, name: str) -> None:
        self.stock.drop_table(name)
        self.ours.drop_table(name)

    @rule()
    def drop_tables(self) -> None:
        self.stock.drop_tables()
        self.ours.drop_tables()

    @rule()
    def reopen(self) -> None:
        self.ours.close()
        self.ours = logs.database(self.folder / "one.log", db=Ours)

    @rule()
    def new_generation(self) -> None:
        self.ours.storage._log.rewrite()  # type: ignore[attr-defined]

    # --- reading --------------------------------------------------------------------------------

    def results(self, name: str, found: Any) -> list[str]:
        """Documents and their ids; in ``documents`` without stamps, and in no order: an edited
        one moves to the end there, since newest is last."""
        if name != "documents":
            return [exact((one.doc_id, dict(one))) for one in found]
        shown = ((one.doc_id, dict(sorted(without_stamps(one).items()))) for one in found)
        return sorted(map(exact, shown))

    @rule(name=names, cond=queries)
    def search(self, name: str, cond: QueryLike) -> None:
        one, other = self.stock.table(name), self.ours.table(name)
        assert self.results(name, one.search(cond)) == self.results(name, other.search(cond))
        assert one.count(cond) == other.count(cond)
        assert one.contains(cond) == other.contains(cond)
        if name != "documents":
            assert exact(one.get(cond)) == exact(other.get(cond))

    @rule(name=names, id=ids, chosen=some_ids)
    def get(self, name: str, id: int, chosen: list[int]) -> None:
        one, other = self.stock.table(name), self.ours.table(name)
        assert one.contains(doc_id=id) == other.contains(doc_id=id)
        first, second = one.get(doc_id=id), other.get(doc_id=id)
        assert self.results(name, [first] if first is not None else []) == self.results(
            name, [second] if second is not None else []
        )
        # Ours looks ids up, in the order asked for; stock walks the table.
        many, others = one.get(doc_ids=chosen), other.get(doc_ids=chosen)
        assert sorted(self.results(name, many)) == sorted(self.results(name, others))
        assert [found.doc_id for found in others] == [
            id for id in dict.fromkeys(chosen) if other.contains(doc_id=id)
        ]

    @rule(name=names)
    def ask_nothing(self, name: str) -> None:
        self.both(name, lambda table: table.get())
        self.both(name, lambda table: table.contains())

    @invariant()
    def compare(self) -> None:
        if not hasattr(self, "ours"):
            return
        assert self.ours.tables() == self.stock.tables() | {"documents"}
        for name in self.ours.tables():
            one, other = self.stock.table(name), self.ours.table(name)
            assert self.results(name, one.all()) == self.results(name, other.all())
            assert len(one) == len(other)


SameAsStock.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class TestSameAsStock(SameAsStock.TestCase):  # type: ignore[misc,valid-type]
    """No difference from stock TinyDB in any sequence of operations, before and after reopening."""
