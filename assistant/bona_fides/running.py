"""Checks that run in the background, so that neither a reload nor another tab ends them."""

from __future__ import annotations

import logging
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from assistant.bona_fides.case_file import read_case_file
from assistant.bona_fides.checking import Checked, Contradiction, check
from assistant.bona_fides.kept import KeptCheck
from assistant.bona_fides.proposing import Propose
from assistant.errors import BadContent, DebriefError

log = logging.getLogger(__name__)

KEPT_AT_ONCE = 6
"""Results that stay at hand; an older one is made anew when it is looked at."""

FAILED = "The check broke off. Try again; if it breaks off again, leave one session out at a time."

STOPPED = "The check was stopped. Nothing is lost: begin it again when you like."

Work = Callable[[Callable[[float, str], None]], Checked]


@dataclass
class Run:
    """One check as far as it is: ``part`` from 0 to 1, then ``checked`` or ``wrong``."""

    part: float = 0.0
    says: str = "Reading the sessions"
    checked: Checked | None = None
    wrong: str = ""
    ended: threading.Event = field(default_factory=threading.Event)
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def done(self) -> bool:
        return self.ended.is_set()

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """Let it end at the next turn that it reads or the next rule."""
        self._stop.set()

    def progress(self, part: float, says: str) -> None:
        """Say how far the work is. Raises Stopped."""
        if self._stop.is_set():
            raise Stopped(STOPPED)
        self.part, self.says = part, says


class Stopped(DebriefError):
    """Somebody has stopped the check."""


class Runs:
    """The runs by what they check. Any thread may call.

    ``propose`` asks a language model, for checks that want one; ``contradiction`` orders the findings.
    """

    def __init__(self, propose: Propose | None = None, contradiction: Contradiction | None = None) -> None:
        self._propose = propose
        self._contradiction = contradiction
        self._runs: OrderedDict[str, Run] = OrderedDict()
        self._changing = threading.Lock()

    def find(self, key: str) -> Run | None:
        with self._changing:
            if key in self._runs:
                self._runs.move_to_end(key)
            return self._runs.get(key)

    def begin(self, key: str, work: Work) -> Run:
        """The run with this key: the one there is, or a new one.

        One that went wrong, was stopped or had to do without the model is begun anew.
        """
        with self._changing:
            run = self._runs.get(key)
            if run is None or run.wrong or run.stopping or (run.checked and run.checked.notice):
                run = self._runs[key] = Run()
                threading.Thread(target=self._work, args=(run, work), name="check", daemon=True).start()
                self._drop_old()
            return run

    def check(self, kept: KeptCheck) -> Run:
        """Check what is kept, or go on with what was begun.

        Raises:
            BadContent: the case file has a mistake, or nobody is marked as the subject.
            UnreadableDocument: a file cannot be read any more.
        """
        facts = read_case_file(kept.case_file)
        sessions = [each.transcript for each in kept.files]
        if not any(role == "subject" for each in sessions for role in each.speakers.values()):
            raise BadContent("Nobody is marked as the subject. Choose him among the speakers.")
        propose = self._propose if kept.with_model else None
        return self.begin(
            kept.key, lambda progress: check(sessions, facts, progress, propose, self._contradiction)
        )

    def _work(self, run: Run, work: Work) -> None:
        try:
            run.checked = work(run.progress)
        except DebriefError as error:
            run.wrong = str(error)
        except Exception as error:  # noqa: BLE001  the page would wait for ever for a thread that has ended
            # Neither the error's words nor its values: they may be the subject's.
            at = traceback.extract_tb(error.__traceback__)[-1]
            log.error(
                "A check broke off: %s at %s:%s", type(error).__name__, Path(at.filename).name, at.lineno
            )
            run.wrong = FAILED
        finally:
            run.ended.set()

    def _drop_old(self) -> None:
        done = [key for key, run in self._runs.items() if run.done]
        for key in done[: max(0, len(self._runs) - KEPT_AT_ONCE)]:
            del self._runs[key]
