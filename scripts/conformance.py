#!/usr/bin/env python3
"""conformance.py [PATH...]: run programs through simul-run and compare with what CPython 3.13 did.

    PATH            programs or folders; default tests/conformance. X.expected.json stands beside each X.py.
    --bless         (re)make the expectations: asks CPython 3.13 on a virtual clock (scripts/oracle)
    --ask           compare with CPython's answer now, made anew, and not with X.expected.json (which then need not be there)
    --judge         ask CPython again instead of simul-run: are the expectations still true?
    --simul-run P   the program under test; default build/release/simul-run. A P that ends in .js is WebAssembly and runs under node
    --quiet         failures and the table only

Equal must be: status, exit code, every stdout line and whether the last one is finished, its time and the end's (to a
microsecond), the uncaught exception, who is blocked in a deadlock, which limit was met, and stderr line for line after this:
  - frames of the standard library's own files are one line for each run of a module's, however many (simul-run prints
    "  [frames in asyncio]");
  - line numbers in the standard library's own files are N;
  - addresses are 0xADDR and the program's folder is gone.
A program with streams that states how slow they are (simul.net.latency) is held to everything but the times, and so is one with
processes, of which CPython's are real ones.
"""
import argparse
import collections
import concurrent.futures
import contextlib
import difflib
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from oracle import ask  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM_LIMIT_S = 20  # of processor time: what else the machine does is not the program's fault
WALL_LIMIT_S = 10 * PROGRAM_LIMIT_S
TIME_TOLERANCE_S = 1e-6
FOLDED = re.compile(r"(.*)  \[frames in (\w+)\]$")
LIBRARY_FRAME = re.compile(r'((?:  )*\| )?  File "(?:/usr/lib/python3\.13/(\w+)[/.]|<frozen (\w+))')


def fold(lines):
    """stderr lines with each run of a library module's own frames as one line."""
    out, inside = [], None    # inside: the margin of the frame whose source lines are being skipped
    for line in lines:
        match, folded = LIBRARY_FRAME.match(line), FOLDED.match(line)
        if match or folded:
            margin, name = (match[1] or "", match[2] or match[3]) if match else (folded[1], folded[2])
            short = f"{margin}  [frames in {name}]"
            if not out or out[-1] != short:
                out.append(short)
            inside = margin
        elif inside is not None and line.startswith((inside + "    ", inside + "  [Previous line repeated ")):
            continue
        else:
            inside = None
            out.append(re.sub(r"(/usr/lib/python3\.13/[\w/]+\.py):\d+", r"\1:N", line))
    return out


def plain(answer, program):
    """The parts of an answer that must be equal, as text lines, and the times apart."""
    clean = ask.cleaner(program)
    text = [f"status: {answer.get('status')}"]
    for key in ("exit_code", "exception", "limit"):
        if answer.get(key) is not None:
            text.append(f"{key}: {clean(str(answer[key]))}")
    text += [f"blocked: {who}" for who in answer.get("blocked") or []]
    stdout = answer.get("stdout") or []
    text += ["--- stdout ---"] + [clean(line) for _, line in stdout]
    if answer.get("unterminated"):
        text.append("(and no newline after the last one)")
    text += ["--- stderr ---"] + fold([clean(line) for line in answer.get("stderr") or []])
    times = [(f"line {n}, {line!r}", t) for n, (t, line) in enumerate(stdout, 1)]
    times.append(("the end", answer.get("end_time")))
    return text, times


def has_network_of_its_own(program):
    """Does the scenario state how slow its streams are? CPython's loopback has no say in that: same lines, same order, other times.
    (Requests go through the same models there as here.)"""
    said = program.read_text(encoding="utf-8") if program.exists() else ""
    return (re.search(r"^\s*simul\.net\.(latency|bandwidth)\s*=", said, re.MULTILINE) is not None
            and re.search(r"\b(open_connection|start_server|create_connection|create_server)\b", said) is not None)


def differences(program, expected, got):
    """Lines that say how the two answers differ; empty when they agree."""
    want_text, want_times = plain(expected, program)
    got_text, got_times = plain(got, program)
    if want_text != got_text:
        return list(difflib.unified_diff(want_text, got_text, "CPython", "Simul", lineterm="", n=4))
    out = []
    if has_network_of_its_own(program):
        return out
    for (what, want), (_, t) in zip(want_times, got_times):
        if want is None:    # of real processes, see ask_processes()
            continue
        if not isinstance(t, (int, float)) or abs(want - t) > TIME_TOLERANCE_S:
            out.append(f"at {what}: CPython's clock {want}, Simul's {t}")
    return out


def run_simul(simul_run, program):
    """simul-run's answer, or a dict with a status that nothing expects."""
    try:
        with ask.typed(program) as lines:
            node = ["node"] if simul_run.suffix == ".js" else []
            done = subprocess.Popen([*node, simul_run, "--clock", "virtual", "--cpu-cost", "0", "--json", program.name], cwd=program.parent,
                                    stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            with contextlib.suppress(ProcessLookupError):  # it has ended
                resource.prlimit(done.pid, resource.RLIMIT_CPU, (PROGRAM_LIMIT_S, PROGRAM_LIMIT_S))
            stdout, stderr = done.communicate(timeout=WALL_LIMIT_S)
    except subprocess.TimeoutExpired:
        done.kill()
        done.communicate()
        return {"status": f"no answer within {WALL_LIMIT_S} s"}
    if -done.returncode in (signal.SIGXCPU, signal.SIGKILL):
        return {"status": f"no answer within {PROGRAM_LIMIT_S} s of processor time"}
    try:
        answer = json.loads(stdout)
        if isinstance(answer, dict):
            return answer
    except ValueError:
        pass
    said = stderr.decode("utf-8", "replace").splitlines()[-30:]
    return {"status": f"no JSON; simul-run ended with {done.returncode}", "stderr": said}


def expectation(program):
    return program.with_name(program.stem + ".expected.json")


def stored(program):
    return json.loads(expectation(program).read_text(encoding="utf-8"))


def find(paths):
    programs = []
    for path in paths:
        programs += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [p.resolve() for p in programs]


def bless(programs):
    bad = 0

    def one(program):
        try:
            return program, ask.ask(program)
        except ask.Refused as refused:
            return program, refused
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for program, answer in pool.map(one, programs):
            if isinstance(answer, ask.Refused):
                print(f"REFUSED  {answer}")
                bad += 1
                continue
            expectation(program).write_text(ask.as_text(answer), encoding="utf-8")
            print(f"{answer['status']:<9}{answer['end_time'] or 0:>10.3f} s {len(answer['stdout']):>5} lines  {program.name}")
    return 1 if bad else 0


def compare(programs, expected_of, answer_of, quiet):
    def one(program):
        try:
            return program, differences(program, expected_of(program), answer_of(program))
        except FileNotFoundError:
            return program, ["no expectation: make it with scripts/conformance.py --bless"]
        except ask.Refused as refused:
            return program, [str(refused)]

    table = collections.Counter()
    failed = collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        for program, found in pool.map(one, programs):
            folder = os.path.relpath(program.parent, ROOT)
            table[folder] += 1
            if found:
                failed[folder] += 1
                print(f"DIFFERS  {os.path.relpath(program, ROOT)}")
                for line in found:
                    print("    " + line)
            elif not quiet:
                print(f"agrees   {os.path.relpath(program, ROOT)}")
    print()
    for folder in sorted(table):
        print(f"{folder:<40} {table[folder] - failed[folder]:>4} of {table[folder]:>4} agree with CPython")
    bad = failed.total()
    print(f"{table.total() - bad} passed, {bad} failed")
    return 1 if bad or not programs else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=pathlib.Path, default=[ROOT / "tests" / "conformance"])
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--ask", action="store_true")
    parser.add_argument("--judge", action="store_true")
    parser.add_argument("--simul-run", type=pathlib.Path, default=ROOT / "build" / "release" / "simul-run")
    parser.add_argument("--quiet", action="store_true")
    arguments = parser.parse_args()
    programs = find(arguments.paths)
    if arguments.bless:
        return bless(programs)
    if arguments.judge:
        return compare(programs, stored, ask.ask, arguments.quiet)
    simul_run = arguments.simul_run.resolve()
    if not simul_run.exists():
        print(f"{simul_run} is not built: cmake --preset release && ninja -C build/release simul-run\n0 passed, 1 failed")
        return 1
    return compare(programs, ask.ask if arguments.ask else stored, lambda program: run_simul(simul_run, program), arguments.quiet)


if __name__ == "__main__":
    sys.exit(main())
