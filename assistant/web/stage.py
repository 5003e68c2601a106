"""A tab's stage: the parts that change together, by one event after another.

The page's script sends an event of a stage when the one before it is answered. So who presses a key three
times gets three steps in their order, and nothing is drawn over by what was asked for earlier.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import gradio as gr

from assistant.errors import DebriefError
from assistant.web.clicks import html, said

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Updates = dict[Any, Any]

Place = TypeVar("Place", bound="DataclassInstance")
"""Where the page is in a tab: a dataclass of texts, whole numbers and truth values, each with a default."""

Work = Callable[[Place, gr.EventData], Updates]

PRIVATE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""Of events that are no other program's business; what is slow says so in its own place."""


class Stage(Generic[Place]):
    """The parts of one tab. Its script hears of each change by ``window.debrief.stages[name].says``, and of
    each file by ``file``. ``start`` is the place of somebody who comes for the first time."""

    def __init__(self, name: str, start: Place) -> None:
        self.name = name
        self._start = start
        self.place = gr.BrowserState(
            kept(start), storage_key=f"debrief-{name}", secret="debrief", render=False
        )
        self.parts: list[Any] = [self.place]

    def html(self, id: str, *events: str, script: str = "", **more: Any) -> gr.HTML:
        """A part of the stage that sends these events; ``script`` runs when it is there."""
        made = html(id, *events, stage=self.name, script=script, **more)
        self.parts.append(made)
        return made

    def end(self) -> None:
        """To be called where the tab's last part stands."""
        self.says = gr.JSON(visible="hidden")
        self.download = gr.JSON(visible="hidden")
        self.parts.append(self.says)

    def on(self, event: Callable[..., Any], work: Work[Place], what: str = "", in_turn: bool = True) -> None:
        """``work`` gets the place and the event, and gives what changes.

        When it raises DebriefError, nothing is changed and the page puts the sentence beside what it
        concerns: ``what`` was done, else what the event says. ``in_turn`` is false for what
        ``clicks.AT_ONCE`` names.
        """

        def done(kept: Any, event: gr.EventData) -> Updates:
            try:
                return work(self.where(kept), event)
            except DebriefError as error:
                return self.refused(error, what or said(event, "what"), said(event, "id"))

        says = f"answered('{self.name}', says)" if in_turn else f"stages['{self.name}'].says(says)"
        event(done, inputs=self.place, outputs=self.parts, trigger_mode="multiple", **PRIVATE).then(
            None,
            inputs=self.says,
            js=f"(says) => window.debrief.{says}",
            trigger_mode="multiple",
            api_visibility="private",
        )

    def on_file(
        self, event: Callable[..., Any], made: Callable[[Place, gr.EventData], dict[str, str]]
    ) -> None:
        """``made`` gives ``as_file``, or raises DebriefError, whose sentence the page then shows."""

        def sent(kept: Any, event: gr.EventData) -> dict[str, str]:
            try:
                return made(self.where(kept), event)
            except DebriefError as error:
                return {"wrong": str(error)}

        event(sent, inputs=self.place, outputs=self.download, **PRIVATE).then(
            None,
            inputs=self.download,
            js=f"(file) => window.debrief.stages['{self.name}'].file(file)",
            api_visibility="private",
        )

    def on_load(self, page: gr.Blocks, shown: Callable[[Place], Updates]) -> None:
        """To be called outside the tabs: what stands in one that was never opened reads nothing."""
        self.place.render()  # type: ignore[no-untyped-call]
        page.load(lambda kept: shown(self.where(kept)), inputs=self.place, outputs=self.parts, **PRIVATE)

    def where(self, kept: Any) -> Place:
        """The place of which the browser kept this."""
        return place_in(kept, self._start)

    def refused(self, error: DebriefError, what: str = "", id: str = "", field: str = "") -> Updates:
        """Nothing is changed; the page puts the sentence beside what it concerns."""
        return {self.says: {"what": what, "id": id, "field": field, "wrong": str(error)}}


def kept(place: DataclassInstance) -> str:
    """As text: of an object the browser keeps what it was at first."""
    return json.dumps(asdict(place))


def place_in(kept: Any, start: Place) -> Place:
    """What the browser kept, as far as it is a place; the rest is as in ``start``."""
    try:
        data = json.loads(kept) if isinstance(kept, str) else None
    except ValueError:
        data = None
    if not isinstance(data, dict):
        return start
    usual = {field.name: getattr(start, field.name) for field in fields(start)}
    return type(start)(
        **{key: data[key] if type(data.get(key)) is type(value) else value for key, value in usual.items()}
    )


def as_file(name: str, media_type: str, data: bytes) -> dict[str, str]:
    """A file as the page hands it on."""
    return {"name": name, "type": media_type, "base64": base64.b64encode(data).decode()}
