"""Which time zone the computer is in, and what is taken where nobody can tell."""

from zoneinfo import ZoneInfoNotFoundError

import pytest
import tzlocal

from peercoach import zone


def test_it_is_where_the_computer_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zone that is named is taken, each time anew: a laptop travels."""
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    first = zone.place()
    monkeypatch.setenv("TZ", "Europe/Paris")

    assert (first, zone.place()) == ("Asia/Kolkata", "Europe/Paris")


def test_where_nobody_can_tell_it_is_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that doesn't say, or says what no list has, is taken to be in London."""

    def lost() -> object:
        raise ZoneInfoNotFoundError("nowhere")

    monkeypatch.setattr(tzlocal, "reload_localzone", lost)

    assert zone.place() == "Europe/London"
    assert zone.known("Moon/Tranquility").key == "Europe/London"
    assert zone.known("../../etc/passwd").key == "Europe/London"
    assert zone.known("").key == "Europe/London"
