"""PDF with text → a draft, page by page. Nothing in the file is run; pictures are not read."""

from __future__ import annotations

import io
import logging

from assistant.errors import UnreadableDocument
from assistant.transcripts.draft import Draft
from assistant.transcripts.plain import parse_plain


def parse_pdf_file(data: bytes) -> Draft:
    """Read a PDF as labelled text or a hearing record; a form feed parts its pages.

    Raises:
        UnreadableDocument: it is damaged, protected, or has no text on any page.
    """
    pages = _pages(data)
    if not any(page.strip() for page in pages):
        raise UnreadableDocument(
            "The PDF has no text, only pictures of pages: "
            "run it through text recognition and bring the result."
        )
    return parse_plain("\n\f".join(pages))


def _pages(data: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    # What is wrong with a file is said once, by the error raised here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _protected()
        return [page.extract_text().replace("\f", "\n").replace("\0", " ") for page in reader.pages]
    except UnreadableDocument:
        raise
    except DependencyError:
        # AES, for which pypdf would want a further package.
        raise _protected() from None
    except Exception as error:
        # On a damaged file pypdf raises whatever its own code runs into.
        raise UnreadableDocument(
            "The PDF is damaged: open it in a PDF reader, save it anew and bring that."
        ) from error


def _protected() -> UnreadableDocument:
    return UnreadableDocument(
        "The PDF is protected by a password or encrypted: save a copy without protection and bring that."
    )
