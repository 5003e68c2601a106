"""Everyday words and what the documents call the same thing: helps search by words, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.knowledge.notes import read_yaml
from assistant.knowledge.words import stems


@dataclass(frozen=True)
class LayWords:
    """Stem sequences of lay phrases with the documents' words for them."""

    phrases: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()

    def meant_by(self, text: str) -> str:
        """The documents' words for the lay phrases in a text; "" when it has none."""
        asked = stems(text)
        meant: dict[str, None] = {}
        for phrase, means in self.phrases:
            size = len(phrase)
            if any(tuple(asked[at : at + size]) == phrase for at in range(len(asked) - size + 1)):
                meant.update(dict.fromkeys(means))
        return " . ".join(meant)


def read_lay_words(path: Path) -> LayWords:
    """Read ``lay_words.yaml``; phrases that are nothing but stop words are left out."""
    if not path.exists():
        return LayWords()
    phrases = [
        (tuple(stems(lay)), tuple(entry["means"])) for entry in read_yaml(path, list) for lay in entry["lay"]
    ]
    return LayWords(tuple((phrase, means) for phrase, means in phrases if phrase))
