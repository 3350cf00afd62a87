"""What the tests of this folder read in a page: its links, the tests it names, its plain prose."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.architecture.house import ROOT

DOCS = ROOT / "docs"
NAMED = re.compile(r"`(tests/[a-z0-9_/]+\.py)::(test_[a-z0-9_]+)`")
_LINK = re.compile(r"\]\(([^)]+)\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
_BLOCK = re.compile(r"```.*?```", re.DOTALL)


def page(name: str) -> str:
    """The text of a page, by its path from the top of the project."""
    return (ROOT / name).read_text("utf-8")


def lost(name: str) -> list[str]:
    """Links of a page that lead nowhere: to no file, or to no heading of it."""
    folder, found = (ROOT / name).parent, []
    for link in _LINK.findall(_BLOCK.sub("", page(name))):
        path, _, anchor = link.partition("#")
        target = folder / path if path else ROOT / name
        if re.match(r"[a-z]+:", link):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            found.append(link)
    return found


def anchors(text: str) -> set[str]:
    """The names by which the headings of a page can be linked."""
    bare = [re.sub(r"[^\w\- ]", "", one.lower()) for one in _HEADING.findall(text)]
    return {one.strip().replace(" ", "-") for one in bare}


def linked(name: str) -> set[Path]:
    """The files that a page links to."""
    links = [link.partition("#")[0] for link in _LINK.findall(page(name))]
    return {((ROOT / name).parent / one).resolve() for one in links if one and ":" not in one}


def unknown(name: str) -> list[str]:
    """What a page names as a test, and which there is not; loose mentions count as such."""
    mentions = re.findall(r"`[^`]*test_[^`]*`", page(name))
    named = [(one, NAMED.fullmatch(one)) for one in mentions]
    return [one for one, found in named if found is None or found[2] not in tests_in(found[1])]


@cache
def tests_in(file: str) -> frozenset[str]:
    """The names of the functions in a file of tests; none where there is no file."""
    if not (ROOT / file).exists():
        return frozenset()
    tree = ast.parse(page(file))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, functions))


def parts(name: str) -> dict[str, str]:
    """The prose of a page under each of its headings: no code, no tables, links as their words."""
    text = _BLOCK.sub("", page(name))
    text = re.sub(r"`[^`]*`|\[([^\]]*)\]\([^)]*\)|<!--.*?-->|(?m:^\|.*$)", r"\1", text)
    _, *found = re.split(r"(?m)^(#+ .*)$", text)
    named = dict(zip(found[::2], found[1::2], strict=True))
    return {heading: prose for heading, prose in named.items() if prose.strip()}
