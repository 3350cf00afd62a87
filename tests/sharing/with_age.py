"""Seals a share and opens it with the age tool itself, for which nothing of ours is needed.

    python -m tests.sharing.with_age

It needs ``age``, ``age-keygen`` (Debian package ``age``) and ``ssh-keygen`` on the path.
"""

import subprocess
import tempfile
from pathlib import Path, PurePath

from peercoach.sharing.write import FORMATS, ready, written
from tests.sharing.shares import KNOWN, a_year


def main() -> None:
    """Every form, for a key of age and for two kinds of SSH key."""
    share = a_year()
    with tempfile.TemporaryDirectory() as folder:
        for recipient, identity in _keys(Path(folder)):
            for format in FORMATS:
                content = ready(share, PurePath("x"), format, known=KNOWN, seal=recipient)
                opened = subprocess.run(
                    ["age", "--decrypt", "--identity", identity],
                    input=content,
                    capture_output=True,
                    check=True,
                ).stdout
                assert opened == written(share, format), (format, identity)
                print(f"{identity.name}: {format} opens")


def _keys(folder: Path) -> list[tuple[str, Path]]:
    """Each recipient, with the file of its identity."""
    own = folder / "age"
    subprocess.run(["age-keygen", "--output", own], check=True, capture_output=True)
    public = subprocess.run(["age-keygen", "-y", own], check=True, capture_output=True, text=True)
    keys = [(public.stdout.strip(), own)]
    for kind in ("ed25519", "rsa"):
        path = folder / kind
        options = ["-q", "-t", kind, "-N", "", "-C", "sam@example.org", "-f", path]
        subprocess.run(["ssh-keygen", *options], check=True)
        keys.append((path.with_suffix(".pub").read_text("utf-8"), path))
    return keys


if __name__ == "__main__":
    main()
