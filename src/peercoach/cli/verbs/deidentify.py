"""``peercoach deidentify``: a text with what could tell who is meant replaced."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peercoach.cli import options
from peercoach.cli.answering import say_json
from peercoach.cli.setting import STDIN, Setting, say_aside
from peercoach.errors import UsedWrongly
from peercoach.words import commands as words
from peercoach.words import sharing

if TYPE_CHECKING:
    from peercoach.sharing.detect.detector import Detector
    from peercoach.sharing.detect.dictionary import Known
    from peercoach.sharing.detect.model import NamesModel
    from peercoach.sharing.detect.spans import Span


@click.command("deidentify", help=words.DEIDENTIFY)
@click.argument("file", default=STDIN, metavar="[FILE|-]")
@click.option(
    "--dictionary",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=words.DEIDENTIFY_DICTIONARY,
)
@click.option("--names/--no-names", default=None, help=words.DEIDENTIFY_NAMES)
@click.option("--lines", is_flag=True, help=words.DEIDENTIFY_LINES)
@options.as_json
@click.pass_obj
def command(
    _setting: Setting,
    file: str,
    dictionary: Path | None,
    names: bool | None,
    lines: bool,
    as_json: bool,
) -> None:
    """Read it, find what could tell who is meant, print it without."""
    known = _dictionary(dictionary)
    text = _read(file)
    model = _model(names)
    if lines:
        for answer in _by_line(text, known, model):
            say_json(answer)
    elif as_json:
        say_json(_whole(text, known, model))
    else:
        sys.stdout.write(_replaced(text, known, model))
        if sys.stdout.isatty():
            say_aside(words.READ_IT)


def _dictionary(path: Path | None) -> list["Known"]:
    if path is None:
        return []
    # Only a dictionary needs what reads YAML.
    from peercoach.sharing.dictionary_file import read_dictionary

    return read_dictionary(path)


def _read(file: str) -> str:
    """The whole text, its line ends as they are.

    Raises:
        UsedWrongly: there is no such file, or it is no text.
    """
    try:
        raw = sys.stdin.buffer.read() if file == STDIN else Path(file).expanduser().read_bytes()
    except OSError:
        raise UsedWrongly(detail=sharing.NO_TEXT_FILE.format(path=file)) from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UsedWrongly(detail=sharing.NOT_TEXT) from None


def _model(asked: bool | None) -> "NamesModel | None":
    """The names model: where it is installed, unless it was asked to be used, or not to be.

    Raises:
        NamesModelMissing, NamesModelDamaged: it can't be used.
    """
    from peercoach.sharing.detect.model import installed, load

    return load() if asked or (asked is None and installed()) else None


def _detector(known: Sequence["Known"], model: "NamesModel | None") -> "Detector":
    from peercoach.sharing.detect.detector import Detector

    return Detector(known, model)


def _replaced(text: str, known: Sequence["Known"], model: "NamesModel | None") -> str:
    from peercoach.sharing.replace import Replacer

    return Replacer(known).replace(text, _detector(known, model).find(text)).text


def _whole(text: str, known: Sequence["Known"], model: "NamesModel | None") -> dict[str, Any]:
    from peercoach.sharing.replace import Replacer
    from peercoach.sharing.risks import risks

    spans = _detector(known, model).find(text)
    replaced = Replacer(known).replace(text, spans)
    return {
        "text": replaced.text,
        "spans": [{**_span(one.span), "label": one.label} for one in replaced.labels],
        "risks": [
            {"kind": one.kind, "start": one.start, "end": one.end, "says": sharing.RISKS[one.kind]}
            for one in risks(text, spans)
        ],
    }


def _by_line(
    text: str, known: Sequence["Known"], model: "NamesModel | None"
) -> Iterator[dict[str, Any]]:
    """An answer for each note, in order; a note's own dictionary counts beside the one given."""
    from peercoach.sharing.detect.dictionary import Known

    plain = _detector(known, model)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        id, note, names = _note(line, number)
        own = [*known, *(Known(name) for name in names)]
        found = (_detector(own, model) if names else plain).find(note)
        yield {"id": id, "text": note, "spans": [_span(one) for one in found]}


def _note(line: str, number: int) -> tuple[object, str, list[str]]:
    """Raises ``UsedWrongly`` where the line is no note."""
    try:
        value = json.loads(line)
        json.dumps(value, ensure_ascii=False).encode()  # Half a surrogate pair can't be answered.
    except (ValueError, RecursionError):
        value = None
    names = value.get("dictionary") or [] if isinstance(value, dict) else []
    well = isinstance(value, dict) and isinstance(value.get("text"), str) and "id" in value
    if not well or not isinstance(names, list) or not all(isinstance(one, str) for one in names):
        raise UsedWrongly(detail=sharing.BAD_LINE.format(line=number))
    return value["id"], value["text"], [one for one in names if one.strip()]


def _span(span: "Span") -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "type": span.kind,
        "certainty": span.certainty,
    }
