"""``peercoach import``: notes from other files, each once."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.setting import Setting
from peercoach.words import carry
from peercoach.words import commands as words

if TYPE_CHECKING:
    from peercoach.carrier import Imported
    from peercoach.journal.carry.found import Where


@click.command("import", help=words.IMPORT)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE...",
)
@options.as_json
@click.pass_obj
def command(setting: Setting, files: tuple[Path, ...], as_json: bool) -> int:
    """Keep what is in them, and tell what was not kept and why."""
    with setting.open() as work:
        found = work.carrier.bring_in(files)
    added = sum(one.taken.added for one in found)
    same = sum(one.taken.same for one in found)
    gone = sum(one.taken.gone for one in found)
    refused = sum(one.taken.refused for one in found)
    if as_json:
        say_json(
            {"added": added, "skipped": same + gone + refused, "reports": list(_reports(found))}
        )
    else:
        say(*_lines(found))
        said = carry.IMPORTED_SAME if same else carry.IMPORTED
        say(said.format(added=added, same=same))
    return 1 if refused else 0


def _reports(found: "Sequence[Imported]") -> Iterator[dict[str, object]]:
    """What there is to say of each file, by place; what was here already is counted."""
    for one in found:
        if one.taken.same:
            said = {"kind": "here-already", "reason": carry.reason("here-already")}
            yield {"file": one.file, "where": "", **said, "count": one.taken.same}
        for telling in one.taken.told:
            yield {
                "file": one.file,
                "where": _where(telling.where),
                "kind": telling.kind,
                "reason": carry.reason(telling.kind),
            }


def _lines(found: "Sequence[Imported]") -> Iterator[str]:
    for one in found:
        for telling in one.taken.told:
            where, reason = _where(telling.where), carry.reason(telling.kind)
            said = carry.PLACE_LINE if where else carry.FILE_LINE
            yield said.format(file=one.file, where=where, reason=reason)


def _where(where: "Where") -> str:
    return carry.where(where.kind, number=where.number, space=where.space)
