"""Clicks inside a ``gr.HTML``: a button with ``data-do="name"`` triggers the component's event ``name``.

So does a DOM event ``debrief`` whose detail has ``do``, which the page's own script sends.
The event's data are the button's ``data-…`` attributes; a form's are its fields too.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

import gradio as gr

from assistant.errors import UnreadableDocument

_SCRIPT = """
const names = %(names)s;
const stage = %(stage)s;
const send = (name, data, sending) => {
  const go = () => { sending?.(); trigger(name, data); };
  if (stage && !%(at_once)s.includes(name)) window.debrief.inTurn(stage, go);
  else go();
};
const fire = (source, more) => {
  if (names.includes(source.dataset.do) && !window.debrief.handles(source)) {
    send(source.dataset.do, {...source.dataset, ...more});
  }
};
element.addEventListener('click', (event) => {
  const source = event.target.closest('button[data-do]');
  if (source && element.contains(source)) fire(source, {});
});
element.addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.target.dataset.do) fire(event.target, Object.fromEntries(new FormData(event.target)));
});
element.addEventListener('debrief', (event) => {
  const { sending, ...data } = event.detail;
  if (names.includes(data.do)) send(data.do, data, sending);
});
watch('value', () => window.debrief.updated(element));
window.debrief.updated(element);
%(script)s
"""

AT_ONCE = ("file", "put_away", "read", "suggest", "tally")
"""Events that wait for none: they change nothing on the stage, or take long."""


def html(id: str, *events: str, stage: str = "", value: str = "", script: str = "", **more: Any) -> gr.HTML:
    """A part of the page that sends these events, those of a ``stage`` one after another; ``script`` runs
    when it is there, and ``sending`` of an event of the page's own when that is sent."""
    wired = _SCRIPT % {
        "names": list(events),
        "stage": repr(stage),
        "at_once": list(AT_ONCE),
        "script": script,
    }
    return gr.HTML(
        value, elem_id=id, js_on_load=wired if events or stage else None, apply_default_css=False, **more
    )


def said(event: gr.EventData, key: str) -> str:
    """One of a click's data; "" when the page did not send it."""
    value = sent(event).get(key)
    return value if isinstance(value, str) else ""


def sent(event: gr.EventData) -> Mapping[str, Any]:
    """All of a click's data."""
    return event._data if isinstance(event._data, dict) else {}


def files_sent(event: gr.EventData) -> list[tuple[str, bytes]]:
    """The files that the page read itself: names and contents.

    Raises:
        UnreadableDocument: one did not arrive whole.
    """
    files = sent(event).get("files")
    return [file_sent(each) for each in files] if isinstance(files, list) else []


def file_sent(sent: Any) -> tuple[str, bytes]:
    """One such file. Raises UnreadableDocument."""
    try:
        return str(sent["name"])[:200], base64.b64decode(sent["base64"], validate=True)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise UnreadableDocument("A file did not arrive whole. Choose it again.") from None
