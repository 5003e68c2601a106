#!/bin/sh
# What some tests need beside Python: Debian's Chromium, Java 17 or newer for ODK Validate, and Node with survey-core.
# Install them where that is possible, and say so where it is not.
set -u
SURVEY_CORE=3.1.1
HERE=$(dirname "$0")

has_java() {
    version=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge 17 ]
}
has_survey_core() {
    grep -q "\"version\": \"$SURVEY_CORE\"" "$HERE/.node/node_modules/survey-core/package.json" 2>/dev/null
}
has() {
    case $1 in
        chromium) command -v chromium >/dev/null 2>&1 ;;
        java) has_java ;;
        node) command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ;;
    esac
}
install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return
    echo "Installing $1 for the tests."
    shift
    if [ -z "${UPDATED:-}" ]; then
        apt-get update -qq
        UPDATED=yes
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

has chromium || install Chromium chromium
has chromium || echo "Chromium is not here and could not be installed: browser tests are skipped. On Debian: sudo apt-get install chromium."
has java || install Java default-jre-headless
has java || echo "Java 17 is not here and could not be installed: tests with ODK Validate are skipped. On Debian: sudo apt-get install default-jre-headless."
has node || install Node --no-install-recommends nodejs npm
if has node && ! has_survey_core; then
    echo "Installing survey-core for the tests."
    npm install --silent --no-save --no-package-lock --prefix "$HERE/.node" "survey-core@$SURVEY_CORE" >/dev/null
fi
has_survey_core && has node || echo "survey-core for Node is not here and could not be installed: tests of SurveyJS models are skipped. On Debian: sudo apt-get install nodejs npm, then run 'make test' again."
exit 0
