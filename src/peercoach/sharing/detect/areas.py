"""Postcode areas of the United Kingdom and the Crown dependencies (Royal Mail; a list of facts)."""

from peercoach.sharing.detect.wordlists import ours

AREAS = sorted(one.upper() for one in ours("postcode-areas"))
