# Dates and times: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.
from datetime import date, datetime, timedelta, timezone

def show(text, function):
    try:
        result = repr(function())
    except Exception as error:
        # CPython's C calls its classes 'datetime.date', the stand-in on the judge's clock 'date'.
        result = f"{type(error).__name__}: {error}".replace("'datetime.", "'")
    print(text, "->", result)


class Number:
    """Converts where it is asked to."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __repr__(self):
        return f"Number({self.value})"


class Key:
    """Equal to other keys of the same letter, without regard to case."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __lt__(self, other):
        return self.text < other.text

    def __repr__(self):
        return f"<{self.text}>"


def same(value):
    return value


def filled(function, start):
    """start after function(start), and what it gave."""
    result = function(start)
    return start, result


show('datetime(2024, 1, 31, 12, 5, 9, 120), datetime(2024, 2, 29), str(datetime(2024, 1, 31, 12, 5, 9)), str(datetime(2024, 1, 31, 12, 5, 9, 120)), f"{datetime(2024, 1, 31, 12):%H:%M}", f"{date(2024, 3, 1)}"', lambda: (datetime(2024, 1, 31, 12, 5, 9, 120), datetime(2024, 2, 29), str(datetime(2024, 1, 31, 12, 5, 9)), str(datetime(2024, 1, 31, 12, 5, 9, 120)), f"{datetime(2024, 1, 31, 12):%H:%M}", f"{date(2024, 3, 1)}"))
show('datetime(2024, 1, 31).strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %U %W %y %p %I %% %Z|"), datetime(1999, 12, 31, 23, 59).strftime("%c %x %X %d/%m"), date(2024, 7, 4).strftime("%d %B %Y")', lambda: (datetime(2024, 1, 31).strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %U %W %y %p %I %% %Z|"), datetime(1999, 12, 31, 23, 59).strftime("%c %x %X %d/%m"), date(2024, 7, 4).strftime("%d %B %Y")))
show('datetime(2024, 1, 1) + timedelta(days=45, hours=5, milliseconds=7), datetime(2024, 3, 1) - timedelta(1), datetime(2024, 3, 1) - datetime(2023, 3, 1), date(2024, 3, 1) - date(2024, 2, 1), date(2024, 2, 28) + timedelta(2)', lambda: (datetime(2024, 1, 1) + timedelta(days=45, hours=5, milliseconds=7), datetime(2024, 3, 1) - timedelta(1), datetime(2024, 3, 1) - datetime(2023, 3, 1), date(2024, 3, 1) - date(2024, 2, 1), date(2024, 2, 28) + timedelta(2)))
show('timedelta(seconds=90), timedelta(days=-1, seconds=3600), timedelta(0), timedelta(microseconds=-1), timedelta(hours=1.5), timedelta(weeks=1, minutes=1), str(timedelta(days=2, hours=3)), str(timedelta(seconds=-1)), str(timedelta(microseconds=5)), str(timedelta(days=-1))', lambda: (timedelta(seconds=90), timedelta(days=-1, seconds=3600), timedelta(0), timedelta(microseconds=-1), timedelta(hours=1.5), timedelta(weeks=1, minutes=1), str(timedelta(days=2, hours=3)), str(timedelta(seconds=-1)), str(timedelta(microseconds=5)), str(timedelta(days=-1))))
show('timedelta(seconds=90).total_seconds(), timedelta(days=1) / 2, timedelta(days=1) / timedelta(hours=1), timedelta(days=1) // timedelta(hours=5), timedelta(seconds=7) // 2, timedelta(seconds=1) * 2.5, 3 * timedelta(seconds=1), -timedelta(seconds=1), abs(timedelta(seconds=-1)), timedelta(seconds=10) % timedelta(seconds=3)', lambda: (timedelta(seconds=90).total_seconds(), timedelta(days=1) / 2, timedelta(days=1) / timedelta(hours=1), timedelta(days=1) // timedelta(hours=5), timedelta(seconds=7) // 2, timedelta(seconds=1) * 2.5, 3 * timedelta(seconds=1), -timedelta(seconds=1), abs(timedelta(seconds=-1)), timedelta(seconds=10) % timedelta(seconds=3)))
show('timedelta(1) / 0', lambda: (timedelta(1) / 0))
show('timedelta(1) + 1', lambda: (timedelta(1) + 1))
show('datetime(2024, 1, 1) < datetime(2024, 1, 2), datetime(2024, 1, 1) == datetime(2024, 1, 1), timedelta(1) > timedelta(0), date(2024, 1, 1) <= date(2024, 1, 1), max(date(2024, 1, 1), date(2023, 1, 1)), bool(timedelta(0)), len({timedelta(1), timedelta(hours=24)})', lambda: (datetime(2024, 1, 1) < datetime(2024, 1, 2), datetime(2024, 1, 1) == datetime(2024, 1, 1), timedelta(1) > timedelta(0), date(2024, 1, 1) <= date(2024, 1, 1), max(date(2024, 1, 1), date(2023, 1, 1)), bool(timedelta(0)), len({timedelta(1), timedelta(hours=24)})))
show('datetime(2024, 1, 1) < date(2024, 1, 1)', lambda: (datetime(2024, 1, 1) < date(2024, 1, 1)))
show('datetime(2024, 1, 1) - 5', lambda: (datetime(2024, 1, 1) - 5))
show('datetime(2024, 5, 6, 7, 8, 9, 10).isoformat(), datetime(2024, 5, 6).isoformat(" "), datetime(2024, 5, 6, 7, 8, 9).isoformat(timespec="milliseconds"), date(2024, 5, 6).isoformat(), datetime(2024, 5, 6).date(), datetime(2024, 5, 6, 7).replace(hour=1, minute=2), datetime(2024, 5, 6).weekday(), date(2024, 5, 5).isoweekday(), datetime(2024, 5, 6, 1, 2, 3, 4).microsecond', lambda: (datetime(2024, 5, 6, 7, 8, 9, 10).isoformat(), datetime(2024, 5, 6).isoformat(" "), datetime(2024, 5, 6, 7, 8, 9).isoformat(timespec="milliseconds"), date(2024, 5, 6).isoformat(), datetime(2024, 5, 6).date(), datetime(2024, 5, 6, 7).replace(hour=1, minute=2), datetime(2024, 5, 6).weekday(), date(2024, 5, 5).isoweekday(), datetime(2024, 5, 6, 1, 2, 3, 4).microsecond))
show('datetime(2024, 1, 1, tzinfo=timezone.utc), str(datetime(2024, 1, 1, tzinfo=timezone.utc)), datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(1704067200.5, timezone.utc), datetime(2024, 1, 1, tzinfo=timezone.utc) - datetime(2023, 1, 1, tzinfo=timezone.utc), timezone.utc, datetime(2024, 1, 1, tzinfo=timezone.utc).strftime("%z %Z")', lambda: (datetime(2024, 1, 1, tzinfo=timezone.utc), str(datetime(2024, 1, 1, tzinfo=timezone.utc)), datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(1704067200.5, timezone.utc), datetime(2024, 1, 1, tzinfo=timezone.utc) - datetime(2023, 1, 1, tzinfo=timezone.utc), timezone.utc, datetime(2024, 1, 1, tzinfo=timezone.utc).strftime("%z %Z")))
show('datetime.now(), datetime.now().strftime("%H:%M:%S"), date.today(), datetime.now(timezone.utc).isoformat()', lambda: (datetime.now(), datetime.now().strftime("%H:%M:%S"), date.today(), datetime.now(timezone.utc).isoformat()))
