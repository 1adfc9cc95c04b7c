#!/bin/sh
# Makes sure that Chromium and Lighthouse are there for the browser tests, or says how to get them.
here=$(cd "$(dirname "$0")" && pwd)

chromium() {
for place in "$SANGKIEN_CHROMIUM" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$place" ] && [ -x "$place" ] && return 0
done
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
}

# Into .venv, in the versions of package-lock.json, and again only when these change.
lighthouse() {
  target=$here/../../.venv/lighthouse
  cmp -s "$here/lighthouse/package-lock.json" "$target/installed.json" && return 0
  PATH=$here/../../.venv/bin:$PATH
  command -v npm >/dev/null || return 1
  mkdir -p "$target" && cp "$here"/lighthouse/package*.json "$target" || return 1
  (cd "$target" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null) || return 1
  cp "$target/package-lock.json" "$target/installed.json"
}

if ! chromium; then
  echo "Các kiểm thử cần trình duyệt Chromium. Hãy cài Chromium hoặc Chrome, hoặc chỉ ra bằng biến SANGKIEN_CHROMIUM." >&2
  echo "The tests need Chromium. Install Chromium or Chrome, or name it in the variable SANGKIEN_CHROMIUM." >&2
  exit 1
fi
if ! lighthouse; then
  echo "Các kiểm thử cần Lighthouse, cài bằng npm. Hãy kiểm tra mạng, hoặc cài Node.js có npm rồi chạy lại." >&2
  echo "The tests need Lighthouse, which npm installs. Check the network, or install Node.js with npm." >&2
  exit 1
fi
