"""How long the page takes to answer its first request after ``debrief serve`` is started.

.venv/bin/python benchmarks/page_start.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

PORT = 7895
LONGEST = 120.0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        command = [sys.executable, "-m", "assistant", "--data", folder, "serve", "--port", str(PORT)]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while time.perf_counter() - start < LONGEST:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=5).read()
                    break
                except (urllib.error.URLError, ConnectionError, TimeoutError):
                    time.sleep(0.1)
            print(f"The page answers {time.perf_counter() - start:.1f} s after its start.")  # noqa: T201
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
