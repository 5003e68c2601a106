"""Checks that run in the background, so that neither a reload nor another tab ends them."""

from __future__ import annotations

import logging
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.bona_fides import Checked
from assistant.errors import DebriefError

log = logging.getLogger(__name__)

KEPT_AT_ONCE = 6
"""Results that stay at hand; an older one is made anew when it is looked at."""

FAILED = "The check broke off. Try again; if it breaks off again, leave one session out at a time."

Work = Callable[[Callable[[float, str], None]], Checked]


@dataclass
class Run:
    """One check as far as it is: ``part`` from 0 to 1, then ``checked`` or ``wrong``."""

    part: float = 0.0
    says: str = "Reading the sessions"
    checked: Checked | None = None
    wrong: str = ""

    @property
    def done(self) -> bool:
        return self.checked is not None or bool(self.wrong)


class Runs:
    """The runs by what they check. Any thread may call."""

    def __init__(self) -> None:
        self._runs: OrderedDict[str, Run] = OrderedDict()
        self._changing = threading.Lock()

    def find(self, key: str) -> Run | None:
        with self._changing:
            if key in self._runs:
                self._runs.move_to_end(key)
            return self._runs.get(key)

    def begin(self, key: str, work: Work) -> Run:
        """The run with this key: the one there is, unless it went wrong, or a new one."""
        with self._changing:
            run = self._runs.get(key)
            if run is None or run.wrong:
                run = self._runs[key] = Run()
                threading.Thread(target=self._work, args=(run, work), name="check", daemon=True).start()
                self._drop_old()
            return run

    def _work(self, run: Run, work: Work) -> None:
        def progress(part: float, says: str) -> None:
            run.part, run.says = part, says

        try:
            run.checked = work(progress)
        except DebriefError as error:
            run.wrong = str(error)
        except Exception as error:  # noqa: BLE001  the page would wait for ever for a thread that has ended
            # Neither the error's words nor its values: they may be the subject's.
            at = traceback.extract_tb(error.__traceback__)[-1]
            log.error(
                "A check broke off: %s at %s:%s", type(error).__name__, Path(at.filename).name, at.lineno
            )
            run.wrong = FAILED

    def _drop_old(self) -> None:
        done = [key for key, run in self._runs.items() if run.done]
        for key in done[: max(0, len(self._runs) - KEPT_AT_ONCE)]:
            del self._runs[key]
