"""The ten rules of care for what is heavy, one test each, named after it.

Where they come from is said in ``frameworks/moral-injury.yaml``. What is said here of one interface
by its own tests (``tests/tui/test_heal.py``, ``tests/plain/test_heal.py``) holds for both, since
both walk the same sitting.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from peercoach.actions import ACTIONS, of_room
from peercoach.frameworks.model import Framework
from peercoach.guide.heal import AMOUNTS, LIMITS, Sitting
from peercoach.guide.heal_stops import MOST, WHOSE, closing_of, gentle, questions_of
from peercoach.journal.search import fold
from peercoach.plain import heal_tell
from peercoach.tui import keys
from peercoach.tui.screens import heal_stops
from peercoach.tui.screens.heal import HealDoor
from peercoach.words import heal as words
from peercoach.words import support
from tests.healing.holding import CARING, SENTINEL, Holding, kept, writing
from tests.healing.walking import to
from tests.plain.talking import made, place, talk

TODAY = date(2026, 3, 14)
BYTES = SENTINEL.encode()
REGIONS = tuple(support.REGIONS)


@pytest.fixture
def holding(tmp_path: Path) -> Iterator[Holding]:
    """A notebook."""
    there = Holding.made(tmp_path)
    yield there
    there.work.lock()


def stops_of(framework: Framework) -> list[str]:
    """The kinds of stop of a sitting with every question that fits into it."""
    return [stop.kind for stop in Sitting(framework).choose_for_me().stops]


def test_1_one_opts_in_each_time_and_not_today_leaves_no_trace(tmp_path: Path) -> None:
    """The door says what comes, that no one sees it, and where help is; "not today" is an answer.

    Every byte, name and moment of the notebook and of what this computer remembers of it is as it
    was before the door.
    """
    vault = made(tmp_path / "here" / "n.vault")
    seen: list[dict[str, tuple[int, bytes]]] = []

    def look() -> None:
        seen.append(
            {
                str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
                for path in sorted(vault.parent.rglob("*"))
                if path.name != "lock"
            }
        )

    there = replace(place(vault), state=vault.parent / "state")
    said = talk(there, look, ":heal", "3", "2", look, ":quit", person=True)

    assert seen[0] == seen[1]
    door = " ".join(words.DOOR)
    assert "nobody will know if you are not safe" in door and "Nobody sees it" in door
    assert words.THAT_IS_FINE in said.text and words.ROOM not in said.text
    # Nothing is asked for when the door is made: it is told one thing, and that is of the library.
    assert HealDoor.__init__.__annotations__ == {"reviewed": bool, "return": None}


def test_2_it_opens_and_closes_with_a_choice_of_ways_to_steady_oneself() -> None:
    """Several kinds, of which breath is one and not the first; the same list as on the key."""
    _, ways = support.STEADY
    first, last = stops_of(CARING)[0], heal_stops.closing(Sitting(CARING), "")

    assert first == "arrive"
    assert len(ways) > 4 and "Breath" not in ways[0]
    assert [row.text for row in heal_stops.shown(Sitting(CARING), TODAY).rows][1:] == ways
    assert list(last[-1].paragraphs) == ways == heal_tell.ways()
    assert Sitting(CARING).next().at == "limit"


def test_3_it_is_short_and_chosen_and_every_stop_can_be_passed_over() -> None:
    """Five questions at the most, three for whoever asks us to choose, a limit one sets oneself."""
    everything = Sitting(CARING)
    for key in questions_of(CARING):
        everything = everything.choose(key)
    skipped = Sitting(CARING).choose_for_me()
    while not skipped.ends:
        before, skipped = skipped, skipped.skip()
        assert before.at == "close" or before.stop().at == "close"

    assert len(everything.given.chosen) == MOST == 5
    assert len(gentle(CARING)) == 3
    assert LIMITS == (5, 10, 15) and CARING.minutes == 10
    assert skipped.ends == "out"
    assert {"skip", "stop"} <= {one.id for one in of_room("sitting") if one.footer and one.plain}


def test_4_it_asks_for_meaning_values_needs_support_and_a_step_and_never_what_happened() -> None:
    """Meaning comes first; no question, hint or way to go on asks to tell an event."""
    said = [words.ASKS, words.HINTS]
    texts = [text for table in said for text in table.values()]
    for element, question in questions_of(CARING).values():
        texts += [question.ask, question.hint or "", *question.follow_ups, *element.what_it_is]
    tells = re.compile(
        r"\bwhat (?:happened|took place|did you do|was done)\b|\btell (?:me|us)\b|\bdescribe\b"
        r"|\bwhen did\b|\bwhere were you\b|\bdetails?\b",
        re.IGNORECASE,
    )

    asked = [text for text in texts if text.rstrip().endswith("?")]

    assert [text for text in asked if tells.search(text)] == []
    assert next(iter(questions_of(CARING))).startswith("what-it-means/")
    assert "You will not be asked what happened." in " ".join(words.DOOR)


def test_5_it_is_shared_out_between_me_my_team_the_organisation_and_the_system() -> None:
    """Asked wherever whose it was is asked; in words with a picture beside; nothing adds up."""
    for key in ("mine", "team", "organisation", "system"):
        assert "shares" in [
            stop.kind for stop in Sitting(CARING).choose(f"whose-to-carry/{key}").stops
        ]
    all_most = Sitting(CARING).choose_for_me()
    for whose in WHOSE:
        all_most = all_most.share(whose, AMOUNTS[-1])

    assert list(words.WHOSE) == list(WHOSE)
    assert list(all_most.shares.values()) == ["most"] * 4
    for amount in AMOUNTS:
        assert heal_stops.picture(amount).endswith(words.AMOUNTS[amount])
        assert not re.search(r"\d", heal_stops.picture(amount))
    assert words.shared(all_most.shares)[0] == "Mine: most"
    assert gentle(CARING)[1] != "whose-to-carry/mine"


@pytest.mark.parametrize("region", REGIONS)
def test_6_the_closing_is_the_same_whatever_was_written_and_whatever_the_weight(
    region: str,
) -> None:
    """One thing that would be good today, and someone to tell: to nothing given, and to all."""
    given = Sitting(CARING).choose_for_me().tick("did").share("me", "most")
    while given.at != "rating:weight":
        given = given.next("I can't go on with this.")
    weighed = [given.next(), given.stop(), *(given.rate(value) for value in (0, 5, 10))]

    empty = Sitting(CARING).stop()

    for one in weighed:
        assert one.at == empty.at == "close"
        assert heal_stops.closing(one, region) == heal_stops.closing(empty, region)
        assert heal_tell.closing(one, region) == heal_tell.closing(empty, region)
    told = " ".join(heal_tell.closing(empty, region))
    assert all(question.ask in told for question in closing_of(CARING))


def test_7_nothing_is_totalled_reminded_of_or_brought_back_unasked(holding: Holding) -> None:
    """It opens only when asked; Home hears of it only on the day that the person set."""
    id = kept(holding)
    work = holding.work
    work.prepare()

    assert work.memory() is None and work.unfinished() == [] and work.journal.brought() == []
    assert not work.heal.asked_back(date(2030, 1, 1))
    work.heal.come_back(id, date(2026, 4, 4))
    assert not work.heal.asked_back(date(2026, 4, 3)) and work.heal.asked_back(date(2026, 4, 4))
    assert not re.search(r"\d", words.ASKED_BACK)
    assert words.OPEN_ONE.endswith("?") and words.LEAVE_CLOSED
    style = (Path(heal_stops.__file__).parents[1] / "look.tcss").read_text(encoding="utf-8")
    assert not re.search(r"\bred\b|\$error|\$warning", style)


@pytest.mark.parametrize("region", REGIONS)
def test_8_it_points_to_where_facts_belong(region: str) -> None:
    """Incident reporting, safeguarding, speaking up, supervision: at each closing."""
    told = " ".join(heal_tell.closing(Sitting(CARING), region))

    for place_of_facts in ("incident reporting", "safeguarding", "supervision", "speaking up"):
        assert place_of_facts in told
    assert ("Freedom to Speak Up" in told) == (region != "elsewhere")


def test_9_support_is_one_key_away_from_everywhere() -> None:
    """At the door, in the room, at each stop, and over what was kept; and one plain word."""
    rooms = ("heal", "sitting", "kept", "unlock", "company", "element")
    (action,) = [one for one in ACTIONS if one.id == "support"]

    for room in rooms:
        for typing in (False, True):
            assert action in keys.at_foot(room, typing=typing)
        assert action in of_room(room)
    assert action.key == "ctrl+g" and action.plain == "support"
    assert keys.key_name(action.key) in words.DOOR[1].format(
        support=words.SUPPORT_KEY.format(key=keys.key_name(action.key))
    )


def test_10_it_stays_in_its_room_and_what_goes_is_gone(holding: Holding, tmp_path: Path) -> None:
    """In no list, search, look back, offer, or export that does not ask for it by name.

    Stopped without keeping, nothing of it is in any frame that can be decrypted; deleted, neither.
    """
    id = kept(holding)
    work = holding.work
    journal = work.journal

    assert journal.entries() == [] and journal.search(fold("lantern")) == []
    assert journal.reflections() == [] and journal.addresses() == [] and journal.deleted() == []
    assert all(CARING.id not in one.address for one in work.element_lines())
    assert all(CARING.id not in one.address for one in work.offers(10) + work.offers(60))
    work.carrier.export_to(tmp_path / "out")
    assert BYTES not in b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir())
    work.carrier.export_to(tmp_path / "all", with_heal=True)
    assert BYTES in (tmp_path / "all" / "heal-2026.md").read_bytes()

    work.heal.remove(id)
    assert BYTES not in holding.readable()
    here = writing(holding)
    assert BYTES in holding.readable()
    to(here, "keep")
    here.move(Sitting.let_go)
    here.move(Sitting.let_go)
    assert BYTES not in holding.readable()
