"""What is said around the demo."""

TOLD = "Everyone here is invented, and all of it goes when you leave."
PASSPHRASE = "biscuits and bus routes"
AT_DOOR = f"This demo opens with: {PASSPHRASE}"
NO_SCREEN = (
    "There is no terminal to draw on. To have plain lines instead, run: peercoach demo --plain"
)
GONE = "The demo is gone from this computer."
