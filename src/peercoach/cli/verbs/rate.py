"""``peercoach rate``: keeps one rating."""

from typing import TYPE_CHECKING

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.setting import Setting
from peercoach.errors import NoSuchRating, UsedWrongly
from peercoach.words import commands as words

if TYPE_CHECKING:
    from peercoach.frameworks.model import Element, Framework
    from peercoach.journal.records import Rating


@click.command("rate", help=words.RATE, context_settings={"ignore_unknown_options": True})
@click.argument("address", metavar="FRAMEWORK/ELEMENT")
@click.argument("value")
@click.option("--rating", metavar="ID", help=words.RATE_RATING)
@options.space
@options.as_json
@click.pass_obj
def command(setting: Setting, address: str, value: str, rating: str | None, as_json: bool) -> None:
    """Find the step, then open the notebook and keep it."""
    from peercoach.journal import ids

    framework, element = setting.library().find(address)
    if framework.care:
        raise UsedWrongly(detail=words.NOT_HERE.format(title=framework.title))
    record = _rating(framework, element, rating, value)
    with setting.open() as work:
        written = work.journal.rate(record)
    id = ids.to_text(written.id)
    if as_json:
        say_json({"id": id, "written_at": written.when.iso()})
    else:
        say(words.KEPT.format(id=id))


def _rating(framework: "Framework", element: "Element", name: str | None, typed: str) -> "Rating":
    """The rating that was typed, by the number of its step or by its words.

    Raises:
        NoSuchRating: there is no such rating, or no such step; names those there are.
        UsedWrongly: the framework has none.
    """
    from peercoach.journal.records import Place, Rating
    from peercoach.plain.tell import value_of

    if not framework.ratings:
        raise UsedWrongly(detail=words.NO_RATING.format(title=framework.title))
    found = [one for one in framework.ratings if name in (None, one.id)]
    if not found:
        raise NoSuchRating(values=", ".join(one.id for one in framework.ratings))
    rating = found[0]
    labels = {step.value: step.label for step in rating.scale}
    value = value_of(typed, labels)
    if value is None:
        raise NoSuchRating(values=", ".join(f"{n} ({label})" for n, label in labels.items()))
    place = Place(
        framework=framework.id,
        framework_title=framework.title,
        version=framework.version,
        element=element.id,
        element_title=element.title,
        question=rating.id,
        ask=rating.ask,
    )
    return Rating(rating=rating.id, value=value, label=labels[value], place=place)
