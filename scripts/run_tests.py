#!/usr/bin/env python3
"""run_tests.py BUILD_FOLDER: run every GoogleTest binary that ctest knows there, two at a time, and count the tests.

What a binary prints is shown only when it fails. A binary that crashes, hangs or has no test at all is a failure.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIMIT_S = 600


def listed(build):
    shown = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1"], capture_output=True, check=True)
    return [(test["name"], test.get("command")) for test in json.loads(shown.stdout)["tests"]]


def run(test):
    """(name, passed, failed, skipped, seconds, what to show)"""
    name, command = test
    if not command:
        return name, 0, 1, 0, 0.0, "its binary is not built"
    env = {"UBSAN_OPTIONS": "print_stacktrace=1", "ASAN_OPTIONS": "detect_stack_use_after_return=1",
           "ASAN_SYMBOLIZER_PATH": "/usr/bin/llvm-symbolizer-19", **os.environ}
    began = time.monotonic()
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env=env, cwd=ROOT, timeout=LIMIT_S)
        said, code = done.stdout.decode("utf-8", "replace"), done.returncode
    except subprocess.TimeoutExpired as late:
        said, code = (late.stdout or b"").decode("utf-8", "replace") + f"\nno end after {LIMIT_S} s", None
    took = time.monotonic() - began

    def count(mark):
        return len(re.findall(rf"^\[ *{mark} *\] \S.*\(\d+ ms\)$", said, re.M))
    passed, failed, skipped = count("OK"), count("FAILED"), count("SKIPPED")
    if code != 0 and failed == 0:
        failed = 1    # it crashed, or a leak was found at its end
    if code == 0 and passed == 0:
        failed, said = 1, said + "\nno test ran"
    return name, passed, failed, skipped, took, said if failed else ""


def main(build):
    tests = listed(build)
    totals = [0, 0, 0]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, passed, failed, skipped, took, show in pool.map(run, tests):
            totals = [a + b for a, b in zip(totals, (passed, failed, skipped))]
            print(f"{'FAILED' if failed else 'ok':<7}{name:<12}{passed:>5} passed, {failed} failed"
                  + (f", {skipped} skipped" if skipped else "") + f"   {took:.1f} s", flush=True)
            if show:
                lines = show.splitlines()
                kept = [line for line in lines if not re.match(r"\[ *(OK|RUN|-+) *\]", line)]
                print("\n".join("    " + line for line in kept[-200:]), flush=True)
    if not tests:
        print("There is no test in", build)
    print(f"{totals[0]} passed, {totals[1]} failed" + (f", {totals[2]} skipped" if totals[2] else ""))
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
