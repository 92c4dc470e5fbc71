"""What time says of its clocks, and clocks by number."""
import platform
import sys
import time

for name in ("monotonic", "perf_counter", "process_time", "thread_time", "time"):
    print(name, time.get_clock_info(name))
for wrong in (lambda: time.get_clock_info("sundial"), lambda: time.get_clock_info(3), lambda: time.clock_gettime(99), lambda: time.clock_gettime()):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
print(type(time.clock_gettime(time.CLOCK_MONOTONIC)), type(time.clock_gettime_ns(time.CLOCK_REALTIME)))
print(time.clock_getres(time.CLOCK_MONOTONIC), time.CLOCK_PROCESS_CPUTIME_ID)
begin = time.monotonic()
time.sleep(0.5)
print(time.monotonic() - begin)
print(sys.gettrace(), sys.getprofile(), sys.warnoptions, sys.platlibdir, sys.getfilesystemencodeerrors())
print(platform.uname()._fields, platform.uname().system, platform.architecture()[0], platform.platform().startswith("Linux-"))
