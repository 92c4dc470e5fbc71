"""Months as text and as lists of weeks, the names, and what is no month."""
import calendar
import datetime

print(calendar.month(2024, 2))
calendar.prmonth(2023, 10, w=4, l=2)
print(calendar.calendar(2025))
print(calendar.TextCalendar(calendar.SUNDAY).formatyear(1999, 3, 1, 2, 4))
print(calendar.TextCalendar(6).formatmonth(2000, 1, 10))
print(calendar.monthcalendar(2024, 2), calendar.monthrange(2024, 2), calendar.weekheader(3), calendar.week([(1, 0), (0, 1)], 2))
c = calendar.Calendar(6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 9))[:9], list(c.itermonthdays2(2024, 9))[-3:], list(c.itermonthdays3(2024, 12))[-5:])
print(list(c.itermonthdays4(2024, 1))[:3], c.monthdatescalendar(2024, 2)[0][0], c.monthdays2calendar(2024, 2)[0], c.monthdayscalendar(2024, 2)[-1])
print(len(c.yeardatescalendar(2024)), len(c.yeardays2calendar(2024, 4)[0]), c.yeardayscalendar(2024, 1)[1][0][0])
print(calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1999, 2025), calendar.weekday(2024, 2, 29), calendar.weekday(20000, 1, 1))
print(calendar.timegm((2024, 2, 29, 12, 30, 5)), calendar.timegm(datetime.datetime(1970, 1, 2).timetuple()))
print(list(calendar.month_name), calendar.month_abbr[1:4], list(calendar.day_name), calendar.day_abbr[-1], len(calendar.month_name))
print(calendar.Month.MAY, repr(calendar.Month(2)), calendar.Day.SUNDAY, calendar.FEBRUARY, calendar.MONDAY == 0, list(calendar.Day)[:2])
for wrong in (lambda: calendar.monthrange(2024, 13), lambda: calendar.month(2024, 0), lambda: calendar.setfirstweekday(7), lambda: calendar.Day(7),
              lambda: calendar.month_name[13], lambda: calendar.TextCalendar().formatmonthname(2024, 13, 20), lambda: calendar.Month(13)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e, isinstance(e, IndexError))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.month(2024, 2))
calendar.prcal(2024, m=6)
print([calendar.mdays[each] for each in calendar.Month], repr(calendar.Month), calendar.Day.__module__, calendar.Month.__qualname__, repr(calendar.JULY), f"{calendar.MAY}", calendar.Day(0) is calendar.MONDAY)


class Marked(calendar.TextCalendar):
    def formatday(self, day, weekday, width):
        return "**".center(width) if weekday == 6 and day else super().formatday(day, weekday, width)

    def formatweekday(self, day, width):
        return super().formatweekday(day, width).upper()


print(Marked(3).formatmonth(2024, 9, 4), Marked().formatyear(2021, m=5).splitlines()[:12])
for year, month in ((9999, 12), (1, 1), (0, 3), (20001, 2)):
    for name in ("itermonthdates", "itermonthdays3", "itermonthdays4"):
        days = getattr(calendar.Calendar(2), name)(year, month)
        try:
            print(name, next(days), len(list(days)))
        except (ValueError, OverflowError) as e:
            print(name, type(e).__name__)
print(calendar.formatstring(["a", "b"], 4, 1) + "|", calendar.Calendar(9).firstweekday, calendar.Calendar(-1).getfirstweekday(), type(calendar.Calendar().iterweekdays()).__name__)
