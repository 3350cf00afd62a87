"""Chromium without a window, told what to do through a pipe (the Chrome DevTools Protocol)."""

import base64
import json
import os
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

_OPTIONS = (
    *("--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu"),
    # A throw-away folder, a page of ours, no network: the sandbox would need rights of its own.
    *("--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"),
)


class Chromium:
    """One page in one browser, which ends with the ``with``."""

    def __init__(self, program: str) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read, their_write = os.pipe()
        their_read, write = os.pipe()
        self._process = subprocess.Popen(
            # The browser reads from 3 and writes to 4.
            [
                *("sh", "-c", f'exec "$0" "$@" 3<&{their_read} 4>&{their_write}', program),
                *(*_OPTIONS, f"--user-data-dir={self._folder.name}", "about:blank"),
            ],
            pass_fds=(their_read, their_write),
            stderr=subprocess.DEVNULL,
        )
        os.close(their_read)
        os.close(their_write)
        self._to, self._from = os.fdopen(write, "wb"), os.fdopen(read, "rb")
        self._number = 0
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.call("Page.enable")

    def __enter__(self) -> "Chromium":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        self._to.close()
        self._from.close()
        self._folder.cleanup()

    def call(self, method: str, **parameters: Any) -> Any:
        """Ask for something; its result, once it is there."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        self._to.write(json.dumps(asked).encode() + b"\0")
        self._to.flush()
        while (told := self._next()).get("id") != self._number:
            pass
        if "error" in told:
            raise RuntimeError(told["error"])
        return told["result"]

    def open(self, path: Path, *, width: int, dark: bool = False, media: str = "screen") -> None:
        """Open a file, so many pixels wide."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])
        # Our pages let nothing run; the looks at them have to.
        self.call("Page.setBypassCSP", enabled=True)
        self.call("Page.navigate", url=path.resolve().as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def run(self, script: str) -> Any:
        """What an expression comes to, as JSON has it; a promise is waited for."""
        told = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in told:
            raise RuntimeError(told["exceptionDetails"])
        return told["result"].get("value")

    def picture(self) -> bytes:
        """The whole page as PNG."""
        told = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(told["data"])

    def printed(self) -> bytes:
        """The page as it would be printed, as PDF."""
        told = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(told["data"])

    def _next(self) -> dict[str, Any]:
        said = bytearray()
        while (one := self._from.read(1)) != b"\0":
            if not one:
                raise RuntimeError("the browser ended")
            said += one
        found: dict[str, Any] = json.loads(said)
        return found
