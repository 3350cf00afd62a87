"""The private dictionary of a notebook: added, merged, changed, removed, kept."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs import recover
from peercoach.errors import VaultLocked
from peercoach.journal import extras
from peercoach.journal.known import WHATS, KeptWord, KnownName, called
from peercoach.journal.store import Journal
from peercoach.people import LONGEST, MOST_ALSO, MOST_NAMES, KnownThing, People, names_in
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing_errors import KnownRefused, NoSuchKnown
from peercoach.words import people as words
from peercoach.words import sharing
from tests.journal.making import Ticking
from tests.vault.vaults import Kept, make


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A locked notebook in which nobody is known."""
    return make(tmp_path_factory.mktemp("known") / "n.vault", notes=0)


class Sitting:
    """One notebook, that can be locked and opened again."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.open()

    def open(self) -> None:
        self.vault = self.kept.open()
        self.journal = Journal(self.vault.private, self.vault.drafts, clock=Ticking())
        self.people = People(self.journal)

    def lock(self) -> None:
        self.journal.lock()
        self.vault.lock()

    def again(self) -> People:
        self.lock()
        self.open()
        return self.people


@pytest.fixture
def sitting(empty: Kept, tmp_path: Path) -> Iterator[Sitting]:
    opened = Sitting(empty.copied(tmp_path / "n.vault"))
    yield opened
    opened.lock()


@pytest.fixture
def people(sitting: Sitting) -> People:
    return sitting.people


def test_added_and_listed(sitting: Sitting, people: People) -> None:
    """People come first, then wards, teams, places, each by name; a lock and an opening change
    nothing.
    """
    people.add("The Elms", "place")
    people.add("Quill", "ward", ["Ward Q"])
    people.add("  Rowan   Kestrelle ", also=["Chipper, RK", "rowan kestrelle"], role="Peer ")
    people.add("Élodie Moor")
    people.add("Out of hours", "team")

    before = people.all()
    again = sitting.again()

    assert [(one.name, one.also, one.what, one.role) for one in before] == [
        ("Élodie Moor", (), "person", ""),
        ("Rowan Kestrelle", ("Chipper", "RK"), "person", "peer"),
        ("Quill", ("Ward Q",), "ward", ""),
        ("Out of hours", (), "team", ""),
        ("The Elms", (), "place", ""),
    ]
    assert again.all() == before
    assert again.entries()[1:3] == [
        Known("Rowan Kestrelle", ("Chipper", "RK"), "PERSON", "peer"),
        Known("Quill", ("Ward Q",), "WARD"),
    ]
    assert [one.said for one in before][1] == "Rowan Kestrelle (peer, also Chipper, RK)"


def test_the_same_name_is_merged(people: People) -> None:
    """A name that is there gets the other names and a role, and never a second place; one of
    another kind is another.
    """
    first = people.add("Sam Okoro", also=["Sammy"], role="friend")

    second = people.add("SAM  ÓKORO", also=["sammy", "SO"])
    third = people.add("sam okoro", role="manager")
    ward = people.add("Sam Okoro", "ward")

    assert second == KnownThing(first.id, "Sam Okoro", ("Sammy", "SO"), "person", "friend")
    assert third.role == "manager" and third.id == first.id != ward.id
    assert people.all() == [third, ward]


def test_found_by_any_name(people: People) -> None:
    """By its name or another name, whatever the capitals and accents; else nothing."""
    rowan = people.add("Rowan Kestrelle", also=["Chípper"])

    assert people.find(" rowan kestrelle") == people.find("CHIPPER") == rowan
    assert people.find("Rowan") is None and people.find("") is None


def test_changed(people: People) -> None:
    """Each part changes by itself; what was not given stays."""
    rowan = people.add("Rowan Kestrelle", also=["Chipper"], role="peer")

    people.change(rowan.id, name="Rowan Moor")
    people.change(rowan.id, also=["RM", "Rowan Moor", "rm"])
    people.change(rowan.id, role="")

    assert people.all() == [KnownThing(rowan.id, "Rowan Moor", ("RM",))]


def test_removed(people: People) -> None:
    """It is found no more, and can be added afresh; twice is told."""
    rowan = people.add("Rowan Kestrelle", also=["Chipper"])

    people.remove(rowan.id)

    assert people.all() == [] and people.entries() == []
    for do in (people.remove, people.change):
        with pytest.raises(NoSuchKnown):
            do(rowan.id)
    assert people.add("Rowan Kestrelle").also == ()


LONG = "n" * (LONGEST + 1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": " "}, words.NEEDS_NAME),
        ({"name": "12 - 4"}, words.NEEDS_NAME),
        ({"name": LONG}, words.TOO_LONG),
        ({"name": "Ann", "also": [LONG]}, words.TOO_LONG),
        ({"name": "Ann", "also": ["7"]}, words.NEEDS_NAME),
        ({"name": "Ann", "also": [f"n{chr(97 + n)}" for n in range(21)]}, words.TOO_MANY_NAMES),
        ({"name": "Ann", "role": "boss"}, words.NO_ROLE),
        ({"name": "Ann", "what": "ward", "role": "peer"}, words.ROLE_OF_PERSON),
        ({"name": "Ann", "what": "planet"}, words.NO_WHAT),
        ({"name": "chipper"}, words.TAKEN),
        ({"name": "Ann", "also": ["Chipper"]}, words.TAKEN),
        ({"name": "Ann", "also": ["rowan kestrelle"]}, words.TAKEN),
    ],
)
def test_what_is_refused(people: People, given: dict[str, object], said: str) -> None:
    """It is said why, without the name, and nothing is changed."""
    people.add("Rowan Kestrelle", also=["Chipper"])
    before = people.all()

    with pytest.raises(KnownRefused) as refused:
        people.add(**given)  # type: ignore[arg-type]

    assert str(refused.value).split("{")[0].startswith(said.split("{")[0])
    assert "Rowan" not in str(refused.value) and "hipper" not in str(refused.value)
    assert people.all() == before
    assert len(names_in(",a, ,b c ,")) == 2 and MOST_ALSO == 20


def test_a_change_that_is_refused(people: People) -> None:
    """Another's name can't be taken by a change either; one's own can stay."""
    rowan = people.add("Rowan Kestrelle", also=["Chipper"])
    ann = people.add("Ann")

    for change in ({"name": "Chipper"}, {"also": ["Rowan Kestrelle"]}, {"role": "boss"}):
        with pytest.raises(KnownRefused):
            people.change(ann.id, **change)
    people.change(rowan.id, name="Chipper", also=["Rowan Kestrelle"])

    assert [one.name for one in people.all()] == ["Ann", "Chipper"]


def test_there_is_an_end_to_it(people: People) -> None:
    """So many names and no more; those that are there can still grow."""
    many = {number: KnownName(name=f"n{number}") for number in range(1, MOST_NAMES + 1)}
    people._journal.commit(many)

    with pytest.raises(KnownRefused):
        people.add("One more")

    assert people.add("n7", also=["seven"]).also == ("seven",)


def test_words_that_are_kept(sitting: Sitting, people: People) -> None:
    """Each is there once, in order, until it is let go; an unknown one is none."""
    for word in ("Hope", "hope", "  Open  Dialogue", "Ám"):
        people.keep(word)
    people.let_go("am")
    people.let_go("Never there")
    with pytest.raises(KnownRefused):
        people.keep(" ")

    assert sitting.again().kept() == ["Hope", "Open Dialogue"]


def test_two_copies_may_have_kept_and_added_the_same(people: People) -> None:
    """Of two of one name the first is meant and both can go; a word that is there twice is one."""
    people._journal.commit({1: KnownName(name="Ann"), 2: KnownName(name="ann", role="peer")})
    people._journal.commit({3: KeptWord(word="Hope"), 4: KeptWord(word="hope")})

    assert people.kept() == ["Hope"]
    people.let_go("HOPE")
    assert people.kept() == []
    found = people.find("ANN")
    assert found is not None and found.id == 1
    people.change(1, role="friend")
    people.remove(2)
    assert [one.role for one in people.all()] == ["friend"]


def test_what_another_program_wrote(people: People) -> None:
    """A record without a name is passed over; fields of a later version stay when it is changed."""
    people._journal.commit({1: KnownName(), 2: KeptWord()})

    assert people.all() == [] and people.kept() == []
    assert extras.fields(KnownName(name="Ann", also=("A",))) == {"name": "Ann", "also": ["A"]}
    with pytest.raises(msgspec.ValidationError):
        extras.thing({"kind": "known", "name": "Ann", "what": "planet"})


def test_nothing_is_said_by_a_locked_notebook(sitting: Sitting, people: People) -> None:
    """After a lock nothing is handed out, and no name stands in what is printed of one."""
    rowan = people.add("Rowan Kestrelle", also=["Chipper"])
    sitting.lock()

    assert "Rowan" not in repr(rowan) and "Chipper" not in repr(rowan)
    with pytest.raises(VaultLocked):
        people.all()
    with pytest.raises(VaultLocked):
        people.add("Ann")


def test_every_role_has_its_label() -> None:
    """The roles that can be chosen are those that stand in the place of a name."""
    assert set(words.ROLES) - {""} == set(sharing.ROLES) == set(words.SHORT_ROLES)
    assert set(words.WHATS) == set(words.GROUPS) == set(words.ASK_NAME) == set(WHATS)


def test_the_way_back_without_the_program(sitting: Sitting, people: People) -> None:
    """The script that reads a notebook alone tells of a name, as of all it has no form for."""
    people.add("Rowan Kestrelle", also=["Chipper"], role="peer")
    people.keep("Hope")
    sitting.lock()

    pages, _ = recover.pages(recover.read(sitting.kept.path, sitting.kept.spare_key), 0)

    assert "- name: Rowan Kestrelle" in pages["other.md"] and "Chipper" in pages["other.md"]
    assert "- word: Hope" in pages["other.md"]


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
GIVEN = st.tuples(
    NAMES, st.sampled_from(WHATS), st.lists(NAMES, max_size=3), st.sampled_from([*words.ROLES])
)


@settings(max_examples=40)
@given(added=st.lists(GIVEN, max_size=8), kept=st.lists(NAMES, max_size=4))
def test_whatever_is_added_is_there_after_a_lock(
    empty: Kept, added: list[tuple[str, str, list[str], str]], kept: list[str]
) -> None:
    """Whatever is typed: it is refused, or listed the same after a lock; no name is there twice."""
    sitting = Sitting(empty)
    people = sitting.people
    sitting.journal.commit({}, [one.id for one in people.all()])
    for word in people.kept():
        people.let_go(word)
    for name, what, also, role in added:
        with suppress(KnownRefused):
            one = people.add(name, what, also, role)
            assert one in people.all() and called(name) == called(one.name)
    for word in kept:
        with suppress(KnownRefused):
            people.keep(word)
            assert called(word) in map(called, people.kept())
    before, words_before = people.all(), people.kept()

    again = sitting.again()

    assert again.all() == before and again.kept() == words_before
    names = [(one.what, name) for one in before for name in one.names]
    assert len(names) == len(set(names))
    sitting.lock()
