#!/usr/bin/env python3
"""ask.py PROGRAM.py...: what CPython 3.13 does with a program on a virtual clock, as JSON.

    status      ok | error (uncaught exception, or SyntaxError) | exit (sys.exit other than 0) |
                deadlock (nothing ready and no timer: CPython would hang) | limit (virtual time, output or cpu)
    stdout      [[t, line], ...]: seconds on the clock at the write that completed the line
    stderr      lines; end_time: the clock at the end; exit_code (ok, error, exit)
    exception   "Type: message" (error); blocked: who waits where (deadlock); limit: which one (limit)
    unterminated: true when the last stdout line had no newline

What depends on the machine is taken out: the program's directory, CPython's own (it is named /usr/lib/python3.13),
addresses (0xADDR). How the virtual clock works is said in child/sitecustomize.py.
"""
import contextlib
import fcntl
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CHILD = HERE / "child"
ROOT = HERE.parent.parent
LIBRARY = ROOT / "src" / "library" / "python"   # of it only urllib.request, which is a model too
MODELS = ROOT / "src" / "library" / "models"    # what no Python has (simul, aiohttp, ...): the same modelled network for CPython
OPTIONS = {"virtual_limit_s": 3e5, "max_lines": 20_000, "cpu_limit_s": 10.0}


class Refused(Exception):
    """The program cannot be asked about: it uses threads or real input and output, or CPython did not start."""


def python():
    """The path of CPython 3.13: $SIMUL_PYTHON, this interpreter, or the one that scripts/setup check found or made."""
    if os.environ.get("SIMUL_PYTHON"):
        return os.environ["SIMUL_PYTHON"]
    if sys.version_info[:2] == (3, 13):
        return sys.executable
    note = ROOT / ".toolchain" / "python.path"
    if note.exists():
        return note.read_text(encoding="utf-8").strip()
    raise SystemExit("CPython 3.13 is not here: run scripts/setup check, or set SIMUL_PYTHON to its path")


OWN_TURN = re.compile(r"\S*/sitecustomize\.py:\d+: (\w+: .*)")
TURN_LINES = {"handle = ready.popleft()": (2027, "handle = self._ready.popleft()"),
              "handle = None": (2043, "handle = None  # Needed to break cycles when an exception occurs.")}


def as_base_events(lines):
    """Warnings from the lines of child/sitecustomize.py's _run_once() come from those of CPython's that these stand for."""
    out = list(lines)
    for n, line in enumerate(lines[:-1]):
        if match := OWN_TURN.fullmatch(line):
            at = n + 1
            while at < len(lines) and lines[at].startswith(("Coroutine created at", "  File ", "    ")):
                at += 1    # in debug mode this belongs to the message
            if at < len(lines) and lines[at].strip() in TURN_LINES:
                number, source = TURN_LINES[lines[at].strip()]
                out[n] = f"/usr/lib/python3.13/asyncio/base_events.py:{number}: {match[1]}"
                out[at] = "  " + source
    return out


def run_once_lines():
    """{line of child/sitecustomize.py at which its _run_once() runs a handle: that of CPython's base_events.py}"""
    source = (CHILD / "sitecustomize.py").read_text(encoding="utf-8").splitlines()
    plain, debug = (n for n, line in enumerate(source, 1) if line.strip() == "handle._run()")
    return {str(plain): 2042, str(debug): 2034}


def cleaner(program):
    """A function that takes out of a text what depends on the machine."""
    own_frames = re.compile(r'^((?: +\| )?)  File "%s/[^"]*", line .*\n(?:\1    .*\n)*' % re.escape(str(CHILD)), re.M)
    library = re.compile(r"""(?:(?<=["' (])|^)/[^"'\n<>]*?/python3\.13/(?!site-packages)""", re.M)
    summaries = re.compile(r"(?<=<FrameSummary file )%s/sitecustomize\.py, line (\d+)(?= in _run_once>)" % re.escape(str(CHILD)))
    lines = run_once_lines()
    folders = {str(pathlib.Path(os.path.abspath(program)).parent) + "/", str(pathlib.Path(program).resolve().parent) + "/"}

    def clean(text):
        text = own_frames.sub("", text)
        text = summaries.sub(lambda at: f"/usr/lib/python3.13/asyncio/base_events.py, line {lines[at[1]]}", text)
        for folder in folders:
            text = text.replace(folder, "")
        text = library.sub("/usr/lib/python3.13/", text.replace(f"{MODELS}/", "/usr/lib/python3.13/").replace(f"{LIBRARY}/", "/usr/lib/python3.13/"))
        return re.sub(r"(?<= at )0x[0-9A-Fa-f]+\b", "0xADDR", text)
    return clean


def lines_of(writes, clean):
    """[(ns, text), ...] as ([[t, line], ...], whether the last line lacks its newline)."""
    lines, open_line, last = [], "", 0
    for ns, text in writes:
        *whole, rest = text.split("\n")
        for part in whole:
            lines.append([round(ns / 1e9, 9), clean(open_line + part)])
            open_line = ""
        open_line += rest
        last = ns
    if open_line:
        lines.append([round(last / 1e9, 9), clean(open_line)])
    return lines, bool(open_line)


def environment(asked, hash_seed=0):
    """What CPython is started with: nothing of this machine's settings, and what the child is asked."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "LANG", "COLUMNS", "SIMUL_"))}
    return {**kept, "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": str(hash_seed), "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8", "PYTHON_COLORS": "0", "COLUMNS": "80", "PYTHONPATH": f"{CHILD}{os.pathsep}{MODELS}",
            "SIMUL_ORACLE": json.dumps(asked)}


def typed(program):
    """What input() reads: the file beside the program that ends in .stdin, else nothing."""
    beside = pathlib.Path(program).with_suffix(".stdin")
    return beside.open("rb") if beside.exists() else open(os.devnull, "rb")


@contextlib.contextmanager
def own_port(program):
    """Programs that listen do so one at a time on this machine: two may have chosen the same port."""
    if not re.search(r"\b(start_server|create_server)\b", pathlib.Path(program).read_text(encoding="utf-8")):
        yield
        return
    with open(os.path.join(tempfile.gettempdir(), f"simul-oracle-port-{os.getuid()}"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def in_own_folder(program):
    """A copy of the program in a folder that nobody else writes files to."""
    with tempfile.TemporaryDirectory(prefix="simul-oracle-") as folder:
        yield shutil.copy(program, folder)


def run_child(program, options, report, err, lines):
    """CPython's exit code, or None where it was killed for taking too long. `lines`: what input() reads."""
    env = environment({"fd": report.fileno(), "options": options})
    with lines:
        child = subprocess.Popen([python(), os.path.basename(program)], cwd=os.path.dirname(os.path.abspath(program)), env=env,
                                 stdin=lines, stdout=subprocess.DEVNULL, stderr=err, pass_fds=(report.fileno(),), start_new_session=True)
    try:
        return child.wait(options["cpu_limit_s"])
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        return None


def has_processes(source):
    """Does it start processes? No virtual clock reaches these: CPython is asked as it is, and its times are left out."""
    return re.search(r"\b(multiprocessing|ProcessPoolExecutor)\b", source) is not None


def ask_processes(program):
    """The answer of a program that starts processes: real ones, on the real clock. Its times are None."""
    env = {name: value for name, value in environment({}).items() if name not in ("PYTHONPATH", "SIMUL_ORACLE")}
    with in_own_folder(program) as own:
        try:
            done = subprocess.run([python(), os.path.basename(own)], cwd=os.path.dirname(own), env=env,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            raise Refused(f"{program}: CPython's processes did not end within a minute") from None
        answer = answer_of(own, done.returncode, b'["start", 0]\n', done.stderr)
        clean = cleaner(own)
    answer["stdout"] = [[None, clean(line)] for line in done.stdout.decode("utf-8", "replace").splitlines()]
    answer["end_time"] = None
    return answer


def ask(program, **changes):
    """The answer for the program at this path, as a dict; Refused if CPython cannot be asked about it."""
    if has_processes(pathlib.Path(program).read_text(encoding="utf-8")):
        return ask_processes(program)
    options = {**OPTIONS, **changes}
    with own_port(program), in_own_folder(program) as own, tempfile.TemporaryFile() as report, tempfile.TemporaryFile() as err:
        code = run_child(own, options, report, err, typed(program))
        report.seek(0)
        err.seek(0)
        return answer_of(own, code, report.read(), err.read())


class Warm:
    """A CPython that has started already and forks for each program: many times quicker than ask(), and the same answers.

    The program runs as PROGRAM_NAME in a folder of its own, as CPython fixes the path before it can fork.
    """

    PROGRAM_NAME = "program.py"

    def __init__(self, hash_seed=0):
        self._folder = tempfile.TemporaryDirectory(prefix="simul-oracle-")
        orders, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        self._child = subprocess.Popen([python(), self.PROGRAM_NAME], cwd=self._folder.name, env=environment({"serve": [orders, answers]}, hash_seed),
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       pass_fds=(orders, answers), start_new_session=True)
        os.close(orders)
        os.close(answers)
        self._replies = os.fdopen(self._answers, "rb", buffering=0)

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        os.close(self._orders)
        self._child.wait()
        self._replies.close()
        self._folder.cleanup()

    def ask(self, source, **changes):
        """The answer for this text, as ask() gives it for a file of the name PROGRAM_NAME."""
        program, report, err = (os.path.join(self._folder.name, name) for name in (self.PROGRAM_NAME, "report", "stderr"))
        with open(program, "w", encoding="utf-8") as file:
            file.write(source)
        order = {"report": report, "stderr": err, "options": {**OPTIONS, **changes}}
        os.write(self._orders, json.dumps(order).encode() + b"\n")
        reply = self._replies.readline()
        if not reply:
            raise Refused("CPython did not start")
        code = int(reply)
        with open(report, "rb") as said, open(err, "rb") as errors:
            return answer_of(program, None if code in (-signal.SIGALRM, -signal.SIGPROF) else code, said.read(), errors.read())


def answer_of(program, code, report, err):
    """The answer that exit code, report and stderr of a run amount to."""
    clean = cleaner(program)
    if code is not None and code < 0:
        code = 128 - code    # ended by a signal, KeyboardInterrupt by SIGINT: what a shell sees
    records = []
    for line in report.decode().splitlines():
        try:
            records.append(json.loads(line))
        except ValueError:
            pass    # the child was killed while it wrote
    stderr = as_base_events(clean(err.decode("utf-8", "replace")).removesuffix("\n").split("\n")) if err else []

    by_kind = {kind: rest for kind, _, *rest in records if kind != "out"}
    stopped = by_kind.get("stop")
    if stopped and stopped[0] == "refused":
        raise Refused(f"{program}: {stopped[1]}")
    if "start" not in by_kind and code is not None:
        raise Refused(f"{program}: CPython did not start: " + "\n".join(stderr))

    stdout, unterminated = lines_of([(ns, rest[0]) for kind, ns, *rest in records if kind == "out"], clean)
    end_ns = max((ns for _, ns, *_ in records), default=0)
    answer = {"status": "ok", "stdout": stdout, "stderr": stderr, "end_time": round(end_ns / 1e9, 9)}
    if stopped:
        answer["status"] = stopped[0]
        answer["blocked" if stopped[0] == "deadlock" else "limit"] = stopped[1]
    elif code is None:
        answer.update(status="limit", limit="cpu")
    elif "raised" in by_kind:
        name, text = by_kind["raised"]
        answer.update(status="error", exception=clean(name + (": " + text if text else "")))
    elif code == 1 and any("SyntaxError" in line or "Traceback (most" in line for line in stderr):
        answer.update(status="error", exception=clean(stderr[-1]))    # a SyntaxError: nothing ran
    elif code != 0:
        answer["status"] = "exit"
    if answer["status"] in ("ok", "error", "exit"):
        answer["exit_code"] = code
    for extra in ("turns", "reached", "called"):
        if extra in by_kind:
            answer[extra] = by_kind[extra][0]
    if unterminated:
        answer["unterminated"] = True
    return answer


def as_text(answer):
    """The answer as JSON with one output line a line, so that differences read well."""
    def text(value):
        return json.dumps(value, ensure_ascii=False)
    items = []
    for key, value in answer.items():
        if key in ("stdout", "stderr") and value:
            items.append(f" {text(key)}: [\n  " + ",\n  ".join(map(text, value)) + "\n ]")
        else:
            items.append(f" {text(key)}: {text(value)}")
    return "{\n" + ",\n".join(items) + "\n}\n"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        sys.stdout.write(as_text(ask(argument)))
