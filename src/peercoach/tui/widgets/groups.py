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
        return max(0, 3 * len(self._rows(width)) - 1)

    def render(self) -> Content:
        number, letters = (
            self.get_visual_style(one) for one in ("groups--number", "groups--letters")
        )
        blocks = []
        for row in self._rows(self.size.width):
            numbers = "".join(str(place).ljust(_CELL) for place, _ in row)
            spread = "".join(" ".join(group).ljust(_CELL) for _, group in row)
            blocks.append(Content.assemble((numbers, number), "\n", (spread, letters)))
        return Content("\n\n").join(blocks)

    def _rows(self, width: int) -> list[list[tuple[int, str]]]:
        """Four in a line, or two where there is no room for four."""
        count = 4 if width >= 4 * _CELL - _LEAST_GAP else 2
        numbered = list(enumerate(self.groups, 1))
        return [numbered[at : at + count] for at in range(0, len(numbered), count)]
