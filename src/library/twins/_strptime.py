"""CPython's Lib/_strptime.py: a moment read from a text by a format."""
import re

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_PATTERNS = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])", "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)", "y": r"(?P<y>\d\d)",
    "Y": r"(?P<Y>\d\d\d\d)", "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))", "p": r"(?P<p>am|pm)", "Z": r"(?P<Z>utc|gmt)",
    "A": f"(?P<A>{'|'.join(_DAYS)})", "a": f"(?P<a>{'|'.join(day[:3] for day in _DAYS)})", "B": f"(?P<B>{'|'.join(_MONTHS)})",
    "G": r"(?P<G>\d\d\d\d)", "U": r"(?P<U>5[0-3]|[0-4]\d|\d)", "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "u": r"(?P<u>[1-7])",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)", "w": r"(?P<w>[0-6])", "b": f"(?P<b>{'|'.join(month[:3] for month in _MONTHS)})", "%": "%"}
_LONGER = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "R": "%H:%M"}


def _pattern(format):
    out, at, format = [], 0, re.sub("%([cxXTDFR])", lambda found: _LONGER[found[1]], format)
    while at < len(format):
        char = format[at]
        at += 1
        if char.isspace():
            while at < len(format) and format[at].isspace():
                at += 1
            out.append(r"\s+")
        elif char != "%":
            out.append(re.escape(char))
        elif at == len(format):
            raise ValueError(f"stray % in format '{format}'")
        else:
            kind = format[at]
            at += 1
            if kind == "s":
                raise NotImplementedError(f"Simul's strptime() has no %{kind}")
            if kind not in _PATTERNS:
                raise ValueError(f"'{kind}' is a bad directive in format '{format}'")
            out.append(_PATTERNS[kind])
    return "".join(out)


def _weekday(said):
    """0: Monday; None: nothing says it."""
    if "A" in said:
        return _DAYS.index(said["A"].lower())
    if "a" in said:
        return [each[:3] for each in _DAYS].index(said["a"].lower())
    if "w" in said:
        return (int(said["w"]) - 1) % 7
    return int(said["u"]) - 1 if "u" in said else None


def _agree(said):
    """Of a year of weeks, week and day belong together."""
    if "G" in said:
        if "j" in said:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if "V" not in said or _weekday(said) is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
    elif "V" in said:
        if "Y" not in said and "y" not in said or _weekday(said) is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _by_week(said, year):
    """The day of the year that a number of a week and a day in it mean, or None."""
    weekday = _weekday(said)
    if weekday is None or "U" not in said and "W" not in said or "Y" not in said and "y" not in said:
        return None
    from datetime import date
    week = int(said["U"] if "U" in said else said["W"])
    first = date(year, 1, 1).weekday()
    if "U" in said:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


def parse(text, format):
    """(year, month, day, hour, minute, second, microsecond, offset in microseconds or None, name of the zone, day of the year or None)"""
    for i, each in enumerate((text, format)):
        if not isinstance(each, str):
            raise TypeError(f"strptime() argument {i + 1} must be str, not {type(each)}" if i == 0 else
                            f"strptime() argument {i + 1} must be str, not {type(each).__name__}")
    if "%d" in format and "%Y" not in format and "%y" not in format:
        import warnings
        warnings.warn("""\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, stacklevel=1)
    found = re.compile(_pattern(format), re.IGNORECASE).match(text)
    if found is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if found.end() != len(text):
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    said = found.groupdict()
    _agree(said)
    year, month, day, hour, minute, second, us, offset, name, yearday = 1900, 1, 1, 0, 0, 0, 0, None, None, None
    for key, value in said.items():
        if key == "y":
            year = int(value) + (2000 if int(value) <= 68 else 1900)
        elif key == "Y":
            year = int(value)
        elif key == "m":
            month = int(value)
        elif key == "B":
            month = _MONTHS.index(value.lower()) + 1
        elif key == "b":
            month = [each[:3] for each in _MONTHS].index(value.lower()) + 1
        elif key == "d":
            day = int(value)
        elif key == "H":
            hour = int(value)
        elif key == "I":
            hour = int(value) % 12 + (12 if (said.get("p") or "").lower() == "pm" else 0)
        elif key == "M":
            minute = int(value)
        elif key == "S":
            second = int(value)
        elif key == "f":
            us = int(value.ljust(6, "0"))
        elif key == "j":
            yearday = int(value)
        elif key == "Z":
            name = value.upper()
        elif key == "z":
            if value == "Z":
                offset = 0
            else:
                digits = value[1:].replace(":", "")
                seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
                offset = seconds * 10**6 + int(digits[7:].ljust(6, "0"))
                if value[0] == "-":
                    offset = -offset
    from datetime import date
    if "G" in said:
        moment = date.fromisocalendar(int(said["G"]), int(said["V"]), _weekday(said) + 1)
        year, month, day = moment.year, moment.month, moment.day
    elif yearday is None:
        yearday = _by_week(said, year)
    if yearday is not None and "m" not in said and "B" not in said and "b" not in said:
        moment = date.fromordinal(yearday - 1 + date(year, 1, 1).toordinal())
        year, month, day = moment.year, moment.month, moment.day
    return year, month, day, hour, minute, second, us, offset, name if offset is not None else None, yearday


def struct_time(text, format="%a %b %d %H:%M:%S %Y"):
    """time.strptime()."""
    import time
    from datetime import date
    year, month, day, hour, minute, second, _, offset, name, _ = parse(text, format)
    first = date(year, month, day)
    number = first.toordinal() - date(year, 1, 1).toordinal() + 1
    zone = "%Z" in format
    return time.struct_time((year, month, day, hour, minute, second, first.weekday(), number, 0 if zone else -1, name,
                             None if offset is None else offset // 10**6))
