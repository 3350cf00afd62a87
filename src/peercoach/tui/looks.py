"""How it looks: what the settings say about colours, spacing and movement, applied to the app."""

from textual.app import App

from peercoach.settings import Settings
from peercoach.tui import themes


def apply(app: App[None], settings: Settings) -> None:
    """Look as the settings say, from now on."""
    for theme in (themes.LIGHT, themes.DARK):
        app.register_theme(theme)
    app.theme = themes.NAMES.get(settings.theme, themes.LIGHT.name)
    app.animation_level = "none"
