"""Opens the page: ``python app.py``. The command ``debrief serve`` does the same with options."""

import sys

from assistant.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
