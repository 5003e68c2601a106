"""The house's short texts become HTML, and nothing that a user typed in them does."""

from __future__ import annotations

from assistant.knowledge import Library, read_library
from assistant.settings import Settings
from assistant.web.showing.prose import prose

LIBRARY: Library = read_library(Settings().knowledge)


def test_points_within_points() -> None:
    shown = prose("Two:\n\n- one\n    - its own\n- two\n\nEnd.", LIBRARY)
    assert shown == ("<p>Two:</p><ul><li>one<ul><li>its own</li></ul></li><li>two</li></ul><p>End.</p>")


def test_a_quotation_stands_apart_with_its_paragraph_as_a_link() -> None:
    shown = prose("> cynical approaches (MI5-1948#IX.3)", LIBRARY)
    assert shown.startswith("<blockquote>cynical approaches <button")
    assert 'data-id="MI5-1948#IX.3"' in shown


def test_what_was_typed_stays_text() -> None:
    shown = prose("- <b>x</b>\n    - <script>y</script>\n> <img src=x>", LIBRARY)
    assert "<b>" not in shown
    assert "<script" not in shown
    assert "<img" not in shown
