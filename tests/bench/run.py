#!/usr/bin/env python3
"""bench [--rounds N] [--no-build] [--native] [--out FILE]: measures the loop beside its peers, and writes the tables of docs/benchmarks.md.

Everything is measured in one interleaved run: row by row, each program that has the row is started once, and that again for every
round; the medians of the rounds are what is printed. Goals are ratios: of each round, whose two figures are measured one right after the
other, so that a busy neighbour disturbs both alike; and of those ratios the median.
--native leaves out WebAssembly, JavaScript and Pyodide. --without ROW,... leaves out rows. Interrupted, it reports what it has.
--out - prints and changes no file; what stands outside the
two marks in FILE is kept. Peers that are not installed are left out and named: scripts/setup bench installs them.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "tests/bench"
PROGRAMS = HERE / "programs"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
ASYNC_ROWS = ["python_switch", "python_spawn", "python_sleep", "python_queue", "python_depth", "python_ready_child"]
PYTHON_ROWS = [*ASYNC_ROWS, "python_raise_await", "python_fib", "python_integers", "python_strings", "python_containers", "python_methods"]
STARTUP = "python_startup"  # measured here: from the start of the process to its first line, without what the bare runtime takes
CURVE = ["curve_1k", "curve_10k", "curve_100k", "curve_1m"]

# An operation is one switch, one task, one await, one timer, one round trip.
TITLES = {
    "resume": "resume a bare coroutine, FIFO of 1,000",
    "create": "create, resume and destroy a bare coroutine",
    "priority_queue": "push and pop a priority queue of 100,000",
    "switch_1k": "task switch, 1,000 tasks",
    "switch_100k": "task switch, 100,000 tasks",
    "depth_1": "task switch at await depth 1",
    "depth_100": "task switch at await depth 100",
    "ready_child": "await a child that is ready",
    "spawn_1k": "spawn and gather 1,000 tasks, each",
    "spawn_100k": "spawn and gather 100,000 tasks, each",
    "timers_1k": "sleep, 1,000 tasks, each",
    "timers_100k": "sleep, 100,000 tasks, each",
    "queue": "ping-pong over two queues, a round trip",
    "switch_1k_recorded": "task switch, recorded",
    "switch_1k_traced": "task switch, recorded and read as a trace",
    "spawn_100k_recorded": "spawn and gather 100,000, recorded",
    "queue_recorded": "ping-pong, recorded",
    "memory_100k": "bytes per sleeping task, 100,000 tasks",
    "memory_1m": "bytes per sleeping task, 1,000,000 tasks",
    "curve_1k": "a task's whole life, 1,000 tasks",
    "curve_10k": "a task's whole life, 10,000 tasks",
    "curve_100k": "a task's whole life, 100,000 tasks",
    "curve_1m": "a task's whole life, 1,000,000 tasks",
    "python_switch": "`await asyncio.sleep(0)`, 1,000 tasks",
    "python_spawn": "`create_task` and `gather`, 100,000 tasks",
    "python_sleep": "`await asyncio.sleep(d)`, 50,000 tasks, virtual clock",
    "python_queue": "`asyncio.Queue` ping-pong, a round trip",
    "python_depth": "`await asyncio.sleep(0)` at await depth 100",
    "python_ready_child": "`await` of a coroutine that is ready",
    "python_raise_await": "raise below an `await`, catch above it",
    "python_fib": "`fib(24)`, a call",
    "python_integers": "integer loops, a round",
    "python_strings": "strings, a word",
    "python_containers": "dict and list, an item",
    "python_methods": "method calls and properties, a call",
    "python_memory": "bytes per task parked in `sleep`, 100,000 tasks",
    STARTUP: "start-up to the first printed line, microseconds beyond the bare runtime",
}
LOOP_ROWS = ["switch_1k", "switch_100k", "depth_1", "depth_100", "ready_child", "spawn_1k", "spawn_100k", "timers_1k", "timers_100k",
             "queue", "switch_1k_recorded", "switch_1k_traced", "spawn_100k_recorded", "queue_recorded", "memory_100k", "memory_1m", *CURVE]
BARE_ROWS = ["switch_1k", "spawn_100k", "queue"]
RAW_ROWS = ["resume", "create", "priority_queue"]
# Rows that a goal holds against each other stand side by side; all others follow.
SIDE_BY_SIDE = ["resume", "switch_1k", "switch_1k_recorded", "create", "ready_child", "spawn_100k", "depth_1", "depth_100",
                "python_switch", "python_switch_recorded"]


def peers(native_only):
    """[(name, command without rows, rows, where)]; those that are missing, as sentences"""
    release, web, node = ROOT / "build/release", ROOT / "build/web", shutil.which("node")
    found, missing = [], []

    def add(name, command, rows, needed, where="native"):
        if all(pathlib.Path(path).exists() for path in needed):
            found.append((name, [str(word) for word in command], rows, where))
        else:
            missing.append(name)

    def native(name, program, rows):
        add(name, [release / f"simul_bench_{program}"], rows, [release / f"simul_bench_{program}"])

    native("raw", "raw", RAW_ROWS)
    native("Simul", "loop", LOOP_ROWS)
    native("Simul without hooks", "loop_without_hooks", BARE_ROWS)
    native("libcoro-style", "libcoro_style", ["switch_1k", "spawn_100k", "ready_child"])
    native("Asio", "asio", ["switch_1k", "spawn_100k", "ready_child", "queue", "timers_100k"])
    native("libuv", "uv", ["timers_100k"])
    vm = release / "simul_bench_python"
    rows = [*PYTHON_ROWS, "python_memory"]
    add("Simul", [vm, PROGRAMS], rows + [f"{row}_recorded" for row in ASYNC_ROWS], [vm], "python")
    python = ROOT / ".toolchain/python.path"
    interpreter = python.read_text().strip() if python.exists() else "/nonexistent"
    add("CPython 3.13", [interpreter, HERE / "peer.py", PROGRAMS], rows, [interpreter], "python")
    if native_only:
        return found, missing

    def wasm(name, program, rows):
        add(name, [node, web / f"simul_bench_{program}.js"], rows, [node or "/nonexistent", web / f"simul_bench_{program}.js"], "wasm")

    wasm("raw", "raw", RAW_ROWS)
    wasm("Simul", "loop", LOOP_ROWS)
    wasm("Simul without hooks", "loop_without_hooks", BARE_ROWS)
    tab = web / "simul_bench_tab.mjs"
    add("Simul in a tab", [node, HERE / "tab.mjs", tab], [*CURVE, "memory_1m"], [node or "/nonexistent", tab], "wasm")
    add("JavaScript", [node, "--expose-gc", HERE / "peer.mjs"],
        ["switch_1k", "spawn_100k", "ready_child", "queue", "timers_100k", "memory_100k"], [node or "/nonexistent"], "wasm")
    vm = web / "simul_bench_python.js"
    add("Simul, wasm", [node, vm, PROGRAMS], [*rows, STARTUP], [node or "/nonexistent", vm], "python")
    pyodide = ROOT / ".toolchain/pyodide/node_modules/pyodide"
    add("Pyodide", [node, HERE / "peer_pyodide.mjs", pyodide, PROGRAMS], [*PYTHON_ROWS, STARTUP], [node or "/nonexistent", pyodide], "python")
    return found, missing


def startup_us(command):
    def first_line(words):
        began = time.monotonic()
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
            if not process.stdout.readline().startswith((b"1", b"{")):
                raise SystemExit(f"{words} printed nothing")
            took = time.monotonic() - began
            process.kill()
        return took * 1e6

    return first_line([*command, STARTUP]) - first_line([command[0], "-e", "console.log(1)"])


def measure(found, rounds, values):
    """Fills {(where, peer, row): {round: value}}."""
    every = dict.fromkeys(row for _, _, rows, _ in found for row in rows)
    rows = [row for row in SIDE_BY_SIDE if row in every] + [row for row in every if row not in SIDE_BY_SIDE]
    total, done, began = sum(len(rows) for _, _, rows, _ in found) * rounds, 0, time.monotonic()
    for turn in range(rounds):
        for row in rows:
            for name, command, has, where in found:
                if row not in has:
                    continue
                done += 1
                print(f"\r[{done}/{total}] round {turn + 1}, {time.monotonic() - began:.0f} s: {where} {name} {row}".ljust(90),
                      end="", file=sys.stderr, flush=True)
                if row == STARTUP:
                    values.setdefault((where, name, row), {})[turn] = startup_us(command)
                    continue
                try:
                    said = subprocess.run([*command, row], capture_output=True, text=True, timeout=600, cwd=ROOT)
                except subprocess.TimeoutExpired:
                    print(f"\n{where} {name} {row}: no end after 600 s", file=sys.stderr)
                    continue
                lines = [json.loads(line) for line in said.stdout.splitlines() if line.startswith("{")]
                if said.returncode != 0 or not lines:
                    print(f"\n{where} {name} {row} failed ({said.returncode}): {said.stderr.strip()[-300:]}", file=sys.stderr)
                for line in lines:
                    if line["row"] == row:
                        values.setdefault((where, name, row), {})[turn] = line["value"]
    print(file=sys.stderr)


class Results:
    def __init__(self, values, of_rounds=statistics.median):
        self.values, self.of_rounds = values, of_rounds

    def get(self, where, name, row):
        samples = self.values.get((where, name, row))
        return self.of_rounds(samples.values()) if samples else None

    def least(self):
        return Results(self.values, min)

    def of_each_round(self):
        turns = sorted({turn for samples in self.values.values() for turn in samples})
        for turn in turns:
            yield Results({key: {turn: samples[turn]} for key, samples in self.values.items() if turn in samples})

    def spread(self, where, name, row):
        samples = self.values.get((where, name, row))
        return (min(samples.values()), max(samples.values())) if samples else None


def python_goals(got):
    """Bars are how many times quicker; in the table, as everywhere, at most so much of the other's time."""
    ours = lambda row: got.get("python", "Simul, wasm", f"python_{row}")
    pyodide = lambda row: got.get("python", "Pyodide", f"python_{row}")
    cpython = lambda row: got.get("python", "CPython 3.13", f"python_{row}")
    for row, faster, than_cpython in [("fib", 2, 1), ("integers", 2, 1), ("strings", 1.5, None), ("containers", 1.5, None),
                                      ("methods", 1.5, None), ("ready_child", 1.5, None), ("switch", 10, 5), ("spawn", 10, None)]:
        yield f"Python: {TITLES[f'python_{row}']}", "wasm", ours(row), "Pyodide", pyodide(row), 1 / faster
        if than_cpython:
            yield "", "wasm", ours(row), "CPython 3.13", cpython(row), 1 / than_cpython
    yield f"Python: {TITLES['python_raise_await']}", "wasm", ours("raise_await"), "CPython 3.13", cpython("raise_await"), 1.0
    yield "Python: bytes per task parked in `sleep`", "wasm", ours("memory"), "600 B", 600, 1.0
    yield "Python: start-up to the first line, µs", "wasm", ours("startup"), "100 ms", 100_000, 1.0
    yield "", "wasm", ours("startup"), "Pyodide", pyodide("startup"), 1 / 20


def goals(got):
    """(what, where, the figure, what it is compared with, that figure, the factor allowed)"""
    n = lambda name, row: got.get("native", name, row)
    w = lambda name, row: got.get("wasm", name, row)
    return [
        ("task switch, 1,000 tasks", "native", n("Simul", "switch_1k"), "raw FIFO resume", n("raw", "resume"), 3.5),
        ("", "native", n("Simul", "switch_1k"), "libcoro-style", n("libcoro-style", "switch_1k"), 0.3),
        ("", "wasm", w("Simul", "switch_1k"), "raw FIFO resume", w("raw", "resume"), 4.0),
        ("", "wasm", w("Simul", "switch_1k"), "JavaScript microtask", w("JavaScript", "switch_1k"), 0.35),
        ("spawn and gather 100,000", "native", n("Simul", "spawn_100k"), "raw create, resume, destroy", n("raw", "create"), 4.0),
        ("", "wasm", w("Simul", "spawn_100k"), "native", n("Simul", "spawn_100k"), 1.6),
        ("", "wasm", w("Simul", "spawn_100k"), "JavaScript", w("JavaScript", "spawn_100k"), 0.25),
        ("await a child that is ready", "native", n("Simul", "ready_child"), "Asio", n("Asio", "ready_child"), 0.6),
        ("", "wasm", w("Simul", "ready_child"), "raw create, resume, destroy", w("raw", "create"), 1.0),
        ("switch at await depth 100", "native", n("Simul", "depth_100"), "depth 1", n("Simul", "depth_1"), 2.0),
        ("", "wasm", w("Simul", "depth_100"), "depth 1", w("Simul", "depth_1"), 2.0),
        ("100,000 random timers", "native", n("Simul", "timers_100k"), "libuv", n("libuv", "timers_100k"), 1.25),
        ("", "wasm", w("Simul", "timers_100k"), "native", n("Simul", "timers_100k"), 1.2),
        ("queue ping-pong", "native", n("Simul", "queue"), "Asio", n("Asio", "queue"), 0.25),
        ("", "wasm", w("Simul", "queue"), "native", n("Simul", "queue"), 2.5),
        ("", "wasm", w("Simul", "queue"), "JavaScript", w("JavaScript", "queue"), 0.3),
        ("bytes per sleeping task", "native", n("Simul", "memory_100k"), "330 B", 330, 1.0),
        ("", "wasm", w("Simul", "memory_100k"), "220 B", 220, 1.0),
        ("hooks compiled in, off", "native", n("Simul", "switch_1k"), "no hooks", n("Simul without hooks", "switch_1k"), 1.05),
        ("", "wasm", w("Simul", "switch_1k"), "no hooks", w("Simul without hooks", "switch_1k"), 1.05),
        ("hooks recording: switch", "native", n("Simul", "switch_1k_recorded"), "off", n("Simul", "switch_1k"), 1.25),
        ("", "wasm", w("Simul", "switch_1k_recorded"), "off", w("Simul", "switch_1k"), 1.25),
        ("recording a Python program: switch", "native", got.get("python", "Simul", "python_switch_recorded"), "off",
         got.get("python", "Simul", "python_switch"), 1.25),
        *python_goals(got),
    ]


def figure(value):
    if value is None:
        return "-"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def ratio_of(goal):
    _, _, value, _, other, _ = goal
    return None if value is None or other is None else value / other


def goal_table(got):
    # What a neighbour leaves, and (of the least) what the machine can: where they disagree, the run was disturbed.
    yield "| work | where | measured | beside | its figure | ratio | of the least | goal | |"
    yield "|---|---|--:|---|--:|--:|--:|--:|---|"
    rounds = [[ratio_of(goal) for goal in goals(one)] for one in got.of_each_round()]
    for goal, least, of_rounds in zip(goals(got), goals(got.least()), zip(*rounds)):
        ratios = [ratio for ratio in of_rounds if ratio is not None]
        if not ratios:
            continue
        what, where, value, beside, other, allowed = goal
        ratio = statistics.median(ratios)
        yield (f"| {what} | {where} | {figure(value)} | {beside} | {figure(other)} | {ratio:.2f} | {ratio_of(least):.2f} | "
               f"≤ {allowed:.3g} | {'met' if ratio <= allowed else '**not met**'} |")


def table(got, where, found):
    names = [name for name, _, _, its in found if its == where]
    rows = [row for row in dict.fromkeys(row for _, _, rows, its in found if its == where for row in rows) if row not in CURVE]
    yield f"| | {' | '.join(names)} |"
    yield "|---|" + "--:|" * len(names)
    for row in rows:
        cells = []
        for name in names:
            value = got.get(where, name, row)
            low_high = got.spread(where, name, row)
            cells.append("-" if value is None else f"{figure(value)} ({figure(low_high[0])} to {figure(low_high[1])})")
        title = TITLES.get(row) or f"{TITLES[row.removesuffix('_recorded')]}, recorded"
        yield f"| {title} | {' | '.join(cells)} |"


def curve_table(got):
    yield "| tasks | 1,000 | 10,000 | 100,000 | 1,000,000 |"
    yield "|---|--:|--:|--:|--:|"
    for title, where, name in (("native", "native", "Simul"), ("wasm", "wasm", "Simul"), ("wasm in a tab of Chromium", "wasm", "Simul in a tab")):
        cells = [figure(got.get(where, name, row)) for row in CURVE]
        if any(cell != "-" for cell in cells):
            yield f"| {title}, ns each | {' | '.join(cells)} |"


def version(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0].strip()
    except (OSError, IndexError):
        return "?"


def machine():
    cpu = re.search(r"^model name\s*:\s*(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
    flags = "clang" if "clang" in version("clang++-19", "--version") else "?"
    return [f"- {datetime.date.today().isoformat()}; {cpu[1] if cpu else platform.processor()}, {os.cpu_count()} processors, "
            f"{platform.system()} {platform.release()}",
            f"- {version('clang++-19', '--version') if flags == 'clang' else '?'} (-O2); node {version('node', '--version')}"]


def report(got, found, missing, rounds, load):
    lines = ["## The run", "", *machine(),
             f"- {rounds} rounds; figures are medians, ratios the median of each round's; load average {load[0]:.1f} when it began and {load[1]:.1f} when it ended"
             + (f"; not installed and so left out: {', '.join(missing)}" if missing else ""), "",
             "## Goals", "", "Times are nanoseconds for one operation.", "", *goal_table(got), "",
             "## From a thousand tasks to a million", "",
             "A task's whole life (born, switched once, asleep for a random time, awake, gathered), nanoseconds each:", "", *curve_table(got), "",
             "## All rows", "", "Medians, and the least and the most of the rounds; nanoseconds, or bytes where it says so.", ""]
    for where, title in (("native", "Native"), ("wasm", "WebAssembly and JavaScript in node"), ("python", "Python programs (`tests/bench/programs`)")):
        if any(its == where for _, _, _, its in found):
            lines += [f"### {title}", "", *table(got, where, found), ""]
    return "\n".join(lines)


def build(native_only):
    presets = ["release"] if native_only else ["release", "web"]
    for preset in presets:
        folder = ROOT / "build" / preset
        if not (folder / "build.ninja").exists():
            subprocess.run(["cmake", "--preset", preset], cwd=ROOT, check=True)
        subprocess.run(["ninja", "-C", str(folder), "simul_bench"], check=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--no-build", action="store_true")
    options.add_argument("--native", action="store_true")
    options.add_argument("--without", default="")
    options.add_argument("--out", default="docs/benchmarks.md")
    chosen = options.parse_args()
    path = ROOT / chosen.out
    whole = path.read_text() if chosen.out != "-" and path.exists() else f"{BEGIN}\n{END}\n"
    if whole.count(BEGIN) != 1 or whole.count(END) != 1:
        sys.exit(f"bench: {chosen.out} has no place for the tables: it wants the lines {BEGIN} and {END}, once each")
    if not chosen.no_build:
        build(chosen.native)
    found, missing = peers(chosen.native)
    unwanted = chosen.without.split(",")
    found = [(name, command, [row for row in rows if row not in unwanted], where) for name, command, rows, where in found]
    before = os.getloadavg()[0]
    values = {}
    try:
        measure(found, chosen.rounds, values)
    except KeyboardInterrupt:
        print("\ninterrupted", file=sys.stderr)
    got = Results(values)
    text = report(got, found, missing, chosen.rounds, (before, os.getloadavg()[0]))
    print(text)
    if chosen.out == "-":
        return
    head, rest = whole.split(BEGIN)
    path.write_text(f"{head}{BEGIN}\n\n{text}\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    sys.exit(main())
