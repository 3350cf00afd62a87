"""What stands on a worksheet, whatever it is written as."""

from peercoach.frameworks.worksheet.sheet import make_sheet
from peercoach.words import support
from peercoach.words import worksheet as words
from tests.frameworks.documents import SMALL, framework
from tests.frameworks.worksheet.sheets import full, shipped


def test_every_element_and_question_is_there_once_in_order() -> None:
    """A worksheet of a framework holds all its elements, and each question with a number."""
    found = shipped("peer-leadership")

    sheet = make_sheet(found)

    assert [page.element for page in sheet.pages] == list(found.elements)
    for page in sheet.pages:
        asks = [ask for group in page.groups for ask in group.asks]
        assert [ask.question for ask in asks] == list(page.element.questions)
        assert [ask.number for ask in asks] == list(range(1, len(asks) + 1))


def test_questions_stand_by_level() -> None:
    """Where a framework has levels, its questions stand by level, those without one last."""
    sheet = make_sheet(full())

    groups = [
        (group.level, [ask.question.id for ask in group.asks]) for group in sheet.pages[0].groups
    ]

    assert groups == [("A first look", ["value"]), ("", ["whose"])]


def test_elements_can_be_picked() -> None:
    """A worksheet can be of some elements, in the order in which they were asked for."""
    found = shipped("what-so-what-now-what")
    what, _, now = found.elements

    assert [page.element for page in make_sheet(found, elements=[now, what]).pages] == [now, what]


def test_steps_say_the_order() -> None:
    """A framework's own walk is the order of its pages; what it does not visit comes last."""
    text = SMALL.replace("elements:", "steps: [{id: s, title: S, elements: [two]}]\nelements:", 1)
    two = "  - {id: two, title: Two, questions: [{id: a, ask: A}]}\n"

    sheet = make_sheet(framework(text + two))

    assert [page.element.id for page in sheet.pages] == ["two", "one"]


def test_an_answer_can_be_typed_in() -> None:
    """It names the command that takes an answer, and each page its element."""
    sheet = make_sheet(shipped("peer-leadership"))

    assert [page.address for page in sheet.pages][:1] == ["peer-leadership/sharing-the-movement"]
    assert sheet.example == (
        "peercoach note",
        "--element peer-leadership/sharing-the-movement",
        "--question face-change",
    )


def test_care_has_a_door_and_no_command() -> None:
    """A care framework begins with the door and the support lines of the region."""
    sheet = make_sheet(full(), region="wales")

    assert sheet.door is not None
    assert sheet.door.support == tuple(support.sections("wales"))
    assert any("10 minutes" in line for line in sheet.door.lines)
    assert [page.address for page in sheet.pages] == ["", ""]
    assert sheet.example == ()
    assert make_sheet(shipped("peer-leadership")).door is None


def test_credits_travel_with_it() -> None:
    """Each source is named with what was used of it."""
    assert make_sheet(full()).sources == (
        "Notes on standing beside (Example Press, 2021). ideas only",
        "A talk. the name of one step",
    )
    assert words.source("A", None, None, "B") == "A. B"
