"""The styles that a widget draws its lines in, worked out once and not for every line.

Textual works each out anew from all that stands around the widget, which for a page of lines takes
longer than drawing them.
"""

from rich.style import Style
from textual.scroll_view import ScrollView


class Inked(ScrollView):
    """Remembers its styles until something about how it looks has changed."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._known: dict[tuple[str, bool], Style] = {}

    def notify_style_update(self) -> None:
        self._known.clear()
        super().notify_style_update()

    def ink(self, name: str = "", *, partial: bool = False) -> Style:
        """The style of a component class; without a name, the widget's own."""
        key = name, partial
        if key not in self._known:
            self._known[key] = (
                self.get_component_rich_style(name, partial=partial) if name else self.rich_style
            )
        return self._known[key]
