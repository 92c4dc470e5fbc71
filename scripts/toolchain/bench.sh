# The benchmark's peers: two Debian packages, and Pyodide from npm into .toolchain/pyodide. Nothing else of the house needs them.

BENCH_PACKAGES=(libasio-dev libuv1-dev)
PYODIDE=pyodide@314.0.7

bench_packages_title() { echo "Asio and libuv, the benchmark's peers"; }
bench_packages_ready() { stamped bench-packages-1 && [ -e /usr/include/asio.hpp ] && [ -e /usr/include/uv.h ]; }
bench_packages_make() {
  install_packages "${BENCH_PACKAGES[@]}"
  stamp bench-packages-1
}

pyodide_title() { echo "Pyodide, the benchmark's peer in WebAssembly"; }
pyodide_ready() { stamped pyodide-1 && [ -e "$PREFIX/pyodide/node_modules/pyodide/package.json" ]; }
pyodide_make() {
  mkdir -p "$PREFIX/pyodide"
  npm install --prefix "$PREFIX/pyodide" --no-save --no-package-lock --no-audit --no-fund "$PYODIDE" ||
    give_up "npm could not fetch $PYODIDE: is there a network and a registry?" "npm's own words are in .toolchain/log/pyodide.txt"
  stamp pyodide-1
}

SPEEDSCOPE=speedscope@1.25.0

speedscope_title() { echo "speedscope, the picture's peer"; }
speedscope_ready() { stamped speedscope-1 && [ -e "$PREFIX/speedscope/node_modules/speedscope/package.json" ]; }
speedscope_make() {
  mkdir -p "$PREFIX/speedscope"
  npm install --prefix "$PREFIX/speedscope" --no-save --no-package-lock --no-audit --no-fund --ignore-scripts "$SPEEDSCOPE" ||
    give_up "npm could not fetch $SPEEDSCOPE: is there a network and a registry?" "npm's own words are in .toolchain/log/speedscope.txt"
  stamp speedscope-1
}
