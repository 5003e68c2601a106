"""The plan beside the talk: a kept questionnaire, its questions to use, and which were asked."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.mock.kept import KeptRun
from assistant.questionnaires import Plan, Question, Section
from assistant.store import PlanSummary
from assistant.web.showing.escaping import plain


def plan(id: str, kept: KeptRun, chosen: Plan | None, plans: Sequence[PlanSummary]) -> str:
    """``id`` is the run's; ``chosen`` is None where none was chosen, or it is deleted."""
    count = ""
    if chosen is not None:
        asked = sum(each.id in kept.asked for each in chosen.questions)
        count = f' <small class="plan-count">{asked} of {len(list(chosen.questions))} asked</small>'
    return (
        '<details class="mock-fold mock-plan" data-fold="plan"><summary data-keep="plan">'
        f"<h3>Plan{count}</h3></summary>{_inside(id, kept, chosen, plans)}</details>"
    )


def choice(plans: Sequence[PlanSummary], current: str = "", none: str = "None") -> str:
    """The kept questionnaires to choose from; ``none`` stands for no choice, "" where there must be one."""
    options = [("", none)] if none else []
    options += [(each.id, each.title) for each in plans]
    listed = "".join(
        f'<option value="{plain(id)}"{" selected" if id == current else ""}>{plain(title)}</option>'
        for id, title in options
    )
    return f'<select name="plan">{listed}</select>'


def _inside(id: str, kept: KeptRun, chosen: Plan | None, plans: Sequence[PlanSummary]) -> str:
    if chosen is None:
        gone = (
            '<p class="empty-line">The questionnaire of this run was deleted. Bring it back under '
            '<a href="#questionnaires">Questionnaires</a>, or choose another.</p>'
            if kept.plan
            else ""
        )
        if not plans:
            return gone or (
                '<p class="empty-line">No questionnaire is kept yet. Build one under '
                '<a href="#questionnaires">Questionnaires</a>: then it can be chosen here.</p>'
            )
        return gone + _form(id, plans, "")
    sections = "".join(_section(each, kept, chosen.sessions > 1) for each in chosen.sections)
    nothing = '<p class="empty-line">This questionnaire has no questions.</p>'
    other = (
        '<details class="plan-other"><summary>Another questionnaire</summary>'
        f"{_form(id, plans, kept.plan)}</details>"
    )
    return f'<p class="plan-title" dir="auto">{plain(chosen.title)}</p>{sections or nothing}{other}'


def _form(id: str, plans: Sequence[PlanSummary], current: str) -> str:
    return (
        f'<form class="plan-choice" data-do="alter" data-what="plan" data-run="{plain(id)}">'
        f"<label>Questionnaire {choice(plans, current, none='')}</label>"
        '<button type="submit" class="quiet" data-keep="plan">Put it here</button></form>'
    )


def _section(section: Section, kept: KeptRun, several: bool) -> str:
    if not section.questions:
        return ""
    session = f"Session {section.session} · " if several else ""
    questions = "".join(_question(each, each.id in kept.asked) for each in section.questions)
    return (
        f'<details class="plan-part" open><summary>{session}<span dir="auto">{plain(section.title)}</span>'
        f"</summary><ol>{questions}</ol></details>"
    )


def _question(question: Question, asked: bool) -> str:
    wording = plain(question.wording)
    return (
        f'<li class="plan-question" data-question="{plain(question.id)}"><label><input type="checkbox" '
        f'data-q="asked"{" checked" if asked else ""}><span class="sr-only">Asked: </span>'
        f'<span class="wording" dir="auto">{wording}</span></label><button class="quiet" data-q="use" '
        f'aria-label="Put into the box: {wording}">Use</button></li>'
    )
