"""The Heal room of a real notebook: what is kept is what was meant, and what goes is gone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, NoSuchFramework, NoSuchNote, VaultError, VaultLocked
from peercoach.frameworks.library import Library
from peercoach.healing.kept import Whole
from peercoach.vault.drafts import Drafts
from tests.healing.holding import CARING, SENTINEL, SHELF, Holding, kept, writing
from tests.healing.walking import WORD, to
from tests.journal.making import FailingFiles, framework, library

TODAY = date(2026, 3, 14)
BYTES = SENTINEL.encode()


@pytest.fixture
def files() -> FailingFiles:
    """A disk that a test may fill."""
    return FailingFiles()


@pytest.fixture
def holding(tmp_path: Path, files: FailingFiles) -> Iterator[Holding]:
    """A new notebook."""
    made = Holding.made(tmp_path, files=files)
    yield made
    made.work.lock()


# --- while it is being written -------------------------------------------------------------------


def test_before_it_is_kept_the_heal_space_holds_nothing(holding: Holding) -> None:
    """What is given waits as a draft alone; keeping it is one commit, and the draft ends."""
    here = writing(holding)
    space = holding.work._vault.heal
    reached = space.reached[1]

    assert list(space.documents()) == []
    assert len(holding.work.heal.waiting()) == 1

    to(here, "keep")
    here.move(lambda one: one.keep())
    here.move(lambda one: one.next())

    assert space.reached[1] == reached + 1
    assert holding.work._vault.heal_drafts.all() == {}


def test_what_was_kept_is_all_that_was_given(holding: Holding) -> None:
    """Answers with their wording, kinds, shares, weight and the day: one sitting, whole."""
    here = holding.work.heal.begin()
    to(here, "exposures")
    here.move(lambda one: one.tick("let-down"))
    to(here, "choose")
    here.move(lambda one: one.choose_for_me())
    to(here, WORD)
    here.move(lambda one: one.next("Trust."))
    here.move(lambda one: one.next("A rule from above."))
    to(here, "shares")
    here.move(lambda one: one.share("me", "little"))
    here.move(lambda one: one.share("system", "most"))
    to(here, "rating:weight")
    here.move(lambda one: one.rate(7))
    to(here, "keep")
    here.move(lambda one: one.keep())
    here.move(lambda one: one.return_on(date(2026, 4, 4)))

    room = holding.again().heal
    (one,) = room.kept()
    whole = room.open(one.id)

    assert whole.answers == (
        ("Which word comes closest to what this means to you?", "Trust."),
        ("What part belonged to the organisation?", "A rule from above."),
    )
    assert whole.sitting.exposures == ("I was let down",)
    assert whole.sitting.shares == {"me": "little", "system": "most"}
    assert [(rating.value, rating.label) for rating in whole.ratings] == [(7, "7")]
    assert one.come_back == date(2026, 4, 4)
    ((asked, (weight,)),) = room.weights().items()
    assert (asked, weight.rating.value) == ("How heavy does it feel just now?", 7)
    assert not room.weighed


def test_a_crash_or_a_lock_loses_nothing(holding: Holding) -> None:
    """It waits with its date, and one goes on at the same stop and the same character."""
    here = writing(holding)
    here.draft("The garden, and nob", 7)
    at = here.sitting.at

    for again in (holding.crashed, holding.again):
        room = again().heal
        (one,) = room.waiting()
        assert one.when.local().date() == TODAY
        back = room.resume(one.key)
        assert (back.sitting.at, back.text, back.cursor) == (at, "The garden, and nob", 7)
        assert back.sitting.given.answers[WORD] == SENTINEL


def test_going_elsewhere_and_coming_back_to_a_stop_keeps_its_words(holding: Holding) -> None:
    """Back shows what was written; changed there, the change is what is kept."""
    here = writing(holding)

    here.move(lambda one: one.back())
    assert here.text == SENTINEL
    here.move(lambda one: one.next("Trust, and pride."))

    assert here.sitting.given.answers[WORD] == "Trust, and pride."


def test_a_visit_in_which_nothing_is_given_leaves_no_trace(holding: Holding) -> None:
    """Walked from end to end, and stopped at every stop: not one byte or date is another."""
    room = holding.work.heal
    room.kept(), room.waiting(), room.asked_back(TODAY)
    before = holding.stamps()

    for stops in range(12):
        here = room.begin()
        here.move(lambda one: one.choose_for_me())
        here.move(lambda one: one.set_limit(5))
        for _ in range(stops):
            here.draft("", 0)
            here.move(lambda one: one.skip())
        here.move(lambda one: one.stop())
        here.leave("", 0)
        here.move(lambda one: one.next())
        assert here.sitting.ends == "out"

    assert holding.stamps() == before


def test_words_taken_back_leave_no_draft(holding: Holding) -> None:
    """Emptied again before anything was kept, there is nothing to wait, and no byte of it."""
    here = writing(holding)
    here.move(lambda one: one.back())

    here.draft("", 0)

    assert holding.work.heal.waiting() == []
    assert BYTES not in holding.readable()


# --- let go --------------------------------------------------------------------------------------


def test_let_go_nothing_of_it_can_be_read_anywhere(holding: Holding) -> None:
    """No frame of any log, no draft, no backup made meanwhile, no file: as bytes or decrypted."""
    here = writing(holding)
    holding.work.back_up()
    assert BYTES in holding.readable()
    to(here, "keep")

    here.move(lambda one: one.let_go())
    assert BYTES in holding.readable()
    here.move(lambda one: one.let_go())

    assert BYTES not in holding.readable()
    assert holding.work.heal.waiting() == [] and holding.work.heal.kept() == []
    here.draft(SENTINEL, 3)
    here.move(lambda one: one.stop(SENTINEL))
    assert BYTES not in holding.readable()


def test_one_that_waits_can_be_let_go_unopened(holding: Holding) -> None:
    """The same, from the room."""
    writing(holding)
    room = holding.again().heal
    (one,) = room.waiting()

    room.let_go(one.key)

    assert BYTES not in holding.readable() and room.waiting() == []
    with pytest.raises(NoSuchNote):
        room.resume(one.key)


def test_deleted_for_good_it_is_gone_at_once(holding: Holding) -> None:
    """Its words, kinds, shares, weight and day go together; the others stay."""
    stays = kept(holding, "Still here.")
    gone = kept(holding)
    holding.work.back_up()

    missed = holding.work.heal.remove(gone)

    assert missed == () and BYTES not in holding.readable()
    assert [one.id for one in holding.work.heal.kept()] == [stays]
    assert holding.work.heal._journal.deleted() == []
    with pytest.raises(NoSuchNote):
        holding.work.heal.open(gone)
    with pytest.raises(NoSuchNote):
        holding.work.heal.remove(gone)


# --- when something fails ------------------------------------------------------------------------


def test_with_a_full_disk_nothing_moves_and_nothing_is_lost(
    holding: Holding, files: FailingFiles
) -> None:
    """Saving, moving on and keeping each say so, and stand where they stood."""
    here = writing(holding)
    to(here, "keep")
    here.move(lambda one: one.keep())
    files.full = True

    with pytest.raises(DiskFull):
        here.move(lambda one: one.next())

    assert here.sitting.at == "return" and not here.sitting.ends
    files.full = False
    here.move(lambda one: one.next())
    assert [whole.answers[0][1] for whole in _all(holding)] == [SENTINEL]


def test_a_draft_that_could_not_go_is_never_kept_twice(
    holding: Holding, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept, but the draft could not be ended: next time it is known as kept, and goes then."""

    def refuse(self: Drafts, key: str) -> None:
        raise VaultError

    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "end", refuse)
        kept(holding)
    assert len(holding.work._vault.heal_drafts.all()) == 1

    room = holding.again().heal

    assert room.waiting() == [] and len(room.kept()) == 1
    assert holding.work._vault.heal_drafts.all() == {}


def test_after_the_lock_nothing_is_said_and_nothing_held(holding: Holding) -> None:
    """The room, a sitting in it and what waits refuse; no word is left in them."""
    here = writing(holding)
    room = holding.work.heal
    holding.work.lock()

    asks = (room.kept, room.waiting, lambda: here.draft("more", 1), lambda: room.asked_back(TODAY))
    for ask in asks:
        with pytest.raises(VaultLocked):
            ask()
    assert SENTINEL not in repr(vars(here)) + repr(here.sitting.given)


# --- coming back ---------------------------------------------------------------------------------


def test_it_asks_back_on_the_day_that_was_set_and_after_it(holding: Holding) -> None:
    """Not the day before, and no longer once the day was taken away."""
    id = kept(holding)
    room = holding.work.heal
    assert not room.asked_back(date(2036, 1, 1))

    room.come_back(id, date(2026, 4, 4))

    days = [date(2026, 4, 3), date(2026, 4, 4), date(2026, 6, 1)]
    assert [room.asked_back(day) for day in days] == [False, True, True]
    room.come_back(id, None)
    assert not room.asked_back(days[-1])
    assert room.kept()[0].come_back is None


# --- out in the open, asked for by name ----------------------------------------------------------


def test_what_waits_goes_out_only_where_heal_is_asked_for(holding: Holding, tmp_path: Path) -> None:
    """In words, under the question as it was asked; without asking it is nowhere."""
    writing(holding)
    holding.work._vault.heal_drafts.save("9", {"kind": "heal-draft", "answers": 3})

    holding.work.carrier.export_to(tmp_path / "without")
    holding.work.carrier.export_to(tmp_path / "with", with_heal=True)

    without = b"".join(path.read_bytes() for path in (tmp_path / "without").iterdir())
    typed = (tmp_path / "with" / "heal-being-written.md").read_text(encoding="utf-8")
    assert BYTES not in without and b"heal" not in without.lower()
    assert SENTINEL in typed and "Which word comes closest to what this means to you?" in typed


# --- other frameworks ----------------------------------------------------------------------------


def test_frameworks_of_ones_own_stand_beside_what_ships(holding: Holding) -> None:
    """Those with care, what ships first; none for any day."""
    own = framework("a-room", care=True)
    frameworks = {**SHELF.frameworks, own.id: own}
    holding.work.library = Library(frameworks=frameworks, plans={}, origins={CARING.id: "shipped"})
    room = holding.work.heal

    assert [one.id for one in room.frameworks()] == [CARING.id, "a-room"]
    assert room.begin("a-room").sitting.framework == own
    with pytest.raises(NoSuchFramework):
        room.begin("walking")


def test_a_framework_that_is_gone_takes_no_words_with_it(holding: Holding) -> None:
    """What waits can still be kept, with the wording it was given to, or let go."""
    writing(holding)
    room = holding.again(shelf=library()).heal
    (one,) = room.waiting()

    here = room.resume(one.key)
    to(here, "keep")
    here.move(lambda sitting: sitting.keep())
    here.move(lambda sitting: sitting.next())

    assert room.frameworks() == []
    assert [whole.answers for whole in _all(holding)] == [
        (("Which word comes closest to what this means to you?", SENTINEL),)
    ]


def test_a_draft_that_we_cannot_read_is_left_as_it_is(holding: Holding) -> None:
    """One of a newer Peercoach is not listed, not opened, and not thrown away."""
    drafts = holding.work._vault.heal_drafts
    drafts.save("7", {"kind": "heal-draft-2", "schema": 9})
    drafts.save("8", {"kind": "heal-draft", "saved_at": 1, "saved_offset": 0, "saved_zone": ""})
    room = holding.work.heal

    with pytest.raises(NoSuchNote):
        room.resume("8")
    with pytest.raises(NoSuchNote):
        room.resume("7")

    assert [one.key for one in room.waiting()] == ["8"]
    assert set(drafts.all()) == {"7", "8"}


def _all(holding: Holding) -> list[Whole]:
    room = holding.work.heal
    return [room.open(one.id) for one in room.kept()]
