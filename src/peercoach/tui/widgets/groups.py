"""A spare key, to be written down: eight groups, large and numbered."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_CELL = 13
_LEAST_GAP = 3


class Groups(Widget):
    """Each group under its number, letter by letter. It can't be selected, and so not copied."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"groups--number", "groups--letters"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.groups: tuple[str, ...] = ()

    def show(self, groups: Sequence[str]) -> None:
        """Show these; none leaves nothing of the key here."""
        self.groups = tuple(groups)
        self.display = bool(groups)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        rows = len(self._rows(width))
        return max(0, 3 * rows - 1) if self._fits_four(width) else rows

    def render(self) -> Content:
        width = self.size.width
        number, letters = (
            self.get_visual_style(one) for one in ("groups--number", "groups--letters")
        )
        four, lines = self._fits_four(width), []
        for row in self._rows(width):
            spread = [(str(place), " ".join(group)) for place, group in row]
            if four:
                numbers = "".join(place.ljust(_CELL) for place, _ in spread)
                below = "".join(group.ljust(_CELL) for _, group in spread)
                lines.append(Content.assemble((numbers, number), "\n", (below, letters), "\n"))
            else:
                pieces = [
                    Content.assemble((f"{place}  ", number), (group.ljust(_CELL), letters))
                    for place, group in spread
                ]
                lines.append(Content("").join(pieces))
        return Content("\n").join(lines)

    def _fits_four(self, width: int) -> bool:
        return width >= 4 * _CELL - _LEAST_GAP

    def _rows(self, width: int) -> list[list[tuple[int, str]]]:
        """Four in a line, or two where there is no room for four; those stand closer."""
        count = 4 if self._fits_four(width) else 2
        numbered = list(enumerate(self.groups, 1))
        return [numbered[at : at + count] for at in range(0, len(numbered), count)]
