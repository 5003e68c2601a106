"""Build a session plan from a sentence: "a 90-minute first debrief of a cipher clerk for CIA and State"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.replies import Message, Reply
from assistant.policy import cite
from assistant.questionnaires import USUAL_MINUTES, Plan, Stage, Wanted, as_json, profile_of

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "questionnaire"

about = "Builds one session plan out of the agencies' questionnaires."

examples = (
    "A 90-minute first debrief of a Soviet cipher clerk for CIA and State",
    "Make a questionnaire for a Polish pilot, Air Force and Army, two hours",
    "Plan a follow-up session of 60 minutes with a trade official for State",
    "Draft the questions for an engineer from a missile plant, all agencies",
    "Prepare a session plan for a border-crosser",
    "Give me an interview plan for a naval officer for the Navy and the Joint Staff",
)

_ASKS = re.compile(
    r"\b(build|make|draft|prepare|give me|draw up|write|create|plan|compose|i need|we need)\b.*"
    r"\b(plans?|questionnaires?|questions|session|debrief\w*|interview)\b"
    r"|^\W*(a|an|one|two|three)\b.*\b(debrief\w*|session|interview|questionnaire)\b.*\b(of|with|for)\b"
    r"|^\W*(questionnaire|session plan|interview plan)\b",
    re.IGNORECASE | re.DOTALL,
)
_ASKS_ABOUT = re.compile(
    r"^\W*(who|whom|what|when|where|why|how|which|does|do|is|are|may|must|can|should)\b", re.I
)

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "half an": 0.5, "an": 1, "a": 1}
_NUMBER = rf"(\d+(?:\.\d+)?|{'|'.join(_WORDS)})"
_MINUTES = re.compile(rf"\b{_NUMBER}[\s-]*(?:minutes?|mins?)\b", re.IGNORECASE)
_HOURS = re.compile(rf"\b{_NUMBER}[\s-]*(?:hours?|hrs?)\b", re.IGNORECASE)
_SESSIONS = re.compile(rf"\b{_NUMBER}[\s-]+(?:sessions|sittings|meetings|days)\b", re.IGNORECASE)

_STAGES: tuple[tuple[str, Stage], ...] = (
    (r"\bfollow[- ]?up\b|\bsecond (debrief|session|meeting)|\bnext (session|meeting)", "follow-up"),
    (r"\bpreliminary\b|\bassessment\b", "preliminary assessment"),
    (r"\bfirst\b|\binitial\b|\bwalk-?in\b", "first contact"),
)
_USUAL_STAGE: Stage = "full debrief"

_AGENCIES = {
    "CIA": r"cia|central intelligence( agency)?|the agency",
    "STATE": r"state( department)?|department of state",
    "ARMY": r"army",
    "NAVY": r"navy",
    "AIR-FORCE": r"air force|usaf",
    "JOINT-STAFF": r"joint staff|jcs|joint chiefs",
    "AEC": r"aec|atomic energy( commission)?",
    "FBI": r"fbi|bureau",
    "PSYCH": r"psychological\S*( exploitation)?( staff)?|usia|propaganda staff",
    "HOST": r"host( service| country)?|local service",
}
_EVERYBODY = re.compile(r"\b(all|every) (the )?agenc(y|ies)\b|\beverybody\b", re.IGNORECASE)

_SUBJECT = re.compile(
    r"\b(?:of|with|for|on)\s+(?:an?|the|our|my)\s+(?P<who>[^,.;?!]+?)"
    r"(?=\s+(?:for|by|in|over|lasting|from all)\b|[,.;?!]|$)",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"^(session|plan|questionnaire|debrief\w*|interview|first|follow|\d)"
    r"|^(joint staff|navy|army|air force|fbi|cia|state department)$",
    re.IGNORECASE,
)
_NATIONALITY = re.compile(
    r"\b(Soviet|Russian|Polish|Czech|Slovak|Hungarian|Romanian|Bulgarian|East German|Chinese|Cuban|Ukrainian|"
    r"Latvian|Estonian|Lithuanian|Yugoslav|Albanian|North Korean|Vietnamese)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"\b(KGB|GRU|MVD|MGB|NKVD)\b")

FIRST_SHOWN = 2
"""Questions of each section that the reply shows; the plan has them all."""


def reply(message: Message, assistant: Assistant) -> Reply | None:
    text = " ".join(message.text.split())
    if not _ASKS.search(text) or _ASKS_ABOUT.search(text):
        return None
    wanted = _wanted(text, assistant)
    if wanted is None:
        return None
    plan = assistant.plan(wanted)
    kept = assistant.store.plans.start(plan.title, as_json(plan), "Built from a message.")
    cited = list(dict.fromkeys(id for section in plan.sections for id in section.citations))
    library = assistant.library
    return Reply(
        name,
        _told(plan),
        tuple(cite(library, id, "", message.as_of) for id in cited if library.has(id)),
        plan=kept.id,
    )


def _wanted(text: str, assistant: Assistant) -> Wanted | None:
    """What the sentence asks for; None when it names neither a subject nor an agency."""
    agencies = [id for id, words in _AGENCIES.items() if re.search(rf"\b({words})\b", text, re.IGNORECASE)]
    if _EVERYBODY.search(text):
        agencies = [agency.id for agency in assistant.planner.templates.agencies]
    who = next((m["who"] for m in _SUBJECT.finditer(text) if not _NO_SUBJECT.match(m["who"])), "")
    if not who and not agencies:
        return None
    nationality, service = _NATIONALITY.search(who), _SERVICE.search(text)
    data = {
        "post": _NATIONALITY.sub("", who).strip() if who else None,
        "nationality": nationality[0] if nationality else None,
        "service": service[0] if service else None,
    }
    stage = next((stage for words, stage in _STAGES if re.search(words, text, re.I)), _USUAL_STAGE)
    sessions = int(_number(_SESSIONS, text) or 1)
    given = _number(_MINUTES, text) + 60 * _number(_HOURS, text)
    profile = profile_of(data, assistant.clock().date())
    return Wanted(profile, tuple(agencies), stage, int(given or USUAL_MINUTES[stage] * sessions), sessions)


def _number(pattern: re.Pattern[str], text: str) -> float:
    found = pattern.search(text)
    if found is None:
        return 0.0
    return float(_WORDS.get(found[1].lower(), 0) or found[1])


def _told(plan: Plan) -> str:
    """The plan in short: sections with their minutes and how each begins."""
    asked = len(list(plan.questions))
    lines = [
        f"**{plan.title}**: {asked} questions, {plan.used:.0f} of {plan.minutes} minutes"
        + (f" in {plan.sessions} sessions" if plan.sessions > 1 else "")
        + ". It is kept under Questionnaires.",
        "",
    ]
    for section in plan.sections:
        count = f"{len(section.questions)} question{'s' if len(section.questions) != 1 else ''}"
        lines.append(f"- {section.title}, {section.minutes:g} minutes, {count}")
        for question in section.questions[:FIRST_SHOWN]:
            by = f" ({', '.join(question.agencies)})" if question.agencies else ""
            lines.append(f"    - {question.wording}{by}")
        if section.break_after:
            lines.append(f"- Rest: {section.break_after} minutes")
    if plan.left_for_later:
        lines += ["", f"Left for later: {len(plan.left_for_later)} questions."]
    lines += [*([""] if plan.remarks else []), *plan.remarks]
    return "\n".join(lines)
