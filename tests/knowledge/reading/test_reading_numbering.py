"""What counts as a number, and how numbers nest. One text a case, one line a paragraph."""

import pytest

CASES = {
    "numbers and letters": (
        "1. One.\n\n2. Two:\n\na. first;\n\nb. second.\n\n3. Three.",
        ["1 [1.] One.", "2 [2.] Two:", "2.a [a.] first;", "2.b [b.] second.", "3 [3.] Three."],
    ),
    "four styles deep": (
        "6. Six.\n\n7. Seven:\n\na. A.\n\nb. B:\n\n(1) one;\n\n(2) two:\n\n(a) deep;\n\n(b) deeper.\n\n"
        "(3) three.\n\nc. C.\n\n8. Eight.",
        [
            "6 [6.] Six.",
            "7 [7.] Seven:",
            "7.a [a.] A.",
            "7.b [b.] B:",
            "7.b.1 [(1)] one;",
            "7.b.2 [(2)] two:",
            "7.b.2.a [(a)] deep;",
            "7.b.2.b [(b)] deeper.",
            "7.b.3 [(3)] three.",
            "7.c [c.] C.",
            "8 [8.] Eight.",
        ],
    ),
    "capital letters under numbers": (
        "1. Policy:\n\nA. General.\n\nB. Told.\n\n2. More.",
        ["1 [1.] Policy:", "1.A [A.] General.", "1.B [B.] Told.", "2 [2.] More."],
    ),
    "half brackets": (
        "1) One\n\na) sub one\n\nb) sub two\n\n2) Two",
        ["1 [1)] One", "1.a [a)] sub one", "1.b [b)] sub two", "2 [2)] Two"],
    ),
    "decimals": (
        "1. Purpose.\n\n1.1 First.\n\n1.2 Second.\n\n1.2.1 Deep.\n\n1.2.2 Deeper.\n\n2. Scope.\n\n2.1 Third.",
        [
            "1 [1.] Purpose.",
            "1.1 [1.1] First.",
            "1.2 [1.2] Second.",
            "1.2.1 [1.2.1] Deep.",
            "1.2.2 [1.2.2] Deeper.",
            "2 [2.] Scope.",
            "2.1 [2.1] Third.",
        ],
    ),
    "decimals without their parents": (
        "1.1 First.\n\n1.2 Second:\n\n(a) under.\n\n2.1 Third.\n\n3. Fourth.",
        [
            "1.1 [1.1] First.",
            "1.2 [1.2] Second:",
            "1.2.a [(a)] under.",
            "2.1 [2.1] Third.",
            "3 [3.] Fourth.",
        ],
    ),
    "parents printed with a nought": (
        "1.0 Purpose.\n\n1.1 First.\n\n2.0 Scope.\n\n2.1 Second.",
        ["1 [1.0] Purpose.", "1.1 [1.1] First.", "2 [2.0] Scope.", "2.1 [2.1] Second."],
    ),
    "roman numbers by what follows": (
        "(a) A.\n\n(b) B:\n\n(i) one;\n\n(ii) two;\n\n(iii) three;\n\n(iv) four;\n\n(v) five;\n\n"
        "(vi) six.\n\n(c) C.",
        [
            "a [(a)] A.",
            "b [(b)] B:",
            "b.i [(i)] one;",
            "b.ii [(ii)] two;",
            "b.iii [(iii)] three;",
            "b.iv [(iv)] four;",
            "b.v [(v)] five;",
            "b.vi [(vi)] six.",
            "c [(c)] C.",
        ],
    ),
    "the letter i after h, and v after u": (
        "\n\n".join(f"({letter}) Item {letter}." for letter in "abcdefghijklmnopqrstuvwxyz"),
        [f"{letter} [({letter})] Item {letter}." for letter in "abcdefghijklmnopqrstuvwxyz"],
    ),
    "roman i under the letter h": (
        "\n\n".join(f"({letter}) Item." for letter in "abcdefgh")
        + "\n\n(i) one;\n\n(ii) two.\n\n(i) The letter.\n\n(j) The next.",
        [f"{letter} [({letter})] Item." for letter in "abcdefgh"]
        + ["h.i [(i)] one;", "h.ii [(ii)] two.", "i [(i)] The letter.", "j [(j)] The next."],
    ),
    "letters beyond z": (
        "\n\n".join(f"({letter}) x." for letter in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]),
        [f"{letter} [({letter})] x." for letter in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]],
    ),
    "roman sections count their paragraphs": (
        "I OPENING\n\nFirst words of it.\n\nSecond words of it.\n\nII RECEPTION\n\nThird words.\n\n"
        "1. Numbered.\n\n2. Numbered too.\n\nIII ENDING\n\nFourth words.",
        [
            "I.1 [] First words of it.",
            "I.2 [] Second words of it.",
            "II.0 [] Third words.",
            "II.1 [1.] Numbered.",
            "II.2 [2.] Numbered too.",
            "III.1 [] Fourth words.",
        ],
    ),
    "articles with paragraphs": (
        "Article 1\nFreedom\n\n1. All are free.\n\n2. Save:\n\n(a) some;\n\n(b) others.\n\n"
        "Article 2\nDuty\n\n1. All have duties.",
        [
            "1.1 [1.] All are free.",
            "1.2 [2.] Save:",
            "1.2.a [(a)] some;",
            "1.2.b [(b)] others.",
            "2.1 [1.] All have duties.",
        ],
    ),
    "articles counted on through chapters": (
        "Chapter I\n\nArticle 1\n\nOne text.\n\nArticle 2\n\nTwo text.\n\n"
        "Chapter II\n\nArticle 3\n\nThree text.",
        ["I.1.1 [] One text.", "I.2.1 [] Two text.", "II.3.1 [] Three text."],
    ),
    "paragraph signs and sections": (
        "§ 3 Begriff\n\n(1) Eins.\n\n(2) Zwei.\n\n§ 3a Ausnahme\n\n(1) Drei.\n\n§ 4\n\nVier ist hier.",
        ["3.1 [(1)] Eins.", "3.2 [(2)] Zwei.", "3a.1 [(1)] Drei.", "4.1 [] Vier ist hier."],
    ),
    "two numbers in one line": (
        "1. (a) One a.\n\n(b) One b.\n\n2. (a) Two a.",
        ["1.a [1. (a)] One a.", "1.b [(b)] One b.", "2.a [2. (a)] Two a."],
    ),
    "numbers on lines of their own": (
        "1.\nFirst paragraph.\n\n2.\n\nSecond paragraph:\n\na.\nsub.",
        ["1 [1.] First paragraph.", "2 [2.] Second paragraph:", "2.a [a.] sub."],
    ),
    "years, sentences, initials and fractions": (
        "1. One.\n\n1976. A good year.\n\nA sentence begins.\n\nA. Smith said so.\n\nI. Newton too.\n\n"
        "3.5 million came.\n\n2. Two.\n\nSection 5 of the Act applies.\n\nc. 1950 it was.\n\n3. Three.",
        [
            "1 [1.] One.",
            "1.1 [] 1976. A good year.",
            "1.2 [] A sentence begins.",
            "1.3 [] A. Smith said so.",
            "1.4 [] I. Newton too.",
            "1.5 [] 3.5 million came.",
            "2 [2.] Two.",
            "2.1 [] Section 5 of the Act applies.",
            "2.2 [] c. 1950 it was.",
            "3 [3.] Three.",
        ],
    ),
    "a chronicle is no list": (
        "1945. It began.\n\n1946. It went on.\n\n1947. It ended.",
        ["1 [] 1945. It began.", "2 [] 1946. It went on.", "3 [] 1947. It ended."],
    ),
    "a repeated number": (
        "4. Four.\n\n5. Five.\n\n5. Five again:\n\na. under it.\n\n6. Six.",
        ["4 [4.] Four.", "5 [5.] Five.", "5~2 [5.] Five again:", "5~2.a [a.] under it.", "6 [6.] Six."],
    ),
    "a count that begins anew": (
        "1. One.\n\n2. Two.\n\n1. Note one.\n\n2. Note two.",
        ["1 [1.] One.", "2 [2.] Two.", "1~2 [1.] Note one.", "2~2 [2.] Note two."],
    ),
    "numbers left out": (
        "(1) One.\n\n(4) Four.\n\n(5) Five.\n\n(7) Seven.",
        ["1 [(1)] One.", "4 [(4)] Four.", "5 [(5)] Five.", "7 [(7)] Seven."],
    ),
    "an extract that begins in the middle": (
        "12. Twelve.\n\n13. Thirteen.\n\n14. Fourteen.",
        ["12 [12.] Twelve.", "13 [13.] Thirteen.", "14 [14.] Fourteen."],
    ),
    "no numbers at all": (
        "First words here.\n\nSecond words here.\n\nThird words here.",
        ["1 [] First words here.", "2 [] Second words here.", "3 [] Third words here."],
    ),
    "an opening, and words after a number": (
        "Before all numbers.\n\nStill before them.\n\n1. One.\n\nMore of one.\n\n2. Two.",
        [
            "0.1 [] Before all numbers.",
            "0.2 [] Still before them.",
            "1 [1.] One.",
            "1.1 [] More of one.",
            "2 [2.] Two.",
        ],
    ),
    "a single opening": ("Hereby directed:\n\n1. One.", ["0 [] Hereby directed:", "1 [1.] One."]),
    "a number without words at the end": ("1. One.\n\n2.", ["1 [1.] One.", "2 [] 2."]),
    "a number without words before one that is none": (
        "1. One.\n\n2.\n\n1976. A good year.\n\n3. Three.",
        ["1 [1.] One.", "2 [2.] 1976. A good year.", "3 [3.] Three."],
    ),
    "a number cited at the start of a line": (
        "1. One.\n\n"
        "2. As is laid down in the paragraph that stands before this one, and that is the paragraph\n"
        "1. Nobody may therefore say that he did not know of it or that it was not in force at all.",
        [
            "1 [1.] One.",
            "2 [2.] As is laid down in the paragraph that stands before this one, and that is the "
            "paragraph 1. Nobody may therefore say that he did not know of it or that it was not in "
            "force at all.",
        ],
    ),
    "a year at the start of a line": (
        "1. As is laid down in the paragraph that stands before this one and after the one that is\n"
        "1976. The rest of the long sentence follows here and it goes on to the end of this line as\n"
        "well.",
        [
            "1 [1.] As is laid down in the paragraph that stands before this one and after the one "
            "that is 1976. The rest of the long sentence follows here and it goes on to the end of "
            "this line as well."
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_numbers_are_recognised_and_nested(outline, name):
    text, expected = CASES[name]
    assert outline(text) == expected


def test_headings_stand_over_their_paragraphs(read):
    text = "I OPENING\n\nFirst words of it.\n\nII RECEPTION\n\nThird words.\n\n1. Numbered."
    assert [paragraph.headings for paragraph in read(text).paragraphs] == [
        ("I OPENING",),
        ("II RECEPTION",),
        ("II RECEPTION",),
    ]


def test_a_heading_with_nothing_beneath_is_a_paragraph(outline):
    assert outline("Article 1\nFreedom\n\nArticle 2\nDuty\n\nAll have duties.") == [
        "1 [Article 1] Freedom",
        "2.1 [] All have duties.",
    ]


def test_nscid_13_counts_from_1_to_11_and_its_lost_letters_beneath(read, source):
    document = read(source("nscid-13"))
    assert document.title == "252. National Security Council Intelligence Directive No. 131"
    found = [paragraph.number for paragraph in document.paragraphs]
    assert [number for number in found if number.isdigit()] == [str(n) for n in range(12)]
    assert found == ("0 1 2 2.1 2.2 2.3 3 4 5 6 7 7.1 7.2 7.3 8 8.1 9 9.1 9.2 10 11 1~2 2~2 3~2 4~2".split())
    by_number = {paragraph.number: paragraph for paragraph in document.paragraphs}
    assert by_number["9.2"].text.startswith("Directly or through questionnaires")
    assert by_number["3"].headings == ("Potential Defectors",)
    assert by_number["11"].headings == ("Declared Defectors",)


def test_state_90262_has_letters_under_its_first_paragraph(read, source):
    found = [paragraph.number for paragraph in read(source("state-90262")).paragraphs]
    assert found == "0 1 1.A 1.B 1.C 2 3 4 4.1 1~2 2~2 3~2".split()


def test_mi5_counts_within_its_roman_sections(read, source):
    document = read(source("mi5-1948"))
    by_number = {paragraph.number: paragraph for paragraph in document.paragraphs}
    assert document.title == "MI5 STUDY OF SOVIET DEFECTORS, 1948"
    for section, last in {"II": 11, "III": 9, "IV": 4, "VII": 6, "IX": 7}.items():
        assert f"{section}.{last}" in by_number
        assert f"{section}.{last + 1}" not in by_number
    assert by_number["IV.3"].text.startswith("In GOUZENKO’s case")
    assert by_number["IV.3"].headings[-1] == "IV RECEPTION"
    assert [n for n in by_number if n.startswith("X.")] == [f"X.{n}" for n in range(9)]
    assert by_number["X.8"].label == "8."


def test_dcid_4_2_keeps_what_its_damaged_copy_lets_be_seen(read, source):
    """The copy lost many numbers: those that are left keep their order, and ids stay unique."""
    paragraphs = read(source("dcid-4-2")).paragraphs
    ids = [paragraph.number for paragraph in paragraphs]
    assert len(set(ids)) == len(ids)
    walk_in = next(part for part in paragraphs if part.text.startswith("Walk-In:"))
    refugee = next(part for part in paragraphs if part.text.startswith("Refugee:"))
    assert (walk_in.label, refugee.label) == ("e.", "f.")
    assert walk_in.headings[-1] == "2. Definitions"
    assert walk_in.number.rpartition(".")[0] == refugee.number.rpartition(".")[0]
