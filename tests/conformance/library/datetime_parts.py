# datetime: the parts of a moment, replaced, shown, taken from other calendars; fold is the second of two equal hours.
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo
import datetime as module

day = date(2024, 2, 29)
print(day.year, day.month, day.day, day.replace(year=2025, day=1), day.ctime(), day.timetuple(), date.resolution, MINYEAR, MAXYEAR)
moment = datetime(2024, 2, 29, 13, 5, 6, 7, tzinfo=UTC)
print(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond, moment.tzinfo, moment.fold)
print(moment.weekday(), moment.isoweekday(), tuple(moment.isocalendar()), moment.isocalendar().week, moment.toordinal(), moment.strftime("%d/%m/%y %H.%M"), datetime.resolution)
print(datetime.fromordinal(738945), datetime.fromisocalendar(2024, 9, 4), moment.utctimetuple(), moment.timetuple().tm_isdst, datetime.today() == datetime(2024, 1, 1))
clock = time(13, 5, tzinfo=timezone(timedelta(hours=2), "mine"), fold=1)
print(clock.hour, clock.minute, clock.second, clock.microsecond, clock.tzinfo, clock.fold, clock.utcoffset(), clock.tzname(), clock.dst(), clock.strftime("%H:%M %Z %z"), time.resolution)
print(clock.replace(minute=59), clock.replace(tzinfo=None), repr(clock), time.min, time.max, time(1) < time(2))
span = timedelta(days=1, seconds=2, microseconds=3)
print(span.days, span.seconds, span.microseconds, timedelta.resolution, timedelta(hours=-1), repr(timedelta(hours=-1)), timedelta.min, abs(timedelta(-1)))
zone = timezone(timedelta(hours=-3, minutes=-30))
print(zone, repr(zone), zone.utcoffset(None), zone.tzname(None), zone.dst(None), zone.fromutc(datetime(2024, 1, 1, tzinfo=zone)), timezone.utc.tzname(None), timezone.min, timezone.max)


# A zone of one's own says three things; fromutc() finds the rest out.
class Summer(tzinfo):
    """One hour more from April to September."""

    def utcoffset(self, moment):
        return timedelta(hours=1) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=1) if moment is not None and 4 <= moment.month <= 9 else timedelta()

    def tzname(self, moment):
        return "SUM" if self.dst(moment) else "WIN"


here = Summer()
for month in (1, 7):
    local = datetime(2024, month, 1, 12, tzinfo=here)
    print(local, local.tzname(), local.dst(), local.utcoffset(), local.astimezone(UTC), local.timetuple().tm_isdst, here.fromutc(local), local.utctimetuple().tm_hour)
print(datetime(2024, 7, 1, tzinfo=UTC).astimezone(here), datetime(2024, 7, 1, tzinfo=UTC) - datetime(2024, 7, 1, tzinfo=here))
for method in (tzinfo().utcoffset, tzinfo().tzname, tzinfo().dst):
    try:
        method(moment)
    except NotImplementedError as error:
        print(type(error).__name__)

first, second = datetime(2024, 10, 27, 2, 30), datetime(2024, 10, 27, 2, 30, fold=1)
print(first == second, hash(first) == hash(second), repr(second), second.replace(fold=0).fold, second - first)
print(datetime.utcfromtimestamp(0) if False else datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1.5, timezone(timedelta(hours=1))))
for failing in (lambda: date(2023, 2, 29), lambda: datetime(2024, 1, 1, 24), lambda: time(1, 60), lambda: day.replace(month=13), lambda: datetime.fromordinal(0), lambda: datetime.fromisocalendar(2023, 53, 1),
                lambda: timezone(timedelta(hours=24)), lambda: timezone("x"), lambda: moment - datetime(2024, 1, 1), lambda: moment < datetime(2024, 1, 1), lambda: timedelta(days=10**10),
                lambda: datetime(2024, 1, 1, fold=2), lambda: zone.utcoffset(5), lambda: zone.fromutc(moment), lambda: here.fromutc(5), lambda: date.max + timedelta(1), lambda: timedelta(1) / 0,
                lambda: datetime.combine(day, day), lambda: moment.astimezone(5), lambda: setattr(day, "year", 1), lambda: clock < time(1), lambda: module.date("2024"), lambda: time(5).nothing):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, end=" ")    # their words are those of C, or of Python where that stands in
print()
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(datetime.utcfromtimestamp(0), datetime.utcnow())
print([each.category.__name__ for each in caught])
