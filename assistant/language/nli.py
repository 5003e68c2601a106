"""A model for natural language inference that the settings name: how surely one text contradicts another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.errors import BadSettings
from assistant.settings import Settings

BATCH = 32

CONTRADICTION = "contradiction"
"""What such models call the label, in small or capital letters."""


class Nli:
    """A sentence-transformers CrossEncoder by folder or hub name. Opening one imports torch.

    Raises:
        BadSettings: it cannot be loaded, or is not made for this.
    """

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder

        try:
            self._model = CrossEncoder(name, device="cpu", local_files_only=Path(name).is_dir())
        except Exception as error:  # whatever a damaged or foreign model makes its library raise
            raise BadSettings(
                f"Setting 'nli_model': {name} cannot be loaded ({type(error).__name__}). Name the folder or "
                "the hub name of a model for natural language inference, or leave it empty."
            ) from error
        labels = {str(label).lower(): number for number, label in self._model.config.id2label.items()}
        if CONTRADICTION not in labels:
            raise BadSettings(
                f"Setting 'nli_model': {name} has no label “{CONTRADICTION}”. Name a model for natural "
                "language inference, or leave it empty."
            )
        self._label = int(labels[CONTRADICTION])

    def contradictions(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How probably the second text of each pair contradicts the first, from 0 to 1."""
        if not pairs:
            return []
        rows = self._model.predict(
            [list(pair) for pair in pairs], batch_size=BATCH, apply_softmax=True, show_progress_bar=False
        )
        return [float(row[self._label]) for row in rows]


def open_nli(settings: Settings) -> Nli | None:
    """The model of the settings, loaded; None when they name none. Raises BadSettings."""
    return Nli(settings.nli_model) if settings.nli_model else None
