"""How an interview question is worded: its faults, and a better wording where a rule makes one."""

from assistant.wording.checking import check, forbidden, reword
from assistant.wording.fault import Checked, Fault, FaultKind, as_json
from assistant.wording.rewording import FORBIDDEN

__all__ = ["FORBIDDEN", "Checked", "Fault", "FaultKind", "as_json", "check", "forbidden", "reword"]
