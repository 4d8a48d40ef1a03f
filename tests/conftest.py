"""What holds for every test."""

from hypothesis import settings

# How long an example takes says nothing of whether it holds, and differs between machines.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")
