"""The last scan, attacked: whatever stands in a note, no name that is known leaves in any form."""

from pathlib import PurePath

from hypothesis import HealthCheck, Phase, given, settings

from peercoach.errors import NameLeft
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.leaving import Reviewed
from peercoach.sharing.write import FORMATS, ready, written
from tests.sharing.hostile import HOSTILE, PLAIN, Told, told
from tests.sharing.opened import pieces
from tests.sharing.shares import reviewed
from tests.sharing.tokens import count, words

QUIET = settings(
    max_examples=15,
    deadline=None,
    # What is found is short already; to make it shorter would take minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FILE = PurePath("notes")


def told_names(known: list[Known]) -> list[str]:
    """Every name and other name but initials."""
    names = [name for one in known for name in (one.name, *one.also)]
    return [name for name in names if not (sum(map(str.isalnum, name)) <= 3 and name.isupper())]


def standing(content: bytes, bare: bytes, format: str, known: list[Known]) -> list[str]:
    """Names that stand in a file more often than in the same without its author's words."""
    mine, ours = ([words(one) for one in pieces(each, format)] for each in (content, bare))
    return [
        name
        for name in told_names(known)
        if sum(count(name, one) for one in mine) > sum(count(name, one) for one in ours)
    ]


def leaves(one: Told) -> Reviewed:
    return reviewed(one.notes, one.ratings, known=one.known, recipient=one.recipient)


@QUIET
@given(told(PLAIN))
def test_ordinary_text_leaves_in_every_form_without_a_name(one: Told) -> None:
    """However people and places are called in it, there is a file, and none of them is in it."""
    share = leaves(one)

    for format in FORMATS:
        content = ready(share, FILE, format, known=one.known, large=one.large)
        bare = written(share.bare, format, large=one.large)
        assert standing(content, bare, format, one.known) == []


@QUIET
@given(told((*PLAIN, *HOSTILE), wild=True))
def test_hostile_text_leaves_without_a_name_or_not_at_all(one: Told) -> None:
    """Markup, entities, what shows nothing, other directions: no file, or none with a name."""
    share = leaves(one)

    for format in FORMATS:
        try:
            content = ready(share, FILE, format, known=one.known, large=one.large)
        except NameLeft:
            continue
        bare = written(share.bare, format, large=one.large)
        assert standing(content, bare, format, one.known) == []
