"""What holds for every test."""

from hypothesis import settings

# How long one example takes says more about what else the machine does than about our code.
settings.register_profile("sangkien", deadline=None)
settings.load_profile("sangkien")
