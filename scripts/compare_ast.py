#!/usr/bin/env python3
"""Compares the trees of simul-ast with those of CPython 3.13, positions included.

    scripts/compare_ast.py --python python3.13 --impl build/debug/simul-ast DIR|FILE...

Folders are searched for *.py. Files that CPython itself refuses are compared by their SyntaxError. Prints one line
for each file that differs and the counts; ends with 1 if any differs.
"""
import argparse
import os
import subprocess
import sys
import tempfile

WORKER = r"""
import ast, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
for line in sys.stdin:
    path = line.rstrip("\n")
    with open(path, "rb") as f:
        source = f.read()
    try:
        text = ast.dump(ast.parse(source), include_attributes=True)
    except SyntaxError as e:
        fields = [0 if v is None else v for v in (e.lineno, e.offset, e.end_lineno, e.end_offset)]
        text = "|".join(["error", type(e).__name__, e.msg, *map(str, fields)])
    except (RecursionError, MemoryError, ValueError) as e:
        text = "skip " + type(e).__name__
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode() + "\n")
    sys.stdout.flush()
"""


def files_of(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in sorted(os.walk(path)):
                yield from (os.path.join(folder, n) for n in sorted(names) if n.endswith(".py"))
        else:
            yield path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default="python3.13")
    parser.add_argument("--impl", required=True)
    parser.add_argument("--show", type=int, default=100, help="characters shown around the first difference")
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()

    worker = subprocess.Popen([args.python, "-c", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True, encoding="utf-8", bufsize=1)
    same = different = skipped = 0
    for path in files_of(args.paths):
        worker.stdin.write(os.path.abspath(path) + "\n")
        worker.stdin.flush()
        ours = subprocess.run([args.impl, "--attributes", path], stdout=subprocess.PIPE, check=False)
        ours = ours.stdout.decode("utf-8", "backslashreplace").rstrip("\n")
        theirs = worker.stdout.readline().rstrip("\n")
        if theirs.startswith("skip"):
            skipped += 1
        elif ours == theirs:
            same += 1
        else:
            different += 1
            at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
            begin = max(0, at - args.show)
            print(f"{path}\n   ours: {ours[begin:at + args.show]!r}\n   CPython: {theirs[begin:at + args.show]!r}")
    print(f"{same} equal, {different} different, {skipped} skipped (CPython gave up)")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
