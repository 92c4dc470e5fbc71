"""peer.py FOLDER [ROW,...]: the programs of FOLDER on the asyncio of the Python that runs this.

Each program runs on CPython's own event loop, but for those that sleep: they get asyncio's BaseEventLoop with a clock that jumps,
because a real second of waiting is no cost of anybody's. The processor's time is measured; of `memory`, only when it is named, the
bytes that a task costs while all of them sleep.
"""
import asyncio
import contextlib
import io
import json
import os
import pathlib
import statistics
import sys
import time

SLEEPERS = {"sleep", "memory"}


def taken_bytes():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


class JumpingSelector:
    now, taken_asleep = 0.0, 0  # None: to be measured at the next wait

    def select(self, timeout):
        if timeout and JumpingSelector.taken_asleep is None:
            JumpingSelector.taken_asleep = taken_bytes()
        self.now += timeout or 0.0
        return []


class JumpingLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = JumpingSelector()
        self._clock_resolution = 1e-9

    def time(self):
        return self._selector.now

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return JumpingLoop()


def run_once(code, clock=time.process_time_ns):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        began = clock()
        exec(code, {"__name__": "__main__"})
        spent = clock() - began
    return spent / int(said.getvalue())


def main(folder, wanted, clock=time.process_time_ns, warm_s=0.1):
    for file in sorted(pathlib.Path(folder).glob("*.py")):
        row = f"python_{file.stem}"
        if row not in wanted and (wanted or file.stem == "memory"):
            continue
        code = compile(file.read_text(), file.name, "exec")
        asyncio.set_event_loop_policy(Policy() if file.stem in SLEEPERS else None)
        if file.stem == "memory":
            before, JumpingSelector.taken_asleep = taken_bytes(), None
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                exec(code, {"__name__": "__main__"})
            value = (JumpingSelector.taken_asleep - before) / int(said.getvalue())
        else:
            until = time.monotonic() + (warm_s if file.stem != "startup" else 0)
            while time.monotonic() < until:
                run_once(code, clock)
            value = statistics.median(run_once(code, clock) for _ in range(3))
        print(json.dumps({"row": row, "value": round(value, 3)}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].split(",") if len(sys.argv) > 2 else [])
