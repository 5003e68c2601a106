"""The command ``debrief``: its answers on standard output, a user's error as one sentence, quick to start."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from assistant.cli.main import _parser
from assistant.settings import PROJECT

HEAVY = {"torch", "sentence_transformers", "chromadb", "gradio", "sqlalchemy", "langchain"}


@pytest.fixture
def indexed(data: Path, index_folder: Path) -> Path:
    """The data folder, with the index over the project's documents in it."""
    shutil.copytree(index_folder, data / "index")
    return data


@pytest.fixture
def run(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Any:
    """Run the command in this process, without an embedding model: code, output and errors."""

    def run_main(*arguments: str, model: bool = False) -> tuple[int, str, str]:
        (tmp_path / "no model").mkdir(exist_ok=True)
        monkeypatch.setenv("DEBRIEF_DATA", str(data))
        if not model:
            monkeypatch.setenv("DEBRIEF_EMBEDDER", str(tmp_path / "no model"))
        code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_main


def one_sentence(errors: str) -> str:
    """What the user reads when something is wrong: one line, no traceback."""
    lines = errors.strip().splitlines()
    assert len(lines) == 1, errors
    assert lines[0].startswith("debrief: ")
    return lines[0]


def loaded(code: str) -> set[str]:
    """The heavy packages that a program has loaded at its end."""
    program = f"{code}\nimport sys\nprint('LOADED', *({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_importing_the_command_loads_nothing_heavy() -> None:
    assert loaded("import assistant.cli") == set()


def test_asking_for_help_loads_nothing_heavy() -> None:
    code = "import assistant.cli\ntry:\n    assistant.cli.main(['--help'])\nexcept SystemExit:\n    pass"
    assert loaded(code) == set()


def test_showing_a_paragraph_loads_no_model(data: Path) -> None:
    code = f"import assistant.cli\nassistant.cli.main(['--data', {str(data)!r}, 'show', 'NSCID-13#9.b'])"
    assert loaded(code) <= {"sqlalchemy"}


def subcommands() -> list[str]:
    found = []
    for action in _parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, parser in action.choices.items():
                inner = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
                found += [f"{name} {each}" for a in inner for each in a.choices] or [name]
    return found


@pytest.mark.parametrize("name", subcommands())
def test_every_subcommand_is_in_the_readme(name: str) -> None:
    command, *what = name.split()
    lines = (PROJECT / "README.md").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if f"debrief {command}" in line]
    assert any(all(word in line for word in what) for line in told)


def test_help_names_every_subcommand(debrief: Any) -> None:
    done = debrief("--help")
    assert done.returncode == 0
    assert done.stderr == ""
    assert all(name.split()[0] in done.stdout for name in subcommands())


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["knowledge"], ["show"]])
def test_what_is_no_command_is_told_the_usage(arguments: list[str], capsys: Any) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: debrief" in capsys.readouterr().err


def test_a_paragraph_is_shown_in_its_place(debrief: Any) -> None:
    done = debrief("show", "NSCID-13#9.b")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("NSCID-13#9.b   National Security Council, 19 January 1950")
    assert "Field representatives of the IAC agencies shall be responsible for:" in done.stdout
    assert "[b.] Directly or through questionnaires, representing" in done.stdout
    assert "In plain words (the editors'):" in done.stdout


def test_a_paragraph_as_an_object(run: Any) -> None:
    code, said, _ = run("show", "dcid-4/2#6", "--json")
    assert code == 0
    shown = json.loads(said)
    assert shown["id"] == "DCID-4/2#6"
    assert shown["withheld"] == "part"
    assert shown["force"] == "directive"
    assert shown["date"] == "18 May 1976"
    assert shown["text"].startswith("A local Defector Committee shall be established")


def test_a_document_lists_its_paragraphs(run: Any) -> None:
    code, said, _ = run("show", "STATE-90262")
    assert code == 0
    lines = said.splitlines()
    assert lines[1] == "Department of State, 28 December 1967"
    assert [line.split()[0] for line in lines[3:]] == [
        f"STATE-90262#{n}" for n in "0 1 1.A 1.B 1.C 2 3 4 sig fn.1 fn.2 fn.3".split()
    ]


@pytest.mark.parametrize("id", ["NSCID-14", "NSCID-13#99", "#", "", "NSCID-13#9.b; drop"])
def test_an_unknown_id_is_one_sentence(run: Any, id: str) -> None:
    code, said, errors = run("show", id)
    assert (code, said) == (2, "")
    assert "NSCID-13" in one_sentence(errors)


def test_an_unknown_id_leaves_the_process_with_2(debrief: Any) -> None:
    done = debrief("show", "NSCID-13#99")
    assert (done.returncode, done.stdout) == (2, "")
    one_sentence(done.stderr)


def test_duties_are_listed(debrief: Any) -> None:
    done = debrief("duties", "--actor", "CIA", "--document", "NSCID-13")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines
    assert all(line.startswith("NSCID-13#") and "CIA" in line for line in lines)


def test_duties_as_objects(run: Any) -> None:
    code, said, _ = run("duties", "--force", "policy", "--as-of", "1970", "--json")
    assert code == 0
    rows = [json.loads(line) for line in said.splitlines()]
    assert rows
    keys = {"id", "actor", "modal", "act", "condition", "deadline", "quote", "force", "date"}
    assert all(set(row) == keys and row["force"] == "policy" for row in rows)


def test_no_duty_is_told_so(run: Any) -> None:
    assert run("duties", "--actor", "plumber")[:2] == (0, "No duty fits.\n")
    assert run("duties", "--actor", "plumber", "--json")[:2] == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["duties", "--as-of", "yesterday"],
        ["duties", "--as-of", "1955-02-30"],
        ["duties", "--as-of", "0000"],
        ["duties", "--document", "NSCID-14"],
        ["ask"],
        ["ask", "Who?", "--batch", "file"],
        ["ask", "Who?", "--as-of", "soon"],
        ["knowledge", "remove", "NSCID-13"],
        ["knowledge", "remove", "NOTHING"],
    ],
)
def test_a_users_error_is_one_sentence(run: Any, arguments: list[str]) -> None:
    code, said, errors = run(*arguments)
    assert (code, said) == (2, "")
    one_sentence(errors)


def test_an_unknown_setting_is_one_sentence(debrief: Any, data: Path) -> None:
    data.mkdir()
    (data / "settings.toml").write_text('colour = "green"\n', encoding="utf-8")
    done = debrief("show", "NSCID-13")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'colour'" in one_sentence(done.stderr)
    assert "green" not in done.stderr


def test_a_data_folder_that_cannot_be_had_is_one_sentence(run: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    code, said, errors = run("--data", str(tmp_path / "file"), "show", "NSCID-13")
    assert (code, said) == (2, "")
    assert str(tmp_path / "file") in one_sentence(errors)


def test_a_question_is_answered_with_citations(debrief: Any, indexed: Path) -> None:
    question = "Who coordinates publicity about a defector?"
    done = debrief("ask", *question.split(), "--as-of", "1955", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    [line] = done.stdout.splitlines()
    answer = json.loads(line)
    keys = {"question", "status", "lead", "text", "citations", "nearest", "engine", "milliseconds"}
    assert keys <= set(answer)
    assert answer["question"] == question
    assert answer["status"] == "answered"
    assert answer["engine"] == "words and meaning"
    assert answer["as_of"] == "1955-12-31"
    first = answer["citations"][0]
    assert {"id", "document", "paragraph", "quote", "date", "force"} <= set(first)
    assert (first["id"], first["document"], first["paragraph"]) == ("NSCID-13#4", "NSCID-13", "4")
    assert first["force"] == "directive"


def test_many_questions_are_answered_in_their_order(run: Any, indexed: Path, tmp_path: Path) -> None:
    lines = [
        {"q": "Who coordinates publicity about a defector?", "as_of": "1977"},
        {"q": "and if there is no time?", "history": ["What if the committee cannot resolve a problem?"]},
        {"q": "What is the capital of Australia?", "as_of": None, "history": []},
        {"q": "What does paragraph 5b of the 1976 directive say?"},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    code, said, _ = run("ask", "--batch", str(path), "--as-of", "1978", model=True)
    assert code == 0
    answers = [json.loads(line) for line in said.splitlines()]
    assert [answer["question"] for answer in answers] == [line["q"] for line in lines]
    assert [answer["as_of"] for answer in answers] == ["1977-12-31", *["1978-12-31"] * 3]
    assert [answer["status"] for answer in answers][2:] == ["not_in_documents", "withheld"]
    assert answers[1]["citations"][0]["id"] == "DCID-4/2#6.c"


def test_questions_come_from_standard_input_too(debrief: Any, indexed: Path) -> None:
    given = '{"q": "What is a walk-in?"}\n\nnot JSON\n{"q": "Who pays?"}\n'
    done = debrief("ask", "--batch", "-", "--json", given=given)
    assert done.returncode == 2
    assert "line 3" in one_sentence(done.stderr)
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == ["answered"]


@pytest.mark.parametrize(
    "line",
    [
        b"not JSON",
        b"[]",
        b"7",
        b'{"q": 7}',
        b'{"as_of": "1955"}',
        b'{"q": "Who?", "as_of": "yesterday"}',
        b'{"q": "Who?", "as_of": [1955]}',
        b'{"q": "Who?", "history": 5}',
        b'{"q": "Who\xff?"}',
    ],
)
def test_a_bad_line_is_one_sentence_with_its_number(run: Any, tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(b'{"q": ""}\n' + line + b"\n")
    code, _, errors = run("ask", "--batch", str(path))
    assert code == 2
    told = [
        each for each in errors.splitlines() if "words alone" not in each and "embedding model" not in each
    ]
    assert "questions.jsonl, line 2:" in one_sentence("\n".join(told))


def test_a_year_may_be_written_as_a_number(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"q": "What does NSCID-13#9.b say?", "as_of": 1955}', encoding="utf-8")
    code, said, _ = run("ask", "--batch", str(path))
    assert code == 0
    assert json.loads(said)["as_of"] == "1955-12-31"


def test_a_batch_that_cannot_be_read_is_told_so(run: Any, tmp_path: Path) -> None:
    code, said, errors = run("ask", "--batch", str(tmp_path / "nothing.jsonl"))
    assert (code, said) == (2, "")
    assert "nothing.jsonl" in errors.splitlines()[-1]


def test_without_a_model_words_answer_and_it_is_said_once(run: Any) -> None:
    code, said, errors = run("ask", "How often does the local Defector Committee meet?")
    assert code == 0
    assert "DCID-4/2#6.a" in said
    assert "words alone" in errors


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("", "Not in these documents.\n"),
        ("What is the capital of Australia?", "Not in these documents.\n"),
        ("What does paragraph 5b of the 1976 directive say?", "Withheld.\nWithheld in the released copy."),
        ("What does NSCID-13#9.b say?", "Field representatives"),
    ],
)
def test_an_outcome_is_told_in_words(run: Any, question: str, opening: str) -> None:
    code, said, _ = run("ask", question)
    assert code == 0
    assert said.startswith(opening)


def test_a_chat_models_wording_stands_over_the_answer(
    run: Any, indexed: Path, model_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "A walk-in is a disaffected person who presents himself to a US installation [DCID-4/2#2.e]."
    settings = model_server.settings(text)
    monkeypatch.setenv("DEBRIEF_CHAT_MODEL", settings.chat_model)
    monkeypatch.setenv("DEBRIEF_CHAT_ADDRESS", settings.chat_address)
    code, said, _ = run("ask", "What is a walk-in?", "--json", model=True)
    assert code == 0
    answer = json.loads(said)
    assert answer["notice"] == ""
    assert answer["text"].startswith(text)
    assert answer["citations"][0]["id"] == "DCID-4/2#2.e"


def test_a_chat_model_that_is_not_there_leaves_the_answer_as_it_is(
    run: Any, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEBRIEF_CHAT_MODEL", "openai:nobody")
    monkeypatch.setenv("DEBRIEF_CHAT_ADDRESS", "http://127.0.0.1:9/v1")
    code, said, _ = run("ask", "What is a walk-in?", "--json", model=True)
    assert code == 0
    answer = json.loads(said)
    assert answer["notice"]
    assert answer["lead"] in answer["text"]


def test_the_index_is_told_of(run: Any, indexed: Path) -> None:
    code, said, _ = run("index", model=True)
    assert code == 0
    assert re.fullmatch(r"The index holds \d{4} entries; \d+ were embedded now\.\n", said)


def test_a_users_document_is_added_listed_shown_and_removed(
    debrief: Any, run: Any, indexed: Path, tmp_path: Path
) -> None:
    (tmp_path / "House rules.txt").write_text(
        "House rules\n\n1. Guests knock before they enter the green room.\n\n2. Dinner is served at six.\n",
        encoding="utf-8",
    )
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    added = debrief(
        "knowledge",
        "add",
        str(tmp_path / "House rules.txt"),
        str(tmp_path / "broken.pdf"),
        str(tmp_path / "missing.txt"),
        "--issued",
        "1960",
    )
    assert added.returncode == 2
    assert added.stdout.startswith("HOUSE-RULES: ")
    told = added.stderr.strip().splitlines()
    assert len(told) == 2
    assert "broken.pdf" in told[0]
    assert "missing.txt" in told[1]
    listed = run("knowledge", "list")[1].splitlines()
    assert [line.split()[0] for line in listed] == [
        *"MI5-1948 NSCID-13 STATE-90262 DCID-4/2".split(),
        "HOUSE-RULES",
    ]
    assert "31 December 1960" in listed[-1]
    assert "Dinner is served at six." in run("show", "HOUSE-RULES#2")[1]
    removed = debrief("knowledge", "remove", "HOUSE-RULES")
    assert (removed.returncode, removed.stdout) == (0, "HOUSE-RULES is removed.\n")
    code, said, errors = run("knowledge", "remove", "HOUSE-RULES")
    assert (code, said) == (2, "")
    one_sentence(errors)
    assert len(run("knowledge", "list")[1].splitlines()) == 4


def test_a_file_that_is_no_document_changes_nothing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    code, said, errors = run("knowledge", "add", str(tmp_path / "broken.pdf"))
    assert (code, said) == (2, "")
    assert "broken.pdf" in one_sentence(errors)
    assert len(run("knowledge", "list")[1].splitlines()) == 4


def test_a_users_document_answers_by_words(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "House rules.txt"
    path.write_text("1. Guests knock before they enter the green room.\n", encoding="utf-8")
    assert run("knowledge", "add", str(path))[0] == 0
    code, said, _ = run("ask", "Do guests knock before they enter the green room?", "--json")
    assert code == 0
    answer = json.loads(said)
    assert answer["citations"][0]["id"] == "HOUSE-RULES#1"
    assert answer["citations"][0]["force"] == "own"
