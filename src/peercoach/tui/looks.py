"""How it looks: colours, spacing, width of text and movement, as the settings say, live.

Two classes on the app carry what is not a colour: ``-close`` for little space between things, and
``-still`` for nothing that moves by itself.
"""

import os
from collections.abc import Mapping

from textual.app import App
from textual.filter import Monochrome, NoColor
from textual.widget import Widget
from textual.widgets import Input, TextArea

from peercoach.settings import Settings, Theme
from peercoach.tui import themes
from peercoach.tui.widgets.choices import CLOSE, Choices

STILL = "-still"
_ASK_FOR_STILLNESS = ("NO_MOTION", "REDUCED_MOTION")
_NO = ("", "0", "false", "no")
_FEW_COLOURS = (None, "standard", "windows")
"""What Rich calls terminals of sixteen colours or none. Our own would fall together there."""


def apply(app: App[None], settings: Settings) -> None:
    """Look as the settings say, from now on."""
    app.no_color = no_colour()
    _colourless(app, app.no_color)
    app.animation_level = "none"
    close, still = settings.density == "close", is_still(settings)
    held, was_close = app.has_class(STILL), app.has_class(CLOSE)
    app.update_classes({CLOSE: close, STILL: still}, update=False)
    for screen in app.screen_stack if app.is_running else ():
        if still != held:
            for widget in screen.query("Input, TextArea"):
                _hold(widget, still)
        if close != was_close:
            for choices in screen.query(Choices):
                choices.refit()
    theme = themes.sized(themes.THEMES[drawn_in(app, settings)], settings.text_width)
    same = app.get_theme(theme.name) == theme and (held, was_close) == (still, close)
    app.register_theme(theme)
    if app.theme != theme.name:
        app.theme = theme.name
    elif app.is_running and not same:
        app.refresh_css(animate=False)


def drawn_in(app: App[None], settings: Settings) -> Theme:
    """The theme that is really drawn.

    It is the terminal's own where no colour is wanted, and where there are sixteen at most: there
    ours would fall together, but for the high contrast, which is made of them.
    """
    few = app.console.color_system in _FEW_COLOURS and settings.theme != "contrast"
    return "terminal" if app.no_color or few else settings.theme


def no_colour(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether no colour is wanted: ``NO_COLOR`` is there and not empty (no-color.org)."""
    return bool(environment.get("NO_COLOR"))


def is_still(settings: Settings, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether nothing may move by itself: the settings say so, or the environment.

    ``NO_MOTION`` and ``REDUCED_MOTION`` are what programs look for; there is no standard.
    ``TEXTUAL_ANIMATIONS=none`` is Textual's own.
    """
    asked = any(environment.get(name, "").lower() not in _NO for name in _ASK_FOR_STILLNESS)
    textual = environment.get("TEXTUAL_ANIMATIONS", "").lower() == "none"
    return not settings.motion or asked or textual


def settle(app: App[None], widget: Widget) -> None:
    """A cursor that comes to a widget does not blink where nothing may move."""
    if app.has_class(STILL):
        _hold(widget, True)


def _hold(widget: Widget, still: bool) -> None:
    if isinstance(widget, Input | TextArea):
        widget.cursor_blink = not still


def _colourless(app: App[None], colourless: bool) -> None:
    """Textual turns colours to greys or drops them, by the theme it starts with: we drop them."""
    kept = [one for one in app._filters if not isinstance(one, Monochrome | NoColor)]
    app._filters = [*kept, NoColor()] if colourless else kept
