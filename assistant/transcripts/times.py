"""Times of a recording, as "00:03:12"."""

from __future__ import annotations

import re

_CLOCK = re.compile(r"\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?\s*")


def clock(value: object) -> str:
    """``3:12``, ``00:03:12,500`` or 192.5 seconds → "00:03:12"; other words as they are, "" for nothing."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _written(int(value)) if 0 <= value < 1e7 else ""
    if not isinstance(value, str):
        return ""
    if match := _CLOCK.fullmatch(value):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return _written(hours * 3600 + minutes * 60 + seconds)
    return value.strip()


def _written(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
