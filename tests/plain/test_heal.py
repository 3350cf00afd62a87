"""Heal, spoken: its door, a sitting with every stop passed over or stopped at, what is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from peercoach.healing.kept import Whole
from peercoach.plain.watch import Gone, Idle
from peercoach.words import heal as words
from peercoach.words import plain
from peercoach.workspace import Workspace
from tests.journal.making import framework
from tests.plain.talking import (
    PASSPHRASE,
    Clock,
    Heard,
    Reply,
    Said,
    choice,
    made,
    odd_lines,
    place,
    talk,
)

IN = (":heal", "1")
"""Past the door, where nothing waits and nothing was kept: 1 is to put something down."""
TEXT = "A promise about the night shift."
TO_CHOOSING = ("", "", "")
GENTLE = (*TO_CHOOSING, "1", "")
WRITTEN = (*IN, "1", *GENTLE, TEXT, ".")
DAY = 86_400_000


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A notebook with nothing in it."""
    return made(tmp_path / "n.vault")


def heard(vault: Path, *said: Said, clock: Clock | None = None) -> Heard:
    """A conversation of someone at a terminal."""
    return talk(place(vault, clock), *said, person=True)


def opened(vault: Path, look: Callable[[Workspace], object]) -> object:
    """What is seen in the notebook afterwards."""
    work = place(vault).open(PASSPHRASE)
    try:
        return look(work)
    finally:
        work.lock()


def kept(vault: Path) -> list[Whole]:
    """Every sitting that was kept."""

    def look(work: Workspace) -> list[Whole]:
        return [work.heal.open(one.id) for one in work.heal.kept()]

    found = opened(vault, look)
    assert isinstance(found, list)
    return found


def waits(vault: Path) -> int:
    """How many wait."""
    found = opened(vault, lambda work: len(work.heal.waiting()))
    assert isinstance(found, int)
    return found


def number(of: str) -> Reply:
    """The number behind which something was offered last."""
    return Reply(lambda text: choice(Heard(0, text), of))


# --- the door ------------------------------------------------------------------------------------


def test_the_door_says_what_comes_and_not_today_is_a_full_answer(vault: Path) -> None:
    """It says what it is not, that nobody sees it, how long, and that one can stop; then home."""
    said = heard(vault, ":heal", "2", ":quit")

    for line in words.DOOR:
        assert line.format(support=words.SUPPORT_COMMAND) in said.text
    assert said.text.count(words.NOT_REVIEWED) == 1
    assert words.THAT_IS_FINE in said.text and words.ROOM not in said.text
    assert odd_lines(said) == []


def test_support_at_the_door_comes_back_to_the_question(vault: Path) -> None:
    """It is said, and then the same is asked again."""
    said = heard(vault, ":heal", "3", "2", ":quit")

    assert "Samaritans" in said.text
    assert said.text.count(words.STEADY) == 2


# --- a sitting -----------------------------------------------------------------------------------


def test_a_whole_sitting(vault: Path) -> None:
    """Steady, a time, a kind, questions, shares, weight, the closing, kept, a day to come back."""
    said = heard(
        vault,
        *(*IN, "1"),
        *("1", "", "2"),
        *("5", "4", ""),
        *("2", "5", ":again", ""),
        *(TEXT, "And one more line.", ":read", ":undo", "."),
        *(":prompts", "Numbers on a board.", "."),
        *("a little", "3", "", "some", "most"),
        *("7", ""),
        *("1", "4", "soon", "4 April"),
        ":quit",
    )

    assert odd_lines(said) == []
    (whole,) = kept(vault)
    assert [text for _, text in whole.answers] == [TEXT, "Numbers on a board."]
    assert whole.sitting.exposures == ("I was let down",)
    assert whole.sitting.shares == {"me": "little", "organisation": "some", "system": "most"}
    assert [rating.value for rating in whole.ratings] == [7]
    assert whole.kept.come_back == date(2026, 4, 4)
    assert words.NOT_AN_AMOUNT in said.text and words.KEPT in said.text
    assert "Mine: a little. The organisation's: some. The system's: most." in said.text
    assert waits(vault) == 0


def test_every_stop_can_be_passed_over(vault: Path) -> None:
    """Enter, nothing but enter, from the first stop to the last: nothing is kept, nothing waits."""
    said = heard(vault, *IN, "1", *TO_CHOOSING, "1", "", *[":skip"] * 5, "", ":quit")

    assert words.OUT in said.text
    assert kept(vault) == [] and waits(vault) == 0


@pytest.mark.parametrize("stops", range(9))
def test_one_can_stop_anywhere(vault: Path, stops: int) -> None:
    """One word leads to the closing, which is the same from each stop; then one is home."""
    way = ("", "", "", "1", "", ":skip", ":skip", ":skip", ":skip", "")
    steps = way[: stops if stops < 4 else stops + 1]

    said = heard(vault, *IN, "1", *steps, ":stop", "", ":quit")

    closing = said.text.partition(words.ASKS["close"])[2]
    assert "What one thing would be good for you today?" in closing
    assert "your safeguarding lead, today." in closing and "Feet: press them" in closing
    assert words.OUT in closing
    assert kept(vault) == [] and waits(vault) == 0


def test_words_are_saved_line_by_line_and_wait_behind_the_door(vault: Path) -> None:
    """Left by a word, by a closed terminal, by silence: nothing is lost, and nothing kept."""
    clock = Clock()
    for way_out in (":pause", ":lock", Gone(1), Idle()):
        said = heard(vault, *WRITTEN[:-1], way_out, clock=clock)

        assert waits(vault) == 1 and kept(vault) == []
        assert TEXT not in said.text.replace("> " + TEXT, "")
        clock.utc_ms += DAY

        again = heard(vault, *IN, "1", ":read", ":stop", "", "2", "1", ":quit", clock=clock)

        assert "You were writing here yesterday. Go on with it." in again.text
        assert TEXT in again.text and words.GONE in again.text
        assert waits(vault) == 0 and kept(vault) == []


def test_control_d_ends_an_answer_and_with_none_it_leads_home(vault: Path) -> None:
    """The words wait, as with a full stop; at a stop where nothing is typed it is the way home."""
    said = heard(vault, *WRITTEN[:-1], "^D", "^D", ":quit")

    assert waits(vault) == 1
    assert "What part belonged to the organisation?" in said.text
    assert words.WAITS_FOR_YOU in said.text


def test_what_waits_can_be_let_go_from_the_room(vault: Path) -> None:
    """It is asked about once more; said no, it still waits."""
    heard(vault, *WRITTEN[:-1], ":pause", ":quit")

    heard(vault, ":heal", "1", "2", "2", ":pause", ":quit")
    assert waits(vault) == 1
    said = heard(vault, ":heal", "1", "2", "1", ":pause", ":quit")

    assert words.GONE in said.text and waits(vault) == 0


def test_the_time_one_set_is_said_once(vault: Path) -> None:
    """At the first word after it is up; then no more, and the sitting goes on."""
    clock = Clock()

    def later() -> None:
        clock.utc_ms += 6 * 60_000

    way = (*IN, "1", "", "1", "", "1", "", later, TEXT, "More.", later, ".", ":stop", "", ":quit")
    said = heard(vault, *way, clock=clock)

    assert said.text.count(words.TIME_UP) == 1


def test_at_whether_to_keep_it_only_an_answer_goes_on(vault: Path) -> None:
    """Skipping, stopping and enter ask again; going home leaves it waiting."""
    said = heard(vault, *WRITTEN, ":stop", "", ":skip", ":stop", ":next", "", ":pause", ":quit")

    assert said.text.count(words.ASKS["keep"]) == 5
    assert waits(vault) == 1 and kept(vault) == []


def test_keeping_and_letting_go_can_be_said_in_words(vault: Path) -> None:
    """At the end they do it; before it they say that it is asked there, and nothing moves."""
    early = heard(vault, *WRITTEN, ":keep", ":let-go", ":stop", "", ":keep", "", ":quit")
    late = heard(vault, *WRITTEN, ":stop", "", ":let-go", ":let-go", ":quit")

    assert early.text.count(words.AT_THE_END) == 2
    assert words.KEPT in early.text and words.GONE in late.text
    assert len(kept(vault)) == 1 and waits(vault) == 0


def test_with_enter_alone_at_the_end_there_is_no_day(vault: Path) -> None:
    """Kept, and asked whether to come back: enter is no."""
    heard(vault, *WRITTEN, ":stop", "", "1", "", ":quit")

    (whole,) = kept(vault)
    assert whole.kept.come_back is None


# --- what was kept -------------------------------------------------------------------------------


def test_one_that_was_kept_opens_after_a_second_question(vault: Path) -> None:
    """Its date alone is said before; left closed, no word of it is heard."""
    heard(vault, *WRITTEN, ":stop", "", "1", "", ":quit")

    closed = heard(vault, ":heal", "1", "2", "2", ":pause", ":quit")
    said = heard(vault, ":heal", "1", "2", "1", "", ":pause", ":quit")

    assert "Kept today." in closed.text and TEXT not in closed.text
    assert "Open this one, from today?" in closed.text
    assert TEXT in said.text and words.STAYS in said.text
    assert odd_lines(said) == []


def test_its_day_can_be_set_and_taken_away(vault: Path) -> None:
    """A week, a typed day, none; when it has come the room says so beside its date."""
    heard(vault, *WRITTEN, ":stop", "", "1", "", ":quit")
    clock = Clock()

    one = (":heal", "1", "2", "1", ":come-back")
    heard(vault, *one, "2", "", ":pause", ":quit")
    clock.utc_ms += 8 * DAY
    said = heard(vault, ":heal", "1", ":pause", ":quit", clock=clock)
    assert "You asked to come back to this." in said.text
    heard(vault, *one, "4", "yesterday", "1 May 2026", "", ":pause", ":quit")
    assert kept(vault)[0].kept.come_back == date(2026, 5, 1)
    heard(vault, *one, "1", "", ":pause", ":quit")

    assert kept(vault)[0].kept.come_back is None


def test_deleted_for_good_after_a_question(vault: Path) -> None:
    """Said no it stays; said yes it is gone at once, and there is nothing to bring back."""
    heard(vault, *WRITTEN, ":stop", "", "1", "", ":quit")

    heard(vault, ":heal", "1", "2", "1", ":for-good", "2", "", ":pause", ":quit")
    assert len(kept(vault)) == 1
    said = heard(vault, ":heal", "1", "2", "1", ":for-good", "1", ":pause", ":quit")

    assert words.GONE in said.text
    assert kept(vault) == []


def test_weight_over_time_is_a_choice(vault: Path) -> None:
    """It is offered once there are two, and says each day with its words, and no sum."""
    weigh = (*IN, "1", *GENTLE, ":skip", ":skip", ":skip", ":skip", "7", "", "1", "", ":quit")
    heard(vault, *weigh)
    one = heard(vault, ":heal", "1", ":pause", ":quit")
    heard(vault, *weigh, clock=Clock(Clock().utc_ms + DAY))

    said = heard(vault, ":heal", "1", number(words.WEIGHT), "", ":pause", ":quit")

    assert words.WEIGHT not in one.text
    assert words.WEIGHT_HINT in said.text and "Today: 7." in said.text


# --- company -------------------------------------------------------------------------------------


def test_with_someone_beside_it_does_not_open(vault: Path) -> None:
    """With one's own notes closed there is no such room, at the list or at an element."""
    said = heard(vault, ":company", ":heal", "1", ":heal", ":quit")

    assert said.text.count(plain.NOT_HERE.format(name="heal")) == 2
    assert words.STEADY not in said.text


# --- questions of one's own ----------------------------------------------------------------------


def test_questions_of_ones_own_are_offered_by_their_title(vault: Path) -> None:
    """Without steps, kinds or tags its elements are asked in order, and rated in its own words."""
    own = framework("ours", care=True)
    there = place(vault)
    frameworks = MappingProxyType({**there.library.frameworks, own.id: own})
    shelf = replace(there, library=replace(there.library, frameworks=frameworks))

    way = (":heal", "1", number("Ours"), "", "", "2", "", "Uphill.", ".", "2", "", "1", "", ":quit")
    said = talk(shelf, *way, person=True)

    assert "1. Put something down: Something I carry." in said.text
    assert "Hills: What about up of hills?" in said.text and "2: Sometimes." in said.text
    assert odd_lines(said) == []
    (whole,) = kept(vault)
    assert whole.answers == (("What about up of hills?", "Uphill."),)
    assert [rating.label for rating in whole.ratings] == ["Sometimes"]
