"""What a chat route gets and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from assistant.policy import Answer, Citation

if TYPE_CHECKING:
    from assistant.wiring import Assistant


@dataclass(frozen=True, slots=True)
class Message:
    """What the user typed, with the page's date control and the user's earlier turns, oldest first."""

    text: str
    as_of: date | None = None
    history: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """``text`` is Markdown whose every quoted or typed part is escaped by whoever shows it.

    ``answer`` is there when the reply answers a policy question; ``citations`` are what the page
    shows beside it, best first; ``plan`` is the id of a session plan that was built and kept.
    """

    route: str
    text: str
    citations: tuple[Citation, ...] = ()
    answer: Answer | None = None
    follow_ups: tuple[str, ...] = field(default=())
    plan: str = ""


class Route(Protocol):
    """A capability that chat can hand a message to. A new one is a module and a line in ``ROUTES``."""

    @property
    def name(self) -> str:
        """The capability in a word."""

    @property
    def about(self) -> str:
        """What it does, in a sentence."""

    @property
    def examples(self) -> Sequence[str]:
        """Messages that ask for it; a message is sent where its nearest example points."""

    def reply(self, message: Message, assistant: Assistant) -> Reply | None:
        """The reply, or None when the message is not for this route after all."""
