"""Refuse an archive that would fill the memory, before anything in it is parsed."""

from __future__ import annotations

import io
import zipfile

from assistant.errors import UnreadableDocument

LARGEST = 200_000_000
"""Bytes that the parts of a file may have together, inflated."""
_RATIO = 200
_SMALL = 20_000_000
"""Below this size no ratio matters."""
_CHUNK = 1_000_000


def check_inflated(data: bytes) -> frozenset[str]:
    """Inflate everything once and let it go; return the names of the parts.

    Raises:
        UnreadableDocument: the parts are too large, by what they declare or in fact, or broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check(sum(part.file_size for part in parts), len(data))
            inflated = 0
            for part in parts:
                with archive.open(part) as stream:
                    while chunk := stream.read(_CHUNK):
                        inflated += len(chunk)
                        _check(inflated, len(data))
            return frozenset(part.filename for part in parts)
    except UnreadableDocument:
        raise
    except Exception as error:
        # zipfile raises half a dozen kinds of error on a broken archive.
        raise UnreadableDocument(
            "The Word file is damaged: open it in Word, save it anew and bring that."
        ) from error


def _check(inflated: int, packed: int) -> None:
    if inflated > LARGEST or (inflated > _SMALL and inflated > _RATIO * packed):
        raise UnreadableDocument(
            f"The Word file unpacks to more than {LARGEST // 1_000_000} MB or to many times its "
            "size, as no document does: bring it as PDF or plain text."
        )
