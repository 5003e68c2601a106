"""Settings: defaults, then settings.toml in the data folder, then variables; no key passes unknown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.errors import BadSettings
from assistant.settings import PROJECT, Settings, load_settings


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("DEBRIEF_"):
            monkeypatch.delenv(name)


def write(folder: Path, text: str) -> None:
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def test_without_any_setting_it_works_without_a_model_and_for_this_machine_alone(tmp_path: Path) -> None:
    settings = load_settings(data=tmp_path)
    assert settings.data == tmp_path
    assert settings.chat_model == ""
    assert settings.host == "127.0.0.1"
    assert settings.knowledge == PROJECT / "knowledge"
    assert load_settings().data == Settings().data


def test_the_file_in_the_data_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, 'port = 8000\nchat_model = "ollama:llama"\n')
    settings = load_settings(data=tmp_path)
    assert (settings.port, settings.chat_model) == (8000, "ollama:llama")


def test_a_variable_wins_over_the_file_and_what_is_given_over_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "port = 8000\nchat_deadline = 5\n")
    monkeypatch.setenv("DEBRIEF_PORT", "8001")
    assert load_settings(data=tmp_path).port == 8001
    assert load_settings(data=tmp_path).chat_deadline == 5
    assert load_settings(data=tmp_path, port=8002).port == 8002


def test_the_data_folder_may_come_from_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "port = 8000\n")
    monkeypatch.setenv("DEBRIEF_DATA", str(tmp_path))
    assert load_settings().port == 8000
    assert load_settings().data == tmp_path


def test_an_unknown_key_in_the_file_is_refused_and_the_known_are_named(tmp_path: Path) -> None:
    write(tmp_path, 'chat_modell = "ollama:llama"\n')
    with pytest.raises(BadSettings, match="'chat_modell'") as refused:
        load_settings(data=tmp_path)
    assert "chat_model," in str(refused.value)
    assert "ollama:llama" not in str(refused.value)


def test_an_unknown_variable_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBRIEF_CHATMODEL", "ollama:llama")
    with pytest.raises(BadSettings, match="chatmodel"):
        load_settings(data=tmp_path)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("port = 0", "port"),
        ("port = 70000", "port"),
        ('port = "http"', "port"),
        ("chat_deadline = 0", "chat_deadline"),
        ("chat_output_tokens = 1", "chat_output_tokens"),
        ("largest_file = 0", "largest_file"),
        ("host = 7", "host"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_key(tmp_path: Path, text: str, key: str) -> None:
    write(tmp_path, text)
    with pytest.raises(BadSettings, match=f"'{key}'"):
        load_settings(data=tmp_path)


@pytest.mark.parametrize("content", [b"port = ", b"= 7", b"\xff\xfe", b"[port"])
def test_a_file_that_is_no_toml_is_refused_by_its_path(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    with pytest.raises(BadSettings, match=r"settings\.toml"):
        load_settings(data=tmp_path)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().port = 8000  # type: ignore[misc]


def test_every_setting_is_told_of_in_the_readme() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    told = [name for name in Settings.model_fields if f"`{name}`" in readme]
    assert {"data", "embedder", "chat_model", "chat_address", "host", "port"} <= set(told)
