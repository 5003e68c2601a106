"""Each capability as a LangChain tool with a typed schema, for agents and other programs.

from assistant.settings import load_settings
from assistant.tools import tools
from assistant.wiring import Assistant

agent = create_agent(model, tools(Assistant(load_settings())))
"""

from __future__ import annotations

from typing import Any, Literal

from langchain_core.tools import BaseTool, StructuredTool
from pydantic import BaseModel, Field

from assistant.knowledge import Force
from assistant.policy import cases_named, duties, parse_day
from assistant.wiring import Assistant


class AskArguments(BaseModel):
    question: str = Field(description="A question about what the directives say, in plain words")
    as_of: str = Field("", description="The day to go by, as 1955 or 1976-05-18; empty for any time")
    history: list[str] = Field(default_factory=list, description="Earlier questions, oldest first")


class ParagraphArguments(BaseModel):
    id: str = Field(description="A paragraph id such as NSCID-13#9.b")


class DutiesArguments(BaseModel):
    actor: str = Field("", description="Whose duties; empty for everybody's")
    document: str = Field("", description="A document id such as DCID-4/2; empty for all")
    force: Literal["", "directive", "policy", "guidance"] = Field("", description="Only this force")
    as_of: str = Field("", description="The day to go by; empty for any time")


class CaseArguments(BaseModel):
    name: str = Field(description="The surname of one of the twenty defectors of MI5's study")


def tools(assistant: Assistant) -> list[BaseTool]:
    """The tools over one assistant. Their results are JSON-ready; every statement has its paragraph."""

    def ask_directives(question: str, as_of: str = "", history: list[str] | None = None) -> dict[str, Any]:
        day = parse_day(as_of) if as_of else None
        return assistant.asking.ask(question, day, history or ()).as_json()

    def read_paragraph(id: str) -> dict[str, Any]:
        paragraph = assistant.library.paragraph(id)
        document = assistant.library.document(paragraph.document)
        return {
            "id": paragraph.id,
            "text": paragraph.text,
            "lead_in": paragraph.lead_in,
            "document": document.title,
            "issuer": document.issuer,
            "date": document.dated,
            "force": document.force,
            "withheld": paragraph.withheld,
        }

    def list_duties(
        actor: str = "", document: str = "", force: Force | Literal[""] = "", as_of: str = ""
    ) -> list[dict[str, str]]:
        day = parse_day(as_of) if as_of else None
        rows = duties(assistant.library, actor, document, force or None, as_of=day)
        return [
            {
                "id": row.duty.paragraph,
                "duty": row.duty.says,
                "quote": row.duty.quote,
                "force": row.document.force,
            }
            for row in rows
        ]

    def tell_case(name: str) -> list[dict[str, str]]:
        return [
            {
                "name": case.name,
                "column": column,
                "value": cell.value,
                "id": cell.paragraph,
                "quote": cell.quote,
            }
            for case in cases_named(name, assistant.cases)
            for column, cell in case.cells
        ]

    return [
        StructuredTool.from_function(
            ask_directives,
            description="Answer a question about the defector directives, with citations, or say that they "
            "are silent. Guidance of a foreign service binds nobody.",
            args_schema=AskArguments,
        ),
        StructuredTool.from_function(
            read_paragraph, description="The text of one paragraph.", args_schema=ParagraphArguments
        ),
        StructuredTool.from_function(
            list_duties, description="Who must do what, by which paragraph.", args_schema=DutiesArguments
        ),
        StructuredTool.from_function(
            tell_case,
            description="What MI5's study of 1948 says of one of its twenty defectors.",
            args_schema=CaseArguments,
        ),
    ]
