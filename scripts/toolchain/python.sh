# CPython 3.13, the judge of every conformance test: the one on PATH, else a private one made from Debian 13's packages.
# .toolchain/python.path holds the interpreter's path: scripts/oracle reads it.

PYTHON_DEBS=(python3.13-minimal libpython3.13-minimal libpython3.13-stdlib libc6 libgcc-s1 libexpat1 zlib1g libffi8
  libbz2-1.0 liblzma5 libssl3t64 libzstd1 libuuid1 libsqlite3-0 libncursesw6 libtinfo6 libreadline8t64)

python_title() { echo "CPython 3.13"; }
python_ready() { stamped python-2 && [ -x "$(< "$PREFIX/python.path")" ]; }
python_make() {
  local found debs=$PREFIX/debs new=$PREFIX/python.new
  if [ -z "${SIMUL_PRIVATE_PYTHON:-}" ] &&
    found=$(python3.13 -c 'import sys, asyncio; print(sys.executable if sys.version_info[:2] == (3, 13) else "")' 2> /dev/null) &&
    [ -n "$found" ]; then
    printf '%s\n' "$found" > "$PREFIX/python.path"
    stamp python-2
    return
  fi
  rm -rf "$debs" "$new" "$PREFIX/python"
  trixie_debs "$debs" "${PYTHON_DEBS[@]}"
  unpack_debs "$debs" "$new" --exclude=./usr/share --exclude=./etc --exclude='./usr/lib/*/gconv' \
    --exclude='*/test' --exclude='*/idlelib'
  rm -rf "$debs"
  cat > "$new/python3.13" << 'WRAPPER'
#!/bin/sh
# Debian 13's CPython with the C library it was made for.
here=$(dirname "$(readlink -f "$0")")
for lib in "$here"/usr/lib/*-linux-gnu*; do :; done
PYTHONHOME=$here/usr
export PYTHONHOME
exec "$lib"/ld-linux-*.so.* --argv0 "$here/usr/bin/python3.13" --library-path "$lib" "$here/usr/bin/python3.13" "$@"
WRAPPER
  chmod +x "$new/python3.13"
  mv "$new" "$PREFIX/python"
  "$PREFIX/python/python3.13" -c 'import sys, asyncio, hashlib; assert sys.version_info[:2] == (3, 13)'
  # Debian compiles the library when the package is installed. Without that each question would: 0.5 s for asyncio alone.
  "$PREFIX/python/python3.13" -m compileall -q "$PREFIX/python/usr/lib/python3.13"
  printf '%s\n' "$PREFIX/python/python3.13" > "$PREFIX/python.path"
  stamp python-2
}
