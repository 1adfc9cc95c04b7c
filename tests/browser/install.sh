#!/bin/sh
# Makes sure that a Chromium is there for the browser tests, or says how to get one.
for place in "$SANGKIEN_CHROMIUM" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
  [ -n "$place" ] && [ -x "$place" ] && exit 0
done
if command -v apt-get >/dev/null; then
  if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null && exit 0
fi
echo "Các kiểm thử cần trình duyệt Chromium. Hãy cài Chromium hoặc Chrome, hoặc chỉ ra bằng biến SANGKIEN_CHROMIUM." >&2
echo "The tests need Chromium. Install Chromium or Chrome, or name it in the variable SANGKIEN_CHROMIUM." >&2
exit 1
