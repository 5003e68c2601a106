"""A debriefing assistant over four declassified documents on defectors."""

__version__ = "0.1.0"
