"""How the rooms of pictures are made: stories, ratings over time, then and now, a year."""

from collections.abc import Awaitable, Callable, Sequence

from peercoach.pictures.ratings import Ratings as Values
from peercoach.tui.desk import Desk
from peercoach.tui.screens.pictures import Map, Ratings
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.stories import Questions, Stories, Story
from peercoach.tui.screens.year import Year


async def stories(desk: Desk, element: str = "") -> Room:
    """Which element's story, or which question of this element's."""
    pictures = desk.workspace.pictures
    if element:
        found = await desk.writer.do(pictures.questions, element)
        if found:
            return Questions(desk, element, found)
    return Stories(desk, await desk.writer.do(pictures.elements))


async def story(desk: Desk, element: str, what: str) -> Room:
    """All that was written to one question; where that is nothing, which to choose."""
    found = await desk.writer.do(desk.workspace.pictures.story, element, what)
    return Story(desk, found) if found is not None else await stories(desk, element)


async def ratings(desk: Desk) -> Room:
    """Ratings over time, of what was rated last."""
    return Ratings(desk, *await _rated(desk))


async def then_and_now(desk: Desk) -> Room:
    """Every element at first and now, of what was rated last."""
    return Map(desk, *await _rated(desk))


async def _rated(desk: Desk) -> tuple[Sequence[tuple[str, str]], Values | None]:
    """What was rated, and the ratings of what was rated last."""
    pictures = desk.workspace.pictures
    sets = await desk.writer.do(pictures.frameworks)
    return sets, await desk.writer.do(pictures.ratings, sets[0][0]) if sets else None


async def year(desk: Desk) -> Room:
    """The last twelve months on one page."""
    pictures = desk.workspace.pictures
    spans = await desk.writer.do(pictures.spans)
    return Year(desk, spans, await desk.writer.do(pictures.year, spans[0]))


MAKERS: dict[str, Callable[..., Awaitable[Room]]] = {
    "stories": stories,
    "story": story,
    "ratings": ratings,
    "map": then_and_now,
    "year": year,
}
