"""How random tests draw: the same way on every run, and anew when one asks to wander."""

from hypothesis import settings

settings.register_profile("seeded", derandomize=True, deadline=None)
# make test ARGS="--hypothesis-profile=wander": other examples on every run, and ten times as many.
settings.register_profile("wander", deadline=None, max_examples=1000)
settings.load_profile("seeded")
