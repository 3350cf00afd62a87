"""The editor that answers are written in."""

from collections.abc import Callable

from textual.document._document import Document, EditResult, Location
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from peercoach.errors import NoteTooLong
from peercoach.journal.text import LIMIT, clean
from peercoach.words import screens as words


class Editor(TextArea):
    """A text area without frills; what is too long for a note never gets in.

    A paste that would make the note too long is refused whole, before it enters: what stood here
    stays as it is, and what was pasted is still where it was copied from.
    """

    class Refused(Message):
        """Something was not let in, since the note would be too long."""

        def __init__(self, why: NoteTooLong) -> None:
            super().__init__()
            self.why = why

    def __init__(
        self, *, id: str | None = None, page: Callable[[int], bool] = lambda by: False
    ) -> None:
        super().__init__(
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            show_line_numbers=False,
            placeholder=words.EDITOR,
        )
        self._page = page
        # At least as many bytes as are here: added to on each insertion, counted when it matters.
        self._at_most = 0

    def action_cursor_page_down(self) -> None:
        """Go a page down: in what is beside, where ``page`` says that it did that, else here."""
        if not self._page(1):
            super().action_cursor_page_down()

    def action_cursor_page_up(self) -> None:
        """The same upwards."""
        if not self._page(-1):
            super().action_cursor_page_up()

    def open(self, text: str, cursor: int) -> None:
        """Show a text, with the cursor before its ``cursor``-th character."""
        self.load_text(text)
        self._at_most = len(text.encode())
        self.move_cursor(self._plain.get_location_from_index(min(cursor, len(text))))

    @property
    def cursor_index(self) -> int:
        """Where the cursor is, in code points from the start."""
        return self._plain.get_index_from_location(self.cursor_location)

    @property
    def _plain(self) -> Document:
        # A text area without a language holds a plain document: only that kind knows indices.
        assert isinstance(self.document, Document)
        return self.document

    def forget(self) -> None:
        """Leave nothing of the text here, in the history neither."""
        self.load_text("")
        self._at_most = 0

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit and stay with the cursor.

        Textual 8.2.8 scrolls to the cursor before it knows of a line that the edit added: at the
        foot of the editor a word that begins a new line would be out of sight for one key.
        """
        result = super().edit(edit)
        self.scroll_cursor_visible()
        return result

    def _replace_via_keyboard(
        self, insert: str, start: Location, end: Location
    ) -> EditResult | None:
        insert = clean(insert)
        size = len(insert.encode())
        if self._at_most + size > LIMIT:
            self._at_most = len(self.text.encode())
            after = self._at_most - len(self.get_text_range(start, end).encode()) + size
            if after > LIMIT:
                self.post_message(self.Refused(NoteTooLong(size=after, limit=LIMIT)))
                return None
        self._at_most += size
        return super()._replace_via_keyboard(insert, start, end)
