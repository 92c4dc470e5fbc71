#!/usr/bin/env python3
"""determinism.py [PATH...]: run each program twice; the traces and the answers must be equal, byte for byte.

PATH: programs or folders; default tests/conformance and examples. --simul-run P as in conformance.py.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(simul_run, program, out, padding):
    """(trace, stdout, exit code) of one run; padding moves the stack, so that an address that leaks into a trace shows."""
    done = subprocess.run([simul_run, "--clock", "virtual", "--json", "--trace", out, program.name], cwd=program.parent,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60, env={**os.environ, "PADDING": "x" * padding})
    trace = out.read_bytes() if out.exists() else b""
    return trace, done.stdout, done.returncode


def difference(simul_run, program):
    """What differs, in words; empty: nothing."""
    with tempfile.TemporaryDirectory() as folder:
        first = run(simul_run, program, pathlib.Path(folder, "first"), 1)
        second = run(simul_run, program, pathlib.Path(folder, "second"), 3001)
    if not first[0]:
        return "no trace was written"
    parts = [name for name, a, b in zip(("trace", "answer", "exit code"), first, second) if a != b]
    return ", ".join(parts) + " differ" if parts else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=pathlib.Path,
                        default=[p for p in (ROOT / "tests" / "conformance", ROOT / "examples") if p.exists()])
    parser.add_argument("--simul-run", type=pathlib.Path, default=ROOT / "build" / "release" / "simul-run")
    arguments = parser.parse_args()
    simul_run = arguments.simul_run.resolve()
    programs = []
    for path in arguments.paths:
        programs += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    programs = [program.resolve() for program in programs]
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for program, what in zip(programs, pool.map(lambda program: difference(simul_run, program), programs)):
            if not what:
                passed += 1
                continue
            failed += 1
            print(f"DIFFERS  {os.path.relpath(program, ROOT)}: {what}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
