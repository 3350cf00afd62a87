"""``peercoach deidentify``: a text with what could tell who is meant replaced."""

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
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
    setting: Setting,
    file: str,
    dictionary: Path | None,
    names: bool | None,
    lines: bool,
    as_json: bool,
) -> None:
    """Read it, find what could tell who is meant, print it without."""
    finding = _Finding(_dictionary(dictionary), model=_model(names))
    # What can't be read is said before a passphrase is asked for; one that comes before the text
    # on standard input is taken first.
    text = None if file == STDIN else _read(file)
    if setting.vault_given:
        with setting.open() as work:
            known = [*finding.known, *work.people.entries()]
            finding = _Finding(known, work.people.kept(), finding.model)
    text = _read(file) if text is None else text
    if lines:
        for answer in _by_line(text, finding):
            say_json(answer)
    elif as_json:
        say_json(_whole(text, finding))
    else:
        _print(_replaced(text, finding))
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


def _print(text: str) -> None:
    """Print a text as it is: some systems make two characters of each end of a line."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _model(asked: bool | None) -> "NamesModel | None":
    """The names model: where it is installed, unless it was asked to be used, or not to be.

    Raises:
        NamesModelMissing, NamesModelDamaged: it can't be used.
    """
    from peercoach.sharing.detect.model import installed, load

    return load() if asked or (asked is None and installed()) else None


class _Finding:
    """What is found in a text: ``known`` is a private dictionary, ``kept`` words stay."""

    def __init__(
        self,
        known: Sequence["Known"],
        kept: Sequence[str] = (),
        model: "NamesModel | None" = None,
    ) -> None:
        self.known = known
        self.kept = kept
        self.model = model

    @cached_property
    def _detector(self) -> "Detector":
        from peercoach.sharing.detect.detector import Detector

        return Detector(self.known, self.model)

    def spans(self, text: str) -> list["Span"]:
        """Everything that is to be hidden, in order."""
        from peercoach.sharing.kept import without_kept

        return without_kept(self._detector.find(text), text, self.kept, self.known)

    def also(self, names: Sequence[str]) -> "_Finding":
        """The same with more people who are known."""
        if not names:
            return self
        from peercoach.sharing.detect.dictionary import Known

        return _Finding([*self.known, *map(Known, names)], self.kept, self.model)


def _replaced(text: str, finding: _Finding) -> str:
    from peercoach.sharing.replace import Replacer

    return Replacer(finding.known).replace(text, finding.spans(text)).text


def _whole(text: str, finding: _Finding) -> dict[str, Any]:
    from peercoach.sharing.replace import Replacer
    from peercoach.sharing.risks import risks

    spans = finding.spans(text)
    replaced = Replacer(finding.known).replace(text, spans)
    return {
        "text": replaced.text,
        "spans": [{**_span(one.span), "label": one.label} for one in replaced.labels],
        "risks": [
            {"kind": one.kind, "start": one.start, "end": one.end, "says": sharing.RISKS[one.kind]}
            for one in risks(text, spans)
        ],
    }


def _by_line(text: str, finding: _Finding) -> Iterator[dict[str, Any]]:
    """An answer for each note, in order; a note's own dictionary counts beside the one given."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        id, note, names = _note(line, number)
        found = finding.also(names).spans(note)
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
