"""A PDF to print and write on: its page, fonts, styles and ruled lines.

The page is A4, and its text block fits Letter as well. The fonts have Latin with all its marks, Greek and
Cyrillic; the one without serifs has Hebrew and Arabic, whose letters stand unjoined. What they lack prints as
empty boxes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, HRFlowable, PageTemplate

from assistant.paper.direction import has_leftward, turned

SANS, SANS_BOLD, SANS_SLANTED = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique"
SERIF, SERIF_BOLD = "DejaVuSerif", "DejaVuSerif-Bold"
INK, SMALL, ACCENT, RULE = (HexColor(f"#{each}") for each in ("1a1a1a", "555555", "1f3a5f", "9aa5b1"))
LEFT, RIGHT = 15 * mm, A4[0] - 15 * mm
WIDTH = RIGHT - LEFT
FOOT = 11 * mm
"""Where the text in the lower margin stands."""
_BOTTOM = 20 * mm
_RULED_LINE = 7.5 * mm


def as_pdf(
    story: Iterable[Flowable], margins: Callable[[Canvas, str], None], top: float, **about: str
) -> bytes:
    """The story as a PDF. ``top`` is the height of the upper margin; ``about`` has its title, and subject.

    ``margins`` draws what stands around the text of a page, given its number such as "page 2 of 9". The story
    is drawn from its iterator when the fonts are loaded, without which no paragraph can be made.
    """
    load_fonts()
    file = io.BytesIO()
    frame = Frame(LEFT, _BOTTOM, WIDTH, A4[1] - top - _BOTTOM, *[0] * 4)
    document = BaseDocTemplate(
        file, pagesize=A4, pageTemplates=[PageTemplate(frames=[frame])], lang="en", **about
    )
    document.build(list(story), canvasmaker=partial(_Pages, margins))
    return file.getvalue()


class _Pages(Canvas):  # type: ignore[misc]
    """Draws the margins when all pages are known, to number them "page 2 of 9"."""

    def __init__(self, margins: Callable[[Canvas, str], None], *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._margins = margins
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        pages = self._kept
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self.setFillColor(SMALL)
            self.setFont(SANS, 8)
            self._margins(self, f"page {number} of {len(pages)}")
            super().showPage()
        super().save()


class Ruled(Flowable):  # type: ignore[misc]
    """Lines to write on."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._lines * _RULED_LINE
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        for line in range(self._lines):
            self.canv.line(0, line * _RULED_LINE, self.width, line * _RULED_LINE)


def bar() -> Flowable:
    """The line below a heading, as wide as the text."""
    return HRFlowable(width="100%", thickness=1, color=ACCENT, spaceBefore=0, spaceAfter=4)


def style(
    name: str, face: str, size: float, colour: Any = INK, leading: float = 1.25, **more: Any
) -> ParagraphStyle:
    """A paragraph's style; ``leading`` is a line's height by the size of its letters."""
    return ParagraphStyle(
        name, fontName=face, fontSize=size, leading=leading * size, textColor=colour, **more
    )


def either_way(text: str, look: ParagraphStyle, width: float) -> str:
    """Markup of a text of any script. One that runs leftward is broken into lines of this width here, as each
    line is turned by itself."""
    if not has_leftward(text):
        return escape(text)
    # The serif face has no such letters.
    face = look.fontName.replace(SERIF, SANS)
    lines = simpleSplit(text, face, look.fontSize, width)
    return f'<font name="{face}">{"<br/>".join(escape(turned(line)) for line in lines)}</font>'


@cache
def load_fonts() -> None:
    """DejaVu, which matplotlib brings."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("matplotlib, whose folder holds the fonts, is not installed")
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    for family, slanted in ((SANS, "Oblique"), (SERIF, "Italic")):
        faces = (family, f"{family}-Bold", f"{family}-{slanted}", f"{family}-Bold{slanted}")
        for face in faces:
            registerFont(TTFont(face, str(folder / f"{face}.ttf")))
        registerFontFamily(family, *faces)
