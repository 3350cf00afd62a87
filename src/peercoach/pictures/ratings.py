"""Ratings over time: one small chart for each element and each of its ratings, on equal scales."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from peercoach.frameworks.model import Rating as Asked
from peercoach.frameworks.model import ScaleStep
from peercoach.guide.standing import short_label
from peercoach.journal.moment import Moment
from peercoach.pictures.sources import Rated

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


@dataclass(frozen=True)
class Chosen:
    """What was chosen at a moment; ``at`` is its place on the scale from the bottom (0), or None
    where the scale has no such step now.
    """

    when: Moment
    label: str
    at: int | None

    @property
    def day(self) -> date:
        """The day it was where it was chosen."""
        return self.when.day


@dataclass(frozen=True)
class Chart:
    """One rating of one element: what was chosen, the oldest first."""

    title: str
    chosen: tuple[Chosen, ...] = ()


@dataclass(frozen=True)
class Scale:
    """What a rating asks, its steps from the bottom up as briefly as can be, and its charts.

    There is a chart for every element of the framework, in its order, and for those that are no
    longer in it, after them. ``steps`` are the whole labels; ``short`` what sets them apart.
    """

    ask: str
    steps: tuple[str, ...]
    short: tuple[str, ...]
    charts: tuple[Chart, ...]

    @property
    def used(self) -> tuple[Chart, ...]:
        """The charts that hold something."""
        return tuple(one for one in self.charts if one.chosen)

    def brief(self, chosen: Chosen) -> str:
        """What was chosen, as briefly as can be."""
        return chosen.label if chosen.at is None else self.short[chosen.at]


@dataclass(frozen=True)
class Ratings:
    """A framework's ratings over time, a scale for each, from the first day on to the last."""

    id: str
    title: str
    scales: tuple[Scale, ...]
    first: date
    last: date

    @property
    def other_scale(self) -> bool:
        """Whether anything was chosen that has no place on the scales of now."""
        return any(
            one.at is None
            for scale in self.scales
            for chart in scale.charts
            for one in chart.chosen
        )


def frameworks(rated: Sequence[Rated], library: "Library") -> list[tuple[str, str]]:
    """Every framework that something was rated in: (id, title), the one rated last first."""
    found: dict[str, str] = {}
    for one in reversed(rated):
        place = one.rating.place
        here = library.frameworks.get(place.framework)
        if place.address:
            found.setdefault(place.framework, here.title if here else place.framework_title)
    return list(found.items())


def ratings(
    rated: Sequence[Rated], library: "Library", framework: str, today: date
) -> Ratings | None:
    """The ratings of a framework; None where nothing was chosen. ``rated`` is the oldest first.

    The last day is today, or the day of what was chosen last where a clock ran ahead.
    """
    mine = [one for one in rated if one.rating.place.framework == framework]
    mine = [one for one in mine if one.rating.place.address]
    if not mine:
        return None
    here = library.frameworks.get(framework)
    days = [one.when.day for one in mine]
    scales = tuple(_scales(mine, library, framework))
    title = here.title if here else mine[-1].rating.place.framework_title
    return Ratings(framework, title, scales, min(days), max(today, *days))


def _scales(mine: Sequence[Rated], library: "Library", framework: str) -> Iterator[Scale]:
    here = library.frameworks.get(framework)
    titles = {one.id: one.title for one in here.elements} if here else {}
    for one in mine:
        titles.setdefault(one.rating.place.element, one.rating.place.element_title)
    asked = {one.id: one for one in (here.ratings if here else ())}
    for one in mine:
        if one.rating.rating not in asked:
            asked[one.rating.rating] = _asked_then(mine, one.rating.rating)
    for id, rating in asked.items():
        places = _places(rating, library, framework)
        chosen: dict[str, list[Chosen]] = {}
        for one in mine:
            if one.rating.rating == id:
                at = places.get((one.rating.value, one.rating.label))
                entry = Chosen(one.when, one.rating.label, at)
                chosen.setdefault(one.rating.place.element, []).append(entry)
        if chosen:
            charts = [Chart(title, tuple(chosen.get(at, ()))) for at, title in titles.items()]
            steps = tuple(step.label for step in rating.scale)
            # One step alone has nothing that would set it apart.
            short = tuple(short_label(rating, label) for label in steps) if steps[1:] else steps
            yield Scale(rating.ask, steps, short, tuple(charts))


def _places(rating: Asked, library: "Library", framework: str) -> dict[tuple[int, str], int]:
    """Where each step stands, by its value and its words in any language it can be had in."""
    places: dict[tuple[int, str], int] = {}
    worded = [one for other in library.languages(framework).values() for one in other.ratings]
    for one in (rating, *(one for one in worded if one.id == rating.id)):
        if [step.value for step in one.scale] == [step.value for step in rating.scale]:
            for at, step in enumerate(one.scale):
                places.setdefault((step.value, step.label), at)
    return places


def _asked_then(mine: Sequence[Rated], id: str) -> Asked:
    """A rating that is asked no more, from what was chosen on it."""
    chosen = [one.rating for one in mine if one.rating.rating == id]
    labels = {one.value: one.label for one in chosen}
    scale = tuple(ScaleStep(value=value, label=labels[value]) for value in sorted(labels))
    return Asked(id=id, ask=chosen[-1].place.ask, scale=scale)
