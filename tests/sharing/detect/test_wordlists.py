"""The lists that ship."""

from dataclasses import fields
from importlib.resources import files

import pytest

from peercoach.sharing.detect import wordlists
from peercoach.sharing.detect.postcodes import AREAS
from peercoach.sharing.detect.tokens import plain

OURS = sorted(
    one.name.removesuffix(".txt").removeprefix("ours-")
    for one in files("peercoach.sharing.detect").joinpath("lists").iterdir()
    if one.name.startswith("ours-")
)


def test_long_lists() -> None:
    """Each long list has what it should have, in folded form."""
    lists = wordlists.lists()

    assert {"priya", "anna", "tunde"} <= lists.first
    assert {"hope", "grace", "will"} <= lists.cued
    assert {"middlesbrough", "newcastle upon tyne"} <= lists.places
    assert not {"kettle", "supervision"} & (lists.first | lists.last)
    for one in fields(lists):
        words = getattr(lists, one.name)
        assert len(words) > 100
        assert all(word == plain(word) for word in sorted(words)[::50])


@pytest.mark.parametrize("name", OURS)
def test_our_lists(name: str) -> None:
    """Each list of our own has a line that says what it is, and words."""
    file = files("peercoach.sharing.detect").joinpath("lists", f"ours-{name}.txt")
    head, *lines = file.read_text("utf-8").splitlines()

    assert head.startswith("# ")
    assert head.endswith(".")
    assert any(lines)
    assert wordlists.ours(name)


def test_postcode_areas() -> None:
    """There are 124 areas: one or two capitals each."""
    assert len(AREAS) == len(set(AREAS)) == 124
    assert all(len(one) in (1, 2) and one.isupper() for one in AREAS)


def test_phrases_begin_with_the_longest() -> None:
    """Of two phrases that begin alike, the longer is looked for first."""
    lengths = [len(one) for one in wordlists.SAFE_PHRASES]

    assert lengths == sorted(lengths, reverse=True)
