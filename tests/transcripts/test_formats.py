"""Each format, by small sessions that say the same."""

import io

import pytest

LABELLED = """\
NORTH HOUSE
Date: 3 April 1955
Present: the officer; Mr. Orlov, interpreting

Q: Where did you
work?
A: In the harbour.
"""


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q:", "A:"),
        ("Q.", "A."),
        ("I:", "S:"),
        ("Interviewer:", "Source:"),
        ("Capt. Hale:", "Novotny:"),
        ("MR. SMITH:", "THE WITNESS:"),
        ("Мельник:", "Соколова:"),
        ("שרה:", "דוד:"),
        ("**Q:**", "**A:**"),
        ("1. Q:", "2. A:"),
    ],
)
def test_labels(read, asks, answers):
    transcript = read(
        f"{asks} Where did you\nwork?\n{answers} In the harbour.\n{asks} Until when?\n{answers} May."
    )
    assert [turn.text for turn in transcript.turns] == [
        "Where did you work?",
        "In the harbour.",
        "Until when?",
        "May.",
    ]
    assert list(transcript.speakers.values()) == ["interviewer", "subject"]


def test_a_header_is_left_unread_and_gives_the_date(read, said):
    transcript = read(LABELLED)
    assert said(LABELLED) == ["line 5 Q: Where did you work?", "line 7 A: In the harbour."]
    assert [(part.place, part.why) for part in transcript.unread] == [("line 1", "header")]
    assert (str(transcript.date), transcript.dated_by) == ("1955-04-03", "header")


TYPED = """\
                            Page 12

 1                    BOARD OF INQUIRY
 2      Mr. Ellery. Where did you work? You told
 3  Mr. Duda. I mean the other one.
 4      Mr. Duda. In the har-

                            Page 13

 1  bour, at the
 2  gate.
 3      (Recess.)
 4      Mr. Ellery. Thank you, Mr. Duda.
"""

MACHINE_READ = """\
SECRET
12
1
Mr. Ellery.
Where did you work?
2
3
4
Mr. Duda. In the harbour,
at the gate, for
ten men.
5 Mr. Ellery. Thank you.
6
Mr. Duda. Welcome.
SECRET
15
1
words of somebody
2
Mr. Ellery. Next.
3
Mr. Duda. Yes.
"""


def test_a_typed_hearing_record(read, said):
    assert said(TYPED) == [
        "12:2 Mr. Ellery: Where did you work? You told Mr. Duda. I mean the other one.",
        "12:4 Mr. Duda: In the har-bour, at the gate.",
        "13:4 Mr. Ellery: Thank you, Mr. Duda.",
    ]
    assert [(part.text, part.why) for part in read(TYPED).unread] == [
        ("BOARD OF INQUIRY", "header"),
        ("(Recess.)", "note in the record"),
    ]


def test_a_machine_read_hearing_record(read, said):
    assert said(MACHINE_READ) == [
        "12:1 Mr. Ellery: Where did you work?",
        "12:2 Mr. Duda: In the harbour, at the gate, for ten men.",
        "12:5 Mr. Ellery: Thank you.",
        "12:6 Mr. Duda: Welcome.",
        "15:2 Mr. Ellery: Next.",
        "15:3 Mr. Duda: Yes.",
    ]
    transcript = read(MACHINE_READ)
    assert [part.text for part in transcript.unread] == ["words of somebody"]
    assert any("Pages are missing" in remark for remark in transcript.remarks)


def test_webvtt(read, said):
    text = """WEBVTT

NOTE taken on 1955-04-03

00:01.000 --> 00:02.000
<v Q>Where &amp; when?

00:03:12.500 --> 00:03:14.000
<v A>In the <i>harbour</i>,

00:03:14.000 --> 00:03:15.000
<v A>in May.
"""
    assert said(text, "s.txt") == ["00:00:01 Q: Where & when?", "00:03:12 A: In the harbour, in May."]
    assert str(read(text).date) == "1955-04-03"
    assert said(text.replace("<v Q>", "Q: ").replace("<v A>", "A: ")) == said(text)


def test_subrip(said):
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nHALE: Where?\n\n2\n00:00:03,000 --> 00:00:04,000\nNOVOTNY: In "
        "the\n"
        "\n3\n00:00:04,000 --> 00:00:05,000\nharbour.\n\n4\n00:00:06,000 --> 00:00:07,000\nHALE: When?\n"
    )
    assert said(text) == [
        "00:00:01 HALE: Where?",
        "00:00:03 NOVOTNY: In the harbour.",
        "00:00:06 HALE: When?",
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv(read, said, mark):
    rows = ("start who utterance mood", "0:01 Q Where? dry")
    text = "".join(f"{row.replace(' ', mark)}\n" for row in rows) + f'0:05{mark}A{mark}"a{mark} b"{mark}\n'
    assert said(text) == ["00:00:01 Q: Where?", f"00:00:05 A: {'a b' if mark == chr(9) else f'a{mark} b'}"]
    assert [part.text for part in read(text).unread] == ["mood\ndry"]


@pytest.mark.parametrize(
    "text",
    [
        '{"date": "1955-04-03", "turns": [{"speaker": "Q", "text": "Where?"},'
        ' {"speaker": "A", "text": "There."}]}',
        '[{"speaker": "Q", "text": "Where?"}, {"speaker": "A", "text": "There."}]',
        '[{"question": "Where?", "answer": "There."}]',
    ],
)
def test_json(read, text):
    transcript = read(text)
    assert [(turn.speaker, turn.role, turn.text) for turn in transcript.turns] == [
        ("Q", "interviewer", "Where?"),
        ("A", "subject", "There."),
    ]
    assert (transcript.date is not None) == ("1955" in text)


@pytest.mark.parametrize("table", [False, True])
def test_word(said, table):
    import docx

    document = docx.Document()
    if table:
        cells = document.add_table(rows=2, cols=2)
        for row, texts in zip(cells.rows, [("Q", "Where?"), ("A", "In the harbour.")], strict=True):
            row.cells[0].text, row.cells[1].text = texts
    else:
        document.add_paragraph("Q: Where?")
        document.add_paragraph("A: In the harbour.")
    file = io.BytesIO()
    document.save(file)
    assert said(file.getvalue(), "s.docx") == ["line 1 Q: Where?", "line 2 A: In the harbour."]


def test_pdf_has_pages(said):
    assert said(pdf(["Q: Where?"], ["A: In the harbour."]), "s.pdf") == [
        "1:1 Q: Where?",
        "2:1 A: In the harbour.",
    ]


def pdf(*pages):
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    for page in pages:
        for number, line in enumerate(page):
            canvas.drawString(72, 720 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
