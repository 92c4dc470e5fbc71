# Debian packages of the system: as root directly, else with sudo, else the exact line to run is printed.

PLAY_PACKAGES=(cmake ninja-build clang-19 lld-19 llvm-19 g++ make googletest libboost-dev
  nodejs npm node-acorn python3 xz-utils ca-certificates ccache glslang-tools)
CHECK_PACKAGES=(libclang-rt-19-dev clang-format-19 chromium fonts-dejavu-core libbenchmark-dev git)
FIREFOX_PACKAGES=(firefox-esr xvfb libegl1) # 84 MB to fetch, 310 MB on disk

missing_packages() {
  local status installed=" " name state
  status=$(dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' "$@" 2> /dev/null || true)
  while read -r name state; do [ "${state:-}" = ii ] && installed+="$name "; done <<< "$status"
  for name in "$@"; do [[ $installed == *" $name "* ]] || printf '%s\n' "$name"; done
}

install_packages() {
  local as_root=() missing
  command -v apt-get > /dev/null || give_up "This needs Debian 12 or 13 (apt-get is not here). It would install: $*"
  # A node, npm or cmake from elsewhere is as good as Debian's.
  mapfile -t missing < <(missing_packages "$@" | while read -r name; do
    case $name in
      nodejs) command -v node > /dev/null || echo "$name" ;;
      npm | cmake | ccache | git) command -v "$name" > /dev/null || echo "$name" ;;
      *) echo "$name" ;;
    esac
  done)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    # sudo asks for a password on the terminal itself, if there is one.
    if command -v sudo > /dev/null && { sudo -n true 2> /dev/null || { : < /dev/tty; } 2> /dev/null; }; then
      as_root=(sudo)
    else
      give_up "These Debian packages are missing. Install them with this line, then run the same command again:" "" \
        "  sudo apt-get update && sudo apt-get install --no-install-recommends -y ${missing[*]}" ""
    fi
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq || true  # old lists may still do
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" ||
    give_up "apt-get could not install: ${missing[*]}" \
      "Its own words are in .toolchain/log. This is made for Debian 12 and 13 with a network." \
      "By hand:  apt-get install --no-install-recommends ${missing[*]}"
}

packages_title() { echo "Debian packages for building"; }
packages_ready() {
  stamped packages-2 && command -v cmake ninja clang-19 wasm-ld-19 node npm python3 > /dev/null
}
packages_make() {
  install_packages "${PLAY_PACKAGES[@]}"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 18 ] || give_up "node $(node --version) is on PATH; 18 or newer is needed (Debian 12's own will do)."
  stamp packages-2
}

check_packages_title() { echo "Debian packages for the checks"; }
check_packages_ready() { stamped check-packages-3 && command -v chromium clang-format-19 git > /dev/null; }
check_packages_make() {
  install_packages "${CHECK_PACKAGES[@]}"
  # A mirror without Firefox keeps nobody from the other checks; ./check says what is missing.
  ( install_packages "${FIREFOX_PACKAGES[@]}" ) || rm -f "$PREFIX/sorry"
  stamp check-packages-3
}
