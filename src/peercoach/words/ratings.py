"""What was chosen on an element's ratings, laid side by side."""

STANDS = "{ask} {label}"
APART = "These two stand some way apart."
"""Said where one is in the lower half of its scale and the other in the upper half of its own."""
BESIDE = " · "
"""Between short labels on a screen, where one line has to do."""


def stands(ask: str, label: str) -> str:
    """What was chosen on one rating: "How do we live this? We do this sometimes."."""
    end = "" if label.endswith((".", "?", "!", "…")) else "."
    return STANDS.format(ask=ask, label=label) + end
