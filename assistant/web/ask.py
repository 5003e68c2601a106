"""The tab with the conversations: list, conversation and question box, cited paragraphs."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.chat import Reply, export, reply_of
from assistant.errors import DebriefError, NotFound
from assistant.store import Conversation
from assistant.web import attaching
from assistant.web.answering import Answering, Failed, Found, Kept, Preview
from assistant.web.clicks import html, said
from assistant.web.head import Head, day_of
from assistant.web.showing import answers, conversations, paragraphs
from assistant.web.showing.escaping import plain

if TYPE_CHECKING:
    from assistant.wiring import Assistant

EXAMPLES = {
    "Handler": (
        "My defector thinks very highly of himself, how should I treat him?",
        "How soon must his bona fides be established?",
        "What may be paid for information?",
    ),
    "Trainer": (
        "Why do people defect?",
        "Which defectors were recalled just before?",
        "Tell me about Gouzenko",
    ),
    "Planning a session": (
        "A 90-minute first debrief of a Soviet cipher clerk for CIA and State",
        "Make a questionnaire for a Polish ship's officer, Navy and FBI, two hours",
    ),
    "Committee member": (
        "Can I promise him that he will be let into the United States?",
        "Who handled publicity in 1955?",
        "List all duties of the local Defector Committee",
    ),
}

LONGEST_QUESTION = 4000

PAUSE = 0.15
"""Seconds between the lead and its quotations, so that the eye reads the lead first."""

Updates = dict[Any, Any]


class AskTab:
    def __init__(self, assistant: Assistant, head: Head, page: gr.Blocks) -> None:
        self.assistant = assistant
        self.answering = Answering(assistant)
        self.current = gr.BrowserState("", storage_key="debrief-conversation", secret="debrief")
        self.deleted = gr.State("")
        with gr.Row(elem_id="ask"):
            self._list_of_conversations()
            self._conversation(head)
            with gr.Column(elem_id="beside-column", elem_classes="beside-column"):
                self.beside = html("beside", "read", "turn_to", value=paragraphs.EMPTY)
        self._wire(head, page)

    def _list_of_conversations(self) -> None:
        with gr.Column(elem_id="rail"):
            self.new = gr.Button("New conversation", elem_id="new", size="sm")
            self.search = gr.Textbox(
                placeholder="Search conversations",
                label="Search conversations",
                show_label=False,
                elem_id="search",
                max_lines=1,
            )
            self.listing = html("conversations", "open", "rename", "remove", "restore")

    def _conversation(self, head: Head) -> None:
        with gr.Column(elem_id="middle"):
            with gr.Row(elem_id="bar", visible=False) as self.bar:
                self.title = html("title")
                self.take_back = gr.Button("Undo last", size="sm", elem_classes="quiet", min_width=60)
                html("export", value='<span class="export">Export:</span>')
                self.to_markdown = gr.Button("Markdown", size="sm", elem_classes="quiet", min_width=60)
                self.to_word = gr.Button("Word", size="sm", elem_classes="quiet", min_width=60)
                self.new_here = gr.Button(
                    "New", elem_id="new-here", size="sm", elem_classes="quiet", min_width=50
                )
            with gr.Column(elem_id="scroll"):
                self.past = html("past", "ask", "cite", "read", "again", "plan", value=welcome())
                self.live = html("live", "cite", "read", "plan")
            self.attached = attaching.place_notice()
            with gr.Row(elem_id="composer"):
                attaching.place_button(self.assistant, self.attached)
                self.question = gr.Textbox(
                    label="Your question",
                    show_label=False,
                    placeholder="Ask what the directives say",
                    lines=1,
                    max_lines=6,
                    max_length=LONGEST_QUESTION,
                    elem_id="question",
                    container=False,
                    scale=1,
                )
                self.send = gr.Button("Ask", variant="primary", elem_id="send", min_width=84, scale=0)
                self.stop = gr.Button("Stop", elem_id="stop", min_width=84, scale=0, visible=False)
            gr.HTML(
                '<p class="keys"><kbd>Enter</kbd> asks <kbd>Shift Enter</kbd> new line '
                '<kbd>/</kbd> to the question <kbd>Esc</kbd> stops</p><p id="hint" role="status"></p>',
                elem_id="keys",
                apply_default_css=False,
            )
            self.file = gr.JSON(visible="hidden")

    def _wire(self, head: Head, page: gr.Blocks) -> None:
        private: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        stage: list[Any] = [
            self.past,
            self.live,
            self.beside,
            self.listing,
            self.current,
            self.question,
            self.send,
            self.stop,
            self.bar,
            self.title,
        ]
        asked = [
            gr.on(
                [self.question.submit, self.send.click],
                self._ask,
                inputs=[self.question, head.as_of, self.current],
                outputs=stage,
                **private,
            ),
            *(
                each.ask(self._ask_example, inputs=[head.as_of, self.current], outputs=stage, **private)
                for each in (self.past, self.attached)
            ),
            self.past.again(self._ask_again, inputs=[head.as_of, self.current], outputs=stage, **private),
        ]
        # What was brought has been asked about: the answer says the rest.
        self.attached.ask(lambda: "", outputs=self.attached, **private)
        self.stop.click(self.answering.stop, inputs=self.current, **private)
        for source in (self.past, self.live):
            source.cite(self._cite, inputs=self.current, outputs=self.beside, **private).then(
                None, js="() => window.debrief.showBeside()", api_visibility="private"
            )
        loading = page.load(self._reload, inputs=self.current, outputs=stage, **private)
        loading.then(None, js="() => window.debrief.toEnd()", api_visibility="private")
        going = [*asked, loading]
        opening = self.listing.open(self._open, outputs=stage, cancels=going, **private)
        for button in (self.new, self.new_here):
            starting = button.click(self._new, outputs=stage, cancels=[*going, opening], **private)
            starting.then(None, js="() => window.debrief.focusQuestion()", api_visibility="private")
        opening.then(None, js="() => window.debrief.toEnd()", api_visibility="private")
        listed = [self.listing]
        self.search.change(
            self._list,
            inputs=[self.search, self.current],
            outputs=listed,
            trigger_mode="always_last",
            **private,
        )
        self.listing.rename(
            self._rename, inputs=[self.search, self.current], outputs=[*listed, self.title], **private
        )
        self.listing.remove(self._remove, inputs=[self.search, self.current], outputs=stage, **private)
        self.listing.restore(self._restore, inputs=[self.search, self.current], outputs=listed, **private)
        self.take_back.click(self._take_back, inputs=self.current, outputs=stage, **private)
        for button, ending in ((self.to_markdown, "md"), (self.to_word, "docx")):
            button.click(self._exporter(ending), inputs=self.current, outputs=self.file, **private).then(
                None,
                inputs=self.file,
                js="(file) => window.debrief.download(file)",
                api_visibility="private",
            )

    def _ask(self, text: str, as_of: str, current: str) -> Iterator[Updates]:
        text = (text or "").strip()
        if not text:
            # A generator that yields nothing would empty all its outputs.
            yield {self.question: ""}
            return
        try:
            day = day_of(as_of)
            yield from self._answer(text, day, current)
        except DebriefError as error:
            yield {self.live: answers.failed(str(error)), **self._resting(), self.question: text}

    def _ask_example(self, as_of: str, current: str, event: gr.EventData) -> Iterator[Updates]:
        yield from self._ask(said(event, "question")[:LONGEST_QUESTION], as_of, current)

    def _ask_again(self, as_of: str, current: str) -> Iterator[Updates]:
        """Ask the last question anew: it was left without an answer."""
        try:
            removed = self.assistant.store.conversations.remove_last_exchange(current)
        except DebriefError as error:
            yield {self.live: answers.failed(str(error))}
            return
        yield from self._ask(removed[0].text if removed else "", as_of, current)

    def _answer(self, text: str, day: date | None, current: str) -> Iterator[Updates]:
        if current and self.answering.is_running(current):
            raise NotFound("This conversation is still being answered: wait for it, or begin another.")
        conversation = self.answering.begin(current, text)
        library = self.assistant.library
        head = answers.question(text)
        before = self._turns(conversation, up_to=-1)
        yield {
            self.past: before,
            self.live: head + answers.waiting("Reading the documents"),
            self.question: gr.Textbox(value=""),
            self.send: gr.Button(visible=False),
            self.stop: gr.Button(visible=True),
            self.current: conversation.id,
            self.bar: gr.Row(visible=True),
            self.title: _title(conversation.title),
            self.listing: self._listed("", conversation.id),
        }
        shown = 0.0
        for step in self.answering.answer(conversation, day):
            if isinstance(step, Found):
                yield {self.live: head + answers.reply(step.reply, "", library, quotations=False)}
                time.sleep(PAUSE)
            elif isinstance(step, Preview) and time.monotonic() - shown > PAUSE:
                shown = time.monotonic()
                yield {self.live: head + answers.preview(step.text)}
            elif isinstance(step, Kept):
                yield {
                    self.live: head + answers.reply(step.reply, step.turn, library),
                    self.beside: paragraphs.beside(step.reply, step.turn, library),
                    self.listing: self._listed("", conversation.id),
                    **self._resting(),
                }
            elif isinstance(step, Failed):
                yield {self.live: head + answers.failed(step.says), **self._resting()}

    def _resting(self) -> Updates:
        return {self.send: gr.Button(visible=True), self.stop: gr.Button(visible=False)}

    def _reload(self, current: str) -> Iterator[Updates]:
        try:
            yield from self._followed(self._kept(current))
        except DebriefError as error:
            yield {self.past: answers.failed(str(error))}

    def _followed(self, conversation: Conversation | None) -> Iterator[Updates]:
        """Show a conversation; one that is being answered is shown again when it is done."""
        yield self._shown(conversation)
        if conversation and self.answering.is_running(conversation.id):
            while self.answering.is_running(conversation.id):
                time.sleep(PAUSE)
            yield self._shown(self._kept(conversation.id))

    def _kept(self, id: str) -> Conversation | None:
        try:
            return self.assistant.store.conversations.read(id) if id else None
        except NotFound:
            return None

    def _open(self, event: gr.EventData) -> Iterator[Updates]:
        try:
            yield from self._followed(self.assistant.store.conversations.read(said(event, "id")))
        except DebriefError as error:
            yield {self.live: answers.failed(str(error)), self.listing: self._listed("", "")}

    def _new(self) -> Updates:
        return self._shown(None)

    def _shown(self, conversation: Conversation | None) -> Updates:
        """The whole tab showing a conversation, or an empty one."""
        library = self.assistant.library
        last = _last_reply(conversation)
        return {
            self.past: self._turns(conversation) if conversation and conversation.turns else welcome(),
            self.live: "",
            self.beside: paragraphs.beside(last[1], last[0], library) if last else paragraphs.EMPTY,
            self.listing: self._listed("", conversation.id if conversation else ""),
            self.current: conversation.id if conversation else "",
            self.bar: gr.Row(visible=conversation is not None),
            self.title: _title(conversation.title) if conversation else "",
            **self._resting(),
        }

    def _turns(self, conversation: Conversation, up_to: int | None = None) -> str:
        library = self.assistant.library
        turns = conversation.turns[:up_to]
        parts = []
        for place, turn in enumerate(turns):
            if turn.role == "user":
                parts.append(answers.question(turn.text))
                answered = place + 1 < len(turns) and turns[place + 1].role == "assistant"
                if not answered and place + 1 == len(turns):
                    running = self.answering.is_running(conversation.id)
                    parts.append(
                        answers.waiting("Still being answered") if running else answers.unanswered(turn.id)
                    )
            elif given := reply_of(turn):
                parts.append(answers.reply(given, turn.id, library))
        return "".join(parts)

    def _cite(self, current: str, event: gr.EventData) -> str:
        """Show the paragraphs of an earlier answer, the one clicked on first in sight."""
        wanted = said(event, "turn")
        try:
            conversation = self.assistant.store.conversations.read(current)
        except DebriefError as error:
            return answers.failed(str(error))
        for turn in conversation.turns:
            if turn.id == wanted and (given := reply_of(turn)):
                return paragraphs.beside(given, turn.id, self.assistant.library, said(event, "id"))
        return paragraphs.EMPTY

    def _list(self, search: str, current: str) -> str:
        return self._listed(search, current)

    def _listed(self, search: str, current: str, deleted: str = "") -> str:
        try:
            found = self.assistant.store.conversations.list(search)
        except DebriefError as error:
            return answers.failed(str(error))
        return conversations.listing(found, current, self.assistant.clock(), search, deleted)

    def _rename(self, search: str, current: str, event: gr.EventData) -> tuple[str, Any]:
        title = " ".join(said(event, "title").split())[:200]
        try:
            if title:
                self.assistant.store.conversations.rename(said(event, "id"), title)
        except DebriefError as error:
            return answers.failed(str(error)), gr.skip()
        here = said(event, "id") == current and title
        return self._listed(search, current), _title(title) if here else gr.skip()

    def _remove(self, search: str, current: str, event: gr.EventData) -> Updates:
        id = said(event, "id")
        try:
            self.assistant.store.conversations.delete(id)
        except DebriefError as error:
            return {self.listing: answers.failed(str(error))}
        changes = self._shown(None) if id == current else {}
        return changes | {self.listing: self._listed(search, "" if id == current else current, deleted=id)}

    def _restore(self, search: str, current: str, event: gr.EventData) -> str:
        try:
            self.assistant.store.conversations.restore(said(event, "id"))
        except DebriefError as error:
            return answers.failed(str(error))
        return self._listed(search, current)

    def _take_back(self, current: str) -> Updates:
        """Take the last question and its answer out, and put the question back into the box.

        A conversation of one question is deleted whole, so that undoing that brings all of it back.
        """
        kept = self.assistant.store.conversations
        if self.answering.is_running(current):
            gr.Info("Still being answered. Stop it first, then undo.")
            return {self.question: gr.skip()}
        try:
            asked = [turn.text for turn in kept.read(current).turns if turn.role == "user"]
            if len(asked) <= 1:
                kept.delete(current)
                listed = self._listed("", "", deleted=current)
                return self._shown(None) | {self.listing: listed, self.question: "".join(asked)}
            removed = kept.remove_last_exchange(current)
            changes = self._shown(kept.read(current))
        except DebriefError as error:
            return {self.live: answers.failed(str(error))}
        return changes | ({self.question: removed[0].text} if removed else {})

    def _exporter(self, ending: str) -> Any:
        def exported(current: str) -> dict[str, str]:
            try:
                conversation = self.assistant.store.conversations.read(current)
            except DebriefError as error:
                return {"says": str(error)}
            if ending == "md":
                data, kind = export.as_markdown(conversation).encode(), export.MARKDOWN
            else:
                data, kind = export.as_word(conversation), export.WORD
            return {
                "name": export.file_name(conversation, ending),
                "type": kind,
                "base64": base64.b64encode(data).decode(),
            }

        return exported


def welcome() -> str:
    """What an empty conversation shows: what can be asked, by who asks."""
    groups = "".join(
        f'<section><h3>{who}</h3><div class="chips">'
        + "".join(
            f'<button class="chip" data-do="ask" data-question="{plain(each)}">{plain(each)}</button>'
            for each in questions
        )
        + "</div></section>"
        for who, questions in EXAMPLES.items()
    )
    return f"""<div class="welcome"><h2>What do the directives say?</h2>
<p>Ask in your own words. You get a short answer, the paragraphs’ own words,
who is bound by them and when, or a plain statement that the documents are silent or the words withheld.</p>
<div class="examples">{groups}</div></div>"""


def _title(title: str) -> str:
    return f'<h2 class="conversation-title" dir="auto">{plain(title)}</h2>'


def _last_reply(conversation: Conversation | None) -> tuple[str, Reply] | None:
    """The last turn that has an answer, with its id."""
    for turn in reversed(conversation.turns if conversation else ()):
        if given := reply_of(turn):
            return turn.id, given
    return None
