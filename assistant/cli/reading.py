"""Input that commands share: the assistant from the options, files, lines, days."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from assistant.errors import BadSettings

if TYPE_CHECKING:
    from datetime import date

    from assistant.settings import Settings
    from assistant.wiring import Assistant


def read_settings(options: argparse.Namespace, **given: Any) -> Settings:
    """The settings; what was given on the command line wins."""
    from assistant.settings import load_settings

    if options.data:
        given["data"] = Path(options.data)
    return load_settings(**{key: value for key, value in given.items() if value is not None})


def open_assistant(options: argparse.Namespace, **given: Any) -> Assistant:
    """The assistant by settings; what was given on the command line wins."""
    from assistant.wiring import Assistant

    return Assistant(read_settings(options, **given))


def lines(name: str) -> Iterator[tuple[str, str]]:
    """The lines of a file (``-`` is the input) that are not empty, each with its place for a message.

    Raises:
        BadSettings: the file cannot be read or is not UTF-8.
    """
    source: BinaryIO
    try:
        source = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: SIM115
    except OSError as error:
        raise BadSettings(f"{name}: cannot be read ({error.strerror}). Give a file of lines.") from None
    with source:
        for number, line in enumerate(source, start=1):
            where = f"{name}, line {number}"
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise BadSettings(f"{where}: not UTF-8 text. Save the file as UTF-8.") from None
            if text.strip():
                yield where, text


def contents(name: str) -> bytes:
    """A file's bytes. Raises BadSettings when it cannot be read."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadSettings(f"{name}: cannot be read ({error.strerror}). Check the name.") from None


def day(text: str | None) -> date | None:
    """A day as typed; None for none."""
    from assistant.policy import parse_day

    return parse_day(text) if text else None


def say(line: str) -> None:
    """A line of the command's output."""
    sys.stdout.write(f"{line}\n")
