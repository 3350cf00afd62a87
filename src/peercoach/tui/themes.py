"""Our own themes: paper and dusk. Text reaches 7:1 on its ground, borders and focus 3:1.

One accent colour carries what can be acted on; ``whisper`` is for everything that is neither the
question nor the person's own words. Built-in themes are not used: several of them draw
placeholders, footers and buttons below 4.5:1.
"""

from textual.theme import Theme

NAMES = {"light": "peercoach-light", "dark": "peercoach-dark"}
"""What the settings call a theme, and its name here."""


def _theme(name: str, *, dark: bool, ground: str, ink: str, whisper: str, accent: str,
           hush: str, chosen: str) -> Theme:  # fmt: skip
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=accent,
        error=accent,
        success=accent,
        foreground=ink,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        text_alpha=1.0,
        variables={
            "ground": ground,
            "ink": ink,
            "whisper": whisper,
            "hush": hush,
            "chosen": chosen,
            "text": ink,
            "text-muted": whisper,
            "text-disabled": whisper,
            "foreground-muted": whisper,
            "border": accent,
            "border-blurred": hush,
            "block-cursor-foreground": ink,
            "block-cursor-background": chosen,
            "block-cursor-blurred-foreground": ink,
            "block-cursor-blurred-background": chosen,
            "input-cursor-foreground": ground,
            "input-cursor-background": ink,
            "input-selection-foreground": ink,
            "input-selection-background": chosen,
            "screen-selection-foreground": ink,
            "screen-selection-background": chosen,
            "scrollbar": hush,
            "scrollbar-hover": accent,
            "scrollbar-active": accent,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
            "link-color": ink,
            "link-style": "none",
            "link-background": ground,
            "link-color-hover": accent,
            "link-style-hover": "underline",
            "link-background-hover": ground,
        },
    )


LIGHT = _theme(
    NAMES["light"],
    dark=False,
    ground="#faf7f1",
    ink="#1e1c1a",
    whisper="#4b453f",
    accent="#0f5257",
    hush="#8d857a",
    chosen="#e7ece8",
)
DARK = _theme(
    NAMES["dark"],
    dark=True,
    ground="#17191c",
    ink="#f0ebe3",
    whisper="#beb7ad",
    accent="#93d0c6",
    hush="#6f6c68",
    chosen="#262d2e",
)
