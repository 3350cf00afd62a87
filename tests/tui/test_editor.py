"""The editor itself: what is typed stays in sight."""

from textual.app import App, ComposeResult

from peercoach.tui.widgets.editor import Editor

ROWS = 5


class Alone(App[None]):
    """An editor and nothing else, in a window of a few rows."""

    def compose(self) -> ComposeResult:
        yield Editor(id="editor")


async def test_a_word_that_begins_a_new_line_at_the_foot_is_seen() -> None:
    """Typed over the end of the last visible line, the letter and the cursor are in sight."""
    async with Alone().run_test(size=(40, ROWS)) as pilot:
        editor = pilot.app.query_one(Editor)
        editor.focus()
        text = "\n".join(f"line {number}" for number in range(12))
        editor.open(text, len(text))
        await pilot.pause()

        for number in range(45):
            await pilot.press("x" if number % 6 else "space")
            await pilot.pause()

            row = editor.wrapped_document.location_to_offset(editor.cursor_location).y
            assert row < editor.scroll_offset.y + editor.size.height, f"after {number + 1} keys"
