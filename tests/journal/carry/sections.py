"""Notes as a file of an export, without a notebook around them."""

from collections.abc import Sequence

from peercoach.journal import documents
from peercoach.journal.carry import markdown
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry
from tests.journal.making import MARCH


def sectioned(written: Sequence[str]) -> str:
    """One note a minute, each with one of these texts."""
    revisions = [
        [documents.new(Entry(kind="note", text=text), Moment(MARCH + 60_000 * at, 0, "GMT"))]
        for at, text in enumerate(written)
    ]
    [file] = markdown.years(revisions, versions=False)[0].values()
    return file
