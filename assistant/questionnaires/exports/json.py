"""A plan as JSON, from which it is read back without loss."""

from __future__ import annotations

import json

from assistant.questionnaires.plan import Plan, as_json


def as_text(plan: Plan) -> str:
    """The plan as indented JSON. Half characters are written as escapes, the rest as it stands."""
    text = json.dumps(as_json(plan), ensure_ascii=False, indent=2)
    return text.encode(errors="backslashreplace").decode() + "\n"
