"""The chat model that the settings name: streamed, within a deadline, its output capped.

Providers' own timeouts count from byte to byte, so a server that drips holds them for ever. The stream is
therefore read in a thread of its own, and who waits for it waits no longer than the deadline.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from assistant.errors import BadSettings, ModelUnavailable
from assistant.language.prompts import Message
from assistant.settings import Settings

log = logging.getLogger(__name__)

CHARACTERS_PER_TOKEN = 8
"""A server that sends more than this for every token it was allowed does not keep to the cap."""

MOST_AT_ONCE = 8
"""Streams read at once; a stream that was given up counts until its server lets go of it."""

LOOK_UP = 0.05
"""Seconds between looks at whether the answer was cancelled."""

NO_KEY = "no-key"
"""Sent to a server at an address of the user's own, which wants a key and does not look at it."""

_NOTHING: dict[str, Any] = {"type": "object", "properties": {}}

_Piece = str | ModelUnavailable | None
"""What the reading thread hands over: text, an error, or None at the end."""


def open_chat_model(settings: Settings) -> ChatModel | None:
    """The chat model of the settings, or None when they name none. Nothing is loaded or asked yet.

    Raises:
        BadSettings: ``chat_model`` does not read ``provider:model``.
    """
    if not settings.chat_model:
        return None
    provider, colon, model = settings.chat_model.partition(":")
    if not (provider and colon and model):
        raise BadSettings("Setting 'chat_model' reads provider:model, for example ollama:qwen3. Mend it.")
    return ChatModel(
        settings.chat_model,
        address=settings.chat_address,
        deadline=settings.chat_deadline,
        output_tokens=settings.chat_output_tokens,
    )


class ChatModel:
    """A chat model by its name ``provider:model``.

    ``address`` is its server's base address ("": the provider's own), ``deadline`` the seconds for a whole
    answer, loading included, and ``output_tokens`` the longest answer. May be used by several threads.
    """

    def __init__(self, name: str, *, address: str = "", deadline: float, output_tokens: int) -> None:
        self.name = name
        self.address = address
        self.deadline = deadline
        self.output_tokens = output_tokens
        self._model: Any = None
        self._loading = threading.Lock()
        self._free = threading.BoundedSemaphore(MOST_AT_ONCE)

    def stream(
        self, messages: Sequence[Message], cancelled: threading.Event | None = None
    ) -> Generator[str, None, None]:
        """Yield the answer's text piece by piece, as it comes.

        Raises:
            ModelUnavailable: no connection, an error of the server, the deadline passed, more text than
                allowed, or ``cancelled`` was set. The message quotes nothing that was sent or received.
        """
        ends = time.monotonic() + self.deadline
        if not self._free.acquire(blocking=False):
            raise ModelUnavailable("The chat model is busy with other answers; ask again in a moment.")
        pieces: queue.SimpleQueue[_Piece] = queue.SimpleQueue()
        given_up = threading.Event()
        threading.Thread(
            target=self._read, args=(messages, pieces, given_up), name="chat model", daemon=True
        ).start()
        try:
            while (piece := self._next(pieces, ends, cancelled)) is not None:
                yield piece
        finally:
            given_up.set()

    def choose(self, messages: Sequence[Message], tools: Mapping[str, str], within: float) -> str | None:
        """The name of the tool that the model calls, out of ``tools`` (name to description).

        None when it calls none or one that is not there. ``within`` are the seconds it may take.

        Raises:
            ModelUnavailable: as ``stream`` does.
        """
        offered = [
            {
                "type": "function",
                "function": {"name": name, "description": text, "parameters": _NOTHING},
            }
            for name, text in tools.items()
        ]
        ends = time.monotonic() + min(within, self.deadline)
        chosen: queue.SimpleQueue[_Piece] = queue.SimpleQueue()
        if not self._free.acquire(blocking=False):
            raise ModelUnavailable("The chat model is busy with other answers; ask again in a moment.")
        threading.Thread(
            target=self._choose, args=(messages, offered, chosen), name="chat model", daemon=True
        ).start()
        name = self._next(chosen, ends, None)
        return name if name in tools else None

    def _choose(
        self,
        messages: Sequence[Message],
        offered: list[dict[str, Any]],
        chosen: queue.SimpleQueue[_Piece],
    ) -> None:
        try:
            model = self._opened().bind_tools(offered)
            calls = model.invoke([(m.role, m.text) for m in messages]).tool_calls
            chosen.put(str(calls[0]["name"]) if calls else None)
        except ModelUnavailable as error:
            chosen.put(error)
        except Exception as error:  # noqa: BLE001  each provider has exceptions of its own, with no common base
            log.warning("chat model %s: %s", self.name, type(error).__name__)
            chosen.put(self._unavailable(error))
        finally:
            self._free.release()

    def _next(
        self, pieces: queue.SimpleQueue[_Piece], ends: float, cancelled: threading.Event | None
    ) -> str | None:
        while True:
            left = ends - time.monotonic()
            if cancelled is not None and cancelled.is_set():
                raise ModelUnavailable("The chat model was stopped before it had finished.")
            if left <= 0:
                raise self._too_slow()
            try:
                piece = pieces.get(timeout=min(left, LOOK_UP))
            except queue.Empty:
                continue
            if isinstance(piece, ModelUnavailable):
                raise piece
            return piece

    def _read(
        self, messages: Sequence[Message], pieces: queue.SimpleQueue[_Piece], given_up: threading.Event
    ) -> None:
        allowed = self.output_tokens * CHARACTERS_PER_TOKEN
        try:
            with closing(self._opened().stream([(m.role, m.text) for m in messages])) as stream:
                for chunk in stream:
                    if given_up.is_set():
                        return
                    text = str(chunk.text)
                    allowed -= len(text)
                    if allowed < 0:
                        raise ModelUnavailable("The chat model wrote on and on and was cut off.")
                    if text:
                        pieces.put(text)
            pieces.put(None)
        except ModelUnavailable as error:
            pieces.put(error)
        except Exception as error:  # noqa: BLE001  each provider has exceptions of its own, with no common base
            log.warning("chat model %s: %s", self.name, type(error).__name__)
            pieces.put(self._unavailable(error))
        finally:
            self._free.release()

    def _opened(self) -> Any:
        with self._loading:
            if self._model is None:
                try:
                    from langchain.chat_models import init_chat_model

                    self._model = init_chat_model(self.name, **self._options())
                except Exception as error:  # a provider checks its options and keys in its own ways
                    raise ModelUnavailable(
                        f"The chat model {self.name} cannot be opened ({type(error).__name__}); check "
                        "'chat_model' in the settings, its provider's package and its key."
                    ) from error
            return self._model

    def _options(self) -> dict[str, Any]:
        """What ``init_chat_model`` passes on, in the words of the provider."""
        provider = self.name.partition(":")[0]
        options: dict[str, Any] = {"temperature": 0}
        if self.address:
            options["base_url"] = self.address
        if provider == "ollama":
            return options | {
                "num_predict": self.output_tokens,
                "client_kwargs": {"timeout": self.deadline},
            }
        options |= {"max_tokens": self.output_tokens, "timeout": self.deadline, "max_retries": 0}
        if provider == "openai" and self.address:
            options["use_responses_api"] = False
            if not os.environ.get("OPENAI_API_KEY"):
                options["api_key"] = NO_KEY
        return options

    def _too_slow(self) -> ModelUnavailable:
        return ModelUnavailable(f"The chat model had not finished after {self.deadline:g} seconds.")

    def _unavailable(self, error: Exception) -> ModelUnavailable:
        """What a provider's exception comes to, told by what lies under it; its own words are not used."""
        chain = list(_chain(error))
        status = next((s for e in chain if isinstance(s := getattr(e, "status_code", None), int)), None)
        if status in (401, 403):
            return ModelUnavailable(
                f"The chat model's server refused the key (HTTP {status}); check the provider's key."
            )
        if status == 404:
            return ModelUnavailable(
                "The chat model's server does not know the model or the address (HTTP 404); check "
                "'chat_model' and 'chat_address' in the settings."
            )
        if status is not None and status >= 400:
            return ModelUnavailable(f"The chat model's server answered with an error (HTTP {status}).")
        if any(isinstance(e, TimeoutError) for e in chain):
            return self._too_slow()
        if any(isinstance(e, OSError) for e in chain):
            return ModelUnavailable(
                "The connection to the chat model failed; check that its server runs and that "
                "'chat_address' in the settings names it."
            )
        return ModelUnavailable("The chat model's server broke off or sent what cannot be read.")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and what it was raised from."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
