"""The command ``peercoach``. The version is said before anything else is imported."""

import sys


def main() -> int:
    """Do what the command line asks; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--version"]:
        from peercoach._version import __version__

        print(f"peercoach {__version__}")
        return 0
    from peercoach.cli.run import run

    return run(arguments)
