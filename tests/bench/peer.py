"""peer.py FOLDER [ROW,...]: the programs of FOLDER on the asyncio of the Python that runs this.

Each program runs on CPython's own event loop, but for `sleep`: that one gets asyncio's BaseEventLoop with a clock that jumps,
because a real second of waiting is no cost of anybody's. The processor's time is measured.
"""
import asyncio
import contextlib
import io
import json
import pathlib
import statistics
import sys
import time

NAMES = ["switch", "spawn", "sleep", "queue", "depth", "ready_child"]


class JumpingSelector:
    now = 0.0

    def select(self, timeout):
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


def main(folder, wanted, clock=time.process_time_ns):
    for name in NAMES:
        row = f"python_{name}"
        if wanted and row not in wanted:
            continue
        code = compile(pathlib.Path(folder, f"{name}.py").read_text(), f"{name}.py", "exec")
        asyncio.set_event_loop_policy(Policy() if name == "sleep" else None)
        value = statistics.median(run_once(code, clock) for _ in range(3))
        print(json.dumps({"row": row, "value": round(value, 3)}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].split(",") if len(sys.argv) > 2 else [])
