import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.knowledge.reading import ReadDocument, ReadParagraph, read_document

LARGEST = 50_000_000
LEADING = 14


@pytest.fixture
def read() -> Callable[..., ReadDocument]:
    def read_bytes(data: bytes | str, file_name: str = "paper.txt") -> ReadDocument:
        return read_document(data.encode() if isinstance(data, str) else data, file_name, LARGEST)

    return read_bytes


@pytest.fixture
def numbers(read) -> Callable[..., dict[str, str]]:
    """Text → its paragraphs' texts by number, in order."""

    def number(data: bytes | str, file_name: str = "paper.txt") -> dict[str, str]:
        return {part.number: part.text for part in read(data, file_name).paragraphs}

    return number


def layout(lines: Sequence[str]) -> bytes:
    """A page's drawing: lines from the top down, an empty one for a gap, "@foot …" at the foot."""
    height, drawn = 760, ["BT /F1 11 Tf"]
    for line in lines:
        text = line.removeprefix("@foot ").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        at = 40 if line.startswith("@foot ") else height
        if text:
            drawn.append(f"1 0 0 1 72 {at} Tm ({text}) Tj")
        height -= LEADING
    return "\n".join([*drawn, "ET"]).encode("cp1252")


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    """Pages, each a list of lines, → a PDF written out by hand."""

    def write(*pages: Sequence[str]) -> bytes:
        kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for place, lines in enumerate(pages):
            drawing = layout(lines)
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * place} 0 R"
                " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
            )
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
        file, offsets = io.BytesIO(b"%PDF-1.4\n"), []
        file.seek(0, io.SEEK_END)
        for number, content in enumerate(objects, start=1):
            offsets.append(file.tell())
            file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        table = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        file.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
        file.write(b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
        file.write(b"startxref\n%d\n%%%%EOF\n" % table)
        return file.getvalue()

    return write


@pytest.fixture(scope="session")
def source() -> Callable[[str], str]:
    """The text of one of the project's own documents, as received."""
    knowledge = Path(__file__).parents[3] / "knowledge"
    return lambda id: (knowledge / id / "source.txt").read_text(encoding="utf-8")


def shown(paragraph: ReadParagraph) -> str:
    return f"{paragraph.number} [{paragraph.label}] {paragraph.text}"


@pytest.fixture
def outline(read) -> Callable[..., list[str]]:
    """Text → one line a paragraph: "number [label] text"."""

    def make(data: bytes | str, file_name: str = "paper.txt") -> list[str]:
        return [shown(paragraph) for paragraph in read(data, file_name).paragraphs]

    return make
