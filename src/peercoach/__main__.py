"""``python -m peercoach``: the same as the command ``peercoach``."""

import sys

from peercoach.cli.entry import main

if __name__ == "__main__":
    sys.exit(main())
