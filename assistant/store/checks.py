"""Checks of transcripts: the files as they were brought, what is known from elsewhere, what was settled."""

from __future__ import annotations

from assistant.store.contents import Contents
from assistant.store.tables import CheckRow


class Checks(Contents):
    """One owner's checks. Every method may raise ``StoreUnavailable``.

    What is found is not kept: the same content gives the same findings. A check's content is kept as JSON:

    - ``files``: for each ``name``, ``data`` (base64), ``date`` (ISO, or None where the file itself is to say
      it) and ``roles`` (speaker to role, only those that were chosen by hand);
    - ``case_file``: the text as typed;
    - ``settled``: by a finding's id its ``outcome`` and ``note``.
    """

    table = CheckRow
