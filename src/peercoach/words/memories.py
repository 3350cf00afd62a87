"""How something written long ago is brought back, in every interface."""

from datetime import date

from peercoach.words.when import MONTHS

IN_MONTH = "In {month} you wrote"
LAST_YEAR = "In {month} last year you wrote"
IN_YEAR = "In {month} {year} you wrote"
SAME_MONTH = "Early this month you wrote"
QUOTED = "“{text}”"


def heading(when: date, today: date) -> str:
    """As in "In March you wrote"; with the year where the month alone could be two of them."""
    month = MONTHS[when.month - 1]
    months = (today.year - when.year) * 12 + today.month - when.month
    if months == 0:
        return SAME_MONTH
    if months < 12:
        return IN_MONTH.format(month=month)
    if when.year == today.year - 1:
        return LAST_YEAR.format(month=month)
    return IN_YEAR.format(month=month, year=when.year)
