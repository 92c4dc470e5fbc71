"""Months and years as text, and which weekday a date is. Mirrors CPython's Lib/calendar.py, in its "C" locale and without HTML."""
import datetime as _datetime
from enum import IntEnum, global_enum
from itertools import zip_longest

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday", "monthrange",
           "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr", "day_name", "day_abbr", "Calendar",
           "TextCalendar", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER",
           "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "weekheader"]

error = ValueError


class IllegalMonthError(ValueError, IndexError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


Month = global_enum(IntEnum("Month", "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER", module=__name__))
Day = global_enum(IntEnum("Day", "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY", module=__name__, start=0))
mdays = [0, *(28 if each == 2 else 30 if each in (4, 6, 9, 11) else 31 for each in Month)]


class _Names:
    """Names by number; a slice gives a list."""

    def __init__(self, names):
        self._names = names

    def __getitem__(self, i):
        return self._names[i]

    def __len__(self):
        return len(self._names)


month_name = _Names(["", *(each.name.capitalize() for each in Month)])
day_name = _Names([each.name.capitalize() for each in Day])
month_abbr, day_abbr = (_Names([each[:3] for each in names]) for names in (month_name, day_name))


# --- years and months

def isleap(year):
    return year % (4 if year % 100 else 400) == 0


def _leap_years_before(year):
    year -= 1
    return year // 4 - year // 100 + year // 400


def leapdays(y1, y2):
    return _leap_years_before(y2) - _leap_years_before(y1)


def weekday(year, month, day):
    # After 400 years the weekdays come again; of those a date can have, these begin in 2000.
    known = _datetime.MINYEAR <= year <= _datetime.MAXYEAR
    return Day(_datetime.date(year if known else 2000 + year % 400, month, day).weekday())


def _checked(month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return month


def _days(year, month):
    return mdays[month] + (month == 2 and isleap(year))


def monthrange(year, month):
    return weekday(year, _checked(month), 1), _days(year, month)


def _beside(year, month, step):
    """The month so many steps from another, as (year, month)."""
    year, month = divmod(12 * year + month - 1 + step, 12)
    return year, month + 1


def _rows(items, length):
    items = list(items)
    return [items[at:at + length] for at in range(0, len(items), length)]


class Calendar:
    """The days of months in weeks; days of the months beside it are 0 or dates."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    firstweekday = property(getfirstweekday, setfirstweekday)

    def _span(self, year, month):
        """(days before the month, its days, days after it) that make whole weeks."""
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return before, count, -(before + count) % 7

    def iterweekdays(self):
        first = self.firstweekday
        yield from [*range(first, 7), *range(first)]

    def itermonthdays(self, year, month):
        before, count, after = self._span(year, month)
        yield from [0] * before + [*range(1, count + 1)] + [0] * after

    def itermonthdays2(self, year, month):
        for at, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, at % 7

    def itermonthdays3(self, year, month):
        before, count, after = self._span(year, month)
        earlier, later = _beside(year, month, -1), _beside(year, month, 1)
        last = _days(*earlier)
        for each, begin, end in ((earlier, last - before, last), ((year, month), 0, count), (later, 0, after)):
            for day in range(begin + 1, end + 1):
                yield *each, day

    def itermonthdays4(self, year, month):
        for at, date in enumerate(self.itermonthdays3(year, month)):
            yield *date, (at + self.firstweekday) % 7

    def itermonthdates(self, year, month):
        for date in self.itermonthdays3(year, month):
            yield _datetime.date(*date)

    # The same as lists: of weeks, and for a year of rows of months.

    def monthdayscalendar(self, year, month):
        return _rows(self.itermonthdays(year, month), 7)

    def monthdays2calendar(self, year, month):
        return _rows(self.itermonthdays2(year, month), 7)

    def monthdatescalendar(self, year, month):
        return _rows(self.itermonthdates(year, month), 7)

    def yeardayscalendar(self, year, width=3):
        return _rows((self.monthdayscalendar(year, each) for each in Month), width)

    def yeardays2calendar(self, year, width=3):
        return _rows((self.monthdays2calendar(year, each) for each in Month), width)

    def yeardatescalendar(self, year, width=3):
        return _rows((self.monthdatescalendar(year, each) for each in Month), width)


# --- as text

_COLUMN, _SPACE = 7 * 3 - 1, 6    # of a month, and between two


class TextCalendar(Calendar):
    def formatday(self, day, weekday, width):
        return ('%2i' % day if day else '').center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(*day, width) for day in theweek])

    def formatweekday(self, day, width):
        names = day_abbr if width < 9 else day_name
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[_checked(themonth)]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * w + 6), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return ''.join([line.rstrip() + '\n' * l for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        column = 7 * w + 6
        lines = [repr(theyear).center(column * m + c * (m - 1))]
        header = self.formatweekheader(w)
        for at, row in enumerate(self.yeardays2calendar(theyear, m)):
            lines.append('')
            months = range(1, 13)[at * m:at * m + m]
            lines.append(formatstring([self.formatmonthname(theyear, each, column, False) for each in months], column, c))
            lines.append(formatstring([header] * len(months), column, c))
            for weeks in zip_longest(*row):
                lines.append(formatstring([self.formatweek(week, w) if week else '' for week in weeks], column, c))
        return ''.join([line.rstrip() + '\n' * l for line in lines])

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')


def formatstring(cols, colwidth=_COLUMN, spacing=_SPACE):
    return (' ' * spacing).join([each.center(colwidth) for each in cols])


def format(cols, colwidth=_COLUMN, spacing=_SPACE):
    print(formatstring(cols, colwidth, spacing))


# The functions of the module are methods of one calendar.
c = TextCalendar()
firstweekday, monthcalendar = c.getfirstweekday, c.monthdayscalendar
week, weekheader, month, calendar = c.formatweek, c.formatweekheader, c.formatmonth, c.formatyear
prweek, prmonth, prcal = c.prweek, c.prmonth, c.pryear


def setfirstweekday(firstweekday):
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    c.setfirstweekday(firstweekday)


def timegm(tuple):
    """What time.gmtime() made the tuple of."""
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - _datetime.date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def __getattr__(name):
    if name in ("January", "February"):
        import warnings
        warnings.warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning, stacklevel=2)
        return Month[name.upper()]
    if name in ("HTMLCalendar", "LocaleHTMLCalendar", "LocaleTextCalendar", "different_locale"):
        raise AttributeError(f"Simul's calendar has no {name}: it writes plain English text only (instead: TextCalendar)")
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
