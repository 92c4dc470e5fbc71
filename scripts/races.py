#!/usr/bin/env python3
"""races.py [PROGRAM...]: the endings that threads can have, here and in CPython 3.13.

Each X.py in tests/races has beside it X.endings: every ending that real threads of CPython 3.13 showed, one a line, as JSON lists
of printed lines (["stands still"] for a deadlock). simul-run --explore must reach each of them, and no other.

    --bless         asks CPython: each program is run until --seconds are over, with short switch intervals, other
                    threads that want the GIL and threads that come late, and what it ended with is added to X.endings
    --seconds S     for each program; 20
    --seeds N       how many seeds are explored; 3000
    --simul-run P   default build/release/simul-run
"""
import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "races"

# Runs in CPython: argv is the program and the seconds; prints the endings it saw.
JUDGE = r'''
import json, os, random, sys, threading, time
path, seconds = sys.argv[1], float(sys.argv[2])
code = compile(open(path).read(), path, "exec")
over = False
def noise():
    while not over:
        for _ in range(random.randrange(200)):
            pass
        time.sleep(random.choice((0, 0, 1e-5)))
class Lines:
    def __init__(self): self.text = ""
    def write(self, text): self.text += text
    def flush(self): pass
# A busy system lets a new thread come to its first line late.
begin = threading.Thread.run
def late(self):
    if round % 3:
        time.sleep(random.choice((0, 1e-5, 3e-5, 1e-4, 2e-4)))
    begin(self)
threading.Thread.run = late
seen, stuck = set(), 0
real, end = sys.stdout, time.monotonic() + seconds
round = 0
while time.monotonic() < end and stuck < 40:
    round += 1
    sys.setswitchinterval(10 ** random.uniform(-6, -4))
    noisy = [threading.Thread(target=noise, daemon=True) for _ in range(round % 5)]
    over = False
    for each in noisy: each.start()
    out = sys.stdout = Lines()
    run = threading.Thread(target=exec, args=(code, {"__name__": "__main__", "print": lambda *a: out.write(" ".join(map(str, a)) + "\n")}), daemon=True)
    run.start()
    run.join(1.0)
    sys.stdout = real
    over = True
    if run.is_alive():
        stuck += 1
        seen.add(json.dumps(["stands still"]))
    else:
        seen.add(json.dumps(out.text.splitlines()))
    for each in noisy: each.join()
print(round, file=sys.stderr)
print("\n".join(sorted(seen)))
sys.stdout.flush()
os._exit(0)
'''


def real_endings(program, seconds):
    python = (ROOT / ".toolchain" / "python.path").read_text().strip()
    out = subprocess.run([python, "-c", JUDGE, str(program), str(seconds)], capture_output=True, text=True, timeout=seconds + 60, check=True)
    return {tuple(json.loads(line)) for line in out.stdout.splitlines()}, int(out.stderr.split()[-1])


def stored(program):
    path = program.with_suffix(".endings")
    return {tuple(json.loads(line)) for line in path.read_text().splitlines()} if path.exists() else set()


def modelled(program, arguments):
    """Every ending with how many seeds had it."""
    out = subprocess.run([arguments.simul_run, "--explore", str(arguments.seeds), "--json", str(program)], capture_output=True,
                         text=True, timeout=300)
    if out.returncode != 0:
        raise RuntimeError(out.stderr)
    answer = json.loads(out.stdout)
    endings = {}
    for each in answer["endings"]:
        key = ("stands still",) if each["status"] == "deadlock" else tuple(each["lines"])
        endings[key] = endings.get(key, 0) + each["count"]
    return endings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seeds", type=int, default=3000)
    parser.add_argument("--simul-run", default=str(ROOT / "build" / "release" / "simul-run"))
    arguments = parser.parse_args()
    programs = [path.resolve() for path in arguments.programs] or sorted(FOLDER.glob("*.py"))
    failed = 0
    for program in programs:
        if arguments.bless:
            seen, rounds = real_endings(program, arguments.seconds)
            known = stored(program)
            program.with_suffix(".endings").write_text("".join(json.dumps(list(one)) + "\n" for one in sorted(known | seen)))
            print(f"{program.stem}: {rounds} runs, {len(seen)} endings, {len(seen - known)} of them new")
            continue
        real, here = stored(program), set(modelled(program, arguments))
        if real == here and real:
            continue
        failed += 1
        print(f"{program.stem}:")
        for one in sorted(real - here):
            print(f"  CPython's, not reached: {list(one)}")
        for one in sorted(here - real):
            print(f"  not seen in CPython: {list(one)}")
    if not arguments.bless:
        print(f"{len(programs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
