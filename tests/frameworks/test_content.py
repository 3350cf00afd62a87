"""How the questions that ship are worded: the rules of the house see what they should."""

from pathlib import Path

import pytest

from peercoach.frameworks.content import MAX_ASK, Lapse, lapses
from peercoach.frameworks.library import open_library
from peercoach.frameworks.load import load
from peercoach.frameworks.model import Document
from tests.frameworks.documents import SESSION, SMALL, framework

SHIPPED = open_library(shipped=Path(__file__).parents[2] / "frameworks", personal=None, extra=None)


def asked(ask: str) -> tuple[Lapse, ...]:
    """The lapses of a framework with this one question."""
    return lapses(framework(SMALL.replace("Tell me what you saw", f'"{ask}"')))


@pytest.mark.parametrize(
    ("ask", "messages"),
    [
        ("What did you notice?", []),
        ("W" * (MAX_ASK - 1) + "?", []),
        ("Tell me what you saw", ["does not end with a question mark"]),
        ("What now?.", ["does not end with a question mark"]),
        ("What? So what?", ["asks more than one question"]),
        ("W" * MAX_ASK + "?", ["is 161 characters long, and 160 is the most"]),
        ("What a day! And you?", ["has an exclamation mark"]),
        ("Go!", ["does not end with a question mark", "has an exclamation mark"]),
    ],
)
def test_a_lapse_is_seen(ask: str, messages: list[str]) -> None:
    """A question that is long, double, loud or no question is told, with its address."""
    found = asked(ask)

    assert [lapse.message for lapse in found] == messages
    assert all(lapse.where == "small/one/first" for lapse in found)


def test_every_question_is_looked_at() -> None:
    """Ratings, follow-ups, prompts and an agreement's questions are held to the same."""
    text = SMALL.replace("saw}", "saw, follow_ups: [And then]}").replace(
        "elements:",
        "ratings:\n  - id: often\n    ask: How often\n"
        "    scale: [{value: 1, label: A}, {value: 2, label: B}]\nelements:",
    )

    wheres = [lapse.where for lapse in lapses(framework(text))]

    assert wheres == ["small/often", "small/one/first", "small/one/first/1"]


def test_a_session_plan_is_looked_at(tmp_path: Path) -> None:
    """Prompts of a part and questions of an agreement are told by their addresses."""
    file = tmp_path / "plan.yaml"
    file.write_text(SESSION.read_text().replace("hour?", "hour").replace("other?", "other"))

    wheres = [lapse.where for lapse in lapses(load(file))]

    assert wheres == ["two-by-the-window/agreement/who", "two-by-the-window/talk/wish"]
    assert lapses(load(SESSION)) == ()


def test_what_ships_has_no_lapse() -> None:
    """Every question of the shipped library, the Welsh too, is worded as the house words them."""
    documents: list[Document] = [*SHIPPED.frameworks.values(), *SHIPPED.plans.values()]

    assert len(documents) >= 13
    assert [lapse for one in documents for lapse in lapses(one)] == []


def test_a_person_may_word_things_otherwise() -> None:
    """The loader takes any question that has words: the house's rules are not the format's."""
    assert framework(SMALL).element("one").question("first").ask == "Tell me what you saw"
