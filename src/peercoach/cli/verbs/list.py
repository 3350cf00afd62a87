"""``peercoach list``: notes and ratings, newest first."""

import click

from peercoach.cli import options
from peercoach.cli.answering import list_all
from peercoach.cli.days import span
from peercoach.cli.setting import Setting
from peercoach.errors import NothingFound
from peercoach.words import commands as words

KINDS = (
    *("answer", "note", "example", "words", "coaching", "step", "review", "rating"),
    *("goal", "goal-step", "check-in"),
)


@click.command("list", help=words.LIST)
@click.option("--since", metavar="DAY", help=words.SINCE)
@click.option("--until", metavar="DAY", help=words.UNTIL)
@click.option("--element", metavar="FRAMEWORK/ELEMENT", help=words.ELEMENT)
@click.option("--kind", type=click.Choice(KINDS), help=words.KIND)
@options.space
@options.as_json
@click.pass_obj
def command(
    setting: Setting,
    since: str | None,
    until: str | None,
    element: str | None,
    kind: str | None,
    as_json: bool,
) -> None:
    """Find them and list them; nothing found is an answer of its own."""
    from peercoach.journal.moment import now

    first, last = span(since, until, now().local().date())
    with setting.open() as work:
        found = work.journal.entries(since=first, until=last, element=element, kind=kind)
        if not found:
            raise NothingFound
        list_all(found, as_json=as_json)
