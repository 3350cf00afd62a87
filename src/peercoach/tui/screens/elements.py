"""Every element to choose from, and the languages to read them in."""

from collections.abc import Sequence

import msgspec

from peercoach.guide.tongues import tongues
from peercoach.settings import Settings
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Chose, Go
from peercoach.tui.screens.home_rows import gone_ones, of_elements, short_ones
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.words import screens
from peercoach.workspace import ElementLine


class Elements(ListRoom):
    """Every element one can think about, with what it is in a line: those at hand, the short
    ones, then the other sets, and what is no longer in the library.
    """

    room = "elements"

    def __init__(
        self, desk: Desk, elements: Sequence[ElementLine], gone: Sequence[ElementLine] = ()
    ) -> None:
        library = desk.library
        at_hand = {one.id for one in library.ordinary() if library.at_hand(one)}
        near = [one for one in elements if one.address.partition("/")[0] in at_hand]
        far = [one for one in elements if one.address.partition("/")[0] not in at_hand]
        rows = [
            *of_elements(near, library, desk.today, at_length=True),
            *short_ones(library, group=screens.SHORT),
            *of_elements(far, library, desk.today, at_length=True),
            *gone_ones(gone, desk.today),
        ]
        super().__init__(screens.CHOOSE_TITLE, rows)
        self._desk = desk
        self._spoken: Settings | None = None

    def on_choices_picked(self, event: Choices.Picked) -> None:
        kind, _, address = event.row.id.partition(":")
        self.post_message(Go("notes" if kind == "read" else "begin", address))

    def do_language(self) -> None:
        """Choose a framework's language, where there is a choice."""
        found = tongues(self._desk.library)
        if not found:
            self.say(screens.NO_OTHER_LANGUAGE)
            return
        rows = [
            Row(
                f"{one.framework}:{one.language}",
                one.name,
                (screens.CHOSEN,) if one.chosen else (),
                detail=one.title,
                space=1,
            )
            for one in found
        ]
        hint = screens.LANGUAGE_HINT
        self.post_message(Go("ask", screens.LANGUAGE, rows, self._took, "", hint, over=True))

    def _took(self, answer: str) -> None:
        id, _, language = answer.partition(":")
        settings = self._desk.settings
        chosen = {**settings.languages, id: language}
        self._spoken = msgspec.structs.replace(settings, languages=chosen)

    def on_screen_resume(self) -> None:
        """Show everything again, in the language that was chosen meanwhile."""
        if self._spoken is not None:
            self.post_message(Chose(self._spoken))
            self.post_message(Go("elements"))
            self._spoken = None
