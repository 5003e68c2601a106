"""Lay sections into sessions: what there is time for, where he rests, and what is left for later."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.questionnaires.plan import Left, Section

REST_EVERY = 50
"""Minutes of talk after which he rests."""

REST = 10
"""Minutes of a rest."""

WORTH_NO_REST = 20
"""Minutes to the end of a session for which nobody rests any more."""

NEVER_LEFT = ("OPENING", "THREATS", "BONA-FIDES")
"""Sections of which nothing is left out for want of time."""

FIRST_OF_THE_REST = "KNOWLEDGE"
"""What he can know at all comes before any topic."""

TRIES = 8
"""Times that a plan is laid out with less in it, when rests made it longer than there is time."""

NO_ROOM = "No time in this plan."


def lay_out(
    sections: Sequence[Section], opening: Section, closing: Section, minutes: int, sessions: int
) -> tuple[list[Section], list[Left]]:
    """Sections with their session and rests, and the questions that found no room.

    The last of ``sections`` closes the last session. ``closing`` closes those before it, ``opening`` opens
    those after the first.
    """
    last = sections[-1]
    length = minutes / sessions
    rests = REST * max(0, math.ceil(length / (REST_EVERY + REST)) - 1)
    frame = last.minutes + (sessions - 1) * (opening.minutes + closing.minutes)
    room = sessions * (length - rests) - frame
    for _ in range(TRIES):
        laid, left = _with_room(sections, opening, closing, room, length - rests, sessions)
        # The last session takes what did not fit before it.
        over = max(_used(laid) - minutes, _used(s for s in laid if s.session == sessions) - length)
        if over <= 0:
            break
        room -= over
    return laid, left


def _used(sections: Iterable[Section]) -> float:
    return sum(section.minutes + section.break_after for section in sections)


def _with_room(
    sections: Sequence[Section],
    opening: Section,
    closing: Section,
    room: float,
    length: float,
    sessions: int,
) -> tuple[list[Section], list[Left]]:
    chosen = _chosen(sections[:-1], room)
    left = [
        Left(question, section.title, NO_ROOM)
        for section in sections[:-1]
        for question in section.questions
        if question.id not in chosen
    ]
    stay = [
        replace(section, questions=kept)
        for section in sections[:-1]
        if (kept := tuple(q for q in section.questions if q.id in chosen))
    ]
    days = _sessions(stay, length - closing.minutes, sessions, opening.minutes)
    laid: list[Section] = []
    for number, day in enumerate(days, start=1):
        opened = [_renamed(opening, number)] if number > 1 else []
        closed = sections[-1] if number == len(days) else _renamed(closing, number)
        laid += _with_rests([replace(s, session=number) for s in (*opened, *day, closed)])
    return _continued(laid), left


def _continued(sections: Sequence[Section]) -> list[Section]:
    """Say of a section that goes on after a rest or on another day that it does."""
    seen: set[str] = set()
    told = []
    for section in sections:
        title = f"{section.title}, continued" if section.id in seen else section.title
        told.append(replace(section, title=title))
        seen.add(section.id)
    return told


def _chosen(sections: Sequence[Section], room: float) -> set[str]:
    """Ids of the questions there is time for: the first three sections whole, then the most urgent."""
    chosen = {q.id for section in sections if section.id in NEVER_LEFT for q in section.questions}
    room -= sum(section.minutes for section in sections if section.id in NEVER_LEFT)
    rest = [
        (0 if section.id == FIRST_OF_THE_REST else question.priority, place, n, question)
        for place, section in enumerate(sections)
        if section.id not in NEVER_LEFT
        for n, question in enumerate(section.questions)
    ]
    for _, _, _, question in sorted(rest, key=lambda each: each[:3]):
        if question.minutes > room:
            break
        chosen.add(question.id)
        room -= question.minutes
    return chosen


def _sessions(sections: Sequence[Section], room: float, sessions: int, again: float) -> list[list[Section]]:
    """Sections by session; a section that does not fit goes on in the next one."""
    days: list[list[Section]] = [[]]
    free = room
    for section in sections:
        part: list[int] = []
        told = section.told
        for place, question in enumerate(section.questions):
            if question.minutes > free + 0.25 and len(days) < sessions:
                if part or told:
                    days[-1].append(_part(section, part, told))
                days.append([])
                free, part, told = room - again, [], ()
            part.append(place)
            free -= question.minutes
        if part or told:
            days[-1].append(_part(section, part, told))
    return days


def _part(section: Section, places: Sequence[int], told: tuple[object, ...]) -> Section:
    return replace(
        section,
        questions=tuple(section.questions[place] for place in places),
        told=section.told if told else (),
    )


def _with_rests(sections: Sequence[Section]) -> list[Section]:
    """Put in rests, between sections where one ends near enough, within one where it does not."""
    laid: list[Section] = []
    since = 0.0
    for n, section in enumerate(sections):
        part: list[int] = []
        told = section.told
        for place, question in enumerate(section.questions):
            if (
                since
                and since + question.minutes > REST_EVERY
                and not _nearly_done(section, place, sections[n + 1 :])
            ):
                if part or told:
                    laid.append(_part(section, part, told))
                    part, told = [], ()
                laid[-1] = replace(laid[-1], break_after=REST)
                since = 0.0
            part.append(place)
            since += question.minutes
        if part or told:
            laid.append(_part(section, part, told))
    return laid


def _nearly_done(section: Section, place: int, rest: Sequence[Section]) -> bool:
    """Whether so little is left of the session that no rest is worth it."""
    minutes = sum(question.minutes for question in section.questions[place:])
    return minutes + sum(each.minutes for each in rest) <= WORTH_NO_REST


def _renamed(section: Section, session: int) -> Section:
    """A standing section again, under ids of its own."""
    return replace(
        section,
        id=f"{section.id}-{session}",
        questions=tuple(replace(q, id=f"{q.id}~{session}") for q in section.questions),
    )
