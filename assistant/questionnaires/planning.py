"""From a profile, agencies, a stage and minutes to an ordered plan.

The order is the directives', not ours: voluntariness, safety and what he must be told (STATE-90262#1.B,
DCID-4/2#6.b.3.c), then imminent hostilities and threats (#6.b.3.a), then bona fides (#6.b.3.b), then what
he can know, topics by priority, anything else. Time runs out from the bottom: the last topics are left
for later, never what the first three sections ask.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.errors import BadContent
from assistant.language import Embedder, Vectors
from assistant.questionnaires.conditions import Fact, apply
from assistant.questionnaires.following import WHY, Former, follow_up
from assistant.questionnaires.joining import alike, join, merge
from assistant.questionnaires.laying_out import lay_out
from assistant.questionnaires.plan import KINDS, STAGES, Asker, Left, Plan, Question, Section, Stage, Told
from assistant.questionnaires.profile import Kinds, SubjectProfile
from assistant.questionnaires.templates import (
    TOPICS,
    Agency,
    Requirement,
    StandingSection,
    Statement,
    TemplateQuestion,
    Templates,
)

FEWEST_MINUTES = 10
MOST_MINUTES = 3000
MOST_SESSIONS = 20
LONGEST_SESSION = 240

ORDER_OF_KINDS = KINDS
"""Within a topic: his own account first, what can be answered in a word last."""

TOPIC_WHY = "What the agencies named beside each question need to know of him; they may ask by questionnaire."
TOPIC_RESTS_ON = ("NSCID-13#9.b",)

MOST_NAMED = 4
"""Agencies that a plan's title names; of more it gives the number."""

LATER: Stage = "follow-up"
SHORTEST: Stage = "first contact"
"""Stages whose opening and closing serve within a plan of several sessions."""

MUST_BE_KNOWN_FIRST = "His kind is not known: only questions that anybody can be asked are planned."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a plan is asked for. ``minutes`` are for all sessions together."""

    profile: SubjectProfile
    agencies: tuple[str, ...]
    stage: Stage
    minutes: int
    sessions: int = 1
    former: Former | None = None


class Planner:
    """Builds plans from templates; vectors of what was asked before are remembered."""

    def __init__(self, templates: Templates, kinds: Kinds, embedder: Embedder) -> None:
        self.templates = templates
        self.kinds = kinds
        self.embedder = embedder
        self._known: dict[str, Vectors] = {}

    @property
    def wordings(self) -> Mapping[str, str]:
        """Every template question's wording by id: what a former session may have asked."""
        return {question.id: question.wording for question in self.templates.questions}

    def build(self, wanted: Wanted) -> Plan:
        """Build the plan.

        Raises:
            BadContent: minutes, sessions or stage are out of bounds.
            NotFound: there is no such agency.
            EmbedderMissing: the sentence model is not installed.
        """
        _check(wanted)
        agencies = [self.templates.agency(id) for id in dict.fromkeys(wanted.agencies)]
        facts = wanted.profile.facts(wanted.stage, self.kinds)
        standing = [self._standing(each, wanted, facts) for each in self.templates.sections]
        topics = self._topics(agencies, facts, wanted.stage, standing)
        sections, settled = _unsettled([*standing[:-1], *topics, standing[-1]], wanted.former)
        remarks = list(wanted.profile.remarks)
        if not self.kinds.of(wanted.profile):
            remarks.append(MUST_BE_KNOWN_FIRST)
        opening, closing = (
            self._standing(self.templates.sections[place], replace(wanted, stage=stage, former=None), facts)
            for place, stage in ((0, LATER), (-1, SHORTEST))
        )
        kept, left = lay_out(sections, opening, closing, wanted.minutes, wanted.sessions)
        plan = Plan(
            title=_title(wanted, agencies),
            subject=wanted.profile.as_data(),
            agencies=tuple(agency.id for agency in agencies),
            stage=wanted.stage,
            minutes=wanted.minutes,
            sessions=wanted.sessions,
            sections=tuple(kept),
            left_for_later=(*left, *settled),
            remarks=tuple(remarks),
        )
        return replace(plan, remarks=(*plan.remarks, *_too_short(plan)), alike=self._alike(plan))

    def _alike(self, plan: Plan) -> tuple[tuple[str, str], ...]:
        """Questions still asked that may be the same, whether an agency's or every debrief's."""
        asked = [question for question in plan.questions if question.origin == "template"]
        return alike(asked, self._vectors([question.wording for question in asked])) if asked else ()

    def _standing(self, section: StandingSection, wanted: Wanted, facts: Mapping[str, Fact]) -> Section:
        questions = [
            question
            for each in section.questions
            if (question := _asked(each, 1, section.citations, facts, wanted.stage)) is not None
        ]
        if section.id == "KNOWLEDGE" and wanted.former:
            questions = [*follow_up(wanted.former), *questions]
        return Section(
            section.id,
            section.title,
            section.why,
            section.citations,
            tuple(questions),
            tuple(_told(section.tell, facts, wanted.stage)),
        )

    def _topics(
        self,
        agencies: Sequence[Agency],
        facts: Mapping[str, Fact],
        stage: Stage,
        standing: Sequence[Section],
    ) -> list[Section]:
        """One section a topic, the most urgent first; what agencies ask alike is asked once."""
        found: list[tuple[str, Question]] = []
        for agency in agencies:
            for requirement in agency.requirements:
                found += [
                    (requirement.topic, question) for question in _required(agency, requirement, facts, stage)
                ]
        questions = [question for _, question in found]
        topic_of = {question.id: topic for topic, question in found}
        merged = self._merged(questions, [q for section in standing for q in section.questions])
        by_topic: dict[str, list[Question]] = {}
        for question in merged:
            by_topic.setdefault(topic_of[question.id], []).append(question)
        order = sorted(by_topic, key=lambda topic: (_urgency(by_topic[topic]), list(TOPICS).index(topic)))
        return [
            Section(topic, TOPICS[topic], TOPIC_WHY, TOPIC_RESTS_ON, tuple(_in_order(by_topic[topic])))
            for topic in order
        ]

    def _merged(self, questions: Sequence[Question], already: Sequence[Question]) -> list[Question]:
        """Questions that ask the same made one; what the standing sections ask is not asked again."""
        whole = [*already, *questions]
        wordings = [question.wording for question in whole]
        askers = ["every debrief"] * len(already) + [question.agencies[0] for question in questions]
        kept = []
        for group in join(wordings, self._vectors(wordings), askers):
            if group[0] < len(already):
                continue
            kept.append(merge([whole[place] for place in group]))
        return kept

    def _vectors(self, wordings: Sequence[str]) -> Vectors:
        new = [wording for wording in dict.fromkeys(wordings) if wording not in self._known]
        self._known.update(zip(new, self.embedder.encode(new), strict=True))
        return np.array([self._known[wording] for wording in wordings])


def _check(wanted: Wanted) -> None:
    if wanted.stage not in STAGES:
        raise BadContent(f"There is no such stage. Use one of: {', '.join(STAGES)}.")
    if not FEWEST_MINUTES <= wanted.minutes <= MOST_MINUTES:
        raise BadContent(
            f"Give from {FEWEST_MINUTES} to {MOST_MINUTES:,} minutes, for all sessions together."
        )
    if not 1 <= wanted.sessions <= MOST_SESSIONS:
        raise BadContent(f"Give from 1 to {MOST_SESSIONS} sessions.")
    each = wanted.minutes / wanted.sessions
    if each > LONGEST_SESSION:
        needed = math.ceil(wanted.minutes / LONGEST_SESSION)
        raise BadContent(
            f"A session of {each:.0f} minutes is too long for anybody: {LONGEST_SESSION} at most. "
            f"Take {needed} sessions or more."
        )
    if each < FEWEST_MINUTES:
        raise BadContent(f"A session of less than {FEWEST_MINUTES} minutes is none. Take fewer sessions.")


def _asked(
    question: TemplateQuestion,
    priority: int,
    citations: Sequence[str],
    facts: Mapping[str, Fact],
    stage: str,
    asker: Asker | None = None,
) -> Question | None:
    """The question as the plan has it; None when it is not for this man or this stage."""
    if question.stages and stage not in question.stages:
        return None
    applies = apply(question.when, facts)
    if applies.holds is False:
        return None
    return Question(
        id=question.id,
        wording=question.wording,
        kind=question.kind,
        minutes=question.minutes,
        priority=priority,
        askers=(asker,) if asker else (),
        citations=question.citations or tuple(citations[:1]),
        probes=question.probes,
        how_known=question.how_known,
        ask_if=applies.to_settle,
    )


def _required(
    agency: Agency, requirement: Requirement, facts: Mapping[str, Fact], stage: str
) -> list[Question]:
    if requirement.subjects and facts["kind"] not in requirement.subjects:
        return []
    cited = requirement.citations or agency.citations[:1]
    found = []
    for each in requirement.questions:
        asker = Asker(agency.id, requirement.id, requirement.needs, each.id, each.wording)
        question = _asked(each, requirement.priority, cited, facts, stage, asker)
        if question:
            found.append(question)
    return found


def _told(statements: Sequence[Statement], facts: Mapping[str, Fact], stage: str) -> list[Told]:
    return [
        Told(each.says, each.citations)
        for each in statements
        if (not each.stages or stage in each.stages) and apply(each.when, facts).holds is not False
    ]


def _unsettled(sections: Sequence[Section], former: Former | None) -> tuple[list[Section], list[Left]]:
    """Take out what he answered before, be it that he does not know; a repeat question is asked anew."""
    if former is None:
        return list(sections), []
    kept, left = [], []
    for section in sections:
        stay = []
        for question in section.questions:
            ids = {question.id, *(asker.question for asker in question.askers)}
            outcomes = [former.settled[id] for id in ids if id in former.settled]
            why = next((WHY[outcome] for outcome in outcomes if outcome in WHY), "")
            if why and question.kind != "repeat" and section.id not in ("OPENING", "CLOSING"):
                left.append(Left(question, section.title, why))
            else:
                note = "Asked before without an answer." if "not answered" in outcomes else question.note
                stay.append(replace(question, note=note))
        kept.append(replace(section, questions=tuple(stay)))
    return kept, left


def _in_order(questions: Sequence[Question]) -> list[Question]:
    """By requirement's urgency, and within it his own account first."""
    place = {question.id: n for n, question in enumerate(questions)}
    return sorted(
        questions,
        key=lambda q: (q.priority, ORDER_OF_KINDS.index(q.kind) if q.kind != "probe" else 1, place[q.id]),
    )


def _urgency(questions: Sequence[Question]) -> tuple[int, int]:
    """Most urgent priority first; among equals the topic with more that is so urgent."""
    first = min(question.priority for question in questions)
    return first, -sum(question.priority == first for question in questions)


def _title(wanted: Wanted, agencies: Sequence[Agency]) -> str:
    names = ", ".join(agency.id for agency in agencies[:MOST_NAMED]) or "no agency"
    if len(agencies) > MOST_NAMED:
        names = f"{len(agencies)} agencies"
    who = wanted.profile.cover_name or wanted.profile.post or "unnamed subject"
    return f"{wanted.stage.capitalize()}: {who} ({names})"


def _too_short(plan: Plan) -> list[str]:
    over = plan.used - plan.minutes
    if over < 1:
        return []
    return [
        f"The plan needs {plan.used:.0f} minutes, {over:.0f} more than there are: the opening, threats, bona "
        "fides and the close are never shortened. Take more time, or more sessions."
    ]
