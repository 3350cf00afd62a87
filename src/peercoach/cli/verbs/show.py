"""``peercoach show``: one note, whole."""

from typing import TYPE_CHECKING

import click

from peercoach.cli import options
from peercoach.cli.answering import as_object, say, say_json, text_of
from peercoach.cli.setting import Setting
from peercoach.errors import NoSuchNote
from peercoach.words import commands as words
from peercoach.words import goals, reflect, when

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library
    from peercoach.journal.written import Written


@click.command("show", help=words.SHOW)
@click.argument("id")
@click.option("--versions", is_flag=True, help=words.SHOW_VERSIONS)
@options.as_json
@click.pass_obj
def command(setting: Setting, id: str, versions: bool, as_json: bool) -> None:
    """Show it as it stands, then what it was before."""
    from peercoach.journal import ids
    from peercoach.journal.records import Progress

    number = ids.from_text(id)
    with setting.open() as work:
        found = work.journal.get(number)
        if isinstance(found.record, Progress):
            raise NoSuchNote(id=id)
        shown = [found]
        if versions:
            shown = list(reversed(work.journal.versions(number)))
        for count, written in enumerate(shown):
            if as_json:
                version = {"version": len(shown) - count} if versions else {}
                say_json(as_object(written, text=True) | version)
            else:
                say(*([""] if count else []), *_whole(written, work.library, versions=versions))


def _whole(written: "Written", library: "Library", *, versions: bool) -> list[str]:
    from peercoach.guide.wording import wording_note
    from peercoach.journal.records import Entry, Rating
    from peercoach.journal.told import told

    record = written.record
    last = written.changed or written.when
    at = last.local()
    day, time = at.date().isoformat(), when.clock(at)
    kind = reflect.KINDS_OF_ENTRY[record.kind]
    lines = [words.VERSION_OF.format(day=day, time=time) if versions else f"{kind}, {day} {time}"]
    if isinstance(record, Entry | Rating):
        titles = (record.place.framework_title, record.place.element_title)
        lines += [": ".join(one for one in titles if one)] if any(titles) else []
        wording = wording_note(library, record)
        lines += [one for one in (record.place.ask, wording) if one]
    besides = told(record) if isinstance(record, Entry) else []
    said = [goals.LABELLED.format(label=label, text=text) if label else text
            for label, text in besides]  # fmt: skip
    return [*lines, "", text_of(written), *([""] if said else []), *said]
