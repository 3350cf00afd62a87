"""What the cover says: a month, and how to go back. Nothing that tells what is below."""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
BACK = "back {key}"
