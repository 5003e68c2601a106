"""Clicks inside a ``gr.HTML``: a button with ``data-do="name"`` triggers the component's event ``name``.

So does a DOM event ``debrief`` whose detail has ``do``, which the page's own script sends.
The event's data are the button's ``data-…`` attributes; a form's are its fields too.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assistant.errors import UnreadableDocument

if TYPE_CHECKING:
    import gradio as gr

_SCRIPT = """
const names = [%s];
const fire = (source, more) => {
  if (names.includes(source.dataset.do) && !window.debrief.handles(source)) {
    trigger(source.dataset.do, {...source.dataset, ...more});
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
  if (names.includes(event.detail.do)) trigger(event.detail.do, event.detail);
});
watch('value', () => window.debrief.updated(element));
window.debrief.updated(element);
"""


def script(names: Sequence[str]) -> str:
    """The ``js_on_load`` of a component that has these events."""
    return _SCRIPT % ", ".join(f"'{name}'" for name in names)


def said(event: gr.EventData, key: str) -> str:
    """One of a click's data; "" when the page did not send it."""
    value = event._data.get(key) if isinstance(event._data, dict) else None
    return value if isinstance(value, str) else ""


def files_sent(event: gr.EventData) -> list[tuple[str, bytes]]:
    """The files that the page read itself: names and contents.

    Raises:
        UnreadableDocument: one did not arrive whole.
    """
    sent = event._data.get("files") if isinstance(event._data, dict) else None
    return [_file_sent(each) for each in sent] if isinstance(sent, list) else []


def _file_sent(sent: Any) -> tuple[str, bytes]:
    try:
        return str(sent["name"])[:200], base64.b64decode(sent["base64"], validate=True)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise UnreadableDocument("A file did not arrive whole. Choose it again.") from None
