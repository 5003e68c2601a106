#!/bin/sh
# Browser tests drive Debian's Chromium. Install it where that is possible, and say so where it is not.
set -u
if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the browser tests."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
fi
if ! command -v chromium >/dev/null 2>&1; then
    echo "Chromium is not here and could not be installed: browser tests are skipped."
    echo "On Debian: sudo apt-get install chromium. Then run 'make test' again."
fi
