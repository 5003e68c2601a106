"""A question through to its kept answer, in a thread of its own: closing the page loses nothing."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.chat import Message, Reply, reply, reply_as_json, with_answer
from assistant.errors import DebriefError
from assistant.store import Conversation

if TYPE_CHECKING:
    from assistant.wiring import Assistant

log = logging.getLogger(__name__)

LONGEST_TITLE = 70
FAULT = "The answer could not be made: a fault in the program, which its log describes. Ask again."


@dataclass(frozen=True, slots=True)
class Found:
    """The answer that code made; a model may be about to word it."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class Preview:
    """All that the model has written so far, not checked yet."""

    text: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer as it is kept, with the id of its turn."""

    turn: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Failed:
    says: str


Step = Found | Preview | Kept | Failed


class Answering:
    """Answers questions in conversations, one at a time in each."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._running: dict[str, threading.Event] = {}
        self._lock = threading.Lock()

    def begin(self, conversation: str, text: str) -> Conversation:
        """Put the question into the conversation; an empty id begins one, named after the question.

        Raises:
            NotFound: the conversation was deleted meanwhile.
            StoreUnavailable: it cannot be kept.
        """
        kept = self.assistant.store.conversations
        id = conversation or kept.start(title_of(text)).id
        kept.add(id, "user", text, None)
        return kept.read(id)

    def answer(self, conversation: Conversation, as_of: date | None) -> Iterator[Step]:
        """Answer the last question of a conversation, step by step.

        The work goes on to its end when the caller stops listening.
        """
        stop = threading.Event()
        with self._lock:
            self._running[conversation.id] = stop
        steps: queue.SimpleQueue[Step | None] = queue.SimpleQueue()
        work = threading.Thread(
            target=self._work, args=(conversation, as_of, stop, steps), name="answer", daemon=True
        )
        work.start()
        while (step := steps.get()) is not None:
            yield step

    def stop(self, conversation: str) -> None:
        """Let the model's wording be; the answer that code made stands."""
        with self._lock:
            running = self._running.get(conversation)
        if running is not None:
            running.set()

    def is_running(self, conversation: str) -> bool:
        with self._lock:
            return conversation in self._running

    def _work(
        self,
        conversation: Conversation,
        as_of: date | None,
        stop: threading.Event,
        steps: queue.SimpleQueue[Step | None],
    ) -> None:
        asked = [turn.text for turn in conversation.turns if turn.role == "user"]
        try:
            given = reply(Message(asked[-1], as_of, asked[:-1]), self.assistant)
            steps.put(Found(given))
            given = self._worded(given, asked[:-1], stop, steps)
            turn = self.assistant.store.conversations.add(
                conversation.id, "assistant", given.text, reply_as_json(given)
            )
            steps.put(Kept(turn.id, given))
        except DebriefError as error:
            steps.put(Failed(str(error)))
        except Exception:
            log.exception("An answer failed")
            steps.put(Failed(FAULT))
        finally:
            with self._lock:
                if self._running.get(conversation.id) is stop:
                    del self._running[conversation.id]
            steps.put(None)

    def _worded(
        self,
        given: Reply,
        history: Sequence[str],
        stop: threading.Event,
        steps: queue.SimpleQueue[Step | None],
    ) -> Reply:
        """The reply in the model's words where there is a model and it passes the check."""
        if given.answer is None:
            return given
        written: list[str] = []

        def on_piece(piece: str) -> None:
            written.append(piece)
            steps.put(Preview("".join(written)))

        try:
            model = self.assistant.model
            if model is None:
                return given
            from assistant.policy import word

            answer = word(
                given.answer,
                self.assistant.library,
                model,
                self.assistant.prompt,
                history=history,
                cancelled=stop,
                on_piece=on_piece,
            )
        except DebriefError as error:
            answer = replace(given.answer, notice=str(error))
        return with_answer(given, answer)


def title_of(text: str) -> str:
    """A conversation's title from its first question."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
