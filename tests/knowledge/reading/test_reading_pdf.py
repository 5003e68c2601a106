import io

import pytest


def test_paragraphs_pages_and_cut_words(read, pdf):
    data = pdf(
        [
            "1. The committee considers all infor-",
            "mation that is brought before it.",
            "",
            "2. It is self-governing and shall keep its self-",
            "governing ways.",
            "3. This paragraph goes on and on until",
        ],
        ["the next page, where it ends."],
    )
    document = read(data, "paper.pdf")
    assert document.media_type == "application/pdf"
    assert [(part.number, part.page, part.text) for part in document.paragraphs] == [
        ("1", 1, "The committee considers all information that is brought before it."),
        ("2", 1, "It is self-governing and shall keep its self-governing ways."),
        ("3", 1, "This paragraph goes on and on until the next page, where it ends."),
    ]


def test_a_gap_between_lines_parts_paragraphs(numbers, pdf):
    data = pdf(
        [
            "First words of a paragraph that has no number and runs",
            "over two lines of the page, all of them full",
            "",
            "second words begin small after a gap in the page as they",
            "please, and also run over.",
        ]
    )
    assert list(numbers(data, "x.pdf").values()) == [
        "First words of a paragraph that has no number and runs over two lines of the page, all of them full",
        "second words begin small after a gap in the page as they please, and also run over.",
    ]


def test_running_heads_feet_and_page_numbers_are_dropped(read, pdf):
    pages = [
        [
            "HANDBOOK OF THE HOUSE",
            "",
            f"{page}. Rule number {page} says what it says, and as it",
            "says a lot it needs two lines to say it.",
            "",
            f"Section {page} ends here in its own words.",
            f"@foot - {page + 4} -",
        ]
        for page in range(1, 5)
    ]
    texts = [part.text for part in read(pdf(*pages), "x.pdf").paragraphs]
    assert texts == [
        text
        for page in range(1, 5)
        for text in (
            f"Rule number {page} says what it says, and as it says a lot it needs two lines to say it.",
            f"Section {page} ends here in its own words.",
        )
    ]


def test_a_foot_that_counts_pages_is_dropped_and_words_that_merely_recur_stay(read, pdf):
    pages = [
        [
            *(f"Line {line} of page {page} has words of its own." for line in range(4)),
            "The same words in the middle of every page.",
            *(f"Row {line} of page {page} has words of its own." for line in range(4)),
            f"@foot Restricted paper, page {page} of 3",
        ]
        for page in range(1, 4)
    ]
    text = " ".join(part.text for part in read(pdf(*pages), "x.pdf").paragraphs)
    assert "Restricted" not in text
    assert text.count("The same words in the middle of every page.") == 3
    assert text.count("has words of its own.") == 24


def test_numbers_of_the_document_that_happen_to_count_pages_stay(read, pdf):
    pages = [[f"Article {page}", "", f"Words {'so ' * page} of it."] for page in range(1, 6)]
    found = [part.headings for part in read(pdf(*pages), "x.pdf").paragraphs]
    assert found == [(f"Article {page}",) for page in range(1, 6)]


def test_a_page_number_on_a_single_page_is_dropped_and_another_number_stays(numbers, pdf):
    assert list(numbers(pdf(["Words.", "@foot 1"]), "x.pdf").values()) == ["Words."]
    assert "1976" in " ".join(numbers(pdf(["Words.", "", "", "1976"]), "x.pdf").values())


def test_pages_that_are_all_alike_are_kept(numbers, pdf):
    assert "Same words" in " ".join(numbers(pdf(*[["Same words"]] * 4), "x.pdf").values())


def test_a_pdf_from_matplotlib_is_read(numbers):
    import matplotlib as mpl
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 11))
    figure.text(0.1, 0.9, "1. The first rule – “office” hours,\nkept by all.")
    figure.text(0.1, 0.8, "2. The second rule.")
    file = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42}):
        FigureCanvasPdf(figure).print_pdf(file)
    assert numbers(file.getvalue(), "x.pdf") == {
        "1": "The first rule – “office” hours, kept by all.",
        "2": "The second rule.",
    }


@pytest.mark.parametrize("name", ["paper.pdf", "paper.txt", "paper.docx", "paper"])
def test_a_pdf_is_told_by_its_content(numbers, pdf, name):
    assert numbers(pdf(["Words."]), name) == {"1": "Words."}


def test_a_pdf_that_opens_without_a_password_is_read(numbers, pdf):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["Words for all."]))))
    writer.encrypt(user_password="", owner_password="owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    assert numbers(file.getvalue(), "x.pdf") == {"1": "Words for all."}
