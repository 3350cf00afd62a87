"""The name that somebody probably meant."""

from collections.abc import Iterable

_LONGEST_COMPARED = 60
_LIKENESS = 0.72


def nearest(name: str, options: Iterable[str]) -> str:
    """The option most like ``name``, or empty text where none is like it.

    Case, spaces, dashes and underscores are taken as the same, and so are letters that changed
    places, since those are what people mix up.
    """
    if len(name) > _LONGEST_COMPARED:
        return ""
    # Only needed when something is wrong, and costs as much to import as a small file to read.
    from difflib import get_close_matches

    wanted = _fold(name)
    folded = {_fold(option): option for option in options}
    close = get_close_matches(wanted, folded, n=1, cutoff=_LIKENESS)
    # In a short name, two letters the wrong way round are a large part of it.
    close = close or [option for option in folded if sorted(option) == sorted(wanted)]
    return folded[close[0]] if close else ""


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
