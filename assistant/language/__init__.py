"""The embedder, the chat model and its prompts: the only place that imports a model provider."""

from assistant.language.chat_model import ChatModel, open_chat_model
from assistant.language.embedder import Embedder, Vectors, installed_embedder
from assistant.language.grammar import Sentence, Word, parse
from assistant.language.lines import LineVectors, Row
from assistant.language.nli import Nli, open_nli
from assistant.language.prompts import Block, Message, Prompt, read_prompt

__all__ = [
    "Block",
    "ChatModel",
    "Embedder",
    "LineVectors",
    "Message",
    "Nli",
    "Prompt",
    "Row",
    "Sentence",
    "Vectors",
    "Word",
    "installed_embedder",
    "open_chat_model",
    "open_nli",
    "parse",
    "read_prompt",
]
