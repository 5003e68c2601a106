"""Settings: defaults, then ``settings.toml`` in the data folder, then ``DEBRIEF_…`` variables.

An unknown key is an error, so that a typing mistake does not pass for a setting.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import BadSettings

PREFIX = "DEBRIEF_"
PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseModel):
    """What can be set. Times are seconds, sizes bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: Path = Field(default_factory=lambda: user_data_path("debrief", appauthor=False))
    """Folder for the database, the index and added documents."""
    knowledge: Path = PROJECT / "knowledge"
    prompts: Path = PROJECT / "prompts"
    templates: Path = PROJECT / "debrief_templates"
    """Questionnaire templates: agencies, sections, kinds of subjects."""
    embedder: str = ""
    """Folder or hub name of a sentence-transformers model; empty: the installed model."""
    nli_model: str = ""
    """Folder or hub name of a sentence-transformers CrossEncoder for natural language inference, which orders
    the points of a check; empty: none."""
    chat_model: str = ""
    """``provider:model`` as LangChain's ``init_chat_model`` names it; empty: no model."""
    chat_address: str = ""
    """Base address of an OpenAI-compatible server or of Ollama."""
    chat_deadline: float = Field(default=40.0, gt=0, le=600)
    chat_output_tokens: int = Field(default=700, ge=50, le=4000)
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)
    largest_file: int = Field(default=50_000_000, ge=1)


def load_settings(**given: Any) -> Settings:
    """Read the settings; ``given`` wins over variables, variables over the file.

    Raises:
        BadSettings: a key is unknown or a value does not fit; the message names key and source.
    """
    values: dict[str, Any] = {}
    from_variables = _variables()
    data = Path(given.get("data") or from_variables.get("data") or Settings().data)
    values.update(_file(data / "settings.toml"))
    values.update(from_variables)
    values.update(given)
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise BadSettings(
            f"Setting '{key}': {first['msg']}. Known settings: {', '.join(Settings.model_fields)}."
        ) from None


def _variables() -> dict[str, Any]:
    return {
        name.removeprefix(PREFIX).lower(): value
        for name, value in os.environ.items()
        if name.startswith(PREFIX)
    }


def _file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{path}: not valid TOML ({error}). Mend or remove the file.") from None
