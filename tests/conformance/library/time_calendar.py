# time: seconds since 1970, and the nine numbers that a calendar makes of them. The zone here is UTC.
import time

print(time.gmtime(0))
moment = time.localtime(1_700_000_000)
print(moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec, moment.tm_wday, moment.tm_yday, moment.tm_isdst)
print(moment.tm_zone, moment.tm_gmtoff, len(moment), moment[0], moment[-1], tuple(moment)[:3], moment == tuple(moment), moment < time.localtime(1_800_000_000))
print(moment.n_fields, moment.n_sequence_fields, moment.n_unnamed_fields, isinstance(moment, tuple), moment.count(14), moment.index(14))
print(time.asctime(moment), time.ctime(1_700_000_000), time.asctime(time.struct_time((2024, 2, 29, 1, 2, 3, 3, 60, 0))))
print(time.mktime(moment), time.mktime((2024, 2, 30, 25, 0, 0, 0, 0, 0)), time.gmtime(time.mktime((2024, 2, 30, 25, 0, 0, 0, 0, 0)))[:6])
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %w %y %p %I %% %Z", moment), time.strftime("%H:%M", time.gmtime(3661)))
parsed = time.strptime("30 Nov 23, 07:08 PM", "%d %b %y, %I:%M %p")
print(parsed, parsed.tm_yday, time.strptime("2024", "%Y").tm_wday)
print(time.timezone, time.altzone, time.daylight, time.tzname)
print(time.time(), time.time_ns(), time.monotonic(), time.monotonic_ns(), time.perf_counter_ns())
time.sleep(1.5)
print(time.time(), time.time_ns(), time.monotonic_ns(), time.perf_counter_ns(), time.process_time(), time.process_time_ns(), time.thread_time(), time.thread_time_ns())
print(time.gmtime(), time.asctime(), time.ctime())
print(time.struct_time(range(9)), time.struct_time(range(11)).tm_zone)
for failing in (lambda: time.sleep(-1), lambda: time.gmtime("0"), lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024-13", "%Y-%m"), lambda: time.strptime("2024 x", "%Y"),
                lambda: time.asctime((1, 2)), lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 0, 0)), lambda: time.mktime("x"), lambda: time.struct_time((1, 2)),
                lambda: time.struct_time(5), lambda: time.sleep("1"), lambda: time.ctime(float("nan")), lambda: time.strptime("1", "%Q")):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
