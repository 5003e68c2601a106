import io
import re
import time
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from assistant.knowledge.reading import read_document


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_part(data: bytes, name: str, change) -> bytes:
    """The archive with one part rewritten."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content.decode()) if part == name else content)
    return file.getvalue()


def define_list(document, abstract: int, *levels: tuple[str, str]) -> None:
    """Add an abstract list, each level a number format and a text such as "%1.%2", first at 1."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{inner}</w:abstractNum>'
    root.insert(0, parse_xml(xml))


def define_instance(document, number: int, abstract: int, start: int | None = None) -> None:
    override = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    )
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
            f"{override}</w:num>"
        )
    )


def numbered(document, text: str, number: int, depth: int = 0, style: str | None = None) -> None:
    paragraph = document.add_paragraph(text, style=style)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = number


def test_title_headings_and_paragraphs(read):
    document = docx.Document()
    document.add_heading("House rules", 0)
    document.add_paragraph("Before all else.")
    document.add_heading("Purpose", 1)
    document.add_paragraph("Quiet.")
    document.add_heading("By night", 2)
    document.add_paragraph("Silence.")
    document.add_heading("Scope", 1)
    document.add_paragraph("All rooms.")
    result = read(saved(document), "rules.docx")
    assert result.title == "House rules"
    assert result.media_type.endswith("wordprocessingml.document")
    assert [(part.number, part.headings, part.text, part.page) for part in result.paragraphs] == [
        ("1", (), "Before all else.", None),
        ("2", ("Purpose",), "Quiet.", None),
        ("3", ("Purpose", "By night"), "Silence.", None),
        ("4", ("Scope",), "All rooms.", None),
    ]


def test_numbers_that_word_counts_are_printed_and_nested(outline):
    document = docx.Document()
    define_list(document, 90, ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
    define_instance(document, 90, 90)
    for text, depth in [
        ("one", 0), ("two", 0), ("a", 1), ("b", 1), ("i", 2), ("ii", 2), ("c", 1), ("three", 0),
        ("a again", 1),
    ]:  # fmt: skip
        numbered(document, text, 90, depth)
    assert outline(saved(document), "x.docx") == [
        "1 [1.] one",
        "2 [2.] two",
        "2.a [(a)] a",
        "2.b [(b)] b",
        "2.b.i [(i)] i",
        "2.b.ii [(ii)] ii",
        "2.c [(c)] c",
        "3 [3.] three",
        "3.a [(a)] a again",
    ]


def test_headings_that_word_numbers_hold_their_paragraphs(read):
    document = docx.Document()
    define_list(document, 91, ("upperRoman", "%1"), ("decimal", "%1.%2"))
    define_instance(document, 91, 91)
    numbered(document, "Opening", 91, 0, "Heading 1")
    document.add_paragraph("First words.")
    numbered(document, "Details", 91, 1, "Heading 2")
    document.add_paragraph("Second words.")
    document.add_paragraph("Third words.")
    numbered(document, "Ending", 91, 0, "Heading 1")
    document.add_paragraph("1. typed one")
    document.add_paragraph("2. typed two")
    result = read(saved(document), "x.docx")
    assert [(part.number, part.label, part.headings) for part in result.paragraphs] == [
        ("I.0", "", ("I Opening",)),
        ("I.1.1", "", ("I Opening", "I.1 Details")),
        ("I.1.2", "", ("I Opening", "I.1 Details")),
        ("II.1", "1.", ("II Ending",)),
        ("II.2", "2.", ("II Ending",)),
    ]


def test_a_list_that_begins_anew_and_bullets(outline):
    document = docx.Document()
    define_list(document, 92, ("decimal", "Step %1:"))
    define_instance(document, 92, 92)
    define_instance(document, 93, 92, start=1)
    define_instance(document, 94, 92, start=7)
    for text, number in [("one", 92), ("two", 92), ("anew", 93), ("on", 93), ("seven", 94)]:
        numbered(document, text, number)
    document.add_paragraph("a bullet", style="List Bullet")
    assert outline(saved(document), "x.docx") == [
        "1 [Step 1:] one",
        "2 [Step 2:] two",
        "1~2 [Step 1:] anew",
        "2~2 [Step 2:] on",
        "7 [Step 7:] seven",
        "7.1 [] a bullet",
    ]


def test_two_lists_that_look_alike_follow_each_other(outline):
    document = docx.Document()
    for list_ in (95, 96):
        define_list(document, list_, ("decimal", "%1."))
        define_instance(document, list_, list_)
    for text, number in [("one", 95), ("two", 95), ("other one", 96), ("other two", 96)]:
        numbered(document, text, number)
    assert outline(saved(document), "x.docx") == [
        "1 [1.] one",
        "2 [2.] two",
        "1~2 [1.] other one",
        "2~2 [2.] other two",
    ]


def test_a_level_that_is_left_out_is_made_up_for(outline):
    document = docx.Document()
    define_list(document, 97, ("decimal", "%1."), ("lowerLetter", "%1%2"), ("lowerRoman", "%1%2-%3"))
    define_instance(document, 97, 97)
    for text, depth in [("one", 0), ("deep", 2), ("less deep", 1), ("two", 0)]:
        numbered(document, text, 97, depth)
    assert outline(saved(document), "x.docx") == [
        "1 [1.] one",
        "1.i [1a-i] deep",
        "1.b [1b] less deep",
        "2 [2.] two",
    ]


def test_numbers_set_by_a_style(outline):
    document = docx.Document()
    for text in ("one", "two"):
        document.add_paragraph(text, style="List Number")
    assert outline(saved(document), "x.docx") == ["1 [1.] one", "2 [2.] two"]


def test_tables_are_rows_and_a_lone_cell_is_text(numbers):
    document = docx.Document()
    table = document.add_table(2, 3)
    for place, text in enumerate(["who", "what", "when", "Ann", "cooks", "daily"]):
        table.cell(place // 3, place % 3).text = text
    wide = document.add_table(1, 2)
    wide.cell(0, 0).merge(wide.cell(0, 1)).text = "First words\nin a cell."
    wide.cell(0, 0).add_paragraph("Second words.")
    assert list(numbers(saved(document), "x.docx").values()) == [
        "who | what | when",
        "Ann | cooks | daily",
        "First words in a cell.",
        "Second words.",
    ]


def test_runs_links_breaks_insertions_fields_and_boxes(numbers):
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f'<w:p {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            "<w:r><w:t>Hel</w:t></w:r><w:r><w:t>lo</w:t></w:r>"
            '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
            "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>tab</w:t><w:br/></w:r>"
            "<w:ins><w:r><w:t>inserted</w:t></w:r></w:ins><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
            "<w:r><w:instrText>PAGE</w:instrText><w:noBreakHyphen/><w:t>x</w:t></w:r>"
            "<mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p>"
            "</w:txbxContent></w:r></mc:Choice><mc:Fallback><w:r><w:txbxContent><w:p><w:r><w:t>boxed</w:t>"
            "</w:r></w:p></w:txbxContent></w:r></mc:Fallback></mc:AlternateContent></w:p>"
        ),
    )
    assert numbers(saved(document), "x.docx") == {"1": "Hello link tab inserted-x", "2": "boxed"}


def test_footnotes_follow_as_paragraphs_of_their_own(outline):
    document = docx.Document()
    document.add_paragraph("1. Words with a note.")
    data = saved(document)
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Ibid.,</w:t></w:r></w:p><w:p><w:r><w:t>p. 3.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    data = with_part(
        data,
        "[Content_Types].xml",
        lambda text: text.replace(
            "</Types>",
            '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.footnotes+xml"/></Types>',
        ),
    )
    data = with_part(
        data,
        "word/_rels/document.xml.rels",
        lambda text: text.replace(
            "</Relationships>",
            '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/footnotes" Target="footnotes.xml"/></Relationships>',
        ),
    )
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    assert outline(file.getvalue(), "x.docx") == [
        "1 [1.] Words with a note.",
        "fn.1 [] Ibid., p. 3.",
    ]


@pytest.mark.parametrize("kind", ["external", "internal"])
def test_no_entity_of_the_xml_is_resolved(read, tmp_path, kind):
    secret = tmp_path / "secret.txt"
    secret.write_text("swordfish")
    document = docx.Document()
    document.add_paragraph("Before MARK after.")
    definition = f'SYSTEM "{secret.as_uri()}"' if kind == "external" else '"swordfish"'
    data = with_part(
        saved(document),
        "word/document.xml",
        lambda text: re.sub(
            r"(<\?xml[^>]*\?>)", rf"\1<!DOCTYPE w:document [<!ENTITY fish {definition}>]>", text, count=1
        ).replace("MARK", "&fish;"),
    )
    assert b"&fish;" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    texts = [part.text for part in read(data, "x.docx").paragraphs]
    assert "swordfish" not in " ".join(texts)
    assert texts[0].startswith("Before")


def test_a_word_file_is_told_by_its_content(numbers):
    document = docx.Document()
    document.add_paragraph("Words.")
    assert numbers(saved(document), "misnamed.txt") == {"1": "Words."}


def test_thirteen_thousand_paragraphs_of_word_are_read_in_time():
    document = docx.Document()
    body = document.element.body
    xml = (
        f"<w:p {nsdecls('w')}><w:r><w:t>%d. Words %d of a rule for the house and all in it.</w:t></w:r></w:p>"
    )
    for number in range(1, 13_001):
        body.insert(number - 1, parse_xml(xml % (number, number)))
    data = saved(document)
    begun = time.process_time()
    result = read_document(data, "large.docx", 50_000_000)
    assert time.process_time() - begun < 5
    assert [part.number for part in result.paragraphs] == [str(n) for n in range(1, 13_001)]
