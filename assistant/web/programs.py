"""What other programs may call, by stable names.

``gradio_client.Client(address).predict("Why do people defect?", api_name="/ask")`` is such a call.

An error that its reader can do something about comes back as that one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import gradio as gr
from gradio.events import api

from assistant.errors import DebriefError
from assistant.knowledge import Force
from assistant.policy import duties
from assistant.questionnaires import USUAL_MINUTES, Stage, Wanted, as_json, read_profile
from assistant.web.head import day_of
from assistant.web.subject_form import USUAL_STAGE
from assistant.wording import as_json as wording_as_json
from assistant.wording import check

if TYPE_CHECKING:
    from assistant.wiring import Assistant


def offer(assistant: Assistant) -> None:
    """Add the events in the list at the end to the page being built."""

    def ask(question: str, as_of: str = "", history: list[str] | None = None) -> dict[str, Any]:
        """Answer a question; the object is the one that ``debrief ask --json`` prints."""
        with _explaining():
            day = day_of(as_of)
            turns = [str(turn) for turn in history or ()]
            answer = assistant.asking.ask(question, day, turns)
            model = assistant.model
            if model is not None:
                from assistant.policy import word

                answer = word(answer, assistant.library, model, assistant.prompt, history=turns)
            return answer.as_json()

    def list_duties(
        actor: str = "", document: str = "", force: str = "", as_of: str = ""
    ) -> list[dict[str, Any]]:
        """The table of duties, filtered; an empty filter lets everything through."""
        with _explaining():
            kind = cast(Force, force) if force else None
            rows = duties(assistant.library, actor, document, kind, as_of=day_of(as_of))
        return [
            {
                "id": row.duty.paragraph,
                "actor": row.duty.actor,
                "modal": row.duty.modal,
                "act": row.duty.act,
                "condition": row.duty.condition,
                "deadline": row.duty.deadline,
                "quote": row.duty.quote,
                "force": row.document.force,
                "date": row.document.dated,
            }
            for row in rows
        ]

    def paragraph(id: str) -> dict[str, Any]:
        """One paragraph by its id, with its document's particulars and the editors' gist."""
        with _explaining():
            found = assistant.library.paragraph(id)
            document = assistant.library.document(found.document)
        note = assistant.library.notes.get(found.id)
        return {
            "id": found.id,
            "document": document.title,
            "issuer": document.issuer,
            "date": document.dated,
            "force": document.force,
            "headings": list(found.headings),
            "lead_in": found.lead_in,
            "text": found.text,
            "withheld": found.withheld,
            "gist": note.gist if note else "",
        }

    def cases() -> list[dict[str, Any]]:
        """The twenty cases; each cell names its paragraph and quotes it."""
        return [
            {
                "name": case.name,
                "cells": [
                    {"column": column, "value": cell.value, "id": cell.paragraph, "quote": cell.quote}
                    for column, cell in case.cells
                ],
            }
            for case in assistant.cases.cases
        ]

    def documents() -> list[dict[str, Any]]:
        """All documents, the user's own too."""
        return [
            {
                "id": document.id,
                "title": document.title,
                "issuer": document.issuer,
                "date": document.dated,
                "force": document.force,
                "paragraphs": [paragraph.id for paragraph in document.paragraphs],
            }
            for document in assistant.library.documents
        ]

    def questionnaire(
        profile: str = "",
        agencies: list[str] | None = None,
        stage: str = USUAL_STAGE,
        minutes: int = 0,
        sessions: int = 1,
    ) -> dict[str, Any]:
        """Build a plan; ``profile`` is YAML, no agencies are all, no minutes are the stage's usual ones.

        The object is the one that a plan is exported as.
        """
        with _explaining():
            asked = agencies or [agency.id for agency in assistant.planner.templates.agencies]
            usual = USUAL_MINUTES.get(cast(Stage, stage), USUAL_MINUTES[USUAL_STAGE])
            wanted = Wanted(
                profile=read_profile(profile, assistant.clock().date()),
                agencies=tuple(map(str, asked)),
                stage=cast(Stage, stage),
                minutes=minutes or usual * sessions,
                sessions=sessions,
            )
            return as_json(assistant.plan(wanted))

    def wording(question: str) -> dict[str, Any]:
        """A question's faults, each with its place, and a rewording where there is one."""
        with _explaining():
            return wording_as_json(check(question))

    api(ask, api_name="ask")
    api(list_duties, api_name="duties")
    api(paragraph, api_name="paragraph")
    api(cases, api_name="cases")
    api(documents, api_name="documents")
    api(questionnaire, api_name="questionnaire")
    api(wording, api_name="wording")


class _explaining:  # noqa: N801
    """Hands a ``DebriefError`` to the caller as its sentence, where other errors stay nameless."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DebriefError):
            raise gr.Error(str(error), print_exception=False) from error
