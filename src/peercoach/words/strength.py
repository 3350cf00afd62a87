"""What is said about a passphrase while it is chosen: how long guessing it would take."""

NOTHING_YET = "Take your time. A few words that only you would put together are best."
TOO_SHORT = "This is short. It needs at least {least} characters."
GUESSED_IN = "This could be guessed in {time}. {more}"
HARD_TO_GUESS = "This could take {time} to guess. {more}"

TIMES: tuple[tuple[float, str], ...] = (
    (60, "less than a minute"),
    (60 * 60, "less than an hour"),
    (2 * 60 * 60, "about an hour"),
    (24 * 60 * 60, "less than a day"),
    (14 * 24 * 60 * 60, "some days"),
    (60 * 24 * 60 * 60, "some weeks"),
    (365 * 24 * 60 * 60, "some months"),
    (30 * 365 * 24 * 60 * 60, "some years"),
    (100 * 365 * 24 * 60 * 60, "a lifetime"),
    (float("inf"), "much longer than a lifetime"),
)
"""Seconds below which a length of time is called so."""

MORE = (
    "A few more words would help a lot.",
    "A few more words would help a lot.",
    "One or two more words would help.",
    "One more word would make it last.",
    "It will do well.",
)
"""What would help, by score."""


def guessing_time(seconds: float) -> str:
    """A length of time in words, as one would say it."""
    return next(name for below, name in TIMES if seconds < below)
