"""A scenario while it is being written: the form's values, whatever is still missing in them.

A draft has every key of a scenario's file. Two things differ from the file: a profile is a list of rows, so
that a key may be empty or stand twice while it is typed, and a number may be None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import yaml

from assistant.errors import BadContent
from assistant.mock.mistakes import Mistake, mistakes_between, mistakes_of
from assistant.mock.scenario import REPLIES, STATES, Scenario
from assistant.mock.scenario_files import KEYS, made_of
from assistant.paper import slug, storable

Draft = dict[str, Any]

LARGEST_FILE = 1_000_000
LONGEST_TEXT = 6000
MOST_ENTRIES = 150
MOST_LINES = 100

NEEDS = ("trust", "self_respect", "fear_at_most", "suspicion_at_most")


def tidied(given: Mapping[str, Any]) -> Draft:
    """A whole draft of what a file or the page gives; keys that no scenario has are left out.

    Raises:
        BadContent: it is too long to be kept.
    """
    subject, state, motives = (_mapping(given.get(key)) for key in ("subject", "state", "motives"))
    replies = _mapping(given.get("replies"))
    return {
        **{key: _text(given.get(key)) for key in ("title", "difficulty", "setting", "opening")},
        "id": _id(given.get("id")),
        "minutes": _number(given.get("minutes")),
        "subject": {
            "name": _text(subject.get("name")),
            "voice": _text(subject.get("voice")),
            "profile": _rows(subject.get("profile")),
        },
        "state": {key: _number(state.get(key)) for key in STATES},
        "motives": {key: _text(motives.get(key)) for key in ("told", "real")},
        "requirements": _entries(given, "requirements", _requirement),
        "topics": _entries(given, "topics", _topic),
        "facts": _entries(given, "facts", _fact),
        "cracks": _entries(given, "cracks", _crack),
        "events": _entries(given, "events", _event),
        "replies": {key: _lines(replies.get(key)) for key in REPLIES},
        # The form does not show it: it goes through untouched.
        **({"compare": _comparing(given["compare"])} if given.get("compare") else {}),
    }


def data_of(draft: Draft) -> dict[str, Any]:
    """The scenario as its file has it, without what is empty."""
    subject = draft["subject"]
    profile = {
        row["key"].strip(): row["value"]
        for row in subject["profile"]
        if row["key"].strip() and row["value"] != ""
    }
    return {
        **{key: draft[key] for key in ("id", "title", "difficulty")},
        "minutes": draft["minutes"] or 0,
        "setting": draft["setting"].strip(),
        "subject": {"name": subject["name"].strip(), "profile": profile, "voice": subject["voice"].strip()},
        "state": {key: -1 if value is None else value for key, value in draft["state"].items()},
        "motives": draft["motives"],
        "requirements": [{**each, "weight": each["weight"] or 0} for each in draft["requirements"]],
        "topics": [{**each, "ask": _written(each["ask"])} for each in draft["topics"]],
        "facts": [*map(_fact_data, draft["facts"])],
        **({"cracks": draft["cracks"]} if draft["cracks"] else {}),
        "replies": {key: _written(lines) for key, lines in draft["replies"].items()},
        "opening": draft["opening"].strip(),
        **({"events": draft["events"]} if draft["events"] else {}),
        **_compared(draft),
    }


def _compared(draft: Draft) -> dict[str, Any]:
    """What is compared with another scenario, as far as its own fact is there still."""
    if "compare" not in draft:
        return {}
    ids = {each["id"] for each in draft["facts"]}
    kept = [
        {**other, "points": [point for point in other["points"] if point["facts"][0] in ids]}
        for other in draft["compare"]
    ]
    return {"compare": kept}


def scenario_in(draft: Draft) -> Scenario:
    """The scenario as it stands, whatever mistakes it has."""
    return made_of(data_of(draft))


def mistakes_in(
    draft: Draft, taken: frozenset[str] = frozenset(), supplied: Mapping[str, Scenario] = MappingProxyType({})
) -> list[Mistake]:
    """What keeps it from being played; ``taken`` are the ids of other scenarios, ``supplied`` are those that
    it may be compared with."""
    made = scenario_in(draft)
    found = mistakes_of(made)
    if made.compare:
        found += mistakes_between({**supplied, made.id: made})
    if draft["id"] in taken:
        says = f"another scenario has the id '{draft['id']}': choose another, or empty it to have one made"
        found.insert(0, Mistake("id", says))
    return found


def as_yaml(draft: Draft) -> str:
    """The file of a scenario, as ``debrief mock check`` reads it."""
    return yaml.safe_dump(data_of(draft), sort_keys=False, allow_unicode=True, width=100)


def of_file(data: bytes) -> tuple[Draft, list[str]]:
    """The draft in a file, and what of the file is not in it.

    Raises:
        BadContent: it is no YAML file with a scenario; the sentence says where and what to do.
    """
    if len(data) > LARGEST_FILE:
        raise BadContent("The file is larger than 1 MB. Choose the YAML file of one scenario.")
    try:
        text = data.decode("utf-8-sig")
        root = yaml.compose(text, Loader=_LOADER)
        _refuse_twice(root)
        content = yaml.load(text, Loader=_LOADER)
    except UnicodeDecodeError:
        raise BadContent("The file is not text in UTF-8. Save it as such, or choose another.") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"Line {mark.line + 1}" if mark else "The file"
        raise BadContent(f"{where}: this is not valid YAML. Mend it there and bring it again.") from None
    if not isinstance(content, dict) or not {"facts", "subject", "title"} & set(content):
        raise BadContent("The file holds no scenario. Choose one with a title, a subject and facts.")
    left_out = [f"'{key}' is no part of a scenario and was left out." for key in content if key not in KEYS]
    return tidied(content), left_out


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _refuse_twice(root: yaml.Node | None) -> None:
    """YAML keeps the last of a key that stands twice; and what refers to itself may unfold without end."""
    seen: set[int] = set()
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise BadContent("The file refers to parts of itself (&, *). Write them out, and bring it again.")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            names: set[str] = set()
            for key, value in node.value:
                if str(key.value) in names:
                    line = key.start_mark.line + 1
                    raise BadContent(
                        f"Line {line}: '{key.value}' stands twice. Keep one, and bring it again."
                    )
                names.add(str(key.value))
                waiting += [key, value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def id_of(text: Any) -> str:
    """An id of a title: small letters, digits and low lines."""
    return slug(str(text or ""), 40).replace("-", "_")


def free_id(wanted: str, taken: frozenset[str]) -> str:
    """The id, with a number where another scenario has it."""
    wanted = wanted or "scenario"
    numbered: Iterator[str] = (f"{wanted}_{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(each for each in numbered if each not in taken)


# Parts of a draft.


def _requirement(given: Mapping[str, Any]) -> Draft:
    return {"title": _text(given.get("title")), "weight": _number(given.get("weight"))}


def _topic(given: Mapping[str, Any]) -> Draft:
    return {"ask": _lines(given.get("ask")), "lead": _text(given.get("lead"))}


def _fact(given: Mapping[str, Any]) -> Draft:
    needs = _mapping(given.get("needs"))
    texts = ("about", "requirement", "topic", "gate", "says", "again", "closed", "knows", "truth")
    return {
        **{key: _text(given.get(key)) for key in texts},
        "weight": _number(given.get("weight")),
        "needs": {key: _number(needs.get(key)) for key in NEEDS},
        "ask": _lines(given.get("ask")),
        "sure": _text(given.get("sure")) or "certain",
        "legend": given.get("legend") is True,
    }


def _crack(given: Mapping[str, Any]) -> Draft:
    facts = given.get("facts")
    named = [_text(each) for each in facts] if isinstance(facts, list) else []
    return {"facts": [*named, "", ""][:2], "what": _text(given.get("what"))}


def _event(given: Mapping[str, Any]) -> Draft:
    return {"title": _text(given.get("title")), "says": _text(given.get("says"))}


def _comparing(given: Any) -> list[Draft]:
    """Raises BadContent."""
    try:
        return [
            {
                "with": _text(other["with"]),
                "points": [
                    {
                        "facts": [_text(each["facts"][0]), _text(each["facts"][1])],
                        "differs": each["differs"] is True,
                        "what": _text(each["what"]),
                    }
                    for each in other["points"]
                ],
            }
            for other in given
        ]
    except (KeyError, IndexError, TypeError):
        raise BadContent(
            "'compare' is a list of 'with' and 'points'; a point has two facts, 'differs' and 'what'."
        ) from None


def _fact_data(draft: Draft) -> dict[str, Any]:
    needs = {key: value for key, value in draft["needs"].items() if value is not None}
    full = draft | {
        "weight": draft["weight"] or 0,
        # They count for that gate alone; the form keeps them for whoever turns back to it.
        "needs": needs if draft["gate"] == "trust" else {},
        "ask": _written(draft["ask"]),
    }
    optional = {"needs", "closed", "knows", "truth", "legend"}
    return {key: full[key] for key in _FACT_ORDER if full[key] or key not in optional}


def _entries(given: Mapping[str, Any], part: str, make: Callable[[Mapping[str, Any]], Draft]) -> list[Draft]:
    listed = given.get(part)
    entries = [each for each in listed if isinstance(each, Mapping)] if isinstance(listed, list) else []
    if len(entries) > MOST_ENTRIES:
        raise BadContent(f"A scenario has {MOST_ENTRIES} {part} at most. Divide it in two.")
    ids = [_id(each.get("id")) for each in entries]
    made = []
    for place, (id, each) in enumerate(zip(ids, entries, strict=True), start=1):
        made.append({"id": id or free_id(f"{part.removesuffix('s')}_{place}", frozenset(ids)), **make(each)})
    return made


_FACT_ORDER = (
    *("id", "about", "requirement", "weight", "gate", "needs", "topic"),
    *("ask", "says", "again", "closed", "knows", "sure", "truth", "legend"),
)

_ID = re.compile(r"[\w-]{1,60}")


def _id(given: Any) -> str:
    text = _text(given).strip()
    return text if _ID.fullmatch(text) else id_of(text)


def _rows(given: Any) -> list[Draft]:
    pairs: Sequence[tuple[Any, Any]] = ()
    if isinstance(given, Mapping):
        pairs = [*given.items()]
    elif isinstance(given, list):
        pairs = [(each.get("key"), each.get("value")) for each in given if isinstance(each, Mapping)]
    if len(pairs) > MOST_LINES:
        raise BadContent(f"A profile has {MOST_LINES} lines at most.")
    return [{"key": _text(key), "value": _value(value)} for key, value in pairs]


def _value(given: Any) -> Any:
    return given if isinstance(given, bool | int | float) else _text(given)


def _mapping(given: Any) -> Mapping[str, Any]:
    return given if isinstance(given, Mapping) else {}


def _lines(given: Any) -> list[str]:
    lines = [_text(each) for each in given] if isinstance(given, list) else []
    if len(lines) > MOST_LINES:
        raise BadContent(f"A list has {MOST_LINES} lines at most. Leave the weaker ones out.")
    return lines


def _written(lines: Sequence[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]


def _text(given: Any) -> str:
    text = "" if given is None else storable(str(given))
    if len(text) > LONGEST_TEXT:
        raise BadContent(f"A text has {LONGEST_TEXT:,} characters at most. Shorten it.")
    return text


def _number(given: Any) -> float | int | None:
    """Numbers that are none, or beyond any meaning, count as not given."""
    if isinstance(given, bool) or not isinstance(given, int | float) or not -1000 < given < 1000:
        return None
    return int(given) if given == int(given) else round(given, 3)
