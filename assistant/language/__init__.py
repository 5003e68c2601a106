"""The embedder and the chat model: the only place that imports a model provider."""

from assistant.language.embedder import Embedder, Vectors

__all__ = ["Embedder", "Vectors"]
