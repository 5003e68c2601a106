"""What cannot be read is refused in one sentence that says what to do and quotes nothing."""

import io
import os
import struct
import zipfile

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from assistant.errors import UnreadableDocument
from assistant.knowledge.reading import read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("swordfish")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def refusal(data: bytes, name: str, largest: int = 300_000_000) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(data, name, largest)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert ". " not in sentence.replace("(.docx)", "").replace("(.doc)", "")
    assert "swordfish" not in sentence
    assert ":" in sentence or "," in sentence
    return sentence


@pytest.mark.parametrize("name", ["x.txt", "x.pdf", "x.docx", "x.md"])
def test_an_empty_file(name):
    assert "empty" in refusal(b"", name)


@pytest.mark.parametrize(
    "data",
    [b" \n\t\r\n ", "\u00a0\u2003\n".encode(), b"\xef\xbb\xbf", "\u200b \ufeff\u200b".encode(), b"\xff\xfe"],
)
@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_nothing_but_white_space(data, name):
    assert "white space" in refusal(data, name)


@pytest.mark.parametrize("data", [b"---\n\n***\n", b"[a]: http://example.org\n"])
def test_markdown_without_words(data):
    assert "no text" in refusal(data, "x.md")


def test_a_word_file_without_words():
    file = io.BytesIO()
    docx.Document().save(file)
    assert "no text" in refusal(file.getvalue(), "x.docx")


def test_a_file_larger_than_allowed():
    assert "2.0 MB" in refusal(b"x" * 2_000_001, "x.txt", largest=2_000_000)
    assert read_document(b"x" * 2_000_000, "x.txt", largest=2_000_000).paragraphs


@pytest.mark.parametrize(
    "data",
    [
        b"swordfish\x00and more",
        bytes(range(256)),
        b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
        b"\xff\xfe\x00\x00s\x00\x00\x00",
        "swordfish".encode("utf-16-le"),
        b"\xff\xfes",
        b"caf\xe9 \x81 undefined",
        b"caf\xe9 \x02 control",
        os.urandom(4000) + b"\x00\xff\xfe",
    ],
    ids=[
        "nul",
        "all bytes",
        "png",
        "utf-32",
        "utf-16 unmarked",
        "half utf-16",
        "undefined",
        "control",
        "random",
    ],
)
@pytest.mark.parametrize("name", ["x.txt", "x.md", "x"])
def test_bytes_that_are_no_text(data, name):
    assert "no text that can be read" in refusal(data, name)


def test_an_old_or_protected_word_file():
    assert "save it as .docx" in refusal(OLE + b"\0" * 600, "x.doc")
    assert "password" in refusal(OLE + b"\0" * 600, "x.docx")


def test_rtf():
    assert "RTF" in refusal(rb"{\rtf1\ansi swordfish}", "x.rtf")
    assert "RTF" in refusal(rb"{\rtf1\ansi swordfish}", "x.txt")


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128"])
def test_a_pdf_with_a_password(pdf, algorithm):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["swordfish"]))))
    writer.encrypt(user_password="secret", algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    assert "password" in refusal(file.getvalue(), "x.pdf")


def test_a_pdf_with_modern_encryption(pdf):
    data = pdf(["swordfish"])
    encrypt = (
        b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <%s> /U <%s> /OE <%s> /UE <%s> /Perms <%s>"
        b" /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> /StmF /StdCF /StrF /StdCF >>"
        % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
    )
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt " + encrypt)
    assert "encrypted" in refusal(data, "x.pdf")


def test_a_pdf_of_pictures_alone(pdf):
    assert "text recognition" in refusal(pdf([], []), "x.pdf")


def test_a_damaged_pdf(pdf):
    whole = pdf(["swordfish"] * 20)
    for data in (b"%PDF-1.7\n", whole[: len(whole) // 8], b"%PDF-1.4\n" + os.urandom(2000)):
        assert "damaged" in refusal(data, "x.pdf")


def test_an_archive_that_is_no_word_file():
    assert "no Word document" in refusal(archive({"a.txt": b"swordfish"}), "x.docx")
    sheet = archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
    assert "no Word document" in refusal(sheet, "x.docx")
    assert "no Word document" in refusal(sheet, "x.txt")


def test_a_damaged_word_file():
    whole = word()
    assert "damaged" in refusal(whole[: len(whole) // 2], "x.docx")
    flipped = bytearray(whole)
    flipped[200:260] = os.urandom(60)
    assert "damaged" in refusal(bytes(flipped), "x.docx")
    parts = {
        name: zipfile.ZipFile(io.BytesIO(whole)).read(name)
        for name in zipfile.ZipFile(io.BytesIO(whole)).namelist()
    }
    assert "damaged" in refusal(archive({**parts, "word/document.xml": b"<w:document>swordfish"}), "x.docx")
    del parts["word/document.xml"]
    assert "damaged" in refusal(archive(parts), "x.docx")


def bomb(inflated: int) -> bytes:
    file = io.BytesIO(word())
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as written,
        written.open("word/big.xml", "w") as part,
    ):
        for _ in range(inflated // 1_000_000):
            part.write(b"\0" * 1_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("megabytes", "largest"), [(30, 200_000_000), (5, 4_000_000)], ids=["by its ratio", "by its size"]
)
def test_a_word_file_that_would_fill_the_memory(megabytes, largest, monkeypatch):
    data = bomb(megabytes * 1_000_000)
    monkeypatch.setattr("assistant.knowledge.reading.inflating.LARGEST", largest)
    monkeypatch.setattr("docx.Document", lambda *_: pytest.fail("parsed before it was checked"))
    assert "unpacks to more" in refusal(data, "x.docx")


def test_a_word_file_that_declares_less_than_it_holds(monkeypatch):
    data = bytearray(bomb(30_000_000))
    at = data.rindex(b"PK\x01\x02")
    assert struct.unpack_from("<I", data, at + 24) == (30_000_000,)
    struct.pack_into("<I", data, at + 24, 1000)
    monkeypatch.setattr("docx.Document", lambda *_: pytest.fail("parsed before it was checked"))
    assert "damaged" in refusal(bytes(data), "x.docx")


def test_a_large_but_honest_word_file_is_read():
    document = docx.Document()
    for number in range(300):
        document.add_paragraph(f"Rule {number} of the house.")
    file = io.BytesIO()
    document.save(file)
    assert len(read_document(file.getvalue(), "x.docx", 10_000_000).paragraphs) == 300
