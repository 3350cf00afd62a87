"""A picture of each screen, to be looked at: ``python -m tests.tui.pictures FOLDER [options]``."""

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import get_args

from textual.widgets import Input, TextArea

from peercoach.settings import Density, Settings, Theme
from tests.tui.gallery import GALLERY, resize, wear

_CELL = 12.2
"""The width of one cell in a picture, in its own units."""
_INDENTED = re.compile(r'x="([0-9.]+)" (y="[0-9.]+") textLength="([0-9.]+)"([^>]*)>((?:&#160;)+)')


async def take(name: str, folder: Path, size: tuple[int, int], wanted: list[Settings]) -> None:
    """Draw one screen of the gallery as each of the settings says."""
    with tempfile.TemporaryDirectory() as there:
        place = GALLERY[name]
        app = place.stage(Path(there)).app()
        async with app.run_test(size=size, notifications=True) as pilot:
            await place.play(pilot)
            await resize(pilot, size)
            for settings in wanted:
                await wear(pilot, settings)
                close = "-close" if settings.density == "close" else ""
                stem = f"{name}-{size[0]}x{size[1]}-{settings.theme}{close}"
                path = folder / f"{stem}.svg"
                svg = app.export_screenshot(simplify=True)
                path.write_text(begun_after_blanks(svg), encoding="utf-8")
                if draw := shutil.which("rsvg-convert"):
                    subprocess.run([draw, path, "-o", path.with_suffix(".png")], check=True)


def begun_after_blanks(svg: str) -> str:
    """A picture whose texts begin after their blanks: some of what draws them leaves those out."""
    return _INDENTED.sub(_moved, svg)


def _moved(found: re.Match[str]) -> str:
    x, y, length, more, blanks = found.groups()
    wide = blanks.count(";") * _CELL
    return f'x="{float(x) + wide:.1f}" {y} textLength="{float(length) - wide:.1f}"{more}>'


def main() -> None:
    """Read what is asked for, and take the pictures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--theme", action="append", choices=get_args(Theme))
    asked.add_argument("--size", action="append")
    asked.add_argument("--screen", action="append", choices=[*GALLERY])
    asked.add_argument("--density", default="roomy", choices=get_args(Density))
    asked.add_argument("--text-width", type=int, default=Settings().text_width)
    given = asked.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ["COLORTERM"] = "truecolor"
    for widget in (Input, TextArea):
        widget.cursor_blink._default = False
    wanted = [
        Settings(theme=theme, density=given.density, text_width=given.text_width)
        for theme in given.theme or get_args(Theme)
    ]
    for size in given.size or ["80x24"]:
        columns, _, rows = size.partition("x")
        for name in given.screen or GALLERY:
            asyncio.run(take(name, given.folder, (int(columns), int(rows)), wanted))


if __name__ == "__main__":
    main()
