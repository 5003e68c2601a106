"""``python -m assistant`` is the command ``debrief``."""

import sys

from assistant.cli import main

sys.exit(main())
