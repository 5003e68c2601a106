"""Gradio's own parts in the page's colours, which ``style.css`` defines for light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif")
MONO = ("ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "Liberation Mono", "monospace")

_SAME_IN_BOTH = {
    "body_background_fill": "var(--paper)",
    "body_text_color": "var(--ink)",
    "body_text_color_subdued": "var(--muted)",
    "background_fill_primary": "var(--sheet)",
    "background_fill_secondary": "var(--paper)",
    "border_color_primary": "var(--rule)",
    "border_color_accent": "var(--accent)",
    "color_accent_soft": "var(--accent-soft)",
    "block_background_fill": "transparent",
    "block_border_color": "var(--rule)",
    "block_label_background_fill": "transparent",
    "block_label_text_color": "var(--muted)",
    "block_title_text_color": "var(--muted)",
    "block_info_text_color": "var(--muted)",
    "input_background_fill": "var(--sheet)",
    "input_background_fill_focus": "var(--sheet)",
    "input_border_color": "var(--edge)",
    "input_border_color_focus": "var(--accent)",
    "input_placeholder_color": "var(--muted)",
    "input_shadow": "none",
    "input_shadow_focus": "0 0 0 2px var(--accent-soft)",
    "button_primary_background_fill": "var(--accent)",
    "button_primary_background_fill_hover": "var(--accent-strong)",
    "button_primary_text_color": "var(--on-accent)",
    "button_primary_border_color": "var(--accent)",
    "button_secondary_background_fill": "var(--sheet)",
    "button_secondary_background_fill_hover": "var(--paper-deep)",
    "button_secondary_text_color": "var(--ink)",
    "button_secondary_border_color": "var(--edge)",
    "link_text_color": "var(--accent)",
    "link_text_color_hover": "var(--accent-strong)",
    "error_background_fill": "var(--sheet)",
    "error_border_color": "var(--accent)",
    "error_text_color": "var(--ink)",
    "loader_color": "var(--accent)",
}


def theme() -> gr.themes.Base:
    import gradio as gr

    values = _SAME_IN_BOTH | {f"{name}_dark": value for name, value in _SAME_IN_BOTH.items()}
    return gr.themes.Base(
        font=SANS,
        font_mono=MONO,
        radius_size=gr.themes.sizes.radius_sm,
        text_size=gr.themes.sizes.text_md,
    ).set(
        block_border_width="0px",
        block_shadow="none",
        block_padding="0",
        block_label_padding="0",
        button_border_width="1px",
        button_primary_shadow="none",
        color_accent="var(--accent)",
        block_title_text_weight="500",
        layout_gap="12px",
        **values,
    )
