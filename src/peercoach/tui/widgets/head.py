"""The first line of a screen: where one is at the left, what whispers at the right."""

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget

from peercoach.words import screens as words

_GAP = 4
_MOST_DOTS = 12


def dots(at: int, of: int) -> str:
    """``○ ● ○`` at 2 of 3; in figures where dots would be too many to take in."""
    if of > _MOST_DOTS:
        return words.COUNT.format(at=at, of=of)
    return " ".join("●" if number == at else "○" for number in range(1, of + 1))


class Head(Widget):
    """Shows ``crumb``, ``aside`` and progress; progress gives way first, then the crumb."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"head--loud"}

    def __init__(self) -> None:
        super().__init__()
        self._crumb = ""
        self._aside = ""
        self._count: tuple[int, int] | None = None
        self._loud = False

    def loud(self) -> None:
        """The crumb is a title: draw it so."""
        self._loud = True

    def tell(
        self, *, crumb: str | None = None, aside: str | None = None,
        count: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        """Change what is said; ``count`` is always taken as it is given."""
        self._crumb = self._crumb if crumb is None else crumb
        self._aside = self._aside if aside is None else aside
        self._count = count
        self.refresh()

    def aside(self, aside: str) -> None:
        """Change what whispers at the right, and nothing else."""
        self._aside = aside
        self.refresh()

    def on_resize(self) -> None:
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        progress = dots(*self._count) if self._count else ""
        right = "   ".join(part for part in (self._aside, progress) if part)
        if cell_len(self._crumb) + _GAP + cell_len(right) > width:
            right = self._aside
        left = self._crumb
        if cell_len(left) + _GAP + cell_len(right) > width and right:
            left = ""
        space = max(0, width - cell_len(left) - cell_len(right))
        style = self.get_visual_style("head--loud") if self._loud else ""
        return Content.assemble((set_cell_size(left, min(cell_len(left), width)), style),
                                " " * space, right)  # fmt: skip
