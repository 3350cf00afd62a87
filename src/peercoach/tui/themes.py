"""Our themes: paper, dusk, black and white, evening, and the terminal's own colours.

In our own four, text reaches 7:1 on its ground (15:1 in the high contrast), borders and focus 3:1,
in 256 colours too; tests/tui/test_contrast.py measures it on what is drawn. Built-in themes are not
used: several of them draw placeholders, footers and buttons below 4.5:1.

One accent carries what can be acted on; ``whisper`` is for everything that is neither the question
nor the person's own words; ``bar`` and ``hush`` are the lines beside what has the focus and what
has not. What they say is never said by colour alone: look.tcss gives each a shape or a weight, too.
"""

from dataclasses import replace

from textual.theme import Theme

from peercoach.settings import Theme as Name

_OWN = "ansi_default"


def _theme(name: Name, *, dark: bool, ground: str, ink: str, whisper: str, accent: str, hush: str,
           chosen: str, bar: str = "", chosen_style: str = "bold", lit_style: str = "bold",
           ansi: bool = False) -> Theme:  # fmt: skip
    """A theme from its colours; ``chosen`` is the soft ground of a row or a notice."""
    bar = bar or accent
    return Theme(
        name=f"peercoach-{name}",
        dark=dark,
        ansi=ansi,
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
            # Here too: what Textual makes of a colour of its own is a shade beside it.
            "accent": accent,
            "hush": hush,
            "bar": bar,
            "chosen": chosen,
            "ansi-background": chosen,
            "ansi-foreground": ink,
            "chosen-style": chosen_style,
            "lit-style": lit_style,
            "text": ink,
            "text-muted": whisper,
            "text-disabled": whisper,
            "foreground-muted": whisper,
            "border": bar,
            "border-blurred": hush,
            "scrollbar": hush,
            "scrollbar-hover": bar,
            "scrollbar-active": bar,
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
    "light",
    dark=False,
    ground="#faf7f1",
    ink="#1e1c1a",
    whisper="#4b453f",
    accent="#0f5257",
    hush="#8d857a",
    chosen="#e7ece8",
)
DARK = _theme(
    "dark",
    dark=True,
    ground="#17191c",
    ink="#f0ebe3",
    whisper="#beb7ad",
    accent="#93d0c6",
    hush="#6f6c68",
    chosen="#262d2e",
)
# Each of these is one of the sixteen colours too, so that nothing is lost where there are no more.
CONTRAST = _theme(
    "contrast",
    dark=True,
    ground="#000000",
    ink="#ffffff",
    whisper="#eeeeee",
    accent="#ffff5f",
    hush="#c6c6c6",
    chosen="#000000",
    chosen_style="bold reverse",
    lit_style="bold underline",
)
# Little light and less blue, and no sharper than reading needs: for an evening, or a sore head.
WARM = _theme(
    "warm",
    dark=True,
    ground="#211a14",
    ink="#ecd8b8",
    whisper="#d4c09f",
    accent="#e8aa62",
    hush="#8b7357",
    chosen="#30271e",
)
# What its owner made readable is the default pair: words keep to it, and only lines have a colour.
TERMINAL = _theme(
    "terminal",
    dark=True,
    ansi=True,
    ground=_OWN,
    ink=_OWN,
    whisper=_OWN,
    accent=_OWN,
    hush=_OWN,
    bar="ansi_magenta",
    chosen=_OWN,
    lit_style="bold underline",
)
THEMES: dict[Name, Theme] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST,
    "warm": WARM,
    "terminal": TERMINAL,
}
"""Each theme by what the settings call it."""

_BESIDE = 52
"""Columns that a page has beyond its text: room for what stands beside a question."""
_BESIDE_BROAD = 128
"""The same where there is room for two more columns."""
_BAR_AND_SPACE = 4
"""Columns that the editor has beyond its text."""
_SCROLL_BAR_AND_SPACE = 3
"""The same for text to read."""


def sized(theme: Theme, text_width: int) -> Theme:
    """The theme for text of so many columns: a length that no rule of look.tcss has to know."""
    widths = {
        "text-width": str(text_width),
        "editor-width": str(text_width + _BAR_AND_SPACE),
        "reader-width": str(text_width + _SCROLL_BAR_AND_SPACE),
        "page-width": str(text_width + _BESIDE),
        "broad-width": str(text_width + _BESIDE_BROAD),
    }
    return replace(theme, variables={**theme.variables, **widths})
