"""Small line drawings. All decorative: the word beside each says the same."""

from __future__ import annotations

_PATHS = {
    "attach": '<path d="M12.5 7.5 8 12a2.8 2.8 0 0 1-4-4l5-5a1.9 1.9 0 0 1 2.7 2.7'
    'L6.9 10.5a.9.9 0 0 1-1.3-1.3L10 4.9"/>',
    "answered": '<circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none"/>'
    '<path d="M5 8.2l2.1 2.1L11.2 6" stroke="var(--on-badge)"/>',
    "partly": '<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor"/>',
    "withheld": '<path d="M1 4h14M1 12h9"/><path d="M1 8h14" stroke-width="4"/>',
    "not_in_documents": '<circle cx="8" cy="8" r="6.2" stroke-dasharray="2.6 2"/><path d="M5 8h6"/>',
    "copy": '<rect x="5" y="5" width="8.5" height="8.5" rx="1"/><path d="M3 10.5V3h7.5"/>',
    "more": '<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>',
    "close": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "page": '<path d="M3.5 1.5h6l3 3v10h-9z"/><path d="M5.5 7h5M5.5 9.5h5M5.5 12h3"/>',
    "up": '<path d="M8 13V3.5M4 7.2L8 3.2l4 4"/>',
    "down": '<path d="M8 3v9.5M4 8.8l4 4 4-4"/>',
    "edit": '<path d="M2.8 13.2l.7-3 7.2-7.2 2.3 2.3-7.2 7.2z"/><path d="M9.3 4.4l2.3 2.3"/>',
    "note": '<path d="M2.5 3h11v7.5H7L4 13.2v-2.7H2.5z"/><path d="M5.2 6.7h5.6"/>',
    "lock": '<rect x="3.5" y="7" width="9" height="6.5" rx="1"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>',
    "drop": '<path d="M3 4.5h10M6.2 4.5V2.8h3.6v1.7M4.3 4.5l.7 9h6l.7-9M6.7 7v4M9.3 7v4"/>',
    "add": '<path d="M8 3v10M3 8h10"/>',
    "undo": '<path d="M5.5 3.5L2.5 6.5l3 3"/><path d="M2.8 6.5h6.7a3.5 3.5 0 0 1 0 7H6"/>',
    "warning": '<path d="M8 2l6.5 11.5h-13z"/><path d="M8 6.5v3.5M8 11.9v.1"/>',
}


def icon(name: str) -> str:
    return (
        '<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" '
        f'stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" '
        f'aria-hidden="true">{_PATHS[name]}</svg>'
    )
