"""The command ``debrief``."""

from assistant.cli.main import main

__all__ = ["main"]
