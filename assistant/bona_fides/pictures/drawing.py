"""What the pictures share: escaped text, how wide it is, and colours for paper and for the page.

A picture takes the page's colours where the page names them, and brings its own, light and dark, where it
stands alone as a file. Its rules hold inside the picture only.
"""

from __future__ import annotations

import html
import unicodedata

from assistant.bona_fides.exports.characters import one_line
from assistant.paper import shortened, storable

NARROWEST, WIDE = 320, 700
"""Pixels: no picture is drawn narrower; from ``WIDE`` on, names stand at the left of what they name."""
FONT = 12
"""Pixels. A picture that is shown as wide as it was drawn has no smaller letters."""

_COLOURS = {
    "ink": ("#26221c", "#ece4d6"),
    "muted": ("#655c4e", "#b0a592"),
    "rule": ("#ddd3c0", "#3a332a"),
    "edge": ("#8d8371", "#7d7261"),
    "sheet": ("#fdfaf3", "#211d19"),
    "accent": ("#8a2f24", "#e8998a"),
}
_NARROW_LETTERS = frozenset("iljtfrI.,:;'’|!()[] ")


def shown(text: str, longest: int | None = None) -> str:
    """One line of text for an element or an attribute, as it stands."""
    line = one_line(text)
    return html.escape(shortened(line, longest) if longest else line)


def kept(text: str) -> str:
    """For an attribute that is read back: only what XML cannot hold is left out."""
    return html.escape(storable(text))


def fitted(text: str, width: float) -> str:
    """One line, not escaped, cut where it would be wider than this."""
    line = one_line(text)[:300]
    if wide(line) <= width:
        return line
    while line and wide(line) + 9 > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def wide(text: str) -> float:
    """About how many pixels a text takes in ``FONT``, rather too many than too few."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return 4.7
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 13.0
    return 9.4 if letter.isupper() or letter in "mwМЖШЩЮмжшщю—%@" else 7.3


def picture(name: str, width: int, height: float, title: str, says: str, inside: str, more: str = "") -> str:
    """The whole drawing. ``name`` is its class, ``more`` rules besides those for colours and letters."""
    id = f"{name}-{width}"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" class="{name}" viewBox="0 0 {width} {number(height)}"
 width="{width}" height="{number(height)}" role="group" aria-labelledby="{id}-title {id}-text">
<title id="{id}-title">{shown(title)}</title>
<desc id="{id}-text">{shown(says)}</desc>
<style>{_style(name)}{more.replace("&", f".{name}")}</style>
{inside}
</svg>"""


def number(value: float) -> str:
    """With one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    """Words, escaped here, with their baseline at ``y``."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" class="{kind}" text-anchor="{anchor}">{shown(words)}</text>'
    )


def _style(name: str) -> str:
    light, dark = (
        "".join(f"--of-{key}:var(--{key},{pair[place]});" for key, pair in _COLOURS.items())
        for place in (0, 1)
    )
    return (
        f".{name}{{{light}max-width:100%;height:auto;background:var(--of-sheet);"
        f"font-family:var(--sans,system-ui,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif);"
        f"font-size:{FONT}px}}"
        f"@media(prefers-color-scheme:dark){{.{name}{{{dark}}}}}"
        f".{name} text{{fill:var(--of-ink);font-size:{FONT}px;unicode-bidi:plaintext;paint-order:stroke;"
        "stroke:var(--of-sheet);stroke-width:3px;stroke-linejoin:round}"
        f".{name} .small{{fill:var(--of-muted)}}.{name} .head{{font-weight:600}}"
        f".{name} .grid{{stroke:var(--of-rule);stroke-width:1}}"
        f".{name} .to{{cursor:pointer}}.{name} .to:focus{{outline:none}}"
        f".{name} .to .hit{{fill:transparent}}"
        f".{name} .to:hover .hit{{fill:var(--of-accent);fill-opacity:.1}}"
        f".{name} .to:focus-visible .hit{{fill:var(--of-accent);fill-opacity:.12;"
        "stroke:var(--of-accent);stroke-width:2}"
    )
