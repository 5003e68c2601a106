"""A plan read from a file that a user brings: JSON as this program writes it, or an XLSForm of anyone's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, NoReturn

from assistant.errors import BadContent, UnreadableDocument
from assistant.questionnaires.plan import Plan, from_json

LARGEST_FILE = 5_000_000
"""Bytes. A plan of three hundred questions has under 300,000."""
MOST_QUESTIONS = 2_000
_DEEPEST = 30
_MOST_LISTS = 200_000

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Read:
    """A plan as read. ``unread`` are sentences on what in the file could not be read: where, what and why."""

    plan: Plan
    unread: tuple[str, ...] = ()


def read_plan(data: bytes, file_name: str) -> Read:
    """Read a plan; the content decides what the file is, its name only gives a foreign form's plan a title.

    Raises:
        UnreadableDocument: the file is empty, too large, damaged, or of a kind that is not read.
        BadContent: the file is of the right kind, and something in it is not what it should be.
    """
    if not data:
        raise UnreadableDocument("The file is empty: choose the file that holds the plan.")
    if len(data) > LARGEST_FILE:
        raise UnreadableDocument(
            f"The file has {len(data) / 1e6:.1f} MB and a plan at most {LARGEST_FILE / 1e6:.0f} MB: "
            "choose the file that holds the plan."
        )
    if data.startswith(_ZIP):
        from assistant.questionnaires.from_xlsform import read_xlsform

        read = Read(*read_xlsform(data, PurePath(file_name.replace("\\", "/")).stem))
    elif data.startswith(_OLD_OFFICE):
        raise UnreadableDocument(
            "The file is an old (.xls) or protected Excel workbook: save it as .xlsx without a password and "
            "bring that."
        )
    else:
        read = Read(from_json(_json(data)))
    if len([*read.plan.questions, *read.plan.left_for_later]) > MOST_QUESTIONS:
        raise BadContent(
            f"The plan has more than {MOST_QUESTIONS:,} questions: divide it and bring the parts."
        )
    return read


def _json(data: bytes) -> Any:
    if data.count(b"[") + data.count(b"{") > _MOST_LISTS:
        raise BadContent(
            f"The file has more than {_MOST_LISTS:,} brackets, as no plan has: choose the file that holds "
            "the plan."
        )
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableDocument(
            f"The file is neither JSON nor an Excel workbook{where}: bring a plan that was exported as JSON, "
            "or an XLSForm (.xlsx)."
        ) from None
    _check_depth(found)
    return found


def _check_depth(found: Any) -> None:
    level = [found]
    for _ in range(_DEEPEST):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return
    raise _too_deep()


def _too_deep() -> BadContent:
    return BadContent(
        f"The file has lists within lists, more than {_DEEPEST} deep, as no plan has: choose the file that "
        "holds the plan."
    )


def _refuse(_: str) -> NoReturn:
    raise ValueError
