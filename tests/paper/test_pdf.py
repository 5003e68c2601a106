"""A PDF: every page numbered, every letter drawn or shown to be missing."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Paragraph

from assistant.paper import pdf


def read(story: Iterable[Flowable]) -> list[Any]:
    def margins(page: Any, number: str) -> None:
        page.drawString(pdf.LEFT, pdf.FOOT, number)

    return list(PdfReader(io.BytesIO(pdf.as_pdf(story, margins, 18 * mm, title="A title"))).pages)


def printed(markup: str) -> str:
    text: str = read(Paragraph(markup, pdf.style("own", pdf.SANS, 10)) for _ in range(1))[0].extract_text()
    return text


def test_every_page_has_its_number() -> None:
    pages = read(PageBreak() if each % 2 else pdf.bar() for each in range(5))
    assert [page.extract_text().strip() for page in pages] == [f"page {n} of 3" for n in (1, 2, 3)]
    assert (round(pages[0].mediabox.width / mm), round(pages[0].mediabox.height / mm)) == (210, 297)


def test_ruled_lines_are_as_wide_as_the_text() -> None:
    content = read([pdf.Ruled(4)])[0].get_contents().get_data().decode("latin-1")
    ends = re.findall(r"\S+ \S+ m (\S+) \S+ l S", content)
    assert [round(float(end)) for end in ends] == [round(pdf.WIDTH)] * 4


def test_latin_greek_and_cyrillic_are_drawn() -> None:
    assert "Łódź őű Αθήνα Хабаровск ☐" in printed("Łódź őű Αθήνα Хабаровск ☐")


@pytest.mark.parametrize("missing", ["你", "😀", "あ"])
def test_a_letter_that_the_font_lacks_is_not_lost_silently(missing: str) -> None:
    """It takes its room on the page, as an empty box."""
    content = [
        read([Paragraph(text, pdf.style("own", pdf.SANS, 10))])[0].get_contents().get_data()
        for text in (f"a{missing}b", "ab")
    ]
    assert len(content[0]) > len(content[1])


def test_what_runs_leftward_is_drawn_in_a_face_that_has_it() -> None:
    pdf.load_fonts()
    look = pdf.style("own", pdf.SERIF, 10)
    assert pdf.either_way("בשנה (1919) שם", look, 500) == '<font name="DejaVuSans">םש (1919) הנשב</font>'
    assert pdf.either_way("born in 1919 & <b>", look, 500) == "born in 1919 &amp; &lt;b&gt;"


def test_what_runs_leftward_is_broken_into_lines_before_it_is_turned() -> None:
    pdf.load_fonts()
    made = pdf.either_way("אחת שתים", pdf.style("own", pdf.SANS, 10), 30)
    assert made == '<font name="DejaVuSans">תחא<br/>םיתש</font>'


def test_the_libraries_are_loaded_with_their_own_modules_only() -> None:
    code = "import sys, assistant.paper\nprint(sorted({'docx', 'reportlab', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr
