"""Worksheets that tests look at, and frameworks to make them of."""

import re
from html.parser import HTMLParser
from pathlib import Path

from peercoach.frameworks.load import load
from peercoach.frameworks.model import Framework
from tests.frameworks.documents import FULL, framework

SHIPPED = Path(__file__).parents[3] / "frameworks"

ODD = """\
format: peercoach/framework/1
id: odd
title: "<script>alert(1)</script> & *stars* `ticks`"
version: 1.0.0
language: ar
about: "أسئلة لنا <b>جميعا</b>"
elements:
  - id: one
    title: "# من نحن"
    what_it_is: ["- a dash", "1. a number", "&lt; an entity", "A&E", "| a bar"]
    questions:
      - {id: first, ask: "ما الذي تغيّر؟", hint: "[a](https://example.org) ![b](c)"}
      - {id: second, ask: "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenantrag?"}
"""


def shipped(id: str) -> Framework:
    found = load(SHIPPED / f"{id}.yaml")
    assert isinstance(found, Framework)
    return found


def full() -> Framework:
    """The sample with every key: it asks for care, and has levels, steps, exposures, a rating."""
    found = load(FULL)
    assert isinstance(found, Framework)
    return found


def odd() -> Framework:
    """One in another language and direction, with texts that look like marks."""
    return framework(ODD)


class Page(HTMLParser):
    """What a browser would make of HTML: tags with their attributes, texts, headings in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.unclosed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br"):
            self.unclosed.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.unclosed and re.fullmatch("h[1-6]", self.unclosed[-1]):
            level, said = self.headings[-1]
            self.headings[-1] = (level, said + data)
