"""Looks at shares as HTML with axe-core, in a real browser.

    python -m tests.sharing.with_axe path/to/axe.min.js path/to/chromium

It needs Chromium (Debian package ``chromium``) and ``axe.min.js`` of the npm package ``axe-core``
(MPL 2.0, so it is no part of this project). Each page is looked at wide and narrow, in normal and
large print, light, dark and as it is printed, with every rule of axe-core's up to WCAG 2.2 AAA and
its best practices; and no page may be wider than its window. It ends with 1 where it finds a fault.
What axe-core can't judge it only names: words in a chart, whose colours are those of the page.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from peercoach.sharing.write import written
from tests.sharing.browser import Chromium
from tests.sharing.shares import a_year
from tests.sharing.test_write import HOSTILE, odd

_RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = f"""axe.run(document, {{runOnly: {{type: "tag", values: {_RULES!r}}}}}).then(found => ({{
  passes: found.passes.length,
  faults: found.violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" | ")),
  unsure: found.incomplete.map(one => one.id),
}}))"""


def main(axe: str, program: str) -> int:
    """How many faults there are."""
    source = Path(axe).read_text("utf-8")
    shares = {"a year": a_year(), "hostile": odd(HOSTILE)}
    faults = 0
    with tempfile.TemporaryDirectory() as folder, Chromium(program) as browser:
        path = Path(folder) / "share.html"
        for (name, share), large in product(shares.items(), (False, True)):
            path.write_bytes(written(share, "html", large=large))
            for width, (dark, media) in product((1280, 320), _LOOKS):
                browser.open(path, width=width, dark=dark, media=media)
                browser.run(source)
                found = browser.run(_RUN)
                wide = browser.run("document.documentElement.scrollWidth")
                print(
                    *(name, "large" if large else "normal", width, "dark" if dark else "light"),
                    *(media, f"{found['passes']} rules hold", *found["faults"]),
                    *(f"(unsure: {one})" for one in found["unsure"]),
                    *(["wider than its window"] if wide > width else []),
                    sep=", ",
                )
                faults += len(found["faults"]) + (wide > width)
    print(f"{faults} faults")
    return faults


_LOOKS = ((False, "screen"), (True, "screen"), (True, "print"))


if __name__ == "__main__":
    sys.exit(min(main(*sys.argv[1:]), 1))
