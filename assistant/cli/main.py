"""The command ``debrief``. Heavy parts are imported by the subcommand that needs them."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli import handling, mock, questionnaires, transcripts
from assistant.cli.reading import day, lines, open_assistant, say
from assistant.errors import BadDate, BadSettings, DebriefError

if TYPE_CHECKING:
    from assistant.policy import Answer

EXIT_ERROR = 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code. A user's error is one line on standard error."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except DebriefError as error:
        sys.stderr.write(f"debrief: {error}\n")
        return EXIT_ERROR
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="debrief", description="Ask the defector directives, and read what they say."
    )
    parser.add_argument("--data", metavar="FOLDER", help="where conversations, documents and index are kept")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="open the page")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.add_argument("--open", action="store_true", help="open the page in the browser too")
    serve.set_defaults(run=_serve)

    index = commands.add_parser("index", help="build the index, or bring it up to date")
    index.set_defaults(run=_index)

    ask = commands.add_parser("ask", help="answer a question with citations")
    ask.add_argument("question", nargs="*", metavar="QUESTION")
    ask.add_argument(
        "--as-of", metavar="DATE", help="the day by which the rules are wanted: 1955, 1976-05-18"
    )
    ask.add_argument("--batch", metavar="FILE", help='JSON lines {"q", "as_of"?, "history"?}; - for input')
    ask.add_argument("--json", action="store_true", help="print one JSON object an answer")
    ask.set_defaults(run=_ask)

    duties = commands.add_parser("duties", help="list who must do what")
    duties.add_argument("--actor", default="", help="only duties of this actor")
    duties.add_argument("--document", default="", metavar="ID")
    duties.add_argument("--force", choices=("directive", "policy", "guidance"))
    duties.add_argument("--as-of", metavar="DATE")
    duties.add_argument("--json", action="store_true")
    duties.set_defaults(run=_duties)

    show = commands.add_parser("show", help="show a paragraph, or list a document's paragraphs")
    show.add_argument("id", metavar="ID", help="NSCID-13#9.b, or NSCID-13")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_show)

    knowledge = commands.add_parser("knowledge", help="your own documents")
    knowledge_commands = knowledge.add_subparsers(required=True, metavar="WHAT")
    add = knowledge_commands.add_parser("add", help="add text, Markdown, PDF or Word files")
    add.add_argument("files", nargs="+", metavar="FILE")
    add.add_argument("--issued", metavar="DATE", help="when the document was issued")
    add.set_defaults(run=_add)
    listing = knowledge_commands.add_parser("list", help="list all documents")
    listing.set_defaults(run=_list)
    remove = knowledge_commands.add_parser("remove", help="remove one of your documents")
    remove.add_argument("id", metavar="ID")
    remove.set_defaults(run=_remove)

    evaluate = commands.add_parser("evaluate", help="measure search and answers on labelled questions")
    evaluate.add_argument(
        "what", nargs="?", choices=("questions", "transcripts", "reminders"), default="questions"
    )
    evaluate.add_argument(
        "--set", dest="sets", action="append", metavar="FILE", help="JSON lines of questions"
    )
    evaluate.add_argument("--json", action="store_true")
    evaluate.set_defaults(run=_evaluate)
    questionnaires.add_to(commands)
    transcripts.add_to(commands)
    handling.add_to(commands)
    mock.add_to(commands)
    return parser


def _serve(options: argparse.Namespace) -> int:
    assistant = open_assistant(options, host=options.host, port=options.port)
    from assistant.web import serve

    serve(assistant, open_browser=options.open)
    return 0


def _index(options: argparse.Namespace) -> int:
    assistant = open_assistant(options)
    embedded = assistant.search.refresh()
    held = len(assistant.index.generation.digests) if assistant.index.generation else 0
    say(assistant.state.says or f"The index holds {held} entries; {embedded} were embedded now.")
    return 0


def _ask(options: argparse.Namespace) -> int:
    if bool(options.question) == bool(options.batch):
        raise BadSettings("Give a question or --batch FILE, and not both.")
    as_of = day(options.as_of)
    asked = (
        _batch(options.batch)
        if options.batch
        else iter([{"q": " ".join(options.question), "as_of": None, "history": []}])
    )
    assistant = open_assistant(options)
    assistant.search.refresh()
    if assistant.state.says:
        sys.stderr.write(f"debrief: {assistant.state.says}\n")
    model = assistant.model
    for each in asked:
        history = each["history"]
        answer = assistant.asking.ask(each["q"], each["as_of"] or as_of, history)
        if model is not None:
            from assistant.policy import word

            answer = word(answer, assistant.library, model, assistant.prompt, history=history)
        if options.json or options.batch:
            say(json.dumps(answer.as_json(), ensure_ascii=False))
        else:
            say(_printed(answer))
    return 0


def _printed(answer: Answer) -> str:
    heading = {
        "answered": "",
        "partly": "Answered in part.\n",
        "withheld": "Withheld.\n",
        "not_in_documents": "Not in these documents.\n",
    }[answer.status]
    return f"{heading}{answer.text}"


def _batch(name: str) -> Iterator[dict[str, Any]]:
    """The questions of a file of JSON lines, each with its date read; a bad line is named by its number."""
    for where, text in lines(name):
        yield _question(text, where)


def _question(line: str, where: str) -> dict[str, Any]:
    try:
        each = json.loads(line)
    except json.JSONDecodeError:
        each = None
    if not isinstance(each, dict) or not isinstance(each.get("q"), str):
        raise BadSettings(f'{where}: not a JSON object with "q". Mend the line.')
    history = each.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
        raise BadSettings(f'{where}: "history" is a list of earlier questions. Mend the line.')
    as_of = each.get("as_of")
    try:
        wanted = day(str(as_of)) if as_of else None
    except BadDate as error:
        raise BadDate(f"{where}: {error}") from None
    return {"q": each["q"], "as_of": wanted, "history": history}


def _duties(options: argparse.Namespace) -> int:
    from assistant.policy import duties

    assistant = open_assistant(options)
    if options.document:
        assistant.library.document(options.document)
    rows = duties(
        assistant.library,
        actor=options.actor,
        document=options.document,
        force=options.force,
        as_of=day(options.as_of),
    )
    for row in rows:
        duty = row.duty
        if options.json:
            each = {
                "id": duty.paragraph,
                "actor": duty.actor,
                "modal": duty.modal,
                "act": duty.act,
                "condition": duty.condition,
                "deadline": duty.deadline,
                "quote": duty.quote,
                "force": row.document.force,
                "date": row.document.dated,
            }
            say(json.dumps(each, ensure_ascii=False))
        else:
            say(f"{duty.paragraph:22} {duty.says}")
    if not rows and not options.json:
        say("No duty fits.")
    return 0


def _show(options: argparse.Namespace) -> int:
    library = open_assistant(options).library
    if "#" not in options.id:
        document = library.document(options.id)
        say(f"{document.title}\n{document.issuer}, {document.dated}\n")
        for paragraph in document.paragraphs:
            say(f"{paragraph.id:22} {_short(paragraph.text)}")
        return 0
    paragraph = library.paragraph(options.id)
    document = library.document(paragraph.document)
    note = library.notes.get(paragraph.id)
    if options.json:
        shown = {
            "id": paragraph.id,
            "document": document.title,
            "date": document.dated,
            "force": document.force,
            "headings": list(paragraph.headings),
            "lead_in": paragraph.lead_in,
            "text": paragraph.text,
            "withheld": paragraph.withheld,
            "gist": note.gist if note else "",
        }
        say(json.dumps(shown, ensure_ascii=False))
        return 0
    say(f"{paragraph.id}   {document.issuer}, {document.dated}")
    for above in (*paragraph.headings, paragraph.lead_in):
        if above:
            say(above)
    say(f"\n{paragraph.label} {paragraph.text}".rstrip())
    if note:
        say(f"\nIn plain words (the editors'): {note.gist}")
    return 0


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def _add(options: argparse.Namespace) -> int:
    assistant = open_assistant(options)
    issued = day(options.issued)
    failed = 0
    for name in options.files:
        try:
            document = assistant.add_document(Path(name).read_bytes(), Path(name).name, issued)
            say(f"{document.id}: {len(document.paragraphs)} paragraphs from {name}.")
        except OSError as error:
            failed += 1
            sys.stderr.write(f"debrief: {name}: cannot be read ({error.strerror}).\n")
        except DebriefError as error:
            failed += 1
            sys.stderr.write(f"debrief: {name}: {error}\n")
    if failed < len(options.files):
        assistant.search.refresh()
    return EXIT_ERROR if failed else 0


def _list(options: argparse.Namespace) -> int:
    for document in open_assistant(options).library.documents:
        say(f"{document.id:22} {document.dated:18} {len(document.paragraphs):6} {document.title}")
    return 0


def _remove(options: argparse.Namespace) -> int:
    open_assistant(options).remove_document(options.id)
    say(f"{options.id} is removed.")
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    if options.what == "transcripts":
        from assistant.evaluation.transcripts import evaluate_transcripts

        say(evaluate_transcripts(options.sets or ["development"]))
        return 0
    if options.what == "reminders":
        from assistant.evaluation.reminders import evaluate_reminders

        say(evaluate_reminders(open_assistant(options).hearing, options.sets or ["development"]))
        return 0
    from assistant.evaluation import evaluate, printed

    report = evaluate(open_assistant(options), [Path(name) for name in options.sets or ()])
    say(json.dumps(report, indent=1) if options.json else printed(report))
    return 0
