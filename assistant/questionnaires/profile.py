"""What is known of a subject before he is debriefed: everything optional, nothing assumed.

A profile is a small YAML file or the page's form. What is not known stays unknown and says so; dates that
contradict each other are pointed out and kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import BadContent
from assistant.questionnaires.conditions import Fact
from assistant.questionnaires.dates import PartialDate, parse_date

SUBJECTS = (
    "intelligence officer",
    "cipher clerk",
    "diplomat",
    "soldier",
    "pilot",
    "ship's officer",
    "scientist",
    "engineer",
    "trade official",
    "party official",
    "border-crosser",
)
"""The kinds of subjects that templates know."""

ANYBODY = "border-crosser"
"""Who has no special access. A man of whom nothing is known is asked what anybody can be asked."""

LONGEST = 400
"""Characters of one entry."""

MOST = 60
"""Entries of one list."""

LARGEST = 200_000
"""Bytes of a profile file."""

EARLIEST = date(1850, 1, 1)

_TEXTS = ("cover_name", "nationality", "service", "rank", "post", "motive_stated", "state", "kind")
_LISTS = ("languages", "access")
_KEYS = (*_TEXTS, *_LISTS, "places", "documents_brought", "family_behind", "recalled")

_YES_NO_UNKNOWN = {"yes": True, "no": False, "true": True, "false": False, "unknown": None, "": None}


@dataclass(frozen=True, slots=True)
class Stay:
    """A place where he was, with the bounds that are known."""

    place: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class SubjectProfile:
    """What is known. ``documents_brought`` and ``family_behind``: what or who, or a bare yes or no.

    ``remarks`` are what does not fit together in it, in whole sentences.
    """

    cover_name: str = ""
    nationality: str = ""
    service: str = ""
    rank: str = ""
    post: str = ""
    kind: str = ""
    places: tuple[Stay, ...] = ()
    languages: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    documents_brought: bool | tuple[str, ...] | None = None
    family_behind: bool | tuple[str, ...] | None = None
    motive_stated: str = ""
    state: str = ""
    recalled: bool | None = None
    remarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def name(self) -> str:
        return self.cover_name or "the subject"

    def facts(self, stage: str, kinds: Kinds) -> Mapping[str, Fact]:
        """What conditions are worked out with. Somebody of no known kind counts as anybody."""
        kind = kinds.of(self) or ANYBODY
        return {
            "kind": kind,
            "service": self.service or None,
            "nationality": self.nationality or None,
            "rank": self.rank or None,
            "post": self.post or None,
            "motive": self.motive_stated or None,
            "state": self.state or None,
            "stage": stage,
            "access": kinds.access(self, kind),
            "languages": self.languages,
            "places": tuple(stay.place for stay in self.places),
            "has_family_behind": None if self.family_behind is None else bool(self.family_behind),
            "brought_documents": None if self.documents_brought is None else bool(self.documents_brought),
            "recalled": self.recalled,
        }

    def as_data(self) -> dict[str, Any]:
        """The profile as it would be written, without what is not known."""
        data: dict[str, Any] = {key: getattr(self, key) for key in _TEXTS if getattr(self, key)}
        data |= {key: list(getattr(self, key)) for key in _LISTS if getattr(self, key)}
        if self.places:
            data["places"] = [
                {"place": stay.place}
                | ({"from": stay.start.says} if stay.start else {})
                | ({"to": stay.end.says} if stay.end else {})
                for stay in self.places
            ]
        for key in ("documents_brought", "family_behind", "recalled"):
            value = getattr(self, key)
            if value is not None:
                data[key] = list(value) if isinstance(value, tuple) else value
        return data


@dataclass(frozen=True, slots=True)
class Kinds:
    """How a subject's kind and access are read from his post, service and rank."""

    by_post: Mapping[str, Sequence[str]]
    by_service: Mapping[str, str]
    by_rank: Mapping[str, Sequence[str]]
    access_of_kind: Mapping[str, Sequence[str]]
    access_words: Mapping[str, Sequence[str]]

    def of(self, profile: SubjectProfile) -> str:
        """His kind; "" when neither the profile nor anything in it tells."""
        if profile.kind:
            return profile.kind
        found = _first(self.by_post, profile.post)
        if not found:
            services = {name.casefold(): kind for name, kind in self.by_service.items()}
            found = services.get(profile.service.casefold(), "") or _first(self.by_rank, profile.rank)
        if not found and profile.post:
            return ANYBODY
        return found

    def access(self, profile: SubjectProfile, kind: str) -> tuple[str, ...]:
        """Tags of what he had access to, from his own words and from what comes with his kind."""
        tags = list(self.access_of_kind.get(kind, ()))
        for said in profile.access:
            tags += [tag for tag, words in self.access_words.items() if _mentions(said, [tag, *words])]
        return tuple(dict.fromkeys(tags))


@lru_cache(maxsize=8)
def read_kinds(path: Path) -> Kinds:
    """Read ``kinds.yaml``."""
    try:
        return Kinds(**yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, TypeError, yaml.YAMLError) as error:
        raise BadContent(f"{path}: cannot be read as the list of kinds ({type(error).__name__}).") from None


def read_profile(text: str, today: date) -> SubjectProfile:
    """Read a profile from YAML; an empty text is a profile of which nothing is known.

    Raises:
        BadContent: it is no profile, an entry is unknown, or a date is none. The message says where.
    """
    if len(text.encode("utf-8", "replace")) > LARGEST:
        raise BadContent(f"The profile is larger than {LARGEST:,} bytes. It should be a page at most.")
    try:
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise BadContent(f"The profile is not valid YAML{line}: {error.problem}. Mend it there.") from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise BadContent(
            "The profile is not valid YAML. Write one entry a line, such as post: clerk"
        ) from None
    return profile_of({} if data is None else data, today)


def profile_of(data: Any, today: date) -> SubjectProfile:
    """A profile from plain data, as ``read_profile`` reads it. Raises BadContent."""
    if not isinstance(data, dict):
        raise BadContent(
            f"A profile is a list of entries such as “post: cipher clerk”. Known: {', '.join(_KEYS)}."
        )
    if unknown := [str(key)[:40] for key in data if key not in _KEYS]:
        raise BadContent(
            f"The profile has an unknown entry, number {list(map(str, data)).index(unknown[0]) + 1}. "
            f"Known entries: {', '.join(_KEYS)}."
        )
    places = tuple(_stay(each, n) for n, each in enumerate(_listed(data.get("places"), "places"), start=1))
    kind = _text(data.get("kind"), "kind")
    if kind and kind not in SUBJECTS:
        raise BadContent(f"The profile's 'kind' is not known. Use one of: {', '.join(SUBJECTS)}.")
    return SubjectProfile(
        cover_name=_text(data.get("cover_name"), "cover_name"),
        nationality=_text(data.get("nationality"), "nationality"),
        service=_text(data.get("service"), "service"),
        rank=_text(data.get("rank"), "rank"),
        post=_text(data.get("post"), "post"),
        kind=kind,
        places=places,
        languages=_texts(data.get("languages"), "languages"),
        access=_texts(data.get("access"), "access"),
        motive_stated=_text(data.get("motive_stated"), "motive_stated"),
        state=_text(data.get("state"), "state"),
        documents_brought=_yes_or_which(data.get("documents_brought"), "documents_brought"),
        family_behind=_yes_or_which(data.get("family_behind"), "family_behind"),
        recalled=_yes_or_no(data.get("recalled"), "recalled"),
        remarks=tuple(_contradictions(places, today)),
    )


def _text(value: Any, key: str) -> str:
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        raise BadContent(f"The profile's '{key}' must be text, not a list.")
    text = " ".join(str(value).split())
    if len(text) > LONGEST:
        raise BadContent(f"The profile's '{key}' is longer than {LONGEST} characters. Put it shorter.")
    return text


def _texts(value: Any, key: str) -> tuple[str, ...]:
    return tuple(_text(each, key) for each in _listed(value, key))


def _listed(value: Any, key: str) -> list[Any]:
    if value is None or value == "":
        return []
    values = value if isinstance(value, list) else [each.strip() for each in str(value).split(",")]
    if len(values) > MOST:
        raise BadContent(f"The profile's '{key}' has more than {MOST} entries.")
    return [each for each in values if each not in (None, "")]


def _stay(value: Any, n: int) -> Stay:
    if isinstance(value, str):
        return Stay(_text(value, "places"))
    if not isinstance(value, dict) or not value.get("place") or set(value) - {"place", "from", "to"}:
        raise BadContent(
            f"The profile's places, entry {n}: write place, and from and to where they are known."
        )
    dates = {}
    for key in ("from", "to"):
        try:
            dates[key] = parse_date(value[key]) if value.get(key) not in (None, "") else None
        except BadContent as error:
            raise BadContent(f"The profile's places, entry {n}, '{key}': {error}") from None
    return Stay(_text(value["place"], "place"), dates["from"], dates["to"])


def _yes_or_no(value: Any, key: str) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    plain = str(value).strip().casefold()
    if plain not in _YES_NO_UNKNOWN:
        raise BadContent(f"The profile's '{key}' must be yes, no or unknown.")
    return _YES_NO_UNKNOWN[plain]


def _yes_or_which(value: Any, key: str) -> bool | tuple[str, ...] | None:
    if isinstance(value, list):
        return tuple(_text(each, key) for each in _listed(value, key))
    if value is None or isinstance(value, bool) or str(value).strip().casefold() in _YES_NO_UNKNOWN:
        return _yes_or_no(value, key)
    return (_text(value, key),)


def _contradictions(places: Sequence[Stay], today: date) -> list[str]:
    """What cannot be, whatever the dates leave open."""
    found = []
    for n, stay in enumerate(places, start=1):
        here = f"Places, entry {n} ({stay.place})"
        if stay.start and stay.end and stay.start.earliest > stay.end.latest:
            found.append(f"{here}: he leaves before he comes. Check “from” and “to”.")
        for each, word in ((stay.start, "from"), (stay.end, "to")):
            if each and each.earliest > today:
                found.append(f"{here}: “{word}” lies in the future. Check the year.")
            elif each and each.latest < EARLIEST:
                found.append(f"{here}: “{word}” lies before 1850. Check the year.")
        for m, other in enumerate(places[: n - 1], start=1):
            if _overlap(stay, other):
                found.append(
                    f"{here} and entry {m} ({other.place}) are certain to overlap in time. Ask which holds."
                )
    return found


def _overlap(one: Stay, other: Stay) -> bool:
    """Whether there is a day on which he must have been at both, whatever the dates leave open."""
    if one.place.casefold() == other.place.casefold():
        return False
    if not (one.start and one.end and other.start and other.end):
        return False
    return max(one.start.latest, other.start.latest) < min(one.end.earliest, other.end.earliest)


def _first(words: Mapping[str, Sequence[str]], text: str) -> str:
    return next((kind for kind, each in words.items() if _mentions(text, each)), "")


def _mentions(text: str, words: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in words if text)
