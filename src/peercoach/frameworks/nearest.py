"""The name that somebody probably meant."""

from collections.abc import Iterable

_LONGEST_COMPARED = 60


def nearest(name: str, options: Iterable[str]) -> str:
    """The option most like ``name``, or empty text where none is like it.

    Case, spaces, dashes and underscores are taken as the same, since those are what people mix up.
    """
    if len(name) > _LONGEST_COMPARED:
        return ""
    # Only needed when something is wrong, and costs as much to import as a small file to read.
    from difflib import get_close_matches

    folded = {_fold(option): option for option in options}
    close = get_close_matches(_fold(name), folded, n=1, cutoff=0.65)
    return folded[close[0]] if close else ""


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
