"""What is found does not hang on the order in which a process happens to hold its words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SESSIONS = Path(__file__).resolve().parents[2] / "debrief_templates" / "examples" / "sessions"

FINDINGS = """
import sys
from pathlib import Path
from assistant.bona_fides import check
from assistant.transcripts import read_transcript
files = sorted(Path(sys.argv[1]).glob("*.txt"))
checked = check([read_transcript(each.read_bytes(), each.name) for each in files])
print(*[(f.id, f.tier, f.why, f.question) for f in checked.findings], sep="\\n")
"""


def test_findings_are_the_same_in_every_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", FINDINGS, str(SESSIONS)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
    assert said.pop().count("clarify") >= 3
