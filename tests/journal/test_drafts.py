"""What is being typed, kept."""

from typing import Any

import pytest

from peercoach.journal.drafts import DraftBox, SavedDraft
from peercoach.journal.moment import Moment
from peercoach.journal.records import Draft, Progress
from peercoach.journal.store import Journal
from peercoach.vault.vault import Vault
from tests.journal.making import MARCH, place

PROGRESS = Progress(
    framework="walking",
    framework_title="Walking",
    title="Hills",
    course=("hills",),
    at="hills/question/up",
    kept={"hills/step": 4},
    skipped=("hills/words",),
)


def saved(text: str = "half a thou", *, reflection: int = 9) -> SavedDraft:
    draft = Draft(reflection=reflection, progress=PROGRESS, text=text, cursor=4, saved_at=MARCH)
    return SavedDraft(draft, Moment(MARCH, 60, "CET"), "ab12", place(), "answer")


def test_a_draft_comes_back_whole(journal: Journal) -> None:
    """Text, cursor, where it stood, what it answers, when and upon what: all come back."""
    journal.drafts.save(saved())

    assert journal.drafts.all() == {9: saved()}


def test_a_reflection_has_one_draft(journal: Journal) -> None:
    """Saving again takes the place of the earlier one; another reflection's stays."""
    journal.drafts.save(saved())
    journal.drafts.save(saved("other", reflection=10))
    journal.drafts.save(saved("half a thought"))

    assert {id: one.draft.text for id, one in journal.drafts.all().items()} == {
        9: "half a thought",
        10: "other",
    }


def test_an_ended_draft_is_gone(journal: Journal) -> None:
    """Ending forgets a draft; ending one that isn't there changes nothing."""
    journal.drafts.save(saved())

    journal.drafts.end(9)
    journal.drafts.end(9)

    assert journal.drafts.all() == {}


@pytest.mark.parametrize(
    "change",
    [{"schema": 2}, {"kind": "letter"}, {"cursor": "four"}, {"text": None}, {"course": []}],
)
def test_a_draft_that_we_can_not_read_is_passed_over(vault: Vault, change: dict[str, Any]) -> None:
    """A draft of a newer program is left where it is, and the others are offered."""
    box = DraftBox(vault.drafts)
    box.save(saved())
    vault.drafts.save("10", {**vault.drafts.all()["9"], "reflection": 10, **change})

    assert list(box.all()) == [9]
    assert "10" in vault.drafts.all()


def test_a_cursor_past_the_end_stands_at_the_end(vault: Vault) -> None:
    """A cursor that lies outside the text is brought back to its end."""
    box = DraftBox(vault.drafts)
    box.save(saved())
    vault.drafts.save("9", {**vault.drafts.all()["9"], "cursor": 400})

    assert box.all()[9].draft.cursor == len("half a thou")
