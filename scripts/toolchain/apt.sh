# A private apt for Debian 13 (trixie): its own lists, status and cache under .toolchain/apt, no root, nothing of the system changed.
# It uses the mirror and the archive key that this machine's own apt uses, so it works wherever apt works.
# The folder lives for one run of setup.

stamped() { [ -e "$PREFIX/stamps/$1" ]; }
stamp() { mkdir -p "$PREFIX/stamps"; : > "$PREFIX/stamps/$1"; }

# Prints "MIRROR|KEYFILE" of the first Debian archive among the machine's sources (never the security archive: it has no trixie main).
debian_mirror() {
  local line mirror key
  line=$(apt-get indextargets --format '$(SITE)|$(SIGNED_BY)' 'Created-By: Packages' 2> /dev/null |
    grep -E '^[a-z+]+://[^|]*/debian/?\|' | head -n 1 || true)
  mirror=${line%%|*} key=${line#*|}
  [ -n "$mirror" ] || mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2> /dev/null |
    grep -oE 'https?://[^ ]*/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
  if [ -z "$key" ] || [ ! -r "$key" ]; then key=/usr/share/keyrings/debian-archive-keyring.gpg; fi
  printf '%s|%s\n' "$mirror" "$key"
}

trixie_begin() {
  local apt=$PREFIX/apt mirror key arch found
  export APT_CONFIG=$apt/apt.conf
  [ ! -e "$apt/lists-are-here" ] || return 0
  unset APT_CONFIG
  command -v apt-get > /dev/null && command -v dpkg-deb > /dev/null ||
    give_up "This needs Debian's apt-get and dpkg-deb, to fetch packages of Debian 13 into .toolchain/." \
      "On another system, put Emscripten 3.1.60 or newer on PATH and run this on Debian 12 or 13 for the rest."
  found=$(debian_mirror)
  mirror=${found%%|*} key=${found#*|}
  [ -n "$mirror" ] || give_up "No Debian mirror is named in this machine's apt sources (/etc/apt/sources.list*)." \
    "Add one, for example: deb <your mirror>/debian bookworm main"
  [ -r "$key" ] || give_up "The Debian archive key is not here: run apt-get install debian-archive-keyring"
  arch=$(dpkg --print-architecture)
  rm -rf "$apt"
  mkdir -p "$apt"/{state/lists/partial,cache/archives/partial,etc/none.d}
  : > "$apt/status"
  printf 'deb [arch=%s signed-by=%s] %s trixie main\ndeb-src [signed-by=%s] %s trixie main\n' \
    "$arch" "$key" "$mirror" "$key" "$mirror" > "$apt/etc/sources.list"
  cat > "$apt/apt.conf" << CONF
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Etc::sourcelist "$apt/etc/sources.list";
Dir::Etc::sourceparts "$apt/etc/none.d";
Dir::Etc::preferences "$apt/etc/none";
Dir::Etc::preferencesparts "$apt/etc/none.d";
Dir::Etc::trustedparts "/etc/apt/trusted.gpg.d";
Acquire::Languages "none";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
Acquire::IndexTargets::deb-src::Contents-dsc::DefaultEnabled "false";
Acquire::Retries "3";
APT::Sandbox::User "$(id -un)";
APT::Update::Post-Invoke "";
APT::Update::Post-Invoke-Success "";
CONF
  export APT_CONFIG=$apt/apt.conf
  apt-get update -qq -o APT::Update::Error-Mode=any ||
    { unset APT_CONFIG; give_up "Debian's package lists cannot be fetched: is there a network? (.toolchain/log has apt's own words)"; }
  : > "$apt/lists-are-here"
}

# trixie_debs FOLDER PACKAGE...: the packages' .deb files into FOLDER.
trixie_debs() {
  local into=$1
  shift
  mkdir -p "$into"
  trixie_begin
  (cd "$into" && apt-get download -qq "$@")
  unset APT_CONFIG
}

# trixie_source FOLDER PACKAGE: the package's source archives (not unpacked) into FOLDER.
trixie_source() {
  mkdir -p "$1"
  trixie_begin
  (cd "$1" && apt-get source -qq --download-only "$2")
  unset APT_CONFIG
}

# unpack_debs FOLDER_OF_DEBS ROOT [tar option...]
unpack_debs() {
  local debs=$1 into=$2 deb
  shift 2
  mkdir -p "$into"
  for deb in "$debs"/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -C "$into" -x --no-same-owner --no-same-permissions "$@"
  done
}
