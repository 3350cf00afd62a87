"""``peercoach note``: keeps one note."""

from typing import TYPE_CHECKING, Any

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.asking import text_from
from peercoach.cli.setting import Setting
from peercoach.errors import NoSuchQuestion, UsedWrongly
from peercoach.words import commands as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.journal.records import Place

KINDS = ("note", "answer", "example")


@click.command("note", help=words.NOTE)
@click.argument("text", nargs=-1)
@click.option("--element", metavar="FRAMEWORK/ELEMENT", help=words.NOTE_ELEMENT)
@click.option("--question", metavar="ID", help=words.NOTE_QUESTION)
@click.option("--kind", type=click.Choice(KINDS), help=words.NOTE_KIND)
@options.space
@options.as_json
@click.pass_obj
def command(
    setting: Setting,
    text: tuple[str, ...],
    element: str | None,
    question: str | None,
    kind: Any,
    as_json: bool,
) -> None:
    """Open the notebook, then ask for the words, then keep them."""
    from peercoach.journal import ids
    from peercoach.journal.records import Entry

    kind = kind or ("answer" if question else "note")
    _refuse_misfits(element, question, kind)
    with setting.open() as work:
        place = _place(work.library, element, question)
        asked = (place.ask, words.ASK_ANSWER) if place.ask else (words.ASK_NOTE,)
        written_text = text_from(text, *asked)
        if not written_text.strip():
            raise UsedWrongly(detail=words.NOT_TAKEN)
        written = work.journal.add(Entry(kind=kind, text=written_text, place=place))
    id = ids.to_text(written.id)
    if as_json:
        say_json({"id": id, "written_at": written.when.iso()})
    else:
        say(words.KEPT.format(id=id))


def _refuse_misfits(element: str | None, question: str | None, kind: str) -> None:
    if question and not element:
        raise UsedWrongly(detail=words.QUESTION_ALONE)
    if kind == "answer" and not (question and element):
        raise UsedWrongly(detail=words.ANSWER_ALONE)


def _place(library: "Library", address: str | None, question: str | None) -> "Place":
    """What the note belongs to, with the wording of now.

    Raises:
        NoSuchElement, NoSuchQuestion: it is not in the library.
        UsedWrongly: it asks for more care than a command has.
    """
    from difflib import get_close_matches

    from peercoach.journal.records import Place
    from peercoach.words.frameworks import did_you_mean

    if address is None:
        return Place()
    framework, element = library.find(address)
    if framework.care:
        raise UsedWrongly(detail=words.NOT_HERE.format(title=framework.title))
    asked = ""
    if question is not None:
        found = {one.id: one.ask for one in element.questions}
        if question not in found:
            near = get_close_matches(question, found, n=1)
            raise NoSuchQuestion(question=question, nearest=did_you_mean(near[0] if near else ""))
        asked = found[question]
    return Place(
        framework=framework.id,
        framework_title=framework.title,
        version=framework.version,
        element=element.id,
        element_title=element.title,
        question=question or "",
        ask=asked,
    )
