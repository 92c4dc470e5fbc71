#!/usr/bin/env python3
"""models_against_cpython.py [--simul-run FILE] [--python PYTHON] [--repeat N]: how near are the models to the real thing?

Run by hand on a quiet machine: real threads and real processes of CPython take real time. Two tables as Markdown:
what starting, switching and handing over cost here, and for small cases what the models say beside what CPython took
(the best of N runs, as whatever else the machine does only ever adds to it). The table in docs/models.md is one run.

A case is a list of tasks, a task a list of parts: ("c", s) computes, ("w", s) waits. The same list becomes an asyncio
program for simul-run --compare, threads, and processes. Computing is measured in the thread's own CPU time, so that a
thread that has lost the GIL does not count.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BURN = '''
import time
def burn(s):
    end = time.thread_time() + s
    while time.thread_time() < end:
        pass
def work(parts):
    for kind, s in parts:
        if kind == "c": burn(s)
        else: time.sleep(s)
'''

THREADS = BURN + '''
import threading
start = time.perf_counter()
crew = [threading.Thread(target=work, args=(parts,)) for parts in CASE]
for one in crew: one.start()
for one in crew: one.join()
print(time.perf_counter() - start)
'''

PROCESSES = BURN + '''
import multiprocessing
if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    start = time.perf_counter()
    crew = [multiprocessing.Process(target=work, args=(parts,)) for parts in CASE]
    for one in crew: one.start()
    for one in crew: one.join()
    print(time.perf_counter() - start)
'''

PLAIN = BURN + '''
start = time.perf_counter()
for parts in CASE: work(parts)
print(time.perf_counter() - start)
'''

ASYNCIO = '''import asyncio, time
CASE = %s
async def work(parts):
    for kind, s in parts:
        if kind == "c":
            time.sleep(s)  # computing
        else:
            await asyncio.sleep(s)
async def main():
    await asyncio.gather(*map(work, CASE))
asyncio.run(main())
'''

LOOP = BURN + '''
import asyncio
async def arun(parts):
    for kind, s in parts:
        if kind == "c": burn(s)
        else: await asyncio.sleep(s)
async def main():
    await asyncio.gather(*map(arun, CASE))
start = time.perf_counter()
asyncio.run(main())
print(time.perf_counter() - start)
'''

CASES = {
    "4 tasks compute 0.5 s": [[("c", 0.5)]] * 4,
    "2 tasks compute 0.5 s": [[("c", 0.5)]] * 2,
    "8 tasks wait 0.5 s": [[("w", 0.5)]] * 8,
    "100 tasks wait 0.5 s": [[("w", 0.5)]] * 100,
    "4 tasks, 5 times: compute 0.05, wait 0.15": [[("c", 0.05), ("w", 0.15)] * 5] * 4,
    "4 tasks, 5 times: compute 0.1, wait 0.1": [[("c", 0.1), ("w", 0.1)] * 5] * 4,
    "one computes 1 s, one wakes 20 times from 0.02 s": [[("c", 1.0)], [("w", 0.02)] * 20],
    "8 tasks, 10 times: compute 0.01, wait 0.04": [[("c", 0.01), ("w", 0.04)] * 10] * 8,
}

# The time a child takes, and the memory, by how it is started.
FIRST_LINE = '''
import multiprocessing, time
def go(at, q): q.put(time.perf_counter() - at)
if __name__ == "__main__":
    multiprocessing.set_start_method("METHOD"); best = 9
    q = multiprocessing.SimpleQueue()
    for _ in range(20):
        p = multiprocessing.Process(target=go, args=(time.perf_counter(), q)); p.start(); best = min(best, q.get()); p.join()
    print(best)
'''
OWN_MEMORY = '''
import multiprocessing, time, asyncio, re
def own(q):
    time.sleep(0.1); text = open("/proc/self/smaps_rollup").read()
    q.put(sum(int(n) for n in re.findall(r"Private_(?:Clean|Dirty): +(\\d+)", text)) * 1024)
if __name__ == "__main__":
    multiprocessing.set_start_method("METHOD"); q = multiprocessing.SimpleQueue()
    all_ = [multiprocessing.Process(target=own, args=(q,)) for _ in range(4)]
    for p in all_: p.start()
    print(sum(q.get() for _ in all_) / 4)
'''

# Each prints seconds or bytes for one of what it names.
COSTS = {
    "a thread is started": '''
import threading, time
def go(): pass
best = 1
for _ in range(200):
    t = threading.Thread(target=go); a = time.perf_counter(); t.start(); best = min(best, time.perf_counter() - a); t.join()
print(best)
''',
    "the GIL goes to another thread": '''
import threading, time, sys
def turn(me, other, n):
    for _ in range(n):
        me.acquire(); other.release()
a, b = threading.Lock(), threading.Lock(); b.acquire()
n = 5000; best = 1
for _ in range(10):
    t = threading.Thread(target=turn, args=(b, a, n)); t.start()
    at = time.perf_counter(); turn(a, b, n); best = min(best, (time.perf_counter() - at) / (2 * n)); t.join()
print(best)
''',
    "a process is started (fork): its parent waits": '''
import multiprocessing, time
def go(): pass
if __name__ == "__main__":
    multiprocessing.set_start_method("fork"); best = 1
    for _ in range(40):
        p = multiprocessing.Process(target=go); a = time.perf_counter(); p.start(); best = min(best, time.perf_counter() - a); p.join()
    print(best)
''',
    "until its first line (fork)": FIRST_LINE.replace("METHOD", "fork"),
    "until its first line (spawn)": FIRST_LINE.replace("METHOD", "spawn"),
    "an item goes to another process": '''
import multiprocessing, time
def echo(a, b):
    while (x := a.get()) is not None: b.put(x)
if __name__ == "__main__":
    multiprocessing.set_start_method("fork"); best = 9
    a, b = multiprocessing.SimpleQueue(), multiprocessing.SimpleQueue()
    p = multiprocessing.Process(target=echo, args=(a, b)); p.start()
    for _ in range(500):
        at = time.perf_counter(); a.put(1); b.get(); best = min(best, (time.perf_counter() - at) / 2)
    a.put(None); p.join(); print(best)
''',
    "MEMORY the interpreter with asyncio": '''
import asyncio
print(int(open("/proc/self/statm").read().split()[1]) * 4096)
''',
    "MEMORY a task": '''
import asyncio
rss = lambda: int(open("/proc/self/statm").read().split()[1]) * 4096
async def main():
    async def one(): await asyncio.sleep(0.5)
    a = rss(); all_ = [asyncio.create_task(one()) for _ in range(20000)]; await asyncio.sleep(0.2); print((rss() - a) / 20000)
    await asyncio.gather(*all_)
asyncio.run(main())
''',
    "MEMORY a thread": '''
import threading, time
rss = lambda: int(open("/proc/self/statm").read().split()[1]) * 4096
a = rss(); all_ = [threading.Thread(target=time.sleep, args=(0.7,)) for _ in range(400)]
for t in all_: t.start()
print((rss() - a) / 400)
''',
    "MEMORY a process of its own (fork)": OWN_MEMORY.replace("METHOD", "fork"),
    "MEMORY a process of its own (spawn)": OWN_MEMORY.replace("METHOD", "spawn"),
}


def run(python, text, folder):
    file = pathlib.Path(folder) / "case.py"
    # A Python that is started through a script of its own is started so by multiprocessing too.
    file.write_text(f"import multiprocessing; multiprocessing.set_executable({str(python)!r})\n" + text)
    out = subprocess.run([python, str(file)], capture_output=True, text=True, timeout=120)
    if out.returncode != 0:
        sys.exit(f"{file}: {out.stderr}")
    return float(out.stdout)


def seconds(words):
    """'1 min 2 s', '3.2 ms' as seconds"""
    units = {"h": 3600, "min": 60, "s": 1, "ms": 1e-3, "µs": 1e-6, "ns": 1e-9}
    return sum(float(n) * units[unit] for n, unit in re.findall(r"([\d.]+) (h|min|ms|µs|ns|s)\b", words))


def modelled(simul, case, cores, folder):
    file = pathlib.Path(folder) / "program.py"
    file.write_text(ASYNCIO % repr(case))
    command = [simul, "--cpu-cost", "0", "--compare", "--cores", str(cores), str(file)]
    err = subprocess.run(command, capture_output=True, text=True, timeout=120).stderr
    ways = ("one after another", "one event loop", "threads, one GIL", "processes")
    totals = {}
    for line in err.splitlines():
        for way in ways:
            if line.startswith(way):
                totals[way] = seconds(line[20:34])
    return [totals[way] for way in ways]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--simul-run", default="build/release/simul-run")
    parser.add_argument("--python", default=pathlib.Path(".toolchain/python.path").read_text().strip())
    parser.add_argument("--repeat", type=int, default=5)
    given = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    try:    # what else runs here gets out of the way, where that is allowed
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(20))
        how = "in real-time order"
    except PermissionError:
        how = "beside whatever else runs"
    print(f"{cores} cores, load {os.getloadavg()[0]:.1f}, best of {given.repeat}, {how}\n")
    with tempfile.TemporaryDirectory() as folder:
        print("| cost | measured |\n|---|---|")
        for name, text in COSTS.items():
            least = min(run(given.python, text, folder) for _ in range(3))
            if name.startswith("MEMORY"):
                print(f"| memory: {name[7:]} | {least / 1e3:,.1f} KB |", flush=True)
            else:
                print(f"| {name} | {least * 1e6:.0f} µs |", flush=True)
        print("\n| case | one after another | one loop | threads | processes |\n|---|---|---|---|---|")
        worst = [0.0] * 4
        for name, case in CASES.items():
            model = modelled(given.simul_run, case, cores, folder)
            cells = []
            for i, program in enumerate((PLAIN, LOOP, THREADS, PROCESSES)):
                text = f"CASE = {case!r}\n" + program
                if i == 0 and model[0] > 20:
                    cells.append(f"{model[0]:.2f} / not run")
                    continue
                real = min(run(given.python, text, folder) for _ in range(given.repeat))
                off = (model[i] - real) / real * 100
                worst[i] = max(worst[i], abs(off))
                cells.append(f"{model[i]:.3f} / {real:.3f} ({off:+.0f} %)")
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
        print("| largest difference | " + " | ".join(f"{each:.0f} %" for each in worst) + " |")


if __name__ == "__main__":
    main()
