"""The time zone of the place where this computer is."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HOME = "Europe/London"
"""What is taken where the computer doesn't say, or says what nobody knows."""


def place() -> str:
    """The name of the time zone here: ``Europe/London``."""
    # Asked for late: few starts need it, and it takes its time.
    import tzlocal

    try:
        name = tzlocal.reload_localzone().key
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, LookupError, OSError, AttributeError):
        return HOME
    return name


def known(name: str) -> ZoneInfo:
    """The zone of this name; where this computer doesn't know it, that of ``HOME``."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(HOME)
