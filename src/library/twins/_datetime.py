"""CPython's Modules/_datetimemodule.c: days of the Gregorian calendar, moments, spans. The machine's own zone is UTC."""
import math as _math
import time as _time
from _simul import c_class as _c_class, type_name as _type_name

MINYEAR, MAXYEAR = 1, 9999
_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_MONTHS = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_US = 10**6
_DAY_US = 86_400 * _US


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _leap(year) else _DAYS[month]


def _ordinal(year, month, day):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + _BEFORE[month] + (month > 2 and _leap(year)) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146_097)
    n100, n = divmod(n, 36_524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = _BEFORE[month] + (month > 2 and _leap(year))
    if before > n:
        month -= 1
        before -= _days_in(year, month)
    return year, month, n - before + 1


def _index(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float) or not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _require(year, month, day):
    for place, name, value in ((1, "year", year), (2, "month", month), (3, "day", day)):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
        _index(value)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999_999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{type(offset).__name__}'")
    if not -_DAY_US < offset._us < _DAY_US:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    us = abs(offset._us)
    minutes, rest = divmod(us, 60 * _US)
    text = f"{'-' if offset._us < 0 else '+'}{minutes // 60:02}{colon}{minutes % 60:02}"
    if rest:
        text += f"{colon}{rest // _US:02}"
        if rest % _US:
            text += f".{rest % _US:06}"
    return text


def _time_text(hour, minute, second, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return f"{hour:02}"
    if timespec == "minutes":
        return f"{hour:02}:{minute:02}"
    if timespec == "seconds":
        return f"{hour:02}:{minute:02}:{second:02}"
    if timespec == "milliseconds":
        return f"{hour:02}:{minute:02}:{second:02}.{us // 1000:03}"
    if timespec == "microseconds":
        return f"{hour:02}:{minute:02}:{second:02}.{us:06}"
    raise ValueError("Unknown timespec value")


def _strftime(moment, format, timetuple):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    out, at = [], 0
    while at < len(format):
        char = format[at]
        at += 1
        if char != "%" or at == len(format):
            out.append(char)
            continue
        kind = format[at]
        at += 1
        if kind == ":" and format[at:at + 1] == "z":
            at += 1
            out.append(_offset_text(moment.utcoffset()) if hasattr(moment, "utcoffset") else "")
        elif kind == "f":
            out.append(f"{getattr(moment, 'microsecond', 0):06}")
        elif kind == "z":
            out.append(_offset_text(moment.utcoffset(), "") if hasattr(moment, "utcoffset") else "")
        elif kind == "Z":
            out.append(((moment.tzname() if hasattr(moment, "tzname") else "") or "").replace("%", "%%"))
        else:
            out.append("%" + kind)
    return _time.strftime("".join(out), timetuple)


def _iso_week1(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _from_iso_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        first = _ordinal(year, 1, 1) % 7
        if not (week == 53 and (first == 4 or first == 3 and _leap(year))):
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _from_ordinal(_iso_week1(year) + (week - 1) * 7 + day - 1)


def _digits(text, begin, count):
    part = text[begin:begin + count]
    if len(part) != count or not (part.isdigit() and part.isascii()):
        raise ValueError
    return int(part)


def _parse_date(text):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www-D and their like."""
    year = _digits(text, 0, 4)
    dash = text[4:5] == "-"
    at = 4 + dash
    if text[at:at + 1] == "W":
        week, at, day = _digits(text, at + 1, 2), at + 3, 1
        if len(text) > at:
            if (text[at] == "-") != dash:
                raise ValueError
            day = _digits(text, at + dash, 1)
            at += dash + 1
        if len(text) != at:
            raise ValueError
        try:
            return _from_iso_week(year, week, day)
        except ValueError:
            raise ValueError from None    # of a text it is told that it is invalid, not how
    month = _digits(text, at, 2)
    at += 2
    if (text[at:at + 1] == "-") != dash:
        raise ValueError
    day = _digits(text, at + dash, 2)
    if len(text) != at + dash + 2:
        raise ValueError
    return year, month, day


def _parse_clock(text):
    """[hour, minute, second, microsecond] of HH[[:]MM[[:]SS[.f]]]"""
    parts, at = [0, 0, 0, 0], 0
    colon = text[2:3] == ":"
    for i in range(3):
        parts[i] = _digits(text, at, 2)
        at += 2
        if at == len(text):
            return parts
        if i < 2:
            if colon:
                if text[at] != ":":
                    raise ValueError
                at += 1
    if text[at] not in ".,":
        raise ValueError
    fraction = text[at + 1:]
    if not (fraction.isdigit() and fraction.isascii()):
        raise ValueError
    parts[3] = int(fraction[:6].ljust(6, "0"))
    return parts


def _parse_time(text):
    """[hour, minute, second, microsecond, zone]"""
    at = max(text.find("+"), text.find("-"), text.find("Z"))
    zone = None
    if at >= 0:
        if text[at] == "Z":
            if at != len(text) - 1:
                raise ValueError
            zone = timezone.utc
        else:
            hour, minute, second, us = _parse_clock(text[at + 1:])
            span = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=us)
            zone = timezone(-span if text[at] == "-" else span) if span else timezone.utc
        text = text[:at]
    return [*_parse_clock(text), zone]


def _compared(name, test):
    def compare(self, other):
        if not self._same(other):
            return NotImplemented
        return test(self._order(other))
    compare.__name__ = name
    return compare


class _Ordered:
    __slots__ = ()
    __lt__ = _compared("__lt__", lambda order: order < 0)
    __le__ = _compared("__le__", lambda order: order <= 0)
    __gt__ = _compared("__gt__", lambda order: order > 0)
    __ge__ = _compared("__ge__", lambda order: order >= 0)


def _divided(a, b):
    """a / b, rounded half to even."""
    q, r = divmod(a, b)
    r *= 2
    return q + (r > b or r == b and q % 2 == 1) if b > 0 else q + (r < b or r == b and q % 2 == 1)


@_c_class
class timedelta(_Ordered):
    __module__ = "datetime"
    __slots__ = ("_us",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for name, value, factor in (("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, _US),
                                    ("minutes", minutes, 60 * _US), ("hours", hours, 3600 * _US), ("days", days, _DAY_US),
                                    ("weeks", weeks, 7 * _DAY_US)):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                fraction, whole = _math.modf(value)
                total += int(whole) * factor
                if fraction:
                    fraction, whole = _math.modf(fraction * factor)
                    total += int(whole)
                    rest += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if rest:
            whole = round(rest)
            if abs(whole - rest) == 0.5:
                odd = total & 1
                whole = int(2 * _math.floor((rest + odd) * 0.5 + 0.5) - odd)
            total += whole
        return cls._of(total)

    @classmethod
    def _of(cls, us):
        if not -999_999_999 * _DAY_US <= us < 10**9 * _DAY_US:
            if not -2**31 <= us // _DAY_US < 2**31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={us // _DAY_US}; must have magnitude <= 999999999")
        made = object.__new__(cls)
        made._us = us
        return made

    @property
    def days(self):
        return self._us // _DAY_US

    @property
    def seconds(self):
        return self._us % _DAY_US // _US

    @property
    def microseconds(self):
        return self._us % _US

    def total_seconds(self):
        return self._us / _US

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in (("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)) if value]
        return f"datetime.{type(self).__qualname__}({', '.join(parts) or '0'})" if type(self).__module__ == "datetime" else \
            f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, second = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02}:{second:02}"
        if days := self.days:
            text = f"{days} day{'s' * (abs(days) != 1)}, {text}"
        return f"{text}.{self.microseconds:06}" if self.microseconds else text

    def __add__(self, other):
        return timedelta._of(self._us + other._us) if isinstance(other, timedelta) else NotImplemented
    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return timedelta._of(self._us)

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divided(self._us * a, b))
        return NotImplemented
    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._of(_divided(self._us, other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divided(self._us * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._of(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._us, other._us)
        return q, timedelta._of(r)

    def _same(self, other):
        return isinstance(other, timedelta)

    def _order(self, other):
        return self._us - other._us

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


timedelta.min, timedelta.max = timedelta(-999_999_999), timedelta._of(10**9 * _DAY_US - 1)
timedelta.resolution = timedelta(microseconds=1)


@_c_class
class tzinfo:
    __module__ = "datetime"

    def __new__(cls, *args, **kwargs):
        return object.__new__(cls)

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saved = dt.dst()
        if saved is None:
            raise ValueError("fromutc: non-None dst() result required")
        if delta := offset - saved:
            dt += delta
            saved = dt.dst()
            if saved is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saved


@_c_class
class timezone(tzinfo):
    __module__ = "datetime"

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is None:
            if not offset:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_DAY_US < offset._us < _DAY_US:
            raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.")
        made = object.__new__(cls)
        made._offset, made._name = offset, name
        return made

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        named = f", {self._name!r}" if self._name is not None else ""
        return f"datetime.timezone({self._offset!r}{named})"

    def __str__(self):
        return self.tzname(None)

    @staticmethod
    def _check(dt, function):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{function}(dt) argument must be a datetime instance or None, not {_type_name(dt)}")

    def utcoffset(self, dt, /):
        self._check(dt, "utcoffset")
        return self._offset

    def dst(self, dt, /):
        self._check(dt, "dst")
        return None

    def tzname(self, dt, /):
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() argument must be a datetime instance or None")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __reduce__(self):
        return type(self), ((self._offset,) if self._name is None else (self._offset, self._name)), self.__getstate__()

    def __getstate__(self):
        return None


timezone.utc = UTC = object.__new__(timezone)
UTC._offset, UTC._name = timedelta(0), None
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))


@_c_class
class IsoCalendarDate(tuple):
    __module__ = "datetime"
    __slots__ = ()

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self


def _class_name(value):
    cls = type(value)
    return f"{cls.__module__}.{cls.__qualname__}" if cls.__module__ == "datetime" else cls.__qualname__


def _in_range(timestamp):
    """Refuses what C's time_t cannot hold."""
    if isinstance(timestamp, float) and timestamp != timestamp:
        raise ValueError("Invalid value NaN (not a number)")
    if isinstance(timestamp, (int, float)) and not -1 << 63 <= timestamp < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return timestamp


@_c_class
class date(_Ordered):
    __module__ = "datetime"
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=None, month=None, day=None):
        made = object.__new__(cls)
        if month is None is day and isinstance(year, bytes) and len(year) == 4 and 1 <= year[2] <= 12:
            made._year, made._month, made._day = int.from_bytes(year[:2]), year[2], year[3]
            return made
        _require(year, month, day)
        made._year, made._month, made._day = _check_date(year, month, day)
        return made

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        return cls(*_time.localtime(_in_range(timestamp))[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, string, /):
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(string) not in (7, 8, 10):
                raise ValueError
            # Behind YYYYWwwd C's code looks no further.
            parts = _parse_date(string[:8] if len(string) == 10 and string[4] == "W" else string)
        except ValueError as error:
            if error.args:
                raise
            raise ValueError(f"Invalid isoformat string: {string!r}") from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_week(year, week, day))

    def __repr__(self):
        return f"{_class_name(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def __str__(self):
        return self.isoformat()

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def ctime(self):
        return f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2} 00:00:00 {self._year:04}"

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def _yearday(self):
        return self.toordinal() - _ordinal(self._year, 1, 1) + 1

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year, today = self._year, self.toordinal()
        first = _iso_week1(year)
        if today < first:
            year -= 1
            first = _iso_week1(year)
        elif today >= _iso_week1(year + 1):
            year += 1
            first = _iso_week1(year)
        return IsoCalendarDate((year, (today - first) // 7 + 1, (today - first) % 7 + 1))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)
    __replace__ = replace

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 0 < ordinal <= 3_652_059:
            raise OverflowError("date value out of range")
        return type(self)(*_from_ordinal(ordinal))

    def __add__(self, other):
        return self._moved(other.days) if isinstance(other, timedelta) else NotImplemented
    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _same(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def _order(self, other):
        return self.toordinal() - other.toordinal()

    def __eq__(self, other):
        return self._order(other) == 0 if self._same(other) else NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __reduce__(self):
        return type(self), (self._packed(),)

    def _packed(self, fold=0):
        return self._year.to_bytes(2) + bytes((self._month | fold << 7, self._day))


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)


@_c_class
class time(_Ordered):
    __module__ = "datetime"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        made = object.__new__(cls)
        if isinstance(hour, bytes) and len(hour) == 6 and hour[0] & 127 < 24:
            return made._unpack(hour, hour[0] & 127, hour[0] >> 7, minute or None)
        made._hour, made._minute, made._second, made._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        made._tzinfo, made._fold = tzinfo, fold
        return made

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, string, /):
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = _parse_time(string.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {string!r}") from None
        return cls(*parts)

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ", ".join(map(str, parts))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_class_name(self)}({text})"

    def isoformat(self, timespec="auto"):
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    __format__ = date.__format__

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(None))

    def dst(self):
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)
    __replace__ = replace

    def _parts_us(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * _US + self._microsecond

    def _same(self, other):
        return isinstance(other, time)

    def _order(self, other, equal=False):
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            if equal:
                return 1
            raise TypeError("can't compare offset-naive and offset-aware times")
        order = self._parts_us() - other._parts_us()
        return order if mine is None else order - mine._us + others._us

    def __eq__(self, other):
        return self._order(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._parts_us() - (offset._us if offset else 0))

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __reduce_ex__(self, protocol, /):
        packed = self._packed(self._fold if protocol > 3 else 0)
        return type(self), ((packed,) if self._tzinfo is None else (packed, self._tzinfo))

    def _packed(self, fold):
        return bytes((self._hour | fold << 7, self._minute, self._second)) + self._microsecond.to_bytes(3)

    def _unpack(self, packed, hour, fold, tz):
        _check_zone(tz)
        self._hour, self._minute, self._second = hour, packed[-5], packed[-4]
        self._microsecond = int.from_bytes(packed[-3:])
        self._tzinfo, self._fold = tz, fold
        return self


time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999_999), timedelta(microseconds=1)


@_c_class
class datetime(date):
    __module__ = "datetime"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        made = object.__new__(cls)
        if day is None and isinstance(year, bytes) and len(year) == 10 and 1 <= year[2] & 127 <= 12:
            made._year, made._month, made._day = int.from_bytes(year[:2]), year[2] & 127, year[3]
            return _clock._unpack(made, year, year[4], year[2] >> 7, month)
        _require(year, month, day)
        made._year, made._month, made._day = _check_date(year, month, day)
        made._hour, made._minute, made._second, made._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        made._tzinfo, made._fold = tzinfo, fold
        return made

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_us(cls, us, tz):
        """So many microseconds after 1970."""
        days, us = divmod(us, _DAY_US)
        days += 719_163
        if abs(days) > 106_751_991_167_300:    # the most seconds that fit into 64 bits
            raise OverflowError("timestamp out of range for platform time_t")
        if not 0 < days <= 3_652_059:
            cycles, day = divmod(days - 1, 146_097)    # of 400 years
            raise ValueError(f"year {400 * cycles + _from_ordinal(day + 1)[0]} is out of range")
        seconds, us = divmod(us, _US)
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, us, tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        timestamp = _in_range(timestamp)
        if isinstance(timestamp, float):
            fraction, whole = _math.modf(timestamp)
            us = int(whole) * _US + round(fraction * 1e6)
        else:
            us = _index(timestamp) * _US
        made = cls._from_us(us, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow", "now(datetime.UTC)")
        return cls.fromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_type_name(date)}")
        if not isinstance(time, _clock):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_type_name(time)}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, string, /):
        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(string) < 7:
                raise ValueError
            if string[4:5] == "-":
                if string[5:6] == "W":
                    end = 10 if string[8:9] == "-" and not string[10:11].isdigit() else 8
                else:
                    end = 10
            elif string[4:5] == "W":
                digits = 7
                while string[digits:digits + 1].isdigit():
                    digits += 1
                end = digits if digits < 9 else 7 + digits % 2    # a digit can part the date from the time, too
            else:
                end = 8
            parts = [*_parse_date(string[:end])]
            if len(string) > end:
                parts += _parse_time(string[end + 1:])
        except ValueError as error:
            if error.args:
                raise
            raise ValueError(f"Invalid isoformat string: {string!r}") from None
        return cls(*parts)

    @classmethod
    def strptime(cls, date_string, format, /):
        from _strptime import parse
        for place, text in enumerate((date_string, format), 1):
            if not isinstance(text, str):
                raise TypeError(f"strptime() argument {place} must be str, not {type(text).__name__}")
        year, month, day, hour, minute, second, us, offset, name = parse(date_string, format)[:9]
        zone = None
        if offset is not None:
            span = timedelta(microseconds=offset)
            zone = timezone(span, name) if name else timezone(span)
        return cls(year, month, day, hour, minute, second, us, zone)

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ", ".join(map(str, parts))
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{_class_name(self)}({text})"

    def isoformat(self, sep="T", timespec="auto"):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not " +
                            ("a string of length %d" % len(sep) if isinstance(sep, str) else type(sep).__name__))
        return (f"{self._year:04}-{self._month:02}-{self._day:02}{sep}"
                + _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        return (f"{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2} {self._hour:02}:{self._minute:02}:{self._second:02} "
                f"{self._year:04}")

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return _clock(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _clock(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                  self._yearday(), -1 if dst is None else int(bool(dst))))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time.struct_time((*moment.timetuple()[:8], 0))

    def _naive_us(self):
        return self.toordinal() * _DAY_US + ((self._hour * 60 + self._minute) * 60 + self._second) * _US + self._microsecond

    def timestamp(self):
        offset = self.utcoffset()
        return (self._naive_us() - 719_163 * _DAY_US - (0 if offset is None else offset._us)) / _US

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset("utcoffset", self._tzinfo.utcoffset(self))

    def dst(self):
        return None if self._tzinfo is None else _check_offset("dst", self._tzinfo.dst(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        elif not isinstance(tz, _zone):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(tz)}'")
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset() or timedelta(0)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
                          self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)
    __replace__ = replace

    def _later(self, us):
        total = self._naive_us() + us
        days, us = divmod(total, _DAY_US)
        if not 0 < days <= 3_652_059:
            raise OverflowError("date value out of range")
        seconds, us = divmod(us, _US)
        return type(self)(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, us, self._tzinfo)

    def __add__(self, other):
        return self._later(other._us) if isinstance(other, timedelta) else NotImplemented
    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._later(-other._us)
        if not isinstance(other, datetime):
            return NotImplemented
        span = self._naive_us() - other._naive_us()
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                span += others._us - mine._us
        return timedelta._of(span)

    def _same(self, other):
        return isinstance(other, datetime)

    def _order(self, other, equal=False):
        order = self._naive_us() - other._naive_us()
        if self._tzinfo is other._tzinfo:
            return order
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            if equal:
                return 1
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return order if mine is None else order + others._us - mine._us

    def __eq__(self, other):
        return self._order(other, True) == 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._naive_us() - (offset._us if offset else 0))

    def __reduce__(self):
        return self.__reduce_ex__(2)

    def __reduce_ex__(self, protocol, /):
        packed = date._packed(self, self._fold if protocol > 3 else 0) + _clock._packed(self, 0)
        return type(self), ((packed,) if self._tzinfo is None else (packed, self._tzinfo))


_date, _clock, _zone = date, time, tzinfo
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999_999)
datetime.resolution = timedelta(microseconds=1)


def _deprecated(name, instead):
    import warnings
    warnings.warn(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to "
                  f"represent datetimes in UTC: datetime.datetime.{instead}.", DeprecationWarning, stacklevel=1)
