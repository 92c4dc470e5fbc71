"""CPython's Modules/timemodule.c: what it says of clocks, all of which are the loop's one here."""
import time as _time
from types import SimpleNamespace

_CLOCKS = {"monotonic": "MONOTONIC", "perf_counter": "MONOTONIC", "process_time": "PROCESS_CPUTIME_ID",
           "thread_time": "THREAD_CPUTIME_ID", "time": "REALTIME"}
_READ = {0: "time", 1: "monotonic", 2: "process_time", 3: "thread_time", 4: "monotonic", 7: "monotonic", 11: "time"}


def get_clock_info(name, /):
    if not isinstance(name, str):
        raise TypeError(f"get_clock_info() argument 1 must be str, not {type(name).__name__}")
    if name not in _CLOCKS:
        raise ValueError("unknown clock")
    return SimpleNamespace(implementation=f"clock_gettime(CLOCK_{_CLOCKS[name]})", monotonic=name != "time", adjustable=name == "time",
                           resolution=1e-09)


def _known(clk_id):
    if clk_id not in _READ:
        raise OSError(22, "Invalid argument")
    return _READ[clk_id]


def clock_gettime(clk_id, /):
    return getattr(_time, _known(clk_id))()


def clock_gettime_ns(clk_id, /):
    return getattr(_time, _known(clk_id) + "_ns")()


def clock_getres(clk_id, /):
    _known(clk_id)
    return 1e-09
