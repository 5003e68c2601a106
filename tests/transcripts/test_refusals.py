"""What cannot be read is refused in one sentence that quotes nothing."""

import io

import pytest

from assistant.errors import UnreadableDocument


def pdf(text: str = "", **options) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, **options)
    canvas.drawString(72, 720, text)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "s.txt", "empty"),
        (b" \n\t", "s.txt", "white space"),
        (b"The harbour lay quiet.\nNobody came.", "s.txt", "No speakers"),
        (bytes(range(256)) * 9, "s.txt", "no text"),
        (b"x" * 20_000_001, "s.txt", "20 MB"),
        (b"\0" * 200_000_000, "s.txt", "200.0 MB"),
        (b'{"turns": [', "s.json", "JSON"),
        (b"[" * 100_000, "s.json", "nested"),
        (b"PK\x03\x04 torn", "s.docx", "damaged"),
        (pdf(), "s.pdf", "only pictures"),
        (pdf("Q: Where?", encrypt="secret"), "s.pdf", "protected"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_refusals(read, data, name, expected):
    with pytest.raises(UnreadableDocument, match=expected) as raised:
        read(data, name)
    assert "harbour" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_mixed_encodings_are_read_line_by_line(read):
    transcript = read("Q: Où?\n".encode() + "A: Près du café.".encode("cp1252"))
    assert [turn.text for turn in transcript.turns] == ["Où?", "Près du café."]
    assert "encoding" in transcript.remarks[0]
