#!/usr/bin/env python3
"""check_tree.py: is what git tracks fit to be shared?

No path of a machine, no package registry's host, nothing generated or installed, no binary but pictures of the README and
the browser tests, no file over 1.5 MB, and package-lock.json names no place to fetch from.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAX_BYTES = 1_500_000
GENERATED = re.compile(r"(^|/)(build|dist|node_modules|\.toolchain|__pycache__)/|\.(wasm|o|a|so|pyc|min\.js)$")
PICTURES = re.compile(r"^(docs|tests/browser)/.*\.png$")
# Written so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<!\w)/(?:work|root|home/\w+|Users/\w+)" + r"/[\w.]|\.\./" + r"shared\b")
REGISTRY = re.compile(r"https?://[^/\s\"'$<{]*(?:registry|npmjs|pypi|artifact|nexus|mirror|deb\.debian)[^\s\"']*", re.I)


def problems(name, data):
    if GENERATED.search(name):
        yield "is generated or installed: git should not track it"
    if len(data) > MAX_BYTES:
        yield f"has {len(data):,} bytes; {MAX_BYTES:,} is the most"
    if PICTURES.match(name):
        return
    if b"\0" in data[:8192]:
        # A test may need a NUL in a text, but such a text is written with an escape.
        yield "is binary"
        return
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        for what, form in (("a machine's path", MACHINE_PATH), ("a package registry's address", REGISTRY)):
            match = form.search(line)
            if match:
                yield f"line {number} has {what}: {match[0]}"
        if name == "package-lock.json" and '"resolved"' in line:
            yield f"line {number} names a place to fetch from (npm install with .npmrc as it is leaves that out)"


def main():
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    found = 0
    for name in filter(None, tracked):
        path = ROOT / name
        if path.is_symlink() or not path.exists():
            continue
        for problem in problems(name, path.read_bytes()):
            print(f"{name} {problem}")
            found += 1
    print(f"The tree: {found} problems" if found else "The tree is fit to be shared")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
