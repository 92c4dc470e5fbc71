"""Runs a text under CPython 3.13 in virtual time and under simul-run, and says how the two differ.

Equal must be everything that scripts/conformance.py compares, and the trace of turns: which task's step (or "-" for another
callback) each turn of the loop ran, in order, and at what time. Simul runs every program twice, watched (for the turns) and
not watched, as these are not the same code: both must give CPython's output. The numbers of sockets and of the ports that nobody
chose are left out, and the order of those who wait in a deadlock under one name: the oracle makes that list, CPython has none.

CPython draws the hashes of texts and bytes anew in each run, unless it is told a seed. A program that differs is asked of others
with other seeds: see drawn_anew().
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
import conformance  # noqa: E402
from oracle import ask  # noqa: E402

SIMUL_RUN = ROOT / "build" / "release" / "simul-run"
ENOUGH_LINES = 500    # said by whoever is stopped first: with fewer of them, and less text, nothing is left out
ENOUGH_TEXT = 500_000
OTHER_SEEDS = (1, 2, 3)    # of a few names the order is often the same with one of them
NOT_YET = re.compile(r"Simul (does not have|has no) ")
EVENT = re.compile(r'(?P<time>\d+\.\d+) (?P<kind>\w+) (?P<subject>\d+)(?: object=(?P<object>\d+))?(?: cause=\d+)?'
                   r'(?: detail=(?P<detail>\d+))?(?:.* "(?P<text>.*)")?')


FD = re.compile(r"\bfd=\d+")
CUT = re.compile(r"\.\.\.\w+(?= fd=N)")    # a repr cut in its middle: how much of the word is left depends on the number's digits
PORT = re.compile(r"(\('(?:127\.0\.0\.1|0\.0\.0\.0)', )\d+\)")


def without_numbers(answer):
    """The answer without the numbers that the kernel gives: of sockets, and of ports that nobody chose."""
    def plain(text):
        return PORT.sub(r"\1PORT)", CUT.sub("...", FD.sub("fd=N", text)))
    out = dict(answer)
    if "stdout" in out:
        out["stdout"] = [[at, plain(line)] for at, line in out["stdout"]]
    if "stderr" in out:
        out["stderr"] = [plain(line) for line in out["stderr"]]
    if out.get("exception"):
        out["exception"] = plain(out["exception"])
    if out.get("blocked"):    # by name; who comes first of several with one name is neither's to say
        out["blocked"] = sorted(out["blocked"])
    return out


def up_to_the_stop(expected, got):
    """Both answers up to where the first of two was stopped, if one was and the other said more: an endless program is stopped by
    CPython's processor time or by how much it has said, and by Simul's own limits, wherever each of them happens to be then.
    What was said until then, and when, is compared; the end, stderr and the turns are not.

    Who fills a list with more than any memory holds is stopped by CPython's processor time, where Simul says MemoryError at once:
    there what CPython said until then must be how Simul's answer begins, in both streams."""
    answers = (expected, got)
    said = [answer.get("stdout") or [] for answer in answers]
    short = 0 if len(said[0]) <= len(said[1]) else 1
    if answers[short].get("status") != "limit":
        return None
    if short == 0 and got.get("status") != "limit" and (beginnings := up_to_memory_error(expected, got)):
        return beginnings
    both = answers[1 - short].get("status") == "limit"
    if not both and len(said[short]) < ENOUGH_LINES and sum(len(line) for _, line in said[short]) < ENOUGH_TEXT:
        return None
    lines = len(said[short]) - 1    # the last one may have been cut
    return tuple({"status": "limit", "stdout": each[:lines], "end_time": 0.0} for each in said)


def up_to_memory_error(expected, got):
    """Both answers up to where CPython was stopped, if what Simul says next is a MemoryError."""
    errors = [conformance.fold(answer.get("stderr") or []) for answer in (expected, got)]
    further = [line for line in errors[1][len(errors[0]):] if re.match(r"\w+(Error|Exception|Group|Iteration|Exit|Interrupt)\b", line)]
    if not further or not further[0].startswith("MemoryError"):
        return None
    lines = len(expected.get("stdout") or [])
    return tuple({"status": "limit", "stdout": (answer.get("stdout") or [])[:lines], "stderr": error[:len(errors[0])], "end_time": 0.0}
                 for answer, error in zip((expected, got), errors))


def pieces(line):
    """What a line is made of, in no order; a number as long as a hash is any number."""
    return sorted("N" if re.fullmatch(r"-?\d{15,}", word) else word for word in re.findall(r"-?\w+|[^\w\s]", line))


def drawn_anew(expected, other, got):
    """Simul's answer as far as it need not be CPython's: `other` is CPython's with another seed of its hashes. Where a line is not the
    same in the two, it shows a hash, or the order of a set, and Simul's may be in a third order; what it is made of must be the same."""
    out = dict(got)
    for stream in ("stdout", "stderr"):
        said = [[line if stream == "stderr" else line[1] for line in answer.get(stream) or []] for answer in (expected, other, got)]
        if stream == "stderr":
            said = [conformance.fold(lines) for lines in said]
        if len({len(lines) for lines in said}) != 1:
            continue
        settled = [first if first != second and pieces(first) == pieces(own) else own for first, second, own in zip(*said)]
        out[stream] = settled if stream == "stderr" else [[at, line] for (at, _), line in zip(got.get("stdout") or [], settled)]
    return out


HOUSEKEEPING = ("shutdown_asyncgens", "shutdown_default_executor")


class Judge:
    """One CPython and one simul-run, for many programs, one after another."""

    def __init__(self, simul_run=SIMUL_RUN, cpu_limit_s=5.0):
        self._simul_run = str(simul_run)
        self._warm = ask.Warm()
        self._others = []    # with other seeds of their hashes, for the programs that differ
        self._folder = tempfile.TemporaryDirectory(prefix="simul-fuzz-")
        self._program = pathlib.Path(self._folder.name) / ask.Warm.PROGRAM_NAME
        self._trace = pathlib.Path(self._folder.name) / "trace.txt"
        self._cpu_limit_s = cpu_limit_s
        self.last_answer = None    # CPython's, of the program that was judged last

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._warm.__exit__(*exception)
        for other in self._others:
            other.__exit__(*exception)
        self._folder.cleanup()

    def ask_cpython(self, source, reached=False):
        return without_numbers(self._warm.ask(source, turns=True, reached=reached, cpu_limit_s=self._cpu_limit_s))

    def differences(self, source, reached=None, turns=True):
        """Lines that say how Simul differs from CPython, none when they agree; Refused if CPython cannot be asked.

        A set given as `reached` gets the lines that CPython ran.
        """
        expected = self.last_answer = self.ask_cpython(source, reached is not None)
        if reached is not None:
            reached.update(expected.get("reached", ()))
        self._program.write_text(source, encoding="utf-8")
        got = self._run([])
        if stopped := up_to_the_stop(expected, got):
            return conformance.differences(self._program, *stopped)
        found = self._differences(source, expected, got)
        if found or not turns or "asyncio" not in source:    # without a loop there are no turns
            return found
        watched = self._run(["--trace", self._trace.name])
        if found := self._differences(source, expected, watched):
            return ["(only when a trace is kept)", *found]
        return different_turns(expected.get("turns", []), self._turns(), {} if "set_task_factory" in source else None)

    def _differences(self, source, expected, got):
        found = conformance.differences(self._program, expected, got)
        if not found or expected.get("status") != got.get("status"):
            return found
        self._others = self._others or [ask.Warm(hash_seed) for hash_seed in OTHER_SEEDS]
        for warm in self._others:
            other = without_numbers(warm.ask(source, cpu_limit_s=self._cpu_limit_s))
            got = drawn_anew(expected, other, got)
            if not (found := conformance.differences(self._program, expected, got)):
                break
        return found

    def _run(self, options):
        try:
            done = subprocess.run([self._simul_run, "--clock", "virtual", "--cpu-cost", "0", "--json", *options, self._program.name],
                                  cwd=self._folder.name, stdin=subprocess.DEVNULL, capture_output=True, timeout=20)
            return without_numbers(json.loads(done.stdout))
        except subprocess.TimeoutExpired:
            return {"status": "no answer within 20 s"}
        except ValueError:
            said = done.stderr.decode("utf-8", "replace").splitlines()[-12:]
            return {"status": f"no JSON; simul-run ended with {done.returncode}", "stderr": said}

    def _turns(self):
        try:
            return turns_of_trace(self._trace.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []


def turns_of_trace(text):
    """[[ns, [task name, or "-" and a callback's name, ...]], ...] of a trace as simul-run writes it.

    While a step waits for a thread, other loops may have turns: when it has ended its own turn goes on.
    """
    turns, names, housekeeping, hidden = [], {}, set(), False
    turn, turn_of = None, {}
    for line in text.splitlines():
        event = EVENT.match(line)
        if event is None:
            continue
        kind = event["kind"]
        if kind == "task_created":
            names[event["subject"]] = event["text"].replace('\\"', '"').replace("\\\\", "\\")
        elif kind == "task_labelled" and event["text"].endswith(HOUSEKEEPING):
            housekeeping.add(event["subject"])    # as scripts/oracle leaves it out
        elif kind == "turn_began":
            turn = [int(event["time"].replace(".", "")), []]
            turns.append(turn)
        elif kind == "handle_began":
            turn_of[event["subject"]] = turn
            timed = event["detail"] == "3"           # asyncio::HandleKind: the end of its patience with threads is shown
            hidden = event["object"] in housekeeping and not timed or event["text"] in HOUSEKEEPING
            if not hidden:
                step = event["detail"] in (None, "1")    # a step or a wakeup
                callback = "-" + re.sub(r"(\(\))*( at \S+:\d+)?$", "", event["text"] or "")
                turn[1].append(names.get(event["object"], "-") if step else callback)
        elif kind == "future_done" and hidden:
            housekeeping.add(event["subject"])
        elif kind == "handle_ended":
            turn = turn_of.pop(event["subject"], turn)
            hidden = False
    return turns


def same_handles(want, have, renamed=None):
    """Steps of the same tasks and the same callbacks, in order; some of the loop's own callbacks have no name in Simul.

    In a program with a task factory create_task() renames what the factory made, to "None" where no name is given. Simul's trace
    keeps the name of the making: there `renamed` is a dict, which takes in what each "Task-N" is called, once and for all.
    """
    def same(a, b):
        if a == b or b == "-" == a[0]:
            return True
        return renamed is not None and b.startswith("Task-") and a[0] != "-" and renamed.setdefault(b, a) == a
    return len(want) == len(have) and all(map(same, want, have))


def different_turns(expected, got, renamed=None):
    """A turn in which nothing ran is none."""
    want, have = ([turn for turn in turns if turn[1]] for turns in (expected, got))

    def shown(turn):
        return f"turn at {turn[0] / 1e9:g} s: {' '.join(turn[1])}"
    for n, (a, b) in enumerate(zip(want, have)):
        if a[0] != b[0] or not same_handles(a[1], b[1], renamed):
            return [f"turn {n + 1} differs", *("  " + shown(turn) for turn in want[max(0, n - 3):n]), f"- CPython: {shown(a)}",
                    f"+ Simul:   {shown(b)}"]
    if len(want) != len(have):
        return [f"CPython ran {len(want)} turns, Simul {len(have)}",
                f"the next one was {shown((want + have)[min(len(want), len(have))])}"]
    return []


def kind_of(found):
    """What kind of difference it is, in a word or two: a shrunk program must show the same kind."""
    text = "\n".join(found)
    if not found:
        return None
    if NOT_YET.search(text):
        return "missing"
    for word in ("no JSON", "no answer"):
        if word in text:
            return "crash"
    if found[0].startswith(("turn ", "CPython ran ")):
        return "turns"
    if found[0].startswith("at "):
        return "times"
    if found[0].startswith("(only"):
        return "only when watched"
    changed = [line for line in found if line[:1] in "+-" and not line.startswith(("---", "+++"))]
    if any(line[1:].startswith("status: ") for line in changed):
        return "status"
    return "output"


MISTAKES = ("TypeError", "NameError", "AttributeError", "UnboundLocalError", "was never awaited", "SyntaxWarning")


def signature(found):
    """What a smaller program must show too: the kind, and the first changed lines without numbers and quoted words."""
    changed = [line for line in found if line[:1] in "+-" and not line.startswith(("---", "+++"))]
    first = [next((line for line in changed if line[0] == sign), "") for sign in "-+"]
    plain = tuple(re.sub(r"\d+|'[^']*'|\"[^\"]*\"", "N", line)[:60] for line in first)
    return kind_of(found), () if kind_of(found) == "turns" else plain


def mistakes(answer):
    """Signs in CPython's answer that shrinking broke the program, where the program did not have them before."""
    said = "\n".join(answer.get("stderr", [])) + "\n".join(line for _, line in answer.get("stdout", []))
    return {word for word in MISTAKES if word in said}
