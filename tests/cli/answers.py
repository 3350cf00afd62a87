"""What a command answers."""

import json
from pathlib import Path
from typing import Any

from tests.plain.talking import run


def answer(folder: Path, *arguments: str, said: str = "") -> list[dict[str, Any]]:
    """What a command answers as JSON; it has to go well, and say nothing besides."""
    done = run(folder, *arguments, "--json", said=said)
    assert (done.returncode, done.stderr) == (0, ""), done
    return [json.loads(line) for line in done.stdout.splitlines()]
