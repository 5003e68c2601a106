def test_headings_lists_and_tables_of_markdown(read):
    document = read(
        """# House rules

Before all else.

## 1. Purpose

Quiet *and* [order](https://example.org "x").
With a `second` line.

## 2. Scope

1. one
   1. nested one
   2. nested two
2. two

   more of two
1. three, numbered 1 by its author

- bullet

| who | what |
|---|---|
| Ann | **cooks** |

```
code & <b>marks</b>
```
""",
        "rules.md",
    )
    assert document.title == "House rules"
    assert document.media_type == "text/markdown"
    assert [(part.number, part.label, part.headings, part.text) for part in document.paragraphs] == [
        ("0", "", (), "Before all else."),
        ("1.1", "", ("1. Purpose",), "Quiet and order. With a second line."),
        ("2.1", "1.", ("2. Scope",), "one"),
        ("2.1.1", "1.", ("2. Scope",), "nested one"),
        ("2.1.2", "2.", ("2. Scope",), "nested two"),
        ("2.2", "2.", ("2. Scope",), "two"),
        ("2.2.1", "", ("2. Scope",), "more of two"),
        ("2.3", "3.", ("2. Scope",), "three, numbered 1 by its author"),
        ("2.3.1", "", ("2. Scope",), "bullet"),
        ("2.3.2", "", ("2. Scope",), "who | what"),
        ("2.3.3", "", ("2. Scope",), "Ann | cooks"),
        ("2.3.4", "", ("2. Scope",), "code & <b>marks</b>"),
    ]


def test_headings_nest_by_their_level(read):
    document = read("# A\n\none\n\n## B\n\ntwo\n\n# C\n\nthree\n", "x.md")
    assert [part.headings for part in document.paragraphs] == [("A",), ("A", "B"), ("C",)]
    assert [part.number for part in document.paragraphs] == ["1", "2", "3"]
    assert document.title == "A"


def test_letters_that_markdown_does_not_count_are_numbers_too(outline):
    text = "1. One:\n\n(a) first\n(b) second\n\n2. Two\n"
    assert outline(text, "x.markdown") == [
        "1 [1.] One:",
        "1.a [(a)] first",
        "1.b [(b)] second",
        "2 [2.] Two",
    ]


def test_a_year_that_markdown_takes_for_a_list_is_text(outline):
    assert outline("1. One.\n\nBetween.\n\n1976. A good year.\n", "x.md") == [
        "1 [1.] One.",
        "1.1 [] Between.",
        "1.2 [] 1976. A good year.",
    ]


def test_html_in_markdown_is_text(numbers):
    assert numbers("Hello <script>alert(1)</script> you.\n\n<div>block</div>\n", "x.md") == {
        "1": "Hello <script>alert(1)</script> you.",
        "2": "<div>block</div>",
    }


def test_a_list_item_that_begins_with_a_list_keeps_its_number(outline):
    assert outline("1. 1. deep\n2. next\n3.\n", "x.md") == [
        "1.1 [1. 1.] deep",
        "2 [2.] next",
        "3 [] 3.",
    ]


def test_markdown_is_told_by_its_name_only(outline):
    text = "# not a heading in plain text\n"
    assert outline(text, "x.txt") == ["1 [] # not a heading in plain text"]
    assert outline(text, "X.MD") == ["1 [] not a heading in plain text"]
