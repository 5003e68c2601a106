"""The command ``debrief``. Heavy parts are imported by the subcommand that needs them."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from assistant.errors import BadDate, BadSettings, DebriefError

if TYPE_CHECKING:
    from datetime import date

    from assistant.policy import Answer
    from assistant.wiring import Assistant

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
        "--set", dest="sets", action="append", metavar="FILE", help="JSON lines of questions"
    )
    evaluate.add_argument("--json", action="store_true")
    evaluate.set_defaults(run=_evaluate)
    return parser


def _assistant(options: argparse.Namespace, **given: Any) -> Assistant:
    from assistant.settings import load_settings
    from assistant.wiring import Assistant

    if options.data:
        given["data"] = Path(options.data)
    return Assistant(load_settings(**{key: value for key, value in given.items() if value is not None}))


def _serve(options: argparse.Namespace) -> int:
    assistant = _assistant(options, host=options.host, port=options.port)
    from assistant.web import serve

    serve(assistant, open_browser=options.open)
    return 0


def _index(options: argparse.Namespace) -> int:
    assistant = _assistant(options)
    embedded = assistant.search.refresh()
    held = len(assistant.index.generation.digests) if assistant.index.generation else 0
    _say(assistant.state.says or f"The index holds {held} entries; {embedded} were embedded now.")
    return 0


def _ask(options: argparse.Namespace) -> int:
    if bool(options.question) == bool(options.batch):
        raise BadSettings("Give a question or --batch FILE, and not both.")
    as_of = _day(options.as_of)
    asked = (
        _batch(options.batch)
        if options.batch
        else iter([{"q": " ".join(options.question), "as_of": None, "history": []}])
    )
    assistant = _assistant(options)
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
            _say(json.dumps(answer.as_json(), ensure_ascii=False))
        else:
            _say(_printed(answer))
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
    source: BinaryIO
    try:
        source = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: SIM115
    except OSError as error:
        raise BadSettings(f"{name}: cannot be read ({error.strerror}). Give a file of JSON lines.") from None
    with source:
        for number, line in enumerate(source, start=1):
            where = f"{name}, line {number}"
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise BadSettings(f"{where}: not UTF-8 text. Save the file as UTF-8.") from None
            if text.strip():
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
        day = _day(str(as_of)) if as_of else None
    except BadDate as error:
        raise BadDate(f"{where}: {error}") from None
    return {"q": each["q"], "as_of": day, "history": history}


def _duties(options: argparse.Namespace) -> int:
    from assistant.policy import duties

    assistant = _assistant(options)
    if options.document:
        assistant.library.document(options.document)
    rows = duties(
        assistant.library,
        actor=options.actor,
        document=options.document,
        force=options.force,
        as_of=_day(options.as_of),
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
            _say(json.dumps(each, ensure_ascii=False))
        else:
            _say(f"{duty.paragraph:22} {duty.says}")
    if not rows and not options.json:
        _say("No duty fits.")
    return 0


def _show(options: argparse.Namespace) -> int:
    library = _assistant(options).library
    if "#" not in options.id:
        document = library.document(options.id)
        _say(f"{document.title}\n{document.issuer}, {document.dated}\n")
        for paragraph in document.paragraphs:
            _say(f"{paragraph.id:22} {_short(paragraph.text)}")
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
        _say(json.dumps(shown, ensure_ascii=False))
        return 0
    _say(f"{paragraph.id}   {document.issuer}, {document.dated}")
    for above in (*paragraph.headings, paragraph.lead_in):
        if above:
            _say(above)
    _say(f"\n{paragraph.label} {paragraph.text}".rstrip())
    if note:
        _say(f"\nIn plain words (the editors'): {note.gist}")
    return 0


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def _add(options: argparse.Namespace) -> int:
    assistant = _assistant(options)
    issued = _day(options.issued)
    failed = 0
    for name in options.files:
        try:
            document = assistant.add_document(Path(name).read_bytes(), Path(name).name, issued)
            _say(f"{document.id}: {len(document.paragraphs)} paragraphs from {name}.")
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
    for document in _assistant(options).library.documents:
        _say(f"{document.id:22} {document.dated:18} {len(document.paragraphs):6} {document.title}")
    return 0


def _remove(options: argparse.Namespace) -> int:
    _assistant(options).remove_document(options.id)
    _say(f"{options.id} is removed.")
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from assistant.evaluation import evaluate, printed

    report = evaluate(_assistant(options), [Path(name) for name in options.sets or ()])
    _say(json.dumps(report, indent=1) if options.json else printed(report))
    return 0


def _day(text: str | None) -> date | None:
    from assistant.policy import parse_day

    return parse_day(text) if text else None


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
