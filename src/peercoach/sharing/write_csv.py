"""Ratings that may leave as a table (RFC 4180), for a spreadsheet; notes are no part of it."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from peercoach.sharing.leaving import LeavingRating, Reviewed

COLUMNS: Final = (
    *("framework", "framework_title", "element", "element_title"),
    *("rating", "ask", "value", "label", "when"),
)
# Without it Excel takes a file for one of the computer's own code page, and "café" comes out as
# something else; LibreOffice, R and pandas (as "utf-8-sig") take it as it is meant.
_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What makes a spreadsheet take a cell for a formula, those of full width in some languages.
_FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def ratings_as_csv(reviewed: Reviewed, *, large: bool = False) -> bytes:
    """UTF-8 with a mark at its start, a row a rating. ``large`` makes no difference here."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows(_row(one) for one in reviewed.ratings)
    return (_MARK + written.getvalue()).encode("utf-8")


def _row(one: LeavingRating) -> Iterator[str | int]:
    framework, _, element = one.wording.address.partition("/")
    yield from map(harmless, (framework, one.wording.framework, element, one.wording.element))
    yield from map(harmless, (one.rating, one.wording.ask))
    # Ours, and a number: a minus before it begins no formula.
    yield one.value
    yield from map(harmless, (one.label, one.when))


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before it says that it is text.

    What may begin a formula is told by OWASP's page on CSV injection.
    """
    # Blanks at its beginning may be dropped by whoever opens it.
    risky = cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)
    return f"'{cell}" if risky else cell
