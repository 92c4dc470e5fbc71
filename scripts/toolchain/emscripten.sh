# Emscripten >= 3.1.60: the one on PATH if it is new enough, else a private copy made from Debian 13's packages.
# The former's folder (with emcc and cmake/Modules) is noted in .toolchain/emscripten.path; cmake/emscripten.cmake looks for both.
# The private copy needs no environment: its own configuration file says where clang, binaryen and node are.

EMSCRIPTEN_OLDEST=3.1.60

version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
emcc_version() { "$1" --version 2> /dev/null | sed -n '1s/.*) \([0-9][0-9.]*\).*/\1/p'; }

emscripten_folder() {  # as cmake/emscripten.cmake finds it; empty when there is none
  if [ -e "$PREFIX/emscripten/usr/share/emscripten/emcc" ]; then
    echo "$PREFIX/emscripten/usr/share/emscripten"
  elif [ -e "$PREFIX/emscripten.path" ]; then
    cat "$PREFIX/emscripten.path"
  fi
}

emscripten_title() {
  local folder
  folder=$(emscripten_folder)
  if [ -r "$folder/emscripten-version.txt" ]; then
    echo "Emscripten $(tr -d '"' < "$folder/emscripten-version.txt")"
  else
    echo "Emscripten (about 235 MB to fetch, 150 MB kept in .toolchain)"
  fi
}

emscripten_ready() {
  stamped emscripten-2 && [ -e "$(emscripten_folder)/emcc" ]
}

emscripten_make() {
  local folder version emcc
  if emcc=$(command -v emcc) && [ -z "${SIMUL_PRIVATE_EMSCRIPTEN:-}" ]; then
    version=$(emcc_version "$emcc")
    if [ -n "$version" ] && version_at_least "$version" $EMSCRIPTEN_OLDEST; then
      folder=$(em-config EMSCRIPTEN_ROOT 2> /dev/null) || folder=$(dirname "$(readlink -f "$emcc")")
      rm -rf "$PREFIX/emscripten"
      printf '%s\n' "$folder" > "$PREFIX/emscripten.path"
      emscripten_self_test "$folder"
      stamp emscripten-2
      return
    fi
    echo "emcc ${version:-of unknown version} on PATH is older than $EMSCRIPTEN_OLDEST: making a private one"
  fi
  emscripten_private
  emscripten_self_test "$PREFIX/emscripten/usr/share/emscripten"
  stamp emscripten-2
}

emscripten_private() {
  local debs=$PREFIX/debs new=$PREFIX/emscripten.new share=./usr/share/emscripten
  local libraries=$share/cache/sysroot/lib/wasm32-emscripten
  [ "$(dpkg --print-architecture)" = amd64 ] || echo "note: only tried on amd64"
  rm -rf "$debs" "$new" "$PREFIX/emscripten" "$PREFIX/emscripten.path"
  trixie_debs "$debs" emscripten binaryen libc6 libstdc++6 libgcc-s1
  # Most of the package is libraries for other ways of linking (shared, threads, link-time optimisation): they stay out.
  unpack_debs "$debs" "$new" \
    --exclude="$share/test" --exclude="$share/docs" --exclude="$share/tests" \
    --exclude=./usr/share/doc --exclude=./usr/share/man --exclude=./usr/share/lintian --exclude='./usr/lib/*/gconv' \
    --exclude="$libraries/pic" --exclude="$libraries/lto-pic" --exclude="$libraries/lto" \
    --exclude="$libraries/*-mt*" --exclude="$libraries/*-ww*" --exclude="$libraries/*wasmfs*" \
    --exclude="$libraries/*webgpu*" --exclude="$libraries/*asan*"
  rm -rf "$debs"
  binaryen_on_its_own_libc "$new"
  ln -sfn /usr/share/nodejs "$new/usr/share/emscripten/node_modules"  # acorn, without which nothing links
  cat > "$new/usr/share/emscripten/.emscripten" << 'CONF'
# Read by emcc, being beside it. Everything is found from this folder's own place, so it can be moved.
import os
import shutil
from tools.utils import __rootpath__
LLVM_ROOT = os.path.dirname(os.path.realpath(shutil.which('clang-19')))
BINARYEN_ROOT = os.path.dirname(os.path.dirname(__rootpath__))
NODE_JS = shutil.which('node')
FROZEN_CACHE = True
COMPILER_WRAPPER = shutil.which('ccache')
CONF
  mv "$new" "$PREFIX/emscripten"
}

# Debian 13's binaryen needs a newer C library than Debian 12 has: start it with the one it came with.
binaryen_on_its_own_libc() {
  local root=$1 tool
  if ! "$root/usr/bin/wasm-opt" --version; then
    mkdir -p "$root/usr/libexec/binaryen"
    for tool in "$root"/usr/bin/wasm*; do
      mv "$tool" "$root/usr/libexec/binaryen/"
      cat > "$tool" << 'WRAPPER'
#!/bin/sh
usr=$(dirname "$(dirname "$(readlink -f "$0")")")
for lib in "$usr"/lib/*-linux-gnu*; do :; done
exec "$lib"/ld-linux-*.so.* --library-path "$lib:$lib/binaryen" "$usr/libexec/binaryen/${0##*/}" "$@"
WRAPPER
      chmod +x "$tool"
    done
  fi
  "$root/usr/bin/wasm-opt" --version
}

emscripten_self_test() {
  local folder=$1 tmp
  tmp=$(mktemp -d)
  cat > "$tmp/t.cpp" << 'CPP'
#include <coroutine>
#include <cstdio>
struct Once {
  struct promise_type {
    Once get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
Once once() { std::puts("it works"); co_return; }
int main() { once(); }
CPP
  "$folder/em++" -std=c++20 -O2 -fno-exceptions "$tmp/t.cpp" -o "$tmp/t.js" -sENVIRONMENT=node
  [ "$(node "$tmp/t.js")" = "it works" ] || give_up "Emscripten in $folder builds a program that does not run."
  rm -rf "$tmp"
}
