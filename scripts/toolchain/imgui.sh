# Dear ImGui's sources: Debian 13's source package, unpacked into .toolchain/imgui. cmake/imgui.cmake builds them.

IMGUI_VERSION=1.90.1
imgui_title() { echo "Dear ImGui $IMGUI_VERSION sources"; }
imgui_ready() { stamped imgui-$IMGUI_VERSION-1 && [ -e "$PREFIX/imgui/imgui.cpp" ]; }
imgui_make() {
  local tmp=$PREFIX/imgui.new version
  rm -rf "$tmp" "$PREFIX/imgui"
  trixie_source "$tmp/archives" imgui
  mkdir "$tmp/imgui"
  tar -C "$tmp/imgui" --strip-components=1 -xf "$tmp"/archives/imgui_*.orig.tar.*
  version=$(sed -n 's/^#define IMGUI_VERSION *"\(.*\)"/\1/p' "$tmp/imgui/imgui.h")
  case $version in
    1.90.*) ;;
    *) give_up "Debian 13 now has Dear ImGui $version; Simul is made for $IMGUI_VERSION." ;;
  esac
  mv "$tmp/imgui" "$PREFIX/imgui"
  rm -rf "$tmp"
  stamp imgui-$IMGUI_VERSION-1
}
