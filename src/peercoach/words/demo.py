"""What is said around the demo."""

TOLD = "Everyone here is invented, and all of it goes when you leave."
PASSPHRASE = "biscuits and bus routes"
AT_DOOR = f"This demo opens with: {PASSPHRASE}"
GONE = "The demo is gone from this computer."
