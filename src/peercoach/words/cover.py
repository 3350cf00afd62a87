"""What the cover says: a month. Nothing that tells what is below."""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
