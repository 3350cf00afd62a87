"""The draft for information governance: ours is so, and what is a trust's is left to it."""

import re

import pytest

from peercoach.journal.removing import UNDO_DAYS
from peercoach.settings import SHARED_LOCK_MINUTES, Settings
from peercoach.strength import LEAST
from peercoach.vault.backups import KEPT
from peercoach.words import support, welcome
from tests.cli.help_texts import helps
from tests.docs.pages import DOCS, linked, page, parts
from tests.reading import grade

NAME = "docs/for-information-governance.md"
PAGE = page(NAME)
OURS = "For the trust to confirm"
SECTIONS = re.split(r"(?m)^(?=## \d+\. )", PAGE)[1:]
TOPICS = (
    "Purpose", "Who is the controller", "Lawful bases", "Where data goes", "Retention",
    "Requests and rights", "Courts", "What belongs elsewhere", "Managers", "de-identification",
    "Risks", "DTAC", "DCB0129 and DCB0160", "Accessibility", "Where the software comes from",
)  # fmt: skip


def rows(section: str) -> list[list[str]]:
    """The cells of each row of the tables in a section, without heads and lines below them."""
    cells = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:2] == "| "]
    return [one for one in cells if "---" not in one[0]]


def named(topic: str) -> str:
    """The one section whose heading has this in it."""
    [found] = [one for one in SECTIONS if topic in one.splitlines()[0]]
    return found


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_its_section(topic: str) -> None:
    """What a DPIA of it has to speak of is there."""
    assert len(named(topic).split()) > 40


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.split(".")[0])
def test_each_section_leaves_the_trusts_part_to_it(section: str) -> None:
    """No section decides for a trust: each says, in the same words, what is for it to confirm."""
    marked = re.findall(r"(?i)for the trust to confirm", section)

    assert marked
    assert set(marked) == {OURS}


def test_no_likelihood_and_no_lawful_basis_is_decided() -> None:
    """Each risk leaves likelihood and impact open, with measures and what is left in words."""
    risks = rows(named("Risks"))[1:]

    assert [one[0] for one in risks] == [str(number) for number in range(1, len(risks) + 1)]
    assert len(risks) > 12
    assert {(one[4], one[5]) for one in risks} == {(OURS, OURS)}
    assert all(len(one[2]) > 10 and len(one[3]) > 10 for one in risks)
    assert {one[-1] for one in rows(named("Lawful bases"))[1:]} == {OURS}
    assert {one[-1] for one in rows(named("DTAC"))[1:]} == {OURS}


def test_what_it_quotes_of_the_format_stands_there() -> None:
    """Each quotation is, word for word, in the specification."""
    quoted, format = re.findall(r"(?m)^> (.*)$", PAGE), page("docs/vault-format.md")

    assert len(quoted) >= 5
    assert [one for one in quoted if one not in format] == []


def test_it_repeats_no_figure_that_was_measured() -> None:
    """Recall, leaks and their intervals stand in one place, which it links."""
    assert re.findall(r"\d ?%|\b[01]?\.\d{2,}", PAGE) == []
    assert DOCS / "de-identification.md" in linked(NAME)


def test_its_numbers_are_those_of_the_program() -> None:
    """Minutes, days, backups and the least passphrase are what the program has."""
    minutes = Settings().auto_lock_minutes

    assert f"{minutes} idle minutes, {SHARED_LOCK_MINUTES} where" in PAGE
    assert f"for {UNDO_DAYS} days" in PAGE
    assert KEPT == 5
    assert "newest five of its own backups" in PAGE
    assert f"fewer than {LEAST} characters" in PAGE
    assert not Settings().goal_figure


def test_what_it_says_of_the_first_screen_and_of_support_is_said_there() -> None:
    """Writing reports nothing, and where things belong is told by the program itself."""
    first = " ".join(welcome.LINES)
    belongs = " ".join(support.belongs("england")[1])

    assert "what you learned, not what happened to someone" in first
    assert "organisation's own system" in first
    for one in ("incident reporting", "safeguarding lead", "Freedom to Speak Up", "supervision"):
        assert one in belongs
        assert one in named("What belongs elsewhere")


def test_what_it_says_is_missing_is_missing() -> None:
    """What it says the program does not do yet has no command; with one, the page has to change."""
    joins = "peercoach evaluate" in helps()

    assert joins != ("does not yet join shares of several people" in PAGE)


def test_it_is_linked_and_its_sentences_are_short() -> None:
    """The README links it; half of its parts read at grade 8 or below, and none above 12."""
    grades = sorted(grade(prose) for prose in parts(NAME).values())

    assert DOCS / "for-information-governance.md" in linked("README.md")
    assert grades[len(grades) // 2] < 8
    assert grades[-1] < 12
