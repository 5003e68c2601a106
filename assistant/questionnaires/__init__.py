"""Every agency's interests in one session plan: profile, templates, building, changing, comparing.

Files out and in are in ``assistant.questionnaires.exports`` and ``.imports``.
"""

from assistant.questionnaires import editing
from assistant.questionnaires.comparing import Change, compare
from assistant.questionnaires.coverage import Covered, coverage
from assistant.questionnaires.following import Former, read_former, settled_in
from assistant.questionnaires.plan import (
    FACTS_IN_WORDS,
    KINDS,
    STAGES,
    USUAL_MINUTES,
    Asker,
    Guidance,
    Left,
    Plan,
    Question,
    Section,
    Stage,
    Told,
    Where,
    as_json,
    from_json,
)
from assistant.questionnaires.planning import Planner, Wanted
from assistant.questionnaires.profile import (
    SUBJECTS,
    Kinds,
    SubjectProfile,
    profile_of,
    read_kinds,
    read_profile,
)
from assistant.questionnaires.suggesting import Suggested, questions_prompt, suggest
from assistant.questionnaires.templates import Agency, Templates, read_templates

__all__ = [
    "FACTS_IN_WORDS",
    "KINDS",
    "STAGES",
    "SUBJECTS",
    "USUAL_MINUTES",
    "Agency",
    "Asker",
    "Change",
    "Covered",
    "Former",
    "Guidance",
    "Kinds",
    "Left",
    "Plan",
    "Planner",
    "Question",
    "Section",
    "Stage",
    "SubjectProfile",
    "Suggested",
    "Templates",
    "Told",
    "Wanted",
    "Where",
    "as_json",
    "compare",
    "coverage",
    "editing",
    "from_json",
    "profile_of",
    "questions_prompt",
    "read_former",
    "read_kinds",
    "read_profile",
    "read_templates",
    "settled_in",
    "suggest",
]
