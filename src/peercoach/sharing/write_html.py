"""What may leave as one HTML file: no script, nothing fetched, read by any browser."""

from peercoach.sharing.chart import chart
from peercoach.sharing.headings import heading_of, question_of
from peercoach.sharing.leaving import Reviewed
from peercoach.sharing.paragraphs import is_short, paragraphs
from peercoach.sharing.rated import elements
from peercoach.templating import filled
from peercoach.words import share as words


def html(reviewed: Reviewed, *, large: bool = False) -> bytes:
    """UTF-8. ``large`` prints at 18 points."""
    values = {
        "large": large,
        "title": words.TITLES[reviewed.recipient],
        "made": words.MADE.format(season=reviewed.made),
        "notes": [
            (heading_of(one), question_of(one), paragraphs(one), is_short(one))
            for one in reviewed.notes
        ],
        "elements": elements(reviewed.ratings),
        "chart": chart,
        "words": words,
    }
    return filled("peercoach.sharing", "share.html.j2", values, escape=True).encode("utf-8")
