"""The form for a subject and a session: what it says as a profile, and a profile as it shows it.

Everything here is as typed: nothing of it is trusted to be of the right kind or length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

from assistant.errors import BadContent, DebriefError
from assistant.questionnaires import (
    USUAL_MINUTES,
    Former,
    Kinds,
    Plan,
    Stage,
    SubjectProfile,
    Wanted,
    profile_of,
    read_profile,
)

USUAL_STAGE: Stage = "full debrief"

Answer = Literal["yes", "no", ""]
"""To a question of the form; "" is not known."""

TEXTS = (
    "cover_name",
    "nationality",
    "service",
    "rank",
    "post",
    "kind",
    "places",
    "languages",
    "more_access",
    "papers",
    "which_papers",
    "family",
    "which_family",
    "recalled",
    "motive_stated",
    "state",
    "stage",
    "minutes",
    "sessions",
)

_YEARS = re.compile(r"([12]\d{3})\s*[-–—]\s*([12]\d{3})")
_FIELD = re.compile(r"The profile's '?(\w+)")
_FIELD_OF = {
    "documents_brought": "which_papers",
    "family_behind": "which_family",
    "access": "more_access",
    "place": "places",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it stands. ``places`` has one a line; ``access`` are the tags that are chosen."""

    cover_name: str = ""
    nationality: str = ""
    service: str = ""
    rank: str = ""
    post: str = ""
    kind: str = ""
    places: str = ""
    languages: str = ""
    access: tuple[str, ...] = ()
    more_access: str = ""
    papers: str = ""
    which_papers: str = ""
    family: str = ""
    which_family: str = ""
    recalled: str = ""
    motive_stated: str = ""
    state: str = ""
    agencies: tuple[str, ...] = ()
    stage: str = USUAL_STAGE
    minutes: str = str(USUAL_MINUTES[USUAL_STAGE])
    sessions: str = "1"


def filled_in(data: Mapping[str, Any]) -> Filled:
    """The form as the page sends it; what is of no use in it counts as empty."""
    known: dict[str, Any] = {key: value for key in TEXTS if isinstance(value := data.get(key), str)}
    for key in ("access", "agencies"):
        if isinstance(values := data.get(key), list):
            known[key] = tuple(value for value in values if isinstance(value, str))
    return Filled(**known)


def form_of(profile: SubjectProfile, kinds: Kinds, agencies: Sequence[str]) -> Filled:
    """A profile as the form shows it, with what is usual for a first plan."""
    known = [said for said in profile.access if said in kinds.access_words]
    other = [said for said in profile.access if said not in kinds.access_words]
    papers, which_papers = _answer(profile.documents_brought)
    family, which_family = _answer(profile.family_behind)
    lines = []
    for stay in profile.places:
        parts = [stay.place, stay.start.says if stay.start else "", stay.end.says if stay.end else ""]
        lines.append(", ".join(parts).rstrip(", "))
    return Filled(
        cover_name=profile.cover_name,
        nationality=profile.nationality,
        service=profile.service,
        rank=profile.rank,
        post=profile.post,
        kind=profile.kind,
        places="\n".join(lines),
        languages=", ".join(profile.languages),
        access=tuple(known),
        more_access="; ".join(other),
        papers=papers,
        which_papers=which_papers,
        family=family,
        which_family=which_family,
        recalled="" if profile.recalled is None else "yes" if profile.recalled else "no",
        motive_stated=profile.motive_stated,
        state=profile.state,
        agencies=tuple(agencies),
    )


def form_of_plan(plan: Plan, kinds: Kinds, today: date) -> Filled:
    """The form from which a plan was built; a plan brought from elsewhere may have a subject of its own."""
    try:
        profile = profile_of(dict(plan.subject), today)
    except BadContent:
        name = plan.subject.get("cover_name")
        profile = SubjectProfile(cover_name=name if isinstance(name, str) else "")
    shown = form_of(profile, kinds, plan.agencies)
    return replace(shown, stage=plan.stage, minutes=str(plan.minutes), sessions=str(plan.sessions))


def profile_in(form: Filled, today: date) -> SubjectProfile:
    """The profile that the form describes. Raises BadContent."""
    data: dict[str, Any] = {
        key: getattr(form, key)
        for key in ("cover_name", "nationality", "service", "rank", "post", "kind", "motive_stated", "state")
    }
    data |= {
        "languages": _entries(form.languages, ","),
        "access": [*form.access, *_entries(form.more_access, ";")],
        "places": [_stay(line) for line in form.places.splitlines() if line.strip(" ,")],
        "documents_brought": _yes_or_which(form.papers, form.which_papers),
        "family_behind": _yes_or_which(form.family, form.which_family),
        "recalled": form.recalled,
    }
    return profile_of(data, today)


def wanted_in(form: Filled, former: Former | None, today: date) -> Wanted:
    """What a plan is asked for by the form. Raises BadContent; stage and bounds are left to the planner."""
    return Wanted(
        profile=profile_in(form, today),
        agencies=form.agencies,
        stage=cast(Stage, form.stage),
        minutes=_whole(form.minutes, "minutes"),
        sessions=_whole(form.sessions, "sessions"),
        former=former,
    )


def field_of(says: str) -> str:
    """The field of the form that an error's sentence speaks of; "" when it speaks of none."""
    named = _FIELD.match(says)
    if named:
        field = _FIELD_OF.get(named[1], named[1])
        return field if field in TEXTS else ""
    if "minutes" in says and not says.startswith("A session"):
        return "minutes"
    if "session" in says and "former" not in says:
        return "sessions"
    return ""


def read_as(profile: SubjectProfile, kinds: Kinds) -> str:
    """What he is taken for, in words."""
    kind = kinds.of(profile)
    if not kind:
        return "Kind not known yet: only what anybody can be asked will be planned."
    access = ", ".join(kinds.access(profile, kind))
    verb = "taken as" if profile.kind else "read as"
    return f"{verb}: {kind}" + (f", with access to {access}" if access else "")


def examples(folder: Path, today: date) -> dict[str, SubjectProfile]:
    """Invented profiles to begin from, by the names of their files; one that cannot be read is left out."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            found[path.stem] = read_profile(path.read_text(encoding="utf-8"), today)
        except (DebriefError, OSError, UnicodeDecodeError):
            continue
    return found


def _stay(line: str) -> dict[str, str] | str:
    """A line such as "Kiev, 1938, spring 1945": entries at its end that have a figure in them are dates."""
    parts = [part.strip() for part in line.split(",")]
    last = len(parts)
    while last > 1 and len(parts) - last < 2 and (not parts[last - 1] or re.search(r"\d", parts[last - 1])):
        last -= 1
    dates = parts[last:]
    if len(dates) == 1 and (years := _YEARS.fullmatch(dates[0])):
        dates = [years[1], years[2]]
    place = ", ".join(parts[:last])
    return {"place": place} | dict(zip(("from", "to"), dates, strict=False)) if place else line


def _entries(text: str, mark: str) -> list[str]:
    return [part.strip() for part in re.split(rf"[{mark}\n]", text) if part.strip()]


def _yes_or_which(answer: str, which: str) -> bool | list[str] | None:
    entries = _entries(which, ";")
    if answer == "no":
        return False
    return entries or (True if answer == "yes" else None)


def _answer(value: bool | tuple[str, ...] | None) -> tuple[Answer, str]:
    if isinstance(value, tuple):
        return "yes", "; ".join(value)
    return ("" if value is None else "yes" if value else "no"), ""


def _whole(typed: str, what: str) -> int:
    try:
        return round(float(typed.replace(",", "")))
    except (ValueError, OverflowError):
        raise BadContent(f"The number of {what} cannot be read. Give it in figures, such as 90.") from None
